"""Luck that anybody can check: every chance of the evening follows from one seed.

Python's own generator may change its sequences from one version to the next and its floats may round; HMAC-SHA256 and
whole numbers do neither, so the same seed gives the same evening on every machine. This module knows no table and no
guest, only what a chance is for.

>>> luck = Luck(bytes(32), "Cena de abril")
>>> luck.below(25, "table", counter=0, guest=7)
12
>>> luck.commitment()[:16]
'66687aadf862bd77'
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field

_WORD = 1 << 256


@dataclass(frozen=True, slots=True)
class Luck:
    """The luck of one event.

    Attributes:
        seed: 32 bytes made by chance, kept secret until the event is over.
        event: What tells this event from others drawn with the same seed.
    """

    seed: bytes = field(repr=False)
    event: str

    def below(self, bound: int, purpose: str, *, counter: int, guest: int) -> int:
        """A whole number from 0 to ``bound`` - 1, each as likely as any other.

        The word is HMAC-SHA256(seed, ``purpose|counter|guest|attempt|event`` in UTF-8), read as a big-endian number.
        Words beyond the last full multiple of ``bound`` are thrown away and the next attempt is taken, so that no
        remainder is likelier than another.

        Args:
            bound: At least 1 and at most 2**256.
            purpose: What the chance is for; without ``|``.
            counter: How many chances of this purpose came before.
            guest: Whom it is for, 0 for nobody.
        """
        if not 1 <= bound <= _WORD:
            raise ValueError(bound)
        fair = _WORD - _WORD % bound
        attempt = 0
        while (word := self._word(purpose, counter, guest, attempt)) >= fair:
            attempt += 1
        return word % bound

    def shuffled(self, ids: list[int], purpose: str) -> list[int]:
        """``ids`` (all different) in an order by chance that does not depend on the order they came in."""
        return sorted(ids, key=lambda one: (self._word(purpose, 0, one, 0), one))

    def commitment(self) -> str:
        """SHA-256 of the seed in hexadecimal: shown before doors open, it proves later that the seed is the same."""
        return hashlib.sha256(self.seed).hexdigest()

    def _word(self, purpose: str, counter: int, guest: int, attempt: int) -> int:
        message = f"{purpose}|{counter}|{guest}|{attempt}|{self.event}".encode()
        return int.from_bytes(hmac.digest(self.seed, message, "sha256"), "big")
