"""The result card: one colour from edge to edge, the answer first, and every question inside it.

It shows a ``CardView`` and says what was pressed or typed; who acts on that, and which card comes next, is the page's
business. A question never keeps anything else from happening.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from html import escape

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from checkin.ui.door.buttons import CardButton, ChoiceButton
from checkin.ui.door.faces import KEYS, Act, label, tip
from checkin.ui.door.ink import Ink, idle_ink, ink
from checkin.ui.door.layout import Places, Word, arrange
from checkin.ui.door.telling import Panel
from checkin.ui.door.typeset import fit, one_line, wrap
from checkin.ui.door.view import CardView
from checkin.ui.shell.theme import Theme
from checkin.words import Words

MARKED = 1500
"""Milliseconds that the mark of a second reading stays."""


class Question(StrEnum):
    """What is typed into a card."""

    NAME = "name"
    TABLE = "table"
    PIN = "pin"


class ResultCard(QWidget):
    """What the door said last.

    Signals:
        acted: A button was pressed; carries an ``Act``.
        named: A name was typed for the guest; carries it.
        table_given: A table's number was typed; carries it.
        pin_given: The organizer's PIN was typed; carries it.
        picked: One of several people was picked; carries the guest's id.
        typing: Somebody types an answer.
        left: The question was left with Esc.
    """

    acted = Signal(object)
    named = Signal(str)
    table_given = Signal(int)
    pin_given = Signal(str)
    picked = Signal(object)
    typing = Signal()
    left = Signal()

    def __init__(self, theme: Theme, t: Words, parent: QWidget | None = None) -> None:
        """Begin calm: nothing has been scanned yet."""
        super().__init__(parent)
        self._theme = theme
        self._t = t
        self.view: CardView | None = None
        self.question: Question | None = None
        self.expected = 0
        self._problem = ""
        self._marked = False
        self.places: Places | None = None
        self._ink: Ink = idle_ink(theme.palette)
        self._buttons: list[CardButton] = []
        self._choices: list[ChoiceButton] = []
        self.line = QLineEdit(self)
        self.line.setMaxLength(120)
        self.line.hide()
        self.line.returnPressed.connect(self._entered)
        self.line.textEdited.connect(self._typed)
        self._unmark = QTimer(self, singleShot=True, interval=MARKED)
        self._unmark.timeout.connect(self._clear_mark)
        self.setMinimumSize(QSize(400, 420))

    # --- what it shows ---

    def show_view(self, view: CardView, *, question: Question | None = None, draft: str = "") -> None:
        """Show another card, and the question that it asks; ``draft`` is an answer that was begun before."""
        self.view = view
        self.question = question or (Question.NAME if view.asks_name else None)
        self._problem = ""
        self._marked = False
        self.line.setText(draft)
        self._dress()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def update_view(self, view: CardView) -> None:
        """Say the same card anew: something it shows has changed; an answer that is being typed stays."""
        if self.view != view:
            self.view = view
            self._dress()

    def clear(self, expected: int) -> None:
        """Show the calm card again."""
        self.view, self.question, self.expected = None, None, expected
        self._dress()

    def mark_repeat(self) -> None:
        """Note, quietly, that the same ticket was read once more."""
        self._marked = True
        self._unmark.start()
        self.update()

    def _clear_mark(self) -> None:
        self._marked = False
        self.update()

    def ask_table(self) -> None:
        """Ask for the number of another table."""
        if self.view is not None and Act.MOVE in self.view.acts:
            self._ask(Question.TABLE)

    def ask_pin(self) -> None:
        """Ask for the organizer's PIN, to let in whom the list does not."""
        if self.view is not None and Act.PIN in self.view.acts:
            self._ask(Question.PIN)

    def _ask(self, question: Question) -> None:
        self.question = question
        self._problem = ""
        self.line.clear()
        self._dress()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, problem: str) -> None:
        """Say why an answer will not do; the question stays open."""
        self._problem = problem
        self._dress()
        self.line.selectAll()

    def leave_question(self) -> None:
        """Take a question about the table away; a missing name stays missing."""
        if self.question in (Question.TABLE, Question.PIN):
            self.question = Question.NAME if self.view is not None and self.view.asks_name else None
            self._dress()
        self.left.emit()

    @property
    def draft(self) -> str:
        """What has been typed of an answer."""
        return self.line.text() if self.question is Question.NAME else ""

    @property
    def picking(self) -> int:
        """How many people there are to pick from."""
        return len(self._choices)

    def pick(self, number: int) -> None:
        """Pick one of several people, counted from 1."""
        if self.view is not None and 1 <= number <= len(self.view.choices):
            self.picked.emit(self.view.choices[number - 1].guest_id)

    def retranslate(self) -> None:
        """Say everything in the language in force; the page gives the view anew."""
        self._dress()

    def restyle(self) -> None:
        """Take the colours of the theme in force."""
        self._dress()

    # --- building ---

    def _dress(self) -> None:
        palette = self._theme.palette
        view = self._asked_view()
        self._ink = idle_ink(palette) if view is None else ink(view.colour, palette, edged=view.edged)
        acts = view.acts if view is not None else ()
        self._make(self._buttons, CardButton, len(acts))
        self._make(self._choices, ChoiceButton, len(view.choices) if view is not None else 0)
        self._arrange()
        self.setAccessibleName(view.spoken if view is not None else self._t("Scan a ticket or type a name"))
        self.setAccessibleDescription(view.note if view is not None else "")
        self.update()

    def _asked_view(self) -> CardView | None:
        """The card with the open question about the table in its panel."""
        t = self._t
        if self.view is None or self.question not in (Question.TABLE, Question.PIN):
            return self.view
        if self.question is Question.PIN:
            hint = self._problem or t("The organizer types it. Esc leaves everything as it is.")
            return replace(self.view, panel=Panel(t("Organizer's PIN"), (hint,)))
        hint = self._problem or t("Type its number and press Enter. Esc leaves everything as it is.")
        return replace(self.view, panel=Panel(t("To which table?"), (hint,)))

    def _make(self, shelf: list[CardButton] | list[ChoiceButton], kind: type[CardButton], count: int) -> None:
        while len(shelf) > count:
            gone = shelf.pop()
            gone.hide()
            gone.deleteLater()
        while len(shelf) < count:
            made = kind(self)
            made.clicked.connect(self._pressed)
            shelf.append(made)  # type: ignore[arg-type]
            made.show()

    def _arrange(self) -> None:
        view = self._asked_view()
        if view is None:
            self.places = None
            self.line.hide()
            return
        titles = [f"{label(act, view.state, self._t)} {KEYS[act]}" for act in view.acts]
        word = self._t("Table").upper()
        places = arrange(view, self.width(), self.height(), titles, word, asking=self.question is not None)
        self.places = places
        cut = [word.words.text for word in places.words if word.words.cut]
        self.setToolTip(escape("\n".join(cut)))
        size = places.type(16)
        for act, title, button, box in zip(view.acts, titles, self._buttons, places.buttons, strict=True):
            button.setText(title)
            button.setToolTip(tip(act, self._t))
            button.setAccessibleName(label(act, view.state, self._t))
            button.setGeometry(box.toAlignedRect())
            button.dress(self._ink, size, main=act is view.acts[0])
        for number, (choice, button, box) in enumerate(
            zip(view.choices, self._choices, places.choices, strict=True), start=1
        ):
            button.setText(str(number))
            button.name, button.line = choice.name, choice.line
            button.setAccessibleName(f"{choice.name}, {choice.line}")
            button.setToolTip(self._t("Let this person in ({key})", key=number))
            button.setGeometry(box.toAlignedRect())
            button.dress(self._ink, places.type(19))
        self._place_line(places)

    def _place_line(self, places: Places) -> None:
        if places.asked is None:
            self.line.hide()
            return
        size = places.type(20)
        self.line.setStyleSheet(
            f"QLineEdit {{ background: #FFFFFF; color: #1E1B18; border: 2px solid #FFFFFF; border-radius: 12px;"
            f" padding: 0 14px; font-size: {size}px; placeholder-text-color: #6B645C; }}"
            f" QLineEdit:focus {{ border: 2px solid #1E1B18; }}"
        )
        t = self._t
        holder, name = {
            Question.NAME: (t("First name and last name"), t("Name of the guest")),
            Question.PIN: (t("PIN"), t("Organizer's PIN")),
        }.get(self.question or Question.TABLE, (t("Number"), t("Number of the table")))
        secret = self.question is Question.PIN
        self.line.setEchoMode(QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal)
        self.line.setPlaceholderText(holder)
        self.line.setAccessibleName(name)
        self.line.setGeometry(places.asked.toAlignedRect())
        self.line.show()

    # --- what is pressed and typed ---

    def _pressed(self) -> None:
        sender = self.sender()
        if self.view is None:
            return
        if isinstance(sender, ChoiceButton):
            self.pick(self._choices.index(sender) + 1)
        elif isinstance(sender, CardButton):
            act = self.view.acts[self._buttons.index(sender)]
            if act is Act.NAME:
                self._entered()
            else:
                self.acted.emit(act)

    def _typed(self, _text: str) -> None:
        self.typing.emit()

    def _entered(self) -> None:
        text = " ".join(self.line.text().split())
        if not text:
            self.line.setFocus()
        elif self.question is Question.NAME:
            self.named.emit(text)
        elif self.question is Question.PIN:
            self.line.clear()
            self.pin_given.emit(text)
        elif text.isdecimal():
            self.table_given.emit(int(text))
        else:
            self.refuse(self._t("A table is a number."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a question; 1 to 5 pick one of several people."""
        if event.key() == Qt.Key.Key_Escape and self.question is not None:
            self.leave_question()
        elif self._choices and event.text().isdecimal():
            self.pick(int(event.text()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out again."""
        super().resizeEvent(event)
        self._arrange()

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._fill(painter, QRectF(self.rect()), self._ink.card, 24)
        if self._ink.edge:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._ink.edge), 10))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), 20, 20)
        if self.places is None or self.view is None:
            self._paint_idle(painter)
        else:
            self._paint_result(painter, self.places, self.view)

    def _paint_result(self, painter: QPainter, places: Places, view: CardView) -> None:
        self._fill(painter, places.disc, self._ink.disc, places.disc.width() / 2)
        self._icon(painter, f"bold/{view.icon}", places.disc, round(places.disc.width() * 0.66), self._ink.glyph)
        if places.panel is not None:
            self._fill(painter, places.panel, self._ink.panel, 16)
        for chip in places.chips:
            self._fill(painter, chip, self._ink.button, chip.height() / 2)
        if places.note is not None:
            self._fill(painter, places.note, self._ink.note, 12)
            painter.save()
            painter.setClipRect(QRectF(places.note.topLeft(), QSizeF(places.px(10), places.note.height())))
            self._fill(painter, places.note, self._ink.stripe, 12)
            painter.restore()
        for word in places.words:
            self._write(painter, word)
        if self._marked:
            time = next(word for word in places.words if word.right)
            text = one_line(self._t("Read again: nothing changed"), self.width() / 2, places.type(14))
            self._write(painter, replace(time, words=text, y=time.y + time.words.height))

    def _paint_idle(self, painter: QPainter) -> None:
        scale = max(0.75, min(self.width() / 688, self.height() / 640, 1.6))
        disc, middle = 168 * scale, QPointF(self.width() / 2, self.height() / 2)
        field = QRectF(middle.x() - disc / 2, middle.y() - disc - 24 * scale, disc, disc)
        self._fill(painter, field, self._ink.disc, disc / 2)
        self._icon(painter, "scanner", field, round(84 * scale), self._ink.glyph)
        room = self.width() - 96 * scale
        y = field.bottom() + 40 * scale
        heading = fit(self._t("Scan a ticket or type a name"), room, round(28 * scale), weight=600)
        told = self._t.plural("{count} person expected", "{count} people expected", self.expected)
        for words, colour, gap in ((heading, "text", 8), (wrap(told, room, max(13, round(18 * scale))), "soft", 0)):
            for line in words.lines:
                painter.setFont(words.face)
                painter.setPen(QColor(getattr(self._ink, colour)))
                painter.drawText(QRectF(0, y, self.width(), words.leading), Qt.AlignmentFlag.AlignCenter, line)
                y += words.leading
            y += gap * scale

    def _fill(self, painter: QPainter, box: QRectF, colour: str, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(box, radius, radius)

    def _icon(self, painter: QPainter, name: str, box: QRectF, size: int, colour: str) -> None:
        pixmap = self._theme.pixmap(name, size, colour, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(box.center().x() - size / 2, box.center().y() - size / 2), pixmap)

    def _write(self, painter: QPainter, word: Word) -> None:
        """Write set words, line by line; a line of a right-to-left script starts at the left like the others."""
        painter.setFont(word.words.face)
        painter.setPen(QColor(getattr(self._ink, word.colour)))
        side = Qt.AlignmentFlag.AlignRight if word.right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        for number, line in enumerate(word.words.lines):
            left = 0.0 if word.right else word.x
            right = word.x if word.right else float(self.width())
            box = QRectF(left, word.y + number * word.words.leading, right - left, word.words.leading)
            painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, line)
