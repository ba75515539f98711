"""Pairs into clusters: the best joined first, never across a blocker that holds firm."""

from __future__ import annotations

import math
from collections.abc import Sequence

from claimcheck.link.comparisons import JUDGED, Comparisons
from claimcheck.link.judged import refuse_contradiction
from claimcheck.link.pairs import Pair


def clusters(pairs: Sequence[Pair], comparisons: Comparisons) -> list[list[int]]:
    """Join the best pairs first; two clusters join only where no pair between them is blocked and most pairs speak for it."""
    claims = comparisons.claims
    members: dict[int, list[int]] = {i: [i] for i in range(len(claims))}
    home = list(range(len(claims)))
    for pair in pairs:
        one, two = sorted((home[pair.left], home[pair.right]))
        if one == two:
            continue
        if pair.score >= JUDGED:
            refuse_contradiction(claims, members[one], members[two], comparisons.judgements)
        elif not _may_join(members[one], members[two], comparisons):
            continue
        for at in members[two]:
            home[at] = one
        members[one] = sorted(members[one] + members.pop(two))
    return [group for _, group in sorted(members.items())]


def _may_join(one: Sequence[int], two: Sequence[int], comparisons: Comparisons) -> bool:
    weights = comparisons.catalogue.linking.claims
    scores = []
    for i in one:
        for j in two:
            found = comparisons.of(i, j)
            if found.blocked is not None and found.firm:
                return False
            scores.append(min(found.score, weights["enough"]) if found.blocked is None else weights["outvoted"])
    return math.fsum(scores) / len(scores) >= weights["average"]
