"""Enrolment: a list comes in once; the same again changes nothing; a newer one updates and takes nothing away."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.amending import Amendments
from checkin.book import Book
from checkin.changes import Change, Entity, Kind
from checkin.enrolment import Enrolment, enrol
from checkin.model import GONE, PROFILE, Companion, GuestId, Registration, SettingName, Standing
from checkin.rows import to_row
from checkin.tickets import is_ours, new_code
from tests.meals import NOW, Ids, guest, inside, meal

OURS = new_code(bytes(range(10)))


class Desk:
    """Takes lists into a book as the desk does."""

    def __init__(self, book: Book | None = None) -> None:
        """Begin with an empty list."""
        self.book = book or meal()
        self.ids = Ids()
        self.codes = (new_code((number << 8).to_bytes(10, "big")) for number in count(1))

    def take_in(self, *registrations: Registration) -> Enrolment:
        """Enrol people and turn the page."""
        enrolment = enrol(self.book, registrations, "test", lambda: next(self.codes), self.ids)
        before = list(self.book.everything())
        self.book.apply(enrolment.change)
        after = list(self.book.everything())
        self.book.apply(enrolment.change.inverse())
        assert list(self.book.everything()) == before
        self.book.apply(enrolment.change)
        assert list(self.book.everything()) == after
        return enrolment

    def names(self) -> list[str | None]:
        """Everybody on the list, in order."""
        return [who.name for _, who in sorted(self.book.guests.items())]


def line(number: int, name: str | None = "Ana Gil", /, **known: object) -> Registration:
    return Registration(row=number, key=f"order-{number}", name=name, **known)  # type: ignore[arg-type]


def test_everything_that_a_line_says_is_kept() -> None:
    said = line(
        7, "Ana Gil", given="Ana", family="Gil", email="ana@example.org", phone="600", company="Norte", role="CEO",
        sector="Vino", handle="@ana", offers="pan", seeks="queso", diet="vegan", note="VIP?", product="Full",
        step_free=True, standing=Standing.UNPAID, reason="pendiente", codes=("code-7",), answers=(("¿Talla?", "M"),),
    )  # fmt: skip
    desk = Desk()
    desk.take_in(said)
    (who,) = desk.book.guests.values()
    assert {name: getattr(who, name) for name in PROFILE} == {name: getattr(said, name) for name in PROFILE}
    assert (who.key, who.row, who.source, who.arrived) == ("order-7", 7, "test", False)
    assert json.loads(who.answers) == [["¿Talla?", "M"]]


def test_each_guest_has_the_platforms_codes_and_one_of_ours() -> None:
    desk = Desk()
    desk.take_in(line(1, codes=("a-1", "a-2")), line(2), line(3, codes=(OURS,)))
    held = [[ticket.code for ticket in desk.book.tickets_of(one)] for one in sorted(desk.book.guests)]
    assert held[0][:2] == ["a-1", "a-2"]
    assert [len(codes) for codes in held] == [3, 1, 1]
    assert is_ours(held[0][2])
    assert held[2] == [OURS]
    assert len({desk.book.our_code(one) for one in desk.book.guests}) == 3


def test_the_rows_of_a_list_are_counted_by_what_they_come_to() -> None:
    desk = Desk()
    desk.take_in(line(1), line(2), line(3, None))
    told = desk.take_in(
        line(1),
        line(2, company="Sur"),
        line(3, None, company="Este"),
        line(4, "Jon", companions=(Companion("Una"), Companion())),
        line(5, standing=Standing.CANCELLED, reason="reembolso"),
        line(6, None, standing=Standing.NOT_CONFIRMED),
    )
    assert (told.added, told.updated, told.unchanged, told.unnamed, told.companions) == (1, 1, 1, 1, 2)
    assert told.not_expected == ((5, "reembolso"), (6, "not_confirmed"))
    assert told.change.kind is Kind.IMPORTED
    assert told.change.facts == {"source": "test", "added": 1, "updated": 1, "unchanged": 1, "unnamed": 1}


@pytest.mark.parametrize("field", [name for name in PROFILE if name not in ("step_free", "standing")])
def test_a_newer_list_changes_the_field_and_nothing_else(field: str) -> None:
    desk = Desk()
    desk.take_in(line(1), line(2))
    before = dict(desk.book.guests)
    told = desk.take_in(line(1, **{field: "new"}) if field != "name" else line(1, "new"), line(2))
    (edit,) = told.change.edits
    assert (edit.entity, edit.after) == (Entity.GUEST, {field: "new"})
    first, second = sorted(desk.book.guests)
    assert to_row(desk.book.guests[first]) == {**to_row(before[first]), field: "new"}
    assert desk.book.guests[second] == before[second]


def test_a_line_that_has_gone_from_the_list_stays_with_us() -> None:
    desk = Desk()
    desk.take_in(line(1, "Ana"), line(2, "Eva"))
    assert desk.take_in(line(2, "Eva")).change.edits == ()
    assert desk.names() == ["Ana", "Eva"]


def test_a_note_of_the_staff_is_not_wiped_by_a_list_without_one() -> None:
    desk = Desk(meal(guest(1, "Ana", key="order-1", note="sits by the door")))
    assert desk.take_in(line(1, "Ana")).change.edits == ()
    desk.take_in(line(1, "Ana", note="celiac"))
    assert desk.book.guests[GuestId(1)].note == "celiac"


def test_an_arrival_a_seat_and_a_badge_outlive_a_newer_list() -> None:
    came = inside(1, "Ana", key="order-1", badge_printed_at=NOW, badge_print="abc", vip=True, blocked="no")
    desk = Desk(meal(came, codes=[(1, "code-1")], seated={(2, 1): 1}))
    desk.take_in(line(1, "Ana", standing=Standing.CANCELLED, codes=("code-1",)))
    assert desk.book.guests[GuestId(1)] == replace(came, standing=Standing.CANCELLED)
    assert desk.book.table_of(GuestId(1)) is not None


def test_a_name_given_at_the_door_outlives_a_list_that_still_has_none() -> None:
    desk = Desk(meal(inside(1, "Jon Rey", key="order-1")))
    assert desk.take_in(line(1, None)).change.edits == ()
    desk.take_in(line(1, None, company="Norte"))
    assert (desk.names(), desk.book.guests[GuestId(1)].company) == (["Jon Rey"], "Norte")


def test_a_ticket_issued_again_replaces_the_one_before_and_ours_stays() -> None:
    desk = Desk()
    desk.take_in(line(1, codes=("old",)))
    ours = desk.book.our_code(next(iter(desk.book.guests)))
    told = desk.take_in(line(1, codes=("new",)))
    assert (told.updated, told.unchanged) == (1, 0)
    held = {ticket.code: ticket.replaced for ticket in desk.book.tickets.values()}
    assert held == {"old": True, ours: False, "new": False}
    assert desk.take_in(line(1, codes=("new",))).change.edits == ()


def test_a_list_without_codes_takes_none_away() -> None:
    desk = Desk()
    desk.take_in(line(1, codes=("old",)))
    assert desk.take_in(line(1)).change.edits == ()
    assert not any(ticket.replaced for ticket in desk.book.tickets.values())


def test_companions_are_told_apart_by_their_place_and_named_when_the_list_knows() -> None:
    desk = Desk()
    desk.take_in(line(1, "Ana", companions=(Companion(), Companion("Jon"))))
    desk.take_in(line(1, "Ana", companions=(Companion("Una"), Companion("Jon"))))
    assert desk.names() == ["Ana", "Una", "Jon"]
    (host, *others) = sorted(desk.book.guests)
    assert [who.id for who in desk.book.companions_of(host)] == others


def test_a_companion_of_somebody_who_cancelled_is_not_expected_either() -> None:
    desk = Desk()
    desk.take_in(line(1, "Ana", standing=Standing.CANCELLED, companions=(Companion("Jon"),)))
    assert desk.book.expected == 0


@pytest.mark.parametrize("again", [1, 2, 3])
def test_a_list_that_names_somebody_more_than_once_goes_by_the_last_line(again: int) -> None:
    desk = Desk()
    lines = [line(1, "Ana", company=f"Casa {number}", codes=("a",)) for number in range(again + 1)]
    for _ in range(2):
        desk.take_in(*lines)
        (who,) = desk.book.guests.values()
        assert who.company == f"Casa {again}"
        assert len(desk.book.tickets) == 2


KEYS = st.integers(1, 4)
LINES = st.lists(
    st.builds(
        lambda number, name, company, codes, companions, standing: line(
            number, name, company=company, codes=codes, companions=companions, standing=standing
        ),
        KEYS,
        st.sampled_from([None, "Ana", "Eva"]),
        st.sampled_from(["", "Norte"]),
        st.lists(st.sampled_from(["a", "b", "c", OURS]), max_size=2, unique=True).map(tuple),
        st.lists(st.builds(Companion, st.sampled_from([None, "Jon"])), max_size=2).map(tuple),
        st.sampled_from(Standing),
    ),
    max_size=5,
    unique_by=lambda one: one.key,
)


@given(LINES, LINES)
def test_any_list_twice_is_the_list_once(first: list[Registration], second: list[Registration]) -> None:
    desk = Desk()
    for lines in (first, second):
        desk.take_in(*lines)
        told = desk.take_in(*lines)
        assert told.change.edits == ()
        assert (told.added, told.updated) == (0, 0)
        counted = told.added + told.updated + told.unchanged + told.unnamed + len(told.not_expected)
        assert counted == len(lines)


@given(LINES, LINES)
def test_no_list_takes_anybody_or_any_code_away(first: list[Registration], second: list[Registration]) -> None:
    desk = Desk()
    desk.take_in(*first)
    people, codes = set(desk.book.guests), {ticket.code for ticket in desk.book.tickets.values()}
    named = {one for one, who in desk.book.guests.items() if who.name is not None}
    desk.take_in(*second)
    assert people <= set(desk.book.guests)
    assert codes <= {ticket.code for ticket in desk.book.tickets.values()}
    assert all(desk.book.guests[one].name is not None for one in named)
    assert all(desk.book.our_code(one) for one in desk.book.guests)


def test_nothing_is_written_for_an_empty_list() -> None:
    told = Desk().take_in()
    assert (told.change, told.not_expected) == (
        Change(Kind.IMPORTED, (), {"source": "test", "added": 0, "updated": 0, "unchanged": 0, "unnamed": 0}),
        (),
    )


def test_a_name_given_at_the_door_outlives_a_file_that_names_the_ticket() -> None:
    came = inside(1, "Ana of the Door", key="order-1", named_here=True)
    book = meal(came)
    planned = enrol(
        book, [Registration(row=2, key="order-1", name="Ana of the File", company="Norte")], "x", str, Ids()
    )
    book.apply(planned.change)
    assert (book.guests[came.id].name, book.guests[came.id].company) == ("Ana of the Door", "Norte")


# --- again, with what the organizer says ---


def test_a_newer_list_tells_every_field_before_and_after() -> None:
    desk = Desk()
    desk.take_in(line(1, "Ana", company="Norte", diet="vegan"))
    (told,) = desk.take_in(line(1, "Ana", company="Sur", diet="")).otherwise
    assert {(one.name, one.old, one.new, one.kept) for one in told.differences} == {
        ("company", "Norte", "Sur", False),
        ("diet", "vegan", "", False),
    }


def test_names_whose_capitals_were_repaired_are_the_same_when_the_list_comes_again() -> None:
    desk = Desk()
    loud = line(1, "PILAR DE LA FUENTE", given="PILAR", family="DE LA FUENTE")
    desk.book.apply(enrol(desk.book, [loud], "test", lambda: "x", desk.ids, Amendments(capitals=True)).change)
    assert desk.names() == ["Pilar de la Fuente"]
    again = enrol(desk.book, [loud], "test", lambda: "y", desk.ids)
    assert (again.unchanged, again.change.edits) == (1, ())
    other = enrol(desk.book, [line(1, "PILAR DE LA FONT")], "test", lambda: "z", desk.ids)
    assert other.updated == 1


def test_what_was_corrected_here_stays_unless_the_list_is_to_rule() -> None:
    mine = {GuestId(1): frozenset({"company"})}
    newer = line(1, "Ana", company="Sur", role="CEO")
    desk = Desk(meal(guest(1, "Ana", key="order-1", company="Mine")))
    told = enrol(desk.book, [newer], "test", lambda: "x", Ids(), corrected=mine)
    assert [edit.after for edit in told.change.edits] == [{"role": "CEO"}]
    assert {(one.name, one.kept) for one in told.otherwise[0].differences} == {("role", False), ("company", True)}
    ruled = enrol(desk.book, [newer], "test", lambda: "x", Ids(), Amendments(overrule=True), mine)
    assert [edit.after for edit in ruled.change.edits] == [{"company": "Sur", "role": "CEO"}]


def test_who_is_on_the_list_no_more_is_told_and_marked_only_by_choice() -> None:
    came = inside(2, "Eva", key="order-2", source="test")
    desk = Desk(meal(guest(1, "Ana", key="order-1", source="test"), came, codes=[(2, "e")], seated={(2, 1): 2}))
    told = enrol(desk.book, [line(1, "Ana")], "test", lambda: "x", Ids())
    assert (told.gone, told.share, told.change.edits) == ((GuestId(2),), 0.5, ())
    marked = enrol(desk.book, [line(1, "Ana")], "test", lambda: "x", Ids(), Amendments(gone=True))
    desk.book.apply(marked.change)
    assert desk.book.guests[GuestId(2)] == replace(came, standing=Standing.NOT_CONFIRMED, reason=GONE)
    assert desk.book.table_of(GuestId(2)) is not None
    assert [ticket.code for ticket in desk.book.tickets_of(GuestId(2))] == ["e"]
    again = enrol(desk.book, [line(1, "Ana")], "test", lambda: "x", Ids(), Amendments(gone=True))
    assert (again.gone, again.change.edits) == ((), ())
    back = enrol(desk.book, [line(1, "Ana"), line(2, "Eva")], "test", lambda: "x", Ids(), Amendments(gone=True))
    desk.book.apply(back.change)
    assert desk.book.guests[GuestId(2)] == came


def test_people_of_another_list_and_walk_ins_are_not_gone() -> None:
    others = guest(1, "Ana", key="a", source="luma"), guest(2, "Eva", key="b", source="walk-in")
    assert enrol(meal(*others), [line(3)], "test", lambda: "x", Ids(), Amendments(gone=True)).gone == ()


def test_somebody_known_under_another_key_is_proposed_and_merged_only_when_told_so() -> None:
    desk = Desk()
    desk.take_in(line(1, "Ana Gil", email="a@example.org", codes=("old",), companions=(Companion("Jon"),)))
    newer = replace(line(5, "Gil, Ana María", email="A@example.org", codes=("new",)), companions=(Companion("Jon"),))
    told = enrol(desk.book, [newer], "test", lambda: "x", Ids())
    ana = next(iter(sorted(desk.book.guests)))
    assert (told.added, [(one.row, one.candidates) for one in told.doubts]) == (1, [(5, (ana,))])
    same = enrol(desk.book, [newer], "test", lambda: "x", desk.ids, Amendments(same={5: ana}))
    assert (same.added, same.updated, same.doubts) == (0, 1, ())
    desk.book.apply(same.change)
    assert desk.names() == ["Gil, Ana María", "Jon"]
    assert desk.book.by_code("old")[0].replaced
    assert desk.take_in(newer).change.edits == ()


def test_a_row_is_left_out_and_an_unnamed_one_is_named_before_anything_is_written() -> None:
    desk = Desk()
    choices = Amendments(names={2: "  Eva   Paz "}, skip=frozenset({1}))
    told = enrol(desk.book, [line(1), line(2, None)], "test", lambda: "x", Ids(), choices)
    assert (told.added, told.unnamed, told.left_out) == (1, 0, (1,))
    desk.book.apply(told.change)
    assert desk.names() == ["Eva Paz"]


def test_a_name_typed_here_is_not_lost_by_the_same_list_again() -> None:
    desk = Desk()
    desk.book.apply(enrol(desk.book, [line(2, None)], "test", lambda: "x", Ids(), Amendments(names={2: "Eva"})).change)
    assert desk.take_in(line(2, None)).change.edits == ()
    assert desk.names() == ["Eva"]


def test_whether_companions_sit_together_is_part_of_the_same_change() -> None:
    desk = Desk()
    told = enrol(desk.book, [line(1)], "test", lambda: "x", Ids(), Amendments(companions="apart"))
    desk.book.apply(told.change)
    assert desk.book.setting(SettingName.COMPANIONS) == "apart"
    assert enrol(desk.book, [line(1)], "test", lambda: "x", Ids(), Amendments(companions="apart")).change.edits == ()
