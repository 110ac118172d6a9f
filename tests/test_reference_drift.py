"""Qt's calls leave the counts of ``None`` and ``True`` where they were.

PySide6 6.12.0 on Python 3.11 loses one reference at ordinary calls, and the interpreter ends after some 6,400 of them
in the middle of an evening. From Python 3.12 on, both are immortal: their count does not move at all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QPainterPath
from PySide6.QtWidgets import QLabel

CALLS, MAY_DRIFT = 2_000, 50
IMMORTAL = sys.version_info >= (3, 12)


class _Bell(QObject):
    """Something that rings.

    Signals:
        rang: With whether it was loud.
    """

    rang = Signal(bool)


def _set_text() -> Callable[[int], object]:
    label = QLabel()
    return lambda number: label.setText(str(number))


def _emit() -> Callable[[int], object]:
    bell = _Bell()
    bell.rang.connect(lambda _loud: None)
    return lambda _: bell.rang.emit(True)


def _draw() -> Callable[[int], object]:
    return lambda _: QPainterPath().addRect(0, 0, 1, 1)


def _embolden() -> Callable[[int], object]:
    font = QFont()
    return lambda _: font.setBold(True)


def _look() -> Callable[[int], object]:
    label = QLabel()
    return lambda _: label.isVisible()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("constant", [None, True, False], ids=str)
@pytest.mark.parametrize("calls_of", [_set_text, _emit, _draw, _embolden, _look], ids=lambda f: f.__name__.strip("_"))
def test_an_evening_of_calls_leaves_the_constants_alone(
    calls_of: Callable[[], Callable[[int], object]], constant: object
) -> None:
    call = calls_of()
    before = sys.getrefcount(constant)
    for number in range(CALLS):
        call(number)
    drift = sys.getrefcount(constant) - before
    assert abs(drift) < (1 if IMMORTAL else MAY_DRIFT)
