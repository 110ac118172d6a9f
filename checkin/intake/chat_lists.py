r"""The list that goes round in a chat: everybody copies it, and adds a line.

Numbered or with bullets, a line each or all on one; the longest is taken, of several as long the last one. Whoever
stands in another and not in it is told, because two who wrote at the same time have lost one of them.

>>> [entry.text for entry in listed(((1, "Comida:"), (2, "1. Ana Gil"), (3, "2. Luis"), (4, "3.")))]
['Ana Gil', 'Luis']
>>> [entry.text for entry in listed(((1, "1. Ana 2. Luis 3. Eva +1"),))]
['Ana', 'Luis', 'Eva +1']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checkin.intake import name_cells
from checkin.intake.contents import could_be_name, looks_like_name, share
from checkin.intake.folding import fold
from checkin.intake.given_names import begins_with_one
from checkin.intake.headings import standing_under
from checkin.intake.marks import unmarked
from checkin.model import Standing

_ENTRY = re.compile(
    r"\s*(?:\(?\d{1,3} ?[.):ºª-]+|(?:[\d#*]\ufe0f?\u20e3)+|[•·▪●◦*➤→>✅☑✔❌–—-])(?:\s+|(?=[^\W\d_]))(.*)"
    r"|\s*\(?\d{1,3} ?[.):-]*"
)
_INLINE = re.compile(r"(?:^|(?<=[\s,;]))\(?(\d{1,3}) ?[.):-]+\s*(?=[^\W\d_])")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of such a list.

    Attributes:
        number: The line of the chat.
        text: What it says, without its number.
        under: The title it stands under, where that says something of those below it; else "".
    """

    number: int
    text: str
    under: str = ""

    @property
    def name(self) -> str:
        """Who it is, without what is beside the name."""
        return name_cells.read(unmarked(self.text).text).name


def listed(lines: Sequence[tuple[int, str]]) -> tuple[Entry, ...]:
    """The list of people in a message; empty where it has none.

    Args:
        lines: The message's lines with their numbers in the chat.
    """
    found = _inline(lines) if len(lines) == 1 else _one_a_line(lines)
    named = [entry.name for entry in found]
    people = share(named, lambda name: could_be_name(name) and (looks_like_name(name) or begins_with_one(name)))
    return found if found and people >= 0.5 else ()


def _inline(lines: Sequence[tuple[int, str]]) -> tuple[Entry, ...]:
    """``1. Ana 2. Luis`` on a single line; a lone ``1. Ana`` begins a list."""
    number, text = lines[0]
    marks = list(_INLINE.finditer(text))
    if not marks or [int(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    pieces = (text[mark.end() : end].strip(" ,;\t") for mark, end in zip(marks, ends, strict=True))
    return tuple(Entry(number, piece) for piece in pieces if piece)


def _one_a_line(lines: Sequence[tuple[int, str]]) -> tuple[Entry, ...]:
    found: list[Entry] = []
    under = ""
    entries = [_ENTRY.fullmatch(line) for _, line in lines]
    numbered = sum(entry is not None for entry in entries)
    figures = any(entry is not None and entry[0].lstrip(" (")[:1].isdigit() for entry in entries)
    for (number, line), found_entry in zip(lines, entries, strict=True):
        entry = found_entry if not figures or line.lstrip(" (")[:1].isdigit() else None
        said = standing_under(line.rstrip(" :"))
        if said is not None:
            under = "" if said is Standing.COMING else line.rstrip(" :")
        elif entry is not None:
            found += [Entry(number, _ticked(line, entry[1]), under)] if entry[1] else []
        elif (found and _is_one_more(line)) or (not numbered and looks_like_name(line)):
            found.append(Entry(number, line, under))
    return tuple(found) if len(found) >= _FEWEST or numbered else ()


def _ticked(line: str, text: str) -> str:
    """An entry, with the tick or the cross before it."""
    mark = line.strip()[:1]
    return f"{mark} {text}" if mark in "✅☑✔❌" else text


def _is_one_more(line: str) -> bool:
    """Whether a line without a number is somebody who forgot it."""
    return looks_like_name(line) or (" " not in line and begins_with_one(line))


def longest(lists: Sequence[tuple[Entry, ...]]) -> int:
    """The place of the longest list; of several as long, of the last."""
    return max(range(len(lists)), key=lambda place: (len(lists[place]), place))


def same(one: str, other: str) -> bool:
    """Whether two names may be one person's: the words of the shorter are all in the longer, the first the same."""
    mine, theirs = fold(one).split(), fold(other).split()
    if not mine or not theirs or mine[0] != theirs[0]:
        return False
    return set(mine) <= set(theirs) or set(theirs) <= set(mine)


def lost(lists: Sequence[tuple[Entry, ...]], chosen: int) -> list[Entry]:
    """Who stands in another list and not in the chosen one, each once."""
    found: list[Entry] = []
    for place, entries in enumerate(lists):
        for entry in entries if place != chosen else ():
            known = (*(one.name for one in lists[chosen]), *(one.name for one in found))
            if not any(same(entry.name, name) for name in known):
                found.append(entry)
    return found
