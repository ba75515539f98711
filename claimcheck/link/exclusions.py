"""What forbids that two figures are of one subject only because they exclude each other: then the two would conflict."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.link.models import described
from claimcheck.link.persons import one_name
from claimcheck.link.setting import Setting
from claimcheck.link.values import gap, is_old, times_apart
from claimcheck.model.claim import Claim, Scope, Status
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.when import Precision

_NOT_YET = (Status.PLANNED, Status.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class Block:
    """What forbids that two quantities are of one subject."""

    why: str
    """A clause for people."""
    firm: bool
    """Whether others that belong to both cannot outvote it."""


def exclusion(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting) -> Block | None:
    """What forbids that two quantities whose values exclude each other are of one subject; None where nothing does.

    Then the two would conflict, and nothing may speak for two things: another time, another holder, another place.
    """
    why = _ages_apart(left, right, catalogue)
    if why:
        return Block(why, firm=bool(left.frame.holder and right.frame.holder))
    why = _apart(left, right, catalogue, setting)
    if why:
        return Block(why, firm=True)
    why = _kinds_of_thing(left, right, catalogue)
    return Block(why, firm=False) if why else None


def _apart(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting) -> str | None:
    main, about = setting.both_lead(left, right), setting.about
    old = [is_old(claim, catalogue.linking, about) for claim in (left, right)]
    if any(old) and not (all(old) and not times_apart(left, right, catalogue.linking, about)):
        return "the figures differ, and one is tied to an earlier time"
    if _of_a_year(left) != _of_a_year(right) and Dimension.COUNT is left.dimension:
        return "the figures differ, and one is of a whole year"
    if not main and any(isinstance(c.value, Quantity) and c.value.figure[1] == 0 for c in (left, right)):
        return "one states that there was none, and one is not its article's main figure"
    of_days = not setting.disaster and not {left.kind, right.kind} & catalogue.linking.holders  # troops stay for longer
    if of_days and _days_apart(left, right, main, catalogue.linking.limits["days"]):
        return "the figures differ, and one is of an earlier day"
    for rule in (_rank_apart, _count_apart, _people_apart, _things_apart, _holders_apart, _size_apart):
        why = rule(left, right, catalogue)
        if why:
            return why
    why = _venue_apart(left, right, setting) or _place_apart(left, right, catalogue, setting)
    if why:
        return why
    if left.dimension is Dimension.COUNT and not main and any(_small(c, catalogue) for c in (left, right)):
        return "the figures are small and differ, and one of them is not its article's main figure"
    if left.dimension is Dimension.COUNT and _untyped(left, right, catalogue) and not main:
        return "the figures differ, and one of them is not its article's main figure"
    return None


def _of_a_year(claim: Claim) -> bool:
    """Whether a count is of a year: 1,100 sailors captured in 2010, when 700 are held."""
    when = claim.frame.when
    return when is not None and when.precision is Precision.YEAR and not when.since


def _days_apart(left: Claim, right: Claim, main: bool, most: Decimal) -> bool:
    """Whether two counts are tied to days apart, or one that is no main figure to a day well before its article: 40 on Monday."""
    one, two = _day_of(left), _day_of(right)
    if one and two and max((one[0] - two[1]).days, (two[0] - one[1]).days) > most:
        return True
    return not main and _of_earlier_day(left, most) != _of_earlier_day(right, most)


def _of_earlier_day(claim: Claim, most: Decimal) -> bool:
    day = _day_of(claim)
    return bool(day and claim.now and (claim.now - day[1]).days > most)


def _day_of(claim: Claim) -> tuple[date, date] | None:
    when = claim.frame.when
    if claim.dimension is not Dimension.COUNT or when is None or when.since or when.precision is not Precision.DAY:
        return None
    return None if claim.counted_on_a_day else when.days  # by Tuesday 27 had died


def _small(claim: Claim, catalogue: Catalogue) -> bool:
    return (
        isinstance(claim.value, Quantity) and not claim.value.vague and claim.value.figure[1] <= catalogue.linking.limits["small"]
    )


def _rank_apart(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """The second mate is another than the third, and so is the third night than the second, told a day later."""
    if left.dimension is not Dimension.RANK:
        return None
    if any(catalogue.grammar.names_person(c.frame.noun or "", catalogue.nouns.classes) for c in (left, right)):
        return "each is one of a row of people"
    noun = left.frame.noun or ""
    span = catalogue.units.names.has(noun) or noun in catalogue.grammar.sets["parts_of_day"]
    return "each is counted up to a day of its own" if span and left.now != right.now else None


def _count_apart(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    if left.dimension is not Dimension.COUNT:
        return None
    if (Scope.OTHERS in left.frame.scope) != (Scope.OTHERS in right.frame.scope):
        return "one counts the others, and the figures differ"
    if (left.status in _NOT_YET) != (right.status in _NOT_YET):
        return "the figures differ, and only one has come about"
    if not _untyped(left, right, catalogue) and (Scope.PART in left.frame.scope) != (Scope.PART in right.frame.scope):
        return "one is part of a set, and the figures differ"
    return None


def _people_apart(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """Eleven Yemeni pirates may be part of 23 pirates: only one counts those of a people."""
    if (
        {left.kind, right.kind} & catalogue.linking.holders
        or left.dimension is not Dimension.COUNT
        or left.frame.groups & right.frame.groups
    ):
        return None
    one, two = (frozenset(w for w in {c.frame.noun or "", *c.frame.modifiers} if catalogue.places.has(w)) for c in (left, right))
    return f"the figures differ, and only one counts {', '.join(sorted(one | two))}" if bool(one) != bool(two) else None


def _kinds_of_thing(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """Three boats, two pirate boats: of counts that differ only one is said to be of some of its noun."""
    if left.dimension is not Dimension.COUNT or not _untyped(left, right, catalogue):
        return None
    linking = catalogue.linking
    rare = sorted(w for w in described(left) ^ described(right) if linking.weight(w) >= linking.rare)
    return f"the figures differ, and only one counts {', '.join(rare)}" if rare else None


def _things_apart(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """Homes are a part of the buildings that were hit, helicopters of the aircraft: things of two names are not one count."""
    found = catalogue.types.by_id.get(left.kind)
    one, two = left.frame.noun, right.frame.noun
    if left.dimension is not Dimension.COUNT or left.kind != right.kind or found is None or "people" in found.counts:
        return None
    if one is None or two is None or one == two or catalogue.nouns.synonyms(one, two):
        return None
    people = {one, two} & catalogue.nouns.classes["people"]
    return None if people else f"the figures differ: one counts {one}, the other {two}"


def _ages_apart(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """Ages that differ are of one person only where a name tells so."""
    if "age" not in (left.kind, right.kind):
        return None
    if left.frame.holder and right.frame.holder and one_name(left.frame.holder, right.frame.holder):
        return None
    one, two = (_telling(c.frame.holder or c.frame.names, catalogue) for c in (left, right))
    return "the ages differ and no name is shared" if not one & two else None


def _holders_apart(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """Shares, seats and revenues are somebody's: the nearest names tell whose."""
    one, two = left.frame.holder, right.frame.holder
    if not {left.kind, right.kind} & catalogue.linking.held or not one or not two or one & two:
        return None
    return f"the figures differ: one is of {' '.join(sorted(one)).title()}, the other of {' '.join(sorted(two)).title()}"


