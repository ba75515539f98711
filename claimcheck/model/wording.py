"""Values in plain words: `at least 14`, `$50 million`, `6 Sept 2025`, `75 km`. Pure formatting, shared by reasons and reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.deed import Deed
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.when import Day, When

MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
"""As news in English shortens them."""

_SCALES = ((Decimal(10) ** 12, "trillion", 4), (Decimal(10) ** 9, "billion", 4), (Decimal(10) ** 6, "million", 3))
"""The scale words, and the decimals up to which a number is put in them."""
_LONGEST = 21
"""Digits from which a number is no longer written out; rounding a longer one to four decimals would exceed decimal's precision."""
_CURRENCIES: Mapping[str, str] = {"USD": "$", "EUR": "€", "GBP": "£"}
_SYMBOLS: Mapping[str, str] = {
    "kilometre": "km",
    "metre": "m",
    "centimetre": "cm",
    "millimetre": "mm",
    "kilogram": "kg",
    "kilometre_per_hour": "km/h",
    "mile_per_hour": "mph",
    "celsius": "°C",
    "fahrenheit": "°F",
}
_LEADING = ("magnitude",)
"""Units that stand before their number."""
_PLURALS: Mapping[str, str] = {"foot": "feet", "inch": "inches"}
_PREFIX: Mapping[Bound, str] = {Bound.AT_LEAST: "at least ", Bound.AT_MOST: "at most ", Bound.ABOUT: "about "}


def describe(claim: Claim) -> str:
    """The claim's value as it was put: `at least 14`, `about 4,500`, `70%`, `July 2025`, `not yet approved`."""
    if isinstance(claim.value, Deed):
        return claim.value.said
    if isinstance(claim.value, When):
        return describe_when(claim.value)
    return describe_quantity(claim.value)


def describe_quantity(quantity: Quantity) -> str:
    """A quantity as it was put."""
    low, high = quantity.figure
    return _PREFIX.get(quantity.bound, "") + stretch(low, high, quantity.dimension, quantity.unit)


def describe_when(when: When) -> str:
    """A date as it was put; `day not known` where it could not be resolved."""
    if when.first is None or when.last is None:
        return "day not known"
    match when.bound:
        case Bound.AT_LEAST:
            return f"{days(when.first, when.first)} or later"
        case Bound.AT_MOST:
            return f"{days(when.last, when.last)} or earlier"
        case Bound.ABOUT:
            return f"about {days(when.first, when.last)}"
        case _:
            return days(when.first, when.last)


def interval(claim: Claim) -> str:
    """What the value is read as: `6,500 or more`, `4,050 to 4,950`, `1 to 10 Sept 2025`, `not yet signed: the treaty`."""
    if isinstance(claim.value, Deed):
        return describe_deed(claim.value)
    if isinstance(claim.value, When):
        return describe_when(claim.value)
    low, high = claim.value.low, claim.value.high
    dimension, unit = claim.value.dimension, claim.value.unit
    if low is not None and high is not None:
        return stretch(low, high, dimension, unit)
    if low is not None:
        return f"{amount(low, dimension, unit)} or more"
    return f"{amount(high, dimension, unit)} or less" if high is not None else "any value"


def describe_deed(deed: Deed) -> str:
    """A deed with its parties: `not yet approved: the treaty, by the Senate`."""
    what = " ".join(deed.object.text.split()) if deed.object else ""
    who = " ".join(deed.actor.text.split()) if deed.actor else ""
    parties = ", by ".join(filter(None, (what, who))) if what else who
    return f"{deed.said}: {parties}" if parties else deed.said


def stretch(low: Decimal, high: Decimal, dimension: Dimension, unit: str | None) -> str:
    """`low to high` in one unit, or the one value where both are equal."""
    if low == high:
        return amount(low, dimension, unit)
    if dimension in (Dimension.MONEY, Dimension.RANK, Dimension.PERCENT):
        return f"{amount(low, dimension, unit)} to {amount(high, dimension, unit)}"
    if unit in _LEADING:
        return f"{unit} {number(low)} to {number(high)}"
    return f"{number(low)} to {amount(high, dimension, unit)}"


def amount(value: Decimal, dimension: Dimension, unit: str | None) -> str:
    """One number with its unit: `$50 million`, `70%`, `12 years`, `75 km`, `3rd`."""
    match dimension:
        case Dimension.PERCENT:
            return f"{number(value)}%"
        case Dimension.MONEY:
            symbol = _CURRENCIES.get(unit or "")
            return f"{symbol}{number(value)}" if symbol else f"{number(value)} {unit or ''}".rstrip()
        case Dimension.DURATION | Dimension.MEASURE:
            return f"{unit} {number(value)}" if unit in _LEADING else f"{number(value)} {_unit(unit, value)}".rstrip()
        case Dimension.RATE:
            return f"{number(value)} {(unit or '').replace('_', ' ')}".rstrip()
        case Dimension.RANK:
            return ordinal(value)
        case _:
            return number(value)


def number(value: Decimal) -> str:
    """Digits with thousands separators, or a scale word where that loses nothing: `6,500`, `1.375 billion`, `1.2e+30`."""
    if value.adjusted() >= _LONGEST:
        return f"{value:.4g}"
    for scale, word, places in _SCALES:
        scaled = value / scale
        if 1 <= abs(scaled) < 1000 and scaled == round(scaled, places):
            return f"{_plain(scaled)} {word}"
    return _plain(round(value, 4))


def ordinal(value: Decimal) -> str:
    """A rank: `1st`, `22nd`, `113th`."""
    if value != int(value):
        return number(value)
    tail = int(value) % 100
    ending = "th" if 10 <= tail <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(tail % 10, "th")
    return f"{number(value)}{ending}"


def days(first: Day, last: Day) -> str:
    """A stretch of days in the shortest form that says it: `2013`, `July 2025`, `1 to 10 Sept 2025`, `18 Nov`."""
    if first == last:
        return _day(first)
    one, two = _year(first), _year(last)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and one and two:
        return one if one == two else f"{one} to {two}"
    if one != two:
        return f"{_day(first)} to {_day(last)}"
    if first.month != last.month:
        return f"{first.day} {MONTHS[first.month - 1]} to {_day(last)}"
    if first.day == 1 and _ends_month(last):
        return f"{MONTHS[first.month - 1]} {one}".rstrip()
    return f"{first.day} to {_day(last)}"


def _plain(value: Decimal) -> str:
    shown = f"{value:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _unit(unit: str | None, value: Decimal) -> str:
    if unit is None:
        return ""
    if unit in _SYMBOLS:
        return _SYMBOLS[unit]
    head, per, rest = unit.partition("_per_")
    words = head.split("_")
    if value != 1:
        words[-1] = _PLURALS.get(words[-1], f"{words[-1]}s")
    return " ".join([*words, *(["per", rest] if per else [])])


def _year(day: Day) -> str:
    return f"{day.year}" if isinstance(day, date) else ""


def _day(day: Day) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {_year(day)}".rstrip()


def _ends_month(day: Day) -> bool:
    if isinstance(day, date):
        return day == date.max or (day + timedelta(days=1)).day == 1
    return day.day >= (29 if day.month == 2 else 30)
