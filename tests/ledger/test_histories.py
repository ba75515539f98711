"""Generated histories: whatever else is edited, new and updated are reported exactly when a figure changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

import claimcheck
from claimcheck.ledger.change import prune, update
from claimcheck.ledger.file import parse, serialise
from claimcheck.ledger.ledger import Ledger
from claimcheck.ledger.run import beside, sight
from claimcheck.ledger.values import words
from claimcheck.model.ledger import State
from claimcheck.model.report import Report

from .factories import reached
from .histories import POOLS, World

SEQUENCES = 200
AT_ONCE = 10
TODAY = date(2026, 3, 1)
Figures = dict[str, set[int]]


def expected(accepted: Figures, values: Figures) -> dict[str, State]:
    """The state of each fact, worked out from what was written into the articles."""
    found = {}
    for fact in POOLS:
        disputed = values.get(fact, set()) if len(values.get(fact, ())) > 1 else set()
        if disputed and fact not in accepted:
            found[fact] = State.NEW
        elif disputed:
            found[fact] = State.UPDATED if disputed - accepted[fact] else State.UNCHANGED
        elif fact in accepted:
            found[fact] = State.ABSENT
    return found


def fact_of(value: str) -> str:
    return next(fact for fact, pool in POOLS.items() if int(value.removeprefix("count ")) in pool)


def reported(report: Report, ledger: Ledger) -> dict[str, State]:
    """The state of each fact, as it is reported; a fact that is reported twice is an error."""
    values = {s.subject: s.values for s in sight(report, reached)} | {e.id: e.values for e in ledger.entries}
    found: dict[str, State] = {}
    for name, state in beside(report, ledger, reached, TODAY).states.items():
        (fact,) = {fact_of(value) for value in values[name]}
        assert fact not in found
        found[fact] = state.state
    return found


def names_old_and_new(report: Report, ledger: Ledger, before: Figures, after: Figures) -> None:
    """Where one paper changed one figure, the sentence names the new one, and the old one where nobody states it any more."""
    values: Mapping[str, Mapping[str, object]] = {s.subject: s.values for s in sight(report, reached)}
    for name, state in beside(report, ledger, reached, TODAY).states.items():
        if state.state is State.UPDATED:
            fact = fact_of(next(iter(values[name])))
            for figure in (after[fact] - before[fact]) | (before[fact] - after[fact]):
                assert words(f"count {figure}") in state.reason


def accept(accepted: Figures, values: Figures) -> Figures:
    now = expected(accepted, values)
    taken = {fact: set(values[fact]) for fact, state in now.items() if state in (State.NEW, State.UPDATED)}
    return accepted | taken


def pruned(accepted: Figures, values: Figures) -> Figures:
    return {f: held & values[f] for f, held in accepted.items() if len(values.get(f, ())) > 1}


@pytest.mark.parametrize("first", range(0, SEQUENCES, AT_ONCE))
def test_new_and_updated_are_reported_exactly_when_a_figure_changed(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + AT_ONCE):
        history(seed, tmp_path / "news")


def history(seed: int, folder: Path) -> None:
    world = World.begun(seed)
    world.write(folder)
    ledger, accepted = Ledger(), dict[str, set[int]]()
    edits = ["begin"]
    for _ in range(world.chance.randint(3, 6)):
        report = claimcheck.compare([folder])
        assert reported(report, ledger) == expected(accepted, world.values()), (seed, edits)
        if edits[-1] == "change" and len(edits) > 1:
            names_old_and_new(report, ledger, accepted, world.values())
        if edits[-1] == "begin" or world.chance.random() < 0.6:
            seen = sight(report, reached)
            ledger, accepted = update(ledger, seen).ledger, accept(accepted, world.values())
            if world.chance.random() < 0.3:
                ledger, accepted = prune(ledger, seen).ledger, pruned(accepted, world.values())
            assert update(ledger, seen).ledger == ledger, (seed, edits)
            assert serialise(parse(serialise(ledger), "x")) == serialise(ledger)
            assert reported(report, ledger) == expected(accepted, world.values()), (seed, edits)
        edits.append(world.edit())
        world.write(folder)
