"""The print page: choices on the left, the true preview on the right, and one button that saves the PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin import phrases
from checkin.desk import Desk
from checkin.desk.outcomes import PrintReport
from checkin.desk.printing import design_of
from checkin.desk.remarks import remarks
from checkin.errors import CheckinError, PrintedAlready
from checkin.paper.printed import Flaws
from checkin.ui.bridge import Bridge
from checkin.ui.printing.choices import Choices
from checkin.ui.printing.design_panel import DesignPanel
from checkin.ui.printing.job import (
    FOR_SOME,
    PREVIEWED,
    WITHOUT_GUESTS,
    Counts,
    Job,
    Made,
    Shown,
    Stopped,
    What,
    counts,
    pages_of,
    preview,
)
from checkin.ui.printing.preview import Preview, pictures
from checkin.ui.printing.printers import printers
from checkin.ui.printing.readings import adjustment
from checkin.ui.printing.result import Result
from checkin.ui.printing.sentences import FEW, file_names, on_its_way, read_back, what_will_happen
from checkin.ui.printing.work import Work
from checkin.ui.shell.controls import Button, on_key
from checkin.ui.shell.empty import EmptyState
from checkin.ui.shell.header import PageHeader
from checkin.ui.shell.labels import PlainLabel
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
        self._shown: tuple[Job, Shown] | None = None
        self._job = Job()
        self.work = Work(bridge, t, self)
        self._impossible = False
        self.header = PageHeader()
        self.choices = Choices(theme, t, settings)
        self.preview = Preview(theme)
        self.save = Button(theme, "save", "primary", scale="large")
        self.print = Button(theme, "print", scale="large")
        self.empty = EmptyState(theme, "print", "guests")
        self._line = PlainLabel(role="quiet")
        self._line.setWordWrap(True)
        self.result = Result(theme, t)
        self._pause = QTimer(self)
        self._build()
        self._listen()
        self.retranslate()
        self.refresh()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.choices, 1)
        left.addSpacing(4)
        left.addWidget(self._line)
        left.addWidget(self.result)
        doing = QHBoxLayout()
        doing.setSpacing(8)
        doing.addWidget(self.print)
        doing.addWidget(self.save, 1)
        left.addLayout(doing)
        self._left = QWidget()
        self._left.setFixedWidth(LEFT_WIDTH)
        self._left.setLayout(left)
        left.setContentsMargins(0, 0, 8, 0)
        self._right = QStackedWidget()
        self._right.addWidget(self.empty)
        self._right.addWidget(self.preview)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._left)
        row.addWidget(self._right, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(32, 24, 32, 32)
        page.setSpacing(24)
        page.addWidget(self.header)
        page.addLayout(row, 1)

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
        self.result.again_wanted.connect(self._once_more)
        self.result.stop_wanted.connect(self.work.stop)
        self.work.progressed.connect(self.result.show_progress)
        self.work.saved.connect(self._saved_it)
        self.work.sent.connect(self._sent)
        self.work.unread.connect(self._unread)
        self.work.refused.connect(self._refused)
        self.empty.button.clicked.connect(self.guests_wanted)

    # --- showing ---

    def refresh(self) -> None:
        """Another event is open."""
        self.choices.mark(())
        self._impossible = False
        self._say()
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
        self._impossible = False
        self._say()
        self._say_head()
        self._stale()

    def _look(self) -> None:
        """Make the preview and the counts on the desk's thread."""
        self._say_head()
        if self._bridge.book is None:
            return
        job, t, density = self.choices.job(), self._t, self.devicePixelRatioF()
        self._serial += 1
        serial = self._serial
        self._bridge.ask(lambda desk: counts(desk, t, self.choices.marked), self._show_counts)
        if not self._has_people():
            return

        def made(desk: Desk) -> tuple[list[QImage], Shown]:
            shown = preview(desk, job, t)
            return pictures(shown.pdf, PREVIEWED, density)[0], shown

        self._bridge.ask(
            made,
            lambda shown: self._show_pages(serial, job, shown[0], shown[1]),
            lambda refusal: self._show_refusal(serial, refusal),
        )

    def _show_counts(self, told: Counts) -> None:
        self._counts = told
        self.choices.show_counts(told)
        self._say_line()

    def _show_pages(self, serial: int, job: Job, made: list[QImage], shown: Shown) -> None:
        if serial == self._serial:
            self._shown = (job, shown)
            more = shown.pages - len(made)
            words = self._t.plural("and {count} more page", "and {count} more pages", more) if more > 0 else ""
            self.preview.show_pages(made, words)
            self._impossible = False
            self._say_line()

    def _show_refusal(self, serial: int, refusal: CheckinError) -> None:
        if serial == self._serial:
            self._shown = None
            self.preview.show_pages([], phrases.refusal(refusal, self._t))
            self._impossible = True
            self._say_line()

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
        self.result.retranslate()
        self.preview.name(t("Preview"))
        self.empty.retitle(
            t("There is nobody to print for yet"),
            t("This paper is made from the guest list: import it first. Table cards and command cards need none."),
            t("Go to Guests"),
            t("Go to Guests (Ctrl+2)"),
        )
        self._say_head()
        self._stale()

    def _say_head(self) -> None:
        t, book = self._t, self._bridge.book
        day = t.day(date.fromisoformat(book.event.day)) if book and book.event.day else ""
        self.header.say(book.event.name if book else "", day)
        self._left.setVisible(book is not None)
        there = self._has_people()
        self._right.setCurrentWidget(self.preview if there else self.empty)
        self.setFocusProxy(self.choices.cards[What.BADGES] if there else self.empty.button)
        self._say_line()

    def _has_people(self) -> bool:
        """Whether there is anybody on the list, for papers that are made from it."""
        book = self._bridge.book
        return book is not None and (bool(book.guests) or self.choices.what() in WITHOUT_GUESTS)

    def _say_line(self) -> None:
        job = self.choices.job()
        people, twice = self._counts.of(job)
        items, pages = (people, pages_of(job, people)) if job.what is What.BADGES else self._size(job)
        self._line.setText(what_will_happen(job, items, pages, twice, self._t))
        possible = self._has_people() and not self._impossible
        ready = possible and not self.work.busy and (job.what not in FOR_SOME or people > 0)
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def _size(self, job: Job) -> tuple[int, int]:
        """Of how many cards or people, and of how many pages a job is, as far as its preview has told."""
        known = self._shown is not None and self._shown[0] == job and self._has_people()
        return (self._shown[1].items, self._shown[1].pages) if known and self._shown else (0, 0)

    def _say(self, words: Callable[[], str] = str, *, saved: Path | None = None, again: bool = False) -> None:
        """Say what came of the last print, and show whether one is at work."""
        busy = self.work.busy
        self.result.say(words, saved=saved, again=again)
        self.result.show_work(at_work=busy)
        self.save.setVisible(not busy)
        self.print.setVisible(not busy)

    def restyle(self) -> None:
        """Follow the theme."""
        for part in (self.save, self.print, self.empty, self.result):
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
        self._say()
        self._say_line()

    def _saved_it(self, report: PrintReport, unread: int) -> None:
        if self._job.what is What.BADGES:
            self.choices.go_on(self._job.stock, report.items)
        codes, t = len(report.codes), self._t

        proof = (lambda: [read_back(codes, unread, t)]) if codes else list[str]
        self._came(proof, report.flaws, saved=report.path)

    def _sent(self, made: Made) -> None:
        if made.prints:
            self.choices.go_on(self._job.stock, len(made.prints))
        pages, codes, t = made.pages, len(made.codes), self._t
        self._came(lambda: [on_its_way(pages, codes, t)], made.flaws)

    def _came(self, first: Callable[[], list[str]], flaws: Flaws, *, saved: Path | None = None) -> None:
        """Say what came of it, and what is not on paper as it is known: in short, and at length in the tip."""
        t = self._t
        self._finished(lambda: "\n".join([*first(), *remarks(flaws, t, FEW)]), saved=saved)
        self.result.detail(lambda: "\n".join(remarks(flaws, t)))

    def _unread(self, unread: int) -> None:
        self._finished(lambda: read_back(unread, unread, self._t))

    def _finished(self, words: Callable[[], str] = str, *, saved: Path | None = None, again: bool = False) -> None:
        self._say(words, saved=saved, again=again)
        self._say_line()
        self._stale()

    def _refused(self, refusal: CheckinError) -> None:
        if isinstance(refusal, PrintedAlready):
            self._finished(lambda: phrases.refusal(refusal, self._t), again=True)
            return
        self._say()
        self._say_line()
        if not isinstance(refusal, Stopped):
            self._bridge.failed.emit(refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops."""
        if event.key() == Qt.Key.Key_Escape:
            self.work.stop()
        else:
            super().keyPressEvent(event)
