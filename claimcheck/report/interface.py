"""What a report format is. One module a format, of the same name; a new one is a member of `Format`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from claimcheck.model.report import Report
from claimcheck.model.subject import Verdict

DRAWN = "├●┤─►◄“”…·"
"""Every character beyond ASCII that the program itself puts into a text report."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the place that a text report goes to can show. Formats for programs ignore it."""

    width: int = 160
    color: bool = False
    encoding: str = "utf-8"
    complete: bool = True
    """Long lists are given whole, not capped with a count."""
    failing: frozenset[Verdict] = frozenset({Verdict.CONFLICT})
    """The verdicts that make the run fail, for formats that tell a failure from a remark."""

    @property
    def draws(self) -> bool:
        """Whether lines, dots and arrows can be shown; plain ASCII stands in for them otherwise."""
        try:
            DRAWN.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True


class Writer(Protocol):
    """One format. A module with this function is one."""

    def write(self, report: Report, out: BinaryIO, look: Look) -> None:
        """Writes the whole report to `out`, and nothing else."""


class Format(StrEnum):
    """The names a user gives to the formats."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


FORMATS: Mapping[Format, str] = {name: f"claimcheck.report.{name.value}" for name in Format}


def writer(name: Format) -> Writer:
    """The writer of that format, loaded when it is asked for: a program that wants JSON need not wait for rich."""
    return cast(Writer, import_module(FORMATS[name]))
