"""What the command line prints: JSON lines for programs on stdout, sentences for people.

With ``--json`` each answer is one object a line on stdout and people's text goes to stderr; without it, people's text
is the answer.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import TextIO

from checkin import field_words, list_words, phrases
from checkin.book import Book
from checkin.changes import Change
from checkin.desk.outcomes import ImportReport, Outcome, PrintReport, Proof
from checkin.desk.remarks import remarks
from checkin.door import State
from checkin.model import Guest, Standing
from checkin.words import Words

MEANINGS = {
    Standing.COMING: "coming",
    Standing.UNPAID: "unpaid",
    Standing.NOT_CONFIRMED: "waiting",
    Standing.CANCELLED: "not-coming",
}
"""What the words of a status column mean, as the command line says and hears it."""


class Console:
    """Where a verb says what it did."""

    def __init__(self, t: Words, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        """Speak ``t``'s language."""
        self.t = t
        self.as_json = as_json
        self._out = out or sys.stdout
        self._err = err or sys.stderr

    def answer(self, fields: Mapping[str, object], sentence: str) -> None:
        """One answer: ``fields`` for a program, ``sentence`` for a person; at once, so that a pipe never waits."""
        if self.as_json:
            print(json.dumps(fields, ensure_ascii=False, default=str), file=self._out, flush=True)
        if sentence:
            print(sentence, file=self._err if self.as_json else self._out, flush=True)

    def say(self, sentence: str) -> None:
        """Something besides the answer, for people only."""
        print(sentence, file=self._err, flush=True)


def guest_fields(book: Book, guest: Guest) -> dict[str, object]:
    """A guest as the verbs ``guests`` and ``move`` give it."""
    table = book.table_of(guest.id)
    return {
        "id": guest.id,
        "name": guest.name,
        "email": guest.email,
        "company": guest.company,
        "code": book.code_of(guest.id),
        "state": guest_state(guest),
        "table": None if table is None else table.number,
        "row": guest.row,
    }


def guest_state(guest: Guest) -> str:
    """``arrived``, ``left``, ``expected`` or ``not-expected``."""
    if guest.arrived:
        return "arrived" if guest.left_at is None else "left"
    return "expected" if guest.standing is Standing.COMING and not guest.blocked else "not-expected"


def outcome_fields(book: Book, outcome: Outcome) -> dict[str, object]:
    """A scan's answer."""
    decision = outcome.decision
    guest = None if decision.guest_id is None else book.guests.get(decision.guest_id)
    fields: dict[str, object] = {
        "state": str(decision.state),
        "guest": decision.guest_id,
        "table": outcome.table,
        "arrival": outcome.arrival,
        "seq": None if outcome.change is None else outcome.change.seq,
        "name": None if guest is None else guest.name,
        "arrived_at": None if outcome.arrived_at is None else outcome.arrived_at.isoformat(timespec="milliseconds"),
    }
    if decision.choices:
        fields["choices"] = list(decision.choices)
    if decision.other_event:
        fields["event"] = decision.other_event
    if outcome.trouble:
        fields["trouble"] = outcome.trouble
    return fields


def outcome_sentence(book: Book, outcome: Outcome, t: Words) -> str:
    """A scan's answer in one line: the word, the person, the table."""
    decision = outcome.decision
    parts = [phrases.state(decision.state, t)]
    if decision.guest_id is not None:
        parts.append(phrases.name(book, decision.guest_id, t))
    if outcome.table is not None:
        parts.append(t("table {number}", number=outcome.table))
    if decision.state is State.ALREADY_IN and outcome.arrived_at is not None:
        parts.append(t("since {time}", time=t.clock(outcome.arrived_at)))
    if decision.other_event:
        parts.append(decision.other_event)
    return " · ".join(parts)


def change_fields(change: Change) -> dict[str, object]:
    """A change as the verbs give it."""
    return {
        "seq": change.seq,
        "kind": str(change.kind),
        "guest": change.guest_id,
        "at": change.at,
        "station": change.station,
        "undoes": change.undoes,
        "facts": dict(change.facts),
        "edits": [
            {"entity": str(edit.entity), "id": edit.id, "before": edit.before, "after": edit.after}
            for edit in change.edits
        ],
    }


def import_fields(report: ImportReport, t: Words) -> dict[str, object]:
    """What an import came to."""
    return {
        "format": report.format,
        "rows": report.rows,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "unnamed": report.unnamed,
        "gone": report.gone,
        "not_expected": [_by_row(report, one.row, reason=one.reason) for one in report.not_expected],
        "skipped": [_by_row(report, one.row, reason=one.reason) for one in report.skipped],
        "companions": report.companions,
        "warnings": [
            _by_row(report, one.row, text=list_words.remark(one.code, one.detail, t), code=one.code)
            for one in report.warnings
        ],
        "people": _import_people(report),
        "sheet": report.sheet,
        "columns": dict(report.columns),
        "statuses": [
            {"word": one.word, "rows": one.rows, "meaning": MEANINGS[one.standing], "chosen": one.chosen}
            for one in report.statuses
        ],
        "first_names": list(report.first_names),
    }


