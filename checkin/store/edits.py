"""Edits as SQL: each one lands only on a row that is as the edit expects it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Connection, Table, and_, bindparam, delete, insert, select, update

from checkin.changes import Edit, Entity, Row
from checkin.errors import StaleChange
from checkin.rows import KINDS, Whole, columns, to_row, to_values
from checkin.store.schema import TABLES

MANY = 500
"""So many new rows of a kind are a file's, and not the door's."""

AT_ONCE = 500
"""So many go in together: what is made for the driver is no second copy of the file, and other threads get a turn."""

ON_PAPER = frozenset({"badge_printed_at", "badge_print"})
"""Columns that stop no row from going: a walk-in can be undone though the badge is printed by then."""


def apply_edits(connection: Connection, edits: Sequence[Edit]) -> None:
    """Write edits in their order.

    Runs of new rows go in together. People leave their seats before anybody sits down, so that a swap never has a guest
    in two seats.

    Raises:
        StaleChange: A row is not as an edit expects it.
    """
    for edit in edits:
        if _seated(edit.before) and edit.entity is Entity.SEAT and edit.after is not None:
            _update(connection, Edit(Entity.SEAT, edit.id, edit.before, {**edit.after, "guest_id": None}))
    for (entity, new, gone), run in groupby(edits, key=_kind):
        if new:
            _insert(connection, entity, [edit.after for edit in run if edit.after is not None])
        elif gone:
            _delete(connection, entity, list(run))
        else:
            for edit in run:
                _change(connection, edit)


def _kind(edit: Edit) -> tuple[Entity, bool, bool]:
    return edit.entity, edit.before is None, edit.after is None


def _change(connection: Connection, edit: Edit) -> None:
    """A row that is another one now; whoever sits down elsewhere has risen already."""
    if edit.entity is not Entity.SEAT or not _seated(edit.before):
        _update(connection, edit)
    elif _seated(edit.after):
        _update(connection, Edit(edit.entity, edit.id, {**(edit.before or {}), "guest_id": None}, edit.after))


def _insert(connection: Connection, entity: Entity, rows: Sequence[Row]) -> None:
    """New rows; many at once go past what SQLAlchemy does with each value, as nothing in them needs it."""
    kind = KINDS[entity]
    names = columns(kind)
    if len(rows) < MANY or any(
        not isinstance(row, Whole) and len(row) != len(names) for row in rows
    ):  # an older version knew fewer columns
        connection.execute(insert(TABLES[entity]), [dict(row) for row in rows])
        return
    table = TABLES[entity]
    statement = insert(table).compile(dialect=connection.dialect, column_keys=names)
    if statement.positional and statement.positiontup != list(names):
        raise AssertionError(statement.positiontup)
    truths = [place for place, name in enumerate(names) if isinstance(table.c[name].type, Boolean)]
    for at in range(0, len(rows), AT_ONCE):
        values = [to_values(kind, row) for row in rows[at : at + AT_ONCE]]
        if not statement.positional:
            connection.exec_driver_sql(str(statement), [dict(zip(names, row, strict=True)) for row in values])
            continue
        for row in values:
            for place in truths:
                row[place] = int(row[place] or 0)  # SQLite's driver takes far longer over a truth
        connection.exec_driver_sql(str(statement), [tuple(row) for row in values])


def _seated(row: Row | None) -> bool:
    return row is not None and row.get("guest_id") is not None


def _update(connection: Connection, edit: Edit) -> None:
    before, after = edit.before or {}, dict(edit.after or {})
    table = TABLES[edit.entity]
    statement = update(table).where(*_as_it_was(edit, before)).values({name: bindparam(f"to_{name}") for name in after})
    values = {f"to_{name}": value for name, value in after.items()}
    _land(connection.execute(statement, {**_values(edit, before), **values}).rowcount, edit)


def _delete(connection: Connection, entity: Entity, edits: Sequence[Edit]) -> None:
    """Rows that go; all that are alike in their columns with one statement."""
    table = TABLES[entity]
    for names, run in groupby(edits, key=_told_by):
        was = {name: bindparam(f"was_{name}", type_=table.c[name].type) for name in names}
        held = (table.c[name].is_not_distinct_from(value) for name, value in was.items())
        statement = delete(table).where(table.c.id == bindparam("row_id"), *held)
        going = list(run)
        for at in range(0, len(going), AT_ONCE):
            some = going[at : at + AT_ONCE]
            rows = [{"row_id": edit.id, **{f"was_{name}": row[name] for name in names}} for edit, row in _before(some)]
            if connection.execute(statement, rows).rowcount != len(some):
                raise StaleChange(str(entity), _left(connection, table, some))


def _told_by(edit: Edit) -> tuple[str, ...]:
    """The columns that tell whether a row that goes is still as it was."""
    return tuple(name for name in edit.before or () if name not in ON_PAPER)


def _before(edits: Sequence[Edit]) -> Iterator[tuple[Edit, Row]]:
    for edit in edits:
        row = edit.before or {}
        yield edit, to_row(row.kept) if isinstance(row, Whole) else row


def _left(connection: Connection, table: Table, edits: Sequence[Edit]) -> int:
    """The first row that should have gone and has not, or, where none is left, that was not there."""
    kept = set(connection.execute(select(table.c.id).where(table.c.id.in_([edit.id for edit in edits]))).scalars())
    return next((edit.id for edit in edits if edit.id in kept), edits[0].id)


def _as_it_was(edit: Edit, before: Row) -> list[ColumnElement[bool]]:
    table = TABLES[edit.entity]
    held = [
        table.c[name].is_(None) if value is None else table.c[name] == bindparam(f"was_{name}")
        for name, value in before.items()
        if name != "id"
    ]
    return [and_(table.c.id == bindparam("row_id"), *held)]


def _values(edit: Edit, before: Row) -> dict[str, Any]:
    kept = {f"was_{name}": value for name, value in before.items() if value is not None and name != "id"}
    return {"row_id": edit.id, **kept}


def _land(rows: int, edit: Edit) -> None:
    if rows != 1:
        raise StaleChange(str(edit.entity), edit.id)
