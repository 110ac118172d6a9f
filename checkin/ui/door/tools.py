"""Everything else at the door, behind one button: what a ticket does, the camera, the rehearsal, the cards.

The page owns the scans and the card; this owns the devices and the switches around them, and says what they bring.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from checkin.desk import Desk
from checkin.desk.settings import rehearsing
from checkin.model import Mode
from checkin.ui.bridge import Bridge
from checkin.ui.door.badging import Badging
from checkin.ui.door.effects import Effects
from checkin.ui.door.header import DoorHeader
from checkin.ui.door.scanner_test import ScannerTest
from checkin.ui.door.wire import Wire
from checkin.ui.shell.controls import menu
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

CAMERA_HEIGHT = 240


class DoorTools(QObject):
    """The devices and switches of the door.

    Signals:
        seen: The camera, or a scanner on a serial port, has read a code; carries it.
        mode_chosen: The door does something else with a ticket from now on; carries the ``Mode``.
    """

    seen = Signal(str)
    mode_chosen = Signal(object)

    def __init__(self, page: QWidget, bridge: Bridge, theme: Theme, t: Words, settings: Settings | None) -> None:
        """Stand beside ``page``; what is turned on here is remembered in ``settings``."""
        super().__init__(page)
        self._page, self._bridge, self._theme, self._t = page, bridge, theme, t
        self._settings = settings
        self.mode = Mode.ENTRY
        self.place = QWidget()
        self._place = QVBoxLayout(self.place)
        self._place.setContentsMargins(0, 16, 0, 0)
        self.place.hide()
        self._camera: Any = None
        self._view: Any = None
        self._trouble = ""
        self.locked = False
        self.effects = Effects(page, bridge, theme, t, settings)
        self.badging = Badging(page, bridge, theme, t, settings)
        self.wire = Wire(self, t, settings)
        self.wire.scanned.connect(self.seen)
        self._test: ScannerTest | None = None

    def connect_header(self, header: DoorHeader) -> None:
        """Let the head of the page show, and turn on, what is here."""
        self._header = header
        self.badging.anchor = header.tools
        header.tools.clicked.connect(self.open_menu)
        header.camera.clicked.connect(self.toggle_camera)
        for key, act in (("F2", self.open_menu), ("F3", self.toggle_camera), ("F10", self.effects.toggle_audience)):
            shortcut = QShortcut(QKeySequence(key), self._page)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
        if self._settings is not None and self._settings.flag("camera"):
            self.toggle_camera()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._header.show_mode(self.mode)
        self._say_camera()
        self.effects.retranslate()
        self.badging.retranslate()
        if self._view is not None:
            self._view.retranslate()
        if self._test is not None:
            self._test.retranslate()

    def restyle(self) -> None:
        """Follow the theme."""
        if self._view is not None:
            self._view.restyle()

    def close(self) -> None:
        """Let go of the devices."""
        if self._camera is not None:
            self._camera.stop()
        self.wire.close()
        self.effects.close()
        self.badging.close()

    # --- what a ticket does ---

    def choose_mode(self, mode: Mode) -> None:
        """Let tickets in, out, or only look at them, from now on."""
        self.mode = mode
        self._header.show_mode(mode)
        self.mode_chosen.emit(mode)

    # --- the camera ---

    def toggle_camera(self) -> None:
        """Turn the camera on or off. Qt's multimedia is loaded the first time it is turned on, not before."""
        if self._camera is None:
            self._camera = import_module("checkin.ui.door.camera").Camera(self)
            view = import_module("checkin.ui.door.camera_view")
            self._view = view.CameraView(self._camera, self._theme, self._t, "F3")
            self._view.setFixedHeight(CAMERA_HEIGHT)
            if self._settings is not None:
                device = self._settings.text("camera_device")
                mirrored = self._settings.flag("camera_mirrored") is not False
                self._view.restore(view.Choices(on=False, device=device, mirrored=mirrored))
            self._place.addWidget(self._view)
            self._camera.seen.connect(self.seen)
            self._camera.trouble.connect(self._troubled)
            self._camera.running.connect(self._ran)
            self._view.chosen.connect(self._keep_camera)
        self._trouble = ""
        self._view.toggle()
        self.place.setVisible(bool(self._camera.on or self._trouble))
        self._say_camera()

    def _ran(self, running: object) -> None:
        self.place.setVisible(bool(running) or bool(self._trouble))
        self._say_camera()

    def _troubled(self, trouble: str) -> None:
        self._trouble = trouble
        self.place.show()
        self._say_camera()

    def _say_camera(self) -> None:
        running = self._camera is not None and bool(self._camera.on)
        self._header.show_camera(running=running, trouble=self._t("Camera: see below") if self._trouble else "")

    def _keep_camera(self, choices: Any) -> None:  # noqa: ANN401 - the module that names its type is loaded late
        if self._settings is not None:
            self._settings.keep_flag("camera", on=choices.on)
            self._settings.keep("camera_device", choices.device)
            self._settings.keep_flag("camera_mirrored", on=choices.mirrored)

    # --- the menu ---

    def open_menu(self) -> None:
        """Offer everything else."""
        offered = self.build_menu()
        button = self._header.tools
        offered.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def build_menu(self) -> QMenu:
        """What there is, as it stands now."""
        t = self._t
        offered = menu(self._page)
        modes = QActionGroup(offered)
        for mode, words in (
            (Mode.ENTRY, t("Tickets let in")),
            (Mode.EXIT, t("Tickets let out")),
            (Mode.VERIFY, t("Tickets are only checked")),
        ):
            action = _tick(offered, words, ticked=self.mode is mode)
            modes.addAction(action)
            action.triggered.connect(partial(self._choose, mode))
        offered.addSeparator()
        running = self._camera is not None and self._camera.on
        camera = _tick(offered, t("Camera"), ticked=bool(running))
        camera.setShortcut(QKeySequence("F3"))
        camera.triggered.connect(lambda _on: self.toggle_camera())
        self.effects.offer(offered)
        offered.addSeparator()
        self.badging.offer(offered)
        offered.addSeparator()
        offered.addAction(t("Test your scanner…")).triggered.connect(self.test_scanner)
        self.wire.offer(offered)
        book = self._bridge.book
        if book is not None and not self.locked:
            offered.addAction(t("Command cards as PDF")).triggered.connect(self._print_cards)
            if not rehearsing(book):
                offered.addAction(t("Begin a rehearsal")).triggered.connect(self.begin_rehearsal)
        return offered

    def _choose(self, mode: Mode, _on: object = None) -> None:
        self.choose_mode(mode)

    # --- the scanner ---

    def test_scanner(self) -> None:
        """Show the scanner's test in a window of its own; nothing that is scanned there counts."""
        if self._test is None:
            self._test = ScannerTest(self._theme, self._t)
        self._test.setWindowTitle(self._t("Test your scanner"))
        self._test.show()
        self._test.activateWindow()

    # --- the rehearsal ---

    def begin_rehearsal(self) -> None:
        """Nothing counts from now on; the band over every page says so and clears it. A copy is made before."""
        self._bridge.ask(Desk.begin_rehearsal)

    # --- command cards ---

    def _print_cards(self) -> None:
        t = self._t

        def write(desk: Desk) -> Path:
            return desk.print_command_cards(Path(desk.address).with_name(t("command-cards.pdf")), t).path

        self._bridge.ask(write, _open_file)


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _tick(offered: QMenu, words: str, *, ticked: bool) -> QAction:
    action = offered.addAction(words)
    action.setCheckable(True)
    action.setChecked(ticked)
    return action
