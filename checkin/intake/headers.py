"""Which line of a sheet is its header, and what its titles are: one line, or two of which one groups the other.

Above a list stand its title, who sends it, what the evening is called; below the header, sometimes, the parts of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from checkin.intake import blocks
from checkin.intake import columns as guesser
from checkin.intake.contents import looks_like_email, looks_like_name, share
from checkin.intake.folding import fold_header
from checkin.intake.formats import GENERIC, recognise
from checkin.intake.given_names import begins_with_one, share_of_them
from checkin.intake.headings import standing_under
from checkin.intake.marks import unmarked
from checkin.intake.sheets import Line

_WITHIN = 30
_NEAR = 3
"""Lines below a likely header among which a better one is looked for."""
_LOOKED_AT = 1000
_TELEPHONE = re.compile(r"\+?[\d\s().-]{8,20}")
_WHO = frozenset({"name", "given", "family", "email", "code", "companions", "companion_names", "company"})
_TRIFLES = frozenset({"number", "handle"})


@dataclass(frozen=True, slots=True)
class Header:
    """Where the people of a sheet begin, and under which titles.

    Attributes:
        first: The place of the header's first line among the lines; 0 where there is none.
        below: The place of the first line below it.
        row: The row number of its last line; 0 where there is none.
    """

    titles: tuple[str, ...]
    first: int
    below: int
    row: int


def find(lines: Sequence[Line]) -> Header:
    """The header of a sheet."""
    at = _header_at(lines)
    if at is not None and _is_heading(lines, at):
        at = None
    if at is None:
        return Header((), 0, 0, 0)
    titles = lines[at].cells
    above = lines[at - 1].cells if at else ()
    under = lines[at + 1].cells if at + 1 < len(lines) else ()
    if _groups(above, titles):
        return Header(_joined(above, titles, parts=False), at - 1, at + 1, lines[at].number)
    if not blocks.is_plan(titles) and _parts_of(titles, under, lines[at + 2 : at + 40]):
        return Header(_joined(titles, under, parts=True), at, at + 2, lines[at + 1].number)
    return Header(titles, at, at + 1, lines[at].number)


def _is_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether what was taken for a header is the title of a list of one column: ``Cancelados``, ``Comida``."""
    text = lines[at].cells[0]
    scores = guesser.header_scores(text)
    if max(len(line.cells) for line in lines) > 1 or "name" in scores:
        return False
    below = [unmarked(line.cells[0]).text for line in lines[at + 1 : _LOOKED_AT]]
    names = _WHO.isdisjoint(scores) and share(below, looks_like_name) >= 0.5
    return standing_under(text) is not None or names


def _header_at(lines: Sequence[Line]) -> int | None:
    """The first line with two known column words, or a better one near below; else with one.

    None where the people begin at once.
    """
    best: int | None = None
    for at, line in enumerate(lines[:_WITHIN]):
        filled = [cell for cell in line.cells if cell]
        if _labelled(filled):
            continue
        if any(looks_like_email(cell) for cell in filled):
            break
        known = sum(map(_known, filled))
        if recognise({fold_header(cell) for cell in filled}) is not GENERIC:
            return at
        if known >= 2:
            return _better_near(lines, at)
        alone = len(line.cells) == 1
        if best is None and (blocks.is_plan(line.cells) or (known >= 0.9 and (alone or _may_be_header(filled)))):
            best = at
    return best if best is not None else _header_by_content(lines)


def _may_be_header(filled: Sequence[str]) -> bool:
    """Whether a line with one known word in it has titles besides, and nobody's name."""
    return len(filled) > 1 and not any(map(begins_with_one, filled))


def _labelled(filled: Sequence[str]) -> bool:
    """Whether a line is made of labels and what they say: ``Contacto:``, ``info@example.org``."""
    said = len(filled) > 1 and filled[0].endswith(":") and not any(cell.endswith(":") for cell in filled[1::2])
    return said and not blocks.is_header(filled)


def _better_near(lines: Sequence[Line], at: int) -> int:
    """The line that names the most columns, from a likely header down to the first that holds an e-mail or a figure."""
    best, most = at, _named(lines[at].cells)
    for place, line in enumerate(lines[at + 1 : at + 1 + _NEAR], at + 1):
        if any("@" in cell or cell.isdigit() for cell in line.cells):
            break
        if blocks.is_header(line.cells) and (named := _named(line.cells)) > most:
            best, most = place, named
    return best


