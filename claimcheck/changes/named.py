"""Changed files as a user names them, and the articles that they are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.files import real
from claimcheck.ingest.sources import NAME as SOURCES
from claimcheck.model.article import Article


def given(names: Iterable[str]) -> frozenset[Path]:
    """The files and folders of `--changed`, resolved. Raises ClaimcheckError where there is none of that name."""
    found = []
    for name in names:
        path = Path(name)
        try:
            known = bool(name) and os.path.lexists(path)
        except ValueError:
            known = False
        if not known:
            raise ClaimcheckError(
                f"--changed {name or '(empty)'}: there is no such file; check it, or give a list with --changed-list"
            )
        found.append(real(path))
    return frozenset(found)


def listed(data: bytes, name: str) -> frozenset[Path]:
    """The files of `--changed-list`, resolved: a name a line, or parted by NUL characters as `git diff -z` has them.

    Names of files that are not there, or are no articles, may be among them: a list of changes holds those too.

    Args:
        data: The list.
        name: What to call it in messages.

    Raises:
        ClaimcheckError: It is no list of names.
    """
    if b"\0" in data:
        names = data.split(b"\0")
    else:
        names = [line.rstrip(b"\r") for line in data.split(b"\n")]
        quoted = next((number for number, line in enumerate(names, 1) if line.startswith(b'"')), None)
        if quoted is not None:
            raise ClaimcheckError(f"{name}:{quoted}: this name is quoted; write it as it is, or make the list with `git diff -z`")
    return frozenset(real(Path(os.fsdecode(each))) for each in names if each.strip())


def changed_articles(articles: Iterable[Article], paths: frozenset[Path], folders: bool = True) -> frozenset[str]:
    """The ids of the articles among these files, below these folders, or described by one of these sources.yaml.

    A `sources.yaml` gives the day and the publisher of the articles beside it, so that they change with it.
    """
    described = {path.parent for path in paths if path.name == SOURCES}
    found = set()
    for article in articles:
        path = real(Path(article.path))
        if path in paths or path.parent in described or (folders and not paths.isdisjoint(path.parents)):
            found.add(article.id)
    return frozenset(found)
