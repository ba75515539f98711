"""Explanations of a gap: shown where their arithmetic holds, and only there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from claimcheck.assess import Growth
from claimcheck.model.claim import Frame, Scope
from claimcheck.model.span import Span


def explanation(court: Any, one: str, two: str, *besides: Any, growth: Growth = Growth.FIXED) -> str | None:
    made = court.claim(one, "a"), court.claim(two, "b")
    found: str | None = court.judge(*made, growth=growth, besides=tuple(c for c, _ in besides)).findings[0].explanation
    return found


@pytest.mark.parametrize(
    ("whole", "part", "besides", "shown"),
    [
        ("at least 6,500", "about 4,500", ["2,200"], '4,500 + 2,200 = 6,700: B also gives "2,200"'),
        ("17", "11", ["6"], '11 + 6 = 17: B also gives "6"'),
        ("17", "11", ["2", "4"], '11 + 2 + 4 = 17: B also gives "2" and "4"'),
        ("$10.5 million", "$8 million", ["$2.5 million"], '$8 million + $2.5 million = $10.5 million: B also gives "$2.5 million"'),
        ("17", "11", ["5"], None),
        ("at least 6,500", "about 4,500", ["9,000"], None),
        ("17", "11", ["at least dozens"[9:]], None),
        ("17", "11", ["$6"], None),
    ],
)
def test_a_sum_of_parts(court: Any, whole: str, part: str, besides: list[str], shown: str | None) -> None:
    made = [court.claim(text, "b", f"x{i}") for i, text in enumerate(besides)]
    assert explanation(court, whole, part, *made) == shown


def test_parts_are_of_the_same_article_and_of_the_same_sort(court: Any) -> None:
    part, article = court.claim("6", "b", "x1")
    assert explanation(court, "17", "11", (replace(part, source="c"), article)) is None
    assert explanation(court, "17", "11", (replace(part, kind="other"), article)) is None


def test_a_part_that_the_figure_holds_already_is_not_added(court: Any) -> None:
    part, article = court.claim("2,200", "b", "x1")
    for before in ("The total includes some ", "There were 4,500, among them "):
        said = before + part.text
        inside = replace(part, sentence=said, sentence_span=Span(0, len(said)), span=Span(len(before), len(said)))
        assert explanation(court, "at least 6,500", "about 4,500", (inside, article)) is None
    held = replace(part, frame=replace(part.frame, scope=frozenset([Scope.PART])))
    assert explanation(court, "at least 6,500", "about 4,500", (held, article)) is None


def test_ages_a_year_apart_may_have_a_birthday_between_them(court: Any) -> None:
    def said(one: str, two: str, *days: date | None) -> str:
        made = [court.claim(text, source, kind="age", as_of=day) for text, source, day in zip((one, two), "ab", days, strict=True)]
        return court.judge(*made).findings[0].explanation or ""

    day = date(2024, 5, 1)
    assert said("31 year", "32 year", None, None).startswith("a birthday may lie between the two")
    assert said("31 year", "32 year", None, day).startswith("a birthday may lie between the two")
    assert "birthday" not in said("31 year", "32 year", day, day)
    assert "birthday" not in said("31 year", "34 year", None, None)


def test_the_dead_are_not_added_to_the_injured(court: Any) -> None:
    part, article = court.claim("2", "b", "x1")
    dead = replace(part, kind="killed", frame=replace(part.frame, noun="person"))
    assert explanation(court, "10", "8", (dead, article)) is None


def test_many_figures_beside_do_not_make_a_sum_by_chance(court: Any) -> None:
    made = [court.claim(str(1000 + i * 37), "b", f"x{i}") for i in range(40)]
    assert explanation(court, "999,999", "11", *made) is None


@pytest.mark.parametrize(
    ("one", "two", "shown"),
    [
        ("6.5 million", "6,500", "one figure is a thousand times the other"),
        ("$5 billion", "$5 thousand", "one figure is a million times the other"),
        ("75 kilometre", "75 mile", "only the unit differs: 75 km and 75 miles"),
        ("48 kilometre", "30 kilometre", "30 miles are 48 km"),
        ("1,300", "13,000", "one digit more makes 1,300 into 13,000"),
        ("45", "54", "two digits changed places: 45 and 54"),
        ("1,243", "1,423", "two digits changed places: 1,243 and 1,423"),
    ],
)
def test_slips(court: Any, one: str, two: str, shown: str) -> None:
    for first, second in ((one, two), (two, one)):
        assert shown in (explanation(court, first, second) or "")


@pytest.mark.parametrize(("one", "two"), [("45", "55"), ("1,243", "3,421"), ("14", "17"), ("7", "70"), ("at least 14", "9")])
def test_nothing_is_explained_that_does_not_hold(court: Any, one: str, two: str) -> None:
    assert explanation(court, one, two) is None


def test_a_later_date(court: Any) -> None:
    assert explanation(court, "14 @2025-05-01", "17 @2025-05-02", growth=Growth.GROWS) == "B (2 May 2025) reports 1 day later"
    assert explanation(court, "17 @2025-05-04", "14 @2025-05-01", growth=Growth.GROWS) == "A (4 May 2025) reports 3 days later"


def test_different_claimants_and_scopes(court: Any) -> None:
    police, doctors = court.claim("14", "a", attribution="police"), court.claim("17", "b", attribution="doctors")
    assert court.judge(police, doctors).findings[0].explanation == "they come from different claimants: police, and doctors"
    again = court.claim("17", "b", attribution="Police")
    assert court.judge(police, again).findings[0].explanation is None
    total = court.claim("17", "b", frame=Frame(scope=frozenset({Scope.TOTAL})))
    assert court.judge(court.claim("14", "a"), total).findings[0].explanation == (
        "the words give them different scopes: no limit, and total"
    )
