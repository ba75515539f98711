"""Stretches of days: months, years and their parts, and the year that an open date most likely means."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from claimcheck.lexicon.dates import Part
from claimcheck.model.quantity import Bound
from claimcheck.model.when import Day, MonthDay, Precision, When

EARLIEST, LATEST = 1000, 2199
"""Years outside these are not read: nobody reports on them in figures."""

SOON, JUST_GONE = 14, 45
"""Days that a day and month may lie against the direction of its sentence and still be the nearest one of that name."""

HALF_A_YEAR = 6
"""Months."""

SeasonDays = Mapping[int, tuple[tuple[int, int], tuple[int, int]]]
"""First and last month and day of each season."""


class Direction(Enum):
    """Which way a sentence looks from the day it was written."""

    BACK = "back"
    AHEAD = "ahead"
    OPEN = "open"
    NEAR = "near"
    """Neither: of the months or days of that name, the nearest."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an open date is read against."""

    reference: date | None
    direction: Direction = Direction.OPEN

    @property
    def note(self) -> str:
        """In plain words, for a step."""
        if self.reference is None:
            return "the article's own day is not known"
        looks = {Direction.BACK: ", looking back", Direction.AHEAD: ", looking ahead", Direction.OPEN: "", Direction.NEAR: ""}[
            self.direction
        ]
        return f"read against {self.reference}{looks}"


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def when(first: Day, last: Day | None = None, precision: Precision = Precision.DAY, bound: Bound = Bound.EXACT) -> When:
    """A resolved date."""
    return When(first, first if last is None else last, precision, bound)


def of_day(month: int, day: int, year: int | None, anchor: Anchor, weekday: int | None = None) -> When | None:
    """A month and day. Without a year: of the year that the anchor gives, and which fits the weekday if one is written."""
    if not _exists(year, month, day):
        return None
    if year is not None:
        return when(date(year, month, day))
    found = open_day(month, day, anchor, weekday)
    return when(found)


EASTER = (0, 0, 0)
"""In place of the month, weekday and number of a feast: those that are counted from Easter Sunday."""


