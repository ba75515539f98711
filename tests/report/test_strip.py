"""Drawings a reader can check with the eye: every example stands as it is seen."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.when import MonthDay, When
from claimcheck.report.strip import strip

from .factories import article, claim, quantity, when

SOURCE = article("a.txt", "words\n")


def claims(*values: Quantity | When) -> list[Claim]:
    return [claim(SOURCE, "words", v, "k") for v in values]


def drawn(*values: Quantity | When, width: int = 31, draws: bool = True) -> list[str]:
    made = strip(claims(*values), width, draws)
    assert made is not None
    return [*made.rows, made.axis]


EXAMPLES = [
    pytest.param(
        (quantity(14, Bound.AT_LEAST), quantity(17)),
        [
            "├─────────────────────────────►",
            "                         ●     ",
            "14                      17     ",
        ],
        id="at least 14, and 17: the dot lies on the line",
    ),
    pytest.param(
        (quantity(4500), quantity(6500, Bound.AT_LEAST)),
        [
            "●                              ",
            "                         ├────►",
            "4,500                6,500     ",
        ],
        id="a gap is seen",
    ),
    pytest.param(
        (quantity(100, Bound.AT_MOST), quantity(200)),
        [
            "◄────┤                         ",
            "                              ●",
            "     100                    200",
        ],
        id="open below",
    ),
    pytest.param(
        (quantity((20, 30)), quantity(30), quantity(40, Bound.ABOUT)),
        [
            "├───────────┤                  ",
            "            ●                  ",
            "                    ├────●────┤",
            "20                           44",
        ],
        id="a range has no dot, an approximation has one",
    ),
    pytest.param(
        (when(date(2025, 9, 1), date(2025, 9, 30)), when(date(2025, 9, 1))),
        [
            "├─────────────────────────────┤",
            "●                              ",
            "1 Sept 2025        30 Sept 2025",
        ],
        id="days",
    ),
    pytest.param(
        (when(MonthDay(3, 9)), when(date(2010, 3, 11))),
        [
            "●                              ",
            "                              ●",
            "9 March                11 March",
        ],
        id="a day whose year is not known",
    ),
    pytest.param(
        (quantity(1000), quantity(1000000)),
        [
            "●                              ",
            "                              ●",
            "1,000   (log scale)   1 million",
        ],
        id="far apart",
    ),
    pytest.param(
        (quantity(2, dimension=Dimension.DURATION, unit="week"), quantity(7, dimension=Dimension.DURATION, unit="day")),
        [
            "                              ●",
            "●                              ",
            "1 week                  2 weeks",
        ],
        id="durations in two units",
    ),
    pytest.param(
        (quantity(17, Bound.AT_LEAST), quantity(17)),
        [
            "            ├─────────────────►",
            "            ●                  ",
            "            17                 ",
        ],
        id="one figure",
    ),
]


@pytest.mark.parametrize(("values", "rows"), EXAMPLES)
def test_drawing(values: tuple[Quantity | When, ...], rows: list[str]) -> None:
    assert drawn(*values) == rows


def test_ascii() -> None:
    assert drawn(quantity(14, Bound.AT_LEAST), quantity((15, 16)), quantity(17), draws=False) == [
        "|----------------------------->",
        "        |--------|             ",
        "                         o     ",
        "14                      17     ",
    ]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param((when(None), when(None)), id="days that are not known"),
        pytest.param((quantity(3), quantity(3, dimension=Dimension.PERCENT)), id="two dimensions"),
        pytest.param(
            (quantity(3, dimension=Dimension.MEASURE, unit="km"), quantity(3, dimension=Dimension.MEASURE, unit="mile")),
            id="two units",
        ),
    ],
)
def test_values_without_a_common_axis_are_not_drawn(values: tuple[Quantity | When, ...]) -> None:
    assert strip(claims(*values), 31, True) is None


def test_the_row_of_a_day_that_is_not_known_is_empty() -> None:
    assert drawn(when(None), when(date(2025, 9, 1)), when(date(2025, 9, 3)))[:2] == [" " * 31, "●" + " " * 30]


def test_too_little_room_for_a_drawing() -> None:
    assert strip(claims(quantity(1), quantity(2)), 15, True) is None


figures = st.integers(0, 10**15) | st.decimals(0, 1000, places=2)
values = st.builds(quantity, figures, st.sampled_from([b for b in Bound if b is not Bound.RANGE]))


@given(st.lists(values, min_size=2, max_size=6), st.integers(22, 60))
def test_every_row_is_as_wide_as_asked_and_order_is_kept(quantities: list[Quantity], width: int) -> None:
    made = strip(claims(*quantities), width, True)
    assert made is not None
    assert {len(row) for row in made.rows} == {width}
    ends = [(q.low, row.index("├")) for q, row in zip(quantities, made.rows, strict=True) if q.bound is Bound.AT_LEAST and q.low]
    assert [cell for _, cell in sorted(ends)] == sorted(cell for _, cell in ends)
