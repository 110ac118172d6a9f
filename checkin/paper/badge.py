"""One badge: what it says and how it is drawn on a label of any size.

First name as large as it goes, because that is what people read across a table; everything else steps back. It knows no
guest and no sheet. Lengths in millimetres, sizes in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from checkin.paper import names
from checkin.paper.colours import INK, QUIET_INK, WHITE, Colour
from checkin.paper.designs import Design, Field
from checkin.paper.details import Detail, broken, draw_details
from checkin.paper.fitting import MM, Fitted, Room
from checkin.paper.fonts import Weight
from checkin.paper.layout import Box, Ground, Layout, layout
from checkin.paper.logo import opened
from checkin.paper.name_pair import NAME_LEAST, Pair, set_name
from checkin.paper.page import Page
from checkin.paper.placing import Drawn, put, report
from checkin.paper.press import Press
from checkin.paper.qr import SMALLEST_MODULE, Code
from checkin.words import Words

_USUAL = 3
"""So many ways to set the details are tried wherever the name can be read."""

MOST_ROWS = 4
"""Of details and marks together, where a detail is broken over two of them; on a large label as many as it has."""

PLAIN = Design()

_OUTLINE = 1.5
"""Of a block that is not filled, in points."""

_LOW_BLOCK = 12.0
"""A table's block that is lower has a smaller number, so that the word above it stays clear of it; in millimetres."""

_RIM = (0.8, 0.6)
"""White beside and above a logo on a band, in millimetres."""


@dataclass(frozen=True, slots=True)
class Badge:
    """What one badge says; every part but the name may be empty.

    Attributes:
        name: The whole name, to the letter.
        given: What people say aloud, where it is known.
        family: The surnames, where they are known.
        table: The table's number, or None while it is not drawn.
        code: The text of the QR code, "" for a badge without one.
        marks: What the kitchen and the stewards look for (diet, step-free, category), a word or two each.
        sector: The guest's line of work.
        sector_colour: Its colour on the screen as ``#RRGGBB``, "" for none; never the only sign of it.
        offers: What the guest offers, in their own words.
        seeks: What the guest looks for.
        rounds: The tables of the whole evening, in order; empty where there is one round.
        contact: What a telephone keeps of the guest, "" for nothing.
    """

    name: str
    given: str = ""
    family: str = ""
    company: str = ""
    role: str = ""
    handle: str = ""
    table: int | None = None
    code: str = ""
    marks: tuple[str, ...] = ()
    sector: str = ""
    sector_colour: str = ""
    offers: str = ""
    seeks: str = ""
    rounds: tuple[int, ...] = ()
    contact: str = ""


class _Composed(NamedTuple):
    """What a badge says, where, and how large.

    Attributes:
        left_out: Whether a line below the name had no room.
    """

    details: Sequence[Detail]
    marks: tuple[str, ...]
    plan: Layout
    pair: Pair
    left_out: bool


def shown(badge: Badge, design: Design) -> Badge:
    """What of a badge a design shows at all."""
    hidden = _hidden(design.fields)
    away = {part: () if part in _LISTS else "" for part in hidden if getattr(badge, part)}
    table = badge.table if Field.TABLE in design.fields else None
    return replace(badge, table=table, **away) if away or table != badge.table else badge  # type: ignore[arg-type]


@lru_cache(maxsize=64)
def _hidden(fields: frozenset[Field]) -> tuple[str, ...]:
    """The parts of a badge that belong to no field of these; its table is not among them."""
    return tuple(part for field, parts in _PARTS.items() if field not in fields for part in parts)


def front(badge: Badge, *, whole: bool) -> Badge:
    """What of a badge its front shows; ``whole`` where a label is so large that the front has room for everything.

    A contact's code never stands beside the ticket's, so that no scanner takes the one for the other.
    """
    spoken = whole or not (badge.offers or badge.seeks)
    alone = not (badge.code and badge.contact)
    if spoken and alone:
        return badge
    contact = badge.contact if alone else ""
    return replace(badge, contact=contact) if spoken else replace(badge, offers="", seeks="", contact=contact)


ROOMY = 70.0
"""Height from which a front has room for what somebody offers and looks for, in millimetres."""

