"""Pages that are made when somebody first turns to them: nobody at the door waits for what they do not show.

Their modules are loaded then, too. Knows how to make them and nothing of what they show.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from importlib import import_module

from PySide6.QtWidgets import QWidget

from checkin.ui.bridge import Bridge
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

LATE = ("tables", "print")
"""The keys of these pages."""


def makers(
    bridge: Bridge, theme: Theme, t: Words, settings: Settings, guests_wanted: Callable[[], None]
) -> Mapping[str, Callable[[], QWidget]]:
    """What makes each page; ``guests_wanted`` is called where paper needs people first."""

    def tables() -> QWidget:
        page: QWidget = import_module("checkin.ui.room.page").RoomPage(bridge, theme, t)
        return page

    def printing() -> QWidget:
        page = import_module("checkin.ui.printing.page").PrintPage(bridge, theme, t, settings)
        page.guests_wanted.connect(guests_wanted)
        return page  # type: ignore[no-any-return]  # known by its module alone

    return dict(zip(LATE, (tables, printing), strict=True))


def settle_in() -> None:
    """A page that was made lives all evening: left to the collector, it would make a scan wait now and then."""
    gc.freeze()
