"""Paragraphs of a text: lines, or runs of lines where a file is wrapped at a fixed width.

Whether a file is wrapped is decided for the whole file by what wrapping does: lines end where the next word would not fit.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from claimcheck.model.span import Span

MOST_LINES = 6000
"""No news article has more lines. What stands behind them is one paragraph, so that a hostile file costs little."""
_WIDEST = 110
"""Wrapped text is narrower than this; a longer typical line is a paragraph."""
_NARROWEST = 40
_SLACK = 3
"""Columns by which editors differ on what still fits."""

_LIST_MARK = re.compile(r"(?:[-*•>▸►·+]|\d{1,2}[.)])\s|#{1,6}\s")
_FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, without the white space around it."""

    span: Span
    apart: bool
    """Whether a blank line (or the beginning of the text) stands before it."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    width: int
    """Columns without the white space at its end."""
    indent: int
    first_word: int
    """Length of its first word."""
    goes_on: bool
    """Whether it begins in lower case, as a line in mid-sentence does."""


def paragraphs(text: str, start: int = 0) -> list[Paragraph]:
    """The paragraphs of `text[start:]`, in order; none is empty."""
    lines = _lines(text, start)
    width = _wrapped_at(lines)
    found: list[Paragraph] = []
    apart, at = True, 0
    while at < len(lines):
        line = lines[at]
        if line is None:
            apart = True
            at += 1
            continue
        last, at = line, at + 1
        while width and at < len(lines) and (following := lines[at]) is not None and _runs_on(text, last, following, width):
            last, at = following, at + 1
        found.append(Paragraph(Span(line.start, last.end), apart))
        apart = False
    return found


def _lines(text: str, start: int) -> list[_Line | None]:
    """The lines of a text without the white space around them; None for a blank one."""
    lines: list[_Line | None] = []
    at = start
    for raw in text[start:].splitlines(keepends=True):
        bare = raw.strip()
        if not bare:
            lines.append(None)
        elif len(lines) >= MOST_LINES:
            lines.append(_line(at, text[at:].rstrip()))
            break
        else:
            lines.append(_line(at, raw.rstrip()))
        at += len(raw)
    return lines


def _line(at: int, raw: str) -> _Line:
    bare = raw.lstrip()
    indent = len(raw) - len(bare)
    word = _FIRST_WORD.match(bare)
    first_word = len(word[0]) if word else 0
    return _Line(at + indent, at + len(raw), len(raw), indent, first_word, bare[0].islower())


def _wrapped_at(lines: list[_Line | None]) -> int:
    """The width that the lines are wrapped at, or 0 where they are not."""
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a is not None and b is not None]
    if len(pairs) < 3:
        return 0
    widths = sorted(line.width for line, _ in pairs)
    width = widths[len(widths) * 19 // 20]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(1 for line, following in pairs if _full(line, following, width))
    goes_on = sum(1 for _, following in pairs if following.goes_on)
    return width if full * 10 >= len(pairs) * 7 and goes_on * 10 >= len(pairs) * 3 else 0


def _full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of `following` would not have fitted on `line`."""
    return line.width + 1 + following.first_word > width - _SLACK


def _runs_on(text: str, line: _Line, following: _Line, width: int) -> bool:
    if following.indent > line.indent or _LIST_MARK.match(text, following.start):
        return False
    return _full(line, following, width)
