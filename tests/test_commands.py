"""Command cards: read under every keyboard, never mistaken for a ticket, and only those of this event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin import tickets
from checkin.commands import MODES, Command, command, seal_of, spelled
from checkin.keyboards import Layout
from checkin.model import Mode
from tests.garbling import caps_locked, typed

SEEDS = st.binary(min_size=32, max_size=32).map(bytes.hex)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("asked", Command)
def test_a_card_is_read_whatever_keyboard_scanner_and_laptop_have(asked: Command, layout: Layout) -> None:
    seal = seal_of("5a" * 32)
    for scanner, laptop in ((Layout.US, layout), (layout, Layout.US)):
        arrives = typed(spelled(asked, seal), scanner=scanner, laptop=laptop)
        assert arrives is not None
        assert command(arrives, seal) is asked
        assert command(caps_locked(arrives), seal) is asked


@given(SEEDS)
def test_no_card_is_a_ticket_of_ours(seed: str) -> None:
    for asked in Command:
        card = spelled(asked, seal_of(seed))
        assert not tickets.is_ours(card)
        assert not tickets.is_ours_but_misread(card)


@given(st.binary(min_size=10, max_size=10), SEEDS)
def test_no_ticket_of_ours_is_a_card(luck: bytes, seed: str) -> None:
    assert command(tickets.new_code(luck), seal_of(seed)) is None


@given(SEEDS, SEEDS)
def test_the_cards_of_another_event_do_nothing(seed: str, other: str) -> None:
    if seal_of(seed) != seal_of(other):
        assert command(spelled(Command.UNDO, seal_of(other)), seal_of(seed)) is None


@pytest.mark.parametrize(
    "text", ["", "UNDO", "SOBRE", "SOBREUNDO", "Sobremesa", "https://sobre.example/undo", "0" * 600]
)
def test_what_a_guest_could_guess_does_nothing(text: str) -> None:
    assert command(text, seal_of("5a" * 32)) is None


@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    assert command(text, seal_of("5a" * 32)) is None


def test_a_card_typed_by_hand_may_have_blanks_and_hyphens() -> None:
    seal = seal_of("5a" * 32)
    card = spelled(Command.EXIT, seal)
    assert command(f" {card[:5]}-{card[5:9]} {card[9:].lower()}\r\n", seal) is Command.EXIT


def test_the_five_cards_differ_and_three_set_the_door() -> None:
    seal = seal_of("5a" * 32)
    assert len({spelled(asked, seal) for asked in Command}) == 5
    assert [MODES.get(asked) for asked in Command] == [None, Mode.ENTRY, Mode.EXIT, Mode.VERIFY, None]


def test_a_seal_keeps_the_seed_to_itself() -> None:
    seed = "5a" * 32
    assert len(seal_of(seed)) == 8
    assert set(seal_of(seed)) <= set(tickets.ALPHABET)