def of_feast(feast: tuple[int, int, int], days: tuple[int, int], year: int | None, anchor: Anchor) -> When | None:
    """A feast that moves, or its weekend. Without a year: of the one that puts it nearest to the anchor, as the sentence looks."""
    near = anchor.reference
    if year is None and near is None:
        return When(None, None, Precision.DAY, relative=True)
    years = [year] if year is not None else [near.year + by for by in (-1, 0, 1)] if near else []
    found = [easter(y) if feast == EASTER else _nth_weekday(y, *feast) for y in years if _readable(y)]
    if year is None and near is not None:
        found = _towards(found, near, anchor.direction)
        found.sort(key=lambda d: abs((d - near).days))
    return when(found[0] + timedelta(days[0]), found[0] + timedelta(days[1])) if found else None


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the rule of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    skipped, shift = century // 4, (century + 8) // 25
    moon = (19 * (year % 19) + century - skipped - (century - shift + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The first Monday of September, the last of May."""
    first = date(year, month, 1)
    named = [first + timedelta(by) for by in range(_days(month)) if (first + timedelta(by)).isoweekday() == weekday]
    return named[nth if nth < 0 else nth - 1]


def of_days(month: int, first: int, last: int, year: int | None, anchor: Anchor) -> When | None:
    """Several days of one month."""
    start, end = of_day(month, first, year, anchor), of_day(month, last, year, anchor)
    if start is None or end is None or first >= last:
        return None
    if isinstance(start.first, date) and isinstance(end.last, date) and start.first.year != end.last.year:
        end = when(date(start.first.year, month, last))
    return When(start.first, end.last, Precision.DAY, Bound.RANGE)


def open_day(month: int, day: int, anchor: Anchor, weekday: int | None = None) -> Day:
    """The day of that name nearest to the anchor, in the direction that the sentence looks."""
    near = anchor.reference
    if near is None:
        return MonthDay(month, day)
    days = [date(y, month, day) for y in range(near.year - 4, near.year + 5) if _exists(y, month, day) and 1 <= y <= 9999]
    if weekday is not None:
        days = [d for d in days if d.isoweekday() == weekday and abs((d - near).days) < 550] or days
    days = _towards(days, near, anchor.direction)
    return min(days, key=lambda d: abs((d - near).days)) if days else MonthDay(month, day)


def _towards(days: list[date], near: date, direction: Direction) -> list[date]:
    """The days on the side that a sentence looks to, if there are any.

    A day just off the wrong way is likelier what was meant than one almost a year off the right way.
    """
    if direction is Direction.BACK:
        return [d for d in days if (d - near).days <= SOON] or days
    if direction is Direction.AHEAD:
        return [d for d in days if (d - near).days >= -JUST_GONE] or days
    return days


def settle(value: When, near: date) -> When:
    """A date whose year is open, with the year that puts it nearest to `near`, such as a day that the article gives in full."""
    first, last = value.first, value.last
    if not (isinstance(first, MonthDay) and isinstance(last, MonthDay)):
        return value
    start = open_day(first.month, first.day, Anchor(near))
    if not isinstance(start, date):
        return value
    return replace(value, first=start, last=date(start.year, last.month, min(last.day, month_end(start.year, last.month).day)))


def of_month(month: int, year: int | None, anchor: Anchor) -> When | None:
    """A month. Without a year: the latest that has begun, or where the sentence looks ahead, the next that has not ended."""
    near = anchor.reference
    if year is None and near is None:
        return When(MonthDay(month, 1), MonthDay(month, min(28, _days(month)) if month == 2 else _days(month)), Precision.MONTH)
    if year is None and near is not None:
        ahead = anchor.direction is Direction.AHEAD
        if anchor.direction is Direction.NEAR:
            by = -1 if month - near.month >= HALF_A_YEAR else 1 if near.month - month > HALF_A_YEAR else 0
        else:
            by = 1 if ahead and month < near.month else -1 if not ahead and month > near.month else 0
        year = near.year + by
    return when(date(year, month, 1), month_end(year, month), Precision.MONTH) if year and _readable(year) else None


def of_year(year: int) -> When | None:
    """A year."""
    return of_years(year, year, Bound.EXACT)


_CENTURY = 100
_THIS_MILLENNIUM = 2000


def of_years(first: int, last: int, bound: Bound = Bound.RANGE) -> When | None:
    """First day of the first year to last day of the last."""
    if not (_readable(first) and _readable(last) and first <= last):
        return None
    return when(date(first, 1, 1), date(last, 12, 31), Precision.YEAR, bound)


def of_decade(first: int) -> When | None:
    """Ten years; a hundred for the 1800s, though not for the 2000s, of which few have passed."""
    years = _CENTURY if first % _CENTURY == 0 and first < _THIS_MILLENNIUM else 10
    return when(date(first, 1, 1), date(first + years - 1, 12, 31), Precision.DECADE) if _readable(first) else None


def of_months(year: int, first: int, last: int) -> When | None:
    """Whole months of one year: a half, a quarter."""
    return when(date(year, first, 1), month_end(year, last), Precision.MONTH) if _readable(year) else None


def of_season(season: int, year: int, days: SeasonDays) -> When | None:
    """A season, as the lexicon bounds it."""
    start, end = days[season]
    return when(date(year, *start), date(year, *end), Precision.MONTH) if _readable(year) else None


def full_year(two_digits: int, newest: int) -> int:
    """The year that '91 means: the latest so written that is not after `newest`."""
    return newest - (newest - two_digits) % 100


def third(value: When, part: Part) -> When:
    """The first, second or last third of a month, year or decade; anything else is left as it is."""
    spans = {Precision.MONTH: _third_of_month, Precision.YEAR: _third_of_year, Precision.DECADE: _third_of_decade}
    cut = spans.get(value.precision)
    if cut is None or value.bound is Bound.RANGE or not _whole(value):
        return value
    first, last = cut(value, part)
    return replace(value, first=first, last=last)


def _whole(value: When) -> bool:
    """Whether it is one whole month where its precision says month: a season or a half has no thirds."""
    if value.first is None or value.last is None:
        return False
    return value.precision is not Precision.MONTH or value.first.month == value.last.month


def _third_of_month(value: When, part: Part) -> tuple[Day, Day]:
    start, end = value.first, value.last
    assert start is not None
    assert end is not None
    low, high = {Part.FIRST: (1, 10), Part.SECOND: (11, 20), Part.LAST: (21, end.day)}[part]
    if isinstance(start, date):
        return start.replace(day=low), start.replace(day=high)
    return MonthDay(start.month, low), MonthDay(start.month, high)


def _third_of_year(value: When, part: Part) -> tuple[Day, Day]:
    assert isinstance(value.first, date)
    low, high = {Part.FIRST: (1, 4), Part.SECOND: (5, 8), Part.LAST: (9, 12)}[part]
    return date(value.first.year, low, 1), month_end(value.first.year, high)


def _third_of_decade(value: When, part: Part) -> tuple[Day, Day]:
    assert isinstance(value.first, date)
    assert isinstance(value.last, date)
    low, high = {Part.FIRST: (0, 3), Part.SECOND: (4, 6), Part.LAST: (7, 9)}[part]
    if value.last.year - value.first.year > 10:
        low, high = {Part.FIRST: (0, 33), Part.SECOND: (34, 66), Part.LAST: (67, 99)}[part]
    return date(value.first.year + low, 1, 1), date(value.first.year + high, 12, 31)


def _days(month: int) -> int:
    return calendar.monthrange(2023, month)[1]


def _exists(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day, in that year or (without one) in any."""
    if not 1 <= month <= 12 or day < 1 or (year is not None and not _readable(year)):
        return False
    return day <= calendar.monthrange(2024 if year is None else year, month)[1]


def _readable(year: int) -> bool:
    return EARLIEST <= year <= LATEST
