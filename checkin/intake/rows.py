"""One row of a table as a draft: a registration without its key, and what the rules between rows need to know.

Nothing a cell says is lost: what goes into no field of the registration stays in its answers, under its header.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from checkin.intake import codes, coming, companions, name_cells, people, vocabulary
from checkin.intake.cells import Cells
from checkin.intake.decoys import begins_a_word
from checkin.intake.folding import fold, fold_header, fold_name, one_line
from checkin.intake.headings import titled
from checkin.intake.marks import unmarked
from checkin.intake.sheets import Line, Remark
from checkin.intake.standing import says_yes, ticked
from checkin.intake.tables import Table
from checkin.model import Companion, Registration, Standing
from checkin.values import value

_CARRIED = frozenset({
    "number", "company", "role", "sector", "offers", "seeks", "note", "product",
    "variation", "code", "status", "sex", "wishes", "about",
})  # fmt: skip
"""Fields whose cells a registration carries whole, so that they are no answers besides."""

_NAMES = frozenset({"name", "given", "family", "family2"})
_SECONDS = frozenset({"email", "phone"})
"""Fields whose second column stands in for a blank first one, and is an answer where it does not."""

_PLAIN = ("void", "paid", "waiting")
"""Fields that carry a cell only where it is a plain yes or no."""

_MENDED = ("email", "phone", "handle", "age", "linkedin", "consent")
"""Fields that carry a cell only where it could be understood."""

_RUN_BY_SPREADSHEETS = ("name", "given", "family", "company", "role", "sector", "product")
SIGNS = ("=", "+", "-", "@")
"""What a cell begins with that a spreadsheet would take for a formula."""
_FORMULA = re.compile(r"=|[+\-@](?=[A-Za-z(=])")
_OPTION = re.compile(r"(?:\s[–—-]\s|:\s|\s/\s|\[)(.+?)\]?\s*$")
_STEP_FREE = re.compile(
    r"silla de ruedas|movilidad reducida|no puedo subir|muletas|wheelchair|reduced mobility|crutches|step.?free"
    r"|cadira de rodes|mobilitat reduida|rollstuhl|fauteuil roulant|gurpil aulki|cadeira de rodas|sedia a rotelle",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(no|sin|not|without|non|kein|sense)\b[^.;,\n]{0,25}$", re.IGNORECASE)
_AS_A_FRACTION = re.compile(r"(?<=\d{6})\.0$")
_NUMERIC = re.compile(r"[\d.,+\-€$£%\s]*|EUR|USD")
_FOOTNOTE = re.compile(r"[*•(\[#-]|.{0,40}:\s|.{120}", re.DOTALL)
Free = tuple[tuple[int, str, frozenset[str]], ...]
"""Columns that no field carries whole for certain, each as (place, header, fields)."""

_FAMILY_WORDS = ("apellido", "surname", "cognom", "last")


class Marks(NamedTuple):
    """By what a source knows a row.

    Attributes:
        first: What identifies it before its codes do, or "".
        order: The order it was bought in, folded.
        position: Its place in the order.
        user: Who the source says this is.
    """

    first: str
    order: str
    position: str
    user: str

    def key(self, row: int, codes: tuple[str, ...], email: str, name: str | None) -> str:
        """A key from the source's own mark down to the row it stands on."""
        if self.first:
            return f"user:{self.first}"
        if codes:
            return f"code:{codes[0]}"
        if self.order and self.position:
            return f"order:{self.order}/{self.position}"
        if self.user:
            return f"user:{self.user}"
        if email or name:
            return f"person:{email}/{fold_name(name or '') or name or ''}"
        return f"order:{self.order}" if self.order else f"row:{row}"


