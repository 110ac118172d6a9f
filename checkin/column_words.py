"""What the columns of lists and exports are called."""

from __future__ import annotations

from checkin.words import Words


def headers(t: Words) -> dict[str, str]:
    """What the columns of lists and exports are called, by field."""
    return {
        "id": t("Id"),
        "name": t("Name"),
        "given": t("First name"),
        "family": t("Last name"),
        "email": t("E-mail"),
        "phone": t("Phone"),
        "company": t("Company"),
        "role": t("Role"),
        "sector": t("Sector"),
        "handle": t("Handle"),
        "offers": t("Offers"),
        "seeks": t("Looks for"),
        "diet": t("Diet"),
        "note": t("Note"),
        "product": t("Ticket type"),
        "standing": t("Registration"),
        "reason": t("Reason"),
        "code": t("Code"),
        "table": t("Table"),
        "arrival": t("Arrival no."),
        "arrived_at": t("Arrived at"),
        "left_at": t("Left at"),
        "station": t("Station"),
        "row": t("Row"),
    }
