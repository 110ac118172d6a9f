"""Badges at the door: each guest's once, none in the way of a scan, and what fails comes back with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event as Flag

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from checkin.badges import Printed
from checkin.desk.printing import Only, chosen
from checkin.errors import CannotSave, CheckinError
from checkin.model import GuestId
from checkin.paper.sheets import SHEETS
from checkin.ui.bridge import Bridge
from checkin.ui.printing.printers import (
    LABELS,
    Folder,
    LabelPrinter,
    PrintChoice,
    PrinterTrouble,
    Why,
    destination,
    lay,
    paint,
    printers,
    remember,
    remembered,
    trouble,
)
from checkin.ui.printing.queue import BadgeJob, BadgeQueue, State
from checkin.ui.printing.queue_line import QueueLine
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words
from tests.paper.reading import Reader

pytestmark = pytest.mark.usefixtures("qapp")

ANA, JON, ZOE = GuestId(1), GuestId(2), GuestId(3)
PEOPLE = ["Ana Gil", "Jon Rey", "Zoé Paz"]

Settle = Callable[[], None]
OpenQueue = Callable[..., BadgeQueue]


class Tray:
    """A printer for a test: it can be out of order, and it can be slow."""

    def __init__(self) -> None:
        """In order, and quick."""
        self.taken: list[GuestId] = []
        self.reason: CheckinError | None = None
        self.ready = Flag()
        self.ready.set()

    def put(self, printed: Printed, guest_id: GuestId) -> None:
        """Take a badge, or say why not."""
        assert self.ready.wait(20)
        if self.reason is not None:
            raise self.reason
        assert printed.pdf.startswith(b"%PDF")
        self.taken.append(guest_id)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "badges"


@pytest.fixture
def open_queue(open_bridge: Callable[..., Bridge], t: Words, folder: Path) -> Iterator[OpenQueue]:
    """Opens a queue into a folder, over an event with three guests."""
    queues: list[BadgeQueue] = []

    def opened(people: object = PEOPLE, **choice: object) -> BadgeQueue:
        choice = {"on": True, "folder": str(folder)} | choice
        queue = BadgeQueue(open_bridge(people), t, PrintChoice(**choice))  # type: ignore[arg-type]
        queue.states = []  # type: ignore[attr-defined]
        queue.changed.connect(queue.states.append)  # type: ignore[attr-defined]
        queues.append(queue)
        return queue

    yield opened
    for queue in queues:
        queue.close()


@pytest.fixture
def finish(qtbot: QtBot, settle: Settle) -> Callable[[BadgeQueue], None]:
    """Waits until a queue has nothing left that it could do, and the desk has heard of it."""

    def wait(queue: BadgeQueue) -> None:
        qtbot.waitUntil(lambda: queue._printing.idle and (queue.paused or not queue.waiting), timeout=20_000)
        settle()

    return wait


Finish = Callable[[BadgeQueue], None]


def tray(queue: BadgeQueue) -> Tray:
    """Put a test's printer in the place of the folder."""
    made = Tray()
    queue._destination = made
    return made


def states(queue: BadgeQueue, guest_id: GuestId) -> list[State]:
    heard: list[BadgeJob] = queue.states  # type: ignore[attr-defined]
    return [job.state for job in heard if job.guest_id == guest_id]


def arrive(queue: BadgeQueue, settle: Settle, *guests: GuestId) -> None:
    for guest_id in guests:
        queue._bridge.admit(guest_id)
    settle()


# --- a badge and what is remembered of it ---


