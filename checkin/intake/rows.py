"""One row of a table as a draft: a registration without its key, and what the rules between rows need to know.

Nothing a cell says is lost: what goes into no field of the registration stays in its answers, under its header.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from urllib.parse import parse_qs, urlsplit

from checkin.intake import people, vocabulary
from checkin.intake.cells import Cells
from checkin.intake.folding import fold, fold_header, one_line
from checkin.intake.sheets import Line, Remark
from checkin.intake.standing import says_yes, standing_of
from checkin.intake.tables import Table
from checkin.model import Companion, Registration, Standing

_CARRIED = (
    "number", "company", "role", "sector", "offers", "seeks", "note", "product",
    "variation", "code", "status", "void", "paid", "sex", "wishes", "about",
)  # fmt: skip
"""Fields whose cells a registration carries whole, so that they are no answers besides."""

_NAMES = ("name", "given", "family", "family2")
_FORMULA = re.compile(r"=|[+\-@](?=[A-Za-z(=])")
_OPTION = re.compile(r"(?:\s[–—-]\s|:\s|\s/\s|\[)(.+?)\]?\s*$")
_STEP_FREE = re.compile(
    r"silla de ruedas|movilidad reducida|no puedo subir|muletas|wheelchair|reduced mobility|crutches|step.?free"
    r"|cadira de rodes|mobilitat reduida|rollstuhl|fauteuil roulant|gurpil aulki|cadeira de rodas|sedia a rotelle",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(no|sin|not|without|non|kein|sense)\b[^.;,\n]{0,25}$", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d{9,14}")
_NUMERIC = re.compile(r"[\d.,+\-€$£%\s]*|EUR|USD")
_FOOTNOTE = re.compile(r"[*•(\[#-]|.{0,40}:\s|.{120}", re.DOTALL)
_FAMILY_WORDS = ("apellido", "surname", "cognom", "last")


@dataclass(frozen=True, slots=True)
class Draft:
    """A row on its way.

    Attributes:
        skip: Why the row is no registration at all, or "".
        order: The order it was bought in, folded.
        position: Its place in the order.
        user: Who the source says this is.
        stamp: When it was answered, as written.
        identical: The row without its running number; two rows alike in it are one pasted twice.
        buyer: The row's name and e-mail as answers, should they turn out to be the buyer's.
    """

    line: Line
    registration: Registration
    skip: str = ""
    order: str = ""
    position: str = ""
    user: str = ""
    stamp: str = ""
    identical: tuple[str, ...] = ()
    buyer: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()


def draft(line: Line, table: Table) -> Draft:
    """The draft of one row of ``table``."""
    cells = Cells(table, line)
    beside = _companions(cells)
    about = _registration(cells, beside[0])
    skip = _no_registration(cells)
    order, stamp, user = fold(cells.word("order")), cells.word("time"), cells.word("user")
    spoken_of = (
        about.name,
        about.email,
        about.phone,
        about.company,
        about.codes,
        order,
        stamp,
        user,
        cells.word("status"),
    )
    silent = set(table.columns.of("number"))
    return Draft(
        line,
        about,
        skip=skip or ("" if any(spoken_of) else "no_person"),
        order=order,
        position=cells.word("position"),
        user=user,
        stamp=stamp,
        identical=tuple(one_line(cell) for place, cell in enumerate(line.cells) if place not in silent),
        buyer=tuple(pair for name in ("name", "given", "family", "email") for pair in cells.under(name)),
        remarks=_remarks(cells, about, unclear=beside[1]),
    )


def _registration(cells: Cells, beside: tuple[Companion, ...]) -> Registration:
    who = _person(cells)
    email = people.email(cells.text("email")) or ("" if who.name else people.email(cells.text("name")))
    standing, reason = _standing(cells)
    phone, handle, diet = cells.word("phone"), people.handle(cells.text("handle")), _diet(cells)
    phone = phone if re.search(r"\d", phone) and not people.ruined(phone) else ""
    age_band = people.age_band(cells.word("age"))
    linkedin, agrees = people.linkedin(cells.text("linkedin")), says_yes(cells.word("consent"))
    consent = "" if agrees is None else "yes" if agrees else "no"
    carried = {
        "email": email,
        "phone": phone,
        "handle": handle,
        "age": age_band,
        "linkedin": linkedin,
        "consent": consent,
    } | dict.fromkeys(_NAMES, who.name)
    return Registration(
        row=cells.line.number,
        key="",
        name=who.name,
        given=who.given,
        family=who.family,
        email=email,
        phone=phone,
        company=cells.word("company"),
        role=cells.word("role"),
        sector=cells.word("sector"),
        handle=handle,
        offers=cells.text("offers"),
        seeks=cells.text("seeks"),
        diet=diet,
        note=cells.texts("note"),
        product=" – ".join(part for name in ("product", "variation") if (part := cells.word(name))),
        step_free=_step_free(cells),
        standing=standing,
        reason=reason,
        codes=_codes(cells),
        companions=beside,
        answers=_answers(cells, {*_CARRIED, *(name for name, value in carried.items() if value)}, diet),
        sex="" if people.nothing(cells.word("sex")) else fold(cells.word("sex")),
        age_band=age_band,
        wants="" if people.nothing(cells.text("wishes")) else cells.text("wishes"),
        linkedin=linkedin,
        about="" if people.nothing(cells.text("about")) else cells.text("about"),
        consent=consent,
    )


def _no_registration(cells: Cells) -> str:
    """Why a row is a header once more, a note below the list or its sum, or ""."""
    if cells.table.header_row and _is_header(cells):
        return "header_again"
    filled = [cell for cell in cells.line.cells if cell]
    words = list(islice((cell for cell in filled if not _NUMERIC.fullmatch(cell)), 2))
    if len(words) == 1 and re.sub(r"[\d\s]+$", "", fold(words[0])) in vocabulary.TOTAL:
        return "total_line"
    footnote = len(filled) == 1 and len(cells.table.headers) > 1 and _FOOTNOTE.match(filled[0])
    return "no_person" if footnote else ""


def _is_header(cells: Cells) -> bool:
    """Whether a row says what the header says; almost no row gets beyond its first cell."""
    said, header = cells.line.cells, cells.table.folded_header
    return len(said) == len(header) and all(fold_header(one) == two for one, two in zip(said, header, strict=True))


def _person(cells: Cells) -> people.Person:
    header = fold_header(cells.header("name"))
    said = [at for word in _FAMILY_WORDS if (at := header.find(word)) >= 0]
    family = " ".join(part for name in ("family", "family2") if (part := cells.word(name)))
    given_first = "," in cells.header("name") and min(said, default=0) > 0
    full, _ = people.along(cells.text("name"))
    return people.person(full, cells.text("given"), family, given_first=given_first)


def _standing(cells: Cells) -> tuple[Standing, str]:
    """What the row says about coming, and in which word; a cancellation outranks a debt."""
    word, void, paid = cells.word("status"), cells.word("void"), cells.word("paid")
    standing = standing_of(word, cells.table.format.words) or Standing.NOT_CONFIRMED
    if void and (says_yes(void) or standing_of(void) is Standing.CANCELLED):
        return Standing.CANCELLED, cells.header("void") if says_yes(void) else void
    if standing is Standing.COMING and paid and says_yes(paid) is False:
        return Standing.UNPAID, f"{cells.header('paid')}: {paid}"
    return standing, "" if standing is Standing.COMING else word


def _companions(cells: Cells) -> tuple[tuple[Companion, ...], bool]:
    """Who comes along, and whether that was unclear; tickets bought beyond one's own are people too."""
    counted = cells.text("companions")
    tickets = re.match(r"\s*(\d{1,4})\b", cells.text("quantity"))
    if not counted and tickets and "position" not in cells.table.columns:
        counted = str(max(int(tickets[1]) - 1, 0))
    _, beside = people.along(cells.text("name"))
    return people.companions(counted or (str(beside) if beside else ""), cells.texts("companion_names"))


