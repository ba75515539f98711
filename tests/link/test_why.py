"""Why two claims are under one subject or not: two texts of one story or of two, and what is said of their first counts."""

from __future__ import annotations

import pytest

from claimcheck.link import find_subjects, liken
from claimcheck.model.report import Story
from claimcheck.model.subject import Likeness

from .said import CATALOGUE, articles, claims_of

KHARKIV = "A blast killed 12 people in Kharkiv on Monday."
CITY = "The Kharkiv blast killed 12 people."
ODESA = "The blast killed 19 people in Odesa."
BRIDGES = "The region has 12 bridges. The blast killed 19 people in Odesa."


def why(*texts: str, judged: str = "", apart: bool = False) -> Likeness:
    told = articles(texts)
    claims = claims_of(told)
    stories = [Story("t-1", "a story", tuple(a.id for a in told))]
    if apart:
        stories = [Story(f"t-{at}", "a story", (a.id,)) for at, a in enumerate(told)]
    left, right = (next(c for c in claims[a.id] if c.dimension == "count") for a in told[:2])
    judgements = {(min(left.id, right.id), max(left.id, right.id)): judged} if judged else {}
    subjects = find_subjects(stories, claims, CATALOGUE, judgements)
    return liken(left, right, stories, claims, subjects, CATALOGUE, judgements)


@pytest.mark.parametrize(
    ("found", "together", "words"),
    [
        (why(KHARKIV, CITY), True, "they are alike enough"),
        (why(KHARKIV, KHARKIV), True, "one sentence, word for word"),
        (why(KHARKIV, ODESA), False, "the figures differ, and so do the places"),
        (why(KHARKIV, BRIDGES), False, "one tells of people killed, the other of bridge"),
        (why(KHARKIV, CITY, apart=True), False, "their articles tell two stories"),
        (why(KHARKIV, CITY, judged="different"), False, "a person judged them to be different"),
        (why(KHARKIV, ODESA, judged="same"), True, "a person judged them to be one"),
        (
            why("The storm killed 12 people.", "Floods have killed 430 people since May, and a storm is due."),
            False,
            "they are not alike enough",
        ),
    ],
)
def test_what_decided(found: Likeness, together: bool, words: str) -> None:
    assert found.together is together
    assert words in found.why


def test_each_field_is_told_with_its_weight_and_they_add_up() -> None:
    found = why(KHARKIV, CITY)
    assert {"kind", "figure", "near"} <= {field for field, _, _ in found.fields}
    assert found.score == pytest.approx(sum(score for _, score, _ in found.fields))
    assert found.score is not None
    assert found.score >= found.needed


def test_nothing_is_added_up_where_something_forbids() -> None:
    found = why(KHARKIV, ODESA)
    assert (found.score, found.fields) == (None, ())