def test_a_badge_says_who_and_where_and_the_desk_remembers_it(
    open_queue: OpenQueue, settle: Settle, finish: Finish, folder: Path, t: Words
) -> None:
    queue = open_queue()
    arrive(queue, settle, ANA)
    assert queue.add(ANA, asked=False) is not None
    finish(queue)
    assert [file.name for file in folder.iterdir()] == ["001 guest-1.pdf"]
    read = Reader((folder / "001 guest-1.pdf").read_bytes())
    book = queue._bridge.book
    assert book is not None
    table = book.table_of(ANA)
    assert table is not None
    assert {"Ana", "Gil", str(table.number)} <= set(" ".join(read.lines()).split())
    assert read.codes(0, 203) == [book.our_code(ANA)]
    assert states(queue, ANA) == [State.QUEUED, State.PRINTING, State.PRINTED]
    assert book.guests[ANA].badge_printed_at is not None
    assert chosen(book, Only.CHANGED, t) == []
    assert [guest.id for guest in chosen(book, Only.UNPRINTED, t)] == [JON, ZOE]


def test_the_page_is_the_label_that_was_chosen(
    open_queue: OpenQueue, settle: Settle, finish: Finish, folder: Path
) -> None:
    queue = open_queue(label="dymo-99014")
    arrive(queue, settle, ANA)
    queue.add(ANA, asked=False)
    finish(queue)
    size = Reader(next(folder.iterdir()).read_bytes()).document.pagePointSize(0)
    assert (size.width(), size.height()) == pytest.approx((101 / 25.4 * 72, 54 / 25.4 * 72), abs=0.1)


def test_files_are_numbered_on_and_name_nobody(
    open_queue: OpenQueue, settle: Settle, finish: Finish, folder: Path
) -> None:
    folder.mkdir()
    (folder / "041 guest-9.pdf").write_bytes(b"")
    (folder / "a list.pdf").write_bytes(b"")
    queue = open_queue()
    arrive(queue, settle, ANA, JON)
    for guest_id in (ANA, JON):
        queue.add(guest_id, asked=False)
    finish(queue)
    made = sorted(file.name for file in folder.iterdir())
    assert made == ["041 guest-9.pdf", "042 guest-1.pdf", "043 guest-2.pdf", "a list.pdf"]


# --- once, unless asked ---


def test_nobody_gets_a_second_badge_unasked(open_queue: OpenQueue, settle: Settle, finish: Finish) -> None:
    queue = open_queue()
    printer = tray(queue)
    arrive(queue, settle, ANA)
    for _ in range(3):
        queue.add(ANA, asked=False)
    finish(queue)
    assert queue.add(ANA, asked=False) is None
    finish(queue)
    assert printer.taken == [ANA]


def test_a_badge_that_is_printed_but_not_yet_remembered_is_not_printed_again(
    open_queue: OpenQueue, settle: Settle, qtbot: QtBot
) -> None:
    queue = open_queue()
    printer = tray(queue)
    arrive(queue, settle, ANA)
    hold = Flag()
    queue._bridge.ask(lambda _desk: hold.wait(20))
    queue.add(ANA, asked=False)
    qtbot.waitUntil(lambda: states(queue, ANA)[-1:] == [State.PRINTED], timeout=20_000)
    assert queue.add(ANA, asked=False) is None
    hold.set()
    settle()
    assert printer.taken == [ANA]


def test_a_badge_printed_before_the_evening_counts(
    open_queue: OpenQueue, settle: Settle, tmp_path: Path, t: Words
) -> None:
    queue = open_queue()
    queue._bridge.ask(lambda desk: desk.print_badges(tmp_path / "all.pdf", t))
    arrive(queue, settle, ANA)
    assert queue.add(ANA, asked=False) is None


def test_asking_prints_again_and_asking_twice_does_not(open_queue: OpenQueue, settle: Settle, finish: Finish) -> None:
    queue = open_queue()
    printer = tray(queue)
    arrive(queue, settle, ANA)
    queue.add(ANA, asked=False)
    finish(queue)
    first, second = queue.add(ANA, asked=True), queue.add(ANA, asked=True)
    assert first is not None
    assert second is not None
    finish(queue)
    assert printer.taken == [ANA, ANA]


