"""One row seen through the columns of its table: the cells of a field, and which headers they stand under."""

from __future__ import annotations

from dataclasses import dataclass

from checkin.intake.folding import one_line
from checkin.intake.sheets import Line
from checkin.intake.tables import Table


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of ``line``, asked for by field."""

    table: Table
    line: Line

    def at(self, place: int) -> str:
        """The cell of a column; a row may be shorter than its header."""
        return self.line.cells[place] if place < len(self.line.cells) else ""

    def under(self, name: str) -> list[tuple[str, str]]:
        """The filled cells of a field, each as (header, cell)."""
        if name not in self.table.columns.places:
            return []
        pairs = [(self.table.headers[place], self.at(place)) for place in self.table.columns.of(name)]
        return [(header, cell) for header, cell in pairs if cell]

    def text(self, name: str) -> str:
        """The first filled cell of a field, lines and all."""
        places = self.table.columns.places.get(name)
        if places is None:  # most fields of most rows: asked for fifty times a row
            return ""
        cells = self.line.cells
        for place in places:
            if place < len(cells) and cells[place]:
                return cells[place]
        return ""

    def word(self, name: str) -> str:
        """The first filled cell of a field on one line."""
        text = self.text(name)
        return one_line(text) if text else ""

    def texts(self, name: str) -> str:
        """All the filled cells of a field, one below the other."""
        return "\n".join(cell for _, cell in self.under(name))

    def header(self, name: str) -> str:
        """The header of the first filled cell of a field."""
        return next((header for header, _ in self.under(name)), "")
