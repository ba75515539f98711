"""What a figure is read as when it is compared (SEMANTICS: "A quantity", "Findings")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.tolerances import Tolerances


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval; `open` says that its ends are left out, as those of rounding slack are."""

    low: Decimal
    high: Decimal
    open: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether the two share a value."""
        if self.open or other.open:
            return self.low < other.high and other.low < self.high
        return self.low <= other.high and other.low <= self.high

    def below(self, other: Interval) -> bool:
        """Whether all of it lies below `other`."""
        return self.low < other.low and not self.meets(other)


def reading(quantity: Quantity, rules: Tolerances) -> Interval:
    """What a quantity is read as beside another of its unit: slack as written, open bounds as far as a speaker lets them reach."""
    low, high = quantity.figure
    match quantity.bound:
        case Bound.AT_LEAST:
            return Interval(low, high + abs(high) * (rules.reach - 1))
        case Bound.AT_MOST:
            return Interval(low - abs(low) * (1 - 1 / rules.reach), high)
        case Bound.EXACT if low == high:
            return Interval(low - quantity.slack, high + quantity.slack, open=quantity.slack > 0)
        case _:
            reach = rules.loose_reach if quantity.loose else Decimal(1)
            return Interval(
                low if quantity.low is None else quantity.low,
                (high if quantity.high is None else quantity.high) * reach,
            )


def rounding(quantity: Quantity, rules: Tolerances) -> Decimal:
    """How far a figure of the same unit may lie from this one and still be it, rounded. Bounds and ranges are never rounded."""
    low, high = quantity.figure
    if low != high or quantity.vague or quantity.bound not in (Bound.EXACT, Bound.ABOUT):
        return Decimal(0)
    if quantity.bound is Bound.EXACT:
        return quantity.slack
    if quantity.dimension is Dimension.COUNT and abs(low) < 100:
        return Decimal(0)
    return min(grain(quantity), abs(low) * rules.rounding_cap)


def unit_slack(quantity: Quantity, rules: Tolerances) -> Decimal:
    """How far a figure of another unit may lie from this one, in the unit written; none for a stated range or a vague word."""
    low, high = quantity.figure
    # Sums of money are converted at a rate, not measured anew in round numbers of the other unit.
    cap = rules.rounding_cap if quantity.dimension is Dimension.MONEY else rules.unit_cap
    return Decimal(0) if low != high or quantity.vague else min(grain(quantity), abs(low) * cap)


def across_units(quantity: Quantity, rules: Tolerances) -> Interval:
    """What a quantity is read as beside one of another unit."""
    if quantity.bound is Bound.EXACT:
        slack = unit_slack(quantity, rules)
        return Interval(quantity.figure[0] - slack, quantity.figure[1] + slack, open=slack > 0)
    return reading(quantity, rules)


def converted(interval: Interval, convert: Callable[[Decimal], Decimal]) -> Interval:
    """The interval in another unit; `convert` must not turn the order round."""
    return Interval(convert(interval.low), convert(interval.high), interval.open)


def grain(quantity: Quantity) -> Decimal:
    """Half a unit of the last significant digit written; worked out from the figure where the reader of the text did not say."""
    if quantity.grain or not quantity.figure[0]:
        return quantity.grain
    exponent = quantity.figure[0].normalize().as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)
