"""Where a single badge goes: to a printer of this laptop, or into a folder where there is none; and what was chosen.

A printer gets the page as a picture at its own resolution, made from the very PDF that the preview shows and the folder
keeps: one way of drawing for every system, and label printers set dots in the end. A vector page would need a second
renderer beside ``paper/``, or programs that only some systems have. Knows no queue; its calls may take seconds and are
not made on the main thread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import (
    QMarginsF,
    QProcess,
    QProcessEnvironment,
    QSizeF,
    QStandardPaths,
)
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from checkin import phrases
from checkin.badges import Printed
from checkin.desk.printing import keep
from checkin.errors import CheckinError
from checkin.model import GuestId
from checkin.paper.sheets import SHEETS, Sheet
from checkin.ui.printing.bands import band, bands, opened
from checkin.ui.shell.settings import Settings
from checkin.words import Words

LABELS = tuple(name for name, sheet in SHEETS.items() if sheet.labels == 1)
"""What can be printed one by one."""

FINEST = 1200
"""Dots per inch; a finer printer gains nothing that an eye or a scanner sees."""

USUAL = 300
"""Dots per inch, where a printer does not say."""

PATIENCE = 2000
"""Milliseconds that the system may take to say whether it takes jobs."""

_NUMBERED = re.compile(r"(\d+) guest-\d+\.pdf")


class Why(StrEnum):
    """What is wrong with a printer."""

    GONE = "gone"
    STOPPED = "stopped"
    REFUSED = "refused"


@dataclass(eq=False)
class PrinterTrouble(CheckinError):
    """A printer did not take a badge; nothing of it is on paper."""

    printer: str
    why: Why


class UnreadableCode(CheckinError):
    """The code on a badge could not be read back from what would have been printed; nothing was."""


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What this laptop does with badges at the door.

    Attributes:
        on: Whether a badge prints by itself when its guest comes in.
        printer: As the system names it; "" for a folder.
        label: One of ``LABELS``.
        folder: Where badges go while no printer is chosen; "" for the usual place.
    """

    on: bool = False
    printer: str = ""
    label: str = LABELS[0]
    folder: str = ""


def remembered(settings: Settings) -> PrintChoice:
    """What was chosen on this laptop."""
    label = settings.text("badge_label")
    return PrintChoice(
        bool(settings.flag("badge_on")),
        settings.text("badge_printer"),
        label if label in LABELS else LABELS[0],
        settings.text("badge_folder"),
    )


def remember(settings: Settings, choice: PrintChoice) -> None:
    """Keep what was chosen for the next evening."""
    settings.keep_flag("badge_on", on=choice.on)
    settings.keep("badge_printer", choice.printer)
    settings.keep("badge_label", choice.label)
    settings.keep("badge_folder", choice.folder)


def printers() -> list[str]:
    """The printers that the system has now. May take seconds where one is on the network."""
    return sorted(QPrinterInfo.availablePrinterNames(), key=str.casefold)


class Destination(Protocol):
    """Somewhere to put a badge."""

    def put(self, printed: Printed, guest_id: GuestId) -> None:
        """Put a badge there.

        Raises:
            PrinterTrouble: The printer did not take it.
            CannotSave: The folder did not.
        """


def destination(choice: PrintChoice) -> Destination:
    """Where badges go by a choice."""
    if choice.printer:
        return LabelPrinter(choice.printer, SHEETS[choice.label])
    return Folder(Path(choice.folder) if choice.folder else usual_folder())


def usual_folder() -> Path:
    """A folder among the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "Sobremesa badges"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of PDF files, numbered in the order of printing; their names tell nobody who was there."""

    path: Path

    def put(self, printed: Printed, guest_id: GuestId) -> None:
        """Write ``NNN guest-ID.pdf``, whole or not at all; the numbers go on where an earlier evening ended.

        Raises:
            CannotSave: It could not be written.
        """
        names = (_NUMBERED.fullmatch(file.name) for file in self.path.glob("*.pdf"))
        number = max((int(name[1]) for name in names if name), default=0) + 1
        keep(self.path / f"{number:03} guest-{guest_id}.pdf", printed)


