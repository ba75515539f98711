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
    ("left", "right", "main", "one"),
    [
        # The one day of each report, told by other words.
        (Dated(0, 1), Dated(0, 1), False, True),
        (Dated(0, 1), Dated(1, 1), False, True),
        # One of many mentions of the day, or further down.
        (Dated(0, 3), Dated(0, 1), False, False),
        (Dated(0, 1), Dated(5, 1), False, False),
        # Wherever it stands, the one mention of the day that most reports date something on.
        (Dated(0, 1), Dated(5, 1), True, True),
        (Dated(0, 3), Dated(5, 1), True, False),
    ],
)
def test_the_one_day_that_reports_give_is_that_of_their_event(left: Dated, right: Dated, main: bool, one: bool) -> None:
    two = (said("Voters went to the polls on {March 3}. @2020-03-04"), said("It all came down to {March 3}. @2020-03-05"))
    setting = Setting(dates={two[0].id: left, two[1].id: right}, day=two[0].figure if main else None)
    found = compare(*two, CATALOGUE, setting)
    assert (found.blocked is None and found.score >= CATALOGUE.linking.dates["link"]) is one


def test_the_day_of_a_story_is_the_one_that_most_of_its_articles_give() -> None:
    claims = [
        *marked("The dam burst on {March 3}. It was built in {1961}. @2020-03-06"),
        *marked("On {March 3} the valley was flooded, and on {March 5} the search ended. @2020-03-07"),
        *marked("The search ended on {March 5}. @2020-03-07"),
    ]
    assert setting_of(claims[:4], CATALOGUE).day == (date(2020, 3, 3), date(2020, 3, 3))
    assert setting_of([claims[0], *marked("The search ended on {March 5}. @2020-03-07")], CATALOGUE).day is None


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


@pytest.mark.parametrize(
    ("first", "second", "disaster"),
    [
        ("The quake killed {80} people.", "The earthquake injured {400} people.", True),
        ("The flood drove {80} people from their homes.", "A dam burst and killed {9} people.", True),
        ("An air strike killed {80} people.", "Rebels killed {9} people.", False),
        ("The quake killed {80} people.", "Rebels killed {9} people.", False),
    ],
)
def test_a_story_is_of_a_disaster_where_most_articles_name_one(first: str, second: str, disaster: bool) -> None:
    assert setting_of([*marked(first), *marked(second)], CATALOGUE).disaster is disaster


@pytest.mark.parametrize(
    ("early", "late", "one"),
    [
        # Far more in a disaster, as long as it is a later article that gives more.
        ("The quake killed {80} people. @2015-04-25", "The quake killed {4,600} people. @2015-04-28", True),
        ("The quake killed {4,600} people. @2015-04-25", "The quake killed {80} people. @2015-04-28", False),
        ("The quake killed {80} people.", "The quake killed {4,600} people.", False),
        # Crews are sent and homes are counted in the same days.
        ("{250} firefighters fought the blaze. @2016-05-03", "{1,100} firefighters fight the blaze. @2016-05-06", True),
        # A toll of two countries is no later one of the first.
        ("In Turkey the quake killed {80} people. @2015-04-25", "The quake killed {4,600} people. @2015-04-28", False),
        # In a war an article gives the toll of a day.
        ("An air strike killed {27} people. @2015-04-25", "Air strikes killed {150} people. @2015-04-28", False),
    ],
)
def test_tolls_of_disasters_grow_manyfold(early: str, late: str, one: bool) -> None:
    two = [*marked(early), *marked(late)]
    compared = compare(two[0], two[1], CATALOGUE, setting_of(two, CATALOGUE))
    assert ("the figures are far apart" not in compared.reasons and compared.blocked is None) is one


def test_the_toll_of_a_neighbour_is_not_that_of_the_disaster() -> None:
    at_home = marked("The quake killed {80} people. @2015-04-26")
    both = marked("The quake killed at least {120} people. In Nepal the quake killed at least {45} people. @2015-04-26")
    claims = [*at_home, *both]
    setting = setting_of(claims, CATALOGUE)
    assert setting.parted == {both[1].id}
    assert compare(at_home[0], both[1], CATALOGUE, setting).blocked == "one counts only those of nepal"
    assert compare(both[0], both[1], CATALOGUE, setting).blocked == "one counts only those of nepal"
    assert compare(at_home[0], both[1], CATALOGUE, setting_of([*at_home, both[1]], CATALOGUE)).blocked is None


def test_the_whole_toll_of_a_disaster_is_named_with_any_place_that_was_hit() -> None:
    said_in = marked("The quake killed {80} people in Gorkha. @2015-04-25")
    so_far = marked("The quake's death toll rose to {120} as bodies were found in Dolakha. @2015-04-26")
    alone = marked("The quake killed {80} people in Gorkha alone. @2015-04-25")
    for one, apart in ((said_in, False), (alone, True)):
        two = [*one, *so_far]
        compared = compare(two[0], two[1], CATALOGUE, setting_of(two, CATALOGUE))
        assert (compared.blocked is not None) is apart


@pytest.mark.parametrize(
    ("left", "right", "places", "one"),
    [
        ("The dam burst on {March 3}. @2020-03-06", "The dam burst on {March 4}. @2020-03-06", (0, 1), True),
        # Further down, further apart, another deed.
        ("The dam burst on {March 3}. @2020-03-06", "The dam burst on {March 4}. @2020-03-06", (0, 4), False),
        ("The dam burst on {March 1}. @2020-03-06", "The dam burst on {March 5}. @2020-03-06", (0, 1), False),
        ("The dam burst on {March 3}. @2020-03-06", "The dam was searched on {March 4}. @2020-03-06", (0, 1), False),
    ],
)
def test_days_next_to_each_other_with_which_articles_begin(left: str, right: str, places: tuple[int, int], one: bool) -> None:
    two = (said(left), said(right))
    setting = Setting(dates={claim.id: Dated(place, 1) for claim, place in zip(two, places, strict=True)})
    assert ("the articles begin with days next to each other" in compare(*two, CATALOGUE, setting).reasons) is one
