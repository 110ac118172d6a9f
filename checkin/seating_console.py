"""What the verbs about seating print: rules, rounds, scores, commitments, and why somebody sits where they sit."""

from __future__ import annotations

from checkin import phrases, reasons, rule_words
from checkin.book import Book
from checkin.commitment import Commitment
from checkin.console import change_fields
from checkin.desk.outcomes import Explanation
from checkin.model import Rule
from checkin.rounds import Plan
from checkin.rulebook import Course
from checkin.score import Score
from checkin.words import Words


def why_fields(explanation: Explanation) -> dict[str, object]:
    """A draw as ``why`` gives it."""
    drawn = explanation.draw
    return {
        "guest": explanation.guest_id,
        "table": explanation.table,
        "now": explanation.now,
        "at": explanation.at,
        "station": explanation.station,
        "mode": drawn.mode,
        "counter": drawn.counter,
        "layer": drawn.layer,
        "candidates": [
            {
                "table": card.number,
                "weight": card.weight,
                "free": card.free,
                "odds": card.weight / drawn.total,
                "cost": card.cost / 4,
            }
            for card in drawn.candidates
        ],
        "total": drawn.total,
        "value": drawn.value,
        "rule": drawn.rule,
        "rules": [{"rule": rule, "tables": list(tables)} for rule, tables in drawn.out],
        "broken": list(drawn.broken),
        "holds": explanation.holds,
        "moves": [change_fields(change) for change in explanation.moves],
        "alike": dict(explanation.alike),
    }


def why_sentence(book: Book, explanation: Explanation, t: Words) -> str:
    """Why a guest sits where they sit, in a few lines."""
    drawn = explanation.draw
    lines = [reasons.why(drawn, book, t)]
    if not drawn.rule:
        lines.append(reasons.cards(drawn, t))
    lines += reasons.taken_out(drawn, t)
    if not (drawn.rule or drawn.out or drawn.broken or drawn.mode != "pure"):
        lines.append(t("No rule applied."))
    lines.append(
        t("Drawn again from the event's seed: the same.")
        if explanation.holds
        else t("Drawn again from the event's seed: NOT the same. Run “checkin verify”.")
    )
    lines += [f"{change.at[11:16]}  {phrases.label(change, book, t)}" for change in explanation.moves]
    lines += reasons.beside(explanation.alike, explanation.now, t)
    return "\n".join(lines)


def rule_fields(book: Book, rule: Rule) -> dict[str, object]:
    """A rule as ``rules`` gives it."""
    table = None if rule.table_id is None else book.tables[rule.table_id].number
    return {"rule": rule.id, "kind": str(rule.kind), "guests": list(rule.guest_ids), "table": table}


def rule_sentence(book: Book, rule: Rule, t: Words) -> str:
    """A rule in one line, with its number."""
    return f"{rule.id}  {rule_words.rule_sentence(book, rule, t)}"


def score_fields(score: Score) -> dict[str, object]:
    """A score as ``score`` and ``rounds`` give it, each figure with its bound."""
    return {
        "repeats": score.repeats,
        "repeats_bound": score.repeats_bound,
        "repeats_by_rule": score.by_rule,
        "most_repeats": score.most_repeats,
        "wishes_met": score.wishes_met,
        "wishes": score.wishes,
        "wishes_bound": score.wishes_bound,
        "same": {name: {"pairs": pairs, "bound": bound} for name, pairs, bound in score.same},
        "smallest_table": min(score.smallest, default=0),
        "smallest_table_bound": min(score.smallest_bound, default=0),
        "acquaintances": round(score.acquaintances, 2),
        "acquaintances_bound": round(score.acquaintances_bound, 2),
    }


def score_sentence(score: Score, t: Words) -> str:
    """A score in a few lines."""
    lines = [
        t("Met again: {count} (not fewer than {bound})", count=score.repeats, bound=score.repeats_bound),
        t(
            "Wishes met: {count} of {all} (not more than {bound})",
            count=score.wishes_met,
            all=score.wishes,
            bound=score.wishes_bound,
        ),
        t(
            "New people a guest: {count} (not more than {bound})",
            count=t.number(round(score.acquaintances, 1)),
            bound=t.number(round(score.acquaintances_bound, 1)),
        ),
        t(
            "Smallest table: {count} (not more than {bound})",
            count=min(score.smallest, default=0),
            bound=min(score.smallest_bound, default=0),
        ),
    ]
    named = {"sector": t("sector"), "company": t("company"), "sex": t("sex"), "age_band": t("age")}
    lines += [
        t(
            "Pairs of the same {what} at a table: {count} (not fewer than {bound})",
            what=named.get(name, name),
            count=pairs,
            bound=bound,
        )
        for name, pairs, bound in score.same
    ]
    return "\n".join(lines)


def plan_fields(book: Book, course: Course, plan: Plan, t: Words, change: int | None) -> dict[str, object]:
    """A plan of rounds as ``rounds`` gives it."""
    numbers = {at: book.tables[table_id].number for at, table_id in enumerate(course.tables)}
    rounds = []
    for round_ in range(course.meal.first_open, len(plan.rounds)):
        tables: dict[int, list[int]] = {}
        for at, table in enumerate(plan.rounds[round_]):
            if table in numbers:
                tables.setdefault(numbers[table], []).append(int(course.guests[at]))
        rounds.append({"round": round_ + 1, "tables": {str(number): tables[number] for number in sorted(tables)}})
    return {**score_fields(plan.score), "said": said(book, course, plan, t), "seq": change, "rounds": rounds}


def said(book: Book, course: Course, plan: Plan, t: Words) -> list[str]:
    """What a plan has to say."""
    naming = reasons.names_of(book, t)
    return [
        reasons.plan_remark(
            remark,
            lambda at: naming(int(course.guests[at])),
            t,
            lambda at: book.tables[course.tables[at]].number if 0 <= at < len(course.tables) else at,
        )
        for remark in plan.remarks
    ]


def commitment_sentence(told: Commitment, t: Words) -> str:
    """A commitment in a few lines, to be shown or printed before the doors open."""
    return "\n".join(
        [
            t("Commitment: {digest}", digest=told.digest),
            t("  seed {seed}", seed=told.seed),
            t("  guests {guests}", guests=told.guests),
            t("  room {plan}", plan=told.plan),
            t("  rules {rules}", rules=told.rules),
            t("Show it before the doors open. After the event “checkin verify” proves that nothing was chosen again."),
        ]
    )
