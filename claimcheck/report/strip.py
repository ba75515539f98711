"""Intervals drawn on one axis, a row a position, so that a gap or an overlap is seen before a word is read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Bound, Dimension
from claimcheck.model.when import Day, MonthDay
from claimcheck.model.wording import amount, days
from claimcheck.report.words import DAYS

_LOG = 200
"""Ratio of the ends beyond which a linear axis would put all but the largest figure into one cell."""
_TAIL = 5
"""Cells of an arrow."""
_THOUSAND = 1000
_DRAWN = ("├", "●", "┤", "─", "►", "◄")
_PLAIN = ("|", "o", "|", "-", ">", "<")


@dataclass(frozen=True, slots=True)
class Bar:
    """One interval as plain numbers; an open end is None."""

    low: float | None
    high: float | None
    dot: float | None
    """The one figure written, where the interval is wider than that."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawing: a row an interval, all of the same width, and the axis below them."""

    rows: tuple[str, ...]
    axis: str


def strip(claims: Sequence[Claim], width: int, draws: bool) -> Strip | None:
    """Draws one claim a position.

    Args:
        claims: The claims, in the order of the rows.
        width: Cells to fill.
        draws: Whether lines and arrows can be shown; ASCII stands in for them otherwise.

    Returns:
        The drawing, or None where the values share no axis (different units). The row of a day that is not known is empty.
    """
    laid = _laid_out(claims, width) if width >= 12 + 2 * _TAIL else None
    if laid is None:
        return None
    axis, bars, scale = laid
    marks = _DRAWN if draws else _PLAIN
    rows = tuple(_row(bar, scale, width, marks) if bar else " " * width for bar in bars)
    return Strip(rows, _labels(scale, axis, width))


@dataclass(frozen=True, slots=True)
class Chart:
    """The same drawing in numbers: where bars begin, end and have their dot, in thousandths of the width."""

    bars: tuple[Bar | None, ...]
    """Open ends are None, as are the bars of days that are not known."""
    first: str
    """What the axis begins with."""
    last: str
    ends: tuple[int, int]
    """Where those two stand; beyond them are only arrows."""
    log: bool
    """The axis is logarithmic."""


def chart(claims: Sequence[Claim]) -> Chart | None:
    """One claim a position as bars on an axis a thousand wide; None where the values share no axis."""
    laid = _laid_out(claims, _THOUSAND)
    if laid is None:
        return None
    axis, bars, scale = laid

    def at(value: float | None) -> float | None:
        return None if value is None else float(scale.cell(value))

    drawn = tuple(Bar(at(b.low), at(b.high), at(b.dot)) if b else None for b in bars)
    return Chart(drawn, axis.label(scale.low), axis.label(scale.high), (scale.first, scale.last), scale.log)


def _laid_out(claims: Sequence[Claim], width: int) -> tuple[_Axis, list[Bar | None], _Scale] | None:
    known = [c for c in claims if c.figure is not None]
    axis = _axis(known)
    if axis is None:
        return None
    bars = [axis.bar(c) if c.figure is not None else None for c in claims]
    drawn = [b for b in bars if b]
    ends = sorted(v for b in drawn for v in (b.low, b.high, b.dot) if v is not None)
    if not ends or not all(map(math.isfinite, ends)):
        return None
    tail = _TAIL if width < _THOUSAND else _THOUSAND // 12
    scale = _Scale(
        ends[0],
        ends[-1],
        tail if any(b.low is None for b in drawn) else 0,
        width - 1 - (tail if any(b.high is None for b in drawn) else 0),
        log=axis.numeric and ends[0] > 0 and ends[-1] / ends[0] > _LOG,
    )
    return axis, bars, scale


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    first: int
    last: int
    log: bool

    def cell(self, value: float) -> int:
        low, high, at = (math.log(v) for v in (self.low, self.high, value)) if self.log else (self.low, self.high, value)
        if high <= low:
            return (self.first + self.last) // 2
        return self.first + round((at - low) / (high - low) * (self.last - self.first))


