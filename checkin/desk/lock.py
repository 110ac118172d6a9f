"""The organizer's PIN: kept as a hash in the event, tried at any station, and slow to guess.

A PIN says who may do what on this screen; it does not protect a stolen file (a passphrase does). Wrong tries are
counted in the database, so that neither another station nor a restart gives more of them, and waiting is always enough:
a meal must go on. Nothing here writes a PIN anywhere.

>>> [wait_after(wrong) for wrong in (4, 5, 6, 10, 99)]
[0, 30, 60, 900, 900]
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import ceil

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from checkin import plans
from checkin.book import Book
from checkin.changes import Change
from checkin.desk.ledger import Ledger
from checkin.errors import CannotSave, CheckinError
from checkin.model import SettingName
from checkin.rows import stamp
from checkin.store import Pen

SHORTEST, LONGEST = 6, 32
"""Digits of a PIN."""

FREE_TRIES = 5
FIRST_WAIT, LONGEST_WAIT = 30, 900
"""Seconds after the fifth wrong try, doubling from there, and never more than this."""

SKEW = 300
"""Seconds that the clocks of two laptops in one room may differ."""

TRIES = "pin_tries"
"""The setting that counts wrong tries: how many, a blank, and when the last was (ISO 8601, UTC); "" for none."""


class WeakPin(CheckinError):
    """No PIN: fewer than ``SHORTEST`` digits, more than ``LONGEST``, or something else than digits."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a PIN.

    Attributes:
        ok: Whether it was the right one.
        wait_seconds: How long none will be looked at from now, whole seconds; 0 when another may follow at once.
    """

    ok: bool
    wait_seconds: int = 0


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries since the last right one."""

    wrong: int = 0
    last: datetime | None = None

    @classmethod
    def parse(cls, text: str) -> Tries:
        """Read the setting; what is no such text counts as none."""
        wrong, _, last = text.partition(" ")
        try:
            return cls(int(wrong), datetime.fromisoformat(last).astimezone(UTC))
        except ValueError:
            return cls()

    def text(self) -> str:
        """As the setting keeps it."""
        return f"{self.wrong} {stamp(self.last)}" if self.last is not None else ""

    def wait(self, now: datetime) -> int:
        """Whole seconds until the next try.

        Another station's clock may be a little behind; one that was set back by more than ``SKEW`` would make the wait
        endless, so that a try in such a future does not count.
        """
        if self.last is None or self.last - now > timedelta(seconds=SKEW):
            return 0
        left = self.last + timedelta(seconds=wait_after(self.wrong)) - now
        return max(0, ceil(left.total_seconds())) if wait_after(self.wrong) else 0


def wait_after(wrong: int) -> int:
    """Seconds that nobody may try after so many wrong tries in a row."""
    if wrong < FREE_TRIES:
        return 0
    return min(LONGEST_WAIT, FIRST_WAIT << min(wrong - FREE_TRIES, 10))


def is_pin(text: str) -> bool:
    """Whether a text could be a PIN."""
    return text.isascii() and text.isdecimal() and SHORTEST <= len(text) <= LONGEST


def has_pin(book: Book) -> bool:
    """Whether the event has a PIN."""
    return bool(book.setting(SettingName.PIN))


def wait_now(book: Book, now: datetime) -> int:
    """Whole seconds until a PIN will be looked at again; 0 when one may be tried."""
    return Tries.parse(book.setting(TRIES)).wait(now)


def set_pin(ledger: Ledger, pin: str) -> Change:
    """Give the event a PIN, or another one; wrong tries are forgotten.

    Raises:
        WeakPin: It is none.
    """
    if not is_pin(pin):
        raise WeakPin
    kept = PasswordHasher().hash(pin)

    def plan(book: Book, pen: Pen) -> Change:
        change = plans.set_(book, SettingName.PIN, kept, pen.reserve)
        forgotten = plans.set_(book, TRIES, "", pen.reserve).edits if book.setting(TRIES) else ()
        return replace(change, edits=(*change.edits, *forgotten))

    return ledger.write(plan)


def check_pin(ledger: Ledger, pin: str, now: datetime) -> Verdict:
    """Try a PIN: a wrong one counts, the right one forgets the wrong ones, and in a wait none is looked at.

    Args:
        ledger: The open event.
        pin: What was typed; anything that could be no PIN is simply wrong.
        now: When, with its zone.

    Raises:
        CannotSave: A wrong try could not be written down.
    """
    ledger.catch_up()
    book = ledger.opened()
    if wait := wait_now(book, now):
        return Verdict(ok=False, wait_seconds=wait)
    if _matches(book.setting(SettingName.PIN), pin):
        # The organizer gets in even where nothing can be written: perhaps to make room on the disk.
        with suppress(CannotSave):
            _count(ledger, None)
        return Verdict(ok=True)
    _count(ledger, now)
    return Verdict(ok=False, wait_seconds=wait_now(book, now))


def _matches(kept: str, pin: str) -> bool:
    try:
        return bool(kept) and PasswordHasher().verify(kept, pin)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _count(ledger: Ledger, now: datetime | None) -> None:
    """Write one more wrong try, counted on what other stations wrote meanwhile; None forgets them all."""
    if now is None and not ledger.opened().setting(TRIES):
        return

    def plan(book: Book, pen: Pen) -> Change:
        wrong = Tries.parse(book.setting(TRIES)).wrong
        tries = Tries(wrong + 1, now) if now is not None else Tries()
        return plans.set_(book, TRIES, tries.text(), pen.reserve)

    ledger.write(plan)
