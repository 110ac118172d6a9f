"""A person in two letters or two short lines, for a disc that stands for a chair.

Any script; knows no colour and no screen.
"""

from __future__ import annotations

import unicodedata

from checkin.model import Guest


def initials(guest: Guest) -> str:
    """Two letters for a person: of the given and the family name where they are known apart.

    Scripts without capital letters or spaces give their first two characters; somebody unnamed gives the e-mail's
    first letter, or a question mark.
    """
    words = _words(guest)
    if not words:
        return (_letters(guest.email) or ["?"])[0].upper()
    if len(words) == 1:
        letters = _letters(words[0])
        return "".join(letters[:2]) if _uncased(words[0]) else letters[0].upper()
    return "".join(_letters(word)[0].upper() for word in words[:2])


def short_name(guest: Guest) -> tuple[str, str]:
    """The given name, and the first letter of the family name with a point; either may be ""."""
    words = _words(guest)
    if not words:
        return guest.email.partition("@")[0], ""
    if len(words) == 1:
        return words[0], ""
    return words[0], f"{_letters(words[1])[0].upper()}."


def _words(guest: Guest) -> list[str]:
    """What to call the person by: a given and a family name, or the words of the whole name without "de la"."""
    if guest.given.strip() and guest.family.strip():
        given, family = _names(guest.given), _names(guest.family)
        return [*given[:1], *family[:1]]
    return _names(guest.name or guest.given or guest.family)


def _names(text: str) -> list[str]:
    words = [word for word in unicodedata.normalize("NFC", text).split() if _letters(word)]
    capital = [word for word in words if not _letters(word)[0].islower()]
    return capital or words


def _letters(word: str) -> list[str]:
    """The letters and figures of a word, each with the marks that sit on it."""
    letters: list[str] = []
    for character in word:
        if unicodedata.category(character)[0] == "M":
            if letters:
                letters[-1] += character
        elif character.isalnum():
            letters.append(character)
    return letters


def _uncased(word: str) -> bool:
    return word.upper() == word.lower()
