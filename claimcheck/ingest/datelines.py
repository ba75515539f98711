"""Datelines: "ALGIERS, March 13 (Example) - ...", the place and the day with which a report begins."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.ingest.stamps import Stamp, StampReader
from claimcheck.lexicon.furniture import FurnitureLexicon
from claimcheck.model.span import Span

LONGEST = 140


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the beginning of a paragraph says of where and when it was written."""

    place: str
    """As written; empty where only the day is given."""
    end: int
    """The code point behind it where it holds a day, which is no part of the story; else its paragraph's first."""
    stamp: Stamp | None
    """The day it gives."""


class DatelineReader:
    """Reads datelines with the patterns of one lexicon."""

    def __init__(self, lexicon: FurnitureLexicon, stamps: StampReader) -> None:
        self._patterns, self._stamps = lexicon.dateline.patterns, stamps

    def read(self, text: str, span: Span) -> Dateline | None:
        """The dateline with which the paragraph `span` begins; None where it has none, or holds nothing else."""
        head = text[span.start : min(span.end, span.start + LONGEST)]
        for pattern in self._patterns:
            match = pattern.match(head)
            if match and match.end() < span.end - span.start:
                day = match["day"]
                stamp = self._stamps.line(day.strip(" ,:()"), head=True) if day else None
                return Dateline(" ".join(match["place"].split()).rstrip("-"), span.start + (match.end() if day else 0), stamp)
        return None
