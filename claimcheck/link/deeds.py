"""Deeds into subjects: one act of one party, told by one side as done and by another as not.

Deeds differ from figures in one thing: those that all articles tell alike form no subject. A report would be full of what nobody
disputes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.lexicon.deeds import Act, Role
from claimcheck.link.comparisons import JUDGED, SURE
from claimcheck.link.deedpairs import deed_of, deeds_apart
from claimcheck.link.ids import subject_ids
from claimcheck.link.joining import join
from claimcheck.link.judged import DIFFERENT, NOTHING_JUDGED, SAME, Judgements, refuse_contradiction
from claimcheck.link.labels import most_common
from claimcheck.link.wording import ranks
from claimcheck.model.claim import Claim, Status
from claimcheck.model.deed import NOBODY, Party, Polarity
from claimcheck.model.report import Story
from claimcheck.model.subject import Likeness, Link, Subject

_STATED = (Status.ASSERTED, Status.REPORTED, Status.DENIED)


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
    if said == DIFFERENT or deeds_apart(left, right, catalogue) is not None:
        return None
    one = deed_of(left)
    assert one is not None
    act = catalogue.deeds.acts[one.act]
    reasons = [f"one kind of deed: {act.title}"]
    reasons += [f"done by one party: {one.actor.text}"] if one.actor is not None else []
    reasons += [f"done to one thing: {one.object.text}"] if one.object is not None else []
    return tuple(reasons)


def _label(act: Act, claims: Sequence[Claim]) -> str:
    """`approval: the treaty (the Senate)`, in the words of the claims that say the most."""
    deeds = [deed for claim in claims if (deed := deed_of(claim)) is not None]
    who = _longest(d.actor for d in deeds if d.actor is not None and d.actor.head != NOBODY)
    what = _longest(d.object for d in deeds if d.object is not None)
    about = f"{what} ({who})" if what and who else what or who
    return f"{act.title}: {about}" if about else act.title


def _longest(parties: Iterator[Party]) -> str:
    texts = [" ".join(party.text.split()) for party in parties]
    texts = [text[0].lower() + text[1:] if text.split()[0] in ("The", "A", "An") else text for text in texts]
    return min(texts, key=lambda text: (-len(text), text), default="")


def _numbered(subjects: Sequence[Subject]) -> Iterator[Subject]:
    about = [[s.kind, *(most_common(_heads(s, role)) for role in Role)] for s in subjects]
    for subject, ident in zip(subjects, subject_ids(about, [s.claims for s in subjects]), strict=True):
        yield replace(subject, id=ident)


def _heads(subject: Subject, role: Role) -> Iterator[str]:
    for deed in (deed_of(claim) for claim in subject.claims):
        party = None if deed is None else deed.actor if role is Role.WHO else deed.object
        if party is not None and party.head != NOBODY:
            yield party.head


def liken_deeds(
    left: Claim, right: Claim, stories: Sequence[Story], subjects: Sequence[Subject], catalogue: Catalogue, judgements: Judgements
) -> Likeness:
    """Why two claims of which one tells a deed are under one subject, or are not."""
    together = any({left.id, right.id} <= {c.id for c in s.claims} for s in subjects)
    if together:
        reasons = _alike(left, right, catalogue, judgements)
        return Likeness(True, None, SURE, (), "; ".join(reasons or ("they are joined by way of others",)))
    why = deeds_apart(left, right, catalogue)
    if why is None and not any({left.source, right.source} <= set(story.articles) for story in stories):
        why = "their articles tell two stories, and claims of two stories are not compared"
    if why is None and _verdict(left, right, judgements) == DIFFERENT:
        why = "a person judged them to be different"
    if why is None and not opposed(left, right):
        why = "both tell it alike, and a deed is only a subject where it is disputed"
    torn = "an article of one of them tells the deed both ways, or a claim that goes with one is of another deed"
    return Likeness(False, None, SURE, (), why or torn)
