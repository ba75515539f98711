"""Asked about changed articles alone: everything is read, and only what touches those is reported."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli import app

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

FLOOD = "Flood in Karsa\n\n{} people were killed in the flood in Karsa on Tuesday, officials said.\n"
QUAKE = "Earthquake in Velt\n\nThe earthquake destroyed {} buildings in Velt on Monday, engineers said.\n"


def head(paper: str) -> str:
    return f"---\npublisher: {paper}\npublished: 2025-09-03\n---\n"


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@localhost", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, message: str = "articles") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)


def run(*arguments: str, **options: Any) -> Result:
    return CliRunner().invoke(app, ["compare", *arguments], **options)


def labels(result: Result) -> list[str]:
    """The kinds of the subjects in conflict that a JSON report holds."""
    return sorted(s["kind"] for s in json.loads(result.stdout)["subjects"] if s["verdict"] == "conflict")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """On main, two papers in conflict on a flood and two on an earthquake; then a branch on which nothing has changed yet."""
    news = tmp_path / "news"
    news.mkdir()
    for name, text in (("a", FLOOD.format(14)), ("b", FLOOD.format(19)), ("c", QUAKE.format(613)), ("d", QUAKE.format(790))):
        (news / f"{name}.md").write_text(head(name.upper()) + text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    git(tmp_path, "switch", "-q", "-c", "topic")
    return tmp_path


def edit(name: str, old: str, new: str) -> None:
    path = Path("news") / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_without_changes_nothing_is_reported_and_all_is_read(repository: Path) -> None:
    assert len(labels(run("news", "--format", "json"))) == 2
    result = run("news", "--since", "main", "--format", "json")
    assert result.exit_code == 0
    assert labels(result) == []
    assert json.loads(result.stdout)["counts"]["articles"] == 4
    assert "only what touches the articles that changed since main is reported: 0 of 4" in result.stderr


@pytest.mark.parametrize("state", ["committed", "staged", "edited"])
def test_what_touches_a_changed_article_is_reported(repository: Path, state: str) -> None:
    edit("a.md", "14", "16")
    if state != "edited":
        git(repository, "add", "-A")
    if state == "committed":
        commit(repository)
    result = run("news", "--since", "main", "--format", "json")
    assert result.exit_code == 1
    assert labels(result) == ["killed"]


def test_a_new_article_that_git_does_not_know_counts(repository: Path) -> None:
    (repository / "news" / "e.md").write_text(head("E") + QUAKE.format(701), encoding="utf-8")
    found = json.loads(run("news", "--since", "main", "--format", "json").stdout)
    (subject,) = [s for s in found["subjects"] if s["verdict"] == "conflict"]
    assert len(subject["claims"]) == 3
    sides = [{_paper(found, claim) for side in finding["positions"] for claim in side} for finding in found["findings"]]
    assert all("E" in papers for papers in sides)


def _paper(document: Any, claim: str) -> str:
    sources = {s["id"]: s["publisher"] for s in document["sources"]}
    return str(next(sources[c["source"]] for c in document["claims"] if c["id"] == claim))


def test_what_others_changed_on_main_is_not_ours(repository: Path) -> None:
    edit("a.md", "14", "16")
    commit(repository)
    git(repository, "switch", "-q", "main")
    edit("c.md", "613", "644")
    commit(repository)
    git(repository, "switch", "-q", "topic")
    assert labels(run("news", "--since", "main", "--format", "json")) == ["killed"]


def test_a_renamed_or_removed_article_is_no_change(repository: Path) -> None:
    (repository / "news" / "b.md").rename(repository / "news" / "z.md")
    (repository / "news" / "d.md").unlink()
    commit(repository)
    result = run("news", "--since", "main")
    assert (result.exit_code, "0 of 3" in result.stderr) == (0, True)


def test_a_changed_list_of_sources_changes_the_articles_beside_it(repository: Path) -> None:
    (repository / "news" / "sources.yaml").write_text("a.md: {publisher: Herald}\n", encoding="utf-8")
    assert "4 of 4" in run("news", "--since", "main").stderr


@pytest.mark.parametrize(
    ("options", "stdin", "kinds"),
    [
        (["--changed", "news/a.md"], None, ["killed"]),
        (["--changed", "news/a.md", "--changed", "./news/../news/c.md"], None, ["buildings", "killed"]),
        (["--changed", "news"], None, ["buildings", "killed"]),
        (["--changed-list", "-"], "news/c.md\nREADME.md\nnews/gone.md\n", ["buildings"]),
        (["--changed-list", "-"], "news/a.md\r\n", ["killed"]),
        (["--changed-list", "-"], "news/a.md\0news/c.md\0", ["buildings", "killed"]),
        (["--changed-list", "-"], "", []),
        (["--changed-list", "-"], "news\n", []),
    ],
)
def test_changed_articles_can_be_named_without_git(
    repository: Path, options: list[str], stdin: str | None, kinds: list[str]
) -> None:
    shutil.rmtree(repository / ".git")
    result = run("news", *options, "--format", "json", input=stdin)
    assert result.exit_code == bool(kinds), result.stderr
    assert len(labels(result)) == len(kinds)
    assert ("killed" in kinds) == ("killed" in labels(result))


def test_an_article_on_standard_input_is_the_one_asked_about(repository: Path) -> None:
    result = run("news", "-", "--since", "main", "--format", "json", input=QUAKE.format(999))
    assert result.exit_code == 1
    assert "killed" not in labels(result)


def test_beside_a_ledger_only_touched_news_fails_and_the_rest_is_not_gone(repository: Path) -> None:
    assert CliRunner().invoke(app, ["ledger", "init", "news"]).exit_code == 0
    commit(repository, "ledger")
    before = (repository / ".claimcheck" / "ledger.jsonl").read_bytes()
    git(repository, "switch", "-q", "-c", "next")
    edit("a.md", "14 people", "Some 14 people")
    known = run("news", "--since", "topic", "--fail-on-stale", "--format", "json")
    assert known.exit_code == 0
    assert [s["state"] for s in json.loads(known.stdout)["states"]] == ["unchanged"]
    edit("a.md", "14", "16")
    edit("c.md", "613", "644")
    commit(repository)
    git(repository, "switch", "-q", "-c", "last")
    edit("d.md", "790", "812")
    result = run("news", "--since", "next", "--format", "json")
    assert result.exit_code == 1
    assert [s["state"] for s in json.loads(result.stdout)["states"]] == ["updated"]
    assert (repository / ".claimcheck" / "ledger.jsonl").read_bytes() == before


@pytest.mark.parametrize("format", ["sarif", "github", "gitlab", "junit", "markdown", "csv", "jsonl", "table", "html"])
def test_every_format_holds_only_what_is_touched(repository: Path, format: str) -> None:
    edit("a.md", "14", "16")
    told = run("news", "--since", "main", "--format", format).stdout
    assert "16 people" in told
    assert "613 buildings" not in told


def test_outside_a_repository(repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    said(run("news", "--since", "main"), "--since needs a git repository", "--changed")


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-x", "", "0" * 40, "main..topic", "HEAD:news/a.md"])
def test_an_unknown_revision(repository: Path, revision: str) -> None:
    said(run("news", f"--since={revision}"), "git knows no such revision", "fetch it first")


def test_a_repository_without_commits(repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    git(repository, "init", "-q")
    said(run("news", "--since", "main"), "no commit yet")


def test_a_shallow_clone(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit("a.md", "14", "16")
    commit(repository)
    git(repository, "clone", "-q", "--depth", "1", f"file://{repository}", "clone")
    monkeypatch.chdir(repository / "clone")
    said(run("news", "--since", "origin/main"), "this clone is shallow", "fetch-depth: 0")
    git(repository / "clone", "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    said(run("news", "--since", "origin/main"), "no commit in common", "fetch-depth: 0")


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    said(run("news", "--since", "main"), "git, which is not installed", "--changed")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--changed", "nothing.md"], "there is no such file"),
        (["--changed", ""], "there is no such file"),
        (["--changed", "loop/a"], "there is no such file"),
        (["--changed-list", "nothing.txt"], "--changed-list nothing.txt cannot be read"),
        (["--changed-list", "news"], "--changed-list news cannot be read"),
        (["-", "--changed-list", "-"], "standard input cannot hold"),
    ],
)
def test_names_that_help_nobody(repository: Path, options: list[str], words: str) -> None:
    said(run("news", *options), words)


def test_a_name_that_git_quoted(repository: Path) -> None:
    said(run("news", "--changed-list", "-", input='news/a.md\n"news/\\303\\274.md"\n'), "standard input:2: this name is quoted")


def said(result: Result, *words: str) -> None:
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    for word in words:
        assert word in result.stderr


def test_what_is_told_stands_at_the_changed_article_also_in_a_saved_report(repository: Path) -> None:
    """Elsewhere, a pull request would not show it: a host annotates the lines of the change."""
    (repository / "news" / "e.md").write_text(head("E") + FLOOD.format(19).replace("2025-09-03", "2024-01-01"), encoding="utf-8")
    for name, place in (("a.md", "a"), ("b.md", "b"), ("e.md", "e")):
        options = ["--changed", f"news/{name}", "--output", "json=report.json", "--output", "github=-"]
        told = run("news", *options).stdout
        assert f"file=news/{place}.md" in told.splitlines()[0]
        assert CliRunner().invoke(app, ["render", "report.json", "--format", "github"]).stdout == told


def test_a_link_that_leads_to_itself_is_no_hindrance(repository: Path) -> None:
    (repository / "loop").symlink_to("loop")
    for options in (["--since", "main"], ["--changed", "loop"], ["--changed-list", "-"]):
        result = run("news", *options, input="loop\nnews/loop\n")
        assert result.exit_code == 0, result.stderr
