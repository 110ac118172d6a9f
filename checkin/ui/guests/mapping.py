"""What the organizer said about the columns of a file, remembered for the next file with the same columns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from checkin.model import Standing
from checkin.ui.shell.settings import Settings


def recall(settings: Settings, headers: Sequence[str]) -> dict[str, str]:
    """From field to header, as it was said about such columns before; empty if nothing was."""
    kept = _kept(settings, _key("columns", headers))
    return {name: header for name, header in kept.items() if header in ("", *headers)}


def keep(settings: Settings, headers: Sequence[str], chosen: Mapping[str, str]) -> None:
    """Remember it, the empty answer included: the guess is good again then."""
    if chosen or recall(settings, headers):
        settings.keep(_key("columns", headers), json.dumps(dict(chosen), ensure_ascii=False))


def recall_meanings(settings: Settings, headers: Sequence[str]) -> dict[str, Standing]:
    """What words of the status column mean in lists with such columns, as it was said before."""
    kept = _kept(settings, _key("statuses", headers))
    return {word: Standing(said) for word, said in kept.items() if said in tuple(Standing)}


def keep_meanings(settings: Settings, headers: Sequence[str], meanings: Mapping[str, Standing]) -> None:
    """Remember what words mean."""
    if meanings:
        settings.keep(_key("statuses", headers), json.dumps(dict(meanings), ensure_ascii=False))


def _kept(settings: Settings, key: str) -> dict[str, str]:
    try:
        kept = json.loads(settings.text(key, "{}"))
    except ValueError:
        return {}
    return {str(name): str(said) for name, said in kept.items()} if isinstance(kept, dict) else {}


def _key(what: str, headers: Sequence[str]) -> str:
    """One key for one set of columns, whatever their order."""
    return f"{what}/" + hashlib.sha256("\x1f".join(sorted(headers)).encode()).hexdigest()[:24]
