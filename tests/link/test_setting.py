"""What a story's articles tell together: its main figures, when it is told, and how each article gives its dates."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.link.features import compare
from claimcheck.link.setting import Dated, Setting, setting_of

from .said import CATALOGUE, marked, said


def test_a_story_is_told_on_the_day_of_its_first_dated_article() -> None:
    claims = [
        *marked("The fire killed {12} people. @2020-03-06"),
        *marked("The fire killed {12}. @2020-03-05"),
        said("It killed {9}."),
    ]
    assert setting_of(claims, CATALOGUE).about == date(2020, 3, 5)
    assert setting_of([said("It killed {9} people.")], CATALOGUE).about is None


def test_the_dates_of_an_article_are_counted_from_its_top() -> None:
    claims = marked("The dam burst on {March 3}. It was built in {1961}. On {March 3} the sirens failed. @2020-03-06")
    found = setting_of(claims, CATALOGUE).dates
    assert [found[claim.id] for claim in claims] == [Dated(0, 2), Dated(1, 1), Dated(2, 2)]


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        # The one day of each report, told by other words.
        (Dated(0, 1), Dated(0, 1), True),
        (Dated(0, 1), Dated(1, 1), True),
        # One of many mentions of the day, or further down.
        (Dated(0, 3), Dated(0, 1), False),
        (Dated(0, 1), Dated(5, 1), False),
    ],
)
def test_the_one_day_that_reports_begin_with_is_that_of_their_event(left: Dated, right: Dated, one: bool) -> None:
    two = (said("Voters went to the polls on {March 3}. @2020-03-04"), said("It all came down to {March 3}. @2020-03-05"))
    setting = Setting(dates={two[0].id: left, two[1].id: right})
    found = compare(*two, CATALOGUE, setting)
    assert (found.blocked is None) is one


def test_an_undated_article_is_read_from_the_day_of_its_story() -> None:
    old = said("The quake of Oct. 10, 2002, was of magnitude {7.6}.")
    new = said("The quake was of magnitude {7.6}. @2009-01-05")
    assert compare(old, new, CATALOGUE).blocked is None
    assert compare(old, new, CATALOGUE, Setting(about=date(2009, 1, 5))).blocked is not None


def test_a_noun_that_an_article_counts_again_and_again_says_little() -> None:
    text = "Berg faces {five} counts of theft. Holm faces {six} counts, Lund {seven} counts and Dahl {eight} counts."
    claims = marked(text)
    often = setting_of(claims, CATALOGUE).often
    assert often == {(claims[0].source, "count")}
    assert not setting_of(claims[:3], CATALOGUE).often
    one, two = said("The jury heard {five} counts."), said("It is a matter of {five} counts.")
    once, again = Setting(), Setting(often=frozenset([(one.source, "count")]))
    assert compare(one, two, CATALOGUE, again).score < compare(one, two, CATALOGUE, once).score
