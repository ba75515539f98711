"""One sentence a reader can check: both values as written, who gives them, and what follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.assess.levels import Outcome
from claimcheck.assess.relate import UNITLESS, Fit, Ground, Relation
from claimcheck.assess.stance import Stance
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.days import counted_back, meet
from claimcheck.model.deed import Deed
from claimcheck.model.interval import across_units, reading
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.when import When
from claimcheck.model.wording import days, describe, describe_when, stretch

_LONGEST = 120


def reason(outcome: Outcome, left: Claim, right: Claim, articles: Mapping[str, Article]) -> str:
    """Why the verdict holds between two claims."""
    case = outcome.case
    read = _readings(case.relation, (case.one, case.two), case.ground)
    because = outcome.level.says.format(left=read[0], right=read[1], days=case.days_apart)
    if left.source == right.source:
        return f"{speaker(left, articles)} says both {_dated(left, articles)} and {_dated(right, articles)}: {because}."
    return (
        f"{speaker(left, articles)} says {_dated(left, articles)}, {speaker(right, articles)} {_dated(right, articles)}: {because}."
    )


def agreement(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """What the articles of one agreeing position say, told on a claim of each of two."""
    first = claims[0]
    others = [claim for claim in claims if claim.source != first.source]
    # Two ways of writing it show more than the same words twice.
    second = next((claim for claim in others if describe(claim) != describe(first)), others[0])
    more = len({claim.source for claim in claims}) - 2
    rest = f", and {more} more article{'s agree' if more > 1 else ' agrees'}" if more else ""
    return f"{speaker(first, articles)} says {quoted(first)}, {speaker(second, articles)} {quoted(second)}{rest}"


def witnesses(lefts: Sequence[Claim], rights: Sequence[Claim]) -> tuple[Claim, Claim]:
    """The first claim of each side, of two articles where that can be."""
    for left in lefts:
        for right in rights:
            if left.source != right.source:
                return left, right
    return lefts[0], rights[0]


def speaker(claim: Claim, articles: Mapping[str, Article]) -> str:
    """Who says it: publisher or file name, with the day where it is known."""
    article = articles.get(claim.source)
    if article is None:
        return claim.source
    return f"{article.name} ({days(article.day, article.day)})" if article.day else article.name


def quoted(claim: Claim) -> str:
    """The claim's words on one line, in quotation marks."""
    words = " ".join(claim.text.split())
    return f'"{words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"}"'


def _dated(claim: Claim, articles: Mapping[str, Article]) -> str:
    """The claim's words, with the day of the figure where that is not its article's."""
    return (
        f"{quoted(claim)} as of {days(claim.as_of, claim.as_of)}" if claim.as_of and has_own_day(claim, articles) else quoted(claim)
    )


def has_own_day(claim: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether a figure is of another day than its article."""
    article = articles.get(claim.source)
    return claim.as_of is not None and article is not None and claim.as_of != article.day


def _readings(relation: Relation, sides: tuple[Stance, Stance], ground: Ground) -> tuple[str, str]:
    one, two = relation.one, relation.two
    if isinstance(one, Deed) or isinstance(two, Deed):
        return "", ""  # no level of deeds says what they are read as
    if isinstance(one, Quantity) and isinstance(two, Quantity) and relation.fit is not Fit.COUNTED:
        if one.dimension in UNITLESS or one.unit == two.unit:
            return _interval(one, ground, same=True), _interval(two, ground, same=True)
        return _interval(one, ground, same=False), _interval(two, ground, same=False)
    if not isinstance(one, Quantity) and not isinstance(two, Quantity):
        met = meet(one, sides[0].published, two, sides[1].published)
        if met is None or met[0]:
            return describe_when(one), describe_when(two)
    return _start(one, sides[0], ground), _start(two, sides[1], ground)


def _interval(value: Quantity, ground: Ground, *, same: bool) -> str:
    read = (reading if same else across_units)(value, ground.rules)
    ends = (read.low, read.high)
    if value.dimension is Dimension.COUNT and read.high >= 10:
        ends = (round(read.low, 0), round(read.high, 0))
    return stretch(*ends, value.dimension, value.unit)


def _start(value: Quantity | When, side: Stance, ground: Ground) -> str:
    if not isinstance(value, Quantity):
        return describe_when(value)
    back = counted_back(value, side.published, ground.rules)
    return days(back.first, back.last) if back else stretch(*value.figure, value.dimension, value.unit)
