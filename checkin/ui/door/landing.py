"""Where plain typing goes on the door page: to the field in hand, else to the card's question, else to the search."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from checkin.ui.door.card import ResultCard

TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class Landing:
    """Asked by the scanner for every key that is no scan."""

    def __init__(self, page: QWidget, card: ResultCard, search: QWidget) -> None:
        """Know the page's own fields."""
        self._page, self._card, self._search = page, card, search

    def __call__(self, focus: QWidget | None, text: str) -> QWidget | None:
        """The widget that gets ``text``, given the one with the focus."""
        page, card = self._page, self._card
        if not page.isVisible() or QApplication.activePopupWidget() is not None or not page.isActiveWindow():
            return focus
        if card.picking and text.isdecimal() and self.hands_free() and 1 <= int(text) <= card.picking:
            return card
        if isinstance(focus, TEXT_FIELDS) or (isinstance(focus, QAbstractButton) and text == " "):
            return focus
        field = card.line if card.question is not None else self._search
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return field

    def hands_free(self) -> bool:
        """Whether nobody is typing anything."""
        focus = QApplication.focusWidget()
        return not (isinstance(focus, QLineEdit) and focus.text())
