"""A subject of this run in the terms of a ledger: what it may be recognised by, and what is said of it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from claimcheck.ledger.quotes import digests
from claimcheck.ledger.values import value_of
from claimcheck.model.claim import Claim
from claimcheck.model.ledger import Entry
from claimcheck.model.quantity import Dimension
from claimcheck.model.report import Report
from claimcheck.model.subject import Judged, Verdict

DIFFERENCES = (Verdict.CONFLICT, Verdict.SUPERSEDED, Verdict.COMPATIBLE)
_MOST_NAMES = 16
"""Names kept of a subject, the commonest: two sets of articles on one event share one of them, and the file stays readable."""

Families = Mapping[str, str]
"""The family of each unit: `mile` and `kilometre` are lengths."""
Reached = Callable[[Verdict], bool]
"""Whether a verdict is at or above the threshold."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One subject of a run."""

    subject: str
    """Its id in this run."""
    label: str
    verdict: Verdict
    values: Mapping[str, tuple[str, ...]]
    """Every figure said of it in normal form, with the names of those who say it."""
    disputed: frozenset[str]
    """The figures that stand against another at or above the threshold."""
    frames: frozenset[str]
    names: frozenset[str]
    said: Mapping[str, frozenset[str]]
    """By the digest of a sentence: the figures that stand in it."""

    @property
    def quotes(self) -> frozenset[str]:
        """The digests of its sentences."""
        return frozenset(self.said)

    def quotes_of(self, values: frozenset[str]) -> frozenset[str]:
        """The digests of the sentences in which one of these figures stands."""
        return frozenset(quote for quote, said in self.said.items() if said & values)

    @property
    def is_open(self) -> bool:
        """Whether it is a discrepancy at or above the threshold."""
        return bool(self.disputed)

    def entry(self, ident: str) -> Entry:
        """An entry of that id that holds what is seen now."""
        return Entry(ident, self.label, self.verdict, frozenset(self.values), self.frames, self.names, self.quotes)

    def coined(self) -> str:
        """An id for a subject that no ledger knows. Two branches that meet the same subject coin the same."""
        seen = [sorted(self.frames), sorted(self.quotes), sorted(self.values)]
        return f"e-{hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:10]}"


def sightings(report: Report, families: Families, reached: Reached) -> tuple[Sighting, ...]:
    """All subjects of a report, also those that are no discrepancy: an entry whose dispute was settled is recognised in them."""
    quotes = digests((*report.claims, *(c for j in report.judged for c in j.subject.claims)))
    names = {article.id: article.name for article in report.articles}
    return tuple(_sighting(judged, quotes, names, families, reached) for judged in report.judged)


def _sighting(
    judged: Judged, quotes: Mapping[str, str], names: Mapping[str, str], families: Families, reached: Reached
) -> Sighting:
    claims = judged.subject.claims
    values: dict[str, list[str]] = {}
    said: dict[str, set[str]] = {}
    for claim in claims:
        value, who = value_of(claim), names.get(claim.source, claim.source)
        said.setdefault(quotes[claim.id], set()).add(value)
        speakers = values.setdefault(value, [])
        if who not in speakers:
            speakers.append(who)
    grave = [f for f in judged.findings if f.verdict in DIFFERENCES and reached(f.verdict)]
    return Sighting(
        subject=judged.subject.id,
        label=judged.subject.label,
        verdict=judged.verdict,
        values={value: tuple(speakers) for value, speakers in values.items()},
        disputed=frozenset(value_of(c) for f in grave for p in f.positions for c in p.claims),
        frames=frozenset(_frame(c, families) for c in claims),
        names=_names(claims),
        said={quote: frozenset(found) for quote, found in said.items()},
    )


def _frame(claim: Claim, families: Families) -> str:
    """What is counted, in normal form: `killed/count/person/israel,lebanon`."""
    family = families.get(claim.unit or "", "") if claim.dimension is not Dimension.MONEY else ""
    dimension = f"{claim.dimension.value}:{family}" if family else claim.dimension.value
    parts = (claim.kind, dimension, claim.frame.noun or "", ",".join(sorted(claim.frame.groups)))
    return "/".join(part.replace("/", " ") for part in parts)


def _names(claims: tuple[Claim, ...]) -> frozenset[str]:
    counts = Counter(n for c in claims for n in c.frame.names | c.frame.where | c.frame.places | c.frame.groups)
    return frozenset(sorted(counts, key=lambda n: (-counts[n], n))[:_MOST_NAMES])
