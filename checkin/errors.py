"""Everything the program can refuse, carrying data and no sentence: ``phrases.py`` words them.

Anything raised that is not a ``CheckinError`` is a bug.
"""

from __future__ import annotations

from dataclasses import dataclass


class CheckinError(Exception):
    """A refusal with a reason a volunteer can act on."""


@dataclass(eq=False)
class StaleChange(CheckinError):
    """The world has moved since the change was planned: another station or an earlier act got there first."""

    entity: str
    id: int


@dataclass(eq=False)
class NoSuchEvent(CheckinError):
    """No event of that name, or no event at all (``name`` is "")."""

    name: str


@dataclass(eq=False)
class NoSuchGuest(CheckinError):
    """Nobody answers to that query."""

    query: str


@dataclass(eq=False)
class SeveralGuests(CheckinError):
    """More than one person answers to that query."""

    query: str
    names: tuple[str, ...]


@dataclass(eq=False)
class NoSuchTable(CheckinError):
    """The room has no table of that number."""

    number: int


@dataclass(eq=False)
class TableFull(CheckinError):
    """Every seat of the table is taken."""

    number: int
    capacity: int


@dataclass(eq=False)
class Locked(CheckinError):
    """Somebody, or a whole table where ``name`` is "", is locked there."""

    name: str
    number: int


@dataclass(eq=False)
class NothingToDo(CheckinError):
    """What was asked would change nothing; ``about`` is the kind of change."""

    about: str


@dataclass(eq=False)
class NotArrived(CheckinError):
    """The guest is not in the room yet, so there is nothing to move or take back."""

    name: str


@dataclass(eq=False)
class AlreadyThere(CheckinError):
    """The guest sits at that table already."""

    name: str
    number: int


@dataclass(eq=False)
class SamePerson(CheckinError):
    """Two who are to be made one are one guest already."""

    name: str


@dataclass(eq=False)
class NothingToUndo(CheckinError):
    """No change of this station is left to take back (or, with ``redo``, to make again)."""

    redo: bool = False


@dataclass(eq=False)
class NotDrawn(CheckinError):
    """The guest has no draw to explain."""

    name: str


@dataclass(eq=False)
class UnreadableFile(CheckinError):
    """A file that is not what it should be; ``why`` is one of ``intake.sheets.REASONS``."""

    path: str
    why: str
    detail: str = ""


@dataclass(eq=False)
class NoNames(CheckinError):
    """A readable file without a column that could be a name, an e-mail or a code."""

    path: str
    headers: tuple[str, ...]


@dataclass(eq=False)
class NotADatabase(CheckinError):
    """The address holds no event database, or one behind another passphrase."""

    address: str


@dataclass(eq=False)
class NewerDatabase(CheckinError):
    """Written by a newer version of this program."""

    address: str
    version: str


@dataclass(eq=False)
class CannotSave(CheckinError):
    """The database refused a write; nothing of it was kept."""

    detail: str


@dataclass(eq=False)
class WrongCall(CheckinError):
    """A value on the command line that means nothing here."""

    option: str
    value: str


@dataclass(eq=False)
class NotOneOf(WrongCall):
    """A word that is none of those which ``option`` takes; these are ``known``, as people say them."""

    known: tuple[str, ...]


@dataclass(eq=False)
class OneOfTwo(WrongCall):
    """A command line that names neither ``option`` nor ``value``, or both, and needs one."""


@dataclass(eq=False)
class NothingToPrint(CheckinError):
    """The choice of guests is empty; of ``unnamed`` ones among them no name is known that could be printed."""

    what: str
    unnamed: int = 0


@dataclass(eq=False)
class DamagedBackup(CheckinError):
    """A copy that did not open or did not add up."""

    path: str
    detail: str


@dataclass(eq=False)
class FileExists(CheckinError):
    """Writing there would replace something."""

    path: str


@dataclass(eq=False)
class NoSuchRule(CheckinError):
    """There is no rule of that number."""

    id: int


@dataclass(eq=False)
class RuleImpossible(CheckinError):
    """A rule that could never be kept.

    ``why`` is ``too_few``, ``no_table``, ``too_many``, ``contrary``, ``other_table``, ``table_full`` or ``oneself``.
    """

    why: str
    detail: str


@dataclass(eq=False)
class NoSuchRound(CheckinError):
    """A round that is not planned, or that no evening has."""

    number: int


@dataclass(eq=False)
class SearchFailed(CheckinError):
    """The process that searches for rounds ended before it had an answer; nothing was changed."""

    detail: str


@dataclass(eq=False)
class TableInUse(CheckinError):
    """A table that cannot go: people sit there in some round, or a rule has them there (``bound``)."""

    number: int
    names: tuple[str, ...]
    bound: bool = False


@dataclass(eq=False)
class TooFewSeats(CheckinError):
    """More people sit at a table, in some round, than it would have seats."""

    number: int
    seats: int
    people: int
    round: int


@dataclass(eq=False)
class RoomImpossible(CheckinError):
    """Furniture that no room has.

    ``why`` is ``no_seats``, ``many_seats``, ``no_tables``, ``many_tables``, ``number``, ``numbers``, ``place``,
    ``landmark`` or ``room_name``.
    """

    why: str
    detail: str = ""


@dataclass(eq=False)
class NoSuchRoom(CheckinError):
    """No room was saved under that name, and no event is called so."""

    name: str


@dataclass(eq=False)
class NoFormerRoom(CheckinError):
    """No room was replaced under that name, so none can be brought back."""

    name: str


@dataclass(eq=False)
class NotARoom(CheckinError):
    """A file that holds no saved room.

    ``why`` is ``no_file``, ``no_json``, ``no_room``, ``newer`` or ``damaged``.
    """

    path: str
    why: str
    detail: str = ""


@dataclass(eq=False)
class UnusableLogo(CheckinError):
    """A picture that cannot stand on a badge.

    ``why`` is ``too_large``, ``damaged``, ``no_picture`` or ``unreadable``.
    """

    why: str


@dataclass(eq=False)
class PrintedAlready(CheckinError):
    """So many of those chosen have this very badge already; a second one is asked for deliberately."""

    count: int
    of: int
