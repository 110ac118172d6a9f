"""The left column: who is in the house without a table, and who is still to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from checkin.model import GuestId
from checkin.ui.room.carry import Carry, Held
from checkin.ui.room.header import without_seat
from checkin.ui.room.lists import Look, PeopleList
from checkin.ui.room.marks import Marks
from checkin.ui.room.people import Line, People
from checkin.ui.room.picture import Shown
from checkin.ui.room.verdict import Act, Verdict
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.palette import Palette
from checkin.words import Words


class WaitingColumn(QFrame):
    """Cards of people to seat, and the roll of those expected.

    Signals:
        opened: Enter or a double click on somebody; carries the guest's id.
    """

    opened = Signal(object)

    def __init__(
        self,
        palette: Palette,
        marks: Marks,
        carry: Carry,
        describe: Callable[[GuestId], Line],
        judge: Callable[[Sequence[GuestId]], Verdict],
        t: Words,
    ) -> None:
        """Lay the column out; ``judge`` says what sending people back here would do."""
        super().__init__()
        self._palette = palette
        self._judge = judge
        self._t = t
        self._lit = self._over = False
        self.setProperty("role", "surface")
        self.to_seat, self.expected = People(describe), People(describe)
        self.cards = PeopleList(self.to_seat, Look.CARD, palette, marks, carry)
        self.roll = PeopleList(self.expected, Look.PLAIN, palette, marks, None)
        self._heads = (PlainLabel("", "strong"), PlainLabel("", "strong"))
        self._counts = (PlainLabel("", "quiet"), PlainLabel("", "quiet"))
        self._nobody = (PlainLabel("", "quiet"), PlainLabel("", "quiet"))
        self._total, self._known = 0, False
        self._lay_out()
        self.cards.opened.connect(self.opened)
        self.roll.opened.connect(self.opened)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        t = self._t
        for head, text in zip(self._heads, (t("To seat"), t("Still to come")), strict=True):
            head.setText(text)
        self.setAccessibleName(t("Without a table"))
        self.cards.setAccessibleName(t("People to seat"))
        self.roll.setAccessibleName(t("People still to come"))
        self._nobody[0].setText(t("Nobody is waiting for a table."))
        self._count()

    def wear(self, palette: Palette) -> None:
        """Show other colours."""
        self._palette = palette
        self.cards.wear(palette)
        self.roll.wear(palette)
        self.update()

    def show_people(self, shown: Shown | None, expected: Sequence[GuestId], total: int) -> None:
        """Show who waits in a round, and who of ``total`` expected people answers to the search."""
        waiting = [] if shown is None else without_seat(shown.book, shown.round)
        self.to_seat.show([guest.id for guest in waiting])
        self.expected.show(expected)
        self._total, self._known = total, shown is not None and bool(shown.book.guests)
        self._count()

    def aim(self, at: QPoint, held: Held) -> Verdict | None:
        """What letting go of what is held over the column would do."""
        return self._judge(held.guests) if self.rect().contains(self.mapFromGlobal(at)) else None

    def light(self, guests: Sequence[GuestId], verdict: Verdict | None) -> None:
        """Show whether the carried people could be dropped here, and whether they are over it."""
        lit = bool(guests) and self._judge(guests).act is Act.UNSEAT
        over = lit and verdict is not None and verdict.act is Act.UNSEAT
        if (lit, over) != (self._lit, self._over):
            self._lit, self._over = lit, over
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring that says people can be dropped here."""
        super().paintEvent(event)
        if self._lit:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = 3 if self._over else 1
            painter.setPen(QPen(QColor(self._palette.accent), width))
            half = width / 2
            painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), 16, 16)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(0)
        for index, people in enumerate((self.cards, self.roll)):
            head = QHBoxLayout()
            head.setContentsMargins(8, 4, 12, 8)
            head.addWidget(self._heads[index])
            head.addStretch(1)
            head.addWidget(self._counts[index])
            self._nobody[index].setWordWrap(True)
            self._nobody[index].setContentsMargins(8, 0, 8, 8)
            column.addLayout(head)
            column.addWidget(self._nobody[index])
            column.addWidget(people, index)
            if index == 0:
                column.addSpacing(16)
        column.addStretch(0)

    def _count(self) -> None:
        t = self._t
        waiting, expected = len(self.to_seat.ids), len(self.expected.ids)
        self._counts[0].setText(t.number(waiting) if waiting else "")
        some = t("{count} of {total}", count=t.number(expected), total=t.number(self._total))
        self._counts[1].setText(t.number(self._total) if expected == self._total else some)
        self._nobody[0].setVisible(not waiting)
        self.cards.setVisible(bool(waiting))
        nobody = t("Everybody is here.") if self._known else t("Nobody is on the list yet.")
        self._nobody[1].setText(t("Nobody of that name.") if self._total else nobody)
        self._nobody[1].setVisible(not expected)
        self._fit_cards()

    def _fit_cards(self) -> None:
        """The cards take what they need, up to a little under half of the column."""
        room = max(2, int(self.height() * 0.45) // Look.CARD.value) if self.height() > 200 else 6
        shown = min(len(self.to_seat.ids), room)
        self.cards.setFixedHeight(shown * Look.CARD.value + 4)
