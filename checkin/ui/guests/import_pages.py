"""An import in three steps: the file, what its columns say, and what will happen before anything is written.

Reading runs on a thread of its own, so that a scan at the door never waits for a file; comparing and writing are the
desk's. Until the last button is pressed nothing is written, and leaving at any step leaves everything as it was.
"""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from checkin import phrases
from checkin.amending import Amendments
from checkin.desk import own_lists
from checkin.desk.outcomes import ImportReport
from checkin.enrolment import Enrolment
from checkin.errors import CheckinError, NoNames
from checkin.intake import registrations as intake
from checkin.model import Standing
from checkin.ui.bridge import Bridge
from checkin.ui.guests import mapping
from checkin.ui.guests.columns_step import ColumnsStep
from checkin.ui.guests.preview_step import PreviewStep
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

FILE, COLUMNS, PREVIEW = range(3)


class Stopped(CheckinError):
    """Somebody has cancelled the reading."""


class ImportPages(QWidget):
    """The three steps.

    Signals:
        closed: The pages are to go; nothing was written.
        finished: The list is in; carries an ``ImportReport``.
        file_wanted: Another file is to be chosen.
    """

    closed = Signal()
    finished = Signal(object)
    file_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, t: Words, settings: Settings) -> None:
        """Start with no file."""
        super().__init__()
        self._bridge, self._t, self._settings = bridge, t, settings
        self._source: Path | str | None = None
        self.title = ""
        self._chosen: dict[str, str] = {}
        self._meanings: dict[str, Standing] = {}
        self._asked = False
        self._sheets: tuple[str, ...] = ()
        self._stop = Event()
        self._turn = 0
        self._busy = ""
        self.read: intake.Intake | None = None
        self.plan: Enrolment | None = None
        self.refusal: CheckinError | None = None
        self._heading = ElidedLabel(role="title")
        self._steps = [PlainLabel(role="chip") for _ in range(3)]
        self._words = PlainLabel(role="strong")
        self._words.setWordWrap(True)
        self._counts = PlainLabel(role="quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.columns = ColumnsStep(theme, t)
        self.preview = PreviewStep(t)
        self.cancel = Button(theme, role="ghost")
        self.back = Button(theme, "chevron-left")
        self.next = Button(theme, role="primary")
        self._body = QStackedWidget()
        self._build()
        self._listen()
        self.retranslate()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._heading, 1)
        for step in self._steps:
            top.addWidget(step)
        first = QFrame()
        first.setProperty("role", "surface")
        inside = QVBoxLayout(first)
        inside.setContentsMargins(32, 32, 32, 32)
        inside.setSpacing(16)
        inside.addStretch()
        for part in (self._words, self._bar, self._counts):
            inside.addWidget(part)
        inside.addStretch()
        for page in (first, self.columns, self.preview):
            self._body.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.cancel)
        foot.addStretch()
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addLayout(top)
        whole.addWidget(self._body, 1)
        whole.addLayout(foot)

    def _listen(self) -> None:
        self.cancel.clicked.connect(self.leave)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.columns.sheet_chosen.connect(lambda sheet: self._choose_sheets((sheet,)))
        self.columns.sheets_chosen.connect(self._choose_sheets)
        self.columns.mapped.connect(self._map)
        self.columns.meant.connect(self._mean)
        self.preview.amended.connect(self._amend)

    # --- the file ---

    def begin(self, source: Path | str, title: str) -> None:
        """Read another list.

        Args:
            source: The file, or the text that was copied.
            title: What to call it.
        """
        self._source, self.title = source, title
        self._chosen, self._meanings, self._asked, self._sheets = {}, {}, False, ()
        self.read = self.plan = None
        self.columns.begin()
        self._body.setCurrentIndex(FILE)
        self._read()

    def leave(self) -> None:
        """Go without having written anything."""
        self._stop.set()
        self._turn += 1
        self._busy = ""
        self.closed.emit()

    def _read(self) -> None:
        source, sheets, tasks = self._source, self._sheets, self._bridge.tasks
        chosen, meanings = dict(self._chosen), dict(self._meanings)
        if source is None:
            return
        self._stop.set()
        self._stop = stop = Event()
        self._turn += 1
        turn = self._turn
        self.refusal = None
        self._busy = "reading"
        self._bar.setRange(0, 0)
        self._counts.setText("")
        self._refresh()

        def progress(done: int, rows: int) -> None:
            if stop.is_set() or tasks.closing:
                raise Stopped
            tasks.post(lambda: self._show_progress(turn, done, rows))

        tasks.aside(
            lambda: own_lists.read(source, sheet=sheets, columns=chosen, meanings=meanings, progress=progress),
            lambda read: self._was_read(turn, read),
            lambda refusal: self._not_read(turn, refusal),
        )

    def _show_progress(self, turn: int, done: int, rows: int) -> None:
        if turn == self._turn:
            self._bar.setRange(0, max(rows, 1))
            self._bar.setValue(done)
            t = self._t
            self._counts.setText(t("{done} of {rows} rows", done=t.number(done), rows=t.number(rows)))

    def _was_read(self, turn: int, read: intake.Intake) -> None:
        if turn != self._turn:
            return
        if not self._asked:
            kept = mapping.recall(self._settings, read.headers), mapping.recall_meanings(self._settings, read.headers)
            if any(kept) and kept != (self._chosen, self._meanings):
                self._chosen, self._meanings = kept
                self._read()
                return
        self._busy, self.read = "", read
        said = bool(self._chosen or self._meanings)
        self.columns.show_read(read, self._chosen, remembered=said and not self._asked)
        self._show(COLUMNS)
        self.columns.resume()

    def _not_read(self, turn: int, refusal: CheckinError) -> None:
        if turn != self._turn or isinstance(refusal, Stopped):
            return
        self._busy, self.refusal = "", refusal
        if isinstance(refusal, NoNames):
            empty = intake.Intake("generic", "", 0, (), (), (), {}, headers=tuple(refusal.headers))
            self.columns.show_read(empty, self._chosen, remembered=False)
            self.read = None
            self._show(COLUMNS)
            return
        if self._asked:  # the columns as they are pointed now cannot be read: what was said last does not hold
            self._chosen, self._meanings, self._asked = {}, {}, False
        self._show(FILE)

    def _choose_sheets(self, sheets: tuple[str, ...]) -> None:
        """Other sheets; what was said of the columns holds while those are read of which it was said."""
        before = () if self.read is None else self.read.taken
        self._sheets = sheets
        if not set(before) <= set(sheets):
            self._chosen, self._meanings, self._asked = {}, {}, False
        self._read()

    def _map(self, chosen: dict[str, str]) -> None:
        self._chosen, self._asked = chosen, True
        self._read()

    def _mean(self, word: str, standing: Standing) -> None:
        self._meanings, self._asked = {**self._meanings, word: standing}, True
        self._read()

    # --- what will happen ---

    def _amend(self, amendments: Amendments) -> None:
        self._imagine(amendments)

    def _imagine(self, amendments: Amendments) -> None:
        read = self.read
        if read is None:
            return
        self._turn += 1
        turn = self._turn
        self._busy = "comparing"
        self._refresh()
        self._bridge.ask(
            lambda desk: desk.imagine(read, amendments),
            lambda plan: self._imagined(turn, plan),
            lambda refusal: self._failed(turn, refusal),
        )

    def _imagined(self, turn: int, plan: Enrolment) -> None:
        if turn == self._turn:
            self._busy, self.plan = "", plan
            self.preview.show_plan(plan)
            self._refresh()
            if not self._has_focus():
                self.next.setFocus()

    def _has_focus(self) -> bool:
        """Whether the keyboard is still somewhere on these pages; a button that is switched off gives it away."""
        within = QApplication.focusWidget()
        return within is not None and self.isAncestorOf(within)

    def _write(self) -> None:
        read, amendments = self.read, self.preview.amendments
        if read is None:
            return
        self._turn += 1
        turn = self._turn
        self._busy = "writing"
        self._bar.setRange(0, 0)
        self._counts.setText("")
        self._show(FILE)
        if self._asked:
            mapping.keep(self._settings, read.headers, self._chosen)
            mapping.keep_meanings(self._settings, read.headers, self._meanings)
        self._bridge.ask(
            lambda desk: desk.take_in(read, amendments),
            self._written,
            lambda refusal: self._failed(turn, refusal),
        )

    def _written(self, report: ImportReport) -> None:
        self._busy = ""
        self.finished.emit(report)

    def _failed(self, turn: int, refusal: CheckinError) -> None:
        if turn == self._turn:
            self._busy, self.refusal = "", refusal
            self._show(FILE)

    # --- going on and back ---

    def _go_on(self) -> None:
        step = self._body.currentIndex()
        book = self._bridge.book
        if step == FILE:
            self.file_wanted.emit()
        elif step == COLUMNS and self.read is not None and book is not None:
            self.plan = None
            self.preview.begin(self.read, book)
            self._show(PREVIEW)
            self._imagine(self.preview.amendments)
        elif step == PREVIEW and self.plan is not None:
            if self.plan.change.edits:
                self._write()
            else:
                self.leave()

    def _go_back(self) -> None:
        self._turn += 1
        self._busy = ""
        self.refusal = None
        self._show(max(FILE, self._body.currentIndex() - 1))

    def _show(self, step: int) -> None:
        self._body.setCurrentIndex(step)
        self._refresh()
        self.next.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._refresh()
        self.columns.retranslate()
        if not self._busy:
            self.preview.retranslate()

    def _refresh(self) -> None:
        """Say where the import is now."""
        t, step = self._t, self._body.currentIndex()
        self._heading.setText(self.title)
        titles = (t("1 File"), t("2 Columns"), t("3 What will happen"))
        for at, (label, word) in enumerate(zip(self._steps, titles, strict=True)):
            label.setText(word)
            label.setProperty("tone", "accent" if at == step else "")
            label.style().unpolish(label)
            label.style().polish(label)
        self.cancel.retitle(t("Cancel"), t("Leave everything as it was (Esc)"))
        self.cancel.setVisible(self._busy != "writing")
        self.back.retitle(t("Back"), t("One step back (Alt+Left)"))
        self.back.setVisible(step != FILE and not (step == COLUMNS and self.read is None))
        self._say_file()
        self._say_next(step)
        self._bar.setVisible(bool(self._busy))
        self._counts.setVisible(bool(self._busy))

    def _say_file(self) -> None:
        t = self._t
        words = {
            "reading": t("Reading the file. Nothing is written yet."),
            "writing": t("Writing. It is one change; undo takes all of it back."),
        }
        self._words.setText(
            phrases.refusal(self.refusal, t)
            if self.refusal is not None
            else words.get(self._busy, t("Choose another file, or go on with this one."))
        )
        self._bar.setAccessibleName(words.get(self._busy, ""))

    def _say_next(self, step: int) -> None:
        t = self._t
        plan = self.plan
        word = (t("Choose another file…"), t("Go on"), t("Import now"))[step]
        if step == PREVIEW and plan is not None and not plan.change.edits:
            word = t("Close")
        self.next.retitle(word, t("{action} (Enter)", action=word))
        ready = (not self._busy, self.read is not None and not self._busy, plan is not None and not self._busy)[step]
        self.next.setEnabled(ready)
        self.next.setVisible(not (step == FILE and bool(self._busy)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, Enter goes on, Alt and the left arrow go back."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape and self._busy != "writing":
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.next.isEnabled():
            self._go_on()
        elif event.key() == Qt.Key.Key_Left and alt and self.back.isVisible():
            self._go_back()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Follow the theme."""
        for button in (self.cancel, self.back, self.next):
            button.restyle()
        self.columns.restyle()
