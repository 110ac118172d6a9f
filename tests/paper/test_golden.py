"""Paper does not change unless somebody means it to: the files of one evening are the ones that were kept."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

from tests.paper.golden import sums

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
