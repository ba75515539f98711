"""A figure whose own words leave out the noun, or stand for an earlier one, counts what they stand for."""

from __future__ import annotations

import pytest

import claimcheck

STOOD_FOR = [
    (
        "The air force began strikes in May. The minister has confirmed five such operations.",
        "five such operations",
        "strike",
        "strikes",
    ),
    ("The jets carry out strikes at night. He listed seven such attacks.", "seven such attacks", "strike", "strikes"),
    ("Of the attackers, 29 were killed.", "29", "attacker", "killed"),
    ("The army halted its strikes on depots, at least nine of which were filmed.", "at least nine", "strike", "strikes"),
]


@pytest.mark.parametrize(("text", "figure", "noun", "kind"), STOOD_FOR, ids=[row[1] for row in STOOD_FOR])
def test_what_a_figure_stands_for(text: str, figure: str, noun: str, kind: str) -> None:
    (claim,) = [c for c in claimcheck.extract(text) if c.text == figure]
    assert (claim.frame.noun, claim.kind) == (noun, kind)


def test_such_before_a_noun_that_names_nothing_earlier() -> None:
    (claim,) = claimcheck.extract("The bakers met on the square. Eight such gardens were planted.")
    assert claim.frame.noun == "garden"
