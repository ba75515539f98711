"""The commands as a person runs them: what they write, what they refuse, and what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import claimcheck
from claimcheck.cli import app
from claimcheck.cli.beside import attach
from claimcheck.config import Settings
from claimcheck.errors import ClaimcheckError
from claimcheck.ledger.store import FOLDER, LEDGER
from claimcheck.model.ledger import State

from .histories import World

TODAY = date(2026, 3, 1)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A folder `news` with articles in dispute, and the folder above it as the current one."""
    world = World.begun(3)
    world.write(tmp_path / "news")
    monkeypatch.chdir(tmp_path)
    return world


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["ledger", *arguments])


def book(folder: str = "news") -> Path:
    return Path(folder) / FOLDER / LEDGER


def changed(world: World) -> tuple[int, int]:
    """One figure that only one paper states is changed; the old one and the new one."""
    paper, fact, figure = next(
        (p, f, figure)
        for p in world.papers
        for f, (_, figure) in p.said.items()
        if len(world.values()[f]) > 1 and sum(q.said[f][1] == figure for q in world.papers) == 1
    )
    fresh = world.pools[fact].pop()
    paper.said[fact] = (paper.said[fact][0], fresh)
    world.write(Path("other"))
    for file in Path("other").iterdir():
        file.replace(Path("news") / file.name)
    return figure, fresh


def test_a_ledger_is_begun_beside_the_articles_and_not_twice(world: World) -> None:
    first = run("init", "news")
    assert first.exit_code == 0
    assert "wrote news/.claimcheck/ledger.jsonl" in first.stdout
    assert (book().parent / ".gitattributes").read_text() == "*.jsonl merge=union text eol=lf\n"
    data = book().read_bytes()
    second = run("init", "news")
    assert second.exit_code == 2
    assert "claimcheck ledger update" in second.stderr
    assert book().read_bytes() == data


def test_in_a_repository_the_ledger_stands_at_its_root(world: World) -> None:
    Path(".git").mkdir()
    run("init", "news")
    assert book(".").exists()
    assert run("show", "news/nothing-there").exit_code == 0


def test_an_update_of_the_same_articles_changes_no_byte(world: World) -> None:
    run("init", "news")
    before, stamp = book().read_bytes(), book().stat().st_mtime_ns
    done = run("update", "news")
    assert (done.exit_code, book().read_bytes(), book().stat().st_mtime_ns) == (0, before, stamp)
    assert "+0 ~0 -0" in done.stdout
    assert "up to date" in done.stdout


def test_a_changed_figure_is_taken_in_only_when_a_person_says_so(world: World) -> None:
    run("init", "news")
    before = book().read_bytes()
    old, new = changed(world)
    refused = run("update", "news")
    assert refused.exit_code == 1
    assert book().read_bytes() == before
    assert f"+ {new:,}, - {old:,}" in refused.stdout
    assert "--accept-new" in refused.stderr
    assert run("update", "news", "--accept-new", "--dry-run").exit_code == 0
    assert book().read_bytes() == before
    assert run("update", "news", "--accept-new").exit_code == 0
    assert book().read_bytes() != before
    assert run("update", "news").exit_code == 0


def test_prune_takes_out_what_is_settled_and_update_does_not(world: World) -> None:
    run("init", "news")
    first, *others = Path("news").glob("*.md")
    for paper in others:
        paper.write_text(first.read_text() + f"\n{paper.name} adds nothing.\n")
    assert run("update", "news").exit_code == 0
    assert len(book().read_text().splitlines()) > 1
    assert run("prune", "news", "--dry-run").exit_code == 0
    assert len(book().read_text().splitlines()) > 1
    assert "no longer" in run("prune", "news").stdout
    assert len(book().read_text().splitlines()) == 1


