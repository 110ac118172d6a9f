"""Spoken table numbers: said by a process of its own, which may fail without anybody waiting for it.

The voice is the one that Qt brings for tests; it speaks English and no Spanish.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkin.desk.outcomes import Outcome
from checkin.door import Decision, State
from checkin.ui.door import speech_out
from checkin.ui.door.speech_out import Mute, Speaker
from checkin.words import Words


@pytest.fixture
def speaker(qtbot: QtBot) -> Iterator[Speaker]:
    assert qtbot is not None
    made = Speaker(Words("en"), engine="mock")
    yield made
    made.turn_off()


def outcome(state: State, table: int | None = 7) -> Outcome:
    return Outcome(Decision(state), datetime(2026, 11, 21, 19, 0, tzinfo=UTC), table)


def wake(speaker: Speaker, qtbot: QtBot) -> None:
    speaker.turn_on()
    qtbot.waitUntil(lambda: speaker.why_mute is not Mute.WAKING, timeout=20_000)


def test_it_is_off_until_it_is_turned_on(speaker: Speaker) -> None:
    speaker.say_table(7)
    assert speaker.why_mute is Mute.OFF
    assert speaker.explain(Words("en")) == ""


def test_turning_it_on_waits_for_nothing(speaker: Speaker) -> None:
    speaker.turn_on()
    assert speaker.why_mute is Mute.WAKING
    assert "being woken" in speaker.explain(Words("en"))
    speaker.say_table(7)


def test_the_table_of_a_welcome_is_said(speaker: Speaker, qtbot: QtBot) -> None:
    wake(speaker, qtbot)
    assert speaker.available
    with qtbot.waitSignal(speaker.saying) as said:
        speaker.tell(outcome(State.WELCOME))
    assert said.args == ["Table 7"]


def test_only_who_comes_in_is_told_a_table(speaker: Speaker, qtbot: QtBot) -> None:
    wake(speaker, qtbot)
    said: list[str] = []
    speaker.saying.connect(said.append)
    for number, state in enumerate(State, start=1):
        speaker.tell(outcome(state, number))
    speaker.tell(outcome(State.WELCOME, None))
    speaker.tell(outcome(State.WELCOME_BACK, 99))
    qtbot.waitUntil(lambda: "Table 99" in said)
    assert said == ["Table 1", "Table 2", "Table 3", "Table 99"]


def test_a_language_without_a_voice_is_left_unsaid_and_explained(speaker: Speaker, qtbot: QtBot) -> None:
    wake(speaker, qtbot)
    speaker._t.switch("es")
    with qtbot.waitSignal(speaker.availability) as told:
        speaker.say_table(7)
    assert told.args == [False]
    assert speaker.why_mute is Mute.NO_VOICE
    assert "Español" in speaker.explain(Words("en"))
    speaker._t.switch("en")
    assert speaker.available


def test_a_machine_without_an_engine_says_so(qtbot: QtBot) -> None:
    speaker = Speaker(Words("en"), engine="no such engine")
    wake(speaker, qtbot)
    assert speaker.why_mute is Mute.NO_ENGINE
    assert "speech-dispatcher" in speaker.explain(Words("en"))
    speaker.say_table(7)


def test_a_voice_that_breaks_is_given_up_and_can_be_turned_on_again(speaker: Speaker, qtbot: QtBot) -> None:
    wake(speaker, qtbot)
    assert speaker._process is not None
    speaker._process.kill()
    qtbot.waitUntil(lambda: speaker.why_mute is Mute.NO_ENGINE)
    wake(speaker, qtbot)
    assert speaker.available


def test_an_engine_that_never_wakes_is_given_up(
    speaker: Speaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hanging = tmp_path / "hanging.py"
    hanging.write_text("import time\ntime.sleep(600)\n", "utf-8")
    monkeypatch.setattr(speech_out, "VOICE", hanging)
    speaker._patience.setInterval(50)
    wake(speaker, qtbot)
    assert speaker.why_mute is Mute.NO_ENGINE


def test_the_process_ends_with_whoever_started_it(speaker: Speaker, qtbot: QtBot) -> None:
    wake(speaker, qtbot)
    process = speaker._process
    assert process is not None
    with qtbot.waitSignal(process.finished):
        process.closeWriteChannel()
