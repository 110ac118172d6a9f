"""Several tables on one sheet made one: side by side, or one below the other with a header of its own.

Knows headers by their words; does not know what a guest is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkin.intake import columns as guesser
from checkin.intake.contents import looks_like_name, share
from checkin.intake.folding import fold_header
from checkin.intake.headings import names_a_table, standing_under
from checkin.intake.sheets import Line, Remark
from checkin.model import Standing

_PERSONAL = frozenset({"name", "given", "family", "email", "phone", "company", "role"})
_NAMES = frozenset({"name", "given", "family"})
_HEADERISH = re.compile(
    r"no[mn]|name|naam|namn|mail|corre|surn|apel|cogn|imi|izen|asist|partic|attend|guest|invit|vor|pr[eé]n",
    re.IGNORECASE,
)
_EXACT = 70


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet's people below one header, in one table."""

    titles: tuple[str, ...]
    body: tuple[Line, ...]
    remarks: tuple[Remark, ...] = ()


def one_table(titles: tuple[str, ...], body: Sequence[Line], above: Sequence[Line]) -> Laid:
    """The tables of a sheet as one; ``above`` are the lines over its header."""
    under = _said_above(above, 0, max(map(len, (line.cells for line in above)), default=0))
    if under:
        body = [replace(line, under=under) for line in body]
    laid = _beside(titles, tuple(body), above)
    return _below(laid)


def is_plan(titles: Sequence[str]) -> bool:
    """Whether titles are those of tables or groups, each above its people: ``Mesa 1``, ``Mesa 2``."""
    filled = [title for title in titles if title]
    said = [names_a_table(title) or standing_under(title) is not None for title in filled]
    return len(filled) > 1 and all(said)


def above_names(titles: Sequence[str], body: Sequence[Line]) -> bool:
    """Whether below every title of a plan stand names, and no answers."""
    below = [[line.cells[at] for line in body if at < len(line.cells) and line.cells[at]] for at in _starts(titles)]
    return all(share(cells, looks_like_name) >= 0.5 for cells in below if cells)


def _starts(titles: Sequence[str]) -> list[int]:
    return [place for place, title in enumerate(titles) if title]


def planned(titles: Sequence[str], body: Sequence[Line]) -> tuple[tuple[Line, ...], str]:
    """The people of such a plan, one table below the other, numbered as tables side by side are; and how."""
    starts = _starts(titles)
    base = _base(body)
    lines = []
    told = [f"{titles[start]} → {at * base + body[0].number}" for at, start in enumerate(starts) if at and body]
    for at, start in enumerate(starts):
        said = standing_under(titles[start])
        under = titles[start] if said not in {None, Standing.COMING} else ""
        for line in body:
            cells = line.cells[start : starts[at + 1] if at + 1 < len(starts) else None]
            if any(cells):
                lines.append(Line(line.number + at * base, cells, under, "" if said else titles[start]))
    return tuple(lines), ", ".join(told)


def _base(body: Sequence[Line]) -> int:
    """What is added to the row numbers of each table to the right, so that every person has one."""
    base = 100
    while body and base <= body[-1].number:
        base *= 10
    return base


def _said_above(above: Sequence[Line], start: int, end: int) -> str:
    """The nearest title over some columns, where it says that those below do not come."""
    for line in reversed(above):
        filled = [cell for cell in line.cells[start:end] if cell]
        said = standing_under(filled[0]) if len(filled) == 1 else None
        if said is not None:
            return "" if said is Standing.COMING else filled[0]
    return ""


def exact_fields(cells: Sequence[str]) -> set[str]:
    """The fields that cells name to the letter, as a header does."""
    found = set()
    for cell in cells:
        scores = guesser.header_scores(cell) if cell and len(cell) <= 60 else {}
        best = max(scores, key=lambda name: scores[name], default="")
        if best and scores[best] > _EXACT:
            found.add(best)
    return found


