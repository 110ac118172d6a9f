"""The question whether two are one person: about somebody here, and about rows of one list. Asks; decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from checkin.amending import Amendments
from checkin.enrolment import Doubt, Enrolment
from checkin.intake.doubles import Double
from checkin.intake.registrations import ABOUT_DOUBLES, Intake
from checkin.model import Registration
from checkin.ui.shell.controls import round_popup
from checkin.words import Words

WIDTH = 340
BESIDE, BESIDE_ON_A_SHEET = 248, 216
"""Of a question with another control beside it; narrower where the row's number has the name of its sheet below it."""


def doubts(plan: Enrolment, said: Amendments) -> list[Doubt]:
    """Who may be somebody here: the open ones, and those that were answered, so that the answer can be changed."""
    still = {one.row for one in plan.doubts}
    answered = [Doubt(row, None, (guest_id,)) for row, guest_id in said.same.items() if row not in still]
    return [*answered, *plan.doubts]


def doubles(read: Intake, plan: Enrolment, said: Amendments) -> list[Double]:
    """Rows that may be one person; where both are guests already, it was answered with an earlier list."""
    settled = {row for row, _into in plan.joined} - said.joined.keys()
    found = []
    for one in read.doubles if plan.fresh or said.joined or said.skip else ():
        others = tuple(row for row in one.others if row not in said.skip)
        answered = one.row in said.joined or one.row in said.skip
        new = one.row not in settled and not plan.fresh.isdisjoint({one.row, *others})
        if others and (answered or new):
            found.append(replace(one, others=others))
    return found


def remarks(
    read: Intake, plan: Enrolment, questions: Sequence[Double], said: Amendments
) -> dict[int, list[tuple[str, str]]]:
    """What is to be said about each row, without what is asked or settled elsewhere: a double is told once."""
    elsewhere = {row for one in questions for row in (one.row, *one.others)}.union(*plan.joined)
    found: dict[int, list[tuple[str, str]]] = {}
    told = ((one.row, one.code, one.detail) for one in read.warnings)
    wishes = ((row, "wish_unclear", piece) for row, piece in plan.strange_wishes)
    for row, code, detail in chain(told, wishes):
        if not ((said.capitals and code == "capitals") or (row in elsewhere and code in ABOUT_DOUBLES)):
            found.setdefault(row, []).append((code, detail))
    return found


def told(
    double: Double, into: Registration | None, who: Mapping[int, str], numbered: Callable[[int], str], t: Words
) -> str:
    """Who the row is, whom it may be, and what was said about it: that it is part of another one."""
    first = double.others[0]
    row, name = numbered(first), who.get(first, "")
    reasons = {
        "email": t("The same e-mail address as row {row}: {name}", row=row, name=name),
        "name": t("The same name as row {row}: {name}", row=row, name=name),
        "both": t("The same name and e-mail address as row {row}: {name}", row=row, name=name),
    }
    lines = [who.get(double.row, ""), reasons[double.sign]]
    if into is not None:
        counts = t("Row {row} counts; what it lacks is taken from this one.", row=numbered(into.row))
        lines.append(counts + (" " + t("Both tickets are valid.") if into.codes else ""))
    return "\n".join(lines)


def options(double: Double, numbered: Callable[[int], str], t: Words) -> list[tuple[str, int]]:
    """The answers about a row, each with the row that it is part of, 0 for none."""
    same = [(t("The same person as in row {row}", row=numbered(row)), row) for row in double.others]
    return [(t("Two people"), 0), *same]


def asked(
    offered: Sequence[tuple[str, int]], now: int, name: str, chosen: Callable[[int], None], width: int = WIDTH
) -> QComboBox:
    """A question with its answers; ``now`` is the one in force."""
    choice = QComboBox()
    choice.setProperty("scale", "small")
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setFixedWidth(width)
    choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    choice.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]  # scrolling must not answer
    round_popup(choice)
    for words, value in offered:
        choice.addItem(words, value)
    choice.setCurrentIndex(max(0, choice.findData(now)))
    choice.setAccessibleName(name)
    choice.activated.connect(lambda _at: chosen(int(choice.currentData())))
    return choice
