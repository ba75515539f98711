"""What the catalogue knows, and how the program is set, as lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from claimcheck.report.interface import Look
from claimcheck.report.page import FAINT, STRONG, Page
from claimcheck.report.safe import safe
from claimcheck.report.words import count

_VALUE = 24
"""Most cells of a value's column; a longer value pushes its origin aside."""


def write_types(types: Sequence[tuple[str, str, str]], out: BinaryIO, look: Look) -> None:
    """Writes claim types, given as id, title and dimension."""
    page = Page(look)
    column = max((len(name) for name, _, _ in types), default=0)
    widest = max((len(dimension) for _, _, dimension in types), default=0)
    for name, title, dimension in types:
        page.line((name.ljust(column), STRONG), "  ", (dimension.ljust(widest), FAINT), "  ", title, hang=column + widest + 4)
    page.gap()
    page.line((count(len(types), "claim type"), FAINT))
    out.write(page.render())


def write_settings(rows: Sequence[tuple[str, str, str, str]], file: str | None, out: BinaryIO, look: Look) -> None:
    """Writes settings, given as name, value, origin and what they do, and the file that was found."""
    page = Page(look)
    column = max((len(name) for name, _, _, _ in rows), default=0)
    widest = min(max((len(safe(value)) for _, value, _, _ in rows), default=0), _VALUE)
    for name, value, origin, help in rows:
        shown = safe(value) or "-"
        page.line((name.ljust(column), STRONG), "  ", shown.ljust(widest), "  ", safe(origin), hang=column + 2)
        page.line((help, FAINT), indent=column + 2)
    page.gap()
    page.line((f"settings file: {safe(file)}" if file else "no settings file was found", FAINT))
    out.write(page.render())
