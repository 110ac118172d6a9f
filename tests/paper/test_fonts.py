"""The fonts that are shipped."""

from __future__ import annotations

import pytest

from checkin import resources
from checkin.paper.fonts import EMOJI, INTER, Fonts, Weight


@pytest.mark.parametrize("weight", Weight)
def test_every_weight_has_a_file_for_every_script(weight: Weight) -> None:
    for face in Fonts().row(weight):
        assert " " in face.characters, face.name


def test_latin_letters_come_from_the_face_of_the_screen_and_emoji_come_last() -> None:
    families = [face.family for face in Fonts().row(Weight.REGULAR)]
    assert families[0] == INTER
    assert families[-1] == EMOJI


def test_every_family_has_its_licence_beside_it() -> None:
    folders = [folder for folder in resources.path("fonts").iterdir() if folder.is_dir()]
    assert folders
    for folder in folders:
        assert "SIL Open Font License, Version 1.1" in (folder / "OFL.txt").read_text(encoding="utf-8"), folder


def test_the_folder_stays_small_enough_to_ship() -> None:
    assert sum(file.stat().st_size for file in resources.path("fonts").rglob("*.ttf")) < 16_000_000


@pytest.mark.parametrize("letters", ["喆堃祎赟翀珺犇镕", "臺灣陳黃", "髙﨑凜澤濱", "김민준"])
def test_letters_of_names_that_old_standards_lack_can_be_printed(letters: str) -> None:
    known = frozenset[str]().union(*(face.characters for face in Fonts().row(Weight.BOLD)))
    assert known.issuperset(letters)


def test_ink_is_where_the_outline_is() -> None:
    face = Fonts().row(Weight.BOLD)[0]
    capital = face.cells[face.glyph("H")]
    assert capital.bottom == 0
    assert capital.top / face.upem == pytest.approx(0.727, abs=0.01)


def test_a_space_has_an_advance_and_no_ink() -> None:
    face = Fonts().row(Weight.BOLD)[0]
    space = face.cells[face.glyph(" ")]
    assert space.advance > 0
    assert space.right < space.left
