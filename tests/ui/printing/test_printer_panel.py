"""The panel in which a laptop chooses its printer: it holds at once, is remembered, and tries itself out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from checkin.ui.printing.printer_panel import PrinterPanel, open_panel
from checkin.ui.printing.printers import LABELS, PrintChoice, PrinterTrouble, Why, remembered
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words
from tests.paper.reading import Reader
from tests.ui.printing.conftest import ANA, Finish, OpenQueue, Settle, arrive, tray


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def open_one(host: QWidget, theme: Theme, t: Words) -> Callable[[PrintChoice], PrinterPanel]:
    def opened(choice: PrintChoice) -> PrinterPanel:
        panel = PrinterPanel(host, theme, t, choice)
        panel.open_below(host)
        return panel

    return opened


def offered(combo: QComboBox) -> list[str]:
    return [combo.itemText(at) for at in range(combo.count())]


def pick(combo: QComboBox, words: str) -> None:
    combo.setCurrentText(words)
    combo.activated.emit(combo.currentIndex())


Opened = Callable[[PrintChoice], PrinterPanel]


def test_the_printers_that_are_there_and_a_folder_are_offered(open_one: Opened) -> None:
    panel = open_one(PrintChoice())
    panel.show_printers(["Brother", "Dymo"])
    assert offered(panel.where) == ["A folder of PDF files", "Brother", "Dymo"]
    assert panel.folder.isVisible()
    pick(panel.where, "Dymo")
    assert panel.choice.printer == "Dymo"
    assert not panel.folder.isVisible()


def test_a_printer_that_is_not_there_stays_chosen_and_is_told_so(open_one: Opened) -> None:
    panel = open_one(PrintChoice(printer="Dymo"))
    panel.show_printers(["Brother"])
    assert panel.where.currentText() == "Dymo (not there)"
    assert panel.where.currentData() == "Dymo"


def test_a_laptop_without_a_printer_says_where_badges_go(open_one: Opened) -> None:
    panel = open_one(PrintChoice())
    panel.show_printers([])
    assert panel.told.text() == "This laptop has no printer. Badges go to a folder as PDF files."


def test_only_single_labels_are_offered(open_one: Opened) -> None:
    panel = open_one(PrintChoice())
    assert [panel.label.itemData(at) for at in range(panel.label.count())] == list(LABELS)


def test_every_choice_holds_at_once_and_is_remembered(
    open_queue: OpenQueue, host: QWidget, settings: Settings, theme: Theme, t: Words, settle: Settle, finish: Finish
) -> None:
    queue = open_queue(on=False)
    panel = open_panel(host, queue, settings, theme, t)
    finish(queue)
    panel.on.setChecked(True)
    pick(panel.label, "Dymo 99014 · 101 × 54")
    assert queue.choice.on
    assert queue.choice.label == "dymo-99014"
    assert remembered(Settings(settings.path)) == queue.choice
    arrive(queue, settle, ANA)
    assert queue.add(ANA, asked=False) is not None


def test_another_folder_is_picked_and_used(
    open_queue: OpenQueue,
    host: QWidget,
    settings: Settings,
    theme: Theme,
    t: Words,
    finish: Finish,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    queue = open_queue()
    panel = open_panel(host, queue, settings, theme, t)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path / "elsewhere"))
    panel.pick.click()
    panel.test.click()
    finish(queue)
    assert queue.choice.folder == str(tmp_path / "elsewhere")
    made = list((tmp_path / "elsewhere").iterdir())
    assert [file.name for file in made] == ["001 guest-0.pdf"]
    assert "Sample" in Reader(made[0].read_bytes()).lines()
    assert panel.told.text() == "The test badge is on its way."


def test_a_test_that_fails_says_why_and_leaves_the_queue_alone(
    open_queue: OpenQueue, host: QWidget, settings: Settings, theme: Theme, t: Words, finish: Finish
) -> None:
    queue = open_queue()
    panel = open_panel(host, queue, settings, theme, t)
    tray(queue).reason = PrinterTrouble("Dymo", Why.STOPPED)
    panel.test.click()
    finish(queue)
    assert panel.told.text().startswith("The printer “Dymo” has stopped.")
    assert (queue.failed, queue.paused) == ([], False)


def test_an_answer_that_comes_after_the_panel_is_gone_hurts_nobody(
    open_queue: OpenQueue, host: QWidget, settings: Settings, theme: Theme, t: Words, finish: Finish, qtbot: QtBot
) -> None:
    queue = open_queue()
    printer = tray(queue)
    printer.ready.clear()
    panel = open_panel(host, queue, settings, theme, t)
    panel.test.click()
    panel.close()
    qtbot.waitUntil(lambda: not isValid(panel))
    printer.ready.set()
    finish(queue)
    assert printer.taken == [0]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_control_has_a_name_and_no_word_is_cut(host: QWidget, theme: Theme, language: str) -> None:
    panel = PrinterPanel(host, theme, Words(language), PrintChoice())
    panel.show_printers([])
    panel.open_below(host)
    for kind in (QCheckBox, QComboBox, QPushButton):
        for control in panel.findChildren(kind):
            assert control.accessibleName()
            assert control.sizeHint().width() <= control.width() + 1
    panel.close()
