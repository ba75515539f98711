"""Explanations of a gap between two figures, each shown only where its arithmetic holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from claimcheck.assess.levels import Outcome, later
from claimcheck.assess.reasons import has_own_day, quoted, speaker
from claimcheck.assess.relate import UNITLESS, Ground
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Scope
from claimcheck.model.interval import rounding
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.subject import Verdict
from claimcheck.model.wording import amount, number

_INCLUDED = ("includ", "among them", "of whom", "of which", "of them")
_NEAR_WORDS = 30
"""Code points in front of a figure in which such words stand."""
_SUMMED = (Dimension.COUNT, Dimension.MONEY, Dimension.MEASURE, Dimension.DURATION)
_NEAR = Decimal("0.05")
_SCALES = ((Decimal(1000), "thousand"), (Decimal(1000000), "million"))


@dataclass(frozen=True, slots=True)
class Gap:
    """Two claims whose values lie apart, the lower one first, and all that may explain it."""

    lower: Claim
    upper: Claim
    lowers: tuple[Claim, ...]
    """All claims of the position of the lower one."""
    uppers: tuple[Claim, ...]
    outcome: Outcome
    articles: Mapping[str, Article]
    context: Mapping[str, Sequence[Claim]]
    """The claims of each article that speak of other subjects."""

    @property
    def ground(self) -> Ground:
        """What the two were compared on."""
        return self.outcome.case.ground


def explain(
    outcome: Outcome,
    pair: tuple[Claim, Claim],
    sides: tuple[Sequence[Claim], Sequence[Claim]],
    articles: Mapping[str, Article],
    context: Mapping[str, Sequence[Claim]],
) -> str | None:
    """The first explanation that holds for two claims that lie apart, in plain words; None where none does.

    `sides` are all claims of the positions that the two stand for.
    `context` holds the claims of each article on other subjects, by article id: the parts of a sum are looked for among them.
    """
    if outcome.verdict not in (Verdict.CONFLICT, Verdict.SUPERSEDED):
        return None
    left, right = pair
    ones, twos = tuple(sides[0]), tuple(sides[1])
    if outcome.case.relation.order < 0:
        gap = Gap(left, right, ones, twos, outcome, articles, context)
    else:
        gap = Gap(right, left, twos, ones, outcome, articles, context)
    apart = (_sum, _unit, _birthday, _scale, _digits, _date, _scope, _claimant)
    tests = apart if outcome.verdict is Verdict.CONFLICT else (_date, _sum)
    return next((words for test in tests if (words := test(gap))), None)


def _figures(gap: Gap) -> tuple[Quantity, Quantity] | None:
    """Both values, where they are single figures of one unit."""
    one, two = gap.lower.value, gap.upper.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.dimension is not two.dimension:
        return None
    single = all(q.figure[0] == q.figure[1] and not q.vague for q in (one, two))
    return (one, two) if single and (one.dimension in UNITLESS or one.unit == two.unit) else None


def _sum(gap: Gap) -> str | None:
    for claim in gap.lowers[:3]:
        value, whole = claim.value, gap.upper.value
        if not isinstance(value, Quantity) or not isinstance(whole, Quantity) or value.dimension not in _SUMMED:
            continue
        if value.figure[0] != value.figure[1] or whole.figure[0] != whole.figure[1] or value.unit != whole.unit:
            continue
        for parts in _parts(claim, value, gap):
            figures = [value.figure[0], *(figure for figure, _ in parts)]
            if _covers(whole, sum(figures), gap.ground):
                terms = " + ".join(amount(f, value.dimension, value.unit) for f in figures)
                also = " and ".join(quoted(part) for _, part in parts)
                total = amount(sum(figures, Decimal(0)), value.dimension, value.unit)
                return f"{terms} = {total}: {speaker(claim, gap.articles)} also gives {also}"
    return None


def _parts(claim: Claim, value: Quantity, gap: Gap) -> Iterator[tuple[tuple[Decimal, Claim], ...]]:
    """One or two further figures of the claim's article that count the same sort of thing, nearest first."""
    near: dict[Decimal, Claim] = {}
    for part in sorted(gap.context.get(claim.source, ()), key=lambda c: (abs(c.start - claim.start), c.start, c.id)):
        other = part.value
        if part.id == claim.id or part.restates or not isinstance(other, Quantity):
            continue
        alike = _one_sort(part, claim) and not _included(part)
        single = other.figure[0] == other.figure[1] and not other.vague and other.figure[0] > 0
        if alike and single and (other.dimension, other.unit) == (value.dimension, value.unit) and other.figure != value.figure:
            near.setdefault(other.figure[0], part)
    tried = list(near.items())[: gap.ground.rules.parts]
    for size in (1, 2):
        yield from combinations(tried, size)


