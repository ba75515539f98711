"""The options that ask only about articles that changed: `--since`, `--changed` and `--changed-list`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.changes.git import changed_since
from claimcheck.changes.touched import touched
from claimcheck.errors import ClaimcheckError
from claimcheck.ledger.store import home
from claimcheck.model.report import Report

SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="REV",
        help="Read all, and report only what touches articles that changed since this git revision, such as origin/main.",
        show_default=False,
    ),
]
ChangedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--changed",
        metavar="PATH",
        help="The same without git: this article, or those of this folder, changed. Can be given more than once.",
        show_default=False,
    ),
]
ListOption = Annotated[
    str | None,
    typer.Option(
        "--changed-list",
        metavar="FILE",
        help="The same with a list: the names of changed files, one a line, from a file or from - for standard input.",
        show_default=False,
    ),
]
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Asked:
    """The files that a user asks about, and how they were named."""

    named: frozenset[Path]
    """Files, and folders that stand for all that is in them."""
    found: frozenset[Path]
    """Files that git or a list knows to have changed."""
    why: str
    stdin: bool
    """An article on standard input is asked about as well: it is in no repository and on no list."""


def asked(paths: Sequence[str], since: str | None, changed: Sequence[str] | None, list_: str | None) -> Asked | None:
    """What the options ask about; None where they ask for the whole.

    Raises:
        ClaimcheckError: A revision or a name is unknown, or a list cannot be read.
    """
    from claimcheck.changes.named import given, listed  # noqa: PLC0415 - loads yaml

    if since is None and not changed and list_ is None:
        return None
    if list_ == STDIN and STDIN in paths:
        raise ClaimcheckError("standard input cannot hold an article and the list of --changed-list - at once; name a file for one")
    found = frozenset[Path]()
    if since is not None:
        found |= changed_since(since, home(paths))
    if list_ is not None:
        found |= listed(_read(list_), "standard input" if list_ == STDIN else list_)
    why = f"since {since}" if since is not None else "as given"
    return Asked(given(changed or ()), found, why, STDIN in paths)


def narrowed(report: Report, by: Asked | None) -> Report:
    """The part of a report that is asked about."""
    from claimcheck.changes.named import changed_articles  # noqa: PLC0415 - loads yaml

    if by is None:
        return report
    ids = changed_articles(report.articles, by.named) | changed_articles(report.articles, by.found, folders=False)
    if by.stdin:
        ids |= {a.id for a in report.articles if a.path == "stdin"}
    return touched(report, ids, by.why)


def _read(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ClaimcheckError(f"--changed-list {name} cannot be read ({reason.lower()}); name a file with a path a line") from None
