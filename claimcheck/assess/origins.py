"""Independent origins of a figure: six articles that carry one wire report are one origin."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from claimcheck.model.claim import Claim
from claimcheck.model.tolerances import Tolerances

_LEAST_WORDS = 8
"""Shorter sentences are alike by chance ("Two people were killed.")."""


def origins(claims: Sequence[Claim], rules: Tolerances) -> int:
    """How many independent origins stand behind the claims of a position.

    Articles are one origin where they share a sentence almost word for word, or quote the same of `rules.wires`.
    """
    first: dict[str, int] = {}
    parent: dict[str, str] = {claim.source: claim.source for claim in claims}
    samples: list[tuple[str, str]] = []
    for claim in claims:
        wire = _plain(claim.attribution or "")
        words = _plain(claim.sentence)
        for mark in ([f"wire {wire}"] if wire in rules.wires else []) + ([words] if words.count(" ") + 1 >= _LEAST_WORDS else []):
            if mark in first:
                _join(parent, claim.source, samples[first[mark]][1])
                continue
            first[mark] = len(samples)
            samples.append((mark, claim.source))
    for index, (mark, source) in enumerate(samples):
        for other, other_source in samples[:index]:
            if _root(parent, source) != _root(parent, other_source) and _alike(mark, other, rules.same_sentence):
                _join(parent, source, other_source)
    return len({_root(parent, source) for source in parent})


def _alike(one: str, two: str, least: int) -> bool:
    return fuzz.ratio(one, two, processor=None, score_cutoff=least) >= least


def _plain(text: str) -> str:
    """Letters and digits in lower case, apart by single spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _root(parent: dict[str, str], source: str) -> str:
    while parent[source] != source:
        parent[source] = parent[parent[source]]
        source = parent[source]
    return source


def _join(parent: dict[str, str], one: str, two: str) -> None:
    left, right = sorted((_root(parent, one), _root(parent, two)))
    parent[right] = left
