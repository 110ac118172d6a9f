"""The rules about a table and its people, each with the button that takes it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.book import Book
from checkin.model import GuestId, Rule, RuleId, TableId
from checkin.rule_words import rule_sentence
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

MOST, FEW = 4, 1
"""Lines shown, and where there is little room; the rest is counted."""


class RuleLines(QWidget):
    """A few lines.

    Signals:
        dropped: A rule is to go; carries its id.
    """

    dropped = Signal(object)

    def __init__(self, theme: Theme, t: Words) -> None:
        """Begin without rules."""
        super().__init__()
        self._theme = theme
        self._t = t
        self.most = MOST
        self._shown: tuple[object, ...] | None = None
        self.buttons: list[Button] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 0, 0, 0)
        self._box.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rules(self, book: Book | None, rules: Sequence[Rule]) -> None:
        """Show these rules."""
        lines = tuple((rule.id, rule_sentence(book, rule, self._t)) for rule in rules) if book is not None else ()
        if (self.most, *lines) == self._shown:
            return
        self._shown = (self.most, *lines)
        self._clear()
        self.setVisible(bool(lines))
        if lines:
            self._box.addWidget(PlainLabel(self._t("Rules"), "strong"))
        for rule_id, sentence in lines[: self.most]:
            self._add(rule_id, sentence)
        if len(lines) > self.most:
            self._box.addWidget(PlainLabel(self._t("and {count} more", count=len(lines) - self.most), "hint"))

    def restyle(self) -> None:
        """Draw the icons in the theme's colours."""
        for button in self.buttons:
            button.restyle()

    def _add(self, rule_id: RuleId, sentence: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        label = ElidedLabel(sentence, "small")
        button = Button(self._theme, "close", "ghost", scale="icon")
        button.setFixedSize(28, 28)
        button.retitle("", self._t("Take this rule away"), name=self._t("Take away: {rule}", rule=sentence))
        button.clicked.connect(lambda: self.dropped.emit(rule_id))
        row.addWidget(label, 1)
        row.addWidget(button)
        self.buttons.append(button)
        self._box.addLayout(row)

    def _clear(self) -> None:
        self.buttons = []
        while (held := self._box.takeAt(0)) is not None:
            widget, inner = held.widget(), held.layout()
            if widget is not None:
                widget.hide()  # at once: it goes only when the loop comes round
                widget.deleteLater()
            while inner is not None and (part := inner.takeAt(0)) is not None:
                gone = part.widget()
                if gone is not None:
                    gone.hide()
                    gone.deleteLater()


def rules_about(book: Book, table: TableId | None, people: Sequence[GuestId]) -> list[Rule]:
    """The rules about a table, those who sit there, and these people; without any of them, all rules."""
    rules = sorted(book.ties.rules.values(), key=lambda rule: rule.id)
    if table is None and not people:
        return rules
    about = set(people)
    return [rule for rule in rules if (table is not None and rule.table_id == table) or about & set(rule.guest_ids)]
