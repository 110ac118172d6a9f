"""Arranging the room as a mode of the tables page: begins and ends, hears mouse and keys, asks the desk.

While it lasts, the view's mouse and keys are the hand's, the people's columns make way for the panel, and an arrival at
the door changes nothing of what is held. One gesture is one change; a refusal puts everything back and says why.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from checkin import room_phrases
from checkin.changes import Change
from checkin.landmarks import Landmark
from checkin.ui.bridge import Bridge
from checkin.ui.room.arrange.acts import Acts
from checkin.ui.room.arrange.keys import Keys
from checkin.ui.room.bar import RoomBar
from checkin.ui.room.scene import RoomScene
from checkin.ui.room.view import RoomView
from checkin.ui.shell.controls import on_key
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class Arranging(QObject):
    """The mode.

    Signals:
        toggled: It began or ended; carries which.

    Attributes:
        active: Whether the room is being arranged.
        panel: The right column, to be laid where the page's own is.
    """

    toggled = Signal(bool)

    def __init__(
        self, page: QWidget, view: RoomView, scene: RoomScene, bridge: Bridge, theme: Theme, t: Words
    ) -> None:  # fmt: skip
        """Stand ready; ``stand_in`` follows once the page is laid out."""
        super().__init__(page)
        self._page, self._view, self._scene, self._bridge = page, view, scene, bridge
        self._theme, self._t = theme, t
        self.active = False
        self._aside: Sequence[QWidget] = ()
        self.acts = Acts(view, scene, bridge, theme, t)
        self.picked, self.hand, self.panel = self.acts.picked, self.acts.hand, self.acts.panel
        self._keys = Keys(self.acts, self.leave)
        self._space = False
        self._marks: tuple[Landmark, ...] = ()  # as they were when last looked at
        self._connect()
        self.restyle()

    # --- what the page asks ---

    def toggle(self) -> None:
        """Begin, or end."""
        if self.active:
            self.leave()
        elif self._bridge.book is not None:
            self._enter()

    def stand_in(self, bar: RoomBar, furnish: Callable[[], None], aside: Sequence[QWidget]) -> None:
        """Take a place on the page, once it has connected itself to the bridge.

        Args:
            bar: Has the button.
            furnish: Draws the room anew from the book.
            aside: The columns that make way.
        """
        self.acts.furnish, self._aside = furnish, aside
        grid = self._page.layout()
        if isinstance(grid, QGridLayout):
            grid.addWidget(self.panel, 2, 2)
        bar.arrange_asked.connect(self.toggle)
        self.toggled.connect(bar.arrange.setChecked)
        on_key(self._page, "Ctrl+R", self.toggle)
        self._theme.changed.connect(self.restyle)
        self._bridge.opened.connect(self._forget)
        self._bridge.changed.connect(self.follow)

    def leave(self) -> None:
        """End: people are under the hand again."""
        if not self.active:
            return
        self.hand.let_go()
        self.active = False
        self.picked.only()
        self._scene.floor.arrange(arranged=False)
        self._swap_columns()
        self.acts.furnish()
        self._view.viewport().unsetCursor()
        self._view.fit()
        self._view.setFocus()
        self._view.reading.arrange(None)
        self.toggled.emit(self.active)

    def follow(self, _change: Change) -> None:
        """A change was written: show what is picked as it is now, and keep what is held."""
        if self.active and self._page.isVisible():
            self._look_again()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.panel.retranslate()
        self.restyle()
        self._show()

    def restyle(self) -> None:
        """Follow the theme."""
        palette = self._theme.palette
        self.panel.restyle()
        self.acts.overlay.wear(palette)
        self._scene.floor.wear(palette, lambda kind: room_phrases.landmark(kind, self._t))
        self._ring()

    # --- beginning and ending ---

    def _enter(self) -> None:
        self.active = True
        self._view.go(None)
        self._view.reading.arrange(self.picked)
        self._scene.floor.arrange(arranged=True)
        self._swap_columns()
        self.acts.furnish()
        self._marks = self._scene.floor.marks or ()
        self._view.fit()
        self._view.setFocus()
        self._show()
        self.acts.ask_rooms()
        self.toggled.emit(self.active)

    def _forget(self) -> None:
        """Another event is open: what is in the hand belongs to one that is not there any more."""
        self.hand.cancel()
        self.leave()

    def _swap_columns(self) -> None:
        for part in self._aside:
            part.setVisible(not self.active)
        self.panel.say("")
        self.panel.setVisible(self.active)

    def _connect(self) -> None:
        self._view.taken = self.take
        self.panel.pressed = self.press
        self.acts.picked.changed.connect(self._show)

    # --- what is seen ---

    def _show(self) -> None:
        for at, item in enumerate(self._scene.floor.items):
            item.pick(picked=self.active and at == self.picked.mark)
        self._ring()
        if self.active:
            self.panel.show_picked(self._bridge.book, self.picked, self._scene.floor.marks or ())
            self._view.setAccessibleDescription(self._spoken())

    def _ring(self) -> None:
        tables = self.picked.tables if self.active else ()
        self.acts.overlay.ring([self._scene.tables[one] for one in tables if one in self._scene.tables])

    def _spoken(self) -> str:
        book, t = self._bridge.book, self._t
        numbers = [] if book is None else [str(book.tables[one].number) for one in self.picked.tables]
        if self.picked.mark is not None:
            return room_phrases.landmark(self._scene.floor.items[self.picked.mark].mark.kind, t)
        return t("Picked: table {numbers}", numbers=", ".join(numbers)) if numbers else t("Nothing is picked")

    def _look_again(self) -> None:
        before, self._marks = self._marks, self._scene.floor.marks or ()
        self.picked.keep(self._scene.tables, before, self._marks)
        self.hand.again()
        self._show()

    # --- mouse and keys ---

    def take(self, event: QEvent) -> bool:
        """Take what the view, or its viewport, hears while the room is arranged; says whether that was all."""
        if not self.active:
            return False
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if kind == QEvent.Type.Hide:
            self.hand.let_go()
        elif kind == QEvent.Type.Show:
            QTimer.singleShot(0, self, self._look_again)
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self._space = kind == QEvent.Type.KeyPress
            return True
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._keys.press(event)
        return kind == QEvent.Type.ToolTip

    def press(self, event: QKeyEvent) -> bool:
        """A key that no field of the panel has use for: Esc goes back to the plan, Ctrl with a key means the same."""
        if event.key() == Qt.Key.Key_Escape:
            self._view.setFocus()
            return True
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and self._keys.press(event)

    def _mouse(self, event: QMouseEvent) -> bool:
        at: QPoint = event.position().toPoint()
        adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        loose = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        left = event.button() == Qt.MouseButton.LeftButton
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            if not self._view.pan(at):
                self.hand.move(at, loose=loose, adding=adding)
                self._point(at)
        elif kind == QEvent.Type.MouseButtonRelease:
            if not self._view.end_pan() and left:
                self.hand.release(adding=adding)
        elif event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._view.begin_pan(at)
        elif kind == QEvent.Type.MouseButtonDblClick and left:
            self.hand.press(at, adding=adding)
            self.acts.edit()
        elif left:
            self.panel.say("")
            self._view.setFocus()
            self.hand.press(at, adding=adding)
        return True

    def _point(self, at: QPoint) -> None:
        """Show what can be done under the mouse."""
        point, floor = self._view.mapToScene(at), self._scene.floor
        shape = Qt.CursorShape.ArrowCursor
        if self.picked.mark is not None and floor.items[self.picked.mark].on_grip(point, self._view.zoom):
            shape = Qt.CursorShape.SizeFDiagCursor
        elif self._scene.spot(point) is not None or floor.at(point) is not None:
            shape = Qt.CursorShape.SizeAllCursor
        self._view.viewport().setCursor(shape)
