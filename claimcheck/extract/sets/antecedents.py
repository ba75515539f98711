"""Nouns that stand for a number's own: `raids on camps, at least three of which`, `two such attacks` after one on raids."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.sets.read import Read
from claimcheck.lexicon.context import Nouns
from claimcheck.lexicon.grammar import Grammar
from claimcheck.text.tokens import Kind, Token

_RELATIVES = frozenset(["which", "whom"])
_ASIDES = frozenset([",", "—", "–", "-", "("])
_REACH = 12


def antecedent(tokens: Sequence[Token], read: Read, before: Sequence[str], nouns: Nouns, grammar: Grammar) -> str | None:
    """The noun, in base form, that a number's own words leave out; None where nothing plain stands for it.

    `before` are the plural nouns of the sentence before, in base form, the last first.
    """
    if read.phrase.head is None and read.phrase.part and _norm(tokens, read.phrase.last) in _RELATIVES:
        dashed = _norm(tokens, read.first - 1) != "," and read.part_of is not None  # two ships headed for the waters — one of which
        return None if dashed else _relative(tokens, read.first, grammar)
    if read.phrase.head is None and not read.phrase.part:
        opened = _opened(tokens, read.first, grammar)
        if opened is not None:
            return opened
    if read.phrase.head is not None and _norm(tokens, read.measured.last + 1) == "such":
        return next((noun for noun in before if noun != read.phrase.head and nouns.synonyms(noun, read.phrase.head)), None)
    return None


def _opened(tokens: Sequence[Token], first: int, grammar: Grammar) -> str | None:
    """The set that opens the sentence right before the number: `Of the attackers, 29 were killed`."""
    if _norm(tokens, 0) != "of" or not 2 <= first - 1 <= _REACH or _norm(tokens, first - 1) != ",":
        return None
    plurals = plural_nouns(tokens[1 : first - 1], grammar)
    return plurals[-1] if plurals else None


def _relative(tokens: Sequence[Token], first: int, grammar: Grammar) -> str | None:
    """The head of the phrase that ends at a mark before `first`: of `the strikes on boats` the strikes, not the boats."""
    at = first - 1
    if _norm(tokens, at) not in _ASIDES:
        return None
    found: str | None = None
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = tokens[i]
        if token.kind is not Kind.WORD:
            break
        grouped = token.norm == "series" and _norm(tokens, i + 1) == "of"  # a series of raids
        if grammar.plural(token.norm) and token.norm not in grammar.function and not grouped:
            linked = found is None or any(t.norm in ("on", "of", "in", "at", "against", "by") for t in tokens[i + 1 : i + 2])
            if linked:
                found = grammar.noun(token.norm)
        elif found is not None and token.norm not in grammar.prepositions and token.norm in grammar.function:
            break
    return found


def plural_nouns(tokens: Sequence[Token], grammar: Grammar) -> list[str]:
    """The plural nouns of a sentence in base form, the last first."""
    return [
        grammar.noun(t.norm)
        for t in reversed(tokens)
        if t.kind is Kind.WORD and grammar.plural(t.norm) and t.norm not in grammar.function
    ]


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""
