"""Frames that settle where a date looks before tenses are asked: postponed until, could appear on, Tuesday's shooting."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.dates.calendar import Direction
from claimcheck.lexicon.dates import Tense
from claimcheck.lexicon.dates_frames import Frames
from claimcheck.text.tokens import Kind, Token

REACH = 25
"""Tokens looked at in front of a date; farther off, a word seldom speaks of it."""
OWNED = 3
"""Tokens within which the noun follows whose day a possessive gives: Tuesday's deadly school shooting."""


def framed(tokens: Sequence[Token], first: int, last: int, tense: Tense) -> Direction | None:
    """Where the frame of the date at `first` to `last` looks, or None where it has none."""
    frames = tense.frames
    if _of_an_event(tokens, last, frames):
        return Direction.BACK
    at = start(tokens, first, frames) - 1
    if at < 0 or [t.norm for t in tokens[last + 1 : last + 3]] == [",", "when"]:
        return None
    apart = at > 0 and tokens[at - 1].norm in frames.joints  # stayed all evening and into Thursday
    if tokens[at].norm in frames.deferred_to and not apart and _deferred(tokens, at, tense):
        return Direction.AHEAD
    if _lasting(tokens, at, tense):
        return Direction.AHEAD
    return None


def start(tokens: Sequence[Token], first: int, frames: Frames) -> int:
    """The token where the words that belong to a date begin: `late` February, `the end of` May."""
    at = first
    while at > 0 and tokens[at - 1].norm in frames.parts and (at < first or tokens[at - 1].norm != "the"):
        at -= 1
    return at


def joins(tokens: Sequence[Token], last: int, first: int, frames: Frames) -> bool:
    """Whether a date that begins at `first` only goes on with the one that ends at `last`: late February or early March."""
    between = [t.norm for t in tokens[last + 1 : first]]
    return any(n in frames.joints for n in between) and all(n in frames.joints or n in frames.parts for n in between)


def returns(tokens: Sequence[Token], first: int, frames: Frames) -> bool:
    """Whether someone is back by a date: `is due back in` May, and not back in May."""
    return first > 2 and tokens[first - 3].norm in frames.returning


def scheduled(tokens: Sequence[Token], last: int, frames: Frames) -> bool:
    """Whether a date names a thing whose day is known long before: the November election."""
    return last + 1 < len(tokens) and tokens[last + 1].norm in frames.scheduled


def chance(tokens: Sequence[Token], at: int, first: int, frames: Frames) -> bool:
    """Whether an auxiliary at a token looks ahead to the date at `first`: `could appear on Monday`, not `could hear shots`."""
    if tokens[at].norm not in frames.chances or tokens[first].possessive:
        return False
    beside = tokens[start(tokens, first, frames) - 1]
    if beside.kind is not Kind.WORD or beside.norm not in frames.chance_beside:
        return False
    following = [t.norm for t in tokens[at + 1 : at + 4]]
    return bool(following) and frames.no_chance.isdisjoint(following)


def _of_an_event(tokens: Sequence[Token], last: int, frames: Frames) -> bool:
    """Whether a date is the day of something that nobody announces: `Tuesday's deadly shooting`, `the June 3 attack`."""
    reach = OWNED if tokens[last].possessive else 1
    for token in tokens[last + 1 : last + 1 + reach]:
        if token.kind is not Kind.WORD and token.text not in ("-", "‑"):
            return False
        if token.norm in frames.unplanned:
            return True
    return False


def _deferred(tokens: Sequence[Token], at: int, tense: Tense) -> bool:
    """Whether something is put off to the day behind the preposition at a token: `postponed the vote until`."""
    for k in range(at - 1, max(at - 1 - REACH, -1), -1):
        word = tokens[k].norm
        if word in tense.frames.deferred:
            return True
        if word in tense.clause_ends or word in tense.back or past(tokens[k], k):
            return False
    return False


def _lasting(tokens: Sequence[Token], at: int, tense: Tense) -> bool:
    """Whether something that is now the case lasts to a day, or begins with it: `is closed until`, `has leave through`."""
    frames = tense.frames
    if tokens[at].norm in tense.prepositions and tokens[at].norm not in frames.lasting:
        at -= 1  # starting in
    if at < 0 or tokens[at].norm not in frames.lasting:
        return False
    perfect = tokens[at].norm not in frames.lasting_ends
    for k in range(at - 1, max(at - 1 - REACH, -1), -1):
        word = tokens[k].norm
        if word in frames.present or (word in frames.perfect and perfect):
            return True
        if word in frames.no_longer or word in tense.clause_ends or tokens[k].text == "," or word in frames.perfect:
            return False
        if word in tense.back and word not in frames.parts:
            return False
    return False


def past(token: Token, at: int) -> bool:
    """Whether a word has the look of a past in -ed."""
    return token.kind is Kind.WORD and len(token.norm) > 3 and token.norm.endswith("ed") and not (token.capital and at > 0)
