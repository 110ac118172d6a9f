"""What there is to say about how a list is laid out, and about a file that is no list."""

from __future__ import annotations

from checkin.words import Words


def remarks(detail: str, t: Words) -> dict[str, str]:
    """From a code of ``intake.registrations.REMARKS`` about the layout of a list to what it says."""
    return {
        "older_letters": t(
            "the file has the letters of an older system; look whether the accents are right: {detail}", detail=detail
        ),
        "no_header": t("the list has no header; look whether the names are rightly in: {detail}", detail=detail),
        "may_be_title": t("may be the title of the list and no person: {detail}", detail=detail),
        "guessed_name": t("no title says “name”; by what stands there, the names are in: {detail}", detail=detail),
        "side_by_side": t(
            "tables stand side by side; the rows of those to the right are numbered apart: {detail}",
            detail=detail,
        ),
        "other_sheets": t("other sheets of the file hold people as well and were not read: {detail}", detail=detail),
        "only_a_header": t("there is a header and nobody below it"),
        "no_codes": t(
            "this file does not hold the codes of the tickets ({detail}): the door finds people by name, or by the"
            " codes made here",
            detail=detail,
        ),
    }
