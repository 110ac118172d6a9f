"""Which column says what: a format's own headers first, then words in headers, then what the cells look like.

Headers alone mislead: a form's built-in ``Nombre`` may hold ``anonymous`` throughout, ``Confirmation`` may be a date,
``Nom`` is a surname in French and a first name in Catalan. So every guess by header is weighed against the cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from checkin.intake import crowd, decoys, name_cells, vocabulary
from checkin.intake.contents import (
    could_be_name,
    fit,
    looks_like_email,
    looks_like_name,
    looks_like_phone,
    share,
    speaks_of_coming,
)
from checkin.intake.decoys import begins_a_word
from checkin.intake.folding import fold, fold_header
from checkin.intake.formats import Format
from checkin.intake.given_names import share_of_them
from checkin.intake.limits import LONGEST_HEADER
from checkin.intake.marks import unmarked
from checkin.intake.standing import says_yes, standing_of

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
_TO_THE_LETTER = 75.0
"""A header that scores more is known as a whole, not by a word in it."""
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
            if variant == whole or not _elsewhere(whole, name):
                scores.setdefault(name, worth - rank * 0.2)
    for name, phrases in vocabulary.PART.items():
        if name not in scores and (part := _part_score(whole, name, phrases)) >= _LEAST:
            scores[name] = part
    return scores


def _elsewhere(header: str, name: str) -> bool:
    """Whether a header that has a word of the field in it speaks of something else."""
    aside: tuple[str, ...] = ()
    if name == "status" and not decoys.OUTRIGHT.search(header):
        aside = (*decoys.ASIDE, *(decoys.STATES_OF if begins_a_word(header, vocabulary.STATES) else ()))
    return begins_a_word(header, (*vocabulary.EXCLUDED.get(name, ()), *decoys.OTHERS.get(name, ()), *aside))


def says_name(header: str) -> bool:
    """Whether a title says, in any way that is known, that there are people below it."""
    return bool(_NAMES & header_scores(header).keys()) or fold_header(header) in crowd.PEOPLE


def _part_score(header: str, name: str, phrases: Sequence[str]) -> float:
    longest = max((len(phrase) for phrase in phrases if begins_a_word(header, (phrase,))), default=0)
    if not longest or _elsewhere(header, name):
        return 0.0
    if name == "status":
        return _asks_for_coming(header, phrases)
    bought = name in _ONES_OWN and begins_a_word(header, vocabulary.BUYER)
    whose = name == "name" and not begins_a_word(header, decoys.PEOPLE)
    return 40 + 30 * longest / len(header) - (45 if bought else 0) - (6 if whose else 0)


def _asks_for_coming(header: str, phrases: Sequence[str]) -> float:
    """The question of this event before shorter ones; what is to be confirmed has to be that somebody comes."""
    if begins_a_word(header, decoys.THAT):
        phrases = [phrase for phrase in phrases if not phrase.startswith("confirm")]
    if not begins_a_word(header, phrases):
        return 0.0
    return 65.0 if begins_a_word(header, decoys.THE_MEAL) else 55.0


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
    named = _named_by_format(headers, known)
    for name, place in named:
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
    if "name" not in chosen:
        _take_the_buyer(headers, columns, places)
    if "name" not in chosen:
        _first_name_beside_full(headers, columns, places)
        if "name" not in dict(named):
            _settle_full_name(headers, columns, places)
        _settle_split_names(columns, places)
    _follow_up(headers, columns, places)
    for name in decoys.ONES_OWN.keys() & places.keys() - chosen.keys():
        _second_of_ones_own(name, headers, columns, places)
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
        said = [place for place in free if _says_who_comes(fold_header(headers[place]), filled[place])]
        if said:
            places["status"] = said[:1]
            del filled[said[0]]
    if "email" not in places:
        likely = [place for place in filled if share(filled[place], looks_like_email) >= 0.6]
        own = [place for place in likely if not begins_a_word(fold_header(headers[place]), vocabulary.BUYER)]
        if own:
            places["email"] = own[:1]
            del filled[own[0]]
    phones = [] if any(headers) else [place for place in filled if share(filled[place], looks_like_phone) >= 0.8]
    if phones and "phone" not in places:
        places["phone"] = phones[:1]
        del filled[phones[0]]
    if _NAMES & places.keys() or "buyer_name" in places:
        return
    told = {place: [name_cells.read(unmarked(cell).text).name for cell in cells] for place, cells in filled.items()}
    bare = {place: [cell for cell in cells if cell] for place, cells in told.items()}
    if any(headers):
        _name_by_content(headers, columns, places, bare)
    else:
        _names_without_header(places, bare)


def _name_by_content(headers: Cells, columns: Sequence[Cells], places: Places, bare: Mapping[int, Cells]) -> None:
    """A column of names under a title that does not say so, or that means something else where it holds none."""
    places_besides = [at[0] for name, at in places.items() if name in _MISTAKEN]
    cells = dict(bare) | {place: [cell for cell in columns[place] if cell] for place in places_besides}
    called = [place for place in cells if fold_header(headers[place]) in crowd.PEOPLE]
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


def _says_who_comes(header: str, filled: Cells) -> bool:
    ticked = header in decoys.TICKED and share(filled, lambda cell: says_yes(cell) is not None) > 0.8
    return ticked or (share(filled, speaks_of_coming) >= 0.5 and not _elsewhere(header, "status"))


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


def _take_the_buyer(headers: Cells, columns: Sequence[Cells], places: Places) -> None:
    """Where a file names nobody but the buyer, the buyer is the guest."""
    at = places["name"][0] if {"name", "buyer_name"} <= places.keys() else None

    def contact(name: str) -> bool:
        return name in places and "contact" in fold_header(headers[places[name][0]])

    if at is not None and not _to_the_letter(headers[at]) and (contact("buyer_name") or not any(columns[at])):
        del places["name"]
    nobody = not _NAMES & places.keys()
    if "buyer_name" in places and (nobody or (contact("buyer_name") and not {"name", "given"} & places.keys())):
        places["name"] = places.pop("buyer_name")
        if "email" not in places and "buyer_email" in places:
            places["email"] = places.pop("buyer_email")
    if contact("buyer_email") and not {"email", "buyer_name"} & places.keys():
        places["email"] = places.pop("buyer_email")


def _to_the_letter(header: str) -> bool:
    """Whether a header as a whole says ``name``, not only by a word in it."""
    return header_scores(header).get("name", 0.0) > _TO_THE_LETTER


def _first_name_beside_full(headers: Cells, columns: Sequence[Cells], places: Places) -> None:
    """``Nombre`` in a list that has ``Apellidos`` and ``Nombre completo`` as well, for rows without the full name."""
    if "given" in places or not {"name", "family"} <= places.keys():
        return
    (at,), used = places["name"], {place for found in places.values() for place in found}
    for place, header in enumerate(headers):
        plain = place not in used and _to_the_letter(header) and any(columns[place])
        if plain and _contains(columns[at], columns[place]) and _contains(columns[at], columns[places["family"][0]]):
            places["given"] = [place]
            return


def _settle_full_name(headers: Cells, columns: Sequence[Cells], places: Places) -> None:
    """Beside first and last name, another name counts where it is theirs in full, or another person's: the guest's."""
    if not places.keys() >= _NAMES:
        return
    (at,), given, family = places["name"], columns[places["given"][0]], columns[places["family"][0]]
    header, full = fold_header(headers[at]), columns[at]
    if _to_the_letter(headers[at]):
        filled = share([cell for cell, half in zip(full, given, strict=True) if half], bool) >= 0.8
        kept = (_contains(full, given) and _contains(full, family)) or (filled and begins_a_word(header, decoys.GUESTS))
    else:
        printed = begins_a_word(header, decoys.ON_BADGES) and any(full)
        kept = printed and (_contains(full, given) or _contains(full, family))
    if not kept:
        del places["name"]


def _second_of_ones_own(name: str, headers: Cells, columns: Sequence[Cells], places: Places) -> None:
    """A second e-mail or telephone stands in where the first is blank."""
    used = {place for found in places.values() for place in found}
    for place, header in enumerate(headers):
        words = {word.rstrip("123") or word for word in fold_header(header).split()}
        theirs = words & decoys.ONES_OWN[name] and words <= decoys.OF_ONES_OWN | decoys.ONES_OWN[name]
        if theirs and place not in used and any(columns[place]) and fit(name, "", columns[place]) >= 0:
            places[name].append(place)


def _follow_up(headers: Cells, columns: Sequence[Cells], places: Places) -> None:
    """``¿Cuál?`` right of a question about allergies says what the yes there means."""
    used = {place for found in places.values() for place in found}
    for place in tuple(places.get("diet", ())):
        if (after := place + 1) < len(headers) and after not in used and any(columns[after]):
            header = fold_header(headers[after])
            which = len(header.split()) <= 3 and header.startswith(decoys.WHICH)
            if which or header.startswith(decoys.FOLLOW_UPS):
                places["diet"].append(after)


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
    if "quantity" in places and "quantity" not in chosen and told[places["quantity"][0]] in crowd.ADULTS:
        places["quantity"] += [at for at, title in enumerate(told) if title in crowd.CHILDREN and at not in taken]
    if "companion_names" in places:
        places["companion_names"].sort()


def _contains(whole: Cells, part: Cells) -> bool:
    """Whether most cells of ``whole`` hold the words of the cell of ``part`` on the same row (or none is filled)."""
    pairs = [
        (set(fold(one).split()), set(fold(two).split())) for one, two in zip(whole, part, strict=True) if one and two
    ]
    return not pairs or sum(two < one for one, two in pairs) / len(pairs) > 0.6
