"""SARIF 2.1.0, as code scanning reads it: one result a discrepancy, every other claim of it as a related location.

Results that a ledger knows are marked and not left out: a reader that finds them missing takes them for fixed, and for new when
they come back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import BinaryIO

from claimcheck.model.article import SkippedArticle
from claimcheck.model.claim import Claim
from claimcheck.model.ledger import FindingState, State
from claimcheck.model.report import Report
from claimcheck.model.wording import describe
from claimcheck.report.about import NAME, version
from claimcheck.report.discrepancy import Discrepancy, discrepancies
from claimcheck.report.document import Value
from claimcheck.report.interface import Look
from claimcheck.report.json import line, lines
from claimcheck.report.places import uri
from claimcheck.report.quote import quote
from claimcheck.report.rules import RULES, Level, Rule
from claimcheck.report.safe import safe
from claimcheck.report.words import count, said

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 5_000
"""Code scanning shows no more of a run, and refuses a file with five times as many."""
MOST_LOCATIONS = 1_000
"""Code scanning reads no more of a result."""
_QUOTE = 300

_BASELINE: Mapping[State, str] = {
    State.NEW: "new",
    State.UPDATED: "updated",
    State.UNCHANGED: "unchanged",
    State.SUPPRESSED: "unchanged",
    State.EXPIRED: "unchanged",
    State.ABSENT: "absent",
}


def write(report: Report, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - the same for every place it goes to
    """Writes one run, a result a line."""
    found = discrepancies(report)
    shown = found[:MOST_RESULTS]
    head = line({
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(report, found)}],
        "properties": {"counts": {**report.counts}},
    })  # fmt: skip
    out.write(f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{head.decode()[:-1]},"results":['.encode())
    out.writelines(lines(_result(d, report.states) for d in shown))
    out.write(b"\n]}]}\n")


def _driver() -> Value:
    return {"name": NAME, "version": version(), "rules": [_rule(r) for r in RULES.values()]}


def _rule(rule: Rule) -> Value:
    return {
        "id": rule.id,
        "name": rule.title,
        "shortDescription": {"text": rule.short},
        "fullDescription": {"text": f"{rule.short} {rule.help}"},
        "help": {"text": rule.help, "markdown": rule.help},
        "defaultConfiguration": {"level": rule.level.value},
        "properties": {"tags": ["claims", "figures"]},
    }


def _result(found: Discrepancy, states: Mapping[str, FindingState]) -> Value:
    first, *others = found.claims
    related = others[: MOST_LOCATIONS - 1]
    record: dict[str, Value] = {
        "ruleId": found.rule.id,
        "ruleIndex": list(RULES).index(found.judged.verdict),
        "level": found.level.value,
        "message": {"text": _plain(found.message)},
        "locations": [_location(found, first)],
        "relatedLocations": [{"id": i, **_location(found, c)} for i, c in enumerate(related, 1)],
        "partialFingerprints": {"claimcheck/subject/v1": found.id, "claimcheck/figures/v1": found.fingerprint},
        "properties": _properties(found, len(others) - len(related)),
    }
    # The standard: all results of a run carry each of these two, or none does.
    if any(state.entry for state in states.values()):
        # A ledger keeps what is at or above the threshold; what is below has no state there and is no news.
        record["baselineState"] = _BASELINE[found.state.state] if found.state else "unchanged"
    if states:
        record["suppressions"] = _suppressions(found)
    return record


def _suppressions(found: Discrepancy) -> list[Value]:
    if not found.known:
        return []
    return [{"kind": "external", "status": "accepted", "justification": found.ledger_reason or "Known."}]


def _properties(found: Discrepancy, cut: int) -> Value:
    return {
        "subject": found.label,
        "findings": [f.id for f in found.judged.findings],
        "positions": [{"value": safe(p.value), "origins": p.origins, "claims": len(p.claims)} for p in found.judged.positions],
        **({"ledgerState": found.mark, "ledgerReason": found.ledger_reason} if found.state else {}),
        **({"relatedLocationsLeftOut": cut} if cut else {}),
    }


def _location(found: Discrepancy, claim: Claim) -> dict[str, Value]:
    article = found.articles[claim.source]
    quoted = quote(claim, _QUOTE)
    words = f"{describe(claim)} ({said(claim, article)})"
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(article.path)},
            "region": {"startLine": claim.line, "snippet": {"text": quoted.before + quoted.words + quoted.after}},
        },
        "message": {"text": _plain(words)},
    }


def _notifications(report: Report, found: Sequence[Discrepancy]) -> list[Value]:
    told = [_skipped(s) for s in report.skipped]
    told += [_note(Level.NOTE, safe(note)) for note in report.notes]
    if len(found) > MOST_RESULTS:
        left = count(len(found) - MOST_RESULTS, "discrepancy", "discrepancies")
        told.append(
            _note(Level.WARNING, f"{left} left out: code scanning shows {MOST_RESULTS:,} of a run; the JSON report has all.")
        )
    return told


def _note(level: Level, words: str) -> Value:
    return {"level": level.value, "message": {"text": _plain(words)}}


def _skipped(skipped: SkippedArticle) -> Value:
    return {
        "level": Level.WARNING.value,
        "message": {"text": _plain(f"Not read: {safe(skipped.path)}: {safe(skipped.reason)}")},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(skipped.path)}}}],
    }


def _plain(words: str) -> str:
    """Text that no viewer takes for a link: `[words](1)` would be one to a related location."""
    return words.replace("](", "] (")
