"""The verbs about the room, as another program or a person calls them."""

from __future__ import annotations

from tests.test_cli import Checkin, checkin

__all__ = ["checkin"]


def test_a_room_is_furnished_saved_and_used_from_the_command_line(checkin: Checkin) -> None:
    checkin.run("new", "Comida", "--tables", "2x4,1x6long")
    assert [(one["seats"], one["shape"]) for one in checkin.run("room")[0]] == [(4, "round"), (4, "round"), (6, "long")]
    added = checkin.run("room", "add", "--tables", "2", "--seats", "8", "--shape", "square")[0][0]
    assert [one["table"] for one in added["tables"]] == [4, 5]
    changed = checkin.run("room", "change", "1", "--seats", "10", "--name", "Terraza", "--number", "5", "--step-free")
    assert [one["table"] for one in changed[0][0]["tables"]] == [5, 1]
    checkin.run("room", "remove", "2", "3")
    told = checkin.run("room", "show")[0]
    assert [(one["table"], one["name"], one["seats"]) for one in told] == [(1, "", 8), (4, "", 8), (5, "Terraza", 10)]
    assert told[2]["step_free"]
    checkin.run("room", "save", "Salón")
    assert checkin.run("room", "list")[0] == [{"room": "Salón", "tables": 3, "seats": 26}]
    checkin.run("room", "remove", "1")
    assert checkin.run("room", "save", "Salón", "--replace")[0][0]["former"]
    assert checkin.run("room", "list")[0] == [{"room": "Salón", "tables": 2, "seats": 18}]
    checkin.run("room", "back", "Salón")
    assert checkin.run("room", "list")[0] == [{"room": "Salón", "tables": 3, "seats": 26}]
    assert checkin.refused("room", "back", "Cena")[0] == 1
    checkin.run("undo")
    checkin.run("new", "Cena", "--tables", "1x2")
    used = checkin.run("room", "use", "salón")[0][0]
    assert (used["tables"], used["kept"], used["larger"]) == ([1, 4, 5], [], [])
    assert [one["seats"] for one in checkin.run("room")[0]] == [8, 8, 10]
    checkin.run("undo")
    assert [one["seats"] for one in checkin.run("room")[0]] == [2]
    assert checkin.run("room", "use", "Comida")[0][0]["tables"] == [1, 4, 5]
    assert checkin.run("verify")[0][0]["sound"]


def test_what_the_room_refuses_it_refuses_in_words(checkin: Checkin) -> None:
    checkin.run("new", "Comida", "--tables", "2x4")
    assert checkin.refused("room", "remove", "9")[0] == 1
    assert checkin.refused("room", "change", "1", "--seats", "0")[0] == 1
    assert checkin.refused("room", "use", "Nowhere")[0] == 1
    assert checkin.refused("room", "save", "  ")[0] == 1
    assert checkin.refused("room", "add", "--shape", "oval")[0] == 2
