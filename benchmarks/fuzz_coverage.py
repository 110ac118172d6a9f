"""Files that reach ever new lines of the reader and the guesser: ``python -m benchmarks.fuzz_coverage SECONDS``.

Where ``benchmarks.fuzz`` makes files by a plan, this one changes bytes and keeps what made the code do something new.
It needs atheris, which is no dependency of the program and does not install everywhere; without it, it says so.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections import Counter
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "tests" / "data"
LONGEST = 4096


def main() -> int:
    """Run for so many seconds; what fails is printed by atheris and ends the run."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        print("atheris is not installed here")
        return 0
    with atheris.instrument_imports(include=["checkin.intake"]):
        fuzz = importlib.import_module("benchmarks.fuzz")
        registrations = importlib.import_module("checkin.intake.registrations")
    with tempfile.TemporaryDirectory() as name:
        folder, place = Path(name, "corpus"), Path(name, "list.csv")
        folder.mkdir()
        for at, path in enumerate(sorted(SAMPLES.rglob("*"))):
            if path.suffix in (".csv", ".tsv", ".html"):
                Path(folder, str(at)).write_bytes(path.read_bytes()[:LONGEST])
        seen: Counter[str] = Counter()

        def once(content: bytes) -> None:
            if not content.startswith((b"PK", b"\xd0\xcf")):  # workbooks are read by a child process
                place.write_bytes(content)
                fuzz.read_or_refuse(lambda: registrations.read(place), seen)

        words = [sys.argv[0], f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=10", str(folder)]
        atheris.Setup(words, once)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
