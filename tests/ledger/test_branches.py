"""Two branches that both write the ledger, merged by git: nothing that a person wrote is lost."""

from __future__ import annotations

import random
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claimcheck.ledger.change import decide, prune, update
from claimcheck.ledger.file import parse, serialise
from claimcheck.ledger.ledger import Ledger
from claimcheck.ledger.store import FOLDER, LEDGER, add_helpers, save
from claimcheck.model.ledger import Decision, State

from .factories import About, decision, seen, told

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
PLACES = ("Karsa", "Dorn", "Velt", "Misk", "Orlo", "Pell", "Quay", "Rond")
HISTORIES = 12


def event(place: str, one: int, two: int) -> About:
    says = [("Herald", f"At noon the storm in {place} killed [{one}] people."), ("Courier", f"In {place} [{two}] are dead.")]
    return About(says, groups=frozenset(), names=frozenset({place.lower()}), label=place)


class Repository:
    """A git repository with nothing but a ledger."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / FOLDER / LEDGER
        self.git("init", "-q", "-b", "main")
        add_helpers(self.path.parent)

    def git(self, *arguments: str) -> None:
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@localhost", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=self.folder, check=True, capture_output=True)

    def commit(self, ledger: Ledger) -> None:
        save(self.path, serialise(ledger), self.path.read_bytes() if self.path.exists() else None)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "ledger")

    def read(self) -> Ledger:
        return parse(self.path.read_bytes(), "ledger.jsonl")


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_what_both_branches_wrote_is_there_after_the_merge(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    repository = Repository(tmp_path)
    world = {place: (10 * n + 13, 10 * n + 17) for n, place in enumerate(PLACES)}
    begun = chance.sample(PLACES, 4)
    base = update(Ledger(), seen(*(event(p, *world[p]) for p in begun))).ledger
    repository.commit(base)
    written: list[Decision] = []
    branches = []
    undecided = chance.sample(base.entries, 4)
    for number, name in enumerate(("left", "right")):
        repository.git("switch", "-q", "-c", name, "main")
        places = [*begun, *chance.sample([p for p in PLACES if p not in begun], 2)]
        ledger = update(base, seen(*(event(p, *world[p]) for p in places))).ledger
        for entry in undecided[number * 2 : number * 2 + 2]:
            made = decision(reason=f"{name} of {entry.subject}", by=name, on=date(2026, 1, 1 + number))
            ledger = decide(ledger, entry.id, made)
            written.append(made)
        repository.commit(ledger)
        branches.append((ledger, set(places)))
    repository.git("merge", "-q", "left", "-m", "both")
    merged = repository.read()
    assert {d for e in merged.entries for d in e.decisions} == set(written)
    assert {e.id for e in merged.entries} == {e.id for ledger, _ in branches for e in ledger.entries}
    everything = [event(p, *world[p]) for p in sorted(branches[0][1] | branches[1][1])]
    assert {s.state for s in told(merged, *everything).values()} == {State.UNCHANGED, State.SUPPRESSED}
    tidy = update(merged, seen(*everything))
    assert not tidy.accepts
    assert update(tidy.ledger, seen(*everything)).ledger == tidy.ledger
    assert {d for e in prune(tidy.ledger, seen(*everything)).ledger.entries for d in e.decisions} == set(written)


def test_the_same_new_discrepancy_found_on_both_branches_is_one_entry(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit(Ledger())
    for name, places in (("left", ("Karsa", "Dorn")), ("right", ("Karsa", "Velt"))):
        repository.git("switch", "-q", "-c", name, "main")
        repository.commit(update(Ledger(), seen(*(event(p, 3, 5) for p in places))).ledger)
    repository.git("merge", "-q", "left", "-m", "both")
    assert sorted(e.subject for e in repository.read().entries) == ["Dorn", "Karsa", "Velt"]


def test_two_ids_for_one_subject_are_reported_as_a_merge_and_become_one(tmp_path: Path) -> None:
    whole = event("Karsa", 3, 5)
    left = update(Ledger(), seen(whole)).ledger
    right = update(Ledger(), seen(replace(whole, says=[*whole.says, ("Post", "Karsa mourns [5] victims.")]))).ledger
    both = Ledger((*left.entries, *right.entries))
    assert len(both.entries) == 2
    found = told(both, whole)
    assert [s.state for s in found.values()] == [State.UNCHANGED]
    assert "merged" in found["0"].reason
    assert len(update(both, seen(whole)).ledger.entries) == 1


def test_two_entries_for_one_subject_are_one_though_every_sentence_was_reworded() -> None:
    first = update(Ledger(), seen(event("Karsa", 3, 5))).ledger
    says = [("Herald", "[3] people died in the storm."), ("Courier", "The storm has cost [5] lives in Karsa.")]
    other = replace(event("Karsa", 3, 5), says=says)
    second = update(Ledger(), seen(other)).ledger
    both = Ledger((*first.entries, *second.entries))
    found = told(both, other)
    assert [s.state for s in found.values()] == [State.UNCHANGED]
    assert "merged" in found["0"].reason
    elsewhere = replace(event("Dorn", 3, 5), says=says)
    assert {s.state for s in told(first, elsewhere).values()} == {State.NEW, State.ABSENT}
