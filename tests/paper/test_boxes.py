"""Nothing that is drawn on a badge touches anything else, in any look, on any sheet, whatever there is to draw."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import combinations, product

import pytest
from PIL import Image

from checkin.mecard import mecard
from checkin.paper.badge import ROOMY, Badge, draw, draw_ground, front, ground_of
from checkin.paper.badge_back import draw_back
from checkin.paper.designs import LOOKS, Design
from checkin.paper.layout import Box, layout
from checkin.paper.logo import accepted
from checkin.paper.placing import Drawn
from checkin.paper.press import Press
from checkin.paper.sheets import SHEETS, sheet_named
from checkin.words import Words
from tests.paper.watching import Mark, Watched

ENGLISH = Words("en")
EVENT = "Comida networking de noviembre"
OWN = ("own:a4:63.5,38.1,7.2,15.1,66,38.1", "own:a4:50,70,10,10,60,80")
ALL = (*SHEETS, *OWN)
APART = 0.2
"""Of anything that is not text from everything else, in millimetres."""

LONG = "Help for small cooperatives that want to put their accounts in order before the summer, with our own templates"
GUEST = Badge(
    name="Begoña Ibáñez Etxeberria", company="Marea Coop.", role="Directora", handle="@begoibanez", sector="Legal",
    sector_colour="#0072B2", offers=LONG, seeks=LONG, rounds=(7, 12, 3), marks=("Sin gluten",),
    contact=mecard("Begoña Ibáñez Etxeberria", organization="Marea Coop."),
)  # fmt: skip


def logo(*size: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (size[0], size[1]), (200, 30, 60)).save(file, "PNG")
    return accepted(file.getvalue())


LOGO = logo(600, 200)


def drawn(press: Press, size: tuple[float, float], badge: Badge, design: Design) -> tuple[Watched, Drawn]:
    """A front and its ground, and what became of the ground."""
    page = Watched(*size)
    said = front(badge, whole=size[1] >= ROOMY)
    plan = layout(*size, lines=0, code=bool(said.code), table=said.table is not None, ground=ground_of(design))
    made = draw_ground(page, press, EVENT, plan, ENGLISH, design)
    draw(page, press, said, size, ENGLISH, design)
    return page, made


def within(box: Box, other: Box) -> bool:
    return other.x <= box.x and other.y <= box.y and box.right <= other.right and box.bottom <= other.bottom


def clear(one: Mark, other: Mark) -> bool:
    """Whether two marks share no ground, or the one stands inside the other as it should."""
    for inside, around in ((one, other), (other, one)):
        holds = around.kind in {"ground", "block", "outline"} and inside.kind not in {"code", "ground"}
        if holds and within(inside.box, around.inner):
            return True
    air = 0.0 if {one.kind, other.kind} <= {"text", "block", "ground"} else APART
    x, y, width, height = one.box
    return not Box(x - air, y - air, width + 2 * air, height + 2 * air).meets(other.box)


@pytest.mark.parametrize("sheet", ALL)
@pytest.mark.parametrize("look", LOOKS)
def test_no_two_things_on_a_front_touch(press: Press, look: str, sheet: str) -> None:
    for coded, seated, marked in product((True, False), repeat=3):
        design = Design(look, "#8A1538", logo=LOGO if marked else b"")
        badge = replace(GUEST, code="BCDFGHJKLNPRSTVXBCDF" if coded else "", table=7 if seated else None, contact="")
        page, _ = drawn(press, sheet_named(sheet).face, badge, design)
        touching = [(one, other) for one, other in combinations(page.marks, 2) if not clear(one, other)]
        assert not touching, (coded, seated, marked)


@pytest.mark.parametrize("sheet", ALL)
def test_no_two_things_on_a_back_touch(press: Press, sheet: str) -> None:
    page = Watched(*sheet_named(sheet).face)
    draw_back(page, press, GUEST, sheet_named(sheet).face, Design(), ENGLISH)
    assert not [(one, other) for one, other in combinations(page.marks, 2) if not clear(one, other)]


@pytest.mark.parametrize("size", [(200, 200), (100, 400), (1000, 100)])
@pytest.mark.parametrize("look", LOOKS)
def test_the_event_stands_beside_the_logo_whatever_its_shape(press: Press, look: str, size: tuple[int, int]) -> None:
    for sheet in ("a4-2x5", "a4-a6", "dymo-99015"):
        design = Design(look, logo=logo(*size))
        page, _ = drawn(press, SHEETS[sheet].face, replace(GUEST, table=7, code="BCDFGHJKLNPRSTVXBCDF"), design)
        (picture,) = (mark.box for mark in page.marks if mark.kind == "picture")
        words = [mark.box for mark in page.texts() if mark.said in EVENT]
        assert picture.width / picture.height <= max(size[0] / size[1], 1) * 1.01
        if words[0].x > picture.x:
            assert words[0].x - picture.right == pytest.approx(2.0, abs=0.3)
        else:
            assert SHEETS[sheet].face[0] - picture.right == pytest.approx(words[0].x + 0.8, abs=0.7)  # with its rim


def test_on_a_centred_badge_the_event_stands_above_the_middle_of_the_name(press: Press) -> None:
    for sheet in ("a4-2x5", "dymo-99015", "a4-a6"):
        for picture in (b"", LOGO):
            page, _ = drawn(
                press,
                SHEETS[sheet].face,
                replace(GUEST, table=7, code="BCDFGHJKLNPRSTVXBCDF"),
                Design("centred", logo=picture),
            )
            if picture and sheet == "a4-a6":
                continue  # the logo keeps its end of the band
            head = [mark.box for mark in page.marks if mark.kind == "picture" or (mark.said and mark.said in EVENT)]
            name = next(mark.box for mark in page.texts() if mark.said == "Begoña")
            middle = (min(box.x for box in head) + max(box.right for box in head)) / 2
            assert middle == pytest.approx(name.x + name.width / 2, abs=0.7)


@pytest.mark.parametrize("sheet", ALL)
@pytest.mark.parametrize("look", LOOKS)
def test_the_event_and_the_logo_are_drawn_or_it_is_said_that_they_are_not(press: Press, look: str, sheet: str) -> None:
    badge = replace(GUEST, code="BCDFGHJKLNPRSTVXBCDF", table=7)
    page, made = drawn(press, sheet_named(sheet).face, badge, Design(look, logo=LOGO))
    both = EVENT in page.said() and any(mark.kind == "picture" for mark in page.marks)
    assert both or made.abbreviated
    if sheet in {"a4-2x5", "90x54", "cr80", "a6", "durable-1453"}:
        assert both


def test_on_the_lowest_label_the_event_is_left_out_and_reported(press: Press) -> None:
    page, made = drawn(press, SHEETS["brother-dk11201"].label, replace(GUEST, table=7), Design("centred"))
    assert EVENT not in page.said()
    assert made.abbreviated


def test_on_a_centred_badge_the_lines_below_stand_under_the_name_where_both_have_the_same_middle(press: Press) -> None:
    for sheet, centred in (("a4-2x5", True), ("a4-a7", True), ("a4-a6", False)):
        page, _ = drawn(
            press,
            SHEETS[sheet].face,
            replace(GUEST, table=7, rounds=(), code="BCDFGHJKLNPRSTVXBCDF"),
            Design("centred"),
        )
        middles = {mark.said: mark.box.x + mark.box.width / 2 for mark in page.texts()}
        lefts = {mark.said: mark.box.x for mark in page.texts()}
        for said in ("Marea Coop.", "Directora", "Sin gluten"):
            assert (abs(middles[said] - middles["Begoña"]) < 0.7) is centred, (sheet, said)
        assert (abs(lefts["Marea Coop."] - lefts["Directora"]) < 0.5) is not centred


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sheet", ALL)
def test_in_its_block_a_table_of_three_figures_keeps_clear_of_the_edge_and_the_word(
    press: Press, sheet: str, look: str
) -> None:
    page, _ = drawn(
        press, sheet_named(sheet).face, replace(GUEST, table=128, code="BCDFGHJKLNPRSTVXBCDF"), Design(look)
    )
    number, word = (next(mark.box for mark in page.texts() if mark.said == said) for said in ("128", "Table"))
    block = next(mark.inner for mark in page.marks if mark.kind in {"block", "outline"} and within(number, mark.inner))
    for inside in (number, word):
        assert min(inside.x - block.x, block.right - inside.right) > block.width * 0.08
    assert number.y - word.bottom > min(0.5, block.height * 0.05)
    assert block.bottom - number.bottom > 0.5


def test_on_a_narrow_label_a_first_name_is_whole_even_where_surnames_cannot_be(press: Press) -> None:
    size = sheet_named("own:a4:40,20,10,10,45,22").face
    who = Badge(
        "María Gómez Constantinopolitana", "María", "Constantinopolitana", table=12, code="BCDFGHJKLNPRSTVXBCDF"
    )
    page, _ = drawn(press, size, who, Design())
    assert any(mark.said == "María" for mark in page.texts())


@pytest.mark.parametrize("sheet", ALL)
def test_a_contact_on_a_front_has_a_code_that_a_telephone_reads_or_it_is_reported(press: Press, sheet: str) -> None:
    size = sheet_named(sheet).face
    for letters in (20, 130, 300):
        badge = replace(GUEST, code="", table=7, contact="ñ" * (letters // 2))
        page = Watched(*size)
        made = draw(page, press, front(badge, whole=False), size, ENGLISH, Design())
        code = press.code(badge.contact)
        assert code is not None
        sides = [mark.box.width for mark in page.marks if mark.kind == "code"]
        assert all(side / code.across >= 0.4 for side in sides)
        assert made.uncoded is not bool(sides)


def test_where_a_first_name_could_not_be_read_even_the_marks_make_room(press: Press) -> None:
    size = sheet_named("own:a4:40,20,10,10,45,22").face
    badge = replace(GUEST, name="María de los Ángeles Gil", table=128, code="BCDFGHJKLNPRSTVXBCDF", contact="")
    page = Watched(*size)
    made = draw(page, press, front(badge, whole=False), size, ENGLISH, Design("band"))
    assert next(mark.size for mark in page.texts() if mark.said.startswith("María")) >= 7
    assert made.abbreviated


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("look", LOOKS)
def test_surnames_are_hardly_ever_larger_than_what_people_say_aloud(press: Press, look: str, sheet: str) -> None:
    given, family = "María de los Ángeles", "Fernández-Villaverde y Gómez de la Serna"
    badge = replace(GUEST, name=f"{given} {family}", given=given, family=family, table=12, code="BCDFGHJKLNPRSTVXBCDF")
    page = Watched(*SHEETS[sheet].face)
    draw(page, press, front(badge, whole=False), SHEETS[sheet].face, ENGLISH, Design(look, logo=LOGO))
    said = next(mark.size for mark in page.texts() if mark.said.startswith("María"))
    rest = next(mark.size for mark in page.texts() if mark.said.startswith("Fernández"))
    assert said >= rest * 0.9
