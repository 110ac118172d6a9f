"""Words and who has them: the index under the search, by whole words, beginnings and near misses.

It takes words as they come; folding and ranking are for ``search.py``.

>>> words = Vocabulary()
>>> for number, word in enumerate(["garcia", "gil", "garzon"]):
...     words.add(word, number)
>>> words.beginning("gar"), words.near("gacria")
({0, 2}, {'garcia'})
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

LAST = "\U0010ffff"
"""Sorts behind every word that begins with what stands before it."""


class Vocabulary:
    """Words and who has them."""

    def __init__(self) -> None:
        """No words yet; the sorted list is made when the first one is looked for."""
        self._ids: dict[str, set[int]] = {}
        self._sorted: list[str] | None = None

    def add(self, word: str, one: int) -> None:
        """One more person who has this word."""
        if word not in self._ids:
            self._ids[word] = set()
            if self._sorted is not None:
                insort(self._sorted, word)
        self._ids[word].add(one)

    def discard(self, word: str, one: int) -> None:
        """One person less who has this word; raises ``KeyError`` when nobody ever had it."""
        ids = self._ids[word]
        ids.discard(one)
        if not ids:
            del self._ids[word]
            if self._sorted is not None:
                del self._sorted[bisect_left(self._sorted, word)]

    def exactly(self, word: str) -> set[int]:
        """Who has this word. Not to be changed."""
        return self._ids.get(word, set())

    def beginning(self, start: str) -> set[int]:
        """Who has a word that begins so; a new set."""
        words = self._words()
        span = words[bisect_left(words, start) : bisect_left(words, start + LAST)]
        return set().union(*(self._ids[word] for word in span))

    def near(self, word: str) -> set[str]:
        """The beginnings of words that ``word`` becomes with one letter left out, changed, swapped or put in."""
        found: set[str] = set()
        for place in range(len(word)):
            head, tail = word[:place], word[place:]
            found.update((head + tail[1:], head + tail[1:2] + tail[0] + tail[2:]))
            for letter in self._letters_after(head):
                found.update((head + letter + tail[1:], head + letter + tail))
        return {one for one in found if one != word and self._begins(one)}

    def _letters_after(self, head: str) -> Iterator[str]:
        """The letters that follow ``head`` in any word, found by leaps."""
        words = self._words()
        at = bisect_left(words, head)
        while at < len(words) and words[at].startswith(head):
            letter = words[at][len(head) : len(head) + 1]
            at = bisect_left(words, head + letter + LAST) if letter else at + 1
            if letter:
                yield letter

    def _begins(self, start: str) -> bool:
        words = self._words()
        at = bisect_left(words, start)
        return at < len(words) and words[at].startswith(start)

    def _words(self) -> list[str]:
        if self._sorted is None:
            self._sorted = sorted(self._ids)
        return self._sorted
