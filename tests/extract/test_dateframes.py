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
    "Lund was confirmed by the council in May.": [None],
    "The firm reported a rise in thefts in May.": [None],
    "On Tuesday, doctors said that two barges had sunk.": ["sink"],
    "The barge sank on Tuesday, doctors said.": ["sink"],
    "A jury found Lund guilty on Tuesday of theft.": ["convict"],
    "The club turned the offer down on Tuesday.": ["reject"],
    "The dam burst on Tuesday, killing nine goats.": ["burst"],
    "Lund, in power since 2003, says the aim of the move is to topple him.": ["say"],
    "The barge that sank on Tuesday carried salt.": ["sink"],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_the_verb_that_a_date_stands_with(text: str) -> None:
    found = [c for c in extract(text, date(2011, 11, 10)) if isinstance(c.value, When)]
    assert [c.frame.predicate for c in found] == SENTENCES[text]


NOUNS = {
    "Lund faces a charge of fleeing, knowing that a loss resulted following the crash Sunday night.": ["crash"],
    "At a meeting Tuesday in Bari the clerks sang.": ["meeting"],
    "The clerks filed the lawsuit Tuesday.": [None],
    "October's numbers were revised.": ["number"],
    "Lund praised this month's jobs report.": ["report"],
    "Saturday's tax filings show nothing.": ["filing"],
    "Monday's jobs report provides an answer.": ["report"],
    "Today's number certainly paves the way.": ["number"],
    "In 1998 and 1999 young clerks were fired.": [None, None],
    "The 1998 and 1999 elections were close.": [None, "election"],
}


@pytest.mark.parametrize("text", NOUNS)
def test_the_noun_that_a_date_stands_with(text: str) -> None:
    found = [c for c in extract(text, date(2011, 11, 10)) if isinstance(c.value, When)]
    assert [c.frame.noun for c in found] == NOUNS[text]
