"""Recognizers-Text (the suite): numbers, percentages, currencies, dimensions, ages, temperatures, dates and durations.

Its recognizers answer each for itself; of those that overlap we keep the leftmost, then the longest, then the one that knows
more than the bare number; a bare number that it also offers as a day of the month we take for the number. Its Python edition has no
recognizer of number ranges, and so no bound of a number. Where a date is open it offers the last and the next one: either counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import recognizers_suite as suite  # type: ignore[import-not-found]

from benchmarks.quality_peers.runners.protocol import Span, serve, span

PLAIN = ((suite.recognize_currency, "money"), (suite.recognize_percentage, "percent"), (suite.recognize_age, "duration"))
MEASURES = ((suite.recognize_dimension, "measure"), (suite.recognize_temperature, "measure"), (suite.recognize_number, "count"))
PERIOD = re.compile(r"PT?(\d+(?:\.\d+)?)([YMWDHS])$")
DATE_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
TIME_UNITS = {"H": "hour", "M": "minute", "S": "second"}
YEAR = 365 * 86400
ENGLISH = suite.Culture.English


def read(text: str, published: date) -> Iterator[Span]:
    """The readings of the sentence in order, none over another."""
    found = list(_dates(text, published))
    for recognize, dim in (*PLAIN, *MEASURES):
        found += [s for r in recognize(text, ENGLISH) if (s := _number(r, dim))]
    kept: list[Span] = []
    for one in sorted(found, key=lambda s: (s["start"], -s["end"])):
        if not kept or kept[-1]["end"] <= one["start"]:
            kept.append(one)
    yield from kept


def _number(found: Any, dim: str) -> Span | None:
    value = (found.resolution or {}).get("value")
    if value is None:
        return None
    plain = value.rstrip("%")
    unit = found.resolution.get("isoCurrency") or found.resolution.get("unit")
    return span(found.start, found.end + 1, dim, (plain, plain), unit=unit)


def _dates(text: str, published: date) -> Iterator[Span]:
    now = datetime(published.year, published.month, published.day)
    for found in suite.recognize_datetime(text, ENGLISH, reference=now):
        values = (found.resolution or {}).get("values") or []
        start, end = found.start, found.end + 1
        period = _period(values[0]) if values and values[0].get("type") == "duration" else None
        if period:
            yield span(start, end, "duration", (period[0], period[0]), unit=period[1])
        elif values and values[0].get("type", "").startswith("date") and not (found.text.isdigit() and len(found.text) < 3):
            yield span(start, end, "date", *[f for v in values if (f := _days(v))])


def _period(value: dict[str, str]) -> tuple[str, str] | None:
    """Number and unit. Two decades have a timex of their own making ("P21"); their seconds are those of years of 365 days."""
    timex = value.get("timex", "")
    match = PERIOD.match(timex)
    if match:
        return match[1], (TIME_UNITS if timex.startswith("PT") else DATE_UNITS)[match[2]]
    seconds = int(value["value"]) if value.get("value", "").isdigit() else 0
    return (str(seconds // YEAR), "year") if seconds and seconds % YEAR == 0 else None


def _days(value: dict[str, str | None]) -> tuple[date, date] | None:
    """First and last day, where it knows them.

    It ends "August" on 1 September, but "from 3 to 5 December" on the 5th, where its timex is a triple; a night ends with an hour
    of its last day. "Since" has only a start, "until" only an end.
    """
    one, start, end = (_date(value.get(key)) for key in ("value", "start", "end"))
    timex = value.get("timex") or ""
    if one:
        return one, one
    if start and end:
        closed = timex.startswith("(") or len(value.get("end") or "") > len("2025-10-02")
        return start, end if closed else end - timedelta(days=1)
    known = start or end
    return _named(timex, known) if known else None


def _date(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _named(timex: str, first: date) -> tuple[date, date]:
    """The days of what "since 2009" names: the year, the month or the day."""
    if re.fullmatch(r"\d{4}", timex):
        return first, date(first.year, 12, 31)
    if re.fullmatch(r"\d{4}-\d{2}", timex):
        return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first, first


if __name__ == "__main__":
    serve(read)