@pytest.mark.parametrize("command", ["init", "update", "prune"])
def test_too_few_articles_never_empty_a_ledger(world: World, command: str) -> None:
    if command != "init":
        run("init", "news")
    for paper in list(Path("news").glob("*.md"))[1:]:
        paper.unlink()
    before = book().read_bytes() if command != "init" else None
    assert run(command, "news").exit_code == 3
    assert (book().read_bytes() if book().exists() else None) == before


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "news/.claimcheck/ledger.jsonl:1:1: the first line"), (b'{"claimcheck-ledger": 9}\n', ":1:1: this is format 9")],
)
@pytest.mark.parametrize("command", ["update", "prune", "show"])
def test_a_ledger_that_cannot_be_read_is_left_alone(world: World, data: bytes, said: str, command: str) -> None:
    book().parent.mkdir()
    book().write_bytes(data)
    done = run(command, "news")
    assert done.exit_code == 2
    assert said in done.stderr
    assert book().read_bytes() == data


@pytest.mark.parametrize("command", ["update", "prune", "show"])
def test_a_ledger_that_is_not_there_is_told(world: World, command: str) -> None:
    done = run(command, "news")
    assert done.exit_code == 2
    assert "claimcheck ledger init" in done.stderr
    assert run(command, "news", "--ledger", "none.jsonl").exit_code == 2
    assert not Path("none.jsonl").exists()


def test_show_lists_entries_and_finds_one_by_the_beginning_of_its_id(world: World) -> None:
    run("init", "news")
    all_of_them = run("show", "news")
    ids = [line.split()[0] for line in all_of_them.stdout.splitlines() if line.startswith("  e-")]
    assert len(ids) == len(book().read_text().splitlines()) - 1
    one = run("show", "news", "--entry", ids[0][:6])
    assert ids[0] in one.stdout
    assert run("show", "news", "--entry", "e-none").exit_code == 2


def test_a_review_without_a_terminal_says_what_to_do(world: World) -> None:
    done = CliRunner().invoke(app, ["review", "news"])
    assert done.exit_code == 2
    assert "--accept-new" in done.stderr


def test_compare_finds_the_ledger_and_only_reads_it(world: World) -> None:
    settings = Settings()
    assert not attach(claimcheck.compare(["news"]), ["news"], settings, TODAY).states
    run("init", "news")
    before = book().read_bytes()
    known = attach(claimcheck.compare(["news"]), ["news"], settings, TODAY).states
    assert {s.state for s in known.values()} == {State.UNCHANGED}
    changed(world)
    after = attach(claimcheck.compare(["news"]), ["news"], settings, TODAY).states
    assert sorted(s.state for s in after.values() if s.state is not State.UNCHANGED) == [State.UPDATED]
    assert book().read_bytes() == before
    with pytest.raises(ClaimcheckError, match="there is no ledger"):
        attach(claimcheck.compare(["news"]), ["news"], replace(settings, ledger=Path("none.jsonl")), TODAY)


def compare(*flags: str) -> int:
    return CliRunner().invoke(app, ["compare", "news", "--today", "2026-03-01", *flags]).exit_code


def test_compare_fails_on_what_the_ledger_does_not_know(world: World) -> None:
    assert compare() == 1
    run("init", "news")
    assert (compare(), compare("--no-new-only"), compare("--no-new-only", "--exit-zero")) == (0, 1, 0)
    changed(world)
    assert (compare(), compare("--exit-zero")) == (1, 0)
    run("update", "news", "--accept-new")
    assert compare() == 0
    first, *others = Path("news").glob("*.md")
    for paper in others:
        paper.write_text(first.read_text() + f"\n{paper.name} adds nothing.\n")
    assert (compare(), compare("--fail-on-stale")) == (0, 1)
    book().write_bytes(b"")
    assert (compare(), compare("--exit-zero")) == (2, 2)


def test_the_ledger_that_the_settings_name_is_the_one_of_every_command(world: World) -> None:
    Path("news/.claimcheck.yaml").write_text("ledger: known/here.jsonl\n")
    assert "wrote news/known/here.jsonl" in run("init", "news").stdout
    assert run("update", "news").exit_code == 0
    assert "news/known/here.jsonl:" in run("show", "news").stdout
    assert compare() == 0
    assert not book().exists()
