"""A run beside a ledger: what the command line asks for, in one call each."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from claimcheck.ledger.ledger import Ledger, states
from claimcheck.ledger.sighting import Reached, Sighting, sightings
from claimcheck.lexicon.catalogue import load_catalogue
from claimcheck.model.report import Report


def families() -> Mapping[str, str]:
    """The family of each unit that the catalogue knows."""
    return MappingProxyType({name: unit.family for name, unit in load_catalogue().units.by_id.items()})


def sight(report: Report, reached: Reached, passed: Container[str] = ()) -> tuple[Sighting, ...]:
    """The subjects of a run in the terms of a ledger.

    Args:
        report: The run.
        reached: Tells which verdicts are at or above the threshold.
        passed: Ids of subjects that are not to be taken for discrepancies, whatever is said of them.
    """
    seen = sightings(report, families(), reached)
    return tuple(replace(s, disputed=frozenset()) if s.subject in passed else s for s in seen)


def beside(report: Report, ledger: Ledger, reached: Reached, today: date, passed: Container[str] = ()) -> Report:
    """The report with the state of each discrepancy at or above the threshold, and of the entries that are none any more."""
    return replace(report, states=MappingProxyType(dict(states(ledger, sight(report, reached, passed), today))))
