"""Badges at the door: each guest's once, none in the way of a scan, and what fails comes back with its reason."""

from __future__ import annotations

from pathlib import Path
from threading import Event as Flag

import pytest
from pytestqt.qtbot import QtBot

from checkin.desk.printing import Only, chosen
from checkin.errors import CannotSave
from checkin.model import GuestId
from checkin.ui.printing.printers import PrintChoice, PrinterTrouble, UnreadableCode, Why, trouble
from checkin.ui.printing.queue import State
from checkin.words import Words
from tests.paper.reading import Reader
from tests.ui.printing.conftest import ANA, JON, ZOE, Finish, OpenQueue, Settle, arrive, states, tray

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
    assert [guest.id for guest in chosen(book, Only.UNPRINTED, t)] == [ZOE, JON]


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


def test_a_badge_whose_code_cannot_be_read_back_goes_to_no_printer(
    open_queue: OpenQueue, settle: Settle, finish: Finish, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = open_queue()
    printer = tray(queue)
    arrive(queue, settle, ANA)
    with monkeypatch.context() as blurred:
        blurred.setattr("checkin.ui.printing.queue.codes_on", lambda _pdf, _page: frozenset())
        queue.add(ANA, asked=False)
        finish(queue)
    assert printer.taken == []
    (failed,) = queue.failed
    assert isinstance(failed.reason, UnreadableCode)
    assert "larger label" in trouble(failed.reason, Words("en"))
    queue.retry()
    finish(queue)
    assert printer.taken == [ANA]


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
