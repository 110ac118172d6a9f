"""What the window remembers from one evening to the next, in one INI file.

Knows no widget; where the file lies is told by whoever starts the program, so that tests keep to a folder of their own.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

DEFAULT_STATION = "1"


class Settings:
    """Typed keys over one INI file. A key that is missing or unreadable reads as its default."""

    def __init__(self, path: Path) -> None:
        """Read ``path``, which need not exist yet."""
        self.path = path
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """A text."""
        kept = self._kept.value(key, default)
        return kept if isinstance(kept, str) else default

    def flag(self, key: str) -> bool | None:
        """A yes or no, or None while nobody has chosen."""
        return {"true": True, "false": False}.get(str(self._kept.value(key, "")).lower())

    def state(self, key: str) -> QByteArray:
        """What a window or a header saved of itself; empty when there is nothing."""
        kept = self._kept.value(key)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | QByteArray) -> None:
        """Remember a text or a state."""
        self._kept.setValue(key, value)

    def keep_flag(self, key: str, *, on: bool) -> None:
        """Remember a yes or no."""
        self._kept.setValue(key, "true" if on else "false")

    def save(self) -> None:
        """Write the file now."""
        self._kept.sync()
