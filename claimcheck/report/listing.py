"""What the catalogue knows, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from claimcheck.report.interface import Look
from claimcheck.report.page import FAINT, STRONG, Page
from claimcheck.report.words import count


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
