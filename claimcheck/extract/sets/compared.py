"""A figure that is set against the one before it: `12.7 percent, up from 12.1 percent`, `44 percent to his rival's 41`."""

from __future__ import annotations

from claimcheck.extract.kinds.words import Words
from claimcheck.extract.look import norm
from claimcheck.extract.mentions import Measured
from claimcheck.extract.sets.read import Read
from claimcheck.model.quantity import Dimension

_FAR = 14
"""Tokens between two figures that are compared."""
_NEAR = 6
"""The same where only "from" joins them."""
_RIVAL = 4
"""Tokens from "to" to the figure of a rival."""
_TURNED = ("up", "down")
_AMOUNTS = (Dimension.MONEY, Dimension.PERCENT, Dimension.MEASURE)
_CLOSED = frozenset([";", ":", ".", "(", '"', "“", "”"])


def has_become(words: Words, measured: Measured, first: int, before: Read) -> bool:
    """Whether the one before a figure has come from it, whatever they count: `92 were rescued, up from 80`."""
    led = norm(words.tokens, first - 1) == "from" and norm(words.tokens, first - 2) in _TURNED
    return led and measured.dimension is before.dimension and measured.unit == before.measured.unit


def is_compared(words: Words, measured: Measured, first: int, before: Read) -> bool:
    """Whether a figure tells of the same thing as the one before it, at another time or of another holder."""
    kind = before.kinded.kind
    if kind is None or kind.difference or measured.dimension not in _AMOUNTS or measured.dimension is not before.dimension:
        return False
    if measured.unit != before.measured.unit:
        return False
    tokens = words.tokens
    start = max(before.phrase.last, before.measured.last) + 1
    between = [t.norm for t in tokens[before.measured.last + 1 : first]]
    if _CLOSED.intersection(between) or len(between) > _FAR or not between:
        return False
    rivals = kind.against and "to" in between[-_RIVAL:] and norm(tokens, before.first - 1) != "from"
    if rivals and len(between) <= 2 * _RIVAL and not {",", "and"}.intersection(between):
        return between[-1] == "to" or tokens[first - 1].possessive
    at = first - 1
    while at >= start and (norm(tokens, at) in words.grammar.sets["compared"] or tokens[at].possessive):
        if norm(tokens, at) in ("with", "to") and norm(tokens, at - 1) == "compared":
            return True
        at -= 1
    joint = norm(tokens, at)
    if joint in ("against", "versus", "vs"):
        return True
    turned = norm(tokens, at - 1) in _TURNED
    reached = norm(tokens, before.first - 1) in ("to", "at") and at - start <= _NEAR
    return joint == "from" and at >= start and (turned or reached)