def _one_sort(part: Claim, claim: Claim) -> bool:
    """Whether two figures count one sort of thing: of one kind, or of one noun whose fate differs in neither (killed, injured)."""
    named = part.frame.noun is not None and part.frame.noun == claim.frame.noun
    return part.kind == claim.kind or (named and part.frame.noun in (part.kind, claim.kind))


def _included(part: Claim) -> bool:
    """Whether a figure is said to be a part of another one, so that it is in that already."""
    before = part.sentence[: part.start - part.sentence_span.start].lower()
    return Scope.PART in part.frame.scope or any(word in before[-_NEAR_WORDS:] for word in _INCLUDED)


def _covers(whole: Quantity, total: Decimal | int, ground: Ground) -> bool:
    figure = whole.figure[0]
    match whole.bound:
        case Bound.AT_LEAST:
            return figure <= total <= figure * (1 + _NEAR)
        case Bound.AT_MOST:
            return figure * (1 - _NEAR) <= total <= figure
        case _:
            return abs(total - figure) <= rounding(whole, ground.rules)


def _unit(gap: Gap) -> str | None:
    """One number with two units, or a number that fits once it is read in another unit of the family."""
    one, two = gap.lower.value, gap.upper.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.dimension in UNITLESS:
        return None
    if one.dimension is two.dimension and one.figure == two.figure and one.unit != two.unit:
        names = sorted(amount(q.figure[0], q.dimension, q.unit) for q in (one, two))
        return f"the number is the same and only the unit differs: {names[0]} and {names[1]}"
    units = gap.ground.units
    figures, family = _figures(gap), units.family(one.unit)
    if figures is None or family is None or one.unit is None:
        return None
    low, high = one.figure[0], two.figure[0]
    base = units.to_base(one.unit, high) - units.to_base(one.unit, Decimal(0))
    for ident in sorted(u for u, unit in units.by_id.items() if unit.family == family and u != one.unit and not unit.offset):
        if abs(units.to_base(ident, low) - base) <= base / 100:
            return (
                f"{amount(low, one.dimension, ident)} are {amount(high, two.dimension, two.unit)}: "
                f"the {number(low)} may stand in another unit than {amount(low, one.dimension, one.unit)}"
            )
    return None


def _birthday(gap: Gap) -> str | None:
    """Ages a year apart, in articles of which not both days are known."""
    figures = _figures(gap)
    if figures is None or not gap.lower.kind == gap.upper.kind == "age" or gap.lower.unit != "year":
        return None
    undated = gap.lower.as_of is None or gap.upper.as_of is None
    birthday = undated and figures[1].figure[0] - figures[0].figure[0] == 1
    return "a birthday may lie between the two: the days of the articles are not both known" if birthday else None


def _scale(gap: Gap) -> str | None:
    figures = _figures(gap)
    if figures is None or not figures[0].figure[0]:
        return None
    ratio = figures[1].figure[0] / figures[0].figure[0]
    for factor, word in _SCALES:
        if ratio == factor:
            return f"one figure is a {word} times the other, as where a scale word was dropped or changed"
    return None


def _digits(gap: Gap) -> str | None:
    figures = _figures(gap)
    if figures is None:
        return None
    low, high = (q.figure[0] for q in figures)
    if low >= 10 and high == low * 10:
        return f"one digit more makes {number(low)} into {number(high)}"
    one, two = f"{low.normalize():f}", f"{high.normalize():f}"
    if len(one) == len(two) >= 2:
        off = [i for i, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
        if len(off) == 2 and off[1] - off[0] == 1 and one[off[0]] == two[off[1]] and one[off[1]] == two[off[0]]:
            return f"two digits changed places: {number(low)} and {number(high)}"
    return None


def _date(gap: Gap) -> str | None:
    case = gap.outcome.case
    days = case.days_apart
    if not days or gap.outcome.verdict is not Verdict.SUPERSEDED:
        return None
    newer = gap.upper if later(case.upper, case.lower) else gap.lower
    behind = f"{days} day{'s' if days > 1 else ''} later"
    if any(has_own_day(claim, gap.articles) for claim in (gap.upper, gap.lower)):
        return f"the figure of {speaker(newer, gap.articles)} is of {behind}"
    return f"{speaker(newer, gap.articles)} reports {behind}"


def _scope(gap: Gap) -> str | None:
    one, two = gap.lower.frame.scope, gap.upper.frame.scope
    if one == two:
        return None
    names: Callable[[frozenset[str]], str] = lambda scope: " and ".join(sorted(scope)) or "no limit"  # noqa: E731
    return f"the words give them different scopes: {names(one)}, and {names(two)}"


def _claimant(gap: Gap) -> str | None:
    sides = [[" ".join((c.attribution or "").split()) for c in side] for side in (gap.lowers, gap.uppers)]
    if not all(name for side in sides for name in side):
        return None
    if {n.casefold() for n in sides[0]} & {n.casefold() for n in sides[1]}:
        return None
    return f"they come from different claimants: {sides[0][0]}, and {sides[1][0]}"
