"""A date of saying that is the day of an announcement."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.model.when import When
from claimcheck.pipeline import extract

ANNOUNCED = [
    "Holm Air said on Monday it would close its hub in Graz.",
    "Holm Air said Monday that it has agreed to buy a rival.",
    "Gov. Ann Roe said Tuesday she is declaring an emergency.",
    "The brewers said on Friday they planned to merge.",
    "Two brewers will merge, the companies said Monday.",
]
SAID = [
    "Police said Monday he would appear in court.",
    "Police said on Monday it would take days to clear the road.",
    "The mayor said Monday that nine barns had burned.",
    "Two men will be charged, police said Monday.",
    "Ann Roe said Tuesday she was tired.",
]


def dated(text: str) -> tuple[str | None, bool]:
    (found,) = (c for c in extract(text, date(2011, 11, 10)) if isinstance(c.value, When))
    return found.frame.predicate, found.frame.speech


@pytest.mark.parametrize("text", ANNOUNCED)
def test_who_tells_what_he_will_do_announces_it(text: str) -> None:
    assert dated(text) == ("announce", False)


@pytest.mark.parametrize("text", SAID)
def test_who_tells_of_others_only_says_it(text: str) -> None:
    assert dated(text) == ("say", True)
