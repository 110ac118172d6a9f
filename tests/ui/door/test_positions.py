"""The places of the keys tell what the scanner typed, whatever the laptop made of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from checkin.door import decide
from checkin.model import Mode
from checkin.ui.door.positions import MAC, SET_1, X11_OFFSET, by_position
from tests.meals import NOW, guest, meal

LUMA = "https://luma.com/check-in/evt-AbZ9?pk=g-yQ1"
PLATFORMS = ("xcb", "wayland", "windows", "cocoa")


def struck(text: str, platform: str) -> list[QKeyEvent]:
    """The presses of a scanner set to US, as a platform tells them, with nothing readable in them."""
    keys = MAC if platform == "cocoa" else SET_1
    events = []
    for sign in text:
        code, shifted = next((code, sign == pair[1]) for code, pair in keys.items() if sign in pair)
        shift = Qt.KeyboardModifier.ShiftModifier if shifted and sign != " " else Qt.KeyboardModifier.NoModifier
        scan = 0 if platform == "cocoa" else code + (0 if platform == "windows" else X11_OFFSET)
        virtual = code if platform == "cocoa" else 0
        events.append(QKeyEvent(QEvent.Type.KeyPress, 0, shift, scan, virtual, 0, "ñ"))
    return events


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_sign_of_a_us_keyboard_has_its_place(platform: str) -> None:
    signs = "".join(chr(code) for code in range(32, 127))
    assert by_position(struck(signs, platform), platform) == signs


@pytest.mark.parametrize("platform", PLATFORMS)
def test_an_address_garbled_beyond_reading_is_found_by_its_keys(platform: str) -> None:
    book = meal(
        guest(1, "Ana Gil"), guest(2, "Jon Rey"), codes=[(1, LUMA), (2, "https://luma.com/check-in/evt-AbZ9?pk=g-xQ2")]
    )
    second = by_position(struck(LUMA, platform), platform)
    assert decide("httpsÑ´lost", book, Mode.ENTRY, NOW).guest_id is None
    decision = decide("httpsÑ´lost", book, Mode.ENTRY, NOW, second=second)
    assert (decision.guest_id, decision.text) == (1, LUMA)


def test_the_text_comes_first_where_both_fit() -> None:
    book = meal(guest(1, "Ana Gil"), guest(2, "Jon Rey"), codes=[(1, "first-code"), (2, "second-code")])
    assert decide("first-code", book, Mode.ENTRY, NOW, second="second-code").guest_id == 1


def test_keys_that_the_system_does_not_tell_are_no_reading() -> None:
    assert (
        by_position([QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")], "offscreen")
        == ""
    )
