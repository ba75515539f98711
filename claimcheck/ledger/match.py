"""Which entry of a ledger each subject of a run is: best matches first, one to one, then what was merged and what was split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.ledger.sighting import Sighting
from claimcheck.model.ledger import Entry

_QUOTE, _VALUE, _FRAME, _NAME = 4, 4, 2, 1
"""What each thing in common counts. A sentence and a figure count most: two subjects seldom share either by chance."""
_COUNTED = 8
"""Things of a sort that are counted: beyond, a long subject would outweigh the one that fits."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What an entry and a subject have in common."""

    quotes: int
    values: int
    frame: bool
    names: bool
    """They share a name, or one of them has none."""

    @property
    def score(self) -> int:
        """How well they fit; only to be compared with others."""
        shared = _QUOTE * min(self.quotes, _COUNTED) + _VALUE * min(self.values, _COUNTED)
        return shared + _FRAME * self.frame + _NAME * self.names

    @property
    def same(self) -> bool:
        """Whether they may be one subject.

        They share a sentence; or every sentence was reworded and they count the same thing, with a figure and a name in common,
        or two figures. Equal figures alone are never enough: small numbers are everywhere.
        """
        return self.quotes > 0 or (self.frame and self.names and self.values > 0)


@dataclass(frozen=True, slots=True)
class Matching:
    """Entries and subjects of a run, matched."""

    entry_of: Mapping[str, Entry]
    """By subject id: the entry it inherits."""
    merged: Mapping[str, tuple[Entry, ...]]
    """By subject id: further entries that this subject took up."""
    split: Mapping[str, Entry]
    """By subject id: the entry that a subject without one of its own is a part of."""
    absent: tuple[Entry, ...]
    """Entries that no subject is."""
    moved: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
    """By subject id: figures, each with who states it, in sentences of its entries that are now taken for another subject.

    A figure may be changed so much that its claim is no longer linked with the others. It is a changed figure all the same.
    """

    def entries(self, subject: str) -> tuple[Entry, ...]:
        """All entries whose figures a subject may hold: its own, those merged into it, the one it was split from."""
        own = [e for e in (self.entry_of.get(subject), self.split.get(subject)) if e is not None]
        return (*own, *self.merged.get(subject, ()))


def match(entries: Sequence[Entry], seen: Sequence[Sighting]) -> Matching:
    """Match entries with subjects. The order of neither plays a part."""
    pairs = _candidates(entries, seen)
    ranked = sorted(pairs, key=lambda p: (-pairs[p].score, entries[p[0]].id, seen[p[1]].coined(), seen[p[1]].subject))
    owner: dict[int, int] = {}
    taken: dict[int, int] = {}
    for e, s in ranked:
        if e not in owner and s not in taken:
            owner[e], taken[s] = s, e
    merged: dict[str, list[Entry]] = defaultdict(list)
    split: dict[str, Entry] = {}
    gone = set(range(len(entries))) - set(owner)
    for e, s in ranked:
        if e in gone and s in taken and (_part(entries[e].quotes, seen[s].quotes) or _held(entries[e], pairs[e, s])):
            merged[seen[s].subject].append(entries[e])
            gone.discard(e)
        if s not in taken and seen[s].subject not in split and _part(seen[s].quotes, entries[e].quotes):
            split[seen[s].subject] = entries[e]
    strangers = [sighting for s, sighting in enumerate(seen) if s not in taken and not sighting.is_open]
    return Matching(
        moved=_moved({seen[s].subject: (entries[e], seen[s]) for e, s in owner.items()}, merged, strangers),
        entry_of={seen[s].subject: entries[e] for e, s in owner.items()},
        merged={subject: tuple(sorted(found, key=lambda entry: entry.id)) for subject, found in merged.items()},
        split=split,
        absent=tuple(sorted((entries[e] for e in gone), key=lambda entry: entry.id)),
    )


def likeness(entry: Entry, seen: Sighting) -> Likeness:
    """What the two have in common."""
    return Likeness(
        quotes=len(entry.quotes & seen.quotes),
        values=len(entry.values & seen.values.keys()),
        frame=bool(entry.frames & seen.frames),
        names=not entry.names or not seen.names or bool(entry.names & seen.names),
    )


def _candidates(entries: Sequence[Entry], seen: Sequence[Sighting]) -> dict[tuple[int, int], Likeness]:
    """The pairs that may be one subject; only those that share a sentence, or a frame with a figure, are looked at."""
    by_mark: dict[str, list[int]] = defaultdict(list)
    for e, entry in enumerate(entries):
        for mark in _marks(entry.quotes, entry.frames, entry.values):
            by_mark[mark].append(e)
    found: dict[tuple[int, int], Likeness] = {}
    for s, sighting in enumerate(seen):
        for e in sorted(_met(by_mark, _marks(sighting.quotes, sighting.frames, sighting.values))):
            like = likeness(entries[e], sighting)
            if like.same and _kinds(entries[e].frames) & _kinds(sighting.frames):
                found[e, s] = like
    return found


def _moved(
    owned: Mapping[str, tuple[Entry, Sighting]], merged: Mapping[str, Sequence[Entry]], strangers: Sequence[Sighting]
) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Figures that left a subject: its entries know the sentence, the subject has lost it, and one that is not reported has it."""
    by_quote: dict[str, list[Sighting]] = defaultdict(list)
    for stranger in strangers:
        for quote in stranger.said:
            by_quote[quote].append(stranger)
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for subject, (own, sighting) in owned.items():
        entries = (own, *merged.get(subject, ()))
        held = frozenset[str]().union(*(e.values for e in entries))
        lost = frozenset[str]().union(*(e.quotes for e in entries)) - sighting.quotes
        moved = {v: t.values[v] for quote in sorted(lost) for t in by_quote.get(quote, ()) for v in sorted(t.said[quote] - held)}
        if moved:
            found[subject] = tuple(sorted(moved.items()))
    return found


def _marks(quotes: Iterable[str], frames: Iterable[str], values: Iterable[str]) -> set[str]:
    values = tuple(values)
    return {*quotes, *(f"{frame} {value}" for frame in frames for value in values)}


def _met(by_mark: Mapping[str, Sequence[int]], marks: Iterable[str]) -> set[int]:
    return {e for mark in marks for e in by_mark.get(mark, ())}


def _kinds(frames: Iterable[str]) -> set[str]:
    """The dimensions in question; a date and a duration may be one subject (since 2013, for twelve years)."""
    kinds = {frame.split("/")[1] for frame in frames}
    return {"time" if kind == "date" or kind.startswith("duration") else kind for kind in kinds}


def _part(part: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether at least half of the sentences of the one are in the other: one alone may be a stock phrase."""
    return len(part & whole) * 2 >= max(len(part), 1) and bool(part & whole)


def _held(entry: Entry, like: Likeness) -> bool:
    """Whether a subject says all that an entry holds, two figures or more of the same thing, though every sentence was reworded."""
    return like.frame and like.names and like.values == len(entry.values) > 1
