"""Which figures an article gives as its main ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.link.persons import special_people
from claimcheck.link.values import apart_in_article, is_old
from claimcheck.model.article import Role
from claimcheck.model.claim import Claim, Scope
from claimcheck.model.quantity import Dimension, Quantity


def main_figures(claims: Sequence[Claim], catalogue: Catalogue, about: date | None) -> frozenset[str]:
    """Claims that give their article's main figure of a kind and people, with its repetitions.

    The main figure is the largest, parts of sets and figures of earlier events apart; of a toll also the one with which the text
    begins, as an article of today may go on to a larger one of other days. "Nobody was killed" is one too, though its article may
    give the dead of an earlier event. `about` is when the story is told.
    """
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    leads = _leads(claims, int(catalogue.linking.limits["lead"]))
    for claim in claims:
        aside = Scope.PART in claim.frame.scope or Scope.ADDED in claim.frame.scope or is_old(claim, catalogue.linking, about)
        if claim.dimension not in (Dimension.DATE, Dimension.RANK) and not aside:
            people = special_people(claim, catalogue) if claim.kind in catalogue.linking.tolls else frozenset()
            of = (",".join(sorted(claim.frame.groups)), ",".join(sorted(people)))
            groups[(claim.source, claim.kind, claim.unit or "", *of)].append(claim)
    chosen: set[str] = set()
    for found in groups.values():
        largest = max(_largest(c) for c in found)
        first = min(found, key=_place)
        begins = first.id in leads and first.kind in catalogue.linking.tolls and _largest(first) > 0
        tops = [c for c in found if _largest(c) == largest or (begins and c is first)]
        chosen |= {c.id for c in found if any(c is top or apart_in_article(top, c, catalogue) is None for top in tops)}
    nones = {c.id for c in claims if c.kind in catalogue.linking.nones and c.figure == (Decimal(0), Decimal(0))}
    return frozenset(chosen | nones)


def local_figures(claims: Sequence[Claim], catalogue: Catalogue) -> frozenset[str]:
    """Claims that alone give a toll of a place in their article: `four died in Sindh, nine in Punjab`."""
    told: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        places = frozenset(name for name in claim.frame.where if catalogue.linking.weight(name) >= catalogue.linking.known)
        if claim.kind in catalogue.linking.tolls and places and claim.dimension is Dimension.COUNT:
            people = special_people(claim, catalogue)
            told[claim.source, claim.kind, *sorted(people), *sorted(places)].append(claim)
    return frozenset(c.id for found in told.values() if len({c.figure for c in found}) == 1 for c in found)


def figures_of_venues(claims: Sequence[Claim], catalogue: Catalogue) -> frozenset[str]:
    """Claims of articles that give a toll at two venues and more, each of one: `14 died at the airport and 20 in the metro`."""
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind in catalogue.linking.tolls and claim.frame.venues and claim.dimension is Dimension.COUNT:
            told[claim.source, claim.kind].append(claim)
    return frozenset(c.id for found in told.values() if len({c.frame.venues for c in found}) > 1 for c in found)


def _leads(claims: Sequence[Claim], number: int) -> frozenset[str]:
    """The figures with which each article begins, dates apart."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.dimension is not Dimension.DATE:
            told[claim.source].append(claim)
    return frozenset(c.id for found in told.values() for c in sorted(found, key=_place)[:number])


def _place(claim: Claim) -> tuple[bool, int]:
    return claim.role is not Role.TITLE, claim.start


def headlines(claims: Sequence[Claim], catalogue: Catalogue, about: date | None) -> frozenset[tuple[str, str]]:
    """Figures of a headline, each with the one of its article's text that should be the same: the largest of the kind.

    Only where the text does not give the figure of the headline: then the article contradicts itself, or says it in other digits.
    """
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        whole = not claim.frame.scope & {Scope.PART, Scope.ADDED, Scope.OTHERS} and not is_old(claim, catalogue.linking, about)
        if claim.kind in catalogue.linking.tolls and whole:
            told[claim.source, claim.kind].append(claim)
    found: set[tuple[str, str]] = set()
    for group in told.values():
        titles = [c for c in group if c.role is Role.TITLE]
        body = [c for c in group if c.role is Role.BODY]
        if len({c.figure for c in titles}) == 1 and body and all(c.figure != titles[0].figure for c in body):
            largest = max(_largest(c) for c in body)
            found |= {(t.id, c.id) for t in titles for c in body if _largest(c) == largest}
    return frozenset(found)


def _largest(claim: Claim) -> Decimal:
    return claim.value.figure[1] if isinstance(claim.value, Quantity) else Decimal(0)
