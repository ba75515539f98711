"""The values of two claims: whether both can hold, how far apart they lie, and whether time explains it."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.types import Growth, Types
from claimcheck.lexicon.units import Units
from claimcheck.model.claim import Claim, Scope
from claimcheck.model.interval import reading
from claimcheck.model.quantity import Bound, Quantity
from claimcheck.model.tolerances import Tolerances
from claimcheck.model.when import Precision, When

_OPEN = (Bound.AT_LEAST, Bound.AT_MOST)
_SMALL = 12
_OLD_DAYS = 200
"""A figure tied to a time further back is of an earlier event."""


def exclude(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether the values of two claims cannot both hold. Amounts in two currencies may."""
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        if left.unit == right.unit:
            return not overlap(left.value, right.value, catalogue.linking.tolerances)
        units = catalogue.units
        low, high = sorted(_in_base(q, units) for q in (left.value, right.value))
        same_bound = left.bound not in _OPEN and right.bound not in _OPEN
        return units.family(left.unit) is not None and same_bound and low > 0 and high / low > catalogue.linking.limits["converted"]
    if isinstance(left.value, When) and isinstance(right.value, When):
        one, two = left.value.days, right.value.days
        if one and two:
            return one[0] > two[1] or two[0] > one[1]
        return _seasons_apart(left.value, right.value)
    return False


def _seasons_apart(left: When, right: When) -> bool:
    """Whether two dates of which one leaves its year open lie in different parts of the year."""
    ends = [end for when in (left, right) for end in (when.first, when.last)]
    if any(end is None for end in ends) or any(w.precision in (Precision.YEAR, Precision.DECADE) for w in (left, right)):
        return False
    one_first, one_last, two_first, two_last = ((end.month, end.day) for end in ends if end is not None)
    return one_first <= one_last and two_first <= two_last and (one_first > two_last or two_first > one_last)


def apart_in_article(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """Why two claims of one article are not about one thing; None where they may be.

    A writer who gives two figures that exclude each other means two things, unless one turns into the other ("from three to four").
    """
    if not exclude(left, right, catalogue) or _turns_into(left, right) or _rivals(left, right, catalogue):
        return None
    return "one article gives both"


def _rivals(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether two speakers each give a toll of their own: the governor said that 12 had died, an aid worker that nobody had."""
    if left.kind != right.kind or left.kind not in catalogue.linking.nones or not left.attribution or not right.attribution:
        return False
    apart = left.attribution != right.attribution and left.sentence_span != right.sentence_span
    return apart and not any(c.frame.scope & {Scope.PART, Scope.ADDED, Scope.OTHERS} for c in (left, right))


def _turns_into(left: Claim, right: Claim) -> bool:
    if left.sentence_span != right.sentence_span or left.kind != right.kind:
        return False
    first, second = (left, right) if left.start < right.start else (right, left)
    offset = first.sentence_span.start
    before = first.sentence[: first.start - offset].rstrip().lower()
    between = first.sentence[first.end - offset : second.start - offset].strip().lower()
    return before.endswith("from") and between.endswith("to") and len(between) < 25


def overlap(one: Quantity, two: Quantity, rules: Tolerances) -> bool:
    """Whether two quantities of one unit may both hold, read as they are when they are judged."""
    return reading(one, rules).meets(reading(two, rules))


def gap(one: Quantity, two: Quantity, units: Units) -> tuple[Decimal, Decimal]:
    """The ends that face each other of two intervals that do not meet, the lower first; of vague words the nearer ends."""
    if one.unit != two.unit or not (one.vague or two.vague):
        low, high = sorted(_in_base(q, units) for q in (one, two))
        return low, high
    below, above = (one, two) if one.figure[0] <= two.figure[0] else (two, one)
    return below.figure[1], max(above.figure[0], below.figure[1])


def _in_base(value: Quantity, units: Units) -> Decimal:
    if value.unit is not None and value.unit in units.by_id:
        return units.to_base(value.unit, value.figure[0])
    return value.figure[0]


def has_grown(left: Claim, right: Claim, types: Types) -> bool:
    """Whether time explains the difference: a count that only grows, and the later article gives the higher one."""
    if left.kind != right.kind or types.growth(left.kind) is not Growth.GROWS or left.as_of is None or right.as_of is None:
        return False
    first, second = (left, right) if left.as_of <= right.as_of else (right, left)
    assert isinstance(first.value, Quantity)
    assert isinstance(second.value, Quantity)
    return first.as_of != second.as_of and second.value.figure[0] > first.value.figure[0]


def is_old(claim: Claim) -> bool:
    """Whether a figure is tied to a time long before its article."""
    days = claim.frame.when.days if claim.frame.when else None
    return bool(days and claim.as_of and (claim.as_of - days[1]).days > _OLD_DAYS)


def plain(claim: Claim) -> bool:
    """Whether a figure is so small and whole, or so vague, that many share it."""
    if not isinstance(claim.value, Quantity):
        return False
    figure = claim.value.figure[0]
    if claim.kind == "age":
        return False  # few people of one story are of one age, children no more than others
    return claim.value.vague or (figure <= _SMALL and figure == figure.to_integral_value())
