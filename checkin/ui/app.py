"""The composition root of the window: paths, logs, desk, threads, theme, window, and what catches the unexpected.

Everything is made here once and handed down; nothing below looks for anything by itself.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from copy import copy
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from platformdirs import user_config_path, user_log_path
from PySide6.QtCore import QLocale, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from checkin import __version__, phrases
from checkin.desk import Desk
from checkin.desk.places import default_address, default_station
from checkin.errors import CheckinError
from checkin.model import EventId
from checkin.ui.bridge import Bridge
from checkin.ui.shell.crash import Crashes, where
from checkin.ui.shell.housekeeping import Housekeeping
from checkin.ui.shell.refusal import RefusalDialog
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.ui.shell.window import MainWindow
from checkin.ui.tasks import Tasks
from checkin.words import DEFAULT, LANGUAGES, Words

APP = "sobremesa"
LOG_SIZE = 1_000_000
LOGS_KEPT = 3

SWITCH = 0.0005
"""Seconds until a working thread lets the window have its turn: a tenth of the usual, so that it stays fluid."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Places:
    """Where the program keeps what is not the database.

    Attributes:
        settings: The INI file of the window.
        logs: The folder of logs.
    """

    settings: Path
    logs: Path

    @classmethod
    def usual(cls) -> Places:
        """The places that the operating system means for it."""
        return cls(
            user_config_path(APP, appauthor=False, ensure_exists=True) / "window.ini",
            user_log_path(APP, appauthor=False, ensure_exists=True),
        )


class NamelessFormatter(logging.Formatter):
    """A log line that says where something broke and never with which values: those may be a guest's."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; what another handler has made of the error is not taken over."""
        nameless = copy(record)
        nameless.exc_text = None
        return super().format(nameless)

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """The lines of the program, without what the error says."""
        return where(ei[1]) if ei[1] is not None else ""


def run(address: str | None = None, *, language: str | None = None, event: str | None = None) -> int:
    """Show the window until it is closed; returns the exit code.

    Args:
        address: The database, a path or a PostgreSQL URL; None for this laptop's own.
        language: ``es`` or ``en``; None for the one used last.
        event: The name of the event to open; None for the one open last.
    """
    sys.setswitchinterval(SWITCH)
    places = Places.usual()
    faults = keep_log(places.logs)
    app = application()
    settings = Settings(places.settings)
    t = Words(_language(language, settings))
    theme = Theme(app, dark=_dark(app, settings))
    app.setWindowIcon(theme.icon("sobremesa", size=256))
    crashes = Crashes(theme, t, places.logs)
    sys.excepthook = lambda _kind, error, _trace: crashes.tell(error)
    try:
        desk = open_desk(address or default_address(), settings, event)
    except CheckinError as refusal:
        log.warning("cannot open: %s", type(refusal).__name__)
        RefusalDialog(theme, t, phrases.refusal(refusal, t)).exec()
        return 1
    tasks = Tasks()
    tasks.crashed.connect(crashes.tell)
    bridge = Bridge(desk, tasks)
    window = crashes.window = MainWindow(bridge, theme, t, settings)
    housekeeping = Housekeeping(bridge)
    window.show()
    log.info("started, version %s", __version__)
    code = app.exec()
    housekeeping.deleteLater()
    tasks.close()
    desk.close()
    settings.save()
    log.info("closed")
    close_log(faults)
    return code


SWITCH = 0.0005
"""Seconds after which a busy thread lets the window go first; Python's own 5 ms, often in a frame, are too many."""


def application() -> QApplication:
    """The application, named."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    sys.setswitchinterval(SWITCH)
    app.setOrganizationName("Sobremesa")
    app.setApplicationName("Sobremesa")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP)
    return app


def open_desk(address: str, settings: Settings, event: str | None) -> Desk:
    """A desk with an event open: the one that is named, else the last one, else the only one, else none.

    Raises:
        NoSuchEvent: ``event`` names none.
        NotADatabase: Something else is at ``address``.
        NewerDatabase: A newer version wrote it.
        CannotSave: It cannot be reached or written.
    """
    station = os.environ.get("CHECKIN_STATION") or settings.text("station") or default_station()
    settings.keep("station", station)
    desk = Desk.open(address, station=station, passphrase=os.environ.get("CHECKIN_PASSPHRASE", ""))
    try:
        if event is not None:
            desk.use(name=event)
            return desk
        there = [summary.event.id for summary in desk.events()]
        last = settings.text("event")
        if last.isdecimal() and EventId(int(last)) in there:
            desk.use(EventId(int(last)))
        elif len(there) == 1:
            desk.use(there[0])
    except CheckinError:
        desk.close()
        raise
    return desk


def keep_log(folder: Path) -> TextIO:
    """Write what happens to a file that turns over, and crashes of the interpreter to another, which is returned."""
    handler = RotatingFileHandler(folder / "sobremesa.log", maxBytes=LOG_SIZE, backupCount=LOGS_KEPT, encoding="utf-8")
    handler.setFormatter(NamelessFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    faults = (folder / "faults.txt").open("a", encoding="utf-8")
    faulthandler.enable(faults)
    qInstallMessageHandler(_qt_says)
    return faults


def close_log(faults: TextIO) -> None:
    """Let go of both files."""
    qInstallMessageHandler(None)
    faulthandler.disable()
    faults.close()
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler.formatter, NamelessFormatter)]:
        root.removeHandler(handler)
        handler.close()


def _qt_says(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    level = logging.DEBUG if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) else logging.WARNING
    logging.getLogger("qt").log(level, "%s", message)


def _language(asked: str | None, settings: Settings) -> str:
    if asked in LANGUAGES:
        return asked
    spoken = QLocale.system().name().partition("_")[0]
    kept = settings.text("language", spoken)
    return kept if kept in LANGUAGES else DEFAULT


def _dark(app: QApplication, settings: Settings) -> bool:
    chosen = settings.flag("dark")
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark if chosen is None else chosen
