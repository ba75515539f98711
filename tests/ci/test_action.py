"""The GitHub Action: what it is told reaches the command, and what comes back reaches GitHub."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from .jobs import COMMANDS, ROOT, commit, filled, git, holds, parsed, shell, write

pytestmark = pytest.mark.skipif(not (shutil.which("bash") and shutil.which("git")), reason="needs bash and git")
ACTION = parsed(ROOT / "action.yml")
INSTALL, COMPARE, UPLOAD = ACTION["runs"]["steps"]


@dataclass(frozen=True)
class Done:
    code: int
    told: str
    summary: str
    output: str
    uploads: bool


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with two articles that agree, and a branch of it."""
    folder = tmp_path / "checkout"
    write(folder / "my news", "Herald", 14)
    write(folder / "my news", "Courier", 14)
    git(folder, "init", "-q")
    commit(folder)
    git(folder, "switch", "-q", "-c", "topic")
    return folder


def act(checkout: Path, **inputs: str) -> Done:
    """The action with these inputs."""
    temp = checkout.parent / "temp"
    (temp / "claimcheck" / "bin").mkdir(parents=True, exist_ok=True)
    link = temp / "claimcheck" / "bin" / "claimcheck"
    if not link.is_symlink():
        link.symlink_to(COMMANDS / "claimcheck")
    given = {name: str(known["default"]) for name, known in ACTION["inputs"].items()} | inputs
    assert given.keys() == ACTION["inputs"].keys()
    values = {f"inputs.{name}": value for name, value in given.items()}
    summary, output = temp / "summary", temp / "output"
    for file in (summary, output):
        file.write_text("")
    files = {"RUNNER_TEMP": str(temp), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_OUTPUT": str(output)}
    done = shell(COMPARE["run"], checkout, {**files, **{k: filled(v, values) for k, v in COMPARE["env"].items()}})
    told = output.read_text()
    values["steps.compare.outputs.exit-code"] = told.removeprefix("exit-code=").strip()
    return Done(done.returncode, done.stdout + done.stderr, summary.read_text(), told, holds(UPLOAD["if"], values))


def test_it_is_an_action() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {"name", "description", "inputs", "outputs", "runs"} == ACTION.keys()
    for step in (INSTALL, COMPARE):
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "an input in a script would be run as one"
    used = {v.strip("${} ") for v in COMPARE["env"].values()}
    assert used == {f"inputs.{name}" for name in ACTION["inputs"]}
    assert UPLOAD["with"]["sarif_file"] == "${{ inputs.sarif }}"


def test_it_installs_what_was_checked_out(tmp_path: Path) -> None:
    first = tmp_path / "first"
    first.mkdir()
    stub = """#!/bin/sh
echo "$0 $*" >> "$LOG"
if [ "$1 $2" = "-m venv" ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi
"""
    (first / "python3").write_text(stub)
    (first / "python3").chmod(0o755)
    log = tmp_path / "log"
    place = {"FIRST": str(first), "LOG": str(log), "RUNNER_TEMP": str(tmp_path / "temp"), "GITHUB_ACTION_PATH": str(ROOT)}
    done = shell(INSTALL["run"], first, place)
    assert done.returncode == 0, done.stderr
    made, installed = log.read_text().splitlines()
    assert made.endswith(f"-m venv {tmp_path}/temp/claimcheck")
    assert "-m pip install" in installed
    assert installed.endswith(str(ROOT))


def test_a_clean_run(checkout: Path) -> None:
    done = act(checkout)
    assert (done.code, done.output, done.uploads) == (0, "exit-code=0\n", False)
    assert done.summary.startswith("## claimcheck: no conflict in 2 articles")
    assert "::" not in done.told


def test_a_conflict_is_annotated_summed_up_and_fails(checkout: Path) -> None:
    write(checkout / "my news", "Courier", 19)
    done = act(checkout, articles="my news\n\n", sarif="out.sarif")
    assert (done.code, done.output, done.uploads) == (1, "exit-code=1\n", True)
    assert "::error file=my news/" in done.told
    assert done.summary.startswith("## claimcheck: 1 conflict in 2 articles")
    assert json.loads((checkout / "out.sarif").read_text())["version"] == "2.1.0"


def test_only_what_changed_since_a_revision(checkout: Path) -> None:
    write(checkout / "my news", "Courier", 19)
    commit(checkout)
    git(checkout, "switch", "-q", "-c", "next")
    write(checkout / "my news", "Gazette", 7, "Velt")
    assert act(checkout, since="topic").code == 0
    assert act(checkout, since="main").code == 1


def test_options_and_several_paths(checkout: Path) -> None:
    write(checkout / "other", "Courier", 19)
    assert act(checkout, articles="my news\nother", options="--fail-on never  --quiet").code == 0
    assert act(checkout, articles="my news\nother").code == 1
    assert act(checkout, articles="my news\nother/*.md").code == 1


@pytest.mark.parametrize(
    ("inputs", "code"),
    [({"options": "--fail-on x"}, 2), ({"articles": "none"}, 2), ({"articles": "--help"}, 2), ({"since": "none"}, 2)],
)
def test_what_cannot_be_done_fails_and_is_not_uploaded(checkout: Path, inputs: dict[str, str], code: int) -> None:
    done = act(checkout, sarif="out.sarif", **inputs)
    assert (done.code, done.output, done.uploads) == (code, f"exit-code={code}\n", False)
    assert done.summary == ""


def test_nothing_to_compare_is_not_uploaded(checkout: Path) -> None:
    (checkout / "empty").mkdir()
    done = act(checkout, articles="empty", sarif="out.sarif")
    assert (done.code, done.uploads) == (3, False)


@pytest.mark.parametrize("hostile", ["$(touch hurt)", "x\ntouch hurt"])
def test_no_input_is_run(checkout: Path, hostile: str) -> None:
    quoted = f'"; touch hurt; "{hostile}`touch hurt`'
    assert act(checkout, articles=quoted, since=hostile, options=hostile, sarif=quoted).code == 2
    assert act(checkout, articles="my news", options=quoted).code == 2
    assert not list(checkout.parent.rglob("hurt"))
