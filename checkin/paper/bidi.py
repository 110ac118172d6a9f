"""Which way each character runs: the Unicode bidirectional algorithm as far as names need it.

Rules P2-P3, W1-W7, N0-N2, I1-I2 and L2 of Unicode Standard Annex 9. Explicit embeddings and isolates are not followed:
``runs.clean`` takes those invisible characters out, because in a name they are remains of a copy and paste.

>>> levels("abc", 0)
[0, 0, 0]
>>> base_level("שרה Levi")
1
>>> levels("שרה 7", 1)
[1, 1, 1, 1, 2]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import bidirectional, category, lookup, mirrored, name

_STRONG_RIGHT = frozenset({"R", "AL"})
_RIGHT_OR_NUMBER = frozenset({"R", "AL", "AN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "BN"})


def runs_right(text: str) -> bool:
    """Whether any character asks for a look at direction at all."""
    return any(bidirectional(char) in _RIGHT_OR_NUMBER for char in text)


def ours(sentence: str) -> str:
    """A sentence of the program's own with somebody's words in it: it runs to the right whatever it begins with.

    >>> ours("Ana offers bread"), ours("אורי offers bread")[0]
    ('Ana offers bread', '\u200e')
    """
    return f"\u200e{sentence}" if runs_right(sentence) and base_level(sentence) else sentence


def base_level(text: str) -> int:
    """1 when the first letter with a direction runs to the left, else 0 (P2, P3)."""
    for char in text:
        kind = bidirectional(char)
        if kind == "L":
            return 0
        if kind in _STRONG_RIGHT:
            return 1
    return 0


def levels(text: str, base: int) -> list[int]:
    """The level of each character of a line whose own level is ``base``; odd ones run to the left."""
    kinds = [bidirectional(char) or "L" for char in text]
    edge = "R" if base else "L"
    _weak(kinds, edge)
    _brackets(text, kinds, edge)
    _neutral(kinds, edge)
    return [_implicit(kind, base) for kind in kinds]


def mirror(char: str) -> str:
    """The bracket that a bracket turns into where text runs to the left; any other character itself.

    >>> mirror("(") + mirror("»") + mirror("a")
    ')«a'
    """
    if not mirrored(char):
        return char
    known = name(char, "")
    turned = known.replace("LEFT", "RIGHT") if "LEFT" in known else known.replace("RIGHT", "LEFT")
    try:
        return lookup(turned)
    except KeyError:
        return char


def visual_order(line: Sequence[int]) -> list[int]:
    """The places of a line's pieces from left to right, given their levels (L2)."""
    order = list(range(len(line)))
    odd = [level for level in line if level % 2]
    if not odd:
        return order
    for level in range(max(line), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and line[order[stop]] >= level:
                stop += 1
            order[start:stop] = reversed(order[start:stop])
            start = stop + 1
    return order


def _weak(kinds: list[str], edge: str) -> None:
    _marks_and_numbers(kinds, edge)
    _separators(kinds)
    strong = edge
    for place, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _marks_and_numbers(kinds: list[str], edge: str) -> None:
    """W1, W2 and W3: marks follow their letter, digits their language, Arabic letters count as right."""
    before = strong = edge
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = before
        elif kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        before = kinds[place]
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _separators(kinds: list[str]) -> None:
    """W4, W5 and W6: signs within and beside numbers belong to them, others are neutral."""
    for place in range(1, len(kinds) - 1):
        left, kind, right = kinds[place - 1 : place + 2]
        if left == right and ((kind in {"ES", "CS"} and left == "EN") or (kind == "CS" and left == "AN")):
            kinds[place] = left
    for start, stop in _stretches(kinds, frozenset({"ET"})):
        touches = (start and kinds[start - 1] == "EN") or (stop < len(kinds) and kinds[stop] == "EN")
        kinds[start:stop] = ["EN" if touches else "ON"] * (stop - start)
    kinds[:] = ["ON" if kind in {"ES", "CS"} else kind for kind in kinds]


def _brackets(text: str, kinds: list[str], edge: str) -> None:
    """N0: a pair of brackets runs as what it holds, or as what stands before it."""
    for first, last in _pairs(text, kinds):
        inside = {_direction(kind) for kind in kinds[first + 1 : last]} - {""}
        if not inside:
            continue
        found = edge if edge in inside else _before(kinds, first, edge)
        kinds[first] = kinds[last] = found


def _before(kinds: Sequence[str], place: int, edge: str) -> str:
    return next((way for kind in reversed(kinds[:place]) if (way := _direction(kind))), edge)


def _pairs(text: str, kinds: Sequence[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    found = []
    for place, char in enumerate(text):
        if kinds[place] != "ON" or not mirrored(char):
            continue
        if category(char) == "Ps":
            waiting.append((name(char, "").replace("LEFT", "RIGHT"), place))
        elif category(char) == "Pe":
            wanted = name(char, "")
            match = next((spot for spot in reversed(range(len(waiting))) if waiting[spot][0] == wanted), None)
            if match is not None:
                found.append((waiting[match][1], place))
                del waiting[match:]
    return sorted(found)


def _neutral(kinds: list[str], edge: str) -> None:
    """N1 and N2: what stands between two texts of one direction goes with them, else with the line."""
    for start, stop in _stretches(kinds, _NEUTRAL):
        left = _direction(kinds[start - 1]) if start else edge
        right = _direction(kinds[stop]) if stop < len(kinds) else edge
        kinds[start:stop] = [left if left == right else edge] * (stop - start)


def _stretches(kinds: Sequence[str], which: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(kinds):
        stop = start
        while stop < len(kinds) and kinds[stop] in which:
            stop += 1
        if stop > start:
            yield start, stop
        start = stop + 1


def _direction(kind: str) -> str:
    if kind == "L":
        return "L"
    return "R" if kind in {"R", "EN", "AN"} else ""


def _implicit(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)
