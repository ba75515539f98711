"""`claimcheck init`, and the jobs it writes, run as their hosts would."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from claimcheck.cli import app

from .jobs import ROOT, commit, filled, git, parsed, shell, write

pytestmark = pytest.mark.skipif(not (shutil.which("bash") and shutil.which("git")), reason="needs bash and git")
TEMPLATES = ROOT / "claimcheck" / "starter" / "templates"
LEDGER = Path(".claimcheck/ledger.jsonl")
GITHUB = Path(".github/workflows/claimcheck.yml")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two articles in conflict."""
    root = tmp_path / "work"
    write(root / "news", "Herald", 14)
    write(root / "news", "Courier", 19)
    git(root, "init", "-q")
    commit(root)
    monkeypatch.chdir(root)
    return root


def init(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["init", *arguments])


def files(root: Path) -> list[str]:
    """What is there that git does not know."""
    done = subprocess.run(["git", "ls-files", "-o"], cwd=root, check=True, capture_output=True, text=True)
    return sorted(done.stdout.splitlines())


HELPERS = [".claimcheck/.gitattributes", ".claimcheck/.gitignore"]
CORE = [".claimcheck.yaml", *HELPERS, str(LEDGER)]


def test_it_shows_and_writes_nothing_without_a_yes(repository: Path) -> None:
    done = init("news", "--ci", "github")
    assert done.exit_code == 2
    assert "--yes" in done.stderr
    for name in (*CORE, str(GITHUB)):
        assert f"{name}:\n" in done.stdout
    assert "fail_on: conflict" in done.stdout
    assert "people killed" in done.stdout
    assert "1 entry" in done.stdout
    assert files(repository) == []


def test_it_writes_what_it_shows_and_the_next_run_is_clean(repository: Path) -> None:
    assert CliRunner().invoke(app, ["compare", "news"]).exit_code == 1
    done = init("news", "--yes", "--ci", "github")
    assert done.exit_code == 0
    assert files(repository) == sorted([*CORE, str(GITHUB)])
    for name in (".claimcheck.yaml", str(GITHUB)):
        assert (repository / name).read_text().splitlines()[3] in done.stdout
    assert CliRunner().invoke(app, ["compare", "news"]).exit_code == 0
    assert "file:" not in CliRunner().invoke(app, ["config", "news"]).stderr


@pytest.mark.parametrize(
    ("makes", "job"),
    [
        ((".github/dependabot.yml",), str(GITHUB)),
        ((".gitlab-ci.yml",), ".gitlab/claimcheck.yml"),
        ((".gitlab/issue.md",), ".gitlab-ci.yml"),
        ((), None),
        ((".github/x", ".gitlab-ci.yml"), None),
    ],
)
def test_whose_ci_is_seen_by_what_is_there(repository: Path, makes: tuple[str, ...], job: str | None) -> None:
    for name in makes:
        (repository / name).parent.mkdir(exist_ok=True)
        (repository / name).write_text("x: 1\n")
    done = init("news", "-y")
    assert done.exit_code == 0
    assert sorted(set(files(repository)) - set(makes)) == sorted([*CORE, *([job] if job else [])])
    assert ("--ci github or gitlab" in done.stdout) is (job is None)
    assert ("add `include:" in done.stdout) is (job == ".gitlab/claimcheck.yml")


@pytest.mark.parametrize(
    ("address", "job"), [("git@github.com:a/b.git", str(GITHUB)), ("https://gitlab.com/a/b", ".gitlab-ci.yml")]
)
def test_or_by_where_it_is_pushed_to(repository: Path, address: str, job: str) -> None:
    git(repository, "remote", "add", "origin", address)
    assert init("news", "-y").exit_code == 0
    assert job in files(repository)


def test_what_is_there_is_left_as_it_is(repository: Path) -> None:
    (repository / ".claimcheck.yaml").write_text("fail_on: superseded\n")
    GITHUB.parent.mkdir(parents=True)
    GITHUB.write_text("mine\n")
    done = init("news", "-y", "--ci", "github")
    assert ".claimcheck.yaml is there, and is left as it is" in done.stdout
    assert (Path(".claimcheck.yaml").read_text(), GITHUB.read_text()) == ("fail_on: superseded\n", "mine\n")
    before = {name: (repository / name).read_bytes() for name in files(repository)}
    for _ in range(2):
        again = init("news", "-y", "--ci", "github")
        assert again.exit_code == 2
        assert "all is there already" in again.stderr
    assert {name: (repository / name).read_bytes() for name in files(repository)} == before


def test_settings_in_another_file_are_settings(repository: Path) -> None:
    (repository / "pyproject.toml").write_text('[tool.claimcheck]\nfail_on = "superseded"\n')
    done = init("news", "-y")
    assert "pyproject.toml is there, and is left as it is" in done.stdout
    assert files(repository) == sorted([*HELPERS, str(LEDGER), "pyproject.toml"])
    assert CliRunner().invoke(app, ["compare", "news"]).exit_code == 0


