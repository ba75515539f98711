"""What forbids that two figures are of one subject. Blockers are no weights: no likeness of words outweighs them."""

from __future__ import annotations

from datetime import date

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.types import Growth
from claimcheck.link import persons
from claimcheck.link.exclusions import Block, exclusion
from claimcheck.link.labels import title_of
from claimcheck.link.models import of_one_model
from claimcheck.link.setting import Setting
from claimcheck.link.values import exclude, gap, has_grown, is_old, plain, times_apart
from claimcheck.model.claim import Claim, Scope
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.when import Precision


def blocker(left: Claim, right: Claim, catalogue: Catalogue, setting: Setting) -> Block | None:
    """Why two quantities cannot be of one subject; None where nothing forbids it.

    Words for what is counted may differ where others show that one thing is meant, as long as the figures may both hold.
    `setting` is what their articles tell together.
    """
    for rule in (_dimension, _unit, _persons, _measure, _groups, _scope, _fate):
        why = rule(left, right, catalogue)
        if why:
            return Block(why, firm=True)
    if _of_other_days(left, right, catalogue, setting.about):
        return Block("one is tied to a day long before the other", firm=exclude(left, right, catalogue))
    apart = exclude(left, right, catalogue)
    why = _kind(left, right, catalogue)
    one_toll = setting.both_main(left, right) and _one_toll(left, right, catalogue)
    if why is None and not one_toll and not _one_crew(left, right, catalogue):
        why = _population(left, right, catalogue)
    if why:
        return Block(why, firm=apart)
    return exclusion(left, right, catalogue, setting) if apart else None


def _of_other_days(left: Claim, right: Claim, catalogue: Catalogue, about: date | None) -> bool:
    """Whether one is tied to a day or a month long before the other, or a toll to a year. Years are tied to others too loosely."""
    one_figure = left.figure == right.figure and left.unit == right.unit
    one_figure = one_figure and (not plain(left, catalogue.linking) or _share_name(left, right, catalogue))
    if one_figure and left.dimension in (Dimension.COUNT, Dimension.MONEY, Dimension.PERCENT):
        return False  # "killed 17,000 in 1999", "that time 17,000 died"
    precisions = [Precision.DAY, Precision.MONTH]
    if catalogue.types.growth(left.kind) is Growth.GROWS:
        precisions.append(Precision.YEAR)
    old = [c.frame.when for c in (left, right) if is_old(c, catalogue.linking, about)]
    named = any(when is not None and when.precision in precisions for when in old)
    return named and times_apart(left, right, catalogue.linking, about)


