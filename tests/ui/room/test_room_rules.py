"""Locks and rules on the tables page, chairs, whole tables: what the hand asks and what stands in its way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from checkin.changes import Kind
from checkin.model import RuleKind
from checkin.ui.room.picture import Mood
from tests.ui.room.conftest import CTRL, FULL, Evening

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
"""What Qt's screen in memory says of every window that has a least size."""


def on_chair(meal: Evening, number: int, chair: int) -> QPoint:
    """A chair, in the room's viewport."""
    item = meal.page.scene.tables[meal.table(number)]
    centre = item.outline.chairs[chair]
    return meal.page.view.mapFromScene(item.pos() + QPointF(centre.x, centre.y))


def rules(meal: Evening) -> list[tuple[RuleKind, list[str]]]:
    """The rules, with names."""
    book = meal.bridge.book
    assert book is not None
    return [(rule.kind, [book.guests[who].name or "" for who in rule.guest_ids]) for rule in book.ties.rules.values()]


def test_dropped_on_a_free_chair_a_person_takes_that_chair(meal: Evening) -> None:
    meal.mouse.press(meal.on_person("Jon Rey"))
    meal.mouse.go(on_chair(meal, 4, 2))
    assert meal.page.scene.tables[meal.table(4)].look.hollow == 2
    meal.mouse.release(on_chair(meal, 4, 2))
    meal.settle()
    assert meal.shown(4) == ["", "", "Jon Rey", ""]


def test_a_chair_further_on_at_the_same_table_is_one_change(meal: Evening) -> None:
    meal.mouse.drag(meal.on_person("Pere Puig"), on_chair(meal, 2, 3))
    meal.settle()
    assert [change.kind for change in meal.written] == [Kind.MOVED]
    assert meal.shown(2) == ["", "Elena Ruiz", "", "Pere Puig"]


def test_a_table_dropped_on_an_empty_one_moves_everybody(meal: Evening) -> None:
    meal.mouse.drag(meal.on_table(1), meal.on_table(4))
    meal.settle()
    assert len(meal.written) == 1
    assert meal.shown(4) == [*FULL]


def test_a_table_dropped_on_one_without_room_changes_places_with_it(meal: Evening) -> None:
    meal.mouse.press(meal.on_table(1))
    meal.mouse.go(meal.on_table(2))
    assert meal.page.chip.sentence == "Tables 1 and 2 change places"
    meal.mouse.release(meal.on_table(2))
    meal.settle()
    assert [change.kind for change in meal.written] == [Kind.SWAPPED]
    assert (meal.shown(2), meal.shown(1)) == ([*FULL], ["Pere Puig", "Elena Ruiz", "", ""])


def test_the_chip_says_whom_a_move_would_make_meet(meal: Evening) -> None:
    meal.desk.add_wish(meal.guest("Jon Rey"), meal.guest("Hugo Gil"))
    meal.settle()
    meal.mouse.press(meal.on_person("Jon Rey"))
    meal.mouse.go(meal.on_table(3))
    assert meal.page.chip.detail == "−1 new · +1 wish"
    meal.mouse.release(meal.on_table(1))


