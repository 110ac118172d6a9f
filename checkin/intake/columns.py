"""Which column says what: a format's own headers first, then words in headers, then what the cells look like.

Headers alone mislead: a form's built-in ``Nombre`` may hold ``anonymous`` throughout, ``Confirmation`` may be a date,
``Nom`` is a surname in French and a first name in Catalan. So every guess by header is weighed against the cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from checkin.intake import vocabulary
from checkin.intake.contents import fit, looks_like_email, looks_like_name, share, speaks_of_coming
from checkin.intake.folding import fold, fold_header
from checkin.intake.formats import Format
from checkin.intake.limits import LONGEST_HEADER

MANY = frozenset({"diet", "note", "step_free", "companion_names"})
"""Fields that several columns may fill together."""

FIELDS = tuple(sorted({*vocabulary.EXACT} - {"number"}))
"""Every field that a user may point to a column."""

_PARENTHESES = re.compile(r"\([^)]*\)")
_NUMBERED = re.compile(r"([^\d+]{3,60}?) ?\d{1,2}")
_LEAST = 25.0
_ONES_OWN = frozenset({"name", "given", "family", "email", "phone", "company"})
_PROFILE = frozenset({"company", "role", "sector", "phone", "handle"})
"""What a platform has a column for that nobody fills where the organizer asks it in a question."""
_NAMES = frozenset({"name", "given", "family"})

Cells = Sequence[str]
Places = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Columns:
    """From each field to the places of its columns, the best first."""

    places: Mapping[str, tuple[int, ...]]

    def of(self, name: str) -> tuple[int, ...]:
        """The columns of a field; none if the file has none."""
        return self.places.get(name, ())

    def __contains__(self, name: object) -> bool:
        """Whether the file has a column for the field."""
        return name in self.places


def without(found: Columns, names: Sequence[str]) -> Columns:
    """The columns without some fields, which the user does not want read."""
    return Columns(MappingProxyType({name: at for name, at in found.places.items() if name not in names}))


def header_scores(header: str) -> dict[str, float]:
    """How well a header fits each field, 100 for the best word to the letter; fields that do not fit are absent.

    >>> max(scores := header_scores("¿Cuál es tu empresa?"), key=scores.get)
    'company'
    >>> header_scores("Nombre de la empresa").get("name") is None
    True
    """
    scores: dict[str, float] = {}
    header = header[:LONGEST_HEADER]
    bare = fold_header(_PARENTHESES.sub(" ", header))
    whole = fold_header(header)
    for worth, variant in ((100.0, whole), (94.0, bare), (88.0, bare.rstrip("0123456789").strip())):
        for name, rank in vocabulary.FIELDS_OF.get(variant, ()):
            scores.setdefault(name, worth - rank * 0.2)
    for name, phrases in vocabulary.PART.items():
        if name not in scores and (part := _part_score(whole, name, phrases)) >= _LEAST:
            scores[name] = part
    return scores


def _part_score(header: str, name: str, phrases: Sequence[str]) -> float:
    if _begins_a_word(header, vocabulary.EXCLUDED.get(name, ())):
        return 0.0
    longest = max((len(phrase) for phrase in phrases if _begins_a_word(header, (phrase,))), default=0)
    if not longest:
        return 0.0
    bought = name in _ONES_OWN and _begins_a_word(header, vocabulary.BUYER)
    return 40 + 30 * longest / len(header) - (45 if bought else 0)


def _begins_a_word(header: str, phrases: Sequence[str]) -> bool:
    padded = f" {header}"
    return any(f" {phrase}" in padded for phrase in phrases)


def guess(headers: Cells, rows: Sequence[Cells], known: Format, chosen: Mapping[str, int]) -> Columns:
    """The columns of each field.

    Args:
        headers: The headers as the file has them.
        rows: The first rows below the header; short rows count as blank on the right.
        known: The recognised format; its own headers win over any guess.
        chosen: What the user said, from field to column; wins over everything.
    """
    columns = [[row[place] if place < len(row) else "" for row in rows] for place in range(len(headers))]
    places: Places = {name: [place] for name, place in chosen.items()}
    taken = set(chosen.values())
    for name, place in _named_by_format(headers, known):
        asked_elsewhere = name in _PROFILE and rows and not any(columns[place])
        if place not in taken and name not in chosen and not asked_elsewhere:
            places.setdefault(name, []).append(place)
            taken.add(place)
    for _, name, place in sorted(_offers(headers, columns, taken), key=lambda offer: (-offer[0], offer[2])):
        if place not in taken and (name not in places or (name in MANY and name not in chosen)):
            places.setdefault(name, []).append(place)
            taken.add(place)
    places.pop("answers", None)
    free = [place for place in range(len(columns)) if place not in taken and any(columns[place])]
    _guess_by_content(headers, columns, places, free)
    _take_the_buyer(headers, places)
    if "name" not in chosen:
        _settle_split_names(columns, places)
    _count_and_number(headers, places, chosen)
    return Columns(MappingProxyType({name: tuple(at) for name, at in places.items()}))


def _named_by_format(headers: Cells, known: Format) -> list[tuple[str, int]]:
    folded = [fold_header(header) for header in headers]
    found = []
    for name, wanted in known.fields.items():
        matches = [folded.index(header) for header in wanted if header in folded]
        everything = name in known.many or name == "answers"
        found += [(name, place) for place in (matches if everything else matches[:1])]
    return found


def _offers(headers: Cells, columns: Sequence[Cells], taken: set[int]) -> list[tuple[float, str, int]]:
    offers = []
    for place, header in enumerate(headers):
        if place in taken or not header:
            continue
        for name, score in header_scores(header).items():
            weighed = score + fit(name, fold_header(header), columns[place])
            if weighed >= _LEAST:
                offers.append((weighed, name, place))
    return offers


def _guess_by_content(headers: Cells, columns: Sequence[Cells], places: Places, free: list[int]) -> None:
    """E-mails, then names, and what people say about coming, where no header said so."""
    filled = {place: [cell for cell in columns[place] if cell] for place in free}
    if "status" not in places:
        said = [place for place in free if share(filled[place], speaks_of_coming) >= 0.5]
        if said:
            places["status"] = said[:1]
            del filled[said[0]]
    if "email" not in places:
        likely = [place for place in filled if share(filled[place], looks_like_email) >= 0.6]
        own = [place for place in likely if not _begins_a_word(fold_header(headers[place]), vocabulary.BUYER)]
        if own:
            places["email"] = own[:1]
            del filled[own[0]]
    headless = not any(headers)
    if ("email" in places or headless) and not _NAMES & places.keys() and filled:
        best = max(filled, key=lambda place: share(filled[place], looks_like_name))
        if share(filled[best], looks_like_name) >= (0.8 if headless else 0.7):
            places["name"] = [best]


def _take_the_buyer(headers: Cells, places: Places) -> None:
    """Where a file names nobody but the buyer, the buyer is the guest; so is a contact where no guest has a column."""

    def contact(name: str) -> bool:
        return name in places and "contact" in fold_header(headers[places[name][0]])

    nobody = not _NAMES & places.keys()
    if "buyer_name" in places and (nobody or (contact("buyer_name") and not {"name", "given"} & places.keys())):
        places["name"] = places.pop("buyer_name")
        if "email" not in places and "buyer_email" in places:
            places["email"] = places.pop("buyer_email")
    if contact("buyer_email") and not {"email", "buyer_name"} & places.keys():
        places["email"] = places.pop("buyer_email")


def _settle_split_names(columns: Sequence[Cells], places: Places) -> None:
    """``Nombre`` beside ``Apellidos`` is a first name, ``Nom`` beside ``Prénom`` a surname.

    Any of them alone is the full name. The cells decide where a full name stands beside its own halves.
    """
    if "family" in places and not {"name", "given"} & places.keys():
        places["name"] = places.pop("family")
    if "name" not in places:
        return
    (at,) = places["name"]
    for half, other in (("family", "given"), ("given", "family")):
        if half in places and other not in places and not _contains(columns[at], columns[places[half][0]]):
            places[other] = places.pop("name")
            return


def _count_and_number(headers: Cells, places: Places, chosen: Mapping[str, int]) -> None:
    """Columns that only together say who comes: ``Asistente 1`` and ``2``, ``Adultos`` and ``Niños``.

    Numbered columns of companions, or of guests behind the first, hold one companion each.
    """
    taken = {place for at in places.values() for place in at}
    told = [fold_header(header) for header in headers]
    bare = [found[1] if (found := _NUMBERED.fullmatch(header)) else header for header in told]
    for name in ("companions", "name"):
        first = places.get(name, [-1])[0]
        if first < 0 or name in chosen or "companion_names" in chosen or not bare[first]:
            continue
        alike = [at for at, title in enumerate(bare) if title == bare[first] and (at not in taken or at == first)]
        others = [at for at in alike if at != first and told[at] != bare[at]]
        if others and name == "companions":
            places.setdefault("companion_names", []).extend([first, *others])
            del places["companions"]
        elif others:
            places.setdefault("companion_names", []).extend(others)
    if "quantity" in places and "quantity" not in chosen and told[places["quantity"][0]] in vocabulary.ADULTS:
        places["quantity"] += [at for at, title in enumerate(told) if title in vocabulary.CHILDREN and at not in taken]
    if "companion_names" in places:
        places["companion_names"].sort()


def _contains(whole: Cells, part: Cells) -> bool:
    """Whether most cells of ``whole`` hold the words of the cell of ``part`` on the same row (or none is filled)."""
    pairs = [
        (set(fold(one).split()), set(fold(two).split())) for one, two in zip(whole, part, strict=True) if one and two
    ]
    return not pairs or sum(two < one for one, two in pairs) / len(pairs) > 0.6
