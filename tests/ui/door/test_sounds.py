"""The door's sounds: files that are made here and nowhere else, one for each answer, and silence without a loudspeaker.

A machine that runs tests has no loudspeaker, and one that has is to stay quiet: loudspeakers are played by actors.
"""

from __future__ import annotations

import wave
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

import make_sounds
from checkin import resources
from checkin.door import COLOURS, Colour, State
from checkin.ui.door import sounds as module
from checkin.ui.door.sounds import Sound, Sounds, gain, sound_of
from checkin.words import LANGUAGES, Words

RATE = 44_100


def samples(name: str) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    with wave.open(str(resources.path("sounds", f"{name}.wav"))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2")


# --- the files ---


@pytest.mark.parametrize("name", list(Sound))
def test_a_sound_is_short_and_neither_clicks_nor_clips(name: str) -> None:
    played = samples(name)
    assert len(played) < 0.4 * RATE
    assert abs(int(played[0])) < 50
    assert abs(int(played[-1])) < 50
    assert 0.2 * 32767 < np.abs(played.astype(int)).max() <= 0.51 * 32767


@pytest.mark.parametrize("name", list(Sound))
def test_the_shipped_file_is_what_the_script_makes(name: str) -> None:
    made = make_sounds.sound(name)
    assert len(made) == len(samples(name))
    assert np.abs(made.astype(int) - samples(name)).max() <= 1  # another machine may round the last bit otherwise


def test_every_sound_has_a_file_and_every_file_a_sound() -> None:
    assert {path.stem for path in resources.path("sounds").glob("*")} == set(Sound) == set(make_sounds.SOUNDS)


@pytest.mark.parametrize(("one", "other"), list(combinations(Sound, 2)))
def test_no_two_sounds_can_be_taken_for_each_other(one: str, other: str) -> None:
    """Their notes, as strengths of pitches over time, have little in common."""

    def notes(name: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        padded = np.zeros(int(0.4 * RATE))
        padded[: len(samples(name))] = samples(name)
        frames = padded[: 8 * 2048].reshape(8, 2048) * np.hanning(2048)
        strength = np.abs(np.fft.rfft(frames))[:, :200].ravel()
        return np.asarray(strength / np.linalg.norm(strength))

    assert float(notes(one) @ notes(other)) < 0.5


# --- which answer sounds how ---


def test_every_answer_has_its_sound_and_a_second_reading_has_none() -> None:
    assert {state for state in State if sound_of(state) is None} == {State.SAME_SCAN}


def test_a_sound_never_contradicts_the_colour() -> None:
    heard = {colour: {sound_of(state) for state in State if COLOURS[state] is colour} for colour in Colour}
    assert heard[Colour.GREEN] == {Sound.ENTER, Sound.ATTENTION}
    assert heard[Colour.AMBER] == {Sound.ATTENTION}
    assert heard[Colour.RED] == {Sound.ERROR}
    assert heard[Colour.BLUE] == {Sound.EXIT}


def test_a_guest_with_a_note_is_not_waved_through() -> None:
    assert sound_of(State.WELCOME_NOTE) == Sound.ATTENTION


def test_a_good_ticket_that_is_only_looked_at_sounds_unlike_a_menu() -> None:
    assert sound_of(State.VERIFIED) != sound_of(State.NOT_A_TICKET)


def test_volume_is_felt_evenly_and_stays_in_its_bounds() -> None:
    steps = [gain(volume) for volume in range(0, 101, 10)]
    assert steps == sorted(steps)
    assert (gain(-5), gain(0), gain(100), gain(400)) == (0, 0, 1, 1)


# --- with whatever this machine has ---


def test_every_answer_can_be_played_on_this_machine_whatever_it_has(qtbot: QtBot) -> None:
    sounds = Sounds()
    sounds.volume = 0
    for state in State:
        sounds.play(state)
    qtbot.wait(20)
    assert sounds.available is (sounds.explain(Words("en")) == "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_the_systems_library_it_is_silent_and_says_so(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setattr(module, "LIBRARY", False)
    sounds = Sounds()
    sounds.play(State.WELCOME)
    assert not sounds.available
    assert "libpulse0" in sounds.explain(Words(language))


# --- with loudspeakers played by actors ---


@dataclass
class Hall:
    """Loudspeakers, and what was played on them, in order."""

    speakers: list[str] = field(default_factory=lambda: ["laptop"])
    played: list[tuple[str, str, float]] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    listeners: list[Callable[[], None]] = field(default_factory=list)

    def plug(self, *speakers: str) -> None:
        """Let other loudspeakers be there."""
        self.speakers = list(speakers)
        for listener in self.listeners:
            listener()

    def outputs(self) -> list[SimpleNamespace]:
        """What Qt would list."""
        return [SimpleNamespace(name=name, isNull=lambda: False) for name in self.speakers]

    def effect(self, device: SimpleNamespace, _parent: QObject) -> SimpleNamespace:
        """What stands for a sound that Qt has loaded."""
        acted = SimpleNamespace(device=device, name="", loud=1.0, playing=False)

        def play() -> None:
            acted.playing = True
            self.played.append((acted.name, acted.device.name, acted.loud))

        def stop() -> None:
            acted.playing = False
            self.stopped.append(acted.name)

        vars(acted).update(
            setSource=lambda url: vars(acted).update(name=url.fileName().removesuffix(".wav")),
            setAudioDevice=lambda other: vars(acted).update(device=other),
            setVolume=lambda loud: vars(acted).update(loud=loud),
            isPlaying=lambda: acted.playing,
            deleteLater=lambda: None,
            play=play,
            stop=stop,
        )
        return acted


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch) -> Hall:
    made = Hall()

    def media(_parent: QObject) -> SimpleNamespace:
        return SimpleNamespace(audioOutputsChanged=SimpleNamespace(connect=made.listeners.append))

    vars(media).update(audioOutputs=made.outputs, defaultAudioOutput=lambda: made.outputs()[0])
    monkeypatch.setattr(module, "QMediaDevices", media)
    monkeypatch.setattr(module, "QSoundEffect", made.effect)
    monkeypatch.setattr(module, "LIBRARY", True)
    return made


def test_an_answer_is_heard_at_the_chosen_volume(hall: Hall) -> None:
    sounds = Sounds()
    sounds.volume = 50
    sounds.play(State.WELCOME)
    assert hall.played == [("enter", "laptop", 0.25)]


def test_nothing_is_heard_when_muted_or_when_the_same_ticket_is_read_again(hall: Hall) -> None:
    sounds = Sounds()
    sounds.play(State.SAME_SCAN)
    sounds.muted = True
    sounds.play(State.BLOCKED)
    assert hall.played == []


def test_a_new_sound_cuts_the_one_before(hall: Hall) -> None:
    sounds = Sounds()
    sounds.play(State.WELCOME)
    sounds.play(State.CANCELLED)
    assert hall.stopped == ["enter"]
    assert [name for name, _, _ in hall.played] == ["enter", "error"]


def test_a_loudspeaker_that_is_plugged_in_later_is_used_at_once(hall: Hall, qtbot: QtBot) -> None:
    hall.speakers = []
    sounds = Sounds()
    assert not sounds.available
    assert "Plug one in" in sounds.explain(Words("en"))
    with qtbot.waitSignal(sounds.availability) as told:
        hall.plug("headphones")
    sounds.play(State.LEFT)
    assert told.args == [True]
    assert hall.played == [("exit", "headphones", gain(70))]


def test_sounds_follow_the_systems_choice_and_end_with_the_last_loudspeaker(hall: Hall, qtbot: QtBot) -> None:
    sounds = Sounds()
    sounds.prepare()
    hall.plug("projector", "laptop")
    sounds.play(State.WELCOME)
    assert hall.played[-1][1] == "projector"
    with qtbot.waitSignal(sounds.availability) as told:
        hall.plug()
    sounds.play(State.WELCOME)
    assert told.args == [False]
    assert len(hall.played) == 1
