"""A list of addresses as a mail program copies it: ``Ana Gil <ana@example.org>; "Paz, Eva" <eva@example.org>``.

Lines, semicolons and commas end an address, and none of them a name in quotes.
"""

from __future__ import annotations

import re

from checkin.intake.limits import ROWS

_ENTRY = re.compile(
    r"[\s;,]*+(?:"
    r"(?:\"([^\"<>@\n]{1,200})\"|'([^'\"<>@\n]{1,200})'|([^\"<>@\n;,\s][^\"<>@\n;]{0,200})|)[ \t]{0,9}"
    r"<[ \t]{0,9}([^\s<>@]{1,64}@[^\s<>@]{1,255})[ \t]{0,9}>"
    r"|([^\s<>@;,\"]{1,64}@[^\s<>@;,\"]{1,255})"
    r")[ \t]{0,9}(?=[;,\n]|$)"
)
_REST = re.compile(r"[\s;,]*+")


def listed(text: str) -> list[list[str]] | None:
    """Name and address of every entry; None where the text is anything else, or has no name at all.

    >>> listed('Ana Gil <ana@example.org>; "Paz, Eva" <eva@example.org>, luis@example.org')
    [['Ana Gil', 'ana@example.org'], ['Paz, Eva', 'eva@example.org'], ['', 'luis@example.org']]
    >>> listed("Nombre;Correo") is None
    True
    """
    if "<" not in text:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _ENTRY.match(text):
        return None
    found: list[list[str]] = []
    at = 0
    while entry := _ENTRY.match(text, at):
        name = entry[1] or entry[2] or entry[3] or ""
        found.append([name.strip(), entry[4] or entry[5]])
        at = entry.end()
    whole = _REST.fullmatch(text, at) is not None
    return found if whole and len(found) <= ROWS and any(name for name, _ in found) else None
