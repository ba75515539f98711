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


STATED = [
    ("Two men, 18 and 20, and one woman, 19, were hurt.", [18, 20, 19]),
    ("He hit three women — 17, 19 and 20 — and fled.", [17, 19, 20]),
    ("The three victims (18, 19 and 23) live there.", [18, 19, 23]),
    ("Ann and Tom Roe of Reno, Nev., both 61, were hurt.", [61]),
    ("Her boyfriend, believed to be 19, was hurt.", [19]),
    ("Ann Roe, left, 16, and Ida Doe, 17, read.", [16, 17]),
    ("Height: six feet. Age: 48.", [48]),
    ("Ida Roe, age 17 months, was hurt.", [17]),
    ("The dead are believed to be 19.", []),
    ("The buses, 12 and 14, were late.", []),
    ("The weavers, 18 and 20 of them, left.", []),
    ("They sold cheese aged 12 weeks.", []),
]


@pytest.mark.parametrize(("text", "ages"), STATED, ids=[text for text, _ in STATED])
def test_ages_behind_people(text: str, ages: list[int]) -> None:
    found = [claim.low for claim in extract(text) if claim.kind == "age"]
    assert found == ages


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
