"""The tables page while others write, and what it shows in another event, language or theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan
from checkin.errors import TableFull
from checkin.model import EventId
from checkin.ui.room.scene import Spot
from checkin.ui.shell.palette import DARK, LIGHT
from tests.ui.room.conftest import Evening, Open

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
"""What Qt's screen in memory says of every window that has a least size."""


def test_selection_zoom_and_scroll_outlive_what_others_write(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Elena Ruiz"))
    meal.page.view.zoom_by(2.0, meal.on_table(2))
    seen = meal.page.view.mapToScene(QPoint(0, 0)), meal.page.view.zoom
    meal.bridge.ask(lambda desk: desk.move([meal.guest("Hugo Gil")], meal.table(4)))
    meal.bridge.walk_in("Lucía Sanz")
    meal.settle()
    assert len(meal.written) == 2
    assert meal.page.marks.people == (meal.guest("Elena Ruiz"),)
    assert meal.page.marks.table == meal.table(2)
    assert (meal.page.view.mapToScene(QPoint(0, 0)), meal.page.view.zoom) == seen


def test_a_drag_goes_on_while_others_write_and_knows_that_the_table_has_filled(meal: Evening) -> None:
    meal.mouse.press(meal.on_person("Sofía Lema"))
    meal.mouse.go(meal.on_table(2))
    assert meal.page.chip.sentence == "To table 2: fits"
    meal.bridge.ask(lambda desk: desk.move([meal.guest("Ana Gil"), meal.guest("Jon Rey")], meal.table(2)))
    meal.settle()
    assert meal.page.carry.active
    assert meal.page.chip.sentence == "Table 2: full"
    meal.mouse.release(meal.on_table(2))
    meal.settle()
    assert "Sofía Lema" in meal.shown(3)


def test_when_the_desk_refuses_everybody_is_where_the_book_says(meal: Evening) -> None:
    other = Desk.open(meal.desk.address, station="Other door")
    other.use(meal.bridge.book.event.id if meal.bridge.book else None)
    other.move([meal.guest("Ana Gil"), meal.guest("Noor Haddad")], meal.table(2))
    other.close()
    meal.mouse.drag(meal.on_person("Sofía Lema"), meal.on_table(2))
    meal.settle()
    assert [type(refusal) for refusal in meal.refused] == [TableFull]
    assert meal.shown(2) == ["Pere Puig", "Elena Ruiz", "Ana Gil", "Noor Haddad"]
    assert "Sofía Lema" in meal.shown(3)


def test_a_page_that_is_left_lets_go_of_whom_it_carries(meal: Evening) -> None:
    meal.mouse.press(meal.on_person("Jon Rey"))
    meal.mouse.go(meal.on_table(2))
    meal.page.hide()
    meal.mouse.release(meal.on_table(2))
    meal.settle()
    assert not meal.written


def test_only_touched_tables_are_painted_again(meal: Evening) -> None:
    before = dict(meal.page.scene.pictures)
    meal.bridge.ask(lambda desk: desk.move([meal.guest("Hugo Gil")], meal.table(4)))
    meal.settle()
    after = meal.page.scene.pictures
    assert {number for number in (1, 2, 3, 4) if before[meal.table(number)] is not after[meal.table(number)]} == {3, 4}


def test_what_a_guest_wrote_is_never_markup(evening: Open) -> None:
    meal = evening({1: ["<b>Ana</b> & O'Neill"]})
    tip = QTextDocument()
    tip.setHtml(meal.page.view.tip(Spot(meal.table(1), meal.guest("<b>Ana</b> & O'Neill"))))
    assert tip.toPlainText().splitlines()[0] == "<b>Ana</b> & O'Neill · Table 1"


def test_words_change_with_the_language(meal: Evening) -> None:
    meal.mouse.click(meal.on_table(1))
    before = _words(meal)
    meal.words.switch("es")
    meal.page.retranslate()
    assert not set(before) & set(_words(meal))
    meal.words.switch("en")
    meal.page.retranslate()
    assert _words(meal) == before


def _words(meal: Evening) -> list[str]:
    page = meal.page
    buttons = (page.header.undo, page.header.redo, page.seated.move_button, page.seated.unseat_button)
    return [page.waiting.cards.accessibleName(), page.view.accessibleName(), *(button.text() for button in buttons)]


def test_colours_change_with_the_theme(meal: Evening) -> None:
    def floor_and_table() -> tuple[str, str]:
        picture = meal.page.grab().toImage()
        at = meal.page.view.viewport().mapTo(meal.page, meal.on_table(4) - QPoint(0, 24))
        return picture.pixelColor(4, 4).name().upper(), picture.pixelColor(at).name().upper()

    meal.page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    assert floor_and_table() == (LIGHT.paper, LIGHT.sunken)
    meal.theme.choose(dark=True)
    meal.page.restyle()
    assert floor_and_table() == (DARK.paper, DARK.sunken)


def test_another_event_has_another_room(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Pere Puig"))
    first = meal.bridge.book.event.id if meal.bridge.book else None
    made = meal.desk.create_event("Cena", [TablePlan(2, 3)])
    meal.bridge.opened.connect(meal.page.refresh)
    meal.bridge.use(EventId(made.event_id or 0))
    meal.settle()
    assert first != made.event_id
    assert [item.picture.number for item in meal.page.scene.tables.values()] == [1, 2]
    assert len([item for item in meal.page.scene.items() if item.isVisible()]) == 3
    assert meal.page.marks.people == ()
    assert meal.page.waiting.cards.people.ids == ()


def test_a_hundred_and_ten_tables_are_a_hundred_and_ten_things_to_draw(evening: Open) -> None:
    meal = evening({}, tables=110, seats=10)
    assert len([item for item in meal.page.scene.items() if item.isVisible()]) == 111
    meal.page.refresh()
    assert len([item for item in meal.page.scene.items() if item.isVisible()]) == 111
    QApplication.processEvents()
