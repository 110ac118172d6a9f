"""A finished file, and what somebody should know about it: what was shortened, what no font has.

It knows neither badges nor lists: whoever drew them says what became of each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checkin.paper.pdf import Document
from checkin.paper.placing import Drawn

Told = Callable[[int, int], None]
"""Is told how many are done and how many there are, after each page. What it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Something that could not be put on paper as it is.

    Attributes:
        name: Whose.
        characters: The characters that no shipped font has, or the text that no QR code can hold.
    """

    name: str
    characters: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file and what somebody should know about it.

    Attributes:
        items: Badges, cards or guests in it.
        abbreviated: The names of those whose badge had to leave something out.
        missing: What could not be printed; on paper there is an empty box, or no code.
    """

    pdf: bytes
    pages: int
    items: int
    abbreviated: tuple[str, ...] = ()
    missing: tuple[Unprintable, ...] = ()


def finished(document: Document, drawn: Sequence[tuple[str, str, Drawn]], items: int | None = None) -> Printed:
    """Close a document.

    Args:
        document: With all its pages.
        drawn: Each thing in it: its name, the text of its code, and what became of it.
        items: How many badges, cards or guests it has; as many as ``drawn`` if not given.
    """
    missing = [Unprintable(name, made.missing) for name, _, made in drawn if made.missing]
    missing += [Unprintable(name, code) for name, code, made in drawn if made.uncoded]
    abbreviated = tuple(dict.fromkeys(name for name, _, made in drawn if made.abbreviated))
    return Printed(
        document.finish(),
        document.pages,
        len(drawn) if items is None else items,
        abbreviated,
        tuple(dict.fromkeys(missing)),
    )
