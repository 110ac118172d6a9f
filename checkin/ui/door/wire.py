"""A scanner on a serial port, for who has one: which port, remembered, and what is the matter with it."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from checkin.ui.shell.settings import Settings
from checkin.words import Words


class Wire(QObject):
    """The serial scanner's place. Its library is loaded when one is used, not before.

    Signals:
        scanned: A scan has come; carries its text.
    """

    scanned = Signal(str)

    def __init__(self, parent: QObject, t: Words, settings: Settings | None) -> None:
        """Open the port that was used last, once the window stands."""
        super().__init__(parent)
        self._t, self._settings = t, settings
        self._reader: Any = None
        self._trouble = ""
        self.port = settings.text("serial_port") if settings is not None else ""
        if self.port:
            QTimer.singleShot(0, self, self._open)

    def close(self) -> None:
        """Let go of the port."""
        if self._reader is not None:
            self._reader.close()

    def offer(self, offered: QMenu) -> None:
        """Put the choice of port into a menu; the ports are asked for when somebody wants to see them."""
        ports = offered.addMenu(self._t("Serial scanner"))
        ports.aboutToShow.connect(partial(self._offer_ports, ports))

    def use(self, port: str, _on: object = None) -> None:
        """Read from a port, or from none ("")."""
        self.close()
        self.port, self._trouble = port, ""
        if self._settings is not None:
            self._settings.keep("serial_port", port)
        if port:
            self._open()

    def _open(self) -> None:
        self._the_reader().open(self.port)

    def _offer_ports(self, offered: QMenu) -> None:
        t = self._t
        offered.clear()
        group = QActionGroup(offered)
        for name, words in (("", t("None: the scanner types")), *self._the_reader().ports()):
            action = offered.addAction(words or name)
            action.setCheckable(True)
            action.setChecked(name == self.port)
            group.addAction(action)
            action.triggered.connect(partial(self.use, name))
        if self._trouble:
            heading, line = import_module("checkin.ui.door.serial").explain(self._trouble, t)
            offered.addAction(f"{heading}. {line}").setEnabled(False)

    def _the_reader(self) -> Any:  # noqa: ANN401 - the module that names its type is loaded late
        if self._reader is None:
            self._reader = import_module("checkin.ui.door.serial").SerialScanner(self)
            self._reader.scanned.connect(self.scanned)
            self._reader.trouble.connect(self._troubled)
            self._reader.running.connect(lambda running: self._troubled("") if running else None)
        return self._reader

    def _troubled(self, trouble: str) -> None:
        self._trouble = trouble
