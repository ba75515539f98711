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
    ("A 42-year-old woman, Police Chief Doe said, was held.", set()),
]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[text for text, _ in NAMES])
def test_the_name_beside_an_age(text: str, name: set[str]) -> None:
    (age,) = (claim for claim in extract(text) if claim.kind == "age")
    assert age.frame.holder == name
