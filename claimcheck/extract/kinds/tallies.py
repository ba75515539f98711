"""Votes told as two figures with a hyphen: `passed the senate 52-48`, `in a 5-4 ruling`. Games are told so too, and are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.extract.kinds.leads import CLAUSE_ENDS
from claimcheck.extract.kinds.words import Kinded
from claimcheck.extract.look import HYPHENS, norm
from claimcheck.extract.mentions import Number
from claimcheck.extract.numbers.numerals import cardinal
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.numbers import NumberWords
from claimcheck.lexicon.phrases import Match
from claimcheck.lexicon.types import ClaimType, Types
from claimcheck.text.tokens import Kind, Token

_REACH = 12
"""Tokens from the verb to the two figures."""
_MOST = 4
"""Digits of the largest chamber."""


def tallies(tokens: Sequence[Token], bases: Sequence[str], types: Types, grammar: Grammar) -> Mapping[int, Kinded]:
    """The tokens of figures that are votes, and the kind that the word for the vote tells of them."""
    found: dict[int, Kinded] = {}
    for at in range(1, len(tokens) - 1):
        if not _pair(tokens, at):
            continue
        match = _told(tokens, bases, at, types, grammar)
        if match is not None:
            kinded = Kinded(match.value, bases[match.first], (match.first, match.last), "front")
            found |= {at - 1: kinded, at + 1: kinded}
    return found


def parted(tokens: Sequence[Token], numbers: Sequence[Number], votes: Mapping[int, Kinded], words: NumberWords) -> list[Number]:
    """The numbers with those taken apart that were read as a range and are two tallies: `lost 48-52`."""
    apart: list[Number] = []
    for number in numbers:
        two = [cardinal(tokens, at, words) for at in (number.first, number.last)] if number.first in votes and number.range else []
        apart += [one for one in two if one is not None] or [number]
    return apart


def _pair(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the hyphen between two whole figures that stand by themselves."""
    if tokens[at].text not in HYPHENS or tokens[at].space or tokens[at + 1].space:
        return False
    sides = (tokens[at - 1], tokens[at + 1])
    whole = all(t.kind is Kind.NUMBER and t.text.isdigit() and len(t.text) <= _MOST for t in sides)
    glued = at > 1 and not tokens[at - 1].space and tokens[at - 2].text not in ("(", '"', "“")
    tied = at + 2 < len(tokens) and not tokens[at + 2].space and tokens[at + 2].text in (*HYPHENS, "/", "%")
    return whole and not glued and not tied


def _told(tokens: Sequence[Token], bases: Sequence[str], at: int, types: Types, grammar: Grammar) -> Match[ClaimType] | None:
    """The word for a vote right behind two figures, or in front of them where the sentence names those who vote."""
    for behind in (at + 2, at + 3):
        match = types.pairs.at_base(tokens, bases, behind)
        if match is not None and norm(tokens, behind) in grammar.sets["ballots"]:
            return match
    named = any(t.norm in grammar.sets["chambers"] for t in tokens)
    for before in range(at - 2, max(-1, at - _REACH), -1):
        if tokens[before].text in CLAUSE_ENDS or tokens[before].kind is Kind.NUMBER:
            return None
        match = types.pairs.at_base(tokens, bases, before)
        if match is not None and (named or norm(tokens, before) in grammar.sets["ballots"]):
            return match
    return None
