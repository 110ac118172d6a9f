"""The room as a scene: tables where they stand, people where the book says, and marks on top.

The scene only ever shows the book; it changes nothing and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from checkin.model import GuestId, TableId
from checkin.ui.room.arrange.floor import Floor
from checkin.ui.room.layout import Point, Room, room
from checkin.ui.room.picture import Look, Mood, Shown, TablePicture, picture
from checkin.ui.room.tables import EntranceItem, TableItem
from checkin.ui.room.walk import Stand
from checkin.ui.shell.palette import Palette

_NOBODY: frozenset[GuestId] = frozenset()


@dataclass(frozen=True, slots=True)
class Spot:
    """What is under a point: a table, and the chair there and who sits on it, if there are any."""

    table: TableId
    guest: GuestId | None
    chair: int | None = None


@dataclass(frozen=True, slots=True)
class Scenery:
    """Everything that marks the room at this moment, besides who sits where."""

    chosen: TableId | None = None
    stand: Stand | None = None
    marked: frozenset[GuestId] = _NOBODY
    lifted: frozenset[GuestId] = _NOBODY
    found: frozenset[GuestId] | None = None
    moods: Mapping[TableId, Mood] | None = None
    under: GuestId | None = None
    hollow: tuple[TableId, int] | None = None
    wished: frozenset[GuestId] = _NOBODY
    wishing: frozenset[GuestId] = _NOBODY


class RoomScene(QGraphicsScene):
    """The tables of one event.

    Signals:
        redrawn: Tables show something else; carries their ids, or None for the whole room.
    """

    redrawn = Signal(object)

    def __init__(self, palette: Palette, entrance: str) -> None:
        """Open an empty room with an entrance."""
        super().__init__()
        self._palette = palette
        self._items: dict[TableId, TableItem] = {}
        self._entrance = EntranceItem(palette, entrance)
        self._scenery = Scenery()
        self.floor = Floor(self, palette)
        self.room: Room = room((), (), 1.0)
        self.addItem(self._entrance)

    @property
    def tables(self) -> Mapping[TableId, TableItem]:
        """The tables, in the order of their numbers."""
        return self._items

    @property
    def pictures(self) -> dict[TableId, TablePicture]:
        """What each table shows."""
        return {table_id: item.picture for table_id, item in self._items.items()}

    @property
    def places(self) -> list[tuple[TableId, Point]]:
        """Where each table stands."""
        return [(table_id, Point(item.x(), item.y())) for table_id, item in self._items.items()]

    def furnish(self, shown: Shown | None, aspect: float) -> None:
        """Show the whole room, keeping what stands there already.

        Args:
            shown: What there is to show, or None for an empty room.
            aspect: Width over height of the window that tables without a place should fill.
        """
        tables = [] if shown is None else shown.book.room()
        gone = self._items.keys() - {table.id for table in tables}
        for table_id in gone:
            self.removeItem(self._items.pop(table_id))
        if shown is not None:
            for table in tables:
                seen = picture(shown, table)
                if table.id in self._items:
                    self._items[table.id].show_picture(seen)
                else:
                    self._items[table.id] = TableItem(seen, self._palette)
                    self.addItem(self._items[table.id])
        self._items = {table.id: self._items[table.id] for table in tables}
        self.floor.show(None if shown is None else shown.book)
        self._place([None if table.x == 0 == table.y else Point(table.x, table.y) for table in tables], aspect)
        self._mark(self._items)
        self.redrawn.emit(None)

    def refresh(self, shown: Shown, tables: frozenset[TableId]) -> None:
        """Look again at some tables."""
        book = shown.book
        for table_id in tables:
            if table_id in self._items and table_id in book.tables:
                self._items[table_id].show_picture(picture(shown, book.tables[table_id]))
        self._mark({table_id: self._items[table_id] for table_id in tables if table_id in self._items})
        self.redrawn.emit(tables)

    def mark(self, scenery: Scenery) -> None:
        """Show other marks."""
        if scenery != self._scenery:
            self._scenery = scenery
            self._mark(self._items)

    def wear(self, palette: Palette, entrance: str) -> None:
        """Show other colours, or the entrance in another language."""
        self._palette = palette
        self._entrance.write(palette, entrance)
        for item in self._items.values():
            item.wear(palette)

    def spot(self, point: QPointF) -> Spot | None:
        """What is under a point of the scene."""
        for table_id, item in self._items.items():
            inside = point - item.pos()
            if item.covers(inside):
                return Spot(table_id, item.guest_at(inside), item.chair_at(inside))
        return None

    def people_in(self, area: QRectF) -> list[GuestId]:
        """People whose discs lie in an area of the scene, table by table."""
        return [guest_id for item in self._items.values() for guest_id in item.people_in(area)]

    def area_of(self, stand: Stand) -> QRectF:
        """Where a table, or somebody there, is on the scene."""
        item = self._items[stand.table]
        chair = None if stand.guest is None else item.picture.chair_of(stand.guest)
        if chair is None:
            return item.sceneBoundingRect()
        at = item.pos() + QPointF(item.outline.chairs[chair].x, item.outline.chairs[chair].y)
        return QRectF(at.x() - 60, at.y() - 60, 120, 120)

    def _place(self, places: list[Point | None], aspect: float) -> None:
        items = list(self._items.values())
        self.room = room(places, [item.outline.footprint for item in items], aspect)
        for item, centre in zip(items, self.room.centres, strict=True):
            item.setPos(centre.x, centre.y)
        self._entrance.setPos(self.room.entrance.x, self.room.entrance.y)
        self._entrance.setVisible(self.floor.marks is None)
        walls = QRectF(self.room.corner.x, self.room.corner.y, self.room.size.width, self.room.size.height)
        self.setSceneRect(self.floor.around(walls))

    def _mark(self, items: Mapping[TableId, TableItem]) -> None:
        for table_id, item in items.items():
            item.show_look(self._look(table_id, item.picture))

    def _look(self, table_id: TableId, shown: TablePicture) -> Look:
        scenery = self._scenery
        here = frozenset(disc.guest_id for disc in shown.chairs if disc is not None)
        at = scenery.stand if scenery.stand is not None and scenery.stand.table == table_id else None
        return Look(
            mood=(scenery.moods or {}).get(table_id, Mood.PLAIN),
            chosen=scenery.chosen == table_id,
            focused=at is not None and at.guest is None,
            chair=None if at is None or at.guest is None else shown.chair_of(at.guest),
            marked=scenery.marked & here,
            lifted=scenery.lifted & here,
            found=None if scenery.found is None else scenery.found & here,
            under=scenery.under if scenery.under in here else None,
            hollow=scenery.hollow[1] if scenery.hollow is not None and scenery.hollow[0] == table_id else None,
            wished=scenery.wished & here,
            wishing=scenery.wishing & here,
        )
