"""The room's plans: tables that come, go, change and stand elsewhere, and what never happens to anybody by it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin import furniture, landmarks, rooms
from checkin.book import Book
from checkin.changes import Change, Entity
from checkin.errors import CheckinError, NotARoom, RoomImpossible, TableInUse, TooFewSeats
from checkin.furniture import Wanted
from checkin.landmarks import Landmark, LandmarkKind
from checkin.model import GuestId, Rule, RuleId, RuleKind, Seat, SeatId, SettingName, Shape, TableId
from checkin.phrases import label, refusal
from checkin.plans import set_
from checkin.round_plans import Itinerary, itinerary
from checkin.words import Words
from tests.meals import EVENT, Ids, inside, meal

ONE, TWO, THREE = TableId(1), TableId(2), TableId(3)
t = Words("en")


def room() -> Book:
    """Tables of 4, 4 and 2: Ana and, on the last chair, Eva; Jon in round 2; nobody."""
    people = [inside(1, "Ana"), inside(2, "Eva"), inside(3, "Jon")]
    book = meal(*people, seats=(4, 4, 2), seated={(1, 1): 1, (1, 4): 2})
    chairs = [(ONE, 4), (TWO, 4), (THREE, 2)]
    seats = [(table, number) for table, size in chairs for number in range(1, size + 1)]
    for at, (table, number) in enumerate(seats, 100):
        who = GuestId(3) if (table, number) == (TWO, 3) else None
        book._put(Seat(SeatId(at), EVENT, table, 2, number, who))
    return book


def made(book: Book, change: Change) -> Book:
    """The book after a change, which taken back leaves everything as it was."""
    before = list(book.everything())
    book.apply(change)
    book.apply(change.inverse())
    assert list(book.everything()) == before
    book.apply(change)
    return book


def sizes(book: Book, round_: int = 1) -> dict[int, int]:
    return {table.number: len(book.seats_at(table.id, round_)) for table in book.room()}


def named(book: Book, change: Change) -> str:
    return label(change, book, t)


def test_new_tables_go_on_counting_and_have_chairs_in_every_round() -> None:
    change = furniture.add_tables(room(), 2, Shape.LONG, 6, Ids(), [(100.0, 50.0)])
    book = made(room(), change)
    assert sizes(book, 1) == sizes(book, 2) == {1: 4, 2: 4, 3: 2, 4: 6, 5: 6}
    four, five = book.table_number(4), book.table_number(5)
    assert four is not None
    assert five is not None
    assert (four.shape, four.x, four.y, five.x, five.y) == (Shape.LONG, 100.0, 50.0, 0.0, 0.0)
    assert named(book, change) == "2 tables added"


def test_an_empty_table_goes_with_its_chairs_of_every_round() -> None:
    change = furniture.remove_tables(room(), [THREE])
    book = made(room(), change)
    assert sizes(book) == {1: 4, 2: 4}
    assert not [seat for seat in book.seats.values() if seat.table_id == THREE]
    assert named(book, change) == "Table 3 removed"


def test_a_table_where_somebody_sits_in_any_round_stays_and_the_refusal_names_them() -> None:
    for tables, words in (([THREE, ONE], "Table 1 stays: Ana, Eva would lose"), ([TWO], "Table 2 stays: Jon would")):
        with pytest.raises(TableInUse) as refused:
            furniture.remove_tables(room(), tables)
        assert refusal(refused.value, t).startswith(words)


def test_a_table_that_a_rule_needs_stays() -> None:
    book = room()
    book._put(Rule(RuleId(1), EVENT, RuleKind.HOST, "2", THREE))
    with pytest.raises(TableInUse) as refused:
        furniture.remove_tables(book, [THREE])
    assert refusal(refused.value, t) == "Table 3 stays: a rule has Eva there."


def test_growing_adds_chairs_in_every_round() -> None:
    change = furniture.change_tables(room(), [ONE], Wanted(seats=6), Ids())
    book = made(room(), change)
    assert sizes(book, 1)[1] == sizes(book, 2)[1] == 6
    assert named(book, change) == "Table 1: 6 seats"
    assert named(book, change.inverse()) == "Table 1: 6 seats"


def test_shrinking_drops_free_chairs_and_moves_up_only_whom_it_must() -> None:
    book = made(room(), furniture.change_tables(room(), [ONE, TWO], Wanted(seats=2), Ids()))
    assert [seat.guest_id for seat in book.seats_at(ONE, 1)] == [1, 2]
    assert [seat.guest_id for seat in book.seats_at(TWO, 2)] == [None, 3]
    assert sizes(book, 1) == sizes(book, 2) == {1: 2, 2: 2, 3: 2}


def test_nobody_loses_a_chair_to_a_smaller_table() -> None:
    with pytest.raises(TooFewSeats) as refused:
        furniture.change_tables(room(), [TWO, ONE], Wanted(seats=1), Ids())
    assert refusal(refused.value, t).startswith("Table 1 cannot have 1 seats: 2 people sit there in round 1.")


def test_a_number_is_swapped_with_the_table_that_has_it() -> None:
    change = furniture.change_tables(room(), [ONE], Wanted(number=3, name="  Terraza  "), Ids())
    book = made(room(), change)
    assert {table.id: table.number for table in book.tables.values()} == {ONE: 3, TWO: 2, THREE: 1}
    assert book.tables[ONE].name == "Terraza"
    assert named(book, change) == "Table 1: now number 3, “Terraza”"
    for edit in change.edits:  # never two tables of one number on the way
        if edit.entity is Entity.TABLE and edit.after and "number" in edit.after:
            assert edit.before is not None


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Wanted(number=0), "number"), (Wanted(number=10_000), "number"), (Wanted(seats=0), "no_seats"),
        (Wanted(seats=1001), "many_seats"),
    ],
)  # fmt: skip
def test_what_no_room_has_is_refused(wanted: Wanted, why: str) -> None:
    with pytest.raises(RoomImpossible) as refused:
        furniture.change_tables(room(), [ONE], wanted, Ids())
    assert refused.value.why == why
    with pytest.raises(RoomImpossible):
        furniture.change_tables(room(), [ONE, TWO], Wanted(number=8), Ids())
    with pytest.raises(RoomImpossible):
        furniture.place_tables(room(), {ONE: (float("nan"), 0.0)})
    with pytest.raises(RoomImpossible):
        furniture.add_tables(room(), 0, Shape.ROUND, 8, Ids())
    with pytest.raises(RoomImpossible):
        furniture.add_tables(room(), 2001, Shape.ROUND, 8, Ids())


def test_tables_are_placed_together_and_by_themselves_again() -> None:
    change = furniture.place_tables(room(), {ONE: (100, 200), TWO: (400, 200)}, named=[TWO])
    book = made(room(), change)
    assert (book.tables[TWO].x, book.tables[TWO].y, book.tables[THREE].x) == (400.0, 200.0, 0.0)
    assert named(book, change) == "Table 2 placed"
    back = furniture.place_tables(book, dict.fromkeys(book.tables, furniture.NOWHERE))
    assert named(book, back) == "Tables placed by themselves"
    assert {edit.id for edit in back.edits} == {ONE, TWO}


def test_an_itinerary_that_nobody_holds_goes_without_the_table() -> None:
    book = meal(inside(1), seats=(4, 4, 4))
    book.apply(itinerary(book, 2, Ids()))
    made(book, furniture.remove_tables(book, [TWO]))
    way = Itinerary.of(book)
    assert way is not None
    assert way.tables == (ONE, THREE)


# --- landmarks ---


def test_landmarks_are_kept_and_taken_back() -> None:
    stage = Landmark(LandmarkKind.STAGE, 300.0, -100.0, 600.0, 200.0)
    book = room()
    change = landmarks.set_landmarks(book, [stage], Ids())
    assert landmarks.landmarks_of(made(book, change)) == (stage,)
    assert change.undoable
    assert not landmarks.set_landmarks(book, [stage], Ids()).edits
    book.apply(landmarks.set_landmarks(book, [], Ids()))
    assert landmarks.landmarks_of(book) == ()
    for wrong in (float("inf"), 5.0, 9000.0):
        with pytest.raises(RoomImpossible):
            landmarks.set_landmarks(book, [Landmark(LandmarkKind.BAR, 0, 0, wrong, 50)], Ids())


def test_landmarks_that_another_version_wrote_do_not_shut_the_room() -> None:
    book = room()
    book.apply(set_(book, SettingName.LANDMARKS, '[{"kind": "fountain"}]', Ids()))
    assert landmarks.landmarks_of(book) is None


# --- saved rooms ---


def test_a_saved_room_comes_back_from_its_file() -> None:
    book = room()
    book.apply(furniture.place_tables(book, {ONE: (120.5, 80), TWO: (400, 80)}))
    book.apply(landmarks.set_landmarks(book, [Landmark(LandmarkKind.BAR, 0, 0, 300, 60)], Ids()))
    saved = rooms.room_of(book, "Salón")
    assert rooms.from_bytes(rooms.to_bytes(saved), "a.json") == saved


def test_a_room_is_used_without_moving_anybody() -> None:
    other = meal(seats=(1, 6, 6))
    other.apply(furniture.change_tables(other, [THREE], Wanted(number=9, name="Terraza", shape=Shape.LONG), Ids()))
    saved = rooms.room_of(other, "Salón")
    book = room()
    people = {seat.guest_id: seat.table_id for seat in book.seats.values() if seat.guest_id and seat.round == 1}
    change = rooms.use_room(book, saved, Ids())
    made(book, change)
    assert sizes(book, 1) == sizes(book, 2) == {1: 2, 2: 6, 9: 6}
    assert (change.facts["kept"], change.facts["larger"]) == ([], [1])
    assert {s.guest_id: s.table_id for s in book.seats.values() if s.guest_id and s.round == 1} == people
    assert named(book, change) == "Room “Salón”"


def test_a_table_with_people_that_the_room_has_not_is_kept_and_named() -> None:
    book = room()
    change = rooms.use_room(book, rooms.room_of(meal(seats=(4,)), "Small"), Ids())
    made(book, change)
    assert change.facts["kept"] == [2]
    assert sizes(book) == {1: 4, 2: 4}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xfe", "no_json"), (b"[1, 2]", "no_room"), (b'{"what": "sobremesa-room", "version": 2}', "newer"),
        (b'{"what": "sobremesa-room", "version": 1}', "damaged"), (b"[" * 100_000, "no_json"),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_room_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(NotARoom) as refused:
        rooms.from_bytes(content, "x.json")
    assert refused.value.why == why
    assert refusal(refused.value, t).startswith("“x.json” was not used:")


@given(st.sampled_from(["number", "seats", "shape", "x", "name"]), st.one_of(st.integers(), st.text(), st.none()))
def test_a_room_with_anything_in_it_is_a_room_or_refused(field: str, value: object) -> None:
    told = json.loads(rooms.to_bytes(rooms.room_of(room(), "Salón")))
    told["tables"][0][field] = value
    content = json.dumps(told).encode()
    try:
        again = rooms.from_bytes(content, "x.json")
    except NotARoom:
        return
    made(book := room(), rooms.use_room(book, again, Ids()))


# --- whatever is done ---

ACTS = st.one_of(
    st.tuples(st.just("add"), st.integers(1, 3), st.integers(1, 6)),
    st.tuples(st.just("remove"), st.integers(1, 8), st.just(0)),
    st.tuples(st.just("seats"), st.integers(1, 8), st.integers(1, 7)),
    st.tuples(st.just("number"), st.integers(1, 8), st.integers(1, 9)),
    st.tuples(st.just("place"), st.integers(1, 8), st.integers(-500, 500)),
    st.tuples(st.just("use"), st.integers(1, 4), st.integers(1, 5)),
    st.tuples(st.just("undo"), st.just(0), st.just(0)),
)


def act(book: Book, what: str, one: int, other: int, ids: Ids) -> Change:
    table = book.table_number(one)
    if what == "add":
        return furniture.add_tables(book, one, Shape.SQUARE, other, ids)
    if what == "use":
        return rooms.use_room(book, rooms.room_of(meal(seats=(other,) * one), "r"), ids)
    if table is None:
        raise RoomImpossible("no_tables")
    if what == "remove":
        return furniture.remove_tables(book, [table.id])
    if what == "place":
        return furniture.place_tables(book, {table.id: (other, one)})
    wanted = Wanted(seats=other) if what == "seats" else Wanted(number=other)
    return furniture.change_tables(book, [table.id], wanted, ids)


@settings(max_examples=150, deadline=None)
@given(st.lists(ACTS, max_size=25))
def test_whatever_is_done_to_the_room_numbers_stay_unique_seats_even_and_people_seated(
    acts: list[tuple[str, int, int]],
) -> None:
    book, ids = room(), Ids()
    first = list(book.everything())
    seated = {(seat.round, seat.guest_id) for seat in book.seats.values() if seat.guest_id}
    done: list[Change] = []
    for what, one, other in acts:
        if what == "undo":
            if done:
                book.apply(done.pop().inverse())
            continue
        try:
            change = act(book, what, one, other, ids)
        except CheckinError:
            continue
        book.apply(change)
        done.append(change)
        numbers = [table.number for table in book.tables.values()]
        assert len(numbers) == len(set(numbers))
        assert min(numbers) > 0
        assert sizes(book, 1) == sizes(book, 2)
        assert {(seat.round, seat.guest_id) for seat in book.seats.values() if seat.guest_id} == seated
        for table in book.room():
            assert [s.number for s in book.seats_at(table.id)] == [*range(1, len(book.seats_at(table.id)) + 1)]
    while done:
        book.apply(done.pop().inverse())
    assert list(book.everything()) == first
