"""What a change of many places would come to, in words: figures before and after."""

from __future__ import annotations

from checkin.book import Book
from checkin.changes import Change
from checkin.effects import Figures, effect
from checkin.rules import Rules
from checkin.ui.room.previews import Figure
from checkin.words import Words


def change_figures(book: Book, change: Change, rules: Rules, t: Words) -> tuple[Figure, ...]:
    """What it would come to at the tables it touches, each figure beside what it is now."""
    before, after = effect(book, change, rules)
    words = (
        (t("New acquaintances"), before.acquaintances, after.acquaintances),
        (t("Met before"), before.repeats, after.repeats),
        (t("Wishes met"), before.wishes_met, after.wishes_met),
        (t("Rules broken"), before.rules_broken, after.rules_broken),
    )
    said = [(word, t.number(now), t("now {count}", count=t.number(was))) for word, was, now in words]
    return tuple(Figure(word, now, was, was) for word, now, was in said)


def effect_sentence(more: Figures, t: Words) -> str:
    """What a move changes for who meets whom, in a few words; "" where it changes nothing."""
    told = []
    if more.acquaintances:
        told.append(t("{count} new", count=_signed(more.acquaintances, t)))
    if more.wishes_met:
        word = t.plural("{count} wish", "{count} wishes", abs(more.wishes_met))
        told.append(("+" if more.wishes_met > 0 else "−") + word)
    if more.repeats:
        told.append(t("{count} met before", count=_signed(more.repeats, t)))
    if more.rules_broken > 0:
        told.append(t.plural("breaks {count} rule", "breaks {count} rules", more.rules_broken))
    elif more.rules_broken < 0:
        told.append(t.plural("mends {count} rule", "mends {count} rules", -more.rules_broken))
    return " · ".join(told)


def _signed(count: int, t: Words) -> str:
    return ("+" if count > 0 else "−") + t.number(abs(count))
