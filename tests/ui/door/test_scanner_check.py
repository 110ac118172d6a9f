"""Every wrong setting of a scanner is named: nine layouts, Caps Lock, end keys, pace, lost signs, prefixes."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin import tickets
from checkin.keyboards import _KEYS, FOREIGN, SHIFT_LOCKING, Layout
from checkin.ui.door.burst import PACE, SILENCE, TAIL
from checkin.ui.door.scanner_check import TEST_CODE, Diagnosis, End, Fault, diagnose, is_one_scan
from tests.garbling import caps_locked, typed

ENDS = (End.ENTER, End.TAB, End.NONE)
US = Layout.US


def check(received: str, end: End = End.ENTER, gap: int = 8) -> Diagnosis:
    return diagnose(received, [gap] * (len(received) - 1 + bool(end)), end)


def scan(scanner: Layout = US, laptop: Layout = US, *, caps: bool = False, text: str = TEST_CODE) -> str:
    """What arrives when the test code is scanned."""
    arrived = typed(text, scanner=scanner, laptop=laptop)
    assert arrived is not None
    return caps_locked(arrived) if caps else arrived


def shift_locked(scanner: Layout, laptop: Layout) -> str:
    """What arrives on a laptop whose Caps Lock shifts every key."""
    other = _KEYS[scanner][47:] + _KEYS[scanner][:47]
    flipped = "".join(sign if sign == " " else other[_KEYS[scanner].index(sign)][0] for sign in TEST_CODE)
    return scan(scanner, laptop, text=flipped)


def faults(keyboard: bool, caps: bool, end: End) -> tuple[Fault, ...]:
    said = ((Fault.KEYBOARD, keyboard), (Fault.CAPS_LOCK, caps), (Fault.NO_END, end is End.NONE))
    return tuple(fault for fault, stands in said if stands)


# --- layouts, Caps Lock, end keys ---


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("layout", list(Layout))
def test_a_scanner_that_is_set_as_the_laptop_is_all_right(layout: Layout, end: End) -> None:
    found = check(scan(layout, layout), end)
    assert found.faults == faults(False, False, end)
    assert found.works


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("caps", [False, True])
@pytest.mark.parametrize("laptop", FOREIGN)
def test_a_us_scanner_on_a_foreign_laptop_is_named_and_works(laptop: Layout, caps: bool, end: End) -> None:
    found = check(scan(US, laptop, caps=caps), end)
    assert found.faults == faults(True, caps, end)
    assert (found.scanner, found.laptop) == (US, laptop)
    assert found.works


ALIKE = {Layout.LATAM: Layout.ES, Layout.IT: Layout.ES}
"""Scanners that type a ticket with the same keys as a likelier one."""


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("caps", [False, True])
@pytest.mark.parametrize("scanner", [layout for layout in FOREIGN if layout is not Layout.GB])
def test_a_foreign_scanner_on_a_us_laptop_is_named(scanner: Layout, caps: bool, end: End) -> None:
    found = check(scan(scanner, US, caps=caps), end)
    assert found.faults == faults(True, caps, end)
    assert (found.scanner, found.laptop) == (ALIKE.get(scanner, scanner), US)
    assert found.works or caps


def test_a_british_and_a_us_keyboard_differ_the_same_way_round_and_both_work() -> None:
    assert scan(Layout.GB, US) == scan(US, Layout.GB)
    assert check(scan(Layout.GB, US)).works


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("layout", list(Layout))
def test_caps_lock_is_named_where_the_keyboards_agree(layout: Layout, end: End) -> None:
    found = check(scan(layout, layout, caps=True), end)
    assert found.faults == faults(False, True, end)
    assert found.works


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("laptop", SHIFT_LOCKING)
def test_caps_lock_that_shifts_every_key_is_named(laptop: Layout, end: End) -> None:
    same = check(shift_locked(laptop, laptop), end)
    assert same.faults == faults(False, True, end)
    other = check(shift_locked(US, laptop), end)
    assert other.faults == faults(True, True, end)
    assert other.laptop is laptop
    assert other.works


@pytest.mark.parametrize(("scanner", "laptop"), [pair for pair in product(FOREIGN, FOREIGN) if pair[0] is not pair[1]])
@pytest.mark.parametrize("caps", [False, True])
def test_two_foreign_keyboards_are_seen_wherever_a_ticket_would_come_out_otherwise(
    scanner: Layout, laptop: Layout, caps: bool
) -> None:
    found = check(scan(scanner, laptop, caps=caps))
    differ = scan(scanner, laptop) != TEST_CODE
    assert found.faults == faults(differ, caps, End.ENTER)
    if differ:
        assert scan(found.scanner, found.laptop) == scan(scanner, laptop)


@pytest.mark.parametrize("caps", [False, True])
@pytest.mark.parametrize(("scanner", "laptop"), list(product(Layout, Layout)))
def test_what_is_said_to_work_is_what_the_door_would_find(scanner: Layout, laptop: Layout, caps: bool) -> None:
    received = scan(scanner, laptop, caps=caps)
    there = tickets.key(TEST_CODE) in [candidate.key for candidate in tickets.candidates(received)]
    found = check(received)
    assert found.works is there
    assert caps or found.mended is there


# --- letters and marks ---


@pytest.mark.parametrize("laptop", list(Layout))
@pytest.mark.parametrize(
    ("text", "fault"), [(TEST_CODE.upper(), Fault.CAPITALS), (TEST_CODE.lower(), Fault.SMALL_LETTERS)]
)
def test_a_scanner_that_makes_all_letters_of_one_size_is_named(laptop: Layout, text: str, fault: Fault) -> None:
    found = check(scan(US, laptop, text=text))
    assert fault in found.faults
    assert Fault.CAPS_LOCK not in found.faults
    assert (Fault.KEYBOARD in found.faults) is (laptop is not US)
    assert found.works


@pytest.mark.parametrize("laptop", [layout for layout in Layout if layout not in (Layout.DE, Layout.CH)])
def test_a_shift_that_is_lost_is_named(laptop: Layout) -> None:
    unshifted = TEST_CODE.lower().translate(str.maketrans(':"?_+', ";'/-="))
    found = check(scan(US, laptop, text=unshifted))
    assert found.faults[0] is Fault.SHIFT
    assert not found.works


def test_a_shift_that_is_lost_only_now_and_then_is_named_too() -> None:
    found = check(TEST_CODE.replace(":", ";").replace("Q", "q"))
    assert found.faults == (Fault.SHIFT,)


# --- signs that are missing, doubled, or around the code ---


@pytest.mark.parametrize("laptop", list(Layout))
def test_first_letters_that_are_lost_are_said(laptop: Layout) -> None:
    found = check(scan(US, laptop)[3:])
    assert (found.faults[0], found.lost, found.added) == (Fault.LOST, "Sob", "")
    assert found.laptop is laptop
    assert not found.works


@pytest.mark.parametrize("laptop", list(Layout))
def test_a_repeated_sign_that_a_remote_desktop_drops_is_said(laptop: Layout) -> None:
    found = check(scan(US, laptop, text=TEST_CODE.replace("222", "2")))
    assert (found.faults[0], found.lost) == (Fault.LOST, "22")


def test_doubled_signs_are_said() -> None:
    found = check("".join(sign * 2 for sign in TEST_CODE))
    assert found.faults == (Fault.ADDED,)
    assert found.added == TEST_CODE
    assert not found.works


@pytest.mark.parametrize("laptop", list(Layout))
def test_the_name_of_the_symbology_is_no_trouble(laptop: Layout) -> None:
    found = check(scan(US, laptop, text="]Q1" + TEST_CODE))
    assert Fault.SYMBOLOGY in found.faults
    assert Fault.BEFORE not in found.faults
    assert found.before == "]Q1"
    assert found.works


@pytest.mark.parametrize("laptop", list(Layout))
def test_any_other_prefix_or_suffix_is_trouble(laptop: Layout) -> None:
    before, after = check(scan(US, laptop, text=f"A-{TEST_CODE}")), check(scan(US, laptop, text=f"{TEST_CODE}%%"))
    assert (Fault.BEFORE in before.faults, before.before) == (True, "A-")
    assert (Fault.AFTER in after.faults, after.after) == (True, "%%")
    assert not before.works
    assert not after.works


@pytest.mark.parametrize(
    "text", ["", "x", "BBBCBDBFBGBHBJBKBLBT", "https://luma.com/check-in/evt-1?pk=g-yQ1", "ñ" * 30]
)
def test_another_code_is_called_another_code(text: str) -> None:
    found = diagnose(text, [8] * len(text), End.ENTER)
    assert Fault.OTHER_CODE in found.faults
    assert not found.works


@given(st.text(max_size=60), st.lists(st.integers(0, 2000), max_size=60), st.sampled_from(End))
def test_nothing_that_arrives_is_too_strange(text: str, gaps: list[int], end: End) -> None:
    found = diagnose(text, gaps, end)
    assert list(found.faults) == [fault for fault in Fault if fault in found.faults]
    assert found.faults or found.works


# --- pace ---


@pytest.mark.parametrize("laptop", list(Layout))
@pytest.mark.parametrize("end", ENDS)
def test_a_scanner_slower_than_the_door_takes_is_named(laptop: Layout, end: End) -> None:
    found = check(scan(US, laptop), end, gap=PACE + 20)
    assert Fault.SLOW in found.faults
    assert found.pace == PACE + 20
    assert found.found
    assert not found.works


@pytest.mark.parametrize("end", ENDS)
def test_a_scanner_just_fast_enough_is_all_right(end: End) -> None:
    assert check(TEST_CODE, end, gap=PACE).works


def test_a_scanner_that_stops_half_way_is_named() -> None:
    found = diagnose(TEST_CODE, [5] * 12 + [SILENCE + 50] + [5] * 15, End.ENTER)
    assert found.faults == (Fault.HALTING,)
    assert found.longest == SILENCE + 50
    assert not found.works


def test_the_end_key_does_not_count_as_pace() -> None:
    found = diagnose(TEST_CODE, [5] * 27 + [280], End.ENTER)
    assert (found.pace, found.longest, found.faults) == (5, 5, ())


def test_an_end_key_that_comes_when_the_door_has_gone_on_is_none() -> None:
    found = diagnose(TEST_CODE, [5] * 27 + [TAIL + 1], End.ENTER)
    assert (found.faults, found.works) == ((Fault.NO_END,), True)


@given(st.lists(st.integers(0, PACE), min_size=5, max_size=80), st.sampled_from(End))
def test_whatever_keeps_the_pace_is_one_scan(gaps: list[int], end: End) -> None:
    assert is_one_scan([*gaps, 5] if end else gaps, end)


def test_typing_is_no_scan() -> None:
    assert not is_one_scan([120] * 28, End.ENTER)
    assert not is_one_scan([8] * 3, End.ENTER)


# --- the code itself ---


@pytest.mark.parametrize("layout", list(Layout))
def test_every_layout_can_type_the_test_code(layout: Layout) -> None:
    assert typed(TEST_CODE, scanner=layout, laptop=layout) == TEST_CODE


def test_scanned_at_the_door_the_test_code_is_no_ticket() -> None:
    assert tickets.classify(TEST_CODE, ["A:20"]) is tickets.Unknown.NOT_A_TICKET
