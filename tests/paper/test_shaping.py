"""Glyphs: the same that HarfBuzz gives, and never an empty box in silence."""

from __future__ import annotations

import pytest
import uharfbuzz as hb

from checkin.paper.fonts import Fonts, Weight
from checkin.paper.press import Press
from tests.paper.names_of_the_world import NAMES

ONE_FONT = {
    "Begoña Ibáñez": "Inter",
    "Щёголев": "Inter",
    "Παπαδόπουλος": "Inter",
    "محمد العربي": "NotoSansArabic",
    "عبد الله": "NotoSansArabic",
    "שרה לוי": "NotoSansHebrew",
    "क्षत्रिय": "NotoSans",
    "น้ำทิพย์": "NotoSansThai",
    "খান": "NotoSansBengali",
    "黄磊": "NotoSansSC",
    "김민준": "NotoSansKR",
    "👩\u200d💻": "NotoEmoji",
}


@pytest.mark.parametrize(("text", "family"), ONE_FONT.items(), ids=ONE_FONT.values())
def test_glyphs_and_places_are_those_of_harfbuzz(text: str, family: str, press: Press) -> None:
    face = next(face for face in Fonts().row(Weight.SEMIBOLD) if face.family == family)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer)
    line = press.line(text, Weight.SEMIBOLD)
    glyphs = [glyph for run in line.runs for glyph in run.glyphs]
    assert [glyph.id for glyph in glyphs] == [info.codepoint for info in buffer.glyph_infos]
    for glyph, place in zip(glyphs, buffer.glyph_positions, strict=True):
        assert glyph.advance == pytest.approx(place.x_advance / face.upem)
        assert (glyph.dx, glyph.dy) == pytest.approx((place.x_offset / face.upem, place.y_offset / face.upem))


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize("name", NAMES)
def test_no_name_has_an_empty_box(name: str, weight: Weight, press: Press) -> None:
    line = press.line(name, weight)
    assert line.missing == ""
    assert all(glyph.id for run in line.runs for glyph in run.glyphs)
    assert line.ink.right > line.ink.left


def test_what_no_font_has_is_reported(press: Press) -> None:
    assert press.line("ሰላም Abebe ሰ").missing == "ሰላም"


def test_letters_kern(press: Press) -> None:
    apart = press.line("A").width + press.line("V").width
    assert press.line("AV").width < apart


def test_ink_reaches_further_up_with_accents(press: Press) -> None:
    assert press.line("Ễ").ink.top > press.line("E").ink.top + 0.1


def test_an_empty_text_is_an_empty_line(press: Press) -> None:
    assert press.line(" \u200b").runs == ()
