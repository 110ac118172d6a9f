"""The panel beside the list: one person, what the file says about them, and what can be done for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin import column_words, list_words, phrases, reasons
from checkin.book import Book
from checkin.desk.outcomes import Explanation
from checkin.model import Guest, GuestId
from checkin.ui.bridge import Bridge
from checkin.ui.guests.columns import Condition, condition_of
from checkin.ui.guests.person_form import PersonForm
from checkin.ui.shell.controls import Button, Chip, rule, scrolling
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

WIDTH = 344
PLAIN = "generic"
"""What the importer calls a file of no known platform; it tells nobody anything."""

TONES = {
    Condition.EXPECTED: "",
    Condition.ARRIVED: "welcome",
    Condition.LEFT: "left",
    Condition.UNPAID: "wait",
    Condition.NOT_CONFIRMED: "wait",
    Condition.CANCELLED: "stop",
    Condition.BLOCKED: "stop",
}
"""The tone of the chip that says where a guest is; the words are in it."""

_PROFILE = (
    "sector", "handle", "linkedin", "email", "phone", "offers", "seeks", "about", "consent", "diet", "note", "product",
)  # fmt: skip


class PersonPanel(QFrame):
    """One person.

    Signals:
        closed: The panel is to go.
        check_in_chosen: This person stands at the door; carries the id.
    """

    closed = Signal()
    check_in_chosen = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, t: Words) -> None:
        """Start with nobody."""
        super().__init__()
        self._bridge = bridge
        self._t = t
        self.guest_id: GuestId | None = None
        self.setProperty("role", "surface")
        self.setFixedWidth(WIDTH)
        self._name = PlainLabel(role="title")
        self._line = PlainLabel(role="quiet")
        self._state = Chip()
        self._chips = QHBoxLayout()
        self._marks: list[Chip] = []
        self._table = PlainLabel(role="number")
        self._table_word = PlainLabel(role="caption")
        self._close = Button(theme, "close", "ghost", scale="icon")
        self._admit = Button(theme, "check", "primary")
        self._move = Button(theme, "swap")
        self._back = Button(theme, "undo", "danger")
        self._number = QLineEdit()
        self._go = Button(theme, role="primary")
        self._facts = QVBoxLayout()
        self._why = Button(theme, "question", "link")
        self._reason = PlainLabel(role="small")
        self._edit = Button(theme, "pencil")
        self._theme = theme
        self._form: PersonForm | None = None
        self._buttons = (self._edit, self._close, self._admit, self._move, self._back, self._go, self._why)
        for label in (self._name, self._line, self._reason):
            label.setWordWrap(True)
        self._build()
        self._listen()
        self.retranslate()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._chips.setSpacing(6)
        self._chips.addWidget(self._state)
        self._chips.addStretch()
        self._number.setValidator(QIntValidator(1, 9999, self))
        self._number.setFixedWidth(112)
        self._mover = QWidget()
        mover = QHBoxLayout(self._mover)
        mover.setContentsMargins(0, 0, 0, 0)
        mover.setSpacing(8)
        mover.addWidget(self._number)
        mover.addWidget(self._go)
        mover.addStretch()
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 0, 20, 20)
        box.setSpacing(8)
        box.addWidget(self._line)
        box.addLayout(self._chips)
        box.addSpacing(4)
        box.addWidget(self._table_word)
        box.addWidget(self._table)
        box.addWidget(self._why, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._reason)
        for button in (self._admit, self._move, self._mover, self._edit, self._back):
            box.addWidget(button)
        box.addSpacing(8)
        box.addLayout(self._facts)
        box.addStretch()
        scroll = scrolling(inner)
        self._body = QStackedWidget()
        self._body.addWidget(scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 16, 4, 8)
        outer.setSpacing(0)
        top.setContentsMargins(24, 0, 12, 0)
        outer.addLayout(top)
        outer.addWidget(self._body, 1)

    def _listen(self) -> None:
        self._close.clicked.connect(self._shut)
        self._admit.clicked.connect(self._check_in)
        self._move.clicked.connect(self._ask_table)
        self._go.clicked.connect(self._move_to)
        self._number.returnPressed.connect(self._move_to)
        self._back.clicked.connect(self._take_back)
        self._why.clicked.connect(self._ask_why)
        self._edit.clicked.connect(self.edit)

    def sizeHint(self) -> QSize:
        """As wide as always."""
        return QSize(WIDTH, 480)

    # --- showing ---

    def show_guest(self, guest_id: GuestId | None) -> None:
        """Show somebody else, or nobody."""
        if self._form is not None and guest_id != self._form.guest_id:
            self._form.hand_over()  # somebody else was picked: what was written is kept, and undo takes it back
            self._body.setCurrentIndex(0)
        self.guest_id = guest_id
        self._mover.hide()
        self._reason.hide()
        self.refresh()

    def refresh(self) -> None:
        """Draw the person again; a person who is gone closes the panel."""
        book = self._bridge.book
        guest = None if book is None or self.guest_id is None else book.guests.get(self.guest_id)
        if book is None or guest is None:
            self.guest_id = None
            self.closed.emit()
            return
        t = self._t
        self._name.setText(phrases.name(book, guest.id, t))
        self._line.setText(" · ".join(part for part in (guest.company, guest.role) if part))
        self._line.setVisible(bool(self._line.text()))
        self._state.say(phrases.standing(guest, t), TONES[condition_of(guest)])
        self._show_chips(guest)
        self._show_place(book, guest)
        self._show_facts(book, guest)

    def _show_chips(self, guest: Guest) -> None:
        t = self._t
        for chip in self._marks:
            self._chips.removeWidget(chip)
            chip.deleteLater()
        self._marks = []
        for there, word in ((guest.vip, t("VIP")), (guest.step_free, t("Step-free seat"))):
            if there:
                self._marks.append(Chip(word, "accent"))
                self._chips.insertWidget(self._chips.count() - 1, self._marks[-1])

    def _show_place(self, book: Book, guest: Guest) -> None:
        table = book.table_of(guest.id)
        self._table_word.setVisible(table is not None)
        self._table.setVisible(table is not None)
        self._table.setText("" if table is None else str(table.number))
        self._why.setVisible(table is not None and self._reason.isHidden())
        inside = guest.arrived and guest.left_at is None
        self._admit.setVisible(not inside)
        self._move.setVisible(inside and self._mover.isHidden())
        self._back.setVisible(guest.arrived)

    def _show_facts(self, book: Book, guest: Guest) -> None:
        _empty(self._facts)
        t = self._t
        words = column_words.headers(t)
        profile = [(words[key], column_words.said(guest, key, t)) for key in _PROFILE]
        profile.append((words["reason"], list_words.said(guest.reason, t)))
        code = [(t("Ticket code"), book.code_of(guest.id)), (t("Code on the badge"), book.our_code(guest.id))]
        if code[0][1] == code[1][1]:
            code = code[:1]
        wishes = [(t("Wants to meet"), _named(book, other, t)) for other in book.ties.wishes_of(guest.id)]
        wishes += [(t("Is wanted by"), _named(book, other, t)) for other in book.ties.wished_by(guest.id)]
        brought = [(t("Brings along"), phrases.name(book, other.id, t)) for other in book.companions_of(guest.id)]
        if guest.companion_of is not None:
            brought.append((t("Comes with"), phrases.name(book, guest.companion_of, t)))
        self._add_facts("", [*profile, *brought, *wishes])
        self._add_facts(t("Ticket"), code)
        if guest.row:
            row = f"{guest.row}" if guest.source in ("", PLAIN) else f"{guest.row} · {guest.source}"
            self._add_facts(t("What the file says"), [(t("Row"), row), *_answers(guest.answers)])

    def _add_facts(self, title: str, facts: Iterable[tuple[str, str]]) -> None:
        told = [(word, text) for word, text in facts if text.strip()]
        if not told:
            return
        if self._facts.count():
            self._facts.addSpacing(8)
            self._facts.addWidget(rule())
            self._facts.addSpacing(8)
        if title:
            self._facts.addWidget(PlainLabel(title, "strong"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 88)
        grid.setColumnStretch(1, 1)
        for row, (word, text) in enumerate(told):
            caption, fact = PlainLabel(word, "quiet"), PlainLabel(text, "small")
            caption.setMaximumWidth(104)
            for label in (caption, fact):
                label.setWordWrap(True)
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(caption, row, 0)
            grid.addWidget(fact, row, 1)
        self._facts.addLayout(grid)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self._close.retitle("", t("Close (Esc)"))
        self._admit.retitle(t("Check in"), t("Check in (Ctrl+Enter)"))
        self._move.retitle(t("Move to table…"), t("Move to another table (Ctrl+M)"))
        self._back.retitle(t("Take back arrival"), t("Take the arrival back, and the seat with it (Ctrl+Backspace)"))
        self._go.retitle(t("Move"), t("Move (Enter)"))
        self._edit.retitle(t("Edit…"), t("Put right what is known about this person (F2)"))
        if self._form is not None:
            self._form.retranslate()
        self._why.retitle(t("Why this table?"), t("The draw: its chances, its rules, what happened since"))
        self._number.setPlaceholderText(t("Table"))
        self._number.setAccessibleName(t("Number of the table"))
        self._table_word.setText(t("Table"))
        if self.guest_id is not None:
            self.refresh()

    def restyle(self) -> None:
        """Follow the theme."""
        if self._form is not None:
            self._form.restyle()
        for button in self._buttons:
            button.restyle()

    # --- putting right ---

    @property
    def form(self) -> PersonForm:
        """Where that is done, made when it is first asked for: few evenings need it, and all of them start."""
        if self._form is None:
            self._form = PersonForm(self._theme, self._t)
            self._form.saved.connect(self._correct)
            self._form.left.connect(self._leave_form)
            self._body.addWidget(self._form)
        return self._form

    def edit(self) -> None:
        """Put right what is known about the person."""
        book = self._bridge.book
        if book is not None and self.guest_id is not None:
            self._body.setCurrentWidget(self.form)
            self.form.show_guest(book, book.guests[self.guest_id])

    def _correct(self, guest_id: GuestId, said: Mapping[str, object]) -> None:
        book = self._bridge.book
        if book is None or guest_id not in book.guests:  # another event was opened meanwhile
            return
        self._bridge.ask(lambda desk: desk.correct(guest_id, **said))

    def _shut(self) -> None:
        if self._form is not None:
            self._form.hand_over()
        self._body.setCurrentIndex(0)
        self.closed.emit()

    def _leave_form(self) -> None:
        self.form.forget()
        self._body.setCurrentIndex(0)
        self._edit.setFocus()

    # --- doing ---

    def press(self, key: int) -> bool:
        """Do what a key together with Ctrl means here; whether it means anything."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._admit.isVisible():
            self._check_in()
        elif key == Qt.Key.Key_M and self._move.isVisible():
            self._ask_table()
        elif key == Qt.Key.Key_Backspace and self._back.isVisible():
            self._take_back()
        else:
            return False
        return True

    def _check_in(self) -> None:
        if self.guest_id is not None:
            self.check_in_chosen.emit(self.guest_id)

    def _take_back(self) -> None:
        if self.guest_id is not None:
            self._bridge.take_back(self.guest_id)

    def _ask_why(self) -> None:
        guest_id = self.guest_id
        if guest_id is not None:
            self._bridge.ask(lambda desk: desk.why(guest_id), self._show_why)

    def _show_why(self, told: Explanation) -> None:
        book, t = self._bridge.book, self._t
        if book is None or told.guest_id != self.guest_id:
            return
        lines = [reasons.why(told.draw, book, t), *reasons.taken_out(told.draw, t)]
        lines += [phrases.label(change, book, t) for change in told.moves]
        lines += reasons.beside(told.alike, told.now, t)
        self._reason.setText("\n".join(lines))
        self._reason.show()
        self._why.hide()

    def _ask_table(self) -> None:
        self._move.hide()
        self._mover.show()
        self._number.clear()
        self._number.setFocus()

    def _move_to(self) -> None:
        guest_id = self.guest_id
        if guest_id is None or not self._number.text():
            return
        number = int(self._number.text())
        self._mover.hide()
        self._move.show()
        self._bridge.ask(lambda desk: desk.move([guest_id], desk.table(number).id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _named(book: Book, guest_id: GuestId, t: Words) -> str:
    table = book.table_of(guest_id)
    name = phrases.name(book, guest_id, t)
    return t("{name}, table {number}", name=name, number=table.number) if table is not None else name


def _answers(kept: str) -> list[tuple[str, str]]:
    return [(str(header), str(value)) for header, value in json.loads(kept or "[]")]


def _empty(box: QVBoxLayout | QGridLayout) -> None:
    while (taken := box.takeAt(0)) is not None:
        widget, layout = taken.widget(), taken.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(layout, QGridLayout):
            _empty(layout)
