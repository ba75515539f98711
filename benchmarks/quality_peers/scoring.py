"""Holds what a tool read against the labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from benchmarks.quality_peers.corpus import Figure, Label, Sentence
from benchmarks.quality_peers.peers import Peer, Span
from benchmarks.quality_peers.units import Units

NEAR = Decimal("1e-4")
"""Relative: a third may be written 0.333 or 33.3333."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a label."""

    label: Label
    sentence: str
    found: bool
    """A span of the tool meets the words and gives the figure."""
    bound_right: bool
    unit_right: bool
    misread: bool
    """Not found, but a span meets the words."""


@dataclass(frozen=True, slots=True)
class Score:
    """All outcomes of a tool."""

    outcomes: tuple[Outcome, ...]
    junk: tuple[tuple[str, Span], ...]
    """Sentence, and a span that stands on no quantity of it."""
    traps: int
    taken: int
    """Traps that a junk span stands on."""
    spans: int


def score(peer: Peer, sentences: Sequence[Sentence], answers: Sequence[Sequence[Span]], units: Units) -> Score:
    """Scores a tool over the corpus.

    Args:
        peer: The tool; where it names only points in time, any day of the right period will do.
        sentences: The corpus.
        answers: Its spans, sentence by sentence.
        units: Names of units.
    """
    outcomes: list[Outcome] = []
    junk: list[tuple[str, Span]] = []
    taken = 0
    for sentence, raw in zip(sentences, answers, strict=True):
        spans = [_in_units(span, units) for span in raw]
        outcomes += [_outcome(label, sentence, spans, peer) for label in sentence.labels]
        known = [*(label.place for label in sentence.labels), *sentence.free]
        stray = [s for s in spans if not any(p.meets(s.start, s.end) for p in known)]
        junk += [(sentence.text, s) for s in stray]
        taken += sum(any(trap.meets(s.start, s.end) for s in stray) for trap in sentence.traps)
    return Score(tuple(outcomes), tuple(junk), sum(len(s.traps) for s in sentences), taken, sum(map(len, answers)))


def _in_units(span: Span, units: Units) -> Span:
    unit, times = units.read(span.unit)
    figures = tuple(
        (f[0] * times, f[1] * times) if isinstance(f[0], Decimal) and isinstance(f[1], Decimal) else f for f in span.figures
    )
    return Span(span.start, span.end, span.dimension, figures, unit, span.bound)


def _times(figure: Figure, times: Decimal) -> Figure:
    low, high = figure
    return (low * times, high * times) if isinstance(low, Decimal) and isinstance(high, Decimal) else figure


def _outcome(label: Label, sentence: Sentence, spans: Sequence[Span], peer: Peer) -> Outcome:
    here = [s for s in spans if label.place.meets(s.start, s.end)]
    hits = [s for s in here if _right(label, s, peer.points)]
    ends = _two_ends(label, here) if not hits else []
    unit_right = any(_unit_right(label, s) for s in hits or ends)
    # The best of several readings counts, bound and unit taken from one.
    best = max(hits, key=lambda s: (_unit_right(label, s), s.bound == label.bound), default=None)
    found = bool(hits or ends)
    return Outcome(
        label, sentence.text, found, best is not None and best.bound == label.bound, unit_right, bool(here) and not found
    )


def _right(label: Label, span: Span, points: bool) -> bool:
    return any(_same(want, got, label, span, points) for want in label.figures for got in span.figures)


def _same(want: Figure, got: Figure, label: Label, span: Span, points: bool) -> bool:
    if isinstance(want[0], date) or isinstance(got[0], date):
        return want == got or (points and isinstance(got[0], date) and got[0] == got[1] and _within(want, got[0]))
    # Two-thirds read as the number 0.667 is right.
    times = (1, 100) if label.dimension == "percent" and span.dimension == "count" else (1,)
    return any(_close(want[0], got[0] * t) and _close(want[1], got[1] * t) for t in times)


def _within(days: Figure, day: date) -> bool:
    return isinstance(days[0], date) and isinstance(days[1], date) and days[0] <= day <= days[1]


def _close(a: Decimal | date, b: Decimal | date) -> bool:
    return isinstance(a, Decimal) and isinstance(b, Decimal) and abs(a - b) <= NEAR * max(abs(a), abs(b))


def _two_ends(label: Label, here: Sequence[Span]) -> list[Span]:
    """Two spans that give the two ends of a range: found, though not as a range."""
    low, high = label.figures[0]
    if low == high:
        return []
    ends = [
        [s for s in here if any(f[0] == low and f[1] != high for f in s.figures)],
        [s for s in here if any(f[1] == high and f[0] != low for f in s.figures)],
    ]
    return [*ends[0], *ends[1]] if all(ends) else []


def _unit_right(label: Label, span: Span) -> bool:
    if label.dimension == "percent":
        whole = all(f[0] == f[1] and isinstance(f[0], Decimal) and 0 < f[0] <= 1 for f in span.figures)
        return span.dimension == "percent" or (span.dimension == "count" and label.in_words and whole)
    if label.dimension in {"count", "date"}:
        return span.dimension == label.dimension and span.unit is None
    # The unit tells the dimension: a tool that files durations under measures is not wrong.
    return span.unit == label.unit
