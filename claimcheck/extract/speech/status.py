"""How firmly a figure is put: denied, conditional, planned, estimated, historical, reported or asserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.extract.look import norm
from claimcheck.lexicon.context import StatusCues, Statuses
from claimcheck.lexicon.phrases import Match
from claimcheck.model.claim import Status, Step
from claimcheck.model.when import When
from claimcheck.text.tokens import Token

_REACH = 7
_AHEAD = 3
"""Tokens behind a noun phrase in which its verb may stand."""
_OLD = 2
"""Years before the article after which a figure tied to a year is history."""
_LOOSE = frozenset([Status.PLANNED, Status.CONDITIONAL])


def status_of(
    tokens: Sequence[Token],
    first: int,
    last: int,
    clause: tuple[int, int],
    attributed: bool,
    when: When | None,
    published: date | None,
    statuses: Statuses,
    *,
    stands: bool = False,
) -> tuple[Status, Step | None]:
    """The status of a number from token `first`, where its bound begins, to `last`, with its noun; and the step that tells why.

    `stands` tells of a figure that no plan makes: somebody's age, a rank. Nor does one make what is definite ("the two firms will
    merge").
    """
    lasting = stands
    stands = stands or norm(tokens, first - 1) in statuses.definite
    for row in statuses.cues:
        if (stands and row.status in _LOOSE) or (lasting and row.status is Status.DENIED):
            continue
        match = next(_cues(tokens, first, last, clause, row, statuses), None)
        if match is not None:
            words = " ".join(t.text for t in tokens[match.first : match.last + 1])
            return row.status, Step(f"status.{row.status}", words)
    days = when.days if when else None
    if days and published and published.year - days[1].year >= _OLD:
        return Status.HISTORICAL, Step("status.historical", str(days[1].year), "tied to a year long before the article")
    return (Status.REPORTED if attributed else Status.ASSERTED), None


def _cues(
    tokens: Sequence[Token], first: int, last: int, clause: tuple[int, int], row: StatusCues, statuses: Statuses
) -> Iterator[Match[str]]:
    for match in row.in_front.all(tokens, max(clause[0], first - _REACH), first + 1):
        apart = any(t.norm in statuses.breaks for t in tokens[match.last + 1 : first])  # will stay out after 40 men were held
        if not apart and not _named(tokens, match):
            yield match
    for match in row.close.all(tokens, max(clause[0], first - 2), first + 1):
        yield match
    for match in row.anywhere.all(tokens, clause[0], clause[1] + 1):
        if not _named(tokens, match):
            yield match
    for at in range(last + 1, min(last + 1 + _AHEAD, clause[1] + 1, len(tokens))):
        match_at = row.behind.at(tokens, at)
        if match_at is not None and not _named(tokens, match_at) and not _perceived(tokens, match_at.last, statuses):
            yield match_at
        if tokens[at].norm not in statuses.between:
            return


def _perceived(tokens: Sequence[Token], last: int, statuses: Statuses) -> bool:
    """Whether "could" tells of what was there: `two men could be heard shouting`, `could still be seen`."""
    at = last + 1 + (norm(tokens, last + 1) in statuses.between)
    return norm(tokens, at) == "be" and norm(tokens, at + 1) in statuses.perceived


def _named(tokens: Sequence[Token], match: Match[str]) -> bool:
    """Whether a cue is a name: James May, 25 May, and `May was up` at the beginning of a sentence."""
    return tokens[match.first].capital and (match.first > 0 or (match.first == match.last and tokens[0].norm in ("may", "will")))
