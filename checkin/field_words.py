"""What fields are called where a list is looked over before it goes in. Knows fields, no list and no guest."""

from __future__ import annotations

from checkin.column_words import headers
from checkin.list_words import said
from checkin.model import Standing
from checkin.words import Words


def fields(t: Words) -> dict[str, str]:
    """What the columns of a registration file may say (``intake.columns.FIELDS``)."""
    return headers(t) | {
        "family2": t("Second last name"),
        "status": t("Status"),
        "void": t("Cancelled (yes or no)"),
        "waiting": t("On the waiting list (yes or no)"),
        "paid": t("Paid (yes or no)"),
        "order": t("Order"),
        "position": t("Place in the order"),
        "user": t("Number of the person"),
        "time": t("When it was answered"),
        "quantity": t("How many tickets"),
        "companions": t("How many companions"),
        "companion_names": t("Companions' names"),
        "variation": t("Variant of the ticket"),
        "step_free": t("Needs no steps"),
        "buyer_name": t("Name of the buyer"),
        "buyer_email": t("E-mail of the buyer"),
        "sex": t("Sex"),
        "age": t("Age"),
        "wishes": t("Wants to meet"),
        "answers": t("Other answers"),
    }


def of_guest(t: Words) -> dict[str, str]:
    """What the fields of a guest are called, where they differ from a list's (``enrolment.Difference``)."""
    return fields(t) | {"age_band": t("Age"), "wants": t("Wants to meet"), "named_here": t("Named here")}


def value(kept: object, t: Words) -> str:
    """What a field holds, as people say it."""
    if isinstance(kept, bool):
        return t("yes") if kept else t("no")
    if isinstance(kept, Standing):
        return {
            Standing.COMING: t("Expected"),
            Standing.UNPAID: t("Not paid"),
            Standing.NOT_CONFIRMED: t("Not confirmed"),
            Standing.CANCELLED: t("Cancelled"),
        }[kept]
    return said(str(kept or ""), t) or "–"
