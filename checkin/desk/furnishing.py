"""The room's furniture: the part of the desk that puts tables and landmarks where they are, and keeps rooms.

Saved rooms are files of their own, one a room, beside this laptop's database or in a folder that is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from checkin import furniture, landmarks, rooms
from checkin.book import Book
from checkin.changes import Change
from checkin.desk.ledger import Ledger
from checkin.desk.places import rooms_folder
from checkin.errors import CannotSave, CheckinError, FileExists, NoFormerRoom, NoSuchRoom, NotARoom, RoomImpossible
from checkin.furniture import Spot, Wanted
from checkin.landmarks import Landmark
from checkin.model import Shape, TableId
from checkin.rooms import SavedRoom
from checkin.store import Pen

SUFFIX = ".room.json"
FORMER = "former"
"""The folder, beside the saved rooms, of those that were replaced: one a name."""

NO_PLACES: Mapping[TableId, Spot] = MappingProxyType({})


class Furnishing:
    """What a desk can do with the furniture."""

    _ledger: Ledger

    def add_tables(self, count: int, shape: Shape, seats: int, places: Sequence[Spot] = ()) -> Change:
        """Equal tables, numbered after the last one; without a place they are laid out by themselves.

        Raises:
            RoomImpossible: None or too many tables or seats.
        """
        return self._ledger.write(
            lambda book, pen: furniture.add_tables(book, count, shape, seats, pen.reserve, places)
        )

    def remove_tables(self, table_ids: Iterable[TableId]) -> Change:
        """Tables go, all of them or none.

        Raises:
            TableInUse: Somebody sits at one of them in some round, or a rule has somebody there.
        """
        return self._ledger.write(lambda book, _pen: furniture.remove_tables(book, table_ids))

    def place_tables(self, places: Mapping[TableId, Spot], named: Iterable[TableId] = ()) -> Change:
        """Tables stand elsewhere; ``named`` are those that were meant, where others only stay where they are seen."""
        return self._ledger.write(lambda book, _pen: furniture.place_tables(book, places, named))

    def change_tables(self, table_ids: Iterable[TableId], wanted: Wanted) -> Change:
        """Tables are something else from now on: all of them or none.

        Raises:
            TooFewSeats: More people sit there, in some round, than seats would remain.
            RoomImpossible: A number or a size that no table has, or one number for several tables.
        """
        return self._ledger.write(lambda book, pen: furniture.change_tables(book, table_ids, wanted, pen.reserve))

    def change_table(self, table_id: TableId, **wanted: bool) -> Change:
        """Open or close a table, reserve it, or say that no step leads there: ``open``, ``reserved``, ``step_free``."""
        return self.change_tables([table_id], Wanted(**wanted))  # type: ignore[arg-type]

    def set_landmarks(self, marks: Sequence[Landmark], places: Mapping[TableId, Spot] = NO_PLACES) -> Change:
        """Put entrance, stage, bar and the like where they are to be, instead of those there are.

        Args:
            marks: All of them.
            places: Tables that nobody has placed yet, where they are seen: beside landmarks they no longer wander.

        Raises:
            RoomImpossible: A landmark that no room has.
        """

        def plan(book: Book, pen: Pen) -> Change:
            change = landmarks.set_landmarks(book, marks, pen.reserve)
            return replace(change, edits=(*change.edits, *furniture.place_tables(book, places).edits))

        return self._ledger.write(plan)

    # --- saved rooms ---

    def saved_rooms(self, folder: Path | None = None) -> list[SavedRoom]:
        """The rooms that can be used, by name; a file that holds none is passed over."""
        found: list[SavedRoom] = []
        for path in sorted((folder or rooms_folder()).glob(f"*{SUFFIX}")):
            with suppress(CheckinError):
                found.append(_read(path))
        return sorted(found, key=lambda room: room.name.casefold())

    def save_room(self, name: str, folder: Path | None = None, *, replace: bool = False) -> Path:
        """Keep the room as it stands under a name; ``replace`` one that is kept under it already.

        The one that is replaced stays as the former room of that name, instead of the former one there was.

        Raises:
            RoomImpossible: The name says nothing.
            FileExists: A room is kept under the name, and ``replace`` was not said.
            CannotSave: The file could not be written; what was there is still there.
        """
        said = " ".join(name.split())[:80]
        if not said:
            raise RoomImpossible("room_name")
        path = _path(said, folder or rooms_folder())
        if path.exists() and not replace:
            raise FileExists(said)
        content = rooms.to_bytes(rooms.room_of(self._ledger.opened(), said))
        try:
            known = path.read_bytes() if path.exists() else content
            if known != content:
                _put(_former(path), known)
            _put(path, content)
        except OSError as error:
            raise CannotSave(str(error)) from error
        return path

    def has_former_room(self, name: str, folder: Path | None = None) -> bool:
        """Whether a room that was replaced under a name can be brought back."""
        return _former(_path(" ".join(name.split())[:80], folder or rooms_folder())).exists()

    def bring_back_room(self, name: str, folder: Path | None = None) -> Path:
        """Let a saved room and the one it replaced change places; once more undoes it.

        Raises:
            NoFormerRoom: None was replaced under the name.
            CannotSave: The files could not be written.
        """
        said = " ".join(name.split())[:80]
        path = _path(said, folder or rooms_folder())
        former = _former(path)
        if not former.exists():
            raise NoFormerRoom(said)
        try:
            now, before = path.read_bytes() if path.exists() else None, former.read_bytes()
            _put(path, before)
            if now is None:
                former.unlink()
            else:
                _put(former, now)
        except OSError as error:
            raise CannotSave(str(error)) from error
        return path

    def use_room(self, name: str, folder: Path | None = None) -> Change:
        """Furnish the event like a saved room, or like the room of another event of this database.

        Raises:
            NoSuchRoom: Neither is called so.
            NotARoom: The file does not add up.
        """
        saved = self.room_called(name, folder)
        return self._ledger.write(lambda book, pen: rooms.use_room(book, saved, pen.reserve))

    def room_called(self, name: str, folder: Path | None = None) -> SavedRoom:
        """The saved room of a name, or else the room of the newest event called so.

        Raises:
            NoSuchRoom: Neither is called so.
            NotARoom: The file does not add up.
        """
        said = " ".join(name.split())
        path = _path(said, folder or rooms_folder())
        if said and path.exists():
            return _read(path)
        for room in self.saved_rooms(folder):
            if room.name.casefold() == said.casefold():
                return room
        event = next((one for one in self._ledger.store.events() if one.name == said), None)
        if event is None:
            raise NoSuchRoom(said)
        book, _ = self._ledger.store.open_book(event.id)
        return rooms.room_of(book, said)


def _path(name: str, folder: Path) -> Path:
    """A room's file: its name as far as every disk can spell it, told apart by a sum where it cannot."""
    plain = re.sub(r"[^\w\- ]", "", name).strip()[:60]
    told = plain if plain == name else f"{plain}-{sum(at * ord(one) for at, one in enumerate(name, 1)):x}"
    return folder / f"{told.casefold()}{SUFFIX}"


def _former(path: Path) -> Path:
    return path.parent / FORMER / path.name


def _put(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _read(path: Path) -> SavedRoom:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotARoom(path.name, "no_file", str(error)) from error
    return rooms.from_bytes(content, path.name)
