"""Text that was saved once too often, or copied from a page: put back into lines of delimited cells.

>>> plain("Mu&ntilde;oz;A &amp; B")
'Muñoz;A &amp; B'
"""

from __future__ import annotations

import html
import re

from checkin.intake import vocabulary

_LINE_END = re.compile(r"\r\n|\n|\r")
_LETTER = re.compile(
    r"&(?:[A-Za-z]{1,2}(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron|lig)|ord[fm]|iquest|iexcl|middot|euro"
    r"|#(?:1[6-9]\d|[2-9]\d\d|\d{4,5})|#x(?:[a-f]\w|\w{3,4}));"
)
_WORDS = re.compile(r"\S+(?: \S+)*")
_LINES = 60
_DELIMITERS = ";,\t|"

Records = list[tuple[int, list[str]]]


def plain(text: str) -> str:
    """``text`` without quotes around whole lines, and with letters for what pages write instead of them."""
    if "&" in text and _LETTER.search(text):
        text = _LETTER.sub(lambda found: html.unescape(found[0]), text)
    return _unwrapped(text)


def _unwrapped(text: str) -> str:
    """The lines of a file that was taken for one column and saved with every line quoted."""
    if not text.lstrip("\ufeff \r\n").startswith('"'):
        return text
    lines = _LINE_END.split(text.lstrip("\ufeff"))
    filled = [line.strip() for line in lines if line.strip()]
    if len(filled) < 2 or not all(map(_wrapped, filled)):
        return text
    first = filled[:_LINES]
    doubled = '""' in "".join(line[1:-1] for line in first)
    cut = any(all(line.count(sign) > (0 if doubled else 1) for line in first) for sign in _DELIMITERS)
    if not cut:
        return text
    return "\n".join(line.strip()[1:-1].replace('""', '"') for line in lines).rstrip("\n")


def _wrapped(line: str) -> bool:
    return len(line) > 2 and line[0] == line[-1] == '"' and '"' not in line[1:-1].replace('""', "")


def by_columns(text: str) -> Records | None:
    """The records of a text whose columns are set with blanks below the words of a header that is known; else None."""
    lines = _LINE_END.split(text)
    header = next((line for line in lines if line.strip()), "")
    words = list(_WORDS.finditer(header[:1000]))
    titles = [found[0] for found in words]
    if len(words) < 2 or sum(map(vocabulary.known, titles)) < 2:
        return None
    starts = [found.start() for found in words]
    starts[0] = 0
    cuts = [*zip(starts, [*starts[1:], None], strict=True)]
    sample = [line for line in lines[: 10 * _LINES] if line.strip()]
    straight = sum(all(not line[at - 1 : at].strip() for at in starts[1:]) for line in sample)
    if straight < len(sample) or len(sample) < 2:
        return None
    return [(number, [line[start:end] for start, end in cuts]) for number, line in enumerate(lines, 1)]


def without_apostrophes(records: Records) -> None:
    """Take the single quotes off cells where nearly all have them, as another program's export has."""
    first = [cell for _, record in records[:_LINES] for cell in record if cell]
    if len(first) < 2 or sum(map(_in_apostrophes, first)) < 0.8 * len(first):
        return
    for _, record in records:
        record[:] = [cell[1:-1].replace("''", "'") if _in_apostrophes(cell) else cell for cell in record]


def _in_apostrophes(cell: str) -> bool:
    return len(cell) > 1 and cell[0] == cell[-1] == "'"