def _venue_apart(left: Claim, right: Claim, setting: Setting) -> str | None:
    """Fourteen dead at the airport are a part of the 34 of the airport and the metro."""
    if not {left.id, right.id} & setting.at_venues or left.frame.venues & right.frame.venues:
        return None
    told = " and ".join(sorted(next(iter(c.frame.venues)) for c in (left, right) if c.frame.venues))
    return f"the figures differ, and so does what they are told of: {told}"


def _place_apart(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting) -> str | None:
    """Forces that move are said to be in many places ("in the Caribbean", "off Venezuela", "in the region"): their holder tells.

    So does the name of a person whose age is told. Of two main tolls of a disaster one that is said to be the toll so far is named
    with any of the places that were hit. An accident has one place, and so has a shock; each article names what its readers know.
    """
    if {left.kind, right.kind} & (catalogue.linking.holders | {"age"}):
        return None
    whole = setting.both_main(left, right) and setting.disaster and left.kind in catalogue.linking.tolls
    if whole and (setting.accident or left.dimension is Dimension.MEASURE):
        return None
    total = [whole and Scope.TOTAL in claim.frame.scope for claim in (left, right)]
    one, two = (_telling(() if all_of_it else c.frame.where, catalogue) for c, all_of_it in zip((left, right), total, strict=True))
    if any(total) and any(Scope.LIMITED in claim.frame.scope for claim in (left, right)):
        return "the figures differ: one is of a place alone, the other the whole toll"
    if one and two:
        return "the figures differ, and so do the places" if not one & two else None
    local, wide = (left, right) if one else (right, left)
    counted = left.dimension is Dimension.COUNT
    if counted and (one or two) and _countrywide(wide, catalogue) and _figure(local) < _figure(wide):
        return "the figures differ: one is of a place, the other of a country"
    return None


def _figure(claim: Claim) -> Decimal:
    return claim.value.figure[0] if isinstance(claim.value, Quantity) else Decimal(0)


def _countrywide(claim: Claim, catalogue: Catalogue) -> bool:
    return bool(claim.frame.where) and all(catalogue.places.has(name) for name in claim.frame.where)


def _telling(names: Collection[str], catalogue: Catalogue) -> frozenset[str]:
    """The names that are not the commonest in news."""
    return frozenset(name for name in names if catalogue.linking.weight(name) >= catalogue.linking.known)


def _size_apart(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    if not isinstance(left.value, Quantity) or not isinstance(right.value, Quantity):
        return None
    limits = catalogue.linking.limits
    low, high = gap(left.value, right.value, catalogue.units)
    if low <= 0:
        return None
    if left.dimension is Dimension.COUNT and _untyped(left, right, catalogue):
        return "the figures are far apart" if high / low > limits["counts"] else None
    return (
        "the spans of time are too far apart to be of one thing"
        if left.dimension is Dimension.DURATION and high / low > limits["measures"]
        else None
    )


def _untyped(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    types = catalogue.types.by_id
    return left.kind not in types or right.kind not in types
