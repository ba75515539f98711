"""Two dates of one event, and a date with the length of what it began."""

from __future__ import annotations

import pytest

from claimcheck.link.features import compare
from claimcheck.model.quantity import Dimension

from .said import CATALOGUE, said

LEAST = CATALOGUE.linking.dates["link"]

BLOCKED = [
    ("The siege began on {Tuesday}.", "The siege began on {April 5, 2020}.", "a date is not resolved"),
    (
        "The minister said on {April 4, 2020} that the siege was over.",
        "The siege ended on {April 4, 2020}.",
        "a date only tells when something was said",
    ),
    (
        "Norway did not sign the truce on {April 4, 2020}.",
        "Norway signed the truce on {April 4, 2020}.",
        "on one of the dates it did not happen",
    ),
    ("The museum opened on {April 4, 2020}.", "The trial ended on {April 4, 2020}.", "they date different events"),
    ("Maduro has ruled since {2013}.", "Within {12 years} Maduro ruled alone. @2025-12-05", "the duration is a limit"),
    (
        "The dam was built in {1962}. @2020-03-06",
        "The dam burst on {March 3}. @2020-03-06",
        "one date lies long before the other",
    ),
    ("The firm was sold in {2008}. @2015-03-09", "The firm was sold on {9 March}.", "one date lies long before the other"),
    ("Maduro has ruled since {2013}.", "The war has lasted {12 years}. @2025-12-05", "they are of different states"),
    ("Maduro has ruled since {2013}.", "Pavel Novak is {12 years old}. @2025-12-05", "one is a date, the other a duration"),
    ("Maduro has ruled since {2013}.", "Maduro has ruled for {12 days}. @2025-12-05", "one is a date, the other a duration"),
    ("Maduro has ruled since {2013}.", "The palace has {12} rooms.", "one is a date, the other a count"),
    (
        "Maduro took over on {Tuesday}.",
        "Maduro has ruled for {12 years}. @2025-12-05",
        "the date does not begin a state that lasts",
    ),
]


@pytest.mark.parametrize(("left", "right", "why"), BLOCKED)
def test_what_forbids(left: str, right: str, why: str) -> None:
    one, two = said(left), said(right)
    assert compare(one, two, CATALOGUE).blocked == why
    back = compare(two, one, CATALOGUE).blocked
    assert back is not None
    assert why.startswith("one is") or back == why


FIELDS = [
    ("The siege began on {April 5, 2020}.", "The siege began on {April 5, 2020}.", "the dates are the same"),
    ("The siege began in {April 2020}.", "The siege began on {April 5, 2020}.", "one date lies in the other"),
    ("The siege began on {April 4, 2020}.", "The siege began on {April 5, 2020}.", "the dates differ"),
    ("The siege began on {April 4}.", "The siege began on {April 4}.", "the dates are the same"),
    ("The siege began on {April 4}.", "The siege began on {April 4, 2020}.", "the dates are the same"),
    ("The bombing of {April 5, 2020} was the worst.", "The bombing came on {April 5, 2020}.", "both date attack"),
    ("The siege began on {April 4, 2020}.", "The siege began on {April 5, 2020}.", "they date 'begin'"),
    ("Maduro has ruled since {2013}.", "Maduro has ruled for {12 years}. @2025-12-05", "the duration reaches back to the date"),
    ("Maduro has ruled since {2013}.", "Maduro has ruled for {12 years}. @2025-12-05", "the date begins a state that lasts"),
    ("Maduro has ruled since {2013}.", "Maduro has ruled for {12 years}. @2025-12-05", "both tell how long rule lasts"),
]


@pytest.mark.parametrize(("left", "right", "reason"), FIELDS)
def test_what_counts(left: str, right: str, reason: str) -> None:
    found = compare(said(left), said(right), CATALOGUE)
    assert found.blocked is None
    assert reason in found.reasons


def test_equal_dates_are_likelier_than_one_inside_the_other_than_two_apart() -> None:
    day = said("The siege began on {April 5, 2020}.")
    others = ["on {April 5, 2020}", "in {April 2020}", "on {April 4, 2020}"]
    scores = [compare(day, said(f"The siege began {other}."), CATALOGUE).score for other in others]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_a_day_without_its_year_may_be_that_of_another() -> None:
    day = said("The siege began on {April 5, 2020}.")
    likely, not_so = (compare(day, said(f"The siege began on {{{other}}}."), CATALOGUE).score for other in ("April 5", "April 9"))
    assert likely > not_so


@pytest.mark.parametrize(
    ("left", "right", "may_be_one"),
    [
        # Neither verb nor noun is shared, and few things of that time are told of.
        (
            "The region slid into civil war in {1991}. @2008-12-14",
            "It has had no working government since {1991}. @2008-12-13",
            True,
        ),
        (
            "The rebels took the airport on {March 3}. @2012-03-20",
            "The fighting flared on {March 3}, officials said. @2012-03-19",
            True,
        ),
        ("The rebels took the airport on {March 19}. @2012-03-20", "The envoy landed on {March 19}. @2012-03-20", False),
        ("The mayor quit in {2012}. @2012-11-20", "The bridge opened in {2012}. @2012-11-20", False),
    ],
)
def test_one_distant_time_is_mostly_of_one_thing(left: str, right: str, may_be_one: bool) -> None:
    found = compare(said(left), said(right), CATALOGUE)
    assert (found.blocked is None and found.score >= CATALOGUE.linking.dates["link"]) is may_be_one


SINCE = [
    ("since {2013}", "for more than {12 years}. @2025-12-05", True),
    ("since {2013}", "for {10 years}. @2025-12-05", True),
    ("since {2013}", "for {three years}. @2025-12-05", False),
    ("since {2013}", "for {40 years}. @2025-12-05", False),
    ("since {April 2013}", "for {152 months}. @2025-12-05", True),
    ("since {2013}", "for more than {12 years}.", False),
]


@pytest.mark.parametrize(("since", "duration", "links"), SINCE)
def test_a_length_that_reaches_back_to_the_date(since: str, duration: str, links: bool) -> None:
    day, span = said(f"Maduro has ruled {since}."), said(f"Maduro has ruled {duration}")
    assert (day.dimension, span.dimension) == (Dimension.DATE, Dimension.DURATION)
    found = compare(day, span, CATALOGUE)
    assert found.score == compare(span, day, CATALOGUE).score
    assert (found.blocked is None and found.score >= LEAST) == links


def test_a_month_is_no_march() -> None:
    assert said("The museum opened on {March 4, 2020}.").frame.events == frozenset()
