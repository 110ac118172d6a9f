"""A registration as a guest of an event.

Field by field, and not by a list of fields: a large file makes fifty thousand guests, and this is the fastest way.
"""

from __future__ import annotations

import json
from functools import lru_cache

from checkin.model import EventId, Guest, GuestId, Registration

_encode = json.JSONEncoder(ensure_ascii=False).encode


def registered(
    one: Registration, guest_id: GuestId, event_id: EventId, source: str, host: GuestId | None, *, named_here: bool
) -> Guest:
    """The guest that a registration makes, who has not come yet.

    Args:
        one: What the list says.
        guest_id: The id set aside.
        event_id: The event.
        source: The list's format.
        host: Who brings this guest along, or None.
        named_here: Whether the name was given here and not by the list.
    """
    return Guest(
        id=guest_id,
        event_id=event_id,
        key=one.key,
        source=source,
        row=one.row,
        name=one.name,
        given=one.given,
        family=one.family,
        email=one.email,
        phone=one.phone,
        company=one.company,
        role=one.role,
        sector=one.sector,
        handle=one.handle,
        offers=one.offers,
        seeks=one.seeks,
        diet=one.diet,
        note=one.note,
        product=one.product,
        step_free=one.step_free,
        vip=False,
        named_here=named_here,
        standing=one.standing,
        reason=one.reason,
        blocked="",
        companion_of=host,
        answers=answers_of(one),
        arrival=None,
        arrived_at=None,
        station="",
        left_at=None,
        badge_printed_at=None,
        badge_print="",
        sex=one.sex,
        age_band=one.age_band,
        wants=one.wants,
        linkedin=one.linkedin,
        about=one.about,
        consent=one.consent,
    )


def answers_of(one: Registration) -> str:
    """The answers of a registration as its guest keeps them, a JSON list of [header, value]; "" for none.

    Put together of its texts, which is the same to the letter and spares an encoder for each person.
    """
    if not one.answers:
        return ""
    return f"[{', '.join([f'[{_title(header)}, {_encode(cell)}]' for header, cell in one.answers])}]"


@lru_cache(maxsize=1024)
def _title(header: str) -> str:
    return _encode(header)
