"""A page that remembers where everything on it went."""

from __future__ import annotations

from typing import NamedTuple

from checkin.paper.colours import Colour
from checkin.paper.fitting import MM
from checkin.paper.layout import Box
from checkin.paper.logo import Logo
from checkin.paper.page import Page
from checkin.paper.pdf import Document
from checkin.paper.qr import Code
from checkin.paper.shaping import Line


class Mark(NamedTuple):
    """Something that was drawn.

    Attributes:
        kind: "text", "ground", "block", "outline", "code", "picture" or "rule".
        box: With the thickness of its line.
        inner: What is free inside it.
        said: Of a text.
        size: Of a text, in points.
    """

    kind: str
    box: Box
    inner: Box
    said: str = ""
    size: float = 0.0


class Watched(Page):
    """A page that remembers where everything on it went, in millimetres; not where its origin has been moved."""

    def __init__(self, width: float, height: float) -> None:
        """An empty page of that size."""
        document = Document("Title", "en")
        super().__init__(width, height, document.placed, document.picture)
        self.marks: list[Mark] = []

    def texts(self) -> list[Mark]:
        """What was written."""
        return [mark for mark in self.marks if mark.kind == "text"]

    @property
    def inks(self) -> list[Box]:
        """Where the ink of the texts is."""
        return [mark.box for mark in self.texts()]

    @property
    def codes(self) -> list[Box]:
        """Where codes are."""
        return [mark.box for mark in self.marks if mark.kind == "code"]

    @property
    def rules(self) -> list[float]:
        """How far down rules are."""
        return [mark.box.y + mark.box.height / 2 for mark in self.marks if mark.kind == "rule"]

    def said(self) -> str:
        """All that was written, in the order in which it was."""
        return " ".join(mark.said for mark in self.texts())

    def rectangle(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        super().rectangle(x, y, width, height, fill)
        self._keep("ground", Box(x, y, width, height))

    def rounded(self, x: float, y: float, width: float, height: float, radius: float, fill: Colour) -> None:
        super().rounded(x, y, width, height, radius, fill)
        self._keep("block", Box(x, y, width, height))

    def outlined(
        self, x: float, y: float, width: float, height: float, radius: float, stroke: Colour, line: float = 0.6
    ) -> None:
        super().outlined(x, y, width, height, radius, stroke, line)
        half = line / MM / 2
        inner = Box(x + half, y + half, width - 2 * half, height - 2 * half)
        self.marks.append(Mark("outline", Box(x - half, y - half, width + 2 * half, height + 2 * half), inner))

    def rule(self, x1: float, y1: float, x2: float, y2: float, stroke: Colour, line: float = 0.5) -> None:
        super().rule(x1, y1, x2, y2, stroke, line)
        half = line / MM / 2
        self._keep(
            "rule", Box(min(x1, x2) - half, min(y1, y2) - half, abs(x2 - x1) + 2 * half, abs(y2 - y1) + 2 * half)
        )

    def text(
        self,
        line: Line,
        x: float,
        baseline: float,
        size: float,
        fill: Colour,
        align: float = 0.0,
        said: str = "",
    ) -> None:
        super().text(line, x, baseline, size, fill, align, said)
        if line.runs:
            wide = (line.ink.right - line.ink.left) * size / MM
            top, bottom = (baseline - edge * size / MM for edge in (line.ink.top, line.ink.bottom))
            box = Box(x - align * wide, top, wide, bottom - top)
            self.marks.append(Mark("text", box, box, line.text, size))

    def code(self, code: Code, x: float, y: float, side: float) -> None:
        super().code(code, x, y, side)
        self._keep("code", Box(x, y, side, side))

    def picture(self, logo: Logo, x: float, y: float, width: float, height: float, align: float = 0.0) -> None:
        super().picture(logo, x, y, width, height, align)
        self._keep("picture", Box(x, y, width, height))

    def _keep(self, kind: str, box: Box) -> None:
        self.marks.append(Mark(kind, box, box))
