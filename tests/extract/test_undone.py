"""Dates on which something did not happen date nothing, and are compared with no other."""

from __future__ import annotations

import pytest

from claimcheck.link.subjects import comparable
from claimcheck.model.claim import Status
from claimcheck.model.when import When
from claimcheck.pipeline import extract

UNDONE = [
    "Norway did not sign the truce on Tuesday.",
    "Norway didn't sign the truce with Ruritania late on Tuesday.",
    "The truce was not signed on Tuesday.",
    "Norway has never signed the truce on Tuesday.",
    "The talks did not begin Tuesday.",
    "The attack did not occur on Tuesday.",
]
DONE = [
    "Norway signed the truce on Tuesday.",
    "Norway did not sign the truce until Tuesday.",
    "Karl Lund has not been seen since Tuesday.",
    "Police did not name the man who was shot on Tuesday.",
    "Police did not name the man shot on Tuesday.",
    "Police did not know that Karl Lund died on Tuesday.",
    "The army did not stop rebels from attacking Oslo on Tuesday.",
    "The truce, which Norway did not sign, began on Tuesday.",
    "Norway did not confirm Tuesday's attack.",
    "Norway did not only sign the truce on Tuesday.",
    "Lund did not resign and the talks began on Tuesday.",
]


def test_what_somebody_was_denied_on_a_day_did_happen() -> None:
    (claim,) = (c for c in extract("Karl Lund was denied a permit in March 2024.") if isinstance(c.value, When))
    assert comparable(claim)


@pytest.mark.parametrize("text", UNDONE)
def test_a_date_under_a_negated_verb_is_denied(text: str) -> None:
    (claim,) = (c for c in extract(text) if isinstance(c.value, When))
    assert claim.status is Status.DENIED
    assert not comparable(claim)
    assert any(step.rule == "status.denied" for step in claim.steps)


@pytest.mark.parametrize("text", DONE)
def test_a_date_of_what_did_happen_is_not(text: str) -> None:
    (claim,) = (c for c in extract(text) if isinstance(c.value, When))
    assert claim.status is not Status.DENIED
