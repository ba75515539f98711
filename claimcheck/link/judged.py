"""What people judged of pairs of claims, as far as the linking heeds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from claimcheck.errors import ClaimcheckError
from claimcheck.model.claim import Claim
from claimcheck.model.report import Story

Judgements = Mapping[tuple[str, str], str]
"""`same` or `different` by the ids of two claims, the smaller first."""

SAME = "same"
DIFFERENT = "different"
NOTHING_JUDGED: Judgements = MappingProxyType({})


class JudgementError(ClaimcheckError):
    """Two claims are judged different, and the same by way of others."""


def joined(stories: Sequence[Story], claims: Mapping[str, Sequence[Claim]], judgements: Judgements) -> list[list[Story]]:
    """The stories, each alone, but those together of which a person judged two claims to be one."""
    if SAME not in judgements.values():
        return [[story] for story in stories]
    at = {claim.id: number for number, story in enumerate(stories) for source in story.articles for claim in claims[source]}
    home = list(range(len(stories)))
    for (left, right), verdict in sorted(judgements.items()):
        if verdict == SAME and left in at and right in at:
            one, two = sorted((home[at[left]], home[at[right]]))
            home = [one if number == two else number for number in home]
    groups: dict[int, list[Story]] = {}
    for number, story in enumerate(stories):
        groups.setdefault(home[number], []).append(story)
    return list(groups.values())


def refuse_contradiction(claims: Sequence[Claim], ones: Sequence[int], twos: Sequence[int], judgements: Judgements) -> None:
    """Raise JudgementError where two groups of claims that are to be one hold a pair that is judged different."""
    for i in ones:
        for j in twos:
            left, right = sorted((claims[i], claims[j]), key=lambda c: c.id)
            if judgements.get((left.id, right.id)) == DIFFERENT:
                raise JudgementError(
                    f"{_named(left)} and {_named(right)} are judged different, and the same by way of other claims; "
                    "change one of these judgements"
                )


def _named(claim: Claim) -> str:
    return f'"{" ".join(claim.text.split())}" (line {claim.line}: {" ".join(claim.sentence.split())[:80]})'
