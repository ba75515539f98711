"""Two claims compared field by field: what speaks for one subject, what against it, and what forbids it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.linking import Linking
from claimcheck.lexicon.types import Growth
from claimcheck.lexicon.units import Units
from claimcheck.model.claim import Claim, Frame, Scope
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.when import Precision, When


_OPEN = (Bound.AT_LEAST, Bound.AT_MOST)
_CLOSE = Decimal("1.15")
"""Two measures of one thing differ by little; sizes further apart are mostly of two things."""
_CONVERTED = Decimal("1.1")
"""Rounded figures in two units of one length lie within this of each other."""
_GROWTH = Decimal(4)
"""A toll that has grown by more than this between two articles is more likely of something else."""
_HOPELESS = Decimal(5)
"""Counts of a noun that no claim type names are not of one thing when one is more than this of the other."""
_OLD_DAYS = 200
"""A figure tied to a time further back is of an earlier event."""


@dataclass(frozen=True, slots=True)
class Match:
    """What comparing one field gave."""

    field: str
    score: float
    detail: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims compared. `blocked` says which field forbids that they are one subject."""

    score: float
    matches: tuple[Match, ...]
    blocked: str | None = None

    @property
    def reasons(self) -> tuple[str, ...]:
        """One plain sentence a field that counted."""
        return tuple(m.detail for m in self.matches if m.detail)


def compare(left: Claim, right: Claim, catalogue: Catalogue, sole: Collection[str] = ()) -> Comparison:
    """Compare two claims of one story. Symmetric.

    `sole` are the ids of claims that give their article's main figure of their kind: two of them are likelier to be of one thing.
    """
    if left.dimension is Dimension.DATE and right.dimension is Dimension.DATE:
        return _dates(left, right, catalogue)
    if Dimension.DATE in (left.dimension, right.dimension):
        return _since(left, right, catalogue)
    return _quantities(left, right, catalogue, left.id in sole and right.id in sole)


def apart_in_article(left: Claim, right: Claim, units: Units) -> str | None:
    """Why two claims of one article are not about one thing: a writer who gives two figures that exclude each other means two things.

    Unless one turns into the other ("rose from three to four").
    """
    if not exclude(left, right, units) or _turns_into(left, right):
        return None
    return "one article gives both"


def _turns_into(left: Claim, right: Claim) -> bool:
    if left.sentence_span != right.sentence_span or left.kind != right.kind:
        return False
    first, second = (left, right) if left.start < right.start else (right, left)
    offset = first.sentence_span.start
    before = first.sentence[: first.start - offset].rstrip().lower()
    between = first.sentence[first.end - offset : second.start - offset].strip().lower()
    return before.endswith("from") and between.endswith("to") and len(between) < 25


def _blocked(why: str) -> Comparison:
    return Comparison(float("-inf"), (), why)


def _total(matches: list[Match]) -> Comparison:
    kept = tuple(m for m in matches if m.score)
    return Comparison(sum(m.score for m in kept), kept)


# --- quantities ----------------------------------------------------------------------------------------------------------------


def _quantities(left: Claim, right: Claim, catalogue: Catalogue, sole: bool) -> Comparison:
    for blocker in (_dimension, _unit, _kind_blocks, _population, _groups_block, _scope_blocks):
        why = blocker(left, right, catalogue)
        if why:
            return _blocked(why)
    if exclude(left, right, catalogue.units):
        why = _exclusion_blocks(left, right, catalogue, sole)
        if why:
            return _blocked(why)
    weights = catalogue.linking.claims
    one, two = left.frame, right.frame
    matches = [_measurand(left, right, catalogue), _figure(left, right, catalogue, sole=sole)]
    if sole and matches[0].score > 0:
        matches.append(Match("sole", weights["sole"], "each is its article's main figure of the kind"))
    if one.predicate and one.predicate == two.predicate:
        matches.append(Match("predicate", weights["predicate"], f"both stand under {one.predicate!r}"))
    shared = sorted(one.events & two.events)
    if shared:
        matches.append(Match("event", weights["event"], f"both speak of {', '.join(shared)}"))
    if one.groups & two.groups:
        matches.append(Match("group", weights["group"], f"both of {', '.join(sorted(one.groups & two.groups))}"))
    typed = left.kind == right.kind and left.kind in catalogue.types.by_id
    matches += _words(one, two, catalogue.linking, weights, typed=typed)
    matches += [_when(one, two, weights), _history(left, right, weights), _where(one, two, catalogue), *_differences(left, right, catalogue)]
    return _total(matches)


