"""Files out: nothing that a spreadsheet would run, and our own list comes back as it went."""

from __future__ import annotations

import csv
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from checkin.amending import Amendments
from checkin.book import Book
from checkin.desk import own_lists, own_words
from checkin.desk.exports import FIELDS, What, export, harmless
from checkin.enrolment import enrol
from checkin.intake.folding import clean
from checkin.intake.letters import mend
from checkin.model import GONE, PROFILE, Companion, Registration, Standing
from checkin.tickets import new_code
from checkin.words import Words
from tests.meals import Ids, guest, inside, meal

EN, ES = Words("en"), Words("es")

TEXTS = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("=+-@'\n;,\""), max_size=12)
    .map(clean)
    .filter(lambda text: mend(text) == text)  # what looks like ruined letters is mended on the way in, as ever
)
LISTS = st.lists(
    st.builds(
        Registration,
        row=st.integers(2, 99),
        key=st.uuids().map(str) | st.uuids().map(lambda one: f"{one}\nperson:b"),  # two rows of a list, one person
        name=TEXTS.map(lambda name: " ".join(name.split()) or None),
        email=TEXTS,
        company=TEXTS,
        note=TEXTS,
        wants=st.just(""),
        step_free=st.booleans(),
        standing=st.sampled_from(Standing),
        reason=TEXTS | st.just(GONE),
        consent=st.sampled_from(["", "yes", "no"]),
        codes=st.lists(st.from_regex(r"[A-Z]{6}", fullmatch=True), max_size=2, unique=True).map(tuple),
        companions=st.lists(st.builds(Companion, st.sampled_from([None, "Jon"])), max_size=2).map(tuple),
        answers=st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
    ),
    max_size=4,
    unique_by=lambda one: one.key,
)


def codes() -> object:
    numbers = count(1)
    return lambda: new_code((next(numbers) << 8).to_bytes(10, "big"))


def book_of(registrations: list[Registration]) -> Book:
    book = meal()
    book.apply(enrol(book, registrations, "test", codes(), Ids()).change)  # type: ignore[arg-type]
    return book


@settings(max_examples=60, deadline=None)
@given(LISTS, st.sampled_from([".csv", ".xlsx"]), st.sampled_from([EN, ES]))
def test_our_own_list_out_and_in_again_changes_nothing(people: list[Registration], ending: str, t: Words) -> None:
    book = book_of(people)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"list{ending}"
        assert export(book, [], path, t) == len(book.guests)
        if not book.guests:
            return
        read = own_lists.read(path)
        again = enrol(book, read.registrations, read.format, lambda: "x", Ids(), Amendments(gone=True))
        assert (read.format, len(read.registrations)) == ("sobremesa", len(book.guests))
        assert again.change.edits == ()


def described(book: Book) -> list[tuple[object, ...]]:
    """Everybody, with all that a list says and the key of who brings them along."""
    hosts = {guest.id: guest.key for guest in book.guests.values()}
    return [
        (
            one.key,
            *(getattr(one, name) for name in PROFILE),
            one.answers,
            hosts.get(one.companion_of or one.id),
            [ticket.code for ticket in book.tickets_of(one.id) if not ticket.ours],
        )
        for one in sorted(book.guests.values(), key=lambda guest: guest.key)
    ]


@settings(max_examples=40, deadline=None)
@given(LISTS, st.sampled_from([".csv", ".xlsx"]), st.sampled_from([EN, ES]))
def test_our_own_list_brings_everybody_to_another_event_with_those_whom_they_bring(
    people: list[Registration], ending: str, t: Words
) -> None:
    book = book_of(people)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"list{ending}"
        if export(book, [], path, t):
            assert described(book_of(list(own_lists.read(path).registrations))) == described(book)


def test_who_is_one_person_on_two_rows_takes_both_tickets_to_another_event(tmp_path: Path) -> None:
    book, path = meal(), tmp_path / "list.csv"
    rows = [Registration(2, "code:A", "Ana Gil", codes=("A",)), Registration(3, "code:-B", "Ana Gil", codes=("-B",))]
    book.apply(enrol(book, rows, "test", codes(), Ids(), Amendments(joined={3: 2})).change)  # type: ignore[arg-type]
    export(book, [], path, ES)
    (ana,) = own_lists.read(path).registrations
    assert ana.codes == ("A", "-B")
    assert enrol(book, [ana], "sobremesa", lambda: "x", Ids()).change.edits == ()


