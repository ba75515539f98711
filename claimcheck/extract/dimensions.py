"""What a number measures: money, percent, duration or age, a physical measure, a rank, or a plain count.

One reader a dimension, tried in order; the first that knows the neighbourhood of the number decides. A figure without any of these
is a count, whatever it counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.mentions import Form, Measured, Number
from claimcheck.lexicon.currencies import Currencies
from claimcheck.lexicon.units import Unit, Units
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_HYPHENS = frozenset("-‐‑–")
_PERCENT = frozenset(["%", "percent", "pct", "per-cent", "percentage"])
_QUAKES = frozenset("earthquake quake temblor tremor aftershock shock".split())
_BY_HAND = frozenset("handed left right hand".split())


@dataclass(frozen=True, slots=True)
class Scales:
    """The lexicons that dimensions are read with."""

    units: Units
    currencies: Currencies


def measure(tokens: Sequence[Token], numbers: Sequence[Number], scales: Scales) -> list[Measured]:
    """Each number with its dimension. A unit written once for a list ("7.6 and 7.5 magnitude quakes") is shared by all of it."""
    found = [_one(tokens, number, scales) for number in numbers]
    for at in range(len(found) - 2, -1, -1):
        left, right = found[at], found[at + 1]
        if left.dimension is not Dimension.COUNT or right.dimension is Dimension.COUNT or left.number.form is Form.VAGUE:
            continue
        between = [t.norm for t in tokens[left.last + 1 : right.first]]
        if between in (["and"], ["or"], [","]) and _shares(right):
            found[at] = _with(left.number, left.first, left.last, right.dimension, right.unit, right.rule + ".shared", age=right.age)
    for at in range(1, len(found)):
        left, right = found[at - 1], found[at]
        between = [t.norm for t in tokens[left.last + 1 : right.first]]
        if right.dimension is Dimension.COUNT and left.rule.startswith(("unit.magnitude", "unit.age.ages")) and between in (["and"], ["or"], [","], [",", "and"]):
            found[at] = _with(right.number, right.first, right.last, left.dimension, left.unit, left.rule, age=left.age)
    return found


def _shares(right: Measured) -> bool:
    return right.rule.startswith(("unit.magnitude", "unit.measure", "unit.time", "unit.percent", "unit.age.old"))


def _one(tokens: Sequence[Token], number: Number, scales: Scales) -> Measured:
    if number.form is Form.ORDINAL:
        return _with(number, number.first, number.last, Dimension.RANK, None, "unit.rank", hyphened=_hyphen(tokens, number.last + 1))
    return (
        _money(tokens, number, scales.currencies)
        or _percent(tokens, number)
        or _magnitude(tokens, number)
        or _age(tokens, number)
        or _unit(tokens, number, scales.units)
        or _rank(tokens, number)
        or _share(number)
        or _with(number, number.first, number.last, Dimension.COUNT, None, "unit.count", hyphened=_hyphen(tokens, number.last + 1))
    )


def _with(
    number: Number,
    first: int,
    last: int,
    dimension: Dimension,
    unit: str | None,
    rule: str,
    *,
    times: Decimal = Decimal(1),
    hyphened: bool = False,
    age: bool = False,
) -> Measured:
    return Measured(
        number, first, last, dimension, unit, number.low * times, number.high * times, number.unit * times, rule, hyphened, age
    )


# --- money ---------------------------------------------------------------------------------------------------------------------


def _money(tokens: Sequence[Token], number: Number, currencies: Currencies) -> Measured | None:
    sign = currencies.signs.before(tokens, number.first)
    first, last = number.first, number.last
    if sign is not None:
        first = sign.first
        code = sign.value
        if first > 0 and tokens[first - 1].norm in ("us", "u.s.") and code == "USD":
            first -= 1
        named = currencies.names.at(tokens, last + 1)
        if named and named.value == code:
            last = named.last
        return _with(number, first, last, Dimension.MONEY, code, "unit.money.sign", hyphened=_hyphen(tokens, last + 1))
    code_word = currencies.before.get(_norm(tokens, first - 1)) if first else None
    if code_word and tokens[first - 1].text not in ("us", "php") and (_norm(tokens, first - 1) != "us") and number.form is Form.DIGITS:
        if tokens[first - 1].text.isupper() or tokens[first - 1].text.startswith("R"):
            return _with(number, first - 1, last, Dimension.MONEY, code_word, "unit.money.code")
    after = last + 2 if _hyphen(tokens, last + 1) else last + 1
    after += _norm(tokens, after) == "of" and number.form is Form.VAGUE
    if after < len(tokens) and tokens[after].text in currencies.marks and not tokens[after].space and number.form is Form.DIGITS:
        return _with(number, first, after, Dimension.MONEY, currencies.signs.at(tokens, after).value, "unit.money.sign")  # type: ignore[union-attr]
    named = currencies.names.at(tokens, after)
    if named is not None and not _is_weight(tokens, number, named.first, named.last, currencies):
        return _with(number, first, named.last, Dimension.MONEY, named.value, "unit.money.name", hyphened=_hyphen(tokens, named.last + 1))
    small = currencies.hundredths.get(_norm(tokens, after))
    if small and (tokens[after].norm != "p" or not tokens[after].space):
        return _with(number, first, after, Dimension.MONEY, small, "unit.money.cents", times=Decimal("0.01"))
    return None


def _is_weight(tokens: Sequence[Token], number: Number, first: int, last: int, currencies: Currencies) -> bool:
    if tokens[first].norm not in currencies.weights_too or first != last:
        return False
    return _norm(tokens, last + 1) == "of" or _hyphen(tokens, last + 1) or tokens[first].norm == "pound" or number.scale == 1


# --- percent -------------------------------------------------------------------------------------------------------------------


def _percent(tokens: Sequence[Token], number: Number) -> Measured | None:
    after = number.last + 2 if _hyphen(tokens, number.last + 1) else number.last + 1
    word = _norm(tokens, after)
    if word == "per" and _norm(tokens, after + 1) == "cent":
        return _with(number, number.first, after + 1, Dimension.PERCENT, "percent", "unit.percent")
    if word in _PERCENT and word != "percentage":
        return _with(number, number.first, after, Dimension.PERCENT, "percent", "unit.percent", hyphened=_hyphen(tokens, after + 1))
    if word in ("percentage", "pct") and _norm(tokens, after + 1) in ("point", "points"):
        return _with(number, number.first, after + 1, Dimension.MEASURE, "percentage_point", "unit.percentage_point")
    return None


def _share(number: Number) -> Measured | None:
    if number.form is not Form.FRACTION:
        return None
    return _with(number, number.first, number.last, Dimension.PERCENT, "percent", "unit.part")


# --- durations, ages, measures ---------------------------------------------------------------------------------------------------


def _unit(tokens: Sequence[Token], number: Number, units: Units) -> Measured | None:
    hyphen = _hyphen(tokens, number.last + 1)
    after = number.last + 2 if hyphen else number.last + 1
    after += _norm(tokens, after) == "a" and number.form is Form.FRACTION  # half a mile
    after += _norm(tokens, after) == "of" and _norm(tokens, after + 1) == "a" and number.form is Form.FRACTION
    after += _norm(tokens, after) == "more" and _norm(tokens, after + 1) in ("days", "weeks", "months", "years", "hours", "minutes", "miles", "kilometers")
    match = units.names.at(tokens, after)
    if match is None or not _plain(tokens, number, match.last, match.value[0], hyphen):
        return None
    unit, times = match.value
    if number.form is Form.FRACTION:
        times = times / 100
    tied = _hyphen(tokens, match.last + 1)
    rule = f"unit.{'time' if unit.dimension is Dimension.DURATION else 'measure'}.{unit.id}"
    return _with(number, number.first, match.last, unit.dimension, unit.id, rule, times=times, hyphened=tied or hyphen)


def _plain(tokens: Sequence[Token], number: Number, last: int, unit: Unit, hyphen: bool) -> bool:
    """Whether the unit word is really one: `3 second` is a rank, `5 m` with a capital M is a million, `20 min` glued is a time."""
    token = tokens[last]
    if len(token.text) <= 2 and token.kind is Kind.WORD:
        if token.text.isupper() and unit.id in ("metre", "gram", "mile"):
            return False
        if token.space and unit.id in ("gram",):
            return False
    return not (unit.id == "second" and token.norm == "second" and not hyphen and number.low != 1)


def _magnitude(tokens: Sequence[Token], number: Number) -> Measured | None:
    """`magnitude 6.1`, `6.1-magnitude`, `measuring 7.6`, `a 9.1 temblor`, `5.2 on the Richter scale`."""
    if not 0 < number.high < 11 or number.form not in (Form.DIGITS, Form.WORDS):
        return None
    after = number.last + 2 if _hyphen(tokens, number.last + 1) else number.last + 1
    rest = [_norm(tokens, after + i) for i in range(6)]
    if rest[0] == "magnitude" or (rest[:2] == ["on", "the"] and "richter" in rest[2:4]):
        last = after if rest[0] == "magnitude" else number.last
        return _with(number, number.first, last, Dimension.MEASURE, "magnitude", "unit.magnitude", hyphened=rest[0] == "magnitude")
    decimal = "." in tokens[number.first].text
    if rest[0] in _QUAKES and decimal:
        return _with(number, number.first, number.last, Dimension.MEASURE, "magnitude", "unit.magnitude")
    before = [_norm(tokens, number.first - i) for i in range(1, 5)]
    if "magnitude" in before and not any(w in (",", ".", ";") for w in before[: before.index("magnitude")]):
        return _with(number, number.first, number.last, Dimension.MEASURE, "magnitude", "unit.magnitude")
    shaken = any(t.norm in _QUAKES or t.norm in ("magnitude", "quakes", "earthquakes", "tremors", "aftershocks") for t in tokens)
    if decimal and shaken and not _is_any_unit(rest[0]) and (not rest[0] or not rest[0][0].isalpha() or rest[0] in ("and", "struck", "hit", "on", "at", "in", "shook", "quakes")):
        return _with(number, number.first, number.last, Dimension.MEASURE, "magnitude", "unit.magnitude.bare")
    if decimal and before[0] in ("measuring", "measured", "registered", "registering") and not _is_any_unit(rest[0]):
        return _with(number, number.first, number.last, Dimension.MEASURE, "magnitude", "unit.magnitude")
    return None


def _is_any_unit(word: str) -> bool:
    return word in ("feet", "foot", "meters", "metres", "miles", "km", "inches", "inch", "cm", "percent", "%", "million", "kilometers", "kilometres")


def _age(tokens: Sequence[Token], number: Number) -> Measured | None:
    """`42-year-old`, `42 years old`, `aged 42`, `ages 47 and 48`, `Smith, 42,`. In years, months or days."""
    at = number.last + 1
    at += _hyphen(tokens, at)
    unit = {"year": "year", "years": "year", "yr": "year", "month": "month", "months": "month", "week": "week", "weeks": "week", "day": "day", "days": "day"}.get(
        _norm(tokens, at)
    )
    if unit:
        after = at + 1
        after += _hyphen(tokens, after)
        if _norm(tokens, after) in ("old", "olds"):
            return _with(number, number.first, after, Dimension.DURATION, unit, "unit.age.old", hyphened=_hyphen(tokens, after - 1), age=True)
        if _norm(tokens, after) == "of" and _norm(tokens, after + 1) == "age":
            return _with(number, number.first, after + 1, Dimension.DURATION, unit, "unit.age.of_age", age=True)
        return None
    if number.form not in (Form.DIGITS, Form.WORDS) or not 0 < number.high <= 120 or number.low != int(number.low):
        return None
    before = _norm(tokens, number.first - 1) if number.first else ""
    if before in ("aged", "age", "ages") or (before == "of" and _norm(tokens, number.first - 2) == "age"):
        return _with(number, number.first, number.last, Dimension.DURATION, "year", "unit.age.ages", age=True)
    if before == "," and _after_name(tokens, number.first - 2) and _norm(tokens, number.last + 1) in (",", ".", ";", ")", "and", ""):
        if number.form is Form.DIGITS and number.first == number.last and number.low >= 1:
            return _with(number, number.first, number.last, Dimension.DURATION, "year", "unit.age.apposition", age=True)
    if before == "(" and _after_name(tokens, number.first - 2) and _norm(tokens, number.last + 1) == ")" and number.low >= 5:
        return _with(number, number.first, number.last, Dimension.DURATION, "year", "unit.age.brackets", age=True)
    return None


_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)


def _after_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's name ends at this token: capitalised, two words or with a suffix, no month and no end of a sentence."""
    if at < 0 or not tokens[at].capital or tokens[at].norm in _MONTHS:
        return False
    if tokens[at].text in ("II", "III", "IV", "Jr", "Sr"):
        return True
    return at > 0 and (tokens[at - 1].capital or tokens[at - 1].text == "." or len(tokens[at].text) > 3)


# --- ranks -----------------------------------------------------------------------------------------------------------------------


def _rank(tokens: Sequence[Token], number: Number) -> Measured | None:
    """`No. 1`, `ranked 5`, `among the top 10`."""
    before = _norm(tokens, number.first - 1) if number.first else ""
    if before == "." and number.first > 1 and tokens[number.first - 2].text in ("No", "Nos"):
        return _with(number, number.first - 2, number.last, Dimension.RANK, None, "unit.rank.number")
    if before in ("number", "no") and number.form is Form.DIGITS and number.first > 0 and tokens[number.first - 1].text[0] == "N":
        return _with(number, number.first - 1, number.last, Dimension.RANK, None, "unit.rank.number")
    if before == "top" and _norm(tokens, number.last + 1) in ("among", "of", "in", ".", ",", "", "worldwide", "globally"):
        return _with(number, number.first, number.last, Dimension.RANK, None, "unit.rank.top")
    return None


# --- small helpers ---------------------------------------------------------------------------------------------------------------


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def _hyphen(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text in _HYPHENS and not tokens[at].space