def test_where_printing_at_the_door_is_off_only_what_is_asked_for_is_printed(
    open_queue: OpenQueue, settle: Settle, finish: Finish
) -> None:
    queue = open_queue(on=False)
    printer = tray(queue)
    arrive(queue, settle, ANA, JON)
    assert queue.add(ANA, asked=False) is None
    queue.add(JON, asked=True)
    finish(queue)
    assert printer.taken == [JON]


def test_a_guest_who_is_gone_or_has_no_name_has_no_badge(open_queue: OpenQueue) -> None:
    queue = open_queue(["Ana Gil", ""])
    assert queue.add(GuestId(99), asked=True) is None
    assert queue.add(GuestId(2), asked=True) is None


# --- never in the way ---


def test_a_slow_printer_keeps_no_scan_waiting(open_queue: OpenQueue, settle: Settle, finish: Finish) -> None:
    queue = open_queue()
    printer = tray(queue)
    printer.ready.clear()
    arrive(queue, settle, ANA)
    queue.add(ANA, asked=False)
    arrive(queue, settle, JON, ZOE)
    for guest_id in (JON, ZOE):
        queue.add(guest_id, asked=False)
    book = queue._bridge.book
    assert book is not None
    assert book.arrived == 3
    assert queue.waiting == 3
    printer.ready.set()
    finish(queue)
    assert printer.taken == [ANA, JON, ZOE]


# --- trouble ---


def test_a_job_that_fails_comes_back_with_its_reason_and_can_be_tried_again(
    open_queue: OpenQueue, settle: Settle, finish: Finish
) -> None:
    queue = open_queue()
    printer = tray(queue)
    printer.reason = PrinterTrouble("Dymo", Why.GONE)
    arrive(queue, settle, ANA, JON)
    queue.add(ANA, asked=False)
    queue.add(JON, asked=False)
    finish(queue)
    assert [(job.guest_id, job.reason) for job in queue.failed] == [(ANA, printer.reason)]
    assert queue.waiting == 1
    assert queue.paused
    book = queue._bridge.book
    assert book is not None
    assert book.guests[ANA].badge_printed_at is None
    printer.reason = None
    queue.retry()
    finish(queue)
    assert printer.taken == [ANA, JON]
    assert queue.failed == []


def test_scans_go_on_and_queue_up_behind_a_printer_in_trouble(
    open_queue: OpenQueue, settle: Settle, finish: Finish
) -> None:
    queue = open_queue()
    printer = tray(queue)
    printer.reason = PrinterTrouble("Dymo", Why.STOPPED)
    arrive(queue, settle, ANA)
    queue.add(ANA, asked=False)
    finish(queue)
    arrive(queue, settle, JON, ZOE)
    queue.add(JON, asked=False)
    queue.add(ZOE, asked=False)
    assert queue.add(ANA, asked=False) == queue.job(ANA)
    finish(queue)
    assert (len(queue.failed), queue.waiting, printer.taken) == (1, 2, [])
    queue.forget()
    printer.reason = None
    queue.retry()
    finish(queue)
    assert printer.taken[-1] == ZOE
    assert ANA not in printer.taken


def test_asking_for_a_badge_that_failed_tries_it_again(open_queue: OpenQueue, settle: Settle, finish: Finish) -> None:
    queue = open_queue()
    printer = tray(queue)
    printer.reason = PrinterTrouble("Dymo", Why.STOPPED)
    arrive(queue, settle, ANA)
    queue.add(ANA, asked=False)
    finish(queue)
    printer.reason = None
    queue.add(ANA, asked=True)
    finish(queue)
    assert printer.taken == [ANA]


def test_another_printer_takes_over_what_the_first_left(
    open_queue: OpenQueue, settle: Settle, finish: Finish, folder: Path
) -> None:
    queue = open_queue(printer="A printer that was unplugged")
    arrive(queue, settle, ANA)
    queue.add(ANA, asked=False)
    finish(queue)
    assert [job.reason.why for job in queue.failed if isinstance(job.reason, PrinterTrouble)] == [Why.GONE]
    queue.use(PrintChoice(on=True, folder=str(folder)))
    finish(queue)
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_cannot_be_written_is_told(
    open_queue: OpenQueue, settle: Settle, finish: Finish, folder: Path
) -> None:
    folder.write_text("a file where the folder should be")
    queue = open_queue()
    arrive(queue, settle, ANA)
    queue.add(ANA, asked=False)
    finish(queue)
    assert [type(job.reason) for job in queue.failed] == [CannotSave]


