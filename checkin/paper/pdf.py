"""A PDF in the making: its pages, the fonts in them, and the drawings that repeat.

reportlab writes the file's objects; text reaches it as glyph numbers (``embedding.py``), so that every script is set
by HarfBuzz and no font is left out of the file. Equal drawing gives equal bytes: no clock, no random identifier.
This module knows no label and no guest.
"""

from __future__ import annotations

from reportlab.pdfbase import pdfdoc

from checkin.paper.embedding import EmbeddedFace, stream
from checkin.paper.fitting import MM
from checkin.paper.fonts import Face
from checkin.paper.operators import number, shown
from checkin.paper.page import Page
from checkin.paper.shaping import GlyphRun, Line


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
        self._fonts = pdfdoc.PDFDictionary()
        self._forms = pdfdoc.PDFDictionary()
        resources = pdfdoc.PDFDictionary({"Font": self._fonts, "XObject": self._forms})
        self._resources = self._pdf.Reference(resources)
        self.pages = 0

    def page(self, width: float, height: float) -> Page:
        """A drawing area of that size in millimetres, not yet part of the document."""
        return Page(width, height, self.setting)

    def add(self, page: Page) -> None:
        """Append a finished page."""
        made = pdfdoc.PDFPage()
        made.MediaBox = pdfdoc.PDFArray([0, 0, number(page.width * MM), number(page.height * MM)])
        made.Resources = self._resources
        made.Contents = stream(page.content())
        self._pdf.addPage(made)
        self.pages += 1

    def stamp(self, page: Page) -> str:
        """Keep a finished drawing to be repeated with ``Page.repeat``; its name."""
        name = f"X{len(self._forms.dict) + 1}"
        box = f"[0 0 {number(page.width * MM)} {number(page.height * MM)}]"
        matrix = f"[1 0 0 1 0 {number(-page.height * MM)}]"
        entries = {"BBox": box, "Matrix": matrix, "Resources": self._resources}
        form = stream(page.content(), Type="/XObject", Subtype="/Form", **entries)
        self._forms[name] = self._pdf.Reference(form)
        return name

    def setting(self, line: Line) -> str:
        """The operators that show a line at a size of one unit."""
        known = self._settings.get(line)
        if known is None:
            known = self._settings[line] = self._set(line)
        return known

    def finish(self) -> bytes:
        """The whole file."""
        for embedded in self._faces.values():
            self._fonts[embedded.name] = embedded.add_to(self._pdf)
        return bytes(self._pdf.GetPDFData(None))

    def _set(self, line: Line) -> str:
        return "\n".join(self._run(run) for run in line.runs)

    def _embedded(self, face: Face) -> EmbeddedFace:
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = EmbeddedFace(face, f"F{len(self._faces) + 1}")
        return found

    def _run(self, run: GlyphRun) -> str:
        embedded = self._embedded(run.face)
        return f"/{embedded.name} 1 Tf {shown(embedded, run)}"
