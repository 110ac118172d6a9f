"""Random names in every script: none leaves its label or comes near the code, none loses a letter on the way.

A thousand here; ``benchmarks/paper.py`` asks the same of ten thousand, and of a thousand codes.
"""

from __future__ import annotations

import pytest

from benchmarks.paper import names, spelled, wrong_off_badges, wrong_on_badges, wrong_when_read
from checkin.paper.press import Press

pytestmark = pytest.mark.usefixtures("qapp")


def test_of_a_thousand_names_none_overruns_none_meets_the_code_and_none_lacks_a_letter(press: Press) -> None:
    assert list(wrong_on_badges(names(1000), press)) == []


def test_what_is_read_out_of_the_file_is_what_was_printed(press: Press) -> None:
    assert list(wrong_when_read(spelled(1300), press)) == []


def test_every_name_up_to_120_characters_is_found_whole_on_its_badge_broken_or_shortened(press: Press) -> None:
    some = spelled(1300)
    assert max(map(len, some)) == 120
    assert list(wrong_off_badges(some, press)) == []
