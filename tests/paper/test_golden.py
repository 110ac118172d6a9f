"""Paper does not change unless somebody means it to: the files of one evening are the ones that were kept."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.paper.golden import files, sums

KEPT = Path(__file__).parent.parent / "data" / "paper.sums"


def kept() -> dict[str, tuple[str, ...]]:
    lines = (line.split("\t") for line in KEPT.read_text("utf-8").splitlines())
    return {name: tuple(both) for name, *both in lines}


def test_every_kind_of_paper_is_what_it_was() -> None:
    """Where this fails on purpose, ``tests/paper/golden.py`` says the new sums; look at the paper first.

    The bytes are compared where zlib is the one that packed what was kept; what is in them always.
    """
    before, now = kept(), sums()
    packer, _ = before.pop("zlib")
    assert {name: inside for name, (_, inside) in now.items()} == {name: inside for name, (_, inside) in before.items()}
    assert packer != zlib.ZLIB_RUNTIME_VERSION or now == before


def test_another_process_with_another_hash_seed_makes_the_same_bytes() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "tests.paper.golden"], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout
    assert {line.split("\t")[0]: tuple(line.split("\t")[1:]) for line in said.splitlines()[1:]} == sums()


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf, which looks for faults in PDF files, is not installed")
def test_a_strict_reader_finds_no_fault_in_any_of_them(tmp_path: Path) -> None:
    for name, pdf in files():
        file = tmp_path / "paper.pdf"
        file.write_bytes(pdf)
        checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, f"{name}: {checked.stdout} {checked.stderr}"