def _named(cells: Sequence[str]) -> int:
    return sum(_known(cell) == 1.0 for cell in cells if cell)


def _groups(above: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether a line groups the titles below it: it tells titles apart that say the same, and has fewer."""
    filled = [place for place, cell in enumerate(above) if cell]
    folded = [fold_header(title) for title in titles if title]
    if len(set(folded)) == len(folded) or len(blocks.parts(titles)) > 1:
        return False
    figures = any(any(map(str.isdigit, above[place])) or "@" in above[place] for place in filled)
    within = all(place < len(titles) and titles[place] for place in filled)
    return 1 < len(filled) < len(folded) and within and not figures


def _parts_of(titles: Sequence[str], under: Sequence[str], people: Sequence[Line]) -> bool:
    """Whether the line below a header says what the columns under a title that spans several stand for.

    It says nothing where the header names somebody, stands under no other title, and people fill what it names.
    """
    filled = [place for place, cell in enumerate(under) if cell]
    if not filled or any("@" in cell or any(map(str.isdigit, cell)) for cell in under) or len(filled) < 2:
        return False
    nameless = [place for place in filled if place >= len(titles) or not titles[place]]
    if not nameless:
        return False
    for place in filled:
        spans = place + 1 in filled and place + 1 in nameless
        if place not in nameless and not spans:
            return False
    return all(any(place < len(line.cells) and line.cells[place] for line in people) for place in nameless)


def _joined(above: Sequence[str], below: Sequence[str], *, parts: bool) -> tuple[str, ...]:
    """Two lines of titles as one: the lower one, with its group where another says the same, or it is a part of it."""
    lower = [fold_header(title) for title in below]
    found, group = [], ""
    for place in range(max(len(above), len(below))):
        over = above[place] if place < len(above) else ""
        title = below[place] if place < len(below) else ""
        group = over or (group if title else "")
        if not title or not group:
            found.append(title or over)
        elif lower.count(lower[place]) > 1:
            found.append(f"{title} {group[0].lower()}{group[1:]}")
        else:
            found.append(f"{group}: {title}" if parts and not guesser.header_scores(title) else title)
    return tuple(found)


def _known(cell: str) -> float:
    """1 for a column word to the letter, 0.6 for a question that has one in it."""
    if len(cell) > 200:
        return 0.0
    scores = {name: score for name, score in guesser.header_scores(cell).items() if name not in _TRIFLES}
    best = max(scores.values(), default=0.0)
    return 1.0 if best > 70 else 0.6 if best else 0.0


def _header_by_content(lines: Sequence[Line]) -> int | None:
    """A header in an unknown language: a line without an e-mail right above lines with e-mails; else the first line.

    None where the people begin at once: an e-mail or a telephone on the first line, names from the first line on, or
    nothing but names.
    """
    if max(len(line.cells) for line in lines) == 1:
        return 0 if _known(lines[0].cells[0]) and standing_under(lines[0].cells[0]) is None else None
    first = lines[0].cells
    if any(map(looks_like_email, first)) or any(map(_TELEPHONE.fullmatch, first)) or _named_like_the_rest(lines):
        return None
    for at, (line, following) in enumerate(pairwise(lines[:_WITHIN])):
        if any(map(looks_like_email, line.cells)):
            return None
        if sum(map(bool, line.cells)) > 1 and any(map(looks_like_email, following.cells)):
            return at
    return 0


def _named_like_the_rest(lines: Sequence[Line]) -> bool:
    """Whether the first line has a name where the lines below have names."""
    for place, cell in enumerate(lines[0].cells):
        bare = unmarked(cell).text
        if not cell or not (looks_like_name(bare) or begins_with_one(bare)):
            continue
        below = [unmarked(line.cells[place]).text for line in lines[:_LOOKED_AT] if place < len(line.cells)]
        if share(below, looks_like_name) >= 0.8 or (begins_with_one(bare) and share_of_them(below) >= 0.3):
            return True
    return len(lines) == 1
