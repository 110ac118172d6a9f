"""Lists without a header: which of their first lines are titles, and a line that holds several people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checkin.intake import name_cells
from checkin.intake.contents import looks_like_name, share
from checkin.intake.folding import fold
from checkin.intake.given_names import begins_with_one
from checkin.intake.headings import names_a_table, standing_under
from checkin.intake.marks import is_marked, unmarked
from checkin.intake.sheets import Line

_TITLES_WITHIN = 4
_FAREWELL_WITHIN = 4
_FAREWELL = re.compile(
    r"(?:muchas )?gracias(?: a todos| a todas| y un saludo)?|(?:un )?(?:cordial )?saludos?(?: cordiales?| a todos)?"
    r"|atentamente|(?:un )?(?:fuerte )?abrazos?|besos|cordialmente|salut(?:acions)?|una abracada|kind regards"
    r"|best regards|best|regards|thanks|thank you|cheers|agur|eskerrik asko|gracies|merci|cordialement|danke"
    r"|viele grusse|obrigad[oa]|grazie"
)
"""How a letter ends, folded."""
_TITLE = re.compile(
    r"(?:lista|listado|relacion|asistentes|asistencia|comida|cena|almuerzo|desayuno|brunch|coctel|evento|networking"
    r"|encuentro|reunion|afterwork|confirmados|invitados|inscritos|participantes|apuntados|list|guests|guest list|lunch"
    r"|dinner|breakfast|event|meeting|llista|dinar|sopar|esmorzar|assistents|bazkaria|afaria|cea|xantar)\b"
)


def entitled(body: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a list of one column, those at its top set aside that are its title and no people."""
    texts = [line.cells[0] for line in body if len(line.cells) == 1]
    if len(texts) != len(body):
        return tuple(body)
    listed = share(texts[1:], is_marked) >= 0.7
    lines = list(body)
    for at, line in enumerate(body[:_TITLES_WITHIN]):
        followed = at + 1 < len(body)
        gap = followed and body[at + 1].number > line.number + 1
        if not (followed and _is_title(line.cells[0], listed=listed, gap=gap)):
            break
        if standing_under(line.cells[0]) is None and not names_a_table(line.cells[0]):
            lines[at] = replace(line, aside="heading")
    return tuple(_unsigned(lines))


def _unsigned(lines: list[Line]) -> list[Line]:
    """The lines without the farewell of a letter and who signs it, where they stand at its end."""
    for at in range(max(len(lines) - _FAREWELL_WITHIN, 1), len(lines)):
        if _FAREWELL.fullmatch(fold(lines[at].cells[0])):
            return [*lines[:at], *(replace(line, aside="no_person") for line in lines[at:])]
    return lines


def _is_title(text: str, *, listed: bool, gap: bool) -> bool:
    bare, mark = unmarked(text)
    if is_marked(text) and not text.startswith("*"):
        return False
    name = name_cells.read(bare).name
    if mark or begins_with_one(name):
        return False
    if standing_under(text) is not None or text.endswith(":") or any(map(str.isdigit, name)) or listed:
        return True
    return _TITLE.match(fold(name)) is not None or (gap and not looks_like_name(name))


def may_be_title(texts: Sequence[str]) -> bool:
    """Whether the first of some names may as well be their title: one word, no given name, above full names."""
    first = unmarked(texts[0]).text
    below = [unmarked(text).text for text in texts[1:400]]
    return " " not in first and not begins_with_one(first) and share(below, looks_like_name) >= 0.7


def _by_table(body: Sequence[Line]) -> tuple[Line, ...]:
    """Everybody on a line of their own where each line is a table, and its people beside each other."""
    found: list[Line] = []
    base = 1000
    while body and base <= body[-1].number:
        base *= 10
    for line in body:
        title, colon, first = line.cells[0].partition(":")
        people = [cell for cell in (first.strip(), *line.cells[1:]) if cell]
        if not (colon and names_a_table(title) and people):
            return ()
        found += [Line(line.number + at * base, (name,), part=title.strip()) for at, name in enumerate(people)]
    return tuple(found)


def one_below_the_other(body: Sequence[Line]) -> tuple[Line, ...]:
    """A single line of nothing but names, as many lines; and those of tables, ``Mesa 1: Ana Gil, Luis Paz``."""
    if seated := _by_table(body):
        return seated
    if len(body) != 1 or len(body[0].cells) < 3 or not all(map(looks_like_name, body[0].cells)):
        return tuple(body)
    return tuple(Line(at, (cell,)) for at, cell in enumerate(body[0].cells, body[0].number))
