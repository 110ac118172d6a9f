"""The print page: what is offered for which paper, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.desk.printing import Only
from checkin.ui.printing.job import What
from tests.ui.printing.conftest import Open, Settle, choose, look, to_file


@pytest.mark.parametrize("what", [What.PLACE_CARDS, What.TICKETS])
def test_whether_a_badge_was_printed_chooses_nobody_for_another_paper(
    open_page: Open, settle: Settle, tmp_path: Path, what: What
) -> None:
    page = open_page(["Ana Gil", "Jon Rey"])
    page.save_to(tmp_path / "badges.pdf")
    settle()
    page.choices.whom[Only.UNPRINTED].click()
    choose(page, what)
    look(page, settle)
    assert page.choices.job().only is Only.ALL
    assert page.save.isEnabled()
    for only in Only:
        about_badges = only in (Only.UNPRINTED, Only.CHANGED)
        assert page.choices.whom[only].isHidden() == page.choices._figures[only].isHidden() == about_badges
    page.choices.cards[What.BADGES].click()
    assert not any(page.choices.whom[only].isHidden() for only in Only)


@pytest.mark.parametrize("printed", [False, True])
def test_the_next_free_label_is_that_of_the_sheet_that_was_printed_on(
    open_page: Open, settle: Settle, tmp_path: Path, printed: bool
) -> None:
    page = open_page(13)
    if printed:
        page.print_on(to_file(tmp_path / "badges.pdf"))
    else:
        page.save_to(tmp_path / "badges.pdf")
    page.choices.sheet.setCurrentIndex(page.choices.sheet.findData("a4-a7"))
    settle()
    assert page.choices.picker.start == 1
    page.choices.sheet.setCurrentIndex(page.choices.sheet.findData("a4-2x5"))
    assert page.choices.picker.start == 4
