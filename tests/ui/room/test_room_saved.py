"""Rooms that are kept for the next event, as the panel of the arranged room offers them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.room.conftest import FULL, Evening
from tests.ui.room.test_room_arrange import key, pick, plan, table

__all__ = ["plan"]

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def test_a_room_is_saved_and_used_again(plan: Evening) -> None:
    room = plan.page.arranging.panel.room
    plan.mouse.drag(plan.on_table(4), plan.on_table(4) + QPoint(30, 60))
    plan.settle()
    plan.page.arranging.picked.only()
    there = (table(plan, 4).x, table(plan, 4).y)
    room.name.setText("Salón")
    QTest.keyClick(room.name, Qt.Key.Key_Return)
    plan.settle()
    plan.settle()
    assert room.saved.itemText(0) == "Salón · 4 tables, 16 seats"
    pick(plan, 4)
    key(plan, Qt.Key.Key_Delete)
    room.saved.setCurrentIndex(0)
    QTest.mouseClick(room.use, Qt.MouseButton.LeftButton)
    plan.settle()
    assert (table(plan, 4).x, table(plan, 4).y) == there
    assert plan.shown(1) == [*FULL]


def test_a_saved_room_that_was_replaced_is_brought_back(plan: Evening) -> None:
    panel = plan.page.arranging.panel
    room = panel.room

    def save(*, times: int) -> None:
        plan.page.arranging.picked.only()
        room.name.setText("Salón")
        for _ in range(times):
            QTest.keyClick(room.name, Qt.Key.Key_Return)
            plan.settle()
        plan.settle()

    save(times=1)
    room.saved.setCurrentIndex(0)
    assert not room.back.isVisible()
    pick(plan, 4)
    key(plan, Qt.Key.Key_Delete)
    save(times=2)
    assert "arrow" in panel.remark.text()
    assert room.saved.currentText() == "Salón · 3 tables, 12 seats"
    assert room.back.isVisible()
    QTest.mouseClick(room.back, Qt.MouseButton.LeftButton)
    plan.settle()
    plan.settle()
    assert room.saved.currentText() == "Salón · 4 tables, 16 seats"
    assert room.back.isVisible()
