"""Badges as a PDF file.

From values to bytes: nothing here reads a database, a clock or a file, so that the same evening printed twice is the
same file. The sizes, scripts and colours are those of ``paper/``; who gets a badge is the desk's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from checkin.collector import set_aside
from checkin.errors import WrongCall
from checkin.paper.adjusting import EXACT, Adjustment
from checkin.paper.badge import PLAIN, ROOMY, Badge, code_on, draw, draw_ground, front, ground_of, shown
from checkin.paper.badge_back import draw_back
from checkin.paper.calibration import draw_calibration
from checkin.paper.cutting import AROUND, draw_crop_marks, draw_cut_marks, draw_fold_marks
from checkin.paper.designs import Design
from checkin.paper.layout import layout
from checkin.paper.page import Page
from checkin.paper.pdf import Document
from checkin.paper.placing import Drawn
from checkin.paper.press import Press
from checkin.paper.printed import Flaws, Printed, Told, Unprintable, finished
from checkin.paper.sheets import SHEETS, Place, Sheet, apart, places, sheet_named
from checkin.words import Words

__all__ = [
    "SHEETS", "Badge", "Design", "Flaws", "Press", "Printed", "Sheet", "Stock", "Unprintable", "badges_pdf",
    "calibration_pdf",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stock:
    """What badges are printed on.

    Attributes:
        sheet: One of ``SHEETS``, or the name of a sheet that somebody has measured.
        start: The first free label of a begun sheet, counted from 1 along the rows.
        duplex: Whether the backs are printed on the other side, on every second page.
        marks: Whether sheets that are to be cut or folded get marks to do it by.
        bleed: How far colour runs over the edges of the labels, for a print shop; the paper is then larger.
        adjustment: What undoes the printer's offset and scale.
    """

    sheet: str = "a4-2x5"
    start: int = 1
    duplex: bool = False
    marks: bool = True
    bleed: float = 0.0
    adjustment: Adjustment = EXACT

    @property
    def whole(self) -> bool:
        """Whether badges on it have room for everything: on a back, or on a large front.

        Raises:
            WrongCall: No such sheet.
        """
        sheet = sheet_named(self.sheet)
        return self.duplex or sheet.fold or sheet.face[1] >= ROOMY


def badges_pdf(
    badges: Sequence[Badge],
    stock: Stock,
    *,
    event_name: str,
    t: Words,
    design: Design = PLAIN,
    press: Press | None = None,
    told: Told | None = None,
) -> Printed:
    """One badge a guest, in their order, on sheets of labels or one a page.

    Args:
        badges: What they say.
        stock: What they are printed on.
        event_name: Printed small on each.
        t: The language of the few words on a badge.
        design: What they look like, and which of their fields they show.
        press: Fonts and codes kept warm from an earlier print.
        told: Hears of every finished sheet; what it raises stops the work, and nothing is kept.

    Raises:
        WrongCall: No such sheet, the sheet has no such label, or its labels are folded and cannot have a bleed.
    """
    with set_aside():
        return _printed(_Batch(stock, design, event_name, press or Press(), t), badges, told)


def _printed(batch: _Batch, badges: Sequence[Badge], told: Told | None) -> Printed:
    """The same, from a batch that is ready."""
    stock, design, event_name = batch.stock, batch.design, batch.event
    badges = [shown(badge, design) for badge in badges]
    batch.press.expect(sum(bool(badge.code) for badge in badges))
    drawn: list[tuple[str, Drawn]] = []
    for _, row in groupby(places(batch.sheet, len(badges), stock.start), key=lambda place: place.page):
        spots = list(row)
        some = badges[len(drawn) : len(drawn) + len(spots)]
        drawn += batch.draw(spots, some)
        if told:
            told(len(drawn), len(badges))
    return finished(batch.document, drawn, event=event_name, heading=batch.titles)


def calibration_pdf(sheet: str, *, t: Words, press: Press | None = None) -> Printed:
    """The page by which a printer's offset and scale are found, as large as the sheet's paper.

    Raises:
        WrongCall: No such sheet.
    """
    document = Document(t("Calibration"), t.language)
    page = document.page(*sheet_named(sheet).page)
    drawn = draw_calibration(page, press or Press(), t)
    document.add(page)
    return finished(document, [(t("Calibration"), drawn._replace(abbreviated=False))])


class _Batch:
    """A document of badges in the making."""

    def __init__(self, stock: Stock, design: Design, event: str, press: Press, t: Words) -> None:
        self.stock, self.design, self.event, self.press, self.t = stock, design, event, press, t
        self.sheet, self.bleed = sheet_named(stock.sheet), stock.bleed
        if self.bleed and self.sheet.fold:
            raise WrongCall(f"--sheet {stock.sheet}", "--bleed")
        if self.bleed:
            self.sheet = apart(self.sheet, self.bleed, AROUND)
        self.face, self.label = self.sheet.face, self.sheet.label
        self.document = Document(t("Badges · {event}", event=event), t.language)
        self._backed = stock.duplex or self.sheet.fold
        self._whole = not self._backed and self.face[1] >= ROOMY
        self.titles: list[Drawn] = []
        self._stamps: dict[tuple[bool, bool], str] = {}
        self._marked: tuple[str, ...] | None = None

    def draw(self, spots: Sequence[Place], badges: Sequence[Badge]) -> list[tuple[str, Drawn]]:
        """One sheet, and its other side where there is one."""
        page = self._page()
        made = [
            self._front(page, badge, spot.x, spot.y + self.label[1] - self.face[1])
            for spot, badge in zip(spots, badges, strict=True)
        ]
        for at, (spot, badge) in enumerate(zip(spots, badges, strict=True)) if self.sheet.fold else ():
            with page.at(spot.x + self.face[0], spot.y + self.face[1], turned=True):
                made[at] = self._back(page, badge, made[at])
        self._add(page)
        if self.stock.duplex and not self.sheet.fold:
            back = self._page()
            for at, (spot, badge) in enumerate(zip(spots, badges, strict=True)):
                with back.at(self.sheet.page[0] - spot.x - self.sheet.label[0], spot.y):
                    made[at] = self._back(back, badge, made[at])
            self._add(back)
        return [(badge.name, one) for badge, one in zip(badges, made, strict=True)]

    def _page(self) -> Page:
        """An empty sheet with its marks."""
        page = self.document.page(*self.sheet.page, self._marked or ())
        if self._marked is None:
            if self.bleed:
                draw_crop_marks(page, self.sheet)
            elif self.stock.marks and self.sheet.cut:
                draw_cut_marks(page, self.sheet)
            if self.stock.marks and self.sheet.fold:
                draw_fold_marks(page, self.sheet)
            self._marked = page.drawn
        return page

    def _add(self, page: Page) -> None:
        trim = (self.bleed + AROUND, AROUND) if self.bleed else None
        self.document.add(page, self.stock.adjustment, trim)

    def _front(self, page: Page, badge: Badge, x: float, y: float) -> Drawn:
        said = front(badge, whole=self._whole)
        kind = (code_on(self.press, said, self.face, self.design) is not None, said.table is not None)
        if kind not in self._stamps:
            self._stamps[kind] = self._ground(*kind)
        with page.at(x, y):
            page.repeat(self._stamps[kind])
            return draw(page, self.press, said, self.face, self.t, self.design)

    def _back(self, page: Page, badge: Badge, front: Drawn) -> Drawn:
        made = draw_back(page, self.press, badge, self.face, self.design, self.t)
        missing = "".join(dict.fromkeys(front.missing + made.missing))
        return Drawn(front.abbreviated or made.abbreviated, missing, front.uncoded or made.uncoded)

    def _ground(self, coded: bool, seated: bool) -> str:  # noqa: FBT001 - the two are the key they are kept under
        """What all badges with (or without) a code and a table share."""
        page = self.document.page(*self.face)
        plan = layout(*self.face, lines=0, code=coded, table=seated, ground=ground_of(self.design))
        self.titles.append(draw_ground(page, self.press, self.event, plan, self.t, self.design, self.bleed))
        return self.document.stamp(page, self.bleed)
