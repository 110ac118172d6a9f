"""Questions of an import that are told once, and sheets of a workbook that are read together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from checkin.ui.bridge import Bridge
from checkin.ui.guests.page import GuestsPage
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

Step = Callable[[GuestsPage, Path], None]
Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, t: Words, settings: Settings, open_bridge: Callable[..., Bridge]) -> GuestsPage:
    opened = GuestsPage(open_bridge([]), theme, t, settings)
    qtbot.addWidget(opened)
    opened.resize(1024, 700)
    opened.show()
    return opened


def told(page: GuestsPage) -> str:
    return "\n".join(label.text() for label in page.pages.preview.findChildren(QLabel) if label.isVisible())


def test_a_double_is_told_once(page: GuestsPage, read_in: Step, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Nombre,Correo,Empresa,Teléfono\nAna López,a@example.org,Norte,\nAna Lopez,a@example.org,,600123123\n"
        "Eva Paz,e@example.org,,\nLeo Gil,e@example.org,,\n",
        "utf-8",
    )
    read_in(page, path)
    page.pages.next.click()
    settle()
    assert "The same person twice on the list? · 2" in told(page)
    assert "Worth a look" not in told(page)
