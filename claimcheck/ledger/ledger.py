"""The ledger as a value, and what a run is beside it. Nothing here reads or writes a file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.ledger.match import Matching, match
from claimcheck.ledger.sighting import Sighting
from claimcheck.ledger.values import order, words
from claimcheck.model.ledger import Choice, Decision, Entry, FindingState, State
from claimcheck.model.subject import GRAVITY, Verdict

_RULE = "value-conflict"
_SHOWN = 6
"""Figures or names listed in one sentence; more are counted."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that is known to be in dispute."""

    entries: tuple[Entry, ...] = ()
    """By id."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "entries", tuple(sorted(self.entries, key=lambda e: e.id)))

    def find(self, start: str) -> tuple[Entry, ...]:
        """The entries whose id is, or begins with, `start`."""
        exact = tuple(e for e in self.entries if e.id == start)
        return exact or tuple(e for e in self.entries if e.id.startswith(start))


@dataclass(frozen=True, slots=True)
class Change:
    """What a subject says that its entries do not hold. It is true where somebody has to look at it."""

    added: tuple[str, ...]
    """Figures that no entry holds."""
    gone: tuple[str, ...]
    """Figures of the entries that nobody states any more."""
    moved: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Figures, each with who states it, that changed so much that they are taken for another subject."""
    graver: tuple[Verdict, Verdict] | None = None
    """The verdict of the entry and that of now, where now is graver: what may pass as superseded may not pass as a conflict."""

    def __bool__(self) -> bool:
        return bool(self.added or self.moved or self.graver)


def states(ledger: Ledger, seen: Sequence[Sighting], today: date) -> Mapping[str, FindingState]:
    """The state of every discrepancy at or above the threshold by subject id, and of every absent entry by entry id.

    Args:
        ledger: What is known.
        seen: The subjects of the run, all of them.
        today: The day against which decisions expire.
    """
    found = match(ledger.entries, seen)
    told: dict[str, FindingState] = {}
    for sighting in seen:
        if is_discrepancy(sighting, found):
            told[sighting.subject] = _state(sighting, found, today)
    for entry, why in absent(found, seen):
        told[entry.id] = FindingState(State.ABSENT, why, entry.id, fingerprint(entry.id, entry.values), entry.decision)
    return told


def is_discrepancy(sighting: Sighting, found: Matching) -> bool:
    """Whether a subject counts: it reaches the threshold, or it is as grave as when its entry was made."""
    entry = found.entry_of.get(sighting.subject)
    kept = entry is not None and GRAVITY.index(sighting.verdict) <= GRAVITY.index(entry.verdict)
    return sighting.is_open or (kept and sighting.verdict not in (Verdict.AGREE, Verdict.SINGLE))


def absent(found: Matching, seen: Sequence[Sighting]) -> list[tuple[Entry, str]]:
    """The entries that are no discrepancy any more by id, each with a sentence that says why."""
    gone = [(e, f"none of the articles that were read speaks of {e.subject}") for e in found.absent]
    for sighting in seen:
        if not is_discrepancy(sighting, found):
            own = found.entry_of.get(sighting.subject)
            for entry in (*((own,) if own else ()), *found.merged.get(sighting.subject, ())):
                gone.append((entry, f"{entry.subject} is no longer in dispute ({_now(sighting, found)})"))
    return sorted(gone, key=lambda pair: pair[0].id)


def change(sighting: Sighting, found: Matching) -> Change:
    """What a subject says beside what its entries hold.

    A figure counts as added where it is in dispute, or stands in a sentence that had another: what somebody states anew and
    contradicts nobody, or is only the later count, is not.
    """
    entries = found.entries(sighting.subject)
    known = frozenset[str]().union(*(e.quotes for e in entries))
    altered = frozenset[str]().union(*(said for quote, said in sighting.said.items() if quote in known))
    held = frozenset[str]().union(*(e.values for e in entries))
    added = (sighting.disputed | altered) - held
    gravest = min((e.verdict for e in entries), key=GRAVITY.index, default=sighting.verdict)
    graver = (gravest, sighting.verdict) if GRAVITY.index(sighting.verdict) < GRAVITY.index(gravest) else None
    gone = sorted(held - sighting.values.keys(), key=order)
    return Change(tuple(sorted(added, key=order)), tuple(gone), found.moved.get(sighting.subject, ()), graver)


