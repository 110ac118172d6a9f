"""Names as they are read out and looked up: which words go together, what may be shortened, what comes before what.

Written for Spanish names (one or two given names, two surnames, particles) and harmless to others. Nothing here changes
how somebody writes their name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category, normalize

from checkin.paper.runs import graphemes

PARTICLES = frozenset({
    *("y", "e", "i", "de", "del", "la", "las", "los", "da", "das", "do", "dos", "di", "du", "von", "van", "der", "den"),
    *("ten", "ter", "el", "al", "bin", "ben", "ibn", "abu", "san", "santa", "santo", "st", "mac", "mc", "d'", "le"),
    *("und", "zu", "zum", "zur", "vom"),
})  # fmt: skip
"""Small words that belong to the word after them."""

TITLES = frozenset({
    *("d.", "dª", "d.ª", "dña", "dña.", "dª.", "don", "doña", "sr", "sr.", "sra", "sra.", "srta", "srta.", "en", "na"),
    *("dr", "dr.", "dra", "dra.", "prof", "prof.", "profa.", "lic.", "ing.", "arq.", "mr", "mr.", "mrs", "mrs.", "ms"),
    *("ms.", "mx.", "mme", "mme.", "herr", "frau", "excmo.", "excma.", "ilmo.", "ilma.", "rvdo.", "rvda."),
})  # fmt: skip
"""What stands before a name and is none; nobody is called by it alone."""

_JOINING = frozenset({"y", "e", "i"})
_MARIAN = frozenset({"maría", "maria", "m.ª", "mª", "mª.", "m."})
_SACRED = frozenset({"de dios", "de la cruz", "del carmen", "del mar"})
"""What a second given name may be, after any first."""

_GIVEN = frozenset({
    *("ana", "andrés", "antonio", "carlos", "carmen", "cruz", "elena", "enrique", "fernando", "francisco", "isabel"),
    *("javier", "jesús", "joaquín", "jose", "josé", "juan", "julia", "luis", "luisa", "manuel", "mari", "maria"),
    *("maría", "marta", "miguel", "paula", "pedro", "pilar", "ramón", "rosa", "rosario", "teresa", "victoria", "ángel"),
    *("ángeles", "alberto", "eva", "laura", "inés", "pablo", "vicente", "eduardo", "ignacio", "belén", "dolores"),
    *("josep", "àngels", "mercè", "lluïsa", "antònia", "dolors", "magdalena", "soledad", "luz", "josefa", "begoña"),
    *("nieves", "eugenia", "cristina", "amparo", "asunción", "concepción", "encarnación", "mercedes", "inmaculada"),
    *("esther", "lourdes", "rocío", "montserrat", "jordi", "joan", "xavier", "álvaro", "gabriel", "rafael", "daniel"),
})  # fmt: skip
_WITHOUT_DECOMPOSITION = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_TILDE = "\u0303"


def split(name: str, given: str = "", family: str = "") -> tuple[str, str]:
    """The name in the two parts that a badge shows: what people say aloud, and the rest.

    Parts that are known are kept. A name given whole is divided where a Spanish reader would; one word stays whole.

    >>> split("María del Mar Gómez de la Serna")
    ('María del Mar', 'Gómez de la Serna')
    >>> split("García Paz, José Luis")
    ('José Luis', 'García Paz')
    """
    name, given, family = " ".join(name.split()), " ".join(given.split()), " ".join(family.split())
    if given and family and name and " " not in name:
        # 刘芳 is 刘 and 芳 to a registration form and one word to everybody who reads it.
        return name, ""
    if given and family:
        return given, family
    if given or family:
        return _remainder(name, given, family)
    if name.count(",") == 1:
        after, _, first = name.partition(",")
        if first.strip() and after.strip():
            return first.strip(), after.strip()
    parts = groups(name)
    said = _given_groups(parts)
    return " ".join(parts[:said]), " ".join(parts[said:])


def groups(name: str) -> list[str]:
    """The words of a name with the particles before them.

    >>> groups("Dña. Ana de la Serna y Paz")
    ['Dña. Ana', 'de la Serna', 'y Paz']
    >>> groups("Excma. Sra. Dña. Ana Gil")
    ['Excma. Sra. Dña. Ana', 'Gil']
    """
    parts: list[str] = []
    waiting: list[str] = []
    for word in name.split():
        titled = word.casefold() in TITLES and not parts and all(one.casefold() in TITLES for one in waiting)
        waiting.append(word)
        if word.casefold() not in PARTICLES and not titled:
            parts.append(" ".join(waiting))
            waiting = []
    return parts + ([" ".join(waiting)] if waiting else [])


def shorter(part: str) -> Iterator[str]:
    """Shorter forms of surnames or given names: the second as an initial, then without it, then without titles.

    >>> list(shorter("Fernández-Villaverde y Gómez de la Serna"))
    ['Fernández-Villaverde G.', 'Fernández-Villaverde']
    >>> list(shorter("Prof. Dra. Ana Rosa"))
    ['Prof. Dra. Ana R.', 'Prof. Dra. Ana', 'Ana']
    """
    parts = groups(part)
    if len(parts) > 1:
        initial = graphemes(parts[1].split()[-1])[0]
        if initial.isalpha():
            yield f"{parts[0]} {initial}."
        yield parts[0]
    bare = _untitled(parts[0]) if parts else ""
    if parts and bare != parts[0]:
        yield bare


def shorter_still(part: str) -> Iterator[str]:
    """The same, and then without the halves after a hyphen: what is left before a name is torn.

    >>> list(shorter_still("Jean-Sébastien-Marie"))
    ['Jean-Sébastien-M.', 'Jean-Sébastien', 'Jean-S.', 'Jean']
    """
    yield from shorter(part)
    halves = _untitled((groups(part) or [""])[0]).split("-")
    for count in range(len(halves) - 1, 0, -1):
        kept, initial = "-".join(halves[:count]), graphemes(halves[count])[:1]
        if kept and initial and initial[0].isalpha():
            yield f"{kept}-{initial[0]}."
        if kept:
            yield kept


def shorter_whole(name: str, given: str = "", family: str = "") -> Iterator[str]:
    """Shorter forms of a whole name: its surnames shorter, then what people say aloud, too, then halves of surnames.

    >>> list(shorter_whole("María del Mar Gómez de la Serna y Paz"))
    ['María del Mar Gómez S.', 'María del Mar Gómez', 'María M. Gómez', 'María Gómez']
    """
    given, family = split(name, given, family)
    families = [family, *shorter(family)]
    givens = [given, *shorter_still(given)]
    yield from (f"{given} {short}".strip() for short in families[1:])
    yield from (f"{short} {families[-1]}".strip() for short in givens[1:])
    yield from (f"{givens[-1]} {short}".strip() for short in [*shorter_still(family)][len(families) - 1 :])


@dataclass(frozen=True, slots=True)
class NameParts:
    """The parts of a whole name as far as they are known, so that it is shortened where they meet."""

    given: str = ""
    family: str = ""

    def __call__(self, name: str) -> Iterator[str]:
        """Shorter forms of the whole name."""
        return shorter_whole(name, self.given, self.family)


UNDIVIDED = NameParts()
"""A name of which nothing is known but how it is written."""


def order(name: str, language: str = "es") -> tuple[str, str]:
    """A key that sorts names as a dictionary of the language does; accents and capitals only break a tie.

    In Spanish ñ is a letter of its own, after n; a hyphen counts as a space.

    >>> sorted(["Ñíguez", "Óscar", "Nuñez", "Núñez", "Nunez", "Ortiz"], key=order)
    ['Nunez', 'Nuñez', 'Núñez', 'Ñíguez', 'Ortiz', 'Óscar']
    >>> sorted(["Ñíguez", "Noah"], key=lambda name: order(name, "en"))
    ['Ñíguez', 'Noah']
    """
    letters: list[str] = []
    for char in normalize("NFD", name.casefold().translate(_WITHOUT_DECOMPOSITION)):
        if char == _TILDE and language == "es" and letters and letters[-1] == "n":
            letters[-1] = "n\U0010ffff"
        elif char == "-":
            letters.append(" ")
        elif category(char)[0] in {"L", "N", "Z"}:
            letters.append(char)
    return " ".join("".join(letters).split()), name


def listed(name: str, given: str = "", family: str = "", language: str = "es") -> tuple[str, str, str]:
    """A key by which people stand on every list: by surname, among equal ones by what people say aloud.

    >>> sorted(["Ortega Gil, Pilar", "Ortega, Marcos"], key=listed)
    ['Ortega, Marcos', 'Ortega Gil, Pilar']
    """
    given, family = split(name, given, family)
    return order(family or given, language)[0], order(given, language)[0], f"{family} {given}"


def heading(name: str, language: str = "es") -> str:
    """The letter of the index under which a name is looked up; "#" for scripts without an alphabet in use here.

    >>> heading("Ángel"), heading("ñu"), heading("Łukasz"), heading("黄磊")
    ('A', 'Ñ', 'L', '#')
    """
    key = order(name, language)[0]
    if key.startswith("n\U0010ffff"):
        return "Ñ"
    first = key[:1].upper()
    return first if first.isalpha() and (first < "\u0900" or "\u10a0" <= first <= "\u10ff") else "#"


def _remainder(name: str, given: str, family: str) -> tuple[str, str]:
    """One part is known; the other is what the whole name has besides, if it contains the known one at an end."""
    if given:
        rest = name.removeprefix(given).strip() if name.startswith(given) else ""
        return given, rest
    rest = name.removesuffix(family).strip() if name.endswith(family) else ""
    return (rest, family) if rest else (family, "")


def _given_groups(parts: Sequence[str]) -> int:
    """How many groups are what people say aloud."""
    if len(parts) < 3:
        return 1
    first, second = parts[0].casefold().split()[-1], parts[1].casefold()
    if (first in _MARIAN and second.split()[0] in {"de", "del"}) or second in _SACRED:
        return 2
    if _abbreviated(first) or second in _MARIAN - {"maría", "maria"} or _abbreviated(second):
        return 2
    together = sum(part.split()[0].casefold() not in _JOINING for part in parts)
    plain = " " not in parts[1]
    if plain and (together > 3 or (first in _GIVEN and second in _GIVEN)):
        return 2
    return 1


def _untitled(part: str) -> str:
    """A group without the titles before it; titles alone stay."""
    words = part.split()
    first = next((at for at, word in enumerate(words) if word.casefold() not in TITLES), 0)
    return " ".join(words[first:])


def _abbreviated(word: str) -> bool:
    """Whether a word is an initial, as in Pedro J. Ramírez."""
    return len(word) == 2 and word[0].isalpha() and word[1] == "."
