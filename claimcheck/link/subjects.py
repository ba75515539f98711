"""Claims into subjects: pairs compared, the best of them joined, never across a blocker."""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.units import Units
from claimcheck.link.comparison import Comparison, Match, blocked
from claimcheck.link.features import compare
from claimcheck.link.judged import NOTHING_JUDGED, SAME, Judgements, joined, refuse_contradiction
from claimcheck.link.labels import label_of, main_kind, most_common
from claimcheck.link.values import apart_in_article, exclude, is_old
from claimcheck.link.wording import ranks, twins, wording
from claimcheck.model.claim import Claim, Scope
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.report import Story
from claimcheck.model.subject import Link, Subject
from claimcheck.model.when import When

_MARGIN = 0.35
"""How far below the best partner in an article another may score and still be taken for the same."""

_ENOUGH = 8.0
"""The most that one pair says for joining its clusters."""

_SAME = 99.0
"""The score of two claims that are one by their words."""

_JUDGED = 999.0
"""The score of two claims that a person judged to be one: such pairs are joined before all others."""

_COPY = "they are one sentence, word for word"


@dataclass(frozen=True, slots=True)
class _Pair:
    score: float
    left: int
    right: int
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class _Draft:
    """A subject that has no id yet."""

    story: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]


def find_subjects(
    stories: Sequence[Story],
    claims: Mapping[str, Sequence[Claim]],
    catalogue: Catalogue,
    judgements: Judgements = NOTHING_JUDGED,
) -> tuple[Subject, ...]:
    """The subjects of all stories.

    Args:
        stories: The articles, sorted into stories.
        claims: Each article's claims by its id; those of no use for comparing are left out.
        catalogue: Weights, words and kinds.
        judgements: What people said of pairs of claims; it overrides everything that is found here.

    Raises:
        JudgementError: Two claims are judged different, and the same by way of others.
    """
    drafts: list[_Draft] = []
    for together in joined(stories, claims, judgements):
        members = [c for story in together for source in story.articles for c in claims[source] if _comparable(c)]
        story_of = {source: story.id for story in together for source in story.articles}
        drafts += _of_story(story_of, members, catalogue, judgements)
    labels = [label_of(draft.claims, catalogue) for draft in drafts]
    ids = _ids(drafts, labels)
    return tuple(
        Subject(ident, label, main_kind(draft.claims), draft.claims, draft.story, draft.links)
        for draft, label, ident in zip(drafts, labels, ids, strict=True)
    )


def _comparable(claim: Claim) -> bool:
    if isinstance(claim.value, When):
        return claim.value.resolved and not claim.frame.speech
    return True


def _of_story(
    story_of: Mapping[str, str], claims: Sequence[Claim], catalogue: Catalogue, judgements: Judgements
) -> Iterator[_Draft]:
    speaks_for = twins(claims)
    voices = sorted(set(speaks_for.values()))
    heard = [claims[i] for i in voices]
    copies: dict[int, list[Claim]] = {at: [] for at in voices}
    for i, voice in speaks_for.items():
        copies[voice].append(claims[i])
    comparisons = _Comparisons(
        heard, list(copies.values()), catalogue, main_figures(claims, catalogue.units), story_of, judgements, {}
    )
    pairs = _pairs(heard, comparisons)
    for cluster in _cluster(heard, pairs, comparisons):
        inside = {voices[at] for at in cluster}
        members = [i for i, voice in speaks_for.items() if voice in inside]
        links = [_link(heard, p) for p in pairs if p.left in cluster and p.right in cluster]
        links += [Link(claims[i].id, claims[speaks_for[i]].id, _SAME, (_COPY,)) for i in members if i not in inside]
        yield _Draft(story_of[claims[members[0]].source], tuple(claims[i] for i in members), tuple(links))


def _link(claims: Sequence[Claim], pair: _Pair) -> Link:
    return Link(claims[pair.left].id, claims[pair.right].id, round(pair.score, 2), pair.comparison.reasons)


def _ids(drafts: Sequence[_Draft], labels: Sequence[str]) -> list[str]:
    """An id for each subject, from what it is about; those that are about the same by these words are numbered by what they say."""
    keys = [json.dumps([_key(draft.claims), label]) for draft, label in zip(drafts, labels, strict=True)]
    used: Counter[str] = Counter()
    ids = [""] * len(drafts)
    for at in sorted(range(len(drafts)), key=lambda at: min((wording(c), c.source) for c in drafts[at].claims)):
        used[keys[at]] += 1
        ids[at] = "u-" + hashlib.sha256(json.dumps([keys[at], used[keys[at]]]).encode()).hexdigest()[:10]
    return ids


def _key(claims: Sequence[Claim]) -> list[object]:
    noun = most_common([c.frame.noun or "" for c in claims])
    groups = sorted(set().union(*(c.frame.groups for c in claims)))
    return [main_kind(claims), sorted({c.dimension.value for c in claims}), noun, groups]


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
    for (i, j), comparison in comparisons.judged_same():
        found[i, j] = _Pair(comparison.score, i, j, comparison)
    rank = ranks(claims)
    kept = _mutual(claims, list(found.values()))
    return sorted(kept, key=lambda p: (-round(p.score, 6), sorted((rank[p.left], rank[p.right]))))


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
        largest = max(_largest(c) for c in found)
        tops = [c for c in found if _largest(c) == largest]
        chosen |= {c.id for c in found if any(c is top or apart_in_article(top, c, units) is None for top in tops)}
    return frozenset(chosen)


