"""Refusals about locks, and about changes of many places that would change nothing or not reach all, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checkin import errors
from checkin.changes import Change, Kind
from checkin.errors import CheckinError
from checkin.words import Words


def _locked(error: errors.Locked, t: Words) -> str:
    if error.name:
        return t("{name} is locked at table {number}. Nobody was moved.", name=error.name, number=error.number)
    return t("Table {number} is locked. Nobody was moved.", number=error.number)


def _nothing_to_do(error: errors.NothingToDo, t: Words) -> str:
    words = {
        str(Kind.SHUFFLED): t("There is nobody to shuffle: nobody sits at an open table, or everybody is locked."),
        str(Kind.FILLED): t("No table has too few people, or nobody can be moved to help."),
        str(Kind.WAITING_SEATED): t("Nobody waits for a table, or no seat is free."),
    }
    return words.get(error.about) or t("Nothing would change.")


def still_short(change: Change, t: Words) -> tuple[str, ...]:
    """What filling could not reach."""
    short = change.facts.get("short")
    if not isinstance(short, list) or not short:
        return ()
    return (t("Still too few people at table {tables}.", tables=", ".join(map(str, short))),)


REFUSALS: Mapping[type[CheckinError], Callable[..., str]] = {
    errors.Locked: _locked,
    errors.NothingToDo: _nothing_to_do,
}
