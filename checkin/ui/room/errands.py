"""What the page asks of the desk, and what the desk would say to it: one gesture, one call.

Every way to move somebody (a drag, a drop on a column, a key, a button) ends here, so that all of them mean the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkin.book import Book
from checkin.effects import effect_of_moves
from checkin.model import GuestId, RuleKind, TableId
from checkin.ui.bridge import Bridge
from checkin.ui.room import verdict
from checkin.ui.room.carry import Held
from checkin.ui.room.change_words import effect_sentence
from checkin.ui.room.picture import Mood
from checkin.ui.room.scene import Spot
from checkin.ui.room.staging import Staging
from checkin.ui.room.verdict import Act, Verdict
from checkin.words import Words


class Errands:
    """The open event's desk, as the room knows it: what is asked goes to the round that is shown."""

    def __init__(self, bridge: Bridge, staging: Staging, t: Words) -> None:
        """Speak to the desk behind ``bridge``."""
        self._bridge = bridge
        self._staging = staging
        self._t = t

    def over(self, held: Held, spot: Spot) -> Verdict:
        """What letting people go over a table, a chair, or somebody there, would do, and what would come of it."""
        said = self._over(held, spot)
        book = self._staging.book
        if book is None or said.act in (None, Act.RULE):
            return said
        before, after = effect_of_moves(
            book, _moves(book, said, self._staging.round), self._staging.rules, self._staging.round
        )
        return replace(said, detail=effect_sentence(after - before, self._t))

    def _over(self, held: Held, spot: Spot) -> Verdict:
        book, round_ = self._staging.book, self._staging.round
        if book is None or not held.guests or not self._staging.open_to_hands:
            return Verdict(None, held.guests)
        if held.whole is not None:
            return verdict.onto_table(book, held.whole, spot.table, self._t, round_)
        if spot.guest is not None and held.tie is not None:
            return verdict.to_be_tied(book, held.guests, spot.guest, held.tie, self._t)
        if spot.guest is not None:
            return verdict.to_person(book, held.guests, spot.guest, self._t, round_)
        if spot.chair is not None:
            chair = book.seats_at(spot.table, round_)[spot.chair]
            return verdict.to_chair(book, held.guests, chair.id, self._t, round_)
        return verdict.to_table(book, held.guests, spot.table, self._t, round_)

    def back(self, guests: Sequence[GuestId]) -> Verdict:
        """What sending people back to "To seat" would do."""
        book = self._staging.book
        if book is None or not self._staging.open_to_hands:
            return Verdict(None, tuple(guests))
        return verdict.to_waiting(book, guests, self._t, self._staging.round)

    def at_number(self, guests: Sequence[GuestId], number: int) -> Verdict:
        """What moving people to the table called ``number`` would do; there is always something to say."""
        book = self._staging.book
        table = None if book is None else book.table_number(number)
        if book is None or table is None:
            sentence = self._t("There is no table {number}", number=number)
            return Verdict(None, tuple(guests), refused=True, sentence=sentence)
        said = verdict.to_table(book, guests, table.id, self._t, self._staging.round)
        if said.act is None and not said.refused:
            return Verdict(None, said.guests, table.id, sentence=self._t("Already at table {number}", number=number))
        return said

    def answers(self, held: Held) -> dict[TableId, Mood]:
        """How every table answers to carried people."""
        book, round_ = self._staging.book, self._staging.round
        moods: dict[TableId, Mood] = {}
        if book is not None and held.guests and self._staging.open_to_hands:
            for table_id in book.tables:
                said = (
                    verdict.to_table(book, held.guests, table_id, self._t, round_)
                    if held.whole is None
                    else verdict.onto_table(book, held.whole, table_id, self._t, round_)
                )
                moods[table_id] = Mood.ACCEPTS if said.act else Mood.REFUSES if said.refused else Mood.PLAIN
        return moods

    def run(self, asked: Verdict) -> None:
        """Ask the desk; the picture follows once it is written."""
        bridge, round_ = self._bridge, self._staging.round
        guests, table, chair, whole = asked.guests, asked.table, asked.chair, asked.whole
        if asked.act is Act.MOVE and table is not None:
            bridge.ask(lambda desk: desk.move(guests, table, round_))
        elif asked.act is Act.CHAIR and chair is not None:
            bridge.ask(lambda desk: desk.take_chair(guests[0], chair))
        elif asked.act is Act.SWAP and (other := asked.other) is not None:
            bridge.ask(lambda desk: desk.swap(guests[0], other, round_))
        elif asked.act is Act.EXCHANGE and table is not None and whole is not None:
            bridge.ask(lambda desk: desk.exchange(whole, table, round_))
        elif asked.act is Act.UNSEAT:
            bridge.ask(lambda desk: desk.unseat(guests, round_))
        elif asked.act is Act.RULE and (kind := asked.rule) is not None:
            bridge.ask(lambda desk: desk.add_rule(kind, guests))

    def swap(self, people: Sequence[GuestId]) -> None:
        """Let two people change places, if it is two and one of them has a place."""
        book, round_ = self._staging.book, self._staging.round
        if book is not None and len(people) == 2 and any(book.seat_of(guest_id, round_) for guest_id in people):
            self._bridge.ask(lambda desk: desk.swap(people[0], people[1], round_))

    def tie(self, kind: RuleKind, people: Sequence[GuestId], table: TableId | None = None) -> None:
        """Make a rule."""
        self._bridge.ask(lambda desk: desk.add_rule(kind, people, table))


def _moves(book: Book, said: Verdict, round_: int) -> dict[GuestId, TableId | None]:
    """Who would sit where."""
    moves: dict[GuestId, TableId | None] = dict.fromkeys(said.guests, said.table)
    home = book.table_of(said.guests[0], round_) if said.guests else None
    if said.act is Act.SWAP and said.other is not None:
        moves[said.other] = None if home is None else home.id
    elif said.act is Act.EXCHANGE and said.table is not None:
        moves |= {guest.id: said.whole for guest in book.people_at(said.table, round_)}
    return moves