def test_a_host_may_stand_below_and_be_written_by_name(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Id,Nombre,Acompaña a (Id),sobremesa_key\n1,Jon Rey,Ana Gil,j\n2,Ana Gil,,a\n3,Eva Paz,2,e\n4,Leo,9,l\n",
        "utf-8",
    )
    hosts = {one.name: one.host for one in own_lists.read(path).registrations}
    assert hosts == {"Ana Gil": "", "Jon Rey": "a", "Eva Paz": "a", "Leo": ""}
    book = book_of(list(own_lists.read(path).registrations))
    (ana,) = (guest.id for guest in book.guests.values() if guest.key == "a")
    assert sorted(guest.name or "" for guest in book.companions_of(ana)) == ["Eva Paz", "Jon Rey"]


def test_a_list_is_in_the_organizers_language_to_the_last_column_but_the_one_for_us(tmp_path: Path) -> None:
    gone = Registration(2, "a", "Ana Gil", standing=Standing.NOT_CONFIRMED, reason=GONE, step_free=True, consent="no")
    path = tmp_path / "list.csv"
    export(book_of([gone]), [], path, ES)
    with path.open(encoding="utf-8-sig", newline="") as file:
        (ana,) = csv.DictReader(file)
    english = own_words.headers(EN)
    shared = {"Id", "LinkedIn", "Sector", own_words.MARK}
    assert not (ana.keys() - shared) & {english[name] for name in (*FIELDS, *own_words.PLAIN_FIELDS, own_words.HOST)}
    assert (ana["Inscripción"], ana["Motivo"]) == ("Sin confirmar", "ya no está en la lista")
    assert (ana["Necesita sitio sin escalones"], ana["Comparte su contacto"]) == ("sí", "no")


def test_no_header_of_one_language_means_another_column_in_the_other() -> None:
    for name, word in (*own_words.headers(EN).items(), *own_words.headers(ES).items()):
        assert own_words.fields()[word] == name


def test_a_list_of_an_earlier_version_and_one_with_words_of_somebodys_own_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = ("Ana,unpaid,1,a", "Jon,coming,0,b", "Eva,Pagado,,c", "Leo,igual viene,,d", "Zoé,,,e")
    path.write_text("\n".join(("Nombre,Inscripción,step_free,sobremesa_key", *rows)) + "\n", "utf-8")
    read = own_lists.read(path)
    assert [(str(one.standing), one.step_free) for one in read.registrations] == [
        ("unpaid", True), ("coming", False), ("coming", False), ("not_confirmed", False), ("coming", False),
    ]  # fmt: skip
    assert [(one.row, one.code) for one in read.warnings] == [(5, "unknown_status")]


def test_what_was_changed_in_our_list_is_an_update_like_any_other(tmp_path: Path) -> None:
    book = book_of([Registration(2, "a", "Ana Gil", company="Norte", answers=(("¿Talla?", "M"),))])
    path = tmp_path / "list.csv"
    export(book, [], path, ES)
    path.write_text(path.read_text("utf-8-sig").replace("Norte", "Sur"), "utf-8")
    read = own_lists.read(path)
    (edit,) = enrol(book, read.registrations, read.format, lambda: "x", Ids()).change.edits
    assert edit.after == {"company": "Sur"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(start: str) -> None:
    assert harmless(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"
    assert harmless("Ana = Gil") == "Ana = Gil"


def test_no_formula_reaches_a_workbook(tmp_path: Path) -> None:
    book = book_of([Registration(2, "a", "=HYPERLINK(1)", email="@SUM(1)")])
    export(book, [], tmp_path / "all.xlsx", EN)
    workbook = CalamineWorkbook.from_path(tmp_path / "all.xlsx")
    assert workbook.sheet_names == ["Guests", "Arrivals", "Seats", "Journal"]
    assert workbook.get_sheet_by_name("Guests").to_python()[1][1] == "=HYPERLINK(1)"


def test_each_table_has_its_lines(tmp_path: Path) -> None:
    came, absent = inside(1, "Ana Gil", email="a@example.org"), guest(2, "Jon Rey")
    book = meal(came, absent, codes=[(1, "T-1"), (2, "T-2")], seated={(2, 1): 1})

    def lines(what: What) -> list[dict[str, str]]:
        path = tmp_path / f"{what}.csv"
        export(book, [], path, EN, what)
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    assert [line["Name"] for line in lines(What.GUESTS)] == ["Ana Gil", "Jon Rey"]
    assert [(line["Name"], line["Table"]) for line in lines(What.ARRIVALS)] == [("Ana Gil", "2")]
    assert [(line["Round"], line["Table"], line["Name"]) for line in lines(What.SEATS)] == [("1", "2", "Ana Gil")]
    (back,) = lines(What.CHECKINS)
    assert (back["Code"], bool(back["Checked in at"])) == ("T-1", True)
