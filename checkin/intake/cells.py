"""One row seen through the columns of its table: the cells of a field, and which headers they stand under."""

from __future__ import annotations

from checkin.intake.folding import one_line
from checkin.intake.sheets import Line
from checkin.intake.tables import Table


class Cells:
    """The cells of ``line``, asked for by field."""

    __slots__ = ("_texts", "line", "table")

    def __init__(self, table: Table, line: Line) -> None:
        """Look up the first filled cell of each field that the table has: it has few, and is asked for many."""
        self.table = table
        self.line = line
        cells = line.cells
        width = len(cells)
        self._texts: dict[str, str] = {}
        for name, places in table.columns.places.items():
            for place in places:
                if place < width and cells[place]:
                    self._texts[name] = cells[place]
                    break

    def at(self, place: int) -> str:
        """The cell of a column; a row may be shorter than its header."""
        return self.line.cells[place] if place < len(self.line.cells) else ""

    def under(self, name: str) -> list[tuple[str, str]]:
        """The filled cells of a field, each as (header, cell)."""
        if name not in self._texts:
            return []
        pairs = [(self.table.headers[place], self.at(place)) for place in self.table.columns.of(name)]
        return [(header, cell) for header, cell in pairs if cell]

    def text(self, name: str) -> str:
        """The first filled cell of a field, lines and all."""
        return self._texts.get(name, "")

    def word(self, name: str) -> str:
        """The first filled cell of a field on one line."""
        text = self._texts.get(name, "")
        return one_line(text) if "\n" in text else text

    def texts(self, name: str) -> str:
        """All the filled cells of a field, one below the other."""
        return "\n".join(cell for _, cell in self.under(name)) if name in self._texts else ""

    def header(self, name: str) -> str:
        """The header of the first filled cell of a field."""
        return next((header for header, _ in self.under(name)), "")
