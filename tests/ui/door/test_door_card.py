"""The result card: every state has its colour, icon and word, can be read, and is never cut."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from checkin import phrases, resources
from checkin.changes import Change, Edit, Entity, Kind
from checkin.door import COLOURS, Colour, State
from checkin.model import GuestId, Seat, SeatId, TableId, Wish, WishId
from checkin.rows import to_row
from checkin.seating import Candidate, Draw
from checkin.ui.door.card import Question, ResultCard
from checkin.ui.door.faces import FACES, KEYS, Act, label
from checkin.ui.door.ink import idle_ink, ink
from checkin.ui.door.view import CardView, see
from checkin.ui.shell.palette import DARK, LIGHT, Palette, contrast
from checkin.ui.shell.theme import Theme
from checkin.words import Words
from tests.meals import NOW
from tests.ui.door.door_cases import COMPANY, LONG, LONGER, NAMES, book, outcome

SIZES = ((536, 590), (686, 666), (1264, 946))
"""What windows of 1024 × 700, 1280 × 800 and 1920 × 1080 leave for the card."""

STATES = list(State)


class Wordy(Words):
    """A language whose sentences are a third longer than English."""

    def __call__(self, sentence: str, **values: object) -> str:
        said = super().__call__(sentence, **values)
        return said + " " + "mnopqrstu vwxyz"[: len(said) // 3]


def card_of(
    theme: Theme, qtbot: QtBot, view: CardView, size: tuple[int, int] = SIZES[1], t: Words | None = None
) -> ResultCard:
    card = ResultCard(theme, t or Words("en"))
    qtbot.addWidget(card)
    card.resize(*size)
    card.show_view(view)
    card.show()
    return card


def pictured(card: ResultCard) -> QImage:
    return card.grab().toImage()


@pytest.mark.parametrize("state", STATES)
def test_every_state_shows_its_colour_its_icon_and_its_word(state: State, theme: Theme, qtbot: QtBot) -> None:
    view = see(outcome(state), book(state), Words("en"))
    card = card_of(theme, qtbot, view)
    ground = ink(COLOURS[state], LIGHT).card
    assert pictured(card).pixelColor(card.width() // 2, 14).name().upper() == ground
    assert card.places is not None
    assert phrases.state(state, Words("en")) in [" ".join(word.words.lines) for word in card.places.words]
    disc = card.places.disc.toRect()
    seen = {pictured(card).pixelColor(x, disc.center().y()).name() for x in range(disc.left() + 4, disc.right() - 4)}
    assert len(seen) > 1, "the disc holds no icon"


def test_no_two_states_share_both_icon_and_word() -> None:
    shown = {(FACES[state].icon, phrases.state(state, Words("en"))) for state in State}
    assert len(shown) == len(State)


@pytest.mark.parametrize("state", STATES)
def test_every_icon_is_shipped(state: State) -> None:
    assert resources.path("icons", "bold", f"{FACES[state].icon}.svg").is_file()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colour", list(Colour))
def test_every_text_can_be_read_on_its_ground(palette: Palette, colour: Colour) -> None:
    for text, ground in (*ink(colour, palette).pairs(), *idle_ink(palette).pairs()):
        assert contrast(text, ground) >= 4.5, (text, ground)


def test_what_could_not_be_saved_is_never_green_and_wears_a_black_edge(theme: Theme, qtbot: QtBot) -> None:
    card = card_of(theme, qtbot, see(outcome(State.NOT_SAVED), book(State.NOT_SAVED), Words("en")))
    assert pictured(card).pixelColor(card.width() // 2, 4).name() == "#000000"
    assert "Nobody has been let in" in card.accessibleName() or "Try again" in card.accessibleName()


@pytest.mark.parametrize("size", SIZES, ids=["1024x700", "1280x800", "1920x1080"])
@pytest.mark.parametrize("t", [Words("en"), Words("es"), Wordy("en")], ids=["en", "es", "wordy"])
@pytest.mark.parametrize("state", STATES)
def test_nothing_overlaps_and_nothing_leaves_the_card(
    state: State, t: Words, size: tuple[int, int], theme: Theme, qtbot: QtBot
) -> None:
    card = card_of(theme, qtbot, see(outcome(state), book(state), t), size, t)
    for name in NAMES:
        known = {"company": COMPANY, "diet": "Alergia a los frutos secos y al marisco", "step_free": True}
        view = see(outcome(state), book(state, name, **known), t)
        card.show_view(view)
        places = card.places
        assert places is not None
        field = QRectF(card.rect())
        for word in places.words:
            assert field.contains(word.box), (state, name, word.words.lines)
        blocks = [*places.buttons, *places.choices, *places.chips, *(box for box in (places.note, places.panel) if box)]
        assert all(field.contains(box) for box in blocks)
        outside = [word.box for word in places.words if not any(box.contains(word.box.center()) for box in blocks)]
        everything = [*blocks, *outside]
        for at, box in enumerate(everything):
            for other in everything[at + 1 :]:
                meets = box.adjusted(1, 3, -1, -3).intersects(other.adjusted(1, 3, -1, -3))
                assert not meets, (state, name, box, other)
        for word in places.words:
            for panel in blocks:
                if panel.contains(word.box.center()):
                    assert panel.adjusted(-1, -4, 1, 4).contains(word.box), (state, name, word.words.lines)


@pytest.mark.parametrize("size", SIZES, ids=["1024x700", "1280x800", "1920x1080"])
@pytest.mark.parametrize("state", STATES)
def test_the_cards_own_sentences_are_never_cut(state: State, size: tuple[int, int], theme: Theme, qtbot: QtBot) -> None:
    for language in ("en", "es"):
        view = see(outcome(state), book(state, LONG), Words(language))
        card = card_of(theme, qtbot, view, size)
        assert card.places is not None
        cut = [word.words.text for word in card.places.words if word.words.cut]
        assert [text for text in cut if LONGER not in text] == []


def test_a_very_long_name_is_shortened_and_told_whole_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    view = see(outcome(State.WELCOME), book(State.WELCOME, LONGER * 2), Words("en"))
    card = card_of(theme, qtbot, view, SIZES[0])
    assert LONGER * 2 in unescape(card.toolTip())
    assert LONGER * 2 in card.accessibleName()


def test_the_number_is_the_largest_thing_and_the_name_comes_next(theme: Theme, qtbot: QtBot) -> None:
    for size in SIZES:
        card = card_of(theme, qtbot, see(outcome(State.WELCOME), book(State.WELCOME), Words("en")), size)
        assert card.places is not None
        by_size = sorted(card.places.words, key=lambda word: word.words.size, reverse=True)
        assert [word.words.text for word in by_size[:2]] == ["7", "Begoña Ibáñez Etxeberria"]
        assert by_size[0].words.size >= 120


def test_the_card_says_state_name_and_table_to_who_cannot_see_it(theme: Theme, qtbot: QtBot) -> None:
    card = card_of(theme, qtbot, see(outcome(State.WELCOME), book(State.WELCOME), Words("en")))
    assert card.accessibleName().startswith("Come in. Begoña Ibáñez Etxeberria. Table 7")


def test_text_of_guests_is_no_markup(theme: Theme, qtbot: QtBot) -> None:
    view = see(outcome(State.WELCOME), book(State.WELCOME, "<b>Ana</b> & Co" * 20), Words("en"))
    card = card_of(theme, qtbot, view)
    assert "<b>" not in card.toolTip()
    assert "&lt;b&gt;" in card.toolTip()


def test_who_is_at_the_table_already_and_how_many_seats_are_free() -> None:
    view = see(outcome(State.WELCOME), book(State.WELCOME), Words("en"))
    assert re.sub("[\u2068\u2069]", "", view.panel.lines[0]) == "Jon Rey · Tolosa Digital"
    assert view.panel.foot == "5 free seats"
    assert len(view.panel.lines) == 4


def test_wishes_later_tables_and_broken_rules_are_on_the_card() -> None:
    lunch = book(State.WELCOME)
    for number, other in enumerate((2, 3, 4, 5, 6), 1):
        lunch.ties.put(Wish(WishId(number), lunch.event.id, GuestId(1), GuestId(other), by_hand=False))
    seat = Seat(SeatId(9001), lunch.event.id, TableId(3), 2, 1, GuestId(1))
    lunch.apply(Change(Kind.SEATED, (Edit(Entity.SEAT, 9001, None, to_row(seat)),)))
    drawn = Draw("pure", 1, 0, 0, (Candidate(7, 7, 1, 1),), 1, 0, 7, broken=("together",))
    shown = see(replace(outcome(State.WELCOME), draw=drawn), lunch, Words("en"))
    assert "Then tables 3" in shown.chips
    assert "Wants to meet Jon Rey, table 7" in shown.chips
    assert "and 2 more" in shown.chips
    assert shown.note == "No table has seats for all who stay together."


def test_a_companion_is_named_with_their_table() -> None:
    assert "+1 Jon Rey, table 7" in see(outcome(State.WELCOME), book(State.WELCOME), Words("en")).chips


def test_a_note_of_the_staff_is_on_the_card() -> None:
    view = see(outcome(State.WELCOME_NOTE), book(State.WELCOME_NOTE), Words("en"))
    assert "Presenta el acto" in view.note
    assert "VIP" in view.note


def test_already_in_says_since_when_where_and_which_table() -> None:
    view = see(outcome(State.ALREADY_IN), book(State.ALREADY_IN), Words("en"))
    assert view.panel.heading.startswith("20 minutes ago, at ")
    assert view.panel.lines == ("at Puerta A",)
    assert view.table == "7"
    assert Act.OVERRULE in view.acts


@pytest.mark.parametrize("state", [State.CANCELLED, State.BLOCKED])
def test_what_only_the_organizer_decides_offers_no_way_past(state: State) -> None:
    view = see(outcome(state), book(state), Words("en"))
    assert Act.OVERRULE not in view.acts
    assert any(reason in view.panel.heading for reason in ("reembolsado", "facturas"))
    assert "organizer" in view.panel.lines[0]


def test_another_event_is_named() -> None:
    view = see(outcome(State.OTHER_EVENT), book(State.OTHER_EVENT), Words("en"))
    assert view.name == "Cena de verano de la Cámara"


def test_people_with_one_code_are_told_apart_by_company_and_e_mail() -> None:
    view = see(outcome(State.AMBIGUOUS), book(State.AMBIGUOUS), Words("en"))
    assert [choice.name for choice in view.choices] == ["Ana Gil", "Ana Gil"]
    assert "ana@norte.example" in view.choices[0].line
    assert COMPANY[:20] in view.choices[1].line
    assert "ana.gil.paz@vertice.example" in view.choices[1].line


def test_a_strange_code_is_not_shown_whole_it_may_hold_a_password() -> None:
    view = see(outcome(State.NOT_A_TICKET), book(State.NOT_A_TICKET), Words("en"))
    assert "paella" not in view.line


def test_an_arrival_that_was_undone_leaves_nothing_green() -> None:
    came, room = outcome(State.WELCOME), book(State.WELCOME)
    expected = book(State.WELCOME, arrival=None, arrived_at=None)
    assert see(came, room, Words("en")).colour is Colour.GREEN
    undone = see(came, expected, Words("en"))
    assert undone.colour is Colour.GREY
    assert undone.word == "Taken back"
    assert undone.acts == ()


def test_long_ago_is_told_in_hours() -> None:
    late = replace(outcome(State.ALREADY_IN), at=NOW + timedelta(hours=3))
    assert see(late, book(State.ALREADY_IN), Words("en")).panel.heading.startswith("3 hours ago")


@pytest.mark.parametrize("state", STATES)
def test_every_button_shows_its_key_and_explains_itself(state: State, theme: Theme, qtbot: QtBot) -> None:
    view = see(outcome(state), book(state), Words("en"))
    card = card_of(theme, qtbot, view)
    assert len(card._buttons) == len(view.acts)
    for act, button in zip(view.acts, card._buttons, strict=True):
        assert button.text() == f"{label(act, state, Words('en'))} {KEYS[act]}"
        assert KEYS[act] in button.toolTip()
        assert button.accessibleName()


def test_changing_the_table_is_asked_inside_the_card(theme: Theme, qtbot: QtBot) -> None:
    card = card_of(theme, qtbot, see(outcome(State.WELCOME), book(State.WELCOME), Words("en")))
    given: list[int] = []
    card.table_given.connect(given.append)
    card.ask_table()
    assert card.question is Question.TABLE
    card.line.setText("12")
    card.line.returnPressed.emit()
    card.line.setText("twelve")
    card.line.returnPressed.emit()
    assert given == [12]
    card.leave_question()
    assert card.question is None
    assert not card.line.isVisible()
