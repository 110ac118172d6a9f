"""When something breaks that should not: tell it calmly, keep the window open, and make it easy to report.

The log and the copied details say where in the program it happened and never what the values were, so that no name of
a guest leaves the laptop with a report.
"""

from __future__ import annotations

import logging
import platform
import traceback
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from checkin import __version__
from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

log = logging.getLogger(__name__)


def where(error: BaseException) -> str:
    """The kind of an error and the lines of the program it went through, without what it says."""
    stack = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in stack]
    told = "\n".join([*lines, type(error).__name__])
    return f"{where(error.__cause__)}\n{told}" if error.__cause__ is not None else told


class CrashDialog(QDialog):
    """What happened, what is kept, and how to go on. Never in the way: the window behind it goes on working."""

    def __init__(self, parent: QWidget | None, theme: Theme, t: Words, details: str, folder: Path) -> None:
        """Tell about one error; ``details`` are for whoever repairs it."""
        super().__init__(parent)
        self._details = details
        self._folder = folder
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Something went wrong"))
        self._go_on = Button(theme, role="primary", scale="large")
        self._copy = Button(theme, "copy")
        self._open = Button(theme, "folder")
        self._go_on.retitle(t("Go on working"), t("Go on working (Enter)"))
        self._copy.retitle(t("Copy details"), t("For whoever repairs it; holds no name of a guest"))
        self._open.retitle(t("Open log folder"))
        self._build(t)
        self._go_on.clicked.connect(self.close)
        self._copy.clicked.connect(self._copy_details)
        self._open.clicked.connect(self._open_folder)
        self._go_on.setDefault(True)
        self._go_on.setFocus()

    def _build(self, t: Words) -> None:
        told = (
            t("The last thing you did was not carried out. Everything saved before it is safe on this laptop."),
            t("Please try it once more. If it happens again, copy the details and send them to who looks after this."),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 32, 32, 32)
        box.setSpacing(12)
        box.addWidget(PlainLabel(t("Something went wrong"), "heading"))
        for sentence in told:
            label = PlainLabel(sentence)
            label.setWordWrap(True)
            label.setMinimumWidth(460)
            box.addWidget(label)
        box.addWidget(PlainLabel(self._details.splitlines()[-1], "quiet"))
        box.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._copy)
        row.addWidget(self._open)
        row.addStretch()
        row.addWidget(self._go_on)
        box.addLayout(row)

    def _copy_details(self) -> None:
        about = f"Sobremesa {__version__}, Python {platform.python_version()}, Qt {qt_version}, {platform.platform()}"
        QGuiApplication.clipboard().setText(f"{about}\n{self._details}")

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


class Crashes(QObject):
    """Takes every error that nobody expected: into the log, and onto the screen, one dialog at a time."""

    def __init__(self, theme: Theme, t: Words, folder: Path) -> None:
        """Write to the log in ``folder``."""
        super().__init__()
        self._theme = theme
        self._t = t
        self._folder = folder
        self.window: QWidget | None = None
        self._shown: CrashDialog | None = None

    def tell(self, error: BaseException) -> None:
        """Take one error."""
        details = where(error)
        log.error("unexpected error\n%s", details)
        if self._shown is None:
            self._shown = CrashDialog(self.window, self._theme, self._t, details, self._folder)
            self._shown.destroyed.connect(self._closed)
            self._shown.show()

    def _closed(self) -> None:
        self._shown = None
