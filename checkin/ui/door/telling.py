"""What a volunteer should know about each answer of the door, and what to do: the sentences of the card's panel.

Every state has one function's worth of words here, so that none is forgotten and each can be read aloud.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from checkin.desk.outcomes import Outcome
from checkin.door import State
from checkin.model import GONE, Event, Guest
from checkin.words import Words


@dataclass(frozen=True, slots=True)
class Panel:
    """The field beside the table's number.

    Attributes:
        heading: Its first words.
        lines: What follows, each in a line or more of its own.
        foot: The last, quiet words.
        people: Whether the lines name people, of whom as many are shown as there is room for.
        ask: A second heading, with ``advice`` under it.
    """

    heading: str = ""
    lines: tuple[str, ...] = ()
    foot: str = ""
    people: bool = False
    ask: str = ""
    advice: str = ""

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.heading or self.lines)


@dataclass(frozen=True, slots=True)
class Told:
    """The words of one answer.

    Attributes:
        headline: Stands where the guest's name does, when there is no guest.
        line: Stands where the company does.
    """

    panel: Panel = field(default_factory=Panel)
    headline: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What there is to tell about: an outcome, whom it is about, at which event, in which language."""

    outcome: Outcome
    guest: Guest | None
    event: Event
    t: Words


def tell(state: State, case: Case) -> Told:
    """The words of a state; empty where the table and its people say it all."""
    telling = _TELLING.get(state)
    return telling(case) if telling is not None else Told()


