"""The book: after any changes it answers as a book opened on the same rows would."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.claims import TableState
from checkin.model import GuestId, Standing, TableId, TicketId
from checkin.rows import to_row
from tests.meals import EARLIER, guest, inside, meal, tickets


def answers(book: Book) -> list[object]:
    """Everything that a book can be asked."""
    people = sorted(book.guests)
    return [
        [to_row(kept) for kept in book.everything()],
        (book.expected, book.arrived, book.inside, book.next_arrival, sorted(book.shapes)),
        [who.id for who in book.to_seat()],
        [who.id for who in book.last_arrivals(3)],
        [(book.code_of(one), book.our_code(one), book.display_name(one)) for one in people],
        [[who.id for who in book.companions_of(one)] for one in people],
        [[ticket.id for ticket in book.tickets_of(one)] for one in people],
        [None if (table := book.table_of(one)) is None else table.number for one in people],
        [[who.id for who in book.people_at(table.id)] for table in book.room()],
        [None if (seat := book.free_seat(table.id)) is None else seat.number for table in book.room()],
        book.table_states(),
        [[ticket.id for ticket in book.by_code(key)] for key in ("code-1", "code-2", "code-3", "shared")],
        sorted(hit.id for hit in book.find("ana")),
    ]


def opened_anew(book: Book) -> Book:
    """A book opened on what this one holds."""
    return Book(
        book.event, book.guests.values(), book.tickets.values(), book.tables.values(), book.seats.values()
    )  # fmt: skip


def start() -> Book:
    """Six people, two of them in, at two tables."""
    people = [guest(n, f"Ana {n}") for n in range(1, 5)] + [inside(5, "Eva 5"), inside(6, "Eva 6")]
    codes = [(n, f"code-{n}") for n in range(1, 7)]
    return meal(*people, codes=codes, seats=(2, 3), seated={(1, 1): 5, (2, 1): 6})


GUESTS = st.integers(1, 6)
PATCHES = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from([None, "Ana Gil", "Ona Roca"]),
        "standing": st.sampled_from([str(standing) for standing in Standing]),
        "companion_of": st.none() | GUESTS,
        "vip": st.booleans(),
    },
)
ARRIVALS = st.sampled_from(["arrives", "leaves", "was never here"])


def _patch(book: Book, entity: Entity, row: int, after: dict[str, object]) -> Edit:
    shelf = {Entity.GUEST: book.guests, Entity.TICKET: book.tickets, Entity.SEAT: book.seats}[entity]
    now = to_row(shelf[row])  # type: ignore[index]
    return Edit(entity, row, {name: now[name] for name in after}, after)  # type: ignore[arg-type]


def _life(book: Book, number: int, what: str) -> Edit:
    moment = "2026-11-21T19:10:00.000+00:00"
    lives: dict[str, dict[str, object]] = {
        "arrives": {"arrival": book.guests[GuestId(number)].arrival or book.next_arrival, "arrived_at": moment},
        "leaves": {"left_at": moment},
        "was never here": {"arrival": None, "arrived_at": None, "left_at": None},
    }
    after = lives[what]
    return _patch(book, Entity.GUEST, number, after)


ACTS = ["patch", "life", "sit", "rise", "swap", "ticket", "new ticket"]


@st.composite
def edits(draw: st.DrawFn, book: Book) -> list[Edit]:
    """One sensible act, as edits on this book."""
    act, number = draw(st.sampled_from(ACTS)), draw(GUESTS)
    free = [seat.id for seat in book.seats.values() if seat.guest_id is None]
    taken = [seat for seat in book.seats.values() if seat.guest_id is not None]
    done: list[Edit] = []
    if act == "patch":
        after: dict[str, object] = {**draw(PATCHES)}
        done.append(_patch(book, Entity.GUEST, number, after))
    elif act == "life":
        done.append(_life(book, number, draw(ARRIVALS)))
    elif act == "sit" and free and book.seat_of(GuestId(number)) is None:
        done.append(_patch(book, Entity.SEAT, draw(st.sampled_from(free)), {"guest_id": number}))
    elif act == "rise" and taken:
        done.append(_patch(book, Entity.SEAT, draw(st.sampled_from(taken)).id, {"guest_id": None}))
    elif act == "swap" and len(taken) > 1:
        done += [
            _patch(book, Entity.SEAT, taken[0].id, {"guest_id": taken[1].guest_id}),
            _patch(book, Entity.SEAT, taken[1].id, {"guest_id": taken[0].guest_id}),
        ]
    elif act == "ticket":
        done.append(_patch(book, Entity.TICKET, number, {"replaced": draw(st.booleans())}))
    elif act == "new ticket":
        (ticket,) = tickets([(number, draw(st.sampled_from(["shared", "code-2"])))])
        fresh = replace(ticket, id=TicketId(max(book.tickets) + 1))
        done.append(Edit(Entity.TICKET, fresh.id, None, to_row(fresh)))
    return done


@given(st.data())
def test_a_book_kept_up_to_date_answers_as_one_opened_anew(data: st.DataObject) -> None:
    book = start()
    stages = [answers(book)]
    changes = []
    for _ in range(data.draw(st.integers(1, 8))):
        change = Change(Kind.EDITED, tuple(data.draw(edits(book))))
        book.apply(change)
        changes.append(change)
        stages.append(answers(book))
        assert answers(opened_anew(book)) == stages[-1]
        assert answers(book.copy()) == stages[-1]
    for change, stage in zip(reversed(changes), reversed(stages[:-1]), strict=True):
        book.apply(change.inverse())
        assert answers(book) == stage


def test_a_guest_with_everything_comes_and_goes_without_a_trace() -> None:
    book = start()
    before = answers(book)
    who = guest(9, "Ana Nova", companion_of=GuestId(1))
    (ticket,) = tickets([(9, "shared")])
    whole = (
        Edit(Entity.GUEST, 9, None, to_row(who)),
        Edit(Entity.TICKET, 90, None, to_row(replace(ticket, id=TicketId(90)))),
        Edit(Entity.SEAT, 2, {"guest_id": None}, {"guest_id": 9}),
    )
    change = Change(Kind.WALKED_IN, whole)
    book.apply(change)
    assert [hit.id for hit in book.find("nova")] == [9]
    assert book.by_code("shared")[0].guest_id == 9
    book.apply(change.inverse())
    assert answers(book) == before


def _numbers(states: Iterable[TableState]) -> list[int]:
    return [state.number for state in states]


def test_closed_and_reserved_tables_take_no_part_in_the_draw() -> None:
    book = start()
    for column, table in (("open", 1), ("reserved", 2)):
        value = column == "reserved"
        edit = Edit(Entity.TABLE, table, {column: not value}, {column: value})
        book.apply(Change(Kind.EDITED, (edit,)))
        assert table not in _numbers(book.table_states())
        book.apply(Change(Kind.EDITED, (edit,)).inverse())
    assert _numbers(book.table_states()) == [1, 2]


def test_who_is_counted_on() -> None:
    away = inside(4, left_at=EARLIER, standing=Standing.CANCELLED)
    book = meal(guest(1), guest(2, standing=Standing.UNPAID), inside(3, standing=Standing.CANCELLED), away)
    assert (book.expected, book.arrived, book.inside) == (3, 2, 1)
    assert book.next_arrival == 5


def test_the_code_that_is_shown_is_the_platforms_and_the_one_that_is_printed_ours() -> None:
    book = meal(guest(1), codes=[(1, "ours"), (1, "old"), (1, "new")], replaced=["old"])
    book.apply(Change(Kind.EDITED, (Edit(Entity.TICKET, 1, {"ours": False}, {"ours": True}),)))
    assert (book.code_of(GuestId(1)), book.our_code(GuestId(1))) == ("new", "ours")
    assert meal(guest(1)).code_of(GuestId(1)) == ""


def test_a_table_is_known_by_its_number() -> None:
    book = start()
    table = book.table_number(2)
    assert table is not None
    assert table.id == TableId(2)
    assert book.table_number(7) is None
