"""The verbs about the room: its tables, and rooms that are kept for the next event."""

from __future__ import annotations

from typing import Annotated

import typer

from checkin import phrases, room_phrases
from checkin.book import Book
from checkin.calling import AsJson, Database, EventName, Lang, desk_at
from checkin.changes import Change, Entity
from checkin.console import Console, change_fields
from checkin.desk import Desk
from checkin.errors import NoSuchTable
from checkin.furniture import Wanted
from checkin.landmarks import landmarks_of
from checkin.model import Shape, Table, TableId
from checkin.rooms import SavedRoom
from checkin.words import DEFAULT, Words

room = typer.Typer(
    invoke_without_command=True, no_args_is_help=False, rich_markup_mode=None,
    help="The tables of the room, and rooms kept for the next event; without more, the tables.",
)  # fmt: skip

Number = Annotated[int, typer.Argument(metavar="TABLE")]
Name = Annotated[str, typer.Argument(metavar="NAME")]


@room.callback()
def room_(
    context: typer.Context,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """The tables of the room, and rooms kept for the next event; without more, the tables."""
    if context.invoked_subcommand is None:
        show(database, event, lang, as_json=as_json)


@room.command()
def show(database: Database = None, event: EventName = None, lang: Lang = DEFAULT, as_json: AsJson = False) -> None:
    """The tables and landmarks, one a line."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        book, t = desk.opened(), speaker.t
        for table in book.room():
            speaker.answer(table_fields(book, table), table_sentence(book, table, t))
        for mark in landmarks_of(book) or ():
            fields = {
                "landmark": str(mark.kind), "x": mark.x, "y": mark.y, "width": mark.width, "height": mark.height,
            }  # fmt: skip
            speaker.answer(fields, room_phrases.landmark(mark.kind, t))


@room.command()
def add(
    tables: Annotated[int, typer.Option("--tables", help="How many.")] = 1,
    seats: Annotated[int, typer.Option("--seats", help="Of each.")] = 10,
    shape: Annotated[Shape, typer.Option("--shape", help="round, long or square.")] = Shape.ROUND,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """More tables, numbered after the last one."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        _answer(desk, speaker, desk.add_tables(tables, shape, seats))


@room.command()
def remove(
    numbers: Annotated[list[int], typer.Argument(metavar="TABLE...")],
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Take empty tables away: all of them or none."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        _answer(desk, speaker, desk.remove_tables([_table(desk, number) for number in numbers]))


@room.command()
def change(
    number: Number,
    seats: Annotated[int | None, typer.Option("--seats", help="In every round.")] = None,
    name: Annotated[str | None, typer.Option("--name", help='"" for none.')] = None,
    renumber: Annotated[int | None, typer.Option("--number", help="Swapped with the table that has it.")] = None,
    shape: Annotated[Shape | None, typer.Option("--shape", help="round, long or square.")] = None,
    open_: Annotated[bool | None, typer.Option("--open/--closed", help="Whether it takes part.")] = None,
    reserved: Annotated[bool | None, typer.Option("--reserved/--not-reserved", help="Kept out of the draw.")] = None,
    step_free: Annotated[bool | None, typer.Option("--step-free/--with-steps", help="How one gets there.")] = None,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Make something else of a table; nobody loses a seat by it."""
    wanted = Wanted(renumber, name, shape, seats, step_free, reserved, open_)
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        _answer(desk, speaker, desk.change_tables([_table(desk, number)], wanted))


@room.command()
def save(
    name: Name,
    replace: Annotated[bool, typer.Option("--replace", help="Instead of the one that is kept so.")] = False,
    database: Database = None,
    event: EventName = None,
    lang: Lang = DEFAULT,
    as_json: AsJson = False,
) -> None:
    """Keep the room for the next event."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        path = desk.save_room(name, replace=replace)
        said = [speaker.t("Room “{name}” saved: {path}", name=name, path=path)]
        former = replace and desk.has_former_room(name)
        if former:
            said.append(speaker.t('The former one is kept; this brings it back: checkin room back "{name}"', name=name))
        speaker.answer({"room": name, "path": str(path), "former": former}, "\n".join(said))


@room.command()
def back(name: Name, database: Database = None, lang: Lang = DEFAULT, as_json: AsJson = False) -> None:
    """Bring a saved room back that was replaced; the two change places, so once more undoes it."""
    with desk_at(database, None, lang, as_json=as_json, opened=False) as (desk, speaker):
        path = desk.bring_back_room(name)
        speaker.answer(
            {"room": name, "path": str(path)},
            speaker.t("Room “{name}” is again as it was: {path}", name=name, path=path),
        )


@room.command()
def use(
    name: Name, database: Database = None, event: EventName = None, lang: Lang = DEFAULT, as_json: AsJson = False
) -> None:
    """Furnish the event like a saved room, or like another event; nobody is moved."""
    with desk_at(database, event, lang, as_json=as_json) as (desk, speaker):
        made = desk.use_room(name)
        said = [phrases.label(made, desk.opened(), speaker.t), *room_phrases.kept(made, speaker.t)]
        facts = {key: made.facts[key] for key in ("room", "tables", "kept", "larger")}
        speaker.answer({**change_fields(made), **facts}, " ".join(said))


@room.command("list")
def list_(database: Database = None, lang: Lang = DEFAULT, as_json: AsJson = False) -> None:
    """The saved rooms, one a line."""
    with desk_at(database, None, lang, as_json=as_json, opened=False) as (desk, speaker):
        rooms = desk.saved_rooms()
        for saved in rooms:
            tables, seats = len(saved.tables), sum(one.seats for one in saved.tables)
            speaker.answer({"room": saved.name, "tables": tables, "seats": seats}, saved_sentence(saved, speaker.t))
        if not rooms:
            speaker.say(speaker.t("No room has been saved yet."))


def saved_sentence(saved: SavedRoom, t: Words) -> str:
    """A saved room in a line."""
    return f"{saved.name} · {room_phrases.size(saved, t)}"


def table_fields(book: Book, table: Table) -> dict[str, object]:
    """A table as ``room`` gives it."""
    return {
        "table": table.number, "name": table.name, "shape": str(table.shape), "seats": len(book.seats_at(table.id)),
        "people": len(book.people_at(table.id)), "x": table.x, "y": table.y, "step_free": table.step_free,
        "reserved": table.reserved, "open": table.open,
    }  # fmt: skip


def table_sentence(book: Book, table: Table, t: Words) -> str:
    """A table in a line."""
    total = len(book.seats_at(table.id))
    words = [
        t("Table {number}", number=table.number),
        *([table.name] if table.name else []),
        room_phrases.shape(table.shape, t).lower(),
        t("{count} of {total}", count=len(book.people_at(table.id)), total=total),
        *([t("step-free")] if table.step_free else []),
        *([t("reserved")] if table.reserved else []),
        *([] if table.open else [t("closed to the draw")]),
    ]
    return " · ".join(words)


def _table(desk: Desk, number: int) -> TableId:
    table = desk.opened().table_number(number)
    if table is None:
        raise NoSuchTable(number)
    return table.id


def _answer(desk: Desk, speaker: Console, made: Change) -> None:
    """What was done to tables, each as it is now."""
    book = desk.opened()
    tables = [
        table_fields(book, book.tables[TableId(row)])
        for row in sorted(made.touches(Entity.TABLE))
        if row in book.tables
    ]
    speaker.answer({**change_fields(made), "tables": tables}, phrases.label(made, book, speaker.t))
