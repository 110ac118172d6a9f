"""Names, handles, companions and yes and no, cell by cell."""

from __future__ import annotations

import pytest

from checkin.intake import people
from checkin.intake.companions import companions
from checkin.intake.standing import PRETIX, standing_of
from checkin.model import Companion, Standing


@pytest.mark.parametrize(
    ("cell", "name", "given", "family"),
    [
        ("Gil Paz, Ana", "Ana Gil Paz", "Ana", "Gil Paz"),
        ("JIMÉNEZ, PILAR", "PILAR JIMÉNEZ", "PILAR", "JIMÉNEZ"),
        ("Dra. Gil Paz, Ana", "Dra. Ana Gil Paz", "Ana", "Gil Paz"),
        ("Gil Paz, Dra. Ana", "Dra. Ana Gil Paz", "Ana", "Gil Paz"),
        ("Ana\xa0 Gil", "Ana Gil", "", ""),
        ("Dra. Ana Gil", "Dra. Ana Gil", "", ""),
        ("John Smith, Jr.", "John Smith, Jr.", "", ""),
        ("Ana Gil, Acme, S.L.", "Ana Gil, Acme, S.L.", "", ""),
        ("O’Connor, Sean", "Sean O’Connor", "Sean", "O’Connor"),
        ("???????, ????", "???? ???????", "????", "???????"),
        ("hugo_dev", "hugo_dev", "", ""),
        ("🌱", "🌱", "", ""),
        ("Na", "Na", "", ""),
    ],
)
def test_a_full_name_keeps_its_letters_and_finds_its_order(cell: str, name: str, given: str, family: str) -> None:
    assert people.person(cell) == people.Person(name, given, family)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        " ",
        "-",
        "—",
        "Info Requested",
        "INFO REQUESTED",
        "anonymous",
        "N/A",
        "Guest 2",
        "Acompañante",
        "a@example.org",
    ],
)
def test_what_stands_for_nobody_is_no_name(cell: str) -> None:
    assert people.person(cell).name is None


@pytest.mark.parametrize(
    ("cell", "handle"),
    [
        ("@ana", "@ana"), ("ana.gil", "@ana.gil"), ("https://twitter.com/ana?s=20", "@ana"), ("x.com/ana/", "@ana"),
        ("@ ana", "@ana"), ("", ""), ("no", ""), ("N/A", ""), ("no tengo", ""), ("https://linkedin.com/in/ana", ""),
    ],
)  # fmt: skip
def test_handles_begin_with_their_sign_or_are_none(cell: str, handle: str) -> None:
    assert people.handle(cell) == handle


@pytest.mark.parametrize(
    ("counted", "named", "found"),
    [
        ("", "", []), ("No", "", []), ("0", "", []), ("+1", "", [None]), ("Sí", "", [None]), ("Sí", "-", [None]),
        ("2 (niños)", "", [None, None]), ("Sí", "Eva Paz", ["Eva Paz"]), ("3", "Eva Paz", ["Eva Paz", None, None]),
        ("2", "Eva Paz y Luis Mas", ["Eva Paz", "Luis Mas"]), ("", "Eva Paz", ["Eva Paz"]),
        ("Eva Paz", "", ["Eva Paz"]),
        ("1 (Eva Paz)", "", ["Eva Paz"]), ("Sí", "no lo sé aún", [None]), ("2", "Eva, Luis", ["Eva", "Luis"]),
        ("1", "Paz, Eva", ["Eva Paz"]),
    ],
)  # fmt: skip
def test_companions_are_counted_and_named(counted: str, named: str, found: list[str | None]) -> None:
    assert companions(counted, named)[0] == tuple(map(Companion, found))


@pytest.mark.parametrize(("counted", "named"), [("600123123", ""), ("No", "Eva Paz"), ("quizá mi primo", "")])
def test_unclear_companions_are_pointed_out_and_not_invented(counted: str, named: str) -> None:
    assert companions(counted, named) == ((), True)


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        ("Attending|Checked In|approved|paid|ACQUIRED|Complete|Validé|Yes|SI|sí|x|1|TRUE|✓|ok|¡Sí!|Sí, allí estaré|",
         Standing.COMING),
        ("pending payment|Awaiting payment|TO_BE_PAID|pendiente de pago|Offline payment", Standing.UNPAID),
        ("pending_approval|waitlist|invited|declined|No|NO|pendiente|Aún no lo sé|No podré ir|Lista de espera|❌|?",
         Standing.NOT_CONFIRMED),
        ("Not Attending|Refunded|Deleted|canceled|Cancelled|expired|void|Anulado|Annulé|Remboursé|storniert|anul·lat",
         Standing.CANCELLED),
    ],
)  # fmt: skip
def test_status_words_of_every_source(words: str, standing: Standing) -> None:
    assert {word: standing_of(word) for word in words.split("|")} == dict.fromkeys(words.split("|"), standing)


def test_pretix_means_money_by_pending() -> None:
    assert standing_of("pending", PRETIX) is Standing.UNPAID
    assert standing_of("pending") is Standing.NOT_CONFIRMED


@pytest.mark.parametrize("word", ["frozen", "???", "igual me paso", "42"])
def test_unknown_words_are_nobodys_guess(word: str) -> None:
    assert standing_of(word) is None
