"""Articles and their ledger: where it is, what it holds, and a run beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import claimcheck
from claimcheck.cli.console import say, shown
from claimcheck.config import FailOn, Settings
from claimcheck.errors import ClaimcheckError, NothingToCompareError
from claimcheck.ignoring import Ignored, ignored, marked
from claimcheck.ledger import file, store
from claimcheck.ledger.change import update
from claimcheck.ledger.ledger import Ledger
from claimcheck.ledger.sighting import Sighting
from claimcheck.model.report import Report
from claimcheck.model.subject import Verdict
from claimcheck.progress import SILENT, StatusLine

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Run:
    """One comparison, in the terms of a ledger."""

    report: Report
    seen: tuple[Sighting, ...]
    settings: Settings
    passed: Ignored


def reached(settings: Settings) -> frozenset[Verdict]:
    """The verdicts that a ledger keeps: those that fail, and conflicts where nothing does."""
    return settings.fail_on.failing or FailOn.CONFLICT.failing


def compared(paths: Sequence[str], settings: Settings) -> Report:
    """The report on articles, with a line of progress where a person is watching; what people judged of claims is heeded.

    Raises ClaimcheckError.
    """
    path = judgements_file(paths, settings)
    judgements = store.load_judgements(path, shown(path))
    drawn = sys.stderr.isatty() and not settings.quiet and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"
    status = StatusLine(sys.stderr) if drawn else None
    try:
        return claimcheck.compare(paths, settings, progress=status or SILENT, stdin=sys.stdin.buffer, judgements=judgements)
    finally:
        if status:
            status.close()


def attach(report: Report, paths: list[str], settings: Settings, today: date) -> Report:
    """What `compare` adds to its report: the states beside the ledger that the user names or that is found; as it is without one.

    Raises:
        ClaimcheckError: The ledger that was named is not there, or the one that was found is damaged or of a newer format.
    """
    passed = ignored(report, settings.ignore, reached(settings).__contains__, today)
    report = replace(report, notes=(*report.notes, *passed.notes))
    path = settings.ledger or store.discover(store.home(paths))
    if path is None:
        return marked(report, passed)
    from claimcheck.ledger.run import beside  # noqa: PLC0415 - loads the catalogue

    known, _ = store.load(path, shown(path))
    return marked(beside(report, known, reached(settings).__contains__, today, passed.subjects), passed)


def located(paths: list[str], named: Path | None) -> tuple[Path, bool]:
    """Where the ledger of these articles is, or is to be made; and whether it is there."""
    if named is not None:
        return named, store.contents(named) is not None
    home = store.home(paths)
    found = store.discover(home)
    return (found, True) if found else (store.suggested(home), False)


def existing(paths: list[str], named: Path | None) -> tuple[Path, bytes, Ledger]:
    """The ledger of these articles with its bytes. Raises ClaimcheckError where there is none or it cannot be used."""
    path, _ = located(paths, named)
    known, before = store.load(path, shown(path))
    return path, before, known


def judgements_file(paths: Sequence[str], settings: Settings) -> Path:
    """Where what people judged of two claims is kept, or is to be: beside the ledger."""
    home = store.home(paths)
    ledger = settings.ledger or store.discover(home)
    if ledger is not None:
        return ledger.with_name(store.JUDGEMENTS)
    return store.discover(home, store.JUDGEMENTS) or store.suggested(home).with_name(store.JUDGEMENTS)


def begin_ledger(path: Path, run: Run) -> Ledger:
    """Writes a new ledger with all that is in dispute, and the files beside it. Raises ClaimcheckError."""
    began = update(Ledger(), run.seen).ledger
    store.save(path, file.serialise(began), None)
    if path.parent.name == store.FOLDER:
        store.add_helpers(path.parent)
    return began


def sighted(paths: list[str], settings: Settings, today: date) -> Run:
    """The comparison that a ledger is brought up to date with.

    Raises:
        NothingToCompareError: There are fewer than two articles: everything in the ledger would look settled.
    """
    from claimcheck.ledger.run import sight  # noqa: PLC0415 - loads the catalogue

    report = compared(paths, settings)
    if not settings.quiet:
        for skipped in report.skipped:
            say(f"skipped {skipped.path}: {skipped.reason}")
    if len(report.articles) < _FEWEST:
        raise NothingToCompareError("fewer than two articles could be read, so the ledger was left as it is; give more")
    passed = ignored(report, settings.ignore, reached(settings).__contains__, today)
    return Run(report, sight(report, reached(settings).__contains__, passed.subjects), settings, passed)


def last_day(expires: date | None, today: date) -> date | None:
    """The last day of a decision, as a user gave it. Raises ClaimcheckError where that is over already."""
    if expires and expires < today:
        raise ClaimcheckError(f"--expires {expires} is over already; give {today} or a later day")
    return expires
