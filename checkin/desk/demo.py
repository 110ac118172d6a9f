"""The sample event: half-way through the arrivals for the window, or the whole evening without one."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from checkin.desk import Desk
from checkin.desk.outcomes import PrintReport, TablePlan
from checkin.desk.places import sample_event, sample_list
from checkin.errors import CheckinError
from checkin.model import Guest, GuestId, Standing
from checkin.words import Words

ORDER = 20261121
"""Seed of the order in which the invented guests arrive, so that every demo tells the same story."""


SEARCH = 1.0
"""Seconds of a processor for the second round."""


@dataclass(frozen=True, slots=True)
class Evening:
    """What the demo did."""

    event: str
    registrations: int
    arrived: int
    moved: int
    tables: int
    paths: tuple[Path, ...]


def has_screen() -> bool:
    """Whether a window can be shown: on Windows and macOS always, elsewhere where a display server says so."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def clear(database: Path) -> None:
    """Make room for a new demo where an earlier one was."""
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)


def open_sample(desk: Desk) -> str:
    """Make the sample event and take its people in; returns its name."""
    told = json.loads(sample_event().read_text("utf-8"))
    desk.create_event(told["name"], TablePlan.parse(told["tables"]), told["day"])
    desk.import_file(sample_list())
    return str(told["name"])


def half_way(desk: Desk, _t: Words) -> str:
    """The sample event with half of its guests arrived; returns its name."""
    name = open_sample(desk)
    order = _order(desk)
    for guest in order[: len(order) // 2]:
        desk.admit(guest.id)
    return name


def whole_evening(desk: Desk, out: Path, t: Words) -> Evening:
    """Everybody arrives by ticket, some change tables, and everything is printed to ``out``."""
    name = open_sample(desk)
    book = desk.opened()
    order = _order(desk)
    for guest in order:
        desk.scan(book.code_of(guest.id))
    moved = _move_some(desk, [guest.id for guest in order[:40]])
    paths = (Path(desk.address), *print_everything(desk, out, t))
    return Evening(name, len(book.guests), book.arrived, moved, len(book.tables), paths)


def print_everything(desk: Desk, out: Path, t: Words) -> list[Path]:
    """Every paper that the event can have, the call-out list of a second round among them, as PDF in ``out``."""
    course, plan = desk.search_rounds(desk.opened().round + 1, seconds=SEARCH, seed=ORDER)
    desk.take_plan(course, plan.rounds)
    papers: list[tuple[str, Callable[[Path, Words], PrintReport]]] = [
        (t("badges.pdf"), desk.print_badges),
        (t("table-cards.pdf"), partial(desk.print_table_cards, people=True)),
        (t("place-cards.pdf"), desk.print_place_cards),
        (t("seating-list.pdf"), desk.print_list),
        (t("door-list.pdf"), desk.print_door_list),
        (t("call-out.pdf"), partial(desk.print_call_out, round_=desk.opened().round + 1)),
        (t("contacts.pdf"), desk.print_contacts),
        (t("tickets.pdf"), desk.print_tickets),
        (t("command-cards.pdf"), desk.print_command_cards),
        (t("commitment.pdf"), desk.print_commitment),
        (t("calibration.pdf"), desk.print_calibration),
    ]
    return [write(out / name, t).path for name, write in papers]


def _order(desk: Desk) -> list[Guest]:
    """Those who come, in the order in which they walk in."""
    book = desk.opened()
    coming = [guest for guest in book.guests.values() if guest.standing is Standing.COMING and guest.name is not None]
    coming.sort(key=lambda guest: guest.id)
    Random(ORDER).shuffle(coming)  # noqa: S311 - a story, not a draw
    return coming


def _move_some(desk: Desk, people: list[GuestId]) -> int:
    """Let ten people change tables, each to the next table that has a seat."""
    book = desk.opened()
    room = book.room()
    moved = 0
    for at, guest_id in enumerate(people):
        if moved == 10:
            break
        try:
            desk.move([guest_id], room[at % len(room)].id)
        except CheckinError:
            continue
        moved += 1
    return moved
