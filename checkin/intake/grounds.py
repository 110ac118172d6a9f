"""Why a column was taken for a field: what the guesser went by, told apart for who looks over it.

Knows nothing of files: it asks the words again that the guesser asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from checkin.intake.columns import header_scores
from checkin.intake.folding import fold_header
from checkin.intake.formats import FORMATS, GENERIC

_TO_THE_LETTER = 85


class Ground(StrEnum):
    """What a guess stands on."""

    CHOSEN = "chosen"
    FORMAT = "format"
    HEADER = "header"
    QUESTION = "question"
    CONTENT = "content"


def ground(field: str, header: str, format_name: str, chosen: Mapping[str, str]) -> Ground:
    """What the guess stands on that ``header`` says ``field``.

    Args:
        field: One of ``columns.FIELDS``.
        header: The column's header, as the reader gives it.
        format_name: Whose export the file is.
        chosen: What the user said, from field to header.
    """
    if chosen.get(field) == header:
        return Ground.CHOSEN
    known = next((one for one in FORMATS if one.name == format_name), GENERIC)
    if fold_header(header) in known.fields.get(field, ()):
        return Ground.FORMAT
    score = header_scores(header).get(field, 0.0)
    return Ground.HEADER if score >= _TO_THE_LETTER else Ground.QUESTION if score else Ground.CONTENT
