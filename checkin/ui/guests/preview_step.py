"""The third page of an import: what will happen, before anything is written, and mending what is wrong right there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin import field_words, list_words, phrases
from checkin.amending import AS_IT_IS, capitals, shouted
from checkin.book import Book
from checkin.enrolment import Difference, Doubt, Enrolment, KnownOtherwise
from checkin.intake.doubles import Double
from checkin.intake.people import damaged
from checkin.intake.registrations import Intake
from checkin.model import GuestId, Registration, Standing
from checkin.ui.guests import same_person
from checkin.ui.guests.preview_lines import beside, emptied, line, parted, pressing
from checkin.ui.shell.controls import Segmented, rule
from checkin.ui.shell.labels import PlainLabel
from checkin.words import Words

SHOWN = 60
"""How many people one section shows before it only counts: nobody reads further, and the page stays quick."""

PAUSE = 350
"""Milliseconds without a key before a typed name counts."""

MOSTLY = 0.5
"""A list that has less of the known people than this is a part, not a newer whole; nobody is taken for gone then."""

Section = tuple[str, int, Callable[[QVBoxLayout], None]]


class PreviewStep(QFrame):
    """Figures on the left with the choices for the whole list, people by section on the right.

    Signals:
        amended: Something was said about the list; carries ``Amendments``.
    """

    amended = Signal(object)

    def __init__(self, t: Words) -> None:
        """Start with no list."""
        super().__init__()
        self._t = t
        self._read: Intake | None = None
        self._plan: Enrolment | None = None
        self._book: Book | None = None
        self.amendments = AS_IT_IS
        self.setProperty("role", "surface")
        self._figures = QVBoxLayout()
        self.companions = Segmented(["", "together", "apart"])
        self._companions_word = PlainLabel(role="caption")
        self.capitals, self.gone, self.overrule = QCheckBox(), QCheckBox(), QCheckBox()
        self._about_gone = PlainLabel(role="quiet")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._loud = 0
        self._by_row: dict[int, Registration] = {}
        self._nameless: list[Registration] = []
        self._typed: dict[int, str] = {}
        self._pause = QTimer(self)
        self._build()

    def _build(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._name_them)
        self.companions.chosen.connect(lambda key: self._amend(companions=key))
        self.capitals.toggled.connect(lambda on: self._amend(capitals=on))
        self.gone.toggled.connect(lambda on: self._amend(gone=on))
        self.overrule.toggled.connect(lambda on: self._amend(overrule=on))
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(self._figures)
        left.addSpacing(8)
        self._about_gone.setWordWrap(True)
        for choice in (
            self._companions_word,
            self.companions,
            self.capitals,
            self.overrule,
            self.gone,
            self._about_gone,
        ):
            left.addWidget(choice)
        left.addStretch()
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(328)
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 20, 12, 12)
        across.setSpacing(24)
        across.addWidget(side)
        across.addWidget(self._scroll, 1)

    def begin(self, read: Intake, book: Book) -> None:
        """Another list, about which nothing has been said yet."""
        self._read, self._book, self._plan = read, book, None
        self._loud = shouted(read.registrations)
        self._by_row = {one.row: one for one in read.registrations}
        self._nameless = [one for one in read.registrations if one.name is None and one.standing is Standing.COMING]
        self._typed = {}
        self.amendments = AS_IT_IS
        for box in (self.capitals, self.gone, self.overrule):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.setChecked(False)
            box.blockSignals(False)  # noqa: FBT003
        self.companions.show_key("")
        self._scroll.setWidget(QWidget())  # what was there is another list's, and must not be typed into
        emptied(self._figures)

    def show_plan(self, plan: Enrolment) -> None:
        """Show what the list would do now."""
        place = self._scroll.verticalScrollBar().value() if self._plan is not None else 0
        first, self._plan = self._plan is None, plan
        if first and plan.gone and plan.share >= MOSTLY and not self.amendments.gone:
            self.gone.setChecked(True)  # asks for the plan again, with them marked
        within = QApplication.focusWidget()
        inside = within is not None and self._scroll.isAncestorOf(within)
        typing = isinstance(within, QLineEdit) and inside
        if typing and not first and self._read is not None:
            self._say_choices(plan)  # somebody is typing a name: the line they type in stays
            self._say_figures(self._read, plan)
            return
        asking = within.objectName() if within is not None and inside else ""
        self.retranslate()
        self._scroll.verticalScrollBar().setValue(place)
        again = self._scroll.findChild(QWidget, asking) if asking else None
        if again is not None:
            again.setFocus()  # who answers by keyboard goes on from there

    def _amend(self, **said: object) -> None:
        self.amendments = replace(self.amendments, **said)  # type: ignore[arg-type]
        self.amended.emit(self.amendments)

    def _name_them(self) -> None:
        self._amend(names={row: name for row, name in self._typed.items() if name.strip()})

    # --- words ---

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t, read, plan = self._t, self._read, self._plan
        if read is None or plan is None:
            return
        self._say_choices(plan)
        self._say_figures(read, plan)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 12, 0)
        box.setSpacing(10)
        sections = [section for section in self._sections(read, plan) if section[1]]
        for at, (title, count, fill) in enumerate(sections):
            if at:
                box.addWidget(rule())
            box.addWidget(PlainLabel(f"{title} · {t.number(count)}", "strong"))
            fill(box)
            if count > SHOWN:
                box.addWidget(PlainLabel(t("and {count} more", count=t.number(count - SHOWN)), "quiet"))
        if not sections:
            words = PlainLabel(t("Everything in it was known already. There is nothing to change."), "strong")
            words.setWordWrap(True)
            box.addWidget(words)
        box.addStretch()
        self._scroll.setWidget(inside)

    def _say_choices(self, plan: Enrolment) -> None:
        t = self._t
        self._companions_word.setText(t("Guests and those they bring"))
        for key, word in (("", t("No matter")), ("together", t("Together")), ("apart", t("Apart"))):
            self.companions.retitle(key, word)
        for widget in (self._companions_word, self.companions):
            widget.setVisible(plan.companions > 0)
        loud = self._loud
        self.capitals.setText(t("Repair capitals ({count})", count=t.number(loud)))
        self.capitals.setVisible(loud > 0)
        kept = sum(any(one.kept for one in known.differences) for known in plan.otherwise)
        self.overrule.setText(t("Also change what was corrected here"))
        self.overrule.setVisible(kept > 0 or self.amendments.overrule)
        gone = len(plan.gone)
        self.gone.setText(t.plural("Mark {count} as not on the list", "Mark {count} as not on the list", gone))
        self.gone.setVisible(bool(plan.gone))
        self._about_gone.setVisible(bool(plan.gone))
        self._about_gone.setText(
            t("They keep arrival, table, wishes and code; the door asks about them.")
            if plan.share >= MOSTLY
            else t("The file has few of the people who are here already. Is it only a part of the list?")
        )

    def _say_figures(self, read: Intake, plan: Enrolment) -> None:
        t = self._t
        emptied(self._figures)
        counts = (
            (plan.added, t("new")),
            (plan.updated, t("changed")),
            (plan.unchanged, t("unchanged")),
            (plan.unnamed, t("to be named at the door")),
            (len(plan.not_expected), t("not expected")),
            (len(read.skipped) + len(plan.left_out) + len(plan.joined), t("rows left out")),
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        kept = [pair for pair in counts if pair[0]] or [counts[2]]
        for row, (count, word) in enumerate(kept):
            number = PlainLabel(t.number(count), "title")
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            number.setMinimumWidth(44)
            grid.addWidget(number, row, 0)
            grid.addWidget(PlainLabel(word, "small"), row, 1)
        grid.addWidget(rule(), len(kept), 0, 1, 2)
        total = PlainLabel(t.number(read.rows), "title")
        total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(total, len(kept) + 1, 0)
        words = t.plural("row in the file", "rows in the file", read.rows)
        if plan.companions:
            words += " · " + t.plural("and {count} companion", "and {count} companions", plan.companions)
        about = PlainLabel(words, "small")
        about.setWordWrap(True)
        grid.addWidget(about, len(kept) + 1, 1)
        self._figures.addLayout(grid)

    # --- sections ---

    def _sections(self, read: Intake, plan: Enrolment) -> list[Section]:
        t = self._t
        by_row = self._by_row
        doubts = same_person.doubts(plan, self.amendments)
        doubles = same_person.doubles(read, plan, self.amendments)
        remarks = same_person.remarks(read, plan, doubles, self.amendments)
        here = {one.row for one in read.named}
        changed, others = parted(plan.otherwise, here)
        joined = [row for row, _into in plan.joined if row not in self.amendments.joined]
        aside = chain(
            ((one.row, _after(one.name, list_words.skipped(one.reason, t))) for one in read.skipped),
            ((row, _after(self._who(by_row.get(row)), list_words.skipped("joined", t))) for row in joined),
        )
        expected_not = (
            (row, _after(self._who(by_row.get(row)), list_words.said(reason, t))) for row, reason in plan.not_expected
        )
        new = ((row, name) for row, name in plan.newcomers)
        gone = ((0, self._name(guest_id)) for guest_id in plan.gone)
        return [
            (t("Is this the same person?"), len(doubts), lambda box: self._add_doubts(box, doubts)),
            (t("The same person twice on the list?"), len(doubles), lambda box: self._add_doubles(box, doubles)),
            (
                t("Worth a look"),
                len(remarks),
                lambda box: self._add_remarks(box, sorted(remarks.items(), key=pressing), by_row),
            ),
            (t("Without a name"), len(self._nameless), lambda box: self._add_nameless(box, self._nameless)),
            (t("Changed"), len(changed), lambda box: self._add_changed(box, changed)),
            (t("Stays as corrected here, or is not expected"), len(others), lambda box: self._add_changed(box, others)),
            (t("Not on this list"), len(plan.gone), lambda box: self._add_lines(box, gone)),
            (t("New"), len(plan.newcomers), lambda box: self._add_lines(box, new)),
            (t("Not expected"), len(plan.not_expected), lambda box: self._add_lines(box, expected_not)),
            (t("Left out"), len(read.skipped) + len(joined), lambda box: self._add_lines(box, aside)),
        ]

    def _add_doubts(self, box: QVBoxLayout, doubts: Sequence[Doubt]) -> None:
        t = self._t
        for doubt in doubts[:SHOWN]:
            name = self._who(self._by_row.get(doubt.row))
            offered = [(t("Is {name}", name=self._name(guest_id)), int(guest_id)) for guest_id in doubt.candidates]
            choice = same_person.asked(
                [(t("Somebody new"), 0), *offered],
                int(self.amendments.same.get(doubt.row, 0)),
                name,
                lambda who, row=doubt.row: self._same(row, GuestId(who)),  # type: ignore[misc]
            )
            choice.setObjectName(f"doubt {doubt.row}")
            box.addLayout(self._line(doubt.row, name, choice))

    def _add_doubles(self, box: QVBoxLayout, doubles: Sequence[Double]) -> None:
        joined = self.amendments.joined
        for one in doubles[:SHOWN]:
            who = {row: self._who(self._by_row.get(row)) for row in (one.row, *one.others)}
            choice = same_person.asked(
                same_person.options(one, self._numbered, self._t),
                joined.get(one.row, 0),
                self._t("The same person twice on the list?") + " " + who[one.row],
                lambda other, row=one.row: self._join(row, other),  # type: ignore[misc]
                same_person.BESIDE_ON_A_SHEET if self._read is not None and self._read.base else same_person.BESIDE,
            )
            choice.setObjectName(f"double {one.row}")
            told = same_person.told(one, self._by_row.get(joined.get(one.row, 0)), who, self._numbered, self._t)
            box.addLayout(self._line(one.row, told, beside(choice, self._skip(one.row))))

    def _join(self, row: int, other: int) -> None:
        joined = {at: into for at, into in self.amendments.joined.items() if at != row}
        self._amend(joined=joined | ({row: other} if other else {}))

    def _same(self, row: int, guest_id: GuestId) -> None:
        same = {at: who for at, who in self.amendments.same.items() if at != row}
        self._amend(same=same | ({row: guest_id} if guest_id else {}))

    def _add_remarks(
        self, box: QVBoxLayout, remarks: Sequence[tuple[int, list[tuple[str, str]]]], by_row: Mapping[int, Registration]
    ) -> None:
        for row, said in remarks[:SHOWN]:
            one = by_row.get(row)
            skip: QWidget | None = self._skip(row) if one is not None else None
            if one is not None and one.name is not None and damaged(one.name):
                skip = beside(self._name_field(row, one.name), skip)
            told = "\n".join(list_words.remark(code, detail, self._t) for code, detail in said)
            box.addLayout(self._line(row, f"{self._who(one)}\n{told}" if one is not None else told, skip))

    def _skip(self, row: int) -> QCheckBox:
        skip = QCheckBox(self._t("Leave out"))
        skip.setObjectName(f"skip {row}")
        skip.setProperty("scale", "small")
        skip.setChecked(row in self.amendments.skip)
        skip.toggled.connect(
            lambda on, row=row: self._amend(skip=self.amendments.skip | {row} if on else self.amendments.skip - {row})
        )
        return skip

    def _add_nameless(self, box: QVBoxLayout, nameless: Sequence[Registration]) -> None:
        t = self._t
        for one in nameless[:SHOWN]:
            name = self._name_field(one.row, t("Named at the door"))
            bought = ", ".join(value for _, value in one.answers[:2])
            told = (one.company, one.email, one.product, bought)
            box.addLayout(self._line(one.row, " · ".join(part for part in told if part), name))

    def _name_field(self, row: int, instead: str) -> QLineEdit:
        """Where the right name is typed; what is there without it shows through."""
        name = QLineEdit(self._typed.get(row, ""))
        name.setPlaceholderText(instead)
        name.setAccessibleName(self._t("Name for row {row}", row=self._numbered(row)))
        name.setFixedWidth(240)
        name.textEdited.connect(lambda text: self._type(row, text))
        return name

    def _type(self, row: int, text: str) -> None:
        self._typed[row] = text
        self._pause.start()

    def _add_changed(self, box: QVBoxLayout, changed: Sequence[KnownOtherwise]) -> None:
        words = field_words.of_guest(self._t)
        for one in changed[:SHOWN]:
            told = "\n".join(self._difference(each, words) for each in one.differences)
            box.addLayout(self._line(one.row, f"{self._name(one.guest_id)}\n{told}", None))

    def _difference(self, one: Difference, words: dict[str, str]) -> str:
        t = self._t
        name = words.get(one.name, t("Registration") if one.name == "standing" else one.name)
        if one.name == "answers":
            return t("{field}: changed", field=name)
        old, new = (field_words.value(value, t) for value in (one.old, one.new))
        if one.kept:
            return t("{field}: stays “{old}”, corrected here; the list has “{new}”", field=name, old=old, new=new)
        return f"{name}: {old} → {new}"

    def _add_lines(self, box: QVBoxLayout, lines: Iterable[tuple[int, str]]) -> None:
        for row, words in islice(lines, SHOWN):
            box.addLayout(self._line(row, words, None))

    def _line(self, row: int, words: str, control: QWidget | None) -> QHBoxLayout:
        return line(self._t("row {rows}", rows=self._numbered(row)) if row else "", words, control)

    def _numbered(self, row: int) -> str:
        return str(row) if self._read is None else self._read.told(row)

    def _who(self, one: Registration | None) -> str:
        if one is None:
            return ""
        name = capitals(one.name) if one.name and self.amendments.capitals else one.name
        return " · ".join(part for part in (name or self._t("Named at the door"), one.company, one.email) if part)

    def _name(self, guest_id: GuestId) -> str:
        if self._book is None:
            return ""
        guest = self._book.guests.get(guest_id)
        parts = [phrases.name(self._book, guest_id, self._t)]
        return " · ".join(
            part for part in (*parts, guest.company if guest else "", guest.email if guest else "") if part
        )


def _after(who: str, words: str) -> str:
    return f"{who} – {words}" if who else words
