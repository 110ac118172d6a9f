"""What a diagnosis of a scanner says to a volunteer: how bad it is, what is wrong, and what to do about it.

Pure; knows no widget. Every fault has its sentences here, so that none is forgotten and each can be read aloud.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checkin.keyboards import Layout
from checkin.ui.door.burst import PACE, SILENCE
from checkin.ui.door.scanner_check import Diagnosis, Fault
from checkin.words import Words

SHOWN = 24
"""Letters of what arrived that are repeated in a sentence."""


class Verdict(StrEnum):
    """How bad it is."""

    GOOD = "good"
    WORKS = "works"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Advice:
    """What is the matter, or "", and what to do."""

    heading: str
    line: str


def verdict(found: Diagnosis) -> Verdict:
    """How bad it is, in one of three words."""
    if not found.faults:
        return Verdict.GOOD
    return Verdict.WORKS if found.works else Verdict.WRONG


def headline(found: Diagnosis, t: Words) -> str:
    """The verdict in a few words.

    >>> headline(Diagnosis(found=True), Words("en"))
    'The scanner is set well'
    """
    if Fault.OTHER_CODE in found.faults:
        return t("That was another code")
    words = {
        Verdict.GOOD: t("The scanner is set well"),
        Verdict.WORKS: t("The scanner works"),
        Verdict.WRONG: t("The scanner has to be set otherwise"),
    }
    return words[verdict(found)]


def advise(found: Diagnosis, t: Words) -> tuple[Advice, ...]:
    """Everything there is to say, the weightiest first."""
    if not found.faults:
        return (Advice("", t("Every sign has arrived, fast enough, and with an end key. There is nothing to do.")),)
    return tuple(_advice(fault, found, t) for fault in found.faults)


def keyboard(layout: Layout, t: Words) -> str:
    """A keyboard layout by its name, as it follows the word keyboard."""
    words = {
        Layout.US: t.context("keyboard", "US"),
        Layout.ES: t.context("keyboard", "Spanish"),
        Layout.LATAM: t.context("keyboard", "Latin American"),
        Layout.PT: t.context("keyboard", "Portuguese"),
        Layout.GB: t.context("keyboard", "British"),
        Layout.FR: t.context("keyboard", "French"),
        Layout.DE: t.context("keyboard", "German"),
        Layout.IT: t.context("keyboard", "Italian"),
        Layout.BE: t.context("keyboard", "Belgian"),
        Layout.CH: t.context("keyboard", "Swiss"),
    }
    return words[layout]


def _advice(fault: Fault, found: Diagnosis, t: Words) -> Advice:
    match fault:
        case Fault.SLOW | Fault.HALTING | Fault.NO_END:
            return _on_pace(fault, found, t)
        case Fault.OTHER_CODE | Fault.LOST | Fault.ADDED | Fault.BEFORE | Fault.AFTER | Fault.SYMBOLOGY:
            return _on_signs(fault, found, t)
        case _:
            return _on_keys(fault, found, t)


def _on_pace(fault: Fault, found: Diagnosis, t: Words) -> Advice:
    if fault is Fault.NO_END:
        return Advice(
            t("No Enter after the code"),
            t("It works, but each scan waits {wait} ms longer. Set the scanner's suffix to Enter (CR).", wait=SILENCE),
        )
    if fault is Fault.SLOW:
        return Advice(
            t("Too slow: {pace} ms a key", pace=found.pace),
            t("The door takes up to {limit} ms. Set the scanner's delay between characters to 10 ms.", limit=PACE),
        )
    return Advice(
        t("It stops for {pause} ms half way", pause=found.longest),
        t("A wireless scanner: bring it nearer to its base. Close other programs, then scan again."),
    )


def _on_signs(fault: Fault, found: Diagnosis, t: Words) -> Advice:
    again = t("Set the scanner's delay between characters to 10 ms, plug it straight into the laptop, and scan again.")
    manual = t("Tickets are not found like this. Turn it off with the code for it in the scanner's manual.")
    match fault:
        case Fault.LOST:
            return Advice(t("Signs are missing: {signs}", signs=_short(found.lost)), again)
        case Fault.ADDED:
            return Advice(t("Signs are doubled or added: {signs}", signs=_short(found.added)), again)
        case Fault.BEFORE:
            return Advice(t("It puts “{signs}” before the code", signs=_short(found.before)), manual)
        case Fault.AFTER:
            return Advice(t("It puts “{signs}” after the code", signs=_short(found.after)), manual)
        case Fault.SYMBOLOGY:
            return Advice(
                t("It says first what kind of code it is ({signs})", signs=found.before),
                t("Sobremesa leaves that out. There is nothing to do."),
            )
        case _:
            return Advice(t("Scan the one on this screen"), t("Nobody was checked in. Hold the scanner a hand away."))


def _on_keys(fault: Fault, found: Diagnosis, t: Words) -> Advice:
    match fault:
        case Fault.SHIFT:
            return Advice(t("Shift is lost: capitals and marks arrive as others"), _delay(t))
        case Fault.CAPS_LOCK:
            return Advice(t("Caps Lock is on"), _caps_lock(found, t))
        case Fault.CAPITALS:
            return Advice(t("It turns all letters into capitals"), _size(t))
        case Fault.SMALL_LETTERS:
            return Advice(t("It turns all letters into small ones"), _size(t))
        case _:
            scanner, laptop = keyboard(found.scanner, t), keyboard(found.laptop, t)
            heading = t(
                "The scanner is set to a {scanner} keyboard, this laptop to a {laptop} one",
                scanner=scanner,
                laptop=laptop,
            )
            return Advice(heading, _keyboards(found, laptop, t))


def _keyboards(found: Diagnosis, laptop: str, t: Words) -> str:
    if found.mended:
        return t("Sobremesa reads it all the same. There is nothing to do.")
    return t(
        "Tickets made by Sobremesa are read, those of other sellers may not be. Set the scanner to a {laptop} "
        "keyboard with the code for it in its manual.",
        laptop=laptop,
    )


def _caps_lock(found: Diagnosis, t: Words) -> str:
    if found.found:
        return t("Tickets are read all the same, but names are typed in capitals. Press Caps Lock once.")
    return t("Tickets of other sellers may not be read. Press Caps Lock once and scan again.")


def _delay(t: Words) -> str:
    return t("Tickets of other sellers are not read like this. Set the scanner's delay between characters to 10 ms.")


def _size(t: Words) -> str:
    return t("Tickets are read all the same. There is nothing to do.")


def _short(signs: str) -> str:
    """The first signs; a blank can be seen."""
    shown = signs.replace(" ", "␣")
    return shown if len(shown) <= SHOWN else f"{shown[: SHOWN - 1]}…"
