"""The commitment as a sheet of A4 to be hung at the door before it opens: in groups of eight, and as a code."""

from __future__ import annotations

from datetime import datetime

from checkin.commitment import Commitment
from checkin.paper.colours import ACCENT, INK, QUIET_INK
from checkin.paper.fitting import Room
from checkin.paper.fonts import Weight
from checkin.paper.pdf import Document
from checkin.paper.placing import put, report
from checkin.paper.press import Press
from checkin.paper.printed import Printed, finished
from checkin.paper.sheets import A4
from checkin.words import Words

EDGE, CODE_SIDE = 25.0, 70.0


def commitment_pdf(told: Commitment, *, event_name: str, at: datetime, t: Words, press: Press | None = None) -> Printed:
    """One sheet.

    Args:
        told: The figures.
        event_name: What people call the event.
        at: When it was fixed.
        t: The language of the sheet.
        press: Fonts and codes kept warm from an earlier print.
    """
    press = press or Press()
    document = Document(t("Commitment · {event}", event=event_name), t.language)
    page = document.page(*A4)
    across = A4[0] - 2 * EDGE
    figure = " ".join(told.digest[start : start + 8] for start in range(0, len(told.digest), 8))
    stamped = t("{day}, {time}", day=t.day(at.date()), time=t.clock(at, seconds=True))
    texts = [
        (press.fit(event_name, Room(across, 16, 18, 10), Weight.REGULAR), QUIET_INK, 6.0),
        (press.fit(t("Our word on tonight's luck"), Room(across, 26, 30, 16), Weight.BOLD), ACCENT, 10.0),
        *((press.fit(line, Room(across, 22, 14, 9), Weight.REGULAR), INK, 5.0) for line in _lines(t)),
        (press.fit(stamped, Room(across, 8, 12, 8), Weight.MEDIUM), QUIET_INK, 6.0),
        (press.fit(figure, Room(across, 30, 20, 12), Weight.BOLD), INK, 8.0),
    ]
    y = EDGE
    for fitted, fill, gap in texts:
        put(page, fitted, EDGE, y, fill)
        y += fitted.height + gap
    code = press.code(told.digest)
    if code is not None:
        page.code(code, EDGE - 2, y, CODE_SIDE)
    document.add(page)
    title, *others = (fitted for fitted, _, _ in texts)
    return finished(document, [(event_name, report(others))], event=event_name, heading=[report((title,))])


def _lines(t: Words) -> tuple[str, ...]:
    return (
        t("Every table tonight is drawn from one secret number, the guest list, the room and the rules."),
        t("This figure was made from them before the doors opened. Nothing of them can change without changing it."),
        t("Photograph it. When the meal is over we tell the secret number, and anybody can draw the evening again."),
    )
