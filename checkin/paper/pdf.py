"""A PDF in the making: its pages, the fonts in them, and the drawings that repeat.

reportlab writes the file's objects; text reaches it as glyph numbers (``embedding.py``), so that every script is set
by HarfBuzz and no font is left out of the file. Equal drawing gives equal bytes: no clock, no random identifier.
This module knows no label and no guest.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checkin import late
from checkin.paper.adjusting import EXACT, Adjustment, adjusted
from checkin.paper.embedding import EmbeddedFace, stream
from checkin.paper.fitting import MM
from checkin.paper.fonts import Face
from checkin.paper.logo import Logo
from checkin.paper.operators import number, shown, telling
from checkin.paper.page import Again, Page
from checkin.paper.shaping import GlyphRun, Line

if TYPE_CHECKING:
    from reportlab.pdfbase import pdfdoc
else:
    pdfdoc = late.library("reportlab.pdfbase.pdfdoc")

_PACKED = 3
"""How hard pages are packed, of nine: a twelfth longer than at the usual six, in two thirds of the time."""


class Document:
    """A PDF in the making."""

    def __init__(self, title: str, language: str) -> None:
        """Begin a document without pages.

        Args:
            title: What a viewer shows as the window's title.
            language: BCP 47 tag of the words in it, for screen readers.
        """
        self._pdf = pdfdoc.PDFDocument(compression=1, invariant=1, lang=language, pdfVersion=(1, 7))
        self._pdf.setTitle(title)
        self._pdf.setCreator("Sobremesa")
        self._pdf.setProducer("Sobremesa")
        self._pdf.setAuthor("")
        self._pdf.setSubject("")
        self._pdf.Catalog.ViewerPreferences = pdfdoc.PDFDictionary({"PrintScaling": "/None", "DisplayDocTitle": "true"})
        self._faces: dict[Face, EmbeddedFace] = {}
        self._settings: dict[Line, str] = {}
        self._pictures: dict[Logo, str] = {}
        self._again: Again = {}
        self._fonts = pdfdoc.PDFDictionary()
        self._forms = pdfdoc.PDFDictionary()
        resources = pdfdoc.PDFDictionary({"Font": self._fonts, "XObject": self._forms})
        self._resources = self._pdf.Reference(resources)
        self.pages = 0

    def page(self, width: float, height: float, drawn: Sequence[str] = ()) -> Page:
        """A drawing area of that size in millimetres, not yet part of the document; ``drawn`` is ``Page.drawn``."""
        return Page(width, height, self.placed, self.picture, drawn, self._again)

    def add(self, page: Page, adjustment: Adjustment = EXACT, trim: tuple[float, float] | None = None) -> None:
        """Append a finished page.

        Args:
            page: What is on it.
            adjustment: What the printer does to positions, undone.
            trim: Where the finished label's edge is, and where its bleed ends, inside the page's, in millimetres.
        """
        boxes = f"/MediaBox {_box(page, 0.0)}"
        if trim is not None:
            boxes += f" /TrimBox {_box(page, trim[0])} /BleedBox {_box(page, trim[1])}"
        content = self._pdf.Reference(_Content(adjusted(page.content(), adjustment, page.height)))
        self._pdf.addPage(_Leaf(boxes, self._resources, content))
        self.pages += 1

    def stamp(self, page: Page, bleed: float = 0.0) -> str:
        """Keep a finished drawing to be repeated with ``Page.repeat``, and what runs so far over its edge; its name."""
        name = f"X{len(self._forms.dict) + 1}"
        edges = (-bleed, -bleed, page.width + bleed, page.height + bleed)
        box = f"[{' '.join(number(edge * MM) if edge else '0' for edge in edges)}]"
        matrix = f"[1 0 0 1 0 {number(-page.height * MM)}]"
        entries = {"BBox": box, "Matrix": matrix, "Resources": self._resources}
        form = stream(page.content(), Type="/XObject", Subtype="/Form", **entries)
        self._forms[name] = self._pdf.Reference(form)
        return name

    def picture(self, logo: Logo) -> str:
        """Take a picture into the file, once; its name."""
        known = self._pictures.get(logo)
        if known is None:
            known = self._pictures[logo] = f"X{len(self._forms.dict) + 1}"
            sides = {"Width": logo.width, "Height": logo.height, "BitsPerComponent": 8}
            entries: dict[str, object] = {"Type": "/XObject", "Subtype": "/Image", "ColorSpace": "/DeviceRGB", **sides}
            if logo.solid:
                mask = stream(logo.solid, Type="/XObject", Subtype="/Image", ColorSpace="/DeviceGray", **sides)
                entries["SMask"] = self._pdf.Reference(mask)
            self._forms[known] = self._pdf.Reference(stream(logo.colours, **entries))
        return known

    def setting(self, line: Line) -> str:
        """The operators that show a line at a size of one unit."""
        known = self._settings.get(line)
        if known is None:
            known = self._settings[line] = self._set(line)
        return known

    def placed(self, line: Line, x: float, baseline: float, size: float, align: float, said: str = "") -> str:
        """The operators that show a line; x and ``baseline`` from the lower left corner, in millimetres."""
        left = x * MM - (line.left + align * (line.right - line.left)) * size
        setting = self._set(line, told=True) if said else self.setting(line)
        drawn = f"BT {size:.2f} 0 0 {size:.2f} {left:.2f} {baseline * MM:.2f} Tm {setting} ET"
        return telling(said, drawn) if said else drawn

    def finish(self) -> bytes:
        """The whole file."""
        for embedded in self._faces.values():
            self._fonts[embedded.name] = embedded.add_to(self._pdf)
        return bytes(self._pdf.GetPDFData(None))

    def _set(self, line: Line, *, told: bool = False) -> str:
        runs = line.runs
        if len(runs) == 1:
            return self._run(runs[0], told=told)
        return "\n".join([self._run(run, told=told) for run in runs])

    def _embedded(self, face: Face) -> EmbeddedFace:
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = EmbeddedFace(face, f"F{len(self._faces) + 1}")
        return found

    def _run(self, run: GlyphRun, *, told: bool) -> str:
        embedded = self._embedded(run.face)
        return f"/{embedded.name} 1 Tf {shown(embedded, run, told=told)}"


def _box(page: Page, inset: float) -> str:
    edges = (inset, inset, page.width - inset, page.height - inset)
    return f"[{' '.join(number(edge * MM) if edge else '0' for edge in edges)}]"


class _Leaf(pdfdoc.PDFObject):  # type: ignore[misc]
    """A page of the document, written in one go: reportlab's own asks for twenty entries that none here has."""

    __RefOnly__ = 1

    def __init__(self, boxes: str, resources: pdfdoc.PDFObjectReference, content: pdfdoc.PDFObjectReference) -> None:
        self._boxes, self._resources, self._content = boxes, resources, content

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The page as it stands in the file."""
        references = (document.Reference(document.Pages), self._resources, self._content)
        parent, resources, content = (reference.format(document).decode("ascii") for reference in references)
        entries = f"/Type /Page /Parent {parent} {self._boxes} /Resources {resources} /Contents {content}"
        return f"<< {entries} >>".encode("ascii")


class _Content(pdfdoc.PDFObject):  # type: ignore[misc]
    """The operators of a page, packed."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _: pdfdoc.PDFDocument) -> bytes:
        """The stream as it stands in the file."""
        packed = zlib.compress(self._content, _PACKED)
        return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream\n" % (len(packed), packed)
