"""A process that speaks: started by ``speech_out``, it says the lines it is sent and ends with whoever started it.

A process of its own, because a speech engine may take seconds to start, or for ever (seen with speech-dispatcher), and
may only be used where Qt's events run. Stands alone: it imports nothing of the program and may be run by its path.

A line in: language, tab, sentence. A line out: ``ready`` or ``no_engine``, then ``saying`` or ``no_voice`` for each
sentence, each with a tab and what it is about. UTF-8.
"""

from __future__ import annotations

import os
import sys
from threading import Thread

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtTextToSpeech import QTextToSpeech

HOMES = {"es": "ES", "en": "GB"}
"""Whose accent is preferred where a language has several."""


class Voice(QObject):
    """Says sentences, the newest first: one that is still being said gives way.

    Signals:
        told: A line came in; carries it.
    """

    told = Signal(str)

    def __init__(self, engine: str) -> None:
        """Wake an engine; "" means the system's own choice."""
        super().__init__()
        self._speech = QTextToSpeech(engine) if engine else QTextToSpeech()
        self._ready = False
        self.told.connect(self._say, Qt.ConnectionType.QueuedConnection)
        self._speech.stateChanged.connect(self._woke)
        self._woke(self._speech.state())

    def _woke(self, state: QTextToSpeech.State) -> None:
        if self._ready:
            return
        if state is QTextToSpeech.State.Ready:
            self._ready = True
            answer("ready", self._speech.engine())
        elif state is QTextToSpeech.State.Error:
            answer("no_engine", self._speech.engine())

    def _say(self, line: str) -> None:
        language, _, sentence = line.partition("\t")
        locale = chosen(self._speech.availableLocales(), language)
        if locale is None:
            answer("no_voice", language)
            return
        self._speech.stop()
        if self._speech.locale() != locale:
            self._speech.setLocale(locale)
        self._speech.say(sentence)
        answer("saying", sentence)


def chosen(locales: list[QLocale], language: str) -> QLocale | None:
    """The accent to speak a language with, or None when there is no voice for it.

    >>> chosen([QLocale("es_MX"), QLocale("es_ES"), QLocale("de_DE")], "es").name()
    'es_ES'
    >>> chosen([QLocale("de_DE")], "es") is None
    True
    """
    spoken = [locale for locale in locales if locale.name().partition("_")[0] == language]
    home = f"{language}_{HOMES.get(language, '')}"
    return next((locale for locale in spoken if locale.name() == home), spoken[0] if spoken else None)


def answer(word: str, about: str) -> None:
    """Send a line out."""
    sys.stdout.buffer.write(f"{word}\t{about}\n".encode())
    sys.stdout.buffer.flush()


def listen(waiting: list[Voice]) -> None:
    """Pass lines on until there are no more; then end at once, even if the engine never woke."""
    for line in sys.stdin.buffer:
        for voice in waiting:
            voice.told.emit(line.decode("utf-8", "replace").rstrip("\r\n"))
    os._exit(0)


def main(engine: str = "") -> int:
    """Speak until standard input ends."""
    # Speech on macOS needs the events of a program with windows; this one is to have no icon in the Dock.
    os.environ["QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM"] = "1"
    kind = QGuiApplication if sys.platform == "darwin" else QCoreApplication
    app = kind(sys.argv[:1])
    waiting: list[Voice] = []
    Thread(target=listen, args=(waiting,), daemon=True).start()
    waiting.append(Voice(engine))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
