"""The ground every other test stands on: no network, folders of its own, one clock, and a machine that is complete."""

from __future__ import annotations

import locale
import os
import shutil
import socket
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication

import system_libraries


def test_no_test_reaches_another_machine() -> None:
    with socket.socket() as line, pytest.raises(AssertionError, match="a connection to"):
        line.connect(("192.0.2.1", 80))


def test_a_test_may_talk_to_its_own_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as line:
        line.connect(server.getsockname())


def test_settings_and_data_stay_in_the_folder_of_the_test(own_folders: Path) -> None:
    assert Path(platformdirs.user_data_dir("sobremesa")).is_relative_to(own_folders)
    assert Path(platformdirs.user_config_path("sobremesa")).is_relative_to(own_folders)
    assert Path.home() == own_folders or os.name == "nt"


def test_qt_too_keeps_its_settings_there(own_folders: Path) -> None:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    assert Path(place).is_relative_to(own_folders) or os.name == "nt"


def test_the_clock_on_the_wall_is_madrids() -> None:
    summer, winter = datetime(2026, 7, 1, 10, tzinfo=UTC), datetime(2026, 11, 21, 10, tzinfo=UTC)
    assert (summer.astimezone().hour, winter.astimezone().hour) == (12, 11)


def test_no_locale_decides_how_figures_are_written() -> None:
    assert locale.localeconv()["decimal_point"] == "."


@pytest.mark.usefixtures("qapp")
def test_windows_are_drawn_in_memory_unless_asked(request: pytest.FixtureRequest) -> None:
    shown = bool(request.config.getoption("--onscreen"))
    assert (QGuiApplication.platformName() == "offscreen") is not shown


def test_the_loader_finds_every_library_that_qt_is_linked_against() -> None:
    assert system_libraries.missing_packages(with_postgresql=True) == ([], [])


def test_a_part_of_qt_without_its_neighbours_is_found_missing_them(tmp_path: Path) -> None:
    qt = system_libraries.qt_folder()
    assert qt is not None
    alone = tmp_path / "Qt" / "plugins" / "platforms"
    alone.mkdir(parents=True)
    shutil.copy(qt / "plugins" / "platforms" / "libqoffscreen.so", alone)
    assert "libQt6Gui.so.6" in system_libraries.missing_libraries(tmp_path / "Qt")
