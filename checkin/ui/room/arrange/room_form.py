"""The form in the panel where nothing is picked: more tables, landmarks, and rooms that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin import room_phrases
from checkin.landmarks import LandmarkKind
from checkin.model import Shape
from checkin.ui.room.arrange.forms import MOST_CHAIRS, Shapes, spin
from checkin.ui.shell.controls import Button, round_popup, rule
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Offer:
    """A room that can be used.

    Attributes:
        size: How large it is, in words; "" where that is not known.
        former: Whether another room was replaced under its name and can be brought back.
    """

    name: str
    size: str = ""
    former: bool = False


class RoomForm(QWidget):
    """What can be done with the whole room.

    Signals:
        add_asked: More tables; carries how many, their ``Shape`` and their seats.
        mark_asked: One more landmark; carries its kind.
        by_itself_asked: Let every table be laid out by itself.
        save_asked: Keep the room under a name; carries it, and whether the one kept so already is to go.
        use_asked: Furnish the event like the room of a name.
        back_asked: Bring back the room that was replaced under a name.
    """

    add_asked = Signal(int, object, int)
    mark_asked = Signal(object)
    by_itself_asked = Signal()
    save_asked = Signal(str, bool)
    use_asked = Signal(str)
    back_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Lay the form out."""
        super().__init__()
        self.count, self.seats = spin(1, MOST_AT_ONCE, 1), spin(1, MOST_CHAIRS, 10)
        self.shapes = Shapes(theme)
        self.shapes.show_shape(Shape.ROUND)
        self.add = Button(theme, "plus", "primary")
        self.marks = {kind: Button(theme, "", "quiet") for kind in LandmarkKind}
        self.by_itself = Button(theme, "rows", "quiet")
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.save = Button(theme, "save", "quiet", scale="icon")
        self.saved = QComboBox()
        self.saved.setProperty("scale", "small")
        self.saved.setMinimumContentsLength(8)
        self.saved.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        round_popup(self.saved)
        self.use = Button(theme, "check", "quiet", scale="icon")
        self.back = Button(theme, "restore", "quiet", scale="icon")
        self._labels = {key: PlainLabel("", "small") for key in ("count", "seats", "shape")}
        self._titles = {key: PlainLabel("", "strong") for key in ("add", "marks", "saved")}
        self._lay_out()
        self._replacing = False
        self._connect()

    def retranslate(self, t: Words) -> None:
        """Say it in the language in force."""
        for key, word in {"count": t("How many"), "seats": t("Seats"), "shape": t("Shape")}.items():
            self._labels[key].setText(word)
        for key, word in {"add": t("More tables"), "marks": t("Landmarks"), "saved": t("Saved rooms")}.items():
            self._titles[key].setText(word)
        self.count.setAccessibleName(t("How many tables"))
        self.seats.setAccessibleName(t("Seats at each new table"))
        self.shapes.retranslate(t)
        self.add.retitle(t("Add tables"), t("Add tables (N goes here, Enter adds)"))
        for kind, button in self.marks.items():
            word = room_phrases.landmark(kind, t)
            button.retitle(word, t("Put on the plan: {what}", what=word))
        self.by_itself.retitle(t("Place by itself"), t("Forget where tables were put and lay them out in rows"))
        self.name.setPlaceholderText(t("Name to save it by"))
        self.name.setAccessibleName(t("Name to save it by"))
        self.save.retitle("", t("Save this room for the next event (Enter)"))
        self.saved.setAccessibleName(t("Saved rooms and other events"))
        self.saved.setPlaceholderText(t("Choose a room"))
        self.back.retitle("", t("Bring back the room that was replaced under this name; the two change places"))
        self.use.retitle("", t("Furnish this event like the chosen room; nobody is moved"))

    def show_rooms(self, rooms: Sequence[Offer], chosen: str = "") -> None:
        """Offer rooms, the one called ``chosen`` first of all."""
        self.saved.clear()
        for room in rooms:
            self.saved.addItem(f"{room.name} · {room.size}" if room.size else room.name, room)
        names = [room.name for room in rooms]
        self.saved.setCurrentIndex(names.index(chosen) if chosen in names else -1)
        self.saved.setEnabled(bool(rooms))
        self._offer()

    def show_room(self, *, placed: bool) -> None:
        """Offer to lay tables out by themselves where some were put."""
        self.by_itself.setEnabled(placed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._titles["add"])
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for at, (key, field) in enumerate((("count", self.count), ("seats", self.seats), ("shape", self.shapes))):
            grid.addWidget(self._labels[key], at, 0)
            grid.addWidget(field, at, 1)
        column.addLayout(grid)
        column.addWidget(self.add)
        column.addWidget(self.by_itself)
        column.addWidget(rule())
        column.addWidget(self._titles["marks"])
        marks = QGridLayout()
        marks.setSpacing(6)
        for at, button in enumerate(self.marks.values()):
            marks.addWidget(button, at // 2, at % 2)
        column.addLayout(marks)
        column.addWidget(rule())
        column.addWidget(self._titles["saved"])
        for field, buttons in ((self.name, (self.save,)), (self.saved, (self.back, self.use))):
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(field, 1)
            for button in buttons:
                line.addWidget(button)
            column.addLayout(line)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.count.lineEdit().returnPressed.connect(self._add)
        self.seats.lineEdit().returnPressed.connect(self._add)
        for kind, button in self.marks.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self.mark_asked.emit(kind))
        self.by_itself.clicked.connect(self.by_itself_asked)
        self.save.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)
        self.name.textEdited.connect(self._think_again)
        self.saved.currentIndexChanged.connect(self._offer)
        self.use.clicked.connect(lambda: self.use_asked.emit(self.saved.currentData().name))
        self.back.clicked.connect(lambda: self.back_asked.emit(self.saved.currentData().name))

    def _offer(self) -> None:
        room = self.saved.currentData()
        self.use.setEnabled(room is not None)
        self.back.setVisible(room is not None and room.former)

    def _add(self) -> None:
        self.count.interpretText()
        self.seats.interpretText()
        self.add_asked.emit(self.count.value(), self.shapes.shape, self.seats.value())

    def _save(self) -> None:
        self.save_asked.emit(self.name.text(), self._replacing)
        self._replacing = False

    def offer_to_replace(self) -> None:
        """The name is taken: saving once more replaces what is kept under it, unless another name is typed."""
        self._replacing = True
        self.name.setFocus()

    def _think_again(self) -> None:
        self._replacing = False
