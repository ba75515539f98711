"""Whether two claims are of one deed: the same act, by one party, to one thing, at one time."""

from __future__ import annotations

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.deeds import Role
from claimcheck.link.values import is_old
from claimcheck.model.article import Role as Part
from claimcheck.model.claim import Claim
from claimcheck.model.deed import NOBODY, Deed, Party, Polarity
from claimcheck.model.when import Precision

_DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "his", "her", "their", "our"])
_SHARED = 1.5
"""Weight of shared words from which two things of which neither is described by the other's words may be one."""


def deed_of(claim: Claim) -> Deed | None:
    """The deed that a claim tells; None where it gives a figure or a date."""
    return claim.value if isinstance(claim.value, Deed) else None


def deeds_apart(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """What keeps two claims from being of one deed, as a clause for people; None where nothing does."""
    one, two = deed_of(left), deed_of(right)
    if one is None or two is None or one.act != two.act:
        return "they tell of different deeds"
    act = catalogue.deeds.acts[one.act]
    days = [c.frame.when.days if c.frame.when else None for c in (left, right)]
    if days[0] and days[1] and (days[0][0] > days[1][1] or days[1][0] > days[0][1]):
        return "they are tied to different days"
    old = [is_old(c, catalogue.linking) for c in (left, right)]
    if (old[0] != old[1] or _of_a_year(left) != _of_a_year(right)) and not (days[0] and days[1]):
        return "one is tied to an earlier time"
    if any(_undone_then(claim, deed) for claim, deed in ((left, one), (right, two))) and not (days[0] and days[1]):
        return "it was not done on a certain day, and may have been done on another"
    if Role.WHO in act.roles and not _same_actor(one.actor, two.actor, catalogue):
        return "they are not plainly done by one party"
    if Role.WHO not in act.roles and one.actor and two.actor and not _same_actor(one.actor, two.actor, catalogue):
        return "they are done by two parties"
    if Role.WHOM in act.roles and not _same_actor(one.object, two.object, catalogue):
        return "they are not plainly done to one person"
    # Headlines leave out the article, and some things do without: lifted sanctions.
    bare = (act.general or left.role is Part.TITLE, act.general or right.role is Part.TITLE)
    if Role.WHAT in act.roles and not (_same_thing(one.object, two.object, bare, catalogue) and _covered(one, two, catalogue)):
        return "they are not plainly done to one thing"
    if Role.WHAT in act.roles and not (_tied(left, right, catalogue) and _tied(right, left, catalogue)):
        return "one names a thing barely that the other describes, and nothing else ties the two"
    if act.charged and not _same_charge(one, two):
        return "they are not plainly of one charge"
    return None


def _of_a_year(claim: Claim) -> bool:
    """Whether an undated article ties it to no less than a year."""
    when = claim.frame.when
    return claim.now is None and when is not None and when.resolved and when.precision in (Precision.YEAR, Precision.DECADE)


def _undone_then(claim: Claim, deed: Deed) -> bool:
    return claim.frame.when is not None and deed.polarity in (Polarity.NOT_DONE, Polarity.NOT_YET)


def _same_actor(one: Party | None, two: Party | None, catalogue: Catalogue) -> bool:
    if one is None or two is None:
        return False
    if NOBODY in (one.head, two.head):
        return True
    if one.head != two.head or (one.places and two.places and not one.places & two.places):
        return False
    words = catalogue.deeds.words
    if one.head in words["bodies"] | words["persons"] | words["titles"]:  # the supreme court is not the lower one
        left, right = one.names | one.words, two.names | two.words
        return left == right or bool(one.names & two.names and (left <= right or right <= left))  # the UN Security Council
    return one.names <= two.names or two.names <= one.names


def _same_thing(one: Party | None, two: Party | None, bare: tuple[bool, bool], catalogue: Catalogue) -> bool:
    if one is None or two is None:
        return False
    same = catalogue.deeds.same
    heads = [same.get(p.head, p.head) for p in (one, two)]
    if heads[0] != heads[1] and not (_within(one, two) or _within(two, one)):  # the ceasefire, the ceasefire deal
        return False
    if (one.words ^ two.words) & catalogue.deeds.words["versions"]:  # the first plan, the revised plan
        return False
    if not _one_purpose(one, two, catalogue):
        return False
    for left, right in ((one.names, two.names), (one.places, two.places), (_figures(one), _figures(two))):
        if left and right and not left & right:
            return False
    left, right = (_told(p, catalogue) for p in (one, two))
    if one.head in catalogue.deeds.words["clausal"] and not left & right:  # the claims, of which every story has several
        return False
    if left <= right or right <= left:
        definite = (bare[0] or _definite(one), bare[1] or _definite(two))
        if left == right:
            return any(definite) or bool(left)
        return definite[0] if len(left) < len(right) else definite[1]
    return sum(catalogue.linking.weight(w) for w in left & right) >= _SHARED


def _tied(bare: Claim, other: Claim, catalogue: Catalogue) -> bool:
    """Whether a thing named barely is the one that another claim describes: its own article describes it so, or its sentence does.

    "The bill" is not just any housing bill. What the description takes from who did the deed ("Norway's bill") tells nothing apart.
    """
    deeds = (deed_of(bare), deed_of(other))
    things = [deed.object for deed in deeds if deed is not None and deed.object is not None]
    if len(things) < 2 or _told(things[0], catalogue) or things[0].purpose:
        return True
    same = catalogue.deeds.same
    doers = [deed.actor for deed in deeds if deed is not None and deed.actor is not None]
    known = {word for party in doers for word in (party.head, *party.names, *party.places, *party.words)}
    known |= {head for thing in things for head in (thing.head, same.get(thing.head, thing.head))}
    telling = (_told(things[1], catalogue) | things[1].purpose) - known
    near = frozenset(same.get(word, word) for word in things[0].described | bare.frame.far)
    return not telling or not telling.isdisjoint(near)


def _one_purpose(one: Party, two: Party, catalogue: Catalogue) -> bool:
    """Whether the clauses behind two things say the same, or one says less: not of orders to close the mine and the school."""
    same = catalogue.deeds.same
    left, right = (frozenset(same.get(word, word) for word in thing.purpose) for thing in (one, two))
    return not (left and right) or ((left <= right or right <= left) and ("not" in left) == ("not" in right))


def _figures(thing: Party) -> frozenset[str]:
    return frozenset(word for word in thing.words if word[0].isdigit())


def _one_offer(one: Deed, two: Deed) -> bool:
    """Whether what one rejected and the other accepted is one thing: neither is one of several, or has a figure of its own."""
    left, right = one.object, two.object
    if left is None or right is None:
        return True
    loose = any(thing.text.lower().split()[0] in ("a", "an") for thing in (left, right))
    return not loose and bool(_figures(left)) == bool(_figures(right))


def _told(thing: Party, catalogue: Catalogue) -> frozenset[str]:
    """The words that tell a thing from others of its kind."""
    same = catalogue.deeds.same
    return frozenset(same.get(w, w) for w in thing.names | thing.places | thing.words) - {same.get(thing.head, thing.head)}


def _covered(one: Deed, two: Deed, catalogue: Catalogue) -> bool:
    """Whether what was not done covers what was: not to approve a drug for children is not to approve none."""
    if one.object is None or two.object is None or not one.opposes(two):
        return True
    done, undone = (one.object, two.object) if one.polarity is Polarity.DONE else (two.object, one.object)
    if Polarity.OPPOSED in (one.polarity, two.polarity) and not _one_offer(one, two):
        return False
    wide, narrow = _told(done, catalogue), _told(undone, catalogue)
    limits = frozenset(catalogue.deeds.same.get(w, w) for w in undone.limits)
    return limits <= wide and (not wide < narrow or _definite(undone))


def _within(one: Party, two: Party) -> bool:
    """Whether the noun of one thing stands in front of that of another, and not behind it: not of `an amendment to the bill`."""
    return one.head in two.text.lower().split()


def _definite(thing: Party) -> bool:
    """Whether a thing is put as known: the bill, its bill, Norway's bill, but not a bill or bills."""
    words = thing.text.split()
    return words[0].lower() in _DEFINITE or any(word.endswith(("'s", "’s", "s'", "s’")) for word in words[:-1])


def _same_charge(one: Deed, two: Deed) -> bool:
    """Whether two deeds are limited alike, or the one that was not done is not limited at all."""
    left, right = one.charge, two.charge
    for deed, charge in ((one, left), (two, right)):
        if deed.polarity in (Polarity.NOT_DONE, Polarity.NOT_YET) and not charge:
            return True
    return left == right or (bool(left & right) and (left <= right or right <= left))
