"""The tables page: the room in the middle, who waits on the left, the chosen table on the right.

Composes the parts and carries out what they ask: one gesture, one call of the bridge. Nothing moves on the screen until
the bridge says that it is written.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin.book import Book
from checkin.changes import Change
from checkin.model import GuestId, TableId
from checkin.ui.bridge import Bridge
from checkin.ui.room import speech
from checkin.ui.room.acts import Acts
from checkin.ui.room.arrange.mode import Arranging
from checkin.ui.room.bar import RoomBar, legend
from checkin.ui.room.callout import open_callout
from checkin.ui.room.carry import Carry
from checkin.ui.room.chip import Chip
from checkin.ui.room.corner import ZoomCorner
from checkin.ui.room.errands import Errands
from checkin.ui.room.finder import Finder
from checkin.ui.room.header import RoomHeader
from checkin.ui.room.legend import Legend
from checkin.ui.room.luck_panel import LuckPanel
from checkin.ui.room.marking import scenery
from checkin.ui.room.marks import Marks
from checkin.ui.room.outlook import Outlook
from checkin.ui.room.picture import Mood, Shown, Touched, touched, wished_by
from checkin.ui.room.preview_column import PreviewColumn
from checkin.ui.room.prompt import TablePrompt
from checkin.ui.room.roll import Roll
from checkin.ui.room.scene import RoomScene
from checkin.ui.room.seated import SeatedColumn
from checkin.ui.room.staging import Staging
from checkin.ui.room.view import RoomView
from checkin.ui.room.voice import Voice
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
        self._roll = Roll(())
        self._owed: Touched | None = None
        self._moods: dict[TableId, Mood] = {}
        self.staging = Staging(bridge)
        self.marks = Marks()
        self.voice = Voice(self.staging, self.marks, t)
        self.carry = Carry(self)
        self.errands = Errands(bridge, self.staging, t)
        self.finder = Finder(bridge, self.staging, self.marks)
        self._build()
        self._connect()
        self.setFocusProxy(self.view)
        self._order_tabs()
        self.refresh()

    @property
    def shown(self) -> Shown | None:
        """What the page shows."""
        return self.staging.shown

    # --- what the window asks ---

    def refresh(self) -> None:
        """Draw everything anew: another event is open, or none."""
        book = self._bridge.book
        self.carry.cancel()
        self.outlook.give_up()
        self.marks.clear()
        self.header.search.clear()
        self._roll = Roll(() if book is None else book.guests.values())
        self._owed = None
        self.view.go(None)
        self.staging.begin()
        self.view.fit()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        for part in (self.waiting, self.seated, self.outlook.column, self.prompt, self.corner, self.arranging):
            part.retranslate()
        self.restyle()
        self._read_signs()
        self._show_words()

    def restyle(self) -> None:
        """Follow the theme."""
        palette = self._theme.palette
        for part in (self.waiting, self.seated, self.outlook.column, self.chip, self.legend):
            part.wear(palette)
        self.scene.wear(palette, self._t("Entrance"))
        self.view.accent = QColor(palette.accent)
        self.header.restyle()
        self.bar.restyle()
        self.corner.restyle()

    # --- building ---

    def _build(self) -> None:
        theme, t = self._theme, self._t
        palette = theme.palette
        self.header = RoomHeader(theme, t)
        self.bar = RoomBar(self.staging, theme, t)
        self.scene = RoomScene(palette, t("Entrance"))
        self.view = RoomView(self.scene, self.marks, self.carry, self.errands.over)
        self.view.tip, self.view.reading.voice = self.voice.tip, self.voice
        self.view.accent = QColor(palette.accent)
        self.corner = ZoomCorner(self.view, theme, t)
        self.waiting = WaitingColumn(palette, self.marks, self.carry, self.voice.line, self.errands.back, t)
        self.seated = SeatedColumn(theme, self.marks, self.carry, self.voice.line, t)
        column = PreviewColumn(theme, self.marks, self.carry, self.voice.line, t)
        self.outlook = Outlook(self._bridge, self.staging, column, t)
        self.view.thinking = lambda: self.outlook.active
        self.right = QStackedWidget()
        self.right.addWidget(self.seated)
        self.right.addWidget(column)
        self.legend = Legend(palette)
        self.chip = Chip(self, palette)
        self.acts = Acts(self._bridge, self.staging, self.marks, self.carry, self.errands, self.view)
        self.prompt = TablePrompt(self, self.acts.answer, t)
        self.acts.prompt, self.acts.lists = self.prompt, (self.waiting.cards, self.seated.list)
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
        grid.setVerticalSpacing(12)
        grid.addWidget(self.header, 0, 0, 1, 3)
        grid.addWidget(self.bar, 1, 0, 1, 3)
        grid.addWidget(self.waiting, 2, 0)
        grid.addLayout(middle, 2, 1)
        grid.addWidget(self.right, 2, 2)
        self.arranging = Arranging(self, self.view, self.scene, self._bridge, self._theme, t)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)

    def _order_tabs(self) -> None:
        """Tab goes to the room first, then along the columns, then to the head of the page."""
        seated, header, bar = self.seated, self.header, self.bar
        columns = (self.view, self.waiting.cards, self.waiting.roll, seated.list, *seated.buttons)
        heads = (*self.corner.buttons, header.search, header.undo, header.redo, *bar.buttons)
        for one, other in pairwise((*columns, *heads)):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        bridge, header, bar, carry = self._bridge, self.header, self.bar, self.carry
        bridge.changed.connect(self._changed)
        bridge.history.connect(lambda history: header.show_history(history, bridge.book))
        for asked, answer in ((header.undo_asked, bridge.undo), (header.redo_asked, bridge.redo)):
            asked.connect(answer)
        header.searched.connect(self.finder.search)
        header.next_asked.connect(self.finder.go_on)
        self.finder.reached.connect(self._show_person)
        self.finder.changed.connect(self._show_roll)
        self.finder.changed.connect(self._mark)
        self.staging.changed.connect(self._restage)
        self.view.reshaped.connect(lambda aspect: self.scene.furnish(self.shown, aspect))
        self.view.stand_changed.connect(self._mark)
        self.view.pointed.connect(lambda _guest: self._mark())
        self.marks.changed.connect(self._marked)
        carry.receive(self.view)
        carry.receive(self.waiting)
        carry.began.connect(self._picked_up)
        carry.moved.connect(self._carried)
        for put_down in (self.chip.hide, lambda: self.waiting.light((), None), self._mark):
            carry.ended.connect(put_down)
        carry.dropped.connect(self.errands.run)
        for opened in (self.waiting.opened, self.seated.list.opened, self.outlook.column.opened):
            opened.connect(self._show_person)
        self.prompt.answered.connect(self.acts.move_to)
        self.prompt.closed.connect(self.view.setFocus)
        self.arranging.stand_in(bar, lambda: self.view.reshaped.emit(self.view.aspect), (self.waiting, self.right))
        self.arranging.toggled.connect(self._arrange)
        self._connect_acts(bar)

    def _connect_acts(self, bar: RoomBar) -> None:
        """Buttons and keys for the same acts."""
        seated, acts, outlook = self.seated, self.acts, self.outlook
        for signal, act in (
            (seated.move_asked, acts.ask_table), (seated.swap_asked, acts.swap), (seated.unseat_asked, acts.unseat),
            (seated.lock_asked, acts.lock), (seated.host_asked, acts.host),
            (seated.together_asked, acts.keep_together), (seated.apart_asked, acts.keep_apart),
        ):  # fmt: skip
            signal.connect(act)
        seated.rules.dropped.connect(acts.drop_rule)
        bar.coloured.connect(self.staging.recolour)
        for signal, keys, act in (
            (bar.luck_asked, "Ctrl+L", self._open_luck), (bar.next_asked, "Ctrl+N", outlook.next_round),
            (bar.callout_asked, "Ctrl+K", self._open_callout), (bar.shuffle_asked, "Ctrl+Shift+S", outlook.shuffle),
            (bar.fill_asked, "Ctrl+Shift+F", outlook.fill), (bar.seat_asked, "Ctrl+Shift+A", outlook.seat_waiting),
        ):  # fmt: skip
            signal.connect(act)
            on_key(self, keys, act)
        on_key(self, "Ctrl+T", bar.timer.ask)
        on_key(self, "Ctrl+Shift+C", bar.open_colours)
        on_key(self, "Alt+Left", lambda: bar.tabs.step(-1))
        on_key(self, "Alt+Right", lambda: bar.tabs.step(1))

    # --- keeping up with the book ---

    def _changed(self, change: Change) -> None:
        book = self._bridge.book
        if book is None:
            return
        what = touched(book, change)
        if self.isVisible():
            self._follow(book, what)
        else:  # an arrival at the door costs nothing here until somebody looks
            self._owed = what if self._owed is None else self._owed.and_also(what)

    def _follow(self, book: Book, what: Touched) -> None:
        """Show what a change touches, and nothing else."""
        staging = self.staging
        for guest_id in what.people:
            guest = book.guests.get(guest_id)
            self._roll.update(guest_id, guest)
            if guest is not None:
                staging.colours = staging.colours.knowing(guest)
        staging.settle()
        tables = what.tables | self._read_signs()
        if staging.colours.follows_wishes:
            tables |= wished_by(book, what.people)
        shown = staging.shown
        if shown is not None and staging.preview is None:
            if what.laid_out:
                self.scene.furnish(shown, self.view.aspect)
                self.view.refit()
            else:
                self.scene.refresh(shown, tables)
        self.marks.forget(people=book.guests, tables=book.tables)
        self.view.settle()
        self.outlook.heed(book)
        self._show_words(what.people)
        self._moods = self.errands.answers(self.carry.held)
        self.carry.again()

    def _restage(self) -> None:
        """Another round, other colours, a preview: draw everything, keeping what is selected."""
        self.carry.cancel()
        self._read_signs()
        self.scene.furnish(self.shown, self.view.aspect)
        self.view.refit()
        self.view.settle()
        self.right.setCurrentIndex(int(self.outlook.active))
        self._show_words()

    def _read_signs(self) -> frozenset[TableId]:
        """Find out anew what is locked and which rules are broken; the tables where that shows."""
        staging, book = self.staging, self.staging.book
        before, staging.signs = staging.signs, staging.read_signs(self._t)
        if book is None:
            return frozenset()
        people = before.differing(staging.signs)
        seats = (book.seat_of(who, staging.round) for who in people)
        return (before.tables ^ staging.signs.tables) | {seat.table_id for seat in seats if seat is not None}

    def _show_words(self, people: frozenset[GuestId] | None = None) -> None:
        """Everything but the drawing: counts, lists, legend; of ``people``, or of everybody."""
        book = self.staging.book
        self.header.show_book(book, self.staging.round)
        self.header.show_history(self._bridge.can, book)
        self.bar.show_book(book)
        for rows in (self.waiting.to_seat, self.waiting.expected, self.seated.people):
            rows.redraw(people)
        self.legend.explain(legend(self.staging, self._t))
        self._show_roll()
        self.seated.show_table(self.shown, open_to_hands=self.staging.open_to_hands)
        self.view.setAccessibleName(self._t("Room"))
        self._mark()

    def _show_roll(self) -> None:
        everybody = self._roll.ids
        self.waiting.show_people(self.shown, self.finder.among(everybody), len(everybody))

    # --- selection, keyboard and search, seen in the room ---

    def _marked(self) -> None:
        self.seated.show_table(self.shown, open_to_hands=self.staging.open_to_hands)
        self.seated.reveal()
        self._mark()

    def _mark(self) -> None:
        """Show on the scene what is selected, carried, found, and where the keyboard is."""
        parts = (self.staging, self.marks, self.carry, self.view)
        self.scene.mark(scenery(*parts, self.finder.found, self._moods))
        said = self.voice.stand(self.view.stand)
        if said != self.view.accessibleDescription():
            self.view.setAccessibleDescription(said)

    def _arrange(self) -> None:
        """The room is being arranged, or no longer: as it is now, and with nothing else going on."""
        self.outlook.leave()
        self.staging.look_at(self.staging.now)

    def _open_luck(self) -> None:
        if self._bridge.book is not None:
            LuckPanel(self, self._bridge, self._theme, self._t).open_below(self.bar.luck)

    def _open_callout(self) -> None:
        if (book := self._bridge.book) is not None and self.staging.rounds > 1:
            open_callout(self, self.bar.callout, book, self.staging.round, self._theme, self._t)

    def _show_person(self, guest_id: GuestId) -> None:
        book = self.staging.book
        seat = None if book is None else book.seat_of(guest_id, self.staging.round)
        self.marks.only([guest_id], None if seat is None else seat.table_id)
        if seat is not None:
            self.view.go(Stand(seat.table_id, guest_id))

    # --- carrying ---

    def _picked_up(self) -> None:
        shown, held = self.shown, self.carry.held
        self._moods = self.errands.answers(held)
        if shown is not None:
            self.chip.carry(*speech.carried(shown, held.guests, held.whole, self._t))

    def _carried(self) -> None:
        said = self.carry.verdict
        if said is None:
            self.chip.say("", refused=False)
        else:
            self.chip.say(said.sentence, said.detail, refused=said.refused)
        self.chip.hang(self.mapFromGlobal(self.carry.at))
        self.waiting.light(self.carry.guests, said)
        self._mark()

    # --- the keyboard's way ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that mean the same wherever the focus is on the page."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.matches(QKeySequence.StandardKey.Find):
            self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self.outlook.press(event) and not self.acts.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key for a rule is no longer down."""
        self.acts.let_go(event)
        super().keyReleaseEvent(event)

    def _escape(self) -> None:
        if self.carry.active:
            self.carry.cancel()
        elif self.outlook.active:
            self.outlook.leave()
        else:
            self.marks.only([])

    # --- sizes ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their share."""
        super().resizeEvent(event)
        width = self.width()
        self.waiting.setFixedWidth(196 if width < 1080 else 232 if width < 1500 else 272)
        self.right.setFixedWidth(244 if width < 1080 else 264 if width < 1500 else 312)
        self.prompt.place()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while another page was shown."""
        super().showEvent(event)
        owed, self._owed = self._owed, None
        if owed is not None and self._bridge.book is not None:
            self._follow(self._bridge.book, owed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown: whoever is carried stays."""
        self.carry.cancel()
        super().hideEvent(event)
