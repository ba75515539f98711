"""Options that commands share. None is "not given": the environment, a settings file or the default speaks then."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.config import Color, FailOn
from claimcheck.report.interface import Format


def day_given(words: str) -> date:
    """A day as an option gives it. Raises BadParameter."""
    try:
        return datetime.strptime(words, "%Y-%m-%d").date()
    except ValueError:
        raise typer.BadParameter(f"expected a day such as 2025-09-28, found {words!r}") from None


PathsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="PATHS", help="The articles; the current folder if left out.", show_default=False)
]
ColorOption = Annotated[
    Color | None, typer.Option(help="Colour the text: auto follows the terminal, NO_COLOR and FORCE_COLOR. [default: auto]")
]
QuietOption = Annotated[
    bool | None, typer.Option("--quiet/--no-quiet", "-q", help="Say nothing on standard error but errors.", show_default=False)
]
FormatOption = Annotated[
    Format | None,
    typer.Option(help="How to write the report. The exit code is the same for each. [default: table]", show_default=False),
]
OutputOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FORMAT=PATH",
        help="Write the report there, and to standard output only if --format or - says so. Can be given more than once.",
        show_default=False,
    ),
]
FailOnOption = Annotated[
    FailOn | None, typer.Option(help="The mildest verdict that makes the exit code 1. [default: conflict]", show_default=False)
]
ConfigOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Take settings from this file and search for none.", show_default=False),
]
ReachOption = Annotated[
    str | None,
    typer.Option(metavar="TIMES", help='How far an open bound such as "at least 5" is believed. [default: 2]', show_default=False),
]
DaysOption = Annotated[
    str | None,
    typer.Option(metavar="DAYS", help="Days after which troops or prices may have changed. [default: 14]", show_default=False),
]
StrictOption = Annotated[
    bool | None,
    typer.Option("--strict/--no-strict", help="A file that could not be read makes the exit code 3.", show_default=False),
]
AllOption = Annotated[bool, typer.Option("--all", help="On a terminal too, list every subject.")]
LedgerOption = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="The ledger to compare with. [default: the one found from the articles upward]",
        show_default=False,
    ),
]
NewOnlyOption = Annotated[
    bool | None,
    typer.Option(
        "--new-only/--no-new-only",
        help="With a ledger, what it knows does not fail. [default: new-only]",
        show_default=False,
    ),
]
StaleOption = Annotated[
    bool | None,
    typer.Option(
        "--fail-on-stale/--no-fail-on-stale",
        help="A ledger's entry that is no discrepancy any more makes the exit code 1.",
        show_default=False,
    ),
]
ZeroOption = Annotated[
    bool | None,
    typer.Option("--exit-zero/--no-exit-zero", help="End with 0 where it would be 1, and nowhere else.", show_default=False),
]
TodayOption = Annotated[
    date | None,
    typer.Option(
        parser=day_given,
        metavar="YYYY-MM-DD",
        help="The day to take for today.",
        show_default=False,
    ),
]
DryOption = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")]
ByOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who decides; who you are for git, or on this machine, if left out.")
]
ExpiresOption = Annotated[
    date | None,
    typer.Option(parser=day_given, metavar="YYYY-MM-DD", help="The last day on which it lets anything pass."),
]
