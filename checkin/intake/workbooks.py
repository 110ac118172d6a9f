"""XLSX, XLS and ODS: looked at before they are unpacked, then opened in a child process.

The look needs no trust in what the file says about itself: it unpacks in small pieces and counts. It is also what
stands where the system does not hold the child to its memory. Windows has no resource limits, and macOS accepts one on
address space and ignores it: there the child has the time limit (on macOS that of the processor, too), and the look
refuses the two bombs that are known, parts that swell and a cell in the far corner, before a child is started.
"""

from __future__ import annotations

import io
import json
import re
import signal
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checkin.errors import UnreadableFile
from checkin.intake import kinds, limits

if TYPE_CHECKING:  # the program itself never loads the reader of spreadsheets
    from checkin.intake.unpack import Answer

ZIP = b"PK"
OLE = b"\xd0\xcf\x11\xe0"

_CHILD = Path(__file__).with_name("unpack.py")
_PIECE = 1 << 20
_OVERLAP = 200
_FAR_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]{0,120}?\br="([A-Z]{3}\d+|[A-Z]{1,2}\d{7})"[^>]{0,120}(?<!/)>')

Rows = list[tuple[int, list[str]]]


class Opened(NamedTuple):
    """A worksheet: each row as (number, cells), each cell that is merged over rows as (first row, last row, column)."""

    name: str
    visible: bool
    rows: Rows
    merged: list[tuple[int, int, int]]


def unpack(raw: bytes, path: Path, *, seconds: float = limits.SECONDS) -> list[Opened]:
    """Every worksheet of a workbook.

    Raises:
        UnreadableFile: Encrypted, damaged, no workbook, or larger or slower than ``limits`` allow.
    """
    if raw.startswith(ZIP):
        _look_at_zip(raw, path)
    else:
        _look_at_ole(raw, path)
    said = _ask_child(raw, path, seconds)
    if said["refused"]:
        raise UnreadableFile(str(path), said["refused"], said["detail"])
    return [
        Opened(
            sheet["name"],
            sheet["visible"],
            [(number, cells) for number, cells in sheet["rows"]],
            [(first, last, column) for first, last, column in sheet["merged"]],
        )
        for sheet in said["sheets"]
    ]


def _look_at_ole(raw: bytes, path: Path) -> None:
    """Old Excel, or a newer one behind a password, or another program's document."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        raise UnreadableFile(str(path), "encrypted")
    if not any(stream.encode("utf-16-le") in raw for stream in ("Workbook", "Book")):
        raise UnreadableFile(str(path), "not_a_sheet", kinds.of_old_document(raw))


def _mimetype(archive: zipfile.ZipFile, names: set[str]) -> bytes:
    """What an OpenDocument file says that it is; b"" for any other archive."""
    if "mimetype" not in names:
        return b""
    with archive.open("mimetype") as stream:
        return stream.read(200)


def _look_at_zip(raw: bytes, path: Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if kind := kinds.of_archive(names, _mimetype(archive, names)):
                raise UnreadableFile(str(path), "not_a_sheet", kind)
            _weigh(sum(part.file_size for part in parts), len(parts), len(raw), path)
            unpacked = 0
            for part in parts:
                unpacked += _look_at_part(archive, part, path)
                _weigh(unpacked, len(parts), len(raw), path)
    except RuntimeError as error:  # a part behind a password
        raise UnreadableFile(str(path), "encrypted") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(str(path), "damaged", str(error)) from error


def _weigh(unpacked: int, parts: int, packed: int, path: Path) -> None:
    swollen = unpacked > limits.RATIO_FROM and unpacked > packed * limits.RATIO
    if unpacked > limits.UNPACKED or parts > limits.PARTS or swollen:
        raise UnreadableFile(str(path), "bomb", f"{unpacked:,} / {packed:,}")


def _look_at_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path) -> int:
    """How many bytes one part unpacks to; refuses a worksheet with a filled cell beyond every limit."""
    size, tail = 0, b""
    worksheet = part.filename.startswith("xl/worksheets/")
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if worksheet:
                if far := _FAR_CELL.search(tail + piece):
                    raise UnreadableFile(str(path), "far_cell", far[1].decode("ascii"))
                tail = piece[-_OVERLAP:]
    return size


def _ask_child(raw: bytes, path: Path, seconds: float) -> Answer:
    """What ``unpack`` answers; a child that dies or dawdles is a refusal, never our end."""
    bounds = (limits.MEMORY, int(seconds) + 1, limits.ROWS, limits.COLUMNS, limits.LETTERS)
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter, our own file, numbers
            [sys.executable, "-P", "-X", "utf8", str(_CHILD), *map(str, bounds)],
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(str(path), "timeout") from error
    if done.returncode != 0:
        raise UnreadableFile(str(path), _why_it_died(done.returncode))
    try:
        said: Answer = json.loads(done.stdout)
    except ValueError as error:
        raise UnreadableFile(str(path), "damaged") from error
    return said


def _why_it_died(code: int) -> str:
    """1 is an exception nobody foresaw; a signal for its time is its own; any other end is its allocator giving up."""
    if code == 1:
        return "damaged"
    return "timeout" if code == -getattr(signal, "SIGXCPU", 0) else "bomb"
