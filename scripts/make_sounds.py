"""The sounds of the door, made from sums of sines: ``resources/sounds/*.wav``, 44.1 kHz, mono, 16 bits.

``python scripts/make_sounds.py`` writes them. Each is told from the others by rhythm and direction, not by pitch alone:
coming in rises, going out falls, attention knocks three times, an error is one long low note, a look is one short tick.
The loudest moment is the same for all but the tick, so that one volume suits them.
"""

from __future__ import annotations

import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 44_100
LOUD = 0.5
"""Of full scale: 6 dB are left for laptops that make everything louder."""

Samples = NDArray[np.float64]


@dataclass(frozen=True)
class Note:
    """One note.

    Attributes:
        pitch: Hertz.
        start: Seconds from the beginning of the sound.
        length: Seconds until it has died away.
        overtones: The share of each overtone, from the octave on.
    """

    pitch: float
    start: float
    length: float
    overtones: tuple[float, ...] = (0.28, 0.1)


SOUNDS: dict[str, tuple[float, tuple[Note, ...]]] = {
    "enter": (LOUD, (Note(659.26, 0.0, 0.2), Note(987.77, 0.09, 0.28))),
    "exit": (LOUD, (Note(783.99, 0.0, 0.2), Note(523.25, 0.09, 0.28))),
    "attention": (LOUD, tuple(Note(739.99, start, 0.1, (0.5, 0.3)) for start in (0.0, 0.11, 0.22))),
    "error": (LOUD, (Note(196.0, 0.0, 0.38, (0.8, 0.5, 0.4, 0.2)), Note(207.65, 0.0, 0.38, (0.6, 0.4, 0.3)))),
    "soft": (LOUD * 0.6, (Note(1174.66, 0.0, 0.08, (0.15,)),)),
}
"""Each sound's loudest moment, as a share of full scale, and its notes."""


def sound(name: str) -> NDArray[np.int16]:
    """The samples of one of ``SOUNDS``."""
    loudest, notes = SOUNDS[name]
    length = max(note.start + note.length for note in notes)
    mixed = np.zeros(round(length * RATE))
    for note in notes:
        played = _played(note)
        first = round(note.start * RATE)
        mixed[first : first + len(played)] += played[: len(mixed) - first]
    scaled: NDArray[np.int16] = np.round(mixed * (loudest * 32767 / np.abs(mixed).max())).astype(np.int16)
    return scaled


def write(folder: Path = FOLDER, names: Sequence[str] = tuple(SOUNDS)) -> None:
    """Write the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(sound(name).astype("<i2").tobytes())


def _played(note: Note) -> Samples:
    """A note that begins within 6 ms, dies away, and ends in silence, so that nothing clicks."""
    at = np.arange(round(note.length * RATE)) / RATE
    tone = np.sin(2 * np.pi * note.pitch * at)
    for number, share in enumerate(note.overtones, start=2):
        tone += share * np.sin(2 * np.pi * note.pitch * number * at) * np.exp(-at * 4 * number)
    attack = np.minimum(1, at / 0.006)
    release = np.clip((note.length - at) / (note.length * 0.4), 0, 1)
    shaped: Samples = tone * attack * np.exp(-at * 1.6 / note.length) * np.sin(release * np.pi / 2) ** 2
    return shaped


if __name__ == "__main__":
    write()
