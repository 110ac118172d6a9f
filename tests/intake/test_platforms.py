"""Every platform's export, in two languages: who is in it, to the letter, and what its tickets say when scanned."""

from __future__ import annotations

import pytest

from checkin import tickets
from checkin.intake.registrations import Intake, read
from tests.intake.exports import NAMED, OUT, SKIPPED, UNNAMED, Export
from tests.intake.platform_files import EXPORTS, FOLDER

ALL = pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)


def intake_of(export: Export) -> Intake:
    return read(FOLDER / export.name)


def rows(export: Export, fate: str) -> list[int]:
    return [at for at, who in enumerate(export.fates, 2) if who.fate == fate]


def test_the_folder_holds_these_files_and_no_others() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted([*(one.name for one in EXPORTS), "README.md"])


@ALL
def test_the_file_is_what_was_decided(export: Export) -> None:
    if not export.name.endswith(".xlsx"):  # a workbook carries the time it was made
        assert (FOLDER / export.name).read_bytes() == export.raw()


@ALL
def test_every_row_is_what_it_was_made_to_be(export: Export) -> None:
    intake = intake_of(export)
    assert intake.format == export.format
    assert {
        NAMED: [one.row for one in intake.named],
        UNNAMED: [one.row for one in intake.unnamed],
        OUT: [one.row for one in intake.not_expected],
        SKIPPED: [one.row for one in intake.skipped],
    } == {fate: rows(export, fate) for fate in (NAMED, UNNAMED, OUT, SKIPPED)}
    assert (intake.rows, intake.companions) == (len(export.fates), export.companions)


@ALL
def test_every_name_is_right_to_the_letter(export: Export) -> None:
    wanted = {at: who.full for at, who in enumerate(export.fates, 2) if who.fate == NAMED}
    assert {one.row: one.name for one in intake_of(export).named} == wanted


@ALL
def test_what_the_ticket_prints_means_its_guest_and_nobody_else(export: Export) -> None:
    guests = {one.row: one for one in intake_of(export).registrations}
    keys = {tickets.key(code): row for row, one in guests.items() for code in one.codes}
    for row, printed in export.printed.items():
        if row in guests:
            found = [keys[one.key] for one in tickets.candidates(printed) if one.key in keys]
            assert found[:1] == [row], printed


@ALL
def test_a_file_without_its_tickets_codes_says_so(export: Export) -> None:
    said = tuple(one.code for one in intake_of(export).warnings if one.row == 0)
    assert said == export.told


@pytest.mark.parametrize(
    "export", [one for one in EXPORTS if any("LinkedIn" in title for title in one.rows[0])], ids=lambda one: one.name
)
def test_questions_in_either_language_fill_the_profile(export: Export) -> None:
    named = intake_of(export).named
    assert {one.role for one in named} == {"CEO"}
    assert {one.offers for one in named} == {"Consejo"}
    assert all(one.company.startswith("Taller") for one in named)
    assert all(one.linkedin.startswith("linkedin.com/in/p") for one in named)
