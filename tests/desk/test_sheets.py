"""Several sheets of a workbook taken in together: everybody is known by the row of their own sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checkin.desk import Desk
from tests.evenings import lay, opened
from tests.intake.tables_of_people import workbook


def test_a_guest_has_the_number_of_their_row_on_its_own_sheet(desk: Desk, tmp_path: Path) -> None:
    people: dict[str, Sequence[Sequence[object]]] = {
        "Confirmados": [["Nombre"], ["Ana Gil"], ["Jon Rey"]],
        "Copa": [["Nombre"], ["Eva Paz"]],
    }
    (tmp_path / "list.xlsx").write_bytes(workbook(people))
    lay(desk, guests=0)
    desk.import_file(tmp_path / "list.xlsx", sheet=["Confirmados", "Copa"])
    assert {guest.name: guest.row for guest in opened(desk).guests.values()} == {
        "Ana Gil": 2,
        "Jon Rey": 3,
        "Eva Paz": 2,
    }
    again = desk.import_file(tmp_path / "list.xlsx", sheet=["Confirmados", "Copa"])
    assert (again.change, again.unchanged) == (None, 3)
