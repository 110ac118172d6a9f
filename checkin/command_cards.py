"""The sheet of command cards as a PDF file: undo, entry, exit, only check, and the organizer's pages.

From an event's seal to bytes, like ``badges.py``; which code a command has is said by ``commands.py``.
"""

from __future__ import annotations

from checkin.commands import Command, spelled
from checkin.paper.colours import ACCENT, colour
from checkin.paper.command_cards import AMBER, CARDS, DARK_INK, CommandCard, draw_cards
from checkin.paper.pdf import Document
from checkin.paper.press import Press
from checkin.paper.printed import Printed, finished
from checkin.words import Words

GREEN, BLUE, GREY = colour("#14713F"), colour("#1F5FA8"), colour("#566170")


def command_cards_pdf(seal: str, *, event_name: str, t: Words, press: Press | None = None) -> Printed:
    """One sheet of A4 with the five cards to cut out.

    Args:
        seal: What makes them cards of one event (``commands.seal_of``).
        event_name: Printed small on each.
        t: The language of the cards.
        press: Fonts and codes kept warm from an earlier print.
    """
    press = press or Press()
    document = Document(t("Command cards · {event}", event=event_name), t.language)
    page = document.page(*CARDS.page)
    cards = _cards(seal, t)
    drawn, foot = draw_cards(page, press, cards, _how(t), event_name)
    document.add(page)
    said = [(card.title, made) for card, made in zip(cards, drawn, strict=False)]
    return finished(document, said, event=event_name, heading=(foot,))


def _cards(seal: str, t: Words) -> list[CommandCard]:
    words = {
        Command.UNDO: (t("Undo"), t("Takes the last arrival at this door back, with its table."), AMBER),
        Command.ENTRY: (t("Entry"), t("From now on a ticket lets its guest in."), GREEN),
        Command.EXIT: (t("Exit"), t("From now on a ticket notes that its guest leaves."), BLUE),
        Command.VERIFY: (t("Check only"), t("From now on a ticket is looked up and nothing is written."), GREY),
        Command.STAFF: (t("Staff"), t("Locks the organizer's pages, or asks for the PIN that opens them."), ACCENT),
    }
    return [
        CommandCard(title, line, spelled(asked, seal), band, *([DARK_INK] if band == AMBER else []))
        for asked, (title, line, band) in words.items()
    ]


def _how(t: Words) -> tuple[str, ...]:
    return (
        t("How to use these cards"),
        t("Cut them out and keep them beside the scanner, where no guest can reach them."),
        t("Scan one like a ticket. It works whatever the screen shows, without mouse and keyboard."),
        t("They are made for this event only. Print new ones for the next."),
    )
