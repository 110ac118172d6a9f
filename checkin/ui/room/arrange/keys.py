"""Every act of arranging by key; ``Acts`` does them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox

from checkin.model import TableId
from checkin.ui.room.arrange.acts import Acts
from checkin.ui.room.arrange.placing import STEP, Side

LEAP = 100.0
"""What an arrow with Shift moves things by."""

ARROWS = {
    Qt.Key.Key_Left: (-1, 0, Side.LEFT),
    Qt.Key.Key_Right: (1, 0, Side.RIGHT),
    Qt.Key.Key_Up: (0, -1, Side.TOP),
    Qt.Key.Key_Down: (0, 1, Side.BOTTOM),
}


class Keys:
    """The keys of one mode."""

    def __init__(self, acts: Acts, leave: Callable[[], None]) -> None:
        """Ask ``acts``; ``leave`` ends the mode."""
        self._acts, self._leave = acts, leave

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; says whether it means anything."""
        acts, key = self._acts, Qt.Key(event.key())
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        if key in ARROWS:
            return self._arrow(key, ctrl=bool(keys & Qt.KeyboardModifier.ControlModifier), shift=shift)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            acts.picked.only(() if acts.book is None else [table.id for table in acts.book.room()])
            return True
        if keys & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._walk(-1 if key == Qt.Key.Key_Backtab or shift else 1)
        doing: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Escape: self._escape,
            Qt.Key.Key_Delete: acts.remove,
            Qt.Key.Key_Backspace: acts.remove,
            Qt.Key.Key_Return: acts.edit,
            Qt.Key.Key_Enter: acts.edit,
            Qt.Key.Key_N: acts.add_here,
            Qt.Key.Key_R: acts.rows,
            Qt.Key.Key_T: acts.turn,
            Qt.Key.Key_C: lambda: acts.align(Side.CENTRE),
            Qt.Key.Key_L: lambda: acts.align(Side.MIDDLE),
            Qt.Key.Key_H: lambda: acts.spread(across=True),
            Qt.Key.Key_V: lambda: acts.spread(across=False),
            Qt.Key.Key_F: lambda: self._tick(acts.panel.tables.step_free),
            Qt.Key.Key_E: lambda: self._tick(acts.panel.tables.reserved),
            Qt.Key.Key_X: lambda: self._tick(acts.panel.tables.closed),
        }
        act = doing.get(key)
        if act is not None:
            act()
        # What means something to people's places means nothing while tables are arranged.
        return act is not None or key in (Qt.Key.Key_M, Qt.Key.Key_S)

    def _tick(self, box: QCheckBox) -> None:
        """Tick a box of the picked tables, or untick it."""
        if self._acts.picked.tables:
            box.click()

    def _arrow(self, key: Qt.Key, *, ctrl: bool, shift: bool) -> bool:
        across, down, side = ARROWS[key]
        acts = self._acts
        if ctrl:
            acts.align(side)
        elif acts.picked.tables or acts.picked.mark is not None:
            acts.hand.nudge(across, down, LEAP if shift else STEP)
        else:
            self._pick_first()
        return True

    def _pick_first(self) -> None:
        book = self._acts.book
        if book is not None and book.tables:
            self._acts.picked.only([book.room()[0].id])

    def _walk(self, step: int) -> bool:
        """From table to table by number, while one is picked; past the last one Tab goes on as everywhere."""
        book, picked = self._acts.book, self._acts.picked
        if book is None or not picked.tables:
            return False
        self._acts.hand.rest()
        order: list[TableId] = [table.id for table in book.room()]
        at = order.index(picked.tables[-1]) + step
        if not 0 <= at < len(order):
            picked.only()
            return False
        picked.only([order[at]])
        return True

    def _escape(self) -> None:
        """Let go; then pick nothing; then leave."""
        acts = self._acts
        if acts.hand.busy:
            acts.hand.cancel()
        elif acts.picked.tables or acts.picked.mark is not None:
            acts.picked.only()
        else:
            self._leave()
