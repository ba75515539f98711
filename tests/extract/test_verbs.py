"""The verb that a figure or a date stands under: over all of a list, and past the colon of a clock."""

from __future__ import annotations

import pytest

from claimcheck import extract

VERBS = [
    ("The patrol seized nine rifles, flares, two radios and a dozen masks.", {"9": "seize", "2": "seize", "12": "seize"}),
    ("The storm sank 14 boats and six barges.", {"14": "sink", "6": "sink"}),
    ("The storm sank 14 boats, and six barges ran aground.", {"14": "sink", "6": "run"}),
    ("Rebels hold 30 villages in the hills near two towns.", {"30": "hold", "2": None}),
]


@pytest.mark.parametrize(("text", "verbs"), VERBS, ids=[text for text, _ in VERBS])
def test_the_verb_of_each_count(text: str, verbs: dict[str, str | None]) -> None:
    found = {str(claim.figure[0]): claim.frame.predicate for claim in extract(text) if claim.figure is not None}
    assert found == verbs


DATED = [
    ("On Monday, March 2, at about 3:00 pm, the depot at Halden was bombed.", "bomb"),
    ("At 3:15 on Monday, March 2, the depot was bombed.", "bomb"),
    ("There is one rule for Monday, March 2: the depot closes at noon.", None),
]


@pytest.mark.parametrize(("text", "verb"), DATED, ids=[text for text, _ in DATED])
def test_the_verb_of_a_date(text: str, verb: str | None) -> None:
    (day,) = (claim for claim in extract(text) if claim.kind == "date")
    assert day.frame.predicate == verb
