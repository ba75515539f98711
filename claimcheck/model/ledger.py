"""What a ledger remembers of a discrepancy, and what a run is told of its findings beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimcheck.model.subject import Verdict


class State(StrEnum):
    """A discrepancy of this run beside the ledger."""

    NEW = "new"
    """The ledger does not know its subject."""
    UNCHANGED = "unchanged"
    """Known, and no figure is in dispute that the ledger does not hold."""
    UPDATED = "updated"
    """Known, but a figure is in dispute that the ledger does not hold."""
    ABSENT = "absent"
    """In the ledger, and no discrepancy any more."""
    SUPPRESSED = "suppressed"
    """Unchanged, and a person decided that it may pass."""
    EXPIRED = "expired"
    """Unchanged, and the day until which a person let it pass is over."""


class Choice(StrEnum):
    """What a person decided of a discrepancy."""

    ACCEPTED = "accepted"
    """Real, and known."""
    NOT_A_DISCREPANCY = "not-a-discrepancy"
    """The program erred."""
    UNSURE = "unsure"
    """Looked at and left open: it goes on failing."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on one discrepancy."""

    choice: Choice
    reason: str
    by: str
    on: date
    expires: date | None = None
    """The last day it holds; None holds until somebody decides anew."""

    def holds(self, today: date) -> bool:
        """Whether it lets a discrepancy pass on that day."""
        return self.choice is not Choice.UNSURE and (self.expires is None or today <= self.expires)


@dataclass(frozen=True, slots=True)
class Entry:
    """One discrepancy as a ledger keeps it. Nothing in it tells of files, lines or how often a thing is said."""

    id: str
    """`e-` and ten hex digits, given once and kept whatever becomes of the subject."""
    subject: str
    """What it is about, in words, for a person; nothing is recognised by it."""
    verdict: Verdict
    values: frozenset[str]
    """Every figure that was said of it, in normal form: `count 17`, `money USD 3500000`, `date 2025-09-02`."""
    frames: frozenset[str]
    """What is counted and of whom, in normal form."""
    names: frozenset[str]
    """Proper names and places in its clauses."""
    quotes: frozenset[str]
    """A digest for each sentence that speaks of it, its figures left out."""
    decisions: tuple[Decision, ...] = ()
    """Oldest first. The last one counts; those before are kept because people wrote them."""

    @property
    def decision(self) -> Decision | None:
        """The one in force, expired or not."""
        return self.decisions[-1] if self.decisions else None


@dataclass(frozen=True, slots=True)
class FindingState:
    """What the ledger says of one subject of a run, or of an entry that no subject of the run matches."""

    state: State
    reason: str
    """One sentence for a person: what changed, or who let it pass and why."""
    entry: str = ""
    """Id of the ledger's entry, or the one it would be given; the same from run to run."""
    fingerprint: str = ""
    """Twelve hex digits of entry, kind of verdict and disputed figures: what other tools may recognise the finding by."""
    decision: Decision | None = None

    @property
    def open(self) -> bool:
        """Whether somebody still has to look at it: what `--new-only` fails on."""
        unsure = self.decision is not None and self.decision.choice is Choice.UNSURE
        return self.state in (State.NEW, State.UPDATED, State.EXPIRED) or (self.state is State.UNCHANGED and unsure)
