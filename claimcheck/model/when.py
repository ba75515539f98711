"""Dates as closed intervals of days (SEMANTICS: "A date is a closed interval of days")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from claimcheck.model.quantity import Bound, Dimension


class Precision(StrEnum):
    """The size of the calendar unit that was named."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A month and day (or a month) whose year the article leaves open: written `--03-09`."""

    month: int
    day: int

    def __str__(self) -> str:
        return f"--{self.month:02d}-{self.day:02d}"


Day = date | MonthDay
"""One end of a `When`."""


@dataclass(frozen=True, slots=True)
class When:
    """A date expression. `first` and `last` are None where it could not be resolved ("Tuesday" in an undated article)."""

    first: date | MonthDay | None
    last: date | MonthDay | None
    precision: Precision
    bound: Bound = Bound.EXACT
    relative: bool = False
    """Read against the article's own day ("last week", "Tuesday") and not written in full."""
    since: bool = False
    """The start of a state that lasts ("since 2013")."""
    at: time | None = None
    """The time of day, where one is written beside it."""

    @property
    def dimension(self) -> Dimension:
        """Always `Dimension.DATE`."""
        return Dimension.DATE

    @property
    def resolved(self) -> bool:
        """Whether the days are known (the year may still be open)."""
        return self.first is not None

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day, or None where the year or the days are not known."""
        if isinstance(self.first, date) and isinstance(self.last, date):
            return self.first, self.last
        return None
