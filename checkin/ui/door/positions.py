"""What a scanner set to a US keyboard typed, by the places of its keys and not by what the laptop made of them.

Where the system says which key was struck, this reading survives any layout, dead keys and Caps Lock included. It is a
second candidate beside the text. Under X11 and Wayland the code is the kernel's plus 8, on Windows it is the set-1 scan
code; for the keys a scanner uses, the kernel's codes and set 1 are the same. On macOS it is the virtual key code.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

X11_OFFSET = 8
_PLAIN = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'`", 43: "\\zxcvbnm,./", 57: " "}
_SHIFTED = {2: "!@#$%^&*()_+", 16: "QWERTYUIOP{}", 30: 'ASDFGHJKL:"~', 43: "|ZXCVBNM<>?", 57: " "}
SET_1 = {
    first + place: (plain, _SHIFTED[first][place])
    for first, row in _PLAIN.items()
    for place, plain in enumerate(row)
}  # fmt: skip
"""Code of a key to what it types on a US keyboard, alone and with Shift."""

_MAC_ROW = (
    "asdfhgzxcv", {11: "b", 12: "q", 13: "w", 14: "e", 15: "r", 16: "y", 17: "t", 18: "1", 19: "2", 20: "3", 21: "4"},
    {22: "6", 23: "5", 24: "=", 25: "9", 26: "7", 27: "-", 28: "8", 29: "0", 30: "]", 31: "o", 32: "u", 33: "["},
    {34: "i", 35: "p", 37: "l", 38: "j", 39: "'", 40: "k", 41: ";", 42: "\\", 43: ",", 44: "/", 45: "n", 46: "m"},
    {47: ".", 49: " ", 50: "`"},
)  # fmt: skip
_SHIFT_OF = dict(SET_1.values())
MAC = {
    code: (plain, _SHIFT_OF[plain])
    for part in (dict(enumerate(_MAC_ROW[0])), *_MAC_ROW[1:])
    for code, plain in part.items()
}
"""The same for macOS's virtual key codes."""


def by_position(events: Iterable[QKeyEvent], platform: str) -> str:
    """The text of key presses by the places of the keys; "" where the system does not tell them all.

    Args:
        events: The presses of one scan.
        platform: Qt's name of the platform plugin: ``xcb``, ``wayland``, ``windows`` or ``cocoa``.
    """
    signs = []
    for event in events:
        if platform == "cocoa":
            struck = MAC.get(event.nativeVirtualKey())
        else:
            code = event.nativeScanCode()
            struck = SET_1.get(code if platform == "windows" else code - X11_OFFSET)
        if struck is None:
            return ""
        signs.append(struck[bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)])
    return "".join(signs)
