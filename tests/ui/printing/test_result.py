"""What the print page says when a print is done: the file, the codes, and whose name is not whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.words import Words
from tests.ui.printing.conftest import Open, Settle, look, to_file

LONG = "Maximiliana Bartholomäa Hohenzollern-Sigmaringen y Fernández de las Heras y Villanueva del Río Segundo"
PEOPLE = [f"{LONG} {LONG} {number}" for number in ("Uno", "Dos", "Tres", "Cuatro", "Cinco")]
UNHEARD = ["Zoé \U000120f7", "Ana \U000120f7", "Eva \U000120f7", "Leo \U000120f7"]


@pytest.mark.parametrize("printed", [False, True])
def test_names_that_were_shortened_and_letters_that_are_missing_are_said_beside_what_was_read_back(
    open_page: Open, settle: Settle, tmp_path: Path, printed: bool
) -> None:
    page = open_page([*PEOPLE, *UNHEARD])
    page.choices.sheet.setCurrentIndex(page.choices.sheet.findData("dymo-99012"))
    look(page, settle)
    if printed:
        page.print_on(to_file(tmp_path / "badges.pdf"))
    else:
        page.save_to(tmp_path / "badges.pdf")
    settle()
    first, shortened, missing = page.result.came.text().split("\n")
    assert first.endswith("9 codes read back")
    assert shortened.startswith("Shortened to fit: Maximiliana")
    assert shortened.endswith(" and 2 more.")
    assert missing.startswith("Letters that no font here has: Ana \U000120f7 (\U000120f7); ")
    assert missing.endswith(" and 1 more. Each is an empty box on paper; write it in by hand.")
    tip = page.result.came.toolTip()
    assert all(name[-6:] in tip for name in UNHEARD), "the tip has those who are only counted below the choices"
    assert page.result.came.wordWrap()
    assert page.result.came.height() >= page.result.came.heightForWidth(page.result.came.width())


def test_what_came_of_it_is_said_again_in_another_language(
    open_page: Open, settle: Settle, tmp_path: Path, t: Words
) -> None:
    page = open_page(["Ana Gil"])
    page.save_to(tmp_path / "badges.pdf")
    settle()
    page.save_to(tmp_path / "again.pdf")
    settle()
    t.switch("es")
    page.retranslate()
    assert page.result.again.isVisible()
    assert page.result.came.text().startswith("Esta persona tiene ya esta misma acreditación")
