"""What of a report touches some of its articles."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType

from claimcheck.model.report import Report
from claimcheck.model.subject import GRAVITY, Judged


def touched(report: Report, changed: AbstractSet[str], why: str) -> Report:
    """The part of a report that a change of some articles is asked about.

    A finding stays where one of its positions is held by a changed article, and a subject with the findings that stay takes the
    gravest verdict of those. All positions of it are shown, and all articles stay as what they were read for: to compare with.
    Entries of a ledger that are no discrepancy any more are left out: it is the whole that tells of them, not a part.

    Args:
        report: The whole, with the states beside a ledger where there is one.
        changed: Ids of the articles that changed.
        why: What they changed since, or who says so, for a note: "since main".

    Returns:
        The part, with a note that it is one.
    """
    judged = tuple(part for j in report.judged if (part := _part(j, changed)) is not None)
    kept = {j.subject.id for j in judged}
    claims = {c.id for j in judged for c in j.subject.claims}
    note = f"only what touches the articles that changed {why} is reported: {len(changed)} of {len(report.articles)}"
    return replace(
        report,
        judged=tuple(sorted(judged, key=lambda j: GRAVITY.index(j.verdict))),
        claims=tuple(c for c in report.claims if c.id in claims or c.source in changed),
        filtered=tuple(pair for pair in report.filtered if pair[0] in changed),
        states=MappingProxyType({name: state for name, state in report.states.items() if name in kept}),
        notes=(*report.notes, note),
        changed=frozenset(changed),
    )


def _part(judged: Judged, changed: AbstractSet[str]) -> Judged | None:
    findings = tuple(f for f in judged.findings if any(c.source in changed for p in f.positions for c in p.claims))
    if not judged.findings:
        return judged if any(c.source in changed for c in judged.subject.claims) else None
    if not findings:
        return None
    return replace(judged, findings=findings, verdict=min((f.verdict for f in findings), key=GRAVITY.index))