def _dimension(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    return None if left.dimension is right.dimension else f"one is a {left.dimension}, the other a {right.dimension}"


def _unit(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    units = catalogue.units
    if left.dimension in (Dimension.MEASURE, Dimension.DURATION):
        if units.family(left.unit) != units.family(right.unit):
            return f"the units differ in kind: {left.unit} and {right.unit}"
        if (left.kind == "age") != (right.kind == "age"):
            return "one is an age"
    if left.dimension is Dimension.RATE and left.unit != right.unit:
        return "the rates are per different times"
    return None


def _kind_blocks(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    types = catalogue.types.by_id
    if left.dimension is not Dimension.COUNT and not (left.kind == "age" or left.dimension is Dimension.MEASURE):
        return None
    if left.kind in types or right.kind in types:
        meets = (left.kind in types and right.kind in types[left.kind].meets) or (right.kind in types and left.kind in types[right.kind].meets)
        if left.kind != right.kind and not meets:
            return f"one tells of {_title(left, catalogue)}, the other of {_title(right, catalogue)}"
        return None
    if left.dimension is Dimension.COUNT and not _may_meet(left, right, catalogue):
        return f"one counts {left.frame.noun}, the other {right.frame.noun}"
    return None


def _exclusion_blocks(left: Claim, right: Claim, catalogue: Catalogue, sole: bool) -> str | None:
    """What forbids a link only because the figures exclude each other: then nothing else may speak for two things."""
    if left.dimension is not Dimension.COUNT:
        return None
    if left.kind in catalogue.types.by_id:
        part = (Scope.PART in left.frame.scope) != (Scope.PART in right.frame.scope)
        return "one is part of a set, and the figures differ" if part else None
    if not sole:
        return "the figures differ, and one of them is not its article's main figure"
    assert isinstance(left.value, Quantity)
    assert isinstance(right.value, Quantity)
    low, high = _gap(left.value, right.value, catalogue.units)
    return "the figures are far apart" if low > 0 and high / low > _HOPELESS else None


def _title(claim: Claim, catalogue: Catalogue) -> str:
    found = catalogue.types.by_id.get(claim.kind)
    return found.title if found else claim.kind


def _may_meet(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether two counted nouns may name one thing."""
    one, two = left.frame.noun, right.frame.noun
    nouns = catalogue.nouns
    if one is None or two is None or nouns.synonyms(one, two) or one.split("-")[-1] == two.split("-")[-1]:
        return True
    if one in right.frame.modifiers or two in left.frame.modifiers:  # ten F-35s, ten F-35 fighter jets
        return True
    if "person" in (one, two) and one in nouns.classes["people"] and two in nouns.classes["people"]:
        return True
    return left.figure == right.figure and not _plain(left) and any(one in members and two in members for members in nouns.classes.values())


def _plain(claim: Claim) -> bool:
    """Whether a figure is so small or vague that many counts share it."""
    return isinstance(claim.value, Quantity) and (claim.value.figure[0] <= 12 or claim.value.vague)


def _population(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """Civilians, children or soldiers are not all people: a special population only meets itself."""
    one, two = (catalogue.nouns.populations_of(c.frame.noun, c.frame.modifiers) for c in (left, right))
    if one != two and left.dimension is Dimension.COUNT:
        return f"one counts {', '.join(sorted(one)) or 'people of all kinds'}, the other {', '.join(sorted(two)) or 'people of all kinds'}"
    return None


def _groups_block(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    one, two = left.frame.groups, right.frame.groups
    if one and two and (not one & two or (one != two and exclude(left, right, catalogue.units))):
        return f"one is of {', '.join(sorted(one))}, the other of {', '.join(sorted(two))}"
    return None


def _scope_blocks(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    one, two = left.frame.scope, right.frame.scope
    if left.dimension is Dimension.COUNT and (Scope.ADDED in one) != (Scope.ADDED in two):
        return "one is added to others"
    if left.kind == right.kind == "age" and left.figure != right.figure and not (left.frame.names & right.frame.names):
        return "the ages differ and no name is shared"
    return None


def _measurand(left: Claim, right: Claim, catalogue: Catalogue) -> Match:
    weights = catalogue.linking.claims
    typed = catalogue.types.by_id
    if left.kind == right.kind and left.kind in typed:
        return Match("kind", weights["toll" if left.kind in catalogue.linking.tolls else "kind"], f"both tell of {_title(left, catalogue)}")
    if left.kind in typed and right.kind in typed:
        return Match("kind", weights["kinds_meet" if left.dimension is Dimension.COUNT else "kinds_differ"], "")
    one, two = left.frame.noun, right.frame.noun
    if one and one == two:
        return Match("noun", weights["noun"], f"both count {one}")
    if one and two and catalogue.nouns.synonyms(one, two):
        return Match("noun", weights["synonym"], f"{one!r} and {two!r} may name one thing")
    return Match("noun", 0.0, "")


def _figure(left: Claim, right: Claim, catalogue: Catalogue, *, sole: bool) -> Match:
    weights, units = catalogue.linking.claims, catalogue.units
    assert isinstance(left.value, Quantity)
    assert isinstance(right.value, Quantity)
    one, two = left.value, right.value
    if one.figure == two.figure and one.unit == two.unit:
        return Match("figure", weights["equal_plain" if _plain(left) else "equal"], "the figures are the same")
    if one.unit != two.unit and Dimension.MONEY in (one.dimension, two.dimension):
        return Match("figure", 0.0, "")
    low, high = _gap(one, two, units)
    if one.unit == two.unit and _overlap(one, two):
        return Match("figure", weights["overlap"], "the figures may both hold")
    if one.unit != two.unit and low > 0 and high / low < _CONVERTED:
        return Match("figure", weights["equal"], "the figures are the same in other units")
    if sole and low > 0 and high / low <= _GROWTH and _has_grown(left, right, catalogue):
        return Match("figure", 0.0, "")
    if low > 0 and high / low > Decimal(str(weights["times"])):
        return Match("figure", weights["far_apart"], "the figures are far apart")
    if one.dimension in (Dimension.MEASURE, Dimension.DURATION, Dimension.PERCENT) and high / low > _CLOSE:
        return Match("figure", weights["measures_differ"], "the measures differ")
    return Match("figure", weights["differs"], "the figures differ")


def _gap(one: Quantity, two: Quantity, units: Units) -> tuple[Decimal, Decimal]:
    """The ends that face each other of two intervals that do not meet, the lower first; of vague words the nearer ends."""
    if one.unit != two.unit or not (one.vague or two.vague):
        low, high = sorted(_in_base(q, units) for q in (one, two))
        return low, high
    below, above = (one, two) if one.figure[0] <= two.figure[0] else (two, one)
    return below.figure[1], max(above.figure[0], below.figure[1])


def exclude(left: Claim, right: Claim, units: Units) -> bool:
    """Whether the values of two claims cannot both hold. Amounts in two currencies may."""
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        if left.unit == right.unit:
            return not _overlap(left.value, right.value)
        low, high = sorted(_in_base(q, units) for q in (left.value, right.value))
        same_bound = left.bound not in _OPEN and right.bound not in _OPEN
        return units.family(left.unit) is not None and same_bound and low > 0 and high / low > _CONVERTED
    if isinstance(left.value, When) and isinstance(right.value, When):
        one, two = left.value.days, right.value.days
        return bool(one and two and (one[0] > two[1] or two[0] > one[1]))
    return False


def _has_grown(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether time explains the difference: a count that only grows, and the later article gives the higher one."""
    if left.kind != right.kind or catalogue.types.growth(left.kind) is not Growth.GROWS or left.as_of is None or right.as_of is None:
        return False
    first, second = (left, right) if left.as_of <= right.as_of else (right, left)
    assert isinstance(first.value, Quantity)
    assert isinstance(second.value, Quantity)
    return first.as_of != second.as_of and second.value.figure[0] > first.value.figure[0]


def _in_base(value: Quantity, units: Units) -> Decimal:
    if value.unit is not None and value.unit in units.by_id:
        return units.to_base(value.unit, value.figure[0])
    return value.figure[0]


def _overlap(one: Quantity, two: Quantity) -> bool:
    low = max((q.low for q in (one, two) if q.low is not None), default=Decimal(0))
    high = min(q.high if q.high is not None else q.figure[1] * 2 for q in (one, two))
    return low < high if one.slack or two.slack else low <= high


def _words(one: Frame, two: Frame, linking: Linking, weights: Mapping[str, float], *, typed: bool = False) -> list[Match]:
    near = _weigh(one.near & two.near, one.names | two.names, linking)
    far = _weigh((one.far & two.far) - one.near, one.names | two.names, linking)
    found = []
    if near:
        words = sorted(one.near & two.near, key=lambda w: (-linking.weight(w), w))[:4]
        found.append(Match("near", weights["near"] * min(1.0, near / weights["near_full"]), f"their clauses share {', '.join(words)}"))
    elif "nothing_shared" in weights and not typed:
        found.append(Match("near", weights["nothing_shared"], "their clauses share no word of weight"))
    if far:
        found.append(Match("far", weights["far"] * min(1.0, far / weights["far_full"]), "their sentences share further words"))
    return found


def _weigh(words: Collection[str], names: Collection[str], linking: Linking) -> float:
    return sum(linking.weight(w) * (linking.name if w in names else 1.0) for w in sorted(words))


def _history(left: Claim, right: Claim, weights: Mapping[str, float]) -> Match:
    """A figure tied to a day long past, such as an earlier disaster, against one of the story's own time."""
    old = [is_old(c) for c in (left, right)]
    if old[0] != old[1]:
        return Match("history", weights["history"], "one is tied to an earlier time")
    one, two = left.frame.when, right.frame.when
    if all(old) and one and two and one.days and two.days and (one.days[0] > two.days[1] or two.days[0] > one.days[1]):
        return Match("history", weights["history"], "they are tied to different times")
    return Match("history", 0.0, "")


def is_old(claim: Claim) -> bool:
    """Whether a figure is tied to a time long before its article."""
    days = claim.frame.when.days if claim.frame.when else None
    return bool(days and claim.as_of and (claim.as_of - days[1]).days > _OLD_DAYS)


def _where(one: Frame, two: Frame, catalogue: Catalogue) -> Match:
    weights, linking = catalogue.linking.claims, catalogue.linking
    left, right = (frozenset(w for w in f.where if linking.weight(w) >= linking.known) for f in (one, two))
    if left & right:
        return Match("where", weights["where_shared"], f"both at {', '.join(sorted(left & right)[:3])}")
    if left and right:
        return Match("where", weights["where_differs"], f"one at {', '.join(sorted(left)[:2])}, the other at {', '.join(sorted(right)[:2])}")
    return Match("where", 0.0, "")


def _when(one: Frame, two: Frame, weights: Mapping[str, float]) -> Match:
    """Figures of one day against figures of another, or against a total."""
    left, right = (f.when.days if f.when and f.when.precision is Precision.DAY else None for f in (one, two))
    if left and right:
        apart = left[0] > right[1] or right[0] > left[1]
        return Match("when", weights["days_differ"] if apart else weights["days_equal"], "they are of different days" if apart else "they are of one day")
    if (left and Scope.TOTAL in two.scope and Scope.TOTAL not in one.scope) or (right and Scope.TOTAL in one.scope and Scope.TOTAL not in two.scope):
        return Match("when", weights["day_and_total"], "one is of a day, the other a total")
    return Match("when", 0.0, "")


def _differences(left: Claim, right: Claim, catalogue: Catalogue) -> list[Match]:
    weights = catalogue.linking.claims
    found = []
    one, two = left.frame, right.frame
    typed = left.kind == right.kind and left.kind in catalogue.types.by_id
    if not typed and ((Scope.PART in one.scope) != (Scope.PART in two.scope) or (Scope.OTHERS in one.scope) != (Scope.OTHERS in two.scope)):
        found.append(Match("scope", weights["scope_differs"], "one is part of a set or the rest of one, the other is not said to be"))
    only_left, only_right = (frozenset(w for w in a - b if catalogue.linking.weight(w) >= catalogue.linking.known) for a, b in ((one.modifiers, two.modifiers), (two.modifiers, one.modifiers)))
    if left.dimension is Dimension.COUNT and only_left and only_right:
        found.append(Match("modifiers", weights["modifiers_differ"], f"one has {', '.join(sorted(only_left))}, the other {', '.join(sorted(only_right))}"))
    toll = left.kind in catalogue.linking.tolls
    if not toll and one.names and two.names and not one.names & two.names:
        found.append(Match("names", weights["names_differ"], "the names near them differ"))
    return found


# --- dates ---------------------------------------------------------------------------------------------------------------------


def _dates(left: Claim, right: Claim, catalogue: Catalogue) -> Comparison:
    assert isinstance(left.value, When)
    assert isinstance(right.value, When)
    one, two = left.frame, right.frame
    if not left.value.resolved or not right.value.resolved:
        return _blocked("a date is not resolved")
    if one.speech or two.speech:
        return _blocked("a date only tells when something was said")
    same_noun = one.noun is not None and one.noun == two.noun
    same_verb = one.predicate is not None and one.predicate == two.predicate
    shared = sorted(one.events & two.events)
    weights = catalogue.linking.dates
    alike = _weigh(one.near & two.near, one.names | two.names, catalogue.linking) >= weights["near_full"]
    if not (same_noun or same_verb or shared or alike):
        return _blocked("they date different events")
    matches = [_days(left.value, right.value, weights)]
    if same_noun:
        matches.append(Match("noun", weights["noun"], f"both date the {one.noun}"))
    if same_verb:
        matches.append(Match("predicate", weights["predicate"], f"both date {one.predicate!r}"))
    if shared:
        matches.append(Match("event", weights["event"], f"both date {', '.join(shared)}"))
    matches += _words(one, two, catalogue.linking, weights)
    return _total(matches)


def _days(left: When, right: When, weights: Mapping[str, float]) -> Match:
    if (left.first, left.last) == (right.first, right.last):
        return Match("day", weights["equal"], "the dates are the same")
    one, two = left.days, right.days
    if one is None or two is None:
        return Match("day", 0.0, "")
    if one[0] <= two[1] and two[0] <= one[1]:
        return Match("day", weights["contains"], "one date lies in the other")
    return Match("day", weights["apart"], "the dates differ")


def _counted_back(day: When, span: Claim) -> Match:
    """Whether a duration that ends with its article begins about where the date lies."""
    days, end = day.days, span.as_of
    if days is None or end is None or not isinstance(span.value, Quantity):
        return Match("start", -9.0, "")
    length = (365.25 if span.unit == "year" else 30.4) * float(span.value.figure[0])
    middle = (end - days[0]).days / 2 + (end - days[1]).days / 2
    near = abs(middle - length) <= max(0.3 * length, (days[1] - days[0]).days)
    return Match("start", 1.3 if near else -9.0, "the duration reaches back to the date" if near else "")


def _since(left: Claim, right: Claim, catalogue: Catalogue) -> Comparison:
    """A date against a duration: `since 2013` and `for more than 12 years`."""
    day, span = (left, right) if left.dimension is Dimension.DATE else (right, left)
    assert isinstance(day.value, When)
    if span.dimension is not Dimension.DURATION or span.kind == "age" or span.unit not in ("year", "month"):
        return _blocked(f"one is a {left.dimension}, the other a {right.dimension}")
    if not day.value.resolved or day.frame.speech:
        return _blocked("the date does not begin a state that lasts")
    shared = sorted(day.frame.events & span.frame.events)
    if not shared and not (day.frame.predicate and day.frame.predicate == span.frame.predicate):
        return _blocked("they are of different states")
    weights = catalogue.linking.dates
    matches = [_counted_back(day.value, span), Match("event", weights["event"], f"both tell how long {', '.join(shared) or day.frame.predicate} lasts")]
    if day.value.since:
        matches.append(Match("since", weights["predicate"], "the date begins a state that lasts"))
    matches += _words(day.frame, span.frame, catalogue.linking, weights)
    return _total(matches)


