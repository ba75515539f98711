"""The interval that a written figure is read as: the table of SEMANTICS, "A quantity"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.mentions import Form, Measured
from claimcheck.lexicon.bounds import BoundWord, Reach
from claimcheck.model.quantity import Bound, Dimension, Quantity

_TENTH = Decimal("0.1")
_TWENTIETH = Decimal("0.05")


def quantity(measured: Measured, bound: BoundWord | None, dimension: Dimension | None = None) -> Quantity:
    """The quantity of a measured number under a bound (None where no word bounds it)."""
    low, high = measured.low, measured.high
    kind, reach = (bound.bound, bound.reach) if bound else (Bound.EXACT, Reach.BOTH)
    if measured.number.form is Form.FRACTION and measured.dimension is Dimension.PERCENT and kind is Bound.EXACT:
        return _build(measured, Bound.ABOUT, low - 1, high + 1, Decimal(0), dimension)
    slack = _slack(measured)
    if kind is Bound.AT_LEAST:
        return _build(measured, kind, low, None, slack, dimension)
    if kind is Bound.AT_MOST:
        return _build(measured, kind, Decimal(0), high, slack, dimension)
    if kind is Bound.ABOUT and low == high:
        top = high if reach is Reach.BELOW else high * (1 + _TENTH)
        return _build(measured, kind, low * (1 - _TENTH), top, slack, dimension)
    if low != high:
        return _build(measured, Bound.RANGE, low, high, Decimal(0), dimension)
    return _build(measured, Bound.EXACT, low - slack, high + slack, slack, dimension)


def _build(
    measured: Measured, bound: Bound, low: Decimal | None, high: Decimal | None, slack: Decimal, dimension: Dimension | None
) -> Quantity:
    return Quantity(
        dimension=dimension or measured.dimension,
        unit=measured.unit,
        figure=(measured.low, measured.high),
        bound=bound,
        low=low,
        high=high,
        slack=slack,
        vague=measured.number.form is Form.VAGUE,
        loose=measured.number.loose,
        grain=measured.grain / 2,
    )


def _slack(measured: Measured) -> Decimal:
    """Half a unit of the last significant digit, at most 5%; none for a plain whole number, a count below 100 and an age.

    Shares and measures are never plain: 93 percent is 93.2 rounded.
    """
    figure = measured.low
    counted = measured.dimension not in (Dimension.PERCENT, Dimension.MEASURE)
    plain = counted and measured.number.scale == 1 and figure == figure.to_integral_value() and measured.grain <= 1
    small_count = measured.dimension in (Dimension.COUNT, Dimension.RANK) and figure < 100
    if figure != measured.high or plain or small_count or measured.dimension is Dimension.RANK or measured.age:
        return Decimal(0)
    return min(measured.grain / 2, abs(figure) * _TWENTIETH)
