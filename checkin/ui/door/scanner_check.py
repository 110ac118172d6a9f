"""What a scanner's reading of the test code says about its settings: which one is wrong, and whether it matters.

The test code has signs that every keyboard layout keeps in another place, capitals, marks, and a digit three times,
so that what arrives tells the scanner's layout from the laptop's, Caps Lock, a lost Shift and lost signs apart. Whether
a fault matters is not believed but tried: the code is looked up as the door looks tickets up, and the times of the
keys are played to the filter that tells scans from typing. Knows no Qt, no clock and no sentence.

>>> check = diagnose("Sobremesa 222'QwÑYz-ä¡e_?¿i", [8] * 28, End.ENTER)
>>> check.faults, str(check.laptop), check.works
((<Fault.KEYBOARD: 'keyboard'>,), 'es', True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import accumulate, product

from checkin import tickets
from checkin.keyboards import FOREIGN, SHIFT_LOCKING, Layout, undo, without_caps_lock
from checkin.ui.door.burst import PACE, TAIL, Burst

TEST_CODE = 'Sobremesa 222-Qw:Yz/"a=e?_+i'
"""What the code on the screen says: signs that every layout can type, none of them with AltGr."""

ALIKE = 0.6
"""Share of the test code that has to have arrived for the rest to be called lost, and not another code."""

_SYMBOLOGY = re.compile(r"\][A-Za-z][0-9]")
_US = Layout.US
_PAIRS = (
    (_US, _US),
    *((_US, laptop) for laptop in FOREIGN),
    *((scanner, _US) for scanner in FOREIGN),
    *((scanner, laptop) for scanner, laptop in product(FOREIGN, FOREIGN) if scanner is not laptop),
)
"""What scanner and laptop may be set to, the likeliest first; any two that are equal are as good as the first."""


class End(StrEnum):
    """What came after the last sign."""

    ENTER = "enter"
    TAB = "tab"
    NONE = ""


class Fault(StrEnum):
    """What is not as it should be, the weightiest first."""

    OTHER_CODE = "other_code"
    LOST = "lost"
    ADDED = "added"
    SLOW = "slow"
    HALTING = "halting"
    BEFORE = "before"
    AFTER = "after"
    SHIFT = "shift"
    KEYBOARD = "keyboard"
    CAPS_LOCK = "caps_lock"
    CAPITALS = "capitals"
    SMALL_LETTERS = "small_letters"
    SYMBOLOGY = "symbology"
    NO_END = "no_end"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a reading of the test code showed.

    Attributes:
        faults: The weightiest first; none when all is well.
        found: Whether the door finds a ticket that is read like this.
        whole: Whether the door takes keys at this pace for one scan.
        scanner: The layout that the scanner is set to; of several that type the test code alike, the likeliest.
        laptop: The layout that this laptop has; equal to ``scanner`` where they agree, whichever it is.
        before: What came before the code.
        after: What came after it.
        lost: Signs of the code that did not arrive.
        added: Signs that are not in the code, or are there once too often; a fault of their own when none was lost.
        pace: Milliseconds from key to key, on average.
        longest: The longest pause between two keys, in milliseconds.
    """

    faults: tuple[Fault, ...] = ()
    found: bool = False
    whole: bool = True
    scanner: Layout = _US
    laptop: Layout = _US
    before: str = ""
    after: str = ""
    lost: str = ""
    added: str = ""
    pace: int = 0
    longest: int = 0

    @property
    def works(self) -> bool:
        """Whether tickets can be checked in with this scanner as it is."""
        return self.found and self.whole

    @property
    def mended(self) -> bool:
        """Whether the door undoes these two keyboards, as it does when either is a US one."""
        return _US in (self.scanner, self.laptop)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the scanner meant if the two were set like this."""

    text: str
    scanner: Layout
    laptop: Layout
    caps_lock: bool


def diagnose(received: str, gaps_ms: Sequence[int], ended_by: End) -> Diagnosis:
    """Say what is wrong with a scanner's settings.

    Args:
        received: What the scanner typed, its end key left out.
        gaps_ms: Milliseconds from each key to the next one, up to and with the end key where there is one.
        ended_by: The end key.
    """
    told = _exact(received) or _recased(received) or _unshifted(received) or _damaged(received)
    found = any(candidate.key == tickets.key(TEST_CODE) for candidate in tickets.candidates(received))
    between = list(gaps_ms[:-1] if ended_by else gaps_ms)
    told = replace(
        told,
        found=found,
        whole=is_one_scan(gaps_ms, ended_by),
        pace=round(sum(between) / len(between)) if between else 0,
        longest=max(between, default=0),
    )
    ended = bool(ended_by) and (not gaps_ms or gaps_ms[-1] <= TAIL)
    seen = (fault for fault in Fault if fault in told.faults or _shows(fault, told, ended=ended))
    return replace(told, faults=tuple(seen))


def is_one_scan(gaps_ms: Sequence[int], ended_by: End) -> bool:
    """Whether the door takes keys with these gaps for one scan, and none of them for typing."""
    burst = Burst()
    times = list(accumulate(gaps_ms, initial=0))
    keys = times[:-1] if ended_by else times
    scans = 0
    for number, at in enumerate(times):
        while (due := burst.deadline) is not None and due < at:
            waited = burst.pause(due)
            if waited.hand_on:
                return False
            scans += bool(waited.scan)
        verdict = burst.feed(at, "x") if number < len(keys) else burst.end(at)
        if verdict.hand_on:
            return False
        scans += bool(verdict.scan)
    last = burst.conclude()
    return not last.hand_on and scans + bool(last.scan) == 1


def _shows(fault: Fault, told: Diagnosis, *, ended: bool) -> bool:
    """Whether a fault shows in what is known besides the text itself; an end key that comes too late ends nothing."""
    match fault:
        case Fault.SLOW:
            return not told.whole and told.pace > PACE
        case Fault.HALTING:
            return not told.whole and told.pace <= PACE
        case Fault.NO_END:
            return not ended
        case _:
            return False


def _readings(received: str, *, caps_lock: bool) -> Iterator[_Reading]:
    """What the scanner may have meant, the likeliest first."""
    if not caps_lock:
        yield _Reading(received, _US, _US, caps_lock=False)
        for scanner, laptop in _PAIRS[1:]:
            yield from _read(received, scanner, laptop, caps_lock=False)
        return
    letters = without_caps_lock(received)
    yield _Reading(letters, _US, _US, caps_lock=True)
    for scanner, laptop in _PAIRS[1:]:
        yield from _read(letters, scanner, laptop, caps_lock=True)
    for scanner, laptop in ((layout, layout) for layout in SHIFT_LOCKING):
        yield from _read(received, scanner, laptop, caps_lock=True, shift_lock=True)
    for scanner, laptop in _PAIRS[1:]:
        if laptop in SHIFT_LOCKING:
            yield from _read(received, scanner, laptop, caps_lock=True, shift_lock=True)


def _read(
    text: str, scanner: Layout, laptop: Layout, *, caps_lock: bool, shift_lock: bool = False
) -> Iterator[_Reading]:
    read = undo(text, scanner=scanner, laptop=laptop, shift_lock=shift_lock)
    if read is not None:
        yield _Reading(read, scanner, laptop, caps_lock)


def _exact(received: str) -> Diagnosis | None:
    """All signs arrived, perhaps as another keyboard's, perhaps with something around them."""
    for caps_lock in (False, True):
        for reading in _readings(received, caps_lock=caps_lock):
            before, code, after = reading.text.partition(TEST_CODE)
            if code:
                return _around(before, after, _of(reading))
    return None


