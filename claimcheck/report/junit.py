"""JUnit XML: a test case a subject, also for those on which all agree, so that nobody takes a clean report for an empty one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from claimcheck.model.article import SkippedArticle
from claimcheck.model.report import Report
from claimcheck.model.subject import Judged
from claimcheck.report.discrepancy import Discrepancy, discrepancies, summary
from claimcheck.report.interface import Look
from claimcheck.report.places import relative
from claimcheck.report.safe import safe
from claimcheck.report.words import said, where

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report, out: BinaryIO, look: Look) -> None:
    """Writes one suite. What fails the run is a failure, what the ledger knows and what was not read is skipped."""
    found = {d.id: d for d in discrepancies(report)}
    cases = [_case(j, report, found.get(j.subject.id), look) for j in report.judged] + [_not_read(s) for s in report.skipped]
    if not cases:
        cases.append('<testcase classname="claimcheck" name="no subject to compare"/>')
    failures = sum("<failure" in case for case in cases)
    skipped = sum("<skipped" in case for case in cases)
    numbers = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="claimcheck" {numbers}>',
        f'<testsuite name="claimcheck" {numbers} skipped="{skipped}">',
    ]
    closing = [f"<system-out>{_text(summary(report))}</system-out>", "</testsuite>", "</testsuites>"]
    out.write("".join(f"{line}\n" for line in [*head, *cases, *closing]).encode())


def _case(judged: Judged, report: Report, found: Discrepancy | None, look: Look) -> str:
    story = next((s.label for s in report.stories if s.id == judged.subject.story), judged.subject.story)
    head = f"<testcase classname={_attribute(story)} name={_attribute(f'{judged.subject.label} [{judged.subject.id}]')}"
    if found is None:
        return f"{head}/>"
    first = found.claims[0]
    head += f' file={_attribute(relative(found.articles[first.source].path))} line="{first.line}">'
    if found.known:
        reason = found.ledger_reason or "known to the ledger"
        body = f"<skipped message={_attribute(f'{found.mark}: {reason}')}/>"
    elif judged.verdict in look.failing:
        quoted = _text("\n".join(_quotes(found)))
        body = f"<failure type={_attribute(found.rule.id)} message={_attribute(found.message)}>{quoted}</failure>"
    else:
        body = f"<system-out>{_text(f'{found.rule.id}: {found.message}')}</system-out>"
    return f"{head}{body}</testcase>"


def _quotes(found: Discrepancy) -> Iterator[str]:
    for claim in found.claims:
        article = found.articles[claim.source]
        yield f"{where(claim, article)}: {said(claim, article)}: “{safe(claim.sentence)}”"


def _not_read(skipped: SkippedArticle) -> str:
    head = f'<testcase classname="files" name={_attribute(skipped.path)} file={_attribute(relative(skipped.path))}>'
    return f"{head}<skipped message={_attribute(f'not read: {skipped.reason}')}/></testcase>"


def _text(words: str) -> str:
    # Escaped and not CDATA: an article can hold the words that end CDATA.
    return escape(_FORBIDDEN.sub("\ufffd", words))


def _attribute(words: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", safe(words)))
