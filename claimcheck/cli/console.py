"""What every command needs of the place it runs in: results to standard output, all else to standard error, one exit code."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import wraps
from pathlib import Path
from typing import BinaryIO, ParamSpec, TextIO

import typer

from claimcheck.config import Color, Settings
from claimcheck.errors import EXIT_DISCREPANCIES, EXIT_NOTHING, EXIT_OK, EXIT_UNABLE, ClaimcheckError
from claimcheck.model.article import Article
from claimcheck.model.report import Report
from claimcheck.report.interface import Look

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


def guarded(command: Callable[P, int]) -> Callable[P, None]:
    """Ends a command with its exit code; whatever goes wrong becomes one sentence and a code of its own."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
        except (typer.Exit, typer.Abort, typer.BadParameter):
            raise
        except ClaimcheckError as error:
            say(str(error))
            code = error.exit_code
        except KeyboardInterrupt:
            code = INTERRUPTED
        except PermissionError as error:
            say(f"{error.filename or 'a file'} may not be used (permission denied); look at its permissions, and its folder's")
            code = EXIT_UNABLE
        except Exception as error:
            code = _bug(error)
        raise typer.Exit(code)

    return run


def settled(paths: Sequence[str], flags: Mapping[str, object], file: Path | None = None) -> Settings:
    """The settings of a command: options before environment before file. Raises ClaimcheckError."""
    from claimcheck.config.resolve import resolve  # noqa: PLC0415 - loads yaml

    resolved = resolve(paths, flags, os.environ, file)
    if not resolved.settings.quiet:
        for note in resolved.notes:
            say(f"note: {note}")
    return resolved.settings


def look(settings: Settings, *, complete: bool) -> Look:
    """What standard output can show."""
    terminal = sys.stdout.isatty()
    columns = shutil.get_terminal_size().columns if terminal or os.environ.get("COLUMNS") else PIPED_WIDTH
    encoding = sys.stdout.encoding or "utf-8"
    return Look(columns, colored(settings.color, terminal), encoding, complete or not terminal, settings.fail_on.failing)


def file_look(settings: Settings) -> Look:
    """What a file can show: everything but colour."""
    return Look(PIPED_WIDTH, failing=settings.fail_on.failing)


def colored(color: Color, terminal: bool) -> bool:
    """Whether text is coloured: as the user says, or else as the environment and the terminal do."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")


def deliver(write: Callable[[BinaryIO], object]) -> None:
    """Writes to standard output. A reader that went away ("| head") is no error, and does not change the exit code.

    Raises:
        ClaimcheckError: It cannot be written for another reason, such as a full disk.
    """
    out = sys.stdout.buffer
    try:
        write(out)
        out.flush()
    except BrokenPipeError:
        _shut(sys.stdout)
    except OSError as error:
        raise unwritable(error) from None


def unwritable(error: OSError) -> ClaimcheckError:
    """What is said where standard output cannot be written; nothing more is written there."""
    _shut(sys.stdout)
    reason = (error.strerror or str(error)).lower()
    return ClaimcheckError(f"standard output cannot be written ({reason}); make room for it or write elsewhere")


def _shut(stream: TextIO) -> None:
    """Lets what is still to be written go nowhere: Python flushes again at exit and would complain there."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(sentence: str) -> None:
    """Tells the user something, on standard error. Where that cannot be written the exit code alone has to tell."""
    from claimcheck.report.safe import encode, safe  # noqa: PLC0415

    line = f"claimcheck: {safe(sentence)}"
    encoding = sys.stderr.encoding or "utf-8"
    try:
        typer.echo(encode(line, encoding).decode(encoding, "replace"), err=True)
    except OSError:
        _shut(sys.stderr)


_NAMED = 3
"""Articles of one note that are named; a folder of old wire copy has hundreds."""


def warn(report: Report) -> None:
    """Tells of files that were not read, and of what is odd about those that were."""
    for skipped in report.skipped:
        say(f"skipped {skipped.path}: {skipped.reason}")
    told: dict[str, list[str]] = {}
    for article in report.articles:
        for note in article.notes:
            told.setdefault(note, []).append(article.path)
    for note, paths in told.items():
        others = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
        say(f"note on {', '.join(paths[:_NAMED])}{others}: {note}")
    for note in report.notes:
        say(f"note: {note}")


def warn_of(article: Article) -> None:
    """Tells what is odd about an article."""
    for note in article.notes:
        say(f"note on {article.path}: {note}")


def tell(lines: list[str]) -> None:
    """Writes lines to standard output, nothing in them able to harm a terminal."""
    from claimcheck.report.safe import encode  # noqa: PLC0415

    encoding = sys.stdout.encoding or "utf-8"
    text = b"".join(encode(f"{_safe(line)}\n", encoding) for line in lines)
    deliver(lambda out: out.write(text))


def _safe(line: str) -> str:
    """`safe`, but for the spaces that set columns apart."""
    from claimcheck.report.safe import safe  # noqa: PLC0415

    return "".join(part if part.isspace() else safe(part) for part in re.split("( {2,})", line))


def shown(path: Path) -> str:
    """A path as a user would name it: from the current folder where it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return str(path)


def day(today: date | None) -> date:
    """The day that decisions are held against."""
    return today or date.today()


def _bug(error: Exception) -> int:
    if os.environ.get("CLAIMCHECK_DEBUG") == "1":
        import traceback  # noqa: PLC0415

        traceback.print_exception(error)
    say(
        f"this is a bug in claimcheck, not in your articles ({type(error).__name__}: {error}); "
        "please report it with what CLAIMCHECK_DEBUG=1 prints"
    )
    return EXIT_UNABLE
