"""`claimcheck compare`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import delivery, outputs
from claimcheck.cli.beside import attach, compared
from claimcheck.cli.changed import ChangedOption, ListOption, SinceOption, asked, narrowed
from claimcheck.cli.console import day, guarded, look, say, settled, warn
from claimcheck.cli.options import (
    AllOption,
    ColorOption,
    ConfigOption,
    DaysOption,
    FailOnOption,
    FormatOption,
    LedgerOption,
    NewOnlyOption,
    OutputOption,
    QuietOption,
    ReachOption,
    StaleOption,
    StrictOption,
    TodayOption,
    ZeroOption,
)
from claimcheck.config import Settings
from claimcheck.errors import EXIT_NOTHING
from claimcheck.ledger.outcome import exit_code
from claimcheck.model.report import Report
from claimcheck.report.words import count


@guarded
def compare(
    *,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATHS", help="Files, folders, globs, or - for one article on standard input.")
    ],
    format: FormatOption = None,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    strict: StrictOption = None,
    show_all: AllOption = False,
    reach: ReachOption = None,
    change_days: DaysOption = None,
    ledger: LedgerOption = None,
    new_only: NewOnlyOption = None,
    fail_on_stale: StaleOption = None,
    exit_zero: ZeroOption = None,
    since: SinceOption = None,
    changed: ChangedOption = None,
    changed_list: ListOption = None,
    today: TodayOption = None,
    config: ConfigOption = None,
    quiet: QuietOption = None,
    color: ColorOption = None,
) -> int:
    """Compare articles: where they agree and conflict."""
    flags: dict[str, object] = {"format": format, "output": output or None, "fail_on": fail_on, "strict": strict}
    flags |= {"reach": reach, "change_days": change_days, "quiet": quiet, "color": color}
    flags |= {"ledger": ledger, "new_only": new_only, "fail_on_stale": fail_on_stale, "exit_zero": exit_zero}
    settings = settled(paths, flags, config)
    to = outputs.places(settings, alone=bool(output) and format is None)
    part = asked(paths, since, changed, changed_list)
    report = compared(paths, settings)
    delivery.spare(to, (a.path for a in report.articles))
    report = narrowed(attach(report, paths, settings, day(today)), part)
    if not settings.quiet:
        warn(report)
    outputs.write(report, to, settings, look(settings, complete=show_all))
    return _outcome(report, settings)


def _outcome(report: Report, settings: Settings) -> int:
    """The exit code, with a sentence where the report itself does not say why."""
    if settings.strict and report.skipped:
        say(f"--strict: {count(len(report.skipped), 'file')} could not be read, the first of them {report.skipped[0].path}")
        return EXIT_NOTHING
    if not report.articles:
        say("no article could be read, so nothing was compared; give files or folders that hold .txt or .md articles")
        return EXIT_NOTHING
    if len(report.articles) == 1:
        say(f"only one article could be read ({report.articles[0].path}), so there is nothing to compare it with; give another")
        return EXIT_NOTHING
    return exit_code(report, report.states, settings)
