"""Where a badge goes: what a printer is given, what is not there, and what this laptop remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from checkin.badges import Printed
from checkin.paper.sheets import SHEETS
from checkin.ui.printing.printers import (
    LABELS,
    Folder,
    LabelPrinter,
    PrintChoice,
    PrinterTrouble,
    Why,
    accepting,
    destination,
    lay,
    paint,
    printers,
    remember,
    remembered,
    trouble,
)
from checkin.ui.shell.settings import Settings
from checkin.words import Words
from tests.paper.reading import Reader
from tests.ui.printing.conftest import ANA, Finish, OpenQueue, Settle, arrive

pytestmark = pytest.mark.usefixtures("qapp")


# --- the printer ---


def test_a_label_goes_through_the_printer_with_its_short_edge_first_and_no_margin(tmp_path: Path) -> None:
    for name in LABELS:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{name}.pdf"))
        printer.setResolution(300)
        label = SHEETS[name]
        lay(printer, label)
        room = printer.pageLayout().fullRectPixels(300)
        assert (room.width(), room.height()) == pytest.approx([edge / 25.4 * 300 for edge in label.page], abs=300 / 72)
        paper = printer.pageLayout().pageSize().sizePoints()
        assert paper.width() <= paper.height()
        assert printer.pageLayout().paintRect() == printer.pageLayout().fullRect()


@pytest.mark.parametrize("dots", [False, True])
@pytest.mark.parametrize("dpi", [203, 300, 1200])
def test_what_a_printer_gets_is_the_badge_and_its_code_reads(
    open_queue: OpenQueue, settle: Settle, finish: Finish, folder: Path, tmp_path: Path, dpi: int, dots: bool
) -> None:
    queue = open_queue()
    arrive(queue, settle, ANA)
    queue.add(ANA, asked=False)
    finish(queue)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "device.pdf"))
    printer.setResolution(dpi)
    lay(printer, SHEETS["90x54"])
    assert paint((folder / "001 guest-1.pdf").read_bytes(), printer, dots=dots)
    read = Reader((tmp_path / "device.pdf").read_bytes())
    book = queue._bridge.book
    assert book is not None
    assert read.document.pageCount() == 1
    size = read.document.pagePointSize(0)
    assert sorted((size.width(), size.height())) == pytest.approx([54 / 25.4 * 72, 90 / 25.4 * 72], abs=1)
    assert read.codes(0, dpi) == [book.our_code(ANA)]


def test_a_printer_that_is_not_there_takes_nothing() -> None:
    assert "A printer that was unplugged" not in printers()
    with pytest.raises(PrinterTrouble) as refusal:
        LabelPrinter("A printer that was unplugged", SHEETS["90x54"]).put(Printed(b"", 1, 1), ANA)
    assert refusal.value.why is Why.GONE
    assert QPrinterInfo.printerInfo("A printer that was unplugged").isNull()


def test_a_system_that_cannot_be_asked_is_taken_to_accept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert accepting("Dymo")


# --- what is remembered on this laptop ---


def test_the_choice_is_remembered_on_this_laptop(settings: Settings, folder: Path) -> None:
    assert remembered(settings) == PrintChoice()
    choice = PrintChoice(True, "Dymo", "dymo-99014", str(folder))
    remember(settings, choice)
    settings.save()
    assert remembered(Settings(settings.path)) == choice
    assert destination(choice) == LabelPrinter("Dymo", SHEETS["dymo-99014"])
    assert destination(PrintChoice(folder=str(folder))) == Folder(folder)


def test_a_label_that_is_no_single_one_is_not_remembered(settings: Settings) -> None:
    settings.keep("badge_label", "a4-2x5")
    assert remembered(settings).label in LABELS
    assert all(SHEETS[name].labels == 1 for name in LABELS)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("why", Why)
def test_every_trouble_is_worded_with_the_printers_name(language: str, why: Why) -> None:
    assert "Dymo" in trouble(PrinterTrouble("Dymo", why), Words(language))
