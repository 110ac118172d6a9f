"""What is not on a paper as it is known, in words for window and command line: a sentence each, with what to do.

Names are kept apart by semicolons, because many hold a comma; each is said once, and of many the first ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from checkin.paper.printed import Flaws
from checkin.words import Words

NAMED = 12
"""People who are named; the rest are counted."""

LONGEST = 64
"""Characters of what is said of one of them."""


def remarks(flaws: Flaws, t: Words, most: int = NAMED) -> list[str]:
    """What was shortened, what is missing, who and which codes are left off: a sentence each, where there is any.

    Args:
        flaws: What came of a print.
        t: The language.
        most: So many people are named in a sentence.
    """
    said = [t("The event's name was shortened to fit.")] if flaws.event_cut else []
    if flaws.abbreviated:
        said.append(t("Shortened to fit: {names}.", names=listed(flaws.abbreviated, t, most)))
    if flaws.missing:
        letters = [f"{one.name} ({one.characters})" for one in flaws.missing]
        said.append(
            t(
                "Letters that no font here has: {names}. Each is an empty box on paper; write it in by hand.",
                names=listed(letters, t, most),
            )
        )
    if flaws.uncoded:
        said.append(
            t(
                "Without a code, which would be too fine to read: {names}. "
                "Choose a larger label, or give less in the contact code.",
                names=listed(flaws.uncoded, t, most),
            )
        )
    if flaws.unnamed:
        said.append(
            t.plural(
                "{count} person is left out, whose name is not known yet.",
                "{count} people are left out, whose names are not known yet.",
                flaws.unnamed,
            )
        )
    return said


def listed(names: Sequence[str], t: Words, most: int = NAMED) -> str:
    """The first few names, each once, and how many more there are.

    >>> listed(["García, Ana", "Gil, Jon", "García, Ana", "Paz, Zoé"], Words("en"), most=2)
    'García, Ana; Gil, Jon and 1 more'
    """
    once = list(dict.fromkeys(names))
    said = "; ".join(name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…" for name in once[:most])
    more = len(once) - most
    return t("{names} and {count} more", names=said, count=t.number(more)) if more > 0 else said