_PARTS: dict[Field, tuple[str, ...]] = {
    Field.COMPANY: ("company",),
    Field.ROLE: ("role",),
    Field.SECTOR: ("sector", "sector_colour"),
    Field.HANDLE: ("handle",),
    Field.OFFERS: ("offers",),
    Field.SEEKS: ("seeks",),
    Field.ROUNDS: ("rounds",),
    Field.MARKS: ("marks",),
    Field.CODE: ("code",),
    Field.CONTACT: ("contact",),
}
_LISTS = frozenset({"marks", "rounds"})


@lru_cache(maxsize=64)
def ground_of(design: Design) -> Ground:
    """What the look of a design takes of a label."""
    return Ground(design.drawn.band, design.drawn.stripe, logo=bool(design.logo))


def code_text(badge: Badge) -> str:
    """What the code on the front says: the ticket, or the contact where the ticket is not wanted."""
    return badge.code or badge.contact


def code_on(press: Press, badge: Badge, size: tuple[float, float], design: Design) -> Code | None:
    """The code on a front of that size; None where there is none, or the contact's would be too fine to be read."""
    text = code_text(badge)
    code = press.code(text) if text else None
    if badge.code or not code:
        return code
    plate = layout(*size, lines=0, code=True, table=badge.table is not None, ground=ground_of(design)).plate
    return code if plate and plate.width / code.across >= SMALLEST_MODULE else None


def draw(page: Page, press: Press, badge: Badge, size: tuple[float, float], t: Words, design: Design = PLAIN) -> Drawn:
    """Draw what changes from badge to badge, on the ground that ``draw_ground`` drew."""
    text, code = code_text(badge), code_on(press, badge, size, design)
    coded = code is not None
    details, marks, plan, pair, left_out = press.once(
        (badge, size, design, t.language, coded), lambda: _composed(press, badge, size, design, t, code=coded)
    )
    if code and plan.plate:
        page.code(code, plan.plate.x, plan.plate.y, plan.plate.width)
    if badge.table is not None and plan.table:
        number, box = badge.table, plan.table
        page.again((number, box, design), lambda: _draw_number(page, press, number, box, design))
    _draw_name(page, pair, plan.name, design)
    below = draw_details(page, press, details, marks, plan, centred=design.drawn.centred and plan.in_line)
    made = report([pair.given, pair.family, *below])
    if not left_out and (coded or not text):
        return made
    return made._replace(abbreviated=made.abbreviated or left_out, uncoded=bool(text) and not coded)


def draw_ground(
    page: Page, press: Press, event: str, plan: Layout, t: Words, design: Design = PLAIN, bleed: float = 0.0
) -> Drawn:
    """Draw what all badges of a batch share: colour, logo, the event's name, and the block of the table's number.

    Args:
        page: As large as the label.
        press: Fonts.
        event: The event's name.
        plan: Where things stand.
        t: The language of the word for a table.
        design: Look, colour and logo.
        bleed: How far colour runs beyond the label's edge.
    """
    drawn: list[Fitted] = []
    if plan.stripe:
        box = plan.stripe
        page.rectangle(-bleed, -bleed, box.width + bleed, box.height + 2 * bleed, design.fill)
    if plan.band:
        box = plan.band
        page.rectangle(-bleed, -bleed, box.width + 2 * bleed, box.height + bleed, design.fill)
    drawn += _draw_head(page, press, event, plan, design)
    if plan.table:
        drawn.append(_draw_block(page, press, plan.table, t, design))
    left_out = bool(event and not plan.event.height) or bool(design.logo and not plan.logo)
    made = report(drawn)
    return made._replace(abbreviated=True) if left_out else made


