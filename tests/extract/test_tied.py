"""The date that a figure is tied to: that of its clause, else the one that its clause hangs on."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck import extract

TIED = [
    ("A ferry sank off Bari on March 3, drowning 40 people.", date(2013, 3, 3)),
    ("It is the worst wreck since 1980, when a storm drowned 40 people.", date(1980, 1, 1)),
    ("In June last year the ferry sank after a collision; in that wreck 40 people drowned.", date(2012, 6, 1)),
    # The one date of the sentence is of today, or does not open it.
    ("Forty people drowned after a ferry sank off Bari, also in Italy, in 1998.", date(1998, 1, 1)),
    ("Forty people drowned on the ferry that left Bari, whose port has been closed since 1998.", None),
    ("On Tuesday the ferry left Bari with a load of tiles; in the wreck 40 people drowned.", None),
    ("The yard that built it in 1980 has closed; in the wreck 40 people drowned.", None),
    # An age between commas is of today.
    ("Ann Roe, 40, was fined in 1998.", None),
]


@pytest.mark.parametrize(("text", "day"), TIED)
def test_the_date_that_a_figure_is_tied_to(text: str, day: date | None) -> None:
    (found,) = (c for c in extract(text, date(2013, 3, 8)) if c.figure is not None and str(c.figure[0]) == "40")
    when = found.frame.when
    assert (when.days[0] if when and when.days else None) == day
