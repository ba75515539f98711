"""Articles of a line or two, and what is said of the deeds in them."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.assess import Tolerances, judge
from claimcheck.link import find_deeds
from claimcheck.model.claim import Claim
from claimcheck.model.deed import Deed
from claimcheck.model.report import Story
from claimcheck.model.subject import Finding, Judged
from claimcheck.pipeline import extract
from tests.link.said import CATALOGUE, articles, claims_of


def deeds(text: str) -> list[tuple[Claim, Deed]]:
    """The deeds of a text, each with its claim."""
    return [(claim, claim.value) for claim in extract(text) if isinstance(claim.value, Deed)]


def judged(*texts: str) -> tuple[Judged, ...]:
    """What is said of the deeds of texts that are taken for one story; ` @2024-05-01` behind one is its day."""
    told = articles(texts)
    claims = claims_of(told)
    subjects = find_deeds([Story("t-1", "a story", tuple(claims))], claims, CATALOGUE)
    return judge(subjects, {a.id: a for a in told}, CATALOGUE.units, {}, Tolerances(), context=claims)


def findings(*texts: str) -> list[Finding]:
    """The findings on the deeds of such texts."""
    return [finding for found in judged(*texts) for finding in found.findings]


def verdicts(texts: Sequence[str]) -> list[str]:
    """Their verdicts, in order."""
    return sorted(finding.verdict.value for finding in findings(*texts))
