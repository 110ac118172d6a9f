"""Typefaces inside a PDF: only the glyphs in use, addressed by their numbers, with the text they stand for.

Each face becomes a composite font (Identity-H) over a subset that keeps glyph numbers, so that what HarfBuzz chose is
what the printer draws. ``ToUnicode`` lets a reader search and copy; where a glyph's text depends on its neighbours,
``pdf.py`` marks the text itself. Sizes of the parts follow ISO 32000-1, 9.7.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from typing import TYPE_CHECKING

import uharfbuzz as hb

from checkin import late
from checkin.paper.fonts import Face
from checkin.paper.shaping import Glyph, GlyphRun

if TYPE_CHECKING:
    from reportlab.pdfbase import pdfdoc
else:
    pdfdoc = late.library("reportlab.pdfbase.pdfdoc")

_KEPT_TABLES = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp"})
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class EmbeddedFace:
    """A face as one document uses it: the glyphs seen so far and what each of them stands for."""

    def __init__(self, face: Face, name: str) -> None:
        """Begin with the space alone; ``name`` is what page streams call the font."""
        self.face = face
        self.name = name
        self.space = face.glyph(" ")
        self._texts: dict[int, str] = {self.space: " "}
        self._said: set[tuple[int, str]] = {(self.space, " ")}

    def use(self, run: GlyphRun) -> bool:
        """Take the glyphs of a run in; whether a reader of the file takes each for the text it stands for in the run.

        What a glyph stands for the first time is what it stands for in the whole file.
        """
        pairs = set(zip(run.ids, run.texts, strict=True))
        if pairs <= self._said:
            return True
        for glyph, text in zip(run.ids, run.texts, strict=True):
            if not self._texts.get(glyph):
                self._texts[glyph] = text
                self._said.add((glyph, text))
        return pairs <= self._said

    def says(self, glyph: Glyph) -> bool:
        """Whether a reader of the file takes this glyph for the text that it stands for here."""
        return self._texts[glyph.id] == glyph.text

    def width(self, glyph: int) -> float:
        """The width that the file declares for a glyph, in thousandths of an em."""
        return round(self.face.cells[glyph].advance * 1000 / self.face.upem, 3)

    def add_to(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObjectReference:
        """Write the font's objects into a document; a reference to the font."""
        glyphs = sorted(self._texts)
        base = f"{_tag(glyphs)}+{self.face.name}"
        descendant = _dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=f"/{base}",
            CIDSystemInfo="<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            CIDToGIDMap="/Identity",
            DW=0,
            W=f"[{' '.join(f'{glyph} [{self.width(glyph):g}]' for glyph in glyphs)}]",
            FontDescriptor=document.Reference(self._descriptor(document, base, glyphs)),
        )
        font = _dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=f"/{base}",
            Encoding="/Identity-H",
            DescendantFonts=pdfdoc.PDFArray([document.Reference(descendant)]),
            ToUnicode=document.Reference(stream(_to_unicode(self._texts).encode("ascii"))),
        )
        return document.Reference(font)

    def _descriptor(self, document: pdfdoc.PDFDocument, base: str, glyphs: list[int]) -> pdfdoc.PDFDictionary:
        extents = self.face.hb_font.get_font_extents("ltr")
        ascent, descent = (round(value * 1000 / self.face.upem) for value in (extents.ascender, extents.descender))
        cap = self.face.cells[self.face.glyph("H")].top
        font_file = stream(_subset(self.face, glyphs))
        return _dictionary(
            Type="/FontDescriptor",
            FontName=f"/{base}",
            Flags=4,
            FontBBox=f"[-500 {descent} 2000 {ascent}]",
            ItalicAngle=0,
            Ascent=ascent,
            Descent=descent,
            CapHeight=round(cap * 1000 / self.face.upem) if isfinite(cap) else ascent,
            StemV=80,
            FontFile2=document.Reference(font_file),
        )


def stream(content: bytes, **entries: object) -> pdfdoc.PDFStream:
    """A compressed stream object."""
    return pdfdoc.PDFStream(_dictionary(**entries), content, filters=[pdfdoc.PDFZCompress])


def _dictionary(**entries: object) -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(entries)


def _subset(face: Face, glyphs: list[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    tags = {int.from_bytes(tag.encode(), "big") for tag in face.hb_face.table_tags if tag not in _KEPT_TABLES}
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(tags)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    return bytes(hb.subset(face.hb_face, wanted).blob.data)


def _tag(glyphs: Iterable[int]) -> str:
    """Six letters that name this subset, the same for the same glyphs."""
    digest = hashlib.sha256(" ".join(map(str, glyphs)).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(texts: Mapping[int, str]) -> str:
    pairs = [
        f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in sorted(texts.items()) if text
    ]
    return _CMAP.format(blocks="\n".join(_blocks(pairs)))


def _blocks(pairs: list[str]) -> Iterator[str]:
    for start in range(0, len(pairs), 100):
        block = pairs[start : start + 100]
        yield f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar"
