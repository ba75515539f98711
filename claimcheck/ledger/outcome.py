"""How a run beside a ledger ends: a pure function of report, states and thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from claimcheck.errors import EXIT_DISCREPANCIES, EXIT_NOTHING, EXIT_OK
from claimcheck.model.ledger import FindingState, State
from claimcheck.model.report import Report
from claimcheck.model.subject import Verdict

_COMPARABLE = 2
"""Articles that it takes to compare."""


class Threshold(Protocol):
    """The mildest verdict that fails."""

    def reached_by(self, verdict: Verdict) -> bool:
        """Whether a subject with that verdict is at or above it."""


class Thresholds(Protocol):
    """What a user may set of the outcome."""

    @property
    def fail_on(self) -> Threshold:
        """The mildest verdict that fails."""

    @property
    def strict(self) -> bool:
        """A skipped article is a failure."""

    @property
    def new_only(self) -> bool:
        """With a ledger, what it holds does not fail; without one, this changes nothing."""

    @property
    def fail_on_stale(self) -> bool:
        """An entry that is no discrepancy any more is a failure."""

    @property
    def exit_zero(self) -> bool:
        """Discrepancies and stale entries end with 0; nothing else does."""


def exit_code(report: Report, states: Mapping[str, FindingState], settings: Thresholds) -> int:
    """The exit code of a run: 0, 1 or 3 as the table of exit codes has them.

    Args:
        report: The run.
        states: Its discrepancies beside a ledger; empty without one.
        settings: The thresholds.
    """
    if len(report.articles) < _COMPARABLE or (settings.strict and report.skipped):
        return EXIT_NOTHING
    if settings.exit_zero:
        return EXIT_OK
    if settings.fail_on_stale and any(state.state is State.ABSENT for state in states.values()):
        return EXIT_DISCREPANCIES
    failing = (j for j in report.judged if settings.fail_on.reached_by(j.verdict))
    return EXIT_DISCREPANCIES if any(fails(states.get(j.subject.id), settings.new_only) for j in failing) else EXIT_OK


def fails(state: FindingState | None, new_only: bool) -> bool:
    """Whether a discrepancy at or above the threshold fails. One without a state stands beside no ledger, and fails."""
    if state is None or state.open:
        return True
    return not new_only and state.state is not State.SUPPRESSED
