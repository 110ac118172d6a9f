"""Files that mean harm, or that somebody's bad luck made, each with what is to become of it.

An outcome is the word of a refusal, or how many people are read. ``main`` is run as a process of its own, so that what
it takes, in time and memory, is its own; it answers in JSON.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from checkin.desk import Desk
from checkin.desk.outcomes import TablePlan
from checkin.errors import CheckinError, NoNames, UnreadableFile
from tests.intake.tables_of_people import PRETIX, workbook

HEAD = "Nombre;Correo;Nota\n"
PEOPLE: list[list[object]] = [["Nombre", "Correo"], ["Ana Gil", "ana@example.org"]]
FULL = 49_000_000


def _zipped(parts: dict[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return raw.getvalue()


def _changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook({"Gente": PEOPLE}))) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    return _zipped({**parts, part: change(parts[part])})


def _text(text: str) -> bytes:
    return text.encode()


def _corners() -> bytes:
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "Nombre")
        sheet.write("XFD1048576", "x")
    return raw.getvalue()


def _open_document(rows: str) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{space}:office:1.0"'
        f' xmlns:table="{space}:table:1.0"'
        f' xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet><table:table table:name="x">'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return _zipped({
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode(),
        "META-INF/manifest.xml": b"<m/>",
    })  # fmt: skip


_SPREAD = (
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"'
    ' office:value-type="string"><text:p>Ana Gil</text:p></table:table-cell></table:table-row>'
)
_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a '" + "ha" * 50 + "'>"
    + "".join(f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(9))
    + "]>"
)  # fmt: skip
_PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")

Outcome = str | int

FILES: dict[str, tuple[Callable[[], bytes], Outcome]] = {
    "zip_bomb.xlsx": (lambda: _changed("xl/sharedStrings.xml", lambda part: part + b" " * 250_000_000), "bomb"),
    "small_bomb.xlsx": (lambda: _changed("xl/sharedStrings.xml", lambda part: part + b" " * 20_000_000), "bomb"),
    "laughs.xlsx": (
        lambda: _changed("xl/sharedStrings.xml", lambda part: part.replace(b"<sst", f"{_LAUGHS}<sst".encode())
                         .replace(b"Ana Gil", b"&j;")), "damaged"),
    "laughs.xml": (lambda: bytes(f"<?xml version='1.0'?>{_LAUGHS}<Workbook>&j;</Workbook>", "utf-8"), "not_a_sheet"),
    "corners.xlsx": (_corners, "far_cell"),
    "spread.ods": (lambda: _open_document(_SPREAD), "damaged"),
    "truncated.xlsx": (lambda: PRETIX.read_bytes()[:9000], "damaged"),
    "protected.xlsx": (lambda: _PROTECTED, "encrypted"),
    "page.xls": (lambda: b"<html><body><form>Session expired</form></body></html>", "html"),
    "table.xls": (lambda: b"<table><tr><th>Nombre<th>Correo<tr><td>Ana Gil<td>a@example.org</table>", 1),
    "empty.xlsx": (lambda: b"", "empty"),
    "blank.xlsx": (lambda: workbook({"Hoja1": []}), "empty"),
    "one_line.csv": (lambda: b"a" * FULL, "no_names"),
    "wide_line.csv": (lambda: b"Ana;" * (FULL // 4), "too_large"),
    "many_lines.csv": (lambda: b"Nombre\n" + b"Ana\n" * (FULL // 4), "too_large"),
    "many_cells.csv": (lambda: (b"Nombre;" + b"x;" * 400 + b"\n") * (FULL // 808), "too_large"),
    "open_quotes.csv": (lambda: HEAD.encode() + b'x";"y\n' * 20_000, 20_000),
    "only_quotes.csv": (lambda: HEAD.encode() + b'"' * 5_000_000, 0),
    "long_word.csv": (lambda: _text(HEAD + f'Ana;a@example.org;"x\n{"a" * 120_000}"\n'), 1),
    "long_emails.csv": (lambda: _text(HEAD + ("Ana;" + "a" * 32_000 + ";" + "a@" + "." * 32_000 + "\n") * 300), 300),
    "towers.csv": (lambda: _text(HEAD + ("Ana" + "\u0301\u0323" * 16_000 + ";;x\n") * 300), 300),
    "digits.csv": (lambda: _text("Nombre;Edad;Order #;Attendee #\n" + "Ana;" + "9" * 6000 + ";1;" + "9" * 6000), 1),
    "brackets.csv": (lambda: _text("Nombre;" + "(" * 32_000 + ";" + ": " * 16_000 + "\nAna;x;y\n"), 1),
    "page_bomb.xls": (lambda: b"<table><tr><td>Nombre<td>a" + b"<td" * 6_000_000, "html"),
    "nuls.csv": (lambda: _text(HEAD.replace("o", "o\0") + "An\0a Gil;a@example.org;\0\n"), 1),
    "mixed.csv": (lambda: (HEAD + "José;;\n").encode() + "María;;\n".encode("cp1252"), 2),
    "unclosed.csv": (lambda: _text(HEAD + '"Ana;a@example.org;x\nEva;e@example.org;\nLuz;l@example.org;\n'), 3),
    "header_only.csv": (lambda: _text(HEAD), 0),
    "headers.csv": (lambda: b"Nombre;;;Nombre;Correo;Correo\nAna Gil;x;y;Eva;a@example.org;b@example.org\n", 1),
    "no_names.csv": (lambda: b"Fecha;Importe\n2026;3\n2027;4\n", "no_names"),
    "formulas.csv": (lambda: _text(HEAD + "=cmd|'/c calc'!A1;a@example.org;@SUM(1)\n+1;b@example.org;-2+3\n"), 2),
    "paths.csv": (lambda: _text(HEAD + "../../etc/passwd;;\nC:\\Windows\\System32;;\n..;;\nCON;;\n"), 3),
    "codes.csv": (lambda: _text("Nombre;Código\n" + "".join(f"P {at};{at}{'7' * 4290}\n" for at in range(50))), 50),
}  # fmt: skip


def make(folder: Path) -> list[Path]:
    """Write all of them, and one line of a gibibyte that takes no room."""
    for name, (content, _) in FILES.items():
        (folder / name).write_bytes(content())
    line = folder / "gibibyte.csv"
    with line.open("wb") as file:
        file.write(b"Nombre")
        file.truncate(1 << 30)
    return [*(folder / name for name in FILES), line]


def _own_peak() -> int:
    """The most memory this process has held, in MB; what it inherited from whoever started it does not count."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 20
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) // 1024


def main(database: str, paths: list[str]) -> None:
    """Take every file in at one desk, those that can be read only for show, and say what came of each."""
    desk = Desk.open(database)
    desk.create_event("Comida", [TablePlan(1, 8)])
    for path in paths:
        begun, before = time.perf_counter(), len(desk.opened().guests)
        harmless = isinstance(FILES.get(Path(path).name, (None, ""))[1], int)
        try:
            report = desk.import_file(Path(path), dry_run=harmless)
            said: Outcome = report.rows - len(report.skipped)
        except UnreadableFile as refusal:
            said = refusal.why
        except NoNames:
            said = "no_names"
        except CheckinError as refusal:
            said = type(refusal).__name__
        told = {"name": Path(path).name, "said": said, "seconds": time.perf_counter() - begun}
        told["written"] = len(desk.opened().guests) - before
        told["peak"] = max(_own_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
        sys.stdout.write(json.dumps(told) + "\n")
    desk.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
