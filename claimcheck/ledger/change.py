"""The ways a ledger changes: each takes a ledger and gives another, with what a person is to be told."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.ledger.ledger import Change, Ledger, absent, change, is_discrepancy
from claimcheck.ledger.match import Matching, match
from claimcheck.ledger.sighting import Sighting
from claimcheck.ledger.values import order
from claimcheck.model.ledger import Choice, Decision, Entry


@dataclass(frozen=True, slots=True)
class Updated:
    """A ledger brought up to date, and what that took."""

    ledger: Ledger
    new: tuple[Entry, ...] = ()
    """Subjects that it did not know."""
    changed: tuple[tuple[Entry, Change], ...] = ()
    """Entries with figures that it did not hold."""
    merged: tuple[tuple[Entry, tuple[str, ...]], ...] = ()
    """Entries with the ids of those that were taken up into them."""
    split: tuple[tuple[Entry, str], ...] = ()
    """Entries with the id of the one that they were a part of."""
    absent: tuple[tuple[Entry, str], ...] = ()
    """Entries that are no discrepancy any more, each with a sentence; `prune` takes them out."""

    @property
    def accepts(self) -> bool:
        """Whether it takes in anything that nobody has seen: only to be written when a person says so."""
        return bool(self.new or self.changed)


@dataclass(frozen=True, slots=True)
class Pruned:
    """A ledger without what is not needed, and what was taken out."""

    ledger: Ledger
    entries: tuple[tuple[Entry, str], ...] = ()
    """Entries taken out, each with a sentence that says why."""
    values: tuple[tuple[Entry, tuple[str, ...]], ...] = ()
    """Entries with the figures taken out of them, as nobody states them any more."""


def update(ledger: Ledger, seen: Sequence[Sighting]) -> Updated:
    """Bring a ledger up to date with a run.

    Entries follow their subjects: other sentences, names and words, merges and splits. Nothing is taken out but entries that were
    taken up into another, and figures that changed into others. What a person decided stays.
    """
    found = match(ledger.entries, seen)
    kept = {entry.id: entry for entry in ledger.entries}
    new: list[Entry] = []
    changed: list[tuple[Entry, Change]] = []
    merged: list[tuple[Entry, tuple[str, ...]]] = []
    split: list[tuple[Entry, str]] = []
    for sighting in sorted(seen, key=lambda s: (s.coined(), s.subject)):
        if not is_discrepancy(sighting, found):
            continue
        entry = _follow(sighting, found, kept)
        taken_up = found.merged.get(sighting.subject, ())
        difference = change(sighting, found)
        if not found.entries(sighting.subject):
            new.append(entry)
        elif difference:
            changed.append((entry, difference))
        if taken_up:
            merged.append((entry, tuple(e.id for e in taken_up)))
        if sighting.subject in found.split:
            split.append((entry, found.split[sighting.subject].id))
    gone = tuple(pair for pair in absent(found, seen) if pair[0].id in kept)
    return Updated(Ledger(tuple(kept.values())), tuple(new), tuple(changed), tuple(merged), tuple(split), gone)


def prune(ledger: Ledger, seen: Sequence[Sighting]) -> Pruned:
    """Take out the entries that are no discrepancy any more, and the figures that nobody states any more."""
    found = match(ledger.entries, seen)
    gone = absent(found, seen)
    dropped = {entry.id for entry, _ in gone}
    kept = {entry.id: entry for entry in ledger.entries if entry.id not in dropped}
    shared = {entry.id for entry in found.split.values()}
    thinner: list[tuple[Entry, tuple[str, ...]]] = []
    for sighting in seen:
        own = found.entry_of.get(sighting.subject)
        if own is None or own.id not in kept or own.id in shared:
            continue
        lost = tuple(sorted(own.values - sighting.values.keys(), key=order))
        if lost:
            kept[own.id] = replace(own, values=own.values - set(lost), quotes=sighting.quotes_of(own.values))
            thinner.append((own, lost))
    return Pruned(Ledger(tuple(kept.values())), tuple(gone), tuple(sorted(thinner, key=lambda pair: pair[0].id)))


def record(ledger: Ledger, subject: str, seen: Sequence[Sighting], decision: Decision) -> Ledger:
    """The ledger with a person's decision on one subject of a run, and with the figures of it that the person saw.

    Raises KeyError where the run has no such subject.
    """
    sighting = {s.subject: s for s in seen}[subject]
    kept = {entry.id: entry for entry in ledger.entries}
    entry = _follow(sighting, match(ledger.entries, seen), kept)
    kept[entry.id] = replace(entry, decisions=(*entry.decisions, decision))
    return Ledger(tuple(kept.values()))


def decide(ledger: Ledger, ident: str, decision: Decision) -> Ledger:
    """The ledger with a decision on one of its entries. Raises KeyError where there is none of that id."""
    if ident not in {entry.id for entry in ledger.entries}:
        raise KeyError(ident)
    return Ledger(tuple(replace(e, decisions=(*e.decisions, decision)) if e.id == ident else e for e in ledger.entries))


def _follow(sighting: Sighting, found: Matching, kept: dict[str, Entry]) -> Entry:
    """Puts what is seen now into the entry of a subject, or into a new one, and takes the entries out that it took up."""
    own = found.entry_of.get(sighting.subject)
    sources = found.entries(sighting.subject)
    merged = found.merged.get(sighting.subject, ())
    entry = sighting.entry(own.id if own else _free(sighting.coined(), kept))
    if sources and not change(sighting, found):
        # Nothing was accepted, so nothing is added; nor taken back, as an article may only be gone for a day.
        whole = frozenset[str]().union(*(e.values for e in sources))
        held = whole if own else whole & sighting.values.keys()
        entry = replace(entry, values=held, quotes=sighting.quotes_of(held))
    history: tuple[Decision, ...] = ()
    for source in sources:
        history = joined(history, source.decisions)
    for taken_up in merged:
        kept.pop(taken_up.id, None)
    kept[entry.id] = replace(entry, decisions=history)
    return kept[entry.id]


def joined(one: Sequence[Decision], two: Sequence[Decision]) -> tuple[Decision, ...]:
    """Two histories of decisions as one. Where both went on from a common beginning, what leaves a discrepancy open comes last."""
    shared = 0
    while shared < min(len(one), len(two)) and one[shared] == two[shared]:
        shared += 1
    if shared in (len(one), len(two)):
        return tuple(one if len(one) > len(two) else two)
    rest = {*one[shared:], *two[shared:]}
    ordered = sorted(rest, key=lambda d: (d.on, d.choice is Choice.UNSURE, d.choice.value, d.by, d.reason, str(d.expires)))
    return (*one[:shared], *ordered)


def _free(ident: str, kept: Mapping[str, Entry]) -> str:
    """`ident`, or another where an entry already has it."""
    number, free = 1, ident
    while free in kept:
        number += 1
        free = f"e-{hashlib.sha256(f'{ident} {number}'.encode()).hexdigest()[:10]}"
    return free
