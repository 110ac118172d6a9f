"""Search while a person says their name: accents, order, joints and one typing error do not matter."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.search import Entry, Hit, Index, Why, fold
from tests.spanish_names import spanish_names, with_one_error

CROWD = spanish_names(2000, seed=8)

DATA = Path(__file__).parent / "data"


def cases() -> list[tuple[str, str, str, str]]:
    """(kind, name, something else the person is known by, query)."""
    lines = (DATA / "name_variants.tsv").read_text(encoding="utf-8").splitlines()
    return [(kind, name, other, query) for kind, name, other, query in (line.split("\t") for line in lines[1:])]


CASES = cases()


def entry(number: int, name: str, other: str = "") -> Entry:
    handle, email = other if other.startswith("@") else "", other if "@" in other[1:] else ""
    return Entry(number, name, company="" if handle or email else other, handle=handle, email=email)


@pytest.fixture(scope="module")
def everybody() -> Index:
    """Two thousand Spanish names and everybody of the table."""
    people = dict.fromkeys((name, other) for _, name, other, _ in CASES)
    crowd = [(name, "") for name in CROWD]
    return Index(entry(number, *person) for number, person in enumerate([*crowd, *people]))


def named(index: Index, query: str, limit: int = 5) -> list[str]:
    people = [*CROWD, *dict.fromkeys((name, other) for _, name, other, _ in CASES)]
    return [str(people[hit.id] if hit.id < len(CROWD) else people[hit.id][0]) for hit in index.find(query, limit)]


def test_the_table_has_two_hundred_variants() -> None:
    assert len(set(CASES)) == len(CASES) >= 200


@pytest.mark.parametrize(
    ("kind", "name", "other", "query"), CASES, ids=[f"{kind}: {query}" for kind, _, _, query in CASES]
)
def test_a_person_is_among_the_first_five(everybody: Index, kind: str, name: str, other: str, query: str) -> None:
    assert name in named(everybody, query), f"{kind}: {name} {other}"


@pytest.mark.parametrize("query", ["garcia", "García", "GARCÍA", "garcía"])
def test_garcia_is_everybody_called_garcia_however_it_is_typed(query: str) -> None:
    index = Index(Entry(number, name) for number, name in enumerate(CROWD))
    exact = {hit.id for hit in index.find(query, limit=2000) if hit.why is Why.EXACT}
    assert exact == {number for number, name in enumerate(CROWD) if "García" in name.split()}


def test_one_typing_error_in_a_full_name_still_finds_the_person_in_5000() -> None:
    names = spanish_names(5000)
    index = Index(Entry(number, name) for number, name in enumerate(names))
    chance = random.Random(4)
    wanted = [chance.randrange(len(names)) for _ in range(600)]
    found = 0
    for number in wanted:
        query = with_one_error(fold(names[number]), chance)
        found += number in [hit.id for hit in index.find(query, limit=5)]
    assert found / len(wanted) >= 0.95


@pytest.mark.parametrize("letter", sorted({fold(name)[0] for name in CROWD}))
def test_one_letter_finds_names_that_begin_with_it_first(everybody: Index, letter: str) -> None:
    found = named(everybody, letter)
    begin = sum(fold(name).startswith(letter) for name in CROWD)
    assert len(found) == 5
    assert all(fold(name).startswith(letter) for name in found[:begin])


def test_answers_come_in_the_order_of_how_well_they_answer() -> None:
    people = [
        Entry(1, "Marta Ruiz", company="Luz y Sal"),
        Entry(2, "Ana Luz Ruiz"),
        Entry(3, "Luz"),
        Entry(4, "Luzón Pérez"),
        Entry(5, "Eva Luzuriaga"),
        Entry(6, "Pía Lux"),
        Entry(7, "Otto Gil", email="luz@example.es"),
    ]
    assert Index(people).find("luz", limit=6) == [
        Hit(3, 5, Why.EXACT),
        Hit(2, 5, Why.EXACT),
        Hit(4, 4, Why.START),
        Hit(5, 3, Why.WORDS),
        Hit(1, 2, Why.ELSEWHERE),
        Hit(7, 2, Why.ELSEWHERE),
    ]


def test_typing_errors_are_forgiven_only_while_hardly_anybody_answers() -> None:
    lopez = [Entry(number, f"Lopez {letter}") for number, letter in enumerate("abcd")]
    near = Entry(99, "Lopes z")
    assert Hit(99, 1, Why.ERROR) in Index([*lopez, near]).find("lopez")
    assert near.id not in [hit.id for hit in Index([*lopez, Entry(5, "Lopez e"), near]).find("lopez")]


def test_two_people_of_one_name_are_both_found_in_a_fixed_order() -> None:
    people = [Entry(7, "Ana Gil"), Entry(3, "Ana Gil"), Entry(5, "Ana Gil")]
    assert [hit.id for hit in Index(people).find("ana gil")] == [3, 5, 7]
    assert [hit.id for hit in Index(reversed(people)).find("ana")] == [3, 5, 7]


def test_a_replaced_person_is_found_by_the_new_name_only() -> None:
    index = Index([Entry(1, "Ana Gil", company="Sol"), Entry(2, "Eva Gil")])
    index.replace(Entry(1, "Rosa Pi", company="Mar"))
    assert index.find("ana") == index.find("sol") == []
    assert [hit.id for hit in index.find("rosa mar")] == [1]
    assert len(index) == 2


def test_somebody_removed_is_not_found_and_removing_twice_does_no_harm() -> None:
    index = Index([Entry(1, "Ana Gil"), Entry(2, "Ana Gil")])
    index.remove(1)
    index.remove(1)
    assert [hit.id for hit in index.find("ana")] == [2]


@pytest.mark.parametrize("query", ["", "   ", "-", "@", "…", "\x00", "zzzzz"])
def test_nothing_to_look_for_finds_nobody(everybody: Index, query: str) -> None:
    assert everybody.find(query) == []


def test_no_more_than_the_limit(everybody: Index) -> None:
    assert [len(everybody.find("a", limit)) for limit in (-1, 0, 1, 20)] == [0, 0, 1, 20]


NAMES = st.text(alphabet="abñ ÁłßØé-'’·王م", max_size=14)


@given(st.lists(NAMES, max_size=12), st.data())
def test_an_index_grown_step_by_step_answers_like_one_built_at_once(names: list[str], data: st.DataObject) -> None:
    people = [Entry(number, name, company=name[::-1]) for number, name in enumerate(names)]
    grown = Index()
    for person in people:
        grown.add(replace(person, name="somebody else"))
        grown.find("b")
        grown.replace(person)
    gone = data.draw(st.sets(st.sampled_from(range(len(people))))) if people else set()
    for number in gone:
        grown.remove(number)
    built = Index(person for person in people if person.id not in gone)
    query = data.draw(NAMES)
    assert grown.find(query) == built.find(query)


@given(st.lists(st.text(max_size=20), min_size=1, max_size=8), st.text(max_size=40))
def test_any_name_is_found_by_itself_and_no_query_is_too_strange(names: list[str], query: str) -> None:
    index = Index(Entry(number, name) for number, name in enumerate(names))
    index.find(query)
    for number, name in enumerate(names):
        if fold(name):
            assert number in [hit.id for hit in index.find(name)]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
