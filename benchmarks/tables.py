"""Plain tables for a terminal."""

from __future__ import annotations

from collections.abc import Sequence


def render(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as text: the first column to the left, the others to the right, two spaces between.

    Args:
        title: A line above it.
        header: Names of the columns.
        rows: Cells, as many in each row as the header has.

    Returns:
        Lines without trailing spaces, the last ended by a line end.
    """
    widths = [max(len(row[i]) for row in (header, *rows)) for i in range(len(header))]
    lines = [title, ""]
    for row in (header, ["-" * width for width in widths], *rows):
        first, *others = (cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True)))
        lines.append("  ".join([first, *others]).rstrip())
    return "\n".join(lines) + "\n"


def share(part: int, whole: int) -> str:
    """`part` of `whole` in percent, or a dash where there is nothing to take a share of."""
    return f"{100 * part / whole:.0f}%" if whole else "-"
