"""datefinder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import datefinder  # type: ignore[import-not-found]

from benchmarks.quality_peers.runners.protocol import Span, day, serve


def read(text: str, published: date) -> Iterator[Span]:
    """Every date of the sentence."""
    base = datetime(published.year, published.month, published.day)
    for found, (start, end) in datefinder.find_dates(text, index=True, base_date=base):
        yield day(start, end, found)


if __name__ == "__main__":
    serve(read)
