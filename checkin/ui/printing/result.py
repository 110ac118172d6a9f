"""What came of the last print: where the file is, what was shortened, what is missing; and how far one at work is."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from checkin.ui.shell.controls import Button
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class Result(QWidget):
    """The lines below the choices; there is nothing of it before the first print.

    Signals:
        again_wanted: They shall get a second badge all the same.
        stop_wanted: The work shall stop.
    """

    again_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme, t: Words) -> None:
        """Say nothing yet."""
        super().__init__()
        self._t = t
        self._saved: Path | None = None
        self._words: Callable[[], str] = str
        self._details: Callable[[], str] = str
        self.told = ElidedLabel(role="small")
        self.came = PlainLabel(role="small")
        self.open = Button(theme, "external", "link")
        self.folder = Button(theme, "folder", "link")
        self.again = Button(theme, role="link")
        self.bar = QProgressBar()
        self.cancel = Button(theme, role="")
        self._build()
        self._listen()
        self.say()
        self.show_work(at_work=False)

    def _build(self) -> None:
        self.bar.setTextVisible(False)
        self.came.setWordWrap(True)
        opening = QHBoxLayout()
        opening.setSpacing(4)
        for button in (self.open, self.folder, self.again):
            opening.addWidget(button)
        opening.addStretch()
        working = QHBoxLayout()
        working.setSpacing(12)
        working.addWidget(self.bar, 1)
        working.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.came)
        column.addLayout(opening)
        column.addLayout(working)

    def _listen(self) -> None:
        self.open.clicked.connect(lambda: self._show(self._saved))
        self.folder.clicked.connect(lambda: self._show(self._saved.parent if self._saved else None))
        self.again.clicked.connect(self.again_wanted)
        self.cancel.clicked.connect(self.stop_wanted)

    def say(self, words: Callable[[], str] = str, *, saved: Path | None = None, again: bool = False) -> None:
        """Say what came of it, now and whenever the language changes.

        Args:
            words: What there is to say; without a word nothing is shown.
            saved: The file, if there is one.
            again: Whether badges that somebody has already can be asked for once more.
        """
        self._words, self._details, self._saved = words, str, saved
        for part in (self.told, self.open, self.folder):
            part.setVisible(saved is not None)
        self.again.setVisible(again)
        self._say()

    def detail(self, words: Callable[[], str]) -> None:
        """What the tip of what was said last says at length."""
        self._details = words
        self._say()

    def _say(self) -> None:
        if self._saved is not None:
            folder, file = self._saved.parent.name or "/", self._saved.name
            self.told.setText(self._t("Saved in {folder}: {file}", folder=folder, file=file))
        words = self._words()
        self.came.setText(words)
        self.came.setVisible(bool(words))
        self.came.setToolTip(f"<qt>{escape(self._details())}</qt>".replace("\n", "<br>") if self._details() else "")

    def show_work(self, *, at_work: bool) -> None:
        """Show that a job is at work, or that none is."""
        self.bar.setRange(0, 0)
        self.bar.setVisible(at_work)
        self.cancel.setVisible(at_work)

    def show_progress(self, done: int, everything: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, everything)
        self.bar.setValue(done)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self.again.retitle(t("Print them again"), t("They get a second badge that says the same"))
        self.open.retitle(t("Open"), t("Open the PDF"))
        self.folder.retitle(t("Open folder"), t("Show where the PDF is"))
        self.cancel.retitle(t("Cancel"), t("Stop; nothing is kept (Esc)"))
        self.bar.setAccessibleName(t("Progress"))
        self._say()

    def restyle(self) -> None:
        """Follow the theme."""
        self.open.restyle()
        self.folder.restyle()

    def _show(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
