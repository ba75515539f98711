"""Claims into subjects: pairs compared, the best of them joined, never across a blocker."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.units import Units
from claimcheck.link.comparison import Comparison
from claimcheck.link.features import compare
from claimcheck.link.labels import label_of
from claimcheck.link.values import apart_in_article, exclude, is_old
from claimcheck.model.claim import Claim, Scope
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.report import Story
from claimcheck.model.subject import Link, Subject
from claimcheck.model.when import When

_MARGIN = 0.35
"""How far below the best partner in an article another may score and still be taken for the same."""


@dataclass(frozen=True, slots=True)
class _Pair:
    score: float
    left: int
    right: int
    comparison: Comparison


def find_subjects(stories: Sequence[Story], claims: Mapping[str, Sequence[Claim]], catalogue: Catalogue) -> tuple[Subject, ...]:
    """The subjects of all stories. `claims` gives each article's claims by its id; those of no use for comparing are left out."""
    found: list[Subject] = []
    for story in stories:
        members = [c for source in story.articles for c in claims[source] if _comparable(c)]
        found += _of_story(story, members, catalogue)
    return tuple(found)


def _comparable(claim: Claim) -> bool:
    if isinstance(claim.value, When):
        return claim.value.resolved and not claim.frame.speech
    return True


def _of_story(story: Story, claims: Sequence[Claim], catalogue: Catalogue) -> Iterator[Subject]:
    comparisons = _Comparisons(claims, catalogue, main_figures(claims, catalogue.units), {})
    pairs = _pairs(claims, comparisons)
    clusters = _cluster(claims, pairs, comparisons)
    used: Counter[str] = Counter()
    for members in clusters:
        chosen = tuple(claims[i] for i in members)
        key = _key(chosen)
        used[key] += 1
        digest = hashlib.sha256(json.dumps([key, used[key]]).encode()).hexdigest()[:10]
        links = tuple(_link(claims, p) for p in pairs if p.left in members and p.right in members)
        yield Subject(f"u-{digest}", label_of(chosen, catalogue), chosen[0].kind, chosen, story.id, links)


def _link(claims: Sequence[Claim], pair: _Pair) -> Link:
    return Link(claims[pair.left].id, claims[pair.right].id, round(pair.score, 2), pair.comparison.reasons)


def _key(claims: Sequence[Claim]) -> str:
    nouns = Counter(c.frame.noun or "" for c in claims)
    noun = sorted(nouns, key=lambda n: (-nouns[n], n))[0]
    groups = sorted(set().union(*(c.frame.groups for c in claims)))
    return json.dumps([claims[0].kind, claims[0].dimension.value, noun, groups])


# --- pairs ---------------------------------------------------------------------------------------------------------------------


