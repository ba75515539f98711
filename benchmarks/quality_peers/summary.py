"""From outcomes to counts, and from counts to tables and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from benchmarks.quality_peers.corpus import BOUNDS, DIMENSIONS, Label
from benchmarks.quality_peers.peers import Peer
from benchmarks.quality_peers.scoring import Outcome, Score
from benchmarks.tables import render, share


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some labels."""

    labels: int
    found: int
    bounds_asked: int
    """Found quantities but dates: for a date, how it was put is in its days."""
    bound_right: int
    unit_right: int
    misread: int


@dataclass(frozen=True, slots=True)
class Result:
    """A tool and how it did."""

    peer: Peer
    version: str
    score: Score
    failed: int = 0
    """Sentences that it failed on."""

    def tally(self, keep: Callable[[Label], bool] = lambda _: True) -> Tally:
        """Counts over the labels that `keep` keeps."""
        return _tally(o for o in self.score.outcomes if keep(o.label))


def _tally(outcomes: Iterable[Outcome]) -> Tally:
    kept = list(outcomes)
    found = [o for o in kept if o.found]
    asked = [o for o in found if o.label.dimension != "date"]
    return Tally(
        len(kept),
        len(found),
        len(asked),
        sum(o.bound_right for o in asked),
        sum(o.unit_right for o in found),
        sum(o.misread for o in kept),
    )


def tables(results: Sequence[Result]) -> str:
    """The tables for a terminal."""
    header = ("tool", "labels", "found", "bound right", "unit right", "misread", "junk", "traps taken")
    dims = ("tool", *DIMENSIONS)
    unit = "tool", *(d for d in DIMENSIONS if d != "date")
    parts = [
        render("On all quantities (bound and unit: of those found)", header, [_row(r, r.tally()) for r in results]),
        render("On the quantities that the tool says it reads", header, [_row(r, r.tally(r.peer.claims)) for r in results]),
        render("Found, by dimension (in brackets: not among those it says it reads)", dims, [_found(r) for r in results]),
        render("Unit right, of those found", unit, [_units(r, unit[1:]) for r in results]),
        render("Bound right, of those found, by the bound that is right", ("tool", *BOUNDS), [_bounds(r) for r in results]),
        render("Junk, by what the tool took it for", dims, [_junk(r) for r in results]),
    ]
    return "\n".join(parts)


def _row(result: Result, tally: Tally) -> tuple[str, ...]:
    score = result.score
    return (
        f"{result.peer.name} {result.version}",
        str(tally.labels),
        share(tally.found, tally.labels),
        share(tally.bound_right, tally.bounds_asked) if result.peer.bounds else "-",
        share(tally.unit_right, tally.found),
        str(tally.misread),
        str(len(score.junk)),
        f"{score.taken} of {score.traps}",
    )


def _found(result: Result) -> tuple[str, ...]:
    cells = []
    for dim in DIMENSIONS:
        tally = result.tally(lambda label, d=dim: label.dimension == d)  # type: ignore[misc]
        cell = share(tally.found, tally.labels)
        cells.append(cell if dim in result.peer.dims else f"({cell})")
    return result.peer.name, *cells


def _units(result: Result, dims: Sequence[str]) -> tuple[str, ...]:
    tallies = [result.tally(lambda label, d=dim: label.dimension == d) for dim in dims]  # type: ignore[misc]
    shown = [share(t.unit_right, t.found) if dim in result.peer.dims else "-" for dim, t in zip(dims, tallies, strict=True)]
    return result.peer.name, *shown


def _bounds(result: Result) -> tuple[str, ...]:
    if not result.peer.bounds:
        return result.peer.name, *("-" for _ in BOUNDS)
    tallies = [result.tally(lambda label, b=bound: label.bound == b and label.dimension != "date") for bound in BOUNDS]  # type: ignore[misc]
    return result.peer.name, *(share(t.bound_right, t.bounds_asked) for t in tallies)


def _junk(result: Result) -> tuple[str, ...]:
    taken = Counter(span.dimension if span.dimension in DIMENSIONS else "count" for _, span in result.score.junk)
    return result.peer.name, *(str(taken[dim]) if dim in result.peer.dims or taken[dim] else "-" for dim in DIMENSIONS)


def as_json(results: Sequence[Result]) -> list[dict[str, object]]:
    """The counts behind the tables, a tool an entry; `bound_right` is null for a tool without bounds."""
    return [_entry(r) for r in results]


def _entry(result: Result) -> dict[str, object]:
    score = result.score
    by_dim = {dim: result.tally(lambda label, d=dim: label.dimension == d) for dim in DIMENSIONS}  # type: ignore[misc]
    by_bound = {b: result.tally(lambda label, b=b: label.bound == b and label.dimension != "date") for b in BOUNDS}  # type: ignore[misc]
    return {
        "tool": result.peer.name,
        "version": result.version,
        "dimensions": list(result.peer.dims),
        "bounds": result.peer.bounds,
        "overall": _counts(result, result.tally()),
        "claimed": _counts(result, result.tally(result.peer.claims)),
        "by_dimension": {dim: _counts(result, tally) for dim, tally in by_dim.items()},
        "by_bound": {bound: _counts(result, tally) for bound, tally in by_bound.items()},
        "failed": result.failed,
        "spans": score.spans,
        "junk": len(score.junk),
        "junk_by_dimension": dict(sorted(Counter(span.dimension for _, span in score.junk).items())),
        "traps": score.traps,
        "traps_taken": score.taken,
    }


def _counts(result: Result, tally: Tally) -> dict[str, int | None]:
    counts: dict[str, int | None] = asdict(tally)
    if not result.peer.bounds:
        counts["bound_right"] = None
    return counts


def mistakes(result: Result) -> str:
    """Every label not found or not read right, and every junk span, a line each."""
    lines = [f"{result.peer.name} {result.version}"]
    for o in result.score.outcomes:
        if not result.peer.claims(o.label):
            continue
        wrong = [] if o.found else ["misread" if o.misread else "missed"]
        wrong += ["bound"] if o.found and result.peer.bounds and not o.bound_right and o.label.dimension != "date" else []
        wrong += ["unit"] if o.found and not o.unit_right else []
        if wrong:
            lines.append(f"  {' and '.join(wrong)}: {o.label.quote!r} in {o.sentence!r}")
    lines += [f"  junk: {text[s.start : s.end]!r} ({s.dimension}) in {text!r}" for text, s in result.score.junk]
    return "\n".join(lines) + "\n"
