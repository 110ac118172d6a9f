"""The print page: what is offered for which paper, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.desk.printing import Only
from checkin.model import GuestId
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


@pytest.mark.parametrize("what", [What.CARDS, What.COMMANDS, What.CALIBRATION])
def test_what_needs_no_guest_list_is_printed_without_one(
    open_page: Open, settle: Settle, tmp_path: Path, what: What
) -> None:
    page = open_page([], tables=4)
    assert not page.save.isEnabled()
    choose(page, what)
    look(page, settle)
    assert not page.empty.isVisible()
    assert page.preview.shown >= 1
    assert page.save.isEnabled()
    page.save_to(tmp_path / "paper.pdf")
    settle()
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    page.choices.cards[What.LIST].click()
    look(page, settle)
    assert page.empty.isVisible()
    assert not page.save.isEnabled()
    assert not page.print.isEnabled()


@pytest.mark.parametrize("what", [What.CALL_OUT, What.CONTACTS])
def test_what_the_preview_says_is_impossible_cannot_be_saved(open_page: Open, settle: Settle, what: What) -> None:
    page = open_page(["Ana Gil"])
    choose(page, what)
    look(page, settle)
    assert page.preview._words.text()
    assert not page.save.isEnabled()
    assert not page.print.isEnabled()
    page.choices.cards[What.LIST].click()
    assert page.save.isEnabled()
    if what is What.CONTACTS:
        choose(page, what)
        look(page, settle)
        page._bridge.admit(GuestId(1))
        settle()
        look(page, settle)
        assert page.save.isEnabled()


def test_backs_are_offered_where_a_sheet_has_none_of_its_own(open_page: Open) -> None:
    page = open_page(["Ana Gil"])
    duplex = page.choices.options.duplex
    duplex.click()
    assert page.choices.job().stock.duplex
    tip = duplex.toolTip()
    page.choices.sheet.setCurrentIndex(page.choices.sheet.findData("a4-fold"))
    assert not duplex.isEnabled()
    assert duplex.toolTip() == "A folded badge has its back already"
    assert not page.choices.job().stock.duplex
    page.choices.sheet.setCurrentIndex(page.choices.sheet.findData("a4-2x5"))
    assert duplex.isEnabled()
    assert duplex.toolTip() == tip
    assert page.choices.job().stock.duplex
