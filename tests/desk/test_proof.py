"""Proof: an evening adds up, every fault planted in it is named, and a guest's table can be explained."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sqlalchemy import text

from checkin import reasons
from checkin.changes import Change, Kind
from checkin.desk import Desk
from checkin.errors import NoSuchGuest, NotDrawn
from checkin.model import GuestId, Mode
from checkin.store import journal
from checkin.words import Words
from tests.evenings import arrive, code, desk_at, ids, lay, opened


def evening(desk: Desk) -> None:
    """Two events, arrivals, a move, an undo and a redo, a look, a walk-in."""
    lay(desk, 3, name="Abril")
    arrive(desk, [1])
    book = lay(desk, 9, "3x4", name="Mayo")
    arrive(desk, [1, 2, 3])
    desk.take_back(ids(book, 2)[0])
    desk.undo()
    desk.redo()
    arrive(desk, [4, 5])
    desk.scan(code(5), Mode.VERIFY)
    desk.walk_in("Eva Nogués")


def run(desk: Desk, statement: str, **values: object) -> None:
    with desk._store.engine.connect().execution_options(pen=True) as connection, connection.begin():
        assert connection.execute(text(statement), values).rowcount > 0


def row_of(desk: Desk, kind: Kind) -> int:
    """The last journal row of a kind."""
    return max(int(row["seq"]) for row in desk._store.journal_rows() if row["kind"] == str(kind))


def test_an_evening_adds_up(desk: Desk) -> None:
    evening(desk)
    proof = desk.verify()
    assert proof.sound
    assert (proof.rows, proof.head) == desk._store.head()
    assert (proof.guests, proof.draws) == (3 + 9 + 1, 1 + 5 + 1)


def test_an_empty_database_adds_up(desk: Desk) -> None:
    assert desk.verify().sound


def test_the_proof_tells_how_far_it_is(desk: Desk) -> None:
    lay(desk, 1)
    with desk._store.writing(0) as pen:
        for _ in range(1010):
            pen.write(Change(Kind.SCANNED, event_id=1), "", "north")
    told: list[int] = []
    assert desk.verify(told.append).sound
    assert told == [500, 1000]


def test_what_another_station_writes_meanwhile_is_no_fault(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    north, south = desk_at(address), desk_at(address, "south", seed=2)
    lay(north, 6)
    south.use()
    waiting = [1, 2]
    head = north._store.head

    def somebody_comes_first() -> tuple[int, str]:
        if waiting:
            arrive(south, [waiting.pop()])
        return head()

    monkeypatch.setattr(north._store, "head", somebody_comes_first)
    assert north.verify().sound
    assert waiting == []
    north.close()
    south.close()


# --- planted faults ---


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET payload = replace(payload, 'Puig', 'Roca') WHERE seq = :seq",
        "UPDATE journal SET payload = '{}' WHERE seq = :seq",
        "UPDATE journal SET payload = 'no json' WHERE seq = :seq",
        "UPDATE journal SET payload = '[1, 2]' WHERE seq = :seq",
        "UPDATE journal SET station = 'south' WHERE seq = :seq",
        "UPDATE journal SET at = '2026-11-21T00:00:00.000+00:00' WHERE seq = :seq",
        "UPDATE journal SET guest_id = 3 WHERE seq = :seq",
        "UPDATE journal SET kind = 'edited' WHERE seq = :seq",
        "UPDATE journal SET kind = 'nonsense' WHERE seq = :seq",
        "UPDATE journal SET event_id = NULL WHERE seq = :seq",
        "UPDATE journal SET digest = 'ab' WHERE seq = :seq",
        "UPDATE journal SET hash = 'ab' WHERE seq = :seq",
    ],
)
def test_a_changed_journal_row_is_named(desk: Desk, statement: str) -> None:
    evening(desk)
    seq = row_of(desk, Kind.IMPORTED)
    run(desk, statement, seq=seq)
    proof = desk.verify()
    assert (proof.sound, proof.broken_at) == (False, seq)


@pytest.mark.parametrize(
    "kind", [Kind.EVENT_CREATED, Kind.IMPORTED, Kind.ARRIVED, Kind.TAKEN_BACK, Kind.UNDONE, Kind.SCANNED]
)
def test_a_journal_row_taken_out_is_named_by_the_one_after_it(desk: Desk, kind: Kind) -> None:
    evening(desk)
    seq = row_of(desk, kind)
    run(desk, "DELETE FROM journal WHERE seq = :seq", seq=seq)
    proof = desk.verify()
    assert (proof.sound, proof.broken_at) == (False, seq + 1)


def test_a_journal_cut_short_is_named_where_it_ends(desk: Desk) -> None:
    evening(desk)
    rows, _ = desk._store.head()
    run(desk, "DELETE FROM journal WHERE seq > :seq", seq=rows - 2)
    assert desk.verify().broken_at == rows - 1
    assert not desk.verify().sound


def test_a_row_put_in_beside_the_chain_is_named(desk: Desk) -> None:
    evening(desk)
    rows, _ = desk._store.head()
    run(
        desk,
        "INSERT INTO journal SELECT :seq, event_id, at, station, kind, guest_id, undoes, undoable, payload, digest,"
        " hash FROM journal WHERE seq = 1",
        seq=rows + 1,
    )
    assert desk.verify().broken_at == rows + 1


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE seat SET guest_id = NULL WHERE id = :id", "seat"),
        ("UPDATE guest SET name = 'somebody else' WHERE id = :id", "guest"),
        ("UPDATE guest SET arrived_at = NULL WHERE id = :id", "guest"),
        ("UPDATE ticket SET code = 'forged' WHERE id = :id", "ticket"),
        ("DELETE FROM ticket WHERE id = :id", "ticket"),
        ("UPDATE room_table SET number = 77 WHERE id = :id", "table"),
        ("UPDATE event SET name = 'another' WHERE id = :id", "event"),
    ],
)
def test_a_row_that_is_otherwise_than_the_journal_says_is_named(desk: Desk, statement: str, named: str) -> None:
    evening(desk)
    book = opened(desk)
    (guest,) = ids(book, 1)
    seat = book.seat_of(guest)
    assert seat is not None
    row = {
        "seat": seat.id,
        "guest": guest,
        "ticket": book.tickets_of(guest)[0].id,
        "table": seat.table_id,
        "event": book.event.id,
    }[named]
    run(desk, statement, id=row)
    proof = desk.verify()
    assert (proof.sound, proof.broken_at, proof.differences) == (False, None, (f"{named} {row}",))


def _forge(desk: Desk, seq: int, change: Callable[[dict[str, object]], None]) -> None:
    """Change a draw in the journal and make the whole chain anew, as somebody with the program's source could."""
    last = journal.FIRST_HASH
    for row in list(desk._store.journal_rows()):
        if row["seq"] == seq:
            kept = json.loads(row["payload"])
            change(kept["facts"]["draw"])
            row["payload"] = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
            row["digest"] = journal.digest(row["payload"])
        row["hash"] = last = journal.chained(last, row)
        run(
            desk,
            "UPDATE journal SET payload = :payload, digest = :digest, hash = :hash WHERE seq = :seq",
            **{name: row[name] for name in ("payload", "digest", "hash", "seq")},
        )
    run(desk, "UPDATE head SET hash = :hash", hash=last)


