"""Writing: one transaction a change, nothing on a row that has moved, nobody in two seats, a journal in a chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from checkin.changes import Change, Edit, Entity, Kind, Value
from checkin.errors import CannotSave, StaleChange
from checkin.event_plans import new_event
from checkin.model import PROFILE, EventId, Guest, GuestId, Standing
from checkin.plans import blank_guest
from checkin.rows import Whole, columns, from_row, to_row
from checkin.store import Pen, Store, edits, journal
from tests.evenings import pages
from tests.meals import NOW

AT = "2026-11-21T19:30:00.000+00:00"
SEED = "ab" * 32


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """A database with an event of two tables for two and three guests, nobody seated."""
    opened = Store.open(address)
    with opened.writing(0) as pen:
        pen.write(new_event("Comida", "", SEED, [2, 2], NOW, pen.reserve), AT, "north")
        people = [
            blank_guest(GuestId(pen.reserve(Entity.GUEST)), EventId(1), key=f"row-{n}", name=f"Ana {n}")
            for n in (1, 2, 3)
        ]
        pen.write(Change(Kind.IMPORTED, tuple(_new(who) for who in people), event_id=1), AT, "north")
    yield opened
    opened.close()


def _new(who: Guest) -> Edit:
    return Edit(Entity.GUEST, who.id, None, to_row(who))


def sit(seat: int, guest: int | None, before: int | None = None) -> Edit:
    return Edit(Entity.SEAT, seat, {"guest_id": before}, {"guest_id": guest})


def write(store: Store, *changed: Edit, kind: Kind = Kind.MOVED, station: str = "north") -> Change:
    with store.writing(0) as pen:
        return pen.write(Change(kind, changed, event_id=1), AT, station)


def everything(store: Store) -> tuple[list[dict[str, Any]], list[dict[str, Any]], tuple[int, str]]:
    book, _ = store.open_book(EventId(1))
    return pages(book), list(store.journal_rows()), store.head()


def seats(store: Store) -> dict[int, int | None]:
    book, _ = store.open_book(EventId(1))
    return {seat.id: seat.guest_id for seat in book.seats.values()}


# --- every edit checks its before ---

GUEST_NOW: dict[str, Any] = dict(to_row(blank_guest(GuestId(1), EventId(1), key="row-1", name="Ana 1")))


NUMBERS = {"event_id", "row", "companion_of", "arrival"}


def _otherwise(column: str) -> Value:
    value = GUEST_NOW[column]
    if isinstance(value, bool):
        return not value
    return 7 if column in NUMBERS else "other"


@pytest.mark.parametrize("column", [name for name in columns(Guest) if name != "id"])
def test_a_column_that_is_otherwise_than_the_change_expects_stops_it(store: Store, column: str) -> None:
    before = everything(store)
    first = sit(1, 2)
    with pytest.raises(StaleChange) as refused:
        write(store, first, Edit(Entity.GUEST, 1, {column: _otherwise(column)}, {column: GUEST_NOW[column]}))
    assert (refused.value.entity, refused.value.id) == ("guest", 1)
    assert everything(store) == before


@pytest.mark.parametrize(
    "edit",
    [
        sit(1, 1, before=2),
        sit(1, None, before=1),
        sit(99, 1),
        Edit(Entity.GUEST, 99, {"name": "Ana"}, {"name": "Eva"}),
        Edit(Entity.GUEST, 1, {"name": None}, {"name": "Eva"}),
        Edit(Entity.GUEST, 1, {**GUEST_NOW, "name": "other"}, None),
        Edit(Entity.GUEST, 99, {**GUEST_NOW, "id": 99}, None),
        Edit(Entity.GUEST, 1, None, GUEST_NOW),
        Edit(Entity.TABLE, 1, {"x": 1.5}, {"x": 2.5}),
        Edit(Entity.TABLE, 1, {"open": False}, {"open": True}),
        Edit(Entity.EVENT, 1, {"opens": AT}, {"opens": None}),
        Edit(Entity.EVENT, 1, {"name": "another"}, {"name": "Cena"}),
    ],
)
def test_an_edit_of_a_row_that_has_moved_writes_nothing_at_all(store: Store, edit: Edit) -> None:
    before = everything(store)
    with pytest.raises(StaleChange):
        write(store, sit(2, 3), edit)
    assert everything(store) == before


def test_an_edit_lands_with_its_journal_row(store: Store) -> None:
    written = write(store, Edit(Entity.GUEST, 1, {"name": "Ana 1"}, {"name": "Eva"}), kind=Kind.EDITED)
    assert (written.seq, written.at, written.station) == (3, AT, "north")
    assert store.change(3) == written
    assert store.since(2) == [written]
    book, seq = store.open_book(EventId(1))
    assert (book.guests[GuestId(1)].name, seq) == ("Eva", 3)


def test_a_plan_that_raises_leaves_nothing_and_the_next_one_works(store: Store) -> None:
    before = everything(store)

    def fail_half_way() -> None:
        with store.writing(0) as pen:
            pen.reserve(Entity.GUEST)
            pen.write(Change(Kind.MOVED, (sit(1, 1),), event_id=1), AT, "north")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert everything(store) == before
    assert write(store, sit(1, 1)).seq == 3


def test_half_a_character_cannot_be_saved_and_nothing_is(store: Store) -> None:
    before = everything(store)
    with pytest.raises(CannotSave):
        write(store, sit(1, 1), Edit(Entity.GUEST, 2, {"name": "Ana 2"}, {"name": "Ana \ud800"}))
    assert everything(store) == before


# --- seats ---


def test_people_change_places_whatever_the_order_of_the_edits(store: Store) -> None:
    write(store, sit(1, 1), sit(3, 2))
    write(store, sit(1, None, before=1), sit(3, None, before=2), sit(3, 1), sit(1, 2))
    assert seats(store) == {1: 2, 2: None, 3: 1, 4: None}
    write(store, sit(1, 1, before=2), sit(3, 2, before=1))
    assert seats(store) == {1: 1, 2: None, 3: 2, 4: None}
    write(store, sit(2, 1), sit(1, 3, before=1))
    assert seats(store) == {1: 3, 2: 1, 3: 2, 4: None}


def test_nobody_gets_a_second_seat(store: Store) -> None:
    write(store, sit(1, 1))
    before = everything(store)
    with pytest.raises(StaleChange):
        write(store, sit(4, 1))
    assert everything(store) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE seat SET guest_id = 1 WHERE id = 2",
        "UPDATE seat SET guest_id = 1",
        "UPDATE seat SET guest_id = 99 WHERE id = 2",
        "INSERT INTO seat VALUES (90, 1, 1, 1, 1, 2)",
        "INSERT INTO seat VALUES (90, 1, 1, 1, 2, NULL)",
        "INSERT INTO seat VALUES (90, 1, 1, 1, 9, 1)",
        "INSERT INTO seat VALUES (90, 1, 77, 1, 1, 2)",
        "INSERT INTO seat VALUES (1, 1, 1, 1, 9, 2)",
        "INSERT INTO seat SELECT id + 50, event_id, table_id, round, number, guest_id FROM seat",
        "UPDATE seat SET table_id = 1",
        "DELETE FROM guest WHERE id = 1",
        "DELETE FROM room_table WHERE id = 1",
        "UPDATE guest SET arrival = 1",
        "UPDATE guest SET key = 'row-1'",
        "UPDATE room_table SET number = 1",
        "UPDATE ticket SET guest_id = 99",
    ],
)
def test_no_statement_seats_a_guest_twice_or_more_people_than_chairs(store: Store, statement: str) -> None:
    ticket: dict[str, Value] = {"id": 1, "event_id": 1, "guest_id": 1, "code": "x", "ours": True, "replaced": False}
    write(store, sit(1, 1), Edit(Entity.TICKET, 1, None, ticket))
    before = everything(store)
    with store.engine.connect().execution_options(pen=True) as connection, pytest.raises(IntegrityError):
        connection.execute(text(statement))
    assert everything(store) == before


# --- ids ---


def test_ids_are_set_aside_once_even_when_their_rows_go(store: Store) -> None:
    with store.writing(0) as pen:
        first = pen.reserve(Entity.GUEST)
        who = blank_guest(GuestId(first), EventId(1), key="late", name="Eva")
        imported = pen.write(Change(Kind.IMPORTED, (_new(who),), event_id=1), AT, "north")
    with store.writing(imported.seq) as pen:
        pen.write(imported.inverse(), AT, "north")
    with store.writing(0) as pen:
        assert (pen.reserve(Entity.GUEST, 5), pen.reserve(Entity.GUEST)) == (first + 1, first + 6)
        assert pen.reserve(Entity.TICKET) == 1


def test_ids_of_a_transaction_that_failed_are_free_again(store: Store) -> None:
    taken = []

    def fail_half_way() -> None:
        with store.writing(0) as pen:
            taken.append(pen.reserve(Entity.GUEST))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with store.writing(0) as pen:
        assert [pen.reserve(Entity.GUEST)] == taken


# --- the journal ---


def test_each_row_carries_the_hash_of_the_one_before(store: Store) -> None:
    for guest in (1, 2, 3):
        write(store, sit(guest, guest), station=f"door {guest}")
    last = journal.FIRST_HASH
    rows = list(store.journal_rows())
    for number, row in enumerate(rows, 1):
        assert row["seq"] == number
        assert row["digest"] == journal.digest(row["payload"])
        assert row["hash"] == journal.chained(last, row)
        last = row["hash"]
    assert store.head() == (len(rows), last)


@pytest.mark.parametrize(
    ("column", "value"),
    [("seq", 9), ("event_id", 2), ("at", "x"), ("station", "x"), ("kind", "x"), ("guest_id", 9), ("undoes", 9),
     ("digest", "x")],
)  # fmt: skip
def test_the_hash_covers_everything_but_the_payload_that_may_be_erased(
    store: Store, column: str, value: object
) -> None:
    row = next(store.journal_rows())
    assert journal.chained(journal.FIRST_HASH, {**row, column: value}) != row["hash"]


def test_a_change_comes_back_from_the_journal_as_it_was_written(store: Store) -> None:
    facts = {"code": "ñ→🍷\u0000\u2028", "draw": {"table": 1, "odds": [1, 2.5, None, True]}}
    change = Change(Kind.SCANNED, (), facts, guest_id=2, event_id=1, undoes=1)
    with store.writing(0) as pen:
        written = pen.write(change, AT, "puerta sur")
    assert store.change(written.seq) == replace(change, seq=written.seq, at=AT, station="puerta sur")
    assert [line.undoable for line in store.lines(EventId(1))] == [False, True, False]


def _crowd(pen: Pen, count: int) -> list[Guest]:
    """So many new people, no two alike, with letters of several scripts and every kind of column filled somewhere."""
    return [
        blank_guest(
            GuestId(pen.reserve(Entity.GUEST)),
            EventId(1),
            key=f"crowd-{n}",
            name=None if n % 7 == 0 else ("Begoña", "杨强", 'Ana "la del \\" 🍷', "O'Neill")[n % 4],
            step_free=n % 3 == 0,
            standing=list(Standing)[n % len(Standing)],
            arrived_at=NOW if n % 5 == 0 else None,
            answers='[["¿Qué?", "ñ"]]',
        )
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [1, journal.MANY - 1, journal.MANY, edits.MANY, edits.AT_ONCE + 1])
def test_however_many_new_people_are_kept_told_and_taken_back_alike(store: Store, count: int) -> None:
    before = everything(store)[0]
    with store.writing(0) as pen:
        people = _crowd(pen, count)
        arrived = tuple(Edit(Entity.GUEST, who.id, None, Whole(who)) for who in people)
        written = pen.write(Change(Kind.IMPORTED, arrived, {"source": "x"}, event_id=1), AT, "north")
    book, _ = store.open_book(EventId(1))
    assert [book.guests[who.id] for who in people] == people
    told = store.change(written.seq)
    assert told == written
    assert all(journal.follows(row, last) for row, last in _chain(store))
    with store.writing(written.seq) as pen:
        pen.write(replace(told.inverse(), event_id=1), AT, "north")
    assert everything(store)[0] == before


def test_one_of_many_who_has_changed_keeps_all_of_them(store: Store) -> None:
    with store.writing(0) as pen:
        people = _crowd(pen, edits.AT_ONCE + 20)
        came = tuple(Edit(Entity.GUEST, who.id, None, Whole(who)) for who in people)
        written = pen.write(Change(Kind.IMPORTED, came, event_id=1), AT, "north")
    other = people[edits.AT_ONCE + 7].id
    write(store, Edit(Entity.GUEST, other, {"company": ""}, {"company": "Norte"}))
    before = everything(store)
    with pytest.raises(StaleChange) as stale, store.writing(written.seq) as pen:
        pen.write(written.inverse(), AT, "north")
    assert stale.value.id == other
    assert everything(store) == before


def test_many_new_people_of_an_older_version_that_knew_fewer_columns_are_kept(store: Store) -> None:
    with store.writing(0) as pen:
        people = _crowd(pen, edits.MANY)
        rows = [{name: value for name, value in to_row(who).items() if name != "linkedin"} for who in people]
        came = tuple(Edit(Entity.GUEST, int(who.id), None, row) for who, row in zip(people, rows, strict=True))
        pen.write(Change(Kind.REDONE, came, event_id=1), AT, "north")
    book, _ = store.open_book(EventId(1))
    assert [book.guests[who.id] for who in people] == people


def _chain(store: Store) -> list[tuple[dict[str, Any], str]]:
    rows = list(store.journal_rows())
    return list(zip(rows, [journal.FIRST_HASH, *(row["hash"] for row in rows)], strict=False))


def test_a_row_that_is_no_copy_reads_like_one() -> None:
    who = blank_guest(GuestId(3), EventId(1), key="k", name="Ana", arrived_at=NOW)
    assert Whole(who) == to_row(who)
    assert dict(Whole(who)) == to_row(who)
    assert list(Whole(who)) == list(columns(Guest))
    assert from_row(Guest, Whole(who)) is who
    assert Whole(who).get("nothing") is None


def test_many_rows_are_read_in_order(store: Store) -> None:
    with store.writing(0) as pen:
        for _ in range(1203):
            pen.write(Change(Kind.SCANNED, event_id=1), AT, "north")
    assert [row["seq"] for row in store.journal_rows()] == list(range(1, 1206))


def test_a_writer_hears_what_was_written_since_it_last_looked(store: Store) -> None:
    written = [write(store, sit(guest, guest), station="south") for guest in (1, 2)]
    with store.writing(2) as pen:
        assert pen.missed == written
    with store.writing(4) as pen:
        assert pen.missed == []


def test_profile_columns_are_those_of_a_guest() -> None:
    assert set(PROFILE) <= set(columns(Guest))
