"""Claims into subjects: pairs compared, the best of them joined, never across a blocker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.link.clusters import clusters
from claimcheck.link.comparisons import SURE, comparisons
from claimcheck.link.ids import subject_ids
from claimcheck.link.judged import NOTHING_JUDGED, Judgements, joined
from claimcheck.link.labels import label_of, main_kind, most_common
from claimcheck.link.pairs import Pair, pairs
from claimcheck.model.claim import Claim
from claimcheck.model.deed import Deed
from claimcheck.model.report import Story
from claimcheck.model.subject import Link, Subject
from claimcheck.model.when import When

_COPY = "they are one sentence, word for word"


@dataclass(frozen=True, slots=True)
class _Draft:
    """A subject that has no id yet."""

    story: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]


def find_subjects(
    stories: Sequence[Story],
    claims: Mapping[str, Sequence[Claim]],
    catalogue: Catalogue,
    judgements: Judgements = NOTHING_JUDGED,
) -> tuple[Subject, ...]:
    """The subjects of all stories.

    Args:
        stories: The articles, sorted into stories.
        claims: Each article's claims by its id; those of no use for comparing are left out.
        catalogue: Weights, words and kinds.
        judgements: What people said of pairs of claims; it overrides everything that is found here.

    Raises:
        JudgementError: Two claims are judged different, and the same by way of others.
    """
    drafts: list[_Draft] = []
    for together in joined(stories, claims, judgements):
        members = [c for story in together for source in story.articles for c in claims[source] if comparable(c)]
        story_of = {source: story.id for story in together for source in story.articles}
        drafts += _of_story(story_of, members, catalogue, judgements)
    labels = [label_of(draft.claims, catalogue) for draft in drafts]
    about = [[_key(draft.claims), label] for draft, label in zip(drafts, labels, strict=True)]
    ids = subject_ids(about, [draft.claims for draft in drafts])
    return tuple(
        Subject(ident, label, main_kind(draft.claims), draft.claims, draft.story, draft.links)
        for draft, label, ident in zip(drafts, labels, ids, strict=True)
    )


def comparable(claim: Claim) -> bool:
    """Whether a claim can be compared here: a date must be resolved and tell when something happened.

    Not one that only tells when it was said, or when it did not happen.

    Deeds are put into subjects apart (`claimcheck.link.deeds`).
    """
    if isinstance(claim.value, Deed):
        return False
    if isinstance(claim.value, When):
        return claim.value.resolved and not claim.frame.speech and not claim.frame.undone
    return True


def _of_story(
    story_of: Mapping[str, str], claims: Sequence[Claim], catalogue: Catalogue, judgements: Judgements
) -> Iterator[_Draft]:
    made = comparisons(claims, story_of, catalogue, judgements)
    found = pairs(made)
    for cluster in clusters(found, made):
        copied = {copy.id: (made.claims[at], copy) for at in cluster for copy in made.copies[at]}
        links = [_link(made.claims, p) for p in found if p.left in cluster and p.right in cluster]
        links += [Link(copy.id, first.id, SURE, (_COPY,)) for first, copy in copied.values() if copy is not first]
        inside = tuple(claim for claim in claims if claim.id in copied)
        yield _Draft(story_of[inside[0].source], inside, tuple(links))


def _link(claims: Sequence[Claim], pair: Pair) -> Link:
    return Link(claims[pair.left].id, claims[pair.right].id, round(pair.score, 2), pair.comparison.reasons)


def _key(claims: Sequence[Claim]) -> list[object]:
    noun = most_common([c.frame.noun or "" for c in claims])
    groups = sorted(set().union(*(c.frame.groups for c in claims)))
    return [main_kind(claims), sorted({c.dimension.value for c in claims}), noun, groups]
