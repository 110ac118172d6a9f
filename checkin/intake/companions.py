"""Who comes along: a cell that counts them, and a cell that names them, as people answer either.

Nobody is invented and nobody dropped in silence: where a cell cannot be told for certain, it is said to be unclear, and
a name that could be one person's or two people's stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from checkin.intake.folding import fold, fold_header, one_line
from checkin.intake.people import nothing, person
from checkin.intake.standing import says_yes, standing_of
from checkin.intake.vocabulary import TO_BE_NAMED
from checkin.model import Companion

MOST = 20

_COUNT = re.compile(r"\+?\s*(\d{1,9})\b")
_NUMBERS = {"uno": 1, "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_PLAIN_NO = re.compile(r"(?!no l?o? ?se\b)(no|0|n|false|falso|nein|non|nao|ez)\b|$")
_YES = re.compile(r"^(?:s[ií]|yes|sip|claro|por supuesto|oui|ja|sim|bai|ok|vale)\b[\s,.:;!–—-]*", re.IGNORECASE)
_I_COME = re.compile(
    r"(voy|ire|iremos|vamos|asistire|asistiremos|vendre|vendremos|vengo|alli estare|ahi estare|vaig|vindre"
    r"|i will|i ll be|i m coming)\b"
)
_AMONG = re.compile(r"\d|\b(?:total|conmigo|incluid[oa]|incluyendo)")
_WITH = re.compile(r"\b(con|with|amb|mit|avec|com)\b")
_ALONE = re.compile(
    r"(?:(?:voy|ire|vengo|vendre|asistire|asisto|acudire|vaig|vindre|i m|i am|i will|i ll|coming|ich komme|je viens)"
    r"\b.{0,20}\b)?(?:yo )?(?:(?:sol[oa]s?|solo yo|alone|by myself|just me|only me|allein|seule?|sol[ao]mente yo)$"
    r"|(?:sin|sense|sen|without|ohne|sans) (?:acompan|pareja|nadie|compan|guest|plus|begleit|accompagn|ningu)"
    r"|(?:nadie|ningun[oa]?|nobody|no one|niemand|personne|nessuno)\b)"
)
_NONE = frozenset({
    "yo", "me", "myself", "yo mismo", "yo misma", "el mismo", "la misma", "n", "n p", "n c", "np", "nc", "no procede",
    "individual", "ninguna persona", "cero", "zero", "false", "falso",
})  # fmt: skip
_SOMEBODY = re.compile(
    r"(?:(?:con|y|and|with)\s+)?(?:(?:mi|mis|su|sus|my|un|una)\s+(?:marido|mujer|espos[oa]|pareja|novi[oa]|hij[oa]"
    r"|herman[oa]|prim[oa]|amig[oa]|soci[oa]|compañer[oa]|padre|madre|acompañante|husband|wife|partner|son|daughter"
    r"|friend|colleague)|marido|mujer|espos[oa]|pareja|novi[oa]|acompañante|husband|wife|partner)\b(?:[\s:,]+|$)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[][^()\[\]]{0,200}[)\]]")
_BETWEEN = re.compile(r"\s*[;\n/&+]\s*")
_AND = re.compile(r"\s(?:y|e|i|and|und|et|eta)\s")
_FAMILY = ("apellido", "surname", "cognom", "last name", "family name", "nachname")
_GIVEN = ("nombre", "first", "given", "nom ", "full")


class Along(NamedTuple):
    """Who a cell brings: names, people without one, and whether that is certain."""

    names: tuple[str, ...] = ()
    others: int = 0
    clear: bool = True

    @property
    def number(self) -> int:
        """How many they are."""
        return len(self.names) + self.others


def companions(counted: str, named: str) -> tuple[tuple[Companion, ...], bool]:
    """Who comes along, from the cell that counts them and the cell that names them; and whether that was unclear.

    >>> companions("2 (niños)", "")[0]
    (Companion(name=None), Companion(name=None))
    >>> companions("Sí", "Gil, Ana")[0]
    (Companion(name='Ana Gil'),)
    >>> companions("Voy sola", ""), companions("Sí, Eva Paz", "")
    (((), False), ((Companion(name='Eva Paz'),), False))
    """
    said = _counted(counted)
    if counted and says_yes(counted) is False:
        unclear = _named(named, 0).number > 0 or not (_nobody(counted) or _PLAIN_NO.match(fold(counted)))
        return (), unclear
    told = _named(named, said.number) if named else Along()
    names = told.names or said.names
    number = max(said.number, told.number)
    if number > MOST:
        return (), True
    return (*map(Companion, names), *(Companion() for _ in range(number - len(names)))), not (said.clear and told.clear)


def whole_names(cells: Iterable[tuple[str, str]]) -> str:
    """The cells that name companions, each as (header, cell), one below the other; a surname beside its first name."""
    lines: list[str] = []
    for header, cell in cells:
        title = f"{fold_header(header)} "
        half = any(word in title for word in _FAMILY) and not any(word in title for word in _GIVEN)
        if half and lines and not _nobody(cell):
            lines[-1] = f"{one_line(lines[-1])} {one_line(cell)}"
        else:
            lines.append(cell)
    return "\n".join(lines)


def bought(cells: Iterable[tuple[str, str]]) -> str:
    """How many come along where cells count everybody, oneself among them; "" where they count nothing.

    >>> bought([("Adultos", "2"), ("Niños", "1")]), bought([("Pax", "1 persona")]), bought([("Pax", "")])
    ('2', '0', '')
    """
    numbers = [int(found[1]) for _, cell in cells if (found := re.match(r"\s*(\d{1,4})\b", cell))]
    return str(max(sum(numbers) - 1, 0)) if numbers else ""


def _nobody(cell: str) -> bool:
    """Whether a cell says that nobody comes along."""
    folded = fold(cell)
    return nothing(cell) or folded in _NONE or _ALONE.match(folded) is not None


def _counted(cell: str) -> Along:
    """What a cell says that is asked how many come along, or whether somebody does."""
    if not cell or _nobody(cell):
        return Along()
    cell = cell.strip()
    rest = _YES.sub("", cell, count=1).strip()
    agreed = rest != cell
    rest = rest.strip("()[] ") if rest[:1] in {"(", "["} else rest
    if agreed and (not rest or _nobody(rest)):
        return Along(others=0 if rest else 1)
    if found := _COUNT.match(rest):
        return _numbered(int(found[1]), rest[found.end() :].strip(" :-–()"))
    if number := _NUMBERS.get(fold(rest).partition(" ")[0], 0):
        return Along(others=number)
    if not agreed and _I_COME.match(fold(rest)):
        return Along(others=1) if _WITH.search(fold(rest)) else Along(clear=False)
    return _otherwise(rest, agreed=agreed)


def _numbered(number: int, after: str) -> Along:
    """A number and what stands behind it: the names of so many, or anything else."""
    pieces = _pieces(after, number) if after else []
    if _full_name(after) or (len(pieces) == number > 1 and all(map(_capitals, pieces))):
        named = _named(after, number)
        return Along(named.names[:number], max(number - len(named.names), 0), clear=len(named.names) <= number)
    return Along(others=number, clear=not _AMONG.search(fold(after)))


def _otherwise(rest: str, *, agreed: bool) -> Along:
    """An answer without a number: somebody without a name, names, a yes; unclear where it is something else."""
    bare = _BRACKET.sub(" ", rest).strip()
    if _SOMEBODY.match(bare) or _full_name(bare):
        return _named(bare, 0)
    yes = says_yes(rest)
    return Along(others=1, clear=yes is not None) if agreed else Along(others=int(yes is True), clear=yes is True)


def _named(cell: str, number: int) -> Along:
    """What a cell says that is asked for names; ``number`` is how many they should be, 0 where nobody counted."""
    cell = cell.strip() if _COUNT.match(cell) else _BRACKET.sub(" ", cell).strip()
    found = [_piece(piece, number) for piece in _pieces(cell, number)]
    names = tuple(name for one in found for name in one.names)
    return Along(names, sum(one.others for one in found), all(one.clear for one in found))


def _pieces(cell: str, number: int) -> list[str]:
    """A cell cut where one person certainly ends, and at ``y`` and commas where they join whole names."""
    if _nobody(cell):
        return []
    found: list[str] = []
    for piece in filter(None, _BETWEEN.split(cell)):
        joined = [one.strip() for one in _AND.split(piece) if one.strip()]
        alike = len({len(one.split()) > 1 for one in joined}) == 1
        halves = [half.strip() for one in joined for half in one.split(",") if half.strip()]
        if len(joined) > 1 and not alike and number not in {len(joined), len(halves)}:
            found.append(piece)
        elif len(halves) > len(joined) and (number == len(halves) > 1 or (len(halves) > 2 and _all_names(halves))):
            found += halves
        else:
            found += joined
    return found


def _piece(piece: str, number: int) -> Along:
    """One piece of a cell of names: a name, somebody without one, or nobody."""
    rest = _YES.sub("", piece, count=1).strip()
    if found := _COUNT.match(rest):
        return _numbered(int(found[1]), rest[found.end() :].strip(" :-–()"))
    if fold(rest) in TO_BE_NAMED:
        return Along(others=1, clear=False)
    if not rest or _nobody(rest) or _answer(rest):
        return Along(others=1 if not rest or says_yes(rest) else 0)
    if found := _SOMEBODY.match(rest):
        rest = rest[found.end() :].strip()
        if not _capitals(rest):
            return Along(others=1)
    before, comma, after = rest.partition(",")
    alike = comma and (len(before.split()) == 1) == (len(after.split()) == 1)
    if not number and (_AND.search(rest) or alike):
        return Along((rest,), clear=False)
    name = person(rest).name
    return Along((name,)) if name else Along()


def _answer(text: str) -> bool:
    """Whether a name is an answer in a name's place: ``no lo sé``, ``x``."""
    return standing_of(text) is not None and (text.rsplit(maxsplit=1)[-1].islower() or " " not in text)


def _all_names(pieces: list[str]) -> bool:
    return all(_capitals(piece) and fold(piece) not in {"sl", "sa", "jr"} for piece in pieces)


def _capitals(text: str) -> bool:
    """Whether a text begins and ends with a word in capitals or begun by one."""
    words = text.split()
    return 0 < len(words) <= 6 and words[0][0].isupper() and words[-1][0].isupper()


def _full_name(text: str) -> bool:
    """Whether a text is one full name or several, and nothing else."""
    pieces = [half.strip() for piece in _BETWEEN.split(text) for half in _AND.split(piece) if half.strip()]
    return bool(pieces) and all(
        len(piece.split()) > 1 and _capitals(piece) and all(word[0].isalpha() for word in piece.split())
        for piece in pieces
    )
