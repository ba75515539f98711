"""Deeds into subjects: one act of one party, told by one side as done and by another as not.

Deeds differ from figures in one thing: those that all articles tell alike form no subject. A report would be full of what nobody
disputes.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.deeds import Act, Role
from claimcheck.link.comparisons import JUDGED, SURE
from claimcheck.link.joining import join
from claimcheck.link.judged import DIFFERENT, NOTHING_JUDGED, SAME, Judgements, refuse_contradiction
from claimcheck.link.labels import most_common
from claimcheck.link.values import is_old
from claimcheck.link.wording import ranks, wording
from claimcheck.model.article import Role as Part
from claimcheck.model.claim import Claim, Status
from claimcheck.model.deed import Deed, Party, Polarity
from claimcheck.model.report import Story
from claimcheck.model.subject import Likeness, Link, Subject
from claimcheck.model.when import Precision

_NOBODY = "nobody"
_STATED = (Status.ASSERTED, Status.REPORTED, Status.DENIED)
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "his", "her", "their", "our"])
_SHARED = 1.5
"""Weight of shared words from which two things of which neither is described by the other's words may be one."""


def deed_of(claim: Claim) -> Deed | None:
    """The deed that a claim tells; None where it gives a figure or a date."""
    return claim.value if isinstance(claim.value, Deed) else None


def opposed(left: Claim, right: Claim) -> bool:
    """Whether one says that a deed was done, and the other that it was not, or only denies that it was."""
    one, two = deed_of(left), deed_of(right)
    if one is None or two is None or one.act != two.act:
        return False
    denied = Status.DENIED in (left.status, right.status)
    if denied:
        return left.status is not right.status and one.polarity is two.polarity is Polarity.DONE
    return one.opposes(two)


def find_deeds(
    stories: Sequence[Story],
    claims: Mapping[str, Sequence[Claim]],
    catalogue: Catalogue,
    judgements: Judgements = NOTHING_JUDGED,
) -> tuple[Subject, ...]:
    """The subjects of deeds of all stories: only those of which two claims give opposite polarity.

    Args:
        stories: The articles, sorted into stories.
        claims: Each article's claims by its id.
        catalogue: The acts, and the words for one thing.
        judgements: What people said of pairs of claims.
    """
    found: list[Subject] = []
    for story in stories:
        by_act: dict[str, list[Claim]] = defaultdict(list)
        for claim in (c for source in story.articles for c in claims[source]):
            deed = deed_of(claim)
            if deed is not None and claim.status in _STATED:
                by_act[deed.act].append(claim)
        for _, members in sorted(by_act.items()):
            found += _of_act(story, members, catalogue, judgements)
    return tuple(_numbered(found))


def _of_act(story: Story, claims: Sequence[Claim], catalogue: Catalogue, judgements: Judgements) -> Iterator[Subject]:
    alike = {
        (i, j): reasons
        for i in range(len(claims))
        for j in range(i + 1, len(claims))
        if (reasons := _alike(claims[i], claims[j], catalogue, judgements)) is not None
    }
    torn = _both_ways(claims, alike)
    rank = ranks(claims)
    pairs = sorted(
        (p for p in alike if not torn.intersection(p)),
        key=lambda p: (not opposed(claims[p[0]], claims[p[1]]), sorted((rank[p[0]], rank[p[1]]))),
    )

    def may_join(one: Sequence[int], two: Sequence[int], left: int, right: int) -> bool:
        if _verdict(claims[left], claims[right], judgements) == SAME:
            refuse_contradiction(claims, one, two, judgements)
            return True
        return all((min(i, j), max(i, j)) in alike for i in one for j in two)

    for group in join(range(len(claims)), pairs, may_join):
        inside = [p for p in pairs if p[0] in group and p[1] in group]
        if any(opposed(claims[i], claims[j]) for i, j in inside):
            members = tuple(claims[i] for i in group)
            score = {p: JUDGED if _verdict(claims[p[0]], claims[p[1]], judgements) == SAME else SURE for p in inside}
            links = tuple(Link(claims[i].id, claims[j].id, score[i, j], alike[i, j]) for i, j in inside)
            act = catalogue.deeds.acts[members[0].kind]
            yield Subject("", _label(act, members), act.id, members, story.id, links)


def _both_ways(claims: Sequence[Claim], alike: Collection[tuple[int, int]]) -> frozenset[int]:
    """Claims whose own article tells the deed the other way too: it tells a course of events, and takes no side.

    Two plain statements that contradict each other are left; they are judged as such.
    """
    return frozenset(
        at
        for i, j in alike
        if claims[i].source == claims[j].source and opposed(claims[i], claims[j]) and not _contradict(claims[i], claims[j])
        for at in (i, j)
    )


def _contradict(left: Claim, right: Claim) -> bool:
    """Whether two opposite claims of one article look like a slip: the same words, no day and no other speaker."""
    one, two = deed_of(left), deed_of(right)
    plain = left.attribution == right.attribution and left.frame.when is None and right.frame.when is None
    return (
        plain
        and one is not None
        and two is not None
        and Polarity.NOT_YET not in (one.polarity, two.polarity)
        and Status.DENIED not in (left.status, right.status)
        and left.sentence_span != right.sentence_span
        and _bare(one.actor) == _bare(two.actor)
        and _bare(one.object) == _bare(two.object)
    )


