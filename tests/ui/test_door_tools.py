"""What is behind the door's second button: modes, command cards, companions, the camera, the rehearsal."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from checkin.book import Book
from checkin.commands import Command, seal_of, spelled
from checkin.desk.outcomes import Outcome
from checkin.desk.settings import rehearsing
from checkin.door import State
from checkin.model import Mode
from checkin.ui.bridge import Bridge
from checkin.ui.guests.page import GuestsPage
from checkin.ui.printing.printers import PrintChoice
from checkin.ui.shell.window import MainWindow

PEOPLE = ["Ana Gil", "Jon Rey", "Begoña Ibáñez", "Łukasz Wójcik"]


class Door:
    """A window at the door, and what it has said."""

    def __init__(self, window: MainWindow, settle: Callable[[], None]) -> None:
        """Hear what is decided."""
        self.window, self.settle = window, settle
        self.bridge: Bridge = window.door._bridge
        self.outcomes: list[Outcome] = []
        self.bridge.decided.connect(self.outcomes.append)

    @property
    def book(self) -> Book:
        assert self.bridge.book is not None
        return self.bridge.book

    def code(self, person: int) -> str:
        return self.book.our_code(sorted(self.book.guests)[person])

    def show(self, *texts: str) -> None:
        """Scan in one go, as fast as they come."""
        for text in texts:
            self.window.door.queue.add(text)
        self.settle()

    def card(self, command: Command) -> str:
        return spelled(command, seal_of(self.book.event.seed))

    @property
    def states(self) -> list[State]:
        return [outcome.decision.state for outcome in self.outcomes]


@pytest.fixture
def door(open_window: Callable[..., MainWindow], settle: Callable[[], None]) -> Door:
    return Door(open_window(PEOPLE), settle)


def test_a_command_card_is_obeyed_in_its_place_among_the_scans(door: Door) -> None:
    door.show(
        door.code(0), door.card(Command.EXIT), door.code(0), door.card(Command.VERIFY), door.code(1),
        door.card(Command.ENTRY), door.code(1), door.code(0),
    )  # fmt: skip
    assert door.states == [State.WELCOME, State.LEFT, State.VERIFIED, State.WELCOME, State.WELCOME_BACK]


def test_the_undo_card_takes_the_last_arrival_back(door: Door) -> None:
    door.show(door.code(0), door.code(1))
    door.show(door.card(Command.UNDO))
    assert [door.book.guests[guest_id].arrived for guest_id in sorted(door.book.guests)] == [True, False, False, False]


def test_another_events_card_is_no_command(door: Door) -> None:
    door.show(spelled(Command.EXIT, seal_of("11" * 32)))
    assert door.window.door.queue.mode is Mode.ENTRY
    assert door.states == [State.NOT_ON_LIST]


def test_a_mode_other_than_entry_is_said_in_the_head(door: Door) -> None:
    header = door.window.door.header
    assert not header.mode.isVisible()
    door.window.door.tools.choose_mode(Mode.EXIT)
    assert header.mode.isVisible()
    assert "Exit" in header.mode.text()
    door.window.door.tools.choose_mode(Mode.ENTRY)
    assert not header.mode.isVisible()


def test_the_menu_says_which_mode_is_on_and_changes_it(door: Door) -> None:
    actions = door.window.door.tools.build_menu().actions()
    assert [action.isChecked() for action in actions[:3]] == [True, False, False]
    actions[2].trigger()
    assert door.window.door.queue.mode is Mode.VERIFY


def test_companions_come_in_with_one_key(
    open_window: Callable[..., MainWindow],
    settle: Callable[[], None],
    take_in: Callable[[GuestsPage, Path], None],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("list") / "list.csv"
    path.write_text("Nombre,Correo electrónico,Nombre del acompañante\nAna Gil,ana@example.org,Jon Rey\n", "utf-8")
    window = open_window([])
    take_in(window.guests, path)
    door = Door(window, settle)
    window.show_page("door")
    assert sorted(guest.name or "" for guest in door.book.guests.values()) == ["Ana Gil", "Jon Rey"]
    door.show(door.code(0))
    QTest.keyClick(window, Qt.Key.Key_F7)
    settle()
    assert door.states == [State.WELCOME, State.WELCOME]
    assert all(door.book.table_of(guest_id) is not None for guest_id in door.book.guests)
    QTest.keyClick(window, Qt.Key.Key_F7)
    settle()
    assert len(door.outcomes) == 2


def test_a_rehearsal_shows_on_every_page_and_is_cleared_in_one_act(door: Door) -> None:
    band = door.window.rehearsal
    door.show(door.code(0))
    assert not band.isVisible()
    door.window.door.tools.begin_rehearsal()
    door.settle()
    assert rehearsing(door.book) is not None
    for page in ("door", "guests", "tables", "print"):
        door.window.show_page(page)
        assert band.isVisible()
    door.window.show_page("door")
    door.show(door.code(1), door.code(2))
    door.bridge.walk_in("Somebody Else")
    door.settle()
    assert door.book.arrived == 4
    band.clear.click()
    door.settle()
    assert door.book.arrived == 4, "a first press only asks"
    band.clear.click()
    door.settle()
    assert not band.isVisible()
    assert [guest.name for guest in door.book.guests.values() if guest.arrived] == ["Ana Gil"]
    assert len(door.book.guests) == len(PEOPLE)


def test_without_a_camera_the_door_says_so_and_goes_on(door: Door) -> None:
    QTest.keyClick(door.window, Qt.Key.Key_F3)
    door.settle()
    tools = door.window.door.tools
    assert tools.place.isVisible()
    assert "amera" in door.window.door.header.camera.text()
    door.show(door.code(0))
    assert door.states == [State.WELCOME]


def test_a_locked_window_shows_the_door_alone_and_takes_scans(door: Door) -> None:
    window = door.window
    door.bridge.ask(lambda desk: desk.set_pin("246810"))
    door.settle()
    window.show_page("tables")
    window.locking.toggle(window.rail.lock)
    door.settle()
    assert window.lock.is_locked
    assert window.page == "door"
    assert [key for key, button in window.rail.pages.items() if button.isVisible()] == ["door"]
    for key in ("guests", "tables", "print", "events"):
        window.show_page(key)
        assert window.page == "door"
    door.show(door.code(0))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    door.settle()
    assert door.book.arrived == 1
    door.bridge.ask(lambda desk: desk.check_pin("246810"), window.locking._answered)
    door.settle()
    assert not window.lock.is_locked
    window.show_page("tables")
    assert window.page == "tables"


def test_the_staff_card_locks_and_asks(door: Door) -> None:
    door.bridge.ask(lambda desk: desk.set_pin("246810"))
    door.settle()
    door.show(door.card(Command.STAFF))
    assert door.window.lock.is_locked
    door.window.door.queue._last = ("", 0.0)  # later than the moment in which one card is one scan
    door.show(door.card(Command.STAFF))
    assert door.window.locking.prompt is not None


@pytest.fixture
def cancelled(open_window: Callable[..., MainWindow], settle: Callable[[], None]) -> Door:
    """A door before which somebody stands whose ticket was cancelled; the event has a PIN."""
    window = open_window([("Ana Gil", "", "", "", "cancelled"), ("Jon Rey",)])
    door = Door(window, settle)
    door.bridge.ask(lambda desk: desk.set_pin("246810"))
    settle()
    return door


def test_only_the_pin_lets_a_cancelled_guest_in_and_the_card_asks_for_it(cancelled: Door) -> None:
    door, card = cancelled, cancelled.window.door.card
    door.show(door.code(0))
    assert door.states == [State.CANCELLED]
    QTest.keyClick(door.window, Qt.Key.Key_F7)
    assert card.line.isVisible()
    card.line.setText("111111")
    card._entered()
    door.settle()
    assert door.states == [State.CANCELLED]
    assert card.line.text() == ""
    card.line.setText("246810")
    card._entered()
    door.settle()
    assert door.states == [State.CANCELLED, State.WELCOME]
    assert door.outcomes[-1].decision.overruled == (State.CANCELLED,)


def test_a_scan_is_taken_while_the_card_asks_for_the_pin(cancelled: Door) -> None:
    door = cancelled
    door.show(door.code(0))
    QTest.keyClick(door.window, Qt.Key.Key_F7)
    door.show(door.code(1))
    assert door.states == [State.CANCELLED, State.WELCOME]


def test_a_badge_prints_by_itself_once_and_again_when_asked(door: Door, tmp_path: Path) -> None:
    badging = door.window.door.tools.badging
    badging.queue.use(PrintChoice(on=True, folder=str(tmp_path / "badges")))
    door.show(door.code(0), door.code(0))
    badges = wait_for_badges(door, tmp_path / "badges", 1)
    QTest.keyClick(door.window, Qt.Key.Key_F5)
    door.settle()
    assert len(wait_for_badges(door, tmp_path / "badges", 2)) == 2
    assert badges[0].read_bytes().startswith(b"%PDF")
    assert door.book.guests[min(door.book.guests)].badge_printed_at is not None


def wait_for_badges(door: Door, folder: Path, count: int) -> list[Path]:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        door.settle()
        found = sorted(folder.glob("*.pdf")) if folder.is_dir() else []
        if len(found) >= count and not door.window.door.tools.badging.queue.waiting:
            return found
    raise AssertionError(count)


def test_esc_answers_an_open_question_with_no(
    open_window: Callable[..., MainWindow], settle: Callable[[], None]
) -> None:
    door = Door(open_window([("Ana Gil", "", "", "", "unpaid"), ("Jon Rey",)]), settle)
    page = door.window.door
    door.show(door.code(0), door.code(1))
    assert page.side.resume.isVisible()
    QTest.keyClick(door.window, Qt.Key.Key_F4)
    assert page.outcome is not None
    assert page.outcome.decision.state in (State.UNPAID, State.NOT_CONFIRMED)
    page._question_left()
    assert page.outcome is None
    assert not page.side.resume.isVisible()
    assert door.book.arrived == 1


def test_undo_shows_whose_arrival_it_took_back(door: Door) -> None:
    page = door.window.door
    door.show(door.code(0), door.code(1), door.code(0))
    assert page.card.view is not None
    assert page.card.view.name == "Ana Gil"
    QTest.keyClick(door.window, Qt.Key.Key_F8)
    door.settle()
    assert page.card.view.name == "Jon Rey"
    assert page.card.view.word == "Taken back"


def test_somebody_who_left_is_not_said_to_be_in(door: Door) -> None:
    page = door.window.door
    door.show(door.code(0), door.card(Command.EXIT), door.code(0))
    page.queue._last = ("", 0.0)
    door.show(door.code(0))
    assert door.states[-1] is State.VERIFIED
    assert page.card.view is not None
    assert "Out since" in page.card.view.panel.heading
