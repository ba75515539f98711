"""GitLab's code quality report: a list of issues, one a discrepancy.

GitLab compares the fingerprints of two reports to tell new from fixed, and shows little but the description: so the fingerprint
holds nothing of a place, what the ledger knows stays in the list, and the description names its rule.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import BinaryIO

from claimcheck.model.article import SkippedArticle
from claimcheck.model.report import Report
from claimcheck.report.discrepancy import Discrepancy, discrepancies
from claimcheck.report.document import Value
from claimcheck.report.interface import Look
from claimcheck.report.json import lines
from claimcheck.report.places import relative
from claimcheck.report.rules import Level
from claimcheck.report.safe import safe

_SEVERITY: Mapping[Level, str] = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def write(report: Report, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - the same for every place it goes to
    """Writes a JSON array, an issue a line; an empty one where articles nowhere differ."""
    taken: dict[str, int] = {}
    out.write(b"[")
    issues = [_issue(d, taken) for d in discrepancies(report)] + [_not_read(s) for s in report.skipped]
    out.writelines(lines(issues))
    out.write(b"\n]\n")


def _issue(found: Discrepancy, taken: dict[str, int]) -> Value:
    first = found.claims[0]
    # GitLab shows two issues of one fingerprint as one.
    repeat = taken[found.fingerprint] = taken.get(found.fingerprint, 0) + 1
    mark = f" ({found.mark})" if found.mark else ""
    return {
        "description": f"{found.rule.id}{mark}: {found.message}",
        "check_name": found.rule.id,
        "fingerprint": found.fingerprint if repeat == 1 else f"{found.fingerprint}-{repeat}",
        "severity": "info" if found.known else _SEVERITY[found.level],
        "location": {"path": safe(relative(found.articles[first.source].path)), "lines": {"begin": first.line}},
    }


def _not_read(skipped: SkippedArticle) -> Value:
    path = safe(relative(skipped.path))
    return {
        "description": f"not-read: {path} was not read: {safe(skipped.reason)}",
        "check_name": "not-read",
        "fingerprint": hashlib.sha256(f"not-read {path}".encode()).hexdigest()[:12],
        "severity": "info",
        "location": {"path": path, "lines": {"begin": 1}},
    }
