"""Pairs of claims that may be of one subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.link.comparison import Comparison
from claimcheck.link.comparisons import Comparisons, same_value
from claimcheck.link.values import exclude
from claimcheck.link.wording import ranks
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Dimension


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, by their places among those compared, that may be of one subject."""

    score: float
    left: int
    right: int
    comparison: Comparison


def pairs(comparisons: Comparisons) -> list[Pair]:
    """Pairs that may be one subject, best first. Candidates share a bucket, so that a folder's cost grows with what can meet."""
    claims = comparisons.claims
    buckets: dict[str, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        for bucket in _buckets(claim, comparisons.catalogue):
            buckets[bucket].append(at)
    found: dict[tuple[int, int], Pair] = {}
    for members in buckets.values():
        for position, i in enumerate(members):
            for j in members[position + 1 :]:
                pair = _compared(claims, i, j, comparisons)
                if pair is not None:
                    found[i, j] = pair
    for (i, j), comparison in comparisons.judged_same():
        found[i, j] = Pair(comparison.score, i, j, comparison)
    rank = ranks(claims)
    kept = _mutual(claims, list(found.values()), comparisons.catalogue.linking.claims["margin"])
    return sorted(kept, key=lambda p: (-round(p.score, 6), sorted((rank[p.left], rank[p.right]))))


def _buckets(claim: Claim, catalogue: Catalogue) -> tuple[str, ...]:
    """Claims meet where they share a bucket: dates and spans, amounts of one dimension, counts of one type or of one figure."""
    if claim.dimension in (Dimension.DATE, Dimension.DURATION) and claim.kind != "age":
        return ("time",)
    if claim.dimension is not Dimension.COUNT:
        return (claim.kind,) if claim.kind == "age" else (claim.dimension.value,)
    found = catalogue.types.by_id.get(claim.kind)
    if found is None:
        return (claim.dimension.value, claim.kind, f"figure {claim.figure}")
    return (*sorted({claim.kind, *found.meets}), f"figure {claim.figure}")


def _compared(claims: Sequence[Claim], i: int, j: int, comparisons: Comparisons) -> Pair | None:
    comparison = comparisons.of(i, j)
    if comparison.blocked is not None or comparison.score < least(claims[i], claims[j], comparisons.catalogue):
        return None
    return Pair(comparison.score, i, j, comparison)


def least(left: Claim, right: Claim, catalogue: Catalogue) -> float:
    """The score from which two claims may be one subject."""
    dated = Dimension.DATE in (left.dimension, right.dimension)
    weights = catalogue.linking.dates if dated else catalogue.linking.claims
    if not exclude(left, right, catalogue):
        return weights["link"]
    untold = left.kind not in catalogue.types.by_id or right.kind not in catalogue.types.by_id
    counted = not dated and left.dimension is Dimension.COUNT
    nouns = [noun for noun in (left.frame.noun, right.frame.noun) if noun is not None]
    told = len(set(nouns)) == 1 and nouns[0] not in catalogue.nouns.wide and len(nouns) == 2
    if counted and untold and not told and any(catalogue.grammar.names_person(noun, catalogue.nouns.classes) for noun in nouns):
        return weights["link_apart"] + weights["people_apart"]
    if not dated and untold and left.dimension is Dimension.DURATION:
        return weights["link_apart"] + weights["spans_apart"]
    return weights["link_apart"]


def _mutual(claims: Sequence[Claim], pairs: Sequence[Pair], margin: float) -> list[Pair]:
    """Keep a pair across articles only where each is (nearly) the best partner of the other in that other's article."""
    best: dict[tuple[int, str], float] = {}
    for pair in pairs:
        for one, two in ((pair.left, pair.right), (pair.right, pair.left)):
            key = (one, claims[two].source)
            best[key] = max(best.get(key, float("-inf")), pair.score)
    kept = []
    for pair in pairs:
        top = max(best[(pair.left, claims[pair.right].source)], best[(pair.right, claims[pair.left].source)])
        if pair.score >= top - margin or same_value(claims[pair.left], claims[pair.right]):
            kept.append(pair)
    return kept
