"""`claimcheck ledger`: the commands that write a ledger, and the one that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.beside import begin_ledger, existing, located, sighted
from claimcheck.cli.console import EXIT_CODES, day, guarded, say, settled, shown, tell
from claimcheck.cli.given import Beside, taking
from claimcheck.cli.options import ConfigOption, DryOption, LedgerOption, PathsArgument, TodayOption
from claimcheck.errors import EXIT_DISCREPANCIES, EXIT_OK, ClaimcheckError
from claimcheck.ledger import change, file, listing, store

app = typer.Typer(
    name="ledger",
    help="Keep what is known to be in dispute, so that only what is new fails.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command(epilog=EXIT_CODES)
@guarded
@taking(Beside)
def init(given: Beside) -> int:
    """Begin a ledger with every discrepancy there is now."""
    settings = given.settings()
    path, known = located(given.articles, settings.ledger)
    if known:
        raise ClaimcheckError(f"there is a ledger at {shown(path)} already; bring it up to date with `claimcheck ledger update`")
    began = begin_ledger(path, sighted(given.articles, settings))
    tell([*listing.entries(began.entries), f"wrote {shown(path)}"])
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@guarded
@taking(Beside)
def update(
    given: Beside,
    *,
    accept_new: Annotated[
        bool, typer.Option("--accept-new", help="Take in new discrepancies and changed figures as known.")
    ] = False,
    dry_run: DryOption = False,
) -> int:
    """Follow reworded, merged and split subjects; take in new ones only with --accept-new."""
    settings = given.settings()
    path, before, known = existing(given.articles, settings.ledger)
    after = change.update(known, sighted(given.articles, settings).seen)
    if after.accepts and not accept_new:
        tell(listing.updated(after))
        say(f"{shown(path)} was left as it is: look at what is new with `claimcheck review`, or take it in with --accept-new")
        return EXIT_DISCREPANCIES
    wrote = not dry_run and store.save(path, file.serialise(after.ledger), before)
    tell([*listing.updated(after), _ending(path, wrote, dry_run)])
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@guarded
@taking(Beside)
def prune(given: Beside, *, dry_run: DryOption = False) -> int:
    """Take out what is in dispute no more, and figures that nobody states any more."""
    settings = given.settings()
    path, before, known = existing(given.articles, settings.ledger)
    after = change.prune(known, sighted(given.articles, settings).seen)
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


def _ending(path: Path, wrote: bool, dry: bool) -> str:
    if dry:
        return f"{shown(path)} was not written (--dry-run)"
    return f"wrote {shown(path)}" if wrote else f"{shown(path)} is up to date"
