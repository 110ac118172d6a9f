"""The commitment: a figure shown before the doors open that proves afterwards that luck was not chosen again.

It is SHA-256 over the seed, the guest list, the plan of the room and the rules, each by its own hash. Who keeps it and
is shown the seed after the event can see that nothing of it was another when the first guest came in. It does not prove
that only one seed was tried before; where that matters, let a guest call out a number that goes into the event's name.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from checkin.book import Book
from checkin.model import SettingName

SETTLED = (SettingName.OPEN_UP, SettingName.COMPANIONS, SettingName.MINIMUM)
"""Settings that the draw heeds."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """The figures, each 64 hexadecimal digits.

    Attributes:
        digest: What is shown: the hash of the four others.
        seed: The hash of the seed.
        guests: The hash of who is on the list, with their tickets.
        plan: The hash of the tables and their seats.
        rules: The hash of mode, weights, rules and earlier encounters.
    """

    digest: str
    seed: str
    guests: str
    plan: str
    rules: str

    def to_facts(self) -> dict[str, str]:
        """For the journal."""
        return asdict(self)


def commitment(book: Book) -> Commitment:
    """What an event commits to as it stands."""
    seed = hashlib.sha256(bytes.fromhex(book.event.seed)).hexdigest()
    guests = _hash(
        [
            [
                guest.id,
                guest.key,
                guest.name,
                str(guest.standing),
                sorted(one.code for one in book.tickets_of(guest.id)),
            ]
            for guest in sorted(book.guests.values(), key=lambda guest: guest.id)
        ]
    )
    plan = _hash(
        [
            [table.id, table.number, len(book.seats_at(table.id, 1)), table.step_free, table.reserved, table.open]
            for table in book.room()
        ]
    )
    ties = book.ties
    rules = _hash(
        {
            "mode": book.event.mode,
            "rules": [[one.id, str(one.kind), one.people, one.table_id] for one in _sorted(ties.rules)],
            "past": [[one.guest_id, one.met] for one in _sorted(ties.past)],
            **{
                str(name): book.setting(name)
                for name in (SettingName.OPEN_UP, SettingName.COMPANIONS, SettingName.MINIMUM)
            },
        }
    )
    return Commitment(_hash([book.event.seed, seed, guests, plan, rules]), seed, guests, plan, rules)


def _sorted(shelf: dict) -> list:  # type: ignore[type-arg]
    return [shelf[key] for key in sorted(shelf)]


def _hash(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
