"""One row seen through the columns of its table: the cells of a field, and which headers they stand under."""

from __future__ import annotations

from checkin.intake import name_cells
from checkin.intake.folding import fold, one_line
from checkin.intake.marks import unmarked
from checkin.intake.sheets import Line
from checkin.intake.standing import ticked
from checkin.intake.tables import Table


class Cells:
    """The cells of ``line``, asked for by field.

    Attributes:
        texts_of: From each field that is filled to its first filled cell.
        words_of: The same on one line.
        told: All cells with bars between them, for one look at the whole row.
    """

    __slots__ = ("_said", "line", "table", "texts_of", "told", "words_of")

    def __init__(self, table: Table, line: Line) -> None:
        """Look up the first filled cell of each field that the table has: it has few, and is asked for many."""
        self.table = table
        self.line = line
        cells = line.cells
        width = len(cells)
        self.texts_of: dict[str, str] = {}
        for name, places in table.columns.places.items():
            for place in places:
                if place < width and (cell := cells[place]):
                    self.texts_of[name] = cell
                    break
        self.told = "|".join(cells)
        on_lines = "\n" in self.told
        self._said: dict[str, name_cells.Said] = {}
        self.words_of = {n: one_line(text) for n, text in self.texts_of.items()} if on_lines else self.texts_of

    def at(self, place: int) -> str:
        """The cell of a column; a row may be shorter than its header."""
        return self.line.cells[place] if place < len(self.line.cells) else ""

    def ticked(self, place: int) -> bool:
        """Whether the cell of a column is a tick."""
        return ticked(self.at(place))

    def under(self, name: str) -> list[tuple[str, str]]:
        """The filled cells of a field, each as (header, cell)."""
        if name not in self.texts_of:
            return []
        pairs = [(self.table.headers[place], self.at(place)) for place in self.table.columns.of(name)]
        return [(header, cell) for header, cell in pairs if cell]

    def text(self, name: str) -> str:
        """The first filled cell of a field, lines and all."""
        return self.texts_of.get(name, "")

    def word(self, name: str) -> str:
        """The first filled cell of a field on one line."""
        return self.words_of.get(name, "")

    def said(self, name: str) -> name_cells.Said:
        """What the first filled cell of a name says, without the signs around it; read once."""
        found = self._said.get(name)
        if found is None:
            found = name_cells.read(unmarked(self.text(name)).text)
            if found.company:
                said = self.words_of.get("company") or found.company
                same = name == "name" and fold(said) == fold(found.company)
                found = found.without_company() if same else found._replace(company="")
            self._said[name] = found
        return found

    def texts(self, name: str) -> str:
        """All the filled cells of a field, one below the other."""
        return "\n".join(cell for _, cell in self.under(name)) if name in self.texts_of else ""

    def header(self, name: str) -> str:
        """The header of the first filled cell of a field."""
        return next((header for header, _ in self.under(name)), "")
