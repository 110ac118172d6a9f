"""What is written about a guest by hand, tidied as a list's cells are."""

from __future__ import annotations

from collections.abc import Mapping

from checkin.errors import WrongCall
from checkin.intake import people
from checkin.intake.folding import clean, one_line
from checkin.model import PROFILE, Standing

BY_HAND = frozenset({*PROFILE, "vip"}) - {"wants", "reason"}
"""Fields that may be written by hand; whom somebody wants to meet is a wish, and a reason is its list's own."""

ON_LINES = frozenset({"offers", "seeks", "about", "note"})
"""Fields of several lines."""

TRUTHS = frozenset({"step_free", "vip"})


def tidied(known: Mapping[str, object]) -> dict[str, object]:
    """Fields as they are kept.

    The name and its halves go together: a whole name written anew has no halves that anybody told apart, and halves
    written anew make the name.

    Raises:
        WrongCall: A field that nobody writes by hand, or what is written is none of its kind.
    """
    found = {name: _tidied(name, value) for name, value in known.items()}
    if "name" in found and not {"given", "family"} & found.keys():
        return found | {"given": "", "family": ""}
    if {"given", "family"} <= found.keys() and "name" not in found:
        found["name"] = people.person("", str(found["given"]), str(found["family"])).name
    return found


def _tidied(name: str, value: object) -> object:
    if name not in BY_HAND:
        raise WrongCall("--set", name)
    if name == "standing":
        if value not in list(Standing):
            raise WrongCall(name, str(value))
        return Standing(str(value))
    if name in TRUTHS:
        return _truth(name, value)
    text = clean(str(value or ""))
    text = text if name in ON_LINES else one_line(text)
    if name == "email" and text:
        if not (address := people.email(text)):
            raise WrongCall(name, text)
        return address
    return text or None if name == "name" else text


def _truth(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).casefold() not in ("yes", "no"):
        raise WrongCall(name, str(value))
    return str(value).casefold() == "yes"
