"""Sheets of labels and single labels as data, and where on them the next label is.

Lengths in millimetres, origin at the upper left corner of the paper. Measures are those that makers print on the pack;
rolls are one label a page. This module draws nothing.

>>> [(place.page, place.x, place.y) for place in places(SHEETS["a4-2x5"], 2, start=10)]
[(0, 105.0, 229.5), (1, 15.0, 13.5)]
>>> own = sheet_named("own:a4:63.5,38.1,7.2,15.1,66,38.1")
>>> own.columns, own.rows
(3, 7)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count, islice
from math import isfinite

from checkin.errors import NotOneOf, WrongCall

A4 = (210.0, 297.0)
LETTER = (215.9, 279.4)
PAPERS = {"a4": A4, "letter": LETTER}
OWN = "own"
"""How the name of a sheet begins that somebody has measured: ``own:a4:`` and six lengths."""

_SMALLEST = (25.0, 20.0)
_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of paper with labels on it.

    Attributes:
        name: What the command line and the database call it.
        product: What it says on the pack, to be shown as it is; "" for plain paper.
        page: Width and height of the paper.
        label: Width and height of a label.
        columns: Labels in a row.
        rows: Rows on a sheet.
        first: Left and upper edge of the first label.
        pitch: From a label's left and upper edge to its neighbours'.
        cut: Whether the labels are to be cut out of plain paper, so that marks help.
        fold: Whether a label is a badge unfolded: its back above, its front below, the fold in the middle.
    """

    name: str
    product: str
    page: tuple[float, float]
    label: tuple[float, float]
    columns: int = 1
    rows: int = 1
    first: tuple[float, float] = (0.0, 0.0)
    pitch: tuple[float, float] = (0.0, 0.0)
    cut: bool = False
    fold: bool = False

    @property
    def face(self) -> tuple[float, float]:
        """Width and height of what one side shows."""
        width, height = self.label
        return (width, height / 2) if self.fold else self.label

    @property
    def labels(self) -> int:
        """How many there are on a sheet."""
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label goes.

    Attributes:
        page: Counted from 0.
        slot: Its place on the sheet, counted from 1 along the rows.
        x: Its left edge.
        y: Its upper edge.
    """

    page: int
    slot: int
    x: float
    y: float


def _single(name: str, product: str, width: float, height: float) -> Sheet:
    return Sheet(name, product, (width, height), (width, height))


_ALL = (
    Sheet("a4-2x5", "Durable 1445-02 · 90 × 54", A4, (90.0, 54.0), 2, 5, (15.0, 13.5), (90.0, 54.0), cut=True),
    Sheet("durable-1456", "Durable 1456-02 · 90 × 60", A4, (90.0, 60.0), 2, 4, (15.0, 28.5), (90.0, 60.0)),
    Sheet("durable-1453", "Durable 1453-02 · 75 × 40", A4, (75.0, 40.0), 2, 6, (30.0, 28.5), (75.0, 40.0)),
    Sheet("avery-l4784", "Avery L4784, Herma 4412 · 80 × 50", A4, (80.0, 50.0), 2, 5, (17.5, 13.5), (95.0, 55.0)),
    Sheet("apli-02793", "APLI 02793 · 90 × 50,8", A4, (90.0, 50.8), 2, 5, (15.0, 21.5), (90.0, 50.8)),
    Sheet("a4-a6", "A6 · 105 × 148", A4, (105.0, 148.5), 2, 2, (0.0, 0.0), (105.0, 148.5), cut=True),
    Sheet("a4-a7", "A7 · 105 × 74", A4, (105.0, 74.25), 2, 4, (0.0, 0.0), (105.0, 74.25), cut=True),
    Sheet("a4-fold", "90 × 54", A4, (90.0, 108.0), 2, 2, (15.0, 40.5), (90.0, 108.0), cut=True, fold=True),
    Sheet("a4-fold-a6", "A6 · 105 × 148", A4, (105.0, 297.0), 2, 1, (0.0, 0.0), (105.0, 297.0), cut=True, fold=True),
    Sheet("letter-4x3", "US Letter · 4 × 3 in", LETTER, (101.6, 76.2), 2, 3, (6.35, 25.4), (101.6, 76.2)),
    Sheet("letter-2x5", "US Letter · 90 × 50", LETTER, (90.0, 50.0), 2, 5, (17.95, 14.7), (90.0, 50.0), cut=True),
    _single("90x54", "90 × 54", 90.0, 54.0),
    _single("cr80", "CR80 · 85,6 × 54", 85.6, 54.0),
    _single("cr90", "CR90 · 92 × 60", 92.0, 60.0),
    _single("a6", "A6 · 105 × 148", 105.0, 148.0),
    _single("dymo-99014", "Dymo 99014 · 101 × 54", 101.0, 54.0),
    _single("dymo-99012", "Dymo 99012 · 89 × 36", 89.0, 36.0),
    _single("dymo-99015", "Dymo 99015 · 70 × 54", 70.0, 54.0),
    _single("dymo-11356", "Dymo 11356 · 89 × 41", 89.0, 41.0),
    _single("dymo-30856", "Dymo 30856 · 106 × 62", 106.0, 62.0),
    _single("brother-dk22205", "Brother DK-22205 · 100 × 62", 100.0, 62.0),
    _single("brother-dk11201", "Brother DK-11201 · 90 × 29", 90.0, 29.0),
    _single("zebra-57x102", "Zebra · 102 × 57", 102.0, 57.0),
)

SHEETS: Mapping[str, Sheet] = {sheet.name: sheet for sheet in _ALL}
"""Every sheet and label that the program knows, the usual one first."""


def sheet_named(name: str) -> Sheet:
    """The sheet of that name, or the one that a name of six lengths describes (``own_name``).

    Raises:
        WrongCall: There is none, or nothing fits on it.
    """
    if name in SHEETS:
        return SHEETS[name]
    kind, _, measures = name.partition(":")
    paper, _, lengths = measures.partition(":")
    if kind != OWN or paper not in PAPERS:
        raise NotOneOf("--sheet", name, (*SHEETS, *(f"{OWN}:{known}:…" for known in PAPERS)))
    return _own(name, paper, lengths)


def own_name(paper: str, label: tuple[float, float], first: tuple[float, float], pitch: tuple[float, float]) -> str:
    """What a sheet that somebody has measured is called.

    >>> own_name("a4", (63.5, 38.1), (7.2, 15.1), (66.0, 38.1))
    'own:a4:63.5,38.1,7.2,15.1,66,38.1'
    """
    return f"{OWN}:{paper}:{','.join(f'{length:g}' for length in (*label, *first, *pitch))}"


@lru_cache(maxsize=64)
def _own(name: str, paper: str, lengths: str) -> Sheet:
    try:
        wide, high, left, top, across, down = (float(length) for length in lengths.split(","))
    except ValueError:
        raise WrongCall("--sheet", name) from None
    page = PAPERS[paper]
    sane = all(isfinite(length) and length >= 0 for length in (wide, high, left, top, across, down))
    if not sane or wide < _SMALLEST[0] or high < _SMALLEST[1] or across < wide or down < high:
        raise WrongCall("--sheet", name)
    columns = int((page[0] - left - wide + _TOLERANCE) / across) + 1
    rows = int((page[1] - top - high + _TOLERANCE) / down) + 1
    if left + wide > page[0] + _TOLERANCE or top + high > page[1] + _TOLERANCE:
        raise WrongCall("--sheet", name)
    product = f"{wide:g} × {high:g}"
    return Sheet(name, product, page, (wide, high), columns, rows, (left, top), (across, down), cut=False)


def apart(sheet: Sheet, bleed: float, around: float) -> Sheet:
    """The same labels with room for ``bleed`` on every side, on paper with ``around`` beside them for marks.

    >>> apart(SHEETS["a4-2x5"], 3.0, 7.0).page, apart(SHEETS["a4-2x5"], 3.0, 7.0).pitch
    ((206.0, 314.0), (96.0, 60.0))
    """
    (wide, high), edge = sheet.label, bleed + around
    pitch = (wide + 2 * bleed, high + 2 * bleed)
    page = (2 * around + sheet.columns * pitch[0], 2 * around + sheet.rows * pitch[1])
    return replace(sheet, page=page, first=(edge, edge), pitch=pitch, cut=False)


def slots(sheet: Sheet, start: int = 1) -> Iterator[Place]:
    """Every label from the ``start``-th of the first sheet on, without end.

    Raises:
        WrongCall: the sheet has no such label.
    """
    if not 1 <= start <= sheet.labels:
        raise WrongCall("--start", str(start))
    return (_place(sheet, number) for number in count(start - 1))


def places(sheet: Sheet, labels: int, start: int = 1) -> Iterator[Place]:
    """Where that many labels go, beginning with the ``start``-th of a begun sheet."""
    return islice(slots(sheet, start), labels)


def _place(sheet: Sheet, number: int) -> Place:
    page, slot = divmod(number, sheet.labels)
    row, column = divmod(slot, sheet.columns)
    x = sheet.first[0] + column * sheet.pitch[0]
    y = sheet.first[1] + row * sheet.pitch[1]
    return Place(page, slot + 1, x, y)
