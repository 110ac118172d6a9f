"""The catalogue says everything that the code says, in Spanish, with the same values in it."""

from __future__ import annotations

import ast
import string
from datetime import UTC, date, datetime

import pytest
from babel.messages.catalog import Catalog

import words as catalogue_script
from checkin.words import Words


@pytest.fixture(scope="module")
def spanish() -> Catalog:
    return catalogue_script.read_catalogue(catalogue_script.FOLDER / "es.po", "es")


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_sentence_of_the_code_is_in_the_catalogue_and_no_other() -> None:
    written = (catalogue_script.FOLDER / "es.po").read_bytes()
    assert catalogue_script.as_text(catalogue_script.merged("es")) == written, "run: python scripts/words.py"


def test_no_sentence_is_said_where_the_catalogue_does_not_look_for_it() -> None:
    """Inside an f-string, for one: Babel passes such a call over, and the sentence would stay English."""
    gathered = {form for _, _, message, _ in catalogue_script.gathered() for form in catalogue_script.forms(message)}
    said = set[str]()
    for path in (catalogue_script.ROOT / "checkin").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("t", "t.plural", "self._t", "self._t.plural"):
                said |= {
                    arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                }
    assert said - gathered == set()


def test_every_sentence_is_translated(spanish: Catalog) -> None:
    assert [message.id for message in catalogue_script.untranslated(spanish)] == []


def test_a_translation_has_the_values_of_its_sentence(spanish: Catalog) -> None:
    for message in spanish:
        if not message.id:
            continue
        wanted = set[str]().union(*(fields(form) for form in catalogue_script.forms(message.id)))
        for form in catalogue_script.forms(message.string):
            assert fields(form) <= wanted, (message.id, form)
            assert isinstance(message.id, tuple) or fields(form) == wanted, (message.id, form)


def test_the_compiled_catalogue_is_the_written_one(spanish: Catalog) -> None:
    assert (catalogue_script.FOLDER / "es.mo").read_bytes() == catalogue_script.compiled(spanish)


def test_numbers_dates_and_times_follow_the_language() -> None:
    spanish, english = Words("es"), Words("en")
    day = date(2026, 11, 21)
    assert spanish.day(day) == "Sábado 21 de noviembre"
    assert english.day(day) == "Saturday, 21 November"
    assert (spanish.number(12345.6), english.number(12345.6)) == ("12.345,6", "12,345.6")
    assert spanish.clock(datetime(2026, 11, 21, 19, 41, tzinfo=UTC)) == "20:41"


def test_switching_changes_the_language_for_all_who_hold_it() -> None:
    t = Words("en")
    assert t("Undo") == "Undo"
    t.switch("es")
    assert t("Undo") == "Deshacer"
    t.switch("a language nobody made")
    assert t.language == "es"
