"""Badges on A4, ten a page, beside the ways that Indico and pretix make theirs, re-made here minimally.

Each way sets the same badge (90 × 54 mm: colour band, event, first name, surnames, company, table, a QR code of 20
letters, a logo) for the same people, all names different. Without a web framework, a database or a template language
around them the two are faster here than at home, so the ratios favour them. All work on one thread and are measured
in its own time, so that whatever else the machine does counts for nothing.

- Indico's way: one reportlab canvas; each text a ``Paragraph`` of a style of its own; the QR made by ``qrcode`` as a
  PNG and drawn as an image with a mask; the background opened and encoded again for each badge.
- pretix's way: one reportlab canvas for the texts and a ``QrCodeWidget`` of reportlab's, one page a badge; a
  background page merged under each by pypdf; the pages merged again ten to a sheet.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import qrcode
from PIL import Image
from pypdf import PdfReader, PdfWriter, Transformation
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from benchmarks.figures import Line, quantile, table
from benchmarks.people import COMPANIES, names
from checkin import resources
from checkin.badges import Badge, Press, Stock, badges_pdf
from checkin.tickets import new_code
from checkin.words import Words

WIDTH, HEIGHT = 90 * mm, 54 * mm
EVENT = "Comida networking de noviembre"
ROUNDS = 5
SPANISH = Words("es")


def people(count: int) -> list[Badge]:
    """So many badges, no two alike."""
    return [
        Badge(
            name=f"{given} {family}",
            given=given,
            family=family,
            company=COMPANIES[at % len(COMPANIES)],
            table=at % 25 + 1,
            code=new_code(sha256(at.to_bytes(4, "big")).digest()),
        )
        for at, (given, family) in enumerate(names(count))
    ]


def logo() -> bytes:
    """A picture as organizers upload them: 600 × 200 with an alpha channel."""
    picture = Image.new("RGBA", (600, 200), (15, 107, 92, 255))
    picture.paste((255, 255, 255, 0), (20, 20, 180, 180))
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def positions(count: int) -> list[tuple[int, float, float]]:
    """Page and lower left corner of each badge, two by five on A4."""
    return [
        (at // 10, 15 * mm + at % 2 * WIDTH, 297 * mm - 13.5 * mm - (at % 10 // 2 + 1) * HEIGHT) for at in range(count)
    ]


def ours(badges: list[Badge]) -> bytes:
    """This program's way, with nothing kept from an earlier print."""
    return badges_pdf(badges, Stock(), event_name=EVENT, t=SPANISH).pdf


def _texts(badge: Badge) -> list[tuple[str, int, float]]:
    """What a badge says: text, size in points, height of its middle in millimetres."""
    table_ = f"Mesa {badge.table}"
    return [(EVENT, 9, 46), (badge.given, 22, 36), (badge.family, 13, 26), (badge.company, 10, 18), (table_, 14, 6)]


def indico(badges: list[Badge]) -> bytes:
    """Indico's way."""
    file, picture = BytesIO(), logo()
    canvas = Canvas(file, pagesize=(210 * mm, 297 * mm))
    page = 0
    for badge, (number, x, y) in zip(badges, positions(len(badges)), strict=True):
        if number != page:
            canvas.showPage()
            page = number
        canvas.setFillColor(HexColor("#0F6B5C"))
        canvas.rect(x, y + HEIGHT - 3 * mm, WIDTH, 3 * mm, stroke=0, fill=1)
        encoded = BytesIO()
        Image.open(BytesIO(picture)).convert("RGB").save(encoded, "JPEG")
        canvas.drawImage(ImageReader(encoded), x + 4 * mm, y + 1 * mm, 12 * mm, 4 * mm)
        for text, size, height in _texts(badge):
            style = ParagraphStyle("badge", fontName="Bench", fontSize=size, leading=size * 1.2)
            paragraph = Paragraph(text, style)
            _, used = paragraph.wrap(58 * mm, HEIGHT)
            paragraph.drawOn(canvas, x + 4 * mm, y + height * mm - used / 2)
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, box_size=3, border=1)
        code.add_data(badge.code)
        code.make(fit=True)
        image = BytesIO()
        code.make_image().save(image, "PNG")
        canvas.drawImage(ImageReader(image), x + 64 * mm, y + 4 * mm, 22 * mm, 22 * mm, mask="auto")
    canvas.save()
    return file.getvalue()


