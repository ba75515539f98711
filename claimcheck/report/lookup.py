"""Finding a claim, a subject or a finding of a report by its id, or by the beginning of one."""

from __future__ import annotations

from claimcheck.errors import ClaimcheckError
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.subject import Finding, Judged

Found = Claim | Judged | Finding

_SHOWN = 5


def look_up(report: Report, wanted: str) -> Found:
    """What an id names.

    Args:
        report: Where to look.
        wanted: An id as the reports print it, or its beginning, with or without the letter and dash before it.

    Returns:
        The claim, the subject with what is said of it, or the finding.

    Raises:
        ClaimcheckError: Nothing has such an id, or more than one thing has.
    """
    found = {
        name: thing for name, thing in _named(report) if wanted and (name.startswith(wanted) or _bare(name).startswith(wanted))
    }
    if wanted in found:
        return found[wanted]
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise ClaimcheckError(
            f"nothing in these articles has an id that begins with {wanted!r}; "
            "`claimcheck compare` prints the ids of subjects, `claimcheck extract` those of claims"
        )
    names = sorted(found)
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    raise ClaimcheckError(f"{wanted!r} is the beginning of {len(names)} ids; write more of it: {', '.join(names[:_SHOWN])}{more}")


def look_up_claim(report: Report, wanted: str) -> Claim:
    """The claim that an id names, the first one of a subject. Raises ClaimcheckError, also for a finding, which has two sides."""
    found = look_up(report, wanted)
    if isinstance(found, Judged):
        return found.subject.claims[0]
    if not isinstance(found, Claim):
        raise ClaimcheckError(f"{wanted!r} names a finding, which has two sides; name a claim or a subject of each side")
    return found


def _named(report: Report) -> list[tuple[str, Found]]:
    subjects: list[tuple[str, Found]] = [(j.subject.id, j) for j in report.judged]
    findings: list[tuple[str, Found]] = [(f.id, f) for f in report.findings]
    return [*subjects, *findings, *((c.id, c) for c in report.claims)]


def _bare(name: str) -> str:
    return name.partition("-")[2] or name
