"""The verbs about seating, as another program or a person calls them."""

from __future__ import annotations

from tests.test_cli import Checkin, checkin

__all__ = ["checkin"]


def test_wishes_rules_rounds_and_score_from_the_command_line(checkin: Checkin) -> None:
    people = [f"Guest Number{number},g{number}@example.org,Guest Number{number % 20 + 1}" for number in range(1, 21)]
    listed = checkin.folder / "list.csv"
    listed.write_text("Nombre,Email,Quiero conocer a\n" + "\n".join(people) + "\nOlga Only,o@example.org,Nobody Here\n")
    checkin.run("new", "Comida", "--tables", "5x5")[0]
    told = checkin.run("import", str(listed))[0][0]
    assert told["added"] == 21
    assert [(one["row"], one["code"]) for one in told["warnings"]] == [(22, "wish_unclear")]
    assert checkin.run("rules", "add", "together", "1", "2")[0][0]["kind"] == "together"
    assert checkin.run("rules", "add", "host", "3", "--table", "4")[0][0]["table"] == 4
    assert [one["rule"] for one in checkin.run("rules")[0]] == [1, 2]
    assert checkin.run("mode", "open-up", "--cost", "sector=2")[0][0]["costs"]["sector"] == 2
    assert len(checkin.run("commit")[0][0]["digest"]) == 64
    codes = "\n".join(str(one["code"]) for one in checkin.run("guests")[0])
    assert {one["state"] for one in checkin.run("scan", typed=codes + "\n")[0]} == {"welcome"}
    why = checkin.run("why", "3")[0][0]
    assert (why["table"], why["rule"], why["mode"]) == (4, "host", "open-up")
    plan = checkin.run("rounds", "3", "--seconds", "0.3")[0][0]
    assert [one["round"] for one in plan["rounds"]] == [2, 3]
    assert all(sum(map(len, one["tables"].values())) == 21 for one in plan["rounds"])
    assert plan["repeats"] >= plan["repeats_bound"]
    assert plan["wishes"] == 20
    checkin.run("round", "2")[0]
    score = checkin.run("score")[0][0]
    assert score["wishes_met"] <= plan["wishes_met"]
    assert checkin.run("verify")[0][0]["sound"]


def test_what_the_verbs_about_seating_refuse(checkin: Checkin) -> None:
    checkin.run("new", "Comida", "--tables", "2x4")[0]
    assert checkin.run("rounds", "3")[0][0]["repeats"] == 0
    assert checkin.refused("round", "9")[0] == 1
    assert checkin.refused("rules", "drop", "7")[0] == 1
    assert checkin.refused("mode", "open-up", "--cost", "sector=dear")[0] == 2
    assert checkin.refused("mode", "open-up", "--temperature", "0.1")[0] == 2
    assert checkin.run("itinerary", "2")[0][0]["promise"] is False
    assert checkin.run("minimum", "4")[0][0]["enough_for"] == 0
    assert checkin.run("companions", "together")[0][0]["companions"] == "together"
    assert len(checkin.run("commit", "--reveal")[0][0]["seed"]) == 64


def test_shuffle_fill_and_seat_waiting_say_what_they_do_before_and_after(checkin: Checkin) -> None:
    people = "\n".join(f"Guest Number{number},g{number}@example.org" for number in range(1, 21))
    (checkin.folder / "list.csv").write_text("Nombre,Email\n" + people + "\n")
    checkin.run("new", "Comida", "--tables", "5x6")[0]
    checkin.run("import", str(checkin.folder / "list.csv"))
    checkin.run("scan", typed="\n".join(str(one["code"]) for one in checkin.run("guests")[0]) + "\n")
    assert checkin.run("rules", "add", "lock", "--table", "1")[0][0]["kind"] == "lock"
    locked = {one["id"] for one in checkin.run("guests")[0] if one["table"] == 1}
    thought = checkin.run("shuffle", "--dry-run")[0][0]
    assert (thought["seq"], checkin.run("undo")[0][0]["kind"]) == (None, "undone")  # the rule: nothing was shuffled
    checkin.run("redo")
    made = checkin.run("shuffle")[0][0]
    assert made["moves"] == len(made["people"]) > 0
    assert not locked & {one["guest"] for one in made["people"]}
    assert {one["id"] for one in checkin.run("guests")[0] if one["table"] == 1} == locked
    filled = checkin.run("fill", "--minimum", "5")[0][0]
    tables = [one["table"] for one in checkin.run("guests")[0]]
    assert filled["moves"] == 4
    assert sorted(tables.count(number) for number in range(2, 6)) == [0, 5, 5, 6]
    assert checkin.refused("seat-waiting")[0] == 1
    assert checkin.run("verify")[0][0]["sound"]


def test_an_event_can_be_made_with_the_tables_of_all_rounds_given_at_arrival(checkin: Checkin) -> None:
    (checkin.folder / "list.csv").write_text("Nombre,Email\nAna Gil,a@example.org\nJon Rey,j@example.org\n")
    for words, rounds in ((("Comida", "--tables", "7x3", "--rounds", "3"), 3), (("Cena", "--tables", "7x3"), 1)):
        assert checkin.run("new", *words)[0][0]["rounds"] == rounds
        checkin.run("import", str(checkin.folder / "list.csv"))
        checkin.run("scan", typed="\n".join(str(one["code"]) for one in checkin.run("guests")[0]) + "\n")
        assert checkin.refused("round", "3")[0] == (0 if rounds == 3 else 1)
    assert checkin.refused("new", "Nada", "--tables", "7x3", "--rounds", "0")[0] == 2
