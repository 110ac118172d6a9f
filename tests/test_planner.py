"""The search in a process of its own: it answers, it can be stopped, and its end is never ours."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import threading
import time
from contextlib import suppress

import pytest

from checkin.desk import planning
from checkin.errors import SearchFailed
from checkin.meal import Meal
from checkin.planner import asked, heard, serve
from checkin.rounds import Plan
from checkin.score import Rounds

MEAL = Meal(((4,) * 5,) * 3, 18, (tuple(guest % 5 for guest in range(18)),), wishes=((0, 1), (2, 3)))


def test_one_line_in_and_the_answer_is_the_last_line_out() -> None:
    sink = io.StringIO()
    serve(io.StringIO(asked(MEAL, 0.2, 1) + "\n"), sink)
    lines = [heard(line) for line in sink.getvalue().splitlines()]
    assert isinstance(lines[-1], Plan)
    assert lines[-1].score.wishes_met == 2
    assert not any(isinstance(line, Plan) for line in lines[:-1])


def test_another_process_answers_and_says_better_ones_on_the_way() -> None:
    told: list[Rounds] = []
    made = planning.search(MEAL, seconds=0.3, seed=1, better=told.append)
    assert made.score.repeats == 0
    assert made.rounds[0] == MEAL.given[0]
    assert told


def test_a_search_that_is_stopped_answers_at_once() -> None:
    wishes = tuple((one, other) for one in range(18) for other in range(18) if one != other)
    meal = Meal(MEAL.capacities, 18, MEAL.given, wishes=wishes)
    made = planning.search(meal, seconds=600, seed=1, stopped=lambda: True)
    assert len(made.rounds) == 3


def test_a_process_that_dies_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkin.planner.asked", lambda *_: json.dumps({"meal": {}, "seconds": 1, "seed": 1}))
    with pytest.raises(SearchFailed) as refused:
        planning.search(MEAL, seconds=1, seed=1)
    assert "KeyError" in refused.value.detail


def test_a_stop_that_comes_when_the_search_has_just_gone_is_no_trouble() -> None:
    with subprocess.Popen([sys.executable, "-c", ""], stdin=subprocess.PIPE, text=True) as process:
        process.wait()
        listening = threading.Thread(target=time.sleep, args=(0.3,))
        listening.start()
        planning._wait(process, listening, 5, lambda: True)
        listening.join()
        assert process.stdin is not None
        with suppress(OSError):
            process.stdin.close()
