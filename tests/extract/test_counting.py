"""The day on which a figure was counted: every example of counting.yaml, and what a report says of it."""

from __future__ import annotations

import pytest

from claimcheck.lexicon.catalogue import load_catalogue
from claimcheck.lexicon.counting import CountingExample
from claimcheck.model.quantity import Quantity
from claimcheck.pipeline import extract_text


@pytest.mark.parametrize("example", load_catalogue().counting.examples, ids=lambda e: e.text[:50])
def test_the_day_of_a_count(example: CountingExample) -> None:
    claims = extract_text(example.text, example.published)[1].claims
    found = [c for c in claims if isinstance(c.value, Quantity) and c.value.figure[0] == example.figure]
    assert [c.as_of for c in found] == [example.day or example.published]
