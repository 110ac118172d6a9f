r"""Tables in web pages and in the XML that Excel 2003 wrote: what many platforms call ``.xls``.

Only the table is read, with the tags that make rows and cells; every tag is looked at once, so that no page, however
broken, takes longer than its length. Nothing in it is run, loaded or followed. Knows no guest and no reason to refuse.

>>> tables("<table><tr><th>Nombre<th>Correo<tr><td>Ana &amp; Eva<td>a@example.org</table>")
[('', [['Nombre', 'Correo'], ['Ana & Eva', 'a@example.org']])]
>>> tables("<p>Session expired</p>")
[]
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from checkin.intake.limits import CELLS, COLUMNS

_TAG = re.compile(
    r"<(/?)(?:\w{1,10}:)?(table|tr|td|th|br|p|div|li|row|cell|worksheet)\b([^<>]{0,2000})>", re.IGNORECASE
)
_OTHER_TAG = re.compile(r"</?[A-Za-z][^<>]{0,5000}>")
_ATTRIBUTE = r"(?:\w{{1,10}}:)?{name}\s*=\s*[\"']?([^\"'<>]*)"
_UNSEEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<head", "</head>"))
_SAME = {"row": "tr", "cell": "td", "th": "td"}
_BREAKS = frozenset({"br", "p", "div", "li"})

Rows = list[list[str]]


@dataclass(slots=True)
class _Table:
    """A table while it is read.

    Attributes:
        below: From a column to how many further rows a cell above reaches into.
        text: The pieces of the open cell; None between cells.
        wide: Columns and rows of the open cell.
    """

    name: str
    rows: Rows = field(default_factory=list)
    below: dict[int, int] = field(default_factory=dict)
    text: list[str] | None = None
    wide: tuple[int, int] = (1, 1)

    def open_row(self) -> None:
        """A row begins."""
        self.close_cell()
        self.rows.append([])

    def open_cell(self, attributes: str) -> None:
        """A cell begins, to the right of what reaches down from above."""
        self.close_cell()
        if not self.rows:
            self.rows.append([])
        row = self.rows[-1]
        row += [""] * (_number(attributes, "index", len(row) + 1) - 1 - len(row))
        while self.below.get(len(row), 0):
            self.below[len(row)] -= 1
            row.append("")
        across = _number(attributes, "mergeacross", 0) + 1
        self.wide = _number(attributes, "colspan", across), _number(attributes, "rowspan", 1)
        self.text = []

    def close_cell(self) -> None:
        """The open cell ends, if one is open."""
        if self.text is None:
            return
        row, (columns, rows) = self.rows[-1], self.wide
        for place in range(len(row), min(len(row) + columns, COLUMNS)):
            if rows > 1:
                self.below[place] = rows - 1
        pieces = _OTHER_TAG.sub("", "".join(self.text)).replace("\r", "\n").split("\x0b")
        lines = (" ".join(html.unescape(piece).split()) for piece in pieces)
        row.append("\n".join(line for line in lines if line))
        row += [""] * (min(columns, COLUMNS) - 1)
        self.text = None


def _number(attributes: str, name: str, otherwise: int) -> int:
    found = re.search(_ATTRIBUTE.format(name=name), attributes, re.IGNORECASE) if attributes else None
    said = found[1].strip() if found else ""
    return min(int(said), COLUMNS) if said.isascii() and said.isdigit() and len(said) < 6 else otherwise


def tables(text: str) -> list[tuple[str, Rows]]:
    """The tables of a page as (name, rows), the inner ones of nested tables before the outer; only those with text."""
    text = _seen(text)
    found: list[_Table] = []
    nested: list[_Table] = []
    sheet, at, cells = "", 0, 0
    for tag in _TAG.finditer(text):
        inner = nested[-1] if nested else None
        if inner is not None and inner.text is not None:
            inner.text.append(text[at : tag.start()])
        at = tag.end()
        name = _SAME.get(tag[2].casefold(), tag[2].casefold())
        cells += name == "td"
        if cells > CELLS:
            break
        if name == "worksheet":
            called = re.search(_ATTRIBUTE.format(name="name"), tag[3], re.IGNORECASE)
            sheet = html.unescape(called[1]).strip() if called and not tag[1] else ""
        elif name == "table" and not tag[1]:
            nested.append(_Table(sheet))
        elif inner is not None:
            _turn(inner, name, tag, found, nested)
    for table in reversed(nested):
        table.close_cell()
        found.append(table)
    return [(table.name, table.rows) for table in found if any(map(any, table.rows))]


def _turn(inner: _Table, name: str, tag: re.Match[str], found: list[_Table], nested: list[_Table]) -> None:
    """What one tag within a table does to it."""
    closes = bool(tag[1])
    if name == "table":
        inner.close_cell()
        found.append(nested.pop())
    elif name in _BREAKS:
        if inner.text is not None:
            inner.text.append("\x0b")
    elif closes:
        inner.close_cell()
    elif name == "tr":
        inner.open_row()
    else:
        inner.open_cell(tag[3])
        if tag[3].endswith("/"):
            inner.close_cell()


def _seen(text: str) -> str:
    """The page without its comments, scripts, styles and head."""
    for opens, closes in _UNSEEN:
        kept, at, lower = [], 0, text.casefold() if len(text.casefold()) == len(text) else text
        while (start := lower.find(opens, at)) >= 0:
            kept.append(text[at:start])
            end = lower.find(closes, start)
            at = end + len(closes) if end >= 0 else len(text)
        text = "".join([*kept, text[at:]])
    return text
