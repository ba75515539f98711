"""parsedatetime's nlp search, set to take a weekday for the last one, as news does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import parsedatetime  # type: ignore[import-not-found]

from benchmarks.quality_peers.runners.protocol import Span, day, serve

CONSTANTS = parsedatetime.Constants()
CONSTANTS.DOWParseStyle = -1
CALENDAR = parsedatetime.Calendar(CONSTANTS, version=parsedatetime.VERSION_CONTEXT_STYLE)


def read(text: str, published: date) -> Iterator[Span]:
    """Every date of the sentence; what is only a time of day is left out, as the corpus leaves it out."""
    base = datetime(published.year, published.month, published.day)
    for found, context, start, end, _ in CALENDAR.nlp(text, sourceTime=base) or ():
        if context.hasDate:
            yield day(start, end, found)


if __name__ == "__main__":
    serve(read)