def test_a_job_for_gitlab_that_is_there_is_known_again(repository: Path) -> None:
    assert init("news", "-y", "--ci", "gitlab").exit_code == 0
    assert "all is there already" in init("news", "-y", "--ci", "gitlab").stderr


def test_without_a_repository_all_goes_beside_the_articles(repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    assert init("news", "-y").exit_code == 0
    assert sorted(p.name for p in Path("news").iterdir()) == [".claimcheck", ".claimcheck.yaml", "courier.md", "herald.md"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("none",), 2, "there is no such folder"),
        (("news/herald.md",), 2, "there is no such folder"),
        (("empty",), 3, "fewer than two articles"),
        (("a$b", "--ci", "github"), 2, "cannot name this folder safely"),
    ],
)
def test_what_it_cannot_begin_with(repository: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    (repository / "empty").mkdir()
    shutil.copytree(repository / "news", repository / "a$b")
    done = init(*arguments, "--yes")
    assert done.exit_code == code
    assert words in done.stderr
    assert not (repository / ".claimcheck").exists()
    assert not (repository / ".claimcheck.yaml").exists()


def test_a_settings_file_that_is_damaged_is_told(repository: Path) -> None:
    (repository / ".claimcheck.yaml").write_text("fail_onn: x\n")
    done = init("news", "-y")
    assert (done.exit_code, "did you mean 'fail_on'?" in done.stderr) == (2, True)
    assert not LEDGER.exists()


def run_github(root: Path, base: str) -> tuple[int, str, str]:
    """The steps of the written workflow that are shell."""
    (job,) = parsed(root / GITHUB)["jobs"].values()
    install, compare = [step for step in job["steps"] if "run" in step]
    assert install["run"] == 'python -m pip install --quiet "$INSTALL"'
    summary = root.parent / "summary"
    summary.write_text("")
    environment = {k: filled(str(v), {"github.base_ref": base}) for k, v in (job["env"] | compare["env"]).items()}
    done = shell(compare["run"], root, {**environment, "GITHUB_STEP_SUMMARY": str(summary)})
    return done.returncode, done.stdout + done.stderr, summary.read_text()


@pytest.mark.parametrize("folder", ["news", "my news"])
def test_the_job_for_github(repository: Path, folder: str) -> None:
    Path("news").rename("news2")
    Path("news2").rename(folder)
    assert init(folder, "-y", "--ci", "github", "--install", "claimcheck-cli @ file:///wheel").exit_code == 0
    (job,) = parsed(GITHUB)["jobs"].values()
    assert (job["env"]["ARTICLES"], job["env"]["INSTALL"]) == (folder, "claimcheck-cli @ file:///wheel")
    assert parsed(GITHUB)[True]["push"]["branches"] == ["main"]
    commit(repository)
    assert run_github(repository, "")[0] == 0
    write(repository / folder, "Herald", 16)
    code, told, summary = run_github(repository, "")
    assert (code, told.count("::error")) == (1, 1)
    assert "updated" in summary
    commit(repository)
    git(repository, "clone", "-q", ".", "../fork")
    os.chdir("../fork")
    git(Path(), "switch", "-q", "-c", "topic")
    assert run_github(Path.cwd(), "main")[0] == 0
    write(Path(folder), "Courier", 23)
    assert run_github(Path.cwd(), "main")[0] == 1


@pytest.mark.parametrize("program", ["sh", "bash"])
def test_the_job_for_gitlab(repository: Path, program: str) -> None:
    assert init("news", "-y", "--ci", "gitlab").exit_code == 0
    job = parsed(repository / ".gitlab-ci.yml")["claimcheck"]
    install, compare = job["script"]
    assert install == 'python -m pip install --quiet "$INSTALL"'
    assert shell(compare, repository, job["variables"], program, "-e").returncode == 0
    reports = job["artifacts"]["reports"]
    assert all((repository / name).exists() for name in reports.values())
    write(repository / "news", "Herald", 16)
    assert shell(compare, repository, job["variables"], program, "-e").returncode == 1
    (issue,) = [i for i in yaml.safe_load((repository / reports["codequality"]).read_text()) if i["severity"] == "major"]
    assert issue["location"]["path"].startswith("news/")


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_a_template_can_be_included_as_it_stands(name: str) -> None:
    document = parsed(TEMPLATES / f"{name}.yml")
    job = document["jobs"]["claimcheck"] if name == "github" else document["claimcheck"]
    assert job["env" if name == "github" else "variables"] == {"ARTICLES": ".", "INSTALL": "claimcheck-cli"}
