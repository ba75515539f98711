"""Dates that are read against the article's own day: Tuesday, last week, two months ago."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

from claimcheck.extract.dates.calendar import Anchor, Direction, SeasonDays, of_day, of_month, of_season, of_year, when
from claimcheck.model.when import Precision, When


def unresolved(precision: Precision) -> When:
    """A date that cannot be known from the article."""
    return When(None, None, precision, relative=True)


def _relative(value: When | None) -> When | None:
    return None if value is None else When(value.first, value.last, value.precision, value.bound, relative=True)


def _shifted(day: date, by: int) -> date | None:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def _span(first: date | None, last: date | None, precision: Precision) -> When | None:
    return None if first is None or last is None else _relative(when(first, last, precision))


def weekday(number: int, anchor: Anchor, which: int | None = None) -> When | None:
    """A day of the week (Monday is 1): the latest, today included, or the coming one where the sentence looks ahead.

    `which` is -1 for "last Friday" (before today), 1 for "next Friday" (after today), 0 for "this Friday" (within this week).
    """
    near = anchor.reference
    if near is None:
        return unresolved(Precision.DAY)
    back, ahead = (near.isoweekday() - number) % 7, (number - near.isoweekday()) % 7
    if which == -1:
        by = -(back or 7)
    elif which == 1:
        by = ahead or 7
    elif which == 0 and anchor.direction is not Direction.BACK:
        by = ahead
    else:
        by = ahead if anchor.direction is Direction.AHEAD else -back
    day = _shifted(near, by)
    return _span(day, day, Precision.DAY)


def day_offset(by: int, anchor: Anchor) -> When | None:
    """Today, yesterday, the day after tomorrow."""
    if anchor.reference is None:
        return unresolved(Precision.DAY)
    day = _shifted(anchor.reference, by)
    return _span(day, day, Precision.DAY)


def day_now(number: int, anchor: Anchor) -> When | None:
    """ "On the 21st": of this month, or where the sentence looks the other way of the one before or after it."""
    near = anchor.reference
    if near is None:
        return unresolved(Precision.DAY)
    by = 0
    if anchor.direction is Direction.BACK and number > near.day:
        by = -1
    elif anchor.direction is Direction.AHEAD and number < near.day:
        by = 1
    year, month = divmod(near.year * 12 + near.month - 1 + by, 12)
    return None if year < 1 else _relative(of_day(month + 1, number, year, anchor))


def week(by: int, anchor: Anchor) -> When | None:
    """Monday to Sunday of this week, or of one before or after it."""
    if anchor.reference is None:
        return unresolved(Precision.WEEK)
    monday = _shifted(anchor.reference, 7 * by + 1 - anchor.reference.isoweekday())
    return _span(monday, monday and _shifted(monday, 6), Precision.WEEK)


def weekend(by: int | None, anchor: Anchor) -> When | None:
    """Saturday and Sunday: "last" (-1) before this week's, "next" (1) the first not begun, else as the sentence looks.

    "This weekend" (0) in a sentence that looks neither way is the nearer of the two.
    """
    near = anchor.reference
    if near is None:
        return unresolved(Precision.DAY)
    coming = 6 - near.isoweekday()  # 0 on a Saturday, -1 on a Sunday
    if by == -1:
        shift = coming - 7
    elif by == 1:
        shift = coming + (7 if coming <= 0 else 0)
    elif by == 0 and anchor.direction is Direction.OPEN:
        shift = coming if coming <= 3 else coming - 7
    else:
        shift = coming if coming <= 0 or anchor.direction is Direction.AHEAD else coming - 7
    saturday = _shifted(near, shift)
    return _span(saturday, saturday and _shifted(saturday, 1), Precision.DAY)


def month_offset(by: int, anchor: Anchor) -> When | None:
    """This month, or the one so many after it (before it where negative)."""
    if anchor.reference is None:
        return unresolved(Precision.MONTH)
    count = anchor.reference.year * 12 + anchor.reference.month - 1 + by
    year, month = divmod(count, 12)
    return _relative(of_month(month + 1, year, anchor)) if year > 0 else None


def year_offset(by: int, anchor: Anchor) -> When | None:
    """This year, or the one so many after it (before it where negative)."""
    return unresolved(Precision.YEAR) if anchor.reference is None else _relative(of_year(anchor.reference.year + by))


def month_which(month: int, which: int, anchor: Anchor) -> When | None:
    """ "Last August": the latest that is over; "this August": of this year; "next August": the first that has not begun."""
    near = anchor.reference
    if near is None:
        return of_month(month, None, anchor)
    year = near.year
    if which == -1 and month >= near.month:
        year -= 1
    elif which == 1 and month <= near.month:
        year += 1
    return _relative(of_month(month, year, anchor))


def season_which(season: int, which: int, anchor: Anchor, days: SeasonDays) -> When | None:
    """ "Last summer": the latest that is over; "this summer": of this year; "next summer": the first that has not begun."""
    near = anchor.reference
    if near is None:
        return unresolved(Precision.MONTH)
    (first_month, first_day), (last_month, last_day) = days[season]
    year = near.year
    if which == -1 and near <= date(year, last_month, last_day):
        year -= 1
    elif which == 1 and near >= date(year, first_month, first_day):
        year += 1
    return _relative(of_season(season, year, days))


_DAYS = MappingProxyType({"day": 1, "week": 7, "fortnight": 14})


def away(count: int, unit: str, sign: int, anchor: Anchor) -> When | None:
    """So many units ago (`sign` -1) or from now: the very day for days and weeks, else the calendar month or year."""
    by = count * sign
    if unit in _DAYS:
        value = day_offset(by * _DAYS[unit], anchor)
        precision = Precision.DAY if unit == "day" else Precision.WEEK
        return None if value is None else When(value.first, value.last, precision, relative=True)
    if unit == "month":
        return month_offset(by, anchor)
    return year_offset(by * 10 if unit == "decade" else by, anchor)
