"""JSON lines: the findings of a report, each on a line that reads alone; or what was read out of one article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Extraction
from claimcheck.model.ledger import FindingState
from claimcheck.model.report import Report
from claimcheck.model.subject import Finding, Judged
from claimcheck.report.document import Value, claim, filtered_number, skipped_article, state
from claimcheck.report.interface import Look
from claimcheck.report.json import line
from claimcheck.report.words import numbered


def write(report: Report, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - the same for every place it goes to
    """Writes an object a line: findings gravest first, what the ledger holds and the run does not, files not read, the counts."""
    articles = {a.id: a for a in report.articles}
    subjects = {j.subject.id for j in report.judged}
    for judged in report.judged:
        known = report.states.get(judged.subject.id)
        for finding in judged.findings:
            out.write(line(_finding(judged, finding, known, articles)) + b"\n")
    for name, gone in sorted(report.states.items()):
        if name not in subjects:
            out.write(line({"record": "ledger", "id": name, "state": state(gone)}) + b"\n")
    for skipped in report.skipped:
        out.write(line({"record": "skipped", **skipped_article(skipped)}) + b"\n")
    out.write(line({"record": "counts", **report.counts}) + b"\n")


def _finding(judged: Judged, finding: Finding, known: FindingState | None, articles: Mapping[str, Article]) -> Value:
    subject = judged.subject
    return {
        "record": "finding",
        "id": finding.id,
        "verdict": finding.verdict.value,
        "subject": subject.id,
        "label": subject.label,
        "kind": subject.kind,
        "state": state(known) if known else None,
        "level": finding.level,
        "reason": finding.reason,
        "explanation": finding.explanation,
        "positions": [
            {"value": p.value, "origins": p.origins, "claims": [_claim(c, articles[c.source]) for c in p.claims]}
            for p in finding.positions
        ],
    }


def _claim(read: Claim, article: Article) -> Value:
    return {
        "id": read.id,
        "path": article.path,
        "line": read.line,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "text": read.text,
        "sentence": read.sentence,
        "attribution": read.attribution,
        "status": read.status.value,
    }


def write_extraction(article: Article, extraction: Extraction, out: BinaryIO, *, show_filtered: bool) -> None:
    """Writes an object a line: each claim, in the shape of the report's; then, if asked for, each number that was left out."""
    for read in extraction.claims:
        out.write(line(claim(read, None)) + b"\n")
    if show_filtered:
        for left_out, number in numbered(article, extraction):
            out.write(line(filtered_number(article.id, left_out, number)) + b"\n")
