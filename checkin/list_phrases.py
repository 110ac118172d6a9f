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
        "chat_open": t(
            "the message does not say for certain whether they come; not expected until somebody decides: {detail}",
            detail=detail,
        ),
        "chat_others": t("the message speaks of others; look whether they are on the list: {detail}", detail=detail),
        "chat_not_on_list": t(
            "is on another list of the chat and not on the one that was taken: {detail}", detail=detail
        ),
        "chat_not_on_last": t("is on the longest list of the chat and not on the last one: {detail}", detail=detail),
        "chat_beside_list": t("writes in the chat and is not on its list: {detail}", detail=detail),
        "chat_later": t("wrote after the list: {detail}", detail=detail),
        "sheet_of_nobody": t("nobody was found on the sheet “{detail}”", detail=detail),
        "may_say_who_comes": t(
            "this column has yes and no, and was not taken for who comes; everybody is expected: {detail}",
            detail=detail,
        ),
        "blank_status": t("whoever has nothing there is expected all the same: {detail}", detail=detail),
        "says_away": t(
            "says that they do not come, where it does not count; they are expected: {detail}", detail=detail
        ),
        "another_name": t("a second name on the same row, who does not come in with the list: {detail}", detail=detail),
        "surname_first": t(
            "no comma tells the surname from the name; names are taken as they stand: {detail}", detail=detail
        ),
        "only_a_header": t("there is a header and nobody below it"),
        "no_codes": t(
            "this file does not hold the codes of the tickets ({detail}): the door finds people by name, or by the"
            " codes made here",
            detail=detail,
        ),
    }


def no_list(kind: str, t: Words) -> str:
    """What a file is that holds no table (``intake.kinds``), and what to do with it."""
    if kind in {"PNG", "JPEG", "GIF", "BMP", "TIFF", "HEIC", "WebP", "video"}:
        return t("it is a picture. Ask for the list as a spreadsheet, or type the names and paste them here.")
    if kind in {"ZIP", "7z", "RAR", "gzip"}:
        return t("it is a packed folder. Unpack it, and import the list that is in it.")
    words = {
        "PDF": t("it is a PDF. Open it, copy the table or the names, and paste them here."),
        "Word": t("it is a text document. Open it, copy the table or the names, and paste them here."),
        "RTF": t("it is a text document. Open it, copy the table or the names, and paste them here."),
        "Numbers": t("it is a Numbers document. Export it from Numbers as Excel or CSV, and import that."),
        "presentation": t("it is a presentation. Open it, copy the table or the names, and paste them here."),
        "e-mail": t("it is an e-mail. Save the list attached to it, or copy the names and paste them here."),
        "iCalendar": t("it is a calendar. Export the guests as CSV, or copy the names and paste them here."),
        "vCard": t("it is a file of contacts. Export the contacts as CSV, and import that."),
        "shortcut": t("it is only the address of a list on the web. Open it and download it as XLSX or CSV."),
        "JSON": t("it is data for programs (JSON). Export the list again as CSV or XLSX."),
    }
    return words.get(kind, t("it is neither CSV nor a spreadsheet. Export the list as XLSX or CSV, and import that."))
