"""Two claims compared field by field: what speaks for one subject, and what against it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.linking import Linking
from claimcheck.link import persons
from claimcheck.link.blockers import blocker
from claimcheck.link.comparison import Comparison, Match, blocked, both, shared_words, total
from claimcheck.link.days import compare_dates, compare_since
from claimcheck.link.labels import title_of
from claimcheck.link.models import described, of_one_model
from claimcheck.link.setting import Setting
from claimcheck.link.values import exclude, gap, has_grown, has_risen, is_old, overlap, plain, times_apart
from claimcheck.model.claim import Claim, Frame, Scope
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.when import Precision


def compare(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting = Setting()) -> Comparison:  # noqa: B008 - frozen
    """Compare two claims of one story, whose articles tell `setting`. Symmetric."""
    if left.dimension is Dimension.DATE and right.dimension is Dimension.DATE:
        return compare_dates(left, right, catalogue, setting)
    if Dimension.DATE in (left.dimension, right.dimension):
        return compare_since(left, right, catalogue)
    return _quantities(left, right, catalogue, setting)


def _quantities(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting) -> Comparison:
    main, about = setting.both_lead(left, right), setting.about
    block = blocker(left, right, catalogue, setting)
    if block:
        return blocked(block.why, firm=block.firm)
    of_some = _parted(left, right, setting)
    if of_some:
        return blocked(of_some)
    weights = catalogue.linking.claims
    one, two = left.frame, right.frame
    matches = [
        _measurand(left, right, catalogue, setting),
        _figure(left, right, catalogue, main=main, disaster=setting.disaster or setting.sudden),
    ]
    if main and matches[0].score > 0:
        matches.append(
            Match("main", weights[_standing(left, right, matches[0], catalogue)], "each is its article's main figure of the kind")
        )
    matches.append(_predicate(left, right, catalogue))
    if left.kind == right.kind == "age" and one.holder and two.holder:  # a blocker has told that the names are one
        matches.append(Match("person", weights["person"], f"both of {persons.name_of(left)}"))
    shared = sorted(one.events & two.events)
    if shared:
        matches.append(Match("event", weights["event"], f"both speak of {', '.join(shared)}"))
    if (
        bool(_people(left)) != bool(_people(right))
        and {left.kind, right.kind} & (catalogue.linking.tolls - catalogue.linking.holders)
        and (exclude(left, right, catalogue) or plain(left, catalogue.linking))
    ):
        matches.append(Match("group", weights["group_missing"], "only one is said to be of one people"))
    if one.groups & two.groups:
        matches.append(Match("group", weights["group"], f"both of {', '.join(sorted(one.groups & two.groups))}"))
    typed = left.kind == right.kind and left.kind in catalogue.types.by_id
    told = typed or bool(shared) or any(m.field == "predicate" and m.score for m in matches)
    counted = {one.noun} if one.noun == two.noun else set()  # what is counted has been weighed above
    matches += shared_words(one, two, catalogue.linking, weights, told=told, leave=counted)
    matches += [
        _when(one, two, weights),
        _history(left, right, catalogue.linking, about),
        _where(one, two, catalogue),
        *_differences(left, right, catalogue),
    ]
    return total(matches)


def _parted(left: Claim, right: Claim, setting: Setting) -> str | None:
    """Whether one is of a country and its article gives a toll without one beside it, which is not its own."""
    for one, two in ((left, right), (right, left)):
        if one.id in setting.parted and not two.frame.groups and one.figure != two.figure:
            return f"one counts only those of {', '.join(sorted(one.frame.groups))}"
    return None


def _standing(left: Claim, right: Claim, measurand: Match, catalogue: Catalogue) -> str:
    """The weight of two main figures: they tell more where both may hold and they are lengths or counts of one noun."""
    if left.dimension is Dimension.MEASURE and not _measures_differ(left, right, catalogue):
        return "main_measure"
    told = left.dimension is Dimension.MEASURE or measurand.score >= catalogue.linking.claims["noun"]
    return "main_meets" if told and not exclude(left, right, catalogue) else "main"


def _predicate(left: Claim, right: Claim, catalogue: Catalogue) -> Match:
    """One verb; it tells most where two figures of a noun that no claim type tells exclude each other: "hold 14", "holding 17"."""
    weights, typed = catalogue.linking.claims, catalogue.types.by_id
    verb, other = left.frame.predicate, right.frame.predicate
    if not catalogue.events.one_verb(verb, other):
        return Match("predicate", 0.0, "")
    untold = left.dimension is Dimension.COUNT and (left.kind not in typed or right.kind not in typed)
    untold = untold and not {left.frame.noun, right.frame.noun} & catalogue.nouns.wide
    weight = weights["predicate_apart" if untold and exclude(left, right, catalogue) else "predicate"]
    return Match("predicate", weight, f"they stand under {both(verb, other)}")


def _measurand(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting) -> Match:
    weights = catalogue.linking.claims
    typed = catalogue.types.by_id
    if left.kind == right.kind and left.kind in typed:
        return Match(
            "kind", weights["toll" if left.kind in catalogue.linking.tolls else "kind"], f"both tell of {title_of(left, catalogue)}"
        )
    if left.kind in typed and right.kind in typed:
        return Match("kind", weights["kinds_meet" if left.dimension is Dimension.COUNT else "kinds_differ"], "")
    one, two = left.frame.noun, right.frame.noun
    if one and one == two:
        wide = one in catalogue.nouns.wide or not setting.often.isdisjoint([(left.source, one), (right.source, one)])
        return Match("noun", weights["noun_wide" if wide else "noun"], f"both count {one}")
    if one and two and catalogue.nouns.synonyms(one, two):
        return Match("noun", weights["synonym"], f"{one!r} and {two!r} may name one thing")
    if one and two and of_one_model(left, right):
        return Match("noun", weights["synonym"], f"{one!r} and {two!r} are of one model")
    return Match("noun", 0.0, "")


def _figure(left: Claim, right: Claim, catalogue: Catalogue, *, main: bool, disaster: bool) -> Match:
    weights, units = catalogue.linking.claims, catalogue.units
    assert isinstance(left.value, Quantity)
    assert isinstance(right.value, Quantity)
    one, two = left.value, right.value
    if one.figure == two.figure and one.unit == two.unit:
        return Match("figure", weights[_equal(left, right, catalogue)], "the figures are the same")
    if one.unit != two.unit and Dimension.MONEY in (one.dimension, two.dimension):
        return Match("figure", 0.0, "")
    low, high = gap(one, two, units)
    if one.unit == two.unit and overlap(one, two, catalogue.linking.tolerances):
        if _rounded(one, two, catalogue) and not (plain(left, catalogue.linking) or plain(right, catalogue.linking)):
            return Match("figure", weights["rounded"], "the figures are the same, rounded")
        if _just_beyond(one, two, catalogue):
            return Match("figure", weights["just_beyond"], "one lies just beyond the bound of the other")
        if (one.loose or two.loose) and low > 0 and high / low > catalogue.linking.limits["times"]:
            return Match("figure", weights["loose"], "one is a loose word that reaches far")
        return Match("figure", weights["overlap"], "the figures may both hold")
    if one.unit != two.unit and low > 0 and high / low < catalogue.linking.limits["converted"]:
        return Match("figure", weights["equal"], "the figures are the same in other units")
    of_one_people = _people(left) == _people(right)  # a toll of two countries is not a later one of the first
    growth = catalogue.linking.limits["growth_disaster" if disaster and of_one_people else "growth"]
    may_rise = main and low > 0 and high / low <= growth
    if may_rise and has_grown(left, right, catalogue):
        return Match("figure", 0.0, "")
    if may_rise and disaster and of_one_people and left.dimension is Dimension.COUNT and has_risen(left, right, catalogue):
        return Match("figure", weights["differs"], "the figures differ")  # crews and the homeless become more as well
    if low > 0 and high / low > catalogue.linking.limits["times"]:
        return Match("figure", weights["far_apart"], "the figures are far apart")
    if _measures_differ(left, right, catalogue):
        return Match("figure", weights["measures_differ"], "the measures differ")
    return Match("figure", weights["differs"], "the figures differ")


def _people(claim: Claim) -> frozenset[str]:
    """The country or people whose figure it is; none for a sum of several, which is that of all."""
    return claim.frame.groups if len(claim.frame.groups) == 1 else frozenset()


def _measures_differ(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether two lengths, spans of time or shares lie further apart than two measures of one thing do."""
    one, two = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    if one.dimension not in (Dimension.MEASURE, Dimension.DURATION, Dimension.PERCENT):
        return False
    low, high = gap(one, two, catalogue.units)
    return high > low * catalogue.linking.limits["close"]


