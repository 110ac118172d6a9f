"""What the organizer said about the columns of a file, remembered for the next file with the same columns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from checkin.ui.shell.settings import Settings


def recall(settings: Settings, headers: Sequence[str]) -> dict[str, str]:
    """From field to header, as it was said about such columns before; empty if nothing was."""
    try:
        kept = json.loads(settings.text(_key(headers), "{}"))
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    return {str(name): str(header) for name, header in kept.items() if header in ("", *headers)}


def keep(settings: Settings, headers: Sequence[str], chosen: Mapping[str, str]) -> None:
    """Remember it, the empty answer included: the guess is good again then."""
    if chosen or recall(settings, headers):
        settings.keep(_key(headers), json.dumps(dict(chosen), ensure_ascii=False))


def _key(headers: Sequence[str]) -> str:
    """One key for one set of columns, whatever their order."""
    return "columns/" + hashlib.sha256("\x1f".join(sorted(headers)).encode()).hexdigest()[:24]
