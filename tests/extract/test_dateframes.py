"""A date beside a verb of saying dates the saying."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.model.when import When
from claimcheck.pipeline import extract

SENTENCES = {
    "The bishop on Tuesday said the organ was sold.": ["say"],
    "The ministry last week confirmed that two barges had sunk.": ["confirm"],
    "Doctors yesterday warned of the dangers of selling mushrooms.": ["warn"],
    "The wire reported Tuesday that clerks claimed 544 pens.": ["report"],
    "There were 900 reported thefts by Tuesday.": [None],
    "On Tuesday, doctors said that two barges had sunk.": ["sink"],
    "The barge sank on Tuesday, doctors said.": ["sink"],
    "The barge that sank on Tuesday carried salt.": ["sink"],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_the_verb_that_a_date_stands_with(text: str) -> None:
    found = [c for c in extract(text, date(2011, 11, 10)) if isinstance(c.value, When)]
    assert [c.frame.predicate for c in found] == SENTENCES[text]