def _diet(cells: Cells) -> str:
    """What somebody eats: texts as they are, and of columns with yes and no the options with yes."""
    found = []
    for header, cell in cells.under("diet"):
        option = _OPTION.search(header)
        agreed = says_yes(cell) if option else None
        if option and agreed is not None:
            found += [option[1].strip()] if agreed else []
        elif not people.nothing(cell) and cell not in found:
            found.append(cell)
    return "; ".join(found)


def _step_free(cells: Cells) -> bool:
    """Asked for in a column of its own, or mentioned in a note or a diet."""
    if any(not people.nothing(cell) and says_yes(cell) is not False for _, cell in cells.under("step_free")):
        return True
    mentions = ((text, _STEP_FREE.search(text)) for text in (cells.texts("note"), cells.texts("diet")))
    return any(found and not _DENIED.search(text[: found.start()]) for text, found in mentions)


def _codes(cells: Cells) -> tuple[str, ...]:
    """Everything that, scanned, means this ticket.

    The cell as it is, the code inside an address, and for Eventbrite order number, attendee number and ``001``, digits
    only (checked digit by digit against public samples that show all three).
    """
    written = [one_line(cell) for _, cell in cells.under("code")]
    codes = [code for code in written if not people.nothing(code) and not people.ruined(code)]
    inside = [code for cell in codes for code in _inside(cell)]
    order, position = (cells.word(name).lstrip("#") for name in ("order", "position"))
    long = _LONG_NUMBER.fullmatch(order) and _LONG_NUMBER.fullmatch(position)
    return tuple(dict.fromkeys([f"{order}{position}001", *codes, *inside] if long else [*codes, *inside]))


