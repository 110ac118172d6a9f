"""What platforms pack around a ticket code: web addresses, JSON, second halves, marks between digits.

Only text is taken apart here; whether a part is a code of this event is for the guest list to say.

>>> [(str(part), text) for part, text in parts("https://luma.com/check-in/evt-1?pk=g-yQ1")][1:]
[('query', 'g-yQ1'), ('path', 'evt-1')]
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlsplit

_ADDRESS = re.compile(r"^(?:https?://|www\.)", re.IGNORECASE)
_LONGEST_FIELD = 512


class Part(StrEnum):
    """Which part of a scanned text is taken for the code."""

    WHOLE = "whole"
    QUERY = "query"
    PATH = "path"
    BEFORE_SLASH = "before_slash"
    DIGITS = "digits"
    FIELD = "field"


def is_address(text: str) -> bool:
    """Whether a text is a web address, with or without its scheme."""
    return bool(_ADDRESS.match(text))


def parts(text: str) -> Iterator[tuple[Part, str]]:
    """The whole of a text, and the parts of it that platforms keep a code in."""
    yield Part.WHOLE, text
    if text.startswith("{"):
        yield from ((Part.FIELD, value) for value in islice(_fields(text), 12))
    elif is_address(text):
        yield from ((Part.QUERY, value) for value in query_values(text))
        yield from ((Part.PATH, value) for value in path_ends(text))
    elif "/" in text:
        yield Part.BEFORE_SLASH, text.partition("/")[0]
        yield from ((Part.PATH, value) for value in path_ends(text))
    yield from ((Part.DIGITS, value) for value in _numbers(text))


def query_values(text: str) -> list[str]:
    """A web address's query values, ``pk`` (Luma) first."""
    pairs = parse_qsl(text.partition("?")[2].partition("#")[0])[:8]
    return [value for name, value in sorted(pairs, key=lambda pair: pair[0] != "pk") if len(value) >= 4]


def path_ends(text: str) -> list[str]:
    """The last path part, and the one behind a ``#``."""
    before, _, fragment = text.partition("#")
    ends = (before.partition("?")[0].rstrip("/"), fragment.rstrip("/"))
    return [unquote(end.rpartition("/")[2]) for end in ends if "/" in end or end == fragment != ""]


def _numbers(text: str) -> Iterator[str]:
    """The digits of a number with marks in it; of an Eventbrite code (order, attendee, 001) the attendee's number."""
    digits = "".join(sign for sign in text if sign in "0123456789")
    marks = len(text) - len(digits)
    if len(digits) < 6 or marks > 6 or any(sign.isalpha() for sign in text):
        return
    yield digits
    if len(digits) >= 19:
        yield from (digits[-3 - length : -3] for length in (11, 10, 9))


def _fields(text: str) -> Iterator[str]:
    """The texts and numbers of a JSON object, nested ones after their elders; short ones (True, 12) are no codes."""
    try:
        rows = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    for row in rows:
        if isinstance(row, dict | list):
            rows.extend(row.values() if isinstance(row, dict) else row)
        elif isinstance(row, str | int) and 6 <= len(str(row)) <= _LONGEST_FIELD:
            yield str(row)


def host(address: str) -> str:
    """The host of a web address without ``www.``, or "" where it has none."""
    try:
        name = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")