@value(frozen=True, slots=True)
class Draft:
    """A row on its way.

    Attributes:
        registration: With the key that its source's own marks make; it may be another row's as well.
        skip: Why the row is no registration at all, or "".
        marks: By what its source knows it.
        stamp: When it was answered, as written.
        identical: The row without its running number; two rows alike in it are one pasted twice.
    """

    line: Line
    registration: Registration
    skip: str
    marks: Marks
    stamp: str = ""
    identical: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Drafter:
    """Makes drafts of the rows of one table."""

    def __init__(self, table: Table) -> None:
        """See once which cells no field carries whole, and what tells two rows apart."""
        self.table = table
        names: dict[int, set[str]] = {place: set() for place in range(len(table.headers))}
        for name, places in table.columns.places.items():
            for place in places:
                names[place].add(name)
        self._numbers = frozenset(table.columns.of("number"))
        self.free: Free = tuple(
            (place, table.headers[place], frozenset(fields)) for place, fields in names.items() if not fields & _CARRIED
        )

    def draft(self, line: Line) -> Draft:
        """The draft of one row."""
        cells = Cells(self.table, line)
        beside, unclear = _companions(cells)
        standing, reason, understood = coming.standing(cells)
        order, user, stamp = fold(cells.word("order")), cells.word("user"), cells.word("time")
        marks = Marks(user if self.table.format.key == "user" else "", order, cells.word("position"), user)
        about = _registration(cells, beside, standing, reason, self.free, marks)
        somebody = (
            about.name or about.email or about.phone or about.company or about.codes
            or order or stamp or user or _keeps_a_seat(cells)
        )  # fmt: skip
        skip = no_registration(cells.line, cells.table) or ("" if somebody else "no_person")
        remarks = _remarks(cells, about, unclear=unclear, understood=understood)
        return Draft(line, about, skip, marks, stamp, self.identical(line), remarks)

    def identical(self, line: Line) -> tuple[str, ...]:
        """A row to the letter, its running number apart; nearly always its own cells."""
        if line.under:
            return (*line.cells, line.under)
        if not self._numbers and "\n" not in "".join(line.cells):
            return line.cells
        return tuple(one_line(cell) for place, cell in enumerate(line.cells) if place not in self._numbers)


def buyer(draft: Draft, table: Table) -> tuple[tuple[str, str], ...]:
    """A row's name and e-mail as answers, where they turn out to be the buyer's."""
    cells = Cells(table, draft.line)
    return tuple(pair for name in ("name", "given", "family", "email") for pair in cells.under(name))


def skipped(drafts: list[Draft], places: Iterable[int], reason: str) -> list[Draft]:
    """The drafts, those at some places skipped for a reason."""
    if not (gone := set(places)):
        return drafts
    return [replace(draft, skip=reason) if place in gone else draft for place, draft in enumerate(drafts)]


def _registration(
    cells: Cells,
    beside: tuple[Companion, ...],
    standing: Standing,
    reason: str,
    free: Free,
    marks: Marks,
) -> Registration:
    text, word = cells.texts_of.get, cells.words_of.get
    who = _person(cells)
    email = people.email(text("email", ""))
    if not email and (full := text("name", "")):
        email = cells.said("name").email if who.name else people.email(full)
    phone = telephone(word("phone", ""))
    handle, linkedin = people.handle(text("handle", "")), people.linkedin(text("linkedin", ""))
    age_band, agrees = people.age_band(age) if (age := word("age", "")) else "", says_yes(word("consent", ""))
    consent = "" if agrees is None else "yes" if agrees else "no"
    diet = _diet(tuple(cells.under("diet")))
    kept = (email, phone, handle, age_band, linkedin, consent)
    carried = {name for name, value in zip(_MENDED, kept, strict=True) if value} | (_NAMES if who.name else set())
    carried |= {name for name in _PLAIN if (cell := word(name)) and says_yes(cell) is not None}
    if "name" in carried and cells.said("name").more:
        carried.remove("name")
    written = [one_line(cell) for _, cell in cells.under("code")]
    scanned = codes.scanned(written, word("order", ""), word("position", ""))
    return Registration(
        row=cells.line.number,
        key=marks.key(cells.line.number, scanned, email, who.name),
        name=who.name,
        given=who.given,
        family=who.family,
        email=email,
        phone=phone,
        company=word("company", "") or cells.said("name").company,
        role=word("role", ""),
        sector=word("sector", ""),
        handle=handle,
        offers=text("offers", ""),
        seeks=text("seeks", ""),
        diet=diet,
        note=cells.texts("note"),
        product=" – ".join(part for name in ("product", "variation") if (part := word(name, ""))),
        step_free=_step_free(cells),
        standing=standing,
        reason=reason,
        codes=scanned,
        companions=beside,
        answers=_answers(cells, carried, diet, free),
        sex=fold(something(word("sex", ""))),
        age_band=age_band,
        wants=something(text("wishes", "")),
        linkedin=linkedin,
        about=something(text("about", "")),
        consent=consent,
    )


