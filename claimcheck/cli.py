"""The command line: what a user writes becomes Settings, what comes back is written, and how it went is the exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from functools import wraps
from typing import Annotated, BinaryIO, ParamSpec

import typer

import claimcheck
from claimcheck.config import FailOn, Settings
from claimcheck.errors import EXIT_DISCREPANCIES, EXIT_NOTHING, EXIT_OK, EXIT_UNABLE, ClaimcheckError, NothingToCompareError
from claimcheck.model.article import Article
from claimcheck.model.claim import Extraction
from claimcheck.model.report import Report
from claimcheck.progress import SILENT, StatusLine
from claimcheck.report.interface import Format, Look, writer
from claimcheck.report.words import count

P = ParamSpec("P")

INTERRUPTED = 130
PIPED_WIDTH = 160
"""Columns of text that does not go to a terminal: it is read in an editor or searched, so lines may be long."""

EXIT_CODES = f"""Exit codes:

\b
  {EXIT_OK}  nothing at or above --fail-on
  {EXIT_DISCREPANCIES}  a discrepancy at or above --fail-on
  {EXIT_UNABLE}  could not do the job: usage, configuration, or a bug
  {EXIT_NOTHING}  nothing could be compared, or with --strict a file was skipped
"""

app = typer.Typer(
    help="Shows where news articles about one event agree and where their figures conflict.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class ListFormat(StrEnum):
    """How `extract` lists claims."""

    TABLE = "table"
    JSONL = "jsonl"


class SchemaName(StrEnum):
    """The schemas that are published."""

    REPORT = "report"


ColorOption = Annotated[Color, typer.Option(help="Colour the text: auto follows the terminal, NO_COLOR and FORCE_COLOR.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")]


def main() -> None:
    """Runs the program. Never returns."""
    app(prog_name="claimcheck")


def _guarded(command: Callable[P, int]) -> Callable[P, None]:
    """Ends a command with its exit code; whatever goes wrong becomes one sentence and a code of its own."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except ClaimcheckError as error:
            _say(str(error))
            code = error.exit_code
        except KeyboardInterrupt:
            code = INTERRUPTED
        except Exception as error:
            code = _bug(error)
        raise typer.Exit(code)

    return run


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
@_guarded
def compare(
    *,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATHS", help="Files, folders, globs, or - for one article on standard input.")
    ],
    format: Annotated[Format, typer.Option(help="How to write the report. The exit code is the same for each.")] = Format.TABLE,
    fail_on: Annotated[FailOn, typer.Option(help="The mildest verdict that makes the exit code 1.")] = FailOn.CONFLICT,
    strict: Annotated[bool, typer.Option("--strict", help="A file that could not be read makes the exit code 3.")] = False,
    show_all: Annotated[bool, typer.Option("--all", help="On a terminal too, list every subject.")] = False,
    quiet: QuietOption = False,
    color: ColorOption = Color.AUTO,
) -> int:
    """Compare articles: where they agree and conflict."""
    settings = Settings(fail_on=fail_on, strict=strict)
    report = _compared(paths, settings, quiet)
    if not quiet:
        _warn(report)
    look = _look(color, show_all)
    _deliver(lambda out: writer(format).write(report, out, look))
    return _outcome(report, settings)


@app.command(epilog=EXIT_CODES)
@_guarded
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
    quiet: QuietOption = False,
    color: ColorOption = Color.AUTO,
) -> int:
    """Show every quantity and date of one article."""
    if (file is None) == (text is None):
        raise typer.BadParameter("give either a FILE (or -) or --text TEXT")
    day: date | None = published.date() if published else None
    article, extraction = _extracted(file, text, day)
    if not quiet:
        _warn_of(article)
    if format is ListFormat.JSONL:
        from claimcheck.report import jsonl  # noqa: PLC0415

        _deliver(lambda out: jsonl.write_extraction(article, extraction, out, show_filtered=show_filtered))
    else:
        from claimcheck.report import extraction as listing  # noqa: PLC0415 - loads rich

        look = _look(color, complete=True)
        _deliver(lambda out: listing.write_extraction(article, extraction, out, look, show_filtered=show_filtered))
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@_guarded
def explain(
    *,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, subject or finding, or its beginning.")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATHS", help="The articles to compare; the current folder if left out.")
    ] = None,
    quiet: QuietOption = False,
    color: ColorOption = Color.AUTO,
) -> int:
    """Show why: how a claim was read, or a verdict reached."""
    from claimcheck.report.explain import write_explanation  # noqa: PLC0415 - loads rich
    from claimcheck.report.lookup import look_up  # noqa: PLC0415

    report = _compared(paths or ["."], Settings(), quiet)
    found = look_up(report, id)
    look = _look(color, complete=True)
    _deliver(lambda out: write_explanation(report, found, out, look))
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@_guarded
def types(color: ColorOption = Color.AUTO) -> int:
    """List the claim types that the catalogue knows."""
    from claimcheck.lexicon.catalogue import load_catalogue  # noqa: PLC0415 - reads the catalogue
    from claimcheck.report.listing import write_types  # noqa: PLC0415

    known = [(t.id, t.title, str(t.dimension)) for t in load_catalogue().types.by_id.values()]
    look = _look(color, complete=True)
    _deliver(lambda out: write_types(known, out, look))
    return EXIT_OK


