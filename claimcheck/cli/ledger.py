"""`claimcheck ledger`: the commands that write a ledger, and the one that shows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.beside import begin_ledger, existing, last_day, located, sighted
from claimcheck.cli.console import EXIT_CODES, day, guarded, say, settled, shown, tell
from claimcheck.cli.given import Beside, taking
from claimcheck.cli.options import ByOption, ConfigOption, DryOption, ExpiresOption, LedgerOption, PathsArgument, TodayOption
from claimcheck.errors import EXIT_DISCREPANCIES, EXIT_OK, ClaimcheckError
from claimcheck.ledger import change, file, listing, store
from claimcheck.ledger.ledger import Ledger
from claimcheck.model.ledger import Choice, Decision, Entry

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
    began = begin_ledger(path, sighted(given.articles, settings, date.today()))
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
    after = change.update(known, sighted(given.articles, settings, date.today()).seen)
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
    after = change.prune(known, sighted(given.articles, settings, date.today()).seen)
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


@app.command(epilog=EXIT_CODES)
@guarded
def decide(
    *,
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="The id of an entry, or its beginning.")],
    choice: Annotated[Choice, typer.Argument(metavar="DECISION", help="accepted, not-a-discrepancy or unsure.")],
    paths: PathsArgument = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why, in one line.")],
    by: ByOption = None,
    expires: ExpiresOption = None,
    ledger: LedgerOption = None,
    today: TodayOption = None,
    config: ConfigOption = None,
) -> int:
    """Decide on one entry without being asked: accepted, not-a-discrepancy or unsure."""
    from claimcheck.cli.terminal import author  # noqa: PLC0415

    path, before, known = existing(paths or ["."], settled(paths or ["."], {"ledger": ledger}, config).ledger)
    chosen = one_entry(known, entry, shown(path))
    decision = made(choice, reason, by or author(), day(today), last_day(expires, day(today)))
    store.save(path, file.serialise(change.decide(known, chosen.id, decision)), before)
    tell([f"{chosen.id}  {chosen.subject}: {listing.decided(decision, None)}", f"wrote {shown(path)}"])
    return EXIT_OK


def one_entry(known: Ledger, wanted: str, name: str) -> Entry:
    """The entry that an id or its beginning names. Raises ClaimcheckError where none or more than one is."""
    found = known.find(wanted) if wanted else ()
    if not found:
        raise ClaimcheckError(
            f"{name} has no entry {wanted!r}; `claimcheck ledger show` lists them, `ledger update --accept-new` takes in new ones"
        )
    if len(found) > 1:
        ids = ", ".join(e.id for e in found)
        raise ClaimcheckError(f"{wanted!r} is the beginning of {len(found)} entries; write more of it: {ids}")
    return found[0]


def made(choice: Choice, reason: str, by: str, on: date, expires: date | None) -> Decision:
    """A decision as it is kept. Raises ClaimcheckError where it would say nothing."""
    reason, by = " ".join(reason.split()), " ".join(by.split())
    if not reason or not by:
        raise ClaimcheckError(f"{'--reason' if not reason else '--by'} is empty; a decision needs a reason and a name")
    if expires and choice is Choice.UNSURE:
        raise ClaimcheckError("--expires says until when something may pass, and `unsure` lets nothing pass; leave one of them out")
    return Decision(choice, reason, by, on, expires)


def _ending(path: Path, wrote: bool, dry: bool) -> str:
    if dry:
        return f"{shown(path)} was not written (--dry-run)"
    return f"wrote {shown(path)}" if wrote else f"{shown(path)} is up to date"