def is_header(cells: Sequence[str]) -> bool:
    """Whether a line within a list can only be a header: it names a person's columns, and holds no figure."""
    told = "\n".join(cells)
    if "@" in told or len(told) > 500 or not _HEADERISH.search(told) or any(map(str.isdigit, told)):
        return False
    fields = exact_fields(cells) & _PERSONAL
    return len(fields) > 1 and bool(fields & _NAMES)


def _beside(titles: tuple[str, ...], body: tuple[Line, ...], above: Sequence[Line]) -> Laid:
    """Tables side by side, one below the other; the rows of the right-hand ones get numbers of their own."""
    found = parts(titles)
    if len(found) < 2 or not exact_fields(titles[slice(*found[0])]) & _NAMES:
        return Laid(titles, body)
    between = set(range(len(titles))) - {place for start, end in found for place in range(start, end)}
    if any(line.cells[place] for line in body for place in between if place < len(line.cells)):
        return Laid(titles, body)
    base = _base(body)
    lines: list[Line] = []
    remarks = []
    for at, (start, end) in enumerate(found):
        under = _said_above(above, start, found[at + 1][0] if at + 1 < len(found) else len(titles))
        for line in body:
            cells = line.cells[start:end]
            if any(cells):
                lines.append(Line(line.number + at * base, cells, under or line.under))
        if at:
            said = f"{', '.join(titles[start:end])} → {at * base + body[0].number}" if body else ""
            remarks.append(Remark(0, "side_by_side", said))
    return Laid(titles[slice(*found[0])], tuple(lines), tuple(remarks) if body else ())


def parts(titles: Sequence[str]) -> list[tuple[int, int]]:
    """Where the same titles come again from left to right: after a column without one, or at once."""
    folded = [fold_header(title) for title in titles]
    found: list[tuple[int, int]] = []
    start = 0
    for place in range(len(folded) + 1):
        if place == len(folded) or not folded[place]:
            if place > start:
                found.append((start, place))
            start = place + 1
    if len(found) == 1:
        start, end = found[0]
        for width in range(2, (end - start) // 2 + 1):
            times, rest = divmod(end - start, width)
            if not rest and folded[start:end] == folded[start : start + width] * times:
                return [(at, at + width) for at in range(start, end, width)]
    first = folded[slice(*found[0])] if found else []
    return found if all(folded[slice(*part)] == first for part in found) else []


def _below(laid: Laid) -> Laid:
    """Lines below another header in the order of the first one; columns that it lacks come behind."""
    titles = list(laid.titles)
    if not exact_fields(titles) & _NAMES:
        return laid
    first = [fold_header(title) for title in titles]
    lines: list[Line] = []
    order: list[int] | None = None
    for line in laid.body:
        if is_header(line.cells):
            said = [fold_header(cell) for cell in line.cells]
            order = None if said == first[: len(said)] else _order(titles, line.cells)
            lines.append(replace(line, aside="header_again"))
        elif order is None:
            lines.append(line)
        else:
            lines.append(replace(line, cells=_ordered(line.cells, order, len(titles))))
    return replace(laid, titles=tuple(titles), body=tuple(lines))


def _order(titles: list[str], other: Sequence[str]) -> list[int]:
    """From each column of another header to its place: the same title, else the same field, else a new one."""
    folded = [fold_header(title) for title in titles]
    fields = [exact_fields([title]) for title in titles]
    order: list[int] = []
    for title in other:
        said, field = fold_header(title), exact_fields([title])
        same = [at for at, one in enumerate(folded) if one == said and at not in order and said]
        like = [at for at, one in enumerate(fields) if field and one == field and at not in order]
        if not (same or like):
            titles.append(title)
            folded.append(said)
            fields.append(field)
            same = [len(titles) - 1]
        order.append((same or like)[0])
    return order


def _ordered(cells: Sequence[str], order: list[int], width: int) -> tuple[str, ...]:
    found = [""] * width
    beyond = []
    for at, cell in enumerate(cells):
        if at < len(order):
            found[order[at]] = cell
        elif cell:
            beyond.append(cell)
    while found and not found[-1] and not beyond:
        found.pop()
    return (*found, *beyond)
