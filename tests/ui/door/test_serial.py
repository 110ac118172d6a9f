"""A scanner on a serial port: codes are cut from what arrives, and a cable may be pulled at any moment.

The port is a pseudo-terminal of the system, which Qt opens as it opens a real one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from checkin.ui.door import serial
from checkin.ui.door.serial import LONGEST, LineSplitter, SerialScanner, Trouble, explain
from checkin.words import LANGUAGES, Words

# --- cutting ---


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t", b"\x03", b"\r\n\x00"])
def test_whatever_ends_a_line_ends_a_code(end: bytes) -> None:
    assert LineSplitter().feed(b"EVB-100001" + end + b"EVB-100002" + end) == ["EVB-100001", "EVB-100002"]


def test_a_code_without_an_end_waits_for_the_silence() -> None:
    lines = LineSplitter()
    assert lines.feed(b"EVB-100001") == []
    assert lines.waiting
    assert lines.silence() == ["EVB-100001"]
    assert not lines.waiting
    assert lines.silence() == []


def test_letters_are_read_as_utf_8_or_as_the_west_wrote_them() -> None:
    assert LineSplitter().feed("ñ-1\r".encode()) == ["ñ-1"]
    assert LineSplitter().feed("ñ-1\r".encode("cp1252")) == ["ñ-1"]


def test_a_device_that_never_ends_its_line_costs_no_memory() -> None:
    lines = LineSplitter()
    for _ in range(20):
        lines.feed(b"x" * 1000)
    assert lines.silence() == ["x" * LONGEST]


@given(st.lists(st.from_regex(r"[A-Za-z0-9/+=-]{1,40}", fullmatch=True), max_size=8), st.data())
def test_how_the_bytes_are_split_up_does_not_matter(codes: list[str], data: st.DataObject) -> None:
    sent = "".join(f"{code}\r\n" for code in codes).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=6)))
    lines = LineSplitter()
    got = []
    for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True):
        got.extend(lines.feed(sent[start:end]))
    assert got == codes


@given(st.binary(max_size=200))
def test_no_noise_on_the_line_is_too_strange(noise: bytes) -> None:
    lines = LineSplitter()
    for code in [*lines.feed(noise), *lines.silence()]:
        assert code
        assert code == code.strip()


# --- a port ---


@dataclass
class Cable:
    """A port that can be pulled and plugged in again under the same name."""

    place: Path
    ends: tuple[int, int] | None = None

    def plug(self) -> None:
        """Put the scanner's end in; a machine without pseudo-terminals has nothing to put it in."""
        try:
            self.ends = os.openpty()
        except (AttributeError, OSError) as reason:
            pytest.skip(f"this machine has no pseudo-terminals to play a serial port with: {reason}")
        self.place.symlink_to(os.ttyname(self.ends[1]))

    def send(self, sent: bytes) -> None:
        """Be the scanner."""
        assert self.ends is not None
        os.write(self.ends[0], sent)

    def pull(self) -> None:
        """Take it out."""
        if self.ends is not None:
            self.place.unlink()
            for end in self.ends:
                os.close(end)
        self.ends = None


@dataclass
class Heard:
    """What a scanner has told."""

    codes: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    running: list[bool] = field(default_factory=list)


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path / "scanner")
    yield made
    made.pull()


@pytest.fixture
def scanner(qtbot: QtBot) -> Iterator[SerialScanner]:
    assert qtbot is not None
    made = SerialScanner()
    made._again.setInterval(20)
    yield made
    made.close()


@pytest.fixture
def heard(scanner: SerialScanner) -> Heard:
    made = Heard()
    scanner.scanned.connect(made.codes.append)
    scanner.trouble.connect(made.troubles.append)
    scanner.running.connect(made.running.append)
    return made


def test_codes_come_from_the_port_in_order(cable: Cable, scanner: SerialScanner, heard: Heard, qtbot: QtBot) -> None:
    cable.plug()
    assert scanner.open(str(cable.place))
    cable.send(b"EVB-100001\r\nEVB-100002\r\n")
    qtbot.waitUntil(lambda: len(heard.codes) == 2)
    assert heard.codes == ["EVB-100001", "EVB-100002"]
    assert (heard.running, heard.troubles, scanner.on) == ([True], [], True)


def test_a_scanner_without_an_end_mark_is_read_after_a_silence(
    cable: Cable, scanner: SerialScanner, heard: Heard, qtbot: QtBot
) -> None:
    cable.plug()
    scanner.open(str(cable.place), 115200)
    cable.send(b"EVB-")
    qtbot.wait(20)
    cable.send(b"100001")
    qtbot.waitUntil(lambda: bool(heard.codes))
    assert heard.codes == ["EVB-100001"]


def test_a_port_that_is_not_there_is_waited_for(
    cable: Cable, scanner: SerialScanner, heard: Heard, qtbot: QtBot
) -> None:
    assert not scanner.open(str(cable.place))
    assert heard.troubles == [Trouble.NOT_FOUND]
    cable.plug()
    qtbot.waitUntil(lambda: scanner.on)
    cable.send(b"EVB-100001\r")
    qtbot.waitUntil(lambda: heard.codes == ["EVB-100001"])
    assert heard.troubles == [Trouble.NOT_FOUND]


def test_a_cable_that_is_pulled_is_told_once_and_goes_on_when_it_is_back(
    cable: Cable, scanner: SerialScanner, heard: Heard, qtbot: QtBot
) -> None:
    cable.plug()
    scanner.open(str(cable.place))
    cable.send(b"HALF-A-CO")
    qtbot.wait(20)
    cable.pull()
    qtbot.waitUntil(lambda: not scanner.on)
    qtbot.wait(100)
    assert heard.troubles == [Trouble.UNPLUGGED]
    assert heard.codes == []
    cable.plug()
    qtbot.waitUntil(lambda: scanner.on)
    cable.send(b"EVB-100001\r")
    qtbot.waitUntil(lambda: heard.codes == ["EVB-100001"])
    assert heard.running == [True, False, True]


def test_a_port_that_was_closed_is_left_alone(cable: Cable, scanner: SerialScanner, heard: Heard, qtbot: QtBot) -> None:
    cable.plug()
    scanner.open(str(cable.place))
    scanner.close()
    cable.send(b"EVB-100001\r")
    qtbot.wait(60)
    assert (heard.codes, heard.running, scanner.on) == ([], [True, False], False)


def test_a_port_that_another_program_reads_is_not_taken_from_it(
    cable: Cable, scanner: SerialScanner, heard: Heard
) -> None:
    cable.plug()
    scanner.open(str(cable.place))
    other = SerialScanner()
    told: list[str] = []
    other.trouble.connect(told.append)
    assert not other.open(str(cable.place))
    other.close()
    assert told[0] in (Trouble.NO_PERMISSION, Trouble.BUSY)
    assert heard.troubles == []


def test_the_ports_of_this_machine_can_be_listed(scanner: SerialScanner) -> None:
    names = [name for name, _ in scanner.ports()]
    assert len(names) == len(set(names))


def test_without_the_library_it_says_so(scanner: SerialScanner, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serial, "LIBRARY", False)
    assert not scanner.open("COM3")
    assert scanner.ports() == ()
    assert heard.troubles == [Trouble.NO_LIBRARY]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_says_what_happened_and_what_to_do(trouble: Trouble, language: str) -> None:
    heading, line = explain(trouble, Words(language))
    assert heading
    assert not heading.endswith(".")
    assert line.endswith(".")