def _share_name(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether a name that news seldom has stands near both."""
    linking = catalogue.linking
    return any(linking.weight(name) >= linking.rare for name in left.frame.names & right.frame.names)


def _one_toll(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether one figure is given of one toll, once of people and once of a special population: all 12 dead were children."""
    if left.kind != right.kind or left.kind not in catalogue.linking.tolls or left.figure != right.figure:
        return False
    return not all(catalogue.nouns.populations_of(c.frame.noun, c.frame.modifiers) for c in (left, right))


def _dimension(left: Claim, right: Claim, _: Catalogue) -> str | None:
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


def _persons(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    return persons.apart(left, right, catalogue) if left.kind == right.kind == "age" else None


def _measure(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """An open bound on a measure does not reach far: nobody says "over 5.0" of a magnitude of 7.6."""
    if left.dimension is not Dimension.MEASURE or not isinstance(left.value, Quantity) or not isinstance(right.value, Quantity):
        return None
    if has_grown(left, right, catalogue):
        return None  # 6,400 hectares on Monday, 40,000 on Friday
    low, high = gap(left.value, right.value, catalogue.units)
    limit = catalogue.linking.limits["magnitudes" if left.unit == "magnitude" else "measures"]
    return "the measures are too far apart to be of one thing" if low > 0 and high / low > limit else None


def _fate(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """What was destroyed is not what was damaged, though both are counted as buildings hit."""
    one, two = (_fate_of(c, catalogue) for c in (left, right))
    return f"one was {one}, the other {two}" if one and two and one != two and left.kind == right.kind else None


def _fate_of(claim: Claim, catalogue: Catalogue) -> str | None:
    words = {claim.frame.predicate, *claim.frame.modifiers}
    return next((fate for fate, verbs in catalogue.linking.fates.get(claim.kind, {}).items() if words & verbs), None)


def _kind(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    types = catalogue.types.by_id
    if left.dimension is not Dimension.COUNT and not (left.kind == "age" or left.dimension is Dimension.MEASURE):
        return None
    noun = left.frame.noun
    if noun and noun == right.frame.noun and noun not in catalogue.nouns.classes["people"]:
        return None
    if left.kind in types or right.kind in types:
        meets = (left.kind in types and right.kind in types[left.kind].meets) or (
            right.kind in types and left.kind in types[right.kind].meets
        )
        one_group = _same_people(left, right, catalogue) or _one_crew(left, right, catalogue) or _bare(left, right, catalogue)
        if left.kind != right.kind and not meets and not one_group:
            return f"one tells of {title_of(left, catalogue)}, the other of {title_of(right, catalogue)}"
        return None
    if left.dimension is Dimension.COUNT and not _may_meet(left, right, catalogue):
        return f"one counts {left.frame.noun}, the other {right.frame.noun}"
    return None


def _bare(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether one of two kinds is no claim type and may stand for the other: its noun names the same things, or it has none.

    A figure without a noun only where it is the same: "12,400 jobs will go", "the 12,400 were told on Friday". The
    same holds of people: "seized 23 pirates", "the 23 pirates".
    """
    types, nouns = catalogue.types.by_id, catalogue.nouns
    if (left.kind in types) == (right.kind in types):
        return False
    typed, other = (left, right) if left.kind in types else (right, left)
    if other.frame.noun is None:
        large = (
            isinstance(left.value, Quantity)
            and not left.value.vague
            and left.value.figure[0] >= catalogue.linking.limits["telling"]
        )
        return left.figure == right.figure and large
    if (
        other.frame.noun in catalogue.linking.anyone
        and "people" in types[typed.kind].counts
        and _one_telling(left, right, catalogue)
    ):
        return True  # 43 men were caught, the 43 pirates
    noun, vague = typed.frame.noun, any(isinstance(c.value, Quantity) and c.value.vague for c in (left, right))
    if noun is None or vague or not (noun == other.frame.noun or nouns.synonyms(noun, other.frame.noun)):
        return False
    return other.frame.noun not in nouns.classes["people"] or _one_telling(left, right, catalogue)


def _one_telling(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether two claims give one exact figure of two digits and more, zeros apart, and not of a part or a sum."""
    if left.figure != right.figure or not left.bound is right.bound is Bound.EXACT or plain(left, catalogue.linking):
        return False
    assert isinstance(left.value, Quantity)
    whole = not (left.frame.scope | right.frame.scope) & {Scope.PART, Scope.OTHERS, Scope.ADDED, Scope.TOTAL}
    return whole and len(str(int(left.value.figure[0])).rstrip("0")) > 1


def _same_people(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether one figure is given of one people in one kind of event: 12 Somalis captured, 12 Somali suspects of the capture.

    Then a noun that tells of no claim type stands for the people whom the other counts.
    """
    if left.dimension is not Dimension.COUNT or left.figure != right.figure:
        return False
    people = catalogue.nouns.classes["people"]
    types = catalogue.types.by_id
    one, two = left.frame, right.frame
    if not all(f.noun is None or f.noun in people or catalogue.places.has(f.noun) for f in (one, two)):
        return False
    if left.kind in types and right.kind in types:
        return False
    if one.groups & two.groups:
        return True
    same_verb = one.predicate is not None and one.predicate == two.predicate
    return (left.kind in types) != (right.kind in types) and same_verb and not plain(left, catalogue.linking)


def _one_crew(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether one telling figure is given of those on board: 28 sailors aboard, the 28 crew held, all 28 seamen freed."""
    if not {left.kind, right.kind} <= catalogue.linking.crews or not _one_telling(left, right, catalogue):
        return False
    one, two = left.frame.noun, right.frame.noun
    if one is None or two is None or one == two or catalogue.nouns.synonyms(one, two):
        return True
    return not catalogue.linking.anyone.isdisjoint((one, two))


def _population(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """Civilians, children or soldiers are not all people: a special population only meets itself."""
    typed = [catalogue.types.by_id.get(c.kind) for c in (left, right)]
    if left.dimension is not Dimension.COUNT or all(found is not None and not found.counts for found in typed):
        return None  # ten F-35 fighters are no militants
    one, two = (_special(c, catalogue, of_kind=left.kind == right.kind) for c in (left, right))
    if left.frame.groups and right.frame.groups:
        one, two = one - {"foreigners"}, two - {"foreigners"}  # two Japanese of the seven foreigners
    if one != two:
        named = [", ".join(sorted(population)) or "people of all kinds" for population in (one, two)]
        return f"one counts {named[0]}, the other {named[1]}"
    return None


def _special(claim: Claim, catalogue: Catalogue, *, of_kind: bool) -> frozenset[str]:
    """The special populations that a claim counts; beside one of its kind (`of_kind`) less those the kind is of: hostages held."""
    kind, noun = catalogue.types.by_id.get(claim.kind), claim.frame.noun or ""
    found = persons.special_people(claim, catalogue)
    return found - catalogue.nouns.populations_of(noun, ()) if of_kind and kind is not None and noun in kind.heads else found


def _groups(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    one, two = left.frame.groups, right.frame.groups
    if one and two and (not one & two or (one != two and exclude(left, right, catalogue))):
        return f"one is of {', '.join(sorted(one))}, the other of {', '.join(sorted(two))}"
    return None


def _scope(left: Claim, right: Claim, _: Catalogue) -> str | None:
    one, two = left.frame.scope, right.frame.scope
    if left.dimension is Dimension.COUNT and (Scope.ADDED in one) != (Scope.ADDED in two):
        return "one is added to others"
    return None


def _may_meet(left: Claim, right: Claim, catalogue: Catalogue) -> bool:
    """Whether two counted nouns may name one thing."""
    one, two = left.frame.noun, right.frame.noun
    nouns = catalogue.nouns
    if one is None or two is None or nouns.synonyms(one, two) or one.split("-")[-1] == two.split("-")[-1]:
        return True
    if of_one_model(left, right):
        return True
    if "person" in (one, two) and one in nouns.classes["people"] and two in nouns.classes["people"]:
        return True
    if left.figure != right.figure:
        return False
    if one in right.frame.modifiers or two in left.frame.modifiers:
        return True  # 20 jailed Islamists, 20 Islamist prisoners
    if plain(left, catalogue.linking):
        return False
    return bool(left.frame.events & right.frame.events) or any(
        one in members and two in members for members in nouns.classes.values()
    )
