"""Why a claim was read as it was, and why a subject has its verdict and not another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Frame
from claimcheck.model.report import Report
from claimcheck.model.subject import Finding, Judged, Link, Verdict
from claimcheck.model.wording import days, describe, interval
from claimcheck.report.extraction import reading
from claimcheck.report.interface import Look
from claimcheck.report.lookup import Found
from claimcheck.report.page import FAINT, PLACE, STRONG, Page, text, verdict_style
from claimcheck.report.quote import quote
from claimcheck.report.safe import safe
from claimcheck.report.subject_view import ALL, show_finding, show_positions
from claimcheck.report.words import by_gravity, in_order, letters, value, where, who


def write_explanation(report: Report, found: Found, out: BinaryIO, look: Look) -> None:
    """Writes all that is known of a claim, a subject or a finding of `report`."""
    page = Page(look)
    articles = {a.id: a for a in report.articles}
    if isinstance(found, Claim):
        _claim(page, found, report, articles)
    elif isinstance(found, Finding):
        judged = next(j for j in report.judged if found in j.findings)
        _subject(page, judged, (found,), articles)
    else:
        _subject(page, found, found.findings, articles)
    out.write(page.render())


def _claim(page: Page, claim: Claim, report: Report, articles: Mapping[str, Article]) -> None:
    article = articles[claim.source]
    page.line(("CLAIM", STRONG), "  ", (describe(claim), STRONG), f"  {safe(claim.kind)}  ", (claim.id, FAINT), hang=7)
    page.located(text(who(article)), where(claim, article), 2)
    if article.title:
        page.line(safe(article.title), indent=2)
    page.block(page.quoted(quote(claim)), 4)
    page.gap()
    page.line("Read: ", reading(claim), indent=2, hang=2)
    if claim.as_of:
        page.line(f"As of: {days(claim.as_of, claim.as_of)}", indent=2)
    about = _about(claim.frame)
    if about:
        page.line("Understood to be about: ", safe(about), indent=2, hang=2)
    if claim.restates:
        page.line(f"Repeats in another unit: {claim.restates}", indent=2)
    for note in article.notes:
        page.line("Note on the article: ", safe(note), indent=2, hang=2)
    _steps(page, claim)
    _membership(page, claim, report, articles)


def _steps(page: Page, claim: Claim) -> None:
    if not claim.steps:
        return
    page.gap()
    page.line(("Rules that fired", STRONG), indent=2)
    column = min(max(len(s.rule) for s in claim.steps), 28)
    for step in claim.steps:
        note = f"  {safe(step.note)}" if step.note else ""
        words = page.glyph("“", '"') + safe(step.words) + page.glyph("”", '"')
        page.line((step.rule.ljust(column), PLACE), f"  {words}{note}", indent=4, hang=column + 2)


def _membership(page: Page, claim: Claim, report: Report, articles: Mapping[str, Article]) -> None:
    """The subject a claim is in, and what tied it to the others there."""
    page.gap()
    judged = next((j for j in report.judged if any(c.id == claim.id for c in j.subject.claims)), None)
    if judged is None:
        page.line("In no subject: nothing it could be compared with.", indent=2)
        return
    subject = judged.subject
    verdict = (judged.verdict.value, verdict_style(judged.verdict))
    page.line("Subject: ", (safe(subject.label), STRONG), "  ", verdict, "  ", (subject.id, FAINT), indent=2, hang=2)
    claims = {c.id: c for c in subject.claims}
    for link in subject.links:
        if claim.id in (link.left, link.right):
            _link(page, link, claims[link.right if link.left == claim.id else link.left], articles)
    named = letters(in_order(judged.positions))
    for finding in judged.findings:
        if any(c.id == claim.id for p in finding.positions for c in p.claims):
            show_finding(page, finding, named)


def _link(page: Page, link: Link, other: Claim, articles: Mapping[str, Article]) -> None:
    article = articles[other.source]
    lead = text("linked to ", (describe(other), STRONG), f"  {who(article)}", ("  " + other.id, FAINT))
    page.located(lead, where(other, article), 4, 2)
    page.line(f"{link.score:.2f}  ", _joined(link), indent=6, hang=2)


def _joined(link: Link) -> str:
    return "; ".join(safe(reason).rstrip(".") for reason in link.reasons)


def _subject(page: Page, judged: Judged, findings: tuple[Finding, ...], articles: Mapping[str, Article]) -> None:
    show_positions(page, judged, articles, ALL)
    named = letters(in_order(judged.positions))
    for finding in by_gravity(findings):
        _why(page, finding, named)
    _links(page, judged, named, articles)


def _why(page: Page, finding: Finding, named: Mapping[str, str]) -> None:
    page.gap()
    page.line(("Why ", STRONG), (finding.verdict.value, verdict_style(finding.verdict)), ("  " + finding.id, FAINT), indent=2)
    for position in finding.positions:
        first = position.claims[0]
        page.line((f"{named.get(first.id, '?'):<3}", STRONG), value(position), f", read as {interval(first)}", indent=4, hang=3)
    page.line("Decided by: ", (finding.level, PLACE), f". {_why_not(finding)}", indent=4, hang=2)
    page.line(safe(finding.reason), indent=4, hang=2)
    if finding.explanation:
        page.line("Possible explanation: ", safe(finding.explanation), indent=4, hang=2)


def _why_not(finding: Finding) -> str:
    """Why this verdict and not another: first by the level that decided, then by the verdict."""
    match finding.level, finding.verdict:
        case "denied", _:
            return "One of the two only denies its figure: by itself that is neither an agreement nor a conflict."
        case "not-stated-as-fact", _:
            return "The two do not meet, but one of them may or is yet to come about: such a figure makes no conflict by itself."
        case _, Verdict.CONFLICT:
            return "The two do not meet, so they are not compatible; and no date explains the gap, so neither supersedes the other."
        case _, Verdict.SUPERSEDED:
            return "The two do not meet, so they are not compatible; but time explains the gap, so it is no conflict."
        case _, Verdict.COMPATIBLE:
            return "The figures differ, so they do not agree; but what they are read as overlaps, so both can hold."
        case _:
            return "The figures written are the same up to rounding, and no bound excludes the other."


def _links(page: Page, judged: Judged, named: Mapping[str, str], articles: Mapping[str, Article]) -> None:
    if not judged.subject.links:
        return
    page.gap()
    page.line(("Why these claims are one subject", STRONG), indent=2)
    claims = {c.id: c for c in judged.subject.claims}
    for link in judged.subject.links:
        ends = [
            f"{named.get(c.id, '?')} {describe(c)} ({safe(articles[c.source].name)})"
            for c in (claims[link.left], claims[link.right])
        ]
        reasons = _joined(link)
        page.line((page.glyph(" – ", " - ").join(ends), STRONG), f"  {link.score:.2f}  {reasons}", indent=4, hang=2)


def _about(frame: Frame) -> str:
    """The material for linking, in one line."""
    parts = [f"{label} {words}" for label, words in (("noun", frame.noun), ("predicate", frame.predicate)) if words]
    groups = (
        ("modifiers", frame.modifiers),
        ("events", frame.events),
        ("groups", frame.groups),
        ("places", frame.places),
        ("names", frame.names),
        ("scope", frozenset(s.value for s in frame.scope)),
    )
    return "; ".join([*parts, *(f"{label} {', '.join(sorted(words))}" for label, words in groups if words)])
