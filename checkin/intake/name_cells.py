"""What stands in the cell of a name besides the name: an address, who comes along, a role, that somebody stays away.

What is certain is taken out of the name; what is not stays in it, and is to be pointed out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from checkin.intake.firms import firm
from checkin.intake.folding import fold, one_line

BESIDE = re.compile(r"(?:\+\s*1|acomp(?:añante|\.)?|plus one)\s*[:.-]?\s+(\S.*)", re.IGNORECASE)
"""Somebody's guest, and whose, or who it is: ``+1 Ana Gil``, ``Acompañante: Ana Gil``."""

_LONGEST = 320
_ODD = re.compile(
    r"[@<(\[+&/,;\n×\U0001f000-\U0001faff❓❔❌✗✘✖❎]"
    r"|\d|[ ]-|[–—]|\b(?:y|e|con|and|no)\b|baja|cancel|anulad|annul|storn|refund",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[<(\[]?\s?(?:mailto:)?([\w.%+'-]{1,64}@[\w.-]{1,200}\.[A-Za-z]{2,24})[>)\]]?", re.ASCII)
_BRACKET = re.compile(r"([^()\[\]]*[^()\[\]\s])\s*[(\[]([^()\[\]]*)[)\]][\s.]*")
_SIGN = re.compile(r"[❌✗✘✖❎;\U0001f000-\U0001faff❓❔]")
"""What no name has, and may mean something: ``🤔``."""

_DASHED = re.compile(r"([^–—|]*[^\s–—|])\s+[-–—|]\s+(\S[^–—|]*)")
_AWAY = r"cancel(?:a|ad[oa]|led|ed|lat|lada)|anul(?:a|ad[oa]|lat|lada)|storniert|annulée?|refunded|reembolsad[oa]"
_NOT = (
    r"(?:al final |finalmente |ya )?no (?:viene|vendrá|vendra|va|irá|ira|asiste|asistirá|asistira|puede|podrá|podra)"
    r"(?: venir| ir| asistir)?"
)
_AWAY_INSIDE = re.compile(rf"(?:{_AWAY}|{_NOT}|(?:de )?baja|not coming|no show)[\s.!]*", re.IGNORECASE)
_AWAY_BEHIND = re.compile(
    rf"(.*[^\s\-–—:,;/*])(?:\s*[-–—:,;/*]+\s*(baja|{_AWAY})|[\s\-–—:,;/*]+({_NOT}|{_AWAY}))[\s.!]*", re.IGNORECASE
)
_ALONG = re.compile(r"\+\s*(\d{1,2}\b.*)|(?:con|with|y|and|&)\s+(.+)", re.IGNORECASE)
_PARTY = re.compile(r"\d{1,2}\s?(?:pax|personas?|plazas?|persones|people)", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"\+\s*(\d{1,2})")
_PLUS = re.compile(r"([^\d=+]*\w[.)]?)[\s,(]*\+\s*(\d{1,2})\b\s*[:(]?(.*?)\)?")
_TIMES = re.compile(
    r"([^\d=]*\w)[\s,(]+(?:[x×]\s?(\d{1,2})|(\d{1,2})\s?(?:pax|personas?|plazas?|persones|people))\)?", re.IGNORECASE
)
_KIN = re.compile(
    r"(?:(?:su|mi|sus|mis|una?|(\d{1,2}))\s+)?(?:acompañantes?|pareja|marido|mujer|espos[oa]|novi[oa]|hij[oa]s?|niñ[oa]s?"
    r"|herman[oa]|amig[oa]|soci[oa]|madre|padre|guest|plus one|husband|wife|partner|son|daughter|friend)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*([+&/])\s*|\s+(y|e|con|and|with)\s+(?=\S)", re.IGNORECASE)
_AROUND = " \t-–—,;:|\"'"
_SIGNS = frozenset("+&/")
_CERTAIN = frozenset({"+", "&", "con", "with"})
_ROLES = re.compile(
    r"(?:co ?)?(?:ceo|cto|cfo|coo|cmo|cio|chro|direct(?:ora?|iv[oa])|gerente|administradora?|soci[oa]|fundadora?"
    r"|founder|manager|president[ea]|vicepresident[ea]|abogad[oa]|consultora?|responsable|jef[ea]|head of|chief|partner"
    r"|owner|propietari[oa]|coordinadora?|ingenier[oa]|arquitect[oa]|periodista|freelance|autonom[oa])\b"
)
_FIRM = re.compile(
    r"([^,]+),\s*(\S.*[\s,](?:S\.?\s?L\.?\s?[UPL]?\.?|S\.?\s?A\.?\s?U?\.?|S\.?\s?Coop\.?|GmbH|Ltd\.?|Inc\.?|LLC|SAS|Srl))",
    re.IGNORECASE,
)


def is_odd(cell: str) -> bool:
    """Whether the cell of a name may hold something besides: a sign, a number, or a word that speaks of more."""
    return _ODD.search(cell) is not None


def begins_a_role(folded: str) -> bool:
    """Whether words are what somebody does, not what they are called."""
    return _ROLES.match(folded) is not None


class Said(NamedTuple):
    """What the cell of a name says.

    Attributes:
        name: The name, as ``people.person`` takes it.
        email: An address in the cell.
        counted: Who comes along, as ``companions.companions`` takes it.
        away: The words by which somebody does not come.
        more: Something else was taken out of the name: the cell is to be kept whole.
        doubtful: The name may hold more than a name.
        company: What stands in brackets behind the name and is likely to be one; the name still has it.
    """

    name: str
    email: str = ""
    counted: str = ""
    away: str = ""
    more: bool = False
    doubtful: bool = False
    company: str = ""

    def without_company(self) -> Said:
        """The same with the company taken out of the name, where nothing else says one."""
        found = _BRACKET.fullmatch(self.name) or _DASHED.fullmatch(self.name)
        name = found[1] if found else self.name
        return self._replace(name=name, more=True, doubtful=read(name).doubtful)


@lru_cache(maxsize=64)
def read(cell: str) -> Said:
    """The name in a cell, and what else the cell says; asked more than once for every row.

    >>> read("Ana Gil <ana@example.org>")[:2], read("Ana Gil (+2)")[:3]
    (('Ana Gil', 'ana@example.org'), ('Ana Gil', '', '2'))
    >>> read("Ana Gil (CANCELA)").away, read("Ana Gil + Eva Paz").counted, read("Ana Gil, CEO").name
    ('CANCELA', 'Eva Paz', 'Ana Gil')
    """
    if len(cell) > _LONGEST or not is_odd(cell):
        return Said(cell)
    said = _without_address(one_line(cell))
    if "\n" in cell and _full(cell.partition("\n")[0]):
        said = said._replace(doubtful=True)
    said = _inside_brackets(said)
    if found := _AWAY_BEHIND.fullmatch(said.name):
        said = said._replace(name=found[1], away=found[2] or found[3])
    return _beside(_behind_a_comma(_behind_a_dash(said)))


def _behind_a_dash(said: Said) -> Said:
    """A company behind a dash, ``Ana Gil - Acme``; whatever else stands there is in doubt."""
    found = _DASHED.fullmatch(said.name)
    if found is None or _PARTY.fullmatch(found[2]):
        return said
    return said._replace(doubtful=True, company=said.company or firm(found[1], found[2]))


def _without_address(cell: str) -> Said:
    """The cell without an address at one of its ends."""
    found = _EMAIL.search(cell) if "@" in cell else None
    before, after = (cell[: found.start()].strip(_AROUND), cell[found.end() :].strip(_AROUND)) if found else ("", "")
    if found is None or bool(before) is bool(after):
        return Said(cell)
    return Said((before or after).replace('"', ""), email=found[1].casefold(), more="<" not in found[0])


def _inside_brackets(said: Said) -> Said:
    """Brackets at the end: somebody stays away, or brings somebody; anything else stays, with a doubt."""
    found = _BRACKET.fullmatch(said.name)
    if not found or _PARTY.fullmatch(inside := found[2].strip()):
        return said
    if _AWAY_INSIDE.fullmatch(inside):
        return said._replace(name=found[1], away=inside)
    along = _ALONG.fullmatch(inside)
    if counted := (along[1] or _counted(along[2])) if along else "":
        return said._replace(name=found[1], counted=counted.strip(), more=not counted.isdigit())
    listed = "," in said.name
    name = found[1] if listed else said.name
    return said._replace(name=name, more=listed, doubtful=True, company=firm(found[1], inside))


def _counted(text: str) -> str:
    """Who somebody brings, as far as it is certain: a number for a relation, a full name, or ""."""
    kin = _KIN.fullmatch(text)
    return (kin[1] or "1") if kin else text if _full(text) else ""


def _behind_a_comma(said: Said) -> Said:
    """A role or a company behind a comma, where a first name would stand."""
    before, comma, after = said.name.rpartition(",")
    if comma and before.strip() and begins_a_role(fold(after)):
        return said._replace(name=before.strip(), more=True)
    found = _FIRM.fullmatch(said.name) if comma else None
    return said._replace(name=found[1].strip(), more=True) if found and " " in found[1].strip() else said


def _beside(said: Said) -> Said:
    """Who comes along: ``+1``, ``x2``, ``y su marido``, ``+ Eva Paz``; with a doubt where it may be one name."""
    name = said.name
    if lone := _NUMBER_ALONE.fullmatch(name):
        return said._replace(counted=str(max(int(lone[1]) - 1, 0)))
    if found := _PLUS.fullmatch(name):
        behind = found[3].strip()
        more = said.more or bool(behind and not _KIN.fullmatch(f"1 {behind}"))
        return said._replace(name=found[1], counted=f"{found[2]} {behind}".strip(), more=more, doubtful=False)
    if found := _TIMES.fullmatch(name):
        counted = str(max(int(found[2] or found[3]) - 1, 0))
        return said._replace(name=found[1], counted=counted, more=True, doubtful=False)
    found = _JOINED.search(name)
    if found and found.start():
        return _joined(said, name[: found.start()].rstrip(" ,"), found[1] or found[2].casefold(), name[found.end() :])
    return said._replace(doubtful=said.doubtful or _SIGN.search(name) is not None)


def _joined(said: Said, left: str, sign: str, right: str) -> Said:
    """Two sides of a joining word; ``y`` joins two people as well as two surnames."""
    right = right.strip()
    both = _full(left) and _full(right)
    if kin := _KIN.fullmatch(right):
        several = right.endswith("s") and not kin[1]
        return said._replace(name=left, counted=_counted(right), more=said.more or several, doubtful=several)
    if both and sign in _CERTAIN:
        return said._replace(name=left, counted=right, more=True)
    first_names = left.istitle() and " " not in left and _full(right)
    two = first_names or (sign in _SIGNS and left[:1].isupper() and right[:1].isalpha())
    return said._replace(doubtful=said.doubtful or both or two)


def _full(text: str) -> bool:
    """Whether a text is a first name and a surname at least."""
    words = text.split()
    if not 2 <= len(words) <= 4:
        return False
    return all(word[0].isalpha() for word in words) and words[0][0].isupper() and words[-1][0].isupper()
