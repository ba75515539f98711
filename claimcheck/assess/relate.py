"""How two values lie to one another: the same figure, overlapping, apart, or not to be compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum

from claimcheck.assess.conversions import Rates
from claimcheck.lexicon.types import Growth
from claimcheck.lexicon.units import Units
from claimcheck.model.days import counted_back, meet
from claimcheck.model.deed import Deed, Polarity
from claimcheck.model.interval import across_units, converted, reading, rounding, unit_slack
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.tolerances import Tolerances
from claimcheck.model.when import Precision, When

Value = Quantity | When | Deed
_Convert = Callable[[Decimal], Decimal]
UNITLESS = (Dimension.COUNT, Dimension.PERCENT, Dimension.RANK)


class Fit(IntEnum):
    """How two values lie to one another, closest first."""

    SAME = 0
    ROUNDED = 1
    CONVERTED = 2
    LOOSE = 3
    OVERLAP = 4
    COUNTED = 5
    """A duration counted back from its article's day meets a date."""
    APART = 6


@dataclass(frozen=True, slots=True)
class Ground:
    """What the claims of one subject are compared on."""

    units: Units
    rates: Rates = field(default_factory=Rates)
    growth: Growth = Growth.FIXED
    rules: Tolerances = field(default_factory=Tolerances)
    since: bool = False
    """Whether the subject holds dates as well as durations, so that its durations count back to the start of a state."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Two values and how they lie."""

    fit: Fit
    one: Value
    two: Value
    order: int = 0
    """-1 where all of the first lies below the second, 1 where above, 0 where they meet."""


def relate(ones: Sequence[Value], twos: Sequence[Value], days: tuple[date | None, date | None], ground: Ground) -> Relation | None:
    """The closest relation between two claims, each with its restatements in other units, or None where they cannot be compared.

    `days` are the days of the two articles. Values in one unit go before those that have to be converted.
    """
    found = [(one, two, relation) for one in ones for two in twos if (relation := _relate(one, two, days, ground)) is not None]
    shared = [r for one, two, r in found if _unit(one) == _unit(two)]
    return min(shared or [r for _, _, r in found], key=lambda r: r.fit, default=None)


def _unit(value: Value) -> tuple[Dimension, str | None]:
    return value.dimension, value.unit if isinstance(value, Quantity) else None


def _relate(one: Value, two: Value, days: tuple[date | None, date | None], ground: Ground) -> Relation | None:
    if isinstance(one, Deed) or isinstance(two, Deed):
        return _deeds(one, two)
    if isinstance(one, When) and isinstance(two, When):
        return _dates(one, two, days)
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        relation = _quantities(one, two, ground)
        if relation is not None and relation.fit is Fit.APART and ground.since:
            return _since(one, two, days, ground) or relation
        return relation
    return _since(one, two, days, ground)


def _deeds(one: Value, two: Value) -> Relation | None:
    """What was not done lies below what was. "Rejected" and "not approved" are neither one value nor two that lie apart."""
    if not isinstance(one, Deed) or not isinstance(two, Deed):
        return None
    if one.polarity is two.polarity:
        return Relation(Fit.SAME, one, two)
    if not one.opposes(two):
        return None
    return Relation(Fit.APART, one, two, 1 if one.polarity is Polarity.DONE else -1)


def _dates(one: When, two: When, days: tuple[date | None, date | None]) -> Relation | None:
    met = meet(one, days[0], two, days[1])
    if met is None:
        return None
    meets, left, right = met
    opposed = {one.bound, two.bound} == {Bound.AT_LEAST, Bound.AT_MOST}
    if (one.first, one.last) == (two.first, two.last) and not opposed:
        return Relation(Fit.SAME, one, two)
    if meets:
        return Relation(Fit.SAME if left == right else Fit.OVERLAP, one, two)
    return Relation(Fit.APART, one, two, -1 if left.below(right) else 1)


