"""The guests' screen: it greets who comes in, shows their table, and keeps everything else to the door."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin.door import Answers, State
from checkin.landmarks import Landmark, LandmarkKind, set_landmarks
from checkin.model import GuestId, Mode
from checkin.ui.door.audience import SHOWN, AudienceWindow
from checkin.ui.door.floor_plan import paint_plan, plan_of
from checkin.ui.door.greeting import GREETED, greet
from checkin.ui.shell.theme import Theme
from checkin.words import Words
from tests.meals import Ids, meal
from tests.ui.door.conftest import Door

OpenScreen = Callable[[], AudienceWindow]


@pytest.fixture
def open_screen(door: Door, theme: Theme, qtbot: QtBot) -> OpenScreen:
    def opened() -> AudienceWindow:
        window = AudienceWindow(door.bridge, theme, Words("en"))
        qtbot.addWidget(window)
        window.open_beside(door.page)
        return window

    return opened


def admit(door: Door, name: str, mode: Mode = Mode.ENTRY, answers: Answers | None = None) -> None:
    door.bridge.admit(door.guest(name).id, mode, answers or Answers())
    door.settle()


# --- what it says ---


def test_before_anybody_comes_it_names_the_event_and_welcomes(open_screen: OpenScreen) -> None:
    window = open_screen()
    assert window.greeting is None
    assert window.accessibleName() == "Comida networking. Saturday, 21 November. Welcome. Have your ticket ready."


def test_who_comes_in_is_greeted_with_name_and_table(door: Door, open_screen: OpenScreen) -> None:
    window = open_screen()
    admit(door, "Jordi Puig")
    greeting, table = window.greeting, door.outcomes[-1].table
    assert greeting is not None
    assert (greeting.hello, greeting.name, greeting.number) == ("Hello!", "Jordi Puig", str(table))
    assert window.accessibleName() == f"Hello! Jordi Puig. Table {table}"


def test_the_given_name_may_be_all_that_is_shown(door: Door, open_screen: OpenScreen) -> None:
    window = open_screen()
    admit(door, "Jordi Puig")
    window.choose_names(given_only=True)
    assert window.greeting is not None
    assert window.greeting.name == "Jordi"
    assert "Puig" not in window.accessibleName()


def test_notes_and_diets_stay_at_the_door(door: Door, open_screen: OpenScreen) -> None:
    window = open_screen()
    admit(door, "Begoña Ibáñez")
    assert door.states[-1] in GREETED
    assert door.guest("Begoña Ibáñez").diet
    assert window.greeting is not None
    assert door.guest("Begoña Ibáñez").diet not in window.accessibleName()
    assert "note" not in window.accessibleName().lower()


def test_who_comes_back_is_greeted_again(door: Door, open_screen: OpenScreen) -> None:
    window = open_screen()
    admit(door, "Jordi Puig")
    admit(door, "Jordi Puig", Mode.EXIT)
    assert window.greeting is None
    admit(door, "Jordi Puig")
    assert door.states[-1] == State.WELCOME_BACK
    assert window.greeting is not None
    assert window.greeting.hello == "Hello again!"


@pytest.mark.parametrize("state", [state for state in State if state not in GREETED])
def test_no_other_answer_is_ever_shown(door: Door, state: State) -> None:
    admit(door, "Jordi Puig")
    outcome, book = door.outcomes[-1], door.bridge.book
    assert book is not None
    other = type(outcome)(type(outcome.decision)(state, guest_id=outcome.decision.guest_id), outcome.at, outcome.table)
    assert greet(other, book, Words("en")) is None


def test_a_refusal_makes_it_calm_at_once(door: Door, open_screen: OpenScreen) -> None:
    window = open_screen()
    admit(door, "Jordi Puig")
    admit(door, "Jordi Puig")
    assert door.states[-1] == State.ALREADY_IN
    assert window.greeting is None
    assert "Puig" not in window.accessibleName()


def test_a_ticket_held_a_moment_longer_changes_nothing(door: Door, open_screen: OpenScreen) -> None:
    window = open_screen()
    door.scan("Jordi Puig")
    greeting = window.greeting
    door.bridge.scan(door.code("Jordi Puig"), repeat=True)
    door.settle()
    assert door.states[-1] == State.SAME_SCAN
    assert window.greeting == greeting is not None


def test_it_follows_a_change_of_table(door: Door, open_screen: OpenScreen) -> None:
    window = open_screen()
    admit(door, "Jordi Puig")
    book, guest = door.bridge.book, door.guest("Jordi Puig")
    assert book is not None
    seated = book.table_of(guest.id)
    other = next(table for table in book.room() if table != seated)
    door.bridge.ask(lambda desk: desk.move([guest.id], other.id))
    door.settle()
    assert window.greeting is not None
    assert (window.greeting.table, window.greeting.number) == (other.id, str(other.number))


def test_an_arrival_that_is_taken_back_is_greeted_no_longer(door: Door, open_screen: OpenScreen) -> None:
    window = open_screen()
    admit(door, "Jordi Puig")
    door.bridge.take_back(door.guest("Jordi Puig").id)
    door.settle()
    assert window.greeting is None


def test_after_a_while_it_is_calm_again(door: Door, open_screen: OpenScreen, qtbot: QtBot) -> None:
    window = open_screen()
    assert window._calm_down.interval() == SHOWN == 12_000
    window._calm_down.setInterval(30)
    admit(door, "Jordi Puig")
    qtbot.waitUntil(lambda: window.greeting is None)
    door.bridge.changed.emit(door.outcomes[-1].change)
    assert window.greeting is None


def test_somebody_without_a_name_is_greeted_without_one(door: Door) -> None:
    admit(door, "Jordi Puig")
    outcome, book = door.outcomes[-1], door.bridge.book
    assert book is not None
    guest = door.guest("Jordi Puig")
    book.guests[guest.id] = type(guest)(
        **{field: getattr(guest, field) for field in guest.__slots__} | {"name": None, "email": "x@example.org"}
    )
    for given_only in (False, True):
        greeting = greet(outcome, book, Words("en"), given_only=given_only)
        assert greeting is not None
        assert greeting.name == ""
        assert "x@" not in greeting.spoken
        assert "example" not in greeting.spoken


def test_another_event_greets_nobody(door: Door, open_screen: OpenScreen) -> None:
    window = open_screen()
    admit(door, "Jordi Puig")
    door.bridge.opened.emit()
    assert window.greeting is None


def test_another_language_says_the_same_otherwise(door: Door, open_screen: OpenScreen) -> None:
    window = open_screen()
    admit(door, "Jordi Puig")
    window._t.switch("es")
    window.retranslate()
    assert window.greeting is not None
    assert window.accessibleName().endswith(f"Mesa {window.greeting.number}")


# --- what it looks like ---


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [(480, 320), (1280, 800), (1920, 1080), (800, 1280)])
def test_the_number_is_large_and_in_the_accent(
    door: Door, open_screen: OpenScreen, theme: Theme, size: tuple[int, int], dark: bool
) -> None:
    window = open_screen()
    theme.choose(dark=dark)
    window.resize(*size)
    calm = window.grab().toImage()
    admit(door, "Jordi Puig")
    shown = window.grab().toImage()
    accent = QColor(theme.palette.accent)
    theme.choose(dark=False)
    assert shown != calm
    left = range(0, size[0] // 2, 2)
    rows = [y for y in range(0, size[1], 2) if sum(shown.pixelColor(x, y) == accent for x in left) > 4]
    assert len(rows) * 2 > size[1] * 0.2


def plan_picture(door: Door, theme: Theme, here: GuestId | None) -> QImage:
    book = door.bridge.book
    assert book is not None
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.palette.surface))
    painter = QPainter(image)
    table = book.table_of(here) if here is not None else None
    plan = plan_of(book, 1.5)
    paint_plan(
        painter,
        QRectF(0, 0, 600, 400),
        plan,
        theme.palette,
        here=None if table is None else table.id,
        entrance="Entrance",
    )
    painter.end()
    return image


def test_the_plan_fills_the_table_of_the_guest_alone(door: Door, theme: Theme) -> None:
    admit(door, "Jordi Puig")
    book = door.bridge.book
    assert book is not None
    guest = door.guest("Jordi Puig")
    table = book.table_of(guest.id)
    picture = plan_picture(door, theme, guest.id)
    plan = plan_of(book, 1.5)
    scale, room = plan.scale(QRectF(0, 0, 600, 400)), plan.room
    filled = []
    for spot in plan.spots:
        chair = spot.outline.chairs[0]
        x = 300 + (spot.centre.x + chair.x - room.corner.x - room.size.width / 2) * scale
        y = 200 + (spot.centre.y + chair.y - room.corner.y - room.size.height / 2) * scale
        if picture.pixelColor(round(x), round(y)) == QColor(theme.palette.accent):
            filled.append(spot.id)
    assert table is not None
    assert filled == [table.id]
    assert plan_picture(door, theme, None) != picture


# --- where it is ---


def test_it_takes_no_keys_and_does_not_keep_the_program_open(open_screen: OpenScreen) -> None:
    window = open_screen()
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_on_a_single_screen_it_is_a_window_of_its_own(open_screen: OpenScreen) -> None:
    window = open_screen()
    assert window.isVisible()
    assert not window.isFullScreen()


def test_closing_it_is_told(open_screen: OpenScreen, qtbot: QtBot) -> None:
    window = open_screen()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_the_same_window_opens_again(open_screen: OpenScreen) -> None:
    window = open_screen()
    window.close()
    window.open_beside(QWidget())
    QApplication.processEvents()
    assert window.isVisible()


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from checkin.desk import Desk
from checkin.ui.bridge import Bridge
from checkin.ui.door.audience import AudienceWindow
from checkin.ui.shell.theme import Theme
from checkin.ui.tasks import Tasks
from checkin.words import Words

app = QApplication([])
tasks = Tasks()
desk = Desk.open(sys.argv[1], station="A")
door = QWidget()
door.show()
window = AudienceWindow(Bridge(desk, tasks), Theme(app), Words("en"))
window.open_beside(door)
app.processEvents()
print(door.screen().name(), window.screen().name(), window.isFullScreen(), window.width())
tasks.close()
desk.close()
"""


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([(0, 0, 1280, 800), (1280, 0, 1920, 1080)], "one two True 1920"),
        ([(0, 0, 1280, 800), (0, 0, 1280, 800)], "one one False 960"),
    ],
    ids=["beside each other", "mirrored"],
)
def test_with_a_second_screen_it_fills_that_one(
    tmp_path: Path, places: list[tuple[int, int, int, int]], expected: str
) -> None:
    screens = [
        dict(zip(("name", "x", "y", "width", "height", "dpr"), (name, *place, 1), strict=True))
        | {"logicalDpi": 96, "logicalBaseDpi": 96}
        for name, place in zip(("one", "two"), places, strict=True)
    ]
    configuration = tmp_path / "screens.json"
    configuration.write_text(json.dumps({"screens": screens}), "utf-8")
    told = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(tmp_path / "meal.db")],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={configuration}", "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert told.stdout.strip() == expected


def test_the_plan_shows_the_entrance_where_somebody_has_put_it() -> None:
    book = meal(seats=(4, 4))
    assert plan_of(book, 1.5).room.entrance.y > 0
    book.apply(set_landmarks(book, [Landmark(LandmarkKind.ENTRANCE, 900.0, -400.0, 250.0, 60.0)], Ids()))
    plan = plan_of(book, 1.5)
    assert (plan.room.entrance.x, plan.room.entrance.y) == (900.0, -400.0)
    assert plan.room.corner.y < -400
    assert plan.room.corner.x + plan.room.size.width > 900
    book.apply(set_landmarks(book, [], Ids()))
    assert not plan_of(book, 1.5).entered
