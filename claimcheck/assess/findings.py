"""Findings: what is said of the positions of one subject, in as few findings as hold every pair of claims with its verdict."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from claimcheck.assess.contradiction import contradicts
from claimcheck.assess.cover import bicliques, cliques
from claimcheck.assess.deeds import compare_deeds
from claimcheck.assess.gaps import explain
from claimcheck.assess.levels import LEVELS, Level, Outcome, compare
from claimcheck.assess.positions import Key, key, position
from claimcheck.assess.reasons import agreement, reason, witnesses
from claimcheck.assess.relate import Ground
from claimcheck.assess.stance import Stance, stances
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.deed import Deed
from claimcheck.model.subject import GRAVITY, Finding, Position, Subject, Verdict

_SELF = "self-contradiction"
_OPPOSED = (Verdict.CONFLICT, Verdict.SUPERSEDED, Verdict.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class Bench:
    """The claims of one subject, sorted into stances and positions, with the outcome of every pair of stances worked out once."""

    subject: Subject
    claims: tuple[Claim, ...]
    ground: Ground
    articles: Mapping[str, Article]
    context: Mapping[str, Sequence[Claim]]
    stances: tuple[Stance, ...]
    """Each different stance once; the numbers below are places in it."""
    held: tuple[tuple[Claim, ...], ...]
    """The claims of each stance."""
    sources: tuple[frozenset[str], ...]
    """Their articles."""
    places: Mapping[Key, tuple[int, ...]]
    """The stances of each position, in the order of its first claim."""
    outcomes: dict[tuple[int, int], Outcome | None] = field(default_factory=dict)

    def outcome(self, one: int, two: int) -> Outcome | None:
        """What is said of two stances; worked out once, as it costs the most."""
        pair = (one, two)
        if pair not in self.outcomes:
            judge = compare_deeds if isinstance(self.stances[one].values[0], Deed) else compare
            self.outcomes[pair] = judge(self.stances[one], self.stances[two], self.ground)
        return self.outcomes[pair]

    def of(self, numbers: Iterable[int]) -> tuple[Claim, ...]:
        """The claims of some stances, in the order of the subject."""
        wanted = {claim.id for number in numbers for claim in self.held[number]}
        return tuple(claim for claim in self.claims if claim.id in wanted)

    def across(self, ones: Iterable[int], twos: Iterable[int]) -> bool:
        """Whether a claim of the one and a claim of the other stand in different articles."""
        return len(frozenset().union(*(self.sources[n] for n in (*ones, *twos)))) > 1


def bench(subject: Subject, ground: Ground, articles: Mapping[str, Article], context: Mapping[str, Sequence[Claim]]) -> Bench:
    """Sort the claims of a subject."""

    def place(claim: Claim) -> tuple[str, int, str]:
        article = articles.get(claim.source)
        return (article.path if article else claim.source, claim.start, claim.id)

    claims = tuple(sorted(subject.claims, key=place))
    by_claim = stances(claims, articles, ground)
    held: dict[Stance, list[Claim]] = {}
    for claim in claims:
        held.setdefault(by_claim[claim.id], []).append(claim)
    places: dict[Key, list[int]] = {}
    for number, stance in enumerate(held):
        places.setdefault(key(stance), []).append(number)
    return Bench(
        subject=subject,
        claims=claims,
        ground=ground,
        articles=articles,
        context=context,
        stances=tuple(held),
        held=tuple(tuple(group) for group in held.values()),
        sources=tuple(frozenset(c.source for c in group) for group in held.values()),
        places={k: tuple(v) for k, v in places.items()},
    )


def positions(on: Bench) -> tuple[Position, ...]:
    """Every position of the subject, in the order of their first claims."""
    return tuple(position(on.of(numbers), on.ground.rules) for numbers in on.places.values())


def findings(on: Bench) -> tuple[Finding, ...]:
    """The findings of the subject, gravest first, then those with the most articles."""
    found = [*_agreements(on), *_differences(on)]
    found.sort(key=lambda f: (GRAVITY.index(f.verdict), -len({c.source for p in f.positions for c in p.claims})))
    return _numbered(found)


def _agreements(on: Bench) -> Iterable[Finding]:
    """One finding for each group of values that all agree, so that no pair that does not agree is said to."""
    cores: dict[tuple[object, ...], list[int]] = {}
    for number, stance in enumerate(on.stances):
        cores.setdefault(stance.core, []).append(number)
    groups = list(cores.values())

    def agree(one: int, two: int) -> bool:
        outcome = on.outcome(groups[one][0], groups[two][0])
        return outcome is not None and outcome.verdict is Verdict.AGREE

    for clique in cliques(range(len(groups)), agree):
        numbers = [n for core in clique for n in groups[core]]
        if on.across(numbers, numbers) and (len(clique) > 1 or agree(clique[0], clique[0])):
            shared = position(on.of(numbers), on.ground.rules)
            level = _loosest(on, [groups[core][0] for core in clique])
            said = f"{agreement(shared.claims, on.articles)}: {level.says}."
            yield Finding("", on.subject.id, Verdict.AGREE, (shared,), level.id, said)


def _loosest(on: Bench, numbers: Sequence[int]) -> Level:
    """The level that holds for all of some stances that agree: the last in the order of levels that holds for two of them."""
    pairs = list(combinations(numbers, 2)) or [(numbers[0], numbers[0])]
    found = [outcome.level for pair in pairs if (outcome := on.outcome(*pair)) is not None]
    return max(found, key=LEVELS.index)


def _differences(on: Bench) -> Iterable[Finding]:
    """For each two positions one finding a verdict, split only where time or standing give different pairs different verdicts."""
    for lefts, rights in combinations(on.places.values(), 2):
        seen = {(a, b): on.outcome(a, b) for a in lefts for b in rights}
        for verdict in _OPPOSED:

            def joined(one: int, two: int, verdict: Verdict = verdict, seen: dict[tuple[int, int], Outcome | None] = seen) -> bool:
                outcome = seen[one, two]
                return outcome is not None and outcome.verdict is verdict

            for ones, twos in bicliques(lefts, rights, joined):
                finding = _difference(on, ones, twos)
                if finding:
                    yield finding


def _difference(on: Bench, ones: Sequence[int], twos: Sequence[int]) -> Finding | None:
    one, two = next(((a, b) for a in ones for b in twos if on.across([a], [b])), (ones[0], twos[0]))
    outcome = on.outcome(one, two)
    assert outcome is not None
    lefts, rights = on.of(ones), on.of(twos)
    left, right = witnesses(on.held[one], on.held[two])
    level = outcome.level.id
    if not on.across(ones, twos):
        if outcome.verdict is not Verdict.CONFLICT or not contradicts(lefts, rights):
            return None
        level = _SELF
    return Finding(
        id="",
        subject=on.subject.id,
        verdict=outcome.verdict,
        positions=(position(lefts, on.ground.rules), position(rights, on.ground.rules)),
        level=level,
        reason=reason(outcome, left, right, on.articles),
        explanation=explain(outcome, (left, right), (lefts, rights), on.articles, on.context),
    )


def _numbered(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with their ids, which stay the same as long as the values of their positions do."""
    seen: dict[str, int] = {}
    done: list[Finding] = []
    for finding in found:
        values = sorted(
            sorted({_written(claim) + str(claim.bound) + str(claim.unit) for claim in p.claims}) for p in finding.positions
        )
        base = json.dumps([finding.subject, finding.verdict.value, values])
        seen[base] = seen.get(base, 0) + 1
        named = base if seen[base] == 1 else json.dumps([base, seen[base]])
        done.append(replace(finding, id=f"f-{hashlib.sha256(named.encode()).hexdigest()[:10]}"))
    return tuple(done)


def _written(claim: Claim) -> str:
    return claim.value.polarity.value if isinstance(claim.value, Deed) else repr(claim.figure)
