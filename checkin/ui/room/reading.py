"""The room for who cannot see it: makes the objects of ``parts`` when a screen reader asks, and says what changes.

Nothing is made for tables and people before somebody asks, and nothing is said while no reader runs. Qt keeps what it
was given until it is told otherwise or the view goes; what lives here lives as long, or the same memory would be freed
twice.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from shiboken6 import Shiboken

from checkin.model import GuestId, TableId
from checkin.ui.room.arrange.picked import Picked
from checkin.ui.room.layout import CHAIR
from checkin.ui.room.lens import Lens
from checkin.ui.room.marks import Marks
from checkin.ui.room.parts import Part, Place, Whole
from checkin.ui.room.scene import RoomScene
from checkin.ui.room.voice import Voice
from checkin.ui.room.walk import Stand

FEW = 24
"""More people than these selected at one stroke are told of once, not one by one."""


class Reading:
    """The objects of one view.

    Attributes:
        voice: Gives names; without one there are none.
    """

    def __init__(self, view: Lens, scene: RoomScene, marks: Marks, visit: Callable[[Stand], None]) -> None:
        """Speak of ``scene``; ``visit`` puts the keyboard somewhere in it."""
        self.voice: Voice | None = None
        self._ref = weakref.ref(view)
        self._visit = weakref.WeakMethod(visit)
        self._scene, self._marks = scene, marks
        self._picked: Picked | None = None
        self._stand: Stand | None = None
        self._focus: Place | None = None  # as last told
        self._people: frozenset[GuestId] = frozenset()
        self._wholes: dict[int, Whole] = {}
        self._parts: dict[Place, Part] = {}
        self._names: dict[Place, str] = {}
        self._orders: dict[Place | None, Sequence[Place]] = {}
        scene.redrawn.connect(self._redrawn)
        marks.changed.connect(self._chosen)

    def appear(self) -> None:
        """The view is shown: be its object from now on.

        Qt knows objects by their meta-object, and connecting a signal to a method of the view gives it another one.
        """
        view = self._view()
        kind = 0 if view is None else Shiboken.getCppPointer(view.metaObject())[0]
        if view is None or kind in self._wholes:
            return
        self._wholes[kind] = Whole(self, view)
        QAccessible.registerAccessibleInterface(self._wholes[kind])
        if len(self._wholes) == 1:
            view.destroyed.connect(lambda: self._close())  # noqa: PLW0108 - a lambda is held by the view, a method not

    def arrange(self, picked: Picked | None) -> None:
        """Tables and landmarks are picked now, or people again."""
        if self._picked is not None:
            self._picked.changed.disconnect(self._picked_again)
        self._picked = picked
        if picked is not None:
            picked.changed.connect(self._picked_again)

    def moved(self, stand: Stand | None) -> None:
        """The keyboard is elsewhere, or the view has the focus now, or no longer."""
        self._stand = stand
        self._tell_focus()

    # --- what the objects ask ---

    def there(self, place: Place) -> bool:
        """Whether the room still has it."""
        if isinstance(place, int):
            return place < len(self._scene.floor.items)
        item = self._scene.tables.get(place.table)
        return item is not None and (place.guest is None or item.picture.chair_of(place.guest) is not None)

    def inside(self, place: Place | None) -> Sequence[Place]:
        """Tables and landmarks of the view, people of a table."""
        if place is None:
            return [*(Stand(table) for table in self._scene.tables), *range(len(self._scene.floor.items))]
        if isinstance(place, int) or place.guest is not None or place.table not in self._scene.tables:
            return ()
        chairs = self._scene.tables[place.table].picture.chairs
        return [Stand(place.table, disc.guest_id) for disc in chairs if disc is not None]

    def above(self, place: Place) -> QAccessibleInterface | None:
        """The object that it belongs to."""
        if isinstance(place, Stand) and place.guest is not None:
            return self.part(Stand(place.table))
        view = self._view()
        return None if view is None else QAccessible.queryAccessibleInterface(view)

    def part(self, place: Place) -> QAccessibleInterface | None:
        """Its object, made when it is asked for the first time; None where there is nothing."""
        if place not in self._parts:
            if not self.there(place) or self._view() is None:
                return None
            self._parts[place] = Part(self, place)
            self._names[place] = self.name(place)
            self._orders[place] = self.inside(place)
            self._orders.setdefault(None, self.inside(None))
            QAccessible.registerAccessibleInterface(self._parts[place])
        return self._parts[place]

    def under(self, place: Place | None, x: int, y: int) -> Place | None:
        """What of it is at a point of the screen."""
        view = self._view()
        at = None if view is None else view.viewport().mapFromGlobal(QPoint(x, y))
        if view is None or at is None or not view.viewport().rect().contains(at):
            return None
        point = view.mapToScene(at)
        spot = self._scene.spot(point)
        if spot is None:
            return self._scene.floor.at(point) if place is None else None
        found = Stand(spot.table, None if place is None else spot.guest)
        return found if place is None or (found.guest is not None and place == Stand(spot.table)) else None

    def name(self, place: Place) -> str:
        """What it is, in one line."""
        if self.voice is None or not self.there(place):
            return ""
        if isinstance(place, int):
            return self.voice.landmark(self._scene.floor.items[place].mark.kind)
        return self.voice.name(place.table, place.guest)

    def about(self, place: Place) -> str:
        """More of it."""
        if self.voice is None or isinstance(place, int):
            return ""
        return self.voice.about(place.table, place.guest)

    def rect(self, place: Place) -> QRect:
        """Where it is on the screen, in pixels."""
        view = self._view()
        if view is None or not self.there(place):
            return QRect()
        seen = view.mapFromScene(self._area(place)).boundingRect()
        return QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def state(self, place: Place) -> QAccessible.State:
        """What it is like now."""
        state, view = QAccessible.State(), self._view()
        if view is None or not self.there(place):
            state.invalid = True
            return state
        people = isinstance(place, Stand) and place.guest is not None
        if not (isinstance(place, int) if self._picked is None else people):
            state.focusable = state.selectable = True
        corner = view.viewport().mapToGlobal(QPoint(0, 0))
        state.focused = view.hasFocus() and place == self._at()
        state.selected = self.selected(place)
        state.invisible = not view.isVisible()
        state.offscreen = not QRect(corner, view.viewport().size()).intersects(self.rect(place))
        state.multiSelectable = isinstance(place, Stand) and not people
        return state

    def focus_in(self, place: Place | None) -> Place | None:
        """Where the keyboard is inside of it."""
        at, view = self._at(), self._view()
        if at is None or view is None or not view.hasFocus() or not self.there(at):
            return None
        inside = isinstance(at, Stand) and at.guest is not None and place == Stand(at.table)
        return at if place is None or inside else None

    def selected(self, place: Place) -> bool:
        """Whether it is selected, or picked while the room is arranged."""
        if isinstance(place, int):
            return self._picked is not None and self._picked.mark == place
        if place.guest is not None:
            return self._picked is None and place.guest in self._marks.people
        return place.table == self._marks.table if self._picked is None else place.table in self._picked.tables

    def select(self, place: Place, *, adding: bool, wanted: bool = True) -> bool:
        """Select it, alone or too, or no longer; says whether that can be."""
        if not self.there(place) or self.selected(place) is wanted:
            return self.there(place)
        if self._picked is not None:
            return _pick(self._picked, place, adding=adding)
        if isinstance(place, int):
            return False
        if place.guest is None:
            self._marks.choose(place.table if wanted else None)
        elif adding:
            self._marks.toggle(place.guest)
        else:
            self._marks.only([place.guest], place.table)
        return True

    def visit(self, place: Place) -> None:
        """Put the keyboard there."""
        go = self._visit()
        if self._picked is not None:
            _pick(self._picked, place, adding=False)
        elif go is not None and isinstance(place, Stand) and self.there(place):
            go(place)

    def window(self) -> QWindow | None:
        """The window it is in."""
        view = self._view()
        return None if view is None else view.window().windowHandle()

    # --- what is said ---

    def _view(self) -> Lens | None:
        view = self._ref()
        return view if view is not None and Shiboken.isValid(view) else None

    def _at(self) -> Place | None:
        if self._picked is None:
            return self._stand
        if self._picked.mark is not None:
            return self._picked.mark
        return Stand(self._picked.tables[-1]) if self._picked.tables else None

    def _area(self, place: Place) -> QRectF:
        if isinstance(place, int):
            mark = self._scene.floor.items[place].mark
            return QRectF(mark.x - mark.width / 2, mark.y - mark.height / 2, mark.width, mark.height)
        item = self._scene.tables[place.table]
        chair = None if place.guest is None else item.picture.chair_of(place.guest)
        if chair is None:
            size = item.outline.footprint
            return QRectF(item.x() - size.width / 2, item.y() - size.height / 2, size.width, size.height)
        centre = item.pos() + QPointF(item.outline.chairs[chair].x, item.outline.chairs[chair].y)
        return QRectF(centre.x() - CHAIR / 2, centre.y() - CHAIR / 2, CHAIR, CHAIR)

    def _tell_focus(self) -> None:
        focus = self.focus_in(None)
        if focus != self._focus:
            self._focus = focus
            if focus is not None and QAccessible.isActive():
                self._say(self.part(focus), QAccessible.Event.Focus)

    def _chosen(self) -> None:
        before, self._people = self._people, frozenset(self._marks.people)
        if not QAccessible.isActive():
            return
        changed = [self._stand_of(who) for who in before ^ self._people]
        if len(changed) > FEW:
            self._say_of_view(QAccessible.Event.SelectionWithin)
            return
        for place in changed:
            if place is not None:
                added = self.selected(place)
                kind = QAccessible.Event.SelectionAdd if added else QAccessible.Event.SelectionRemove
                self._say(self.part(place), kind)

    def _picked_again(self) -> None:
        if QAccessible.isActive():
            self._say_of_view(QAccessible.Event.SelectionWithin)
        self._tell_focus()

    def _redrawn(self, tables: Iterable[TableId] | None) -> None:
        """Tables were drawn again, or all: nothing stays that has gone, and what is called otherwise is said."""
        if not self._parts:
            return
        self._drop([place for place in self._parts if not self.there(place)])
        told = None if tables is None else frozenset(tables)
        for place in list(self._parts):
            if told is None or (isinstance(place, Stand) and place.table in told):
                self._name_again(place)
                self._order_again(place)
        self._order_again(None)

    def _name_again(self, place: Place) -> None:
        name = self.name(place)
        if name != self._names[place]:
            self._names[place] = name
            self._say(self._parts[place], QAccessible.Event.NameChanged)

    def _order_again(self, place: Place | None) -> None:
        order = self.inside(place)
        if order != self._orders.get(place):
            self._orders[place] = order
            if place is None:
                self._say_of_view(QAccessible.Event.ObjectReorder)
            else:
                self._say(self._parts[place], QAccessible.Event.ObjectReorder)

    def _stand_of(self, who: GuestId) -> Stand | None:
        for table, item in self._scene.tables.items():
            if item.picture.chair_of(who) is not None:
                return Stand(table, who)
        return None

    def _say(self, part: QAccessibleInterface | None, kind: QAccessible.Event) -> None:
        if part is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(part, kind))

    def _say_of_view(self, kind: QAccessible.Event) -> None:
        view = self._view()
        if view is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(view, kind))

    def _drop(self, places: Iterable[Place]) -> None:
        """Qt lets go of objects, people before their tables, whom it asks for as it does; then so do we."""
        for place in sorted(places, key=lambda place: isinstance(place, int) or place.guest is None):
            part = self._parts[place]
            if Shiboken.isValid(part):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
            del self._parts[place], self._names[place], self._orders[place]
            if self._focus == place:
                self._focus = None

    def _close(self) -> None:
        """The view has gone."""
        self._drop(list(self._parts))


def _pick(picked: Picked, place: Place, *, adding: bool) -> bool:
    """Pick a table, or that of a person, or a landmark."""
    if isinstance(place, int):
        picked.landmark(place)
    elif adding:
        picked.toggle(place.table)
    else:
        picked.only([place.table])
    return True
