"""Files that mean harm: each is refused or read as it should be, soon, in little room, and the program lives on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.intake.hostile_files import FILES, make

SECONDS = 10.0
MEGABYTES = 512

Told = Mapping[str, Mapping[str, float | str | int]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What one desk says to all of them, one after the other, in a process of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = make(folder)
    command = [sys.executable, "-m", "tests.intake.hostile_files", str(folder / "event.db"), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    for path in paths:
        path.unlink()
    assert done.returncode == 0, done.stderr[-2000:]
    return {line["name"]: line for line in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", [*FILES, "gibibyte.csv"])
def test_each_is_refused_or_read_as_it_should_be(name: str, told: Told) -> None:
    wanted = FILES[name][1] if name in FILES else "too_large"
    assert told[name]["said"] == wanted
    assert told[name]["written"] == 0


def test_none_takes_longer_than_ten_seconds(told: Told) -> None:
    slow = {name: said["seconds"] for name, said in told.items() if float(said["seconds"]) > SECONDS}
    assert slow == {}


def test_none_takes_more_than_half_a_gigabyte(told: Told) -> None:
    large = {name: said["peak"] for name, said in told.items() if int(said["peak"]) > MEGABYTES}
    assert large == {}