@pytest.mark.parametrize(
    "change",
    [
        lambda draw: draw.update(value=(draw["value"] + 1) % draw["total"]),
        lambda draw: draw.update(table=draw["table"] % 3 + 1),
        lambda draw: draw.update(total=draw["total"] + 1),
        lambda draw: draw.update(guest=draw["guest"] + 1),
        lambda draw: draw.update(counter=draw["counter"] + 1),
        lambda draw: draw.update(layer=draw["layer"] + 1),
        lambda draw: draw["candidates"].pop(),
        lambda draw: draw["candidates"][0].__setitem__(2, 9),
        lambda draw: draw.clear(),
    ],
    ids=["value", "table", "total", "guest", "counter", "layer", "a candidate fewer", "odds", "nothing left"],
)
def test_a_forged_draw_is_named_though_the_chain_was_made_anew(
    desk: Desk, change: Callable[[dict[str, object]], None]
) -> None:
    evening(desk)
    seq = min(change.seq for change in desk._store.since(0) if change.kind is Kind.ARRIVED and change.event_id == 2)
    _forge(desk, seq, change)
    proof = desk.verify()
    assert (proof.sound, proof.broken_at, proof.wrong_draws) == (False, None, (seq,))


def test_a_draw_changed_in_place_is_named_twice(desk: Desk) -> None:
    evening(desk)
    seq = row_of(desk, Kind.ARRIVED)
    kept = json.loads(next(row for row in desk._store.journal_rows() if row["seq"] == seq)["payload"])
    kept["facts"]["draw"]["value"] += 1
    run(desk, "UPDATE journal SET payload = :payload WHERE seq = :seq", payload=json.dumps(kept), seq=seq)
    proof = desk.verify()
    assert (proof.broken_at, proof.wrong_draws) == (seq, (seq,))