def _draw_head(page: Page, press: Press, event: str, plan: Layout, design: Design) -> list[Fitted]:
    """The logo, and the event's name: in the middle of the band or beside the logo, else at the top of its place.

    On a centred badge they stand in the middle together; on a band the logo keeps its end of it.
    """
    logo, box, banded = *_head(plan, design), plan.on_band
    if banded or logo:
        room = Room(box.width, box.height * 0.9, (10.0 if banded else 8.0) * min(plan.scale, 1.6), 6.5)
    else:
        room = Room(box.width, box.height, 8.0 * plan.scale, 6.5, lines=1)
    title = press.fit(event if box.height else "", room, Weight.MEDIUM)
    right = (box.width - title.width) / 2 if design.drawn.centred and not (banded and logo) else 0.0
    if logo and banded:
        page.rounded(logo.x, logo.y, logo.width, logo.height, 1.0, WHITE)
        inside = Box(logo.x + _RIM[0], logo.y + _RIM[1], logo.width - 2 * _RIM[0], logo.height - 2 * _RIM[1])
        page.picture(opened(design.logo), *inside, 0.5)
    elif logo:
        page.picture(opened(design.logo), logo.x + right, *logo[1:])
    y = box.y + (box.height - title.height) / 2 if banded or logo else box.y
    fill, alone = design.on_fill if banded else design.on_paper, bool(right and not logo)
    put(page, title, box.x + (box.width / 2 if alone else right), y, fill, 0.5 if alone else 0.0)
    return [title]


def _head(plan: Layout, design: Design) -> tuple[Box | None, Box]:
    """The logo's place, no wider than the picture, and the event's name with what that leaves."""
    place, event = plan.logo, plan.event
    if not (place and design.logo):
        return None, event
    picture = opened(design.logo)
    shape = picture.width / picture.height
    if not plan.on_band:
        wide = min(place.width, place.height * shape)
        free = place.width - wide
        return place._replace(width=wide), event._replace(x=event.x - free, width=event.width + free)
    wide = min(place.width, max((place.height - 2 * _RIM[1]) * shape + 2 * _RIM[0], place.height))
    free = place.width - wide
    return place._replace(x=place.x + free, width=wide), event._replace(width=event.width + free)


def _draw_block(page: Page, press: Press, box: Box, t: Words, design: Design) -> Fitted:
    radius = min(box.width, box.height) * 0.14
    if design.drawn.filled:
        page.rounded(box.x, box.y, box.width, box.height, radius, design.fill)
    else:
        edge = _OUTLINE / MM
        page.outlined(
            box.x + edge / 2, box.y + edge / 2, box.width - edge, box.height - edge, radius - edge / 2, INK, _OUTLINE
        )
    word = press.fit(t("Table"), Room(box.width * 0.76, box.height * 0.24, 9.0, 4.0, lines=1), Weight.MEDIUM)
    put(page, word, box.x + box.width / 2, box.y + box.height * 0.13 - (word.ascent - word.cap), _on_block(design), 0.5)
    return word


@lru_cache(maxsize=64)
def _on_block(design: Design) -> Colour:
    return design.on_fill if design.drawn.filled else INK


def _composed(
    press: Press, badge: Badge, size: tuple[float, float], design: Design, t: Words, *, code: bool
) -> _Composed:
    """What a badge says, where, and how large."""
    wanted, marks = _details(badge, t), _marks(badge, t)
    details, plan, pair = _balanced(press, badge, size, design, (wanted, bool(marks)), code=code)
    left_out = plan.rows < len(details) + bool(marks) or len(details) < len(wanted) or not pair.legible
    return _Composed(details, marks, plan, pair, left_out)


