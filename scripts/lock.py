"""Exact versions and hashes for requirements/, from the ranges in pyproject.toml, for every platform and Python.

What is locked already stays as it is while the ranges allow it; ``--upgrade`` takes the newest of everything.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HOW = ("--universal", "--generate-hashes", "--no-header", "--no-emit-index-url", "--python-version", "3.11", "--quiet")
FILES = {
    "requirements/run.txt": ("--extra", "postgres"),
    "requirements/dev.txt": ("--extra", "postgres", "--group", "dev"),
    "requirements/bench.txt": ("--extra", "postgres", "--group", "dev", "--group", "bench"),
}


def main(options: list[str]) -> None:
    """Compile the files with uv, taken by name into an environment that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
        subprocess.run([python, "-m", "pip", "install", "--quiet", "uv"], check=True)
        for file, what in FILES.items():
            command = [python, "-m", "uv", "pip", "compile", "pyproject.toml", *what, *HOW, *options]
            subprocess.run([*command, "--output-file", file], check=True, stdout=subprocess.DEVNULL)
            print(f"{file}: locked")


if __name__ == "__main__":
    main(sys.argv[1:])