def _recased(received: str) -> Diagnosis | None:
    """All signs arrived, with the letters of one size."""
    for fault, code in ((Fault.CAPITALS, TEST_CODE.upper()), (Fault.SMALL_LETTERS, TEST_CODE.lower())):
        for reading in _readings(received, caps_lock=False):
            before, found, after = reading.text.partition(code)
            if found:
                return _around(before, after, _of(reading, fault))
    return None


def _unshifted(received: str) -> Diagnosis | None:
    """The right keys were pressed, some of them without the Shift that they need, or with one that they do not."""
    for reading in _readings(received, caps_lock=False):
        if len(reading.text) != len(TEST_CODE):
            continue
        own = reading.scanner
        pairs = zip(reading.text, TEST_CODE, strict=True)
        if all(typed in (sign, undo(sign, scanner=own, laptop=own, shift_lock=True)) for typed, sign in pairs):
            return _of(reading, Fault.SHIFT)
    return None


def _damaged(received: str) -> Diagnosis:
    """Signs are missing or too many, or it was another code altogether."""
    best, likeness = _Reading(received, _US, _US, caps_lock=False), 0.0
    for caps_lock in (False, True):
        for reading in _readings(received, caps_lock=caps_lock):
            ratio = SequenceMatcher(None, TEST_CODE, reading.text, autojunk=False).ratio()
            if ratio > likeness + 1e-9:
                best, likeness = reading, ratio
    if likeness < ALIKE:
        return Diagnosis((Fault.OTHER_CODE,))
    steps = SequenceMatcher(None, TEST_CODE, best.text, autojunk=False).get_opcodes()
    lost = "".join(TEST_CODE[start:end] for step, start, end, _, _ in steps if step != "equal")
    added = "".join(best.text[start:end] for step, _, _, start, end in steps if step != "equal")
    return replace(_of(best, Fault.LOST if lost else Fault.ADDED), lost=lost, added=added)


def _of(reading: _Reading, *faults: Fault) -> Diagnosis:
    """What the layouts of a reading say by themselves."""
    settings = [Fault.KEYBOARD] if reading.scanner is not reading.laptop else []
    if reading.caps_lock:
        settings.append(Fault.CAPS_LOCK)
    return Diagnosis((*faults, *settings), scanner=reading.scanner, laptop=reading.laptop)


def _around(before: str, after: str, told: Diagnosis) -> Diagnosis:
    """The same, with what stands around the code."""
    names_symbology = bool(_SYMBOLOGY.fullmatch(before))
    faults = list(told.faults)
    if before:
        faults.append(Fault.SYMBOLOGY if names_symbology else Fault.BEFORE)
    if after:
        faults.append(Fault.AFTER)
    return replace(told, faults=tuple(faults), before=before, after=after)
