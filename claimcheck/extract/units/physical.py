"""Measures and durations by their unit, and the magnitudes of earthquakes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from types import MappingProxyType

from claimcheck.extract.look import HYPHENS, glued, norm, tied
from claimcheck.extract.mentions import Form, Measured, Number, measured
from claimcheck.extract.numbers.parts import added
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.numbers import NumberWords
from claimcheck.lexicon.phrases import Match
from claimcheck.lexicon.units import Unit, Units
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_GREATEST = 11
"""No magnitude reaches it."""
_BACK = 4
_FEW_KNOTS = 3
_DEGREES = MappingProxyType({"c": "celsius", "f": "fahrenheit"})


def unit(tokens: Sequence[Token], number: Number, units: Units, words: NumberWords, grammar: Grammar) -> Measured | None:
    """The measure or span of time that a number is by the unit behind it."""
    hyphen = tied(tokens, number.last + 1)
    after = number.last + 2 if hyphen else number.last + 1
    if norm(tokens, after) in ("odd", "plus") and hyphen:  # 30-odd years, forty-plus miles
        after, hyphen = after + 1, False
    after += norm(tokens, after) == "of" and number.form is Form.VAGUE  # billions of tons
    if number.form is Form.FRACTION:  # half a mile, a quarter of an hour
        after += norm(tokens, after) == "of" and norm(tokens, after + 1) in ("a", "an")
        after += norm(tokens, after) in ("a", "an")
    after += not hyphen and _described(tokens, after, units, words, grammar)
    match = units.names.at(tokens, after)
    degree = _DEGREES.get(glued(tokens, number.last + 1)) if tokens[-1:] and number.form is Form.DIGITS else None
    if degree is not None and tokens[number.last + 1].text.isupper() and any(t.norm in units.sets["warmth"] for t in tokens):
        return measured(number, Dimension.MEASURE, degree, f"unit.measure.{degree}", last=number.last + 1)  # warmed by 2C
    if match is None and glued(tokens, after) in units.sets["glued_inches"] and after == number.last + 1:
        return measured(number, Dimension.MEASURE, "inch", "unit.measure.inch", last=after, hyphened=tied(tokens, after + 1))
    if match is None or not _plain(tokens, number, match, grammar, hyphen=hyphen):
        return None
    named, times = match.value
    if number.form is Form.FRACTION:
        times = times / 100
    rule = f"unit.{'time' if named.dimension is Dimension.DURATION else 'measure'}.{named.id}"
    hyphened = tied(tokens, match.last + 1) or hyphen
    found = measured(number, named.dimension, named.id, rule, last=match.last, times=times, hyphened=hyphened)
    part = None if hyphened or number.form is Form.FRACTION else added(tokens, match.last, words)
    return found if part is None else found.plus(part[0] * times, part[1])  # a minute and a half


def _described(tokens: Sequence[Token], at: int, units: Units, words: NumberWords, grammar: Grammar) -> bool:
    """Whether one word stands between a figure and its unit: `two more weeks`, `four intense years`."""
    word, named = norm(tokens, at), units.names.at(tokens, at + 1)
    if named is None or units.names.at(tokens, at) is not None or not word[:1].isalpha() or word in words.triggers:
        return False
    if word in units.sets["between"]:
        return True
    spans = (
        named.value[0].dimension is Dimension.DURATION
        and grammar.plural(norm(tokens, named.last))
        and named.value[0].id not in ("second",)
    )
    return (
        spans
        and word not in grammar.function
        and not grammar.plural(word)
        and not tokens[at].capital
        and not (word.endswith("est") and len(word) > 5)  # the 14 warmest years are counted
        and (grammar.verb(word) is None or word.endswith("ing"))
    )


def _plain(tokens: Sequence[Token], number: Number, match: Match[tuple[Unit, Decimal]], grammar: Grammar, *, hyphen: bool) -> bool:
    """Whether the unit word is really one: `3 second` is a rank, `5 M` a million, `3 g` of a space in front something else."""
    last, named = match.last, match.value[0]
    token = tokens[last]
    if len(token.text) <= 2 and token.kind is Kind.WORD:
        if token.text.isupper() and named.id in ("metre", "gram", "mile"):
            return False
        if token.space and named.id == "gram":
            return False
    if named.id == "knot" and number.form is Form.WORDS and number.high <= _FEW_KNOTS:
        return False  # two knots in the rope
    if named.id != "second" or token.norm != "second" or hyphen:
        return True
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    counted = (
        behind is not None
        and behind.kind is Kind.WORD
        and behind.norm not in grammar.function
        and grammar.verb(behind.norm) is None
    )
    return number.low == 1 and not counted  # but one second mate


def magnitude(tokens: Sequence[Token], number: Number, units: Units, grammar: Grammar, *, shaken: bool) -> Measured | None:
    """`magnitude 6.1`, `6.1-magnitude`, `measuring 7.6`, `a 9.1 temblor`, `5.2 on the Richter scale`; a bare `7.6` near a quake."""
    if not 0 < number.high < _GREATEST or number.form not in (Form.DIGITS, Form.WORDS):
        return None
    after = number.last + 2 if tied(tokens, number.last + 1) else number.last + 1
    behind = norm(tokens, after)
    if behind == "magnitude" or _on_a_scale(tokens, after):
        last = after if behind == "magnitude" else number.last
        return _magnitude(number, last, hyphened=behind == "magnitude")
    decimal = "." in tokens[number.first].text
    if decimal and behind in units.sets["quakes"]:
        return _magnitude(number, number.last)
    if _magnitude_in_front(tokens, number.first, units) and _nothing_counted(tokens, after, grammar):
        return _magnitude(number, number.last)
    free = units.names.at(tokens, after) is None and behind not in units.sets["percent"] and number.scale == 1
    if not decimal or not free or _money_in_front(tokens, number):
        return None
    if norm(tokens, number.first - 1) in units.sets["measuring"] or (shaken and _nothing_counted(tokens, after, grammar)):
        return _magnitude(number, number.last, bare=True)
    return None


def _magnitude(number: Number, last: int, *, hyphened: bool = False, bare: bool = False) -> Measured:
    rule = "unit.magnitude.bare" if bare else "unit.magnitude"
    return measured(number, Dimension.MEASURE, "magnitude", rule, last=last, hyphened=hyphened)


def _on_a_scale(tokens: Sequence[Token], at: int) -> bool:
    """`on the Richter scale`, `on the open-ended Richter scale`."""
    return norm(tokens, at) == "on" and any(norm(tokens, at + i) == "richter" for i in range(2, 6))


def _magnitude_in_front(tokens: Sequence[Token], first: int, units: Units) -> bool:
    for at in range(first - 1, max(first - 1 - _BACK, -1), -1):
        if tokens[at].text in (",", ".", ";") or (
            tokens[at].text in HYPHENS and norm(tokens, at - 1) not in units.sets["magnitudes"]
        ):
            return False
        if tokens[at].norm in units.sets["magnitudes"]:
            return True
    return False


def _money_in_front(tokens: Sequence[Token], number: Number) -> bool:
    return (
        number.first > 0
        and tokens[number.first - 1].kind is Kind.MARK
        and tokens[number.first - 1].text not in (",", "(", "“", '"')
    )


def _nothing_counted(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether no noun follows that the figure could count."""
    behind = norm(tokens, at)
    return not behind[:1].isalpha() or behind in grammar.function or grammar.verb(behind) is not None
