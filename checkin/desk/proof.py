"""Proof: the evening replayed from its journal, row by row, against what the database says.

The chain shows that no row was changed or taken out; every draw is made again from the seed; and the books that the
journal's edits build from nothing are compared with the rows of the database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from checkin.book import Book
from checkin.changes import Change, Entity, Kind
from checkin.commitment import commitment
from checkin.desk.arrivals import luck_of
from checkin.desk.outcomes import Proof
from checkin.model import Event, EventId, SeatId
from checkin.rows import from_row, to_row
from checkin.rulebook import Rulebook, present_of, tables_of
from checkin.seating import Draw, holds, replay
from checkin.store import Store, backup, journal

TIMES = 5
"""How often a journal that grows while it is read is read again."""

DRAWN = (Kind.ARRIVED, Kind.WALKED_IN)
"""Kinds whose draw is made again."""


def verify(store: Store, progress: Callable[[int], None] = lambda _rows: None) -> Proof:
    """Read the whole journal and see whether everything adds up.

    Where another station wrote meanwhile, what seems wrong may only be new, and all is read again.

    Args:
        store: The database.
        progress: Is told how many rows have been read.
    """
    for _ in range(TIMES):
        before = store.head()
        proof = _read(store, progress)
        if proof.sound or store.head() == before:
            break
    return proof


def _read(store: Store, progress: Callable[[int], None]) -> Proof:
    replayed = _Replay()
    last, rows, erased = journal.FIRST_HASH, 0, 0
    broken_at: int | None = None
    for row in store.journal_rows():
        rows += 1
        if broken_at is None and not _follows(row, last, rows):
            broken_at = int(row["seq"])
        last = str(row["hash"])
        erased += row["payload"] is None
        replayed.read(row)
        if rows % 500 == 0:
            progress(rows)
    seq, head = store.head()
    if broken_at is None and (seq, head) != (rows, last):
        broken_at = rows + 1
    differences, guests = _compare(store, replayed.books if replayed.whole else {})
    wrong, engine = tuple(replayed.wrong), backup.sound(store)
    return Proof(
        rows, broken_at, guests, replayed.draws, wrong, differences, engine, head, erased, replayed.commitments,
        tuple(replayed.wrong_commitments),
    )  # fmt: skip


class _Replay:
    """The books that the journal's rows build from nothing.

    Attributes:
        whole: Whether every row could be read and applied, so that the books may be compared.
    """

    def __init__(self) -> None:
        self.books: dict[int, Book] = {}
        self.whole = True
        self.draws = 0
        self.wrong: list[int] = []
        self.commitments = 0
        self.wrong_commitments: list[int] = []
        self._rulebook = Rulebook()

    def read(self, row: Mapping[str, Any]) -> None:
        """Apply one row; where somebody changed or removed one, it or a later one may have nothing to apply to."""
        try:
            change = journal.from_row(row)
            self.whole = self.whole and row["payload"] is not None
            if "draw" in change.facts and change.event_id in self.books and change.kind in DRAWN:
                self.draws += 1
                if not _draw_holds(change, self.books[change.event_id], self._rulebook):
                    self.wrong.append(change.seq)
            if change.kind is Kind.COMMITTED and change.event_id in self.books:
                self.commitments += 1
                if commitment(self.books[change.event_id]).to_facts() != change.facts:
                    self.wrong_commitments.append(change.seq)
            _apply(change, self.books)
        except (ValueError, TypeError, LookupError, AttributeError):
            self.whole = False


def _follows(row: dict[str, object], last: str, number: int) -> bool:
    return row["seq"] == number and journal.follows(row, last)


def _draw_holds(change: Change, book: Book, rulebook: Rulebook) -> bool:
    """Whether the draw comes out again for the room as it was, in its turn, and this guest was put there."""
    facts = change.facts["draw"]
    try:
        drawn = Draw.from_facts(facts)  # type: ignore[arg-type]
    except (KeyError, TypeError):
        return False
    chairs = (book.seats[SeatId(seat_id)] for seat_id in change.touches(Entity.SEAT) if seat_id in book.seats)
    seats = {seat.table_id for seat in chairs if seat.round == book.round}
    luck = luck_of(book)
    if (drawn.guest, drawn.counter) != (change.guest_id, book.arrived):
        return False
    rules = rulebook.rules(book)
    again = replay(drawn, tables_of(book, rules, luck), luck, rules, present_of(book))
    return seats == {drawn.table} and holds(drawn, luck) and again


def _apply(change: Change, books: dict[int, Book]) -> None:
    for edit in change.edits:
        if edit.entity is Entity.EVENT and edit.before is None and edit.after is not None:
            books[edit.id] = Book(from_row(Event, edit.after))
        elif edit.entity is Entity.EVENT and edit.after is None:
            books.pop(edit.id, None)
    if change.event_id in books:
        books[change.event_id].apply(change)


def _compare(store: Store, books: dict[int, Book]) -> tuple[tuple[str, ...], int]:
    """Rows that the database and the journal tell differently, and how many guests there are."""
    differences: list[str] = []
    guests = 0
    for event in store.events():
        book, _ = store.open_book(EventId(event.id))
        guests += len(book.guests)
        if event.id not in books:
            continue
        kept = {(type(row).__name__, row.id): to_row(row) for row in book.everything()}
        told = {(type(row).__name__, row.id): to_row(row) for row in books[event.id].everything()}
        differences += [
            f"{kind.lower()} {id_}"
            for kind, id_ in sorted(kept.keys() | told.keys())
            if kept.get((kind, id_)) != told.get((kind, id_))
        ]
    return tuple(differences[:100]), guests
