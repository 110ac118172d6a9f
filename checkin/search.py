"""Find a person while they say their name: from the first letter, whatever the accents, the order and one typing error.

An index in memory, of words without accents. It knows ids and words, no database and no screen.

>>> people = [Entry(1, "Íñigo García-López", company="Talleres Gil"), Entry(2, "Ana Gil"), Entry(3, "Ana García")]
>>> guests = Index(people)
>>> [(hit.id, str(hit.why)) for hit in guests.find("gil")]
[(2, 'exact'), (1, 'elsewhere')]
>>> [hit.id for hit in guests.find("lopez inigo")], [hit.id for hit in guests.find("gacria")]
([1], [3, 1])
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest
from itertools import islice, pairwise

from checkin.vocabulary import LAST, Vocabulary

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t"}
)
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_JOINERS = re.compile(r"['’‘ʼʻ`´ʹ·\u200c\u200d\u00ad]")
_BREAKS = re.compile(r"[\W_]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_MARIA = re.compile(r"\bm\.?ª", re.IGNORECASE)
_SHORTEST_WITH_ERROR = 3
_ENOUGH = 5
_LONGEST_QUERY = 120
_MOST_WORDS = 8


class Why(StrEnum):
    """What of a person answers to the query, best first."""

    EXACT = "exact"
    START = "start"
    WORDS = "words"
    ELSEWHERE = "elsewhere"
    ERROR = "error"


_SCORES = {why: score for score, why in enumerate(reversed(Why), start=1)}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person can be found by; ``id`` is whatever the caller knows them by."""

    id: int
    name: str
    company: str = ""
    handle: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody who answers to a query: ``score`` 5 for whole words of the name down to 1 for a typing error."""

    id: int
    score: int
    why: Why


def fold(text: str) -> str:
    """Lower-case words without accents or marks, one blank between them; for comparing, never for showing.

    Apostrophes join and hyphens separate; letters that no accent makes are written as people type them (ł l, ß ss).

    >>> fold("  Íñigo O’Connor-Łuczak "), fold("Straße"), fold("Gal·la")
    ('inigo oconnor luczak', 'strasse', 'galla')
    """
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", _JOINERS.sub("", text).casefold().translate(_LETTERS))
        text = "".join(sign for sign in apart if not unicodedata.combining(sign))
        text = unicodedata.normalize("NFC", text)
    return _BREAKS.sub(" ", _JOINERS.sub("", text.lower())).strip()


class Index:
    """People by the words of their names, companies, handles and e-mail addresses."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """Index ``entries`` at once, which is much faster than one by one."""
        self._entries: dict[int, Entry] = {}
        self._folded: dict[int, str] = {}
        self._by_name: list[tuple[str, int]] = []
        self._name_words: dict[int, str] = {}  # " word word "
        self._all_words: dict[int, str] = {}
        self._names = Vocabulary()
        self._others = Vocabulary()
        for entry in {entry.id: entry for entry in entries}.values():
            self._learn(entry)
        self._by_name.sort()

    def __len__(self) -> int:
        """How many people are in it."""
        return len(self._entries)

    def add(self, entry: Entry) -> None:
        """Take a person in; one with the same id is replaced."""
        self.remove(entry.id)
        self._learn(entry)
        insort(self._by_name, self._by_name.pop())

    replace = add

    def remove(self, entry_id: int) -> None:
        """Leave a person out; nothing happens if there is none."""
        if entry_id in self._entries:
            del self._by_name[bisect_left(self._by_name, (self._folded[entry_id], entry_id))]
            self._forget(entry_id)

    def find(self, query: str, limit: int = 20) -> list[Hit]:
        """The people who answer to a query, best first; equals by name, then by id.

        Whole words of the name come first, then names that begin with the query, then words that begin with the query's
        in any order, then company, handle and e-mail, and, if that was fewer than five, one typing error in one word.
        """
        wanted = fold(query[:_LONGEST_QUERY])
        words = wanted.split()[:_MOST_WORDS]
        if not words or limit < 1:
            return []
        return list(islice(self._distinct(wanted, words, limit), limit))

    def _distinct(self, wanted: str, words: list[str], limit: int) -> Iterator[Hit]:
        seen: set[int] = set()
        for why, ids in self._answers(wanted, words, limit):
            if why is Why.ERROR and len(seen) >= _ENOUGH:
                return
            for one in ids:
                if one not in seen:
                    seen.add(one)
                    yield Hit(one, _SCORES[why], why)

    def _answers(self, wanted: str, words: list[str], limit: int) -> Iterator[tuple[Why, Iterable[int]]]:
        whole = _all([self._names.exactly(word) for word in words]) if len(wanted) > 1 else set()
        yield Why.EXACT, nsmallest(limit, whole, key=lambda one: (self._folded[one] != wanted, self._folded[one], one))
        start = bisect_left(self._by_name, (wanted, -1))
        end = bisect_left(self._by_name, (wanted + LAST, -1))
        yield Why.START, [one for _, one in self._by_name[start : min(end, start + 2 * limit)]]
        begun = self._begun(words, self._name_words, self._names)
        if len(words) > 1:
            begun |= self._names.beginning("".join(words))
        yield Why.WORDS, self._first(2 * limit, begun)
        anywhere = self._begun(words, self._all_words, self._names, self._others)
        yield Why.ELSEWHERE, self._first(limit, anywhere - begun)
        yield Why.ERROR, self._with_one_error(words, limit)

    def _begun(self, words: list[str], said: dict[int, str], *vocabularies: Vocabulary) -> set[int]:
        """Who has a word for each of ``words`` that begins so: the longest is looked up, the rest is read."""
        longest, *others = sorted(words, key=len, reverse=True)
        found = set().union(*(vocabulary.beginning(longest) for vocabulary in vocabularies))
        for start in [f" {word}" for word in others]:
            found = {one for one in found if start in said[one]}
        return found

    def _with_one_error(self, words: list[str], limit: int) -> list[int]:
        """Who answers with one typing error in one word, those first who have most of the words whole."""
        found: dict[int, int] = {}
        for place, word in enumerate(words):
            others = words[:place] + words[place + 1 :]
            known = self._begun(others, self._name_words, self._names) if others else None
            if len(word) < _SHORTEST_WITH_ERROR or known == set():
                continue
            for near in self._names.near(word):
                short = len(word) == _SHORTEST_WITH_ERROR
                meant = self._names.exactly(near) if short else self._names.beginning(near)
                for one in meant if known is None else meant & known:
                    whole = sum(f" {other} " in self._name_words[one] for other in (near, *others))
                    found[one] = max(found.get(one, 0), whole)
        return nsmallest(3 * limit, found, key=lambda one: (-found[one], self._folded[one], one))

    def _first(self, limit: int, ids: Iterable[int]) -> list[int]:
        """The first of ``ids`` by name, then by id."""
        return [one for _, one in nsmallest(limit, ((self._folded[one], one) for one in ids))]

    def _learn(self, entry: Entry) -> None:
        folded = fold(entry.name)
        names, others = _name_words(entry.name, folded), _other_words(entry)
        self._entries[entry.id] = entry
        self._folded[entry.id] = folded
        self._by_name.append((folded, entry.id))
        self._name_words[entry.id] = f" {' '.join(names)} "
        self._all_words[entry.id] = f" {' '.join(names | others)} "
        for word in names:
            self._names.add(word, entry.id)
        for word in others:
            self._others.add(word, entry.id)

    def _forget(self, entry_id: int) -> None:
        entry = self._entries.pop(entry_id)
        folded = self._folded.pop(entry_id)
        del self._name_words[entry_id], self._all_words[entry_id]
        for word in _name_words(entry.name, folded):
            self._names.discard(word, entry_id)
        for word in _other_words(entry):
            self._others.discard(word, entry_id)


def _all(sets: list[set[int]]) -> set[int]:
    """The ids in every one of ``sets``, of which there is at least one; a new set."""
    smallest, *others = sorted(sets, key=len)
    return smallest.intersection(*others)


def _name_words(name: str, folded: str) -> set[str]:
    """The words of a name, and the ways in which people type them together, apart or spelt out."""
    words = folded.split()
    found = {*words, *(one + two for one, two in pairwise(words)), *_apart(name)}
    found.update("".join(three) for three in zip(words, words[1:], words[2:], strict=False) if len(three[1]) <= 3)
    if not name.isascii():
        found.update(fold(name.lower().translate(_SPELT_OUT)).split())
        if _MARIA.search(name):
            found.add("maria")
        for word in filter(_UNSPACED.search, words):
            found.update(word[at:] for at in range(1, len(word)))
    return found


def _other_words(entry: Entry) -> set[str]:
    folded = [fold(text) for text in (entry.company, entry.handle, entry.email)]
    joined = {text.replace(" ", "") for text in folded[:2]} - {""}
    return {word for text in folded for word in text.split()} | joined | _apart(entry.company)


def _apart(text: str) -> set[str]:
    """The halves of words with an apostrophe: O'Connor is also found by Connor."""
    joined = (word for word in text.replace("’", "'").split() if "'" in word)
    return {half for word in joined for half in fold(word.replace("'", " ")).split()}
