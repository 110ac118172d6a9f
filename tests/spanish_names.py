"""A synthetic guest list: common Spanish names combined by a fixed seed."""

from __future__ import annotations

import random
from pathlib import Path

_NAMES = (Path(__file__).parent / "data" / "spanish_names.txt").read_text(encoding="utf-8")
GIVEN, FAMILY = (part.split() for part in _NAMES.split("\n\n"))


def spanish_names(count: int, seed: int = 5) -> list[str]:
    """``count`` names with one or two given names and two surnames."""
    chance = random.Random(seed)
    names = []
    for _ in range(count):
        given = chance.sample(GIVEN, 2 if chance.random() < 0.3 else 1)
        names.append(" ".join([*given, chance.choice(FAMILY), chance.choice(FAMILY)]))
    return names


def with_one_error(text: str, chance: random.Random) -> str:
    """``text`` with one letter left out, added, changed or swapped with the next, somewhere inside a word."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    place = chance.choice([at for at in range(1, len(text) - 1) if text[at - 1 : at + 2].isalpha()])
    kind = chance.randrange(4)
    before, here, after = text[:place], text[place], text[place + 1 :]
    if kind == 0:
        return before + after
    if kind == 1:
        return before + chance.choice(letters) + here + after
    if kind == 2:
        return before + chance.choice(letters) + after
    return before + after[0] + here + after[1:]
