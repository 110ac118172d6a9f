"""Badges, table cards and the seating list: what is on paper is what was asked for, and can be read back."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.badges import (
    SHEETS,
    Badge,
    Design,
    Press,
    Printed,
    Stock,
    Unprintable,
    badges_pdf,
)
from checkin.cards import table_cards_pdf
from checkin.errors import WrongCall
from checkin.lists import Stamp, seating_list_pdf
from checkin.paper.badge import draw
from checkin.paper.columns import leaves
from checkin.paper.fitting import MM
from checkin.paper.layout import layout
from checkin.paper.runs import clean
from checkin.paper.seating_list import SeatedGuest, by_letter, by_table
from checkin.paper.table_card import TableCard
from checkin.words import Words
from tests.paper.names_of_the_world import NAMES, mixed, scripts
from tests.paper.reading import Reader, streams
from tests.paper.watching import Watched

pytestmark = pytest.mark.usefixtures("qapp")

EVENT = "Comida networking de noviembre"
ENGLISH, SPANISH = Words("en"), Words("es")
PRESS = Press()
BEGONA = Badge(
    name="Begoña Ibáñez Etxeberria",
    company="Marea Coop.",
    role="Directora",
    handle="@begoibanez",
    table=7,
    code="BCDFGHJKLNPRSTVXBCDF",
    marks=("Sin gluten",),
    sector="Economía social",
    sector_colour="#0072B2",
)


def tickets(count: int) -> list[str]:
    luck = random.Random(20)
    return ["".join(luck.choices("BCDFGHJKLNPRSTVX", k=20)) for _ in range(count)]


def everybody() -> list[Badge]:
    codes = tickets(len(NAMES))
    return [replace(BEGONA, name=name, code=code) for name, code in zip(NAMES, codes, strict=True)]


def printed(*badges: Badge, sheet: str = "90x54", start: int = 1) -> Printed:
    return badges_pdf(badges, Stock(sheet, start), event_name=EVENT, t=ENGLISH, press=PRESS)


def test_a_badge_says_everything_it_was_given() -> None:
    said = "\n".join(Reader(printed(BEGONA).pdf).lines())
    for text in ("Begoña", "Ibáñez Etxeberria", "Marea Coop.", "Directora", "7", "Sin gluten", EVENT, "Table"):
        assert text in said
    assert "Economía social · @begoibanez" in said


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_script_is_on_its_badge_to_the_letter(name: str) -> None:
    badge = Badge(name=name, company="Marea Coop.", table=3)
    result = printed(badge, sheet="a6")
    lines = Reader(result.pdf).lines()
    assert result.missing == ()
    assert not result.abbreviated
    said = "".join(lines).replace(" ", "")
    assert clean(name).replace(" ", "") in said


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("sheet", ["a4-2x5", "90x54", "durable-1453", "dymo-99012", "brother-dk11201", "a6"])
def test_every_code_of_a_batch_is_read_back_at_the_resolution_of_a_label_printer(sheet: str, dpi: int) -> None:
    badges = everybody()
    result = printed(*badges, sheet=sheet)
    reader = Reader(result.pdf)
    found = [code for page in range(result.pages) for code in reader.codes(page, dpi)]
    assert sorted(found) == sorted(badge.code for badge in badges)


@given(
    name=mixed, company=mixed, role=mixed, handle=mixed, table=st.integers(1, 999), sheet=st.sampled_from(list(SHEETS))
)
@settings(max_examples=150, deadline=None)
def test_no_text_comes_near_the_code_or_leaves_the_label(
    name: str, company: str, role: str, handle: str, table: int, sheet: str
) -> None:
    width, height = SHEETS[sheet].label
    badge = Badge(
        name, company=company, role=role, handle=handle, table=table, code=BEGONA.code, marks=("Vegan", "VIP")
    )
    page = Watched(width, height)
    with page.at(0, 0):
        draw(page, PRESS, badge, (width, height), ENGLISH)
    plate = layout(width, height, lines=4, code=True, table=True).plate
    assert plate is not None
    assert page.inks
    for ink in page.inks:
        assert not ink.meets(plate)
        assert ink.x >= -0.01
        assert ink.y >= -0.01
        assert ink.right <= width + 0.01
        assert ink.bottom <= height + 0.01


@given(given_name=mixed, family=mixed, company=mixed, marks=st.lists(scripts.map(lambda mark: mark[:12]), max_size=3))
@settings(max_examples=100, deadline=None)
def test_no_text_of_a_badge_covers_another(given_name: str, family: str, company: str, marks: list[str]) -> None:
    badge = replace(BEGONA, name="", given=given_name, family=family, company=company, marks=tuple(marks))
    page = Watched(90, 54)
    with page.at(0, 0):
        draw(page, PRESS, badge, (90, 54), ENGLISH)
    inks = page.inks
    for place, one in enumerate(inks):
        for other in inks[place + 1 :]:
            assert not one.meets(other)


def test_the_first_name_is_the_largest_thing_and_never_below_eighteen_points() -> None:
    page = Watched(90, 54)
    draw(page, PRESS, replace(BEGONA, name="Maximiliano Constantinopolitano", table=None), (90, 54), ENGLISH)
    name, *others = page.texts()
    assert name.said == "Maximiliano"
    assert name.size >= 18
    assert all(name.size > other.size for other in others)


def test_the_tables_of_the_later_rounds_are_on_the_front() -> None:
    assert "Then 12 · 3" in " ".join(Reader(printed(replace(BEGONA, rounds=(7, 12, 3), marks=())).pdf).lines())


def test_a_long_name_is_shortened_and_reported() -> None:
    long = "Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaft Constantinopolitano"
    result = printed(BEGONA, replace(BEGONA, name=long))
    assert result.abbreviated == (long,)


def test_a_role_makes_room_for_a_name_and_that_is_reported_too() -> None:
    name = "María de los Ángeles Fernández-Villaverde y Gómez de la Serna"
    result = printed(replace(BEGONA, name=name))
    said = " ".join(Reader(result.pdf).lines())
    assert "Directora" not in said
    assert "de los Ángeles Fernández-Villaverde y Gómez de la Serna" in said
    assert result.abbreviated == (name,)


def test_a_long_company_breaks_over_two_rows_where_there_is_one_to_spare() -> None:
    company = "Confederación Empresarial de la Comunitat Valenciana"
    roomy = printed(replace(BEGONA, company=company, marks=()))
    assert company in " ".join(Reader(roomy.pdf).lines())
    assert roomy.abbreviated == ()
    full = printed(replace(BEGONA, company=company))
    assert "Confederación" in " ".join(Reader(full.pdf).lines())
    assert full.abbreviated == (BEGONA.name,)


def test_what_cannot_be_printed_is_said_with_the_name_it_stands_in() -> None:
    result = printed(BEGONA, replace(BEGONA, name="ሰላም Abebe"), replace(BEGONA, name="Ana", code="x" * 5000))
    assert result.missing == (Unprintable("ሰላም Abebe", "ሰላም"),)
    assert result.flaws.uncoded == ("Ana",), "a code that is too long has no letters that are missing"


def test_an_event_name_that_cannot_be_printed_is_said_once() -> None:
    result = badges_pdf([BEGONA, BEGONA], Stock(), event_name="ሰላም", t=ENGLISH, press=PRESS)
    assert result.missing == (Unprintable("ሰላም", "ሰላም"),)
    assert result.items == 2


def test_the_same_badges_are_the_same_bytes_from_a_cold_and_from_a_warm_press() -> None:
    warm = badges_pdf(everybody(), Stock(), event_name=EVENT, t=ENGLISH, press=PRESS)
    cold = badges_pdf(everybody(), Stock(), event_name=EVENT, t=ENGLISH)
    assert warm == cold


def test_a_warm_press_tells_languages_designs_labels_and_badges_apart() -> None:
    for t in (ENGLISH, SPANISH):
        for design in (Design(), Design("band", "#8A1538"), Design(fields=frozenset())):
            for sheet, badge in (("90x54", BEGONA), ("a6", BEGONA), ("90x54", replace(BEGONA, company="Otra"))):
                warm, cold = (
                    badges_pdf([badge], Stock(sheet), event_name=EVENT, t=t, design=design, press=press)
                    for press in (PRESS, None)
                )
                assert warm == cold


def test_ten_badges_fill_a_sheet_and_the_eleventh_begins_another() -> None:
    assert printed(*[BEGONA] * 10, sheet="a4-2x5").pages == 1
    result = printed(*[BEGONA] * 11, sheet="a4-2x5")
    assert (result.pages, result.items) == (2, 11)


def test_a_begun_sheet_is_used_from_its_first_free_label() -> None:
    result = printed(BEGONA, replace(BEGONA, code=tickets(1)[0]), sheet="a4-2x5", start=10)
    reader = Reader(result.pdf)
    assert result.pages == 2
    assert reader.codes(0, 203) == [BEGONA.code]
    picture = reader.picture(0, 25.4)
    assert all(picture.pixelColor(x, y).lightness() > 240 for x in range(16, 104) for y in range(14, 283))


@pytest.mark.parametrize(("sheet", "start"), [("a3", 1), ("a4-2x5", 11), ("a4-2x5", 0), ("90x54", 2)])
def test_a_sheet_or_label_that_is_not_there_is_refused(sheet: str, start: int) -> None:
    with pytest.raises(WrongCall):
        printed(BEGONA, sheet=sheet, start=start)


@pytest.mark.parametrize("slot", range(1, 11))
def test_labels_are_where_the_sheet_has_them_to_a_twentieth_of_a_millimetre(slot: int) -> None:
    pdf = printed(BEGONA, sheet="a4-2x5", start=slot).pdf
    column, row = (slot - 1) % 2, (slot - 1) // 2
    x, y = 15 + 90 * column, 13.5 + 54 * row
    stream = next(part for part in streams(pdf) if b"Do" in part)
    found = re.search(rb"q 1 0 0 1 ([\d.]+) ([\d.]+) cm", stream)
    assert found is not None
    assert float(found[1]) / MM == pytest.approx(x, abs=0.05)
    assert 297 - float(found[2]) / MM == pytest.approx(y, abs=0.05)


def test_a_badge_without_table_or_code_has_neither() -> None:
    result = printed(replace(BEGONA, table=None, code=""))
    reader = Reader(result.pdf)
    assert reader.codes(0, 203) == []
    assert "Table" not in reader.lines()


def test_the_work_can_be_watched_and_stopped_between_pages() -> None:
    seen: list[tuple[int, int]] = []

    def watch(done: int, of: int) -> None:
        seen.append((done, of))
        if done >= 20:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        badges_pdf([BEGONA] * 50, Stock(), event_name=EVENT, t=ENGLISH, press=PRESS, told=watch)
    assert seen == [(10, 50), (20, 50)]


def test_no_badges_is_a_file_without_pages_of_nobody() -> None:
    assert printed().items == 0
    assert printed().pages == 0


def test_a_table_card_says_its_number_on_both_sides_the_back_upside_down() -> None:
    result = table_cards_pdf([TableCard(7, "La Huerta"), TableCard(128)], event_name=EVENT, t=ENGLISH, press=PRESS)
    reader = Reader(result.pdf)
    assert (result.pages, result.items, result.missing) == (2, 2, ())
    assert reader.lines(0).count("7") == 2
    assert reader.lines(0).count("La Huerta") == 2
    picture = reader.picture(0, 50.8)
    width, height = picture.width(), picture.height()
    differ = sum(
        abs(picture.pixelColor(x, y).lightness() - picture.pixelColor(width - 1 - x, height - 1 - y).lightness()) > 128
        for x in range(20, width - 20)
        for y in range(height // 2)
    )
    assert differ < 200


def test_a_table_number_is_at_least_150_points_however_many_figures_it_has() -> None:
    for number in (1, 88, 128):
        pdf = table_cards_pdf([TableCard(number)], event_name=EVENT, t=ENGLISH, press=PRESS).pdf
        sizes = [float(size) for part in streams(pdf) for size in re.findall(rb"BT ([\d.]+) 0 0", part)]
        assert max(sizes) >= 150


GUESTS = [
    SeatedGuest("Óscar Ñíguez", table=2),
    SeatedGuest("Begoña Ibáñez Etxeberria", company="Marea Coop.", table=7),
    SeatedGuest("Ana Núñez", table=2),
    SeatedGuest("Łukasz Wójcik", table=7),
    SeatedGuest("黄磊", table=1),
    SeatedGuest("Eva Nunez"),
]
NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


def seating(guests: list[SeatedGuest]) -> tuple[Printed, list[list[str]]]:
    result = seating_list_pdf(guests, Stamp(EVENT, NOON, 143), t=ENGLISH, press=PRESS)
    reader = Reader(result.pdf)
    return result, [reader.lines(page) for page in range(result.pages)]


def test_the_seating_list_is_by_surname_and_then_by_table() -> None:
    result, (by_name, by_table) = seating(GUESTS)
    assert result.items == len(GUESTS)
    found = [line for line in by_name if "," in line and "Printed" not in line]
    assert [line.split(",")[0] for line in found] == ["Ibáñez Etxeberria", "Ñíguez", "Núñez", "Nunez", "Wójcik"]
    assert [line for line in by_table if line.startswith("Table")] == ["Table 1", "Table 2", "Table 7"]
    assert by_table.index("Óscar Ñíguez") < by_table.index("Table 7")


def test_who_is_shortened_by_surname_and_by_table_is_one_person() -> None:
    long = "María de los Ángeles Fernández-Villaverde y Gómez de la Serna"
    result, _ = seating([*GUESTS, SeatedGuest(long, table=2)])
    assert result.abbreviated == (long,)


def test_every_page_of_the_list_says_when_it_was_printed_and_which_it_is() -> None:
    many = [
        SeatedGuest(f"Ana {letter}{letter.lower()}rez Gil", table=1 + place % 9)
        for place, letter in enumerate("ABCDEFGH" * 30)
    ]
    result, pages = seating(many)
    assert result.pages > 4
    for number, page in enumerate(pages, start=1):
        assert f"Printed: Saturday, 21 November, 12:00 · version 143 Page {number} of {result.pages}" in page


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.none() | st.integers(1, 6)), max_size=150))
@settings(max_examples=15, deadline=None)
def test_nobody_is_left_out_of_the_list(rows: list[tuple[str, int | None]]) -> None:
    guests = [SeatedGuest(name, table=table) for name, table in rows]
    pages = [*leaves("", by_letter(guests, ENGLISH)), *leaves("", by_table(guests, ENGLISH))]
    lines = [row for leaf in pages for column in leaf.columns for row in column if row.text and not row.heading]
    by_name = [row for row in lines if row.beside or row.blank]
    assert len(by_name) == len(guests)
    assert len(lines) - len(by_name) == sum(guest.table is not None for guest in guests)
    for leaf in pages:
        for column in leaf.columns:
            assert not column[-1].heading
