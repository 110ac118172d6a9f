"""Cells of a spreadsheet that are merged over several rows: each of them says what the first one says.

Not so what tells who somebody is: a name over two rows is a guest with somebody whose name is not known yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkin.intake.columns import Columns
from checkin.intake.sheets import Line

_ONES_OWN = frozenset({
    "name", "given", "family", "family2", "email", "phone", "code", "user", "number", "position", "handle", "linkedin",
    "companions", "companion_names", "quantity", "diet", "age", "sex", "wishes", "about",
})  # fmt: skip
"""Fields that are never several people's at once."""


def spread(body: Sequence[Line], merged: Sequence[tuple[int, int, int]], columns: Columns) -> tuple[Line, ...]:
    """The lines, with what merged cells say on each of their rows.

    Args:
        body: The lines below the header.
        merged: Each as (first row, last row, column), rows from 1 and columns from 0.
        columns: What the columns say.
    """
    own = {place for name, places in columns.places.items() if name in _ONES_OWN for place in places}
    at_row = {line.number: place for place, line in enumerate(body)}
    lines = list(body)
    for first, last, column in merged:
        head = at_row.get(first)
        said = lines[head].cells[column : column + 1] if head is not None and column not in own else ()
        for row in range(first + 1, last + 1) if any(said) else ():
            if (place := at_row.get(row)) is not None:
                lines[place] = _with(lines[place], column, said[0])
    return tuple(lines)


def _with(line: Line, column: int, said: str) -> Line:
    """A line that says something in a column that it has nothing in."""
    cells = [*line.cells, *("" for _ in range(column + 1 - len(line.cells)))]
    if cells[column] or line.aside:
        return line
    cells[column] = said
    return replace(line, cells=tuple(cells))
