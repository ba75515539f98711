"""What README.md tells a stranger to type works, and CI types the same."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND = Path(sys.executable).with_name("claimcheck")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def commands(block: str) -> list[str]:
    """The commands of a block, one each, without prompts, comments and what only makes a run quieter."""
    lines = [line.split("  #")[0].strip() for line in block.splitlines()]
    flat = [part.strip() for line in lines if line and not line.startswith("#") for part in line.split("&&")]
    return [line.replace(" --quiet", "") for line in flat]


def checking_block() -> list[str]:
    (block,) = [b for b in blocks("sh") if "pytest" in b and "venv" in b]
    return commands(block)


def own_commands() -> list[str]:
    """Every `claimcheck ...` of the README's shell blocks."""
    found = [c for b in blocks("sh") for c in commands(b)]
    return [re.sub(r"^\.venv/bin/", "", c) for c in found if re.match(r"(\.venv/bin/)?claimcheck ", c)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples, where the commands may leave files as a stranger's would."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def run(line: str, folder: Path, columns: str = "160") -> subprocess.CompletedProcess[str]:
    """Runs a command through the installed entry point."""
    return subprocess.run(
        [str(COMMAND), *shlex.split(line)[1:]],
        cwd=folder,
        env={**os.environ, "COLUMNS": columns, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_ci_types_what_the_readme_says() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    body = script.partition("\n\n")[2]
    assert commands(body) == checking_block()
    assert script.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in script


def test_ci_can_be_run() -> None:
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_first_block_sets_up_and_compares_an_example() -> None:
    first = commands(blocks("sh")[0])
    assert first[-1] == ".venv/bin/claimcheck compare examples/caribbean-buildup"
    assert README.index("claimcheck compare examples") < 1500, "the main job is on the first screen"


def test_readme_commands_run(desk: Path) -> None:
    """In the order of the README: a later one may need what an earlier one wrote."""
    assert own_commands()
    for line in own_commands():
        done = run(line, desk)
        assert done.returncode in (0, 1), (line, done.stderr)
        assert done.stdout.strip(), line
        assert "Traceback" not in done.stderr, line


def test_the_report_it_shows_is_the_report_one_gets() -> None:
    (shown,) = blocks("text")
    done = run("claimcheck compare examples/earthquake-toll", ROOT, columns="96")
    assert shown in done.stdout


def test_files_the_readme_names_exist() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert linked
    assert [name for name in linked if not (ROOT / name).exists()] == []


def recipe(name: str) -> Any:
    """The block of YAML that is headed by the name of a file."""
    (block,) = [b for b in blocks("yaml") if b.startswith(f"# {name}\n")]
    return yaml.safe_load(block)


def test_the_recipe_for_github_gives_the_action_what_it_takes() -> None:
    (job,) = recipe(".github/workflows/claimcheck.yml")["jobs"].values()
    step = job["steps"][-1]
    assert step["uses"].split("@")[0].endswith("/claimcheck")
    assert step["with"].keys() <= yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"].keys()


def test_the_recipe_for_pre_commit_names_the_hook() -> None:
    (hook,) = recipe(".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert hook["id"] in {h["id"] for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def test_the_settings_it_shows_are_settings(desk: Path) -> None:
    (block,) = [b for b in blocks("yaml") if b.startswith("# .claimcheck.yaml\n")]
    (desk / ".claimcheck.yaml").write_text(block, encoding="utf-8")
    shown = run("claimcheck config examples", desk)
    (desk / ".claimcheck.yaml").unlink()
    assert shown.returncode == 0, shown.stderr
    assert ".claimcheck.yaml:5:5" in shown.stdout
