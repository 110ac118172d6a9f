"""The search for rounds as a process of its own, so that no scan ever waits for it.

It reads one line of JSON (a meal, seconds, a seed), writes one line whenever it has something better, and its answer as
the last; a line that says ``stop`` makes it answer at once. Run as ``python -m checkin.planner``.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, TextIO

from checkin import late
from checkin.meal import Meal
from checkin.rounds import Plan, Remark, Said, plan
from checkin.score import Rounds, Score

if TYPE_CHECKING:
    import numpy as np
else:
    np = late.library("numpy")


def asked(meal: Meal, seconds: float, seed: int) -> str:
    """The line that asks."""
    told = {name: getattr(meal, name) for name in (field.name for field in fields(Meal))}
    sets = {
        "absent": [sorted(away) for away in meal.absent],
        "together": [sorted(group) for group in meal.together],
        "pinned": sorted(meal.pinned.items()),
        "step_free_tables": sorted(meal.step_free_tables),
        "step_free_guests": sorted(meal.step_free_guests),
        "kept_free": sorted(meal.kept_free),
    }
    return json.dumps({"meal": told | sets, "seconds": seconds, "seed": seed})


def meal_of(told: Mapping[str, Any]) -> Meal:
    """The meal of a line that asks."""
    return Meal(
        capacities=_lists(told["capacities"]),
        guests=told["guests"],
        given=_lists(told["given"]),
        absent=tuple(frozenset(away) for away in told["absent"]),
        wishes=_pairs(told["wishes"]),
        met=_pairs(told["met"]),
        together=tuple(frozenset(group) for group in told["together"]),
        apart=_pairs(told["apart"]),
        pinned=dict(told["pinned"]),
        step_free_tables=frozenset(told["step_free_tables"]),
        step_free_guests=frozenset(told["step_free_guests"]),
        kept_free=frozenset(told["kept_free"]),
        attributes={name: tuple(labels) for name, labels in told["attributes"].items()},
        minimum=told["minimum"],
    )


def _lists(told: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(row) for row in told)


def _pairs(told: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((one, other) for one, other in told)


def answered(made: Plan) -> str:
    """The line that answers."""
    return json.dumps({"plan": asdict(made)})


def heard(line: str) -> Plan | Rounds:
    """What a line of the process says: the answer, or better rounds on the way there."""
    told = json.loads(line)
    if "plan" not in told:
        return _lists(told["rounds"])
    made = told["plan"]
    figures = made["score"]
    return Plan(
        _lists(made["rounds"]),
        Score(
            **{
                **figures,
                "same": tuple(tuple(one) for one in figures["same"]),
                "smallest": tuple(figures["smallest"]),
                "smallest_bound": tuple(figures["smallest_bound"]),
            }
        ),
        tuple(Remark(Said(one["said"]), tuple(one["guests"]), one["round"], one["figure"]) for one in made["remarks"]),
    )


def serve(source: TextIO, sink: TextIO) -> None:
    """Answer one question."""
    told = json.loads(source.readline())
    stop = threading.Event()
    threading.Thread(target=_listen, args=(source, stop), daemon=True).start()

    def better(rounds: Rounds) -> None:
        _say(json.dumps({"rounds": rounds}), sink)

    made = plan(
        meal_of(told["meal"]),
        random=np.random.default_rng(told["seed"]),
        clock=time.process_time,
        seconds=told["seconds"],
        stopped=stop.is_set,
        better=better,
    )
    _say(answered(made), sink)


def _say(line: str, sink: TextIO) -> None:
    sink.write(line + "\n")
    sink.flush()


def _listen(source: TextIO, stop: threading.Event) -> None:
    """Wait for ``stop``, or for the end of whoever asked."""
    source.readline()
    stop.set()


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
