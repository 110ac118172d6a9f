"""Sentences for what the other modules say in values: states, changes, refusals, reasons.

One place for the window, the command line and the paper, so that all three say the same. Knows no screen.

>>> refusal(errors.TableFull(9, 10), Words("en"))
'Table 9 is full: its 10 seats are taken. Nobody was moved.'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checkin import errors, list_phrases, mending_words, room_phrases
from checkin.book import Book
from checkin.changes import Change, Kind
from checkin.door import State
from checkin.model import GONE, Guest, GuestId, Standing
from checkin.words import Words


def state(which: State, t: Words) -> str:
    """What the door says, in a word or two."""
    words = {
        State.WELCOME: t("Come in"),
        State.WELCOME_NOTE: t("Come in, with a note"),
        State.WELCOME_BACK: t("Welcome back"),
        State.LEFT: t("Left"),
        State.VERIFIED: t("Checked only"),
        State.SAME_SCAN: t("Same scan"),
        State.ALREADY_IN: t("Already in"),
        State.NEEDS_ANSWER: t("Name missing"),
        State.UNPAID: t("Not paid"),
        State.TOO_EARLY: t("Too early"),
        State.TOO_LATE: t("Too late"),
        State.NOT_CONFIRMED: t("Not confirmed"),
        State.TABLES_FULL: t("Tables full"),
        State.AMBIGUOUS: t("Several people"),
        State.CANCELLED: t("Cancelled"),
        State.BLOCKED: t("Blocked"),
        State.REPLACED_CODE: t("Replaced ticket"),
        State.OTHER_EVENT: t("Another event"),
        State.NOT_ON_LIST: t("Not on the list"),
        State.NOT_A_TICKET: t("Not a ticket"),
        State.NOT_SAVED: t("Could not be saved"),
    }
    return words[which]


def standing(guest: Guest, t: Words) -> str:
    """Where a guest stands, for lists."""
    if guest.left_at is not None:
        return t("Left at {time}", time=t.clock(guest.left_at))
    if guest.arrived_at is not None:
        return t("Arrived at {time}", time=t.clock(guest.arrived_at))
    if guest.blocked:
        return t("Blocked")
    if guest.reason == GONE:
        return t("Not on the list")
    words = {
        Standing.COMING: t("Expected"),
        Standing.UNPAID: t("Not paid"),
        Standing.NOT_CONFIRMED: t("Not confirmed"),
        Standing.CANCELLED: t("Cancelled"),
    }
    return words[guest.standing]


def name(book: Book, guest_id: int | None, t: Words) -> str:
    """A guest's name as far as it is known."""
    guest = book.guests.get(GuestId(guest_id)) if guest_id is not None else None
    if guest is None:
        return t("somebody")
    if guest.name or guest.email:
        return guest.name or guest.email
    if guest.companion_of is not None:
        return t("Companion of {name}", name=name(book, guest.companion_of, t))
    return t("Guest without a name (row {row})", row=guest.row)


def label(change: Change, book: Book, t: Words) -> str:
    """A change in a few words, as undo and redo name it."""
    said = _labelled(change, book, t)
    later = change.facts.get("round")
    if later is None or Kind(change.of) in (Kind.ROUND_BEGUN, Kind.ROUNDS_PLANNED):
        return said
    return t("{change} in round {round}", change=said, round=later)


def _labelled(change: Change, book: Book, t: Words) -> str:
    kind = Kind(change.of)
    if kind in room_phrases.LABELLED:
        return room_phrases.label(change, t)
    who = name(book, change.guest_id, t)
    people = change.facts.get("people")
    many = len(people) if isinstance(people, list) else 0
    table = change.facts.get("table", "")
    if kind in (Kind.MOVED, Kind.SEATED):
        if many > 1:
            return t("{count} people to table {table}", count=many, table=table)
        return t("{name} to table {table}", name=who, table=table)
    words = {
        Kind.EVENT_CREATED: t("New event"),
        Kind.IMPORTED: t("Import"),
        Kind.ARRIVED: t("Arrival of {name}", name=who),
        Kind.WALKED_IN: t("Walk-in {name}", name=who),
        Kind.RETURNED: t("Return of {name}", name=who),
        Kind.LEFT: t("Exit of {name}", name=who),
        Kind.SCANNED: t("Scan"),
        Kind.SWAPPED: _swapped(change, t),
        Kind.UNSEATED: t("{name} without table", name=who)
        if many < 2
        else t("{count} people without table", count=many),
        Kind.TAKEN_BACK: t("Arrival of {name} taken back", name=who),
        Kind.EDITED: t("Correction of {name}", name=who),
        Kind.MERGED: t("Two entries of {name} made one", name=who),
        Kind.PRINTED: t("Printing"),
        Kind.SET: t("Setting"),
        Kind.RULED: t("Rule"),
        Kind.WISHED: t("Wish of {name}", name=who),
        Kind.REMEMBERED: t("Earlier events remembered"),
        Kind.COMMITTED: t("Commitment"),
        Kind.ROUNDS_PLANNED: t("Plan of {count} rounds", count=change.facts.get("rounds", "…")),
        Kind.ROUND_BEGUN: t("Round {number}", number=change.facts.get("round", "…")),
        Kind.SHUFFLED: t("Shuffle"),
        Kind.FILLED: t("Filling of tables"),
        Kind.WAITING_SEATED: t("Seats for who waited"),
        Kind.REHEARSAL_CLEARED: t("Rehearsal cleared"),
        Kind.UNDONE: t("Undone change"),
        Kind.REDONE: t("Redone change"),
    }
    return words[kind]


