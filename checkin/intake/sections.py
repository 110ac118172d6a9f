"""What stands between and below the people of a list: titles, sums and notes, each told from a person with care.

Only a line that says next to nothing else is looked at, and only a title that says so itself, or what a neighbour
proves, is no person. Whatever is in doubt stays in the list and is pointed out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checkin.intake import columns as guesser
from checkin.intake.blocks import is_header
from checkin.intake.contents import looks_like_name
from checkin.intake.folding import fold
from checkin.intake.given_names import begins_with_one
from checkin.intake.headings import names_a_table, standing_under
from checkin.intake.people import placeholder
from checkin.intake.sheets import Line
from checkin.intake.vocabulary import TOTAL
from checkin.model import Standing

_NUMBER = re.compile(r"\d{1,5}")
_RULE = re.compile(r"[-–—=_+:.*|\s]{3,}")
_SUM = re.compile(r".{1,60}?\s?[:=]\s?\d{1,5}(?: \w{1,12})?")
_NOTE = re.compile(
    r"(?:nota|notas|iban|precio|precios|leyenda|legend|resumen|gracias|thanks|note|notes|ultima actualizacion"
    r"|actualizado|updated|last updated|elaborado por|fuente|pagina|page)(?: \d+| \d+ de \d+)?$"
    r"|(?:iban|ultima actualizacion|actualizad[oa]|last updated?|precio|muchas gracias|gracias por) "
)
_FIGURES = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|=|!$|^¡|https?:")
_PAGE = re.compile(r"(?:pagina|page|pag|hoja|seite) \d")
_LOOKED_AT = 2000
_A_SENTENCE, _LONGEST_NAME = 5, 8
"""Words: with a figure among them, and without."""


class _Values:
    """Where the short cells of a list stand, gathered when first asked for."""

    def __init__(self, body: Sequence[Line]) -> None:
        self._body = body
        self._places: dict[str, set[int]] | None = None

    def elsewhere(self, text: str, place: int) -> bool:
        """Whether people have this very cell in another column."""
        if self._places is None:
            self._places = {}
            for line in self._body[:_LOOKED_AT]:
                if len(line.cells) - line.cells.count("") > 2:
                    for at, cell in enumerate(line.cells):
                        if cell and len(cell) <= 60:
                            self._places.setdefault(fold(cell), set()).add(at)
        places = self._places.get(fold(text), set())
        return bool(places) and place not in places


def marked(titles: Sequence[str], body: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those set aside that are no people, the others with the title that they stand under."""
    several = max((len(line.cells) for line in body), default=0) > 1
    values = _Values(body)
    under = part = ""
    lines: list[Line] = []
    for at, line in enumerate(body):
        cells = line.cells
        filled = len(cells) - cells.count("")
        if filled <= 2 and not line.aside:
            place = next((at for at, cell in enumerate(cells) if cell and not _NUMBER.fullmatch(cell)), -1)
            following = body[at + 1].cells if at + 1 < len(body) else ()
            after_blank = at > 0 and line.number > body[at - 1].number + 1
            last = several and not following and place >= 0 and placeholder(cells[place])
            if place >= 0 and not last and _is_title(titles, line, place, following, after_blank=after_blank):
                said, text = standing_under(cells[place]), cells[place].rstrip(" :")
                under = under if said is None else "" if said is Standing.COMING else text
                part = part if _PAGE.match(fold(text)) else text if said is None else ""
                lines.append(replace(line, aside="heading"))
                continue
            if several and place >= 0 and (why := _no_person(cells, place, filled, values)):
                lines.append(replace(line, aside=why))
                continue
        if filled and all(map(_RULE.fullmatch, filter(None, cells))):
            lines.append(replace(line, aside="no_person"))
        elif under or part:
            lines.append(replace(line, under=under or line.under, part=part or line.part))
        else:
            lines.append(line)
    return tuple(lines)


def _is_title(titles: Sequence[str], line: Line, place: int, following: Sequence[str], *, after_blank: bool) -> bool:
    """Whether a line with one text in it is the title of what follows; a name above a header stays a name."""
    filled = len(line.cells) - line.cells.count("")
    text = line.cells[place]
    if filled - 1 != sum(1 for cell in line.cells if _NUMBER.fullmatch(cell)):
        return False
    if standing_under(text) is not None or names_a_table(text):
        scores = guesser.header_scores(titles[place]) if place < len(titles) and titles[place] else {}
        return max(scores, key=lambda name: scores[name], default="name") not in {"status", "void", "paid", "product"}
    if filled > 1:
        return False
    figures = any(map(str.isdigit, text))
    if text.endswith(":"):
        return not figures
    return is_header(following) and (after_blank or figures or (" " in text and not looks_like_name(text)))


def _is_a_sentence(text: str) -> bool:
    """Whether a text is long, is no piece of a broken line, and does not begin as a name does."""
    words = text.split()
    long = len(words) >= _A_SENTENCE and (len(words) > _LONGEST_NAME or any(map(str.isdigit, text)))
    odd = '"' in text or "@" in text or not text.isprintable() or not words[1:2] or not words[1].isalpha()
    return long and not odd and words[1].islower() and not begins_with_one(text)


def _no_person(cells: Sequence[str], place: int, filled: int, values: _Values) -> str:
    """Why a line of one text, or of a text and a number, below or among people is a sum or a note; "" for any other."""
    text = cells[place]
    counted = filled == 2 and any(_NUMBER.fullmatch(cell) for cell in cells)
    if filled == 2 and not counted:
        return ""
    words = fold(text).split()
    if words and words[0] in TOTAL and (filled == 2 or len(words) < 6):
        return "total_line"
    if counted:
        return "total_line" if text.endswith(":") or values.elsewhere(text, place) else ""
    if _SUM.fullmatch(text):
        return "total_line"
    if _is_a_sentence(text):
        return "no_person"
    figure = _FIGURES.search(text)
    said = figure is not None and not looks_like_name(text[: figure.start()])
    return "no_person" if said or _NOTE.match(" ".join(words)) else ""
