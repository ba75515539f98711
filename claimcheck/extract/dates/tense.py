"""Whether the words round a date look back or ahead: the nearest word that tells decides."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.dates import frames
from claimcheck.extract.dates.calendar import Direction
from claimcheck.extract.dates.frames import REACH, past
from claimcheck.lexicon.dates import Tense, Words
from claimcheck.text.tokens import Kind, Token

NEARBY = 5
"""Tokens looked at behind a date that does not open its clause: beyond, another clause has begun."""
_LONGEST_CUE = 4


def direction(tokens: Sequence[Token], first: int, last: int, tense: Tense) -> Direction:
    """Which way the clause of the date at `first` to `last` looks."""
    if _ends_with(tokens, first, tense.back_beside) and not frames.returns(tokens, first, tense.frames):
        return Direction.BACK
    if _ends_with(tokens, frames.start(tokens, first, tense.frames), tense.ahead_beside):
        return Direction.AHEAD
    found = frames.framed(tokens, first, last, tense)
    if found is not None:
        return found
    if _deadline(tokens, first, tense):
        return Direction.AHEAD
    found = _told(tokens, first, last, tense)
    if found is not Direction.AHEAD and frames.scheduled(tokens, last, tense.frames):
        return Direction.NEAR
    return found


def _told(tokens: Sequence[Token], first: int, last: int, tense: Tense) -> Direction:
    """What the words round a date tell: those beside it before those farther off."""
    comma = last + 1 < len(tokens) and tokens[last + 1].text == ","
    beside = _after(tokens, last, tense, reach=2 if comma else 1)
    if beside is not None:
        return beside
    if _opens_clause(tokens, first, tense):
        found = _after(tokens, last, tense, REACH) or _before(tokens, first, tense)
    else:
        found = _before(tokens, first, tense) or _after(tokens, last, tense, NEARBY)
    return found or Direction.OPEN


def _deadline(tokens: Sequence[Token], first: int, tense: Tense) -> bool:
    """Whether a date ends what is still to be done: `ordered them to leave by Sunday`, `must vote by May 3`."""
    if first < 2 or tokens[first - 1].norm not in tense.deadline:
        return False
    for at in range(first - 2, max(first - 2 - REACH, -1), -1):
        word = tokens[at].norm
        if tokens[at].text == "," or _ends_clause(tokens, at, tense):
            return False
        if word in tense.deadline_after:
            following = tokens[at + 1]
            verb = following.kind is Kind.WORD and not following.capital and following.norm not in tense.no_infinitive
            return verb and not (following.norm in ("have", "be") and word not in ("to", "must"))
        if word in tense.back or past(tokens[at], at):
            return False
    return False


def _before(tokens: Sequence[Token], first: int, tense: Tense) -> Direction | None:
    """What the nearest cue in front says; one that looks ahead does so only to the end of its own clause."""
    closed, at, lowest = False, first - 1, max(first - 1 - REACH, -1)
    while at > lowest:
        if tokens[at].text in _CLOSING:
            at = _quote_start(tokens, at, lowest)
        elif _ends_clause(tokens, at, tense):
            return None
        elif not closed and frames.chance(tokens, at, first, tense.frames):
            return Direction.AHEAD
        else:
            closed = closed or (tokens[at].text == "," and _closes(tokens, at + 1, first, tense))
            found = _cue(tokens, at, tense)
            if found is Direction.BACK or (found is Direction.AHEAD and not closed):
                return found
        at -= 1
    return None


_CLOSING = frozenset({"”", '"'})


def _quote_start(tokens: Sequence[Token], at: int, lowest: int) -> int:
    """The opening of the quote that closes at a token, whose tense is its own; the lowest token where there is none."""
    start, opening = at - 1, "“" if tokens[at].text == "”" else '"'
    while start > lowest and tokens[start].text != opening:
        start -= 1
    return start


def _ends_clause(tokens: Sequence[Token], at: int, tense: Tense) -> bool:
    """Whether a clause ends at a token: not with the colon of 3:30 p.m."""
    clock = tokens[at].text == ":" and at + 1 < len(tokens) and not (tokens[at].space or tokens[at + 1].space)
    return (tokens[at].norm in tense.clause_ends and not clock) or _dash(tokens, at)


def _dash(tokens: Sequence[Token], at: int) -> bool:
    """A dash between clauses: GENEVA, March 20 - The council will meet."""
    return tokens[at].text in ("-", "–", "—", "--") and at + 1 < len(tokens) and tokens[at].space and tokens[at + 1].space


def _closes(tokens: Sequence[Token], at: int, first: int, tense: Tense) -> bool:
    """Whether a comma before token `at` ends a clause: not that of "in Paris, France, on Tuesday"."""
    own = at == first or (at == first - 1 and tokens[at].norm in tense.prepositions)
    return not own and not tokens[at].capital


def _after(tokens: Sequence[Token], last: int, tense: Tense, reach: int) -> Direction | None:
    for at in range(last + 1, min(last + 1 + reach, len(tokens))):
        if _ends_clause(tokens, at, tense) or (tokens[at].text == "," and at > last + 1):
            return None
        found = _cue(tokens, at, tense, ahead_first=True)
        if found is not None:
            return found
    return None


def _cue(tokens: Sequence[Token], at: int, tense: Tense, ahead_first: bool = False) -> Direction | None:
    """What the cue that ends (or with `ahead_first` begins) at a token says."""
    if _ends_with(tokens, at + 1, tense.neutral) or _begins_with(tokens, at, tense.neutral):
        return None
    if _begins_with(tokens, at, tense.ahead) if ahead_first else _ends_with(tokens, at + 1, tense.ahead_in_front):
        return Direction.AHEAD
    named = tokens[at].capital and at > 0  # the Rose Garden
    if (tokens[at].norm in tense.back and not named) or past(tokens[at], at):
        # "was to open" looks ahead by its longer cue, "be held" by what stands before it.
        if _begins_with(tokens, at, tense.ahead):
            return Direction.AHEAD
        return None if any(tokens[k].norm in tense.not_yet for k in range(max(at - 2, 0), at)) else Direction.BACK
    return None


def _opens_clause(tokens: Sequence[Token], first: int, tense: Tense) -> bool:
    at = first - 1
    if at >= 0 and tokens[at].norm in tense.prepositions:
        at -= 1
    return at < 0 or tokens[at].norm in tense.clause_opens or tokens[at].norm in tense.clause_ends


def _ends_with(tokens: Sequence[Token], end: int, phrases: frozenset[Words]) -> bool:
    """Whether one of the phrases stands right before token `end`."""
    return any(tuple(t.norm for t in tokens[end - n : end]) in phrases for n in range(1, min(_LONGEST_CUE, end) + 1))


def _begins_with(tokens: Sequence[Token], at: int, phrases: frozenset[Words]) -> bool:
    return any(tuple(t.norm for t in tokens[at : at + n]) in phrases for n in range(1, _LONGEST_CUE + 1))
