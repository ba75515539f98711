"""Figures that share a unit (`6.9 and 6.4 magnitude`) or are one (`nine years and two months`, `15 cents to $1.40`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.look import between, norm
from claimcheck.extract.mentions import Form, Measured
from claimcheck.extract.numbers.ranges import changes, starts_at
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.numbers import NumberWords
from claimcheck.lexicon.units import Units
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_SHARED = ("unit.magnitude", "unit.measure", "unit.time", "unit.percent", "unit.age.old", "unit.age.of_age", "unit.money.name")
_PASSED_ON = ("unit.magnitude", "unit.age.ages", "unit.age.limit")
_LISTED = (["and"], ["or"], [","], [",", "and"], ["to"])
_CROSSED = (["by"], ["x"], ["×"])
_DURING = ("after", "in", "within", "over", "during", "for", "than")
"""In front of an amount these tell when, and "of them" behind it means others."""
_OF_THEM = 4
_NO_MAGNITUDE = 11
_THOUSAND = 1000
_TENFOLD = 10
_FAR = 12
"""Tokens between two amounts that are compared."""


def share_units(tokens: Sequence[Token], found: Sequence[Measured], grammar: Grammar) -> list[Measured]:
    """Give bare figures of a list the unit that is written behind its last member or before its first."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        left, right = shared[at], shared[at + 1]
        if left.dimension is not Dimension.COUNT or right.dimension is Dimension.COUNT or left.number.form is Form.VAGUE:
            continue
        words = between(tokens, left.last, right.first)
        of_them = 1 < len(words) <= _OF_THEM and words[0] == "of" and right.rule.startswith("unit.time")
        of_them = of_them and words[1] not in grammar.pronouns | grammar.relatives  # 89 of them over 16 hours
        spans = words == ["to"] and norm(tokens, left.first - 1) == "from"  # rose from 31 to 44 percent
        hanging = words in (["-", "and"], ["-", "or"]) and right.hyphened  # 5- and 10-day courses
        level = right.dimension is Dimension.PERCENT and (right.low < 0 or left.low > _THOUSAND)  # 2,055.38, -0.95%
        listed = (words in _LISTED[:3] or spans or hanging) and right.rule.startswith(_SHARED) and not level
        if (listed and _apart(tokens, left.first)) or of_them:
            shared[at] = _scaled_alike(left, right) if spans else _alike(left, right, right.rule + ".shared")
    for at in range(1, len(shared)):
        left, right = shared[at - 1], shared[at]
        bare = right.dimension is Dimension.COUNT and (left.rule.startswith(_PASSED_ON) or _crossed(tokens, left, right))
        if left.age:
            bare = bare and _noun_free(tokens, right, grammar)
        bare = bare and not _counts(tokens, right, grammar) and tokens[min(right.last + 1, len(tokens) - 1)].kind is not Kind.NUMBER
        if _some_of_them(tokens, left, right) or _set_to(tokens, left, right, grammar):
            shared[at] = _alike(right, left, left.rule)
        if left.rule.startswith("unit.magnitude") and right.low >= _NO_MAGNITUDE:
            continue  # Mw 6.1, 1,412 killed
        if bare and between(tokens, left.last, right.first) in (*_LISTED, *_CROSSED):
            shared[at] = _alike(right, left, left.rule)
    return _amounts(tokens, shared, grammar)


def _some_of_them(tokens: Sequence[Token], left: Measured, right: Measured) -> bool:
    """Whether a bare figure is a part of an amount in the plural: `2,100 hours, only 90 of them at night`."""
    units = left.rule.startswith(("unit.time", "unit.measure")) and right.dimension is Dimension.COUNT and right.low < left.low
    behind = (norm(tokens, right.last + 1), norm(tokens, right.last + 2))
    if not units or left.hyphened or behind not in (("of", "them"), ("of", "which")) or norm(tokens, left.first - 1) in _DURING:
        return False
    words = between(tokens, left.last, right.first)
    return words[:1] in ([","], ["of"]) and "," in words and len(words) <= _OF_THEM