def _since(one: Value, two: Value, days: tuple[date | None, date | None], ground: Ground) -> Relation | None:
    """A duration against a date, or two durations, as the day on which a state began."""
    starts = [_start(value, day, ground.rules) for value, day in zip((one, two), days, strict=True)]
    if starts[0] is None or starts[1] is None:
        return None
    met = meet(starts[0], days[0], starts[1], days[1])
    if met is None:
        return None
    meets, left, right = met
    return Relation(Fit.COUNTED if meets else Fit.APART, one, two, 0 if meets else -1 if left.below(right) else 1)


def _start(value: Value, day: date | None, rules: Tolerances) -> When | None:
    if isinstance(value, When):
        return value
    if isinstance(value, Deed):
        return None
    back = counted_back(value, day, rules)
    return When(back.first, back.last, Precision.DAY) if back else None


def _quantities(one: Quantity, two: Quantity, ground: Ground) -> Relation | None:
    if one.dimension is not two.dimension:
        return None
    if one.dimension in UNITLESS or one.unit == two.unit:
        return _one_unit(one, two, ground.rules)
    if one.dimension is Dimension.MONEY:
        rate = ground.rates.rate(two.unit, one.unit)
        return None if rate is None else _two_units(one, two, lambda v: v, lambda v: v * rate, ground)
    family = ground.units.family(one.unit)
    if family is None or family != ground.units.family(two.unit):
        return None
    first, second = one.unit or "", two.unit or ""
    return _two_units(one, two, lambda v: ground.units.to_base(first, v), lambda v: ground.units.to_base(second, v), ground)


def _one_unit(one: Quantity, two: Quantity, rules: Tolerances) -> Relation:
    left, right = reading(one, rules), reading(two, rules)
    if not left.meets(right):
        if one.figure == two.figure and not _opposed(one, two):
            return Relation(Fit.SAME, one, two)
        return Relation(Fit.APART, one, two, -1 if left.low < right.low else 1)
    if not _opposed(one, two):
        if one.figure == two.figure:
            return Relation(Fit.SAME, one, two)
        slack = max(rounding(one, rules), rounding(two, rules))
        single = all(q.figure[0] == q.figure[1] and q.bound in (Bound.EXACT, Bound.ABOUT) for q in (one, two))
        if single and slack and abs(one.figure[0] - two.figure[0]) < slack:
            return Relation(Fit.ROUNDED, one, two)
    return Relation(Fit.LOOSE if one.loose or two.loose else Fit.OVERLAP, one, two)


def _two_units(one: Quantity, two: Quantity, first: _Convert, second: _Convert, ground: Ground) -> Relation:
    rules = ground.rules
    if ground.rates.equal(one, two) and not _opposed(one, two):
        return Relation(Fit.CONVERTED, one, two)
    left, right = converted(across_units(one, rules), first), converted(across_units(two, rules), second)
    if left.meets(right) and not _opposed(one, two):
        slacks = (
            first(one.figure[0] + unit_slack(one, rules)) - first(one.figure[0]),
            second(two.figure[0] + unit_slack(two, rules)) - second(two.figure[0]),
        )
        gap = max(abs(first(a) - second(b)) for a, b in zip(one.figure, two.figure, strict=True))
        # A bound is not rounded: only where each figure rounds to the other are both the one figure.
        bounded = Bound.AT_LEAST in (one.bound, two.bound) or Bound.AT_MOST in (one.bound, two.bound)
        if gap <= min(slacks) or (not bounded and gap < sum(slacks)):
            return Relation(Fit.CONVERTED, one, two)
    if left.meets(right):
        return Relation(Fit.LOOSE if one.loose or two.loose else Fit.OVERLAP, one, two)
    return Relation(Fit.APART, one, two, -1 if left.low < right.low else 1)


def _opposed(one: Quantity, two: Quantity) -> bool:
    """Whether one is a lower and the other an upper bound, so that even one figure written is not one value."""
    return {one.bound, two.bound} == {Bound.AT_LEAST, Bound.AT_MOST}
