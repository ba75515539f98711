"""What can go wrong, each kind with its exit code. Codes are never reused for another meaning."""

from __future__ import annotations

from dataclasses import dataclass

EXIT_OK = 0
"""Nothing at or above the threshold."""
EXIT_DISCREPANCIES = 1
"""Discrepancies at or above the threshold."""
EXIT_UNABLE = 2
"""Could not do the job: usage, configuration, a bug."""
EXIT_NOTHING = 3
"""No article could be compared, or with --strict some article was skipped."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file a person wrote it; line and column count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class ClaimcheckError(Exception):
    """Anything claimcheck tells its user instead of a result. The text is one sentence: what is wrong and what to do."""

    exit_code = EXIT_UNABLE


class DataFileError(ClaimcheckError):
    """A YAML file that a person wrote cannot be used."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place = place


class NothingToCompareError(ClaimcheckError):
    """No article could be read or compared."""

    exit_code = EXIT_NOTHING
