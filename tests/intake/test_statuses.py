"""What a word of the status column means in one list is the organizer's to say, and asked where it is a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.intake import registrations as intake
from checkin.intake.statuses import MOST_ASKED, StatusWord
from checkin.model import Standing

HEADER = "Nombre,Correo,Estado"


def written(folder: Path, *states: str, header: str = HEADER) -> Path:
    path = folder / "list.csv"
    lines = [f"Persona {chr(65 + n)} Gil,p{n}@example.org,{state}" for n, state in enumerate(states)]
    path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    return path


def test_a_word_with_several_meanings_and_one_that_nobody_knows_are_asked_about_the_commonest_first(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, "sí", "Pendiente", "igual", "PENDIENTE", "no", "cancelado", "lista de espera", "")
    assert intake.read(path).statuses == (
        StatusWord("Pendiente", 2, Standing.NOT_CONFIRMED),
        StatusWord("igual", 1, Standing.NOT_CONFIRMED),
    )


@pytest.mark.parametrize("standing", Standing)
def test_a_word_means_what_was_said_of_it_however_it_is_written(tmp_path: Path, standing: Standing) -> None:
    path = written(tmp_path, "pendiente", "PENDIENTE ", "sí", "¿?", "igual")
    read = intake.read(path, meanings={"Pendiente": standing, "¿?": standing, "Igual": standing})
    assert [one.standing for one in read.registrations] == [standing, standing, Standing.COMING, standing, standing]
    assert all(one.chosen and one.standing is standing for one in read.statuses)
    assert "unknown_status" not in {remark.code for remark in read.warnings}


def test_what_the_platform_means_is_not_asked_but_may_be_said() -> None:
    luma = Path(__file__).parents[1] / "data" / "samples" / "luma_guests.csv"
    read = intake.read(luma)
    invited = [one.row for one in read.registrations if one.reason == "invited"]
    assert (read.format, read.statuses, len(invited)) == ("luma", (), 10)
    said = intake.read(luma, meanings={"invited": Standing.COMING})
    assert {one.standing for one in said.registrations if one.row in invited} == {Standing.COMING}


def test_free_text_is_asked_about_no_more_than_somebody_reads(tmp_path: Path) -> None:
    said = [word for n in range(2 * MOST_ASKED) for word in (f"igual {n} {'x' * n}", "sí", "no")]
    assert len(intake.read(written(tmp_path, *said)).statuses) == MOST_ASKED


def test_a_list_without_a_status_is_asked_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "Norte", "Sur", header="Nombre,Correo,Empresa")
    assert intake.read(path, meanings={"pendiente": Standing.COMING}).statuses == ()