def _swapped(change: Change, t: Words) -> str:
    tables = change.facts.get("tables")
    if isinstance(tables, list) and len(tables) == 2:
        return t("Tables {one} and {other} exchanged", one=tables[0], other=tables[1])
    return t("Swap of two people")


def unreadable(why: str, detail: str, t: Words) -> str:
    """Why a file cannot be read, and what to do (``intake.sheets.REASONS``)."""
    words = {
        "missing": t("there is no such file."),
        "folder": t("it is a folder."),
        "not_allowed": t("this account may not read it."),
        "empty": t("it is empty."),
        "too_large": t("it is too large for a list of guests."),
        "bomb": t("it unpacks to far more than a list of guests."),
        "far_cell": t("it has a cell far outside any list ({detail}). Delete it, save, and try again.", detail=detail),
        "encrypted": t("it is protected by a password. Save it without one and try again."),
        "html": t("it is a web page, not a spreadsheet. Download it again as CSV or XLSX."),
        "damaged": t("it is damaged. Open it in a spreadsheet, save it as XLSX or CSV, and try again."),
        "timeout": t("reading it took too long. Save it as CSV and try again."),
        "not_a_sheet": list_phrases.no_list(detail, t),
        "no_sheet": t("it has no sheet of that name."),
        "no_column": t("it has no column called “{detail}”.", detail=detail),
    }
    return words.get(why, t("it cannot be read ({why}).", why=why.replace("_", " ")))


def refusal(error: errors.CheckinError, t: Words) -> str:
    """What happened, what was kept, and what to do, for a refusal."""
    for kind, words in _REFUSALS.items():
        if isinstance(error, kind):
            return words(error, t)
    return t("That cannot be done ({detail}). Nothing was changed.", detail=type(error).__name__)


def _stale(_error: errors.StaleChange, t: Words) -> str:
    return t("Somebody changed this a moment ago, so nothing was changed. Look again and repeat if needed.")


def _no_event(error: errors.NoSuchEvent, t: Words) -> str:
    if error.name:
        return t("There is no event called “{name}”.", name=error.name)
    return t("There is no event yet. Make one with: checkin new NAME --tables 20x10")


def _no_guest(error: errors.NoSuchGuest, t: Words) -> str:
    return t("Nobody here answers to “{query}”.", query=error.query)


def _several(error: errors.SeveralGuests, t: Words) -> str:
    return t(
        "“{query}” fits several people: {names}. Give more of the name, or the number.",
        query=error.query,
        names="; ".join(error.names),
    )


def _no_table(error: errors.NoSuchTable, t: Words) -> str:
    return t("There is no table {number}.", number=error.number)


def _full(error: errors.TableFull, t: Words) -> str:
    return t(
        "Table {number} is full: its {capacity} seats are taken. Nobody was moved.",
        number=error.number,
        capacity=error.capacity,
    )


def _not_arrived(error: errors.NotArrived, t: Words) -> str:
    return t("{name} is not in the room yet. Nothing was changed.", name=error.name or t("somebody"))


def _there(error: errors.AlreadyThere, t: Words) -> str:
    if not error.number:
        return t("There is nothing to swap. Nothing was changed.")
    return t("{name} sits at table {number} already.", name=error.name, number=error.number)


def _same_person(error: errors.SamePerson, t: Words) -> str:
    return t("That is {name} twice: name two different guests. Nothing was changed.", name=error.name)


def _nothing_to_undo(error: errors.NothingToUndo, t: Words) -> str:
    return t("There is nothing to redo.") if error.redo else t("There is nothing to undo.")


def _not_drawn(error: errors.NotDrawn, t: Words) -> str:
    return t("No table has been drawn for {name} yet.", name=error.name or t("somebody"))


def _file(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2] or path


def _unreadable(error: errors.UnreadableFile, t: Words) -> str:
    return t(
        "“{path}” was not imported: {why} Nothing was changed.",
        path=_file(error.path),
        why=unreadable(error.why, error.detail, t),
    )


def _no_names(error: errors.NoNames, t: Words) -> str:
    return t(
        "“{path}” has no column that could be a name or an e-mail (it has: {headers}). Say which one it is "
        '(--column "name=…"). Nothing was changed.',
        path=_file(error.path),
        headers=", ".join(error.headers),
    )


def _no_database(error: errors.NotADatabase, t: Words) -> str:
    return t(
        "“{address}” is no Sobremesa database, or it has another passphrase. It was not touched.", address=error.address
    )


def _newer(error: errors.NewerDatabase, t: Words) -> str:
    return t(
        "“{address}” was written by a newer version of Sobremesa. It was not touched; install the newer version.",
        address=error.address,
    )