def _largest(claim: Claim) -> Decimal:
    return claim.value.figure[1] if isinstance(claim.value, Quantity) else Decimal(0)


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


def _compared(claims: Sequence[Claim], i: int, j: int, comparisons: _Comparisons) -> _Pair | None:
    comparison = comparisons.of(i, j)
    if comparison.blocked is not None or comparison.score < _least(claims[i], claims[j], comparisons.catalogue):
        return None
    return _Pair(comparison.score, i, j, comparison)


def _least(left: Claim, right: Claim, catalogue: Catalogue) -> float:
    """The score from which two claims may be one subject."""
    dated = Dimension.DATE in (left.dimension, right.dimension)
    weights = catalogue.linking.dates if dated else catalogue.linking.claims
    if not exclude(left, right, catalogue.units):
        return weights["link"]
    people = catalogue.nouns.classes["people"]
    untold = left.kind not in catalogue.types.by_id or right.kind not in catalogue.types.by_id
    counted = not dated and left.dimension is Dimension.COUNT
    if counted and untold and (left.frame.noun in people or right.frame.noun in people):
        return weights["link_apart"] + weights["people_apart"]
    return weights["link_apart"]


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
    copies: Sequence[Sequence[Claim]]
    """Of each claim the claims that it speaks for, and itself."""
    catalogue: Catalogue
    mains: frozenset[str]
    """Claims that give their article's main figure."""
    story_of: Mapping[str, str]
    """The story of each article; more than one where a person joined claims of two."""
    judgements: Judgements
    made: dict[tuple[int, int], Comparison]

    def of(self, i: int, j: int) -> Comparison:
        key = (i, j) if i < j else (j, i)
        if key not in self.made:
            self.made[key] = self._between(*key)
        return self.made[key]

    def _between(self, i: int, j: int) -> Comparison:
        left, right = self.claims[i], self.claims[j]
        verdict = self._judged(i, j)
        if verdict is not None:
            return verdict
        if self.story_of[left.source] != self.story_of[right.source]:
            return blocked("they are of two stories", firm=False)
        if left.restates == right.id or right.restates == left.id:
            return Comparison(_SAME, (Match("restated", _SAME, "one restates the other in another unit"),))
        for one in self.copies[i]:
            for two in self.copies[j]:
                why = apart_in_article(one, two, self.catalogue.units) if one.source == two.source else None
                if why:
                    return blocked(why)
        if left.source == right.source and not self._told_twice(left, right):
            return blocked("one article gives both figures")
        return compare(left, right, self.catalogue, self.mains)

    def judged_same(self) -> Iterator[tuple[tuple[int, int], Comparison]]:
        """The pairs that a person judged to be one, which may share nothing else."""
        if not self.judgements:
            return
        at = {claim.id: i for i, copies in enumerate(self.copies) for claim in copies}
        for pair, verdict in sorted(self.judgements.items()):
            one, two = (at.get(ident) for ident in pair)
            if verdict == SAME and one is not None and two is not None and one != two:
                yield (min(one, two), max(one, two)), self.of(one, two)

    def _judged(self, i: int, j: int) -> Comparison | None:
        if not self.judgements:
            return None
        pairs = ((one.id, two.id) for one in self.copies[i] for two in self.copies[j])
        said = {self.judgements[min(pair), max(pair)] for pair in pairs if (min(pair), max(pair)) in self.judgements}
        if SAME in said:
            return Comparison(_JUDGED, (Match("judged", _JUDGED, "a person judged them to be one"),))
        return blocked("a person judged them to be different") if said else None

    def _told_twice(self, left: Claim, right: Claim) -> bool:
        """Whether one article may give two figures of one thing, as of a toll in its headline and in its text."""
        toll = left.kind == right.kind and left.kind in self.catalogue.linking.tolls
        return toll or left.dimension is not right.dimension or _same_value(left, right)


def _cluster(claims: Sequence[Claim], pairs: Sequence[_Pair], comparisons: _Comparisons) -> list[list[int]]:
    """Join the best pairs first; two clusters join only where no pair between them is blocked and most pairs speak for it."""
    members: dict[int, list[int]] = {i: [i] for i in range(len(claims))}
    home = list(range(len(claims)))
    for pair in pairs:
        one, two = sorted((home[pair.left], home[pair.right]))
        if one == two:
            continue
        if pair.score >= _JUDGED:
            refuse_contradiction(claims, members[one], members[two], comparisons.judgements)
        elif not _may_join(members[one], members[two], comparisons):
            continue
        for at in members[two]:
            home[at] = one
        members[one] = sorted(members[one] + members.pop(two))
    return [group for _, group in sorted(members.items())]


def _may_join(one: Sequence[int], two: Sequence[int], comparisons: _Comparisons) -> bool:
    weights = comparisons.catalogue.linking.claims
    scores = []
    for i in one:
        for j in two:
            found = comparisons.of(i, j)
            if found.blocked is not None and found.firm:
                return False
            scores.append(min(found.score, _ENOUGH) if found.blocked is None else weights["outvoted"])
    return math.fsum(scores) / len(scores) >= weights["average"]
