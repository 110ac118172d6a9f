"""Pictures of every kind of paper for the user guide, and for looking at: the sample event's worst names on each.

``python scripts/papers.py`` writes ``docs/papers/<paper>-<language>.png``. The people are those of the sample list
with the longest names and those whose names are not written in Latin letters, so that what can go wrong is in the
pictures. It needs no screen.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtWidgets import QApplication

from checkin.badges import Design, Stock
from checkin.desk import Desk
from checkin.desk.outcomes import PrintReport, TablePlan
from checkin.desk.places import sample_list
from checkin.desk.remarks import remarks
from checkin.model import GuestId
from checkin.paper.designs import Field
from checkin.paper.logo import accepted
from checkin.paper.sheets import sheet_named
from checkin.paper.ticket import TicketPaper
from checkin.ui.app import application
from checkin.ui.printing.preview import pictures
from checkin.words import Words

ROOT = Path(__file__).resolve().parent.parent
WORST = 24
"""People, at three tables."""

WIDTH = 560
"""Of a picture of A4, in pixels."""

Print = Callable[[Desk, Path, Words], PrintReport]

PAPERS: dict[str, Print] = {
    "badges": lambda desk, path, t: badges(desk, path, t, Stock()),
    "badges-folded": lambda desk, path, t: badges(desk, path, t, Stock("a4-fold")),
    "badges-backs": lambda desk, path, t: badges(desk, path, t, Stock(duplex=True)),
    "place-cards": lambda desk, path, t: desk.print_place_cards(path, t, guest_ids=hardest(desk, 6)),
    "table-cards": lambda desk, path, t: desk.print_table_cards(path, t),
    "table-cards-people": lambda desk, path, t: desk.print_table_cards(path, t, people=True),
    "seating-list": lambda desk, path, t: desk.print_list(path, t),
    "door-list": lambda desk, path, t: desk.print_door_list(path, t),
    "call-out": lambda desk, path, t: desk.print_call_out(path, t),
    "tickets": lambda desk, path, t: desk.print_tickets(path, t),
    "tickets-phone": lambda desk, path, t: desk.print_tickets(path, t, paper=TicketPaper.PHONE),
    "contacts": lambda desk, path, t: desk.print_contacts(path, t),
    "command-cards": lambda desk, path, t: desk.print_command_cards(path, t),
    "calibration": lambda desk, path, t: desk.print_calibration(path, t),
}
SECOND_PAGE = {"badges-backs"}
"""Papers of which the second page is the one to see."""


def hardest(desk: Desk, count: int) -> list[GuestId]:
    """Of those, some with long names and some in other scripts, by turns."""
    guests = sorted(desk.opened().guests)
    others = sum(not latin(desk.opened().guests[guest_id].name or "") for guest_id in guests)
    return list(chain.from_iterable(zip(guests[others:], guests[:others], strict=False)))[:count]


def badges(desk: Desk, path: Path, t: Words, stock: Stock) -> PrintReport:
    """As many badges as fill a sheet."""
    people = hardest(desk, sheet_named(stock.sheet).labels)
    return desk.print_badges(path, t, stock=stock, guest_ids=people, again=True)


def worst(folder: Path) -> Path:
    """Of the sample list, who is hardest to print."""
    with sample_list().open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    coming = [row for row in rows if row[head.index("Estado")].startswith("Confirmad")]
    coming.sort(key=lambda row: (latin(row[0]), -len(row[0]) - len(row[1])))
    path = folder / "worst.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *coming[:WORST]])
    return path


def latin(name: str) -> bool:
    """Whether a name is in Latin letters."""
    return all(char < "\u0250" for char in name)


def logo() -> bytes:
    """Something to stand where the event's logo stands."""
    picture = Image.new("RGB", (360, 120), (255, 255, 255))
    for at, colour in enumerate(((138, 21, 56), (242, 178, 0), (15, 107, 92))):
        picture.paste(colour, (20 + at * 110, 20, 110 + at * 110, 100))
    file = BytesIO()
    picture.save(file, "PNG")
    return accepted(file.getvalue())


def evening(folder: Path) -> Desk:
    """Three tables of people with difficult names, in a room with a second round, and their badges with everything."""
    luck, now = Random(8), datetime(2026, 11, 21, 13, 30, tzinfo=UTC)
    desk = Desk.open(str(folder / "evening.db"), station="Puerta A", clock=lambda: now, luck=luck.randbytes)
    desk.create_event("Comida networking de noviembre", TablePlan.parse("3x8"), "2026-11-21")
    desk.import_file(worst(folder))
    desk.give_itineraries(2)
    for guest_id in sorted(desk.opened().guests):
        desk.admit(guest_id)
    desk.design_badges(Design("band", "#8A1538", frozenset(Field), logo()))
    return desk


def take(name: str, pdf: bytes, out: Path) -> None:
    """Keep a picture of a paper's page, in few colours: small enough for a repository, true enough to read."""
    shown = pictures(pdf, 2, 1.0)[0]
    page = shown[1 if name.rsplit("-", 1)[0] in SECOND_PAGE else 0]
    path = out / f"{name}.png"
    page.save(str(path))
    picture = Image.open(path).convert("RGB")
    picture.thumbnail((WIDTH, WIDTH * 3), Image.Resampling.LANCZOS)
    picture.quantize(96, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "papers")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    _app: QApplication = application()
    with tempfile.TemporaryDirectory() as folder:
        desk = evening(Path(folder))
        for language in ("es", "en"):
            t = Words(language)
            for name, paper in PAPERS.items():
                file = Path(folder, f"{name}.pdf")
                report = paper(desk, file, t)
                take(f"{name}-{language}", file.read_bytes(), out)
                for said in remarks(report.flaws, t):
                    print(f"{name}: {said}")
        desk.close()
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
