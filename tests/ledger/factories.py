"""Runs made by hand: a subject is what each paper says of it, with the figure in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import combinations

from claimcheck.ledger.ledger import Ledger, states
from claimcheck.ledger.sighting import Sighting, sightings
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Frame
from claimcheck.model.ledger import Choice, Decision, FindingState
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.report import Report
from claimcheck.model.span import Span
from claimcheck.model.subject import GRAVITY, Finding, Judged, Position, Subject, Verdict

TODAY = date(2026, 3, 1)
FAMILIES = {"kilometre": "length", "mile": "length", "kilogram": "mass"}
_FIGURE = re.compile(r"\[(?:(about|at least|at most) )?([\d,.]+)(?: (\w+))?\]")


@dataclass(frozen=True)
class About:
    """A subject: `says` holds a paper and its sentence, in turn."""

    says: Sequence[tuple[str, str]]
    kind: str = "killed"
    noun: str = "person"
    groups: frozenset[str] = frozenset({"karsa"})
    names: frozenset[str] = frozenset({"karsa"})
    dimension: Dimension = Dimension.COUNT
    verdict: Verdict | None = None
    label: str = "people killed (Karsa)"


@dataclass
class _Run:
    articles: dict[str, Article] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)


def reached(verdict: Verdict) -> bool:
    return verdict is Verdict.CONFLICT


def seen(*subjects: About, folder: str = "news") -> tuple[Sighting, ...]:
    return sightings(report(*subjects, folder=folder), FAMILIES, reached)


def told(ledger: Ledger, *subjects: About, today: date = TODAY) -> dict[str, FindingState]:
    """States by the number of the subject, or by entry id."""
    return dict(states(ledger, seen(*subjects), today))


def decision(choice: Choice = Choice.ACCEPTED, reason: str = "Both ministries count.", **more: object) -> Decision:
    return Decision(choice, reason, more.pop("by", "Ada"), more.pop("on", date(2026, 1, 5)), **more)  # type: ignore[arg-type]


def report(*subjects: About, folder: str = "news") -> Report:
    run = _Run()
    judged = tuple(_judged(str(number), about, run, folder) for number, about in enumerate(subjects))
    return Report(tuple(run.articles.values()), (), (), tuple(run.claims), (), judged)


def _judged(number: str, about: About, run: _Run, folder: str) -> Judged:
    claims = tuple(_claim(number, at, about, run, folder) for at in range(len(about.says)))
    held: dict[tuple[object, str], list[Claim]] = {}
    for claim in claims:
        held.setdefault((claim.figure, claim.bound.value), []).append(claim)
    positions = tuple(Position(group[0].text, tuple(group), len(group)) for group in held.values())
    findings = tuple(
        Finding(f"f-{number}-{i}", number, _verdict(pair, about), pair, "level", "They differ.")
        for i, pair in enumerate(combinations(positions, 2))
    )
    alone = Verdict.AGREE if len({c.source for c in claims}) > 1 else Verdict.SINGLE
    verdict = min((f.verdict for f in findings), key=GRAVITY.index, default=alone)
    return Judged(Subject(number, about.label, about.kind, claims, "y-1"), verdict, positions, findings)


def _verdict(pair: Sequence[Position], about: About) -> Verdict:
    """Figures differ; one that is put as "at least" leaves room for the other."""
    open_end = any(p.claims[0].bound is Bound.AT_LEAST for p in pair)
    return Verdict.COMPATIBLE if open_end else about.verdict or Verdict.CONFLICT


def _claim(number: str, at: int, about: About, run: _Run, folder: str) -> Claim:
    paper, marked = about.says[at]
    match = _FIGURE.search(marked)
    assert match
    bound = {"about": Bound.ABOUT, "at least": Bound.AT_LEAST, "at most": Bound.AT_MOST}.get(match[1] or "", Bound.EXACT)
    words = match.group()[1:-1]
    sentence = marked.replace(match.group(), words)
    amount = Decimal(match[2].replace(",", ""))
    source = run.articles.setdefault(paper, Article(f"s-{paper}", f"{folder}/{paper}.txt", sentence, (), publisher=paper)).id
    begin = 1000 * (len(run.claims) + 1)  # no two sentences stand in one place
    claim = Claim(
        id=f"c-{number}-{at}",
        source=source,
        span=Span(begin + match.start(), begin + match.start() + len(words)),
        line=1,
        text=words,
        sentence=sentence,
        sentence_span=Span(begin, begin + len(sentence)),
        kind=about.kind,
        value=Quantity(about.dimension, match[3], (amount, amount), bound, amount, amount),
        frame=Frame(noun=about.noun, groups=about.groups, names=about.names),
    )
    run.claims.append(claim)
    return claim
