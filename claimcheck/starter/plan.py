"""The files that a repository is to get, worked out before anything is written."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from claimcheck.errors import ClaimcheckError

GITHUB_JOB = Path(".github/workflows/claimcheck.yml")
GITLAB_JOB = Path(".gitlab-ci.yml")
GITLAB_PART = Path(".gitlab/claimcheck.yml")
"""Where the job goes if the repository has jobs for GitLab already."""
_PLAIN = re.compile(r"[\w./-][\w ./-]*")
_BARE = re.compile(r"[A-Za-z_./][\w./=-]*")


class Host(StrEnum):
    """Whose CI a job is for."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Planned:
    """One file that is to be written."""

    path: Path
    """From the root of the repository."""
    text: str
    shown: tuple[str, ...] = ()
    """What to show a person instead of the text."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is to be written, and what is not."""

    files: tuple[Planned, ...]
    kept: tuple[Path, ...]
    """Files that are there already; they are left as they are."""
    advice: tuple[str, ...] = ()
    """What a person has still to do, a sentence each."""


def host_of(root: Path) -> Host:
    """Whose CI a repository uses: by the files that are there, or else by where it is pushed to."""
    github = (root / ".github").is_dir()
    gitlab = (root / GITLAB_JOB).is_file() or (root / ".gitlab").is_dir()
    if github == gitlab:
        pushed = _remotes(root)
        github, gitlab = "github" in pushed, "gitlab" in pushed
    if github == gitlab:
        return Host.NONE
    return Host.GITHUB if github else Host.GITLAB


def job(host: Host, folder: str, install: str, branch: str) -> str:
    """The CI job for the articles of a folder.

    Args:
        host: Whose CI.
        folder: The folder of the articles, from the root of the repository.
        install: What pip is told to install.
        branch: The branch that others start from.

    Raises:
        ClaimcheckError: A shell or the CI would take the name of the folder for something else.
    """
    if not _PLAIN.fullmatch(folder):
        raise ClaimcheckError(
            f"{folder!r}: a CI job cannot name this folder safely; rename it, or use --ci none and write the job by hand"
        )
    text = (files("claimcheck.starter") / "templates" / f"{host.value}.yml").read_text(encoding="utf-8")
    text = text.replace("ARTICLES: .\n", f"ARTICLES: {_scalar(folder)}\n").replace(
        "INSTALL: claimcheck-cli\n", f"INSTALL: {_scalar(install)}\n"
    )
    return text.replace("branches: [main]\n", f"branches: [{_scalar(branch)}]\n")


def planned(root: Path, host: Host, text: str | None, begun: Sequence[Planned], settings: Path) -> Plan:
    """What is to be written under a root.

    Args:
        root: The root of the repository.
        host: Whose CI the job is for.
        text: The job; None for no job.
        begun: The files of the ledger.
        settings: The file of the settings from the root: the one that is there, or the one to be made.
    """
    words = (files("claimcheck.starter") / "templates" / "settings.yaml").read_text(encoding="utf-8")
    wanted = [Planned(settings, words), *begun]
    advice = []
    if text is not None:
        place = GITHUB_JOB if host is Host.GITHUB else GITLAB_JOB
        if host is Host.GITLAB and (root / GITLAB_JOB).exists() and "claimcheck compare" not in _text(root / GITLAB_JOB):
            place = GITLAB_PART
            advice.append(f"add `include: {{local: {place.as_posix()}}}` to {GITLAB_JOB}, which was left as it is")
        wanted.append(Planned(place, text))
    there = tuple(p.path for p in wanted if (root / p.path).exists() or (root / p.path).is_symlink())
    return Plan(tuple(p for p in wanted if p.path not in there), there, tuple(advice))


def branch_of(root: Path) -> str:
    """The branch that others start from, as far as the repository tells: what its origin has, or what is checked out."""
    for name in ("refs/remotes/origin/HEAD", "HEAD"):
        found = re.fullmatch(r"ref: refs/(?:heads|remotes/origin)/(\S+)\n?", _text(root / ".git" / name))
        if found:
            return found[1]
    return "main"


def _remotes(root: Path) -> str:
    """The addresses that a repository is pushed to, in lower case."""
    return " ".join(re.findall(r"^\s*url\s*=\s*(\S+)", _text(root / ".git" / "config"), re.MULTILINE)).lower()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _scalar(words: str) -> str:
    """A text as YAML takes it for one."""
    return words if _BARE.fullmatch(words) else json.dumps(words, ensure_ascii=False)
