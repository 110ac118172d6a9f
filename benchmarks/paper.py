"""What paper promises, measured at length: every code read, no name overrun, every letter read back out of the file.

- 1,000 badges on A4 and on single labels, drawn at 203 and 300 dots per inch by PDFium (as QtPdf has it) and, where the
  machine has it, by Poppler's ``pdftoppm``; read by zxing.
- 10,000 random names of 1 to 120 characters in thirteen alphabets of ten scripts and more, on three labels.
- 10,000 of them out of the file again, compared with their NFC: on one line by PDFium, and off badges by PDFium and
  Poppler, where names are broken in two or shortened. In these a mark follows a letter, one at most, and no word ends
  with a hyphen, which readers take for one that joins two lines. Of what was shortened PDFium passes over characters
  beyond the Basic Multilingual Plane (emoji, mostly), so that they are not compared there.

``tests/paper/test_ten_thousand.py`` asks the same of fewer.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import category, normalize

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument

from benchmarks.badges import EVENT, people
from checkin.badges import Badge, Stock, badges_pdf
from checkin.paper.badge import draw
from checkin.paper.colours import INK, Colour
from checkin.paper.fitting import MM
from checkin.paper.layout import Box, layout
from checkin.paper.page import Page
from checkin.paper.pdf import Document
from checkin.paper.press import Press
from checkin.paper.runs import clean
from checkin.paper.shaping import Line
from checkin.ui.printing.proof import codes_on
from checkin.words import Words
from tests.paper.names_of_the_world import ALPHABETS

LABELS = ((90.0, 54.0), (105.0, 148.5), (89.0, 36.0))
ENGLISH = Words("en")
LONGEST = 120
"""Characters of a name."""


class Inked(Page):
    """A page that remembers where the ink of its texts went."""

    def __init__(self, width: float, height: float, document: Document) -> None:
        """An empty page of that size."""
        super().__init__(width, height, document.placed, document.picture)
        self.inks: list[Box] = []

    def text(
        self,
        line: Line,
        x: float,
        baseline: float,
        size: float,
        fill: Colour,
        align: float = 0.0,
        said: str = "",
    ) -> None:
        """Keep the box round the ink, too."""
        super().text(line, x, baseline, size, fill, align, said)
        if line.runs:
            wide = (line.ink.right - line.ink.left) * size / MM
            top, bottom = (baseline - edge * size / MM for edge in (line.ink.top, line.ink.bottom))
            self.inks.append(Box(x - align * wide, top, wide, bottom - top))


def names(count: int, longest: int = LONGEST) -> list[str]:
    """So many names, the alphabets in turn; any character may follow any."""
    luck = random.Random(2026)
    return ["".join(luck.choices(ALPHABETS[at % len(ALPHABETS)], k=luck.randint(1, longest))) for at in range(count)]


def spelled(count: int, longest: int = LONGEST) -> list[str]:
    """So many names in which a mark follows a letter, one at most."""
    luck = random.Random(2026)
    made = []
    for at in range(count):
        alphabet = ALPHABETS[at % len(ALPHABETS)]
        marks = [char for char in alphabet if category(char)[0] == "M"]
        letters = [char for char in alphabet if char not in marks]
        name = ""
        for _ in range(luck.randint(1, longest)):
            letter = luck.choice(letters)
            name += letter
            if marks and category(letter) == "Lo" and luck.random() < 0.4:
                name += luck.choice(marks)
        made.append(clean(re.sub("-+( |$)", r"\1", clean(name)[:longest].strip())) or "Jo")
    return made


def wrong_on_badges(some: Sequence[str], press: Press) -> Iterator[str]:
    """Names that leave their label, come near the code, or lack a letter."""
    document = Document("Title", "en")
    for at, name in enumerate(some):
        size = LABELS[at % len(LABELS)]
        badge = Badge(
            name, company="Marea Coop.", role="Directora", handle="@bego", table=7, code="BCDFGHJKLNPRSTVXBCDF",
            marks=("VIP",), sector="Legal", sector_colour="#0072B2",
        )  # fmt: skip
        page = Inked(*size, document)
        made = draw(page, press, badge, size, ENGLISH)
        plate = layout(*size, lines=4, code=True, table=True).plate
        fits = all(
            min(ink.x, ink.y) >= -0.01 and ink.right <= size[0] + 0.01 and ink.bottom <= size[1] + 0.01
            for ink in page.inks
        )
        if made.missing or not fits or plate is None or any(ink.meets(plate) for ink in page.inks):
            yield name


def wrong_when_read(some: Sequence[str], press: Press) -> Iterator[str]:
    """Names that PDFium does not read out of the file as they are in NFC; blanks are not compared."""
    for start in range(0, len(some), 26):
        document = Document("Title", "en")
        page = document.page(500, 297)
        here = some[start : start + 26]
        for place, name in enumerate(here):
            page.text(press.line(name), 10, 10 + 11 * place, 11, INK)
        document.add(page)
        said = _text(document.finish())
        yield from (name for name in here if "".join(name.split()) not in said)


def wrong_off_badges(some: Sequence[str], press: Press) -> Iterator[tuple[str, str]]:
    """Names that a reader does not find whole on their badge, with the reader; blanks are not compared.

    The badge has nothing else on it: readers put what stands beside a name between its two lines.
    """
    document = Document("Title", "en")
    shortened = set()
    for name in some:
        page = document.page(*LABELS[0])
        if draw(page, press, Badge(name), LABELS[0], ENGLISH).abbreviated:
            shortened.add(name)
        document.add(page)
    pdf = document.finish()
    with TemporaryDirectory() as folder:
        path = Path(folder, "badges.pdf")
        path.write_bytes(pdf)
        readers = {"PDFium": _pages(pdf)}
        if shutil.which("pdftotext"):
            readers["Poppler"] = _said_by_poppler(path)
    for reader, pages in readers.items():
        for name, said in zip(some, pages, strict=True):
            wanted, found = "".join(name.split()), "".join(normalize("NFC", said).split())
            if reader == "PDFium" and name in shortened:
                wanted, found = ("".join(char for char in text if char < "\U00010000") for text in (wanted, found))
            if wanted != found:
                yield reader, name


def _said_by_poppler(path: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True)
    directions = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c"))
    return done.stdout.decode().translate(directions).split("\f")[:-1]


def _text(pdf: bytes) -> str:
    return "\n".join("".join(line.split()) for line in _pages(pdf)[0].splitlines())


def _pages(pdf: bytes) -> list[str]:
    """What PDFium reads on each page."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    said = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return said


