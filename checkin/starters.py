"""Two things to begin a conversation with at a table, from what its people have in common or differ in.

Only what people wrote for others to see is used: sector, company, what they offer and what they look for. No luck and
no clock: the same table gives the same two sentences. It knows neither book nor paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from checkin.model import Guest
from checkin.search import fold
from checkin.words import Words

LEAST = 5
"""Letters of a word that can mean the same to two people; shorter ones are mostly small words."""

QUOTED = 70
"""Letters of what somebody wrote that stand in a question, so that the question itself has room behind them."""


def starters(people: Sequence[Guest], t: Words) -> tuple[str, ...]:
    """Two questions for the people at a table, those that fit them best first; none where fewer than two sit there."""
    named = [guest for guest in people if guest.name]
    if len(named) < 2:
        return ()
    return tuple(islice(_fitting(named, t), 2))


def _fitting(people: Sequence[Guest], t: Words) -> Iterator[str]:
    yield from _match(people, t)
    yield from _common(people, t)
    yield from _different(people, t)
    yield t("What would you ask everybody here for, if each could grant you one thing?")
    yield t("What does nobody at this table know about your work yet?")


def _match(people: Sequence[Guest], t: Words) -> Iterator[str]:
    """Somebody looks for what somebody else offers; the pair that shares the most words."""
    found = [
        (len(shared), -at, seeker, giver, shared)
        for at, seeker in enumerate(people)
        for giver in people
        if giver is not seeker and (shared := _words(seeker.seeks) & _words(giver.offers))
    ]
    if found:
        _, _, seeker, giver, _ = max(found, key=lambda one: one[:2])
        yield t(
            "{seeker} looks for “{seeks}”, {giver} offers “{offers}”: how could that become one thing?",
            seeker=_said(seeker), seeks=_quoted(seeker.seeks), giver=_said(giver), offers=_quoted(giver.offers),
        )  # fmt: skip


def _common(people: Sequence[Guest], t: Words) -> Iterator[str]:
    """What most have in common: a sector, or a word in what they look for."""
    sectors = Counter(guest.sector.strip() for guest in people if guest.sector.strip())
    sector, many = min(sectors.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
    if 1 < many < len(people):
        yield t(
            "{count} of you work in “{sector}”: what do the others see from outside that they no longer see?",
            count=t.number(many), sector=_quoted(sector),
        )  # fmt: skip
    elif many == len(people):
        yield t("All of you work in “{sector}”: on what would you disagree at once?", sector=_quoted(sector))
    seeking = Counter(word for guest in people for word in _words(guest.seeks))
    word, many = min(seeking.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
    if many > 1:
        spelled = next(
            piece.strip(".,;:()“”\"'") for guest in people for piece in guest.seeks.split() if word in _words(piece)
        )
        yield t("{count} of you look for “{word}”: who has found it, and how?", count=t.number(many), word=spelled)


def _different(people: Sequence[Guest], t: Words) -> Iterator[str]:
    """What sets them apart: lines of work, or houses."""
    sectors = list(dict.fromkeys(guest.sector.strip() for guest in people if guest.sector.strip()))
    if len(sectors) > 1:
        yield t(
            "“{one}” and “{other}” sit at one table: what could each take home from the other?",
            one=_quoted(sectors[0]), other=_quoted(sectors[1]),
        )  # fmt: skip
    companies = list(dict.fromkeys(guest.company for guest in people if guest.company))
    if len(companies) > 1:
        yield t(
            "{count} houses are at this table: which of your problems has another of them solved already?",
            count=t.number(len(companies)),
        )


def _quoted(text: str) -> str:
    """What somebody wrote, up to the last whole word that has room in a question."""
    text = " ".join(text.split())
    if len(text) <= QUOTED:
        return text
    whole, _, _ = text[: QUOTED + 1].rpartition(" ")
    return f"{(whole or text[:QUOTED]).rstrip(' .,;:')}…"


def _words(text: str) -> frozenset[str]:
    """The words that carry meaning, without accents, singular and plural alike."""
    pieces = (piece.strip(".,;:()“”\"'¿?¡!") for piece in fold(text).split())
    return frozenset(piece.rstrip("s") for piece in pieces if len(piece) >= LEAST)


def _said(guest: Guest) -> str:
    words = (guest.name or "").split()
    if len(words) == 1:
        return words[0]  # 李娜 is 李 and 娜 to a registration form, and one word to everybody who reads it
    called = guest.given.split() or words
    return next((word for word in called if not word.endswith(".")), called[0])  # Dr. and M. are nobody's name
