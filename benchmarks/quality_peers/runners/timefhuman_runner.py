"""timefhuman, looking back where a date is open, as news does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from timefhuman import Direction, tfhConfig, timefhuman  # type: ignore[import-not-found]

from benchmarks.quality_peers.runners.protocol import Span, day, serve, span


def read(text: str, published: date) -> Iterator[Span]:
    """Every date of the sentence; a pair is a range of days, a list one day each."""
    now = datetime(published.year, published.month, published.day)
    config = tfhConfig(now=now, direction=Direction.previous, infer_datetimes=True, return_matched_text=True)
    for _, (start, end), found in timefhuman(text, config=config):
        if isinstance(found, tuple):
            first, last = (d.date() if isinstance(d, datetime) else d for d in found)
            yield span(start, end, "date", (first, last))
            continue
        for one in found if isinstance(found, list) else [found]:
            if isinstance(one, date):
                yield day(start, end, one)


if __name__ == "__main__":
    serve(read)
