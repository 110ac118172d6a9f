"""Questions of an import that are told once, and sheets of a workbook that are read together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from checkin.ui.guests.page import GuestsPage
from tests.intake.tables_of_people import workbook
from tests.ui.test_importing import page

Step = Callable[[GuestsPage, Path], None]
Settle = Callable[[], None]


__all__ = ["page"]


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


def test_sheets_that_look_like_lists_are_ticked_and_read_together(
    page: GuestsPage, read_in: Step, settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook({
        "Confirmados": [["Nombre", "Correo"], ["Ana Gil", "a@example.org"], ["Eva Paz", "e@example.org"]],
        "Lista de espera": [["Nombre", "Correo"], ["Ana Gil", "a@example.org"]],
        "Resumen": [["Plazas", "40"]],
    }))  # fmt: skip
    read_in(page, path)
    boxes = page.pages.columns.sheets.boxes
    assert {name: (box.text(), box.isChecked()) for name, box in boxes.items()} == {
        "Confirmados": ("Confirmados · 2", True), "Lista de espera": ("Lista de espera · 1", False),
        "Resumen": ("Resumen", False),
    }  # fmt: skip
    boxes["Confirmados"].click()
    settle()
    assert boxes["Confirmados"].isChecked(), "one sheet is always read"
    boxes["Lista de espera"].setFocus()
    boxes["Lista de espera"].click()
    settle()
    assert QApplication.focusWidget() is boxes["Lista de espera"]
    page.pages.next.click()
    settle()
    assert "The same name and e-mail address as row 2 · Confirmados: Ana Gil" in told(page)
    assert "row 2\nLista de espera" in told(page)
    page.pages.next.click()
    settle()
    assert page._bridge.book is not None
    assert [one.standing.value for one in page._bridge.book.guests.values()] == ["coming", "coming", "not_confirmed"]
