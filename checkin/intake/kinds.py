r"""What a file is that is no list: a word for it, by which it is said what to do.

>>> of_text("BEGIN:VCARD\\nFN:Ana Gil"), of_text("Nombre;Correo\\nAna;a@example.org")
('vCard', '')
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection

_MAGIC = (
    (b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"{\\rtf", "RTF"),
    (b"7z\xbc\xaf", "7z"), (b"Rar!", "RAR"), (b"\x1f\x8b", "gzip"), (b"SQLite format 3", "SQLite"), (b"BM", "BMP"),
    (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"),
)  # fmt: skip
_BMP = 54
_PICTURES_IN_BOXES = (b"heic", b"heix", b"mif1", b"avif")
_BEGINNINGS = (
    ("begin:vcalendar", "iCalendar"), ("begin:vcard", "vCard"), ("[internetshortcut]", "shortcut"),
)  # fmt: skip
_MAIL = re.compile(
    r"(?:return-path|received|delivered-to|mime-version|message-id|x-[a-z-]{1,40}|from|to|cc|date|subject):\s"
)
_LARGEST_JSON = 5_000_000


def of_bytes(raw: bytes) -> str:
    """By the first bytes; "" for text and for what a spreadsheet may be."""
    if raw[4:8] == b"ftyp":
        return "HEIC" if raw[8:12] in _PICTURES_IN_BOXES else "video"
    if raw.startswith(b"RIFF") and raw[8:12] == b"WEBP":
        return "WebP"
    found = next((kind for magic, kind in _MAGIC if raw.startswith(magic)), "")
    return "" if found == "BMP" and (len(raw) < _BMP or raw[6:10] != b"\0\0\0\0") else found


def of_archive(names: Collection[str], mimetype: bytes) -> str:
    """By the parts of a ZIP; "" for a spreadsheet."""
    if mimetype and b"spreadsheet" not in mimetype:
        return "Word" if b"text" in mimetype else "presentation" if b"presentation" in mimetype else "drawing"
    if any(name.startswith("xl/") or name == "content.xml" for name in names):
        return ""
    if any(name.startswith("word/") for name in names):
        return "Word"
    if any(name.startswith("ppt/") for name in names):
        return "presentation"
    return "Numbers" if any(name.endswith(".iwa") or name == "Index.zip" for name in names) else "ZIP"


def of_old_document(raw: bytes) -> str:
    """By the streams of an old Office file that is no workbook."""
    if "__substg1.0_".encode("utf-16-le") in raw:
        return "e-mail"
    return "Word" if "WordDocument".encode("utf-16-le") in raw else "presentation" if _powerpoint(raw) else "document"


def _powerpoint(raw: bytes) -> bool:
    return "PowerPoint".encode("utf-16-le") in raw


def of_text(text: str) -> str:
    """By how a text begins; "" for what may be a list."""
    start = text[:200].lstrip("\ufeff \t\r\n").casefold()
    if found := next((kind for beginning, kind in _BEGINNINGS if start.startswith(beginning)), ""):
        return found
    if _MAIL.match(start) and len([line for line in text[:4000].splitlines()[:12] if _MAIL.match(line.casefold())]) > 2:
        return "e-mail"
    return _of_json(text) if start.startswith(("{", "[")) and len(text) <= _LARGEST_JSON else ""


def _of_json(text: str) -> str:
    try:
        said = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return ""
    return "shortcut" if isinstance(said, dict) and {"url", "doc_id"} & said.keys() else "JSON"
