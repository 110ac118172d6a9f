"""Long offers, wishes and names on fronts: they get what room there is before anything is shortened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checkin.badges import Badge
from checkin.paper.badge import draw, front
from checkin.paper.names import shorter_still
from checkin.paper.press import Press
from checkin.words import Words
from tests.paper.watching import Watched

ENGLISH = Words("en")
OFFER = (
    "Ayudo a cooperativas pequeñas a ordenar sus cuentas y a preparar las ayudas europeas, con plantillas propias"
    " y acompañamiento durante el año"
)
WISH = (
    "Alguien que conozca la distribución en Francia y que quiera probar con nosotros una línea de conservas"
    " ecológicas antes del verano"
)
GUEST = Badge(
    name="Begoña Ibáñez Etxeberria", company="Marea Coop.", role="Directora", sector="Legal", offers=OFFER, seeks=WISH,
    table=7, code="BCDFGHJKLNPRSTVXBCDF", marks=("Sin gluten",), rounds=(7, 3, 12),
)  # fmt: skip
A6, USUAL = (105.0, 148.5), (90.0, 54.0)


def on_front(press: Press, badge: Badge, size: tuple[float, float], *, whole: bool = True) -> tuple[Watched, bool]:
    """The page, and whether anything was shortened."""
    page = Watched(*size)
    return page, draw(page, press, front(badge, whole=whole), size, ENGLISH).abbreviated


def lines_of(page: Watched, first: str) -> list[str]:
    """The lines from the one that begins so to the next that begins with a word and a colon."""
    said = [mark.said for mark in page.texts()]
    start = next(at for at, line in enumerate(said) if line.startswith(first))
    found = said[start : start + 1]
    for line in said[start + 1 :]:
        if line.startswith(("Offers:", "Looks for:", "Legal", "Sin gluten")):
            break
        found.append(line)
    return found


# --- the front ---


def test_on_a_large_front_long_texts_are_whole_over_several_lines(press: Press) -> None:
    page, shortened = on_front(press, GUEST, A6)
    assert not shortened
    assert " ".join(lines_of(page, "Offers:")) == f"Offers: {OFFER}"
    assert " ".join(lines_of(page, "Looks for:")) == f"Looks for: {WISH}"
    sizes = {round(mark.size, 2) for mark in page.texts() if mark.said in {*lines_of(page, "Offers:")}}
    assert len(sizes) == 1
    assert min(sizes) >= 8.5


def test_texts_too_long_for_any_badge_share_the_lines_and_are_reported(press: Press) -> None:
    page, shortened = on_front(press, replace(GUEST, offers=OFFER * 4, seeks=WISH * 4), A6)
    offers, wishes = lines_of(page, "Offers:"), lines_of(page, "Looks for:")
    assert shortened
    assert abs(len(offers) - len(wishes)) <= 1
    assert len(offers) >= 4
    assert offers[-1].endswith("…")
    assert wishes[-1].endswith("…")


def test_one_long_text_may_have_what_the_other_does_not_need(press: Press) -> None:
    page, shortened = on_front(press, replace(GUEST, seeks="Pan"), A6)
    assert not shortened
    assert lines_of(page, "Looks for:") == ["Looks for: Pan"]
    assert " ".join(lines_of(page, "Offers:")) == f"Offers: {OFFER}"


def test_a_name_that_is_shortened_anyway_takes_no_lines_from_the_texts(press: Press) -> None:
    page, shortened = on_front(press, replace(GUEST, name="", given="W" * 40, family="Gil"), A6)
    assert shortened
    assert " ".join(lines_of(page, "Offers:")) == f"Offers: {OFFER}"


# --- names ---


@pytest.mark.parametrize("size", [USUAL, (75.0, 40.0), (89.0, 36.0), (90.0, 29.0), (63.5, 38.1)])
@pytest.mark.parametrize(
    "given_name",
    ["Wolfgang Amadeus", "Jean-Sébastien-Marie", "Maximiliano Constantinopolitano", "Anne-Sophie Charlotte"],
)
def test_a_long_given_name_breaks_or_is_set_smaller_before_it_is_shortened(
    press: Press, given_name: str, size: tuple[float, float]
) -> None:
    badge = replace(GUEST, name="", given=given_name, family="Gil", marks=(), rounds=(), sector="")
    page, _ = on_front(press, badge, size, whole=False)
    said = "".join(mark.said for mark in page.texts()).replace(" ", "")
    assert given_name.replace(" ", "") in said


def test_a_break_between_names_is_preferred_and_halves_are_even(press: Press) -> None:
    for given_name, first in (("Anne-Sophie Charlotte", "Anne-Sophie"), ("Ana-María-Guadalupe", "Ana-María-")):
        page, _ = on_front(press, replace(GUEST, name="", given=given_name, family="Gil"), USUAL, whole=False)
        assert first in [mark.said for mark in page.texts()]


def test_a_name_is_shortened_at_its_hyphens_before_it_is_torn(press: Press) -> None:
    badge = replace(GUEST, name="", given=f"{'Konstantin' * 2}-{'Sebastian' * 3}-{'Maximilian' * 3}", family="Gil")
    page, shortened = on_front(press, badge, USUAL, whole=False)
    assert shortened
    assert any(mark.said in set(shorter_still(badge.given)) for mark in page.texts())
    assert not any("…" in mark.said for mark in page.texts())
