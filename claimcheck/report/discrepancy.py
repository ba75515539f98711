"""A subject on which articles differ, as the formats for CI put it: its rule, its place, and a message that reads alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.ledger import FindingState, State
from claimcheck.model.report import Report
from claimcheck.model.subject import GRAVITY, Finding, Judged, Position
from claimcheck.report.rules import RULES, Level, Rule
from claimcheck.report.safe import safe
from claimcheck.report.words import count, first_of_each, in_order, value, who

_NAMED = 3
"""Articles of a position that a message names; it counts the rest."""
_VALUES = 12
"""Positions that a message gives; it counts the rest."""
_PASSED = (State.UNCHANGED, State.SUPPRESSED)


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One subject that is in dispute or explained by time, with all that a CI format needs."""

    judged: Judged
    articles: Mapping[str, Article]
    state: FindingState | None = None
    """What the ledger says of it; None without a ledger."""
    changed: frozenset[str] = frozenset()
    """Ids of the articles that were asked about; empty where all were."""

    @property
    def id(self) -> str:
        """The subject's id."""
        return self.judged.subject.id

    @property
    def label(self) -> str:
        """What it is about, safe to show."""
        return safe(self.judged.subject.label)

    @property
    def rule(self) -> Rule:
        """The rule of its verdict."""
        return RULES[self.judged.verdict]

    @property
    def level(self) -> Level:
        """How grave it is."""
        return self.rule.level

    @property
    def known(self) -> bool:
        """Whether the ledger knows it and it need not be looked at again."""
        return self.state is not None and self.state.state in _PASSED and not self.state.open

    @property
    def mark(self) -> str:
        """The word of the ledger for it: `new`, `unchanged` ...; empty without a ledger."""
        return self.state.state.value if self.state else ""

    @property
    def ledger_reason(self) -> str:
        """The ledger's sentence on it, safe to show; empty without a ledger."""
        return safe(self.state.reason) if self.state else ""

    @property
    def gravest(self) -> tuple[Finding, ...]:
        """The findings that gave it its verdict."""
        return tuple(f for f in self.judged.findings if f.verdict is self.judged.verdict)

    @property
    def fingerprint(self) -> str:
        """What stays the same while the figures do: nothing of paths, lines, wording, order or how many repeat a figure."""
        if self.state and self.state.fingerprint:
            return self.state.fingerprint
        words = json.dumps([1, self.rule.id, self.id, sorted({f.id for f in self.gravest})])
        return hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:12]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, the one to show first: of an article that was asked about, of the position that fewest independent origins
        back, the newest; then the rest.
        """
        stands = {c.id: p.origins for p in self.judged.positions for c in p.claims}
        parties = {c.id for f in self.gravest for p in f.positions for c in p.claims}
        listed = [c for p in in_order(self.judged.positions) for c in p.claims]
        first = min(
            (c for c in listed if c.id in parties or not parties),
            key=lambda c: (
                c.source not in self.changed,
                stands[c.id],
                -self._day(c).toordinal(),
                self.articles[c.source].path,
                c.start,
            ),
        )
        return (first, *(c for c in listed if c.id != first.id))

    @property
    def title(self) -> str:
        """`Conflict: troops in the strait`, with the ledger's word where there is one."""
        mark = f" ({self.mark})" if self.mark else ""
        return f"{self.rule.title}{mark}: {self.label}"

    @property
    def message(self) -> str:
        """What disagrees, by how much, who says so and when, in one line that needs nothing beside it."""
        positions = in_order(self.judged.positions)
        values = "; ".join(self._stated(p) for p in positions[:_VALUES])
        if len(positions) > _VALUES:
            values += f"; and {count(len(positions) - _VALUES, 'more position')}"
        parts = [f"{self.rule.lead} {self.label}: {values}."]
        found = self.gravest
        if found:
            parts.append(safe(found[0].reason))
            if found[0].explanation:
                parts.append(f"Possible explanation: {safe(found[0].explanation)}.")
            if len(found) > 1:
                parts.append(f"({count(len(found) - 1, 'more pair')} of positions with this verdict.)")
        if self.state:
            parts.append(f"Ledger: {self.mark}. {self.ledger_reason}".rstrip())
        return " ".join(parts)

    def _stated(self, position: Position) -> str:
        claims = first_of_each(position.claims, self.articles)
        named = [who(self.articles[c.source]) for c in claims[:_NAMED]]
        if len(claims) > _NAMED:
            named.append(f"{len(claims) - _NAMED:,} more")
        return f"{value(position)} ({'; '.join(named)})"

    def _day(self, claim: Claim) -> date:
        return self.articles[claim.source].published or date.min


def discrepancies(report: Report) -> list[Discrepancy]:
    """Every subject on which articles differ: what the ledger does not know first, then by gravity, as the report orders them."""
    articles = {a.id: a for a in report.articles}
    found = [
        Discrepancy(j, articles, report.states.get(j.subject.id), report.changed)
        for j in report.judged
        if j.verdict in RULES and j.subject.claims
    ]
    return sorted(found, key=lambda d: (d.known, GRAVITY.index(d.judged.verdict)))


def absent(report: Report) -> list[FindingState]:
    """What the ledger holds and this run does not find any more."""
    return [s for _, s in sorted(report.states.items()) if s.state is State.ABSENT]


def summary(report: Report) -> str:
    """The counts in one sentence: `4 articles, 1 skipped, 12 claims, 6 subjects: 1 conflict, 1 superseded ...`."""
    counts = report.counts
    read = f"{count(counts['articles'], 'article')}, {counts['skipped']:,} skipped, {count(counts['claims'], 'claim')}"
    verdicts = ", ".join(f"{counts[v.value]:,} {v.value}" for v in GRAVITY)
    return f"{read}, {count(counts['subjects'], 'subject')}: {verdicts}"
