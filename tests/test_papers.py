"""Designs, backs, folded badges, own sheets, bleed, calibration: what is asked for is where it should be."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from checkin.badges import Badge, Design, Press, Stock, badges_pdf, calibration_pdf
from checkin.errors import WrongCall
from checkin.mecard import LONGEST, mecard
from checkin.paper.adjusting import EXACT, INSET, Adjustment, measured
from checkin.paper.badge import draw, ground_of
from checkin.paper.badge_back import draw_back
from checkin.paper.colours import contrast
from checkin.paper.contact_sheet import MOST, Contact, draw_contacts
from checkin.paper.cutting import AROUND
from checkin.paper.designs import LOOKS, Field
from checkin.paper.fitting import MM
from checkin.paper.layout import Box, layout
from checkin.paper.logo import accepted
from checkin.paper.sheets import A4, own_name, places, sheet_named
from checkin.words import Words
from tests.paper.names_of_the_world import mixed
from tests.paper.reading import Reader, streams
from tests.paper.watching import Watched
from tests.test_badges import BEGONA

pytestmark = pytest.mark.usefixtures("qapp")

ENGLISH = Words("en")
PRESS = Press()
FULL = replace(
    BEGONA,
    offers="Volunteering that leaves something behind",
    seeks="Mentors for three young projects",
    rounds=(7, 12, 3),
    contact=mecard(BEGONA.name, organization=BEGONA.company),
)
looks = st.sampled_from(list(LOOKS))


def picture(size: tuple[int, int] = (600, 200), kind: str = "PNG") -> bytes:
    file = BytesIO()
    Image.new("RGB", size, (200, 30, 60)).save(file, kind)
    return file.getvalue()


def printed(badge: Badge, stock: Stock, design: Design = Design()) -> Reader:  # noqa: B008 - a frozen value
    return Reader(badges_pdf([badge], stock, event_name="November lunch", t=ENGLISH, design=design, press=PRESS).pdf)


# --- looks ---


@given(
    name=mixed,
    company=mixed,
    offers=mixed,
    look=looks,
    logo=st.booleans(),
    size=st.sampled_from([(90, 54), (105, 148), (89, 36), (75, 40)]),
)
@settings(max_examples=120, deadline=None)
def test_in_every_look_no_text_meets_the_code_the_band_or_the_edge(
    name: str, company: str, offers: str, look: str, logo: bool, size: tuple[float, float]
) -> None:
    design = Design(look, logo=accepted(picture()) if logo else b"")
    badge = replace(FULL, name=name, company=company, offers=offers)
    page = Watched(*size)
    with page.at(0, 0):
        draw(page, PRESS, badge, size, ENGLISH, design)
    plan = layout(*size, lines=4, code=True, table=True, ground=ground_of(design))
    taboo = [box for box in (plan.plate, plan.band, plan.stripe, plan.logo) if box]
    for ink in page.inks:
        assert not any(ink.meets(box) for box in taboo)
        assert ink.x >= -0.01
        assert ink.y >= -0.01
        assert ink.right <= size[0] + 0.01
        assert ink.bottom <= size[1] + 0.01


@pytest.mark.parametrize("look", list(LOOKS))
def test_every_look_can_be_scanned_and_says_the_name(look: str) -> None:
    reader = printed(FULL, Stock("90x54"), Design(look, "#F2C200", logo=accepted(picture())))
    assert reader.codes(0, 203) == [BEGONA.code]
    assert "Begoña" in " ".join(reader.lines(0))


@given(st.integers(0, 0xFFFFFF))
def test_on_any_colour_the_letters_can_be_read(colour: int) -> None:
    design = Design(colour=f"#{colour:06X}")
    assert contrast(design.on_fill, design.fill) >= 4.5
    assert contrast(design.on_paper, (1.0, 1.0, 1.0)) >= 4.5


@pytest.mark.parametrize("wrong", [{"look": "baroque"}, {"colour": "green"}])
def test_a_look_or_colour_that_is_none_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(WrongCall):
        Design(**wrong)  # type: ignore[arg-type]


def test_a_design_is_read_back_as_it_was_written_and_rubbish_is_the_usual_one() -> None:
    design = Design("stripe", "#123456", frozenset({Field.CODE, Field.EMAIL}), accepted(picture()))
    assert Design.from_text(design.to_text()) == design
    for rubbish in ("", "{", '{"look": "baroque", "colour": 7, "fields": ["x"]}'):
        assert Design.from_text(rubbish).look == "classic"


# --- backs and folds ---


def test_a_folded_badge_has_its_back_upside_down_above_the_front() -> None:
    reader = printed(FULL, Stock("a4-fold"))
    assert sorted(reader.codes(0, 300)) == sorted([BEGONA.code, FULL.contact])
    said = " ".join(reader.lines(0))
    for text in ("I offer", "I look for", "Volunteering", "7 · 12 · 3", "Ibáñez Etxeberria"):
        assert text in said


def test_a_back_lies_behind_its_front_when_the_sheet_is_turned() -> None:
    reader = printed(FULL, Stock("a4-2x5", start=3, duplex=True))
    assert reader.document.pageCount() == 2
    assert reader.codes(0, 203) == [BEGONA.code]
    assert reader.codes(1, 300) == [FULL.contact]
    back = reader.picture(1, 25.4)
    dark = {x > 105 for x in range(16, 194) for y in range(70, 120) if back.pixelColor(x, y).lightness() < 100}
    assert dark == {True}, "the left column's back is in the right one"


@given(name=mixed, offers=mixed, seeks=mixed, rounds=st.lists(st.integers(1, 99), max_size=5))
@settings(max_examples=60, deadline=None)
def test_no_text_of_a_back_meets_its_code_or_leaves_the_label(
    name: str, offers: str, seeks: str, rounds: list[int]
) -> None:
    badge = replace(FULL, name=name, given="", family="", offers=offers, seeks=seeks, rounds=tuple(rounds))
    page = Watched(90, 54)
    with page.at(0, 0):
        draw_back(page, PRESS, badge, (90, 54), Design(), ENGLISH)
    for ink in page.inks:
        assert not any(ink.meets(code) for code in page.codes)
        assert ink.x >= -0.01
        assert ink.right <= 90.01
        assert ink.bottom <= 54.01


@given(people=st.lists(st.builds(Contact, mixed, st.lists(mixed, max_size=7).map(tuple)), min_size=1, max_size=MOST))
@settings(max_examples=30, deadline=None)
def test_on_a_contact_sheet_nobody_reaches_into_the_next_ones_place(people: list[Contact]) -> None:
    page = Watched(*A4)
    draw_contacts(page, PRESS, people, "Table 7", "Lunch")
    below = sorted(set(page.rules))
    for ink in page.inks:
        assert not any(ink.y < rule - 0.05 and ink.bottom > rule + 0.05 for rule in below)
        assert ink.bottom < max(below)


@given(*[st.text(max_size=80)] * 4)
def test_a_contact_is_never_too_long_for_its_code_unless_the_name_is(
    name: str, company: str, email: str, note: str
) -> None:
    said = mecard(name, organization=company, email=email, note=note)
    assert said.startswith("MECARD:")
    assert said.endswith(";;") or not name.strip()
    assert len(said.encode()) <= max(LONGEST, len(mecard(name).encode()))


# --- stock ---


@given(
    label=st.tuples(st.floats(25, 105), st.floats(20, 148)),
    first=st.tuples(st.floats(0, 40), st.floats(0, 40)),
    gap=st.tuples(st.floats(0, 10), st.floats(0, 10)),
    paper=st.sampled_from(["a4", "letter"]),
)
def test_on_a_sheet_of_ones_own_every_label_is_on_the_paper_and_none_on_another(
    label: tuple[float, float], first: tuple[float, float], gap: tuple[float, float], paper: str
) -> None:
    label, first = tuple(round(side, 1) for side in label), tuple(round(side, 1) for side in first)  # type: ignore[assignment]
    pitch = (round(label[0] + gap[0], 1), round(label[1] + gap[1], 1))
    sheet = sheet_named(own_name(paper, label, first, pitch))
    boxes = [Box(place.x, place.y, *sheet.label) for place in places(sheet, sheet.labels)]
    assert boxes
    assert max(box.right for box in boxes) <= sheet.page[0] + 0.02
    assert max(box.bottom for box in boxes) <= sheet.page[1] + 0.02
    assert not any(one.meets(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])


@pytest.mark.parametrize(
    "name",
    ["own:a3:63,38,7,15,66,38", "own:a4:63,38,7,15,66", "own:a4:63,38,7,15,60,38", "own:a4:5,5,0,0,5,5",
     "own:a4:90,54,150,0,90,54", "own:a4:nan,38,7,15,66,38", "own:a4:inf,38,7,15,inf,38", "own"],
)  # fmt: skip
def test_lengths_that_make_no_sheet_are_refused(name: str) -> None:
    with pytest.raises(WrongCall):
        sheet_named(name)


def test_colour_runs_over_the_edge_for_a_print_shop_and_the_trim_is_told() -> None:
    stock = Stock("90x54", bleed=3.0)
    pdf = badges_pdf([FULL], stock, event_name="Lunch", t=ENGLISH, design=Design("band", "#8A1538"), press=PRESS).pdf
    box = re.search(rb"/TrimBox \[([\d. ]+)\]", pdf)
    assert box is not None
    left, bottom, right, top = (float(edge) / MM for edge in box[1].split())
    assert right - left == pytest.approx(90, abs=0.02)
    assert top - bottom == pytest.approx(54, abs=0.02)
    picture_ = Reader(pdf).picture(0, 254)
    edge = 3.0 + AROUND
    for x, y, coloured in ((edge - 2.5, edge + 2, True), (edge + 20, edge - 2.5, True), (edge - 3.5, edge + 2, False)):
        assert (picture_.pixelColor(round(x * 10), round(y * 10)).lightness() < 150) is coloured


@given(
    offset=st.tuples(st.floats(-3, 3), st.floats(-3, 3)),
    scale=st.tuples(st.floats(0.98, 1.02), st.floats(0.98, 1.02)),
)
def test_what_the_calibration_page_shows_is_undone(offset: tuple[float, float], scale: tuple[float, float]) -> None:
    """A printer moves and stretches; the crosses are measured; adjusted, every point is where it should be."""

    def there(x: float, y: float) -> tuple[float, float]:
        return offset[0] + scale[0] * x, offset[1] + scale[1] * y

    (left, top), (right, bottom) = there(INSET, INSET), there(A4[0] - INSET, A4[1] - INSET)
    found = measured(A4, (left, top, A4[0] - right, A4[1] - bottom))
    for x, y in ((0.0, 0.0), (100.0, 200.0), A4):
        across, down = there(found.right + found.across * x, found.down + found.along * y)
        assert across == pytest.approx(x, abs=1e-6)
        assert down == pytest.approx(y, abs=1e-6)
    assert Adjustment.from_text(found.to_text()).right == pytest.approx(found.right, abs=1e-4)


@pytest.mark.parametrize("name", ["brother-dk11201", "dymo-11356", "dymo-99012"])
def test_labels_are_calibrated_with_crosses_of_their_own(name: str) -> None:
    page = sheet_named(name).page
    made = calibration_pdf(name, t=ENGLISH, press=PRESS)
    assert "5 mm" in " ".join(Reader(made.pdf).lines())
    assert made.abbreviated == ()
    found = measured(page, (6.0, 5.0, 4.0, 5.0))
    assert found.right == pytest.approx(-1.0)
    assert found.down == pytest.approx(0.0)


@pytest.mark.parametrize("readings", [(20.0, 20.5, 20.0, 20.0), (float("nan"), 5.0, 5.0, 5.0), (0.0, 5.0, 0.0, 5.0)])
def test_readings_that_would_spoil_a_label_are_refused(readings: tuple[float, float, float, float]) -> None:
    with pytest.raises(WrongCall):
        measured((89.0, 36.0), readings)
    with pytest.raises(WrongCall):
        measured((89.0, 40.0), (20.0, 20.0, 20.0, 20.0))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sheet", ["own:a4:45,50,10,10,45,50", "own:a4:40,20,10,10,45,22", "own:a4:65,40,10,10,66,41"])
def test_a_first_name_can_be_read_on_a_label_of_any_size(sheet: str, look: str) -> None:
    size = sheet_named(sheet).face
    page = Watched(*size)
    design = Design(look, "#0F6B5C")
    badge = replace(FULL, name="Itziar Agirre", given="Itziar", family="Agirre")
    made = draw(page, PRESS, badge, size, ENGLISH, design)
    name = next(mark for mark in page.texts() if mark.said.startswith("Itzia"))
    assert name.size >= 7.0 or made.abbreviated


def test_an_adjusted_page_is_moved_by_what_was_asked() -> None:
    exact, moved = (
        printed(BEGONA, Stock("90x54", adjustment=one)).picture(0, 254) for one in (EXACT, Adjustment(2.0, 1.0))
    )
    for x, y in ((100, 100), (700, 100), (710, 300), (300, 200)):
        assert moved.pixelColor(x + 20, y + 10).lightness() == exact.pixelColor(x, y).lightness()


def test_a_reading_that_no_printer_has_is_refused() -> None:
    with pytest.raises(WrongCall):
        measured(A4, (20, 20, 20, 200))
    assert Adjustment.from_text("nonsense") == EXACT
    assert Adjustment.from_text("99,0,1,1") == EXACT


def test_the_calibration_page_has_its_crosses_where_they_are_measured_from() -> None:
    pdf = calibration_pdf("a4-2x5", t=ENGLISH, press=PRESS).pdf
    said = streams(pdf)[0] if b" re" in streams(pdf)[0] else b"\n".join(streams(pdf))
    for x, y in ((INSET - 8, INSET), (A4[0] - INSET - 8, A4[1] - INSET)):
        assert f"{x * MM:.2f} {(A4[1] - y) * MM:.2f} m".encode() in said
