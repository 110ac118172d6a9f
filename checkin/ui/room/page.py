"""The tables page: the room in the middle, who waits on the left, the chosen table on the right.

Composes the parts and carries out what they ask: one gesture, one call of the bridge. Nothing moves on the screen until
the bridge says that it is written.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin import phrases
from checkin.book import Book
from checkin.changes import Change
from checkin.model import GuestId, TableId
from checkin.sectors import Sectors, sectors_of
from checkin.ui.bridge import Bridge
from checkin.ui.room import speech
from checkin.ui.room.arrange.mode import Arranging
from checkin.ui.room.carry import Carry
from checkin.ui.room.chip import Chip
from checkin.ui.room.corner import ZoomCorner
from checkin.ui.room.errands import Errands
from checkin.ui.room.header import RoomHeader
from checkin.ui.room.legend import Legend
from checkin.ui.room.lens import STEP
from checkin.ui.room.luck_panel import LuckPanel
from checkin.ui.room.marks import Marks
from checkin.ui.room.people import Line
from checkin.ui.room.picture import Mood, Touched, touched
from checkin.ui.room.prompt import TablePrompt
from checkin.ui.room.roll import Roll
from checkin.ui.room.scene import RoomScene, Scenery
from checkin.ui.room.seated import SeatedColumn
from checkin.ui.room.view import RoomView
from checkin.ui.room.waiting import WaitingColumn
from checkin.ui.room.walk import Stand
from checkin.ui.shell.controls import on_key
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class RoomPage(QWidget):
    """The room of the open event."""

    def __init__(self, bridge: Bridge, theme: Theme, t: Words) -> None:
        """Lay the page out and draw what is open."""
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._t = t
        self._sectors = Sectors()
        self._roll = Roll(())
        self._owed: Touched | None = None
        self._found: tuple[GuestId, ...] | None = None
        self.marks = Marks()
        self.carry = Carry(self)
        self.errands = Errands(bridge, t)
        self._moods: dict[TableId, Mood] = {}
        self._build()
        self._connect()
        self.setFocusProxy(self.view)
        self._order_tabs()
        self.refresh()

    @property
    def book(self) -> Book | None:
        """The book that the page shows."""
        return self._bridge.book

    # --- what the window asks ---

    def refresh(self) -> None:
        """Draw everything anew: another event is open, or none."""
        book = self.book
        self.carry.cancel()
        self.marks.clear()
        self.header.search.clear()
        self._sectors = sectors_of(() if book is None else book.guests.values())
        self._roll = Roll(() if book is None else book.guests.values())
        self._owed = None
        self.scene.furnish(book, self._sectors, self.view.aspect)
        self.view.go(None)
        self.view.fit()
        self._show_words()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        for part in (self.waiting, self.seated, self.prompt, self.corner, self.arranging):
            part.retranslate()
        self.restyle()
        self._show_words()

    def restyle(self) -> None:
        """Follow the theme."""
        palette = self._theme.palette
        for part in (self.waiting, self.seated, self.chip, self.legend):
            part.wear(palette)
        self.scene.wear(palette, self._t("Entrance"))
        self.view.accent = QColor(palette.accent)
        self.header.restyle()
        self.corner.restyle()

    # --- building ---

    def _build(self) -> None:
        palette, t = self._theme.palette, self._t
        self.header = RoomHeader(self._theme, t)
        self.scene = RoomScene(palette, t("Entrance"))
        self.view = RoomView(self.scene, self.marks, self.carry, self.errands.over)
        self.view.tip = self._tip
        self.view.accent = QColor(palette.accent)
        self.corner = ZoomCorner(self.view, self._theme, t)
        self.waiting = WaitingColumn(palette, self.marks, self.carry, self._line, self.errands.back, t)
        self.seated = SeatedColumn(palette, self.marks, self.carry, self._line, t)
        self.legend = Legend(palette)
        self.chip = Chip(self, palette)
        self.prompt = TablePrompt(self, self._answer, t)
        self.view.setAccessibleName(t("Room"))
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.legend, 1)
        foot.addWidget(self.corner, 0, Qt.AlignmentFlag.AlignBottom)
        middle.addLayout(foot)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 24, 24, 24)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(20)
        grid.addWidget(self.header, 0, 0, 1, 3)
        grid.addWidget(self.waiting, 1, 0)
        grid.addLayout(middle, 1, 1)
        grid.addWidget(self.seated, 1, 2)
        self.arranging = Arranging(self, self.view, self.scene, self._bridge, self._theme, t)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)

    def _order_tabs(self) -> None:
        """Tab goes to the room first, then along the columns, then to the head of the page."""
        seated, header = self.seated, self.header
        buttons = (seated.move_button, seated.swap_button, seated.unseat_button)
        stops = (self.view, self.waiting.cards, self.waiting.roll, seated.list, *buttons, *self.corner.buttons)
        for one, other in pairwise((*stops, header.search, header.arrange, header.luck, header.undo, header.redo)):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        bridge, header, carry = self._bridge, self.header, self.carry
        bridge.changed.connect(self._changed)
        bridge.history.connect(lambda history: header.show_history(history, self.book))
        header.luck_asked.connect(self._open_luck)
        on_key(self, "Ctrl+L", self._open_luck)
        header.undo_asked.connect(bridge.undo)
        header.redo_asked.connect(bridge.redo)
        header.searched.connect(self._search)
        header.next_asked.connect(self._show_next)
        self.view.reshaped.connect(lambda aspect: self.scene.furnish(self.book, self._sectors, aspect))
        self.view.stand_changed.connect(self._mark)
        self.marks.changed.connect(self._marked)
        carry.receive(self.view)
        carry.receive(self.waiting)
        carry.began.connect(self._picked_up)
        carry.moved.connect(self._carried)
        carry.ended.connect(self._put_down)
        carry.dropped.connect(self.errands.run)
        self.waiting.opened.connect(self._show_person)
        self.seated.list.opened.connect(self._show_person)
        self.seated.move_asked.connect(self._ask_table)
        self.seated.swap_asked.connect(self._swap)
        self.seated.unseat_asked.connect(self._unseat)
        self.prompt.answered.connect(self._move_to)
        self.prompt.closed.connect(self.view.setFocus)
        self.arranging.stand_in(header, lambda: self.view.reshaped.emit(self.view.aspect), (self.waiting, self.seated))

    # --- keeping up with the book ---

    def _changed(self, change: Change) -> None:
        book = self.book
        if book is None:
            return
        what = touched(book, change)
        if self.isVisible():
            self._follow(book, what)
        else:  # an arrival at the door costs nothing here until somebody looks
            self._owed = what if self._owed is None else self._owed.and_also(what)

    def _follow(self, book: Book, what: Touched) -> None:
        """Show what a change touches, and nothing else."""
        for guest_id in what.people:
            guest = book.guests.get(guest_id)
            self._roll.update(guest_id, guest)
            if guest is not None:
                self._sectors = self._sectors.knowing(guest.sector)
        if what.laid_out:
            self.scene.furnish(book, self._sectors, self.view.aspect)
            self.view.refit()
        else:
            self.scene.refresh(book, what.tables, self._sectors)
        self.marks.forget(people=book.guests, tables=book.tables)
        self.view.settle()
        self._show_words(what.people)
        self._moods = self.errands.answers(self.carry.guests)
        self.carry.again()

    def _show_words(self, people: frozenset[GuestId] | None = None) -> None:
        """Everything but the drawing: counts, lists, legend; of ``people``, or of everybody."""
        book = self.book
        self.header.show_book(book)
        self.header.show_history(self._bridge.can, book)
        for rows in (self.waiting.to_seat, self.waiting.expected, self.seated.people):
            rows.redraw(people)
        self.legend.explain(speech.legend(book, self._sectors, self._t))
        self._show_roll()
        self.seated.show_table(book)
        self.view.setAccessibleName(self._t("Room"))
        self._mark()

    def _show_roll(self) -> None:
        everybody = self._roll.ids
        asked = everybody if self._found is None else tuple(filter(set(self._found).__contains__, everybody))
        self.waiting.show_people(self.book, asked, len(everybody))

    def _line(self, guest_id: GuestId) -> Line:
        return speech.line(self.book, guest_id, self._sectors, self._t)

    def _tip(self, guest_id: GuestId) -> str:
        line = self._line(guest_id)
        return speech.tip(self._t("{person}\nDrag to another table, or press M", person=line.spoken))

    # --- selection, keyboard and search, seen in the room ---

    def _marked(self) -> None:
        self.seated.show_table(self.book)
        self.seated.reveal()
        self._mark()

    def _mark(self) -> None:
        """Show on the scene what is selected, carried, found, and where the keyboard is."""
        carry, stand = self.carry, self.view.stand
        self.scene.mark(
            Scenery(
                chosen=self.marks.table,
                stand=stand if self.view.hasFocus() and self.view.by_key else None,
                marked=frozenset(self.marks.people),
                lifted=frozenset(carry.guests),
                found=None if self._found is None else frozenset(self._found),
                moods=self._lit() if carry.active else None,
                under=carry.verdict.other if carry.verdict is not None else None,
            )
        )
        self.view.setAccessibleDescription(speech.stand(self.book, stand, self.marks, self._t))

    def _open_luck(self) -> None:
        if self.book is not None:
            LuckPanel(self, self._bridge, self._theme, self._t).open_below(self.header.luck)

    def _search(self, text: str) -> None:
        hits = self.book.find(text, 500) if self.book is not None and text.strip() else None
        self._found = None if hits is None else tuple(GuestId(hit.id) for hit in hits)
        self._show_roll()
        self._mark()

    def _show_next(self) -> None:
        """Go to the next person found, the best first."""
        found = [guest_id for guest_id in self._found or () if self.book and self.book.seat_of(guest_id)]
        current = self.marks.people[0] if len(self.marks.people) == 1 else None
        if found:
            after = found.index(current) + 1 if current in found else 0
            self._show_person(found[after % len(found)])

    def _show_person(self, guest_id: GuestId) -> None:
        seat = None if self.book is None else self.book.seat_of(guest_id)
        self.marks.only([guest_id], None if seat is None else seat.table_id)
        if seat is not None:
            self.view.go(Stand(seat.table_id, guest_id))

    # --- carrying ---

    def _lit(self) -> dict[TableId, Mood]:
        """How each table answers, with the one under the hand standing out."""
        over = self.carry.verdict
        if over is None or over.act is None or over.table is None:
            return self._moods
        return self._moods | {over.table: Mood.TARGET}

    def _picked_up(self) -> None:
        book, guests = self.book, self.carry.guests
        self._moods = self.errands.answers(guests)
        if book is not None:
            name = phrases.name(book, guests[0], self._t)
            more = len(guests) - 1
            self.chip.carry(
                self._t("{name} and {count} more", name=name, count=more) if more else name,
                self._sectors.colour(book.guests[guests[0]].sector),
            )

    def _carried(self) -> None:
        said = self.carry.verdict
        self.chip.say("" if said is None else said.sentence, refused=said is not None and said.refused)
        self.chip.hang(self.mapFromGlobal(self.carry.at))
        self.waiting.light(self.carry.guests, said)
        self._mark()

    def _put_down(self) -> None:
        self.chip.hide()
        self.waiting.light((), None)
        self._mark()

    # --- the keyboard's way ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean the same wherever the focus is on the page."""
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Plus: lambda: self.view.zoom_by(STEP),
            Qt.Key.Key_Equal: lambda: self.view.zoom_by(STEP),
            Qt.Key.Key_Minus: lambda: self.view.zoom_by(1 / STEP),
            Qt.Key.Key_0: self.view.fit,
            Qt.Key.Key_Escape: self._escape,
        }
        if not with_ctrl:
            keys |= {
                Qt.Key.Key_M: self._ask_table,
                Qt.Key.Key_S: self._swap,
                Qt.Key.Key_Delete: self._unseat,
                Qt.Key.Key_Backspace: self._unseat,
            }
        act = keys.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Find):
            self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif act is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            act()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.carry.active:
            self.carry.cancel()
        else:
            self.marks.only([])

    def _picked(self) -> tuple[GuestId, ...]:
        """The selected people, or the one whom the keyboard is on."""
        if self.marks.people:
            return self.marks.people
        for people in (self.waiting.cards, self.seated.list):
            guest_id = people.current()
            if people.hasFocus() and guest_id is not None:
                return (guest_id,)
        stand = self.view.stand
        return (stand.guest,) if self.view.hasFocus() and stand is not None and stand.guest is not None else ()

    def _ask_table(self) -> None:
        people = self._picked()
        if people:
            self.marks.only(people)
            self.prompt.open()

    def _answer(self, number: int) -> tuple[str, bool]:
        said = self.errands.at_number(self.marks.people, number)
        return said.sentence, said.act is not None

    def _move_to(self, number: int) -> None:
        self.errands.run(self.errands.at_number(self.marks.people, number))

    def _swap(self) -> None:
        self.errands.swap(self.marks.people)

    def _unseat(self) -> None:
        self.errands.run(self.errands.back(self._picked()))

    # --- sizes ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their share."""
        super().resizeEvent(event)
        width = self.width()
        self.waiting.setFixedWidth(196 if width < 1080 else 232 if width < 1500 else 272)
        self.seated.setFixedWidth(216 if width < 1080 else 264 if width < 1500 else 312)
        self.prompt.place()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another page was shown."""
        super().showEvent(event)
        owed, self._owed = self._owed, None
        if owed is not None and self.book is not None:
            self._follow(self.book, owed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown: whoever is carried stays."""
        self.carry.cancel()
        super().hideEvent(event)