@dataclass(frozen=True, slots=True)
class _Axis:
    """What the numbers of the axis mean."""

    dimension: Dimension
    unit: str | None = None
    durations: bool = False
    """Durations in different units, drawn in days."""
    yearless: bool = False
    """The year of some day is not known: all are drawn as days of one leap year."""

    @property
    def numeric(self) -> bool:
        return self.dimension is not Dimension.DATE

    def bar(self, claim: Claim) -> Bar:
        low, high = self._place(claim, claim.low), self._place(claim, claim.high)
        if claim.bound is Bound.AT_MOST:
            # "At most 17" is read as 0 to 17, but nobody put the 0: drawn as open, it does not stretch the axis.
            return Bar(None, high, None)
        figure = claim.figure
        dot = self._place(claim, figure[0]) if figure and figure[0] == figure[1] and claim.bound is not Bound.AT_LEAST else None
        return Bar(low, high, dot)

    def _place(self, claim: Claim, value: object) -> float | None:
        if isinstance(value, Decimal):
            return float(value * DAYS[claim.unit or "day"]) if self.durations else float(value)
        if isinstance(value, date):
            return float(value.replace(year=2000).toordinal() if self.yearless else value.toordinal())
        if isinstance(value, str):  # --03-09; 2000 is a leap year
            return float(date(2000, int(value[2:4]), int(value[5:7])).toordinal())
        return None

    def label(self, value: float) -> str:
        if not self.numeric:
            day = date.fromordinal(round(value))
            end: Day = MonthDay(day.month, day.day) if self.yearless else day
            return days(end, end)
        if self.durations:
            unit = max((u for u in DAYS if DAYS[u] <= Decimal(repr(value))), key=lambda u: DAYS[u], default="minute")
            return amount(round(Decimal(repr(value)) / DAYS[unit], 1), self.dimension, unit)
        # An end that a margin made ("about 1,456") is no figure of anybody: its decimals would only look exact.
        shown = Decimal(repr(round(value) if abs(value) >= _THOUSAND else value))
        return amount(shown, self.dimension, self.unit)


def _axis(claims: Sequence[Claim]) -> _Axis | None:
    dimensions = {c.dimension for c in claims}
    if len(dimensions) != 1:
        return None
    dimension = dimensions.pop()
    if dimension is Dimension.DATE:
        return _Axis(dimension, yearless=any(isinstance(end, str) for c in claims for end in c.figure or ()))
    units = {c.unit for c in claims}
    if len(units) == 1:
        return _Axis(dimension, units.pop())
    if dimension is Dimension.DURATION and units <= DAYS.keys():
        return _Axis(dimension, "day", durations=True)
    return None


def _row(bar: Bar, scale: _Scale, width: int, marks: tuple[str, ...]) -> str:
    opening, dot, closing, line, right, left = marks
    first = 0 if bar.low is None else scale.cell(bar.low)
    last = width - 1 if bar.high is None else scale.cell(bar.high)
    cells = [" "] * first + [line] * (last - first + 1) + [" "] * (width - 1 - last)
    cells[first], cells[last] = (left if bar.low is None else opening), (right if bar.high is None else closing)
    if first == last:
        cells[first] = dot
    elif bar.dot is not None:
        cells[scale.cell(bar.dot)] = dot
    return "".join(cells)


def _labels(scale: _Scale, axis: _Axis, width: int) -> str:
    left, right = axis.label(scale.low), axis.label(scale.high)
    if left == right:
        return (" " * scale.cell(scale.low) + left).ljust(width)
    note = "(log scale)" if scale.log else ""
    start = scale.first
    gap = scale.last + 1 - len(right) - (start + len(left))
    if gap < 1:
        start = max(0, start + gap - 1)
        gap = 1
    filler = note.center(gap) if note and gap >= len(note) + 2 else " " * gap
    return (" " * start + left + filler + right).ljust(width)