def test_a_bug_at_the_printer_leaves_no_job_behind(
    open_queue: OpenQueue, settle: Settle, finish: Finish, qtbot: QtBot
) -> None:
    queue = open_queue()
    arrive(queue, settle, ANA)
    queue._destination = None  # type: ignore[assignment]
    with qtbot.waitSignal(queue._bridge.tasks.crashed):
        queue.add(ANA, asked=False)
    assert [job.guest_id for job in queue.failed] == [ANA]
    printer = tray(queue)
    queue.retry()
    finish(queue)
    assert printer.taken == [ANA]


# --- what is taken back ---


@pytest.mark.parametrize("undo", [False, True])
def test_taking_an_arrival_back_cancels_its_badge(
    open_queue: OpenQueue, settle: Settle, finish: Finish, undo: bool
) -> None:
    queue = open_queue()
    printer = tray(queue)
    printer.ready.clear()
    arrive(queue, settle, ANA, JON)
    queue.add(ANA, asked=False)
    queue.add(JON, asked=False)
    if undo:
        queue._bridge.undo()
    else:
        queue._bridge.take_back(JON)
    settle()
    printer.ready.set()
    finish(queue)
    assert printer.taken == [ANA]
    assert states(queue, JON) == [State.QUEUED, State.CANCELLED]
    arrive(queue, settle, JON)
    assert queue.add(JON, asked=False) is not None
    finish(queue)
    assert printer.taken == [ANA, JON]


def test_a_failed_badge_goes_with_its_arrival_and_the_queue_goes_on(
    open_queue: OpenQueue, settle: Settle, finish: Finish
) -> None:
    queue = open_queue()
    printer = tray(queue)
    printer.reason = PrinterTrouble("Dymo", Why.STOPPED)
    arrive(queue, settle, ANA, JON)
    queue.add(ANA, asked=False)
    queue.add(JON, asked=False)
    finish(queue)
    printer.reason = None
    queue._bridge.take_back(ANA)
    settle()
    finish(queue)
    assert printer.taken == [JON]


def test_after_a_rehearsal_everybody_gets_a_badge_again(open_queue: OpenQueue, settle: Settle, finish: Finish) -> None:
    queue = open_queue()
    printer = tray(queue)
    queue._bridge.ask(lambda desk: desk.begin_rehearsal())
    arrive(queue, settle, ANA)
    queue.add(ANA, asked=False)
    finish(queue)
    queue._bridge.ask(lambda desk: desk.end_rehearsal())
    arrive(queue, settle, ANA)
    assert queue.add(ANA, asked=False) is not None
    finish(queue)
    assert printer.taken == [ANA, ANA]


def test_another_event_leaves_the_jobs_of_the_first_behind(
    open_queue: OpenQueue, settle: Settle, finish: Finish
) -> None:
    queue = open_queue()
    printer = tray(queue)
    printer.reason = PrinterTrouble("Dymo", Why.STOPPED)
    arrive(queue, settle, ANA, JON)
    queue.add(ANA, asked=False)
    queue.add(JON, asked=False)
    finish(queue)
    queue._bridge.opened.emit()
    printer.reason = None
    queue.retry()
    finish(queue)
    assert (queue.failed, queue.waiting, printer.taken) == ([], 0, [])


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
@pytest.mark.parametrize("dpi", [203, 300])
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


# --- the line on the door page ---


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


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("why", Why)
def test_every_trouble_is_worded_with_the_printers_name(language: str, why: Why) -> None:
    assert "“Dymo”" in trouble(PrinterTrouble("Dymo", why), Words(language))
