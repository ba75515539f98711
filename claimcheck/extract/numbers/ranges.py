"""Ranges of numbers: `20 to 30`, `20-30`, `three or four`, `between 20 and 30`, `$12 billion to $13 billion`, `24- to 30-foot`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from claimcheck.extract.look import dash, norm
from claimcheck.extract.mentions import Form, Number
from claimcheck.lexicon.numbers import NumberWords
from claimcheck.text.tokens import Token

Reader = Callable[[Sequence[Token], int, NumberWords], Number | None]
_HEDGED = 4
"""Words between "from" and its figure."""
_SPANS = 4
"""Tokens in front of "from" in which "vary" may stand."""


def range_from(tokens: Sequence[Token], left: Number, words: NumberWords, cardinal: Reader) -> Number | None:
    """The range whose lower end is `left`, or None; `cardinal` reads the number at a token."""
    if left.form not in (Form.DIGITS, Form.WORDS):
        return None
    at = left.last + 1
    hanging = dash(tokens, at) and norm(tokens, at + 1) in ("to", "or")
    at += hanging
    joint = norm(tokens, at)
    if not _joins(tokens, at, left, words, hanging=hanging):
        return None
    at += 1
    while norm(tokens, at) in words.sets["signs"]:
        at += 1
    right = cardinal(tokens, at, words) if at < len(tokens) else None
    if right is None:
        return None
    low = left.low
    if left.scale == 1 < right.scale and low < 1000 and low <= right.low / right.scale:
        low *= right.scale  # "2 to 3 million"
    thousands = right.scale == 1 and tokens[right.first].text.endswith(",000")
    if thousands and left.first == left.last and 10 <= low < 1000 and low * 1000 < right.low <= low * 10000:
        low *= 1000  # 50 or 60,000
    if low >= right.low or (dash(tokens, at - 1) and tokens[left.first].text[0] == "0"):
        return None
    if joint == "or" and right.low > low * 2 and low > 3:
        return None
    return replace(right, first=left.first, low=low, high=right.low, range=True, entry=f"{left.entry} {joint} {right.entry}")


def _joins(tokens: Sequence[Token], at: int, left: Number, words: NumberWords, *, hanging: bool) -> bool:
    """Whether the token `at` behind a number may join it to the upper end of a range."""
    joint = norm(tokens, at)
    first = left.first
    while norm(tokens, first - 1) in words.sets["signs"]:
        first -= 1
    before = norm(tokens, first - 1)
    if dash(tokens, at) and not hanging:
        return not (tokens[at].space and joint == "-")
    if joint == "and":
        return before == "between"
    return joint == "or" or (joint == "to" and not starts_at(tokens, first, words) and not changes(tokens, first, words))


def starts_at(tokens: Sequence[Token], first: int, words: NumberWords) -> bool:
    """Whether "from" leads to a figure, so that "to" tells where it went: `from nearly 20 to 30`."""
    at = first - 1
    while first - at <= _HEDGED and norm(tokens, at) in words.sets["hedges"]:
        at -= 1
    spans = any(norm(tokens, at - back) in words.sets["spans"] for back in range(1, _SPANS))  # vary in age from 20 to 50
    return norm(tokens, at) == "from" and not spans


def changes(tokens: Sequence[Token], first: int, words: NumberWords, *, units: bool = False) -> bool:
    """Whether a verb of change stands before a figure, so that "to" leads to where it went: `rose 20 cents to $1.15`.

    `units` tells that the two figures have different units: `raised 30 cents to $9`, but `raised $3 to $5 million`.
    """
    told = words.sets["changes"] | (words.sets["changes_of_unit"] if units else frozenset())
    return any(norm(tokens, first - back) in told for back in (1, 2, 3))
