"""Small looks at a sentence's tokens that every reader takes, safe past both ends."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.text.tokens import Kind, Token

HYPHENS = frozenset("-‐‑–")
"""Marks that tie words together."""
QUOTES = frozenset("\"“”'‘’`")
DASHES = HYPHENS | frozenset("—−")
"""Marks that may stand between the ends of a range."""


def norm(tokens: Sequence[Token], at: int) -> str:
    """The normal form of a token; empty outside the sentence."""
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def tied(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a hyphen without white space before it: the one of `20-member`."""
    return 0 <= at < len(tokens) and tokens[at].text in HYPHENS and not tokens[at].space


def dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a hyphen or a dash of any kind."""
    return 0 <= at < len(tokens) and tokens[at].text in DASHES


def glued(tokens: Sequence[Token], at: int) -> str:
    """The word written right behind the token before it (`m` of `1.2m`); empty where there is none."""
    if 0 < at < len(tokens) and tokens[at].kind is Kind.WORD and not tokens[at].space:
        return tokens[at].norm
    return ""


def between(tokens: Sequence[Token], last: int, first: int) -> list[str]:
    """The normal forms of the tokens after `last` and before `first`."""
    return [t.norm for t in tokens[last + 1 : first]]


def written(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of a stretch of tokens, white space as single spaces."""
    return "".join((" " if t.space and i else "") + t.text for i, t in enumerate(tokens[first : last + 1]))


def of_clock(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the colon of 2:53."""
    return 0 < at < len(tokens) - 1 and tokens[at].text == ":" and tokens[at - 1].kind is tokens[at + 1].kind is Kind.NUMBER
