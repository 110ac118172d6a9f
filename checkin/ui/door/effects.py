"""What follows an answer of the door beside the card: a sound, the table's number said aloud, the guests' screen.

Each is a switch of this laptop, remembered. The libraries behind them are loaded once the window stands, so that none
of them makes it wait, and a laptop without them says so in the menu.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QWidget, QWidgetAction

from checkin.desk.outcomes import Outcome
from checkin.door import State
from checkin.ui.bridge import Bridge
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class Effects(QObject):
    """The switches and what they turn on."""

    def __init__(self, page: QWidget, bridge: Bridge, theme: Theme, t: Words, settings: Settings | None) -> None:
        """Follow ``bridge``'s decisions."""
        super().__init__(page)
        self._page, self._bridge, self._theme, self._t = page, bridge, theme, t
        self._settings = settings
        self.sounding = settings is None or settings.flag("sounds") is not False
        self.speaking = settings is not None and settings.flag("spoken") is True
        self._sounds: Any = None
        self._speaker: Any = None
        self.audience: Any = None
        bridge.decided.connect(self._decided)
        QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        if self.sounding:
            self._the_sounds().prepare()
        if self.speaking:
            self._the_speaker().turn_on()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        if self.audience is not None:
            self.audience.retranslate()

    def close(self) -> None:
        """Close the guests' screen and be silent."""
        if self.audience is not None:
            self.audience.close()
        if self._speaker is not None:
            self._speaker.turn_off()

    # --- the switches ---

    def offer(self, offered: QMenu) -> None:
        """Put the switches into a menu, and why one cannot be heard."""
        t = self._t
        sounds = _switch(offered, t("Sounds"), on=self.sounding)
        sounds.toggled.connect(self._switch_sounds)
        offered.addAction(self._volume(offered))
        self._say_why(offered, self._sounds)
        spoken = _switch(offered, t("Say the table's number"), on=self.speaking)
        spoken.toggled.connect(self._switch_voice)
        self._say_why(offered, self._speaker)
        shown = _switch(offered, t("Guests' screen"), on=self.audience is not None and self.audience.isVisible())
        shown.setShortcut("F10")
        shown.triggered.connect(lambda _on: self.toggle_audience())
        if self.audience is not None and self.audience.isVisible():
            given = _switch(offered, t("First names only on the guests' screen"), on=self.audience.given_only)
            given.toggled.connect(lambda on: self.audience.choose_names(given_only=on))

    def _say_why(self, offered: QMenu, part: Any) -> None:  # noqa: ANN401 - its module is loaded late
        """Say below a switch why nothing is heard of it."""
        reason = part.explain(self._t) if part is not None else ""
        if reason:
            offered.addAction(reason).setEnabled(False)

    def _volume(self, offered: QMenu) -> QWidgetAction:
        """A slider in the menu; letting go of it plays the sound of a welcome at the new volume."""
        sounds = self._the_sounds()
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setFixedHeight(24)
        slider.setRange(0, 100)
        slider.setValue(sounds.volume)
        slider.setEnabled(self.sounding)
        slider.setAccessibleName(self._t("Volume"))
        slider.setToolTip(self._t("Volume"))

        def chosen() -> None:
            sounds.volume = slider.value()
            if self._settings is not None:
                self._settings.keep("volume", str(slider.value()))
            sounds.play(State.WELCOME)

        slider.sliderReleased.connect(chosen)
        slider.actionTriggered.connect(lambda _act: QTimer.singleShot(0, slider, chosen))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(38, 4, 24, 8)
        row.addWidget(slider)
        action = QWidgetAction(offered)
        action.setDefaultWidget(line)
        return action

    def toggle_audience(self) -> None:
        """Open the guests' screen, on another screen if there is one, or close it."""
        if self.audience is None:
            self.audience = import_module("checkin.ui.door.audience").AudienceWindow(self._bridge, self._theme, self._t)
        if self.audience.isVisible():
            self.audience.close()
        else:
            self.audience.open_beside(self._page.window())

    def _switch_sounds(self, on: bool) -> None:  # noqa: FBT001 - a signal carries it by place
        self.sounding = on
        self._keep("sounds", on=on)
        if on:
            self._the_sounds().prepare()

    def _switch_voice(self, on: bool) -> None:  # noqa: FBT001 - a signal carries it by place
        self.speaking = on
        self._keep("spoken", on=on)
        speaker = self._the_speaker()
        if on:
            speaker.turn_on()
        else:
            speaker.turn_off()

    def _keep(self, key: str, *, on: bool) -> None:
        if self._settings is not None:
            self._settings.keep_flag(key, on=on)

    # --- what follows ---

    def _decided(self, outcome: Outcome) -> None:
        if self.sounding:
            self._the_sounds().play(outcome.decision.state)
        if self.speaking:
            self._the_speaker().tell(outcome)

    def _the_sounds(self) -> Any:  # noqa: ANN401 - the module that names its type is loaded late
        if self._sounds is None:
            self._sounds = import_module("checkin.ui.door.sounds").Sounds(self)
            kept = self._settings.text("volume") if self._settings is not None else ""
            if kept.isdecimal():
                self._sounds.volume = min(100, int(kept))
        return self._sounds

    def _the_speaker(self) -> Any:  # noqa: ANN401 - the module that names its type is loaded late
        if self._speaker is None:
            self._speaker = import_module("checkin.ui.door.speech_out").Speaker(self._t, self)
        return self._speaker


def _switch(offered: QMenu, words: str, *, on: bool) -> Any:  # noqa: ANN401 - QAction, from two modules
    action = offered.addAction(words)
    action.setCheckable(True)
    action.setChecked(on)
    return action
