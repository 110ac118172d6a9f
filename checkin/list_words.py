"""What is said of the rows of a list: why one is no registration, what is worth a look in another. Knows no list."""

from __future__ import annotations

from checkin import list_phrases
from checkin.model import GONE, Standing
from checkin.words import Words


def skipped(reason: str, t: Words) -> str:
    """Why a row is no registration (``intake.registrations.SKIPPED``, and what was chosen here)."""
    words = {
        "add_on_product": t("an add-on, not a person"),
        "answered_again_later": t("answered again later"),
        "ticket_again_later": t("the same ticket again later"),
        "total_line": t("a total line"),
        "pasted_twice": t("the same line twice"),
        "header_again": t("the header again"),
        "no_person": t("names nobody"),
        "heading": t("a title, not a person"),
        "chat_notice": t("a notice of the chat, a picture or a call"),
        "chat_talk": t("does not say in the chat whether they come"),
        "chat_list_again": t("an earlier state of the list, or a shorter one"),
        "chat_on_list": t("on the list of the chat already"),
        "left_out": t("left out by choice"),
        "joined": t("the same person as in another row"),
    }
    return words.get(reason, reason)


def said(reason: str, t: Words) -> str:
    """The list's own word about a registration; who is on it no more has a word of ours."""
    return t("not on the list any more") if reason == GONE else reason


def remark(code: str, detail: str, t: Words) -> str:
    """What a person should look at in a row (``intake.registrations.REMARKS``)."""
    words = {
        "mixed_encoding": t(
            "this line is in other letters than the rest of the file; check them: {detail}", detail=detail
        ),
        "mended_letters": t("letters were mended: {detail}", detail=detail),
        "unclosed_quote": t("a quotation mark is not closed; the line was read by itself"),
        "cell_cut": t("a cell was too long and was cut: {detail}", detail=detail),
        "damaged_letters": t("letters were lost before the file came here: {detail}", detail=detail),
        "phone_ruined": t("a spreadsheet has ruined this phone number: {detail}", detail=detail),
        "code_ruined": t("a spreadsheet has ruined this code: {detail}", detail=detail),
        "formula_like": t("looks like a formula, kept as text: {detail}", detail=detail),
        "no_email": t("this is no e-mail address: {detail}", detail=detail),
        "unknown_status": t("unknown status, not expected until somebody decides: {detail}", detail=detail),
        "companions_unclear": t("how many come along is not clear: {detail}", detail=detail),
        "same_email": t("other people have the same e-mail address: {detail}", detail=detail),
        "same_code": t("other people have the same code: {detail}", detail=detail),
        "same_person_twice": t("may be the same person as in another row: {detail}", detail=detail),
        "wish_unclear": t("nobody, or more than one person, answers to this wish: {detail}", detail=detail),
        "no_letter": t("no font here has these letters, so badges show empty boxes: {detail}", detail=detail),
        "only_a_name": t("nothing but a name: {detail}", detail=detail),
        "more_than_a_name": t("more than one person, or more than a name: {detail}", detail=detail),
        "company_from_name": t("the company is taken from the name: {detail}", detail=detail),
        "capitals": t("written without capitals or in nothing but them; it could read: {detail}", detail=detail),
        "wants_apart": t("no wish but its contrary; people are kept apart by a rule: {detail}", detail=detail),
    }
    words |= list_phrases.remarks(detail, t)
    return words.get(code, f"{code.replace('_', ' ')}: {detail}" if detail else code.replace("_", " "))


def standings(t: Words) -> dict[Standing, str]:
    """What a word of a status column may mean."""
    return {
        Standing.COMING: t("Coming"),
        Standing.UNPAID: t("To be paid"),
        Standing.NOT_CONFIRMED: t("Waiting"),
        Standing.CANCELLED: t("Not coming"),
    }
