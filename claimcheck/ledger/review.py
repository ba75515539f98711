"""Going through what is open, one discrepancy at a time. A pure machine: what was pressed goes in, where one stands comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from claimcheck.ledger.change import record
from claimcheck.ledger.ledger import Ledger
from claimcheck.ledger.sighting import Sighting
from claimcheck.model.ledger import Choice, Decision

KEYS: Mapping[str, Choice] = {"y": Choice.ACCEPTED, "n": Choice.NOT_A_DISCREPANCY, "u": Choice.UNSURE}
"""The keys that answer the question."""


class Step(Enum):
    """What is being asked."""

    QUESTION = "question"
    REASON = "reason"
    SUBJECTS = "subjects"
    """After a no: whether the two sentences are about different things, which the linking can learn from."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of one discrepancy."""

    choice: Choice
    reason: str
    different: bool = False
    """The two sentences that were shown are about different things."""


@dataclass(frozen=True, slots=True)
class Review:
    """Where a review stands. Answers are kept by subject id, so that an answer given again takes the place of the first."""

    subjects: tuple[str, ...]
    at: int = 0
    step: Step = Step.QUESTION
    chosen: Choice | None = None
    """The answer that waits for its reason."""
    reason: str = ""
    answers: tuple[tuple[str, Answer], ...] = ()
    message: str = ""
    """What a person must know of the last thing pressed."""

    @property
    def subject(self) -> str:
        """The subject in question."""
        return self.subjects[self.at]

    @property
    def answer(self) -> Answer | None:
        """What was said of it in this review."""
        return dict(self.answers).get(self.subject)


def begin(subjects: Sequence[str]) -> Review:
    """A review of these subjects, in this order."""
    return Review(tuple(subjects), step=Step.QUESTION if subjects else Step.DONE)


def press(review: Review, key: str) -> Review:
    """A key was pressed: y, n, u answer; s leaves the discrepancy as it is, b goes back to the one before, q ends."""
    key = key.lower()
    if review.step is Step.SUBJECTS:
        return _answered(review, different=key == "y") if key in ("y", "n") else replace(review, message="press y or n")
    if review.step is not Step.QUESTION:
        return review
    chosen = KEYS.get(key)
    if chosen is not None:
        return replace(review, step=Step.REASON, chosen=chosen, message="")
    match key:
        case "s":
            return _next(review)
        case "b":
            first = review.at == 0
            return replace(review, at=max(review.at - 1, 0), message="this is the first one" if first else "")
        case "q":
            return replace(review, step=Step.DONE, message="")
        case _:
            return replace(review, message="press one of y, n, u, s, b, q")


def enter(review: Review, line: str) -> Review:
    """A line was entered as the reason. An empty one goes back to the question, as a decision without a reason helps nobody."""
    if review.step is not Step.REASON or review.chosen is None:
        return review
    reason = " ".join(line.split())
    if not reason:
        return replace(review, step=Step.QUESTION, chosen=None, message="nothing recorded: a decision needs a reason")
    if review.chosen is Choice.NOT_A_DISCREPANCY:
        return replace(review, step=Step.SUBJECTS, reason=reason, message="")
    return _answered(replace(review, reason=reason), different=False)


def applied(review: Review, before: Ledger, seen: Sequence[Sighting], by: str, on: date, expires: date | None = None) -> Ledger:
    """The ledger that was there before the review, with every answer given so far."""
    ledger = before
    for subject, answer in review.answers:
        until = None if answer.choice is Choice.UNSURE else expires
        ledger = record(ledger, subject, seen, Decision(answer.choice, answer.reason, by, on, until))
    return ledger


def _answered(review: Review, different: bool) -> Review:
    assert review.chosen is not None
    answer = Answer(review.chosen, review.reason, different)
    others = tuple(pair for pair in review.answers if pair[0] != review.subject)
    return _next(replace(review, answers=(*others, (review.subject, answer)), chosen=None, reason=""))


def _next(review: Review) -> Review:
    if review.at + 1 < len(review.subjects):
        return replace(review, at=review.at + 1, step=Step.QUESTION, message="")
    return replace(review, step=Step.DONE, message="")
