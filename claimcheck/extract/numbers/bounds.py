"""Which words bound a figure, in front of it or behind it."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.look import norm
from claimcheck.extract.mentions import Measured
from claimcheck.lexicon.bounds import BoundWord, BoundWords
from claimcheck.lexicon.phrases import Match
from claimcheck.model.quantity import Bound, Dimension
from claimcheck.text.tokens import Token

_LET_THROUGH = frozenset(["a", "an"])
"""Articles that may stand between a bound and its figure: more than a dozen."""


def bound_of(tokens: Sequence[Token], measured: Measured, noun_end: int, words: BoundWords) -> Match[BoundWord] | None:
    """The bound of a measured number; `noun_end` is the last token of its noun phrase, behind which "or more" may stand."""
    front = _in_front(tokens, measured, words)
    behind = _behind(tokens, measured, noun_end, words)
    if front is None or (front.value.bound is Bound.EXACT and behind is not None):
        return behind
    if front.value.bound is Bound.ABOUT and behind is not None and behind.value.bound in (Bound.AT_LEAST, Bound.AT_MOST):
        return behind
    return front


def _in_front(tokens: Sequence[Token], measured: Measured, words: BoundWords) -> Match[BoundWord] | None:
    end = measured.first
    match = _admitted(words.forward.before(tokens, end), measured, tokens)
    while match is None and end > 0 and tokens[end - 1].norm in _LET_THROUGH:
        end -= 1
        match = _admitted(words.forward.before(tokens, end), measured, tokens)
    if match is not None and end < measured.first and measured.hyphened and Dimension.DURATION in match.value.not_with:
        return None  # over a one-night ride
    if match is None and measured.first > 1 and tokens[measured.first - 1].text == ",":
        match = _parenthetical(tokens, measured, words)
    if match is None:
        return None
    # "at least some 40", "no more than about 20": the outer bound is the one that holds.
    outer = _admitted(words.forward.before(tokens, match.first), measured, tokens)
    if (
        outer is not None
        and outer.value.bound in (Bound.AT_LEAST, Bound.AT_MOST)
        and match.value.bound in (Bound.ABOUT, Bound.EXACT)
    ):
        return Match(outer.first, match.last, outer.value)
    return match


def _parenthetical(tokens: Sequence[Token], measured: Measured, words: BoundWords) -> Match[BoundWord] | None:
    """A bound between commas: `needs, at the very least, 40 gates`."""
    match = _admitted(words.forward.before(tokens, measured.first - 1), measured, tokens)
    if match is None or match.last - match.first < 2:
        return None
    return match if match.first == 0 or tokens[match.first - 1].text == "," else None


def _admitted(match: Match[BoundWord] | None, measured: Measured, tokens: Sequence[Token]) -> Match[BoundWord] | None:
    if match is None:
        return None
    before = tokens[match.first - 1].norm if match.first else ""
    alone = measured.dimension is Dimension.COUNT and measured.low == measured.high == 1
    if alone and match.first == match.last and match.value.bound is Bound.AT_LEAST and tokens[match.first].norm == "over":
        return None  # taking over one of the lifts
    if before in match.value.never_after:
        return None
    if tokens[match.first].text == ">" and match.first and not tokens[match.first].space:  # <ABC.N> 140,400
        return None
    return None if measured.dimension in match.value.not_with and before not in match.value.unless_after else match


def _behind(tokens: Sequence[Token], measured: Measured, noun_end: int, words: BoundWords) -> Match[BoundWord] | None:
    for at in sorted({measured.number.last + 1, measured.last + 1, noun_end + 1}):
        comma = at < len(tokens) and tokens[at].text == "," and norm(tokens, at + 1) == "or"
        match = words.backward.at(tokens, at + comma)
        if match is not None and tokens[match.first].capital and tokens[match.last].text.islower():
            continue  # stole £53m At least six men
        if (
            match is not None
            and norm(tokens, match.first) == "plus"
            and norm(tokens, match.last + 1) in ("the", "a", "an", "his", "her")
        ):
            continue  # five plus the gunman
        if match is not None and norm(tokens, match.last) == "more" and norm(tokens, match.last + 1) == "than":
            continue  # 900 agents and more than 70 dogs
        if match is not None and measured.dimension not in match.value.not_with:
            return match
    return None
