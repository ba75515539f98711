"""Dates as stretches of days for comparing, and durations counted back from the day of their article."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.tolerances import Tolerances
from claimcheck.model.when import Day, MonthDay, Precision, When

_DAYS_IN: Mapping[str, Decimal] = {
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.436875"),
    "year": Decimal("365.2425"),
}
_LEAP = 2000
_ONE_STORY = 92
"""Days within which days without a year are taken to be of one story."""


@dataclass(frozen=True, slots=True)
class Days:
    """A closed stretch of days."""

    first: date
    last: date

    def meets(self, other: Days) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def apart(self, other: Days) -> int:
        """The days from the end of the earlier to the beginning of the later; below zero where they share more than one."""
        return max((self.first - other.last).days, (other.first - self.last).days)

    def below(self, other: Days) -> bool:
        """Whether all of it lies before `other`."""
        return self.last < other.first


def meet(one: When, one_day: date | None, two: When, two_day: date | None) -> tuple[bool, Days, Days] | None:
    """Whether two dates can be the same, with what each is read as; None where one is unresolved.

    `one_day` and `two_day` are the days of their articles, against which "four years ago" is read.
    A month and day without a year is tried in the years of the other.
    """
    if one.first is None or one.last is None or two.first is None or two.last is None:
        return None
    known = {day.year for day in (one.first, one.last, two.first, two.last) if isinstance(day, date)}
    years = sorted({year - back for year in known for back in (0, 1)}, reverse=True) or [_LEAP]
    tries = [(_read(one, one_day, year), _read(two, two_day, year)) for year in years]
    left, right = next((pair for pair in tries if pair[0].meets(pair[1])), tries[0])
    return left.meets(right), left, right


def same_days(one: When, two: When) -> bool:
    """Whether two dates name the same days; a year that one of them leaves open may be that of the other."""
    ends = ((one.first, two.first), (one.last, two.last))
    return all(left is not None and right is not None and _same_day(left, right) for left, right in ends)


def days_between(one: Day | None, two: Day | None) -> int | None:
    """The days from `one` to `two`, below zero where `two` is the earlier; None where that is not known.

    A day whose year is open is of the year that brings the two together, where they then lie within a few months, as two articles
    of one story mostly do.
    """
    if one is None or two is None:
        return None
    if isinstance(one, date) and isinstance(two, date):
        return (two - one).days
    year = next((day.year for day in (one, two) if isinstance(day, date)), _LEAP)
    ones, twos = _about_year(one, year), _about_year(two, year)
    apart = min(((b - a).days for a in ones for b in twos), key=abs, default=None)
    return apart if apart is not None and abs(apart) <= _ONE_STORY else None


def _about_year(day: Day, year: int) -> list[date]:
    """The day itself, or where its year is open that day of a year and of those around it."""
    return [day] if isinstance(day, date) else [_in_year(day, y) for y in (year - 1, year, year + 1)]


def _same_day(one: Day, two: Day) -> bool:
    if isinstance(one, MonthDay) or isinstance(two, MonthDay):
        return (one.month, one.day) == (two.month, two.day)
    return one == two


def counted_back(quantity: Quantity, day: date | None, rules: Tolerances) -> Days | None:
    """The days on which a state began that has lasted for `quantity` on `day`; None where that cannot be told.

    "12 years" in 2025 is the year 2013, and half a year either side of the day: people count both ways.
    """
    size = _DAYS_IN.get(quantity.unit or "")
    if day is None or size is None or quantity.dimension is not Dimension.DURATION:
        return None
    low, high = quantity.figure
    half = Decimal("0.5")
    match quantity.bound:
        case Bound.AT_LEAST:
            near, far = low, high * rules.reach
        case Bound.AT_MOST:
            near, far = low / rules.reach, high
        case Bound.ABOUT:
            slack = max(half, high / 10)
            near, far = low - slack, high + slack
        case _:
            near, far = low - half, high + half
    first, last = _back(day, far * size), _back(day, near * size)
    if first is None or last is None:
        return None
    if quantity.bound in (Bound.AT_LEAST, Bound.AT_MOST):
        return _whole(first, last, quantity.unit)
    named = _back(day, high * size), _back(day, low * size)
    if quantity.unit == "year" and low == int(low) and high == int(high) and day.year - int(high) >= 1:
        named = date(day.year - int(high), 1, 1), date(day.year - int(low), 12, 31)
    return Days(min(first, named[0] or first), max(last, named[1] or last))


def _read(when: When, published: date | None, year: int) -> Days:
    """The stretch for comparing: as stated, wider where the words are known to be loose."""
    assert when.first is not None
    assert when.last is not None
    days = Days(_in_year(when.first, year), _in_year(when.last, year))
    if days.last < days.first:
        days = Days(days.first, _in_year(when.last, year + 1))
    if when.precision is Precision.WEEK and days.last > days.first:
        # Weeks run from Monday here and from Sunday in American use.
        days = Days(_shift(days.first, -1), days.last)
    if when.relative and when.precision is Precision.YEAR and published is not None and published.year - days.first.year >= 2:
        # "four years ago" in January is as often said of the December before as of the January after.
        around = date(days.first.year, published.month, min(published.day, 28))
        days = Days(min(days.first, _shift(around, -183)), max(days.last, _shift(around, 183)))
    match when.bound:
        case Bound.AT_LEAST:
            return Days(days.first, date.max)
        case Bound.AT_MOST:
            return Days(date.min, days.last)
        case Bound.ABOUT:
            slack = _about(when.precision, days.first, published)
            return Days(_shift(days.first, -slack), _shift(days.last, slack))
        case _:
            return days


def _about(precision: Precision, first: date, published: date | None) -> int:
    """Days that "about" adds on either side: a tenth of the way back, or half of the unit named."""
    named = {Precision.WEEK: 3, Precision.MONTH: 15, Precision.YEAR: 183, Precision.DECADE: 1826}.get(precision, 1)
    return max(named, ceil(abs((published - first).days) / 10)) if published else named


def _in_year(day: Day, year: int) -> date:
    if isinstance(day, MonthDay):
        year = min(max(year, date.min.year), date.max.year)
        return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
    return day


def _back(day: date, days: Decimal) -> date | None:
    ordinal = day.toordinal() - int(days)
    return date.fromordinal(ordinal) if date.min.toordinal() <= ordinal <= date.max.toordinal() else None


def _shift(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _whole(first: date, last: date, unit: str | None) -> Days:
    """The stretch grown to whole months or years, the unit the duration is counted in."""
    if unit == "year":
        return Days(date(first.year, 1, 1), date(last.year, 12, 31))
    if unit == "month":
        return Days(first.replace(day=1), last.replace(day=calendar.monthrange(last.year, last.month)[1]))
    return Days(first, last)
