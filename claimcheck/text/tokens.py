"""Tokens: the words, figures and marks of a sentence, with their offsets.

A figure and the letters glued to it are separate tokens (`74million`, `48km`, `F-35`), because what they mean depends on their
neighbours; `space` tells whether white space stood before a token. One pass of one regular expression, linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `start` and `end` are code points of the article."""

    text: str
    norm: str
    """Lower case, straight apostrophes, without a possessive ending."""
    start: int
    end: int
    kind: Kind
    space: bool
    """Whether white space stands before it."""

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.kind is Kind.WORD and self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's or s'."""
        return self.kind is Kind.WORD and (self.text.endswith(("'s", "’s", "`s")) or (self.text.endswith(("s'", "s’"))))


# Numbers: grouped thousands (also with the slip of one zero too many, 100,0000), plain digits,
# decimals. Words: letters with inner apostrophes, or dotted capitals (U.S., a.m.).
_TOKEN = re.compile(
    r"""(?P<gap>\s*)
    (?: (?P<number> \d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d]) | \d{1,3}(?:,\d{3})*,0000(?!\d) | \d+(?:\.\d+)? )
      | (?P<word> (?:[^\W\d_]\.){2,} | [^\W\d_]+(?:['’`][^\W\d_]+)*(?:(?<=s)['’](?=\s|[,.;:]|$))? )
      | (?P<mark> \.\.\.|--+|. ) )""",
    re.VERBOSE | re.DOTALL,
)

_STRAIGHT = str.maketrans("’‘`", "'''")


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, in order. Offsets are those of `text`."""
    end = len(text) if end is None else end
    tokens = []
    at = start
    while at < end:
        match = _TOKEN.match(text, at, end)
        if match is None:  # only white space is left
            break
        kind = Kind.NUMBER if match["number"] else Kind.WORD if match["word"] else Kind.MARK
        first, last = match.end("gap"), match.end()
        raw = text[first:last]
        tokens.append(Token(raw, _normal(raw, kind), first, last, kind, bool(match["gap"]) or at == start))
        at = last
    return tokens


def _normal(raw: str, kind: Kind) -> str:
    if kind is not Kind.WORD:
        return raw
    norm = raw.lower().translate(_STRAIGHT)
    if norm.endswith("'s"):
        return norm[:-2]
    return norm.rstrip("'")
