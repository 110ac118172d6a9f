"""The score of rounds in words: what, how much, and what was possible."""

from __future__ import annotations

from checkin.score import Score
from checkin.ui.room.previews import Figure
from checkin.words import Words


def figures(told: Score, t: Words) -> list[Figure]:
    """The score, line by line."""
    lines = [
        _figure(t("Met again"), t.number(told.repeats), t.number(told.repeats_bound), t, least=True),
        _figure(
            t("Smallest table"),
            t.number(min(told.smallest, default=0)),
            t.number(min(told.smallest_bound, default=0)),
            t,
        ),
        _figure(
            t("New people a guest"),
            t.number(round(told.acquaintances, 1)),
            t.number(round(told.acquaintances_bound, 1)),
            t,
        ),
    ]
    if told.wishes:
        met = t("{count} of {all}", count=t.number(told.wishes_met), all=t.number(told.wishes))
        lines.insert(1, _figure(t("Wishes met"), met, t.number(told.wishes_bound), t))
    named = {
        "sector": t("Same sector"), "company": t("Same company"), "sex": t("Same sex"), "age_band": t("Same age"),
    }  # fmt: skip
    lines += [
        _figure(t("Pairs: {what}", what=named.get(name, name)), t.number(pairs), t.number(bound), t, least=True)
        for name, pairs, bound in told.same
    ]
    return lines


def _figure(word: str, value: str, bound: str, t: Words, *, least: bool = False) -> Figure:
    """A figure beside its bound: the ``least`` there could have been, or the most."""
    beside = t("not fewer than {bound}", bound=bound) if least else t("not more than {bound}", bound=bound)
    return Figure(word, value, beside, ("≥ " if least else "≤ ") + bound)
