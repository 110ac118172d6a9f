"""The sample event in resources/sample: a list of registrations as an organizer would have it, and the room.

240 invented people come, six of them as somebody's companion; nine more are on the list and are not expected, so that
the door has something to say. The same seed gives the same file to the byte. What people are made of stands in
``sample_event.toml``.
"""

from __future__ import annotations

import csv
import json
import random
import sys
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "resources" / "sample"
SEED = 20261121

EVENT = {
    "name": "Comida networking de noviembre",
    "day": "2026-11-21",
    "opens": "2026-11-21T13:00:00+01:00",
    "closes": "2026-11-21T16:00:00+01:00",
    "tables": "25x10",
    "step_free_tables": [1, 2],
    "doors": ["Entrada principal", "Jardín"],
    "registrations": "registrations.csv",
}

HEADERS = {
    "given": "Nombre",
    "family": "Apellidos",
    "email": "Correo electrónico",
    "phone": "Teléfono",
    "company": "Empresa",
    "role": "Cargo",
    "sector": "Sector",
    "handle": "Usuario de X",
    "offers": "Ofrezco",
    "seeks": "Busco",
    "diet": "Dieta",
    "step_free": "Movilidad reducida",
    "companion": "Nombre del acompañante",
    "product": "Entrada",
    "state": "Estado",
    "note": "Observaciones",
}
"""The columns of the list, in order; there is no column of codes: the program makes them."""

SPEAKERS = {"spanish": 80, "catalan": 10, "basque": 6, "galician": 4}
DIETS = {"": 82, "Vegetariana": 7, "Vegana": 3, "Celíaca": 3, "Sin lactosa": 3, "Alergia a los frutos secos": 2}
PARTICLES = {"de", "del", "la", "los", "y"}
PROVIDERS = ("example.com", "example.org", "example.es")
LARGEST_COMPANIES = (5, 4, 4, 3, 3, 3)
EMPLOYED = 0.9

Person = dict[str, str]
Making = Mapping[str, Any]


class Deck:
    """Sentences dealt in a shuffled order, all of them once before any comes twice."""

    def __init__(self, luck: random.Random, cards: list[str]) -> None:
        """Start with nothing dealt."""
        self._luck, self._cards, self._left = luck, cards, list[str]()

    def deal(self) -> str:
        """The next card."""
        if not self._left:
            self._left = self._luck.sample(self._cards, len(self._cards))
        return self._left.pop()


def ascii_letters(text: str) -> str:
    """``text`` in small letters without accents, as an address has it."""
    plain = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L"))
    return "".join(letter for letter in plain.lower() if letter.isascii() and (letter.isalpha() or letter == " "))


def make_name(luck: random.Random, names: Making) -> tuple[str, str, bool]:
    """A given name, one or two family names, and whether words for her are feminine."""
    speaker = names[luck.choices(list(SPEAKERS), list(SPEAKERS.values()))[0]]
    woman = luck.random() < 0.54
    families = luck.sample(speaker["families"].split(), 2)
    alone = luck.random() < 0.12
    return luck.choice(speaker["women" if woman else "men"].split()), " ".join(families[: 1 if alone else 2]), woman


def workplaces(luck: random.Random, sector: Making) -> list[str]:
    """A company for each person of a sector, a few large ones and many small; "" for those who work alone."""
    names = sector["companies"]
    sizes = [1] * len(names)
    limits = [*LARGEST_COMPANIES, *[2] * len(names)]
    while sum(sizes) < EMPLOYED * sector["people"] and any(map(int.__lt__, sizes, limits)):
        place = luck.choice([place for place, size in enumerate(sizes) if size < limits[place]])
        sizes[place] += 1
    places = [name for name, size in zip(names, sizes, strict=True) for _ in range(size)]
    places += [""] * max(0, sector["people"] - len(places))
    return luck.sample(places, sector["people"])


def make_people(luck: random.Random, making: Making) -> Iterator[Person]:
    """Who is on the list, sector by sector, those with a part to play first; not yet how to reach them."""
    taken: set[str] = set()
    for sector in making["sector"]:
        cast = [person for person in making["person"] if person["sector"] == sector["name"]]
        places = workplaces(luck, sector)
        for person in cast:
            taken.add(f"{person['given']} {person['family']}")
            if person.get("company") in places:
                places.remove(person["company"])
            own_place = "" if "company" in person or "state" in person else places.pop()
            yield {"company": own_place} | {key: "sí" if value is True else value for key, value in person.items()}
        for _ in range(sector["people"] - sum("state" not in person for person in cast)):
            given, family, woman = make_name(luck, making["names"])
            while f"{given} {family}" in taken:
                given, family, woman = make_name(luck, making["names"])
            taken.add(f"{given} {family}")
            role = luck.choice(sector["roles"]).split("|")[0 if woman else -1]
            diet = luck.choices(list(DIETS), list(DIETS.values()))[0]
            yield {"given": given, "family": family, "role": role, "company": places.pop(), "diet": diet} | {
                "sector": sector["name"]
            }


def complete(luck: random.Random, making: Making, people: list[Person]) -> None:
    """Give everybody an address, most a telephone and a handle, and nearly all something to offer and to look for."""
    general = {wish: Deck(luck, making["general"][wish]) for wish in ("offers", "seeks")}
    decks = {(s["name"], wish): Deck(luck, s[wish]) for s in making["sector"] for wish in ("offers", "seeks")}
    addresses: set[str] = set()
    for number, person in enumerate(people, start=1):
        words = ascii_letters(person.get("latin") or f"{person['given']} {person['family']}").split()
        own = ascii_letters(person["given"]).split()
        name = ".".join((words[0], next(word for word in words[max(len(own), 1) :] if word not in PARTICLES)))
        address = name if name not in addresses else f"{name}{number}"
        addresses.add(name)
        person["email"] = f"{address}@{luck.choice(PROVIDERS)}"
        if luck.random() < 0.85:
            person["phone"] = f"+34 555 {number:03d} {luck.randrange(1000):03d}"
        if luck.random() < 0.7:
            person.setdefault("handle", f"@{words[0][: luck.randint(3, 7)]}{words[-1][: luck.randint(2, 6)]}")
        for wish in ("offers", "seeks"):
            deck = general[wish] if luck.random() < 0.08 else decks[person["sector"], wish]
            person[wish] = deck.deal() if luck.random() < 0.94 else ""
        person.setdefault("product", "General")
        person.setdefault("state", "Confirmada")


def registrations() -> list[Person]:
    """The whole list, in the order in which people signed up."""
    luck = random.Random(SEED)
    making = tomllib.loads((HERE / "sample_event.toml").read_text("utf-8"))
    people = list(make_people(luck, making))
    luck.shuffle(people)
    complete(luck, making, people)
    return people


def main(folder: Path) -> None:
    """Write the list and the event."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "registrations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADERS.values())
        writer.writerows([person.get(field, "") for field in HEADERS] for person in registrations())
    text = json.dumps(EVENT, ensure_ascii=False, indent=2)
    (folder / "event.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
