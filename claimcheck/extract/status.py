"""How firmly a figure is put: denied, conditional, planned, estimated, historical, reported or asserted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.lexicon.context import StatusCues
from claimcheck.model.claim import Status, Step
from claimcheck.model.when import When
from claimcheck.text.tokens import Token

_REACH = 7
_OLD = 2
"""Years before the article after which a figure tied to a year is history."""


def status_of(
    tokens: Sequence[Token],
    first: int,
    clause: tuple[int, int],
    attributed: bool,
    when: When | None,
    published: date | None,
    cues: Sequence[StatusCues],
) -> tuple[Status, Step | None]:
    """The status of a number whose bound words begin at token `first`, and the step that tells why."""
    low = max(clause[0], first - _REACH)
    for row in cues:
        for match in row.in_front.all(tokens, low, first + 1):
            if tokens[match.first].capital and match.first > 0:  # James May, 25 May
                continue
            words = " ".join(t.text for t in tokens[match.first : match.last + 1])
            return row.status, Step(f"status.{row.status}", words)
        for match in row.anywhere.all(tokens, clause[0], clause[1] + 1):
            if tokens[match.first].capital and match.first > 0:
                continue
            words = " ".join(t.text for t in tokens[match.first : match.last + 1])
            return row.status, Step(f"status.{row.status}", words)
    days = when.days if when else None
    if days and published and published.year - days[1].year >= _OLD:
        return Status.HISTORICAL, Step("status.historical", str(days[1].year), "tied to a year long before the article")
    return (Status.REPORTED if attributed else Status.ASSERTED), None