def read_by_pdfium(pdf: bytes, pages: int, dots: int) -> int:
    """How many codes are read off the drawings of PDFium."""
    return sum(len(codes_on(pdf, page, dots)) for page in range(pages))


def read_by_poppler(pdf: bytes, dots: int) -> int:
    """The same of Poppler."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "badges.pdf")
        path.write_bytes(pdf)
        subprocess.run(["pdftoppm", "-gray", "-r", str(dots), str(path), str(Path(folder, "page"))], check=True)
        found = 0
        for picture in sorted(Path(folder).glob("page*.pgm")):
            with Image.open(picture) as opened:
                found += len({one.text for one in zxingcpp.read_barcodes(opened)})
        return found


def main() -> None:
    """Print what was found."""
    app = QGuiApplication.instance() or QGuiApplication([])
    press = Press()
    badges = people(1000)
    print("Paper: what it promises")
    for sheet in ("a4-2x5", "90x54"):
        made = badges_pdf(badges, Stock(sheet), event_name=EVENT, t=ENGLISH, press=press)
        for dots in (203, 300):
            found = read_by_pdfium(made.pdf, made.pages, dots)
            print(f"  {sheet:8} {dots} dpi  PDFium   {found} of {len(badges)} codes read", flush=True)
            if shutil.which("pdftoppm"):
                found = read_by_poppler(made.pdf, dots)
                print(f"  {sheet:8} {dots} dpi  Poppler  {found} of {len(badges)} codes read", flush=True)
    some = names(10_000)
    wrong = len(list(wrong_on_badges(some, press)))
    print(f"  {len(some)} names on badges: {wrong} overrun, meet the code or lack a letter", flush=True)
    some = spelled(10_000)
    wrong = len(list(wrong_when_read(some, press)))
    print(f"  {len(some)} names read out of the file: {wrong} are not what was printed", flush=True)
    wrongs = list(wrong_off_badges(some, press))
    for reader in ("PDFium", "Poppler"):
        wrong = sum(by == reader for by, _ in wrongs)
        print(f"  {len(some)} names off badges, {reader}: {wrong} are not found whole")
    del app


if __name__ == "__main__":
    main()
