"""Starting and breaking: which event opens, what the log says and does not, what is told when a bug shows itself."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
)

from checkin.errors import NoSuchEvent, NotADatabase
from checkin.ui import app as program
from checkin.ui.libraries import missing_libraries
from checkin.ui.shell.crash import CrashDialog, Crashes, where
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.ui.shell.window import MainWindow
from checkin.words import Words

Open = Callable[..., MainWindow]


def test_the_last_event_opens_by_itself_and_one_of_several_is_chosen(tmp_path: Path, settings: Settings) -> None:
    address = str(tmp_path / "events.db")
    desk = program.open_desk(address, settings, None)
    assert desk.book is None
    first = desk.create_event("First", []).event_id
    desk.create_event("Second", [])
    desk.close()
    several = program.open_desk(address, settings, None)
    assert several.book is None
    several.close()
    settings.keep("event", str(first))
    last = program.open_desk(address, settings, None)
    assert last.book is not None
    assert last.book.event.name == "First"
    last.close()
    named = program.open_desk(address, settings, "Second")
    assert named.book is not None
    assert named.book.event.name == "Second"
    named.close()
    with pytest.raises(NoSuchEvent):
        program.open_desk(address, settings, "Third")


# --- when something breaks ---


def broken(name: str) -> BaseException:
    with pytest.raises(KeyError) as caught:
        dict[str, str]()[name]
    return caught.value


def test_a_bug_is_told_calmly_once_and_the_window_goes_on(
    open_window: Open, theme: Theme, t: Words, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    window = open_window(["Ana Gil"])
    crashes = Crashes(theme, t, tmp_path)
    crashes.window = window
    with caplog.at_level(logging.ERROR):
        crashes.tell(broken("Ana Gil"))
        crashes.tell(broken("Ana Gil"))
    dialogs = window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    assert not dialogs[0].isModal()
    dialogs[0]._copy.click()
    copied = QApplication.clipboard().text()
    assert "KeyError" in copied
    assert "Ana Gil" not in copied
    assert "Ana Gil" not in caplog.text
    dialogs[0].close()
    assert window.isEnabled()


def test_where_an_error_happened_names_lines_and_no_values() -> None:
    told = where(broken("Begoña Ibáñez"))
    assert told.splitlines()[-1] == "KeyError"
    assert "test_program.py:" in told
    assert "Begoña" not in told


def test_the_log_says_where_and_never_whom(tmp_path: Path) -> None:
    root = logging.getLogger()
    level = root.level
    faults = program.keep_log(tmp_path)
    try:
        logging.getLogger("checkin.test").error("guest %d", 7, exc_info=broken("Begoña Ibáñez"))
        told = (tmp_path / "sobremesa.log").read_text("utf-8")
    finally:
        program.close_log(faults)
        root.setLevel(level)
    assert "guest 7" in told
    assert "KeyError" in told
    assert "Begoña" not in told


def test_a_missing_library_is_named_with_its_package() -> None:
    lost = {"libxcb-cursor.so.0", "libEGL.so.1"}
    told = missing_libraries("linux", {"DISPLAY": ":0"}, lambda name: name not in lost)
    assert told == [("libEGL.so.1", "libegl1"), ("libxcb-cursor.so.0", "libxcb-cursor0")]
    without_screen = {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}
    assert missing_libraries("linux", without_screen, lambda name: name not in lost) == [("libEGL.so.1", "libegl1")]
    assert "PySide6" not in sys.modules["checkin.ui.libraries"].__dict__


START_AND_CLOSE = """
import subprocess
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from checkin.ui.app import application, run
application()
QTimer.singleShot(0, lambda: QTimer.singleShot(300, QApplication.closeAllWindows))
sys.exit(run(sys.argv[1], language="es"))
"""


def test_the_program_starts_with_nothing_and_closes_cleanly(tmp_path: Path, own_folders: Path) -> None:
    """In a process of its own, as a volunteer starts it."""
    address = tmp_path / "first.db"
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", START_AND_CLOSE, str(address)],
        capture_output=True, text=True, timeout=60, check=False, cwd=Path(program.__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    logs = [path.read_text("utf-8") for path in own_folders.rglob("sobremesa.log")]
    assert len(logs) == 1
    assert "started, version" in logs[0]
    assert logs[0].rstrip().endswith("closed")
    assert address.exists()


def test_a_database_that_cannot_be_opened_is_a_sentence_and_no_window(tmp_path: Path, settings: Settings) -> None:
    other = tmp_path / "holiday.jpg"
    other.write_bytes(b"\xff\xd8\xff\xe0 no database" * 100)
    with pytest.raises(NotADatabase):
        program.open_desk(str(other), settings, None)
