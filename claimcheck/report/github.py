"""Annotations for GitHub: workflow commands that put a discrepancy beside the line of an article.

GitHub shows ten of a kind a step and drops the rest in silence. So what is new comes before what is known, errors come first, and
the last line says how many there are beyond those.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from claimcheck.model.report import Report
from claimcheck.report.discrepancy import Discrepancy, discrepancies, summary
from claimcheck.report.interface import Look
from claimcheck.report.places import relative
from claimcheck.report.rules import Level
from claimcheck.report.safe import encode, safe
from claimcheck.report.words import count

MOST = 10
_COMMANDS: Mapping[Level, str] = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def write(report: Report, out: BinaryIO, look: Look) -> None:
    """Writes at most ten commands and a line of counts that is none."""
    found = discrepancies(report)
    fresh = [d for d in found if not d.known]
    commands = [_of(d) for d in fresh]
    commands += [_command("warning", f"{s.path} was not read", safe(s.reason), file=s.path) for s in report.skipped]
    left = len(commands) - MOST
    if left > 0:
        rest = count(left + 1, "more annotation")
        commands = commands[: MOST - 1]
        commands.append(_command("notice", "claimcheck", f"{rest} left out: GitHub shows few of a step; see the whole report."))
    known = len(found) - len(fresh)
    closing = f"claimcheck: {summary(report)}" + (f"; {known:,} known or ignored" if known else "")
    out.write(encode("".join(f"{line}\n" for line in [*commands, closing]), look.encoding))


def _of(found: Discrepancy) -> str:
    first = found.claims[0]
    return _command(
        _COMMANDS[found.level], found.title, found.message, file=found.articles[first.source].path, line=str(first.line)
    )


def _command(name: str, title: str, message: str, **place: str) -> str:
    """One command; without a column, which GitHub refuses where a stretch goes over lines."""
    known = {**place, "title": title}
    if "file" in known:
        known["file"] = relative(known["file"])
    properties = ",".join(f"{key}={_property(value)}" for key, value in known.items())
    return f"::{name} {properties}::{_data(message)}"


def _data(words: str) -> str:
    return safe(words).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
