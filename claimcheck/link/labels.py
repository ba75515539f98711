"""The name of a subject in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Dimension


def label_of(claims: Sequence[Claim], catalogue: Catalogue) -> str:
    """What the claims are about: the title of their type or their counted noun, with whom or where it is counted."""
    first = claims[0]
    if first.dimension is Dimension.DATE:
        return f"date of {_most(c.frame.noun or c.frame.predicate or '' for c in claims) or 'an event'}{_about(claims)}"
    kind = catalogue.types.by_id.get(first.kind)
    name = kind.title if kind else _plain(first, claims)
    groups = _most(", ".join(sorted(c.frame.groups)) for c in claims)
    return f"{name} ({groups.title()})" if groups else f"{name}{_about(claims)}"


def _plain(first: Claim, claims: Sequence[Claim]) -> str:
    noun = _most(c.frame.noun or "" for c in claims)
    if first.dimension is Dimension.PERCENT:
        return f"share of {noun}" if noun else "share"
    if first.dimension in (Dimension.MONEY, Dimension.DURATION, Dimension.MEASURE, Dimension.RATE):
        return f"{first.dimension.value}: {noun}" if noun else first.dimension.value
    return f"number of {noun}" if noun else "number"


def _about(claims: Sequence[Claim]) -> str:
    """The words that most clauses of the subject share."""
    words = Counter(w for c in claims for w in c.frame.near)
    skip = {c.frame.noun for c in claims} | {c.frame.predicate for c in claims}
    shared = [w for w in sorted(words, key=lambda w: (-words[w], w)) if words[w] * 2 > len(claims) and w not in skip][:3]
    return f": {', '.join(shared)}" if shared and len(claims) > 1 else ""


def _most(words: Iterable[str]) -> str:
    counts = Counter(w for w in words if w)
    return sorted(counts, key=lambda w: (-counts[w], w))[0] if counts else ""
