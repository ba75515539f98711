"""A table for spreadsheets: a row a claim, and one for each file that was not read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from claimcheck.model.article import Article, SkippedArticle
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.subject import Judged
from claimcheck.model.wording import describe
from claimcheck.report.document import end_of
from claimcheck.report.interface import Look
from claimcheck.report.safe import safe
from claimcheck.report.words import in_order, letters

COLUMNS = (
    "subject_id", "subject", "verdict", "ledger", "ledger_reason", "position", "value", "low", "high", "unit", "bound", "kind",
    "words", "sentence", "publisher", "published", "path", "line", "attribution", "status", "as_of", "origins", "reason",
    "explanation", "claim_id",
)  # fmt: skip
_FORMULA = re.compile(r"[=+\-@\t\r\n|%＝＋－＠]")
"""What a cell begins with that a spreadsheet may run; `|` and `%` where it once spoke to other programs."""
_LONGEST = 32_000
"""Characters; a spreadsheet's cell holds few more, and loses the rest in silence."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")


def write(report: Report, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - the same for every place it goes to
    """Writes UTF-8 with a byte order mark, without which a spreadsheet garbles names, and lines that end as RFC 4180 has them."""
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    table.writerows({name: cell(value) for name, value in row.items()} for row in _rows(report))
    out.write(b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "backslashreplace"))


def cell(value: object) -> str:
    """A value as a cell that no spreadsheet runs: text that could be a formula is put behind an apostrophe."""
    if value is None:
        return ""
    words = safe(str(value))
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST]} [{len(words) - _LONGEST:,} characters cut]"
    if _FORMULA.match(words.lstrip()) and not _NUMBER.fullmatch(words):
        return f"'{words}"
    return words


def _rows(report: Report) -> Iterator[Mapping[str, object]]:
    articles = {a.id: a for a in report.articles}
    placed: set[str] = set()
    for judged in report.judged:
        placed.update(c.id for c in judged.subject.claims)
        yield from _of_subject(judged, report, articles)
    for claim in report.claims:
        if claim.id not in placed:
            yield _of_claim(claim, articles[claim.source])
    yield from (_of_file(s) for s in report.skipped)


def _of_subject(judged: Judged, report: Report, articles: Mapping[str, Article]) -> Iterator[Mapping[str, object]]:
    state = report.states.get(judged.subject.id)
    gravest = next((f for f in judged.findings if f.verdict is judged.verdict), None)
    shared: dict[str, object] = {
        "subject_id": judged.subject.id,
        "subject": judged.subject.label,
        "verdict": judged.verdict.value,
        "ledger": state.state.value if state else "",
        "ledger_reason": state.reason if state else "",
        "reason": gravest.reason if gravest else "",
        "explanation": gravest.explanation if gravest else "",
    }
    ordered = in_order(judged.positions)
    named = letters(ordered)
    for position in ordered:
        for claim in position.claims:
            mine = {"position": named[claim.id], "origins": position.origins}
            yield {**shared, **mine, **_of_claim(claim, articles[claim.source])}


def _of_claim(claim: Claim, article: Article) -> dict[str, object]:
    return {
        "value": describe(claim),
        "low": end_of(claim, claim.low),
        "high": end_of(claim, claim.high),
        "unit": claim.unit,
        "bound": claim.bound.value,
        "kind": claim.kind,
        "words": claim.text,
        "sentence": claim.sentence,
        "publisher": article.name,
        "published": article.published,
        "path": article.path,
        "line": claim.line,
        "attribution": claim.attribution,
        "status": claim.status.value,
        "as_of": claim.as_of,
        "claim_id": claim.id,
    }


def _of_file(skipped: SkippedArticle) -> Mapping[str, object]:
    return {"verdict": "not read", "path": skipped.path, "reason": skipped.reason}
