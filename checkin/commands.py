"""Command cards: what a scanner can say to the desk that is no ticket.

A card reads ``SOBRE``, what is to be done, and eight letters that follow from the event's seed. All are letters that
are the same key on every Latin keyboard layout. What stands before the seal has vowels, so none is ever a ticket code
of ours (``tickets.py``), and only whole texts count, so no other platform's code is one by chance. The seal keeps a
guest who knows this program from showing a card of their own at the door. Pure; what a command does is the window's
business.

>>> seal = seal_of("00" * 32)
>>> spelled(Command.UNDO, seal)
'SOBREUNDODHHNXJHD'
>>> command("]Q1sobreundodhhnxjhd", seal), command("SOBREUNDO", seal)
(<Command.UNDO: 'UNDO'>, None)
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from checkin.model import Mode
from checkin.tickets import ALPHABET, clean

PREFIX = "SOBRE"
SEAL = 8
"""Letters of four bits each: one guess in four thousand million."""


class Command(StrEnum):
    """What a card asks for, by the word on it."""

    UNDO = "UNDO"
    ENTRY = "ENTER"
    EXIT = "EXIT"
    VERIFY = "CHECK"
    STAFF = "DESK"


MODES: Mapping[Command, Mode] = MappingProxyType(
    {Command.ENTRY: Mode.ENTRY, Command.EXIT: Mode.EXIT, Command.VERIFY: Mode.VERIFY}
)
"""The cards that say what the door does with a ticket from now on."""


def seal_of(seed: str) -> str:
    """The letters that make cards those of one event.

    Args:
        seed: The event's, 64 hexadecimal digits.
    """
    digits = hmac.digest(bytes.fromhex(seed), b"command cards", "sha256").hex()
    return "".join(ALPHABET[int(digit, 16)] for digit in digits[:SEAL])


def spelled(asked: Command, seal: str) -> str:
    """What the card says to a scanner."""
    return f"{PREFIX}{asked}{seal}"


def command(text: str, seal: str) -> Command | None:
    """The command that a scanned text is, or None for anything else, another event's cards included.

    Letter case does not matter, nor do blanks and hyphens of somebody who types it.
    """
    said = clean(text).replace("-", "").replace(" ", "").upper()
    return next((one for one in Command if said == spelled(one, seal)), None)