def _keeps_a_seat(cells: Cells) -> bool:
    """Whether something stands where a name would (``Acompañante``), or a state beside what nobody fills in advance.

    Boxes and numbers that stand in empty rows are nobody.
    """
    if any(fold(unmarked(cells.word(name)).text) for name in ("name", "given", "family")):
        return True
    if not (said := cells.word("status")):
        return False
    others = (cell for cell in cells.line.cells if cell and cell != said)
    return any(says_yes(cell) is None and not _NUMERIC.fullmatch(cell) for cell in others)


def telephone(cell: str) -> str:
    """A telephone number as it is written; "" where the cell holds none, or what a spreadsheet left of one."""
    phone = _AS_A_FRACTION.sub("", cell)
    return phone if phone and re.search(r"\d", phone) and not people.ruined(phone) else ""


def something(cell: str) -> str:
    """A cell, unless it says that there is nothing to say."""
    return "" if not cell or people.nothing(cell) else cell


def no_registration(line: Line, table: Table) -> str:
    """Why a row is a header once more, a note below the list or its sum, or ""."""
    if line.aside:
        return line.aside
    if is_header(line, table):
        return "header_again"
    filled = [cell for cell in line.cells if cell]
    words = list(islice((cell for cell in filled if not _NUMERIC.fullmatch(cell)), 2))
    if len(words) == 1 and re.sub(r"[\d\s]+$", "", fold(words[0])) in vocabulary.TOTAL:
        return "total_line"
    footnote = len(filled) == 1 and len(table.headers) > 1 and _FOOTNOTE.match(filled[0])
    guest = footnote and (people.placeholder(filled[0]) or name_cells.BESIDE.fullmatch(filled[0]))
    return "no_person" if footnote and not guest else ""


def is_header(line: Line, table: Table) -> bool:
    """Whether a row says what the header says; almost no row gets beyond its first letter."""
    if not table.header_row:
        return False
    said, header = line.cells, table.folded_header
    first = said[0][:1]
    if first.isascii() and first.isalnum() and not header[0].startswith(first.casefold()):
        return False
    return len(said) == len(header) and all(fold_header(one) == two for one, two in zip(said, header, strict=True))


def _person(cells: Cells) -> people.Person:
    family = name_cells.read(" ".join(part for name in ("family", "family2") if (part := cells.word(name)))).name
    given = cells.said("given").name
    if not cells.text("name"):
        return people.person("", given, family)
    return people.person(cells.said("name").name, given, family, given_first=given_first(cells.header("name")))


@lru_cache(maxsize=64)
def given_first(title: str) -> bool:
    """Whether the header says ``Nombre, Apellidos``."""
    header = fold_header(title)
    said = [at for word in _FAMILY_WORDS if (at := header.find(word)) >= 0]
    return "," in title and min(said, default=0) > 0


def _companions(cells: Cells) -> tuple[tuple[Companion, ...], bool]:
    """Who comes along, and whether that was unclear; tickets bought beyond one's own are people too."""
    counted = cells.text("companions")
    named = companions.whole_names(cells.under("companion_names")) if cells.text("companion_names") else ""
    if not counted and cells.text("quantity") and "position" not in cells.table.columns:
        counted = companions.bought(cells.under("quantity"))
    if not counted:
        counted = next((one.counted for one in coming.beside_the_name(cells) if one.counted), "")
    return companions.companions(counted, named) if counted or named else ((), False)


