"""What a test's export is made of: who is on it and what their row comes to, and the file as its platform writes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape

from tests.intake.tables_of_people import workbook

NAMED, UNNAMED, OUT, SKIPPED = "named", "unnamed", "not_expected", "skipped"


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody on a list.

    Attributes:
        fate: What their row comes to.
    """

    number: int
    given: str
    family: str
    fate: str = NAMED

    @property
    def email(self) -> str:
        """An address nobody has."""
        return f"p{self.number}@example.org"

    @property
    def full(self) -> str:
        """The name as a badge has it."""
        return f"{self.given} {self.family}"


CAST = (
    Who(1, "Begoña", "Ibáñez Cañete"), Who(2, "Jordi", "Puig i Roca"), Who(3, "Łukasz", "Wójcik"),
    Who(4, "María José", "de la O"), Who(5, "", "", UNNAMED), Who(6, "Anne-Sophie", "L'Hôte", OUT),
    Who(7, "Jürgen", "von der Heide"), Who(8, "Seán", "O’Neill"), Who(9, "Zoë", "Ñíguez", SKIPPED),
    Who(10, "Iñaki", "Etxeberria", OUT), Who(11, "", "", UNNAMED), Who(12, "Nicolò", "D'Amico"),
    Who(13, "João", "Sá"), Who(14, "Chloé", "Dupont-Moretti", OUT), Who(15, "Íñigo", "Álvarez"),
)  # fmt: skip
"""Six kinds of surnames, two tickets without a name, three who do not come, one row that is no person."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file and what is in it.

    Attributes:
        rows: Header and rows.
        fates: Of each row, whose it is and what it comes to.
        printed: From row to what the platform prints on that ticket.
        told: Codes of remarks about the whole file.
    """

    name: str
    format: str
    rows: list[list[str]]
    fates: list[Who]
    encoding: str = "utf-8"
    delimiter: str = ","
    sheet: str = ""
    companions: int = 0
    printed: dict[int, str] = field(default_factory=dict)
    told: tuple[str, ...] = ()

    def raw(self) -> bytes:
        """The file as its platform writes it."""
        if self.name.endswith(".xlsx"):
            others = {"Orders": [["Order code", "Order total"], ["X", "1"]]} if self.format == "pretix" else {}
            return workbook({**others, self.sheet or "Sheet1": self.rows})
        if self.name.endswith(".xls"):
            cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in self.rows)
            body = "".join(f"<tr>{row}</tr>" for row in cells)
            return f"<html><head><meta charset='utf-8'></head><body><table>{body}</table></body></html>".encode()
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=self.delimiter).writerows(self.rows)
        return text.getvalue().encode(self.encoding)


Row = Callable[[Who], list[str]]


def export(name: str, platform: str, header: str, row: Row, cast: Iterable[Who] = CAST, **more: object) -> Export:
    """An export with one row for each of ``cast``; ``printed`` may be a function of who holds the ticket."""
    people = list(cast)
    printed = more.pop("printed", None)
    codes = {at: printed(who) for at, who in enumerate(people, 2)} if callable(printed) else {}
    return Export(name, platform, [header.split("|"), *map(row, people)], people, printed=codes, **more)  # type: ignore[arg-type]
