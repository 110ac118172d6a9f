"""The organizer's PIN: kept as a hash, slow to guess at every station, never in the way for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin import plans
from checkin.changes import Kind
from checkin.desk import Desk
from checkin.desk.lock import (
    FREE_TRIES,
    LONGEST_WAIT,
    SKEW,
    TRIES,
    Tries,
    Verdict,
    WeakPin,
    check_pin,
    is_pin,
    wait_after,
)
from checkin.errors import NothingToUndo
from checkin.model import SettingName
from tests.evenings import arrive, desk_at, lay, opened
from tests.meals import NOW

PIN = "480152"
WRONG = "480153"


@pytest.fixture
def file_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk over a file whose event has a PIN."""
    desk = desk_at(str(tmp_path / "event.db"))
    lay(desk, 4, "1x4")
    desk.set_pin(PIN)
    yield desk
    desk.close()


def tried(desk: Desk, wrong: int) -> None:
    """So many wrong tries, the last one now, without the cost of hashing each."""
    desk._ledger.write(lambda book, pen: plans.set_(book, TRIES, Tries(wrong, NOW).text(), pen.reserve))


# --- the rule ---


def test_five_tries_are_free_and_each_one_more_doubles_the_wait() -> None:
    assert [wait_after(wrong) for wrong in range(11)] == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900]


@given(st.integers(0, 10_000))
def test_no_wait_is_for_ever_and_none_gets_shorter(wrong: int) -> None:
    assert wait_after(wrong) <= wait_after(wrong + 1) <= LONGEST_WAIT


@given(st.integers(0, 200), st.integers(-100_000, 100_000))
def test_whoever_waits_as_long_as_told_may_try(wrong: int, seconds: int) -> None:
    tries = Tries(wrong, NOW)
    now = NOW + timedelta(seconds=seconds)
    assert tries.wait(now + timedelta(seconds=tries.wait(now))) == 0
    assert 0 <= tries.wait(now) <= LONGEST_WAIT + SKEW


@given(st.integers(1, 10_000))
def test_tries_are_kept_to_the_letter(wrong: int) -> None:
    assert Tries.parse(Tries(wrong, NOW).text()) == Tries(wrong, NOW)


@pytest.mark.parametrize("text", ["", "7", "x 2026", "7 yesterday"])
def test_a_setting_that_says_nothing_counts_as_no_try(text: str) -> None:
    assert Tries.parse(text) == Tries()


def test_a_clock_that_was_set_back_does_not_lock_anybody_out() -> None:
    assert Tries(20, NOW).wait(NOW - timedelta(days=1)) == 0


def test_a_clock_that_is_a_little_behind_does_not_let_anybody_in() -> None:
    assert Tries(5, NOW).wait(NOW - timedelta(seconds=20)) == 50
    assert Tries(4, NOW).wait(NOW - timedelta(seconds=20)) == 0


@pytest.mark.parametrize("text", ["", "12345", "12345a", "１２３４５６", "123 456", "-123456", "1" * 33])
def test_a_pin_is_six_digits_or_more(text: str) -> None:
    assert not is_pin(text)
    assert is_pin("000000")


# --- at the desk ---


def test_the_right_pin_opens_and_any_other_does_not(file_desk: Desk) -> None:
    assert file_desk.has_pin
    assert file_desk.check_pin(PIN) == Verdict(ok=True)
    for text in (WRONG, "", PIN + "0"):
        assert not file_desk.check_pin(text).ok


def test_an_event_without_a_pin_is_opened_by_none(tmp_path: Path) -> None:
    desk = desk_at(str(tmp_path / "event.db"))
    lay(desk, 0)
    assert not desk.has_pin
    assert not desk.check_pin("").ok
    with pytest.raises(WeakPin):
        desk.set_pin("1234")
    assert not desk.has_pin
    desk.close()


def test_after_five_wrong_tries_not_even_the_right_pin_is_looked_at(file_desk: Desk) -> None:
    for _ in range(FREE_TRIES - 1):
        assert file_desk.check_pin(WRONG) == Verdict(ok=False)
    assert file_desk.check_pin(WRONG) == Verdict(ok=False, wait_seconds=30)
    verdict = file_desk.check_pin(PIN)
    assert not verdict.ok
    assert 25 <= verdict.wait_seconds < 30


def test_the_right_pin_after_the_wait_forgets_the_wrong_ones(file_desk: Desk) -> None:
    tried(file_desk, 7)
    ledger = file_desk._ledger
    assert check_pin(ledger, PIN, NOW + timedelta(seconds=119)) == Verdict(ok=False, wait_seconds=1)
    assert check_pin(ledger, PIN, NOW + timedelta(seconds=120)) == Verdict(ok=True)
    assert opened(file_desk).setting(TRIES) == ""
    assert check_pin(ledger, WRONG, NOW + timedelta(seconds=121)) == Verdict(ok=False)


def test_a_try_inside_the_wait_does_not_lengthen_it(file_desk: Desk) -> None:
    tried(file_desk, 5)
    for second in (1, 2, 3):
        verdict = check_pin(file_desk._ledger, WRONG, NOW + timedelta(seconds=second))
        assert verdict == Verdict(ok=False, wait_seconds=30 - second)


def test_a_restart_does_not_give_more_tries(file_desk: Desk) -> None:
    tried(file_desk, 8)
    again = desk_at(file_desk.address)
    again.use()
    assert check_pin(again._ledger, PIN, NOW + timedelta(seconds=10)).wait_seconds == 230
    again.close()


def test_another_station_does_not_give_more_tries(file_desk: Desk) -> None:
    south = desk_at(file_desk.address, "south", seed=2)
    south.use()
    for desk in (file_desk, south, file_desk, south):
        assert desk.check_pin(WRONG) == Verdict(ok=False)
    assert file_desk.check_pin(WRONG).wait_seconds == 30
    assert not south.check_pin(PIN).ok
    south.close()


def test_another_pin_takes_the_place_of_the_first_and_forgets_wrong_tries(file_desk: Desk) -> None:
    tried(file_desk, 9)
    change = file_desk.set_pin("11223344")
    assert change.kind is Kind.SET
    assert not file_desk.check_pin(PIN).ok
    assert file_desk.check_pin("11223344").ok


def test_no_pin_is_written_anywhere_in_clear(file_desk: Desk) -> None:
    arrive(file_desk, [1])
    file_desk.check_pin("77001199")
    file_desk.check_pin(PIN)
    path = Path(file_desk.address)
    file_desk.close()
    for file in path.parent.glob("event.db*"):
        written = file.read_bytes()
        assert PIN.encode() not in written
        assert b"77001199" not in written
        assert b"$argon2id$" in written or file != path


def test_undo_passes_over_the_pin(tmp_path: Path) -> None:
    desk = desk_at(str(tmp_path / "event.db"))
    lay(desk, 0)
    desk.set_pin(PIN)
    desk.check_pin(WRONG)
    with pytest.raises(NothingToUndo):
        desk.undo()
    assert opened(desk).setting(SettingName.PIN).startswith("$argon2id$")
    desk.close()


def test_the_journal_proves_right_with_pins_in_it(file_desk: Desk) -> None:
    file_desk.check_pin(WRONG)
    file_desk.check_pin(PIN)
    proof = file_desk.verify()
    assert proof.broken_at is None
    assert not proof.differences