def _not_saved(error: errors.CannotSave, t: Words) -> str:
    return t(
        "It could not be saved ({detail}). Nothing was changed; what was there is still there.", detail=error.detail
    )


def _wrong_call(error: errors.WrongCall, t: Words) -> str:
    return t("{option} does not take “{value}”.", option=error.option, value=error.value)


def _not_one_of(error: errors.NotOneOf, t: Words) -> str:
    known = t("It takes: {words}.", words="; ".join(error.known))
    return f"{_wrong_call(error, t)} {known}"


def _one_of_two(error: errors.OneOfTwo, t: Words) -> str:
    return t("Either {option} or {value} is needed, and not both.", option=error.option, value=error.value)


def _printed_already(error: errors.PrintedAlready, t: Words) -> str:
    if error.of == 1:
        return t("This person has this very badge already. Nothing was printed; ask for it again if it is wanted.")
    return t.plural(
        "{count} of {of} people has this very badge already. Nothing was printed; ask for it again if it is wanted.",
        "{count} of {of} people have this very badge already. Nothing was printed; ask for it again if it is wanted.",
        max(0, min(error.count, error.of, 10**9)), of=error.of,
    )  # fmt: skip


def _unusable_logo(error: errors.UnusableLogo, t: Words) -> str:
    if error.why == "too_large":
        return t("The picture is too large. A logo needs no more than 2000 × 1000 pixels. The design was not changed.")
    if error.why == "unreadable":
        return t("The picture could not be read. The design was not changed.")
    if error.why == "damaged":
        return t("The picture is damaged. Save it as PNG once more and choose that. The design was not changed.")
    return t(
        "That is not a PNG or JPEG picture. Open it in a picture program and save it as PNG. "
        "The design was not changed."
    )


def _nothing_to_print(error: errors.NothingToPrint, t: Words) -> str:
    if error.unnamed:
        return t("The names of those asked for are not known yet. No file was written.")
    if error.what == "table-cards":
        return t("The room has no tables yet. No file was written.")
    if error.what in {"contacts", "call-out"}:
        return t("Nobody has a table yet. No file was written.")
    return t("There is nobody to print for. No file was written.")


def _damaged(error: errors.DamagedBackup, t: Words) -> str:
    return t("“{path}” is no sound copy ({detail}). Nothing was changed.", path=error.path, detail=error.detail)


def _exists(error: errors.FileExists, t: Words) -> str:
    return t("“{path}” is there already and was not touched.", path=error.path)


def _no_rule(error: errors.NoSuchRule, t: Words) -> str:
    return t("There is no rule {number}.", number=error.id)


def _rule_impossible(error: errors.RuleImpossible, t: Words) -> str:
    words = {
        "too_few": t("This rule needs more people."),
        "no_table": t("This rule needs a table."),
        "too_many": t("No table has seats for so many: the largest has {detail}.", detail=error.detail),
        "contrary": t("Another rule says the contrary of these people."),
        "other_table": t("Another rule has one of them at table {detail}.", detail=error.detail),
        "table_full": t("Table {detail} has too few seats for everybody who is bound to it.", detail=error.detail),
        "oneself": t("Nobody needs a wish to meet themselves."),
    }
    return words.get(error.why, error.detail) + " " + t("Nothing was changed.")


def _no_round(error: errors.NoSuchRound, t: Words) -> str:
    return t("Round {number} is not planned. “Next round” on the Tables page plans it.", number=error.number)


def _search_failed(error: errors.SearchFailed, t: Words) -> str:
    return t("The search for rounds ended without an answer; nothing was changed. {detail}", detail=error.detail)


_REFUSALS: Mapping[type[errors.CheckinError], Callable[..., str]] = {
    errors.StaleChange: _stale,
    errors.NoSuchEvent: _no_event,
    errors.NoSuchGuest: _no_guest,
    errors.SeveralGuests: _several,
    errors.NoSuchTable: _no_table,
    errors.TableFull: _full,
    errors.NotArrived: _not_arrived,
    errors.AlreadyThere: _there,
    errors.SamePerson: _same_person,
    errors.NothingToUndo: _nothing_to_undo,
    errors.NotDrawn: _not_drawn,
    errors.UnreadableFile: _unreadable,
    errors.NoNames: _no_names,
    errors.NotADatabase: _no_database,
    errors.NewerDatabase: _newer,
    errors.CannotSave: _not_saved,
    errors.OneOfTwo: _one_of_two,
    errors.NotOneOf: _not_one_of,
    errors.WrongCall: _wrong_call,
    errors.NothingToPrint: _nothing_to_print,
    errors.PrintedAlready: _printed_already,
    errors.UnusableLogo: _unusable_logo,
    errors.DamagedBackup: _damaged,
    errors.FileExists: _exists,
    errors.NoSuchRule: _no_rule,
    errors.RuleImpossible: _rule_impossible,
    errors.NoSuchRound: _no_round,
    errors.SearchFailed: _search_failed,
    **mending_words.REFUSALS,
    **room_phrases.REFUSALS,
}