def ago(then: datetime, now: datetime, t: Words) -> str:
    """How long ago something was, with its time of day."""
    minutes = max(0, int((now - then).total_seconds() // 60))
    time = t.clock(then)
    if minutes < 1:
        return t("Just now, at {time}", time=time)
    if minutes < 60:
        return t.plural("{count} minute ago, at {time}", "{count} minutes ago, at {time}", minutes, time=time)
    return t.plural("{count} hour ago, at {time}", "{count} hours ago, at {time}", minutes // 60, time=time)


def _left(case: Case) -> Told:
    outcome, t = case.outcome, case.t
    out = t("Out since {time}", time=t.clock(outcome.at))
    return Told(Panel(out, (t("The seat is kept. Scan the same ticket to come back in."),)))


def _verified(case: Case) -> Told:
    guest, t = case.guest, case.t
    if guest is not None and guest.left_at is not None:
        return Told(Panel(t("Out since {time}", time=t.clock(guest.left_at)), (t("Nothing was changed."),)))
    if guest is not None and guest.arrived_at is not None:
        return Told(Panel(t("In since {time}", time=t.clock(guest.arrived_at)), (t("Nothing was changed."),)))
    return Told(Panel(t("The ticket is good, not used yet"), (t("Nothing was changed."),)))


def _already_in(case: Case) -> Told:
    outcome, guest, t = case.outcome, case.guest, case.t
    first = outcome.arrived_at or outcome.at
    place = [t("at {station}", station=outcome.station)] if outcome.station else []
    if guest is not None and guest.badge_printed_at is not None:
        place.append(t("badge printed"))
    return Told(
        Panel(
            ago(first, outcome.at, t),
            (", ".join(place),) if place else (),
            ask=t("Another person with the same ticket?"),
            advice=t("Search for their name: they may have a ticket of their own."),
        )
    )


def _needs_answer(case: Case) -> Told:
    t = case.t
    return Told(Panel(t("What is the guest's name?"), (t("This ticket is good, but nobody is named on it yet."),)))


def _unpaid(case: Case) -> Told:
    guest, t = case.guest, case.t
    lines = (t("Ask at the till. If it is paid by now, press F7."),)
    return Told(Panel(_the_list_says(guest, t) or t("The list says that it is not paid"), lines))


def _too_early(case: Case) -> Told:
    t, opens = case.t, case.event.opens
    heading = t("The doors open at {time}", time=t.clock(opens)) if opens else t("The doors are not open yet")
    return Told(Panel(heading, (t("The ticket is good. It stays unused until somebody lets it in."),)))


def _too_late(case: Case) -> Told:
    t, closes = case.t, case.event.closes
    heading = t("The doors closed at {time}", time=t.clock(closes)) if closes else t("The doors are closed")
    return Told(
        Panel(heading, (t("The ticket is good. Ask the organizer whether there is still a seat; if so, press F7."),))
    )


def _not_confirmed(case: Case) -> Told:
    guest, t = case.guest, case.t
    lines = (t("Ask the organizer whether there is a seat. If there is, press F7."),)
    return Told(Panel(_the_list_says(guest, t) or t("The list has no confirmation"), lines))


def _tables_full(case: Case) -> Told:
    t = case.t
    waits = t("The guest is in and waits under “To seat”. The organizer finds a seat, or choose a table here.")
    return Told(Panel(t("No free seat at any table"), (waits,)))


def _ambiguous(case: Case) -> Told:
    t = case.t
    return Told(headline=t("Who is it?"), line=t("Several people have this code. Ask for the name."))


def _cancelled(case: Case) -> Told:
    guest, t = case.guest, case.t
    return Told(Panel(_the_list_says(guest, t) or t("The list says that it is cancelled"), (_organizer(t),)))


def _blocked(case: Case) -> Told:
    guest, t = case.guest, case.t
    reason = guest.blocked if guest is not None else ""
    return Told(Panel(reason or t("The organizer has blocked this guest"), (_organizer(t),)))


def _replaced(case: Case) -> Told:
    t = case.t
    return Told(
        Panel(
            t("A newer ticket took its place"),
            (t("Ask for the newer one, or for the name: if it is the same person, let them in."),),
        )
    )


def _other_event(case: Case) -> Told:
    outcome, t = case.outcome, case.t
    lines = (t("It does not count here. The guest may be on this list all the same: search by name."),)
    return Told(Panel(t("This ticket belongs to that event"), lines), headline=outcome.decision.other_event)


def _not_on_list(case: Case) -> Told:
    t = case.t
    lines = (
        t("Search by name: the ticket may be an old one. If the name is missing too, let the guest in as a walk-in."),
    )
    return Told(Panel(t("It looks like a ticket, but not like one of ours"), lines), t("Nobody has this code"))


def _not_a_ticket(case: Case) -> Told:
    t = case.t
    return Told(
        Panel(t("A menu, a Wi-Fi code or something else"), (t("Ask for the ticket, or search by name."),)),
        t("This code is no ticket"),
    )


def _not_saved(case: Case) -> Told:
    outcome, guest, t = case.outcome, case.guest, case.t
    return Told(
        Panel(
            t("Nobody has been let in"),
            (t("Try again. If it fails once more, write name and time on paper and call the organizer."),),
            foot=outcome.trouble,
        ),
        "" if guest is not None else t("The disk did not take it"),
    )


def _organizer(t: Words) -> str:
    return t("Only the organizer can decide this. Nobody was let in.")


def _the_list_says(guest: Guest | None, t: Words) -> str:
    if guest is None or not guest.reason:
        return ""
    if guest.reason == GONE:
        return t("Was on the list, and is not on the newest one.")
    return t("The list says: “{reason}”", reason=guest.reason)


_TELLING: Mapping[State, Callable[[Case], Told]] = {
    State.LEFT: _left,
    State.VERIFIED: _verified,
    State.ALREADY_IN: _already_in,
    State.NEEDS_ANSWER: _needs_answer,
    State.UNPAID: _unpaid,
    State.TOO_EARLY: _too_early,
    State.TOO_LATE: _too_late,
    State.NOT_CONFIRMED: _not_confirmed,
    State.TABLES_FULL: _tables_full,
    State.AMBIGUOUS: _ambiguous,
    State.CANCELLED: _cancelled,
    State.BLOCKED: _blocked,
    State.REPLACED_CODE: _replaced,
    State.OTHER_EVENT: _other_event,
    State.NOT_ON_LIST: _not_on_list,
    State.NOT_A_TICKET: _not_a_ticket,
    State.NOT_SAVED: _not_saved,
}
