"""The form for a new event: its name, its day, its tables."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from checkin import reasons
from checkin.changes import Change
from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan
from checkin.model import EventId
from checkin.ui.bridge import Bridge
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

MOST_TABLES = 500
MOST_SEATS = 60
MOST_ROUNDS = 8


class TablesRow(QWidget):
    """Some equal tables: how many, and with how many seats.

    Signals:
        changed: Another figure.
    """

    changed = Signal()

    def __init__(self, count: int, seats: int) -> None:
        """Start with ``count`` tables of ``seats``."""
        super().__init__()
        self.count = _spin(0, MOST_TABLES, count)
        self.seats = _spin(1, MOST_SEATS, seats)
        self.between = PlainLabel()
        self.after = PlainLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.count)
        row.addWidget(self.between)
        row.addWidget(self.seats)
        row.addWidget(self.after)
        row.addStretch()
        self.count.valueChanged.connect(self.changed)
        self.seats.valueChanged.connect(self.changed)

    def plan(self) -> TablePlan:
        """What it says."""
        return TablePlan(self.count.value(), self.seats.value())


class NewEventPage(QWidget):
    """The form.

    Signals:
        left: Given up.
    """

    left = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, t: Words) -> None:
        """Start with twenty tables of ten."""
        super().__init__()
        self._bridge = bridge
        self._t = t
        self._heading = PlainLabel(role="heading")
        self._name = QLineEdit()
        self._name.setMaxLength(120)
        self._day = QDateEdit(QDate.currentDate())
        self._rows = [TablesRow(20, 10), TablesRow(0, 8)]
        self._total = PlainLabel(role="quiet")
        self._rounds = _spin(1, MOST_ROUNDS, 1)
        self._promise = PlainLabel(role="quiet")
        self._promise.setWordWrap(True)
        self._more = Button(theme, "plus", "link")
        self._create = Button(theme, role="primary", scale="large")
        self._cancel = Button(theme, role="ghost", scale="large")
        self._captions = {name: PlainLabel(role="caption") for name in ("name", "day", "tables", "rounds")}
        self._rows[1].hide()
        self._build()
        self._name.textChanged.connect(self._weigh)
        self._name.returnPressed.connect(self._go)
        self._create.clicked.connect(self._go)
        self._cancel.clicked.connect(self.left)
        self._more.clicked.connect(self._another)
        for row in self._rows:
            row.changed.connect(self._weigh)
        self._rounds.valueChanged.connect(self._weigh)
        self.retranslate()

    def _build(self) -> None:
        sheet = QFrame()
        sheet.setProperty("role", "surface")
        sheet.setFixedWidth(560)
        box = QVBoxLayout(sheet)
        box.setContentsMargins(32, 32, 32, 32)
        box.setSpacing(8)
        box.addWidget(self._heading)
        fields: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            ("name", (self._name,)),
            ("day", (self._day,)),
            ("tables", (*self._rows, self._total, self._more)),
            ("rounds", (self._rounds, self._promise)),
        )
        for caption, widgets in fields:
            box.addSpacing(12)
            box.addWidget(self._captions[caption])
            for widget in widgets:
                box.addWidget(widget)
        _indent(self._day)
        self._day.setFixedWidth(200)
        box.setAlignment(self._more, Qt.AlignmentFlag.AlignLeft)
        box.addSpacing(16)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addWidget(self._create)
        ends.addWidget(self._cancel)
        ends.addStretch()
        box.addLayout(ends)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32, 32, 32, 32)
        outer.addStretch(2)
        outer.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def begin(self) -> None:
        """An empty form with the cursor in it."""
        self._name.clear()
        self._rounds.setValue(1)
        self._create.setEnabled(False)
        self._name.setFocus()

    def _another(self) -> None:
        self._rows[1].show()
        self._rows[1].count.setFocus()
        self._more.hide()

    def _plans(self) -> list[TablePlan]:
        return [plan for plan in (row.plan() for row in self._rows) if plan.count]

    def _weigh(self) -> None:
        plans = self._plans()
        seats = sum(plan.count * plan.seats for plan in plans)
        tables = sum(plan.count for plan in plans)
        t = self._t
        rooms = t.plural("{count} table", "{count} tables", tables)
        places = t.plural("{count} seat", "{count} seats", seats)
        self._total.setText(f"{rooms}, {places}")
        largest = max((plan.seats for plan in plans), default=0)
        self._promise.setText(reasons.promise(tables, largest, self._rounds.value(), seats, t))
        self._create.setEnabled(bool(self._name.text().strip()) and bool(plans))

    def _go(self) -> None:
        if not self._create.isEnabled():
            return
        name, plans, day = self._name.text().strip(), self._plans(), self._day.date().toString(Qt.DateFormat.ISODate)
        rounds = self._rounds.value()
        self._create.setEnabled(False)

        def failed(refusal: object) -> None:
            self._weigh()
            self._bridge.failed.emit(refusal)

        def create(desk: Desk) -> Change:
            change = desk.create_event(name, plans, day)
            if rounds > 1:
                desk.give_itineraries(rounds)
            return change

        self._bridge.ask(
            create,
            lambda change: self._bridge.use(EventId(change.event_id or 0)),
            failed,
        )

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self._heading.setText(t("New event"))
        self._captions["name"].setText(t("What is it called?"))
        self._captions["day"].setText(t("When?"))
        self._captions["tables"].setText(t("Tables"))
        self._captions["rounds"].setText(t("Rounds given at arrival"))
        self._rounds.setAccessibleName(t("Rounds given at arrival"))
        self._rounds.setToolTip(t("More than one: everybody's card says at arrival where they sit in every round"))
        self._name.setPlaceholderText(t("Networking lunch"))
        self._name.setAccessibleName(t("Name of the event"))
        self._day.setAccessibleName(t("Date of the event"))
        self._day.setLocale(QLocale(t.language))
        self._day.setDisplayFormat("d MMM yyyy")
        for row in self._rows:
            row.between.setText(t("tables of"))
            row.after.setText(t("seats"))
            row.count.setAccessibleName(t("How many tables"))
            row.seats.setAccessibleName(t("Seats at each table"))
        self._more.retitle(t("Tables of another size"))
        self._create.retitle(t("Create event"), t("Create event (Enter)"))
        self._cancel.retitle(t("Cancel"), t("Cancel (Esc)"))
        self._weigh()

    def restyle(self) -> None:
        """Follow the theme."""
        self._more.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _spin(least: int, most: int, value: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setValue(value)
    spin.setFixedWidth(96)
    _indent(spin)
    return spin


def _indent(spin: QAbstractSpinBox) -> None:
    """Begin where a line of text begins; the stylesheet cannot say it to a spin box."""
    spin.lineEdit().setTextMargins(10, 0, 0, 0)
    spin.setFixedHeight(40)
