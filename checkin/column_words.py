"""What the columns of lists and exports are called."""

from __future__ import annotations

from checkin.model import Guest
from checkin.words import Words


def said(guest: Guest, key: str, t: Words) -> str:
    """What a guest's field says, for people: a consent in words, everything else as it is."""
    value = str(getattr(guest, key))
    return {"yes": t("yes"), "no": t("no")}.get(value, value) if key == "consent" else value


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
        "linkedin": t("LinkedIn"),
        "offers": t("Offers"),
        "seeks": t("Looks for"),
        "about": t("About"),
        "consent": t("Shares contact"),
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
