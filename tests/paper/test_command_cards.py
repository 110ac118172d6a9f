"""The sheet of command cards: five codes that read back, words in both languages, one page."""

from __future__ import annotations

import pytest

from checkin.badges import Printed
from checkin.command_cards import command_cards_pdf
from checkin.commands import Command, command, seal_of
from checkin.paper.command_cards import CARDS
from checkin.paper.fitting import Fitted, Room, Shorter
from checkin.paper.fonts import Weight
from checkin.paper.press import Press
from checkin.paper.qr import QUIET
from checkin.words import Words
from tests.paper.reading import Reader

pytestmark = pytest.mark.usefixtures("qapp")

SEAL = seal_of("5a" * 32)


def cards(press: Press, language: str = "en", event: str = "Comida de prueba") -> Printed:
    return command_cards_pdf(SEAL, event_name=event, t=Words(language), press=press)


@pytest.mark.parametrize("dpi", [110, 300])
def test_every_card_reads_back_as_its_command(press: Press, dpi: int) -> None:
    read = Reader(cards(press).pdf).codes(0, dpi)
    assert sorted(str(command(code, SEAL)) for code in read) == sorted(Command)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_sheet_is_one_page_with_nothing_left_out(press: Press, language: str) -> None:
    printed = cards(press, language)
    assert (printed.pages, printed.items) == (1, 5)
    assert printed.missing == ()
    assert printed.abbreviated == ()
    lines = Reader(printed.pdf).lines()
    assert lines.count("Comida de prueba") == 5


def test_each_card_stands_in_its_own_place_with_its_title(press: Press) -> None:
    lines = Reader(cards(press).pdf).lines()
    assert {"Undo", "Entry", "Exit", "Check only", "Staff"} <= set(lines)


def test_a_code_is_large_enough_for_a_scanner_at_arms_length(press: Press) -> None:
    code = press.code("SOBREUNDO" + SEAL)
    assert code is not None
    assert 54 / (code.modules + 2 * QUIET) > 1.5


def test_the_cards_lie_on_the_sheet_without_overlap() -> None:
    right = CARDS.first[0] + CARDS.columns * CARDS.pitch[0]
    bottom = CARDS.first[1] + CARDS.rows * CARDS.pitch[1]
    assert right == pytest.approx(CARDS.page[0] - CARDS.first[0])
    assert bottom == pytest.approx(CARDS.page[1] - CARDS.first[1])
    assert CARDS.pitch == CARDS.label


def test_a_sign_that_cannot_be_printed_is_told(press: Press) -> None:
    assert cards(press, event="Cena 𓀀").missing != ()


def test_the_same_cards_are_the_same_bytes(press: Press) -> None:
    assert cards(press).pdf == cards(Press()).pdf


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_there_is_to_know_is_in_type_of_one_size(language: str) -> None:
    found: list[tuple[str, float, float]] = []

    class Telling(Press):
        """A press that tells how large what it set is."""

        def fit(self, text: str, room: Room, weight: Weight = Weight.REGULAR, shorter: Shorter | None = None) -> Fitted:
            fitted = super().fit(text, room, weight, shorter)
            found.append((text, room.height, fitted.size))
            return fitted

    cards(Telling(), language)
    last = {text: size for text, height, size in found if height == 16}
    assert len(last) == 3
    assert len(set(last.values())) == 1
