"""Lists of headlines without a heading: three or more lines in a row that are written as titles, before or behind the story."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from claimcheck.lexicon.furniture import Titles

_FEWEST_LINES = 3
_FEWEST_WORDS, _MOST_WORDS = 4, 22
_LONGEST = 150
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_STOPPED = re.compile(r"""[.;:,”"]['’)\]]*$""")
_AGE = re.compile(r",\s*(?:aged?\s+)?\d{1,3}(?:,|$|\s+(?:of|from)\b)")


def is_title(line: str, titles: Titles) -> bool:
    """Whether a line is written as a headline is: each word with a capital, without a full stop, and no name with an age."""
    if len(line) > _LONGEST or _STOPPED.search(line) or _AGE.search(line):
        return False
    words = _WORD.findall(line)
    return _FEWEST_WORDS <= len(words) <= _MOST_WORDS and all(w[0].isupper() or w.lower() in titles.small for w in words)


def headline_runs(lines: Sequence[str], places: Sequence[int], ordinary: Sequence[bool], titles: Titles) -> list[int]:
    """The indices of those `lines` that are lists of headlines.

    `places` are the numbers of the lines on the page, by which neighbours are told; `ordinary` are the paragraphs of a story. The
    first line is never one: it is the article's own headline.
    """
    stories = [i for i, is_story in enumerate(ordinary) if is_story]
    if not stories:
        return []
    found: list[int] = []
    marked = [i for i in range(1, len(lines)) if (i < stories[0] or i > stories[-1]) and is_title(lines[i], titles)]
    for _, run in itertools.groupby(enumerate(marked), key=lambda pair: places[pair[1]] - pair[0]):
        indices = [i for _, i in run]
        if len(indices) >= _FEWEST_LINES:
            found.extend(indices)
    return found