def _equal(left: Claim, right: Claim, catalogue: Catalogue) -> str:
    """The weight of one figure that both give: "one bomb" and "one bomb" are mostly two of several."""
    assert isinstance(left.value, Quantity)
    held = left.kind in catalogue.linking.held  # "one count" of each of two defendants
    typed = left.kind == right.kind and left.kind in catalogue.types.by_id and not held
    few = 1 if left.frame.noun == right.frame.noun else 2  # two boats and two vessels are mostly four
    if left.dimension is Dimension.COUNT and not typed and left.value.figure[1] <= few:
        return "equal_one"
    return "equal_plain" if plain(left, catalogue.linking) else "equal"


def _rounded(one: Quantity, two: Quantity, catalogue: Catalogue) -> bool:
    """Whether two figures that both hold are so near that one is the other in fewer digits: $1.375 billion and $1.4 billion."""
    if {one.bound, two.bound} - {Bound.EXACT, Bound.ABOUT}:
        return False
    low, high = sorted((one.figure[0], two.figure[0]))
    return high - low <= high * catalogue.linking.limits["rounding"]


def _just_beyond(one: Quantity, two: Quantity, catalogue: Catalogue) -> bool:
    """Whether one figure is an open bound that the other hardly exceeds: more than $18 billion, and $18.4 billion."""
    for bound, figure in ((one, two), (two, one)):
        if bound.bound in (Bound.AT_LEAST, Bound.AT_MOST) and figure.bound in (Bound.EXACT, Bound.ABOUT):
            low, high = sorted((bound.figure[0], figure.figure[0]))
            return low > 0 and high <= low * catalogue.linking.limits["beyond"]
    return False


