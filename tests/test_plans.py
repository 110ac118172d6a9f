"""Plans: what each wish comes to as edits, and why it cannot be."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.book import Book
from checkin.changes import Change, Edit, Entity, Kind
from checkin.claims import TableState
from checkin.door import NO_ANSWERS, Answers, Decision, State, Writes, spoken
from checkin.errors import AlreadyThere, CheckinError, NoSuchGuest, NotArrived, TableFull
from checkin.event_plans import new_event
from checkin.luck import Luck
from checkin.model import GuestId, TableId, TicketId
from checkin.plans import (
    Place,
    WalkIn,
    clear_rehearsal,
    door,
    edit_guest,
    move,
    printed,
    set_,
    swap,
    take_back,
    unseat,
    walk_in,
)
from checkin.rows import stamp
from checkin.seating import Draw, draw
from tests.meals import EARLIER, EVENT, NOW, Ids, guest, inside, meal

ANA, EVA, JON, UNA = (GuestId(number) for number in (1, 2, 3, 4))
STRANGER = GuestId(99)
ONE, TWO = TableId(1), TableId(2)


def lunch() -> Book:
    """Table 1: Ana and Eva, full; table 2 of three: Jon. Una has come and stands; Leo (5) has not come."""
    people = [inside(1, "Ana"), inside(2, "Eva"), inside(3, "Jon"), inside(4, "Una"), guest(5, "Leo")]
    return meal(*people, codes=[(5, "code-5")], seats=(2, 3), seated={(1, 1): 1, (1, 2): 2, (2, 1): 3})


def after(book: Book, change: Change) -> dict[int, list[str | None]]:
    """Who sits at each table once a change is made; taken back, everything is as before."""
    before = list(book.everything())
    book.apply(change)
    told = {table.number: [who.name for who in book.people_at(table.id)] for table in book.room()}
    told[0] = [who.name for who in book.to_seat()]
    book.apply(change.inverse())
    assert list(book.everything()) == before
    return told


# --- the room ---


def test_a_new_event_has_its_tables_numbered_and_its_chairs_free() -> None:
    change = new_event("Comida", "2026-11-21", "ab" * 32, [2, 3], NOW, Ids())
    event, *rest = change.edits
    assert (event.entity, event.before, change.event_id) == (Entity.EVENT, None, event.id)
    tables = [edit.after for edit in rest if edit.entity is Entity.TABLE]
    chairs = [edit.after for edit in rest if edit.entity is Entity.SEAT]
    assert [row["number"] for row in tables if row] == [1, 2]
    assert [(row["number"], row["guest_id"]) for row in chairs if row] == [(1, None), (2, None)] + [
        (number, None) for number in (1, 2, 3)
    ]
    assert len({edit.id for edit in rest}) == len(rest)


@pytest.mark.parametrize(
    ("people", "table", "expected"),
    [
        ([ANA], TWO, {1: ["Eva"], 2: ["Jon", "Ana"], 0: ["Una"]}),
        ([ANA, EVA], TWO, {1: [], 2: ["Jon", "Ana", "Eva"], 0: ["Una"]}),
        ([ANA, JON, ANA], TWO, {1: ["Eva"], 2: ["Jon", "Ana"], 0: ["Una"]}),
        ([UNA], TWO, {1: ["Ana", "Eva"], 2: ["Jon", "Una"], 0: []}),
        ([UNA, EVA], TWO, {1: ["Ana"], 2: ["Jon", "Una", "Eva"], 0: []}),
    ],
)
def test_people_move_to_the_free_chairs_of_a_table(
    people: list[GuestId], table: TableId, expected: dict[int, list[str]]
) -> None:
    change = move(lunch(), people, table)
    assert after(lunch(), change) == expected
    assert change.kind is (Kind.SEATED if people == [UNA] else Kind.MOVED)
    assert change.facts["table"] == 2


@pytest.mark.parametrize(
    ("act", "refusal"),
    [
        (lambda book: move(book, [JON], ONE), TableFull(1, 2)),
        (lambda book: move(book, [JON, UNA], ONE), TableFull(1, 2)),
        (lambda book: move(book, [ANA, EVA, UNA], TWO), TableFull(2, 3)),
        (lambda book: move(book, [ANA, EVA], ONE), AlreadyThere("Ana", 1)),
        (lambda book: move(book, [GuestId(5)], TWO), NotArrived("Leo")),
        (lambda book: move(book, [ANA, GuestId(5)], TWO), NotArrived("Leo")),
        (lambda book: move(book, [STRANGER], TWO), NoSuchGuest("99")),
        (lambda book: move(book, [], TWO), NotArrived("")),
        (lambda book: swap(book, ANA, ANA), AlreadyThere("Ana", 0)),
        (lambda book: swap(book, ANA, GuestId(5)), NotArrived("Leo")),
        (lambda book: swap(book, STRANGER, ANA), NoSuchGuest("99")),
        (lambda book: unseat(book, [UNA]), NotArrived("Una")),
        (lambda book: unseat(book, []), NotArrived("")),
        (lambda book: unseat(book, [STRANGER]), NoSuchGuest("99")),
        (lambda book: take_back(book, GuestId(5)), NotArrived("Leo")),
        (lambda book: take_back(book, STRANGER), NoSuchGuest("99")),
    ],
)
def test_what_cannot_be_done_says_why(act: Callable[[Book], Change], refusal: CheckinError) -> None:
    with pytest.raises(type(refusal)) as refused:
        act(lunch())
    assert vars(refused.value) == vars(refusal)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (ANA, JON, {1: ["Jon", "Eva"], 2: ["Ana"], 0: ["Una"]}),
        (ANA, EVA, {1: ["Eva", "Ana"], 2: ["Jon"], 0: ["Una"]}),
        (ANA, UNA, {1: ["Una", "Eva"], 2: ["Jon"], 0: ["Ana"]}),
        (UNA, JON, {1: ["Ana", "Eva"], 2: ["Una"], 0: ["Jon"]}),
    ],
)
def test_two_people_change_places(one: GuestId, other: GuestId, expected: dict[int, list[str]]) -> None:
    assert after(lunch(), swap(lunch(), one, other)) == expected
    assert after(lunch(), swap(lunch(), other, one)) == expected


def test_people_stand_up_and_an_arrival_is_taken_back_with_its_chair() -> None:
    assert after(lunch(), unseat(lunch(), [ANA, UNA, JON, ANA])) == {1: ["Eva"], 2: [], 0: ["Ana", "Jon", "Una"]}
    assert after(lunch(), take_back(lunch(), ANA)) == {1: ["Eva"], 2: ["Jon"], 0: ["Una"]}
    assert unseat(lunch(), [ANA]).guest_id == ANA
    assert unseat(lunch(), [ANA, EVA]).guest_id is None


PEOPLE = st.lists(st.integers(1, 6).map(GuestId), max_size=4)


@given(PEOPLE, st.sampled_from([ONE, TWO]))
def test_no_plan_seats_two_on_a_chair_or_anybody_twice(people: list[GuestId], table: TableId) -> None:
    book = lunch()
    plans: list[Callable[[], Change]] = [lambda: move(book, people, table), lambda: unseat(book, people)]
    if len(people) > 1:
        plans.append(lambda: swap(book, people[0], people[1]))
    for plan in plans:
        try:
            change = plan()
        except CheckinError:
            continue
        told = after(book, change)
        everybody = [name for names in told.values() for name in names]
        assert sorted(str(name) for name in everybody) == ["Ana", "Eva", "Jon", "Una"]
        assert len(told[1]) <= 2
        assert len(told[2]) <= 3


# --- the door ---


def drawn_for(book: Book, number: int) -> Draw | None:
    return draw(book.table_states(), guest=number, counter=book.arrived, luck=Luck(bytes(32), "x"))


def test_an_arrival_writes_the_guest_the_chair_and_the_draw() -> None:
    book = lunch()
    drawn = drawn_for(book, 5)
    assert drawn is not None
    decision = Decision(State.WELCOME, "code-5", "whole", GuestId(5), writes=Writes.ARRIVAL)
    change = door(book, decision, NO_ANSWERS, NOW, "north", Place(drawn))
    person, chair = change.edits
    assert person.after == {"arrival": 5, "arrived_at": stamp(NOW), "station": "north"}
    assert (chair.entity, chair.before, chair.after) == (Entity.SEAT, {"guest_id": None}, {"guest_id": 5})
    assert Draw.from_facts(change.facts["draw"]) == drawn  # type: ignore[arg-type]
    assert (change.facts["code"], change.facts["how"], change.facts["state"]) == ("code-5", "whole", "welcome")


def test_a_draw_for_a_table_that_has_filled_up_is_refused() -> None:
    book = lunch()
    stale = draw([TableState(1, 1, 2, 0)], guest=5, counter=0, luck=Luck(bytes(32), "x"))
    decision = Decision(State.WELCOME, "", "", GuestId(5), writes=Writes.ARRIVAL)
    with pytest.raises(TableFull):
        door(book, decision, NO_ANSWERS, NOW, "north", Place(stale))


@pytest.mark.parametrize(
    ("known", "said", "name"),
    [(None, " Jon  Rey ", "Jon Rey"), (None, "  ", None), ("Leo", "Jon Rey", "Leo"), (None, "\x00", None)],
)
def test_a_name_given_at_the_door_fills_a_gap_and_no_more(known: str | None, said: str, name: str | None) -> None:
    book = meal(guest(5, known))
    decision = Decision(State.WELCOME, "", "", GuestId(5), writes=Writes.ARRIVAL)
    book.apply(door(book, decision, Answers(name=said), NOW, "north", Place()))
    assert book.guests[GuestId(5)].name == name


def test_going_out_and_coming_back_write_one_column() -> None:
    book = lunch()
    gone = door(book, Decision(State.LEFT, "", "", ANA, writes=Writes.EXIT), NO_ANSWERS, NOW, "north", Place())
    assert (gone.kind, [edit.after for edit in gone.edits]) == (Kind.LEFT, [{"left_at": stamp(NOW)}])
    book.apply(gone)
    back = door(
        book, Decision(State.WELCOME_BACK, "", "", ANA, writes=Writes.RETURN), NO_ANSWERS, NOW, "north", Place()
    )
    assert (back.kind, [edit.after for edit in back.edits]) == (Kind.RETURNED, [{"left_at": None}])


@pytest.mark.parametrize("whom", [None, ANA])
def test_what_admits_nobody_is_a_line_in_the_log(whom: GuestId | None) -> None:
    decision = Decision(State.BLOCKED, "x", "whole", whom, overruled=(State.UNPAID,))
    change = door(lunch(), decision, NO_ANSWERS, NOW, "north", Place())
    assert (change.kind, change.edits, change.guest_id) == (Kind.SCANNED, (), whom)
    assert change.facts["overruled"] == ["unpaid"]


def test_a_walk_in_is_a_guest_with_a_ticket_of_ours() -> None:
    book = lunch()
    who = WalkIn(GuestId(50), TicketId(70), " Eva  Nogués ", "Marea", "BBBCB")
    change = walk_in(book, who, NOW, "north", Place(drawn_for(book, 50)))
    book.apply(change)
    came = book.guests[GuestId(50)]
    assert (came.name, came.company, came.arrival, came.event_id) == ("Eva Nogués", "Marea", 5, EVENT)
    assert book.our_code(came.id) == "BBBCB"
    assert book.table_of(came.id) is not None


@given(st.text())
def test_what_is_said_at_the_door_is_a_name_or_nothing(said: str) -> None:
    name = spoken(said)
    assert name == name.strip()
    assert len(name) <= 200
    assert "\n" not in name
    assert not {"Cc", "Cs"} & {unicodedata.category(sign) for sign in name}
    name.encode("utf-8")
    assert spoken(name) == name


# --- the rest ---


def test_an_edit_names_only_what_really_changes() -> None:
    who = guest(1, "Ana", company="Norte")
    assert edit_guest(who, name="Ana", company="Norte") is None
    edit = edit_guest(who, name="Ana", company="Sur")
    assert edit == Edit(Entity.GUEST, 1, {"company": "Norte"}, {"company": "Sur"})


def test_printing_remembers_what_each_badge_said_and_forgets_strangers() -> None:
    change = printed(lunch(), [(ANA, "abc"), (STRANGER, "def")], NOW)
    assert [(edit.id, edit.after) for edit in change.edits] == [
        (1, {"badge_printed_at": stamp(NOW), "badge_print": "abc"})
    ]
    assert not change.undoable


def test_a_setting_is_made_once_and_then_changed() -> None:
    book, ids = lunch(), Ids()
    for value in ("one", "two", "two"):
        change = set_(book, "pin", value, ids)
        assert not change.undoable
        book.apply(change)
        assert book.setting("pin") == value
    assert len(book.settings) == 1
    assert book.setting("another") == ""


def test_clearing_a_rehearsal_keeps_who_came_before_it() -> None:
    book = lunch()
    began = NOW - timedelta(minutes=5)
    book.apply(set_(book, "rehearsal", stamp(began), Ids()))
    before = list(book.everything())
    decision = Decision(State.WELCOME, "", "", GuestId(5), writes=Writes.ARRIVAL)
    book.apply(door(book, decision, NO_ANSWERS, NOW, "north", Place(drawn_for(book, 5))))
    book.apply(
        walk_in(book, WalkIn(GuestId(50), TicketId(70), "Eva", "", "x"), NOW, "north", Place(drawn_for(book, 50)))
    )
    book.apply(printed(book, [(ANA, "abc"), (GuestId(5), "abc"), (GuestId(50), "abc")], NOW))
    assert began > EARLIER
    book.apply(clear_rehearsal(book, began, "rehearsal"))
    assert book.setting("rehearsal") == ""
    assert [kept for kept in book.everything() if kept not in before] == list(book.settings.values())
    assert len(list(book.everything())) == len(before)
