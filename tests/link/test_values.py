"""The values of two claims: whether both can hold, how far apart they lie, whether time explains it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claimcheck.link.values import apart_in_article, exclude, gap, has_grown, is_old, overlap, plain, times_apart
from claimcheck.model.quantity import Bound, Quantity
from claimcheck.model.tolerances import Tolerances

from .said import CATALOGUE, marked, quantity, said

UNITS = CATALOGUE.units
RULES = CATALOGUE.linking.tolerances

EXCLUDE = [
    ("The fire killed {12} people.", "The fire killed {12} people.", False),
    ("The fire killed {12} people.", "The fire killed {14} people.", True),
    ("The fire killed at least {12} people.", "The fire killed {14} people.", False),
    ("The fire killed at least {12} people.", "The fire killed {24} people.", False),
    ("The fire killed at least {12} people.", "The fire killed {25} people.", True),
    ("The fire killed at least {12} people.", "The fire killed {11} people.", True),
    ("The fire killed up to {12} people.", "The fire killed {14} people.", True),
    ("The fire killed {dozens} of people.", "The fire killed {40} people.", False),
    ("The fire killed {dozens} of people.", "The fire killed {140} people.", True),
    ("The fire killed about {100} people.", "The fire killed {111} people.", True),
    ("The fire killed {20 to 30} people.", "The fire killed {30} people.", False),
    ("The deal is worth {$13.9 billion}.", "The deal is worth nearly {$14 billion}.", False),
    ("The deal is worth {$3.5 billion}.", "The deal is worth {$3.6 billion}.", True),
    ("The deal is worth {$3.5 billion}.", "The deal is worth {£3.6 billion}.", False),
    ("The road is {10} kilometres long.", "The road is {six} miles long.", False),
    ("The road is {10} kilometres long.", "The road is {10} miles long.", True),
    ("The road is at least {10} kilometres long.", "The road is {10} miles long.", False),
    ("He signed on {March 4, 2020}.", "He signed on {March 5, 2020}.", True),
    ("He signed in {March 2020}.", "He signed on {March 5, 2020}.", False),
    ("He signed on {March 4}.", "He signed on {March 5, 2020}.", True),
    ("He signed on {March 4}.", "He signed in {2020}.", False),
    ("He signed on {March 4}.", "He signed in {March 2020}.", False),
    ("He ruled for {12} years.", "He ruled since {2013}.", False),
]


@pytest.mark.parametrize(("left", "right", "wanted"), EXCLUDE)
def test_exclude(left: str, right: str, wanted: bool) -> None:
    one, two = said(left), said(right)
    assert (exclude(one, two, CATALOGUE), exclude(two, one, CATALOGUE)) == (wanted, wanted)


OVERLAP = [
    (quantity("17"), quantity("17"), True),
    (quantity("17"), quantity("18"), False),
    (quantity("17", bound=Bound.AT_LEAST), quantity("34"), True),
    (quantity("17", bound=Bound.AT_LEAST), quantity("35"), False),
    (quantity("17", bound=Bound.AT_LEAST), quantity("30", bound=Bound.AT_LEAST), True),
    (quantity("17", bound=Bound.AT_MOST), quantity("9"), True),
    (quantity("17", bound=Bound.AT_MOST), quantity("3"), False),
    (quantity("17", bound=Bound.AT_MOST), quantity("18"), False),
    (quantity("20", "30"), quantity("30", "40"), True),
    (quantity("20", "30"), quantity("31", "40"), False),
    (quantity("7.6", slack="0.05"), quantity("7.7", slack="0.05"), False),
    (quantity("7.6", slack="0.05"), quantity("7.65"), False),
]


@pytest.mark.parametrize(("one", "two", "wanted"), OVERLAP, ids=str)
def test_overlap(one: Quantity, two: Quantity, wanted: bool) -> None:
    assert (overlap(one, two, RULES), overlap(two, one, RULES)) == (wanted, wanted)


def test_a_user_may_let_an_open_bound_reach_further() -> None:
    further = Tolerances(reach=Decimal(3))
    assert overlap(quantity("17", bound=Bound.AT_LEAST), quantity("40"), further)
    assert overlap(quantity("17", bound=Bound.AT_MOST), quantity("6"), further)


def test_an_exact_figure_inside_what_a_rounded_one_may_mean() -> None:
    assert overlap(quantity("7.6", slack="0.05"), quantity("7.64"), RULES)
    assert not exclude(said("The fire killed about {100} people."), said("The fire killed {109} people."), CATALOGUE)


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("The fire killed {12} people.", "The fire killed {14} people.", ("12", "14")),
        ("The fire killed {dozens} of people.", "The fire killed {140} people.", ("99", "140")),
        ("The fire killed {dozens} of people.", "The fire killed {40} people.", ("99", "99")),
        ("The road is {10} kilometres long.", "The road is {10} miles long.", ("10000", "16093.44")),
    ],
)
def test_gap(left: str, right: str, wanted: tuple[str, str]) -> None:
    one, two = said(left).value, said(right).value
    ends = tuple(map(Decimal, wanted))
    assert (gap(one, two, UNITS), gap(two, one, UNITS)) == (ends, ends)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The toll rose from {three} to {four} killed.", False),
        ("The number of people killed rose from {12} to {14}.", False),
        ("The blast killed {three} people. The fire killed {four} people.", True),
        ("The blast killed {three} people, and the fire killed {four} people.", True),
        ("The blast killed {three} people. In all, {three} people died.", False),
        ("The blast killed at least {12} people. In all, {14} people died.", False),
        ("The firm moved from {three} offices in Paris and opened doors wide to {four} offices in Rome.", True),
        ("{27} people are missing, down from {41} people missing a day earlier.", False),
        ("The army raised its force to {1,200} troops from the {400} troops of Sunday.", False),
        ("{27} people are missing in the north. From there, {41} people are missing.", True),
    ],
)
def test_two_figures_of_one_article(text: str, apart: bool) -> None:
    one, two = marked(text)
    for why in (apart_in_article(one, two, CATALOGUE), apart_in_article(two, one, CATALOGUE)):
        assert why == ("one article gives both" if apart else None)


@pytest.mark.parametrize(
    ("left", "right", "grown"),
    [
        ("The quake killed {12} people. @2023-02-07", "The quake killed {14} people. @2023-02-08", True),
        ("The quake killed {14} people. @2023-02-07", "The quake killed {12} people. @2023-02-08", False),
        ("The quake killed {12} people. @2023-02-07", "The quake killed {14} people. @2023-02-07", False),
        ("The quake killed {12} people.", "The quake killed {14} people. @2023-02-08", False),
        ("The quake killed {12} people. @2023-02-07", "The quake injured {14} people. @2023-02-08", False),
        ("The navy sent {12} warships. @2023-02-07", "The navy sent {14} warships. @2023-02-08", False),
        ("The house has {12} rooms. @2023-02-07", "The house has {14} rooms. @2023-02-08", False),
        ("The fire burned {500} hectares. @2023-02-07", "The fire burned {1,400} acres. @2023-02-08", True),
        ("The fire burned {500} hectares. @2023-02-07", "The fire burned {900} acres. @2023-02-08", False),
    ],
)
def test_has_grown(left: str, right: str, grown: bool) -> None:
    one, two = said(left), said(right)
    assert (has_grown(one, two, CATALOGUE), has_grown(two, one, CATALOGUE)) == (grown, grown)


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("A quake killed {17,000} people in 1999. @2023-02-07", True),
        ("A quake killed {17} people in January. @2023-02-07", False),
        ("A quake killed {17} people on Monday. @2023-02-07", False),
        ("A quake killed {17,000} people. @2023-02-07", False),
        ("A quake killed {17,000} people in 1999.", False),
    ],
)
def test_is_old(text: str, old: bool) -> None:
    assert is_old(said(text), CATALOGUE.linking) is old


@pytest.mark.parametrize(
    ("figure", "wanted"), [("three", True), ("12", True), ("dozens of", True), ("13", False), ("6,500", False)]
)
def test_plain_figures_are_shared_by_many_counts(figure: str, wanted: bool) -> None:
    assert plain(said(f"The port has {{{figure}}} cranes."), CATALOGUE.linking) is wanted


def test_a_span_of_days_is_given_of_fewer_things_than_a_count() -> None:
    assert not plain(said("The siege lasted {eight days}."), CATALOGUE.linking)
    assert plain(said("The siege lasted {two days}."), CATALOGUE.linking)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("The quake of Oct. 10, 2002, was of magnitude {7.6}. @2009-01-07", "The quake was of magnitude {7.6}. @2009-01-05", True),
        ("On Jan. 4, the quake reached magnitude {7.6}. @2009-01-07", "The quake was of magnitude {7.6}. @2009-01-05", False),
        # A report on the trial, a year later, is of the time of the reports then.
        ("The shooting of April 9, 2007, injured {two}. @2008-05-02", "The shooting injured {two}. @2007-04-10", False),
        ("The quake was of magnitude {7.6}.", "The quake was of magnitude {7.6}. @2009-01-05", False),
    ],
)
def test_figures_of_two_times(left: str, right: str, apart: bool) -> None:
    assert times_apart(said(left), said(right), CATALOGUE.linking) is apart


def test_a_date_is_never_plain() -> None:
    assert not plain(said("He signed on {March 4, 2020}."), CATALOGUE.linking)


def test_growth_needs_both_days() -> None:
    early, late = said("The quake killed {12} people. @2023-02-07"), said("The quake killed {14} people. @2023-02-08")
    assert has_grown(early, late, CATALOGUE)
    assert not has_grown(early, replace(late, as_of=None), CATALOGUE)
