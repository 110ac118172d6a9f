"""Whom people want to meet, from what they wrote: names, e-mails and handles, in any order, with commas or without.

Nothing is guessed: a piece means somebody only if exactly one guest answers to it; everything else is told.

>>> known = Known([Person(1, "Ana Gil Ruiz", "ana@example.org", "@anagil"), Person(2, "Jon Etxe", "", "")])
>>> known.read("Gil Ruiz, Ana; @ANAGIL y Jon Etxe, una inversora")
([1, 2], ['una inversora'])
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from checkin.search import fold

_HARD = re.compile(r"\s*[;\n|•]\s*")
_SOFT = re.compile(r"\s*(?:,|&|\+|\s(?:/|y|e|i|and|und|et|eta)\s)\s*", re.IGNORECASE)
_HANDLE = re.compile(r"(?:https?://)?(?:www\.)?(?:twitter\.com/|x\.com/|@)([A-Za-z0-9_.]{1,30})/?", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;.]+")
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody can be wished for by."""

    id: int
    name: str
    email: str
    handle: str


class Known:
    """Everybody who can be wished for."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Index them."""
        self._by_email: dict[str, set[int]] = {}
        self._by_handle: dict[str, set[int]] = {}
        self._by_word: dict[str, set[int]] = {}
        self._words: dict[int, frozenset[str]] = {}
        for person in people:
            if person.email:
                self._by_email.setdefault(person.email.casefold(), set()).add(person.id)
            if person.handle:
                self._by_handle.setdefault(person.handle.lstrip("@").casefold(), set()).add(person.id)
            self._words[person.id] = frozenset(fold(person.name).split())
            for word in self._words[person.id]:
                self._by_word.setdefault(word, set()).add(person.id)

    def read(self, text: str, *, whole_names: bool = False) -> tuple[list[int], list[str]]:
        """Whom a text means, in its order, and the pieces of it that mean nobody or several people.

        Args:
            text: What somebody wrote.
            whole_names: Only whole names count, as in a text that need not be about people.
        """
        found: list[int] = []
        strange: list[str] = []
        who = self.named if whole_names else self.who
        for piece in _HARD.split(text.strip()):
            whole = who(piece)
            pieces = [] if whole is None else [whole]
            found += pieces
            if whole is None and piece.strip():
                for meant, part in _paired([part for part in _SOFT.split(piece) if part], who):
                    if meant is None:
                        strange.append(part)
                    else:
                        found.append(meant)
        return list(dict.fromkeys(found)), strange

    def named(self, piece: str) -> int | None:
        """The one guest whom a piece means by e-mail, by handle, or by the whole name."""
        found = self.who(piece)
        words = frozenset(fold(piece).split())
        return found if found is not None and ("@" in piece or self._words[found] == words) else None

    def who(self, piece: str) -> int | None:
        """The one guest whom a piece means: by e-mail, by handle, or by at least two words of the name."""
        piece = piece.strip().strip(".:-–()\"'«»").strip()
        if email := _EMAIL.search(piece):
            return _only(self._by_email.get(email[0].casefold(), set()))
        if handle := _HANDLE.fullmatch(piece):
            return _only(self._by_handle.get(handle[1].casefold(), set()))
        words = frozenset(fold(piece).split())
        if len(words) < _FEWEST_WORDS:
            return None
        holders = [self._by_word.get(word, set()) for word in words]
        having = set.intersection(*holders)
        exact = {one for one in having if self._words[one] == words}
        return _only(exact or having)


def _paired(parts: list[str], who: Callable[[str], int | None]) -> Iterator[tuple[int | None, str]]:
    """Whom the parts between commas mean; two of them may be one name, surname first."""
    at = 0
    while at < len(parts):
        one = who(parts[at])
        following = parts[at + 1] if at + 1 < len(parts) else ""
        pair = who(f"{parts[at]} {following}") if following else None
        if pair is not None and (one is None or who(following) is None):
            yield pair, f"{parts[at]}, {following}"
            at += 2
        else:
            yield one, parts[at]
            at += 1


def _only(ids: set[int]) -> int | None:
    return next(iter(ids)) if len(ids) == 1 else None
