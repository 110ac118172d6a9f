"""Scan or typing: the decision, key by key, from text and times alone.

A scanner is a keyboard that types faster than people do. Keys are held back while they may still turn out to be a scan:
``MIN_CHARS`` characters and more, ``PACE`` milliseconds a key on average, ended by Enter or Tab, or by ``SILENCE``. As
soon as that is out of the question they are handed on, oldest first. Nothing has been shown before it is decided, so
nothing has ever to be taken back: at any moment, what was handed on, then what is held, in this order, is what was
typed, less the scans. A lone key waits for ``PACE + GRACE`` milliseconds at most, which nobody notices.

Knows no Qt, no clock and no code: whoever feeds it keeps the events, and drops or hands on as many as it says.

>>> burst = Burst()
>>> [burst.feed(at, text).hand_on for at, text in [(0, "A"), (200, "n"), (380, "a")]]
[0, 1, 1]
>>> for at, text in enumerate("4TTVX-BBK7", start=1000):
...     _ = burst.feed(at, text)
>>> burst.end(1012).scan
'4TTVX-BBK7'
"""

from __future__ import annotations

from dataclasses import dataclass

MIN_CHARS = 6
"""A shorter burst is typing."""

PACE = 50
"""Milliseconds a key, on average, that a scanner stays under (makers' settings end there; Odoo supports the same)."""

GRACE = 30
"""Milliseconds that a burst may lag behind its pace before it is over: a scanner hesitates too."""

SILENCE = 150
"""Milliseconds without a key that end a scan whose scanner sends no end key."""

TAIL = 300
"""Milliseconds after a scan in which an end key still belongs to it: slow end keys, and the second half of CR LF."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do now.

    Attributes:
        hand_on: How many of the oldest held keys are typing and go on to whoever has the focus.
        scan: The text of a scan that is complete, or ""; the other held keys were it and are dropped.
        eaten: Whether the end key just fed belongs to a scan and goes nowhere.
    """

    hand_on: int = 0
    scan: str = ""
    eaten: bool = False


class Burst:
    """The keys that may still be a scan."""

    def __init__(self) -> None:
        """Begin with nothing held."""
        self._held: list[tuple[int, str]] = []
        self._tail_from: int | None = None

    @property
    def waiting(self) -> int:
        """How many keys are held."""
        return len(self._held)

    @property
    def deadline(self) -> int | None:
        """When ``pause`` is to be called if no key comes before, in the time of the keys; None with nothing held."""
        if not self._held:
            return None
        if self._is_scan():
            return self._held[-1][0] + SILENCE
        return min(self._held[0][0] + PACE * len(self._held) + GRACE, self._held[-1][0] + SILENCE)

    def feed(self, at: int, text: str) -> Verdict:
        """Hold a key that types ``text``; ``at`` is in milliseconds and does not run backwards.

        What a silence before this key has decided is reported here when nobody noticed the silence.
        """
        silent = bool(self._held) and at >= self._held[-1][0] + SILENCE
        before = self.conclude() if silent else Verdict()
        self._tail_from = None
        self._held.append((at, text))
        return Verdict(before.hand_on + self._shed(), before.scan)

    def end(self, at: int) -> Verdict:
        """Enter or Tab came: it ends a scan, or is a key like any other."""
        if not self._held:
            return Verdict(eaten=self._tail_from is not None and at - self._tail_from <= TAIL)
        verdict = self.conclude()
        if verdict.scan:
            self._tail_from = at
        return Verdict(verdict.hand_on, verdict.scan, eaten=bool(verdict.scan))

    def pause(self, at: int) -> Verdict:
        """Time has passed without a key: hand on what can no longer be a scan, report one that is complete."""
        if not self._held:
            return Verdict()
        return self.conclude() if at >= self._held[-1][0] + SILENCE else Verdict(self._shed(at))

    def conclude(self) -> Verdict:
        """Decide at once, because something else happened: another kind of key, a click."""
        count = 0
        while self._held and not self._is_scan():
            del self._held[0]
            count += 1
        if not self._held:
            return Verdict(count)
        text = "".join(text for _, text in self._held)
        self._tail_from = self._held[-1][0]
        self._held.clear()
        return Verdict(count, text)

    def _is_scan(self) -> bool:
        return len(self._held) >= MIN_CHARS and self._lag() <= 0

    def _lag(self) -> int:
        """Milliseconds that the held keys are behind a scanner's pace; below zero they are ahead of it."""
        return self._held[-1][0] - self._held[0][0] - PACE * (len(self._held) - 1)

    def _shed(self, at: int | None = None) -> int:
        """Let go of the oldest keys until the rest keeps a scanner's pace, now or with a next key at ``at``."""
        count = 0
        while self._held and not self._is_scan():
            lag = self._lag() if at is None else at - self._held[0][0] - PACE * len(self._held)
            if lag < GRACE:
                break
            del self._held[0]
            count += 1
        return count
