"""Says the table's number aloud ("Mesa 7"), where the machine has a voice in the language in force.

An option, off while nobody turns it on. The speaking itself is done by a process of its own (``voice``), so that a
speech engine that hangs or breaks keeps nobody waiting at the door; what cannot be said is left unsaid, and
``explain`` says why. Knows no guest.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from checkin.desk.outcomes import Outcome
from checkin.door import State
from checkin.words import LANGUAGES, Words

VOICE = Path(__file__).with_name("voice.py")
"""The process that speaks."""

PATIENCE = 15_000
"""Milliseconds after which an engine that has not woken is given up."""

SPOKEN = frozenset({State.WELCOME, State.WELCOME_NOTE, State.WELCOME_BACK})
"""Answers whose table is said aloud."""


class Mute(StrEnum):
    """Why nothing is said."""

    OFF = "off"
    WAKING = "waking"
    NO_ENGINE = "no_engine"
    NO_VOICE = "no_voice"
    NOTHING = ""


class Speaker(QObject):
    """Says table numbers.

    It ends with the application; whoever makes one without an application turns it off.

    Signals:
        availability: What can be said has changed; carries whether anything can.
        saying: A sentence is being said; carries it.
    """

    availability = Signal(bool)
    saying = Signal(str)

    def __init__(self, t: Words, parent: QObject | None = None, *, engine: str = "") -> None:
        """Be off; ``engine`` is one of Qt's, "" for the system's own."""
        super().__init__(parent)
        self._t = t
        self._engine = engine
        self._process: QProcess | None = None
        self._mute = Mute.OFF
        self._voiceless: set[str] = set()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._give_up)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.turn_off)

    @property
    def why_mute(self) -> Mute:
        """Why nothing is said in the language in force, or ``Mute.NOTHING`` when it is."""
        voiceless = self._mute is Mute.NOTHING and self._t.language in self._voiceless
        return Mute.NO_VOICE if voiceless else self._mute

    @property
    def available(self) -> bool:
        """Whether sentences are said in the language in force, as far as is known."""
        return self.why_mute is Mute.NOTHING

    def turn_on(self) -> None:
        """Wake the engine, in the background."""
        if self._process is not None:
            return
        process = self._process = QProcess(self)
        process.setProgram(sys.executable)
        # -P: the folder of the script is no place to import from; it has modules called like Python's own.
        process.setArguments(["-P", str(VOICE), *([self._engine] if self._engine else [])])
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._hear)
        process.errorOccurred.connect(self._ended)
        process.finished.connect(self._ended)
        self._voiceless.clear()
        self._become(Mute.WAKING)
        process.start()
        self._patience.start()

    def turn_off(self) -> None:
        """Say nothing any more."""
        self._dismiss()
        self._become(Mute.OFF)

    def tell(self, outcome: Outcome) -> None:
        """Say the table of somebody who has just been let in; nothing for any other answer."""
        if outcome.decision.state in SPOKEN and outcome.table is not None:
            self.say_table(outcome.table)

    def say_table(self, number: int) -> None:
        """Say a table's number in the language in force."""
        if self._process is not None and self.available:
            sentence = self._t("Table {number}", number=number)
            self._process.write(f"{self._t.language}\t{sentence}\n".encode())

    def explain(self, t: Words) -> str:
        """Why nothing is said, and what to do, for the settings; "" when there is nothing to explain."""
        match self.why_mute:
            case Mute.WAKING:
                return t("The voice is being woken.")
            case Mute.NO_ENGINE:
                return t("This computer cannot speak. On Linux, install speech-dispatcher and turn this on again.")
            case Mute.NO_VOICE:
                return t(
                    "This computer has no voice for {language}. Add one in its settings and turn this on again.",
                    language=LANGUAGES[self._t.language],
                )
            case _:
                return ""

    def _hear(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            word, _, about = bytes(process.readLine().data()).decode("utf-8", "replace").rstrip("\r\n").partition("\t")
            self._heard(word, about)

    def _heard(self, word: str, about: str) -> None:
        match word:
            case "ready":
                self._patience.stop()
                self._become(Mute.NOTHING)
            case "saying":
                self.saying.emit(about)
            case "no_voice":
                self._voiceless.add(about)
                self.availability.emit(self.available)
            case "no_engine":
                self._give_up()

    def _ended(self) -> None:
        """The process ended by itself: the machine has no engine, or it broke."""
        if self._process is not None:
            self._give_up()

    def _give_up(self) -> None:
        self._dismiss()
        self._become(Mute.NO_ENGINE)

    def _dismiss(self) -> None:
        self._patience.stop()
        process, self._process = self._process, None
        if process is not None and process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(500)  # a killed process is gone at once; Qt warns of one that is left
        if process is not None:
            process.deleteLater()

    def _become(self, mute: Mute) -> None:
        if mute is not self._mute:
            self._mute = mute
            self.availability.emit(self.available)