@dataclass(frozen=True, slots=True)
class LabelPrinter:
    """A printer of this laptop, loaded with one kind of label."""

    name: str
    label: Sheet

    def put(self, printed: Printed, guest_id: GuestId) -> None:  # noqa: ARG002 - a destination is told whose it is
        """Hand the badge to the system's queue for the printer.

        Raises:
            PrinterTrouble: It is not there, has stopped, or did not take the page.
        """
        info = QPrinterInfo.printerInfo(self.name)
        if info.isNull():
            raise PrinterTrouble(self.name, Why.GONE)
        if info.state() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            raise PrinterTrouble(self.name, Why.STOPPED)
        if not accepting(self.name):
            raise PrinterTrouble(self.name, Why.REFUSED)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        printer.setResolution(resolution(info.supportedResolutions()))
        lay(printer, self.label)
        if not paint(printed.pdf, printer, dots=only_black(info)):
            raise PrinterTrouble(self.name, Why.REFUSED)


def accepting(name: str) -> bool:
    """Whether the system takes jobs for a printer; yes where it cannot be asked.

    Qt prints into the void, without an error, while CUPS refuses the jobs of a queue.
    """
    asked = QProcess()
    surroundings = QProcessEnvironment.systemEnvironment()
    surroundings.insert("LC_ALL", "C")
    asked.setProcessEnvironment(surroundings)
    asked.start("lpstat", ["-a", name])
    if not asked.waitForFinished(PATIENCE):
        asked.kill()
        asked.waitForFinished(PATIENCE)
        return True
    return accepts(asked.readAllStandardOutput().toStdString())


def accepts(said: str) -> bool:
    """What ``lpstat -a`` says of one printer.

    >>> accepts("Dymo accepting requests since Sat 21 Nov"), accepts("Dymo not accepting requests since Sat 21 Nov -")
    (True, False)
    """
    return "not accepting requests" not in said


def only_black(info: QPrinterInfo) -> bool:
    """Whether a printer has one ink, so that a grey edge would come out as a speckled one."""
    return set(info.supportedColorModes()) == {QPrinter.ColorMode.GrayScale}


def resolution(offered: list[int]) -> int:
    """The finest that makes sense of the resolutions that a printer offers.

    >>> resolution([203]), resolution([300, 600, 1200]), resolution([]), resolution([2400])
    (203, 1200, 300, 1200)
    """
    sensible = [dots for dots in offered if 0 < dots <= FINEST]
    return max(sensible) if sensible else FINEST if any(dots > FINEST for dots in offered) else USUAL


def lay(printer: QPrinter, label: Sheet) -> None:
    """Make a page of the label's size, without margins; a wide label runs through the printer with its short edge."""
    width, height = label.page
    size = QPageSize(QSizeF(*sorted(label.page)), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    lying = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, lying, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def paint(pdf: bytes, printer: QPrinter, *, dots: bool = False) -> bool:
    """Print a PDF, each page as large as the paper; whether the printer took it.

    Args:
        pdf: The file.
        printer: With its page laid.
        dots: Draw letters and lines in full black or not at all.
    """
    painter = QPainter()
    taken = painter.begin(printer)
    if taken:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        room = printer.pageLayout().fullRectPixels(printer.resolution()).size()
        with opened(pdf) as document:
            for page in range(document.pageCount()):
                if page:
                    taken = printer.newPage() and taken
                for area in bands(room):
                    painter.drawImage(area.topLeft(), band(document, page, room, area, dots=dots))
        taken = painter.end() and taken
    failed = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    return taken and printer.printerState() not in failed


def trouble(reason: CheckinError, t: Words) -> str:
    """Why a badge was not printed, and what to look at."""
    if isinstance(reason, UnreadableCode):
        return t("The code on this badge could not be read, so it was not printed. Try a larger label.")
    if not isinstance(reason, PrinterTrouble):
        return phrases.refusal(reason, t)
    words = {
        Why.GONE: t("The printer “{printer}” is not there. Is it on and plugged in?", printer=reason.printer),
        Why.STOPPED: t(
            "The printer “{printer}” has stopped. Has it labels, is its lid closed?", printer=reason.printer
        ),
        Why.REFUSED: t("The printer “{printer}” did not take the badge.", printer=reason.printer),
    }
    return words[reason.why]
