"""Invented guests for the benchmarks, as many as asked for, the same every time."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from random import Random

from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan

GIVEN = (
    "Begoña", "Jordi", "Łukasz", "Ana", "María José", "Hugo", "Ane", "Iñaki", "Fátima", "Zoë",
    "Núria", "Xabier", "Óscar", "Montserrat", "Uxía", "Chloé", "Jürgen", "Amina", "Günter", "Leire",
)  # fmt: skip
FAMILY = (
    "Ibáñez", "Puig i Roca", "Wójcik", "Gil Paz", "Núñez", "Cañete", "Agirre", "García", "Fernández-Villaverde",
    "O'Neill", "de la Serna", "Muñoz", "Peña", "Etxeberria", "Castro", "Łuczak", "Señor", "Güell", "Ortega", "Haddad",
)  # fmt: skip
COMPANIES = ("Marea Coop.", "Vértice Ventures", "Norte Labs", "Jara & Asociados", "Itsas Lab", "Faro Media", "")
SECTORS = ("Tecnología", "Salud", "Economía social", "Legal", "Educación", "Alimentación", "Energía", "Medios")


def names(count: int, seed: int = 1) -> list[tuple[str, str]]:
    """So many pairs of given name and surnames, hardly two alike."""
    luck = Random(seed)
    return [(luck.choice(GIVEN), f"{luck.choice(FAMILY)} {luck.choice(FAMILY)} {at}") for at in range(count)]


def event_of(desk: Desk, guests: int) -> None:
    """Make an event with a room for everybody and take so many guests in from a file."""
    tables = max(10, -(-guests // 10) + 5)
    desk.create_event(f"Medida {guests}", [TablePlan(tables, 10)])
    luck = Random(guests)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list.csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["Nombre", "Apellidos", "Correo electrónico", "Empresa", "Sector"])
            for at, (given, family) in enumerate(names(guests)):
                writer.writerow([given, family, f"p{at}@example.org", luck.choice(COMPANIES), luck.choice(SECTORS)])
        desk.import_file(path)
