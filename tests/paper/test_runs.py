"""What a text is taken apart into."""

from __future__ import annotations

from hypothesis import given

from checkin.paper.fonts import Fonts, Weight
from checkin.paper.runs import clean, graphemes, split
from tests.paper.names_of_the_world import mixed

ROW = Fonts().row(Weight.BOLD)


def families(text: str) -> list[str]:
    return [run.face.family for run in split(clean(text), ROW)]


def test_a_loose_accent_is_joined_to_its_letter_first() -> None:
    assert clean("Begon\u0303a") == "Begoña"


def test_invisible_leftovers_of_a_copy_and_paste_are_dropped() -> None:
    assert clean("\ufeffAna\u202e\u00a0 Gil\x00\n") == "Ana Gil"


def test_a_spanish_name_is_one_run() -> None:
    assert families("Begoña Ibáñez Etxeberria") == ["Inter"]


def test_an_emoji_in_a_handle_comes_from_the_emoji_font_and_the_rest_does_not() -> None:
    assert families("@café_🚀_9") == ["Inter", "NotoEmoji", "Inter"]


def test_a_joined_emoji_is_one_piece() -> None:
    assert [run.text for run in split("👩\u200d💻", ROW)] == ["👩\u200d💻"]


def test_kana_asks_for_japanese_shapes_and_hangul_for_korean_ones() -> None:
    assert families("黄磊") == ["NotoSansSC"]
    assert set(families("黄さくら")) == {"NotoSansJP"}
    assert set(families("김민준")) == {"NotoSansKR"}


def test_a_mixed_name_is_in_the_order_of_the_eye() -> None:
    assert [run.text.strip() for run in split("שרה Levi", ROW)] == ["Levi", "שרה"]


def test_a_letter_and_its_marks_are_never_set_in_two_fonts() -> None:
    assert next(run.text for run in split(clean("x\u0331y"), ROW)).startswith("x\u0331")


@given(mixed)
def test_runs_hold_the_whole_text_and_nothing_else(text: str) -> None:
    cleaned = clean(text)
    runs = sorted(split(cleaned, ROW), key=lambda run: run.start)
    assert "".join(run.text for run in runs) == cleaned
    assert "".join(graphemes(cleaned)) == cleaned


@given(mixed)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