def _set_to(tokens: Sequence[Token], left: Measured, right: Measured, grammar: Grammar) -> bool:
    """Whether a bare figure is what an amount was made: `the term was nine years, but was cut to seven and a half`."""
    amount = left.dimension not in (Dimension.COUNT, Dimension.RANK) and not left.age and not left.hyphened
    words = between(tokens, left.last, right.first)
    if not amount or right.dimension is not Dimension.COUNT or not 3 <= len(words) <= _FAR or words[-1] != "to":
        return False
    told = grammar.verb(words[-2]) in grammar.sets["setting"] and words[-3] in grammar.auxiliaries
    closed = all(word in grammar.function or word == "," for word in words[:-2])
    return (
        told
        and closed
        and _noun_free(tokens, right, grammar)
        and right.low < left.low * _TENFOLD
        and left.low < right.low * _TENFOLD
    )


def _crossed(tokens: Sequence[Token], left: Measured, right: Measured) -> bool:
    """Whether a bare figure is the other side of a thing: `20 inches by 16`."""
    sides = left.rule.startswith("unit.measure") and right.number.form in (Form.DIGITS, Form.WORDS)
    return sides and between(tokens, left.last, right.first) in _CROSSED


def _amounts(tokens: Sequence[Token], found: Sequence[Measured], grammar: Grammar) -> list[Measured]:
    """Give a bare figure the currency or percent of the one it is compared or listed with: `$4bn from 3bn`, `$3 and 4 million`."""
    shared = list(found)
    for at in range(1, len(shared)):
        left, right = shared[at - 1], shared[at]
        if right.dimension is not Dimension.COUNT or left.dimension not in (Dimension.MONEY, Dimension.PERCENT) or left.low == 0:
            continue
        if right.number.form not in (Form.DIGITS, Form.WORDS) or not _noun_free(tokens, right, grammar):
            continue
        words = between(tokens, left.last, right.first)
        signed = left.rule.startswith(("unit.money.sign", "unit.money.shared")) and not left.hyphened
        went = words == ["to"] and norm(tokens, left.first - 1) == "from" and _of_one_size(left, right)  # from $7.8m to 5.7m
        if went or (signed and (words in _LISTED[:4] or (words == ["to"] and left.number.scale > 1))):
            shared[at] = _alike(right, left, "unit.money.shared")
        elif (_compared(words, grammar) or (left.rule.endswith(".compared") and words[-1:] == ["and"])) and _of_one_size(
            left, right
        ):
            shared[at] = _alike(right, left, left.rule + ".compared")
    for at in range(len(shared) - 2, -1, -1):  # the scale stands behind the last of a list
        left, right = shared[at], shared[at + 1]
        bare = left.number.scale == 1 < right.number.scale and left.low < _THOUSAND and right.rule == "unit.money.shared"
        if (
            bare
            and left.low * right.number.scale < right.low * _THOUSAND
            and between(tokens, left.last, right.first) in _LISTED[:4]
        ):
            scale = right.number.scale
            number = replace(left.number, scale=scale)
            shared[at] = replace(left, number=number, low=left.low * scale, high=left.high * scale, grain=left.grain * scale)
    return shared


def _noun_free(tokens: Sequence[Token], figure: Measured, grammar: Grammar) -> bool:
    """Whether nothing that a figure could count stands behind it."""
    at = figure.last + 1
    if at >= len(tokens) or tokens[at].kind is Kind.MARK:
        return at >= len(tokens) or tokens[at].text in (",", ".", ";", ")", "-", "–", "—")
    return tokens[at].kind is Kind.WORD and (
        tokens[at].norm in grammar.function - grammar.sets["extenders"] or grammar.verb(tokens[at].norm) is not None
    )


