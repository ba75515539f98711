"""What the articles of a story tell together, for comparing two of its claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.link.mains import figures_of_venues, local_figures, main_figures
from claimcheck.model.article import Role
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Dimension
from claimcheck.model.when import Precision, When

_FIRST = 6
"""Figures of an article among which its event is named: news begins with it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """How an article gives one of its dates."""

    place: int
    """Its place among the dates of the text, 0 for the first: what a report dates first is mostly its event."""
    times: int
    """How many of its dates are this one: a day that is told of once is told for its event, one of many for many things."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What comparing two claims takes from their story."""

    mains: frozenset[str] = frozenset()
    """Ids of the claims that give their article's main figure of their kind: two of them are likelier to be of one thing."""
    local: frozenset[str] = frozenset()
    """Ids of the claims of a disaster that alone give their article's toll of a place."""
    at_venues: frozenset[str] = frozenset()
    """Ids of the claims that give the toll of one of several venues that their article tells of."""
    about: date | None = None
    """When the story is told, for articles that have no day: the day of the first that has one."""
    day: tuple[object, object] | None = None
    """The day that most articles date something on: that of the story's event."""
    sudden: bool = False
    """Whether that day comes before all reports: then their tolls are of what happened on it, and may grow manyfold."""
    dates: Mapping[str, Dated] = field(default_factory=dict)
    """How its article gives each date, by the claim's id."""
    often: frozenset[tuple[str, str]] = frozenset()
    """Articles with a noun that they count again and again, such as the counts of an indictment: sharing it says little."""
    parted: frozenset[str] = frozenset()
    """Ids of main tolls of a disaster in one country whose article gives one without a country as well: a part, or another toll."""
    disaster: bool = False
    """Whether it is the story of a disaster, whose tolls may grow manyfold from one day to the next."""
    accident: bool = False
    """Whether it is one at one place, such as a crash."""

    def both_main(self, left: Claim, right: Claim) -> bool:
        """Whether each of two claims is its article's main figure of its kind."""
        return {left.id, right.id} <= self.mains

    def both_lead(self, left: Claim, right: Claim) -> bool:
        """Whether each of two claims is what its article tells first of its kind, of all or of one place."""
        return self.both_main(left, right) or self.both_local(left, right)

    def both_local(self, left: Claim, right: Claim) -> bool:
        """Whether each of two claims is its article's toll of a place or a venue, and of one."""
        both = {left.id, right.id}
        if both <= self.at_venues and left.frame.venues == right.frame.venues:
            return True
        return both <= self.local and left.frame.where == right.frame.where


def setting_of(claims: Sequence[Claim], catalogue: Catalogue) -> Setting:
    """The setting of a story, from all its claims."""
    own = (claim.now for claim in claims if not claim.counted_on_a_day)  # else it is the article's day
    about = min((day for day in own if day is not None), default=None)
    mains, disaster = main_figures(claims, catalogue, about), _told_of(claims, catalogue.linking.disasters)
    day = _main_day(claims)
    tolls = [claim for claim in claims if claim.id in mains and claim.kind in catalogue.linking.tolls]
    return Setting(
        mains=mains,
        local=local_figures(claims, catalogue) if disaster else frozenset(),
        at_venues=figures_of_venues(claims, catalogue),
        about=about,
        day=day,
        sudden=_is_sudden(day, claims),
        dates=MappingProxyType(dict(_dates(claims))),
        often=_often(claims, catalogue),
        parted=_parted(tolls) if disaster else frozenset(),
        disaster=disaster,
        accident=disaster and _told_of(claims, catalogue.linking.accidents),
    )


def _main_day(claims: Sequence[Claim]) -> tuple[object, object] | None:
    """The day that more than half of the articles date something on; of two the one that more of them do."""
    told: dict[tuple[object, object], set[str]] = defaultdict(set)
    for claim in claims:
        if (
            isinstance(claim.value, When)
            and claim.value.resolved
            and claim.value.precision is Precision.DAY
            and claim.figure is not None
        ):
            told[claim.figure].add(claim.source)
    articles = {claim.source for claim in claims}
    found = max(told, key=lambda day: (len(told[day]), str(day)), default=None)
    return found if found is not None and 2 * len(told[found]) > len(articles) else None


def _is_sudden(day: tuple[object, object] | None, claims: Sequence[Claim]) -> bool:
    told = [claim.now for claim in claims if claim.now is not None and not claim.counted_on_a_day]
    return day is not None and isinstance(day[1], date) and bool(told) and min(told) >= day[1]


def _dates(claims: Sequence[Claim]) -> Iterator[tuple[str, Dated]]:
    articles: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.dimension is Dimension.DATE:
            articles[claim.source].append(claim)
    for told in articles.values():
        times = Counter(claim.figure for claim in told)
        for place, claim in enumerate(sorted(told, key=lambda c: (c.role is not Role.BODY, c.start))):
            yield claim.id, Dated(place, times[claim.figure])


def _often(claims: Sequence[Claim], catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    counted = Counter((c.source, c.frame.noun) for c in claims if c.dimension is Dimension.COUNT and c.frame.noun is not None)
    return frozenset(
        (source, noun)
        for (source, noun), times in counted.items()
        if noun is not None and times >= catalogue.linking.limits["often"]
    )


def _parted(tolls: Sequence[Claim]) -> frozenset[str]:
    plain = {(claim.source, claim.kind) for claim in tolls if not claim.frame.groups}
    return frozenset(claim.id for claim in tolls if len(claim.frame.groups) == 1 and (claim.source, claim.kind) in plain)


def _told_of(claims: Sequence[Claim], events: frozenset[str]) -> bool:
    """Whether most articles name one of some kinds of event beside their first figures."""
    articles: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        articles[claim.source].append(claim)
    told = [
        any(claim.frame.events & events for claim in sorted(found, key=lambda c: c.start)[:_FIRST]) for found in articles.values()
    ]
    return 2 * sum(told) > len(told)
