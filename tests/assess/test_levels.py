"""Two claims, and what is said of them: every row of the tables in SEMANTICS."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.assess import LEVELS, Growth
from claimcheck.model.subject import Verdict

FIXED, GROWS, CHANGES, AGES = Growth.FIXED, Growth.GROWS, Growth.CHANGES, Growth.AGES
Row = tuple[str, str, str]

AGREE: list[Row] = [
    ("17", "17", "same"),
    ("at least 17", "17", "same"),
    ("at most 4", "4", "same"),
    ("at least 800,000", "about 800,000", "same"),
    ("nearly 300", "at least 300", "same"),
    ("3-4", "3-4", "same"),
    ("several", "several", "same"),
    ("$1.4 billion", "$1.375 billion", "same-rounded"),
    ("nearly $14 billion", "$13.9 billion", "same-rounded"),
    ("22.1 million", "22 million", "same-rounded"),
    ("11,300", "11,000", "same-rounded"),
    ("75 kilometre", "50 mile", "same-converted"),
    ("10 kilometre", "6 mile", "same-converted"),
    ("15 kilometre", "10 mile", "same-converted"),
    ("about 15 mile", "about 24 kilometre", "same-converted"),
    ("at most 120 mile_per_hour", "at most 193 kilometre_per_hour", "same-converted"),
    ("24 hours", "1 day", "same-converted"),
    ("20 celsius", "68 fahrenheit", "same-converted"),
    ("[2025-09-06]", "[2025-09-06]", "same"),
    ("[--11-18]", "[2008-11-18]", "same"),
    ("at least [2008-05-13]", "[2008-05-13]", "same"),
    ("could: 100", "100", "same"),
]
COMPATIBLE: list[Row] = [
    ("at least 14", "17", "overlap"),
    ("at least 14", "at least 17", "overlap"),
    ("at least 12", "14", "overlap"),
    ("at least 10", "20", "overlap"),
    ("at most 100", "at least 100", "overlap"),
    ("at most 4", "3", "overlap"),
    ("about 4,500", "4,900", "overlap"),
    ("nearly 23,000", "about 21,000", "overlap"),
    ("20-30", "25", "overlap"),
    ("$12-13 billion", "$12.9 billion", "overlap"),
    ("20-30", "30-40", "overlap"),
    ("dozens", "at least 40", "overlap"),
    ("hundreds", "250", "overlap"),
    ("thousands", "14,000", "loose-word"),
    ("thousands", "at least 24,000", "loose-word"),
    ("10 metre", "24-30 foot", "overlap"),
    ("at least 1 week", "8 days", "overlap"),
    ("at least 100 mile_per_hour", "193 kilometre_per_hour", "overlap"),
    ("161", "at least 160", "overlap"),
    ("[2025-09-02]", "[2025-09-01..2025-09-10]", "overlap"),
    ("[2004]", "[2004-12]", "overlap"),
    ("[--11-18]", "[2008-11]", "overlap"),
    ("[2013-08-18]", "[2013-08-19..2013-08-25]", "overlap"),
    ("about [2008-11-29] @2008-12-13", "[2008-12-01..2008-12-10]", "overlap"),
    ("[2004-12] @2009-01-05", "[2005] ago @2009-01-05", "overlap"),
    ("at least [2008-05-14]", "[2008-06-01]", "overlap"),
    ("at least 12 years @2025-12-02", "[2013] @2025-10-10", "counted-back"),
    ("2.5 years @2013-08-21", "[2011-03] @2013-08-23", "counted-back"),
    ("2 years @2013-08-21", "[2011] @2013-08-21", "counted-back"),
    ("1 year @2013-08-21", "[2012-08] @2013-08-21", "counted-back"),
    ("at most 6 months @2011-11-10", "[2011-07] @2011-11-11", "counted-back"),
    ("at least 50 years @2011-11-10", "[1955]", "counted-back"),
    ("3 weeks @2020-06-30", "[2020-06-08] @2020-07-01", "counted-back"),
    ("denied: 40", "40", "denied"),
    ("denied: 40", "12", "denied"),
    ("could: 100", "17", "not-stated-as-fact"),
]
CONFLICT: list[Row] = [
    ("17", "14", "apart"),
    ("0", "12", "apart"),
    ("at least 5", "20", "apart"),
    ("at most 20", "9", "apart"),
    ("at least 6,500", "about 4,500", "apart"),
    ("at least 170,000", "167,000", "apart"),
    ("160,000", "167,000", "apart"),
    ("7.6 magnitude", "7.7 magnitude", "apart"),
    ("$3.5 billion", "$3.6 billion", "apart"),
    ("$12-13 billion", "$13.2 billion", "apart"),
    ("planned: $13.9 billion", "planned: $13 billion", "apart"),
    ("planned: $12 billion", "$13.9 billion", "apart"),
    ("40", "42", "apart"),
    ("hundreds", "at least 1,000", "apart"),
    ("several", "2", "apart"),
    ("10%", "7.2%", "apart"),
    ("7 th", "6 th", "apart"),
    ("75 kilometre", "75 mile", "apart"),
    ("[2025-07]", "[2025-08]", "apart"),
    ("[--11-18]", "[2008-11-19]", "apart"),
    ("[--02-29]", "[--03-01]", "apart"),
    ("[2011-07] @2011-11-11", "[2011-05] ago @2011-11-14", "apart"),
    ("5 years @2025-12-02", "[2013] @2025-10-10", "apart"),
    ("at least 12 years @2025-12-02", "[2019] @2025-10-10", "apart"),
]


@pytest.mark.parametrize(("one", "two", "level"), AGREE)
def test_figures_that_agree(court: Any, one: str, two: str, level: str) -> None:
    assert court.pair(one, two) == ("agree", level)
    assert court.pair(two, one) == ("agree", level)


@pytest.mark.parametrize(("one", "two", "level"), COMPATIBLE)
def test_figures_that_differ_and_overlap(court: Any, one: str, two: str, level: str) -> None:
    assert court.pair(one, two) == ("compatible", level)
    assert court.pair(two, one) == ("compatible", level)


@pytest.mark.parametrize(("one", "two", "level"), CONFLICT)
def test_figures_that_cannot_both_be_right(court: Any, one: str, two: str, level: str) -> None:
    assert court.pair(one, two) == ("conflict", level)
    assert court.pair(two, one) == ("conflict", level)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("17", "17%"),
        ("17", "$17"),
        ("17", "17 km"),
        ("$50 million", "€50 million"),
        ("12 kilometre", "12 years"),
        ("[?]", "[2025-09-06]"),
        ("[?]", "[?]"),
        ("at least 12 years", "[2013]"),
        ("2 hours @2025-12-02", "[2025-12-02] @2025-12-02"),
    ],
)
def test_values_that_are_not_compared(court: Any, one: str, two: str) -> None:
    assert court.pair(one, two) is None
    assert court.judge(court.claim(one, "a"), court.claim(two, "b")).verdict is Verdict.SINGLE


@pytest.mark.parametrize(
    ("one", "two", "growth", "expected"),
    [
        ("3 @2025-09-29", "at least 4 @2025-10-10", GROWS, ("superseded", "grown")),
        ("3 @2025-09-29", "at least 4 @2025-10-10", FIXED, ("conflict", "apart")),
        ("3 @2025-09-29", "at least 4", GROWS, ("conflict", "apart")),
        ("3", "at least 4 @2025-10-10", GROWS, ("conflict", "apart")),
        ("5 @2025-09-29", "3 @2025-10-10", GROWS, ("conflict", "apart")),
        ("3 @2025-09-29", "5 @2025-09-29", GROWS, ("conflict", "apart")),
        ("3 @2025-09-29T09", "5 @2025-09-29", GROWS, ("conflict", "apart")),
        ("3 @2025-09-29T09", "5 @2025-09-29T17", GROWS, ("superseded", "grown")),
        ("5 @2025-09-29T09", "3 @2025-09-29T17", GROWS, ("conflict", "apart")),
        ("0 @2025-09-29", "12 @2025-09-30", GROWS, ("conflict", "apart")),
        ("hundreds @2025-09-29", "1,573 @2025-09-30", GROWS, ("superseded", "grown")),
        ("14 @2025-09-29", "17 @2025-09-29", GROWS, ("conflict", "apart")),
        ("14 @2025-09-29", "risen: 17 @2025-09-29", GROWS, ("superseded", "revised")),
        ("14", "risen: 17", FIXED, ("superseded", "revised")),
        ("20", "risen: 17", GROWS, ("conflict", "apart")),
        ("20", "fallen: 17", GROWS, ("superseded", "revised")),
        ("14", "fallen: 17", GROWS, ("conflict", "apart")),
        ("14", "revised: 17", GROWS, ("superseded", "revised")),
        ("20", "revised: 17", GROWS, ("conflict", "apart")),
        ("14 @2025-09-30", "risen: 17 @2025-09-29", GROWS, ("conflict", "apart")),
        ("4,500 @2025-09-01", "6,500 @2025-09-16", CHANGES, ("superseded", "changed")),
        ("6,500 @2025-09-01", "4,500 @2025-09-16", CHANGES, ("superseded", "changed")),
        ("4,500 @2025-09-01", "6,500 @2025-09-15", CHANGES, ("conflict", "apart")),
        ("4,500", "6,500 @2025-09-15", CHANGES, ("conflict", "apart")),
        ("38 years @2007-04-10", "39 years @2008-04-30", AGES, ("superseded", "aged")),
        ("38 years @2007-04-10", "39 years @2007-08-30", AGES, ("superseded", "aged")),
        ("61 years @2010-04-05", "62 years @2010-04-10", AGES, ("conflict", "apart")),
        ("38 years @2007-04-10", "41 years @2008-04-30", AGES, ("conflict", "apart")),
        ("39 years @2007-04-10", "38 years @2008-04-30", AGES, ("conflict", "apart")),
        ("at least 14 @2025-09-28", "17 @2025-09-29", GROWS, ("compatible", "overlap")),
        ("could: 500 @2025-09-29", "at least 1,000 @2025-09-29", GROWS, ("compatible", "not-stated-as-fact")),
        ("planned: 10,000", "4,500", CHANGES, ("compatible", "not-stated-as-fact")),
        ("planned: 10,000", "4,500", FIXED, ("conflict", "apart")),
        ("planned: 4,000", "4,500", CHANGES, ("conflict", "apart")),
        ("could: 400 @2025-09-28", "at least 1,000 @2025-09-29", GROWS, ("superseded", "grown")),
    ],
)
def test_what_time_explains(court: Any, one: str, two: str, growth: Growth, expected: tuple[str, str]) -> None:
    assert court.pair(one, two, growth) == expected
    assert court.pair(two, one, growth) == expected


def test_a_figure_that_its_own_article_overtakes_is_overtaken_by_every_higher_one(court: Any) -> None:
    old, new = court.claim("213", "a", "c-old"), court.claim("risen: 500", "a", "c-new")
    found = court.judge(old, new, court.claim("1,300", "b"), growth=GROWS).findings
    verdicts = {frozenset(c.id for p in f.positions for c in p.claims): f.verdict.value for f in found}
    assert verdicts == {frozenset({"c-old", "c-b"}): "superseded", frozenset({"c-new", "c-b"}): "conflict"}


def test_a_figure_revised_down_overtakes_the_one_it_names(court: Any) -> None:
    made = [court.claim("revised: 60", "a", "c-new"), court.claim("revised: 100", "a", "c-old")]
    for other, expected in (("100", "superseded"), ("about 95", "superseded")):
        found = court.judge(*made, court.claim(other, "b", "c-b"), growth=GROWS).findings
        verdicts = {f.verdict.value for f in found if {"c-new", "c-b"} <= {c.id for p in f.positions for c in p.claims}}
        assert verdicts == {expected}, other


def test_two_durations_are_starts_where_the_subject_holds_a_date(court: Any) -> None:
    one, two = court.claim("2 years @2013-08-21", "a"), court.claim("2.5 years @2013-08-21", "b")
    assert court.judge(one, two).verdict is Verdict.CONFLICT
    assert court.judge(one, two, court.claim("[2011] @2013-08-21", "c")).verdict is Verdict.COMPATIBLE


def test_the_levels_have_each_an_id_and_a_sentence_and_the_last_always_holds() -> None:
    assert len({level.id for level in LEVELS}) == len({level.says for level in LEVELS}) == len(LEVELS)
    assert LEVELS[-1].verdict is Verdict.CONFLICT
