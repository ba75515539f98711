"""Money and shares: `$3bn`, `50 million dollars`, `Rs 40 crore`, `26 cents`, `70%`, `two percentage points`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.extract.look import norm, tied
from claimcheck.extract.mentions import Form, Measured, Number, measured
from claimcheck.lexicon.currencies import Currencies
from claimcheck.lexicon.units import Units
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Token

_CLAUSE = 24
"""Tokens in front of "pounds" in which a weight in pounds makes it one too."""
_NEAR = 6
"""Tokens in front of "pounds" that tell money from weight."""
_ERROR = frozenset(["margin", "error"])
"""Words of a sentence in which points are those of a poll."""
_MORE = ("more", "extra", "additional")
_HUNDREDTH = Decimal("0.01")


def money(tokens: Sequence[Token], number: Number, currencies: Currencies) -> Measured | None:
    """The amount of money that a number is, by a sign or code before it or a name behind it."""
    return _signed(tokens, number, currencies) or _coded(tokens, number, currencies) or _named(tokens, number, currencies)


def _signed(tokens: Sequence[Token], number: Number, currencies: Currencies) -> Measured | None:
    sign = currencies.signs.before(tokens, number.first)
    if sign is not None and not _is_one_sign(tokens, sign.first, sign.last):
        sign = currencies.signs.at(tokens, sign.last)  # "A $25 million", which is no A$
    if sign is not None:
        first, last, code = sign.first, number.last, sign.value
        if code == "USD" and norm(tokens, first - 1) in ("us", "u.s."):
            first -= 1
        named = currencies.names.at(tokens, last + 1)
        if named and named.value == code:
            last = named.last
        return measured(number, Dimension.MONEY, code, "unit.money.sign", first=first, last=last, hyphened=tied(tokens, last + 1))
    after = number.last + 1
    if number.form is Form.DIGITS and after < len(tokens) and tokens[after].text in currencies.marks and not tokens[after].space:
        mark = currencies.signs.at(tokens, after)
        if mark is not None:
            return measured(number, Dimension.MONEY, mark.value, "unit.money.sign", last=after)
    return None


def _is_one_sign(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether letters and mark are written as one: `A$`, `U.S.$`; not `a $25 million bounty`."""
    letters = (t.text.isupper() for t in tokens[first : last + 1] if t.norm[:1].isalpha())
    return all(letters) and not any(t.space for t in tokens[first + 1 : last + 1])


def _coded(tokens: Sequence[Token], number: Number, currencies: Currencies) -> Measured | None:
    """`USD 50m`, `Rs 300`, `Rs. 300`: a code in capitals right before digits."""
    at = number.first - 1
    if number.form is not Form.DIGITS or at < 0:
        return None
    at -= tokens[at].text == "." and at > 0 and not tokens[at].space
    named = currencies.spelled.get(norm(tokens, at))
    if named is not None and at > 0 and norm(tokens, at - 1) in currencies.money_near | currencies.before_spelled:
        return measured(number, Dimension.MONEY, named, "unit.money.code", first=at)  # pounds 5bn
    code = currencies.before.get(norm(tokens, at))
    if code is None or not (tokens[at].text.isupper() or tokens[at].text in ("Rs", "Rp")):
        return None
    return measured(number, Dimension.MONEY, code, "unit.money.code", first=at, hyphened=tied(tokens, number.last + 1))


def _named(tokens: Sequence[Token], number: Number, currencies: Currencies) -> Measured | None:
    after = number.last + 2 if tied(tokens, number.last + 1) else number.last + 1
    after += norm(tokens, after) == "of" and number.form is Form.VAGUE
    after += norm(tokens, after) in _MORE  # millions more dollars
    inserted = norm(tokens, after) == "[" and norm(tokens, after + 2) == "]"  # 1,200 [dollars]
    after += inserted
    named = currencies.names.at(tokens, after)
    if named is not None and not _is_weight(tokens, number, named.first, named.last, currencies):
        last = named.last + inserted
        return measured(number, Dimension.MONEY, named.value, "unit.money.name", last=last, hyphened=tied(tokens, last + 1))
    code = currencies.hundredths.get(norm(tokens, after))
    if code and (tokens[after].norm != "p" or not tokens[after].space):
        return measured(number, Dimension.MONEY, code, "unit.money.cents", last=after, times=_HUNDREDTH)
    return None


def _is_weight(tokens: Sequence[Token], number: Number, first: int, last: int, currencies: Currencies) -> bool:
    """Whether `pounds` are a weight: before "of", in "500-pound", and where no scale word makes them money."""
    if tokens[first].norm not in currencies.weights_too or first != last:
        return False
    if {norm(tokens, last + 1), norm(tokens, last + 2)} & currencies.taken:
        return False  # thousands of pounds worth of tools, 700,000 pounds was siphoned off
    named = norm(tokens, last + 1) == "of"
    if named and {t.norm for t in tokens[last + 2 : last + 5]} & currencies.public_money:
        return False  # thousands of pounds of council funds
    if named or tied(tokens, last + 1) or tied(tokens, number.last + 1):
        return True
    if any(_weighs(tokens, at, currencies) for at in range(max(1, number.first - _CLAUSE), number.first)):
        return True  # 6 million pounds of rice, compared to 1.5 million pounds
    front = {t.norm for t in tokens[max(0, number.first - _NEAR) : number.first]}
    if front & currencies.weight_near or not front & currencies.money_near:
        return number.scale == 1 or bool(front & currencies.weight_near)
    return False


def _weighs(tokens: Sequence[Token], at: int, currencies: Currencies) -> bool:
    """Whether a weight in such a unit is told at a token: `pounds of rice`."""
    return (
        norm(tokens, at) in currencies.weights_too and norm(tokens, at + 1) == "of" and norm(tokens, at + 2) not in currencies.taken
    )


def percent(tokens: Sequence[Token], number: Number, units: Units) -> Measured | None:
    """The share that a number is by its sign or word; percentage points are a measure of their own."""
    after = number.last + 2 if tied(tokens, number.last + 1) else number.last + 1
    after += 2 * (norm(tokens, after) == "of" and norm(tokens, after + 1) in ("a", "one", "1"))  # 0.45 of a percentage point
    after += number.form is Form.FRACTION and norm(tokens, after) == "a"  # half a percent
    if norm(tokens, after) in units.sets["percentage"] and norm(tokens, after + 1) in units.sets["points"]:
        return measured(
            number, Dimension.MEASURE, "percentage_point", "unit.percentage_point", last=after + 1, times=_of_one(number)
        )
    if norm(tokens, after) in units.sets["points"] and _ERROR.issubset(t.norm for t in tokens):  # an error margin of 3 points
        return measured(number, Dimension.MEASURE, "percentage_point", "unit.percentage_point", last=after)
    last = after + 1 if (norm(tokens, after), norm(tokens, after + 1)) == ("per", "cent") else after
    if last == after and norm(tokens, after) not in units.sets["percent"]:
        return None
    return measured(
        number, Dimension.PERCENT, "percent", "unit.percent", last=last, times=_of_one(number), hyphened=tied(tokens, last + 1)
    )


def _of_one(number: Number) -> Decimal:
    """A part is read in percent; a part of one percent, or of one point, is a hundredth of that."""
    return _HUNDREDTH if number.form is Form.FRACTION else Decimal(1)


def share(number: Number) -> Measured | None:
    """The share that a part of a whole is."""
    if number.form is not Form.FRACTION:
        return None
    return measured(number, Dimension.PERCENT, "percent", "unit.part")
