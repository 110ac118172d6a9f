"""Whose badges no longer tell the truth stands on the print page by name."""

from __future__ import annotations

from pathlib import Path

from checkin.desk.printing import Only
from tests.ui.printing.conftest import ANA, JON, PEOPLE, Open, Settle, look


def test_badges_made_stale_by_a_move_are_listed_by_name_with_both_tables(
    open_page: Open, settle: Settle, tmp_path: Path
) -> None:
    page = open_page(PEOPLE)
    bridge, choices = page._bridge, page.choices
    for guest_id in (ANA, JON):
        bridge.admit(guest_id)
    settle()
    page.save_to(tmp_path / "badges.pdf")
    settle()
    book = bridge.book
    assert book is not None
    here = book.table_of(ANA)
    assert here is not None
    other = next(table for table in book.room() if table.id != here.id)
    bridge.ask(lambda desk: desk.move([ANA], other.id))
    settle()
    look(page, settle)
    assert not choices.stale.isVisible(), "nobody has asked for those"
    choices.whom[Only.CHANGED].click()
    look(page, settle)
    assert choices.stale.isVisible()
    assert choices.stale.lines() == [("Ana Gil", f"Table {here.number} → {other.number}")]
    page.save_to(tmp_path / "again.pdf")
    settle()
    look(page, settle)
    assert choices.stale.lines() == []
    assert not choices.stale.isVisible()
