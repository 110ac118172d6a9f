"""The right column while something is only thought of: what it would come to, who would move, and the two ways out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout

from checkin.model import GuestId
from checkin.moves import Step
from checkin.ui.room.callout import way_of
from checkin.ui.room.carry import Carry
from checkin.ui.room.lists import Look, PeopleList
from checkin.ui.room.marks import Marks
from checkin.ui.room.people import Line, People
from checkin.ui.room.previews import About, Figure, Preview
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.palette import Palette
from checkin.ui.shell.theme import Theme
from checkin.words import Words

MOST_AHEAD = 8
MOST_REMARKS = 3
"""Remarks that are shown; the tooltip says all of them."""

_LEFT, _RIGHT = Qt.AlignmentFlag(0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIDES = (_LEFT, _RIGHT, _RIGHT)


class PreviewColumn(QFrame):
    """What would happen.

    Signals:
        taken: It is to be written.
        kept: It is to be written for later: a plan of rounds.
        dropped: It is not to be written.
        stop_asked: The best so far is enough.
        again_asked: Search again; carries for how many rounds.
        opened: Somebody in the list is to be shown; carries the guest's id.
    """

    taken = Signal()
    kept = Signal()
    dropped = Signal()
    stop_asked = Signal()
    again_asked = Signal(int)
    opened = Signal(object)

    def __init__(self, theme: Theme, marks: Marks, carry: Carry, describe: Callable[[GuestId], Line], t: Words) -> None:
        """Lay the column out with nothing in it."""
        super().__init__()
        self._t = t
        self._steps: dict[GuestId, Step] = {}
        self._describe = describe
        self.preview: Preview | None = None
        self.setProperty("role", "surface")
        self._title, self._line = ElidedLabel("", "title"), PlainLabel("", "quiet")
        self._remarks = [ElidedLabel("", "small") for _ in range(MOST_REMARKS)]
        self._moving = PlainLabel("", "strong")
        self._grid = QGridLayout()
        self.people = People(self._move)
        self.list = PeopleList(self.people, Look.PERSON, theme.palette, marks, carry)
        self.list.still = True
        self.ahead = QSpinBox()
        self.ahead.setRange(1, MOST_AHEAD)
        self.ahead.lineEdit().setTextMargins(10, 0, 0, 0)  # the stylesheet cannot say it to a spin box
        self._ahead = PlainLabel("", "small")
        self.stop, self.again = Button(theme, "stop"), Button(theme, "redo", "ghost", scale="icon")
        self.take, self.keep, self.drop = Button(theme, "check", "primary"), Button(theme), Button(theme, "", "quiet")
        self._lay_out()
        self._listen()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        t = self._t
        self.setAccessibleName(t("Preview"))
        self.list.setAccessibleName(t("People who would move"))
        self.stop.retitle(t("Stop"), t("Take the best so far"))
        self.again.retitle("", t("Search again, for so many rounds"), name=t("Search again"))
        self.drop.retitle(t("Discard"), t("Leave everything as it is (Esc)"))
        self.keep.retitle(t("Only plan it"), t("Keep it as a plan; everybody stays where they are for now"))
        self._ahead.setText(t("Rounds"))
        self.ahead.setAccessibleName(t("Rounds"))
        self.ahead.setToolTip(t("More rounds planned at once waste fewer encounters"))
        if self.preview is not None:
            self.show_preview(self.preview)

    def wear(self, palette: Palette) -> None:
        """Show other colours."""
        self.list.wear(palette)
        for button in (self.stop, self.again, self.take, self.keep, self.drop):
            button.restyle()

    def await_(self, about: About, round_: int) -> None:
        """Say that something is being worked out."""
        self.preview = None
        self._say(about, round_)
        self._line.setText(self._t("Searching …"))
        self._fill((), (), (), searching=True, about=about)

    def show_nothing(self, about: About, round_: int, sentence: str) -> None:
        """Say why there is nothing to decide."""
        self.preview = None
        self._say(about, round_)
        self._line.setText(sentence)
        self._fill((), (), (), searching=False, about=about)
        for part in (self._moving, self.again, self.ahead, self._ahead, self.take):
            part.hide()

    def show_preview(self, preview: Preview) -> None:
        """Show what there is so far."""
        self.preview = preview
        self._say(preview.about, preview.round)
        self._line.setText(
            self._t("Nothing has been written yet.") if preview.final else self._t("The best so far; still searching …")
        )
        self._fill(preview.steps, preview.figures, preview.remarks, searching=not preview.final, about=preview.about)
        self.keep.setVisible(preview.keep is not None and preview.final)

    def _say(self, about: About, round_: int) -> None:
        t = self._t
        titles = {
            About.ROUND: t("Round {number}", number=round_),
            About.SHUFFLE: t("Shuffle"),
            About.FILL: t("Fill tables"),
            About.SEAT: t("Seat who waits"),
        }
        acts = {
            About.ROUND: t("Begin round {number}", number=round_),
            About.SHUFFLE: t("Shuffle"),
            About.FILL: t("Fill tables"),
            About.SEAT: t("Seat them"),
        }
        self._title.setText(titles[about])
        self.take.retitle(acts[about], t("Write it, as one change that can be undone (Enter)"))

    def _fill(
        self,
        steps: tuple[Step, ...],
        figures: tuple[Figure, ...],
        remarks: tuple[str, ...],
        *,
        searching: bool,
        about: About,
    ) -> None:
        self._steps = {step.guest_id: step for step in steps}
        self.people.show([step.guest_id for step in steps])
        self.people.redraw()
        self.list.setVisible(bool(steps))
        moving = self._t.plural("{count} person changes table", "{count} people change table", len(steps))
        self._moving.setText(moving)
        for at, label in enumerate(self._remarks):
            label.setText(remarks[at] if at < len(remarks) else "")
            label.setVisible(at < len(remarks))
        if len(remarks) > MOST_REMARKS:
            rest = remarks[MOST_REMARKS - 1 :]
            self._remarks[-1].setText(self._t("and {count} more", count=len(rest)))
            self._remarks[-1].setToolTip("\n".join(rest))
        self._figures(figures)
        self.stop.setVisible(searching)
        for part in (self.again, self.ahead, self._ahead):
            part.setVisible(about is About.ROUND and not searching)
        self._moving.show()
        self.take.show()
        self.take.setEnabled(bool(steps))
        self.keep.setVisible(False)

    def _figures(self, figures: tuple[Figure, ...]) -> None:
        while (held := self._grid.takeAt(0)) is not None:
            widget = held.widget()
            if widget is not None:
                widget.hide()  # at once: it goes only when the loop comes round
                widget.deleteLater()
        for at, figure in enumerate(figures):
            labels = (
                PlainLabel(figure.word, "small"),
                PlainLabel(figure.value, "strong"),
                PlainLabel(figure.brief, "hint"),
            )
            labels[0].setWordWrap(True)
            for column, label in enumerate(labels):
                label.setToolTip(f"{figure.word}: {figure.value}, {figure.beside}" if figure.beside else "")
                self._grid.addWidget(label, at, column, _SIDES[column])

    def _move(self, guest_id: GuestId) -> Line:
        """A person with the way they would go."""
        line, step, t = self._describe(guest_id), self._steps.get(guest_id), self._t
        if step is None:
            return line
        way = way_of(step, t)
        return Line(guest_id, line.name, way, line.colour, f"{line.name} · {way}", line.tip)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(6)
        self._line.setWordWrap(True)
        self._moving.setWordWrap(True)
        for label in (self._title, self._line, *self._remarks, self._moving):
            label.setContentsMargins(8, 0, 8, 0)
        self._grid.setContentsMargins(8, 4, 8, 4)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(0, 1)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addLayout(self._grid)
        for remark in self._remarks:
            column.addWidget(remark)
        column.addSpacing(4)
        column.addWidget(self._moving)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.addWidget(self._ahead, 1)
        row.addWidget(self.ahead)
        row.addWidget(self.again)
        column.addLayout(row)
        column.addWidget(self.stop)
        column.addWidget(self.take)
        ways = QHBoxLayout()
        ways.addWidget(self.keep)
        ways.addWidget(self.drop)
        column.addLayout(ways)

    def _listen(self) -> None:
        self.take.clicked.connect(self.taken)
        self.keep.clicked.connect(self.kept)
        self.drop.clicked.connect(self.dropped)
        self.stop.clicked.connect(self.stop_asked)
        self.again.clicked.connect(lambda: self.again_asked.emit(self.ahead.value()))
        self.list.opened.connect(self.opened)
