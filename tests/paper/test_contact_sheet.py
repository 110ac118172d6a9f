"""Contact sheets: what people say has the room that there is, and nobody stands alone beside a full column."""

from __future__ import annotations

import pytest

from checkin.cards import contacts_pdf
from checkin.paper.contact_sheet import MOST, Contact, draw_contacts
from checkin.paper.press import Press
from checkin.paper.sheets import A4
from checkin.words import Words
from tests.paper.reading import Reader
from tests.paper.watching import Watched

EN = Words("en")
LONG = "Responsable adjunta de coordinación territorial, voluntariado, alianzas y comunicación interna"


def drawn(press: Press, *people: Contact) -> tuple[Watched, bool]:
    page = Watched(*A4)
    made, _ = draw_contacts(page, press, people, "Table 7", "Lunch")
    return page, any(one.abbreviated for one in made)


def test_long_lines_are_whole_and_no_smaller_than_short_ones_while_there_is_room(press: Press) -> None:
    (long, shortened), (short, _) = (drawn(press, Contact("Ana Gil", (line, "@ana"), "tel")) for line in (LONG, "Pan"))
    assert not shortened
    assert LONG in long.said()
    size = next(mark.size for mark in short.texts() if mark.said == "Pan")
    assert all(mark.size == pytest.approx(size) for mark in long.texts() if mark.said in LONG)


def test_what_has_no_room_is_shortened_to_what_the_place_holds_and_reported(press: Press) -> None:
    page, shortened = drawn(press, Contact("Ana Gil", (LONG * 9, "@ana", LONG * 9), "tel"))
    assert shortened
    assert "@ana" in page.said()
    assert max(mark.box.bottom for mark in page.texts()) < 36 + (A4[1] - 56) / 5 - 5


@pytest.mark.parametrize("people", range(1, MOST + 1))
def test_columns_are_even(press: Press, people: int) -> None:
    page, _ = drawn(press, *[Contact("Ana Gil")] * people)
    left = sum(mark.said == "Ana Gil" and mark.box.x < A4[0] / 2 for mark in page.texts())
    assert left - (people - left) in {0, 1}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("people", "titles"), [(10, ["Table 7"]), (14, ["Table 7 · 1/2", "Table 7 · 2/2"])])
def test_a_table_of_many_is_shared_out_over_sheets_that_say_which_they_are(
    press: Press, people: int, titles: list[str]
) -> None:
    made = contacts_pdf({7: [Contact(f"Ana {at}") for at in range(people)]}, event_name="Lunch", t=EN, press=press)
    reader = Reader(made.pdf)
    pages = [reader.lines(page) for page in range(made.pages)]
    assert [
        next(line.removesuffix(" Lunch") for line in lines if line.startswith("Table")) for lines in pages
    ] == titles
    assert [" ".join(lines).count("Ana ") for lines in pages] == [people // len(titles)] * len(titles)


def test_a_code_too_fine_for_a_telephone_is_left_off_and_reported(press: Press) -> None:
    for letters, fine in ((60, False), (400, True)):
        page = Watched(*A4)
        (made,), _ = draw_contacts(page, press, [Contact("Ana Gil", code="ñ" * letters)], "Table 7", "Lunch")
        assert made.uncoded is fine
        assert any(mark.kind == "code" for mark in page.marks) is not fine
