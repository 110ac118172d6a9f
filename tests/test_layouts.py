"""Every ticket of every sample, scanned on a keyboard that the scanner was not set to, finds its guest and no other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from checkin.book import Book
from checkin.door import read
from checkin.enrolment import enrol
from checkin.intake import registrations
from checkin.keyboards import FOREIGN, Layout
from checkin.tickets import new_code
from tests.garbling import caps_locked, typed
from tests.meals import Ids, meal

SAMPLES = sorted((Path(__file__).parent / "data" / "samples").iterdir())


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.name)
def book(request: pytest.FixtureRequest) -> Book:
    """A sample's guests with their platform's codes and ours."""
    numbers = count(1)
    empty = meal()
    taken = registrations.read(request.param)
    change = enrol(empty, taken.registrations, taken.format, lambda: new_code(_bytes(next(numbers))), Ids()).change
    empty.apply(change)
    return empty


def _bytes(number: int) -> bytes:
    return (number * 0x9E3779B97F4A7C15F39CC0605CEDC835).to_bytes(40, "big")[-10:]


def arrivals(code: str, layout: Layout) -> Iterator[str]:
    """What the laptop gets, with Caps Lock off and on."""
    arrives = typed(code, laptop=layout)
    if arrives is not None:
        yield arrives
        yield caps_locked(arrives)


@pytest.mark.parametrize("layout", FOREIGN, ids=str)
def test_our_code_is_read_on_every_keyboard_with_caps_lock_or_without(book: Book, layout: Layout) -> None:
    for ticket in book.tickets.values():
        if ticket.ours:
            for text in arrivals(ticket.code, layout):
                assert [found.guest_id for found in read(text, book).found] == [ticket.guest_id], text


@pytest.mark.parametrize("layout", FOREIGN, ids=str)
def test_a_foreign_code_is_read_on_every_keyboard_or_is_nobodys(book: Book, layout: Layout) -> None:
    """Never somebody else; and everybody whose code the keyboard leaves unambiguous."""
    foreign = [ticket for ticket in book.tickets.values() if not ticket.ours]
    lost = []
    for ticket in foreign:
        text = next(arrivals(ticket.code, layout), None)
        if text is None:
            continue
        found = {one.guest_id for one in read(text, book).found}
        assert found <= {ticket.guest_id}, (ticket.code, text)
        if not found:
            lost.append(ticket.code)
    assert lost == []


def test_caps_lock_alone_loses_nobody(book: Book) -> None:
    for ticket in book.tickets.values():
        found = {one.guest_id for one in read(caps_locked(ticket.code), book).found}
        assert found == {ticket.guest_id}, ticket.code
