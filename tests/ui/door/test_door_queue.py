"""Scans wait in order, and questions that were left are not forgotten."""

from __future__ import annotations

from checkin.desk.outcomes import Outcome
from checkin.door import Decision, State
from checkin.model import GuestId
from checkin.ui.door.aside import MOST, Aside
from checkin.ui.door.queue import PATIENCE, REPEAT, ScanQueue
from tests.meals import NOW
from tests.ui.door.conftest import Door


def asked(number: int, state: State = State.UNPAID) -> Outcome:
    return Outcome(Decision(state, f"CODE{number}", guest_id=GuestId(number)), NOW)


def test_the_same_code_is_the_same_scan_for_a_second_and_no_longer(door: Door) -> None:
    now = [100.0]
    queue = ScanQueue(door.bridge, clock=lambda: now[0], parent=door.page)
    for step, code in ((0.0, "EVB-100001"), (REPEAT, "EVB-100001"), (REPEAT + 0.1, "EVB-100001"), (0.1, "EVB-100002")):
        now[0] += step
        queue.add(code)
    door.settle()
    assert door.states == ["welcome", "same_scan", "already_in", "welcome"]


def test_waiting_scans_are_counted_and_the_count_goes_back_to_none(door: Door) -> None:
    counts: list[int] = []
    door.page.queue.waiting.connect(counts.append)
    for number in range(1, 7):
        door.page.queue.add(f"EVB-10000{number}")
    assert counts == [1, 2, 3, 4, 5, 6]
    door.settle()
    assert counts[-1] == 0
    assert len(door.outcomes) == 6


def test_scans_do_not_wait_for_ever_for_an_answer(door: Door) -> None:
    door.page.queue.hold()
    door.page.queue.add("EVB-100001")
    door.settle()
    assert door.page.queue.count == 1
    assert PATIENCE <= 10_000
    door.page.queue._patience.setInterval(1)
    door.page.queue.hold()
    door.qtbot.waitUntil(lambda: door.page.queue.count == 0)
    assert door.states == ["welcome"]


def test_questions_are_taken_up_oldest_first_with_what_was_typed_and_go_round() -> None:
    aside = Aside()
    aside.put(asked(1, State.NEEDS_ANSWER), "Olg")
    aside.put(asked(2))
    aside.put(asked(3))
    seen = []
    for _ in range(6):
        taken = aside.take()
        assert taken is not None
        seen.append((taken.outcome.decision.guest_id, taken.draft))
        aside.put(taken.outcome, taken.draft)
    assert seen == [(1, "Olg"), (2, ""), (3, "")] * 2


def test_only_who_stands_there_waiting_is_set_aside() -> None:
    aside = Aside()
    for number, state in enumerate(State):
        aside.put(asked(number, state))
    kept = {str(waiting.outcome.decision.state) for _ in range(len(aside)) if (waiting := aside.take())}
    assert kept == {
        "unpaid", "needs_answer", "ambiguous", "not_confirmed", "too_early", "too_late", "replaced_code",
    }  # fmt: skip


def test_an_answered_question_is_gone() -> None:
    aside = Aside()
    aside.put(asked(1))
    aside.settle(asked(1, State.WELCOME))
    assert aside.take() is None


def test_the_oldest_question_makes_room() -> None:
    aside = Aside()
    for number in range(MOST + 3):
        aside.put(asked(number))
    assert len(aside) == MOST
