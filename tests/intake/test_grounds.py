"""Why a column was taken for a field, and fields that the user does not want read."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.errors import CheckinError
from checkin.intake import registrations as intake
from checkin.intake.grounds import Ground, ground


@pytest.mark.parametrize(
    ("field", "header", "format_name", "why"),
    [
        ("company", "Mi empresa", "generic", Ground.CHOSEN),
        ("code", "Ticket secret", "pretix", Ground.FORMAT),
        ("email", "Correo electrónico", "generic", Ground.HEADER),
        ("company", "¿Para qué empresa trabajas ahora mismo?", "generic", Ground.QUESTION),
        ("name", "Xyz", "generic", Ground.CONTENT),
    ],
)
def test_a_guess_says_what_it_stands_on(field: str, header: str, format_name: str, why: Ground) -> None:
    assert ground(field, header, format_name, {"company": "Mi empresa"}) is why


def test_a_field_that_is_not_to_be_read_stays_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Nombre,Correo,Empresa\nAna Gil,ana@example.org,Norte\n", encoding="utf-8")
    read = intake.read(path, columns={"company": ""})
    (ana,) = read.registrations
    assert "company" not in read.columns
    assert (ana.company, ana.answers) == ("", (("Empresa", "Norte"),))


def test_reading_tells_its_progress_and_ends_where_that_raises(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Nombre,Correo\n" + "".join(f"Ana Gil,a{n}@example.org\n" for n in range(2500)), encoding="utf-8")
    told: list[tuple[int, int]] = []
    intake.read(path, progress=lambda done, rows: told.append((done, rows)))
    assert told == [(0, 2500), (1000, 2500), (2000, 2500)]

    def stop(done: int, _rows: int) -> None:
        if done:
            raise CheckinError

    with pytest.raises(CheckinError):
        intake.read(path, progress=stop)
