"""What arranging asks of the desk: one gesture, one change; a refusal puts everything back and says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from checkin import room_phrases
from checkin.book import Book
from checkin.changes import Change, Entity, Kind
from checkin.desk import Desk
from checkin.errors import CheckinError, FileExists
from checkin.furniture import NOWHERE, Spot, Wanted
from checkin.landmarks import SIZES, Landmark, LandmarkKind
from checkin.model import Shape, TableId
from checkin.ui.bridge import Bridge
from checkin.ui.room.arrange.hand import Hand
from checkin.ui.room.arrange.overlay import Overlay
from checkin.ui.room.arrange.panel import ArrangePanel
from checkin.ui.room.arrange.picked import Picked
from checkin.ui.room.arrange.placing import STEP, Side, Slab, aligned, distributed, free, in_rows
from checkin.ui.room.arrange.room_form import Offer
from checkin.ui.room.layout import Point, room
from checkin.ui.room.scene import RoomScene
from checkin.ui.room.view import RoomView
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class Acts(QObject):
    """Everything that hand, panel and keys can do to the room.

    Attributes:
        picked: What it is done to.
        hand: What holds it.
        panel: Where it is asked for, and where refusals are said.
        furnish: Draws the room anew from the book.
    """

    def __init__(self, view: RoomView, scene: RoomScene, bridge: Bridge, theme: Theme, t: Words) -> None:
        """Stand ready."""
        super().__init__()
        self._view, self._scene, self._bridge, self._t = view, scene, bridge, t
        self.furnish: Callable[[], None] = lambda: None
        self.picked, self.overlay = Picked(), Overlay(scene)
        self.panel = ArrangePanel(theme, t)
        self.hand = Hand(view, scene, self.overlay, self.picked)
        self._asked = 0  # changes that the desk has not answered yet
        self._connect()

    @property
    def book(self) -> Book | None:
        """The room's book."""
        return self._bridge.book

    def _connect(self) -> None:
        tables, mark, room = self.panel.tables, self.panel.mark, self.panel.room
        self.hand.placed.connect(self._place)
        self.hand.marked.connect(self._mark)
        self.hand.no_place.connect(lambda: self.panel.say(self._t("There is no free place there; nothing was moved.")))
        self.hand.nudging.connect(self._foresee)
        tables.waiting.connect(self._foresee)
        self.picked.leaving.connect(tables.done)
        self._bridge.recalling.connect(tables.done)
        self._bridge.recalling.connect(self.hand.rest)
        tables.wanted.connect(self._want)
        tables.remove_asked.connect(self.remove)
        tables.align_asked.connect(self.align)
        tables.spread_asked.connect(lambda across: self.spread(across=across))
        tables.rows_asked.connect(self.rows)
        mark.sized.connect(self._size)
        mark.turn_asked.connect(self.turn)
        mark.remove_asked.connect(self.remove)
        room.add_asked.connect(self._add)
        room.mark_asked.connect(self._add_mark)
        room.by_itself_asked.connect(self._by_itself)
        room.save_asked.connect(self._save)
        room.use_asked.connect(self._use)
        room.back_asked.connect(self._bring_back)

    # --- what is asked of the desk ---

    def ask(self, call: Callable[[Desk], Change], done: Callable[[Change], None] = lambda _change: None) -> None:
        """One change; a refusal is said in words, and the room is drawn as it is."""

        def written(change: Change) -> None:
            self._asked -= 1
            done(change)
            self._foresee()

        def refused(refusal: CheckinError) -> None:
            self._asked -= 1
            self._refused(refusal)
            self._foresee()

        self.panel.say("")
        self._asked += 1
        self._bridge.ask(call, written, refused)

    def _foresee(self) -> None:
        """Let undo name what is not written yet; what is being written stays named until it is."""
        book = self._bridge.book
        change = None
        if book is not None and (nudged := [one for one in self.hand.nudged if one in book.tables]):
            facts = {"tables": sorted(book.tables[one].number for one in nudged)}
            change = Change(Kind.TABLES_PLACED, facts=facts)
        elif book is not None and self.panel.tables.waits:
            change = self._seats_foreseen(book)
        if change is not None or not self._asked:
            self._bridge.foresee(change)

    def _seats_foreseen(self, book: Book) -> Change | None:
        seats = self.panel.tables.seats.value()
        tables = [book.tables[one] for one in self.picked.tables if one in book.tables]
        if all(len(book.seats_at(table.id)) == seats for table in tables):
            return None
        numbers = sorted(table.number for table in tables)
        return Change(Kind.TABLE_CHANGED, facts={"tables": numbers, "said": {"seats": seats}})

    def _refused(self, refusal: CheckinError) -> None:
        self._bridge.failed.emit(refusal)  # the window says it
        self.furnish()
        self.hand.again()
        self.picked.changed.emit()  # the fields say again what is

    def _place(self, moved: Mapping[TableId, Point]) -> None:
        """Write where tables are; those that nobody has placed yet stay where they are seen."""
        places = {**self._seen_loose(), **{one: _spot(point) for one, point in moved.items()}}
        self.ask(lambda desk: desk.place_tables(places, list(moved)))

    def _seen_loose(self) -> dict[TableId, Spot]:
        """Where the tables are seen that nobody has placed yet."""
        book, shown = self._bridge.book, self._scene.tables
        loose = [one for one, table in ({} if book is None else book.tables).items() if (table.x, table.y) == NOWHERE]
        return {one: _spot(Point(shown[one].x(), shown[one].y())) for one in loose if one in shown}

    def _want(self, wanted: Wanted) -> None:
        book = self._bridge.book
        tables = [] if book is None else [book.tables[one] for one in self.picked.tables if one in book.tables]
        if not tables or book is None:
            return
        seats = wanted.seats is not None and any(len(book.seats_at(table.id)) != wanted.seats for table in tables)
        told = {name: value for name, value in wanted.told().items() if name != "seats"}
        if seats or any(getattr(table, name) != value for table in tables for name, value in told.items()):
            self.ask(lambda desk: desk.change_tables([table.id for table in tables], wanted))

    def remove(self) -> None:
        """What is picked goes."""
        self.hand.rest()
        if self.picked.mark is not None:
            self._write_marks([item for at, item in enumerate(self._marks()) if at != self.picked.mark])
        elif self.picked.tables:
            gone = self.picked.tables
            self.ask(lambda desk: desk.remove_tables(gone))

    def align(self, side: Side) -> None:
        """Bring the picked tables in line."""
        if len(self.picked.tables) > 1:
            slabs = self.hand.slabs(self.picked.tables)
            self.hand.settle(self.picked.tables, aligned(slabs, side))

    def spread(self, *, across: bool) -> None:
        """Give the picked tables equal gaps."""
        if len(self.picked.tables) > 2:
            self.hand.settle(
                self.picked.tables, distributed(self.hand.slabs(self.picked.tables), across=across)
            )  # fmt: skip

    def rows(self, per_row: int | None = None) -> None:
        """Put the picked tables in rows, by number."""
        book = self._bridge.book
        if book is not None and len(self.picked.tables) > 1:
            tables = sorted(self.picked.tables, key=lambda one: book.tables[one].number)
            count = per_row or self.panel.tables.per_row.value()
            self.hand.settle(tables, in_rows(self.hand.slabs(tables), count))

    def add_here(self) -> None:
        """Go to the field that says how many tables are to come."""
        self.picked.only()
        self.panel.room.count.setFocus()
        self.panel.room.count.selectAll()

    def edit(self) -> None:
        """Go to the first field of what is picked."""
        if len(self.picked.tables) == 1:
            self.panel.tables.name.setFocus()
            self.panel.tables.name.selectAll()
        elif self.picked.tables:
            self.panel.tables.seats.setFocus()
        elif self.picked.mark is not None:
            self.panel.mark.wide.setFocus()

    def _add(self, count: int, shape: Shape, seats: int) -> None:
        def pick(change: Change) -> None:
            self._view.refit()
            new = sorted(TableId(row) for row in change.touches(Entity.TABLE))
            self.picked.only(one for one in new if one in self._scene.tables)
            self._view.setFocus()

        self.ask(lambda desk: desk.add_tables(count, shape, seats), pick)

    def _by_itself(self) -> None:
        book = self._bridge.book
        if book is not None:
            places = dict.fromkeys(book.tables, NOWHERE)
            if self._scene.floor.marks is not None:  # beside landmarks they must not wander with the window's shape
                shown = self._scene.tables
                sizes = [item.outline.footprint for item in shown.values()]
                laid = room([None] * len(sizes), sizes, self._view.aspect)
                places = {one: _spot(at) for one, at in zip(shown, laid.centres, strict=True)}
            self.ask(lambda desk: desk.place_tables(places), lambda _change: self._view.fit())

    # --- landmarks ---

    def _marks(self) -> list[Landmark]:
        """The landmarks as they stand; where nobody has set any, the entrance as it is seen."""
        known = self._scene.floor.marks
        if known is not None:
            return list(known)
        at, size = self._scene.room.entrance, SIZES[LandmarkKind.ENTRANCE]
        return [Landmark(LandmarkKind.ENTRANCE, round(at.x, 2), round(at.y, 2), *size)]

    def _write_marks(self, marks: Sequence[Landmark], done: Callable[[Change], None] = lambda _change: None) -> None:
        seen = self._seen_loose()
        self.ask(lambda desk: desk.set_landmarks(marks, seen), done)

    def _mark(self, at: int, mark: Landmark) -> None:
        marks = self._marks()
        if at < len(marks) and marks[at] != mark:
            marks[at] = replace(mark, x=round(mark.x, 2), y=round(mark.y, 2))
            self._write_marks(marks)

    def _add_mark(self, kind: LandmarkKind) -> None:
        """One more, in the middle above the tables; an entrance or a door below them."""
        if self._scene.floor.marks is None and kind is LandmarkKind.ENTRANCE:
            marks = self._marks()
        else:
            marks = [*self._marks(), self._new_mark(kind)]
        self._write_marks(marks, lambda _change: self.picked.landmark(len(self._scene.floor.items) - 1))

    def _new_mark(self, kind: LandmarkKind) -> Landmark:
        """One in the middle above the tables, or below them, at the nearest place that is free."""
        room, (width, depth) = self._scene.room, SIZES[kind]
        low = kind in (LandmarkKind.ENTRANCE, LandmarkKind.DOOR)
        y = room.corner.y + room.size.height if low else room.corner.y - depth / 2
        new = Slab(room.corner.x + room.size.width / 2, y, width, depth)
        known = [Slab(mark.x, mark.y, mark.width + STEP, mark.height + STEP) for mark in self._marks()]
        by = free([new], [*known, *self.hand.slabs(list(self._scene.tables))], Point(0, 0)) or Point(0, 0)
        return Landmark(kind, round(new.x + by.x, 2), round(new.y + by.y, 2), width, depth)

    def _size(self, width: float, height: float) -> None:
        if self.picked.mark is not None:
            self._mark(self.picked.mark, replace(self._marks()[self.picked.mark], width=width, height=height))

    def turn(self) -> None:
        """The picked landmark's width and depth change places."""
        if self.picked.mark is not None:
            mark = self._marks()[self.picked.mark]
            self._mark(self.picked.mark, replace(mark, width=mark.height, height=mark.width))

    # --- saved rooms ---

    def ask_rooms(self, chosen: str = "") -> None:
        """Offer the saved rooms and other events as they are now, with one of them chosen."""
        t = self._t

        def rooms(desk: Desk) -> list[Offer]:
            saved = [
                Offer(room.name, room_phrases.size(room, t), desk.has_former_room(room.name))
                for room in desk.saved_rooms()
            ]
            here = desk.opened().event.id
            events = [Offer(one.event.name) for one in desk.events() if one.event.id != here]
            return list({room.name: room for room in [*events, *saved]}.values())

        self._bridge.ask(rooms, lambda offers: self.panel.room.show_rooms(offers, chosen))

    def _save(self, name: str, replacing: bool) -> None:  # noqa: FBT001 - a signal carries it by place
        said = " ".join(name.split())

        def saved(_path: object) -> None:
            self.panel.room.name.clear()
            told = self._t("Saved: {name}", name=said)
            kept = self._t("The former one is kept; the arrow beside its name brings it back.")
            self.panel.say(f"{told}. {kept}" if replacing else told)
            self.ask_rooms(said if replacing else "")

        def refused(refusal: CheckinError) -> None:
            if not isinstance(refusal, FileExists):
                self._refused(refusal)
                return
            self.panel.say(self._t("“{name}” is kept already. Enter once more replaces it.", name=refusal.path))
            self.panel.room.offer_to_replace()

        self.panel.say("")
        self._bridge.ask(lambda desk: desk.save_room(name, replace=replacing), saved, refused)

    def _bring_back(self, name: str) -> None:
        def back(_path: object) -> None:
            self.panel.say(self._t("“{name}” is kept again as it was before.", name=name))
            self.ask_rooms(name)

        self._bridge.ask(lambda desk: desk.bring_back_room(name), back, self._refused)

    def _use(self, name: str) -> None:
        def used(change: Change) -> None:
            self._view.fit()
            self.panel.say(" ".join(room_phrases.kept(change, self._t)))

        self.ask(lambda desk: desk.use_room(name), used)


def _spot(point: Point) -> Spot:
    """A place as the database keeps it; the room's very corner would mean that nobody has placed the table."""
    x, y = round(point.x, 2), round(point.y, 2)
    return (0.01, y) if (x, y) == NOWHERE else (x, y)
