"""Our own list of guests coming back: read to the letter by its headers, with nothing guessed.

What was changed in a spreadsheet meanwhile is an update like any other; what was not is the same as before. Everything
else is left to the reader of foreign lists.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from checkin import column_words
from checkin.desk.exports import MARK, PLAIN_FIELDS
from checkin.intake import registrations as intake
from checkin.intake import sheets
from checkin.model import PROFILE, Registration, Standing
from checkin.words import LANGUAGES, Words

FORMAT = "sobremesa"
_LOOKED_AT = 8192


def read(
    source: Path | str,
    *,
    sheet: str | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] = intake.silent,
) -> intake.Intake:
    """The registrations in a file, or in copied text: our own list or a foreign one; see ``intake.registrations``."""
    if not columns and sheet is None and _is_ours(source):
        book = sheets.paste(source) if isinstance(source, str) else sheets.open_book(source)
        for one in book.sheets:
            if one.lines and MARK in one.lines[0].cells:
                return _literally(one)
    if isinstance(source, str):
        return intake.read_pasted(source, columns=columns, progress=progress)
    return intake.read(source, sheet=sheet, columns=columns, progress=progress)


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
    fields = {word: name for language in LANGUAGES for name, word in column_words.headers(Words(language)).items()}
    fields |= {name: name for name in (*PLAIN_FIELDS, MARK)}
    places = {fields[word]: place for place, word in enumerate(header) if word in fields}
    people, nobody = [], []
    for line in sheet.lines[1:]:
        cells = {name: line.cells[place] if place < len(line.cells) else "" for name, place in places.items()}
        if cells.get(MARK) or cells.get("name"):
            people.append(_registration(line.number, cells))
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
        registrations=tuple(people),
        skipped=tuple(nobody),
        warnings=(),
        columns={name: header[place] for name, place in places.items()},
        headers=header,
        sample_values=samples,
    )


def _registration(row: int, cells: Mapping[str, str]) -> Registration:
    known: dict[str, object] = {name: cells[name] for name in PROFILE if name in cells}
    known |= {
        "name": cells.get("name") or None,
        "step_free": cells.get("step_free", "") not in ("", "0", "False", "FALSE"),
        "standing": Standing(cells["standing"]) if cells.get("standing") in tuple(Standing) else Standing.COMING,
        "answers": _answers(cells.get("answers", "")),
    }
    code = cells.get("code", "")
    key = cells.get(MARK) or f"person:{cells.get('email', '')}/{cells.get('name', '')}"
    return Registration(row=row, key=key, codes=(code,) if code else (), **known)  # type: ignore[arg-type]


def _answers(cell: str) -> tuple[tuple[str, str], ...]:
    try:
        kept = json.loads(cell) if cell else []
        return tuple((str(header), str(value)) for header, value in kept)
    except (ValueError, TypeError):
        return ()
