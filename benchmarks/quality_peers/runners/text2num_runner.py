"""text2num's find_numbers: numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from text_to_num import find_numbers  # type: ignore[import-not-found]

from benchmarks.quality_peers.runners.protocol import Span, serve, span

TOKEN = re.compile(r"\w+(?:-\w+)*|[^\w\s]")


@dataclass
class Token:
    """A word as find_numbers asks for it."""

    word: str
    start: int
    end: int

    def text(self) -> str:
        """The word itself."""
        return self.word

    def nt_separated(self, previous: Token) -> bool:  # noqa: ARG002
        """Nothing but the words tells where a number ends."""
        return False

    def not_a_number_part(self) -> bool:
        """Any word may be part of a number."""
        return False


def read(text: str, published: date) -> Iterator[Span]:  # noqa: ARG001
    """Every cardinal of the sentence, small ones included."""
    tokens = [Token(m[0], *m.span()) for m in TOKEN.finditer(text)]
    for found in find_numbers(tokens, "en", threshold=0.0):
        if not found.is_ordinal:
            yield span(tokens[found.start].start, tokens[found.end - 1].end, "count", (found.value, found.value))


if __name__ == "__main__":
    serve(read)
