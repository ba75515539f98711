"""The report for a person at a terminal: conflicts first, every line one that can be followed to its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO

from claimcheck.model.article import Article
from claimcheck.model.ledger import FindingState
from claimcheck.model.report import Report
from claimcheck.model.subject import GRAVITY, Judged, Verdict
from claimcheck.report.discrepancy import Discrepancy, absent, discrepancies
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
    known = {d.id: d for d in discrepancies(report) if d.known}
    _in_full(page, [j for v in _IN_FULL for j in by_verdict[v] if j.subject.id not in known], articles, report.states)
    _rows(page, "AGREE", by_verdict[Verdict.AGREE], articles, show_agreements)
    _rows(page, "SINGLE SOURCE", by_verdict[Verdict.SINGLE], articles, show_singles)
    _known(page, list(known.values()))
    _gone(page, report)
    _not_read(page, report)
    _footer(page, report)
    out.write(page.render())


def _in_full(page: Page, subjects: Sequence[Judged], articles: Mapping[str, Article], states: Mapping[str, FindingState]) -> None:
    shown = subjects if page.look.complete else subjects[:_MOST_IN_FULL]
    for judged in shown:
        show_subject(page, judged, articles, Caps(), states.get(judged.subject.id))
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


def _known(page: Page, found: Sequence[Discrepancy]) -> None:
    """A line each for what the ledger knows: it is there, and need not be read again."""
    if not found:
        return
    page.line(("KNOWN TO THE LEDGER", STRONG), "  ", (count(len(found), "subject"), FAINT))
    for one in found:
        shown = (one.rule.id, verdict_style(one.judged.verdict))
        reason = f": {one.ledger_reason}" if one.ledger_reason else ""
        page.line(shown, "  ", one.label, ("  " + one.id, FAINT), "  ", (one.mark + reason, FAINT), indent=2, hang=2)
    page.gap()


def _gone(page: Page, report: Report) -> None:
    gone = absent(report)
    if not gone:
        return
    page.line(("NO DISCREPANCY ANY MORE", STRONG), "  ", (count(len(gone), "entry of the ledger", "entries of the ledger"), FAINT))
    for state in gone:
        page.line((safe(state.entry), FAINT), "  ", safe(state.reason), indent=2, hang=2)
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
