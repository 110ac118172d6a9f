"""Rules in words: what each asks for, in one sentence."""

from __future__ import annotations

from checkin import phrases
from checkin.book import Book
from checkin.model import Rule, RuleKind
from checkin.words import Words


def rule_sentence(book: Book, rule: Rule, t: Words) -> str:
    """A rule in one line."""
    names = t.context("list", " and ").join(phrases.name(book, guest_id, t) for guest_id in rule.guest_ids)
    number = "" if rule.table_id is None else book.tables[rule.table_id].number
    words = {
        RuleKind.TOGETHER: t("{names} stay together", names=names),
        RuleKind.APART: t("{names} are kept apart", names=names),
        RuleKind.HOST: t("{names}: host of table {table}", names=names, table=number),
        RuleKind.LOCK: t("Table {table} is locked", table=number),
        RuleKind.PIN: t("{names}: always table {table}", names=names, table=number),
    }
    return words[rule.kind]
