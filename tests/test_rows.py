"""Rows: whatever the model holds comes back from its row, and a row holds nothing but plain values."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.changes import Entity, Row
from checkin.model import (
    Guest,
    GuestId,
    Past,
    PastId,
    Rule,
    RuleId,
    RuleKind,
    Setting,
    SettingId,
    Standing,
    TableId,
    Wish,
    WishId,
)
from checkin.rows import KINDS, Kept, columns, decode, decoded, encode, from_row, stamp, to_row
from tests.meals import guest, inside, meal

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 2), max_value=datetime(2999, 1, 1), timezones=ZONES  # noqa: DTZ001 - hypothesis adds the zone
)  # fmt: skip


@given(MOMENTS)
def test_a_moment_is_kept_in_utc_to_the_millisecond(moment: datetime) -> None:
    kept = stamp(moment)
    assert kept.endswith("+00:00")
    assert len(kept) == len("2026-11-21T19:30:00.000+00:00")
    back = datetime.fromisoformat(kept)
    assert timedelta(0) <= moment - back < timedelta(milliseconds=1)
    assert stamp(back) == kept


@given(MOMENTS, MOMENTS)
def test_moments_sort_as_their_texts_do(one: datetime, other: datetime) -> None:
    assert (stamp(one) < stamp(other)) == (datetime.fromisoformat(stamp(one)) < datetime.fromisoformat(stamp(other)))


@given(
    st.none() | st.text(), st.sampled_from(Standing), st.booleans(), st.none() | st.integers(1, 9), st.none() | MOMENTS
)
def test_a_guest_comes_back_from_the_row_and_through_json(
    name: str | None, standing: Standing, vip: bool, host: int | None, printed: datetime | None
) -> None:
    whole = None if printed is None else datetime.fromisoformat(stamp(printed))
    companion_of = None if host is None else GuestId(host)
    who = inside(3, name, standing=standing, vip=vip, companion_of=companion_of, badge_printed_at=whole)
    row = json.loads(json.dumps(to_row(who)))
    assert from_row(Guest, row) == who
    assert type(from_row(Guest, row).standing) is Standing


def rebuilt(kept: Kept, row: Row) -> Kept:
    """The value that a row of the same kind gives."""
    return replace(kept, **decoded(row))


def test_every_word_has_rows_that_come_back() -> None:
    book = meal(guest(1), inside(2), codes=[(1, "a"), (2, "b")], opens=datetime(2026, 11, 21, tzinfo=UTC))
    setting = Setting(SettingId(1), book.event.id, "pin", "")
    ties = (
        Wish(WishId(1), book.event.id, GuestId(1), GuestId(2), by_hand=True),
        Rule(RuleId(1), book.event.id, RuleKind.HOST, "1 2", TableId(1)),
        Past(PastId(1), book.event.id, GuestId(1), "2"),
    )
    kinds = set()
    for kept in (*book.everything(), setting, *ties):
        row = json.loads(json.dumps(to_row(kept)))
        assert rebuilt(kept, row) == kept
        assert tuple(row) == columns(type(kept))
        kinds.add(type(kept))
    assert kinds == {KINDS[entity] for entity in Entity}


def test_a_row_holds_plain_values_only() -> None:
    assert type(encode(Standing.UNPAID)) is str
    assert decode("standing", None) is None
    with pytest.raises(TypeError):
        encode([1])
