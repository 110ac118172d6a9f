"""What stands on people and tables besides who they are: locks, hosts, and rules that the room breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from checkin.book import Book
from checkin.broken_words import broken_sentence
from checkin.effects import broken_rules
from checkin.model import GuestId, RuleKind, TableId
from checkin.rules import Rules
from checkin.words import Words


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs of one round.

    Attributes:
        locked: People who stay at their table.
        hosts: People who are a table's hosts.
        tables: Tables whose people stay and where nobody is put.
        troubles: Person to the sentences about rules that are broken where they sit.
    """

    locked: frozenset[GuestId] = frozenset()
    hosts: frozenset[GuestId] = frozenset()
    tables: frozenset[TableId] = frozenset()
    troubles: Mapping[GuestId, tuple[str, ...]] = field(default_factory=dict)

    def differing(self, other: Signs) -> frozenset[GuestId]:
        """People who carry other signs than before."""
        told = {who for who in {*self.troubles, *other.troubles} if self.troubles.get(who) != other.troubles.get(who)}
        return (self.locked ^ other.locked) | (self.hosts ^ other.hosts) | told


def signs_of(book: Book, book_rules: Rules, round_: int, t: Words) -> Signs:
    """The signs of a round.

    Args:
        book: The event.
        book_rules: Its rules as a draw heeds them.
        round_: Whose places rules are held against.
        t: The language of the sentences.
    """
    rules = book.ties.rules.values()
    troubles: dict[GuestId, tuple[str, ...]] = {}
    for broken in broken_rules(book, book_rules, round_):
        sentence = broken_sentence(book, broken, t)
        for who in broken.people:
            troubles[GuestId(who)] = (*troubles.get(GuestId(who), ()), sentence)
    return Signs(
        locked=frozenset(who for rule in rules if rule.kind is RuleKind.PIN for who in rule.guest_ids),
        hosts=frozenset(who for rule in rules if rule.kind is RuleKind.HOST for who in rule.guest_ids),
        tables=frozenset(rule.table_id for rule in rules if rule.kind is RuleKind.LOCK and rule.table_id is not None),
        troubles=troubles,
    )