def _balanced(
    press: Press,
    badge: Badge,
    size: tuple[float, float],
    design: Design,
    wanted: tuple[list[Detail], bool],
    *,
    code: bool,
) -> tuple[Sequence[Detail], Layout, Pair]:
    """The details, the layout and the name; ``wanted`` are the details there are, and whether there are marks.

    Long details break over several rows, unless the name needs them; where it needs still more, the role is left out,
    and at last the name is set smaller than it should be. Where it could not even be read, as many details go as it
    takes, and then the marks.
    """
    details, marks = wanted
    rows = len(details) + marks
    table, ground = badge.table is not None, ground_of(design)
    narrow = layout(*size, lines=rows, code=code, table=table, ground=ground)
    roomy = size[1] >= ROOMY
    spare = (narrow.most if roomy or narrow.most < MOST_ROWS else MOST_ROWS) - rows
    parts = names.split(badge.name, badge.given, badge.family)
    tried: list[tuple[Sequence[Detail], Layout, Pair]] = []
    for choice in _choices(press, badge, details, narrow, spare, roomy=roomy):
        plan = narrow
        if len(choice) != len(details):
            plan = layout(*size, lines=len(choice) + marks, code=code, table=table, ground=ground)
        pair = set_name(press, parts, plan.name[2:], plan.scale * design.drawn.weight)
        if not pair.abbreviated and pair.legible:
            return choice, plan, pair
        tried.append((choice, plan, pair))
        if len(tried) == _USUAL and tried[1][2].legible:
            break
    if rows and not any(pair.legible for _, _, pair in tried):
        bare = layout(*size, lines=0, code=code, table=table, ground=ground)
        alone = set_name(press, parts, bare.name[2:], bare.scale * design.drawn.weight)
        if not alone.torn:
            tried.append(([], bare, alone))
    smaller = [
        (choice, plan, set_name(press, parts, plan.name[2:], plan.scale * design.drawn.weight, NAME_LEAST))
        for choice, plan, _ in tried
    ]
    at = 0 if roomy else 1
    if smaller[at][2].torn < tried[at][2].torn:
        tried[at] = smaller[at]
    whole = next((one for one in smaller if not one[2].abbreviated and one[2].legible), tried[at])
    if whole[2].legible:
        return whole
    return next((one for one in tried if one[2].legible), max(tried, key=lambda one: one[2].given.size))


def _choices(
    press: Press, badge: Badge, details: Sequence[Detail], plan: Layout, spare: int, *, roomy: bool
) -> Iterator[Sequence[Detail]]:
    """The details as they are wanted, and as the name may need them; from the fourth on to be read at all."""
    yield broken(press, details, plan, spare, roomy=roomy)
    yield details
    yield [detail for detail in details if detail.text != badge.role]
    for most in range(len(details) - 1, -1, -1):
        yield details[:most]


def _draw_name(page: Page, pair: Pair, box: Box, design: Design) -> None:
    y = box.y + (box.height - pair.given.height - pair.gap - pair.family.height) * 0.42
    align = 0.5 if design.drawn.centred else 0.0
    x = box.x + box.width * align
    put(page, pair.given, x, y, design.on_paper if design.drawn.tinted else INK, align)
    put(page, pair.family, x, y + pair.given.height + pair.gap, INK, align)


def _draw_number(page: Page, press: Press, number: int, box: Box, design: Design) -> None:
    """The table's number, in the middle of what its block has below the word."""
    part, middle = (0.66, 0.62) if box.height >= _LOW_BLOCK else (0.58, 0.65)
    figure = press.fit(str(number), Room(box.width * 0.76, box.height * part, 90.0, 4.0, 1), Weight.BOLD)
    y = box.y + box.height * middle - figure.cap / 2
    put(page, figure, box.x + box.width / 2, y - (figure.ascent - figure.cap), _on_block(design), 0.5)


def _details(badge: Badge, t: Words) -> list[Detail]:
    """The lines below the name, the most wanted first."""
    lines = []
    if badge.company:
        lines.append(Detail(badge.company, Weight.SEMIBOLD, 10.5, INK))
    if badge.role:
        lines.append(Detail(badge.role, Weight.REGULAR, 9.0, QUIET_INK))
    if badge.offers:
        lines.append(Detail(t("Offers: {what}", what=badge.offers), Weight.REGULAR, 9.0, INK))
    if badge.seeks:
        lines.append(Detail(t("Looks for: {what}", what=badge.seeks), Weight.REGULAR, 9.0, INK))
    handle = badge.handle if badge.handle != badge.name else ""
    if badge.sector or handle:
        below = " · ".join(part for part in (badge.sector, handle) if part)
        lines.append(Detail(below, Weight.REGULAR, 9.0, QUIET_INK, badge.sector_colour if badge.sector else ""))
    return lines


def _marks(badge: Badge, t: Words) -> tuple[str, ...]:
    """The marks, and among them the tables of the later rounds."""
    later = badge.rounds[1:] if badge.rounds and badge.rounds[0] == badge.table else badge.rounds
    return (*badge.marks, *((t("Then {numbers}", numbers=" · ".join(map(str, later))),) if later else ()))
