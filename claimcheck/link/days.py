"""Two dates compared, and a date with the length of a state that it begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.link.comparison import Comparison, Match, blocked, both, shared_words, total, weigh
from claimcheck.link.setting import Setting
from claimcheck.link.values import distant
from claimcheck.model.claim import Claim
from claimcheck.model.days import meet, same_days
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.when import MonthDay, Precision, When

_YEAR, _MONTH = 365.25, 30.44


def compare_dates(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting = Setting()) -> Comparison:  # noqa: B008 - frozen
    """Compare two dates by what they date, their days and the words near them."""
    assert isinstance(left.value, When)
    assert isinstance(right.value, When)
    one, two = left.frame, right.frame
    if not left.value.resolved or not right.value.resolved:
        return blocked("a date is not resolved")
    if one.speech or two.speech:
        return blocked("a date only tells when something was said")
    if one.undone or two.undone:
        return blocked("on one of the dates it did not happen")
    if _eras_apart(left, right, catalogue, setting):
        return blocked("one date lies long before the other")
    same_noun = one.noun is not None and one.noun == two.noun
    same_verb = catalogue.events.one_verb(one.predicate, two.predicate)
    shared = sorted(one.events & two.events)
    weights = catalogue.linking.dates
    shared_near = weigh(one.near & two.near, one.names | two.names, catalogue.linking)
    alike = shared_near >= weights["alike_equal" if same_days(left.value, right.value) else "near_full"]
    matches = [_days(left, right, weights)]
    one_time = left.figure == right.figure and all(distant(c, catalogue.linking, setting.about) for c in (left, right))
    one_time = one_time or _one_past(left, right, catalogue, setting)
    standing = list(_standing(left, right, setting, weights))
    if same_verb and shared:
        standing += _slip(left, right, catalogue, setting)
    plain = sum(match.score for match in standing) >= weights["plain"]
    if not (same_noun or same_verb or shared or alike or one_time or plain):
        return blocked("they date different events", firm=False)
    matches += standing
    if one_time:
        matches.append(Match("distant", weights["distant"], "few things of that time are told of"))
    if same_noun:
        matches.append(Match("noun", weights["noun"], f"both date the {one.noun}"))
    if same_verb:
        matches.append(Match("predicate", weights["predicate"], f"they date {both(one.predicate, two.predicate)}"))
    if shared:
        matches.append(Match("event", weights["event"], f"both date {', '.join(shared)}"))
    matches += shared_words(one, two, catalogue.linking, weights, told=bool(same_noun or same_verb or one_time or standing))
    return total(matches)


def compare_since(left: Claim, right: Claim, catalogue: Catalogue) -> Comparison:
    """A date against a duration: `since 2013` and `for more than 12 years`."""
    day, span = (left, right) if left.dimension is Dimension.DATE else (right, left)
    assert isinstance(day.value, When)
    if (
        not isinstance(span.value, Quantity)
        or span.dimension is not Dimension.DURATION
        or span.kind == "age"
        or span.unit not in ("year", "month")
    ):
        return blocked(f"one is a {left.dimension}, the other a {right.dimension}")
    if span.value.bound is Bound.AT_MOST:
        return blocked("the duration is a limit")  # within 18 months
    if not day.value.resolved or day.frame.speech:
        return blocked("the date does not begin a state that lasts")
    shared = sorted(day.frame.events & span.frame.events)
    if not shared and not (day.frame.predicate and day.frame.predicate == span.frame.predicate):
        return blocked("they are of different states")
    weights = catalogue.linking.dates
    matches = [
        _counted_back(day.value, span, weights, float(catalogue.linking.limits["since"])),
        Match("event", weights["event"], f"both tell how long {', '.join(shared) or day.frame.predicate} lasts"),
    ]
    if day.value.since:
        matches.append(Match("since", weights["predicate"], "the date begins a state that lasts"))
    matches += shared_words(day.frame, span.frame, catalogue.linking, weights, told=True)
    return total(matches)


def _days(left: Claim, right: Claim, weights: Mapping[str, float]) -> Match:
    assert isinstance(left.value, When)
    assert isinstance(right.value, When)
    if same_days(left.value, right.value):
        return Match("day", weights["equal"], "the dates are the same")
    met = meet(left.value, left.now, right.value, right.now)
    if met is None:
        return Match("day", 0.0, "")
    if met[0]:
        return Match("day", weights["contains"], "one date lies in the other")
    return Match("day", weights["apart"], "the dates differ")


def _standing(left: Claim, right: Claim, setting: Setting, weights: Mapping[str, float]) -> Iterator[Match]:
    """What it says of two equal dates where they stand in their articles, and how often their articles give the day."""
    found = [setting.dates.get(claim.id) for claim in (left, right)]
    told = [dated for dated in found if dated is not None]
    assert isinstance(left.value, When)
    assert isinstance(right.value, When)
    if not same_days(left.value, right.value) or len(told) < 2:
        return
    if max(dated.place for dated in told) <= 1:
        yield Match("leading", weights["leading"], "both are among the first dates of their articles")
    if max(dated.times for dated in told) == 1:
        main = setting.day is not None and left.figure == setting.day
        yield Match("times", weights["sole_main" if main else "sole"], "each is the one mention of the day in its article")


def _eras_apart(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting) -> bool:
    """Whether only one of two dates lies long before its article, and long before the other: the dam of 1964, its failure."""
    assert isinstance(left.value, When)
    assert isinstance(right.value, When)
    old = [distant(claim, catalogue.linking, setting.about) for claim in (left, right)]
    for open_, other in ((left.value, right), (right.value, left)):
        if isinstance(open_.first, MonthDay) and _long_ago(other, catalogue, setting):
            return True  # 9 March is of the year of its article, and not of 2008
    met = meet(left.value, left.now, right.value, right.now)
    if met is None or met[0]:
        return False
    return met[1].apart(met[2]) > catalogue.linking.limits["old"] and old[0] != old[1]


def _one_past(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting) -> bool:
    """Whether one of two dates long past lies in the other, and words near them are shared: 2006, January 2006."""
    assert isinstance(left.value, When)
    assert isinstance(right.value, When)
    if not all(_long_ago(claim, catalogue, setting) for claim in (left, right)):
        return False
    met = meet(left.value, left.now, right.value, right.now)
    if met is None or not met[0]:
        return False
    one, two, weights = left.frame, right.frame, catalogue.linking.dates
    names = one.names | two.names
    near = weigh(one.near & two.near, names, catalogue.linking)
    wide = weigh((one.near | one.far) & (two.near | two.far), names, catalogue.linking)
    return same_days(left.value, right.value) or near >= weights["alike_past"] or wide >= 2 * weights["alike_past"]


def _long_ago(claim: Claim, catalogue: Catalogue, setting: Setting) -> bool:
    assert isinstance(claim.value, When)
    days, now = claim.value.days, claim.now or setting.about
    return bool(days and now and (now - days[1]).days > catalogue.linking.limits["old"])


def _slip(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting) -> Iterator[Match]:
    """What it says that two articles begin with days next to each other, and date one deed: one of them may have the wrong day."""
    assert isinstance(left.value, When)
    assert isinstance(right.value, When)
    found = [setting.dates.get(claim.id) for claim in (left, right)]
    met = meet(left.value, left.now, right.value, right.now)
    if met is None or met[0] or any(dated is None or dated.place > 1 for dated in found):
        return
    if not left.value.precision is right.value.precision is Precision.DAY:
        return
    if met[1].apart(met[2]) <= catalogue.linking.limits["slip"]:
        yield Match("leading", catalogue.linking.dates["slip"], "the articles begin with days next to each other")


def _counted_back(day: When, span: Claim, weights: Mapping[str, float], slack: float) -> Match:
    """Whether a duration that ends with its article begins about where the date lies."""
    days, end = day.days, span.now
    if days is None or end is None or not isinstance(span.value, Quantity):
        return Match("start", weights["start_differs"], "")
    length = (_YEAR if span.unit == "year" else _MONTH) * float(span.value.figure[0])
    middle = (end - days[0]).days / 2 + (end - days[1]).days / 2
    near = abs(middle - length) <= max(slack * length, (days[1] - days[0]).days)
    return Match(
        "start", weights["start"] if near else weights["start_differs"], "the duration reaches back to the date" if near else ""
    )
