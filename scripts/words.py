"""The catalogue: what the program says, gathered from the code and compiled for ``checkin/words.py``.

``python scripts/words.py`` gathers every sentence into ``resources/words/es.po`` (what is translated stays, what is new
is empty, what is gone goes) and compiles it to ``es.mo``. A test compares both with the code, so that no sentence
stays untranslated.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "words"
KEYWORDS = {"t": None, "_t": None, "plural": (1, 2), "context": ((1, "c"), 2)}
"""How ``checkin.words.Words`` is called, as Babel counts arguments."""

MADE = datetime(2026, 1, 1, tzinfo=UTC)

CHANGING = tuple(
    b'"' + name for name in (b"POT-Cr", b"PO-Rev", b"Generated", b"Report-", b"Last-T", b"Language-T", b"Project")
)
"""Header lines that say when and by whom, and would make two gatherings differ."""


def gathered(root: Path = ROOT) -> Iterator[tuple[str, int, str | tuple[str, ...], str | None]]:
    """Every sentence in the package: file, line, message, context."""
    found = extract_from_dir(root / "checkin", [("**.py", "python")], keywords=KEYWORDS)
    for file, line, message, _comments, context in found:
        yield f"checkin/{file}", line, message, context


def template(root: Path = ROOT) -> Catalog:
    """An empty catalogue of every sentence, in a steady order and without lines: moving code changes nothing."""
    catalogue = Catalog(project="Sobremesa", charset="utf-8")
    files: dict[tuple[str | tuple[str, ...], str | None], set[str]] = {}
    for file, _line, message, context in gathered(root):
        files.setdefault((message, context), set()).add(file)
    for (message, context), where in files.items():
        catalogue.add(message, locations=[(file, 0) for file in sorted(where)], context=context)
    return catalogue


def merged(language: str) -> Catalog:
    """The language's catalogue with exactly the sentences that the code has."""
    catalogue = template()
    path = FOLDER / f"{language}.po"
    known = read_catalogue(path, language) if path.is_file() else Catalog(locale=language)
    fresh = Catalog(locale=language, project="Sobremesa", charset="utf-8", fuzzy=False)
    fresh.header_comment = "# What Sobremesa says. English sentences are the keys; see scripts/words.py."
    fresh.creation_date = fresh.revision_date = None  # type: ignore[assignment]
    for message in catalogue:
        if not message.id:
            continue
        old = known.get(message.id, context=message.context)
        spoken = old.string if old is not None else ("",) * fresh.num_plurals if isinstance(message.id, tuple) else ""
        fresh.add(message.id, spoken, locations=message.locations, context=message.context)
    return fresh


def read_catalogue(path: Path, language: str) -> Catalog:
    """A catalogue from its file."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def as_text(catalogue: Catalog) -> bytes:
    """A catalogue as a .po file, without dates, so that gathering twice gives the same bytes."""
    file = BytesIO()
    write_po(file, catalogue, width=120, sort_by_file=True, include_lineno=False, omit_header=False)
    lines = file.getvalue().split(b"\n")
    return b"\n".join(line for line in lines if not line.startswith(CHANGING))


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as a .mo file, as if made on a fixed day, so that compiling twice gives the same bytes."""
    catalogue.creation_date = catalogue.revision_date = MADE
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def untranslated(catalogue: Catalog) -> list[Message]:
    """Sentences without a translation."""
    return [message for message in catalogue if message.id and not all(forms(message.string))]


def forms(spoken: object) -> tuple[str, ...]:
    """A sentence, or its singular and plurals, one by one; "" for a form that is missing."""
    each = spoken if isinstance(spoken, list | tuple) else (spoken,)
    return tuple(str(form or "") for form in each)


def main() -> int:
    """Gather, write and compile; says what is untranslated."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    catalogue = merged("es")
    (FOLDER / "es.po").write_bytes(as_text(catalogue))
    again = read_catalogue(FOLDER / "es.po", "es")
    (FOLDER / "es.mo").write_bytes(compiled(again))
    missing = untranslated(again)
    for message in missing:
        print(message.id)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
