"""The report for a person at a terminal: conflicts first, every line one that can be followed to its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO

from claimcheck.model.article import Article
from claimcheck.model.report import Report
from claimcheck.model.subject import GRAVITY, Judged, Verdict
from claimcheck.report.interface import Look
from claimcheck.report.page import FAINT, STRONG, Page, verdict_style
from claimcheck.report.rows import show_agreements, show_singles
from claimcheck.report.safe import safe
from claimcheck.report.subject_view import Caps, show_subject
from claimcheck.report.words import count

_IN_FULL = (Verdict.CONFLICT, Verdict.SUPERSEDED, Verdict.COMPATIBLE)
_MOST_IN_FULL = 50
_MOST_ROWS = 20

_Show = Callable[[Page, Sequence[Judged], Mapping[str, Article]], None]


def write(report: Report, out: BinaryIO, look: Look) -> None:
    """Writes the report as text in the encoding that `look` names."""
    page = Page(look)
    articles = {a.id: a for a in report.articles}
    by_verdict = {v: [j for j in report.judged if j.verdict is v] for v in GRAVITY}
    _in_full(page, [j for v in _IN_FULL for j in by_verdict[v]], articles)
    _rows(page, "AGREE", by_verdict[Verdict.AGREE], articles, show_agreements)
    _rows(page, "SINGLE SOURCE", by_verdict[Verdict.SINGLE], articles, show_singles)
    _not_read(page, report)
    _footer(page, report)
    out.write(page.render())


def _in_full(page: Page, subjects: Sequence[Judged], articles: Mapping[str, Article]) -> None:
    shown = subjects if page.look.complete else subjects[:_MOST_IN_FULL]
    for judged in shown:
        show_subject(page, judged, articles, Caps())
        page.gap()
        page.gap()
    if len(shown) < len(subjects):
        page.line(f"and {count(len(subjects) - len(shown), 'more subject')} on which articles differ; --all shows them")
        page.gap()


def _rows(page: Page, title: str, subjects: Sequence[Judged], articles: Mapping[str, Article], show: _Show) -> None:
    if not subjects:
        return
    shown = subjects if page.look.complete else subjects[:_MOST_ROWS]
    note = count(len(subjects), "subject")
    if len(shown) < len(subjects):
        note += f", {len(shown)} of them here; --all shows the rest"
    page.line((title, verdict_style(subjects[0].verdict)), "  ", (note, FAINT))
    show(page, shown, articles)
    page.gap()


def _not_read(page: Page, report: Report) -> None:
    if not report.skipped:
        return
    page.line(("NOT READ", STRONG), "  ", (count(len(report.skipped), "file"), FAINT))
    for skipped in report.skipped:
        page.line(safe(skipped.path), ": ", safe(skipped.reason), indent=2, hang=2)
    page.gap()


def _footer(page: Page, report: Report) -> None:
    counts = report.counts
    read = [
        count(counts["articles"], "article"),
        f"{counts['skipped']:,} skipped",
        count(counts["claims"], "claim"),
        count(counts["subjects"], "subject"),
    ]
    verdicts = [f"{counts[v.value]:,} {v.value}" for v in GRAVITY]
    dot = page.glyph(" · ", " | ")
    page.line((dot.join(read), STRONG))
    page.line((dot.join(verdicts), STRONG))
    if report.findings:
        page.line(("claimcheck explain ID shows why, for any id above or in the JSON report", FAINT))
