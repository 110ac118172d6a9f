"""Broken rules in words, for where they happen."""

from __future__ import annotations

from checkin import phrases
from checkin.book import Book
from checkin.effects import Breach, Broken
from checkin.words import Words


def broken_sentence(book: Book, broken: Broken, t: Words) -> str:
    """One sentence about a rule that the room breaks."""
    names = t.context("list", " and ").join(phrases.name(book, who, t) for who in broken.people)
    wanted = "" if broken.wanted is None else book.tables[broken.wanted].number
    number = book.tables[broken.table].number
    words = {
        Breach.APART: t("{names} are to be kept apart and share table {table}.", names=names, table=number),
        Breach.TOGETHER: t("{names} are to stay together and do not.", names=names),
        Breach.PIN: t(
            "{names} belongs to table {wanted} and sits at table {table}.", names=names, wanted=wanted, table=number
        ),
        Breach.HOST: t(
            "{names} is host of table {wanted} and sits at table {table}.", names=names, wanted=wanted, table=number
        ),
        Breach.STEP: t("{names} needs a table without a step; table {table} has one.", names=names, table=number),
    }
    return words[broken.breach]
