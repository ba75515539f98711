"""Places that a report goes to, as a user writes them: `sarif=out.sarif`."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.report.interface import Format

STDOUT = "-"
"""The path that stands for standard output."""


@dataclass(frozen=True, slots=True)
class Output:
    """One more place the report goes to."""

    format: Format
    path: str

    def __str__(self) -> str:
        return f"{self.format.value}={self.path}"


def output(words: str) -> Output:
    """Reads `sarif=out.sarif`. Raises ValueError, which says what is wrong."""
    name, equals, path = words.partition("=")
    known = [f.value for f in Format]
    if not equals or not path:
        raise ValueError(f"expected FORMAT=PATH, such as sarif=out.sarif, found {words!r}")
    if name not in known:
        raise ValueError(f"there is no format {name!r}; known are: {', '.join(known)}")
    if "\0" in path:
        raise ValueError(f"{path!r} is no path")
    return Output(Format(name), path)
