"""Generated histories, by the commands alone: whatever is edited or merged, new and updated are told exactly when a figure changed.

`HISTORIES=500 pytest tests/ledger/test_histories.py` goes through that many; a few of them are run by the installed command, each
in a process of its own, the others in this one.
"""

from __future__ import annotations

import copy
import functools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.extract.article import extract_article
from claimcheck.ledger.file import parse
from claimcheck.ledger.store import FOLDER, LEDGER
from claimcheck.ledger.values import words
from claimcheck.lexicon.catalogue import load_catalogue
from claimcheck.model.article import Article
from claimcheck.model.claim import Extraction
from claimcheck.model.ledger import Choice, State

from .histories import POOLS, Paper, World

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
SEQUENCES = int(os.environ.get("HISTORIES", "20"))
AT_ONCE = 5
INSTALLED = max(SEQUENCES // 50, 1)
TODAY = "2026-03-01"
COMMAND = Path(sys.executable).with_name("claimcheck")
Figures = dict[str, set[int]]


@dataclass(frozen=True)
class Said:
    """What a command said."""

    code: int
    out: str


Run = Callable[[Sequence[str]], Said]


@functools.cache
def read_once(article: Article) -> Extraction:
    """Every command of a history reads the same articles again, all but one or two of them as they were.

    Here it is the ledger that is looked at; the installed command reads them anew each time.
    """
    return extract_article(article, load_catalogue())


def in_process(arguments: Sequence[str]) -> Said:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimcheck.pipeline.extract_article", lambda article, _: read_once(article))
        done = CliRunner().invoke(app, list(arguments))
    return Said(done.exit_code, done.stdout)


def installed(arguments: Sequence[str]) -> Said:
    done = subprocess.run([COMMAND, *arguments], capture_output=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL)
    return Said(done.returncode, done.stdout)


def git(*arguments: str) -> None:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@localhost", "-c", "commit.gpgsign=false"]
    # git guesses that an article renamed by one branch moves the whole folder of the other, and asks a person.
    plain = ["-c", "merge.directoryRenames=false"]
    subprocess.run(["git", *who, *plain, *arguments], check=True, capture_output=True)


def fact_of(figure: int) -> str:
    return next(fact for fact, pool in POOLS.items() if figure in pool)


def figures(values: Sequence[str]) -> set[int]:
    return {int(value.removeprefix("count ")) for value in values}


def expected(accepted: Figures, decided: dict[str, Choice], values: Figures) -> dict[str, State]:
    """The state of each fact, worked out from what was written into the articles."""
    found = {}
    for fact in POOLS:
        disputed = values.get(fact, set()) if len(values.get(fact, ())) > 1 else set()
        if disputed and fact not in accepted:
            found[fact] = State.NEW
        elif disputed and disputed - accepted[fact]:
            found[fact] = State.UPDATED
        elif disputed:
            found[fact] = State.SUPPRESSED if decided.get(fact, Choice.UNSURE) is not Choice.UNSURE else State.UNCHANGED
        elif fact in accepted:
            found[fact] = State.ABSENT
    return found


@dataclass
class History:
    """A repository of articles, its ledger, and what must be in there."""

    world: World
    run: Run
    accepted: Figures = field(default_factory=dict)
    decided: dict[str, Choice] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    """By the reason of a decision: its fact."""
    done: list[str] = field(default_factory=list)

    @property
    def book(self) -> Path:
        return Path(FOLDER) / LEDGER

    def write(self) -> None:
        self.world.write(Path("news"))

    def command(self, *arguments: str, code: int = 0) -> str:
        said = self.run(arguments)
        assert said.code == code, (self.done, arguments, said)
        return said.out

    # --- what is told ---------------------------------------------------------------------------------------------------------

    def check(self) -> dict[str, State]:
        """Compares, and holds what is told against what was written."""
        before = self.book.read_bytes()
        now = expected(self.accepted, self.decided, self.world.values())
        fails = any(state in (State.NEW, State.UPDATED) for state in now.values())
        unsure = any(state is State.UNCHANGED and fact in self.decided for fact, state in now.items())
        out = self.command("compare", "news", "--format", "json", "--today", TODAY, code=int(fails or unsure))
        told = self._told(json.loads(out))
        assert {fact: state for fact, (state, _) in told.items()} == now, self.done
        for fact, (state, reason) in told.items():
            if state is State.UPDATED:
                for figure in self.world.values()[fact] - self.accepted[fact]:
                    assert words(f"count {figure}") in reason, self.done
        assert self.run(["compare", "news", "--format", "json", "--today", TODAY]).out == out
        assert self.book.read_bytes() == before, "compare only reads"
        return now

    def _told(self, document: Any) -> dict[str, tuple[State, str]]:
        """The state of each fact and its sentence; a fact that is told twice is an error."""
        entries = {e.id: figures(tuple(e.values)) for e in parse(self.book.read_bytes(), "x").entries}
        claims = {c["id"]: c["figure"][0] for c in document["claims"] if c["dimension"] == "count"}
        subjects = {s["id"]: {claims[c] for c in s["claims"] if c in claims} for s in document["subjects"]}
        told: dict[str, tuple[State, str]] = {}
        for state in document["states"]:
            (fact,) = {fact_of(figure) for figure in (subjects | entries)[state["id"]]}
            # Both branches of a merge may have begun an entry for it; where it is settled, both are told to be gone.
            assert fact not in told or state["state"] == State.ABSENT.value, self.done
            told[fact] = (State(state["state"]), state["reason"])
        return told

    # --- what a person does ---------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Takes everything in; a second time changes no byte."""
        values = self.world.values()
        now = expected(self.accepted, self.decided, values)
        if any(state in (State.NEW, State.UPDATED) for state in now.values()):
            before = self.book.read_bytes()
            self.command("ledger", "update", "news", code=1)
            assert self.book.read_bytes() == before, "nothing new is taken in without being told to"
        self.command("ledger", "update", "news", "--accept-new")
        for fact, state in now.items():
            if state in (State.NEW, State.UPDATED):
                self.accepted[fact] = set(values[fact])
        after = self.book.read_bytes()
        self.command("ledger", "update", "news", "--accept-new")
        assert self.book.read_bytes() == after
        self.nothing_is_lost()

    def prune(self) -> None:
        values = self.world.values()
        out = self.command("ledger", "prune", "news")
        self.accepted = {f: held & values[f] for f, held in self.accepted.items() if len(values.get(f, ())) > 1}
        for reason, fact in list(self.written.items()):
            if fact not in self.accepted:
                assert reason in out, "what is taken out is said"
                del self.written[reason]
        self.decided = {fact: choice for fact, choice in self.decided.items() if fact in self.accepted}
        after = self.book.read_bytes()
        self.command("ledger", "prune", "news")
        assert self.book.read_bytes() == after
        self.nothing_is_lost()

    def decide(self, facts: Sequence[str] = tuple(POOLS)) -> None:
        """A decision on one of the entries of these facts."""
        entries = [(e, fact_of(min(figures(tuple(e.values))))) for e in parse(self.book.read_bytes(), "x").entries]
        open_to = [(e, fact) for e, fact in entries if fact in facts]
        if not open_to or len({fact for _, fact in entries}) < len(entries):  # two entries of one fact: the next update joins them
            return
        entry, fact = self.world.chance.choice(open_to)
        choice = self.world.chance.choice((Choice.ACCEPTED, Choice.NOT_A_DISCREPANCY, Choice.UNSURE))
        reason = f"Reason {self.world.chance.randrange(10**9)}."
        said = ["ledger", "decide", entry.id, choice.value, "--reason", reason, "--by", "Ada", "--today", TODAY]
        self.command(*said, "news")
        self.decided[fact] = choice
        self.written[reason] = fact
        self.nothing_is_lost()

    def nothing_is_lost(self) -> None:
        kept = {d.reason for e in parse(self.book.read_bytes(), "x").entries for d in e.decisions}
        assert set(self.written) <= kept, self.done

    def commit(self) -> None:
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", "articles")

    def merge(self) -> None:
        """Two branches that edit different articles, take in what is new and decide on different facts; then git merges them."""
        self.commit()
        papers = copy.deepcopy(self.world.papers)
        names = self.world.chance.sample([p.name for p in papers], len(papers))
        facts = self.world.chance.sample(sorted(self.accepted), len(self.accepted))
        base, written, decided = copy.deepcopy(self.accepted), dict(self.written), dict(self.decided)
        edited: dict[str, Paper] = {}
        sides: list[Figures] = []
        words_of_both, choices_of_both = dict(written), dict(decided)
        for number, branch in enumerate(("left", "right")):
            git("switch", "-q", "-C", branch, "main")
            self.world.papers = copy.deepcopy(papers)
            self.accepted, self.written, self.decided = copy.deepcopy(base), dict(written), dict(decided)
            mine = [p for p in self.world.papers if p.name in names[number::2]]
            for _ in range(self.world.chance.randint(1, 2)):
                self.done.append(f"{branch}: {self.world.edit_one_of(mine)}")
            self.write()
            self.accept()
            if self.world.chance.random() < 0.7:
                self.decide(facts[number::2])
            self.commit()
            edited |= {p.name: p for p in mine}
            sides.append(self.accepted)
            words_of_both |= self.written
            choices_of_both |= {fact: choice for fact, choice in self.decided.items() if choice is not decided.get(fact)}
        git("merge", "-q", "left", "-m", "both")
        git("branch", "-f", "main", "HEAD")
        git("switch", "-q", "main")
        self.world.papers = [edited[p.name] for p in papers]
        self.written, self.decided = words_of_both, choices_of_both
        self.done.append("merge")
        self._merged(base, *sides)

    def _merged(self, base: Figures, left: Figures, right: Figures) -> None:
        found: Figures = {}
        for entry in parse(self.book.read_bytes(), "x").entries:
            held = figures(tuple(entry.values))
            found.setdefault(fact_of(min(held)), set()).update(held)
        for fact in POOLS:
            sides = [side.get(fact, set()) for side in (base, left, right)]
            assert (sides[1] | sides[2]) - sides[0] <= found.get(fact, set()) <= sides[0] | sides[1] | sides[2], self.done
        self.accepted = found
        self.nothing_is_lost()


def live(seed: int, run: Run, least: int = 3) -> None:
    """One history: every step is edited, checked, and now and then taken in, pruned, decided on or merged."""
    shutil.rmtree("news", ignore_errors=True)
    git("init", "-q", "-b", "main")
    history = History(World.begun(seed), run)
    history.write()
    history.command("ledger", "init", "news")
    history.accepted = {fact: said for fact, said in history.world.values().items() if len(said) > 1}
    chance = history.world.chance
    for _ in range(chance.randint(least, least + 2)):
        if chance.random() < 0.3:
            history.merge()
        else:
            history.done.append(history.world.edit())
            history.write()
        history.check()
        if chance.random() < 0.6:
            history.accept()
            if chance.random() < 0.3:
                history.prune()
            if chance.random() < 0.4:
                history.decide()
            history.check()


@pytest.mark.parametrize("first", range(0, SEQUENCES, AT_ONCE))
def test_new_and_updated_are_told_exactly_when_a_figure_changed(
    first: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(first, first + AT_ONCE):
        (tmp_path / str(seed)).mkdir()
        monkeypatch.chdir(tmp_path / str(seed))
        live(seed, in_process)


@pytest.mark.parametrize("seed", range(10_000, 10_000 + INSTALLED))
def test_and_by_the_installed_command(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    live(seed, installed, least=1)
