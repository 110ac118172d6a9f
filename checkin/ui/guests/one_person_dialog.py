"""Two guests side by side, to be made one: what each has, which of them stays, and what that means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from checkin import column_words, phrases
from checkin.book import Book
from checkin.model import GuestId
from checkin.one_person import given_up, likely_to_stay
from checkin.ui.bridge import Bridge
from checkin.ui.guests.table import GuestsTable
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

_TOLD = ("email", "phone", "company", "role", "product", "diet")


def make_one(table: GuestsTable, bridge: Bridge, theme: Theme, t: Words, people: Sequence[GuestId]) -> None:
    """Ask whether two are one person, have them made one, and mark the one who stays."""
    book = bridge.book
    if book is None:
        return
    asked = OnePersonDialog(table, theme, t, book, people)
    if asked.exec():
        kept, other = asked.kept, asked.other
        bridge.ask(lambda desk: desk.make_one(kept, other), lambda _change: table.choose(kept))
    asked.deleteLater()


class OnePersonDialog(QDialog):
    """The dialog; ``kept`` and ``other`` say what was chosen once it was accepted."""

    def __init__(self, parent: QWidget, theme: Theme, t: Words, book: Book, people: Sequence[GuestId]) -> None:
        """Show two of a book's guests; the one stays who has most to lose."""
        super().__init__(parent)
        self._t, self._book, self._people = t, book, tuple(people)
        self.setWindowTitle(t("One person"))
        self._choice = QButtonGroup(self)
        self._means = PlainLabel(role="quiet")
        self._means.setWordWrap(True)
        self.make_one = Button(theme, "check", "primary", scale="large")
        self.make_one.retitle(t("Make them one"), t("Make them one (Enter)"))
        self.make_one.setDefault(True)
        self.leave = Button(theme, scale="large")
        self.leave.retitle(t("They are two people"), t("Change nothing (Esc)"))
        self.make_one.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self._build()
        stays = likely_to_stay(book, *self._people)
        self._choice.button(self._people.index(stays)).setChecked(True)
        self._choice.idToggled.connect(lambda _id, _on: self._tell())
        self._tell()

    def _build(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for place in range(len(self._people)):
            cards.addWidget(self._card(place), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.make_one)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        column.addWidget(PlainLabel(self._t("Is this one person, twice on the list?"), "heading"))
        column.addLayout(cards)
        column.addWidget(self._means)
        column.addLayout(buttons)

    def _card(self, place: int) -> QFrame:
        t, guest_id = self._t, self._people[place]
        name = phrases.name(self._book, guest_id, t)
        card = QFrame()
        card.setProperty("role", "surface")
        card.setMinimumWidth(340)
        title = PlainLabel(name, "strong")
        title.setWordWrap(True)
        stays = QRadioButton(t("This entry stays"))
        stays.setAccessibleName(t("{name}: this entry stays", name=name))
        self._choice.addButton(stays, place)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(title)
        column.addLayout(self._facts(guest_id))
        column.addStretch()
        column.addWidget(stays)
        return card

    def _facts(self, guest_id: GuestId) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (word, text) in enumerate(self._told(guest_id)):
            one_word = " " not in text  # an address or a code cannot be wrapped
            caption, fact = PlainLabel(word, "quiet"), (ElidedLabel if one_word else PlainLabel)(text, "small")
            for label in (caption, fact):
                label.setWordWrap(not one_word or label is caption)
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            caption.setFixedWidth(88)
            grid.addWidget(caption, row, 0)
            grid.addWidget(fact, row, 1)
        return grid

    def _told(self, guest_id: GuestId) -> list[tuple[str, str]]:
        t, book, guest = self._t, self._book, self._book.guests[guest_id]
        words, table = column_words.headers(t), book.table_of(guest_id)
        told = [
            (t("State"), phrases.standing(guest, t)),
            (t("Table"), "" if table is None else str(table.number)),
            *((words[key], column_words.said(guest, key, t)) for key in _TOLD),
            (t("Ticket"), book.code_of(guest_id)),
            (t("Row"), str(guest.row) if guest.row else ""),
            (t("Brings along"), ", ".join(phrases.name(book, one.id, t) for one in book.companions_of(guest_id))),
            (t("Comes with"), "" if guest.companion_of is None else phrases.name(book, guest.companion_of, t)),
        ]
        return [(word, text) for word, text in told if text]

    @property
    def kept(self) -> GuestId:
        """Who stays."""
        return self._people[self._choice.checkedId()]

    @property
    def other(self) -> GuestId:
        """Who is the same person."""
        return next(one for one in self._people if one != self.kept)

    def _tell(self) -> None:
        t, book = self._t, self._book
        lines = [t("What the entry that stays lacks is taken from the other one. Both tickets admit this person.")]
        for seat in given_up(book, self.kept, self.other):
            number = book.tables[seat.table_id].number
            if seat.round == book.round:
                lines.append(t("A seat at table {number} becomes free.", number=number))
            else:
                lines.append(
                    t("In round {round}, a seat at table {number} becomes free.", round=seat.round, number=number)
                )
        lines.append(t("It can be undone."))
        self._means.setText(" ".join(lines))
