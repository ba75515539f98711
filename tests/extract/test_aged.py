"""Whose age a figure is: the whole name beside it."""

from __future__ import annotations

import pytest

from claimcheck import extract

NAMES = [
    ("Ann Roe, 42, was held.", {"ann", "roe"}),
    ("John F. Roe, 42, was held.", {"john", "roe"}),
    ("Police held Ann B Doe, 37, on Monday.", {"ann", "doe"}),
    ("A 42-year-old man was held.", set()),
    ("A 42-year-old woman, Ann Roe, was held.", {"ann", "roe"}),
    ("Police held 42-year-old Ann King of Leeds.", {"ann", "king"}),
    ("Tom King, 42, was held.", {"tom", "king"}),
    ("A 42-year-old woman, Police Chief Doe said, was held.", set()),
]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[text for text, _ in NAMES])
def test_the_name_beside_an_age(text: str, name: set[str]) -> None:
    (age,) = (claim for claim in extract(text) if claim.kind == "age")
    assert age.frame.holder == name


LISTS = [
    (
        "Among the wounded are 34-year-old Ann Roe, 20-year-old Tom Doe and 31-year-old Ida Poe.",
        [{"ann", "roe"}, {"tom", "doe"}, {"ida", "poe"}],
    ),
    ("Ann Roe, 34, Tom Doe, 20, and Ida Poe, 31, were hurt.", [{"ann", "roe"}, {"tom", "doe"}, {"ida", "poe"}]),
    ("Ann Roe, a 34-year-old Leeds baker, was hurt.", [{"ann", "roe"}]),
]


@pytest.mark.parametrize(("text", "names"), LISTS, ids=[text for text, _ in LISTS])
def test_each_of_several_ages_has_the_name_beside_it(text: str, names: list[set[str]]) -> None:
    assert [claim.frame.holder for claim in extract(text) if claim.kind == "age"] == names
