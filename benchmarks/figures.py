"""Figures and the table they are shown in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table.

    Attributes:
        what: What was measured.
        ours: This program's figure.
        peer: The other's figure.
        unit: Of both.
        against: Who the other is.
        more_is_better: Whether a larger figure is a better one.
    """

    what: str
    ours: float
    peer: float
    unit: str
    against: str
    more_is_better: bool = False

    @property
    def ratio(self) -> float:
        """How much of the other's cost ours is, or how many times its rate."""
        return self.ours / self.peer if self.peer else float("inf")


def quantile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` (0 to 1) of ``values`` do not pass.

    >>> quantile([3.0, 1.0, 2.0], 0.5)
    2.0
    """
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def table(title: str, lines: Sequence[Line]) -> str:
    """Lines as a Markdown table."""
    rows = [f"### {title}", "", "| what | here | beside | ratio | beside what |", "| --- | --- | --- | --- | --- |"]
    for line in lines:
        times = "× the rate" if line.more_is_better else "× the cost"
        rows.append(
            f"| {line.what} | {line.ours:,.2f} {line.unit} | {line.peer:,.2f} {line.unit} | "
            f"{line.ratio:,.2f} {times} | {line.against} |"
        )
    return "\n".join(rows)
