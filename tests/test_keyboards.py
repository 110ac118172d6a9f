"""Foreign keyboards undone: every layout, every key."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.keyboards import _KEYS, FOREIGN, Layout, undo
from tests.garbling import typed

PRINTABLE = string.ascii_letters + string.digits + string.punctuation


@pytest.mark.parametrize("layout", list(Layout))
def test_a_layout_has_all_keys_of_a_us_keyboard(layout: Layout) -> None:
    assert len(_KEYS[layout]) == 94
    assert sorted(_KEYS[Layout.US]) == sorted(PRINTABLE)


@pytest.mark.parametrize("layout", FOREIGN)
def test_a_us_scanner_on_a_foreign_laptop_is_undone_sign_by_sign(layout: Layout) -> None:
    for sign in PRINTABLE:
        arrived = typed(sign, laptop=layout)
        assert arrived is not None
        assert undo(arrived, scanner=Layout.US, laptop=layout) == sign


@pytest.mark.parametrize("layout", FOREIGN)
def test_a_foreign_scanner_on_a_us_laptop_is_undone_wherever_it_has_the_key(layout: Layout) -> None:
    reversible = [sign for sign in PRINTABLE if typed(sign, scanner=layout, laptop=Layout.US) is not None]
    assert len(reversible) >= 75
    for sign in reversible:
        arrived = typed(sign, scanner=layout, laptop=Layout.US)
        assert arrived is not None
        assert undo(arrived, scanner=layout, laptop=Layout.US) == sign


@pytest.mark.parametrize("layout", [layout for layout in FOREIGN if layout is not Layout.CH])
@given(text=st.text(PRINTABLE, max_size=60))
def test_any_text_comes_back_dead_keys_included(layout: Layout, text: str) -> None:
    arrived = typed(text, laptop=layout)
    assert arrived is not None
    assert undo(arrived, scanner=Layout.US, laptop=layout) == text


@given(st.text(PRINTABLE, max_size=60))
def test_on_a_swiss_laptop_only_a_dead_key_that_makes_a_letter_with_its_own_key_is_lost(text: str) -> None:
    arrived = typed(text, laptop=Layout.CH)
    assert arrived is not None
    back = undo(arrived, scanner=Layout.US, laptop=Layout.CH)
    lost = any(pair in text for pair in ("]a", "]o", "]u", "+a", "+e"))
    assert back == text or lost


@pytest.mark.parametrize(
    ("layout", "arrived", "meant"),
    [
        (Layout.ES, "httpsÑ--luma.com-check'in-evt'AbZ9_pk¡g'yQ1", "https://luma.com/check-in/evt-AbZ9?pk=g-yQ1"),
        (Layout.DE, "httpsÖ--luma.com-checkßin-evtßAbY9_pk´gßzQ1", "https://luma.com/check-in/evt-AbZ9?pk=g-yQ1"),
        (Layout.FR, "httpsM!!lu,q:co,!check)in!evt)QbWç§pk=g)yA&", "https://luma.com/check-in/evt-AbZ9?pk=g-yQ1"),
        (Layout.ES, "3f25'4f89-k7¿Qm¡", "3f25-4f89/k7+Qm="),
        (Layout.FR, "hutjwtuxé\"'(", "hutjztux2345"),
        (Layout.ES, "á", "'a"),
        (Layout.DE, "é", "=e"),
        (Layout.FR, "ê", "[e"),
    ],
)
def test_what_public_reports_show_is_undone(layout: Layout, arrived: str, meant: str) -> None:
    assert undo(arrived, scanner=Layout.US, laptop=layout) == meant


def test_a_letter_that_no_key_types_rules_the_layout_out() -> None:
    assert undo("ñ", scanner=Layout.US, laptop=Layout.FR) is None
    assert undo("abc漢", scanner=Layout.US, laptop=Layout.ES) is None
    assert undo("ế", scanner=Layout.US, laptop=Layout.FR) is None


def test_with_caps_lock_a_french_laptop_types_digits_as_they_are() -> None:
    assert undo("1234", scanner=Layout.US, laptop=Layout.FR, shift_lock=True) == "1234"


@given(st.text(), st.sampled_from(Layout), st.sampled_from(Layout), st.booleans())
def test_no_text_is_too_strange(text: str, scanner: Layout, laptop: Layout, shift_lock: bool) -> None:
    read = undo(text, scanner=scanner, laptop=laptop, shift_lock=shift_lock)
    assert read is None or len(read) <= 2 * len(text)
