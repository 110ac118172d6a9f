"""What is known about a person as a form: put right here, it stays when a newer list says otherwise."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from checkin import column_words, field_words
from checkin.book import Book
from checkin.intake.people import email
from checkin.model import Guest, GuestId, Standing
from checkin.ui.shell.controls import Button, round_popup, scrolling
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

LINES = ("name", "given", "family", "company", "role", "sector", "email", "phone", "handle", "linkedin", "diet")
TEXTS = ("offers", "seeks", "about", "note")
OFFERED = ("company", "role", "sector", "diet")
"""Fields in which many say the same: what others say is offered while somebody types."""


class PersonForm(QWidget):
    """The form.

    Signals:
        saved: The fields that were written otherwise are to be kept; carries the guest's id and a mapping of them.
        left: The form is to go.
    """

    saved = Signal(object, object)
    left = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Start with nobody."""
        super().__init__()
        self._t = t
        self._guest: Guest | None = None
        self.lines = {name: QLineEdit() for name in LINES}
        self.texts = {name: QPlainTextEdit() for name in TEXTS}
        self.standing = QComboBox()
        self.truths = {name: QCheckBox() for name in ("step_free", "vip")}
        self._captions = {name: PlainLabel(role="quiet") for name in (*LINES, *TEXTS, "standing")}
        self._wrong = PlainLabel(role="small")
        self._wrong.setProperty("tone", "stop")
        self._wrong.setWordWrap(True)
        self.save = Button(theme, "check", "primary")
        self.cancel = Button(theme, role="ghost")
        self._build()
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self.lines["email"].textEdited.connect(lambda _text: self._wrong.hide())
        for line in self.lines.values():
            line.returnPressed.connect(self._save)

    def _build(self) -> None:
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 0, 20, 12)
        box.setSpacing(2)
        fields: dict[str, QWidget] = {**self.lines, "standing": self.standing, **self.texts}
        for name, field in fields.items():
            box.addWidget(self._captions[name])
            box.addWidget(field)
            if name == "email":
                box.addWidget(self._wrong)
            box.addSpacing(6)
        for text in self.texts.values():
            text.setTabChangesFocus(True)
            text.document().setDocumentMargin(0)
        round_popup(self.standing)
        for truth in self.truths.values():
            box.addWidget(truth)
            box.addSpacing(4)
        box.addStretch()
        scroll = scrolling(inner)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 20, 4)
        foot.addWidget(self.cancel)
        foot.addStretch()
        foot.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)

    # --- showing ---

    def show_guest(self, book: Book, guest: Guest) -> None:
        """Begin with what is known about somebody."""
        self._guest = guest
        self._wrong.hide()
        in_halves = bool(guest.given and guest.family)
        for name in ("given", "family", "name"):
            for widget in (self.lines[name], self._captions[name]):
                widget.setVisible((name == "name") is not in_halves)
        for name, line in self.lines.items():
            line.setText(str(getattr(guest, name) or ""))
            line.setCursorPosition(0)
        for name in OFFERED:
            said = sorted({str(getattr(other, name)) for other in book.guests.values()} - {""})
            completer = QCompleter(said, self.lines[name])  # the line lets go of the one before
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.lines[name].setCompleter(completer)
        for name, text in self.texts.items():
            text.setPlainText(str(getattr(guest, name)))
        for name, truth in self.truths.items():
            truth.setChecked(bool(getattr(guest, name)))
        self.retranslate()
        self.standing.setCurrentIndex(self.standing.findData(str(guest.standing)))
        self.lines["given" if in_halves else "name"].setFocus()
        self.lines["given" if in_halves else "name"].selectAll()

    @property
    def guest_id(self) -> GuestId | None:
        """Whom the form is about."""
        return None if self._guest is None else self._guest.id

    def said(self) -> dict[str, object]:
        """What is written otherwise than it was when the form was opened."""
        guest = self._guest
        if guest is None:
            return {}
        written: dict[str, object] = {name: field.text().strip() for name, field in self.lines.items()}
        written |= {name: field.toPlainText().strip() for name, field in self.texts.items()}
        written |= {name: field.isChecked() for name, field in self.truths.items()}
        written["standing"] = Standing(self.standing.currentData())
        changed = {name: value for name, value in written.items() if value != (getattr(guest, name) or type(value)())}
        if {"given", "family"} & changed.keys():  # the halves go together, and the name with them
            changed |= {name: written[name] for name in ("given", "family")}
        return changed

    def _is_right(self) -> bool:
        """Whether what is written can be kept; says what cannot."""
        address = self.lines["email"].text().strip()
        wrong = bool(address) and not email(address)
        self._wrong.setVisible(wrong)
        if wrong:
            self.lines["email"].setFocus()
        return not wrong

    def _save(self) -> None:
        if self._is_right():
            self.hand_over()
            self.left.emit()

    def hand_over(self) -> None:
        """Give what was written to be kept, an address that is none left out."""
        said, guest_id = self.said(), self.guest_id
        address = str(said.get("email", ""))
        if address and not email(address):
            del said["email"]
        if said and guest_id is not None:
            self.saved.emit(guest_id, said)
        self._guest = None

    def forget(self) -> None:
        """What is written here is not wanted."""
        self._guest = None

    # --- words and keys ---

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        words = column_words.headers(t)
        for name, caption in self._captions.items():
            caption.setText(words[name])
        for name, line in self.lines.items():
            line.setAccessibleName(words[name])
        for name, text in self.texts.items():
            text.setAccessibleName(words[name])
        self.lines["name"].setPlaceholderText(t("Named at the door"))
        self.standing.setAccessibleName(words["standing"])
        chosen = self.standing.currentData()
        self.standing.clear()
        for standing in Standing:
            self.standing.addItem(field_words.value(standing, t), str(standing))
        self.standing.setCurrentIndex(max(0, self.standing.findData(chosen)))
        self.truths["step_free"].setText(t("Step-free seat"))
        self.truths["vip"].setText(t("VIP"))
        self._wrong.setText(t("This is no e-mail address."))
        self.save.retitle(t("Save"), t("Save (Enter, Ctrl+S)"))
        self.cancel.retitle(t("Cancel"), t("Leave everything as it was (Esc)"))

    def restyle(self) -> None:
        """Follow the theme."""
        for button in (self.save, self.cancel):
            button.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it was, Ctrl+S and Ctrl+Enter save."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        acts: dict[bool, Callable[[], object]] = {
            event.key() == Qt.Key.Key_Escape: self.left.emit,
            control and event.key() in (Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Enter): self._save,
        }
        if act := acts.get(True):
            act()
        else:
            super().keyPressEvent(event)
