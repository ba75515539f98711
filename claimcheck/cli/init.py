"""`claimcheck init`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.beside import sighted
from claimcheck.cli.console import guarded, settled, shown, tell
from claimcheck.cli.options import QuietOption
from claimcheck.errors import EXIT_OK, ClaimcheckError
from claimcheck.ledger import file, listing, store
from claimcheck.ledger.change import update
from claimcheck.ledger.ledger import Ledger
from claimcheck.starter.plan import Host, Plan, Planned, branch_of, host_of, job, planned

_SHOWN = 20
"""Entries of a new ledger that are listed; more are counted."""


@guarded
def init(
    *,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder of the articles.")] = ".",
    ci: Annotated[
        Host | None,
        typer.Option("--ci", help="Whose CI to write a job for. [default: as the repository looks]", show_default=False),
    ] = None,
    install: Annotated[
        str | None,
        typer.Option(metavar="SPEC", help="What pip installs in that job. [default: this version]", show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
    quiet: QuietOption = None,
) -> int:
    """Set a repository up: settings, a ledger of what is known, and a job for its CI. Shows them and asks first."""
    if not Path(folder).is_dir():
        raise ClaimcheckError(f"{folder}: there is no such folder; name the one that holds the articles")
    articles = Path(folder).resolve()
    suggested = store.suggested(articles)
    root = suggested.parent.parent
    plan = _plan(root, articles, suggested, folder, ci, install, quiet)
    if not plan.files:
        raise ClaimcheckError(f"all is there already: {', '.join(shown(root / p) for p in plan.kept)}; nothing was written")
    tell(_told(plan, root))
    if not yes and not _agreed(plan):
        tell(["nothing was written"])
        return EXIT_OK
    for one in plan.files:
        store.save(root / one.path, one.text.encode(), None)
    tell([f"wrote {shown(root / one.path)}" for one in plan.files])
    tell([f"next: {words}" for words in (*plan.advice, "look at what was written, and commit it")])
    return EXIT_OK


def _plan(root: Path, articles: Path, ledger: Path, folder: str, ci: Host | None, install: str | None, quiet: bool | None) -> Plan:
    """All that is to be written. Raises ClaimcheckError."""
    from claimcheck.config.file import YAML_NAME, discover  # noqa: PLC0415 - loads yaml
    from claimcheck.report.about import version  # noqa: PLC0415

    host = ci or host_of(root)
    text = None
    if host is not Host.NONE:
        spec = install or (f"claimcheck-cli=={version()}" if not version().startswith("0+") else "claimcheck-cli")
        text = job(host, articles.relative_to(root).as_posix(), spec, branch_of(root))
    begun = [] if ledger.exists() else [_begun(root, ledger, folder, quiet)]
    begun += [Planned((ledger.parent / name).relative_to(root), words) for name, words in store.HELPERS]
    there = discover(root)
    settings = there.relative_to(root) if there and there.parent == root else Path(YAML_NAME)
    plan = planned(root, host, text, begun, settings)
    if ledger.exists():
        plan = Plan(plan.files, (*plan.kept, ledger.relative_to(root)), plan.advice)
    if ci is None and host is Host.NONE:
        plan = Plan(
            plan.files, plan.kept, (*plan.advice, "a job for CI was left out, as it is not clear whose; --ci github or gitlab")
        )
    return plan


def _begun(root: Path, ledger: Path, folder: str, quiet: bool | None) -> Planned:
    settings = settled([folder], {"quiet": quiet})
    began = update(Ledger(), sighted([folder], settings, date.today()).seen).ledger
    lines = listing.entries(began.entries)
    if len(lines) > _SHOWN + 1:
        lines = [*lines[:_SHOWN], "  ...", lines[-1]]
    return Planned(ledger.relative_to(root), file.serialise(began).decode(), tuple(lines))


def _told(plan: Plan, root: Path) -> list[str]:
    lines = []
    for one in plan.files:
        lines.append(f"{shown(root / one.path)}:")
        lines += [f"    {line}" for line in one.shown or one.text.splitlines()]
        lines.append("")
    return [*lines, *(f"{shown(root / path)} is there, and is left as it is" for path in plan.kept)]


def _agreed(plan: Plan) -> bool:
    """Whether a person says yes. Raises ClaimcheckError where nobody can be asked."""
    from claimcheck.cli.terminal import Screen  # noqa: PLC0415

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ClaimcheckError("nobody can be asked here, so nothing was written; give --yes to write these files")
    tell([f"Write {'these files' if len(plan.files) > 1 else 'this file'}? [y/N]"])
    try:
        return Screen(tell).line().strip().lower() in ("y", "yes")
    except EOFError:
        return False
