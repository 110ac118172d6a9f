"""Words for everything: every refusal, state and change is said in both languages, whatever the values are."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin import column_words, errors, list_words, phrases
from checkin.changes import Change, Kind
from checkin.desk.exports import FIELDS
from checkin.door import State
from checkin.errors import CheckinError
from checkin.intake.registrations import REMARKS, SKIPPED
from checkin.intake.sheets import REASONS
from checkin.model import GuestId, Standing
from checkin.words import LANGUAGES, Words
from tests.meals import EARLIER, guest, inside, meal

BRACES = re.compile(r"\{\w*\}")
REFUSALS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, CheckinError)]
CHILDREN = [kind for kind in REFUSALS if kind is not CheckinError]
SPOKEN = pytest.mark.parametrize("language", LANGUAGES)


def say(sentence: str) -> str:
    """A sentence that is one: not empty, nothing left to fill."""
    assert sentence.strip() == sentence
    assert sentence
    assert not BRACES.search(sentence)
    return sentence


def made(kind: type[CheckinError], text: str, number: int) -> CheckinError:
    """A refusal of a kind with these values."""
    values: dict[str, object] = {"str": text, "int": number, "bool": bool(number), "tuple[str, ...]": (text, text)}
    return kind(**{field.name: values[str(field.type)] for field in fields(kind)})  # type: ignore[arg-type]


# --- refusals ---


@SPOKEN
@pytest.mark.parametrize("kind", CHILDREN)
@pytest.mark.parametrize("number", [0, 7])
def test_every_refusal_has_a_sentence_of_its_own(language: str, kind: type[CheckinError], number: int) -> None:
    t = Words(language)
    assert kind in phrases._REFUSALS
    sentence = say(phrases.refusal(made(kind, "Ana", number), t))
    assert sentence != phrases.refusal(CheckinError(), t)
    assert kind.__name__ not in sentence


@SPOKEN
def test_a_refusal_that_has_no_words_yet_is_still_said(language: str) -> None:
    class Unheard(CheckinError):
        """Of a later version."""

    assert "Unheard" in say(phrases.refusal(Unheard(), Words(language)))


@SPOKEN
@given(text=st.text(), number=st.integers())
@pytest.mark.parametrize("kind", CHILDREN)
def test_no_value_is_too_strange_for_a_refusal(language: str, kind: type[CheckinError], text: str, number: int) -> None:
    assert phrases.refusal(made(kind, text, number), Words(language))


def test_a_refusal_repeats_what_it_is_about() -> None:
    t = Words("en")
    assert phrases.refusal(errors.TableFull(9, 10), t) == (
        "Table 9 is full: its 10 seats are taken. Nobody was moved."
    )  # fmt: skip
    assert "{name}" in phrases.refusal(errors.NoSuchGuest("{name}"), t)
    assert phrases.refusal(errors.NothingToUndo(), t) != phrases.refusal(errors.NothingToUndo(redo=True), t)
    assert "Ana Gil; Ana Gil Paz" in phrases.refusal(errors.SeveralGuests("ana", ("Ana Gil", "Ana Gil Paz")), t)


# --- lists of words ---


@SPOKEN
def test_each_state_has_words_that_no_other_has(language: str) -> None:
    t = Words(language)
    assert len({say(phrases.state(state, t)) for state in State}) == len(State)


@SPOKEN
@pytest.mark.parametrize("reason", SKIPPED)
def test_each_reason_to_skip_a_row_has_words(language: str, reason: str) -> None:
    assert say(list_words.skipped(reason, Words(language))) != reason


@SPOKEN
def test_the_files_own_word_stays_as_it_is(language: str) -> None:
    assert list_words.skipped("Reembolsada {parcial}", Words(language)) == "Reembolsada {parcial}"


@SPOKEN
@pytest.mark.parametrize("code", REMARKS)
def test_each_remark_about_a_row_has_words_and_shows_what_it_is_about(language: str, code: str) -> None:
    sentence = say(list_words.remark(code, "600 1", Words(language)))
    assert sentence != f"{code.replace('_', ' ')}: 600 1"
    assert "600 1" in sentence or code in ("unclosed_quote", "only_a_header")


@SPOKEN
@given(code=st.text(), detail=st.text())
def test_a_remark_that_has_no_words_yet_is_said_as_it_is(language: str, code: str, detail: str) -> None:
    assert list_words.remark(code, detail, Words(language)) is not None
    assert phrases.unreadable(code, detail, Words(language))


@SPOKEN
@pytest.mark.parametrize("why", REASONS)
def test_each_reason_not_to_read_a_file_has_words_and_ends_as_a_sentence(language: str, why: str) -> None:
    assert say(phrases.unreadable(why, "Mesa", Words(language))).endswith(".")


@SPOKEN
def test_each_column_of_an_export_has_a_header_of_its_own(language: str) -> None:
    headers = column_words.headers(Words(language))
    assert set(FIELDS) <= headers.keys()
    assert len({say(headers[field]) for field in FIELDS}) == len(FIELDS)


@SPOKEN
@pytest.mark.parametrize("standing", list(Standing))
def test_where_a_guest_stands_has_words(language: str, standing: Standing) -> None:
    t = Words(language)
    said = [
        say(phrases.standing(who, t))
        for who in (
            guest(1, standing=standing),
            guest(1, standing=standing, blocked="a reason"),
            inside(1, standing=standing),
            inside(1, standing=standing, left_at=EARLIER),
        )
    ]
    assert len(set(said)) == 4


# --- names and changes ---


@SPOKEN
def test_a_guest_is_called_by_what_is_known(language: str) -> None:
    t = Words(language)
    book = meal(
        guest(1, "Ana Gil"),
        guest(2, None, email="ana@example.org"),
        guest(3, None, companion_of=GuestId(1)),
        guest(4, None, companion_of=GuestId(2)),
        guest(5, None, row=12),
    )
    said = [say(phrases.name(book, number, t)) for number in (1, 2, 3, 4, 5, 99, None)]
    assert said[:2] == ["Ana Gil", "ana@example.org"]
    assert "Ana Gil" in said[2]
    assert "ana@example.org" in said[3]
    assert "12" in said[4]
    assert said[5] == said[6]


@SPOKEN
@pytest.mark.parametrize("kind", list(Kind))
def test_every_change_has_a_label(language: str, kind: Kind) -> None:
    t = Words(language)
    book = meal(guest(1, "Ana Gil"), guest(2, "Jon Rey"))
    for facts in ({"people": [1], "table": 7}, {"people": [1, 2], "table": 7}):
        say(phrases.label(Change(kind, (), facts, guest_id=1), book, t))
        say(phrases.label(Change(kind, (), facts, guest_id=None), book, t))


@SPOKEN
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.UNDONE, Kind.REDONE)])
@pytest.mark.parametrize("people", [[1], [1, 2]])
def test_undo_and_redo_are_called_by_what_they_take_back_and_make_again(
    language: str, kind: Kind, people: list[int]
) -> None:
    t = Words(language)
    book = meal(guest(1, "Ana Gil"), guest(2, "Jon Rey"))
    change = Change(kind, (), {"people": people, "table": 7}, guest_id=1, seq=3)
    undone = change.inverse()
    again = undone.inverse()
    assert phrases.label(undone, book, t) == phrases.label(change, book, t)
    assert phrases.label(again, book, t) == phrases.label(change, book, t)


@SPOKEN
@given(
    kind=st.sampled_from(Kind),
    facts=st.dictionaries(
        st.sampled_from(["people", "table", "of"]),
        st.none() | st.integers() | st.lists(st.integers()) | st.just("moved"),
    ),
    name=st.none() | st.text(),
    guest_id=st.none() | st.integers(),
)
def test_no_change_is_too_strange_for_a_label(
    language: str, kind: Kind, facts: dict[str, object], name: str | None, guest_id: int | None
) -> None:
    if facts.get("of") != "moved":
        facts.pop("of", None)
    assert phrases.label(Change(kind, (), facts, guest_id), meal(guest(1, name)), Words(language))


@SPOKEN
@given(seconds=st.integers(0, 2**31))
def test_any_moment_is_said(language: str, seconds: int) -> None:
    say(phrases.standing(inside(1, left_at=datetime.fromtimestamp(seconds, UTC)), Words(language)))
