"""The line about badges on the door page: not there, calm, or amber with the reason."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from checkin.ui.printing.printers import PrinterTrouble, Why
from checkin.ui.printing.queue_line import QueueLine
from checkin.ui.shell.theme import Theme
from checkin.words import Words
from tests.ui.printing.conftest import ANA, JON, Finish, OpenQueue, Settle, arrive, tray


@pytest.fixture
def line(qtbot: QtBot, theme: Theme, t: Words) -> QueueLine:
    made = QueueLine(theme, t)
    qtbot.addWidget(made)
    made.resize(420, 60)
    return made


def test_the_line_is_there_only_while_badges_are_on_their_way(
    open_queue: OpenQueue, settle: Settle, finish: Finish, line: QueueLine
) -> None:
    queue = open_queue()
    line.follow(queue)
    assert not line.isVisible()
    printer = tray(queue)
    printer.ready.clear()
    arrive(queue, settle, ANA, JON)
    queue.add(ANA, asked=False)
    assert line.words.text() == "1 badge in the queue"
    queue.add(JON, asked=False)
    assert line.words.text() == "2 badges in the queue"
    assert line.isVisible()
    assert not line.amber
    assert not line.retry.isVisible()
    printer.ready.set()
    finish(queue)
    assert not line.isVisible()


def test_the_line_turns_amber_says_why_and_tries_again(
    open_queue: OpenQueue, settle: Settle, finish: Finish, line: QueueLine
) -> None:
    queue = open_queue()
    line.follow(queue)
    printer = tray(queue)
    printer.reason = PrinterTrouble("Dymo <b>", Why.GONE)
    arrive(queue, settle, ANA, JON)
    queue.add(ANA, asked=False)
    queue.add(JON, asked=False)
    finish(queue)
    assert line.amber
    assert line.words.text() == "Badge not printed: Ana Gil"
    assert line.reason.text() == "The printer “Dymo <b>” is not there. Is it on and plugged in? 1 waits behind it."
    assert "Ana Gil" in line.accessibleName()
    printer.reason = None
    line.retry.click()
    finish(queue)
    assert printer.taken == [ANA, JON]
    assert not line.isVisible()


def test_what_failed_can_be_given_up(open_queue: OpenQueue, settle: Settle, finish: Finish, line: QueueLine) -> None:
    queue = open_queue()
    line.follow(queue)
    printer = tray(queue)
    printer.reason = PrinterTrouble("Dymo", Why.GONE)
    arrive(queue, settle, ANA)
    queue.add(ANA, asked=False)
    finish(queue)
    assert line.give_up.accessibleName()
    line.give_up.click()
    assert not line.isVisible()
    assert printer.taken == []
