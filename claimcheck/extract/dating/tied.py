"""The date that a figure is tied to: when what it counts came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claimcheck.extract.mentions import DateMention
from claimcheck.extract.sentence import SentenceReading
from claimcheck.extract.sets.read import Read
from claimcheck.model.when import When
from claimcheck.text.tokens import Token

_SUBCLAUSE = 20
"""Tokens of the longest clause with "when" whose date a figure in front of it takes."""
_LONG_AGO = 200
"""Days from which on a time is that of an earlier event."""


def tied_date(
    reading: SentenceReading, clause: tuple[int, int], read: Read, today: date | None, relatives: frozenset[str]
) -> When | None:
    """The date that a figure is tied to; None where there is none, or the figure is an age of today.

    It is the resolved date of its clause that stands nearest to it, else the one that its clause hangs on: a date behind which the
    clause begins ("since 1980, when a shock killed 2,700"), one that opens the sentence, or that of the clause that tells when ("30
    pupils died when the school fell in 2002").
    """
    if _aside(reading, read):
        return None
    known = [d for d in reading.dates if d.when.resolved]
    inside = [d for d in known if clause[0] <= d.first and d.last <= clause[1]]
    if not inside:
        once = _told_of_once(reading, known, read, today, relatives)
        # "Since 1980, when 40 died": the 40 died in it.
        return next((replace(d.when, since=False) for d in known if once or _hangs_on(reading.tokens, read, d)), None)
    return min(inside, key=lambda d: (min(abs(d.first - read.measured.last), abs(read.first - d.last)), d.first)).when


def _aside(reading: SentenceReading, read: Read) -> bool:
    """Whether an age stands between two marks: `Roe, 63, was fined in 1998` gives her age today."""
    around = [reading.tokens[at].text if at < len(reading.tokens) else "." for at in (read.first - 1, read.measured.last + 1)]
    return read.measured.age and around[0] in (",", "(") and around[1] in (",", ")", ".")


def _told_of_once(
    reading: SentenceReading, known: Sequence[DateMention], read: Read, today: date | None, relatives: frozenset[str]
) -> bool:
    """Whether a sentence names one time, long past, and opens or closes with it.

    `In 1998 a ferry sank off Bari, in which 40 died`, `40 died on a ferry off Bari, also in Italy, in 1998`.
    """
    if len(known) != 1 or known[0].when.days is None or today is None or (today - known[0].when.days[1]).days <= _LONG_AGO:
        return False
    mention = known[0]
    if mention.last <= read.first:
        return mention.first <= 1
    closing = [token.text for token in reading.tokens[mention.last + 1 :]]
    between = range(read.phrase.last + 1, mention.first)
    if mention.when.since or any(reading.tokens[at].norm in relatives for at in between):
        return False
    return closing in ([], ["."]) and sum(reading.bases[at] != reading.tokens[at].norm for at in between) <= 1


def _hangs_on(tokens: Sequence[Token], read: Read, date: DateMention) -> bool:
    after = [token.norm for token in tokens[date.last + 1 : date.last + 3]]
    if date.last < read.first:
        return after == [",", "when"] or (date.first <= 1 and after[:1] == [","])
    between = tokens[read.first : date.first]
    return len(between) <= _SUBCLAUSE and any(token.norm == "when" for token in between)