def _by_row(report: ImportReport, row: int, **said: object) -> dict[str, object]:
    """What is said of a row, by whom it is about; row 0 is the whole list."""
    placed = {"row": row % report.base, "sheet": report.sheets[row // report.base]} if report.base and row else {}
    return {"row": row, "name": report.names.get(row), **placed, **said}


def _import_people(report: ImportReport) -> dict[str, object]:
    """Who is new, changed or gone, and who may be one person; a field of somebody changed says what it was and is."""
    return {
        "added": [_by_row(report, row, name=name) for row, name in report.newcomers],
        "changed": [
            _by_row(
                report,
                one.row,
                guest=one.guest_id,
                fields=[{"field": d.name, "old": d.old, "new": d.new, "kept": d.kept} for d in one.differences],
            )
            for one in report.changed
        ],
        "gone": [{"guest": guest_id, "name": name} for guest_id, name in report.missing],
        "may_be_known": [_by_row(report, one.row, guests=list(one.candidates)) for one in report.doubts],
        "may_be_one": [
            _by_row(report, one.row, others=[_by_row(report, row) for row in one.others], sign=one.sign)
            for one in report.doubles
        ],
    }


def import_sentence(report: ImportReport, t: Words) -> str:
    """What an import came to, for people."""
    lines = [_read_as(report, t)]
    if report.sheet:
        sheets = t("  from the sheets “{sheet}”", sheet=report.sheet)
        lines.append(sheets if report.base else t("  from the sheet “{sheet}”", sheet=report.sheet))
    lines += [
        t.plural("  {count} is new", "  {count} are new", report.added),
        t.plural("  {count} is updated", "  {count} are updated", report.updated),
        t.plural("  {count} is unchanged", "  {count} are unchanged", report.unchanged),
        t.plural("  {count} is named at the door", "  {count} are named at the door", report.unnamed),
        t.plural("  {count} is not expected", "  {count} are not expected", len(report.not_expected)),
        t.plural("  {count} is no registration", "  {count} are no registrations", len(report.skipped)),
    ]
    lines += [f"    {_where(report, aside.row)}: {list_words.skipped(aside.reason, t)}" for aside in report.skipped]
    if report.companions:
        lines.append(t.plural("and {count} companion besides", "and {count} companions besides", report.companions))
    fields = field_words.fields(t)
    taken = ", ".join(f"{header} → {fields[field]}" for field, header in report.columns if field in fields)
    lines += [t("Columns: {columns}", columns=taken)] if taken else []
    lines += [t("The first people: {names}", names="; ".join(report.first_names))] if report.first_names else []
    meanings = list_words.standings(t)
    lines += [
        t("“{word}” is taken for: {meaning} (otherwise: --status)", word=one.word, meaning=meanings[one.standing])
        for one in report.statuses
        if not one.chosen
    ]
    remarks = [(one.row, list_words.remark(one.code, one.detail, t)) for one in report.warnings]
    lines += [
        t("Row {row}: {remark}", row=_where(report, row), remark=remark)
        if row
        else t("The whole list: {remark}", remark=remark)
        for row, remark in remarks
    ]
    return "\n".join(lines)


def _where(report: ImportReport, row: int) -> str:
    """A row by its number, and who stands on it."""
    return f"{report.told(row)} ({report.names[row]})" if row in report.names else report.told(row)


def _read_as(report: ImportReport, t: Words) -> str:
    if report.format in {"generic", "", "chat"}:
        return t.plural("{count} row:", "{count} rows:", report.rows)
    platform = report.format.replace("_", " ").title()
    return t.plural(
        "{count} row, as {platform} exports it:",
        "{count} rows, as {platform} exports them:",
        report.rows,
        platform=platform,
    )


def proof_fields(proof: Proof) -> dict[str, object]:
    """What ``verify`` found."""
    return {
        "sound": proof.sound,
        "guests": proof.guests,
        "chain": {"rows": proof.rows, "broken_at": proof.broken_at, "head": proof.head},
        "draws": {"made": proof.draws, "wrong": list(proof.wrong_draws)},
        "commitments": {"made": proof.commitments, "wrong": list(proof.wrong_commitments)},
        "differences": list(proof.differences),
        "database": proof.database,
        "erased": proof.erased,
    }


def proof_sentence(proof: Proof, t: Words) -> str:
    """What ``verify`` found, for people."""
    if proof.sound:
        return t(
            "All sound: {rows} journal rows in an unbroken chain, {draws} draws made again with the same result, "
            "{guests} guests as the journal tells. Last hash: {head}",
            rows=proof.rows,
            draws=proof.draws,
            guests=proof.guests,
            head=proof.head,
        )
    troubles = []
    if proof.broken_at is not None:
        troubles.append(t("the chain breaks at row {row}", row=proof.broken_at))
    if proof.wrong_draws:
        troubles.append(t("draws that come out otherwise: {rows}", rows=", ".join(map(str, proof.wrong_draws))))
    if proof.wrong_commitments:
        rows = ", ".join(map(str, proof.wrong_commitments))
        troubles.append(t("commitments that come out otherwise: {rows}", rows=rows))
    if proof.differences:
        troubles.append(t("rows that differ from the journal: {rows}", rows=", ".join(proof.differences)))
    if proof.erased:
        troubles.append(t("{count} journal rows have lost what they told", count=proof.erased))
    if proof.database != "ok":
        troubles.append(t("the database says: {detail}", detail=proof.database))
    return t("NOT sound: {troubles}. Restore a backup before going on.", troubles="; ".join(troubles))


def print_fields(report: PrintReport) -> dict[str, object]:
    """What went to paper."""
    flaws = report.flaws
    return {
        "path": str(report.path), "pages": report.pages, "items": report.items,
        "abbreviated": list(flaws.abbreviated), "missing": [f"{one.name}: {one.characters}" for one in flaws.missing],
        "uncoded": list(flaws.uncoded), "event_shortened": flaws.event_cut,
        "unnamed": flaws.unnamed,
    }  # fmt: skip


def print_sentence(report: PrintReport, t: Words) -> str:
    """What went to paper, for people."""
    told = {"items": report.items, "path": report.path}
    line = t.plural("{items} on {count} page: {path}", "{items} on {count} pages: {path}", report.pages, **told)
    return "\n".join([line, *remarks(report.flaws, t)])
