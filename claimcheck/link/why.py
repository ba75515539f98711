"""Why two claims are under one subject or not, field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.link.comparisons import JUDGED, Comparisons, comparisons
from claimcheck.link.deeds import liken_deeds
from claimcheck.link.judged import NOTHING_JUDGED, Judgements, joined
from claimcheck.link.pairs import least, pairs
from claimcheck.link.subjects import comparable
from claimcheck.model.claim import Claim
from claimcheck.model.deed import Deed
from claimcheck.model.report import Story
from claimcheck.model.subject import Likeness, Subject

_UNFIT = "one of them cannot be compared: a date that is not resolved, or that only tells when something was said"


def liken(
    left: Claim,
    right: Claim,
    stories: Sequence[Story],
    claims: Mapping[str, Sequence[Claim]],
    subjects: Sequence[Subject],
    catalogue: Catalogue,
    judgements: Judgements = NOTHING_JUDGED,
) -> Likeness:
    """Why two claims of a run are together or apart; the rest is what the run was given and what it found."""
    if isinstance(left.value, Deed) or isinstance(right.value, Deed):
        return liken_deeds(left, right, stories, subjects, catalogue, judgements)
    home = {c.id: subject for subject in subjects for c in subject.claims}
    one, two = home.get(left.id), home.get(right.id)
    needed = least(left, right, catalogue)
    if one is None or two is None:
        return Likeness(False, None, needed, (), _UNFIT)
    if left.id == right.id:
        return Likeness(True, None, needed, (), "they are one claim")
    group = next(
        (g for g in joined(stories, claims, judgements) if {left.source, right.source} <= {s for t in g for s in t.articles}), None
    )
    if group is None:
        return Likeness(False, None, needed, (), "their articles tell two stories, and claims of two stories are not compared")
    members = [c for story in group for source in story.articles for c in claims[source] if comparable(c)]
    made = comparisons(members, {source: story.id for story in group for source in story.articles}, catalogue, judgements)
    at = {copy.id: number for number, copies in enumerate(made.copies) for copy in copies}
    i, j = at[left.id], at[right.id]
    if i == j:
        return Likeness(True, None, needed, (), "they are one sentence, word for word")
    comparison = made.of(i, j)
    together = one.id == two.id
    fields = tuple((m.field, m.score, m.detail) for m in comparison.matches)
    if comparison.blocked is not None:
        why = f"{comparison.blocked}; others that belong to both outvoted it" if together else comparison.blocked
        return Likeness(together, None, needed, (), why)
    if comparison.score >= JUDGED:
        return Likeness(together, None, needed, (), "a person judged them to be one")
    if together:
        said = "they are alike enough" if comparison.score >= needed else "they are joined by way of others that are like both"
    elif comparison.score < needed:
        said = "they are not alike enough"
    elif not any({p.left, p.right} == {i, j} for p in pairs(made)):
        said = "another claim of one of the two articles is more like the other"
    else:
        said = _parted(one, two, made, at)
    return Likeness(together, comparison.score, needed, fields, said)


def _parted(one: Subject, two: Subject, made: Comparisons, at: Mapping[str, int]) -> str:
    """What keeps two subjects apart of which a claim each would be alike enough."""
    for left in one.claims:
        for right in two.claims:
            if at[left.id] == at[right.id]:
                continue
            found = made.of(at[left.id], at[right.id])
            if found.blocked is not None and found.firm:
                quoted = [f'"{" ".join(c.text.split())}"' for c in (left, right)]
                return f"they are alike enough, but {quoted[0]} and {quoted[1]}, which go with them, may not meet: {found.blocked}"
    return "they are alike enough, but the claims that go with them are not alike on average"
