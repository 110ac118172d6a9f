"""An import in three steps: nothing is written before the last, and every choice on the way counts."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from checkin.book import Book
from checkin.desk.exports import What
from checkin.ui.bridge import Bridge
from checkin.ui.guests.page import GuestsPage
from checkin.ui.guests.pasting import pasted
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

SAMPLES = Path(__file__).parents[1] / "data" / "samples"

Step = Callable[[GuestsPage, Path], None]
Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, t: Words, settings: Settings, open_bridge: Callable[..., Bridge]) -> GuestsPage:
    opened = GuestsPage(open_bridge([]), theme, t, settings)
    qtbot.addWidget(opened)
    opened.resize(1024, 700)
    opened.show()
    return opened


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def written(*lines: str, name: str = "list.csv") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return written


def book(page: GuestsPage) -> Book:
    assert page._bridge.book is not None
    return page._bridge.book


def go_on(page: GuestsPage, settle: Settle) -> None:
    page.pages.next.click()
    settle()


def told(page: GuestsPage) -> str:
    return "\n".join(label.text() for label in page.pages.preview.findChildren(QLabel) if label.isVisible())


def names(page: GuestsPage) -> list[str | None]:
    return [guest.name for _, guest in sorted(book(page).guests.items())]


def test_each_column_has_three_values_a_guess_and_its_reason(page: GuestsPage, read_in: Step) -> None:
    read_in(page, SAMPLES / "excel_lista_cp1252.csv")
    columns = page.pages.columns
    said = [label.text() for label in columns.findChildren(QLabel)]
    at = said.index("Correo electrónico")
    assert "anna.schafer.1@example.es" in said
    assert columns.boxes["Correo electrónico"].currentData() == "email"
    assert "from the name of the column" in said[at:]
    assert not book(page).guests


def test_a_column_that_was_guessed_wrong_is_pointed_elsewhere_and_remembered_for_the_next_file(
    page: GuestsPage, read_in: Step, settle: Settle, qtbot: QtBot, write: Callable[..., Path]
) -> None:
    read_in(page, write("Nombre,Correo,Empresa,Equipo", "Ana Gil,ana@example.org,Norte,Sur"))
    box = page.pages.columns.boxes["Equipo"]
    box.setCurrentIndex(box.findData("company"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: page._bridge.tasks.idle)
    assert page.pages.columns.boxes["Empresa"].currentData() == ""
    go_on(page, settle)
    go_on(page, settle)
    (ana,) = book(page).guests.values()
    assert (ana.company, "Norte" in ana.answers) == ("Sur", True)
    read_in(page, write("Correo,Nombre,Equipo,Empresa", "jon@example.org,Jon Rey,Este,Oeste", name="later.csv"))
    assert page.pages.columns.boxes["Equipo"].currentData() == "company"
    assert "as you said for an earlier file" in [label.text() for label in page.pages.columns.findChildren(QLabel)]


def test_another_sheet_of_a_workbook_is_read_when_chosen(page: GuestsPage, read_in: Step, qtbot: QtBot) -> None:
    read_in(page, SAMPLES / "pretix_orders.xlsx")
    sheet = page.pages.columns.sheet
    assert [sheet.itemText(at) for at in range(sheet.count())] == ["Orders", "Order positions", "Order fees"]
    assert sheet.currentText() == "Order positions"
    sheet.textActivated.emit("Orders")
    qtbot.waitUntil(lambda: page._bridge.tasks.idle)
    assert page.pages.read is not None
    assert page.pages.read.sheet == "Orders"


def test_before_anything_is_written_it_says_what_changes_from_what_to_what(
    page: GuestsPage, take_in: Step, read_in: Step, settle: Settle, write: Callable[..., Path]
) -> None:
    header = "Nombre,Correo,Empresa"
    take_in(page, write(header, "Ana Gil,ana@example.org,Norte", "Jon Rey,jon@example.org,Este"))
    seq = page._bridge.can.undo
    read_in(page, write(header, "Ana Gil,ana@example.org,Sur", "Eva Paz,eva@example.org,", name="newer.csv"))
    go_on(page, settle)
    assert "Company: Norte → Sur" in told(page)
    assert "Not on this list · 1" in told(page)
    assert page.pages.preview.gone.isChecked()
    assert page._bridge.can.undo == seq
    go_on(page, settle)
    jon = next(guest for guest in book(page).guests.values() if guest.name == "Jon Rey")
    assert page.model.index(page.model.row_of(jon.id) or 0, 6).data() == "Not on the list"
    page.importing._undo.click()
    settle()
    assert names(page) == ["Ana Gil", "Jon Rey"]
    assert {guest.company for guest in book(page).guests.values()} == {"Norte", "Este"}


def test_the_same_file_again_offers_nothing_to_write(
    page: GuestsPage, take_in: Step, read_in: Step, settle: Settle
) -> None:
    take_in(page, SAMPLES / "google_forms_es.csv")
    everything = list(book(page).everything())
    read_in(page, SAMPLES / "google_forms_es.csv")
    go_on(page, settle)
    assert page.pages.next.text() == "Close"
    go_on(page, settle)
    assert list(book(page).everything()) == everything


def test_a_missing_name_is_typed_and_a_line_left_out_before_anything_is_written(
    page: GuestsPage, read_in: Step, settle: Settle, qtbot: QtBot, write: Callable[..., Path]
) -> None:
    read_in(
        page, write("Nombre,Correo,Código", ",,T-1234567", "??? Gil,x@example.org,T-2", "Eva Paz,eva arroba paz,T-3")
    )
    go_on(page, settle)
    fields = {field.accessibleName(): field for field in page.pages.preview.findChildren(QLineEdit)}
    fields["Name for row 2"].textEdited.emit("Ana Gil")
    fields["Name for row 3"].textEdited.emit("Zoé Gil")
    qtbot.waitUntil(lambda: len(page.pages.preview.amendments.names) == 2)
    settle()
    boxes = [box for box in page.pages.preview._scroll.findChildren(QCheckBox) if box.text() == "Leave out"]
    boxes[-1].click()
    settle()
    go_on(page, settle)
    assert names(page) == ["Ana Gil", "Zoé Gil"]


def test_copied_rows_of_a_spreadsheet_are_pasted(page: GuestsPage, settle: Settle, qtbot: QtBot) -> None:
    copied = QMimeData()
    copied.setText("Nombre\tCorreo\nAna Gil\tana@example.org\n")
    rows = pasted(copied)
    assert rows is not None
    page.take_in(rows)
    assert page.pages.title == "Pasted from a spreadsheet"
    qtbot.waitUntil(lambda: page._bridge.tasks.idle)
    go_on(page, settle)
    go_on(page, settle)
    assert names(page) == ["Ana Gil"]


def test_a_word_that_was_copied_is_no_list() -> None:
    copied = QMimeData()
    copied.setText("Ana Gil")
    assert pasted(copied) is None


def test_cancelling_while_a_long_file_is_read_stops_and_writes_nothing(
    page: GuestsPage, qtbot: QtBot, write: Callable[..., Path]
) -> None:
    page.take_in(write("Nombre,Correo", *(f"Ana {n} Gil,a{n}@example.org" for n in range(30_000))))
    page.pages.cancel.click()
    assert page.empty.isVisible()
    qtbot.waitUntil(lambda: page._bridge.tasks.idle, timeout=20_000)
    assert page.pages.read is None
    assert not book(page).guests


def test_the_window_answers_while_a_long_file_is_read(
    page: GuestsPage, qtbot: QtBot, write: Callable[..., Path]
) -> None:
    turns: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(time.perf_counter()))
    path = write("Nombre,Correo", *(f"Ana {n} Gil,a{n}@example.org" for n in range(5_000)))
    timer.start(0)
    page.take_in(path)
    qtbot.waitUntil(lambda: page.pages.read is not None, timeout=20_000)
    timer.stop()
    assert max(after - before for before, after in pairwise(turns)) < 0.5


def test_what_goes_out_is_chosen_and_written(page: GuestsPage, take_in: Step, settle: Settle, tmp_path: Path) -> None:
    take_in(page, SAMPLES / "google_forms_es.csv")
    assert len(page.out.build_menu().actions()) == len(What)
    page.out.write(tmp_path / "all.xlsx", What.ALL)
    settle()
    assert (tmp_path / "all.xlsx").stat().st_size > 1000
    assert "all.xlsx" in page.out.toolTip()


def test_another_list_shows_its_own_people_even_while_the_cursor_is_where_a_name_was_to_be_typed(
    page: GuestsPage, read_in: Step, settle: Settle, qtbot: QtBot, write: Callable[..., Path]
) -> None:
    read_in(page, write("Nombre,Correo,Código", ",,T-1234567", "??? Gil,x@example.org,T-2"))
    go_on(page, settle)
    page.pages.preview.findChildren(QLineEdit)[0].setFocus()
    page.pages.leave()
    read_in(
        page, write("Nombre,Correo,Código", "Jon Rey,jon@example.org,T-9", ",zoe@example.org,T-8", name="other.csv")
    )
    go_on(page, settle)
    assert "Without a name · 1" in told(page)
    assert "zoe@example.org" in told(page)
    assert "??? Gil" not in told(page)
    fields = {field.accessibleName(): field for field in page.pages.preview.findChildren(QLineEdit)}
    fields["Name for row 3"].textEdited.emit("Zoé Gil")
    qtbot.waitUntil(lambda: len(page.pages.preview.amendments.names) == 1)
    settle()
    go_on(page, settle)
    assert names(page) == ["Jon Rey", "Zoé Gil"]


def test_a_column_given_back_gives_the_other_one_back_too(
    page: GuestsPage, read_in: Step, qtbot: QtBot, write: Callable[..., Path]
) -> None:
    read_in(page, write("Nombre,Correo,Sector,Observaciones", "Ana Gil,ana@example.org,Moda,Silla de ruedas"))
    boxes = page.pages.columns.boxes
    before = {header: box.currentData() for header, box in boxes.items()}
    for field in ("note", "sector"):
        box = page.pages.columns.boxes["Sector"]
        box.setCurrentIndex(box.findData(field))
        box.activated.emit(box.currentIndex())
        qtbot.waitUntil(lambda: page._bridge.tasks.idle)
    assert {header: box.currentData() for header, box in page.pages.columns.boxes.items()} == before


def test_the_numbers_over_the_lists_are_those_on_the_left(
    page: GuestsPage, read_in: Step, settle: Settle, write: Callable[..., Path]
) -> None:
    rows = ("Ana Gil,ana@example.org,Sí,2", "Jon Rey,jon@example.org,No,", ",zoe@example.org,Sí,")
    read_in(page, write("Nombre,Correo,Asistirá,Acompañantes", *rows))
    go_on(page, settle)
    assert page.pages.plan is not None
    assert page.pages.plan.added == 1
    assert "New · 1" in told(page)
    assert "Without a name · 1" in told(page)
    assert "Not expected · 1" in told(page)


DOUBLE = ("Nombre,Correo,Empresa,Teléfono", "Ana López,a@example.org,Norte,", "Ana Lopez,a@example.org,,600123123")


def answer(page: GuestsPage, place: int, settle: Settle) -> None:
    """Choose an answer to the first question about a double."""
    box = page.pages.preview._scroll.findChildren(QComboBox)[0]
    box.setCurrentIndex(place)
    box.activated.emit(place)
    settle()


def test_a_double_within_a_list_is_asked_about_and_stays_two_people_unless_somebody_says_so(
    page: GuestsPage, read_in: Step, settle: Settle, write: Callable[..., Path]
) -> None:
    read_in(page, write(*DOUBLE))
    go_on(page, settle)
    assert "The same person twice on the list? · 1" in told(page)
    assert "The same name and e-mail address as row 2: Ana López · Norte · a@example.org" in told(page)
    go_on(page, settle)
    assert names(page) == ["Ana López", "Ana Lopez"]


def test_two_rows_that_are_one_person_are_one_registration_and_the_same_list_needs_no_answer_again(
    page: GuestsPage, read_in: Step, settle: Settle, write: Callable[..., Path]
) -> None:
    read_in(page, write(*DOUBLE))
    go_on(page, settle)
    answer(page, 1, settle)
    assert page.pages.plan is not None
    assert (page.pages.plan.added, page.pages.plan.joined) == (1, ((3, 2),))
    assert "Row 2 counts; what it lacks is taken from this one." in told(page)
    go_on(page, settle)
    (ana,) = book(page).guests.values()
    assert (ana.name, ana.company, ana.phone) == ("Ana López", "Norte", "600123123")
    read_in(page, write(*DOUBLE, name="again.csv"))
    go_on(page, settle)
    assert page.pages.next.text() == "Close"
    assert "The same person twice" not in told(page)


def test_an_answer_about_a_double_is_taken_back_by_another_and_keeps_the_keyboard(
    page: GuestsPage, read_in: Step, settle: Settle, write: Callable[..., Path]
) -> None:
    read_in(page, write(*DOUBLE))
    go_on(page, settle)
    page.pages.preview._scroll.findChildren(QComboBox)[0].setFocus()
    answer(page, 1, settle)
    within = QApplication.focusWidget()
    assert within is page.pages.preview._scroll.findChildren(QComboBox)[0]
    answer(page, 0, settle)
    assert page.pages.plan is not None
    assert (page.pages.plan.added, page.pages.plan.joined) == (2, ())


def test_who_was_said_to_be_two_people_is_not_asked_about_again(
    page: GuestsPage, read_in: Step, take_in: Step, settle: Settle, write: Callable[..., Path]
) -> None:
    take_in(page, write(*DOUBLE))
    read_in(page, write(*DOUBLE, name="again.csv"))
    go_on(page, settle)
    assert page.pages.next.text() == "Close"
    assert "The same person twice" not in told(page)


def test_what_a_word_of_the_status_means_is_said_on_the_columns_page_and_remembered(
    page: GuestsPage, read_in: Step, settle: Settle, qtbot: QtBot, write: Callable[..., Path]
) -> None:
    rows = ("Nombre,Correo,Estado", "Ana Gil,ana@example.org,Pendiente", "Jon Rey,jon@example.org,confirmado")
    read_in(page, write(*rows))
    choice = page.pages.columns.findChild(QComboBox, "status Pendiente")
    assert choice is not None
    assert (choice.currentText(), choice.accessibleName()) == ("Waiting", "1 row: “Pendiente”")
    choice.setFocus()
    choice.setCurrentIndex(choice.findData("coming"))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: page._bridge.tasks.idle)
    again = QApplication.focusWidget()
    assert isinstance(again, QComboBox)
    assert (again.objectName(), again.currentText()) == ("status Pendiente", "Coming")
    go_on(page, settle)
    go_on(page, settle)
    assert [str(guest.standing) for guest in book(page).guests.values()] == ["coming", "coming"]
    read_in(page, write(*rows, "Eva Paz,eva@example.org,PENDIENTE", name="later.csv"))
    assert page.pages.read is not None
    assert [str(one.standing) for one in page.pages.read.registrations] == ["coming"] * 3
    assert "The same columns as in an earlier file" in page.pages.columns._note.text()


def test_what_came_of_a_list_names_who_stands_on_the_rows_it_tells_of(
    page: GuestsPage, take_in: Step, write: Callable[..., Path]
) -> None:
    many = [f"Persona {chr(65 + n)} Gil,p{n}@example.org,quizás" for n in range(10)]
    rows = ("Ana Gil,ana@example.org,no", "Jon Rey,jon@example.org,sí", "Jon Rey,jon@example.org,sí", *many, ",,5")
    take_in(page, write("Nombre,Correo,Asistirá", *rows))
    lines = [label.text() for label in page.importing._told.findChildren(QLabel)]
    assert lines[lines.index("no") + 1] == "row 2 · Ana Gil"
    assert lines[lines.index("the same line twice") + 1] == "row 4 · Jon Rey"
    named = lines[lines.index("10 · quizás") + 1].splitlines()
    assert (named[0], named[-1]) == ("row 5 · Persona A Gil", "and 2 more")
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QLabel) and one.isVisible()]


def test_who_is_left_out_of_a_list_is_named_before_it_goes_in(
    page: GuestsPage, read_in: Step, settle: Settle, write: Callable[..., Path]
) -> None:
    read_in(page, write("Nombre,Correo", "Jon Rey,jon@example.org", "Jon Rey,jon@example.org", "Total,1"))
    go_on(page, settle)
    assert "Jon Rey – the same line twice" in told(page)


def test_a_field_that_another_column_takes_is_told_and_given_back(
    page: GuestsPage, read_in: Step, qtbot: QtBot, write: Callable[..., Path]
) -> None:
    read_in(page, write("Nombre,Correo,Empresa,Equipo", "Ana Gil,ana@example.org,Norte,Sur"))
    columns = page.pages.columns
    assert not columns.notice.isVisible()

    def choose(header: str, field: str) -> None:
        box = columns.boxes[header]
        box.setCurrentIndex(box.findData(field))
        box.activated.emit(box.currentIndex())
        qtbot.waitUntil(lambda: page._bridge.tasks.idle)

    choose("Equipo", "sector")
    assert not columns.notice.isVisible()
    before = {header: box.currentData() for header, box in columns.boxes.items()}
    choose("Equipo", "company")
    assert columns.notice.isVisible()
    assert columns.notice.words.text() == "Company was column “Empresa”; it is now column “Equipo”."
    columns.notice.back.setFocus()
    QTest.keyClick(columns.notice.back, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page._bridge.tasks.idle)
    assert {header: box.currentData() for header, box in columns.boxes.items()} == before
    assert not columns.notice.isVisible()
    choose("Equipo", "company")
    read_in(page, write("Nombre,Correo", "Ana Gil,ana@example.org", name="other.csv"))
    assert not columns.notice.isVisible()
