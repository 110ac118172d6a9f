"""One press for all tests of paper: it holds open fonts and nothing that a test could spoil."""

from __future__ import annotations

import pytest

from checkin.paper.press import Press


@pytest.fixture(scope="session")
def press() -> Press:
    """Fonts and codes, opened once."""
    return Press()
