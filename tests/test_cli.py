"""The command line as another program, or a person, calls it: real processes, real files."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from checkin.words import Words
from tests.intake.tables_of_people import workbook

SAMPLES = Path(__file__).parent / "data" / "samples"

COUNTS = {
    "eventbrite_attendees.csv": ("eventbrite", 214, 159, 33, 22, 0, 0),
    "pretix_orders.xlsx": ("pretix", 215, 150, 7, 29, 29, 0),
    "google_forms_es.csv": ("google_forms", 172, 150, 1, 15, 6, 14),
    "luma_guests.csv": ("luma", 196, 144, 7, 45, 0, 0),
    "meetup_rsvps_utf16.tsv": ("meetup", 141, 112, 0, 29, 0, 19),
    "excel_lista_cp1252.csv": ("generic", 129, 116, 0, 11, 2, 17),
}
"""Format, rows, named, unnamed, not expected, skipped, companions: counted by hand from the files."""


class Checkin:
    """The command with a database of its own."""

    def __init__(self, folder: Path) -> None:
        """Keep everything in ``folder``."""
        self.database = folder / "evening.db"
        self.folder = folder

    def start(self, *words: str) -> subprocess.Popen[str]:
        environment = {**os.environ, "CHECKIN_DATABASE": str(self.database), "PYTHONIOENCODING": "utf-8"}
        return subprocess.Popen(
            [sys.executable, "-m", "checkin", *words], env=environment, text=True, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def run(self, *words: str, typed: str = "") -> tuple[list[Any], str]:
        """The JSON objects that a verb answers, and its text for people."""
        process = self.start(*words, "--json")
        out, err = process.communicate(typed, timeout=120)
        assert process.returncode == 0, err
        return [json.loads(line) for line in out.splitlines()], err

    def refused(self, *words: str) -> tuple[int, str]:
        process = self.start(*words)
        _, err = process.communicate("", timeout=120)
        assert "Traceback" not in err
        return process.returncode, err


@pytest.fixture
def checkin(tmp_path: Path) -> Checkin:
    return Checkin(tmp_path)


@pytest.fixture
def evening(checkin: Checkin) -> Checkin:
    """60 tables of 10 and 500 people with codes of their own."""
    path = checkin.folder / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Nombre", "Correo electrónico", "Código"])
        writer.writerows([f"Persona {n} Pérez", f"p{n}@example.org", f"TCK-{n:05d}-X"] for n in range(500))
    checkin.run("new", "Comida", "--tables", "60x10", "--date", "2026-11-21")
    checkin.run("import", str(path))
    return checkin


def codes(times: int = 1) -> str:
    return "".join(f"TCK-{n:05d}-X\n" * times for n in range(500))


@pytest.mark.parametrize("sample", sorted(COUNTS))
def test_each_sample_imports_with_the_counts_of_its_readme(checkin: Checkin, sample: str) -> None:
    checkin.run("new", "Comida", "--tables", "30x10")
    ((report,), _) = checkin.run("import", str(SAMPLES / sample))
    counted = (
        report["format"], report["rows"], report["added"], report["unnamed"], len(report["not_expected"]),
        len(report["skipped"]), report["companions"],
    )  # fmt: skip
    assert counted == COUNTS[sample]
    six = report["added"] + report["updated"] + report["unchanged"] + report["unnamed"]
    assert six + len(report["not_expected"]) + len(report["skipped"]) == report["rows"]
    guests, _ = checkin.run("guests")
    named = [guest for guest in guests if guest["state"] == "expected" and guest["name"] is not None]
    assert len(named) >= report["added"]


@pytest.mark.parametrize("sample", sorted(COUNTS))
def test_the_same_file_again_changes_nothing(checkin: Checkin, sample: str) -> None:
    checkin.run("new", "Comida", "--tables", "30x10")
    ((first,), _) = checkin.run("import", str(SAMPLES / sample))
    before, _ = checkin.run("guests")
    ((again,), _) = checkin.run("import", str(SAMPLES / sample))
    after, _ = checkin.run("guests")
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, first["added"])
    assert after == before


def test_a_dry_run_writes_nothing(checkin: Checkin) -> None:
    checkin.run("new", "Comida", "--tables", "30x10")
    ((report,), _) = checkin.run("import", str(SAMPLES / "luma_guests.csv"), "--dry-run")
    assert report["added"] == 144
    assert checkin.run("verify")[0][0]["guests"] == 0


def test_500_codes_each_twice_are_500_welcomes_and_500_already_in_in_order(evening: Checkin) -> None:
    answers, _ = evening.run("scan", typed=codes(2))
    assert [answer["state"] for answer in answers] == ["welcome", "already_in"] * 500
    assert [answer["arrival"] for answer in answers[::2]] == list(range(1, 501))
    assert all(first["table"] == second["table"] for first, second in zip(answers[::2], answers[1::2], strict=True))
    filled = Counter(answer["table"] for answer in answers[::2])
    assert max(filled.values()) - min(filled.values()) <= 1
    assert evening.run("verify")[0][0]["sound"]


def test_an_answer_comes_before_the_next_code_is_typed(evening: Checkin) -> None:
    scanning = evening.start("scan", "--json")
    assert scanning.stdin is not None
    assert scanning.stdout is not None
    for n in range(3):
        scanning.stdin.write(f"TCK-{n:05d}-X\n")
        scanning.stdin.flush()
        assert json.loads(scanning.stdout.readline())["arrival"] == n + 1
    scanning.stdin.close()
    assert scanning.wait(timeout=60) == 0
    scanning.stdout.close()
    assert scanning.stderr is not None
    scanning.stderr.close()


def test_a_kill_in_the_middle_loses_nobody_who_was_answered(evening: Checkin) -> None:
    scanning = evening.start("scan", "--json")
    assert scanning.stdin is not None
    assert scanning.stdout is not None
    answered = []
    for n in range(200):
        scanning.stdin.write(f"TCK-{n:05d}-X\n")
        scanning.stdin.flush()
        answered.append(json.loads(scanning.stdout.readline()))
    scanning.stdin.write(codes())
    scanning.stdin.flush()
    scanning.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    scanning.communicate()
    again, _ = evening.run("scan", typed=codes())
    assert Counter(answer["state"] for answer in again).keys() <= {"welcome", "already_in"}
    assert [(answer["guest"], answer["table"]) for answer in again[:200]] == [
        (answer["guest"], answer["table"]) for answer in answered
    ]
    arrived, _ = evening.run("guests", "--state", "arrived")
    assert len(arrived) == 500
    assert sorted({answer["arrival"] for answer in again}) == list(range(1, 501))
    assert evening.run("verify")[0][0]["sound"]


def test_move_undo_and_redo_speak_of_the_same_change(evening: Checkin) -> None:
    (first, *_), _ = evening.run("scan", typed="TCK-00007-X\n")
    other = first["table"] % 60 + 1
    ((moved,), said) = evening.run("move", "persona 7 perez", str(other), "--lang", "en")
    assert moved["kind"] == "moved"
    assert said.strip() == f"Persona 7 Pérez to table {other}"
    assert evening.run("guests", "Persona 7 Pérez")[0][0]["table"] == other
    ((undone,), said) = evening.run("undo", "--lang", "en")
    assert undone["undoes"] == moved["seq"]
    assert said.strip() == f"Undone: Persona 7 Pérez to table {other}"
    assert evening.run("guests", "Persona 7 Pérez")[0][0]["table"] == first["table"]
    evening.run("redo")
    assert evening.run("guests", "Persona 7 Pérez")[0][0]["table"] == other
    assert evening.run("verify")[0][0]["sound"]


def test_what_is_known_about_somebody_is_put_right(evening: Checkin) -> None:
    who = "persona 7 perez"
    (written,), said = evening.run("edit", who, "--set", "company=Norte  SL", "--set", "vip=yes", "--lang", "en")
    assert (written["kind"], said.strip()) == ("edited", "Correction of Persona 7 Pérez")
    assert evening.run("guests", who)[0][0]["company"] == "Norte SL"
    (again,), said = evening.run("edit", who, "--set", "company=Norte SL", "--lang", "en")
    assert (again["seq"], said.strip()) == (0, "Known so already; nothing was written.")
    evening.run("undo")
    assert evening.run("guests", who)[0][0]["company"] == ""


@pytest.mark.parametrize("wrong", ["company", "wants=Ana", "email=none", "vip=perhaps", "standing=late", "id=7"])
def test_what_nobody_writes_by_hand_is_a_wrong_call(evening: Checkin, wrong: str) -> None:
    assert evening.refused("edit", "persona 7 perez", "--set", wrong)[0] == 2


def test_why_tells_the_candidates_the_odds_and_the_draw(evening: Checkin) -> None:
    ((scanned,), _) = evening.run("scan", typed="TCK-00011-X\n")
    ((why,), said) = evening.run("why", str(scanned["guest"]), "--lang", "en")
    assert why["holds"]
    assert why["table"] == why["now"] == scanned["table"]
    assert len(why["candidates"]) == 60
    assert sum(card["weight"] for card in why["candidates"]) == why["total"]
    assert 0 <= why["value"] < why["total"]
    assert "among 60" in said


def test_paper_files_and_copies_are_where_they_were_asked_for(evening: Checkin) -> None:
    evening.run("scan", typed=codes())
    folder = evening.folder
    assert evening.run("print", "badges", "-o", str(folder / "b.pdf"), "--only", "arrived")[0][0]["pages"] == 50
    assert evening.run("print", "table-cards", "-o", str(folder / "t.pdf"))[0][0]["items"] == 60
    assert evening.run("print", "list", "-o", str(folder / "l.pdf"))[0][0]["items"] == 500
    for name in ("b.pdf", "t.pdf", "l.pdf"):
        assert (folder / name).read_bytes().startswith(b"%PDF")
    code, said = evening.refused("print", "badges", "-o", str(folder / "none.pdf"), "--only", "unprinted")
    assert (code, (folder / "none.pdf").exists()) == (1, False)
    assert said
    for name in ("all.csv", "all.xlsx"):
        assert evening.run("export", "-o", str(folder / name))[0][0]["rows"] == 500
    before, _ = evening.run("guests")
    assert evening.run("backup", "-o", str(folder / "copy.sobremesa"))[0][0]["guests"] == 500
    evening.run("undo")
    assert evening.run("guests")[0] != before
    evening.run("restore", str(folder / "copy.sobremesa"))
    assert evening.run("guests")[0] == before
    assert evening.run("verify")[0][0]["sound"]


def test_paper_and_its_design_are_asked_for_on_the_command_line(evening: Checkin) -> None:
    path = str(evening.folder / "paper.pdf")
    one = ("--guest", "Persona 7 Pérez")
    own = ("--sheet", "own:a4:63.5,38.1,7.2,15.1,66,38.1", "--readings", "21,20,19,20")
    twice = ("badges", *one, *own, "--again")
    papers = (("calibration",), ("place-cards", *one), ("tickets", *one), ("badges", *one, "--duplex"), twice)
    for what, *options in papers:
        ((told,), _) = evening.run("print", what, *options, "-o", path)
        assert told["items"] == 1, what
    code, said = evening.refused("print", "badges", "-o", path, "--lang", "en")
    assert (code, "1 of 500 people has this very badge already" in said) == (1, True)
    assert evening.refused("print", "badges", "-o", path, "--lang", "en", *one)[1].startswith(
        "This person has this very"
    )
    ((record,), said) = evening.run("prints", "Persona 7 Pérez", "--lang", "en")
    assert len(record["prints"]) == 2
    at = datetime.fromisoformat(record["prints"][0]["at"]).astimezone()
    assert f"  {Words('en').day(at.date())}, {at:%H:%M} · " in said
    assert evening.run("prints", "--stale") == ([], "Toda acreditación impresa dice lo que es.\n")
    ((scanned,), _) = evening.run("scan", typed=evening.run("guests", "Persona 7 Pérez")[0][0]["code"] + "\n")
    ((stale,), _) = evening.run("prints", "--stale")
    assert stale == {
        "guest": scanned["guest"], "name": "Persona 7 Pérez", "moved": True, "before": None, "table": scanned["table"]
    }  # fmt: skip
    for words in (("prints",), ("prints", "Persona 7 Pérez", "--stale")):
        assert evening.refused(*words) == (2, "Hace falta GUEST o --stale, y no los dos.\n")
    ((looks,), _) = evening.run("design", "--look", "band", "--colour", "#8A1538", "--hide", "role")
    assert (looks["look"], "role" in looks["fields"]) == ("band", False)
    assert evening.run("design")[0][0] == looks


def test_what_was_exported_is_read_back_to_the_letter(evening: Checkin, tmp_path: Path) -> None:
    evening.run("export", "-o", str(tmp_path / "all.csv"))
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Nombre"] for row in rows] == [f"Persona {n} Pérez" for n in range(500)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("scann",), 2),
        (("new",), 2),
        (("new", "X", "--tables", "ten"), 2),
        (("new", "X", "--tables", "2x10", "--date", "yesterday"), 2),
        (("guests", "--state", "asleep"), 2),
        (("guests", "--lang", "xx"), 2),
        (("import", "no-such-file.csv"), 1),
        (("guests", "--event", "Nothing"), 1),
        (("redo",), 1),
        (("move", "Nobody At All", "3"), 1),
        (("why", "1"), 1),
        (("restore", "no-such-file.db"), 1),
        (("export", "-o", "all.doc"), 2),
        (("print", "badges", "-o", "x.pdf", "--sheet", "papyrus"), 2),
        (("print", "badges", "-o", "x.pdf", "--readings", "20,20"), 2),
        (("print", "badges", "-o", "x.pdf", "--bleed", "70"), 2),
        (("print", "badges", "-o", "x.pdf", "--bleed", "3", "--sheet", "a4-fold"), 2),
        (("print", "badges", "-o", "x.pdf", "--duplex", "--sheet", "a4-fold"), 2),
        (("print", "tickets", "-o", "x.pdf", "--only", "unprinted"), 2),
        (("print", "call-out", "-o", "x.pdf"), 1),
        (("design", "--colour", "green"), 2),
        (("design", "--logo", "no-such-picture.png"), 1),
        (("design", "--logo", "no-such-picture.png", "--no-logo"), 2),
    ],
)
def test_a_refusal_is_1_and_a_wrong_call_is_2(evening: Checkin, words: tuple[str, ...], code: int) -> None:
    got, said = evening.refused(*words)
    assert got == code, said
    assert said.strip()


def test_without_an_event_every_verb_says_how_to_make_one(checkin: Checkin) -> None:
    code, said = checkin.refused("guests", "--lang", "en")
    assert (code, "checkin new" in said) == (1, True)


def test_a_file_that_is_no_database_is_refused_and_untouched(checkin: Checkin) -> None:
    checkin.database.write_text("shopping list", "utf-8")
    code, said = checkin.refused("guests", "--lang", "en")
    assert code == 1
    assert "was not touched" in said
    assert checkin.database.read_text("utf-8") == "shopping list"


def test_the_demo_without_a_screen_does_the_whole_evening(checkin: Checkin) -> None:
    ((told,), said) = checkin.run("demo", "--out", str(checkin.folder / "demo"), "--lang", "en")
    assert told["arrived"] >= 240
    assert told["moved"] == 10
    papers = {Path(path).stem for path in told["paths"]} - {"sobremesa-demo"}
    assert papers == {
        "badges", "calibration", "call-out", "command-cards", "commitment", "contacts", "door-list", "place-cards",
        "seating-list", "table-cards", "tickets",
    }  # fmt: skip
    for path in told["paths"]:
        assert Path(path).stat().st_size > 1000
        assert path in said


def test_what_a_word_of_the_status_means_is_said_or_the_command_tells_what_it_was_taken_for(checkin: Checkin) -> None:
    path = checkin.folder / "list.csv"
    path.write_text("Nombre,Estado\nAna Gil,pendiente\nJon Rey,pagado\n", "utf-8")
    checkin.run("new", "Comida", "--tables", "2x10")
    ((report,), told) = checkin.run("import", str(path), "--dry-run")
    assert report["statuses"] == [{"word": "pendiente", "rows": 1, "meaning": "waiting", "chosen": False}]
    assert "«pendiente» se entiende como: En espera" in told
    ((report,), _) = checkin.run("import", str(path), "--status", "Pendiente=coming")
    assert (report["added"], report["not_expected"]) == (2, [])
    assert checkin.refused("import", str(path), "--status", "pendiente=quizás")[0] == 2


def test_an_import_names_who_stands_on_a_row_that_is_no_registration(checkin: Checkin) -> None:
    path = checkin.folder / "list.csv"
    path.write_text("Nombre,Correo\nAna Gil,a@example.org\nAna Gil,a@example.org\nTotal,1\n", "utf-8")
    checkin.run("new", "Comida", "--tables", "2x10")
    _, told = checkin.run("import", str(path), "--lang", "en")
    assert "    3 (Ana Gil): the same line twice" in told
    assert "    4: a total line" in told


def test_the_answer_to_an_import_names_who_is_new_changed_or_gone_and_the_problems_by_row(checkin: Checkin) -> None:
    path = checkin.folder / "list.csv"
    path.write_text("Nombre,Correo,Empresa\nAna Gil,a@example.org,Norte\nJon Rey,j@example.org,\n", "utf-8")
    checkin.run("new", "Comida", "--tables", "2x10")
    ((report,), _) = checkin.run("import", str(path))
    assert report["people"]["added"] == [{"row": 2, "name": "Ana Gil"}, {"row": 3, "name": "Jon Rey"}]
    path.write_text(
        "Nombre,Correo,Empresa\nAna Gil,a@example.org,Sur\nEva Paz,eva.example.org,\nEva Paz,e@example.org,\nTotal,,\n",
        "utf-8",
    )
    ((report,), _) = checkin.run("import", str(path), "--dry-run", "--lang", "en")
    people = report["people"]
    (ana,) = people["changed"]
    assert (ana["row"], ana["name"]) == (2, "Ana Gil")
    assert ana["fields"] == [{"field": "company", "old": "Norte", "new": "Sur", "kept": False}]
    assert ([one["name"] for one in people["gone"]], report["gone"]) == (["Jon Rey"], 1)
    assert people["may_be_one"] == [
        {"row": 4, "name": "Eva Paz", "others": [{"row": 3, "name": "Eva Paz"}], "sign": "name"}
    ]
    assert [(one["row"], one["name"], one["code"]) for one in report["warnings"]] == [(3, "Eva Paz", "no_email")]
    assert [(one["row"], one["name"], one["reason"]) for one in report["skipped"]] == [(5, None, "total_line")]


def test_several_sheets_of_a_workbook_are_taken_in_together(checkin: Checkin) -> None:
    path = checkin.folder / "list.xlsx"
    people: dict[str, Sequence[Sequence[object]]] = {
        "Confirmados": [["Nombre"], ["Ana Gil"]],
        "Lista de espera": [["Nombre"], ["Ana Gil"], ["Eva Paz"]],
    }
    path.write_bytes(workbook(people))
    checkin.run("new", "Comida", "--tables", "2x10")
    ((report,), told) = checkin.run("import", str(path), "--sheet", "Confirmados", "--sheet", "lista de espera")
    assert report["people"]["added"] == [{"row": 2, "sheet": "Confirmados", "name": "Ana Gil"}]
    assert [(one["sheet"], one["row"], one["name"]) for one in report["not_expected"]] == [
        ("Lista de espera", 2, "Ana Gil"), ("Lista de espera", 3, "Eva Paz"),
    ]  # fmt: skip
    (double,) = report["people"]["may_be_one"]
    assert (double["sheet"], double["others"][0]["sheet"]) == ("Lista de espera", "Confirmados")
    assert "de las hojas «Confirmados, Lista de espera»" in told
