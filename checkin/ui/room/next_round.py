"""The search for the next rounds, as previews that get better: in a process of its own, so that no scan waits.

Writes nothing; each preview says how it would be written.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count

from PySide6.QtCore import QObject, Signal

from checkin import reasons, round_plans
from checkin.book import Book
from checkin.changes import Entity
from checkin.desk import planning
from checkin.errors import CheckinError
from checkin.moves import steps
from checkin.rounds import Plan
from checkin.rulebook import Course
from checkin.score import Rounds, Score, score
from checkin.ui.bridge import Bridge
from checkin.ui.guests.collation import by_name
from checkin.ui.room.figures import figures
from checkin.ui.room.previews import About, Preview
from checkin.words import Words

SECONDS = 5.0
"""Of a processor, unless somebody stops it or asks for more."""


@dataclass(frozen=True)
class Answer:
    """Rounds that a search has found, and what they come to up to the next one."""

    course: Course
    rounds: Rounds
    score: Score
    plan: Plan | None


class NextRound(QObject):
    """One search at a time.

    Signals:
        found: A better answer; carries a ``Preview``.
        failed: There is none; carries a ``CheckinError``.
        ended: Nothing is being searched for any more.
    """

    found = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, bridge: Bridge, t: Words) -> None:
        """Search for nothing yet."""
        super().__init__()
        self._bridge = bridge
        self._t = t
        self._asked = 0
        self._stopped = False
        self.running = False

    def begin(self, ahead: int = 1, seconds: float = SECONDS) -> None:
        """Search for the next ``ahead`` rounds."""
        book = self._bridge.book
        if book is None:
            return
        self._asked += 1
        asked, rounds = self._asked, book.round + ahead
        self._stopped, self.running = False, True
        self._bridge.ask(
            lambda desk: desk.course(rounds),
            lambda course: self._search(asked, course, seconds),
            lambda why: self._fail(asked, why),
        )

    def stop(self) -> None:
        """Answer with the best so far."""
        self._stopped = True

    def give_up(self) -> None:
        """Nobody wants the answer any more."""
        self._stopped = True
        self._asked += 1
        self.running = False

    def _search(self, asked: int, course: Course, seconds: float) -> None:
        tasks = self._bridge.tasks

        def gone() -> bool:
            return self._stopped or tasks.closing or asked != self._asked

        def better(rounds: Rounds) -> None:
            answer = _answer(course, rounds, None)
            tasks.post(lambda: self._show(asked, answer, final=False))

        def work() -> Answer:
            seed = secrets.randbits(32)
            plan = planning.search(course.meal, seconds=seconds, seed=seed, better=better, stopped=gone)
            return _answer(course, plan.rounds, plan)

        tasks.aside(work, lambda answer: self._finish(asked, answer), lambda why: self._fail(asked, why))

    def _show(self, asked: int, answer: Answer, *, final: bool) -> None:
        book = self._bridge.book
        if asked == self._asked and book is not None:
            self.found.emit(preview(book, answer, self._t, final=final))

    def _finish(self, asked: int, answer: Answer) -> None:
        if asked == self._asked:
            self.running = False
            self._show(asked, answer, final=True)
            self.ended.emit()

    def _fail(self, asked: int, why: CheckinError) -> None:
        if asked == self._asked:
            self.running = False
            self.failed.emit(why)
            self.ended.emit()


def preview(book: Book, answer: Answer, t: Words, *, final: bool) -> Preview:
    """What the rounds of an answer would look like, with the next one shown."""
    course, rounds, following = answer.course, answer.rounds, book.round + 1
    change = round_plans.planned(book, course, rounds, course.meal.first_open, _no_ids(book))
    after = book.copy()
    after.apply(change)
    ways = steps((book, book.round), (after, following), by_name)
    people = reasons.names_of(book, t)
    remarks = () if answer.plan is None else answer.plan.remarks
    return Preview(
        About.ROUND, after, following, tuple(ways),
        write=lambda desk: desk.take_plan(course, rounds, begin=following),
        keep=lambda desk: desk.take_plan(course, rounds),
        figures=tuple(figures(answer.score, t)),
        remarks=tuple(
            reasons.plan_remark(
                replace(remark, guests=tuple(int(course.guests[guest]) for guest in remark.guests)), people, t,
                lambda at: book.tables[course.tables[at]].number,
            )
            for remark in remarks
        ),
        final=final, moved=frozenset(step.guest_id for step in ways),
    )  # fmt: skip


def planned(book: Book, t: Words) -> Preview:
    """The next round as it has been planned already."""
    following = book.round + 1
    ways = steps((book, book.round), (book, following), by_name)
    return Preview(
        About.ROUND, book, following, tuple(ways),
        write=lambda desk: desk.begin_round(following),
        remarks=(t("This round has been planned already."),),
        moved=frozenset(step.guest_id for step in ways),
    )  # fmt: skip


def _answer(course: Course, rounds: Rounds, plan: Plan | None) -> Answer:
    """Count what an answer comes to, the settled rounds included and compared with what was possible from the start."""
    meal = course.meal
    return Answer(course, rounds, score(replace(meal, given=()), rounds), plan)


def _no_ids(book: Book) -> Callable[[Entity, int], int]:
    """Ids for rows that are never written."""
    free = count(max(book.seats, default=0) + 1)

    def reserve(_entity: Entity, number: int) -> int:
        first = next(free)
        for _ in range(number - 1):
            next(free)
        return first

    return reserve