def _bare(party: Party | None) -> tuple[object, ...] | None:
    return None if party is None else (party.head, party.names, party.places, party.words)


def _verdict(left: Claim, right: Claim, judgements: Judgements) -> str | None:
    return judgements.get((min(left.id, right.id), max(left.id, right.id))) if judgements else None


def _alike(left: Claim, right: Claim, catalogue: Catalogue, judgements: Judgements) -> tuple[str, ...] | None:
    """Why two claims are of one deed, whichever way they tell it; None where they are not."""
    said = _verdict(left, right, judgements)
    if said == SAME:
        return ("a person judged them to be one",)
    if said == DIFFERENT or _apart(left, right, catalogue) is not None:
        return None
    one = deed_of(left)
    assert one is not None
    act = catalogue.deeds.acts[one.act]
    reasons = [f"one kind of deed: {act.title}"]
    reasons += [f"done by one party: {one.actor.text}"] if one.actor is not None else []
    reasons += [f"done to one thing: {one.object.text}"] if one.object is not None else []
    return tuple(reasons)


def _apart(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """What keeps two claims from being of one deed, as a clause for people; None where nothing does."""
    one, two = deed_of(left), deed_of(right)
    if one is None or two is None or one.act != two.act:
        return "they tell of different deeds"
    act = catalogue.deeds.acts[one.act]
    days = [c.frame.when.days if c.frame.when else None for c in (left, right)]
    if days[0] and days[1] and (days[0][0] > days[1][1] or days[1][0] > days[0][1]):
        return "they are tied to different days"
    if (is_old(left) != is_old(right) or _of_a_year(left) != _of_a_year(right)) and not (days[0] and days[1]):
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
    return claim.as_of is None and when is not None and when.resolved and when.precision in (Precision.YEAR, Precision.DECADE)


def _undone_then(claim: Claim, deed: Deed) -> bool:
    return claim.frame.when is not None and deed.polarity in (Polarity.NOT_DONE, Polarity.NOT_YET)


def _same_actor(one: Party | None, two: Party | None, catalogue: Catalogue) -> bool:
    if one is None or two is None:
        return False
    if _NOBODY in (one.head, two.head):
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


def _label(act: Act, claims: Sequence[Claim]) -> str:
    """`approval: the treaty (the Senate)`, in the words of the claims that say the most."""
    deeds = [deed for claim in claims if (deed := deed_of(claim)) is not None]
    who = _longest(d.actor for d in deeds if d.actor is not None and d.actor.head != _NOBODY)
    what = _longest(d.object for d in deeds if d.object is not None)
    about = f"{what} ({who})" if what and who else what or who
    return f"{act.title}: {about}" if about else act.title


def _longest(parties: Iterator[Party]) -> str:
    texts = [" ".join(party.text.split()) for party in parties]
    texts = [text[0].lower() + text[1:] if text.split()[0] in ("The", "A", "An") else text for text in texts]
    return min(texts, key=lambda text: (-len(text), text), default="")


def _numbered(subjects: Sequence[Subject]) -> Iterator[Subject]:
    """The subjects with their ids, from what they are about; those that are about the same by these words are numbered."""
    keys = [json.dumps([s.kind, *(most_common(_heads(s, role)) for role in Role)]) for s in subjects]
    used: Counter[str] = Counter()
    ids = [""] * len(subjects)
    for at in sorted(range(len(subjects)), key=lambda at: min((wording(c), c.source) for c in subjects[at].claims)):
        used[keys[at]] += 1
        ids[at] = "u-" + hashlib.sha256(json.dumps([keys[at], used[keys[at]]]).encode()).hexdigest()[:10]
    for subject, ident in zip(subjects, ids, strict=True):
        yield Subject(ident, subject.label, subject.kind, subject.claims, subject.story, subject.links)


def _heads(subject: Subject, role: Role) -> Iterator[str]:
    for deed in (deed_of(claim) for claim in subject.claims):
        party = None if deed is None else deed.actor if role is Role.WHO else deed.object
        if party is not None and party.head != _NOBODY:
            yield party.head


def liken_deeds(
    left: Claim, right: Claim, stories: Sequence[Story], subjects: Sequence[Subject], catalogue: Catalogue, judgements: Judgements
) -> Likeness:
    """Why two claims of which one tells a deed are under one subject, or are not."""
    together = any({left.id, right.id} <= {c.id for c in s.claims} for s in subjects)
    if together:
        reasons = _alike(left, right, catalogue, judgements)
        return Likeness(True, None, SURE, (), "; ".join(reasons or ("they are joined by way of others",)))
    why = _apart(left, right, catalogue)
    if why is None and not any({left.source, right.source} <= set(story.articles) for story in stories):
        why = "their articles tell two stories, and claims of two stories are not compared"
    if why is None and _verdict(left, right, judgements) == DIFFERENT:
        why = "a person judged them to be different"
    if why is None and not opposed(left, right):
        why = "both tell it alike, and a deed is only a subject where it is disputed"
    torn = "an article of one of them tells the deed both ways, or a claim that goes with one is of another deed"
    return Likeness(False, None, SURE, (), why or torn)
