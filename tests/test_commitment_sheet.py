"""The sheet for the door: the figure can be read, and its code decoded."""

from __future__ import annotations

import pytest

from checkin.commitment import commitment
from checkin.commitment_sheet import commitment_pdf
from checkin.words import Words
from tests.meals import NOW, guest, meal
from tests.paper.reading import Reader


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_figure_is_on_the_sheet_in_words_and_as_a_code(language: str) -> None:
    told = commitment(meal(guest(1, "Ana Gil")))
    made = commitment_pdf(told, event_name="Comida", at=NOW, t=Words(language))
    sheet = Reader(made.pdf)
    assert (made.pages, made.missing, made.abbreviated) == (1, (), ())
    assert told.digest in "".join(sheet.lines()).replace(" ", "")
    assert sheet.codes(0, 203) == [told.digest]
