"""Asking the process that searches for rounds."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from checkin import planner
from checkin.errors import SearchFailed
from checkin.meal import Meal
from checkin.rounds import Plan
from checkin.score import Rounds

GRACE = 30.0
"""Seconds of the wall beyond the asked ones of a processor before the process is given up; machines are busy."""

LISTEN = 0.1


def search(
    meal: Meal,
    *,
    seconds: float,
    seed: int,
    better: Callable[[Rounds], None] = lambda _rounds: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Plan:
    """The best rounds that a process of its own finds in so many seconds of a processor.

    Raises:
        SearchFailed: It ended without an answer, or did not end.
    """
    one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    process = subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", "checkin.planner"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | one_thread,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    said: list[Plan] = []
    trouble: list[str] = []

    def listen() -> None:
        for line in process.stdout or ():
            told = planner.heard(line)
            if isinstance(told, Plan):
                said.append(told)
            else:
                better(told)

    def complain() -> None:
        trouble.append((process.stderr.read() if process.stderr else "")[-400:])

    ears = [threading.Thread(target=hearing, daemon=True) for hearing in (listen, complain)]
    try:
        _tell(process, planner.asked(meal, seconds, seed))
        for ear in ears:
            ear.start()
        _wait(process, ears[0], 10 * seconds + GRACE, stopped)
    finally:
        process.kill()
        process.wait()
        for ear in ears:
            ear.join(timeout=GRACE)
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                with suppress(OSError):  # what was not said to who has gone stays unsaid
                    pipe.close()
    if not said:
        raise SearchFailed("".join(trouble).strip().rpartition("\n")[2])
    return said[0]


def _tell(process: subprocess.Popen[str], line: str) -> None:
    try:
        assert process.stdin is not None  # noqa: S101  it was asked for
        process.stdin.write(line + "\n")
        process.stdin.flush()
    except OSError as error:
        raise SearchFailed(str(error)) from error


def _wait(process: subprocess.Popen[str], ear: threading.Thread, patience: float, stopped: Callable[[], bool]) -> None:
    """Until the process has answered; once somebody asks to stop, it is told to answer now."""
    told = False
    waited = 0.0
    while ear.is_alive() and waited < patience:
        ear.join(timeout=LISTEN)
        waited += LISTEN
        if stopped() and not told:
            told = True
            patience = waited + GRACE
            with suppress(SearchFailed):  # it may have answered, and gone, at this very moment
                _tell(process, "stop")
