"""Drawings a reader can check with the eye: every example stands as it is seen."""

from __future__ import annotations

from datetime import date
from typing import Any

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


EXAMPLES = """
at least 14, and 17: the dot lies on the line
    >=14, 17
    ├─────────────────────────────►
                             ●
    14                      17

a gap is seen
    4500, >=6500
    ●
                             ├────►
    4,500                6,500

open below
    <=100, 200
    ◄────┤
                                  ●
         100                    200

a range has no dot, an approximation has one
    20..30, 30, ~40
    ├───────────┤
                ●
                        ├────●────┤
    20                           44

days
    2025-09-01..2025-09-30, 2025-09-01
    ├─────────────────────────────┤
    ●
    1 Sept 2025        30 Sept 2025

a day whose year is not known
    --03-09, 2010-03-11
    ●
                                  ●
    9 March                11 March

far apart
    1000, 1000000
    ●
                                  ●
    1,000   (log scale)   1 million

durations in two units
    2 week, 7 day
                                  ●
    ●
    1 week                  2 weeks

one figure
    >=17, 17
                ├─────────────────►
                ●
                17
"""
"""Each drawing with its name, and the values that are drawn."""
BOUNDS = {">=": Bound.AT_LEAST, "<=": Bound.AT_MOST, "~": Bound.ABOUT}


def value(words: str) -> Quantity | When:
    """`>=14`, `20..30`, `2 week`, `2025-09-01..2025-09-30` or `--03-09`."""
    if "-" in words:
        days = [MonthDay(int(d[2:4]), int(d[5:])) if d.startswith("--") else date.fromisoformat(d) for d in words.split("..")]
        return when(*days)
    bound = next((sign for sign in BOUNDS if words.startswith(sign)), "")
    figure, _, unit = words.removeprefix(bound).partition(" ")
    ends = [int(end) for end in figure.split("..")]
    if unit:
        return quantity(ends[0], dimension=Dimension.DURATION, unit=unit)
    return quantity(tuple(ends)) if len(ends) > 1 else quantity(ends[0], BOUNDS.get(bound, Bound.EXACT))


def examples() -> list[Any]:
    found = []
    for block in EXAMPLES.strip("\n").split("\n\n"):
        name, values, *rows = block.splitlines()
        found.append(pytest.param(tuple(map(value, values.strip().split(", "))), [row[4:].ljust(31) for row in rows], id=name))
    return found


@pytest.mark.parametrize(("values", "rows"), examples())
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
