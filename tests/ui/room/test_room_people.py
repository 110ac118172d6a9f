"""Lists of people change row by row, and say so as Qt wants it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from checkin.model import GuestId
from checkin.ui.room.people import Line, People

ORDERS = st.lists(st.lists(st.integers(1, 12).map(GuestId), unique=True), max_size=6)


def _line(guest_id: GuestId) -> Line:
    return Line(
        guest_id,
        f"Guest <{guest_id}>",
        "Marea & Co.",
        "#000000",
        f"Guest {guest_id}, Marea",
        f"<qt>Guest {guest_id}</qt>",
    )


@given(ORDERS)
def test_a_list_shows_what_it_was_told_last(orders: list[list[GuestId]]) -> None:
    people = People(_line)
    QAbstractItemModelTester(people, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for order in orders:
        people.show(order)
        assert people.ids == tuple(order)
        assert [people.index(row).data() for row in range(people.rowCount())] == [f"Guest <{one}>" for one in order]


def test_one_person_leaving_takes_one_row_away() -> None:
    people = People(_line)
    people.show([GuestId(at) for at in range(3000)])
    gone: list[tuple[int, int]] = []
    people.rowsRemoved.connect(lambda _parent, first, last: gone.append((first, last)))
    people.show([GuestId(at) for at in range(3000) if at != 1234])
    assert gone == [(1234, 1234)]


def test_a_row_is_spoken_and_explained_whole() -> None:
    people = People(_line)
    people.show([GuestId(1)])
    assert people.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Guest 1, Marea"
    assert people.index(0).data(Qt.ItemDataRole.ToolTipRole) == "<qt>Guest 1</qt>"
