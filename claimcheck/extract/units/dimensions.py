"""What a number measures: money, percent, duration or age, a physical measure, a rank, or a plain count.

One reader a dimension, tried in order; the first that knows the neighbourhood of the number decides. A figure without any of these
is a count, whatever it counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.look import norm, tied
from claimcheck.extract.mentions import Form, Measured, Number, measured
from claimcheck.extract.units import ages, amounts, joined, physical
from claimcheck.lexicon.currencies import Currencies
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.numbers import NumberWords
from claimcheck.lexicon.units import Units
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token


@dataclass(frozen=True, slots=True)
class Scales:
    """The lexicons that dimensions are read with."""

    units: Units
    currencies: Currencies
    numbers: NumberWords
    grammar: Grammar


def measure(tokens: Sequence[Token], numbers: Sequence[Number], scales: Scales, *, shaken: bool = False) -> list[Measured]:
    """Each number with its dimension.

    A unit written once for a list ("6.9 and 6.4 magnitude quakes") is shared by all of it; two figures that are one
    ("nine years and two months", "15 cents to $1.40") become one. `shaken` tells whether the text before speaks of earthquakes.
    """
    shaken = shaken or any(t.norm in scales.units.sets["shaking"] for t in tokens)
    found = [_one(tokens, number, scales, shaken=shaken) for number in numbers]
    found = joined.share_units(tokens, found, scales.grammar)
    return joined.join(tokens, found, scales.units, scales.numbers)


def _one(tokens: Sequence[Token], number: Number, scales: Scales, *, shaken: bool) -> Measured:
    if number.form is Form.ORDINAL:
        return measured(number, Dimension.RANK, None, "unit.rank", hyphened=tied(tokens, number.last + 1))
    found = (
        amounts.money(tokens, number, scales.currencies)
        or amounts.percent(tokens, number, scales.units)
        or physical.magnitude(tokens, number, scales.units, scales.grammar, shaken=shaken)
        or ages.age(tokens, number, scales.units, scales.grammar)
        or physical.unit(tokens, number, scales.units, scales.numbers, scales.grammar)
        or _rank(tokens, number, scales.units)
        or amounts.share(number)
        or measured(number, Dimension.COUNT, None, "unit.count", hyphened=tied(tokens, number.last + 1))
    )
    return _signed(tokens, found, scales.units)


def _signed(tokens: Sequence[Token], found: Measured, units: Units) -> Measured:
    """`minus 6 degrees`, `-3%`, `a slope of -0.09`: figures that may lie below zero."""
    below = found.dimension is Dimension.PERCENT or units.family(found.unit) == "temperature"
    at = found.first - 1
    below = below or (found.dimension is Dimension.COUNT and "." in tokens[found.first].text and norm(tokens, at - 1).isalpha())
    if not below or at < 0:
        return found
    apart = tokens[at].space or (at > 0 and tokens[at - 1].text == "(")
    sign = tokens[at].text in ("-", "−") and apart and not tokens[found.first].space
    if not sign and tokens[at].norm not in units.sets["minus"]:
        return found
    return replace(found, first=at, low=-found.high, high=-found.low)


def _rank(tokens: Sequence[Token], number: Number, units: Units) -> Measured | None:
    """`No. 1`, `ranked 5`, `among the top 10`."""
    before = norm(tokens, number.first - 1)
    if before == "." and number.first > 1 and tokens[number.first - 2].text in ("No", "Nos"):
        return measured(number, Dimension.RANK, None, "unit.rank.number", first=number.first - 2)
    if before in ("number", "no") and number.form is Form.DIGITS and tokens[number.first - 1].text[0] == "N":
        return measured(number, Dimension.RANK, None, "unit.rank.number", first=number.first - 1)
    if before == "number" and number.form is Form.WORDS and number.high <= 10 and number.first == number.last:
        return measured(number, Dimension.RANK, None, "unit.rank.number", first=number.first - 1)  # the number two spot
    behind = norm(tokens, number.last + 1)
    ends = not behind or tokens[number.last + 1].kind is Kind.MARK
    if before == "top" and number.form is not Form.FRACTION and (ends or behind in units.sets["top_of"]):
        return measured(number, Dimension.RANK, None, "unit.rank.top")
    return None
