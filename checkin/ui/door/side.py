"""The side column of the door: search, who was found or who came last, and the way in for who is on no list.

It reads the book and says what was asked for; the page does it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from checkin.book import Book
from checkin.changes import Change, Entity
from checkin.door import read
from checkin.model import GuestId
from checkin.ui.door.arrivals import ArrivalsList
from checkin.ui.door.people import arrival, found
from checkin.ui.door.search import Results, SearchField
from checkin.ui.door.walkin import WalkInForm
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

MOST_FOUND = 20


class Side(QWidget):
    """The column.

    Signals:
        chosen: A person who was found is to be let in; carries the guest's id.
        code_typed: A ticket's code was typed by hand, letter by letter; carries it.
        taken_back: An arrival is to be taken back; carries the guest's id.
        walked_in: Somebody who is on no list; carries name and company.
        resumed: A question that was set aside is to be taken up again.
        left: Esc in an empty search line.
    """

    chosen = Signal(object)
    code_typed = Signal(str)
    taken_back = Signal(object)
    walked_in = Signal(str, str)
    resumed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Build the column, empty."""
        super().__init__()
        self._t = t
        self._book: Book | None = None
        self._aside = 0
        self._is_code = False
        self.search = SearchField()
        self._caption = PlainLabel(role="caption")
        self.results = Results(theme)
        self.arrivals = ArrivalsList(theme, t)
        self._nobody = PlainLabel(role="quiet")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setWordWrap(True)
        self._stack = QStackedWidget()
        self.resume = Button(theme, "question", scale="large")
        self.walk_in = Button(theme, scale="large")
        self.form = WalkInForm(theme, t)
        self._build()
        self._listen()

    def _build(self) -> None:
        for page in (self.arrivals, self.results, self._nobody):
            self._stack.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.search)
        box.addSpacing(20)
        box.addWidget(self._caption)
        box.addSpacing(8)
        box.addWidget(self._stack, 1)
        box.addSpacing(16)
        box.addWidget(self.resume)
        box.addSpacing(8)
        box.addWidget(self.walk_in)
        box.addWidget(self.form)
        self.resume.hide()

    def _listen(self) -> None:
        self.search.textChanged.connect(self._searched)
        self.search.stepped.connect(self.results.step)
        self.search.chosen.connect(self._enter)
        self.search.left.connect(self._escaped)
        self.results.chosen.connect(lambda _guest_id: self._enter())
        self.arrivals.taken_back.connect(self.taken_back)
        self.arrivals.wanted.connect(self._fill)
        self.walk_in.clicked.connect(self.begin_walk_in)
        self.resume.clicked.connect(self.resumed)
        self.form.given.connect(self._given)
        self.form.left.connect(self.end_walk_in)

    # --- what it shows ---

    def show_book(self, book: Book | None) -> None:
        """Show another event."""
        self._book = book
        self.search.clear()
        self.end_walk_in(keep_focus=True)
        self._fill()

    def show_device(self, device: QWidget) -> None:
        """Give a device's picture its place, below the search."""
        box = self.layout()
        if isinstance(box, QVBoxLayout):
            box.insertWidget(1, device)

    def show_change(self, change: Change) -> None:
        """Show what a change touches."""
        if change.touches(Entity.GUEST) or change.touches(Entity.SEAT) or change.touches(Entity.TABLE):
            self._searched()
            if self.arrivals.still:
                self._freshen()
            else:
                self._fill()

    def show_aside(self, count: int) -> None:
        """Offer the questions that were set aside."""
        self._aside = count
        words = self._t.plural("{count} open question F4", "{count} open questions F4", max(count, 1))
        self.resume.retitle(words, self._t("Take the last question that was left up again ({key})", key="F4"))
        self.resume.setVisible(count > 0)

    def clear_search(self) -> None:
        """Forget what was typed."""
        self.search.clear()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self.search.setPlaceholderText(t("Name, company, @handle…"))
        self.search.setAccessibleName(t("Search for a guest"))
        self.search.setToolTip(t("Just type ({key}). Up and Down mark, Enter lets in, Esc clears.", key="Ctrl+F"))
        self.results.setAccessibleName(t("People found"))
        self.arrivals.setAccessibleName(t("Last arrivals"))
        self.walk_in.retitle(
            t("No registration: let in F9"), t("Let somebody in who is on no list ({key})", key="F9"), name=t("Walk-in")
        )
        self.form.retranslate()
        self.show_aside(self._aside)
        self._searched()
        self.arrivals.fill([])
        self._fill()

    def restyle(self) -> None:
        """Follow the theme."""
        for part in (self.resume, self.walk_in, self.form, self.arrivals):
            part.restyle()
        self.results.viewport().update()

    # --- walk-in ---

    def begin_walk_in(self) -> None:
        """Ask for the name of somebody who is on no list; a search in vain has given it already."""
        searched = self.search.text().strip()
        vain = searched and not self.results.people
        self.walk_in.hide()
        self.form.begin(searched if vain else "")

    def end_walk_in(self, *, keep_focus: bool = False) -> None:
        """Put the form away."""
        self.form.hide()
        self.walk_in.show()
        if not keep_focus:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _given(self, name: str, company: str) -> None:
        self.end_walk_in()
        self.search.clear()
        self.walked_in.emit(name, company)

    # --- search ---

    def _searched(self) -> None:
        query = self.search.text().strip()
        if self._book is None or not query:
            self.results.show_people([])
            self._caption.setText(self._t("Last arrivals"))
            self._stack.setCurrentWidget(self.arrivals)
            return
        # Of people who fit alike, those still to come first: somebody at the door is rarely in already.
        guests = self._book.guests
        hits = sorted(self._book.find(query, MOST_FOUND), key=lambda hit: (-hit.score, guests[GuestId(hit.id)].arrived))
        ids = [GuestId(hit.id) for hit in hits]
        self._is_code = not ids
        if not ids:
            ids = [ticket.guest_id for ticket in read(query, self._book).found]
        rows = found(list(dict.fromkeys(ids)), self._book, self._t)
        self.results.show_people(rows)
        if rows:
            self._caption.setText(self._t.plural("{count} person found", "{count} people found", len(rows)))
            self._stack.setCurrentWidget(self.results)
        else:
            self._caption.setText(self._t("Nobody found"))
            self._nobody.setText(self._t("Nobody here answers to “{query}”.", query=query))
            self._stack.setCurrentWidget(self._nobody)

    def _enter(self) -> None:
        query, marked = self.search.text().strip(), self.results.marked
        if query and marked is not None:
            if self._is_code:
                self.search.clear()
                self.code_typed.emit(query)
            else:
                self.chosen.emit(marked)

    def _escaped(self, had_text: bool) -> None:  # noqa: FBT001 (a signal carries it by place)
        if not had_text:
            self.left.emit()

    # --- arrivals ---

    def _fill(self) -> None:
        if self._book is not None:
            last = self._book.last_arrivals(self.arrivals.room)
            self.arrivals.fill([arrival(guest, self._book, self._t) for guest in last])
        else:
            self.arrivals.fill([])

    def _freshen(self) -> None:
        """Say what has become of those who are shown, without moving a row."""
        if self._book is not None:
            shown = (self._book.guests.get(GuestId(guest_id)) for guest_id in self.arrivals.shown)
            self.arrivals.fill([arrival(guest, self._book, self._t) for guest in shown if guest is not None])
