"""The values of two claims: whether both can hold, how far apart they lie, and whether time explains it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.linking import Linking
from claimcheck.lexicon.types import Growth
from claimcheck.lexicon.units import Units
from claimcheck.model.claim import Claim, Scope
from claimcheck.model.days import days_between, meet
from claimcheck.model.interval import reading
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.tolerances import Tolerances
from claimcheck.model.when import Precision, When

_TURN, _FALL = 25, 60
"""Characters between two figures of which one turns into the other: from three to four, to four from the three of last year."""
_OPEN = (Bound.AT_LEAST, Bound.AT_MOST)


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
        if left.value.days and right.value.days:
            met = meet(left.value, left.now, right.value, right.now)
            return met is not None and not met[0]
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
    if has_grown(left, right, catalogue):
        return None  # 12 on Monday, 31 by Tuesday
    return "one article gives both"


def _rivals(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether two speakers each give a toll of their own: the governor said that 12 had died, an aid worker that nobody had."""
    if left.kind != right.kind or left.kind not in catalogue.linking.nones or not left.attribution or not right.attribution:
        return False
    nobody = any(isinstance(c.value, Quantity) and c.value.figure[1] == 0 for c in (left, right))
    if left.frame.groups != right.frame.groups and not nobody:
        return False  # 2,300 dead, of whom another speaker counts 1,498 in one country
    apart = left.attribution != right.attribution and left.sentence_span != right.sentence_span
    return apart and not any(c.frame.scope & {Scope.PART, Scope.ADDED, Scope.OTHERS} for c in (left, right))


def valued_twice(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether two figures close to each other may be of one thing, taken in two ways: a price with debts and without."""
    if left.kind != right.kind or left.kind not in catalogue.linking.valued or left.unit != right.unit:
        return False
    assert isinstance(left.value, Quantity)
    assert isinstance(right.value, Quantity)
    low, high = gap(left.value, right.value, catalogue.units)
    return 0 < high <= low * catalogue.linking.limits["close"]


def _turns_into(left: Claim, right: Claim) -> bool:
    if left.sentence_span != right.sentence_span or left.kind != right.kind:
        return False
    first, second = (left, right) if left.start < right.start else (right, left)
    offset = first.sentence_span.start
    before = first.sentence[: first.start - offset].rstrip().lower()
    between = first.sentence[first.end - offset : second.start - offset].strip().lower()
    if before.endswith("from") and between.endswith("to"):
        return len(between) < _TURN
    return f" {between}".endswith((" from", " from the")) and len(between) < _FALL  # to 1,200 from 400, 27, down from 41


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


def has_grown(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether time explains the difference: a count that only grows, and the later article gives the higher one."""
    return left.kind == right.kind and catalogue.types.growth(left.kind) is Growth.GROWS and has_risen(left, right, catalogue)


def has_risen(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether the later article gives the higher figure; the days of both must be known."""
    apart = days_between(left.as_of, right.as_of)
    if not apart:
        return False
    first, second = (left, right) if apart > 0 else (right, left)
    assert isinstance(first.value, Quantity)
    assert isinstance(second.value, Quantity)
    return _in_base(second.value, catalogue.units) > _in_base(first.value, catalogue.units)


def _now(claim: Claim, about: date | None) -> date | None:
    """The day a claim is told on; of an undated article that of its story, whichever day the figure itself is given for."""
    return max((day for day in (claim.now, about) if day is not None), default=None)


def is_old(claim: Claim, linking: Linking, about: date | None = None) -> bool:
    """Whether a figure is tied to a time long before its article; `about` is when its story is told, for an undated article."""
    days, now = _span(claim), _now(claim, about)
    return bool(days and now and (now - days[1]).days > linking.limits["old"])


def times_apart(left: Claim, right: Claim, linking: Linking, about: date | None = None) -> bool:
    """Whether two figures are of times far from each other: the times they are tied to, or else those of their articles."""
    one, two = (_time_of(claim, about) for claim in (left, right))
    if one is None or two is None:
        return False
    return max((one[0] - two[1]).days, (two[0] - one[1]).days) > linking.limits["old"]


def _time_of(claim: Claim, about: date | None) -> tuple[date, date] | None:
    now = _now(claim, about)
    return _span(claim) or (None if now is None else (now, now))


def _span(claim: Claim) -> tuple[date, date] | None:
    """The days that a figure is tied to; none where they only begin its time: 4,500 killed since 2003."""
    when = claim.frame.when
    return when.days if when is not None and not when.since else None


def distant(claim: Claim, linking: Linking, about: date | None = None) -> bool:
    """Whether a date lies so far from its article, in the unit it names, that its day or year is mostly of one thing."""
    now = claim.now or about
    if not isinstance(claim.value, When) or claim.value.days is None or now is None:
        return False
    written = claim.value.precision is Precision.DAY and not claim.value.relative  # Nov. 14, not last Wednesday
    limit = linking.limits.get("distant_date" if written else f"distant_{claim.value.precision}")
    return limit is not None and (now - claim.value.days[1]).days > limit


def plain(claim: Claim, linking: Linking) -> bool:
    """Whether a figure is so small and whole, or so vague, that many share it."""
    if not isinstance(claim.value, Quantity):
        return False
    figure = claim.value.figure[0]
    if claim.kind == "age":
        return False  # few people of one story are of one age, children no more than others
    if claim.dimension is Dimension.MEASURE:
        return False
    spans = claim.dimension is Dimension.DURATION and claim.unit in ("day", "week", "month", "year")
    small = linking.limits["small_spans" if spans else "small"]
    return claim.value.vague or (figure <= small and figure == figure.to_integral_value())
