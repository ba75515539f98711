"""ctparse. It reads one expression a text, so it answers at most once for a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from ctparse import ctparse  # type: ignore[import-not-found]
from ctparse.types import Duration, Interval, Time  # type: ignore[import-not-found]

from benchmarks.quality_peers.runners.protocol import Span, day, serve, span


def read(text: str, published: date) -> Iterator[Span]:
    """The best reading of the sentence, if any. No time limit, so that a slow machine gives the same answer."""
    best = ctparse(text, ts=datetime(published.year, published.month, published.day), timeout=0)
    if best is None:
        return
    found = best.resolution
    start, end = found.mstart, found.mend
    if isinstance(found, Duration):
        yield span(start, end, "duration", (found.value, found.value), unit=found.unit.value.rstrip("s"))
    elif isinstance(found, Interval) and found.t_from and found.t_to:
        yield span(start, end, "date", (found.t_from.dt.date(), found.t_to.dt.date()))
    elif isinstance(found, Time) and found.year and found.month and found.day:
        yield day(start, end, found.dt)


if __name__ == "__main__":
    serve(read)
