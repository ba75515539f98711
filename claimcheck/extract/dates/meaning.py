"""From the parts of a date, as a form found them, to the days they mean."""

from __future__ import annotations

from claimcheck.extract.dates import calendar, relative
from claimcheck.extract.dates.calendar import Anchor, Direction
from claimcheck.extract.dates.forms import Match
from claimcheck.lexicon.dates import Dates
from claimcheck.lexicon.dates_forms import Reads
from claimcheck.model.when import Precision, When


def meaning(match: Match, anchor: Anchor, lexicon: Dates) -> When | None:
    """The days that a match means, or None where there are no such days (30 February)."""
    reads = match.form.reads
    if reads in _ABSOLUTE:
        return _absolute(match, anchor, lexicon)
    return _relative(match, anchor, lexicon)


_ABSOLUTE = frozenset(
    {Reads.DAY, Reads.SLASHES, Reads.DOTTED, Reads.DAYS, Reads.MONTH, Reads.YEAR, Reads.YEARS, Reads.DECADE, Reads.SEASON}
    | {Reads.HALF, Reads.QUARTER, Reads.FIXED, Reads.FEAST, Reads.EASTER}
)


def _absolute(match: Match, anchor: Anchor, lexicon: Dates) -> When | None:
    number = match.number
    month, year = number("month") or number("mm") or 0, _year(match, anchor)
    match match.form.reads:
        case Reads.DAY:
            return calendar.of_day(month, number("day") or number("dd") or 0, year, anchor, number("weekday"))
        case Reads.DAYS:
            return calendar.of_days(month, number("day") or 0, number("day2") or 0, year, anchor)
        case Reads.SLASHES:
            first, second = number("number") or 0, number("number2") or 0
            month, day = (second, first) if first > 12 else (first, second)  # the American order, unless that cannot be
            return calendar.of_day(month, day, year, anchor)
        case Reads.DOTTED:
            day, month = divmod(number("dd.mm") or 0, 100)
            return calendar.of_day(month, day, year, anchor)
        case Reads.FIXED:
            return calendar.of_day(*match.form.day, year, anchor)
        case Reads.EASTER:
            return calendar.of_feast(calendar.EASTER, match.form.days, year, anchor)
        case Reads.FEAST:
            return calendar.of_feast(match.form.feast, match.form.days, year, anchor)
        case Reads.MONTH:
            return calendar.of_month(month, year, anchor)
        case _:
            return _years(match, year, lexicon)


def _years(match: Match, year: int | None, lexicon: Dates) -> When | None:
    number = match.number
    if match.form.reads is Reads.DECADE:
        return calendar.of_decade(number("decade") or 0)
    if year is None:
        return relative.unresolved(Precision.YEAR)
    nth = number("nth") or 1
    match match.form.reads:
        case Reads.YEARS:
            last = number("year2") or number("yy") or 0
            return calendar.of_years(year, last) if year < last <= year + 150 else None
        case Reads.SEASON:
            return calendar.of_season(number("season") or 0, year, lexicon.calendar.season_days)
        case Reads.HALF:
            return calendar.of_months(year, 6 * nth - 5, 6 * nth) if nth <= 2 else None
        case Reads.QUARTER:
            return calendar.of_months(year, 3 * nth - 2, 3 * nth)
        case _:
            return calendar.of_year(year)


def _year(match: Match, anchor: Anchor) -> int | None:
    """The year written, or that "last year" means."""
    year = match.number("year") or match.number("yy")
    if year is None and match.form.reads in (Reads.HALF, Reads.QUARTER) and match.number("which") is None and anchor.reference:
        return anchor.reference.year  # the second half of the year
    which = match.number("which")
    if year is None and which is not None and anchor.reference is not None:
        return anchor.reference.year + which
    return year


def _relative(match: Match, anchor: Anchor, lexicon: Dates) -> When | None:
    number = match.number
    which, weekday, month = number("which"), number("weekday") or 0, number("month") or 0
    count, unit = number("count") or 0, str(match.slots.get("unit", ""))
    back, ahead = Anchor(anchor.reference, Direction.BACK), Anchor(anchor.reference, Direction.AHEAD)
    match match.form.reads:
        case Reads.DAY_NOW:
            return relative.day_now(number("day") or 0, anchor)
        case Reads.DAY_OFFSET:
            return relative.day_offset(match.form.by, anchor)
        case Reads.WEEKDAY:
            return relative.weekday(weekday, anchor)
        case Reads.WEEKDAY_WHICH:
            return relative.weekday(weekday, anchor, which)
        case Reads.WEEKDAY_PAST:
            return relative.weekday(weekday, anchor, -1)
        case Reads.WEEKDAY_COMING:
            return relative.weekday(weekday, ahead)
        case Reads.WEEK:
            return relative.week(which or 0, anchor)
        case Reads.WEEKEND:
            return relative.weekend(which, anchor)
        case Reads.WEEKEND_PAST:
            return relative.weekend(None, back)
        case Reads.WEEKEND_COMING:
            return relative.weekend(None, ahead)
        case Reads.MONTH_WHICH:
            return relative.month_which(month, which or 0, anchor)
        case Reads.MONTH_PAST:
            return relative.month_which(month, -1, anchor)
        case Reads.MONTH_COMING:
            return relative.month_which(month, 1, anchor)
        case Reads.MONTH_OFFSET:
            return relative.month_offset(which or 0, anchor)
        case Reads.YEAR_OFFSET:
            return relative.year_offset(which or 0, anchor)
        case Reads.SEASON_WHICH:
            return relative.season_which(number("season") or 0, which or 0, anchor, lexicon.calendar.season_days)
        case Reads.AGO:
            return relative.away(count, unit, -1, anchor)
        case Reads.FROM_NOW:
            return relative.away(count, unit, 1, anchor)
        case _:
            return relative.unresolved(Precision.DAY)