# --- why ---


def test_a_table_is_explained_by_its_draw(desk: Desk) -> None:
    book = lay(desk, 9, "3x4")
    outcome = desk.scan(code(4))
    (guest,) = ids(book, 4)
    why = desk.why(guest)
    assert why.holds
    assert (why.draw, why.table, why.now, why.station) == (outcome.draw, outcome.table, outcome.table, "north")
    assert (why.at, why.moves) == (outcome.change.at if outcome.change else "", ())


def test_with_whom_somebody_sits_is_told_as_it_is_now(desk: Desk) -> None:
    book = lay(desk, 12, "2x6")
    arrive(desk, [1, 6, 11, 2])  # the first three are of one company, see ``row``
    one, same, third, other = ids(book, 1, 6, 11, 2)
    there, away = book.room()
    desk.unseat([one, same, third, other])
    desk.move([one, same, other], there.id)
    desk.move([third], away.id)
    assert desk.why(one).alike == {"company": 1}
    desk.move([third], there.id)
    assert desk.why(one).alike == {"company": 2}
    assert reasons.beside(desk.why(one).alike, 1, Words("en")) == ["At table 1 now: 2 of the same company."]
    assert reasons.beside(desk.why(other).alike, 1, Words("en")) == []


def test_every_move_since_is_told_in_order(desk: Desk) -> None:
    book = lay(desk, 9, "3x4")
    one, other, third = arrive(desk, [1, 2, 3])
    drawn = book.table_of(one)
    assert drawn is not None
    away = next(table for table in book.room() if table != drawn)
    desk.move([one], away.id)
    desk.unseat([one, other])
    desk.move([one, other], away.id)
    desk.swap(one, third)
    desk.undo()
    desk.swap(other, third)
    why = desk.why(one)
    assert [change.kind for change in why.moves] == [
        Kind.MOVED, Kind.UNSEATED, Kind.SEATED, Kind.SWAPPED, Kind.UNDONE
    ]  # fmt: skip
    assert (why.table, why.now) == (drawn.number, away.number)


def test_the_draw_that_is_in_force_is_the_one_explained(desk: Desk) -> None:
    book = lay(desk, 9, "1x1")
    first, second = ids(book, 1, 2)
    arrive(desk, [1])
    desk.take_back(first)
    with pytest.raises(NotDrawn):
        desk.why(first)
    arrive(desk, [2])
    assert desk.why(second).table == 1
    arrive(desk, [1])  # the only chair is taken by now, so nothing is drawn
    with pytest.raises(NotDrawn):
        desk.why(first)
    desk.undo()
    desk.undo()
    desk.undo()  # the first arrival stands again, with its draw
    assert desk.why(first).table == 1


def test_who_has_not_come_or_is_nobody_has_no_draw(desk: Desk) -> None:
    book = lay(desk, 3)
    with pytest.raises(NotDrawn):
        desk.why(ids(book, 1)[0])
    with pytest.raises(NoSuchGuest):
        desk.why(GuestId(99))


def test_a_row_that_has_lost_what_it_told_is_not_sound(desk: Desk) -> None:
    evening(desk)
    run(desk, "UPDATE journal SET payload = NULL WHERE seq = :seq", seq=4)
    proof = desk.verify()
    assert (proof.sound, proof.erased, proof.broken_at) == (False, 1, None)
