"""dateparser's search_dates with its defaults (which take an open date for one of the current period; "past" did worse)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from dateparser.search import search_dates  # type: ignore[import-untyped]

from benchmarks.quality_peers.runners.protocol import Span, day, serve


def read(text: str, published: date) -> Iterator[Span]:
    """Every date of the sentence; the search gives the words and not their place, so they are looked up in order."""
    settings = {"RELATIVE_BASE": datetime(published.year, published.month, published.day)}
    at = 0
    for words, found in search_dates(text, languages=["en"], settings=settings) or ():
        start = max(text.find(words, at), 0)
        at = start + len(words)
        yield day(start, at, found)


if __name__ == "__main__":
    serve(read)
