"""Changes: the inverse takes back, the inverse of the inverse makes again, and both remember what they are about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.changes import NEVER_UNDONE, Change, Edit, Entity, Kind

VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
ROWS = st.none() | st.dictionaries(st.sampled_from(["name", "guest_id", "note"]), VALUES, max_size=3)
EDITS = st.builds(Edit, st.sampled_from(Entity), st.integers(1, 9), ROWS, ROWS)
CHANGES = st.builds(
    Change,
    st.sampled_from([kind for kind in Kind if kind not in (Kind.UNDONE, Kind.REDONE)]),
    st.lists(EDITS, max_size=4).map(tuple),
    st.dictionaries(st.sampled_from(["people", "table", "draw", "code"]), st.integers()),
    guest_id=st.none() | st.integers(),
    seq=st.integers(1, 99),
)


@given(CHANGES)
def test_the_inverse_of_the_inverse_is_what_was_done(change: Change) -> None:
    back = change.inverse()
    assert (back.kind, back.undoes, back.seq, back.at) == (Kind.UNDONE, change.seq, 0, "")
    assert back.inverse().edits == change.edits
    assert back.guest_id == change.guest_id


@given(CHANGES)
def test_what_is_taken_back_or_made_again_is_known_by_its_first_name(change: Change) -> None:
    again = change.inverse().inverse().inverse()
    assert again.of == change.of == str(change.kind)
    kept = {name: change.facts[name] for name in ("people", "table") if name in change.facts}
    assert again.facts == {"of": str(change.kind), **kept}


@given(CHANGES)
def test_a_change_touches_the_rows_of_its_edits(change: Change) -> None:
    touched = {(entity, row) for entity in Entity for row in change.touches(entity)}
    assert touched == {(edit.entity, edit.id) for edit in change.edits}


@pytest.mark.parametrize("kind", list(Kind))
def test_undo_passes_over_what_is_only_for_the_record(kind: Kind) -> None:
    edit = Edit(Entity.GUEST, 1, {"name": None}, {"name": "Ana"})
    assert Change(kind, (edit,)).undoable is (kind not in NEVER_UNDONE)
    assert not Change(kind).undoable
