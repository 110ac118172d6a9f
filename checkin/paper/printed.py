"""A finished file, and what is not on it as it is known: words shortened, letters and codes left off.

It knows neither badges nor lists: whoever drew them says what became of each, and of the heading that they share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from checkin.paper.pdf import Document
from checkin.paper.placing import Drawn

Told = Callable[[int, int], None]
"""Is told how many are done and how many there are, after each page. What it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A name of which a font lacks letters.

    Attributes:
        name: Whose.
        characters: Those that no shipped font has.
    """

    name: str
    characters: str


@dataclass(frozen=True, slots=True)
class Flaws:
    """What is not on paper as it is known. Everybody is in each list once, in the order of the paper.

    Attributes:
        abbreviated: Whose words had to be shortened to fit.
        missing: Whose letters are missing; on paper each is an empty box.
        uncoded: Whose code is left off, because no QR code holds it.
        event_cut: Whether the event's name had to be shortened, which stands on every page and is nobody's.
        unnamed: How many are left out because their name is not known yet.
    """

    abbreviated: tuple[str, ...] = ()
    missing: tuple[Unprintable, ...] = ()
    uncoded: tuple[str, ...] = ()
    event_cut: bool = False
    unnamed: int = 0


SOUND = Flaws()
"""Everything is on paper as it is known."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file and what somebody should know about it.

    Attributes:
        pages: Of the whole paper; ``pdf`` has fewer where only its first ones were asked for.
        items: Badges, cards or guests in the whole paper.
        flaws: Of what was drawn.
    """

    pdf: bytes
    pages: int
    items: int
    flaws: Flaws = SOUND

    @property
    def abbreviated(self) -> tuple[str, ...]:
        """Whose words had to be shortened to fit."""
        return self.flaws.abbreviated

    @property
    def missing(self) -> tuple[Unprintable, ...]:
        """Whose letters are missing."""
        return self.flaws.missing


def finished(
    document: Document,
    drawn: Sequence[tuple[str, Drawn]],
    *,
    event: str = "",
    heading: Iterable[Drawn] = (),
    items: int | None = None,
    pages: int | None = None,
) -> Printed:
    """Close a document.

    Args:
        document: With all its pages, or the first ones.
        drawn: Each thing in it: its name, and what became of it.
        event: The event's name, as it stands in the headings.
        heading: What became of the event's name, as often as it was drawn.
        items: How many badges, cards or guests it has; as many as ``drawn`` if not given.
        pages: How many pages the whole paper has; as many as ``document`` if not given.
    """
    return Printed(
        document.finish(),
        document.pages if pages is None else pages,
        len(drawn) if items is None else items,
        flaws_of(drawn, event, heading),
    )


def flaws_of(drawn: Iterable[tuple[str, Drawn]], event: str = "", heading: Iterable[Drawn] = ()) -> Flaws:
    """What became of all of it."""
    titles = list(heading)
    everything = [*((event, made) for made in titles), *drawn]
    missing = (Unprintable(name, made.missing) for name, made in everything if made.missing)
    return Flaws(
        _once(name for name, made in everything[len(titles) :] if made.abbreviated),
        tuple(dict.fromkeys(missing)),
        _once(name for name, made in everything if made.uncoded),
        any(made.abbreviated for made in titles),
    )


def together(flaws: Sequence[Flaws]) -> Flaws:
    """What is not as it should be in several files that are one paper."""
    return Flaws(
        _once(name for one in flaws for name in one.abbreviated),
        tuple(dict.fromkeys(missing for one in flaws for missing in one.missing)),
        _once(name for one in flaws for name in one.uncoded),
        any(one.event_cut for one in flaws),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
