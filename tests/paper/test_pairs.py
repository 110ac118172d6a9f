"""Latin letters set pair by pair stand exactly where HarfBuzz would put them, whatever surrounds them."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
import uharfbuzz as hb

from checkin.paper.fonts import Face, Fonts, Weight
from checkin.paper.pairs import Letters, language_of
from checkin.paper.press import Press
from tests.paper.names_of_the_world import NAMES

FACES = {weight: Fonts().row(weight)[0] for weight in Weight}
LETTERS = {weight: Letters(face) for weight, face in FACES.items()}
SPANISH = "aábcdeéfghiíjklmnñoópqrstuúüvwxyzAÁBCDEÉFGHIÍJKLMNÑOÓPQRSTUÚÜVWXYZçÇàÀèÈòÒïÏ"
SIGNS = "   --''’..,,·&…()/:@+0123456789xX"


def shaped(face: Face, text: str) -> list[tuple[int, tuple[int, ...]]]:
    """Number and place of each glyph, as HarfBuzz says."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language_of(text)
    hb.shape(face.hb_font, buffer)
    return [
        (info.codepoint, tuple(place.position))
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def paired(letters: Letters, text: str) -> list[tuple[int, tuple[int, ...]]] | None:
    """The same by the table of pairs."""
    advances = letters.advances(text)
    if advances is None:
        return None
    return [(letters.ids[char], (0, 0, across, 0)) for char, across in zip(text, advances, strict=True)]


def mismatches(weight: Weight, texts: list[str], *, taken: float) -> list[str]:
    """The texts that are set otherwise; so many of them have to be set by pairs at all."""
    letters = LETTERS[weight]
    found = [(text, paired(letters, text)) for text in texts]
    by_pairs = [(text, places) for text, places in found if places is not None]
    assert len(by_pairs) >= taken * len(texts)
    return [text for text, places in by_pairs if places != shaped(FACES[weight], text)]


@pytest.mark.parametrize("weight", Weight)
def test_every_three_letters_of_spain(weight: Weight) -> None:
    some = Random(str(weight)).sample(list(product(SPANISH + " ", repeat=3)), 12_000)
    assert mismatches(weight, ["".join(letters) for letters in some], taken=0.9) == []


@pytest.mark.parametrize("weight", Weight)
def test_letters_among_signs_and_figures(weight: Weight) -> None:
    luck = Random(f"signs {weight}")
    letters = SPANISH[:30] + SIGNS
    texts = ["".join(luck.choice(letters) for _ in range(luck.randint(1, 8))) for _ in range(20_000)]
    assert mismatches(weight, texts, taken=0.05) == []


@pytest.mark.parametrize("weight", Weight)
def test_letters_of_all_europe(weight: Weight) -> None:
    luck = Random(f"europe {weight}")
    letters = sorted(char for char in LETTERS[weight].cells if char.isalpha())
    texts = ["".join(luck.choice(letters) for _ in range(luck.randint(1, 10))) for _ in range(10_000)]
    assert mismatches(weight, texts, taken=0.5) == []


@pytest.mark.parametrize("weight", Weight)
def test_hyphens_between_names(weight: Weight) -> None:
    luck = Random(f"hyphens {weight}")

    def word() -> str:
        return luck.choice(SPANISH) + "".join(luck.choice(SPANISH[:33]) for _ in range(luck.randint(1, 5)))

    texts = ["-".join(word() for _ in range(luck.randint(2, 3))) + luck.choice(("", " Gil", ".")) for _ in range(8000)]
    assert mismatches(weight, texts, taken=0.9) == []


@pytest.mark.parametrize(
    "name", ["Fernández-Villaverde de la Serna", "O’Neill", "María José Puig i Roca", "Łukasz Żak"]
)
def test_usual_names_are_set_by_pairs(name: str) -> None:
    assert paired(LETTERS[Weight.BOLD], name) is not None


@pytest.mark.parametrize("text", ["9x5", "A-B", "-B", "a->b", "A (b)", "№ 5", "黄磊", "Marcel·lí", "ﬁn", "a-"])
def test_what_hangs_on_more_than_a_neighbour_is_left_to_harfbuzz(text: str) -> None:
    letters = LETTERS[Weight.REGULAR]
    assert paired(letters, text) in (None, shaped(FACES[Weight.REGULAR], text))
    line = Press().line(text)
    ids = [glyph.id for run in line.runs for glyph in run.glyphs if run.face.name == "Inter-Regular"]
    assert ids == [glyph for glyph, _ in shaped(FACES[Weight.REGULAR], text) if glyph]


def edges(face: Face, text: str) -> tuple[list[float], float]:
    """The box around all ink, glyph by glyph, and the width, in ems."""
    pen, boxes = 0.0, []
    for glyph, (_, _, across, _) in shaped(face, text):
        box = face.hb_font.get_glyph_extents(glyph)
        if box is not None and box.width:
            left = pen + box.x_bearing
            boxes.append((left, box.y_bearing + box.height, left + box.width, box.y_bearing))
        pen += across
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return [edge / face.upem for edge in (min(lefts), min(lows), max(rights), max(highs))], pen / face.upem


def test_ink_and_width_are_those_of_the_glyphs(press: Press) -> None:
    luck = Random("ink")
    narrow = "jfJTLtilr.'’,· "
    made = ["".join(luck.choice(narrow) for _ in range(luck.randint(2, 6))).strip(" .") for _ in range(3000)]
    texts = {text for name in NAMES for text in (name, name.upper())} | {
        " ".join(text.split()) for text in made if text
    }
    for text in texts:
        line = press.line(text, Weight.MEDIUM)
        if paired(LETTERS[Weight.MEDIUM], line.text) is not None:
            ink, width = edges(FACES[Weight.MEDIUM], line.text)
            assert list(line.ink) == pytest.approx(ink), text
            assert line.width == pytest.approx(width), text


def test_catalan_names_are_set_as_catalan_does_it_on_every_machine(press: Press) -> None:
    glyphs = [glyph for run in press.line("Marcel·lí").runs for glyph in run.glyphs]
    assert "".join(glyph.text for glyph in glyphs) == "Marcel·lí"
    plain = [glyph for run in press.line("Marcella · lí").runs for glyph in run.glyphs]
    assert len(glyphs) == len("Marcel·lí") - 1, "l· is one glyph, with the point close to the letter"
    assert len(plain) == len("Marcella · lí")