def pretix(badges: list[Badge]) -> bytes:
    """Pretix's way."""
    file, under = BytesIO(), BytesIO()
    background = Canvas(under, pagesize=(WIDTH, HEIGHT))
    background.setFillColor(HexColor("#0F6B5C"))
    background.rect(0, HEIGHT - 3 * mm, WIDTH, 3 * mm, stroke=0, fill=1)
    background.drawImage(ImageReader(BytesIO(logo())), 4 * mm, 1 * mm, 12 * mm, 4 * mm, mask="auto")
    background.save()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT))
    for badge in badges:
        for text, size, height in _texts(badge):
            paragraph = Paragraph(text, ParagraphStyle("badge", fontName="Bench", fontSize=size, leading=size * 1.2))
            _, used = paragraph.wrap(58 * mm, HEIGHT)
            paragraph.drawOn(canvas, 4 * mm, height * mm - used / 2)
        code = QrCodeWidget(badge.code, barLevel="H", barWidth=22 * mm, barHeight=22 * mm)
        drawing = Drawing(22 * mm, 22 * mm)
        drawing.add(code)
        renderPDF.draw(drawing, canvas, 64 * mm, 4 * mm)
        canvas.showPage()
    canvas.save()
    merged = PdfWriter()
    for page in PdfReader(BytesIO(file.getvalue())).pages:
        added = merged.add_page(PdfReader(BytesIO(under.getvalue())).pages[0])
        added.merge_page(page)
    sheets = PdfWriter()
    for (number, x, y), page in zip(positions(len(badges)), merged.pages, strict=True):
        while len(sheets.pages) <= number:
            sheets.add_blank_page(210 * mm, 297 * mm)
        sheets.pages[number].merge_transformed_page(page, Transformation().translate(x, y))
    out = BytesIO()
    sheets.write(out)
    return out.getvalue()


def rate(way: Callable[[list[Badge]], bytes], badges: list[Badge]) -> float:
    """Badges a second."""
    started = time.process_time()
    way(badges)
    return len(badges) / (time.process_time() - started)


def rate_of_new_names(badges: list[Badge]) -> float:
    """Badges a second where the codes were made before, for people of other names: an evening's press, new guests."""
    press = Press()
    earlier = names(len(badges), seed=2)
    others = [
        replace(one, name=f"{given} {family}", given=given, family=family)
        for one, (given, family) in zip(badges, earlier, strict=True)
    ]
    badges_pdf(others, Stock(), event_name=EVENT, t=SPANISH, press=press)
    return rate(lambda some: badges_pdf(some, Stock(), event_name=EVENT, t=SPANISH, press=press).pdf, badges)


def warm(way: Callable[[list[Badge]], bytes], badges: list[Badge]) -> list[float]:
    """Milliseconds for each badge alone, the first ten left out."""
    took = []
    for badge in badges:
        started = time.process_time()
        way([badge])
        took.append((time.process_time() - started) * 1000)
    return took[10:]


def main() -> None:
    """Print the table: medians of rounds in which the ways take turns."""
    pdfmetrics.registerFont(TTFont("Bench", str(next(resources.path("fonts", "noto-sans").glob("*Bold.ttf")))))
    many, some, few = people(1000), people(200), people(40)
    press = Press()

    def known(badges: list[Badge]) -> bytes:
        return badges_pdf(badges, Stock(), event_name=EVENT, t=SPANISH, press=press).pdf

    def alone(badges: list[Badge]) -> bytes:
        return badges_pdf(badges, Stock("90x54"), event_name=EVENT, t=SPANISH, press=press).pdf

    known(many)
    rates: dict[str, list[float]] = {"ours": [], "coded": [], "known": [], "indico": [], "pretix": []}
    for _ in range(ROUNDS):
        rates["ours"].append(rate(ours, many))
        rates["coded"].append(rate_of_new_names(many))
        rates["known"].append(rate(known, many))
        rates["indico"].append(rate(indico, some))
        rates["pretix"].append(rate(pretix, few))
    ways = ("ours", "coded", "known", "indico", "pretix")
    here, coded, again, one, other = (quantile(rates[way], 0.5) for way in ways)
    ms, theirs = (quantile(warm(way, some[:110]), 0.95) for way in (alone, indico))
    further = (len(ours(many)) - len(ours(many[:500]))) / 500
    lines = [
        Line("badges on A4, all names different", here, one, "/s", "Indico's way", more_is_better=True),
        Line("badges on A4, all names different", here, other, "/s", "pretix's way", more_is_better=True),
        Line("codes known, names new", coded, one, "/s", "Indico's way", more_is_better=True),
        Line("the same once more, codes and names known", again, one, "/s", "Indico's way", more_is_better=True),
        Line("one badge, warm, p95", ms, theirs, "ms", "Indico's way"),
        Line("bytes for each further badge", further, 600, "B", "the most allowed"),
    ]
    print(table("Badges", lines))


if __name__ == "__main__":
    main()