def _pairs(claims: Sequence[Claim], comparisons: _Comparisons) -> list[_Pair]:
    """Pairs that may be one subject, best first. Candidates share a bucket, so that a folder's cost grows with what can meet."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        for bucket in _buckets(claim, comparisons.catalogue):
            buckets[bucket].append(at)
    found: dict[tuple[int, int], _Pair] = {}
    for members in buckets.values():
        for position, i in enumerate(members):
            for j in members[position + 1 :]:
                pair = _compared(claims, i, j, comparisons)
                if pair is not None:
                    found[i, j] = pair
    return sorted(_mutual(claims, list(found.values())), key=lambda p: (-p.score, p.left, p.right))


def main_figures(claims: Sequence[Claim], units: Units) -> frozenset[str]:
    """Claims that give their article's main figure of a kind and people, with its repetitions.

    The main figure is the largest, parts of sets and figures of earlier events apart.
    """
    groups: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        aside = Scope.PART in claim.frame.scope or Scope.ADDED in claim.frame.scope or is_old(claim)
        if claim.dimension not in (Dimension.DATE, Dimension.RANK) and not aside:
            groups[(claim.source, claim.kind, claim.unit or "", ",".join(sorted(claim.frame.groups)))].append(claim)
    chosen: set[str] = set()
    for found in groups.values():
        top = max(found, key=lambda c: c.value.figure[1] if isinstance(c.value, Quantity) else 0)
        chosen |= {c.id for c in found if c is top or apart_in_article(top, c, units) is None}
    return frozenset(chosen)


def _buckets(claim: Claim, catalogue: Catalogue) -> tuple[str, ...]:
    """Claims meet where they share a bucket: dates and spans of time, amounts of one dimension, counts of one type or of one figure."""
    if claim.dimension in (Dimension.DATE, Dimension.DURATION) and claim.kind != "age":
        return ("time",)
    if claim.dimension is not Dimension.COUNT:
        return (claim.kind,) if claim.kind == "age" else (claim.dimension.value,)
    found = catalogue.types.by_id.get(claim.kind)
    if found is None:
        return (claim.dimension.value, f"figure {claim.figure}")
    return (*sorted({claim.kind, *found.meets}), f"figure {claim.figure}")


def _compared(claims: Sequence[Claim], i: int, j: int, comparisons: _Comparisons) -> _Pair | None:
    comparison = comparisons.of(i, j)
    linking = comparisons.catalogue.linking
    dated = Dimension.DATE in (claims[i].dimension, claims[j].dimension)
    weights = linking.dates if dated else linking.claims
    least = weights["link_apart" if exclude(claims[i], claims[j], comparisons.catalogue.units) else "link"]
    return _Pair(comparison.score, i, j, comparison) if comparison.blocked is None and comparison.score >= least else None


def _mutual(claims: Sequence[Claim], pairs: Sequence[_Pair]) -> list[_Pair]:
    """Keep a pair across articles only where each is (nearly) the best partner of the other in that other's article."""
    best: dict[tuple[int, str], float] = {}
    for pair in pairs:
        for one, two in ((pair.left, pair.right), (pair.right, pair.left)):
            key = (one, claims[two].source)
            best[key] = max(best.get(key, float("-inf")), pair.score)
    kept = []
    for pair in pairs:
        top = max(best[(pair.left, claims[pair.right].source)], best[(pair.right, claims[pair.left].source)])
        if pair.score >= top - _MARGIN or _same_value(claims[pair.left], claims[pair.right]):
            kept.append(pair)
    return kept


def _same_value(left: Claim, right: Claim) -> bool:
    return left.figure == right.figure and left.unit == right.unit


# --- clusters ------------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Comparisons:
    """Comparisons of a story's claims, each made once."""

    claims: Sequence[Claim]
    catalogue: Catalogue
    sole: frozenset[str]
    made: dict[tuple[int, int], Comparison]

    def of(self, i: int, j: int) -> Comparison:
        key = (i, j) if i < j else (j, i)
        if key not in self.made:
            self.made[key] = _between(self.claims[key[0]], self.claims[key[1]], self.catalogue, self.sole)
        return self.made[key]


def _between(left: Claim, right: Claim, catalogue: Catalogue, sole: frozenset[str]) -> Comparison:
    if left.restates == right.id or right.restates == left.id:
        return Comparison(99.0, ())
    if left.source == right.source:
        why = apart_in_article(left, right, catalogue.units)
        if why:
            return Comparison(float("-inf"), (), why)
    return compare(left, right, catalogue, sole)


def _cluster(claims: Sequence[Claim], pairs: Sequence[_Pair], comparisons: _Comparisons) -> list[list[int]]:
    """Join the best pairs first; two clusters join only where no pair between them is blocked and most pairs speak for it."""
    members: dict[int, list[int]] = {i: [i] for i in range(len(claims))}
    home = list(range(len(claims)))
    for pair in pairs:
        one, two = sorted((home[pair.left], home[pair.right]))
        if one == two or not _may_join(members[one], members[two], comparisons):
            continue
        for at in members[two]:
            home[at] = one
        members[one] = sorted(members[one] + members.pop(two))
    return [group for _, group in sorted(members.items())]


def _may_join(one: Sequence[int], two: Sequence[int], comparisons: _Comparisons) -> bool:
    total, count = 0.0, 0
    for i in one:
        for j in two:
            found = comparisons.of(i, j)
            if found.blocked is not None:
                return False
            total += min(found.score, 8.0)
            count += 1
    return total / count >= comparisons.catalogue.linking.claims["average"]
