"""Everything the program and its tests stand on, into a virtual environment: exact versions, checked by their hashes.

Runs with any Python from 3.11 on, the standard library alone, and pip as old as 22.3. Debian ships Python without the
part that puts pip into a new environment; then the system's own pip fills it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import system_libraries

REQUIREMENTS = "requirements/dev.txt"
PIP_OPTIONS = ("--disable-pip-version-check", "--quiet")


def works(*command: str) -> bool:
    """Whether a command can be run here, without showing what it says."""
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def python_of(venv: str) -> str:
    """The interpreter inside an environment."""
    return str(Path(venv) / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))


def make_environment(venv: str) -> list[str]:
    """Make sure the environment is there, and say how to call pip for it."""
    inner = [python_of(venv), "-m", "pip", *PIP_OPTIONS]
    if works(*inner, "--version") or works(sys.executable, "-m", "venv", "--clear", venv):
        return inner
    if system_libraries.may_install() and not works(sys.executable, "-m", "pip", "--version"):
        system_libraries.install(["python3-venv"])
        if works(sys.executable, "-m", "venv", "--clear", venv):
            return inner
    if works(sys.executable, "-m", "venv", "--clear", "--without-pip", venv):
        outer = [sys.executable, "-m", "pip", *PIP_OPTIONS, "--python", python_of(venv)]
        if works(*outer, "--version"):
            return outer
    sys.exit("This Python can neither make a virtual environment nor run pip. On Debian: apt-get install python3-venv")


def main(venv: str) -> None:
    """Fill the environment, then install the program itself from this folder, and look at the machine."""
    pip = make_environment(venv)
    print(f"Installing {REQUIREMENTS} into {venv}; the first time this takes a minute or two.", flush=True)
    # A system pip sees its own packages besides the environment's, and would take those for installed ones.
    fresh = ["--ignore-installed"] if "--python" in pip else []
    subprocess.run([*pip, "install", *fresh, "--require-hashes", "--requirement", REQUIREMENTS], check=True)
    here = [python_of(venv), "-m", "pip", *PIP_OPTIONS, "install", "--no-deps", "--no-build-isolation"]
    subprocess.run([*here, "--editable", "."], check=True)
    subprocess.run([python_of(venv), str(Path(__file__).with_name("system_libraries.py"))], check=False)


if __name__ == "__main__":
    main(sys.argv[1])
