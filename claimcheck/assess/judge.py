"""Judging: subjects in, verdicts with their reasons out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimcheck.assess.conversions import rates
from claimcheck.assess.findings import bench, findings, positions
from claimcheck.assess.origins import origins
from claimcheck.assess.relate import Ground
from claimcheck.lexicon.types import Growth
from claimcheck.lexicon.units import Units
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Dimension
from claimcheck.model.subject import GRAVITY, Finding, Judged, Subject, Verdict
from claimcheck.model.tolerances import Tolerances


def judge(
    subjects: Iterable[Subject],
    articles: Mapping[str, Article],
    units: Units,
    growth: Mapping[str, Growth],
    rules: Tolerances,
    *,
    context: Mapping[str, Sequence[Claim]] | None = None,
) -> tuple[Judged, ...]:
    """What is said of each subject, gravest first, and among equals those that the most articles speak of.

    `articles` are known by id, `growth` tells what time does to the figures of a claim kind (kinds it does not name are fixed),
    `context` gives all claims of each article by its id: exchange rates and the parts of a sum are looked for there.
    Raises nothing: what cannot be compared gets no finding.
    """
    judged: list[Judged] = []
    for subject in subjects:
        besides = _besides(subject, context or {})
        dimensions = {claim.dimension for claim in subject.claims}
        ground = Ground(
            units,
            rates((*subject.claims, *(claim for claims in besides.values() for claim in claims))),
            growth.get(subject.kind, Growth.FIXED),
            rules,
            since={Dimension.DATE, Dimension.DURATION} <= dimensions,
        )
        on = bench(subject, ground, articles, besides)
        found = findings(on)
        if Dimension.FACT in dimensions and all(f.verdict is Verdict.AGREE for f in found):
            continue  # a deed that nobody disputes is no subject
        judged.append(Judged(subject, _verdict(subject, found, rules), positions(on), found))
    return tuple(sorted(judged, key=_place))


def _besides(subject: Subject, context: Mapping[str, Sequence[Claim]]) -> dict[str, tuple[Claim, ...]]:
    """The claims of the subject's articles that speak of other subjects, by article."""
    own = {claim.id for claim in subject.claims}
    sources = sorted({claim.source for claim in subject.claims})
    return {source: tuple(claim for claim in context.get(source, ()) if claim.id not in own) for source in sources}


def _verdict(subject: Subject, found: Sequence[Finding], rules: Tolerances) -> Verdict:
    gravest = min((finding.verdict for finding in found), key=GRAVITY.index, default=Verdict.SINGLE)
    if gravest is Verdict.AGREE and origins(subject.claims, rules) == 1:
        return Verdict.SINGLE
    return gravest


def _place(judged: Judged) -> tuple[int, int, str, str]:
    sources = len({claim.source for claim in judged.subject.claims})
    return GRAVITY.index(judged.verdict), -sources, judged.subject.label, judged.subject.id
