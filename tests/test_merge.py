"""``checkin merge``: two entries of one person made one, from the command line."""

from __future__ import annotations

from tests.test_cli import Checkin, checkin

__all__ = ["checkin"]


def test_two_entries_of_one_person_are_made_one(checkin: Checkin) -> None:
    (checkin.folder / "list.csv").write_text("Nombre,Email,Teléfono\nAna Gil,ana@example.org,\nAna Gil P.,,600111222\n")
    checkin.run("new", "Comida", "--tables", "2x4")
    checkin.run("import", str(checkin.folder / "list.csv"))
    made = checkin.run("merge", "1", "2")[0][0]
    assert (made["kind"], made["guest"]) == ("merged", 1)
    (ana,) = checkin.run("guests")[0]
    assert (ana["name"], ana["id"]) == ("Ana Gil", 1)
    assert checkin.refused("merge", "1", "1")[0] == 1
    assert checkin.run("undo")[0][0]["kind"] == "undone"
    assert len(checkin.run("guests")[0]) == 2
