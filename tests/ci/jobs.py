"""Jobs for CI as their hosts would run them: their own shell steps, with the installed command."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = Path(sys.executable).parent
FLOOD = "---\npublisher: {}\npublished: 2025-09-03\n---\nFlood in Karsa\n\n{} people were killed in the flood in Karsa.\n"


def parsed(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with GitHub's expressions replaced; one that is not known is an error."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda m: values[m[1]], words)


def holds(condition: str, values: Mapping[str, str]) -> bool:
    """Whether an `if` of GitHub's holds, as far as these files use its language."""
    words = re.sub(r"always\(\)", "True", condition).replace("&&", " and ").replace("||", " or ")
    words = re.sub(r"\b(inputs|steps)(?:\.[\w-]+)+", lambda m: repr(values[m[0]]), words)
    return bool(eval(words, {"__builtins__": {}}))


def shell(script: str, folder: Path, environment: Mapping[str, str], *program: str) -> subprocess.CompletedProcess[str]:
    """Runs a step as its host does: a script of its own, which ends at the first failure."""
    file = folder.parent / "step.sh"
    file.write_text(script, encoding="utf-8")
    own = {k: v for k, v in os.environ.items() if not k.startswith(("CLAIMCHECK_", "GIT", "CI"))}
    path = f"{environment.get('FIRST', '')}{os.pathsep}{COMMANDS}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [*(program or ("bash", "--noprofile", "--norc", "-eo", "pipefail")), str(file)],
        cwd=folder,
        env={**own, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@localhost", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "articles")


def write(folder: Path, paper: str, toll: int, place: str = "Karsa") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{paper.lower()}.md").write_text(FLOOD.format(paper, toll).replace("Karsa", place), encoding="utf-8")
