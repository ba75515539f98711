"""Dates without a year in an article without a day, settled by a day that the article gives in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from claimcheck.extract.dates.calendar import settle
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.when import MonthDay, Precision, When

_NEWS = 6
"""Years from the latest that an article names to the day that it may itself be of."""
_FAR = 70
"""Days from the one given in full beyond which a date may as well be of another year."""


def settled(article: Article, claims: Sequence[Claim], weekdays: Mapping[str, int]) -> list[Claim]:
    """Give dates without a year the year of a day that an undated article states in full.

    Only near that day: who writes a year beside a day often does so because it is not the year of the rest.
    """
    full = [d for c in claims if isinstance(c.value, When) and not c.value.relative for d in [_full_day(c.value)] if d is not None]
    if article.published is not None or not full or max(full).year != min(full).year:
        return list(claims)
    years = {c.value.first.year for c in claims if isinstance(c.value, When) and isinstance(c.value.first, date)}
    others = years - {max(full).year}
    if others and not max(others) < max(full).year <= max(others) + _NEWS:
        return list(claims)  # a day of history, or one on which an order expires
    found = [_settled(claim, full, weekdays) for claim in claims]
    return [_counted(claim, full) for claim in found] if article.day is None else found


def _settled(claim: Claim, full: Sequence[date], weekdays: Mapping[str, int]) -> Claim:
    if not isinstance(claim.value, When):
        return claim
    found = _near(claim.value, full)
    if found is None or found.first is None:
        return claim
    named = {weekdays[word] for word in claim.text.lower().replace(",", " ").split() if word in weekdays}
    weekday = found.first.isoweekday() if isinstance(found.first, date) else None
    other_year = found.precision is Precision.DAY and bool(named) and weekday not in named
    return claim if other_year else replace(claim, value=found)


def _counted(claim: Claim, full: Sequence[date]) -> Claim:
    """A figure whose sentence gives the day of its count without the year."""
    if not isinstance(claim.as_of, MonthDay):
        return claim
    found = _near(When(claim.as_of, claim.as_of, Precision.DAY), full)
    return replace(claim, as_of=found.first) if found else claim


def _near(value: When, full: Sequence[date]) -> When | None:
    """A date of open year in the year that puts it near a day given in full; None where that is far from it."""
    found = settle(value, max(full))
    if not (isinstance(found.first, date) and isinstance(found.last, date)) or found is value:
        return None
    first, last = found.first, found.last
    apart = min(max((first - day).days, (day - last).days, 0) for day in full)
    return None if apart > _FAR else found


def _full_day(value: When) -> date | None:
    return value.first if value.precision is Precision.DAY and isinstance(value.first, date) else None
