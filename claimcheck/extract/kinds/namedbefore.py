"""What a figure without a noun of its own counts by the words in front of it: `the number of fires rose to`, `a father of four`."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.extract.kinds.amounting import amounting, kind_of_noun
from claimcheck.extract.kinds.kinds import kind_of_numbered
from claimcheck.extract.kinds.words import Kinded, Words
from claimcheck.extract.look import norm, tied
from claimcheck.extract.mentions import Measured

_NUMBERED = 22
"""Tokens before a figure in which "the number of" may stand."""


def noun_in_front(words: Words, measured: Measured, first: int, kinded: Kinded) -> tuple[str | None, Kinded]:
    """What a figure without a noun of its own counts by the words in front of it, and its kind with that: `fires rose to`."""
    numbered = _numbered(words, first)
    named = None if numbered is None else words.grammar.noun(norm(words.tokens, numbered))
    if numbered is not None and kinded.kind is None:
        kinded = replace(kind_of_numbered(words, measured, numbered, first), predicate=kinded.predicate)
    family = of_family(words, measured)
    if family == "child":
        kinded = Kinded(None)  # father of five killed
    noun = "time" if measured.number.entry in words.grammar.sets["repeats"] else family or named or _row_label(words, first)
    if noun is None and (noun := amounting(words, first)) is not None:
        kinded = kind_of_noun(words, noun, kinded)
    return noun, kinded


def of_family(words: Words, measured: Measured) -> str | None:
    """Whom a number behind "of" counts: `a father of four`, `a mother-of-two`, `a family of five`."""
    tokens, at = words.tokens, measured.first - 1
    at -= tied(tokens, at)
    if norm(tokens, at) != "of":
        return None
    at -= 1
    at -= tied(tokens, at)
    if norm(tokens, at) in words.grammar.sets["parents"]:
        return "child"
    return "person" if norm(tokens, at) in words.grammar.sets["bodies"] else None


def _row_label(words: Words, first: int) -> str | None:
    """What the row of a table of results tells: `Avg shrs 31 mln vs 29 mln`, `Net loss 412,000 vs loss 530,000`."""
    tokens, sets = words.tokens, words.grammar.sets
    label = next((t.norm for t in tokens[:3] if t.norm in sets["row_labels"]), None)
    if label is None or not tokens[0].capital or tokens[0].norm not in sets["row_labels"] | sets["row_starts"]:
        return None
    return words.grammar.noun(label) if norm(tokens, first - 1) in sets["row_labels"] | sets["row_joints"] else None


def _numbered(words: Words, first: int) -> int | None:
    """The noun of what a figure numbers: `the number of fires fell from 765 to 850`."""
    tokens, grammar = words.tokens, words.grammar
    for at in range(first - 1, max(0, first - _NUMBERED), -1):
        if tokens[at].text in (";", ":"):
            return None
        if tokens[at].norm == "of" and norm(tokens, at - 1) in ("number", "numbers"):
            return next((i for i in range(at + 1, min(at + 5, first)) if grammar.plural(tokens[i].norm)), None)
    return None
