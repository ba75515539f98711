"""The year of a day of publication that is given without it, where the article forces one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.ingest.stamps import Named
from claimcheck.model.when import Day, MonthDay

_NEAR = 45
"""Days between the day of publication and a day in full that stands near it."""
_LEAP = 2000
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]?\d)")
_EVIDENCE = 2
"""Of three things that speak for a year, how many must: one alone is often chance, an anniversary or the footer of a site."""


def year_of(day: MonthDay, weekday: int | None, told: Sequence[Named], rights: Sequence[str]) -> int | None:
    """The year of a day of publication; None where the article does not force one.

    `weekday` is the day of the week that stands with it, `told` are the days of the article, `rights` its lines of copyright. For a
    year speak: the weekday, or one that the article gives a day nearby; a day nearby in full; a copyright of that year alone. No
    weekday may speak against it.
    """
    weekdays = [(day, weekday)] if weekday else []
    weekdays += [(n.day, n.weekday) for n in told if isinstance(n.day, MonthDay) and n.weekday and _close(day, n.day)]
    full = [n.day for n in told if isinstance(n.day, date)]
    owned = set(_owned(rights))
    near = {y for d in full for y in (d.year - 1, d.year, d.year + 1) if (at := _in(day, y)) and abs((at - d).days) <= _NEAR}
    found = []
    for year in sorted(owned | near):
        agree = [(at := _in(d, year)) is not None and at.isoweekday() == number for d, number in weekdays]
        latest = max((d.year for d in full), default=year)
        if all(agree) and latest <= year + 1 and bool(agree) + (year in near) + (year in owned) >= _EVIDENCE:
            found.append(year)
    return found[0] if len(found) == 1 else None


def _owned(rights: Sequence[str]) -> Iterator[int]:
    for line in rights:
        years = {int(year) for year in _YEAR.findall(line)}
        if len(years) == 1:  # a range begins with the site
            yield from years


def _close(one: MonthDay, two: MonthDay) -> bool:
    """Whether two days of one year lie near each other; those about the turn of a year may be of two."""
    first, second = _in(one, _LEAP), _in(two, _LEAP)
    return first is not None and second is not None and abs((first - second).days) <= _NEAR


def _in(day: Day, year: int) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None
