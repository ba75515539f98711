"""Dates without a year in an article without a day."""

from __future__ import annotations

import pytest

import claimcheck


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        # A day in full settles those near it.
        ("The dam broke on June 3, 2014. Divers came on June 5.", "June 5", "2014-06-05"),
        # One far from it may be of another year, which is often why that year is written.
        ("The dam was blessed on June 3, 2014. It broke on Dec. 8.", "Dec. 8", "--12-08"),
        # A weekday that the year does not give is no day of it.
        ("The bonds fall due on June 3, 2014. They are sold on Friday, May 16.", "Friday, May 16", "2014-05-16"),
        ("The bonds fall due on June 3, 2014. They are sold on Monday, May 16.", "Monday, May 16", "--05-16"),
    ],
)
def test_a_day_in_full_settles_the_year_of_those_near_it(text: str, words: str, first: str) -> None:
    (found,) = [c for c in claimcheck.extract(text) if c.text == words]
    assert found.figure is not None
    assert str(found.figure[0]) == first


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ('He told "The Sunday Brunch" that 12 boats sank.', 0),
        ('He told "The Harbour Brunch" on Sunday that 12 boats sank.', 1),
        ("The Sunday Mr. Roe sailed was fair.", 1),
    ],
)
def test_a_weekday_in_a_title_is_no_date(text: str, dates: int) -> None:
    assert sum(c.dimension == "date" for c in claimcheck.extract(text)) == dates
