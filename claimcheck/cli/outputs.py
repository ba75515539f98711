"""The report to all the places that a user names, and the report that a user saved."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from claimcheck.cli import delivery
from claimcheck.cli.console import deliver, file_look
from claimcheck.config import Settings
from claimcheck.config.outputs import STDOUT, Output
from claimcheck.errors import ClaimcheckError
from claimcheck.model.report import Report
from claimcheck.report.interface import Look, writer


def places(settings: Settings, *, alone: bool) -> list[Output]:
    """Where the report goes; `alone` where options name files and no format for standard output. Raises ClaimcheckError."""
    outputs = list(settings.output)
    found = outputs if alone else [Output(settings.format, STDOUT), *outputs]
    delivery.check(found)
    return found


def write(report: Report, to: Sequence[Output], settings: Settings, shown: Look) -> None:
    """Files first: what goes wrong with one is told before anything is printed. Raises ClaimcheckError."""
    for place in sorted(to, key=lambda p: p.path == STDOUT):
        write = writer(place.format).write
        if place.path == STDOUT:
            deliver(lambda out, write=write: write(report, out, shown))  # type: ignore[misc]
        else:
            delivery.write_file(place.path, lambda out, write=write: write(report, out, file_look(settings)))  # type: ignore[misc]


def saved(file: str) -> bytes:
    """A file that `--format json` wrote, `-` from standard input. Raises ClaimcheckError."""
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ClaimcheckError(f"{file} cannot be read ({reason.lower()}); name a file that --format json wrote") from None