@app.command(epilog=EXIT_CODES)
@_guarded
def schema(name: Annotated[SchemaName, typer.Argument(metavar="NAME", help="Which one: report.")]) -> int:  # noqa: ARG001 - there is one
    """Print the JSON Schema of a report."""
    from claimcheck.report.json import schema as report_schema  # noqa: PLC0415

    _deliver(lambda out: out.write(report_schema().encode()))
    return EXIT_OK


def _compared(paths: Sequence[str], settings: Settings, quiet: bool) -> Report:
    """The report, with a line of progress where a person is watching."""
    drawn = sys.stderr.isatty() and not quiet and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"
    status = StatusLine(sys.stderr) if drawn else None
    try:
        return claimcheck.compare(paths, settings, progress=status or SILENT, stdin=sys.stdin.buffer)
    finally:
        if status:
            status.close()


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
        _say(f"--strict: {count(len(report.skipped), 'file')} could not be read, the first of them {report.skipped[0].path}")
        return EXIT_NOTHING
    if not report.articles:
        _say("no article could be read, so nothing was compared; give files or folders that hold .txt or .md articles")
        return EXIT_NOTHING
    if len(report.articles) == 1:
        _say(f"only one article could be read ({report.articles[0].path}), so there is nothing to compare it with; give another")
        return EXIT_NOTHING
    return EXIT_DISCREPANCIES if any(settings.fail_on.reached_by(j.verdict) for j in report.judged) else EXIT_OK


def _warn(report: Report) -> None:
    for skipped in report.skipped:
        _say(f"skipped {skipped.path}: {skipped.reason}")
    for article in report.articles:
        _warn_of(article)
    for note in report.notes:
        _say(f"note: {note}")


def _warn_of(article: Article) -> None:
    for note in article.notes:
        _say(f"note on {article.path}: {note}")


def _look(color: Color, complete: bool) -> Look:
    """What standard output can show."""
    terminal = sys.stdout.isatty()
    columns = shutil.get_terminal_size().columns if terminal or os.environ.get("COLUMNS") else PIPED_WIDTH
    return Look(columns, _colored(color, terminal), sys.stdout.encoding or "utf-8", complete or not terminal)


def _colored(color: Color, terminal: bool) -> bool:
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")


def _deliver(write: Callable[[BinaryIO], object]) -> None:
    """Writes to standard output. A reader that went away ("| head") is no error, and does not change the exit code."""
    out = sys.stdout.buffer
    try:
        write(out)
        out.flush()
    except BrokenPipeError:
        # Python flushes again at exit and would complain there.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: str) -> None:
    from claimcheck.report.safe import encode, safe  # noqa: PLC0415

    line = f"claimcheck: {safe(sentence)}"
    typer.echo(encode(line, sys.stderr.encoding or "utf-8").decode(sys.stderr.encoding or "utf-8", "replace"), err=True)


def _bug(error: Exception) -> int:
    if os.environ.get("CLAIMCHECK_DEBUG") == "1":
        import traceback  # noqa: PLC0415

        traceback.print_exception(error)
    _say(
        f"this is a bug in claimcheck, not in your articles ({type(error).__name__}: {error}); "
        "please report it with what CLAIMCHECK_DEBUG=1 prints"
    )
    return EXIT_UNABLE
