"""Spanish and English from one catalogue, for the window, the command line and the paper.

A ``Words`` is called with the English sentence and gives it in the language in force; values go into braces.
Catalogues are gettext files in ``resources/words/<language>.mo``; English is the sentences themselves.

>>> t = Words("en")
>>> t("Table {number}", number=7)
'Table 7'
"""

from __future__ import annotations

import gettext
from datetime import date, datetime

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from checkin import resources

LANGUAGES = {"es": "Español", "en": "English"}
DEFAULT = "es"


class Words:
    """The language in force. Passed along, never global; ``switch`` changes it for all who hold it."""

    def __init__(self, language: str = DEFAULT) -> None:
        """Open the catalogue of ``language``; an unknown one means Spanish."""
        self.language = DEFAULT
        self._catalogue = gettext.NullTranslations()
        self.switch(language)

    def switch(self, language: str) -> None:
        """Speak another language from now on."""
        self.language = language if language in LANGUAGES else DEFAULT
        self._catalogue = gettext.NullTranslations()
        path = resources.path("words", f"{self.language}.mo")
        if self.language != "en" and path.is_file():
            with path.open("rb") as file:
                self._catalogue = gettext.GNUTranslations(file)

    def __call__(self, sentence: str, **values: object) -> str:
        """``sentence`` in the language in force, with ``values`` in its braces."""
        spoken = self._catalogue.gettext(sentence)
        return spoken.format(**values) if values else spoken

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """The form of the sentence that fits ``count``, which is ``{count}`` in it."""
        return self._catalogue.ngettext(one, many, count).format(count=self.number(count), **values)

    def context(self, context: str, word: str) -> str:
        """A word that needs its context to be translated."""
        return self._catalogue.pgettext(context, word)

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return format_decimal(value, locale=self.language)

    def day(self, value: date, *, short: bool = False) -> str:
        """A date with its weekday, e.g. ``sábado, 21 de noviembre``; ``short`` gives ``21 nov``."""
        if short:
            return format_date(value, "d MMM", locale=self.language)
        pattern = "EEEE d 'de' MMMM" if self.language == "es" else "EEEE, d MMMM"
        spoken = format_date(value, pattern, locale=self.language)
        return spoken[:1].upper() + spoken[1:]

    def clock(self, value: datetime, *, seconds: bool = False) -> str:
        """A time of day in the machine's zone, 24 hours."""
        return format_time(value.astimezone().time(), "HH:mm:ss" if seconds else "HH:mm", locale=self.language)
