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
from checkin.intake.contents import (
    could_be_name,
    fit,
    looks_like_email,
    looks_like_name,
    looks_like_phone,
    share,
    speaks_of_coming,
)
from checkin.intake.folding import fold, fold_header
from checkin.intake.formats import Format
from checkin.intake.given_names import share_of_them
from checkin.intake.limits import LONGEST_HEADER
from checkin.intake.marks import unmarked
from checkin.intake.people import along
from checkin.intake.standing import standing_of

MANY = frozenset({"diet", "note", "step_free", "companion_names"})
"""Fields that several columns may fill together."""

FIELDS = tuple(sorted({*vocabulary.EXACT} - {"number"}))
"""Every field that a user may point to a column."""

_PARENTHESES = re.compile(r"\([^)]*\)")
_LEAST = 25.0
_ONES_OWN = frozenset({"name", "given", "family", "email", "phone", "company"})
_PROFILE = frozenset({"company", "role", "sector", "phone", "handle"})
"""What a platform has a column for that nobody fills where the organizer asks it in a question."""
_NAMES = frozenset({"name", "given", "family"})
_MISTAKEN = ("status", "companions", "quantity")
"""What a word like ``Invitados`` means besides people."""

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


def says_name(header: str) -> bool:
    """Whether a title says, in any way that is known, that there are people below it."""
    return bool(_NAMES & header_scores(header).keys()) or fold_header(header) in vocabulary.PEOPLE


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
    _take_the_buyer(places)
    if "name" not in chosen:
        _settle_split_names(columns, places)
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
    phones = [] if any(headers) else [place for place in filled if share(filled[place], looks_like_phone) >= 0.8]
    if phones and "phone" not in places:
        places["phone"] = phones[:1]
        del filled[phones[0]]
    if _NAMES & places.keys() or "buyer_name" in places:
        return
    told = {place: [along(unmarked(cell).text)[0] for cell in cells] for place, cells in filled.items()}
    bare = {place: [cell for cell in cells if cell] for place, cells in told.items()}
    if any(headers):
        _name_by_content(headers, columns, places, bare)
    else:
        _names_without_header(places, bare)


def _name_by_content(headers: Cells, columns: Sequence[Cells], places: Places, bare: Mapping[int, Cells]) -> None:
    """A column of names under a title that does not say so, or that means something else where it holds none."""
    places_besides = [at[0] for name, at in places.items() if name in _MISTAKEN]
    cells = dict(bare) | {place: [cell for cell in columns[place] if cell] for place in places_besides}
    called = [place for place in cells if fold_header(headers[place]) in vocabulary.PEOPLE]
    likely = [place for place in called if share(cells[place], _may_name) >= 0.6]
    if likely:
        best = max(likely, key=lambda place: share(cells[place], looks_like_name))
        for name in [name for name, at in places.items() if at == [best]]:
            del places[name]
        places["name"] = [best]
    elif bare:
        best = max(bare, key=lambda place: share(bare[place], looks_like_name))
        if share(bare[best], looks_like_name) >= 0.7:
            places["name"] = [best]


def _may_name(cell: str) -> bool:
    """Whether a cell could name somebody, and is no yes, no or status."""
    return could_be_name(cell) and standing_of(cell) is None


def _names_without_header(places: Places, bare: Mapping[int, Cells]) -> None:
    """Full names, else first names beside surnames, else the one column that could be names at all."""
    words = [place for place in bare if share(bare[place], could_be_name) >= (0.8 if len(bare) > 1 else 0.6)]
    alone = max(map(len, bare.values()), default=0) == 1
    if not words or (alone and not any(share(bare[place], looks_like_name) for place in words)):
        return
    given = {place: share_of_them(bare[place]) for place in words}
    full = max(words, key=lambda place: (share(bare[place], looks_like_name) >= 0.6 and given[place], -place))
    first = max(words, key=lambda place: given[place])
    beside = [place for place in (first + 1, first - 1) if place in words]
    if len(words) == 1 or (given[full] >= 0.3 and share(bare[full], looks_like_name) >= 0.6):
        places["name"] = [full if len(words) > 1 else words[0]]
    elif given[first] >= 0.4 and beside:
        places["given"], places["family"] = [first], beside[:1]
    else:
        best = max(words, key=lambda place: share(bare[place], looks_like_name))
        places["name"] = [best]


def _take_the_buyer(places: Places) -> None:
    """Where a file names nobody but the buyer, the buyer is the guest."""
    if not _NAMES & places.keys() and "buyer_name" in places:
        places["name"] = places.pop("buyer_name")
        if "email" not in places and "buyer_email" in places:
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


def _contains(whole: Cells, part: Cells) -> bool:
    """Whether most cells of ``whole`` hold the words of the cell of ``part`` on the same row (or none is filled)."""
    pairs = [
        (set(fold(one).split()), set(fold(two).split())) for one, two in zip(whole, part, strict=True) if one and two
    ]
    return not pairs or sum(two < one for one, two in pairs) / len(pairs) > 0.6
