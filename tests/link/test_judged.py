"""What people judged of two claims overrides what the linking finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from claimcheck.link import find_subjects
from claimcheck.link.judged import JudgementError
from claimcheck.model.claim import Claim
from claimcheck.model.report import Story

from .said import CATALOGUE, articles, claims_of

KHARKIV = "A blast killed 12 people in Kharkiv on Monday."
CITY = "The Kharkiv blast killed 12 people."
ODESA = "The blast killed 19 people in Odesa."
LIONS = "The zoo of Odesa has 19 lions."


def judged(texts: Sequence[str], said: Mapping[tuple[int, int], str], stories: Sequence[Sequence[int]]) -> set[frozenset[int]]:
    """Which texts share a subject, by their first counts; `said` judges those of two texts."""
    told = articles(texts)
    claims = claims_of(told)
    first = {at: next(c for c in claims[a.id] if c.dimension == "count") for at, a in enumerate(told)}
    verdicts = {_pair(first[i], first[j]): verdict for (i, j), verdict in said.items()}
    sorted_out = [Story(f"t-{n}", "a story", tuple(told[at].id for at in story)) for n, story in enumerate(stories)]
    subjects = find_subjects(sorted_out, claims, CATALOGUE, verdicts)
    known = {c.id: at for at, c in first.items()}
    return {frozenset(known[c.id] for c in s.claims if c.id in known) for s in subjects} - {frozenset()}


def _pair(one: Claim, two: Claim) -> tuple[str, str]:
    return min(one.id, two.id), max(one.id, two.id)


ONE_STORY = [[0, 1]]

CASES = {
    "nothing judged": ([KHARKIV, CITY], {}, ONE_STORY, [{0, 1}]),
    "different parts what belongs together": ([KHARKIV, CITY], {(0, 1): "different"}, ONE_STORY, [{0}, {1}]),
    "two places are apart": ([KHARKIV, ODESA], {}, ONE_STORY, [{0}, {1}]),
    "same joins over a blocker": ([KHARKIV, ODESA], {(0, 1): "same"}, ONE_STORY, [{0, 1}]),
    "same joins what no bucket holds": ([KHARKIV, LIONS], {(0, 1): "same"}, ONE_STORY, [{0, 1}]),
    "same joins over two stories": ([KHARKIV, ODESA], {(0, 1): "same"}, [[0], [1]], [{0, 1}]),
    "two stories are apart": ([KHARKIV, CITY], {}, [[0], [1]], [{0}, {1}]),
    "the machine joins a third to what is judged": ([KHARKIV, ODESA, CITY], {(0, 1): "same"}, [[0, 2], [1]], [{0, 1, 2}]),
    "different holds against a third": ([KHARKIV, ODESA, CITY], {(0, 1): "same", (1, 2): "different"}, [[0, 1, 2]], [{0, 1}, {2}]),
}


@pytest.mark.parametrize(("texts", "said", "stories", "wanted"), CASES.values(), ids=list(CASES))
def test_judged(texts: list[str], said: dict[tuple[int, int], str], stories: list[list[int]], wanted: list[set[int]]) -> None:
    assert judged(texts, said, stories) == set(map(frozenset, wanted))


def test_a_contradiction_names_both_claims() -> None:
    said = {(0, 1): "same", (1, 2): "same", (0, 2): "different"}
    with pytest.raises(
        JudgementError, match=r'"12 people" \(line 1: .*"12 people" \(line 1: .* are judged different, and the same'
    ):
        judged([KHARKIV, ODESA, CITY], said, [[0, 1, 2]])