def test_l_locks_a_person_whom_then_nothing_carries_away(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Jon Rey"))
    QTest.keyClick(meal.page.view, Qt.Key.Key_L)
    meal.settle()
    assert rules(meal) == [(RuleKind.PIN, ["Jon Rey"])]
    chair = meal.page.scene.tables[meal.table(1)].picture.chairs[1]
    assert chair is not None
    assert chair.locked
    meal.mouse.press(meal.on_person("Jon Rey"))
    meal.mouse.go(meal.on_table(4))
    assert meal.page.chip.sentence == "Jon Rey is locked at table 1"
    meal.mouse.release(meal.on_table(4))
    QTest.keyClick(meal.page.view, Qt.Key.Key_L)
    meal.settle()
    assert rules(meal) == []


def test_l_on_a_table_locks_it_for_coming_and_going(meal: Evening) -> None:
    meal.mouse.click(meal.on_table(2))
    QTest.keyClick(meal.page.view, Qt.Key.Key_L)
    meal.settle()
    meal.mouse.press(meal.on_person("Hugo Gil"))
    meal.mouse.go(meal.on_table(4))
    assert meal.page.scene.tables[meal.table(2)].look.mood is Mood.REFUSES
    meal.mouse.go(meal.on_table(2))
    assert meal.page.chip.sentence == "Table 2 is locked"
    meal.mouse.release(meal.on_table(2))
    meal.mouse.click(meal.on_person("Pere Puig"))
    QTest.keyClick(meal.page.view, Qt.Key.Key_Delete)
    meal.settle()
    assert meal.shown(2)[:2] == ["Pere Puig", "Elena Ruiz"]


@pytest.mark.parametrize(("key", "kind"), [(Qt.Key.Key_T, RuleKind.TOGETHER), (Qt.Key.Key_A, RuleKind.APART)])
def test_two_selected_people_are_kept_together_or_apart_by_a_key(meal: Evening, key: Qt.Key, kind: RuleKind) -> None:
    meal.mouse.click(meal.on_person("Ana Gil"))
    meal.mouse.click(meal.on_person("Hugo Gil"), CTRL)
    QTest.keyClick(meal.page.view, key)
    meal.settle()
    assert [one for one, _ in rules(meal)] == [kind]


@pytest.mark.parametrize(("key", "kind"), [(Qt.Key.Key_Shift, RuleKind.TOGETHER), (Qt.Key.Key_Control, RuleKind.APART)])
def test_a_drop_with_a_key_down_makes_a_rule_instead_of_a_swap(meal: Evening, key: Qt.Key, kind: RuleKind) -> None:
    meal.mouse.press(meal.on_person("Ana Gil"))
    meal.mouse.go(meal.on_person("Hugo Gil"))
    assert meal.page.chip.sentence == "Swaps with Hugo Gil"
    QTest.keyPress(meal.page.view, key)
    assert meal.page.chip.sentence.startswith("Rule:")
    held = Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_Shift else CTRL
    meal.mouse.release(meal.on_person("Hugo Gil"), held)
    QTest.keyRelease(meal.page.view, key)
    meal.settle()
    assert rules(meal) == [(kind, ["Ana Gil", "Hugo Gil"])]
    assert meal.shown(1) == [*FULL]


def test_a_broken_rule_is_marked_where_it_happens_and_named(meal: Evening) -> None:
    meal.desk.add_rule(RuleKind.APART, [meal.guest("Ana Gil"), meal.guest("Jon Rey")])
    meal.settle()
    discs = [disc for disc in meal.page.scene.tables[meal.table(1)].picture.chairs if disc is not None]
    assert [disc.troubled for disc in discs] == [True, True, False, False]
    spot = meal.page.scene.spot(meal.page.view.mapToScene(meal.on_person("Ana Gil")))
    assert spot is not None
    assert "kept apart" in meal.page.view.tip(spot)
    meal.desk.move([meal.guest("Jon Rey")], meal.table(4))
    meal.settle()
    assert not any(disc.troubled for item in meal.page.scene.tables.values() for disc in item.picture.chairs if disc)


def test_a_rule_is_taken_away_by_its_button(meal: Evening) -> None:
    meal.mouse.click(meal.on_person("Jon Rey"))
    QTest.keyClick(meal.page.view, Qt.Key.Key_H)
    meal.settle()
    assert [kind for kind, _ in rules(meal)] == [RuleKind.HOST]
    meal.page.seated.rules.buttons[0].click()
    meal.settle()
    assert rules(meal) == []


def test_whom_somebody_wants_to_meet_has_a_star_while_they_are_pointed_at(meal: Evening) -> None:
    meal.desk.add_wish(meal.guest("Jon Rey"), meal.guest("Hugo Gil"))
    meal.settle()
    meal.mouse.go(meal.on_person("Jon Rey"))
    assert meal.page.scene.tables[meal.table(3)].look.wished == {meal.guest("Hugo Gil")}
    meal.mouse.go(meal.on_person("Hugo Gil"))
    assert meal.page.scene.tables[meal.table(1)].look.wishing == {meal.guest("Jon Rey")}
