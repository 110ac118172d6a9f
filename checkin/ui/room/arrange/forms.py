"""The forms in the panel of the room that is arranged: for tables that are picked, and for a landmark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from checkin import room_phrases
from checkin.book import Book
from checkin.furniture import MOST_NUMBER, Wanted
from checkin.landmarks import LEAST, MOST, Landmark
from checkin.model import Shape, Table
from checkin.ui.room.arrange.placing import Side
from checkin.ui.shell.controls import Button, rule
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

MOST_CHAIRS = 60
"""At one table, as far as a spin box goes; the command line takes more."""

PAUSE = 450
"""So many milliseconds after the last step of a spin box, its figure is written."""


class Shapes(QWidget):
    """Three shapes to choose from.

    Signals:
        chosen: One was; carries a ``Shape``.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """None is chosen yet."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._group = QButtonGroup(self)
        self.buttons: dict[Shape, Button] = {}
        for shape in Shape:
            button = Button(theme, f"shape-{shape}", scale="icon")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, shape=shape: self.chosen.emit(shape))
            self._group.addButton(button)
            self.buttons[shape] = button
            row.addWidget(button)
        row.addStretch()

    @property
    def shape(self) -> Shape:
        """The one that is chosen, or a round one."""
        return next((shape for shape, button in self.buttons.items() if button.isChecked()), Shape.ROUND)

    def show_shape(self, shape: Shape | None) -> None:
        """Show one as chosen, or none."""
        self._group.setExclusive(False)
        for one, button in self.buttons.items():
            button.setChecked(one is shape)
        self._group.setExclusive(True)

    def retranslate(self, t: Words) -> None:
        """Say it in the language in force."""
        for shape, button in self.buttons.items():
            word = room_phrases.shape(shape, t)
            button.retitle("", word, name=word)


class TableForm(QWidget):
    """One table, or several at once.

    Signals:
        wanted: They are to be something else; carries a ``Wanted``.
        waiting: The spin box of seats shows what is not written yet, or that is over.
        remove_asked: They are to go.
        align_asked: Carries a ``Side``.
        spread_asked: Equal gaps; carries whether across.
        rows_asked: Carries how many in each row.
    """

    wanted = Signal(object)
    waiting = Signal()
    remove_asked = Signal()
    align_asked = Signal(object)
    spread_asked = Signal(bool)
    rows_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Lay the form out."""
        super().__init__()
        self.number, self.seats, self.per_row = spin(1, MOST_NUMBER), spin(1, MOST_CHAIRS), spin(1, 50)
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.shapes = Shapes(theme)
        self.step_free, self.reserved, self.closed = QCheckBox(), QCheckBox(), QCheckBox()
        self.remove = Button(theme, "trash", "danger")
        self.align = {side: Button(theme, f"align-{side.value}", "quiet", scale="icon") for side in Side}
        self.spread = {
            across: Button(theme, f"spread-{'across' if across else 'down'}", "quiet", scale="icon")
            for across in (True, False)
        }
        self.rows = Button(theme, "rows", "quiet")
        self._labels = {key: PlainLabel("", "small") for key in ("number", "name", "seats", "shape", "align", "rows")}
        self._single: list[QWidget] = [self.number, self.name, self._labels["number"], self._labels["name"]]
        self._many = QWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._connect()

    def retranslate(self, t: Words) -> None:
        """Say it in the language in force."""
        words = {
            "number": t("Number"), "name": t("Name"), "seats": t("Seats"), "shape": t("Shape"), "align": t("Align"),
            "rows": t("Per row"),
        }  # fmt: skip
        for key, label in self._labels.items():
            label.setText(words[key])
        self.number.setAccessibleName(t("Table's number"))
        self.number.setToolTip(t("A number that another table has is swapped with it"))
        self.name.setAccessibleName(t("Table's name"))
        self.name.setPlaceholderText(t("None"))
        self.seats.setAccessibleName(t("Seats at the table"))
        self.seats.setToolTip(t("In every round; nobody loses a seat"))
        self.per_row.setAccessibleName(t("Tables in each row"))
        self.shapes.retranslate(t)
        self.step_free.setText(t("Step-free"))
        self.reserved.setText(t("Reserved"))
        self.closed.setText(t("Closed to the draw"))
        self.step_free.setToolTip(t("No step leads there (F)"))
        self.reserved.setToolTip(t("Only who belongs there sits there (E)"))
        self.closed.setToolTip(t("Nobody who arrives draws it (X)"))
        self.remove.retitle(t("Remove"), t("Take away what is picked, if nobody sits there (Del)"))
        self.rows.retitle(t("In rows"), t("Put the tables in rows and columns (R)"))
        sides = {
            Side.LEFT: t("Align left edges (Ctrl+Left)"), Side.CENTRE: t("Align centres below each other (C)"),
            Side.RIGHT: t("Align right edges (Ctrl+Right)"), Side.TOP: t("Align upper edges (Ctrl+Up)"),
            Side.MIDDLE: t("Align centres beside each other (L)"), Side.BOTTOM: t("Align lower edges (Ctrl+Down)"),
        }  # fmt: skip
        for side, button in self.align.items():
            button.retitle("", sides[side])
        self.spread[True].retitle("", t("Equal gaps across (H)"))
        self.spread[False].retitle("", t("Equal gaps down (V)"))

    def show_tables(self, book: Book, tables: Sequence[Table]) -> None:
        """Show what the tables are; where they differ, nothing."""
        one = tables[0]
        alone = len(tables) == 1
        for part in self._single:
            part.setVisible(alone)
        self._many.setVisible(not alone)
        if not self._pause.isActive():
            _show(self.number, one.number)
            _show(self.seats, max(len(book.seats_at(table.id)) for table in tables))
        if not (self.name.hasFocus() and self.name.isModified()):
            self.name.setText(one.name)
        shapes = {table.shape for table in tables}
        self.shapes.show_shape(one.shape if len(shapes) == 1 else None)
        for box, values in (
            (self.step_free, {table.step_free for table in tables}),
            (self.reserved, {table.reserved for table in tables}),
            (self.closed, {not table.open for table in tables}),
        ):
            box.setCheckState(
                Qt.CheckState.PartiallyChecked if len(values) > 1
                else Qt.CheckState.Checked if values.pop() else Qt.CheckState.Unchecked
            )  # fmt: skip
        if not self.per_row.hasFocus():
            self.per_row.setValue(max(1, round(len(tables) ** 0.5 * 1.3)))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, (key, field) in enumerate(
            (("number", self.number), ("name", self.name), ("shape", self.shapes), ("seats", self.seats))
        ):
            grid.addWidget(self._labels[key], at, 0)
            grid.addWidget(field, at, 1)
        column = _column(self)
        column.addLayout(grid)
        for box in (self.step_free, self.reserved, self.closed):
            column.addWidget(box)
        many = _column(self._many)
        many.addWidget(rule())
        many.addWidget(self._labels["align"])
        buttons = QGridLayout()
        buttons.setSpacing(6)
        for at, button in enumerate((*self.align.values(), *self.spread.values())):
            buttons.addWidget(button, at // 4, at % 4)
        buttons.setColumnStretch(4, 1)
        many.addLayout(buttons)
        line = QHBoxLayout()
        line.addWidget(self._labels["rows"])
        line.addWidget(self.per_row, 1)
        many.addLayout(line)
        many.addWidget(self.rows)
        column.addWidget(self._many)
        column.addWidget(rule())
        column.addWidget(self.remove)

    def _connect(self) -> None:
        self.number.editingFinished.connect(self.number_done)
        self.seats.valueChanged.connect(self._wait)
        self.seats.editingFinished.connect(self.done)
        self._pause.timeout.connect(self.done)
        self.name.editingFinished.connect(self._named)
        self.shapes.chosen.connect(lambda shape: self.wanted.emit(Wanted(shape=shape)))
        self.step_free.clicked.connect(lambda on: self.wanted.emit(Wanted(step_free=on)))
        self.reserved.clicked.connect(lambda on: self.wanted.emit(Wanted(reserved=on)))
        self.closed.clicked.connect(lambda on: self.wanted.emit(Wanted(open=not on)))
        self.remove.clicked.connect(self.remove_asked)
        for side, button in self.align.items():
            button.clicked.connect(lambda _checked=False, side=side: self.align_asked.emit(side))
        for across, button in self.spread.items():
            button.clicked.connect(lambda _checked=False, across=across: self.spread_asked.emit(across))
        self.rows.clicked.connect(lambda: self.rows_asked.emit(self.per_row.value()))

    @property
    def waits(self) -> bool:
        """Whether the spin box of seats shows what is not written yet."""
        return self._pause.isActive()

    def done(self) -> None:
        """The spin box of seats rests: write its figure."""
        if self._pause.isActive() or self.sender() is self._pause:
            self._pause.stop()
            self.wanted.emit(Wanted(seats=self.seats.value()))
            self.waiting.emit()

    def _wait(self) -> None:
        self._pause.start()
        self.waiting.emit()

    def number_done(self) -> None:
        """Enter, or another field: write the number."""
        self.wanted.emit(Wanted(number=self.number.value()))

    def _named(self) -> None:
        if self.name.isModified():
            self.name.setModified(False)
            self.wanted.emit(Wanted(name=self.name.text()))


class MarkForm(QWidget):
    """A landmark.

    Signals:
        sized: It is to be as wide and deep as the fields say.
        remove_asked: It is to go.
        turn_asked: Width and depth are to change places.
    """

    sized = Signal(float, float)
    remove_asked = Signal()
    turn_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        """Lay the form out."""
        super().__init__()
        self.wide, self.deep = (spin(int(LEAST), int(MOST), step=25) for _ in range(2))
        self.turn = Button(theme, "swap", "quiet")
        self.remove = Button(theme, "trash", "danger")
        self._labels = (PlainLabel("", "small"), PlainLabel("", "small"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for at, (label, field) in enumerate(zip(self._labels, (self.wide, self.deep), strict=True)):
            field.setSuffix(" cm")
            grid.addWidget(label, at, 0)
            grid.addWidget(field, at, 1)
            field.editingFinished.connect(lambda: self.sized.emit(self.wide.value(), self.deep.value()))
        column = _column(self)
        column.addLayout(grid)
        column.addWidget(self.turn)
        column.addWidget(rule())
        column.addWidget(self.remove)
        self.turn.clicked.connect(self.turn_asked)
        self.remove.clicked.connect(self.remove_asked)

    def retranslate(self, t: Words) -> None:
        """Say it in the language in force."""
        for label, field, word in zip(self._labels, (self.wide, self.deep), (t("Width"), t("Depth")), strict=True):
            label.setText(word)
            field.setAccessibleName(word)
        self.turn.retitle(t("Turn"), t("Change width and depth (T)"))
        self.remove.retitle(t("Remove"), t("Take away what is picked, if nobody sits there (Del)"))

    def show_mark(self, mark: Landmark) -> None:
        """Show how large it is."""
        _show(self.wide, round(mark.width))
        _show(self.deep, round(mark.height))


def spin(least: int, most: int, value: int = 1, step: int = 1) -> QSpinBox:
    """A spin box that writes whole figures only, not each key."""
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    box.setSingleStep(step)
    box.setKeyboardTracking(False)
    box.lineEdit().setTextMargins(10, 0, 0, 0)
    return box


def _show(box: QSpinBox, value: int) -> None:
    if box.value() != value:
        blocked = QSignalBlocker(box)
        box.setMaximum(max(box.maximum(), value))
        box.setValue(value)
        blocked.unblock()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return column
