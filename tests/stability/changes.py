"""What people do to files that changes nothing of what they say."""

from __future__ import annotations

import itertools
import re
import textwrap

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BLANK = re.compile(r"\n[ \t]*\n")
_OPENING = re.compile(r"""(?:(?<=[\s(\[“‘—–-])|\A)(["'])""")

CLEAN = (
    "Residents spoke of a long day, of neighbours who came to help them, and of roads that they no longer knew.",
    "Nobody at the ministry would be drawn on what comes next; the telephones rang, and calls were not returned.",
    "It was raining again by the evening. The cafes along the river stayed open, and people talked about little else.",
    "Letters to the editor have been coming in ever since, some of them angry, most of them merely tired.",
    "The mood was sober. Those who had come early left early, and those who stayed kept their voices low.",
)
"""Paragraphs in which nothing is counted, dated or named: a different one for each article, so that they make no two alike."""


def wrapped(text: str, width: int = 72) -> str:
    """Every line broken at `width`, as an editor or a mail program does; blank lines stay between paragraphs."""
    front, body = _split(text)
    return front + "\n".join(_fill(line, width) for line in body.split("\n"))


def unwrapped(text: str, width: int = 70) -> str:
    """A text that was broken at `width` with each paragraph on one line; any other text as it is."""
    front, body = _split(text)
    if max(map(len, body.split("\n"))) > width:
        return text
    return front + "\n\n".join(_joined(part.split("\n"), width) for part in _BLANK.split(body))


def straight(text: str) -> str:
    """Typewriter quotation marks and apostrophes."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def curly(text: str) -> str:
    """Typographic quotation marks and apostrophes."""
    front, body = _split(straight(text))
    opened = _OPENING.sub(lambda m: {'"': "“", "'": "‘"}[m[1]], body)
    return front + opened.replace('"', "”").replace("'", "’")


def crlf(text: str) -> str:
    """Line ends as on Windows."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def with_paragraph(text: str, at: float, paragraph: str) -> str:
    """With a paragraph in which nothing is counted, that far down the article; never before its first paragraph of prose."""
    front, body = _split(text)
    parts = _BLANK.split(body.strip())
    place = 2 + round(at * (len(parts) - 2))
    return front + "\n\n".join([*parts[:place], paragraph, *parts[place:]]) + "\n"


def _split(text: str) -> tuple[str, str]:
    found = _FRONT_MATTER.match(text)
    return (found[0], text[found.end() :]) if found else ("", text)


def _fill(line: str, width: int) -> str:
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def _joined(lines: list[str], width: int) -> str:
    """Lines that are full run on."""
    found = lines[:1]
    for last, line in itertools.pairwise(lines):
        full = len(last) + 1 + len(line.split(" ", 1)[0]) > width
        found = [*found[:-1], f"{found[-1]} {line}"] if full else [*found, line]
    return "\n".join(found)
