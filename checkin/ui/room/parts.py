"""The objects that a screen reader finds in the room's view: one a table, one a person, one a landmark.

They keep nothing of their own besides which thing they are; everything is asked of ``Told`` at the moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleSelectionInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6.Shiboken import VoidPtr

from checkin.ui.room.walk import Stand

Place = Stand | int
"""A table, somebody there, or a landmark by its place in the list."""

NOTHING = VoidPtr(0)
"""No interface: ``interface_cast`` hands out addresses, and None would be taken for the address of Python's None."""

NAME, ABOUT = QAccessible.Text.Name, QAccessible.Text.Description


class Told(Protocol):
    """What the objects ask about the room; the place of the view itself is None."""

    def there(self, place: Place) -> bool:
        """Whether the room still has it."""

    def inside(self, place: Place | None) -> Sequence[Place]:
        """What belongs to it, in order."""

    def above(self, place: Place) -> QAccessibleInterface | None:
        """The object that it belongs to."""

    def part(self, place: Place) -> QAccessibleInterface | None:
        """Its object; None where there is nothing."""

    def under(self, place: Place | None, x: int, y: int) -> Place | None:
        """What of it is at a point of the screen."""

    def name(self, place: Place) -> str:
        """What it is, in one line."""

    def about(self, place: Place) -> str:
        """More of it."""

    def rect(self, place: Place) -> QRect:
        """Where it is on the screen, in pixels."""

    def state(self, place: Place) -> QAccessible.State:
        """What it is like now."""

    def focus_in(self, place: Place | None) -> Place | None:
        """Where the keyboard is inside of it."""

    def selected(self, place: Place) -> bool:
        """Whether it is selected."""

    def select(self, place: Place, *, adding: bool, wanted: bool = True) -> bool:
        """Select it, alone or too, or no longer; says whether that can be."""

    def visit(self, place: Place) -> None:
        """Put the keyboard there."""

    def window(self) -> QWindow | None:
        """The window it is in."""


class Doing(QAccessibleActionInterface):
    """What a screen reader can do with one thing."""

    def __init__(self, told: Told, place: Place) -> None:
        """Act on ``place``."""
        super().__init__()
        self._told, self._place = told, place

    def actionNames(self) -> list[str]:
        """By their untranslated names."""
        return [
            QAccessibleActionInterface.setFocusAction(),
            QAccessibleActionInterface.pressAction(),
            QAccessibleActionInterface.toggleAction(),
        ]

    def doAction(self, action: str) -> None:
        """Focus, select, or select too."""
        self._told.visit(self._place)
        if action == QAccessibleActionInterface.pressAction():
            self._told.select(self._place, adding=False)
        elif action == QAccessibleActionInterface.toggleAction():
            self._told.select(self._place, adding=True, wanted=not self._told.selected(self._place))

    def keyBindingsForAction(self, action: str) -> list[str]:
        """Enter selects alone, Space too."""
        if action == QAccessibleActionInterface.pressAction():
            return ["Return"]
        return ["Space"] if action == QAccessibleActionInterface.toggleAction() else []


class Choosing(QAccessibleSelectionInterface):
    """What is selected inside of the view or a table."""

    def __init__(self, told: Told, place: Place | None) -> None:
        """Speak for what is inside of ``place``."""
        super().__init__()
        self._told, self._place = told, place

    def selectedItemCount(self) -> int:
        """How many."""
        return len(self.selectedItems())

    def selectedItems(self) -> list[QAccessibleInterface]:
        """Which, in the order of the room."""
        told = self._told
        parts = [told.part(place) for place in told.inside(self._place) if told.selected(place)]
        return [part for part in parts if part is not None]

    def selectedItem(self, index: int) -> QAccessibleInterface:
        """One of them."""
        chosen = self.selectedItems()
        return chosen[index] if 0 <= index < len(chosen) else None  # type: ignore[return-value]

    def isSelected(self, part: QAccessibleInterface) -> bool:
        """Whether an object is selected."""
        place = _place(part)
        return place is not None and self._told.selected(place)

    def select(self, part: QAccessibleInterface) -> bool:
        """Select one more."""
        place = _place(part)
        return place is not None and self._told.select(place, adding=True)

    def unselect(self, part: QAccessibleInterface) -> bool:
        """Select one less."""
        place = _place(part)
        return place is not None and self._told.select(place, adding=True, wanted=False)

    def selectAll(self) -> bool:
        """Select everything inside."""
        return all(self._told.select(place, adding=True) for place in self._told.inside(self._place))

    def clear(self) -> bool:
        """Select nothing inside."""
        held = [place for place in self._told.inside(self._place) if self._told.selected(place)]
        return all(self._told.select(place, adding=True, wanted=False) for place in held)


