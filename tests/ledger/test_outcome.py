"""The exit code: verdicts and states in, a number out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from claimcheck.config import FailOn
from claimcheck.ledger.outcome import exit_code
from claimcheck.model.article import SkippedArticle
from claimcheck.model.ledger import Choice, FindingState, State
from claimcheck.model.subject import Verdict

from .factories import About, decision, report

SAYS = [("Herald", "At noon [14] people died in Karsa."), ("Courier", "Karsa counted [17] dead.")]
CONFLICT = report(About(SAYS))
SUPERSEDED = report(About(SAYS, verdict=Verdict.SUPERSEDED))
AGREE = report(About([SAYS[0], ("Courier", "Karsa counted [14] dead.")]))


@dataclass(frozen=True)
class Set:
    fail_on: FailOn = FailOn.CONFLICT
    strict: bool = False
    new_only: bool = True
    fail_on_stale: bool = False
    exit_zero: bool = False


def of(state: State, choice: Choice | None = None) -> dict[str, FindingState]:
    return {"0": FindingState(state, "", decision=decision(choice) if choice else None)}


STALE = {"e-1": FindingState(State.ABSENT, "")}


@pytest.mark.parametrize(
    ("run", "states", "settings", "code"),
    [
        (CONFLICT, {}, Set(), 1),
        (CONFLICT, {}, Set(exit_zero=True), 0),
        (CONFLICT, {}, Set(fail_on=FailOn.NEVER), 0),
        (AGREE, {}, Set(), 0),
        (SUPERSEDED, {}, Set(), 0),
        (SUPERSEDED, {}, Set(fail_on=FailOn.SUPERSEDED), 1),
        (CONFLICT, of(State.NEW), Set(), 1),
        (CONFLICT, of(State.UPDATED), Set(), 1),
        (CONFLICT, of(State.UPDATED, Choice.ACCEPTED), Set(), 1),
        (CONFLICT, of(State.EXPIRED, Choice.ACCEPTED), Set(), 1),
        (CONFLICT, of(State.UNCHANGED), Set(), 0),
        (CONFLICT, of(State.UNCHANGED, Choice.UNSURE), Set(), 1),
        (CONFLICT, of(State.SUPPRESSED, Choice.ACCEPTED), Set(), 0),
        (CONFLICT, of(State.UNCHANGED), Set(new_only=False), 1),
        (CONFLICT, of(State.SUPPRESSED, Choice.ACCEPTED), Set(new_only=False), 0),
        (CONFLICT, of(State.NEW), Set(exit_zero=True), 0),
        (CONFLICT, of(State.NEW), Set(fail_on=FailOn.NEVER), 0),
        (SUPERSEDED, of(State.NEW), Set(), 0),
        (AGREE, STALE, Set(), 0),
        (AGREE, STALE, Set(fail_on_stale=True), 1),
        (AGREE, STALE, Set(fail_on_stale=True, exit_zero=True), 0),
        (AGREE, STALE, Set(fail_on_stale=True, fail_on=FailOn.NEVER), 1),
        (replace(CONFLICT, articles=CONFLICT.articles[:1]), {}, Set(exit_zero=True), 3),
        (replace(CONFLICT, skipped=(SkippedArticle("a", "b"),)), {}, Set(strict=True, exit_zero=True), 3),
        (replace(CONFLICT, skipped=(SkippedArticle("a", "b"),)), of(State.UNCHANGED), Set(), 0),
    ],
)
def test_exit_code(run: object, states: dict[str, FindingState], settings: Set, code: int) -> None:
    assert exit_code(run, states, settings) == code  # type: ignore[arg-type]
