"""Our own list of guests coming back: read to the letter by its headers, with nothing guessed.

What was changed in a spreadsheet meanwhile is an update like any other; what was not is the same as before. Everything
else is left to the reader of foreign lists.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from checkin.desk import own_words
from checkin.desk.own_words import HOST, MARK
from checkin.intake import registrations as intake
from checkin.intake import sheets
from checkin.intake.sheets import Remark
from checkin.model import PROFILE, Registration, Standing

FORMAT = "sobremesa"
_LOOKED_AT = 8192


def read(
    source: Path | str,
    *,
    sheet: str | Sequence[str] | None = None,
    columns: Mapping[str, str] | None = None,
    meanings: Mapping[str, Standing] | None = None,
    progress: Callable[[int, int], None] = intake.silent,
) -> intake.Intake:
    """The registrations in a file, or in copied text: our own list or a foreign one; see ``intake.registrations``."""
    if not columns and not sheet and _is_ours(source):
        book = sheets.paste(source) if isinstance(source, str) else sheets.open_book(source)
        for one in book.sheets:
            if one.lines and MARK in one.lines[0].cells:
                return _literally(one)
    if isinstance(source, str):
        return intake.read_pasted(source, columns=columns, meanings=meanings, progress=progress)
    return intake.read(source, sheet=sheet, columns=columns, meanings=meanings, progress=progress)


def _is_ours(source: Path | str) -> bool:
    """Whether the mark stands near the beginning: cheap, so that a foreign file is not read twice."""
    if isinstance(source, str):
        return MARK in source[:_LOOKED_AT]
    mark = MARK.encode()
    try:
        if zipfile.is_zipfile(source):
            with zipfile.ZipFile(source) as archive, archive.open("xl/sharedStrings.xml") as strings:
                return mark in strings.read(_LOOKED_AT)
        with source.open("rb") as file:
            return mark in file.read(_LOOKED_AT)
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return False


def _literally(sheet: sheets.Sheet) -> intake.Intake:
    header = sheet.lines[0].cells
    fields = own_words.fields()
    places = {fields[word]: place for place, word in enumerate(header) if word in fields}
    people, nobody, strange, said = [], [], [], {}
    for line in sheet.lines[1:]:
        cells = {name: line.cells[place] if place < len(line.cells) else "" for name, place in places.items()}
        if cells.get(MARK) or cells.get("name"):
            people.append(_registration(line.number, cells))
            said[line.number] = cells
            if own_words.standing(cells.get("standing", "")) is None:
                strange.append(Remark(line.number, "unknown_status", cells["standing"]))
        else:
            nobody.append(intake.SetAside(line.number, "no_person"))
    begun = sheet.lines[1:200]
    samples = {
        word: tuple(dict.fromkeys(line.cells[place] for line in begun if line.cells[place : place + 1]))[:3]
        for place, word in enumerate(header)
    }
    return intake.Intake(
        format=FORMAT,
        sheet=sheet.name,
        rows=len(people) + len(nobody),
        registrations=_brought(people, said),
        skipped=tuple(nobody),
        warnings=tuple(strange),
        columns={name: header[place] for name, place in places.items()},
        headers=header,
        sample_values=samples,
    )


def _registration(row: int, cells: Mapping[str, str]) -> Registration:
    known: dict[str, object] = {name: cells[name] for name in PROFILE if name in cells}
    known |= {
        "name": cells.get("name") or None,
        "step_free": own_words.agrees(cells.get("step_free", "")),
        "standing": own_words.standing(cells.get("standing", "")) or Standing.NOT_CONFIRMED,
        "reason": own_words.reason(cells.get("reason", "")),
        "consent": own_words.consent(cells.get("consent", "")),
        "answers": _answers(cells.get("answers", "")),
    }
    codes = [cells.get("code", ""), *cells.get(own_words.MORE_CODES, "").split("\n")]
    key = cells.get(MARK) or f"person:{cells.get('email', '')}/{cells.get('name', '')}"
    return Registration(row=row, key=key, codes=tuple(filter(None, codes)), **known)  # type: ignore[arg-type]


def _brought(people: list[Registration], said: Mapping[int, Mapping[str, str]]) -> tuple[Registration, ...]:
    """Everybody, with the key of who brings them along; hosts come before those whom they bring.

    The host is known by the number in the list; who fills the column by hand may write a key or a name there.
    """
    if not any(cells.get(HOST) for cells in said.values()):
        return tuple(people)
    by_sign: dict[str, dict[str, str]] = {"id": {}, "key": {}, "name": {}}
    for one in people:
        for sign, word in (("id", said[one.row].get("id", "")), ("key", one.key), ("name", one.name or "")):
            by_sign[sign][word] = "" if sign == "name" and word in by_sign[sign] else one.key
    found = []
    for one in people:
        written = said[one.row].get(HOST, "")
        host = next((keys[written] for keys in by_sign.values() if keys.get(written)), "") if written else ""
        found.append(replace(one, host=host) if host != one.key else one)
    met: set[str] = set()
    for one in found:
        met.add(one.key)
        if one.host and one.host not in met:
            return tuple(sorted(found, key=lambda each: each.host != ""))
    return tuple(found)


def _answers(cell: str) -> tuple[tuple[str, str], ...]:
    try:
        kept = json.loads(cell) if cell else []
        return tuple((str(header), str(value)) for header, value in kept)
    except (ValueError, TypeError):
        return ()