class Part(QAccessibleObject):
    """A table, a person or a landmark; no QObject of its own, which Qt is told without asking Python."""

    def __init__(self, told: Told, place: Place) -> None:
        """Be the object of ``place``."""
        super().__init__(None)  # type: ignore[arg-type]
        self._told, self._place = told, place
        self._choosing, self._doing = Choosing(told, place), Doing(told, place)

    @property
    def place(self) -> Place:
        """Which thing it is."""
        return self._place

    @property
    def _is_table(self) -> bool:
        return isinstance(self._place, Stand) and self._place.guest is None

    def isValid(self) -> bool:
        """Whether the room still has it."""
        return self._told.there(self._place)

    def window(self) -> QWindow:
        """The window of the view."""
        return self._told.window()  # type: ignore[return-value]

    def parent(self) -> QAccessibleInterface:
        """The table of a person; the view of everything else."""
        return self._told.above(self._place)  # type: ignore[return-value]

    def childCount(self) -> int:
        """How many people sit there."""
        return len(self._told.inside(self._place))

    def child(self, index: int) -> QAccessibleInterface:
        """One of them."""
        return _child(self._told, self._place, index)  # type: ignore[return-value]

    def indexOfChild(self, part: QAccessibleInterface) -> int:
        """Which of them it is, or -1."""
        return _index(self._told, self._place, part)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Who is at a point of the screen."""
        return _part(self._told, self._told.under(self._place, x, y))  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        """Whom the keyboard is at."""
        return _part(self._told, self._told.focus_in(self._place))  # type: ignore[return-value]

    def text(self, which: QAccessible.Text) -> str:
        """Its name, or more of it."""
        if which == NAME:
            return self._told.name(self._place)
        return self._told.about(self._place) if which == ABOUT else ""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._told.rect(self._place)

    def role(self) -> QAccessible.Role:
        """A list of people, one of them, or a drawing."""
        if isinstance(self._place, int):
            return QAccessible.Role.Graphic
        return QAccessible.Role.List if self._is_table else QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """What it is like now."""
        return self._told.state(self._place)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """What can be done with it, and what is selected there."""
        if kind == QAccessible.InterfaceType.ActionInterface and self._told.state(self._place).focusable:
            return self._doing  # type: ignore[return-value]
        if kind == QAccessible.InterfaceType.SelectionInterface and self._is_table:
            return self._choosing  # type: ignore[return-value]
        return NOTHING  # type: ignore[return-value]


class Whole(QAccessibleWidget):
    """The view, with its tables and landmarks."""

    def __init__(self, told: Told, view: QWidget) -> None:
        """Be the object of ``view``."""
        super().__init__(view, QAccessible.Role.Grouping)
        self._told = told
        self._choosing = Choosing(told, None)

    def childCount(self) -> int:
        """How many tables and landmarks."""
        return len(self._told.inside(None))

    def child(self, index: int) -> QAccessibleInterface:
        """One of them."""
        return _child(self._told, None, index)  # type: ignore[return-value]

    def indexOfChild(self, part: QAccessibleInterface) -> int:
        """Which of them it is, or -1."""
        return _index(self._told, None, part)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Which of them is at a point of the screen."""
        return _part(self._told, self._told.under(None, x, y))  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        """The table, person or landmark that the keyboard is at."""
        return _part(self._told, self._told.focus_in(None))  # type: ignore[return-value]

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Which tables are selected, besides what every widget has."""
        if kind == QAccessible.InterfaceType.SelectionInterface:
            return self._choosing  # type: ignore[return-value]
        known: object = super().interface_cast(kind)
        return NOTHING if known is None else known  # type: ignore[return-value]


def _place(part: QAccessibleInterface | None) -> Place | None:
    return part.place if isinstance(part, Part) else None


def _part(told: Told, place: Place | None) -> QAccessibleInterface | None:
    return None if place is None else told.part(place)


def _child(told: Told, place: Place | None, index: int) -> QAccessibleInterface | None:
    places = told.inside(place)
    return told.part(places[index]) if 0 <= index < len(places) else None


def _index(told: Told, place: Place | None, part: QAccessibleInterface | None) -> int:
    wanted, places = _place(part), told.inside(place)
    return places.index(wanted) if wanted in places else -1