def _state(sighting: Sighting, found: Matching, today: date) -> FindingState:
    entries = found.entries(sighting.subject)
    if not entries:
        ident = sighting.coined()
        said = listed([_who(value, sighting.values[value]) for value in sorted(sighting.disputed, key=order)])
        return FindingState(State.NEW, f"not in the ledger: {said}", ident, fingerprint(ident, sighting.values))
    ident = found.entry_of[sighting.subject].id if sighting.subject in found.entry_of else sighting.coined()
    mark = fingerprint(ident, sighting.values)
    decision = in_force(entries)
    changed = change(sighting, found)
    note = _origin(sighting, found)
    if changed.added or changed.moved:
        return FindingState(State.UPDATED, _updated(changed, sighting, entries) + note, ident, mark, decision)
    if changed.graver:
        was, now = changed.graver
        return FindingState(
            State.UPDATED, f"the ledger holds it as {was.value}, now it is {now.value}" + note, ident, mark, decision
        )
    if decision is None:
        return FindingState(State.UNCHANGED, "in the ledger, not decided yet" + note, ident, mark)
    said = f"{decision.choice.value} by {decision.by} on {decision.on}: {decision.reason}"
    if decision.choice is Choice.UNSURE:
        return FindingState(State.UNCHANGED, f"still open, {said}" + note, ident, mark, decision)
    if not decision.holds(today):
        why = f"entry {entries[0].id} expired on {decision.expires}; {said}"
        return FindingState(State.EXPIRED, why + note, ident, mark, decision)
    until = f" (until {decision.expires})" if decision.expires else ""
    return FindingState(State.SUPPRESSED, said + until + note, ident, mark, decision)


def in_force(entries: Sequence[Entry]) -> Decision | None:
    """The decision that counts for a subject of several entries: one that somebody left open goes before one that lets it pass."""
    if any(e.decision is None for e in entries):
        undecided = [e.decision for e in entries if e.decision is not None and e.decision.choice is Choice.UNSURE]
        return undecided[0] if undecided else None
    taken = [e.decision for e in entries if e.decision is not None]
    return min(taken, key=lambda d: (d.choice is not Choice.UNSURE, d.expires or date.max), default=None)


def fingerprint(ident: str, values: Mapping[str, object] | frozenset[str]) -> str:
    """What other tools may recognise a discrepancy by: the same as long as its subject and its figures are."""
    return hashlib.sha256(json.dumps([1, _RULE, ident, sorted(values)]).encode()).hexdigest()[:12]


def shown(value: str) -> str:
    """A figure for a person; as it stands where it is no figure of this version."""
    try:
        return words(value)
    except ValueError:
        return value


def listed(things: Sequence[str]) -> str:
    """`a / b / c`, and how many more."""
    more = f" and {len(things) - _SHOWN} more" if len(things) > _SHOWN else ""
    return " / ".join(things[:_SHOWN]) + more


def _updated(changed: Change, sighting: Sighting, entries: Sequence[Entry]) -> str:
    said = [_who(value, sighting.values.get(value, ())) for value in changed.added]
    said += [f"{_who(value, names)}, now taken for another subject" for value, names in changed.moved]
    added = listed(said)
    if changed.gone and len(changed.gone) == len(said):
        return f"was {listed([shown(v) for v in changed.gone])}, now {added}"
    held = sorted(frozenset[str]().union(*(e.values for e in entries)), key=order)
    return f"the ledger holds {listed([shown(v) for v in held])}, now also {added}"


def _who(value: str, names: Sequence[str]) -> str:
    return f"{shown(value)} ({', '.join(names[:2])}{f' and {len(names) - 2} more' if len(names) > 2 else ''})"


def _origin(sighting: Sighting, found: Matching) -> str:
    """What a reader must know of how the subject came to its entries."""
    notes = []
    merged = found.merged.get(sighting.subject, ())
    own = found.entry_of.get(sighting.subject)
    if merged and own:
        notes.append(f"merged: {', '.join(e.id for e in (own, *merged))} are one subject now")
    if sighting.subject in found.split:
        notes.append(f"split: it was part of {found.split[sighting.subject].id}")
    return f" ({'; '.join(notes)})" if notes else ""


def _now(sighting: Sighting, found: Matching) -> str:
    now = "only one source is left" if sighting.verdict is Verdict.SINGLE else f"now: {sighting.verdict.value}"
    moved = [f"{_who(value, names)} is taken for another subject" for value, names in found.moved.get(sighting.subject, ())]
    return "; ".join([now, *moved])
