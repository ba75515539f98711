"""Whether the words round a date look back or ahead: the nearest word that tells decides."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.calendar import Direction
from claimcheck.lexicon.dates import Tense, Words
from claimcheck.text.tokens import Kind, Token

REACH = 25
"""Tokens looked at on either side; farther off, a word seldom speaks of the date."""
_LONGEST_CUE = 4


def direction(tokens: Sequence[Token], first: int, last: int, tense: Tense) -> Direction:
    """Which way the clause of the date at `first` to `last` looks."""
    if _ends_with(tokens, first, tense.ahead_beside):
        return Direction.AHEAD
    beside = _after(tokens, last, tense, reach=1)
    if beside is not None:
        return beside
    if _opens_clause(tokens, first, tense):
        found = _after(tokens, last, tense, REACH) or _before(tokens, first, tense)
    else:
        found = _before(tokens, first, tense) or _after(tokens, last, tense, REACH)
    return found or Direction.OPEN


def _before(tokens: Sequence[Token], first: int, tense: Tense) -> Direction | None:
    """What the nearest cue in front says; one that looks ahead does so only to the end of its own clause."""
    closed = False
    for at in range(first - 1, max(first - 1 - REACH, -1), -1):
        if tokens[at].norm in tense.clause_ends:
            return None
        closed = closed or (tokens[at].text == "," and _closes(tokens, at + 1, first, tense))
        found = _cue(tokens, at, tense)
        if found is Direction.BACK or (found is Direction.AHEAD and not closed):
            return found
    return None


def _closes(tokens: Sequence[Token], at: int, first: int, tense: Tense) -> bool:
    """Whether a comma before token `at` ends a clause: not that of "in Paris, France, on Tuesday"."""
    own = at == first or (at == first - 1 and tokens[at].norm in tense.prepositions)
    return not own and not tokens[at].capital


def _after(tokens: Sequence[Token], last: int, tense: Tense, reach: int) -> Direction | None:
    for at in range(last + 1, min(last + 1 + reach, len(tokens))):
        if tokens[at].norm in tense.clause_ends or (tokens[at].text == "," and at > last + 1):
            return None
        found = _cue(tokens, at, tense, ahead_first=True)
        if found is not None:
            return found
    return None


def _cue(tokens: Sequence[Token], at: int, tense: Tense, ahead_first: bool = False) -> Direction | None:
    """What the cue that ends (or with `ahead_first` begins) at a token says."""
    found = _begins_with(tokens, at, tense.ahead) if ahead_first else _ends_with(tokens, at + 1, tense.ahead)
    if found:
        return Direction.AHEAD
    word = tokens[at].norm
    if word in tense.back and not _ends_with(tokens, at + 1, tense.not_past):
        # "was to open": the longer cue that begins here looks ahead.
        return Direction.AHEAD if _begins_with(tokens, at, tense.ahead) else Direction.BACK
    return Direction.BACK if _past(tokens, at, tense) else None


def _past(tokens: Sequence[Token], at: int, tense: Tense) -> bool:
    """Whether a word is a past in -ed: not one that "be" or "to" makes a thing to come."""
    token = tokens[at]
    if token.kind is not Kind.WORD or len(token.norm) < 4 or not token.norm.endswith("ed") or (token.capital and at > 0):
        return False
    if (token.norm,) in tense.not_past or (at + 1 < len(tokens) and (token.norm, tokens[at + 1].norm) in tense.not_past):
        return False
    return not any(tokens[k].norm == "be" for k in range(max(at - 2, 0), at))


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
