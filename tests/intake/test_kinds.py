"""Files that are no list: what they are is said, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.errors import UnreadableFile
from checkin.intake.registrations import read
from checkin.phrases import refusal
from checkin.words import Words
from tests.intake.tables_of_people import archive, save

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "kind", "advice"),
    [
        (b"%PDF-1.7", "PDF", "paste"),
        (b"\0\0\0\x18ftypheic\0\0", "HEIC", "picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP", "picture"),
        (archive({"word/document.xml": "<w/>"}), "Word", "paste"),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<o/>"}), "Word", "paste"),
        (archive({"Index/Document.iwa": "x"}), "Numbers", "Export"),
        (archive({"asistentes.csv": "Nombre\nAna Gil\n"}), "ZIP", "Unpack"),
        (OLE + "__substg1.0_0037".encode("utf-16-le"), "e-mail", "attached"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word", "paste"),
        (b"{\\rtf1 Ana Gil}", "RTF", "paste"),
        ('{"url": "https://example.org", "doc_id": "abc"}', "shortcut", "download"),
        ("[InternetShortcut]\nURL=https://example.org\n", "shortcut", "download"),
        ('[{"name": "Ana Gil", "email": "ana@example.org"}]', "JSON", "CSV"),
        ("BEGIN:VCALENDAR\nATTENDEE;CN=Ana Gil:mailto:ana@example.org\n", "iCalendar", "CSV"),
        ("BEGIN:VCARD\nFN:Ana Gil\n", "vCard", "CSV"),
        (
            "From: Ana <ana@example.org>\nTo: b@example.org\nSubject: Lista\n\nAna Gil\n",
            "e-mail",
            "attached",
        ),
    ],
)
def test_what_is_no_list_is_called_what_it_is(tmp_path: Path, content: bytes | str, kind: str, advice: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(save(tmp_path, content, "lista"))
    assert (refused.value.why, refused.value.detail) == ("not_a_sheet", kind)
    assert advice in refusal(refused.value, Words("en"))


@pytest.mark.parametrize("text", ["From;To\nAna Gil;Eva Paz\n", "Nombre\n[Ana] Gil Paz\n", "BMW;Nombre\nSí;Ana Gil\n"])
def test_lists_that_begin_alike_are_lists(tmp_path: Path, text: str) -> None:
    assert read(save(tmp_path, text)).rows == 1
