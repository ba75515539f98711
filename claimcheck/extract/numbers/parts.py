"""Parts of a whole: `two-thirds`, `one in five`, `9 out of every 10`, `a third of`, `half the`, and `a quarter of a million`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import gcd

from claimcheck.extract.look import dash, glued, norm, tied
from claimcheck.extract.mentions import Form, Number
from claimcheck.lexicon.numbers import NumberWords
from claimcheck.text.tokens import Kind, Token

MARKS = (("½", Decimal("0.5")), ("¼", Decimal("0.25")), ("¾", Decimal("0.75")), ("⅓", Decimal(1) / 3), ("⅔", Decimal(2) / 3))
"""Fractions of one character."""
_BOTTOMS = frozenset(["2", "3", "4", "8", "16", "32", "64"])
"""What prices and weights are parted by."""
_MOST_IN_RATIO = 1000


def fraction(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    """The part of a whole that begins at a token, in percent; a part of a scale word (`a quarter of a million`) as a number."""
    found = _named(tokens, at, words) or _ratio(tokens, at, words) or _half(tokens, at, words) or _written(tokens, at)
    if found is None:
        return None
    top, bottom, last = found
    if norm(tokens, last + 1) == "of" and norm(tokens, last + 2) in ("a", "one"):
        scale = words.scales.get(norm(tokens, last + 3))
        if scale is not None:
            value = scale * top / bottom
            return Number(at, last + 3, value, value, Form.WORDS, unit=scale / 100, scale=scale, entry=f"{top}/{bottom} of {scale}")
    scale = words.scales.get(norm(tokens, last + 1))
    if scale is not None:  # a quarter million
        value = scale * top / bottom
        return Number(at, last + 1, value, value, Form.WORDS, unit=scale / 100, scale=scale, entry=f"{top}/{bottom} of {scale}")
    value = top * 100 / bottom
    return Number(at, last, value, value, Form.FRACTION, entry=f"{top}/{bottom}")


def small(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[Decimal, int] | None:
    """A plain small number without scale, and the token after it."""
    if not 0 <= at < len(tokens):
        return None
    token = tokens[at]
    if token.kind is Kind.NUMBER and "." not in token.text and len(token.text) <= 6:
        return Decimal(token.text.replace(",", "")), at + 1
    value = words.cardinals.get(token.norm)
    return (value, at + 1) if value is not None and value > 0 else None


def added(tokens: Sequence[Token], last: int, words: NumberWords) -> tuple[Decimal, int] | None:
    """The part added behind a number (`and a half`, `-and-a-half`, `and three quarters`), and its last token."""
    at = last + 1
    joined = dash(tokens, at)
    at += joined
    if norm(tokens, at) != "and":
        return None
    at += 1 + (joined and dash(tokens, at + 1))
    top = Decimal(1) if norm(tokens, at) in ("a", "one") else (small(tokens, at, words) or (None,))[0]
    at += 1 + dash(tokens, at + 1)
    bottom = words.denominators.get(norm(tokens, at))
    if top is None or bottom is None or top >= bottom or norm(tokens, at + 1) == "of":
        return None
    return top / bottom, at


def mixed(tokens: Sequence[Token], last: int) -> tuple[Decimal, int] | None:
    """The common fraction behind a figure (`2 1/2`, `2-1/2`, `2½`), and its last token."""
    for mark, value in MARKS:
        if norm(tokens, last + 1) == mark:
            return value, last + 1
    at = last + 2 if dash(tokens, last + 1) else last + 1
    return simple(tokens, at)


def simple(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """The common fraction that begins at a token (`1/8`, `13/16`), and its last token; `24/7` is none."""
    top, bar, bottom = norm(tokens, at), norm(tokens, at + 1), norm(tokens, at + 2)
    if bar not in ("/", "⁄") or bottom not in _BOTTOMS or not top.isdecimal() or len(top) > 2 or tokens[at + 2].space:
        return None
    if norm(tokens, at + 3) in ("/", "⁄") or glued(tokens, at + 3) or not 0 < int(top) < int(bottom):
        return None
    return Decimal(top) / Decimal(bottom), at + 2


_Part = tuple[Decimal, Decimal, int]
"""Numerator, denominator, last token."""


def _named(tokens: Sequence[Token], at: int, words: NumberWords) -> _Part | None:
    """`two-thirds`, `three quarters`, `a third of`, `a quarter mile`."""
    following = norm(tokens, at + 1)
    if norm(tokens, at) in ("a", "one") and following in words.denominators:
        behind = norm(tokens, at + 2)
        parted = following != "half" and norm(tokens, at) == "a" and norm(tokens, at - 1) in words.sets["parted_after"]
        if behind == "of" or behind in words.sets["divisible"] or behind in words.scales or parted:
            return Decimal(1), words.denominators[following], at + 1
    numerator = small(tokens, at, words)
    if numerator is None:
        return None
    top, after = numerator
    hyphened = dash(tokens, after)
    after += hyphened
    bottom = words.denominators.get(norm(tokens, after))
    if (
        bottom is None or top >= bottom or gcd(int(top), int(bottom)) > 1 or (top > 1 and not norm(tokens, after).endswith("s"))
    ):  # a three-quarter angle
        return None
    if top == 1 and not (hyphened or (norm(tokens, after + 1) == "of" and bottom != 2)):
        return None
    return top, bottom, after


def _ratio(tokens: Sequence[Token], at: int, words: NumberWords) -> _Part | None:
    """`one in five`, `9 out of 10`, `two of every three`."""
    numerator = small(tokens, at, words)
    if numerator is None:
        return None
    top, after = numerator
    if tied(tokens, after) and norm(tokens, after + 1) == "in" and tied(tokens, after + 2):  # one-in-six
        after += 3
    elif [norm(tokens, after), norm(tokens, after + 1)] == ["out", "of"]:
        after += 2
    elif norm(tokens, after) == "in" or (norm(tokens, after) == "of" and norm(tokens, after + 1) == "every"):
        after += 1
    else:
        return None
    after += norm(tokens, after) == "every"
    bottom = small(tokens, after, words)
    if bottom is None or not max(top + 1, Decimal(2)) <= bottom[0] <= _MOST_IN_RATIO:
        return None
    if norm(tokens, bottom[1]) in words.sets["no_ratio"] or dash(tokens, bottom[1]) or norm(tokens, bottom[1]) in words.scales:
        return None  # three in 10 days, two in 24-hour shifts, one in two million
    return top, bottom[0], bottom[1] - 1


def _written(tokens: Sequence[Token], at: int) -> _Part | None:
    """`3/4 of the pupils`."""
    part = simple(tokens, at)
    if part is None or norm(tokens, part[1] + 1) != "of":
        return None
    return Decimal(tokens[at].text), Decimal(tokens[part[1]].text), part[1]


def _half(tokens: Sequence[Token], at: int, words: NumberWords) -> _Part | None:
    """`half of`, `half the`, `half were`."""
    if norm(tokens, at) != "half" or dash(tokens, at + 1):
        return None
    if norm(tokens, at - 1) in words.sets["half_not_after"]:
        shared = norm(tokens, at + 1) == "of" and norm(tokens, at - 1) in ("and", "the") and norm(tokens, at - 2) != "in"
        whole = norm(tokens, at - 1) == "the" or norm(tokens, at - 2) not in words.sets["divisible"]
        if not shared or not whole or small(tokens, at - 2, words) is not None:  # an hour and half of it
            return None
    of_unit = norm(tokens, at + 1) in ("a", "an") and norm(tokens, at + 2) in words.sets["divisible"]
    return (Decimal(1), Decimal(2), at) if of_unit or norm(tokens, at + 1) in words.sets["half_before"] else None
