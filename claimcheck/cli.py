"""The command line: what a user writes becomes Settings, what comes back is written, and how it went is the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import claimcheck
from claimcheck import delivery, ledger_cli
from claimcheck.config import Settings
from claimcheck.config import settings as all_settings
from claimcheck.console import EXIT_CODES, compared, deliver, file_look, guarded, look, say, settled
from claimcheck.delivery import STDOUT, Output
from claimcheck.errors import EXIT_NOTHING, EXIT_OK, ClaimcheckError, NothingToCompareError
from claimcheck.ledger.outcome import exit_code
from claimcheck.model.article import Article
from claimcheck.model.claim import Extraction
from claimcheck.model.report import Report
from claimcheck.options import (
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
from claimcheck.report.interface import Look, writer
from claimcheck.report.words import count

app = typer.Typer(
    help="Shows where news articles about one event agree and where their figures conflict.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

app.add_typer(ledger_cli.app)
app.command(epilog=EXIT_CODES)(ledger_cli.review)


class ListFormat(StrEnum):
    """How `extract` lists claims."""

    TABLE = "table"
    JSONL = "jsonl"


class SchemaName(StrEnum):
    """The schemas that are published."""

    REPORT = "report"
    CONFIG = "config"


def main() -> None:
    """Runs the program. Never returns."""
    app(prog_name="claimcheck")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcheck {claimcheck.__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command(epilog=EXIT_CODES)
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
    places = _places(settings, alone=bool(output) and format is None)
    delivery.check(places)
    report = compared(paths, settings)
    delivery.spare(places, (a.path for a in report.articles))
    report = ledger_cli.attach(report, paths, settings, settings.ledger, ledger_cli.day(today))
    if not settings.quiet:
        _warn(report)
    _write(report, places, settings, look(settings, complete=show_all))
    return _outcome(report, settings)


@app.command(epilog=EXIT_CODES)
@guarded
def render(
    *,
    file: Annotated[str, typer.Argument(metavar="REPORT", help="What --format json wrote, or - for standard input.")],
    format: FormatOption = None,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    show_all: AllOption = False,
    config: ConfigOption = None,
    color: ColorOption = None,
) -> int:
    """Write a saved JSON report in another format."""
    from claimcheck.report.reading import read_report  # noqa: PLC0415

    flags = {"format": format, "output": output or None, "fail_on": fail_on, "color": color}
    settings = settled([file], flags, config)
    places = _places(settings, alone=bool(output) and format is None)
    delivery.check(places)
    report = read_report(_saved(file), "standard input" if file == "-" else file)
    delivery.spare(places, [a.path for a in report.articles])
    _write(report, places, settings, look(settings, complete=show_all))
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@guarded
def extract(
    *,
    file: Annotated[str | None, typer.Argument(metavar="FILE", help="An article, or - for standard input.")] = None,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="Read these words instead of a file.")] = None,
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The day it appeared, for words like 'last week'."),
    ] = None,
    format: Annotated[ListFormat, typer.Option(help="A list to read, or a JSON object a line.")] = ListFormat.TABLE,
    show_filtered: Annotated[bool, typer.Option("--show-filtered", help="Also list the numbers left out, and why.")] = False,
    quiet: QuietOption = None,
    color: ColorOption = None,
) -> int:
    """Show every quantity and date of one article."""
    if (file is None) == (text is None):
        raise typer.BadParameter("give either a FILE (or -) or --text TEXT")
    settings = settled([file] if file else [], {"quiet": quiet, "color": color})
    day: date | None = published.date() if published else None
    article, extraction = _extracted(file, text, day)
    if not settings.quiet:
        _warn_of(article)
    if format is ListFormat.JSONL:
        from claimcheck.report import jsonl  # noqa: PLC0415

        deliver(lambda out: jsonl.write_extraction(article, extraction, out, show_filtered=show_filtered))
    else:
        from claimcheck.report import extraction as listing  # noqa: PLC0415 - loads rich

        shown = look(settings, complete=True)
        deliver(lambda out: listing.write_extraction(article, extraction, out, shown, show_filtered=show_filtered))
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@guarded
def explain(
    *,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, subject or finding, or its beginning.")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATHS", help="The articles to compare; the current folder if left out.")
    ] = None,
    config: ConfigOption = None,
    quiet: QuietOption = None,
    color: ColorOption = None,
) -> int:
    """Show why: how a claim was read, or a verdict reached."""
    from claimcheck.report.explain import write_explanation  # noqa: PLC0415 - loads rich
    from claimcheck.report.lookup import look_up  # noqa: PLC0415

    settings = settled(paths or ["."], {"quiet": quiet, "color": color}, config)
    report = compared(paths or ["."], settings)
    found = look_up(report, id)
    shown = look(settings, complete=True)
    deliver(lambda out: write_explanation(report, found, out, shown))
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@guarded
def types(color: ColorOption = None) -> int:
    """List the claim types that the catalogue knows."""
    from claimcheck.lexicon.catalogue import load_catalogue  # noqa: PLC0415 - reads the catalogue
    from claimcheck.report.listing import write_types  # noqa: PLC0415

    known = [(t.id, t.title, str(t.dimension)) for t in load_catalogue().types.by_id.values()]
    shown = look(settled([], {"color": color}), complete=True)
    deliver(lambda out: write_types(known, out, shown))
    return EXIT_OK


@app.command("config", epilog=EXIT_CODES)
@guarded
def show_config(
    *,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATHS", help="The articles; the current folder if left out.")
    ] = None,
    config: ConfigOption = None,
    color: ColorOption = None,
) -> int:
    """Show every setting, its value, and where that comes from."""
    from claimcheck.configfile import resolve  # noqa: PLC0415 - loads yaml
    from claimcheck.report.listing import write_settings  # noqa: PLC0415 - loads rich

    resolved = resolve(paths or ["."], {"color": color}, os.environ, config)
    rows = [(s.name, s.kind.show(getattr(resolved.settings, s.name)), resolved.origins[s.name], s.help) for s in all_settings()]
    shown = look(resolved.settings, complete=True)
    deliver(lambda out: write_settings(rows, str(resolved.file) if resolved.file else None, out, shown))
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@guarded
def schema(name: Annotated[SchemaName, typer.Argument(metavar="NAME", help="Which one: report or config.")]) -> int:
    """Print a JSON Schema: of a report, or of a settings file."""
    import json  # noqa: PLC0415

    from claimcheck import configfile  # noqa: PLC0415 - loads yaml
    from claimcheck.report.json import schema as report_schema  # noqa: PLC0415

    text = report_schema() if name is SchemaName.REPORT else json.dumps(configfile.schema(), indent=2) + "\n"
    deliver(lambda out: out.write(text.encode()))
    return EXIT_OK


def _places(settings: Settings, *, alone: bool) -> list[Output]:
    """Where the report goes; `alone` where options name files and no format for standard output."""
    outputs = list(settings.output)
    return outputs if alone else [Output(settings.format, STDOUT), *outputs]


def _write(report: Report, places: Sequence[Output], settings: Settings, shown: Look) -> None:
    """Files first: what goes wrong with one is told before anything is printed."""
    for place in sorted(places, key=lambda p: p.path == STDOUT):
        write = writer(place.format).write
        if place.path == STDOUT:
            deliver(lambda out, write=write: write(report, out, shown))  # type: ignore[misc]
        else:
            delivery.write_file(place.path, lambda out, write=write: write(report, out, file_look(settings)))  # type: ignore[misc]


def _saved(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ClaimcheckError(f"{file} cannot be read ({reason.lower()}); name a file that --format json wrote") from None


def _extracted(file: str | None, text: str | None, day: date | None) -> tuple[Article, Extraction]:
    """One article and what is in it. A day that the user gives goes before what the article says of itself."""
    from claimcheck import ingest  # noqa: PLC0415 - loads the stages
    from claimcheck.extract.article import extract_article  # noqa: PLC0415
    from claimcheck.lexicon.catalogue import load_catalogue  # noqa: PLC0415

    catalogue = load_catalogue()
    if text is not None:
        article = ingest.article_from_text(text, catalogue.furniture, published=day)
        return article, extract_article(article, catalogue)
    reading = ingest.read([file or "-"], catalogue.furniture, stdin=sys.stdin.buffer)
    if len(reading.articles) > 1:
        raise ClaimcheckError(
            f"{file} holds {len(reading.articles)} articles; name one of them, such as {reading.articles[0].path}"
        )
    if not reading.articles:
        reason = f": {reading.skipped[0].reason}" if reading.skipped else ""
        raise NothingToCompareError(f"no article could be read from {file}{reason}")
    article = replace(reading.articles[0], published=day) if day else reading.articles[0]
    return article, extract_article(article, catalogue)


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


def _warn(report: Report) -> None:
    for skipped in report.skipped:
        say(f"skipped {skipped.path}: {skipped.reason}")
    for article in report.articles:
        _warn_of(article)
    for note in report.notes:
        say(f"note: {note}")


def _warn_of(article: Article) -> None:
    for note in article.notes:
        say(f"note on {article.path}: {note}")