def _inside(code: str) -> list[str]:
    """The code within an address: its ``pk`` (Luma), else the last part of its path (Tito)."""
    if not code.casefold().startswith(("http://", "https://")):
        return []
    try:
        address = urlsplit(code)
    except ValueError:
        return []
    asked = parse_qs(address.query)
    named = [asked[name][0] for name in ("pk", "code", "ticket", "secret") if name in asked]
    last = address.path.rstrip("/").rpartition("/")[2]
    return named or ([last] if len(last) >= 6 and not address.query else [])


def _answers(cells: Cells, carried: set[str], diet: str) -> tuple[tuple[str, str], ...]:
    """The cells that no field carries whole."""
    columns = cells.table.columns
    silent = {place for name in carried for place in columns.of(name)}
    silent |= {
        place for place in columns.of("diet") if cells.at(place) in diet or says_yes(cells.at(place)) is not None
    }
    silent |= {place for name in _NAMES for place in columns.of(name) if people.placeholder(cells.at(place))}
    pairs = ((place, header, cells.at(place)) for place, header in enumerate(cells.table.headers))
    return tuple((header, cell) for place, header, cell in pairs if cell and place not in silent)


def _remarks(cells: Cells, about: Registration, *, unclear: bool) -> tuple[Remark, ...]:
    """What the organizer should look at before a badge is printed."""
    found = []
    status, phone, email = cells.word("status"), cells.word("phone"), cells.word("email")
    if standing_of(status, cells.table.format.words) is None:
        found.append(("unknown_status", status))
    if people.ruined(phone):
        found.append(("phone_ruined", phone))
    if about.name and people.damaged(about.name):
        found.append(("damaged_letters", about.name))
    if about.name and email and not about.email and not people.nothing(email):
        found.append(("no_email", email))
    if unclear:
        found.append(("companions_unclear", cells.word("companions") or cells.word("companion_names")))
    found += [("code_ruined", cell) for _, cell in cells.under("code") if people.ruined(cell)]
    for name in ("name", "given", "family", "company", "role", "sector", "product"):
        if _FORMULA.match(cell := cells.word(name)):
            found.append(("formula_like", cell))
    return tuple(Remark(about.row, code, detail) for code, detail in found)
