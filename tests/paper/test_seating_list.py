"""Rows of the lists: what becomes of names that are too long for them."""

from __future__ import annotations

from checkin.paper.seating_list import SeatedGuest, by_letter, by_move, by_table
from checkin.words import Words

T = Words("es")
LONG = SeatedGuest(
    "Juan Carlos Alfonso Víctor María de Borbón y Borbón-Dos Sicilias", "Juan Carlos Alfonso Víctor María",
    "de Borbón y Borbón-Dos Sicilias", table=3, following=4,
)  # fmt: skip
HYPHENS = "Jean-Pierre-Emmanuel Dupont-Saint-Exupéry"


def test_a_companion_without_a_name_is_told_from_their_host_however_short_the_line() -> None:
    host = SeatedGuest(HYPHENS, table=1)
    guest = SeatedGuest("Acompañante", beside=HYPHENS, aside="acompañante")
    (_, first, second), *_ = by_letter([host, guest], T)
    assert first.shorter[:2] == ("Dupont-Saint-Exupéry, Jean-Pierre-E.", "Dupont-Saint-Exupéry, Jean-Pierre")
    assert all(short.endswith(" · acompañante") for short in second.shorter)
    assert min(map(len, second.shorter)) < 40


def test_long_names_keep_their_surname_on_every_list() -> None:
    for blocks in (by_letter([LONG], T), by_table([LONG], T), by_move([LONG], T)):
        row = next(blocks)[1]
        assert row.shorter
        assert all("Borbón" in short for short in row.shorter)
        assert min(map(len, row.shorter)) < 20
