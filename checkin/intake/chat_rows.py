"""A chat as the rows of a list: one of everybody who says that they come, or the list that goes round in it.

Every message is a row: one that counts, or one that is set aside with its reason. What cannot be told is told as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checkin.intake import chat_answers, chat_lists
from checkin.intake.chat_lists import Entry, same
from checkin.intake.chats import Message, messages

TITLES = ("Nombre", "Asiste", "Acompañantes", "Nombre del acompañante", "Teléfono", "Mensaje del chat")
"""The columns that a chat is read as."""

UNCLEAR = "no está claro"
_SAYS = {"yes": "sí", "no": "no puede", "open": UNCLEAR, "weak": UNCLEAR}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list that a chat is.

    Attributes:
        number: Its line in the chat; further people of one line are numbered apart.
        cells: Under ``TITLES``.
        under: The title that it stands under, where that says something of its people; else "".
        aside: Why it is nobody; one of ``registrations.SKIPPED``, or "".
    """

    number: int
    cells: tuple[str, ...]
    under: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Chat:
    """The rows of a chat and what is to be looked at, each as (row, code, detail)."""

    rows: tuple[Row, ...]
    remarks: tuple[tuple[int, str, str], ...]


def understood(text: str) -> Chat | None:
    """A chat as rows; None where the text is none, or nobody says in it who comes."""
    said = messages(text)
    lists = [(one, chat_lists.listed(one.lines)) for one in said or () if one.sender]
    lists = [pair for pair in lists if pair[1]]
    if said is None or len([one for one in said if one.sender]) < (1 if lists else 2):
        return None
    going_round = max((len(entries) for _, entries in lists), default=0) > 1
    chat = _by_list(said, lists) if going_round else _by_message(said)
    return replace(chat, rows=tuple(sorted(chat.rows, key=lambda row: row.number)))


def _by_message(said: Sequence[Message]) -> Chat:
    """Everybody who says something about coming, on the row of what they said last."""
    rows = [_aside(one, "chat_notice") for one in said if not one.sender]
    remarks: list[tuple[int, str, str]] = []
    for theirs in _by_sender(said):
        counts, others = _counting(theirs)
        rows += [
            _aside(one, "answered_again_later" if chat_answers.answer(one.text) else "chat_talk") for one in others
        ]
        remarks += [(one.number, "chat_others", one.text) for one in theirs if chat_answers.of_others(one.text)]
        if counts is not None:
            row, told = _of(counts, theirs)
            rows.append(row)
            remarks += told
    return Chat(tuple(rows), tuple(remarks))


def _by_sender(said: Iterable[Message]) -> list[list[Message]]:
    found: dict[str, list[Message]] = {}
    for one in said:
        if one.sender:
            found.setdefault(one.sender, []).append(one)
    return list(found.values())


def _counting(theirs: Sequence[Message]) -> tuple[Message | None, list[Message]]:
    """The message that counts, the last that says something, and the others; a mere OK where nothing else does."""
    told = [one for one in theirs if chat_answers.answer(one.text) not in {"", "weak"}]
    told = told or [one for one in theirs if chat_answers.answer(one.text)]
    counts = told[-1] if told else None
    return counts, [one for one in theirs if one is not counts]


def _of(counts: Message, theirs: Sequence[Message]) -> tuple[Row, list[tuple[int, str, str]]]:
    """The row of somebody, and what is to be looked at."""
    says = chat_answers.answer(counts.text)
    remarks = [(counts.number, "chat_open", counts.text)] if says in {"open", "weak"} else []
    count = name = ""
    for one in theirs if says == "yes" else ():
        if chat_answers.answer(one.text) != "yes":
            continue
        brings, named, unclear = chat_answers.along(one.text)
        if unclear:
            remarks.append((counts.number, "companions_unclear", one.text))
        if brings or named:
            count, name = brings, named
    who = counts.name or next(filter(None, (chat_answers.called(one.text) for one in theirs)), "")
    cells = (who, _SAYS[says], count, name, counts.phone, counts.text)
    return Row(counts.number, cells), remarks


def _aside(one: Message, why: str) -> Row:
    return Row(one.number, (one.name, "", "", "", one.phone, one.text), aside=why)


def _by_list(said: Sequence[Message], lists: Sequence[tuple[Message, tuple[Entry, ...]]]) -> Chat:
    """Everybody on the longest list, and those who say that they come and are not on it."""
    at = chat_lists.longest([entries for _, entries in lists])
    chosen, entries = lists[at]
    with_lists = {one.number for one, _ in lists}
    remarks = [(one.number, "chat_not_on_list", one.text) for one in chat_lists.lost([e for _, e in lists], at)]
    if len(lists[-1][1]) < len(entries):
        last = tuple(one.name for one in lists[-1][1])
        gone = [one for one in entries if not any(same(one.name, name) for name in last)]
        remarks += [(one.number, "chat_not_on_last", one.text) for one in gone]
    rows = _entries(
        entries, [one for one in said if one.number > chosen.number and one.number not in with_lists], remarks
    )
    rows += _left_over(chosen, entries)
    rest = [one for one in said if one is not chosen]
    rows += [_aside(one, "chat_notice") for one in rest if not one.sender]
    rows += [_aside(one, "chat_list_again") for one in rest if one.number in with_lists]
    for theirs in _by_sender(one for one in rest if one.number not in with_lists):
        counts, others = _counting(theirs)
        rows += [_aside(one, "chat_talk") for one in others]
        remarks += [(one.number, "chat_others", one.text) for one in theirs if chat_answers.of_others(one.text)]
        if counts is None:
            continue
        if any(same(counts.name, one.name) for one in entries):
            rows.append(_aside(counts, "chat_on_list"))
        elif chat_answers.answer(counts.text) == "weak":
            rows.append(_aside(counts, "chat_talk"))
        else:
            row, told = _of(counts, theirs)
            rows.append(row)
            remarks += [*told, (row.number, "chat_beside_list", counts.text)]
    return Chat(tuple(rows), tuple(remarks))


def _left_over(chosen: Message, entries: Sequence[Entry]) -> list[Row]:
    """The lines of the message with the list that are nobody: its title, and what is said below it."""
    taken = {one.number for one in entries}
    rest = [(number, line) for number, line in chosen.lines if number not in taken and line]
    whys = ["heading" if number < entries[0].number else "no_person" for number, _ in rest]
    return [Row(number, ("", "", "", "", "", line), aside=why) for (number, line), why in zip(rest, whys, strict=True)]


def _entries(entries: Sequence[Entry], later: Sequence[Message], remarks: list[tuple[int, str, str]]) -> list[Row]:
    """The rows of a list; whoever of them said later that they do not come, does not, where it can only be they."""
    rows = []
    base = max(1000, 10 ** len(str(max(one.number for one in entries))))
    seen: dict[int, int] = {}
    answers: dict[int, str] = {}
    for theirs in _by_sender(later):
        counts, _ = _counting(theirs)
        says = chat_answers.answer(counts.text) if counts is not None else ""
        if counts is None or says not in {"no", "open"}:
            continue
        mine = [place for place, one in enumerate(entries) if same(counts.name, one.name)]
        if len(mine) == 1 and says == "no":
            answers[mine[0]] = _SAYS["no"]
        remarks.extend((entries[place].number, "chat_later", counts.text) for place in mine)
    for place, one in enumerate(entries):
        number = one.number + base * seen.get(one.number, 0)
        seen[one.number] = seen.get(one.number, 0) + 1
        rows.append(Row(number, (one.text, answers.get(place, ""), "", "", "", ""), one.under))
    return rows