def _compared(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether a figure is set against the one before: `from`, `against`, `compared with`, with little between."""
    return (
        len(words) <= _FAR
        and not {";", ":", ".", "(", '"'}.intersection(words)
        and bool(grammar.sets["against"].intersection(words[-4:]))
    )


def _of_one_size(left: Measured, right: Measured) -> bool:
    """Whether two figures could be of one series: both with a scale, or both with decimals, and not far apart."""
    low, high = sorted((left.high, right.high))
    scaled = left.number.scale > 1 and right.number.scale > 1
    return low > 0 and high / low < _THOUSAND and (scaled or (left.grain < 1 and right.grain < 1))


def _apart(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure stands by itself, and not glued to letters before it (`p326`)."""
    return at == 0 or tokens[at].space or tokens[at - 1].kind is Kind.MARK


def _counts(tokens: Sequence[Token], right: Measured, grammar: Grammar) -> bool:
    """Whether a plural stands right behind a figure, or a noun behind one: `under 10, 38 pupils`, `ages 9 and 12, and one boy`."""
    behind = norm(tokens, right.last + 1)
    noun = grammar.plural(behind) or (right.number.form is Form.WORDS and right.low == 1 and behind.isalpha())
    return noun and behind not in grammar.function


def _scaled_alike(left: Measured, right: Measured) -> Measured:
    """`from 2.9 to 3.1 billion dollars`: the unit, and the scale where the first figure has none."""
    scale = right.number.scale
    shared = _alike(left, right, right.rule + ".shared")
    if not left.number.scale == 1 < scale or left.low * scale > right.low * _THOUSAND or left.low >= _THOUSAND:
        return shared
    return replace(shared, low=left.low * scale, high=left.high * scale, grain=left.grain * scale)


def _alike(figure: Measured, other: Measured, rule: str) -> Measured:
    return replace(figure, dimension=other.dimension, unit=other.unit, rule=rule, age=other.age, hyphened=False)


def join(tokens: Sequence[Token], found: Sequence[Measured], units: Units, words: NumberWords) -> list[Measured]:
    """Make one of two figures that are one: a measure in two units, or the ends of a range, each with its unit."""
    whole: list[Measured] = []
    for one in found:
        joined = whole and (_compound(tokens, whole[-1], one, units) or _ends(tokens, whole[-1], one, words))
        if joined:
            whole[-1] = joined
        else:
            whole.append(one)
    return whole


def _compound(tokens: Sequence[Token], left: Measured, right: Measured, units: Units) -> Measured | None:
    """`nine years and two months`, `six feet two inches`, `a 6-foot, 5-inch pole`: the smaller in what is left of the larger."""
    family = units.family(left.unit)
    if family not in ("time", "length") or family != units.family(right.unit) or left.unit is None or right.unit is None:
        return None
    if (
        left.age
        or right.age
        or (left.hyphened and not (right.hyphened and between(tokens, left.last, right.first) in ([], [","])))
        or left.number.form in (Form.VAGUE, Form.FRACTION)
        or left.low != left.high
        or right.low != right.high
    ):
        return None
    ratio = units.by_id[right.unit].factor / units.by_id[left.unit].factor
    if ratio >= 1 or right.low * ratio >= 1 or between(tokens, left.last, right.first) not in ([], ["and"], [","]):
        return None
    return replace(left.plus(right.low * ratio, right.last), grain=right.grain * ratio)


def _ends(tokens: Sequence[Token], left: Measured, right: Measured, words: NumberWords) -> Measured | None:
    """`15 cents to $1.40`, `10 percent to 15 percent`, `between five miles and ten miles`."""
    if left.dimension in (Dimension.COUNT, Dimension.RANK) or (left.dimension, left.unit) != (right.dimension, right.unit):
        return None
    if (
        left.low != left.high
        or right.low != right.high
        or left.low >= right.low
        or left.rule.split(".")[1] != right.rule.split(".")[1]
    ):
        return None
    middle = between(tokens, left.last, right.first)
    before = between(tokens, left.first - 2, left.first)[-1:]
    if middle == ["and"]:
        spans = before == ["between"]
    elif middle == ["to"]:
        spans = not starts_at(tokens, left.first, words) and not changes(tokens, left.first, words, units=left.rule != right.rule)
    else:
        spans = middle in (["-"], ["–"], ["or"]) and right.low <= 2 * left.low
    if not spans:
        return None
    number = replace(right.number, first=left.number.first, low=left.number.low, range=True)
    return replace(right, number=number, first=left.first, low=left.low, rule=right.rule + ".range")
