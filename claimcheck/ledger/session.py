"""A review at a terminal: shows, asks, and saves after every answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from claimcheck.ledger import file, judgements, store
from claimcheck.ledger.ledger import Ledger, change
from claimcheck.ledger.match import match
from claimcheck.ledger.quotes import digests
from claimcheck.ledger.review import Answer, Review, Step, applied, begin, enter, press
from claimcheck.ledger.screen import page, pair, prompt
from claimcheck.ledger.sighting import Sighting
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report


class Terminal(Protocol):
    """Where a person sits."""

    @property
    def width(self) -> int:
        """Columns, asked anew for each page: a window may be made smaller."""

    def show(self, lines: list[str]) -> None:
        """Writes lines."""

    def key(self) -> str:
        """The next key pressed, without waiting for a line. Raises EOFError when there are no more."""

    def line(self) -> str:
        """The next line entered. Raises EOFError when there are no more."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a review works on."""

    report: Report
    """With the states beside `ledger`."""
    seen: tuple[Sighting, ...]
    path: Path
    before: bytes | None
    """The bytes of the file when `ledger` was read; None where there was none."""
    ledger: Ledger
    by: str
    today: date
    expires: date | None = None


def open_subjects(report: Report) -> tuple[str, ...]:
    """What somebody still has to look at, in the order of the report."""
    return tuple(j.subject.id for j in report.judged if (state := report.states.get(j.subject.id)) is not None and state.open)


def run(setting: Setting, terminal: Terminal) -> Review:
    """Goes through what is open until it is done or a person quits.

    Raises:
        ClaimcheckError: The ledger was changed by somebody else or cannot be written. Answers given before are saved.
        KeyboardInterrupt: As it comes. Answers given before are saved.
    """
    added = _added(setting)
    saver = _Saver(setting, added)
    review, drawn = begin(open_subjects(setting.report)), -1
    while review.step is not Step.DONE:
        if review.at != drawn:
            state = setting.report.states[review.subject]
            terminal.show(page(review, setting.report, state, added[review.subject], terminal.width))
            drawn = review.at
        terminal.show(prompt(review, terminal.width))
        after = _heard(review, terminal)
        if after.answers != review.answers:
            saver.save(after)
        review = after
    return review


def _heard(review: Review, terminal: Terminal) -> Review:
    """The review after the next thing a person does. The end of all input is a quit: what waits for its reason is not recorded."""
    try:
        return enter(review, terminal.line()) if review.step is Step.REASON else press(review, terminal.key())
    except EOFError:
        return replace(review, step=Step.DONE)


def _added(setting: Setting) -> dict[str, frozenset[str]]:
    """By subject id the figures that the ledger does not hold."""
    found = match(setting.ledger.entries, setting.seen)
    return {s.subject: frozenset(change(s, found).added) for s in setting.seen}


class _Saver:
    """Writes the ledger anew after every answer, and sees that nobody else does in between."""

    def __init__(self, setting: Setting, added: Mapping[str, frozenset[str]]) -> None:
        self._setting = setting
        self._added = added
        self._before = setting.before
        self._digests = digests(setting.report.claims)

    def save(self, review: Review) -> None:
        """Writes all answers so far. Raises ClaimcheckError."""
        its = self._setting
        data = file.serialise(applied(review, its.ledger, its.seen, its.by, its.today, its.expires))
        first = self._before is None
        store.save(its.path, data, self._before)
        self._before = data
        if first and its.path.parent.name == store.FOLDER:
            store.add_helpers(its.path.parent)
        subject, answer = review.answers[-1]
        if answer.different:
            self._judge(subject, answer)

    def _judge(self, subject: str, answer: Answer) -> None:
        """Keeps that the two claims that were shown are about different things."""
        its = self._setting
        judged = {j.subject.id: j for j in its.report.judged}[subject]
        left, right, _ = pair(judged, self._added[subject])
        one, two = self._of(left), self._of(right)
        if one[0] == two[0]:
            return
        new = judgements.judge(one, two, judgements.Same.DIFFERENT, its.by, its.today, answer.reason)
        store.add_judgement(its.path.with_name(store.JUDGEMENTS), new)

    def _of(self, claim: Claim) -> tuple[str, str]:
        return self._digests[claim.id], " ".join(claim.sentence.split())


def decided(review: Review) -> dict[str, int]:
    """How often each answer was given."""
    counts: dict[str, int] = {}
    for _, answer in review.answers:
        counts[answer.choice.value] = counts.get(answer.choice.value, 0) + 1
    return counts
