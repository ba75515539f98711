"""The commands that write a ledger: `ledger init`, `update`, `prune`, and `review`; `ledger show` reads one."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.config import FailOn, Settings
from claimcheck.console import EXIT_CODES, compared, deliver, guarded, say, settled
from claimcheck.errors import EXIT_DISCREPANCIES, EXIT_OK, ClaimcheckError, NothingToCompareError
from claimcheck.ledger import file, listing, store
from claimcheck.ledger.change import prune as pruned
from claimcheck.ledger.change import update as updated
from claimcheck.ledger.ledger import Ledger
from claimcheck.ledger.sighting import Sighting
from claimcheck.model.report import Report
from claimcheck.model.subject import Verdict
from claimcheck.options import ConfigOption, FailOnOption, LedgerOption, QuietOption, TodayOption
from claimcheck.report.safe import encode, safe

_FEWEST = 2

app = typer.Typer(
    name="ledger",
    help="Keep what is known to be in dispute, so that only what is new fails.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

PathsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="PATHS", help="The articles; the current folder if left out.", show_default=False)
]
DryOption = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")]


@dataclass(frozen=True, slots=True)
class Run:
    """One comparison, in the terms of a ledger."""

    report: Report
    seen: tuple[Sighting, ...]
    settings: Settings


def reached(settings: Settings) -> frozenset[Verdict]:
    """The verdicts that a ledger keeps: those that fail, and conflicts where nothing does."""
    return settings.fail_on.failing or FailOn.CONFLICT.failing


def attach(report: Report, paths: list[str], settings: Settings, ledger: Path | None, today: date) -> Report:
    """What `compare` adds to its report: the states beside the ledger that the user names or that is found; as it is without one.

    Raises:
        ClaimcheckError: The ledger that was named is not there, or the one that was found is damaged or of a newer format.
    """
    path = ledger or store.discover(store.home(paths))
    if path is None:
        return report
    from claimcheck.ledger.run import beside  # noqa: PLC0415 - loads the catalogue

    known, _ = store.load(path, shown(path))
    return beside(report, known, reached(settings).__contains__, today)


@app.command(epilog=EXIT_CODES)
@guarded
def init(
    *,
    paths: PathsArgument = None,
    ledger: LedgerOption = None,
    fail_on: FailOnOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = None,
) -> int:
    """Begin a ledger with every discrepancy there is now."""
    settings = settled(paths or ["."], {"ledger": ledger, "fail_on": fail_on, "quiet": quiet}, config)
    path, known = located(paths or ["."], settings.ledger)
    if known:
        raise ClaimcheckError(f"there is a ledger at {shown(path)} already; bring it up to date with `claimcheck ledger update`")
    run = sighted(paths or ["."], settings)
    began = begin_ledger(path, run)
    tell([*listing.entries(began.entries), f"wrote {shown(path)}"])
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@guarded
def update(
    *,
    paths: PathsArgument = None,
    accept_new: Annotated[
        bool, typer.Option("--accept-new", help="Take in new discrepancies and changed figures as known.")
    ] = False,
    dry_run: DryOption = False,
    ledger: LedgerOption = None,
    fail_on: FailOnOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = None,
) -> int:
    """Follow reworded, merged and split subjects; take in new ones only with --accept-new."""
    settings = settled(paths or ["."], {"ledger": ledger, "fail_on": fail_on, "quiet": quiet}, config)
    path, before, known = existing(paths or ["."], settings.ledger)
    run = sighted(paths or ["."], settings)
    after = updated(known, run.seen)
    if after.accepts and not accept_new:
        tell(listing.updated(after))
        say(f"{shown(path)} was left as it is: look at what is new with `claimcheck review`, or take it in with --accept-new")
        return EXIT_DISCREPANCIES
    wrote = not dry_run and store.save(path, file.serialise(after.ledger), before)
    tell([*listing.updated(after), _ending(path, wrote, dry_run)])
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@guarded
def prune(
    *,
    paths: PathsArgument = None,
    dry_run: DryOption = False,
    ledger: LedgerOption = None,
    fail_on: FailOnOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = None,
) -> int:
    """Take out what is in dispute no more, and figures that nobody states any more."""
    settings = settled(paths or ["."], {"ledger": ledger, "fail_on": fail_on, "quiet": quiet}, config)
    path, before, known = existing(paths or ["."], settings.ledger)
    run = sighted(paths or ["."], settings)
    after = pruned(known, run.seen)
    wrote = not dry_run and store.save(path, file.serialise(after.ledger), before)
    tell([*listing.pruned(after), _ending(path, wrote, dry_run)])
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@guarded
def show(
    *,
    paths: PathsArgument = None,
    entry: Annotated[str | None, typer.Option("--entry", metavar="ID", help="Only this entry, or those that begin so.")] = None,
    ledger: LedgerOption = None,
    today: TodayOption = None,
    config: ConfigOption = None,
) -> int:
    """List what the ledger holds. Compares nothing and writes nothing."""
    path, _, known = existing(paths or ["."], settled(paths or ["."], {"ledger": ledger}, config).ledger)
    chosen = known.find(entry) if entry is not None else known.entries
    if entry is not None and not chosen:
        raise ClaimcheckError(f"{shown(path)} has no entry {entry}; `claimcheck ledger show` lists them")
    tell([f"{shown(path)}:", *listing.entries(chosen, day(today), full=True)])
    return EXIT_OK


@guarded
def review(
    *,
    paths: PathsArgument = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides; who you are for git, or on this machine, if left out.")
    ] = None,
    expires: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The last day on which these decisions let anything pass."),
    ] = None,
    ledger: LedgerOption = None,
    today: TodayOption = None,
    fail_on: FailOnOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = None,
) -> int:
    """Go through what is new, one question at a time; every answer is saved at once."""
    from claimcheck.ledger import session  # noqa: PLC0415 - loads rich
    from claimcheck.ledger.run import beside  # noqa: PLC0415 - loads the catalogue
    from claimcheck.terminal import Screen, author  # noqa: PLC0415

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ClaimcheckError("a review needs a terminal; `claimcheck ledger update --accept-new` takes in everything that is new")
    settings = settled(paths or ["."], {"ledger": ledger, "fail_on": fail_on, "quiet": quiet}, config)
    path, there = located(paths or ["."], settings.ledger)
    known, before = store.load(path, shown(path)) if there else (Ledger(), None)
    run = sighted(paths or ["."], settings)
    report = beside(run.report, known, reached(run.settings).__contains__, day(today))
    until = expires.date() if expires else None
    setting = session.Setting(report, run.seen, path, before, known, by or author(), day(today), until)
    if not session.open_subjects(report):
        tell(["nothing is open: every discrepancy is in the ledger and decided, or known"])
        return EXIT_OK
    done = session.run(setting, Screen(tell))
    left = len(done.subjects) - len(done.answers)
    told = [f"{number} {choice}" for choice, number in session.decided(done).items()] or ["nothing was decided"]
    tell(["", f"{', '.join(told)}; {left} left open" + (f"; wrote {shown(path)}" if done.answers else "")])
    return EXIT_OK


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


def begin_ledger(path: Path, run: Run) -> Ledger:
    """Writes a new ledger with all that is in dispute, and the files beside it. Raises ClaimcheckError."""
    began = updated(Ledger(), run.seen).ledger
    store.save(path, file.serialise(began), None)
    if path.parent.name == store.FOLDER:
        store.add_helpers(path.parent)
    return began


def sighted(paths: list[str], settings: Settings) -> Run:
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
    return Run(report, sight(report, reached(settings).__contains__), settings)


def shown(path: Path) -> str:
    """A path as a user would name it: from the current folder where it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return str(path)


def day(today: datetime | None) -> date:
    """The day that decisions are held against."""
    return today.date() if today else date.today()


def tell(lines: list[str]) -> None:
    """Writes lines to standard output, nothing in them able to harm a terminal."""
    encoding = sys.stdout.encoding or "utf-8"
    text = b"".join(encode(f"{_safe(line)}\n", encoding) for line in lines)
    deliver(lambda out: out.write(text))


def _safe(line: str) -> str:
    """`safe`, but for the spaces that set columns apart."""
    return "".join(part if part.isspace() else safe(part) for part in re.split("( {2,})", line))


def _ending(path: Path, wrote: bool, dry: bool) -> str:
    if dry:
        return f"{shown(path)} was not written (--dry-run)"
    return f"wrote {shown(path)}" if wrote else f"{shown(path)} is up to date"
