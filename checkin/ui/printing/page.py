"""The print page: choices on the left, the true preview on the right, and one button that saves the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from checkin import phrases
from checkin.desk import Desk
from checkin.desk.outcomes import PrintReport
from checkin.desk.printing import design_of
from checkin.errors import CheckinError, PrintedAlready
from checkin.ui.bridge import Bridge
from checkin.ui.printing.choices import Choices
from checkin.ui.printing.design_panel import DesignPanel
from checkin.ui.printing.job import (
    FOR_SOME,
    PREVIEWED,
    Counts,
    Job,
    Made,
    Stopped,
    What,
    counts,
    preview,
)
from checkin.ui.printing.preview import Preview, pictures
from checkin.ui.printing.printers import printers
from checkin.ui.printing.readings import adjustment
from checkin.ui.printing.sentences import file_names, on_its_way, read_back, what_will_happen
from checkin.ui.printing.work import Work
from checkin.ui.shell.controls import Button, on_key
from checkin.ui.shell.empty import EmptyState
from checkin.ui.shell.header import PageHeader
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

PAUSE = 180
"""Milliseconds after the last choice before the preview is made."""

LEFT_WIDTH = 416


class PrintPage(QWidget):
    """Paper.

    Signals:
        guests_wanted: There is nobody to print for; the guests page has the way to change that.
    """

    guests_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, t: Words, settings: Settings) -> None:
        """Build the page; the preview is made when the page is first shown."""
        super().__init__()
        self._bridge = bridge
        self._t = t
        self._settings = settings
        self._theme = theme
        self._serial = 0
        self._counts = Counts({}, {})
        self._job = Job()
        self.work = Work(bridge, t, self)
        self._saved: Path | None = None
        self.header = PageHeader()
        self.choices = Choices(theme, t, settings)
        self.preview = Preview(theme)
        self.save = Button(theme, "save", "primary", scale="large")
        self.print = Button(theme, "print", scale="large")
        self.again = Button(theme, role="link")
        self.empty = EmptyState(theme, "print", "guests")
        self._line = PlainLabel(role="quiet")
        self._told = ElidedLabel(role="small")
        self._open = Button(theme, "external", "link")
        self._folder = Button(theme, "folder", "link")
        self._bar = QProgressBar()
        self._cancel = Button(theme, role="")
        self._pause = QTimer(self)
        self._build()
        self._listen()
        self.retranslate()
        self.refresh()

    def _build(self) -> None:
        self._bar.setTextVisible(False)
        opening = QHBoxLayout()
        opening.setSpacing(4)
        opening.addWidget(self._open)
        opening.addWidget(self._folder)
        opening.addWidget(self.again)
        opening.addStretch()
        working = QHBoxLayout()
        working.setSpacing(12)
        working.addWidget(self._bar, 1)
        working.addWidget(self._cancel)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.choices, 1)
        left.addSpacing(4)
        for part in (self._line, self._told):
            left.addWidget(part)
        left.addLayout(opening)
        left.addLayout(working)
        doing = QHBoxLayout()
        doing.setSpacing(8)
        doing.addWidget(self.print)
        doing.addWidget(self.save, 1)
        left.addLayout(doing)
        column = QWidget()
        column.setFixedWidth(LEFT_WIDTH)
        column.setLayout(left)
        left.setContentsMargins(0, 0, 8, 0)
        across = QWidget()
        row = QHBoxLayout(across)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(column)
        row.addWidget(self.preview, 1)
        self._body = QStackedWidget()
        self._body.addWidget(self.empty)
        self._body.addWidget(across)
        page = QVBoxLayout(self)
        page.setContentsMargins(32, 24, 32, 32)
        page.setSpacing(24)
        page.addWidget(self.header)
        page.addWidget(self._body, 1)

    def _listen(self) -> None:
        self._bridge.changed.connect(lambda _change: self._stale())
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._look)
        self.choices.changed.connect(self._chosen)
        self.choices.options.design_wanted.connect(self.open_design)
        self.save.clicked.connect(self.ask_where)
        on_key(self, "Ctrl+S", self.ask_where)
        self.print.clicked.connect(self.ask_printer)
        on_key(self, "Ctrl+P", self.ask_printer)
        self.again.clicked.connect(self._once_more)
        self._cancel.clicked.connect(self.work.stop)
        self.work.progressed.connect(self._show_progress)
        self.work.saved.connect(self._saved_it)
        self.work.sent.connect(self._sent)
        self.work.unread.connect(self._unread)
        self.work.refused.connect(self._refused)
        self._open.clicked.connect(lambda: self._show(self._saved))
        self._folder.clicked.connect(lambda: self._show(self._saved.parent if self._saved else None))
        self.empty.button.clicked.connect(self.guests_wanted)

    # --- showing ---

    def refresh(self) -> None:
        """Another event is open."""
        self.choices.mark(())
        self._say_saved(None)
        self._say_head()
        self._stale()

    def showEvent(self, _event: object) -> None:
        """Look again at what may have changed meanwhile."""
        self._stale()

    def hideEvent(self, _event: object) -> None:
        """Nobody looks; make no preview."""
        self._pause.stop()

    def _stale(self) -> None:
        if self.isVisible() and self._bridge.book is not None:
            self._pause.start()

    def _chosen(self) -> None:
        if self.choices.what() is What.CALIBRATION and self.choices.options.printer.count() == 1:
            last = self._settings.text(f"printer/{What.CALIBRATION}")
            self._bridge.tasks.run(printers, lambda names: self.choices.options.show_printers(names, last))
        self._say_saved(None)
        self._say_line()
        self._stale()

    def _look(self) -> None:
        """Make the preview and the counts on the desk's thread."""
        self._say_head()
        if self._bridge.book is None or not self._bridge.book.guests:
            return
        job, t, density = self.choices.job(), self._t, self.devicePixelRatioF()
        self._serial += 1
        serial = self._serial
        self._bridge.ask(lambda desk: counts(desk, t, self.choices.marked), self._show_counts)

        def made(desk: Desk) -> tuple[list[QImage], int]:
            return pictures(preview(desk, job, t), PREVIEWED, density)

        self._bridge.ask(
            made,
            lambda shown: self._show_pages(serial, job, shown[0], shown[1]),
            lambda refusal: self._show_refusal(serial, refusal),
        )

    def _show_counts(self, told: Counts) -> None:
        self._counts = told
        self.choices.show_counts(told)
        self._say_line()

    def _show_pages(self, serial: int, job: Job, made: list[QImage], pages: int) -> None:
        if serial == self._serial:
            all_pages = self._pages(job) if job.what is What.BADGES else pages
            more = all_pages - len(made)
            words = self._t.plural("and {count} more page", "and {count} more pages", more) if more > 0 else ""
            self.preview.show_pages(made, words)

    def _show_refusal(self, serial: int, refusal: CheckinError) -> None:
        if serial == self._serial:
            self.preview.show_pages([], phrases.refusal(refusal, self._t))

    def open_design(self) -> DesignPanel | None:
        """Let somebody say what badges look like; the preview follows as for any change."""
        if self._bridge.book is None:
            return None
        panel = DesignPanel(self.window(), self._theme, self._t, design_of(self._bridge.book))
        panel.chosen.connect(lambda design: self._bridge.ask(lambda desk: desk.design_badges(design)))
        panel.open_beside(self.choices.options.look)
        return panel

    # --- words ---

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self.choices.retranslate()
        self.save.retitle(t("Save PDF…"), t("Save PDF (Ctrl+S)"))
        self.print.retitle(t("Print…"), t("Print on a printer of this laptop (Ctrl+P)"))
        self.again.retitle(t("Print them again"), t("They get a second badge that says the same"))
        self._open.retitle(t("Open"), t("Open the PDF"))
        self._folder.retitle(t("Open folder"), t("Show where the PDF is"))
        self._cancel.retitle(t("Cancel"), t("Stop; nothing is kept (Esc)"))
        self._bar.setAccessibleName(t("Progress"))
        self.preview.name(t("Preview"))
        self.empty.retitle(
            t("There is nobody to print for yet"),
            t("Badges, table cards and the seating list are made from the guest list. Import it first."),
            t("Go to Guests"),
            t("Go to Guests (Ctrl+2)"),
        )
        self._say_saved(self._saved)
        self._say_head()
        self._say_line()
        self._stale()

    def _say_head(self) -> None:
        t, book = self._t, self._bridge.book
        day = t.day(date.fromisoformat(book.event.day)) if book and book.event.day else ""
        self.header.say(book.event.name if book else "", day)
        there = book is not None and bool(book.guests)
        self._body.setCurrentIndex(1 if there else 0)
        self.setFocusProxy(self.choices.cards[What.BADGES] if there else self.empty.button)

    def _pages(self, job: Job) -> int:
        sheets = -(-(self._counts.of(job)[0] + job.stock.start - 1) // self.choices.chosen_sheet().labels)
        return sheets * 2 if job.stock.duplex and not self.choices.chosen_sheet().fold else sheets

    def _say_line(self) -> None:
        job, book = self.choices.job(), self._bridge.book
        people, twice = self._counts.of(job)
        self._line.setText(what_will_happen(job, self._pages(job), people, twice, book, self._t))
        ready = not self.work.busy and (job.what not in FOR_SOME or people > 0)
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def _say_saved(self, path: Path | None, report: PrintReport | None = None) -> None:
        t = self._t
        self._saved = path
        there, busy = path is not None, self.work.busy
        self._told.setVisible(there)
        self._open.setVisible(there)
        self._folder.setVisible(there)
        self._bar.setVisible(busy)
        self._cancel.setVisible(busy)
        self.save.setVisible(not busy)
        self.print.setVisible(not busy)
        self.again.hide()
        if path is not None:
            self._told.setText(t("Saved in {folder}: {file}", folder=path.parent.name or "/", file=path.name))
        if report is not None and report.missing:
            self._told.setText(t("Saved. Not every letter could be printed: {names}", names=report.missing[0]))

    def restyle(self) -> None:
        """Follow the theme."""
        for part in (self.save, self.print, self.empty, self._open, self._folder):
            part.restyle()

    # --- saving ---

    def ask_where(self) -> None:
        """Ask for a file and write it."""
        if not self.save.isEnabled():
            return
        t, what = self._t, self.choices.job().what
        names = file_names(t)
        folder = Path(self._settings.text("folder", str(Path.home())))
        proposed = str((folder if folder.is_dir() else Path.home()) / f"{names[what]}.pdf")
        path, _ = QFileDialog.getSaveFileName(self, t("Save PDF"), proposed, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write the chosen job to ``path`` in the background, then read its codes back."""
        path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        self._settings.keep("folder", str(path.parent))
        self._job = self.choices.job()
        self.work.save(self._job, path)
        self._say_busy()

    def ask_printer(self) -> None:
        """Ask for a printer and print on it; the one that was used last for this paper is proposed."""
        if not self.print.isEnabled():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        key = f"printer/{self.choices.what()}"
        if known := self._settings.text(key):
            printer.setPrinterName(known)
        if QPrintDialog(printer, self).exec():
            self._settings.keep(key, printer.printerName())
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the chosen job, moved by what the calibration page has shown."""
        job = self.choices.job()
        undone = adjustment(self._settings, printer.printerName(), self.choices.chosen_sheet().page)
        self._job = replace(job, stock=replace(job.stock, adjustment=undone))
        self.work.print(self._job, printer)
        self._say_busy()

    def _once_more(self) -> None:
        """Somebody wants second badges all the same."""
        self.work.again()
        self._say_busy()

    def _say_busy(self) -> None:
        self._bar.setRange(0, 0)
        self._say_saved(None)
        self._say_line()

    def _show_progress(self, done: int, everything: int) -> None:
        self._bar.setRange(0, everything)
        self._bar.setValue(done)

    def _saved_it(self, report: PrintReport, unread: int) -> None:
        if self._job.what is What.BADGES:
            self.choices.go_on(self._job.stock, report.items)
        self._say_saved(report.path, report)
        if report.codes and not report.missing:
            self._told.setText(f"{self._told.text()} · {read_back(len(report.codes), unread, self._t)}")
        self._say_line()
        self._stale()

    def _sent(self, made: Made) -> None:
        if made.prints:
            self.choices.go_on(self._job.stock, len(made.prints))
        self._finished(on_its_way(made.pages, len(made.codes), self._t))

    def _unread(self, unread: int) -> None:
        self._finished(read_back(unread, unread, self._t))

    def _finished(self, said: str) -> None:
        self._say_saved(None)
        self._told.setText(said)
        self._told.setVisible(bool(said))
        self._say_line()
        self._stale()

    def _refused(self, refusal: CheckinError) -> None:
        if isinstance(refusal, PrintedAlready):
            self._finished(phrases.refusal(refusal, self._t))
            self.again.show()
            return
        self._say_saved(None)
        self._say_line()
        if not isinstance(refusal, Stopped):
            self._bridge.failed.emit(refusal)

    def _show(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops."""
        if event.key() == Qt.Key.Key_Escape:
            self.work.stop()
        else:
            super().keyPressEvent(event)
