"""What the door sounds like: five short sounds, so that nobody has to look at the screen to know that it was heard.

Sounds are a comfort, never a condition: without a loudspeaker, or without the system's library for them, everything
goes on in silence and ``explain`` says why. Nothing waits for a sound. Knows no guest and no page.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import (
    QLoggingCategory,
    QMessageLogContext,
    QObject,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
)

from checkin import resources
from checkin.door import State
from checkin.words import Words

try:
    from PySide6.QtMultimedia import QAudioDevice, QMediaDevices, QSoundEffect
except ImportError:  # on Linux, Qt's sound needs a library of the sound system that not every machine has
    LIBRARY = False
else:
    LIBRARY = True

VOLUME = 70
"""How loud it is while nobody has chosen, 0 to 100."""

log = logging.getLogger(__name__)


class Sound(StrEnum):
    """The sounds there are, as their files are called."""

    ENTER = "enter"
    EXIT = "exit"
    ATTENTION = "attention"
    ERROR = "error"
    SOFT = "soft"


_SOUNDS: Mapping[State, Sound | None] = {
    State.WELCOME: Sound.ENTER,
    State.WELCOME_NOTE: Sound.ATTENTION,
    State.WELCOME_BACK: Sound.ENTER,
    State.LEFT: Sound.EXIT,
    State.VERIFIED: Sound.SOFT,
    State.SAME_SCAN: None,
    State.ALREADY_IN: Sound.ATTENTION,
    State.NEEDS_ANSWER: Sound.ATTENTION,
    State.UNPAID: Sound.ATTENTION,
    State.TOO_EARLY: Sound.ATTENTION,
    State.TOO_LATE: Sound.ATTENTION,
    State.NOT_CONFIRMED: Sound.ATTENTION,
    State.TABLES_FULL: Sound.ATTENTION,
    State.AMBIGUOUS: Sound.ATTENTION,
    State.CANCELLED: Sound.ERROR,
    State.BLOCKED: Sound.ERROR,
    State.REPLACED_CODE: Sound.ERROR,
    State.OTHER_EVENT: Sound.ERROR,
    State.NOT_ON_LIST: Sound.ERROR,
    State.NOT_A_TICKET: Sound.ATTENTION,
    State.NOT_SAVED: Sound.ERROR,
}


def sound_of(state: State) -> str | None:
    """The sound of an answer of the door, or None where the card stays and nothing is to be heard.

    >>> sound_of(State.WELCOME), sound_of(State.SAME_SCAN)
    (<Sound.ENTER: 'enter'>, None)
    """
    return _SOUNDS[state]


def gain(volume: int) -> float:
    """What to multiply samples with so that ``volume``, 0 to 100, is felt as that share of full loudness.

    >>> gain(0), gain(50), gain(100)
    (0.0, 0.25, 1.0)
    """
    return (min(100, max(0, volume)) / 100) ** 2


class Sounds(QObject):
    """Plays the sounds on the system's own loudspeaker, whichever that is at the moment.

    Signals:
        availability: Sounds can be heard from now on, or no longer; carries which.

    Attributes:
        volume: 0 to 100.
        muted: Whether nothing is to be heard.
    """

    availability = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Be silent; nothing of the sound system is touched before ``prepare`` or the first sound."""
        super().__init__(parent)
        self.volume = VOLUME
        self.muted = False
        self._media: QMediaDevices | None = None
        self._effects: dict[str, QSoundEffect] = {}

    @property
    def available(self) -> bool:
        """Whether there is something to play sounds on; asks the system the first time."""
        self.prepare()
        return bool(self._effects)

    def prepare(self) -> None:
        """Look for a loudspeaker and load the sounds, so that the first one comes at once. May be called again."""
        if not LIBRARY or self._media is not None:
            return
        with _calm():
            self._media = QMediaDevices(self)
            self._media.audioOutputsChanged.connect(self._look)
            self._look()

    def play(self, state: State) -> None:
        """Play the sound of an answer; a sound that is still playing gives way."""
        name = sound_of(state)
        if name is not None:
            self.sound(name)

    def sound(self, name: str) -> None:
        """Play one of ``Sound``, for a settings page to try it."""
        if self.muted or not self.available:
            return
        for effect in self._effects.values():
            if effect.isPlaying():
                effect.stop()
        chosen = self._effects[name]
        chosen.setVolume(gain(self.volume))
        chosen.play()

    def explain(self, t: Words) -> str:
        """Why nothing can be heard, and what to do, for the settings; "" when there is nothing to explain."""
        if not LIBRARY:
            return t("This computer cannot play sounds. On Linux, install libpulse0 and start the program again.")
        if not self.available:
            return t("No loudspeaker found. Plug one in and the sounds are heard at once.")
        return ""

    def _look(self) -> None:
        """Follow the system's choice of a loudspeaker, which may have come, gone or changed."""
        there = QMediaDevices.defaultAudioOutput() if QMediaDevices.audioOutputs() else None
        before = bool(self._effects)
        if there is None or there.isNull():
            for effect in self._effects.values():
                effect.deleteLater()
            self._effects = {}
        elif before:
            for effect in self._effects.values():
                effect.setAudioDevice(there)
        else:
            self._effects = {sound: self._loaded(sound, there) for sound in Sound}
        if before is not bool(self._effects):
            self.availability.emit(not before)

    def _loaded(self, sound: Sound, device: QAudioDevice) -> QSoundEffect:
        effect = QSoundEffect(device, self)
        effect.setSource(QUrl.fromLocalFile(str(resources.path("sounds", f"{sound}.wav"))))
        return effect


@contextmanager
def _calm() -> Iterator[None]:
    """Let Qt tell the log, and not as warnings, what it misses of a sound system that need not be there."""
    # The same rule as the camera's: one warning for each library of a video card that nothing here would use.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if "pulse" in message.lower() or "pipewire" in message.lower():
            log.debug("%s", message)
        elif before is not None:
            before(kind, context, message)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
