"""Any bytes, any table, any damage: reader and guesser for as long as asked (``python -m benchmarks.fuzz MINUTES``).

Hypothesis makes the files, a round of them with each kind after the other; every file must be read, with every row
accounted for, or be refused for a reason that has words, and neither may take longer than ``SLOW`` seconds. What fails
is made as small as it goes, printed, and counted; the run goes on.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checkin.errors import CheckinError, NoNames, UnreadableFile
from checkin.intake import delimited, markup
from checkin.intake.columns import FIELDS
from checkin.intake.registrations import REMARKS, SKIPPED, Intake, read, read_pasted
from checkin.intake.sheets import REASONS
from checkin.intake.vocabulary import EXACT, NOBODY, PART, TOTAL

ROUND = 400
WORKBOOKS = 60
"""Each is opened by a process of its own."""
SLOW = 5.0
SAMPLES = Path(__file__).parents[1] / "tests" / "data"

WORDS = st.sampled_from(sorted({word for words in (*EXACT.values(), *PART.values()) for word in words}))
PEOPLE = st.sampled_from([
    "Ana Gil", "Gil, Ana", "BEGOÑA DE LA FUENTE", "杨强", "a@example.org", "@ana", "sí", "No", "+1", "2", "pendiente",
    "5,55E+08", "=1+1", "25,00 €", "2026/10/03 9:12:33 a. m. GMT+2", "https://lu.ma/check-in/e?pk=g-1", "paid", "#REF!",
    *sorted(NOBODY)[:8], *sorted(TOTAL)[:4], "9" * 5000, "a" * 3000, "\u0301" * 300, "🎉", "\u202e", "\x00", "Ã±",
])  # fmt: skip
CELLS = st.one_of(st.text(max_size=16), PEOPLE, WORDS)
SIGNS = st.sampled_from([b'"', b"\n", b";", b",", b"\t", b"\0", b"\xff", b"\r", b"\xc3", b"<td>", b"=", b'""', b"@"])


def _must(holds: object, otherwise: object) -> None:
    if not holds:
        raise AssertionError(otherwise)


def check(intake: Intake) -> None:
    """Fail unless every row is accounted for, once, under a key of its own."""
    parts = (intake.named, intake.unnamed, intake.not_expected, intake.skipped)
    _must(sum(map(len, parts)) == intake.rows, "the rows do not add up")
    numbers = [one.row for one in intake.registrations] + [one.row for one in intake.skipped]
    _must(len(set(numbers)) == intake.rows, "a row is counted twice")
    keys = [one.key for one in intake.registrations]
    _must(all(keys), "a person without a key")
    _must(len(set(keys)) == len(keys), "two people with one key")
    _must({one.reason for one in intake.skipped} <= set(SKIPPED), "an unknown word")
    _must({one.code for one in intake.warnings} <= set(REMARKS), "an unknown word")


def read_or_refuse(read_it: Callable[[], Intake], seen: Counter[str]) -> None:
    """Read and check, or refuse with a known reason; either in good time."""
    begun = time.perf_counter()
    try:
        check(read_it())
        seen["read"] += 1
    except UnreadableFile as refusal:
        _must(refusal.why in REASONS, refusal.why)
        seen[refusal.why] += 1
    except NoNames:
        seen["no_names"] += 1
    _must(time.perf_counter() - begun < SLOW, "too slow")


A_ROUND = settings(
    max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck),
    phases=(Phase.generate, Phase.target, Phase.shrink),
)  # fmt: skip
Try = Callable[[], None]


def _reader(folder: Path, seen: Counter[str]) -> Callable[..., None]:
    """Something that puts bytes into a file and has it read."""
    place = folder / "list.csv"

    def from_bytes(content: bytes, columns: dict[str, str] | None = None) -> None:
        if not content.startswith((b"PK", b"\xd0\xcf")):
            place.write_bytes(content)
            read_or_refuse(lambda: read(place, columns=columns), seen)

    return from_bytes


def plain(from_bytes: Callable[..., None]) -> dict[str, Try]:
    """Bytes, tables and damaged samples, each as a function that tries one round of them."""
    samples = [path.read_bytes() for path in sorted(SAMPLES.rglob("*")) if path.suffix in (".csv", ".tsv", ".html")]

    @A_ROUND
    @given(
        st.one_of(st.binary(max_size=3000), st.text(max_size=3000).map(lambda text: text.encode("utf-8", "replace")))
    )
    def bytes_(content: bytes) -> None:
        from_bytes(content)

    @A_ROUND
    @given(
        st.lists(st.one_of(WORDS, CELLS), max_size=14),
        st.lists(st.lists(CELLS, max_size=16), max_size=25),
        st.sampled_from(",;\t|"),
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    )
    def tables(headers: list[str], rows: list[list[str]], delimiter: str, encoding: str) -> None:
        lines = [delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [headers, *rows]]
        from_bytes("\r\n".join(lines).encode(encoding, "replace"))

    @A_ROUND
    @given(st.data())
    def damage(data: st.DataObject) -> None:
        raw = bytearray(data.draw(st.sampled_from(samples))[: data.draw(st.integers(200, 9000))])
        for _ in range(data.draw(st.integers(1, 12))):
            at = data.draw(st.integers(0, len(raw)))
            raw[at : at + data.draw(st.integers(0, 6))] = data.draw(SIGNS)
        from_bytes(bytes(raw))

    return {"bytes": bytes_, "tables": tables, "damage": damage}


def wild(from_bytes: Callable[..., None], seen: Counter[str]) -> dict[str, Try]:
    """Columns that the user chose, pages, and quotes."""

    @A_ROUND
    @given(st.data())
    def columns(data: st.DataObject) -> None:
        headers = data.draw(st.lists(WORDS, min_size=1, max_size=8))
        chosen = data.draw(st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(headers), max_size=5))
        rows = data.draw(st.lists(st.lists(PEOPLE, max_size=8), max_size=12))
        text = "\n".join("\t".join(cell.replace("\t", " ") for cell in row) for row in [headers, *rows])
        from_bytes(text.encode("utf-8", "replace"), chosen)
        read_or_refuse(lambda: read_pasted(text), seen)

    @A_ROUND
    @given(st.lists(st.one_of(st.sampled_from([
        "<table>", "</table>", "<tr>", "<td>", "</td>", "<td colspan=3>", "<td rowspan='2'>", "<br>", "<!--", "-->",
        "<Cell ss:Index='9'>", "<Row>", "<script>", "&#0;", "&amp", "<td", ">", "<Worksheet ss:Name='x'>",
    ]), CELLS), max_size=30), st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=6))  # fmt: skip
    def pages(pieces: list[str], rows: list[list[str]]) -> None:
        table = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows)
        text = f"<html><table>{table}{''.join(pieces)}"
        markup.tables(text)
        from_bytes(text.encode("utf-8", "replace"))

    @A_ROUND
    @given(st.lists(st.lists(st.text(max_size=10), min_size=3, max_size=3), min_size=1, max_size=8))
    def quotes(rows: list[list[str]]) -> None:
        text = "\n".join(",".join(row) for row in rows)
        table = delimited.split(text)
        _must(len(table.records) == len(table.ends), "a record without its line")

    return {"columns": columns, "pages": pages, "quotes": quotes}


def workbooks(folder: Path, seen: Counter[str]) -> dict[str, Try]:
    """Workbooks damaged from outside, and packed again after their parts were damaged."""
    place = folder / "list.xlsx"
    samples = [path.read_bytes() for path in sorted(SAMPLES.rglob("*")) if path.suffix in (".xlsx", ".xls", ".ods")]

    def damaged(raw: bytes, data: st.DataObject) -> bytes:
        changed = bytearray(raw)
        for _ in range(data.draw(st.integers(1, 8))):
            at = data.draw(st.integers(0, len(changed)))
            changed[at : at + data.draw(st.integers(0, 6))] = data.draw(st.one_of(SIGNS, st.binary(max_size=4)))
        return bytes(changed)

    def within(raw: bytes, data: st.DataObject) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(raw)) as whole, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as other:
            names = whole.namelist()
            chosen = set(data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3)))
            for name in names:
                part = whole.read(name)
                other.writestr(name, damaged(part, data) if name in chosen else part)
        return made.getvalue()

    @settings(A_ROUND, max_examples=WORKBOOKS)
    @given(st.data())
    def books(data: st.DataObject) -> None:
        raw = data.draw(st.sampled_from(samples))
        inside = raw.startswith(b"PK") and data.draw(st.booleans())
        place.write_bytes(within(raw, data) if inside else damaged(raw, data))
        read_or_refuse(lambda: read(place), seen)

    return {"workbooks": books}


def main() -> int:
    """Run for so many minutes and say what came of it."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    begun, finds, files = time.monotonic(), Counter[str](), Counter[str]()
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        from_bytes = _reader(Path(folder), seen)
        tried = plain(from_bytes) | wild(from_bytes, seen) | workbooks(Path(folder), seen)
        while time.monotonic() - begun < minutes * 60:
            for name, go in tried.items():
                try:
                    go()
                except (Exception, CheckinError):
                    told = traceback.format_exc()
                    finds[f"{name}: {told.strip().splitlines()[-1][:160]}"] += 1
                    print(told[-3000:], flush=True)
                files[name] += WORKBOOKS if name == "workbooks" else ROUND
    print(f"{(time.monotonic() - begun) / 60:.1f} minutes, {sum(files.values())} files, {len(finds)} kinds of finds")
    print(dict(files), dict(seen.most_common()))
    for find, times in finds.most_common():
        print(f"- {times} × {find}")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
