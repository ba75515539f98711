"""The files that changed since a revision, as git knows them. Only reads."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.files import real

_PATIENCE = 60
"""Seconds that git is waited for: a large repository on a cold disk takes some."""
_OTHER_WAY = "or name the changed articles with --changed"


def changed_since(revision: str, folder: Path) -> frozenset[Path]:
    """The files that differ from where this branch left another, also those not committed or not known to git yet.

    A file that was only renamed has not changed. The revision is compared from the last commit that both have, so that what
    others changed there in the meantime is not taken for ours.

    Args:
        revision: A branch, tag or commit.
        folder: A folder of the repository.

    Returns:
        Resolved paths. A file that was removed is among them.

    Raises:
        ClaimcheckError: There is no git, no repository, no such revision, or its history is not here.
    """
    root = _root(folder)
    base = _base(root, revision)
    listed = _git(root, "diff", "--name-status", "-z", "-M100%", "--no-ext-diff", "--ignore-submodules", base, "--")
    fresh = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    names = [*_differing(listed), *(name for name in fresh.split(b"\0") if name)]
    return frozenset(real(root / os.fsdecode(name)) for name in names)


def _root(folder: Path) -> Path:
    done = _run(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        if b"not a git repository" in done.stderr:
            raise ClaimcheckError(f"--since needs a git repository, and {folder} is in none; run it in one, {_OTHER_WAY}")
        raise ClaimcheckError(
            f"--since: git cannot read the repository of {folder} ({_told(done.stderr)}); mend that, {_OTHER_WAY}"
        )
    return Path(os.fsdecode(done.stdout.rstrip(b"\n")))


def _base(root: Path, revision: str) -> str:
    """The commit to compare with."""
    if _run(root, "rev-parse", "--quiet", "--verify", "HEAD^{commit}").returncode:
        raise ClaimcheckError(f"--since {revision}: this repository has no commit yet; leave --since out")
    known = not revision.startswith("-") and bool(revision.strip("0 "))
    if not known or _run(root, "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}").returncode:
        raise ClaimcheckError(f"--since {revision}: git knows no such revision here; {_advice(root, 'check its name')}")
    base = _run(root, "merge-base", revision, "HEAD")
    if base.returncode:
        raise ClaimcheckError(
            f"--since {revision}: it has no commit in common with HEAD here; {_advice(root, 'name another revision')}"
        )
    return base.stdout.decode().strip()


def _advice(root: Path, otherwise: str) -> str:
    """What to do where a commit is missing: a clone for CI often holds the last one alone."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return "this clone is shallow, so fetch the whole history first (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab)"
    return f"{otherwise}, or fetch it first"


def _differing(listed: bytes) -> Iterator[bytes]:
    """The names of `--name-status -z`: a letter, then a name, or two where it was renamed."""
    parts = iter(listed.split(b"\0"))
    for letter in parts:
        if not letter:
            return
        name = next(parts)
        if letter.startswith((b"R", b"C")):
            next(parts)  # renamed and otherwise the same, as -M100% finds no others
        else:
            yield name


def _git(root: Path, *arguments: str) -> bytes:
    done = _run(root, *arguments)
    if done.returncode:
        raise ClaimcheckError(f"--since: git {arguments[0]} failed ({_told(done.stderr)}); mend that, {_OTHER_WAY}")
    return done.stdout


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    # A hook runs with these set for its own repository, and with the index locked.
    environment = {k: v for k, v in os.environ.items() if k not in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")}
    try:
        return subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env={**environment, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except FileNotFoundError:
        raise ClaimcheckError(f"--since needs git, which is not installed; install it, {_OTHER_WAY}") from None
    except subprocess.TimeoutExpired:
        raise ClaimcheckError(f"--since: git took more than {_PATIENCE} seconds; try again, {_OTHER_WAY}") from None


def _told(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ").strip() if lines else "it gave no reason"
