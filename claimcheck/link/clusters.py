"""Pairs into clusters: the best joined first, never across a blocker that holds firm."""

from __future__ import annotations

import math
from collections.abc import Sequence

from claimcheck.link.comparisons import JUDGED, Comparisons, same_value
from claimcheck.link.joining import join
from claimcheck.link.judged import refuse_contradiction
from claimcheck.link.pairs import Pair
from claimcheck.link.values import plain
from claimcheck.model.quantity import Dimension


def clusters(pairs: Sequence[Pair], comparisons: Comparisons) -> list[list[int]]:
    """Join the best pairs first; two clusters join only where no pair between them holds firm and most pairs speak for it."""
    claims = comparisons.claims

    def may_join(one: Sequence[int], two: Sequence[int], left: int, right: int) -> bool:
        if comparisons.of(left, right).score >= JUDGED:
            refuse_contradiction(claims, one, two, comparisons.judgements)
            return True
        telling = claims[left].dimension is not Dimension.DATE and not plain(claims[left], comparisons.catalogue.linking)
        return _may_join(one, two, comparisons, one_figure=telling and same_value(claims[left], claims[right]))

    return join(range(len(claims)), ((pair.left, pair.right) for pair in pairs), may_join)


def _may_join(one: Sequence[int], two: Sequence[int], comparisons: Comparisons, *, one_figure: bool) -> bool:
    """Whether two clusters join; those that give one telling figure (`one_figure`) do whatever the rest of them says on average."""
    weights = comparisons.catalogue.linking.claims
    claims = comparisons.claims
    scores = []
    torn: set[str] = set()
    for i in one:
        for j in two:
            found = comparisons.of(i, j)
            if found.blocked is not None and found.firm:
                return False
            if found.blocked is not None and claims[i].source == claims[j].source:
                torn.add(claims[i].source)
            scores.append(min(found.score, weights["enough"]) if found.blocked is None else weights["outvoted"])
    if len(torn) > 1:
        return False  # two articles that each give both figures mean two things
    return one_figure or math.fsum(scores) / len(scores) >= weights["average"]