@lru_cache(maxsize=1024)
def _diet(said: tuple[tuple[str, str], ...]) -> str:
    """What somebody eats: texts as they are, and of columns with yes and no the options with yes.

    A yes to a question is told with it, unless a text beside it says what it means.
    """
    found: list[str] = []
    explained = any(not ticked(cell) and not people.nothing(cell) for _, cell in said)
    for header, cell in said:
        option = _OPTION.search(header)
        agreed = says_yes(cell) if option else None
        if option and agreed is not None:
            found += [option[1].strip()] if agreed else []
        elif ticked(cell):
            title = one_line(re.sub(r"[¿?¡!*]", "", header))
            found += [title] if _names_a_diet(header) else [] if explained else [f"{title}: {cell}"]
        elif not people.nothing(cell) and cell not in found:
            found.append(cell)
    return "; ".join(found)


def _names_a_diet(header: str) -> bool:
    """Whether a mark below the header is that diet (``Sin gluten``), not an answer to its question."""
    folded = fold_header(header)
    return "?" not in header and len(folded.split()) <= 4 and begins_a_word(folded, vocabulary.DIETS)


def _step_free(cells: Cells) -> bool:
    """Asked for in a column of its own, or mentioned in a note or a diet."""
    if any(not people.nothing(cell) and says_yes(cell) is not False for _, cell in cells.under("step_free")):
        return True
    return any(needs_no_steps(text) for name in ("note", "diet") if (text := cells.texts(name)))


@lru_cache(maxsize=1024)
def needs_no_steps(text: str) -> bool:
    """Whether somebody says that they cannot climb stairs; most notes and diets are said by many."""
    found = _STEP_FREE.search(text)
    return found is not None and not _DENIED.search(text[: found.start()])


def _answers(cells: Cells, carried: set[str], diet: str, free: Free) -> tuple[tuple[str, str], ...]:
    """The cells that no field carries whole."""
    said = cells.line.cells
    width = len(said)
    first = [cells.text(name) for name in _SECONDS]
    found = []
    for place, header, names in free:
        cell = said[place] if place < width else ""
        if not cell or (names & carried and not (names & _SECONDS and cell not in first)):
            continue
        if "diet" in names and (cell in diet or says_yes(cell) is not None):
            continue
        if names & _NAMES and people.placeholder(cell):
            continue
        found.append((header, cell))
    if cells.line.part:
        found.append(titled(cells.line.part))
    return tuple(found)


def _remarks(cells: Cells, about: Registration, *, unclear: bool, understood: bool) -> tuple[Remark, ...]:
    """What the organizer should look at before a badge is printed."""
    found = []
    phone, email = cells.word("phone"), cells.word("email")
    if not understood:
        found.append(("unknown_status", about.reason))
    if phone and people.ruined(phone):
        found.append(("phone_ruined", phone))
    if about.name and people.damaged(about.name):
        found.append(("damaged_letters", about.name))
    if about.name and (firm := cells.said("name").company) and not cells.word("company"):
        found.append(("company_from_name", firm))
    doubtful = (name for name in ("name", "given", "family") if name in cells.texts_of and cells.said(name).doubtful)
    if about.name and (odd := next(doubtful, "")):
        found.append(("more_than_a_name", cells.word(odd)))
    if about.name and email and not about.email and not people.nothing(email):
        found.append(("no_email", email))
    if unclear:
        said = (cells.word(name) for name in ("companions", "companion_names", "quantity", "name"))
        found.append(("companions_unclear", next(filter(None, said), "")))
    found += [("code_ruined", cell) for _, cell in cells.under("code") if people.ruined(cell)]
    for name in _RUN_BY_SPREADSHEETS:
        if (cell := cells.word(name)).startswith(SIGNS) and _FORMULA.match(cell):
            found.append(("formula_like", cell))
    return tuple(Remark(about.row, code, detail) for code, detail in found)