def _history(left: Claim, right: Claim, linking: Linking, about: date | None) -> Match:
    """A figure tied to a day long past, such as an earlier disaster, against one of the story's own time."""
    weights = linking.claims
    old = [is_old(c, linking, about) for c in (left, right)]
    if any(old) and times_apart(left, right, linking, about):
        return Match("history", weights["history"], "one is tied to an earlier time")
    one, two = left.frame.when, right.frame.when
    if all(old) and one and two and one.days and two.days and (one.days[0] > two.days[1] or two.days[0] > one.days[1]):
        return Match("history", weights["history"], "they are tied to different times")
    return Match("history", 0.0, "")


def _where(one: Frame, two: Frame, catalogue: Catalogue) -> Match:
    weights, linking = catalogue.linking.claims, catalogue.linking
    left, right = (frozenset(w for w in f.where if linking.weight(w) >= linking.known) for f in (one, two))
    if left & right:
        return Match("where", weights["where_shared"], f"both at {', '.join(sorted(left & right)[:3])}")
    if left and right:
        return Match(
            "where", weights["where_differs"], f"one at {', '.join(sorted(left)[:2])}, the other at {', '.join(sorted(right)[:2])}"
        )
    return Match("where", 0.0, "")


def _when(one: Frame, two: Frame, weights: Mapping[str, float]) -> Match:
    """Figures of one day against figures of another, or against a total."""
    left, right = (f.when.days if f.when and f.when.precision is Precision.DAY and not f.when.since else None for f in (one, two))
    totals = [Scope.TOTAL in f.scope or bool(f.when and f.when.since) for f in (one, two)]
    if left and right:
        apart = left[0] > right[1] or right[0] > left[1]
        return Match(
            "when",
            weights["days_differ"] if apart else weights["days_equal"],
            "they are of different days" if apart else "they are of one day",
        )
    if (left and totals[1] and not totals[0]) or (right and totals[0] and not totals[1]):
        return Match("when", weights["day_and_total"], "one is of a day, the other a total")
    return Match("when", 0.0, "")


def _differences(left: Claim, right: Claim, catalogue: Catalogue) -> list[Match]:
    weights = catalogue.linking.claims
    found = []
    one, two = left.frame, right.frame
    typed = left.kind == right.kind and left.kind in catalogue.types.by_id
    if not typed and (
        (Scope.PART in one.scope) != (Scope.PART in two.scope) or (Scope.OTHERS in one.scope) != (Scope.OTHERS in two.scope)
    ):
        found.append(
            Match("scope", weights["scope_differs"], "one is part of a set or the rest of one, the other is not said to be")
        )
    only_left, only_right = (
        frozenset(w for w in described(a) - described(b) - {b.frame.noun} if catalogue.linking.weight(w) >= catalogue.linking.known)
        for a, b in ((left, right), (right, left))
    )
    if left.dimension is Dimension.COUNT and only_left and only_right:
        found.append(
            Match(
                "modifiers",
                weights["modifiers_differ"],
                f"one has {', '.join(sorted(only_left))}, the other {', '.join(sorted(only_right))}",
            )
        )
    if not {left.kind, right.kind} & catalogue.linking.tolls and one.names and two.names and not one.names & two.names:
        found.append(Match("names", weights["names_differ"], "the names near them differ"))
    return found
