"""A "today" that means nowadays dates nothing."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.link.subjects import comparable
from claimcheck.model.when import When
from claimcheck.pipeline import extract

NOWADAYS = [
    "Today, the mill is a museum.",
    "Today the two clubs are not rivals.",
    "The harbour today has three cranes.",
    "Villages today are smaller than they were.",
    "Ruritania today is not about picking a side.",
    "The lake is half its size today.",
]
DATED = [
    "The court is hearing the case today.",
    "The bishop is in Oslo today.",
    "The vote is today.",
    "Today is the wedding.",
    "“Today is the wedding,” Lund said.",
    "The reason the choir came here today is the wedding.",
    "Today, the funeral is at noon.",
    "The jury is to meet today.",
    "The bridge was opened today.",
    "The miners have called off their strike today.",
]


@pytest.mark.parametrize(("text", "dates"), [*((t, False) for t in NOWADAYS), *((t, True) for t in DATED)])
def test_today_dates_an_event_and_no_state(text: str, *, dates: bool) -> None:
    found = [c for c in extract(text, date(2011, 11, 10)) if isinstance(c.value, When)]
    assert [comparable(c) for c in found] == [dates]
