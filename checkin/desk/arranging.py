"""Rules, wishes, tables and rounds: the part of the desk that arranges the evening."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from checkin import plans, round_plans, tie_plans
from checkin.book import Book
from checkin.changes import Change, Kind
from checkin.commitment import Commitment, commitment
from checkin.commitment_sheet import commitment_pdf
from checkin.desk import planning
from checkin.desk.ledger import Ledger
from checkin.desk.outcomes import PrintReport
from checkin.desk.printing import keep
from checkin.errors import NoSuchRound
from checkin.model import GuestId, RuleId, RuleKind, SettingName, TableId
from checkin.rounds import Plan
from checkin.rulebook import Course, Ways, course_of
from checkin.score import Rounds, Score, score
from checkin.seating import OPEN_UP, PURE
from checkin.store import Pen
from checkin.words import Words


class Arranging:
    """What a desk can arrange."""

    _ledger: Ledger

    # --- rules and wishes ---

    def add_rule(self, kind: RuleKind, people: Sequence[GuestId], table_id: TableId | None = None) -> Change:
        """Keep people together or apart, or give them a table of their own.

        Raises:
            RuleImpossible: It could never be kept, or another rule says the contrary.
            NoSuchGuest: One of the people is unknown.
        """
        return self._ledger.write(lambda book, pen: tie_plans.rule(book, kind, people, table_id, pen.reserve))

    def drop_rule(self, rule_id: RuleId) -> Change:
        """Take a rule away; seats that it held are free again.

        Raises:
            NoSuchRule: There is none with that id.
        """
        return self._ledger.write(lambda book, _pen: tie_plans.drop_rule(book, rule_id))

    def add_wish(self, guest_id: GuestId, other_id: GuestId) -> Change:
        """Somebody wants to meet another; no file takes that back."""
        return self._ledger.write(lambda book, pen: tie_plans.wish(book, guest_id, other_id, pen.reserve))

    def drop_wish(self, guest_id: GuestId, other_id: GuestId) -> Change:
        """Somebody wants to meet another no more."""
        return self._ledger.write(lambda book, _pen: tie_plans.drop_wish(book, guest_id, other_id))

    # --- how the draw weighs ---

    def open_up(self, ways: Ways | None = None) -> Change:
        """Draw tables where a guest knows nobody more often from now on, by the ways given or the usual ones."""
        self.remember()

        def plan(book: Book, pen: Pen) -> Change:
            change = tie_plans.mode(book, OPEN_UP)
            told = plans.set_(book, SettingName.OPEN_UP, ways.to_text(), pen.reserve).edits if ways else ()
            return replace(change, edits=(*change.edits, *told))

        return self._ledger.write(plan)

    def draw_purely(self) -> Change:
        """Leave everything to luck from now on."""
        return self._ledger.write(lambda book, _pen: tie_plans.mode(book, PURE))

    def remember(self) -> Change | None:
        """Take in who has met whom at the other events of this database; None where nothing is new."""
        self._ledger.catch_up()
        pairs = self._ledger.store.met_elsewhere(self._ledger.opened().event.id)
        if not tie_plans.remember(self._ledger.opened(), pairs, lambda _entity, _count: -1).edits:
            return None
        return self._ledger.write(lambda book, pen: tie_plans.remember(book, pairs, pen.reserve))

    def commit(self) -> Commitment:
        """Fix seed, list, plan and rules before the doors open; the figure is written to the journal and returned."""
        self.remember()
        made: list[Commitment] = []

        def plan(book: Book, _pen: Pen) -> Change:
            made[:] = [commitment(book)]
            return Change(Kind.COMMITTED, (), made[0].to_facts())

        self._ledger.write(plan)
        return made[0]

    def print_commitment(self, path: Path, t: Words) -> PrintReport:
        """Fix everything as it is and write the figure as a sheet to be hung at the door.

        Raises:
            CannotSave: The file could not be written; what was there is still there.
        """
        told, event = self.commit(), self._ledger.opened().event
        return keep(path, commitment_pdf(told, event_name=event.name, at=self._ledger.clock(), t=t))

    def committed(self) -> Change | None:
        """The first commitment that was made for the event, or None."""
        return self._ledger.store.first_of(self._ledger.opened().event.id, Kind.COMMITTED)

    # --- rounds ---

    def give_itineraries(self, rounds: int) -> Change:
        """Give everybody who comes from now on their tables of all rounds; 1 for not any more.

        Raises:
            NoSuchRound: More rounds than an evening has.
        """
        return self._ledger.write(lambda book, pen: round_plans.itinerary(book, rounds, pen.reserve))

    def score(self) -> Score:
        """How good the rounds are that have been seated so far, beside what was possible."""
        book = self._ledger.opened()
        meal = course_of(book, book.round, book.round).meal
        return score(replace(meal, given=()), meal.given)  # beside what was possible from the start

    def course(self, rounds: int) -> Course:
        """What a search for the rounds after the one being seated, up to ``rounds``, has to know.

        Raises:
            NoSuchRound: Fewer rounds than have been seated, or more than an evening has.
        """
        book = self._ledger.opened()
        if not book.round < rounds <= round_plans.MOST_ROUNDS:
            raise NoSuchRound(rounds)
        return course_of(book, rounds, book.round)

    def search_rounds(
        self,
        rounds: int,
        *,
        seconds: float,
        seed: int,
        better: Callable[[Rounds], None] = lambda _rounds: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> tuple[Course, Plan]:
        """Search for the rounds after the one that is being seated, up to ``rounds``; nothing is written.

        Args:
            rounds: How many there are to be in all.
            seconds: Of a processor.
            seed: Of the search's own luck.
            better: Is told the first complete answer, and better ones now and then.
            stopped: Whether somebody has asked to stop; the best so far is the answer.

        Raises:
            NoSuchRound: Fewer rounds than have been seated, or more than an evening has.
            SearchFailed: The process that searches ended without an answer.
        """
        course = self.course(rounds)
        return course, planning.search(course.meal, seconds=seconds, seed=seed, better=better, stopped=stopped)

    def take_plan(self, course: Course, rounds: Rounds, begin: int | None = None) -> Change:
        """Write the rounds of a plan, as one change; those that have been seated stay as they are.

        Args:
            course: What the plan was made for.
            rounds: The plan.
            begin: The round that is seated from now on, within the same change; none where it is left out.
        """

        def plan(book: Book, pen: Pen) -> Change:
            change = round_plans.planned(book, course, rounds, course.meal.first_open, pen.reserve)
            return change if begin is None else round_plans.with_begin(book, change, begin, pen.reserve)

        return self._ledger.write(plan)

    def begin_round(self, round_: int) -> Change:
        """Seat another round from now on: everybody is where its plan has them.

        Raises:
            NoSuchRound: It is not planned.
        """
        return self._ledger.write(lambda book, pen: round_plans.begin(book, round_, pen.reserve))
