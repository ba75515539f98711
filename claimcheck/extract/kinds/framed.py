"""Words that tell the kind of a figure together: `sold the mill for $3 million`, `has 400 employees`, `was adopted 138 to 9`."""

from __future__ import annotations

from collections.abc import Collection

from claimcheck.extract.kinds.leads import CLAUSE_ENDS, told_apart
from claimcheck.extract.kinds.words import Kinded, Words, taken_away
from claimcheck.extract.look import norm
from claimcheck.extract.mentions import Measured
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.phrases import Match
from claimcheck.lexicon.types import ClaimType
from claimcheck.text.tokens import Kind

_OBJECT = 18
"""Tokens from a verb over its object to the preposition in front of a figure."""
_PAIR = 10
"""Tokens from a verb to two figures that stand against one another."""
_FRONT = 4
_BEHIND = 13
"""Tokens in front of an amount, and behind it, that may take the sense of its verb away."""
_BRACKET = 7
"""Tokens of the longest bracket that holds an amount in another unit."""
_LONGEST = 3
"""Tokens of the longest verb with its particle."""


def framed_sum(words: Words, measured: Measured, first: int, phrase: NounPhrase, fits: Collection[ClaimType]) -> Kinded | None:
    """The type that a verb and its preposition tell of an amount between or behind them."""
    match = _put(words, measured, first, phrase, fits) or _traded(words, measured, first, fits)
    if match is None:
        return None
    return Kinded(match.value[0], words.bases[match.first], (match.first, match.last), "lead")


def _tells(words: Words, kind: ClaimType, measured: Measured, first: int) -> bool:
    """Whether nothing round the amount takes the sense of the verb away: `pumped $3 million into TV ads`."""
    return told_apart(words, kind) and not taken_away(words, kind, first - _FRONT, measured.last + _BEHIND - 1)


def _put(
    words: Words, measured: Measured, first: int, phrase: NounPhrase, fits: Collection[ClaimType]
) -> Match[tuple[ClaimType, str]] | None:
    """`pumped $3 million into`: the verb right in front, its preposition right behind."""
    tokens = words.tokens
    table = words.types.sums[measured.dimension]
    joints = _joints(words, measured, phrase)
    at = first - 1
    while norm(tokens, at) in words.grammar.sets["before_figure"] - {"up", "over"}:
        at -= 1

    def told(value: tuple[ClaimType, str]) -> bool:
        known = value[0] in fits and value[1] in joints
        return (
            known and told_apart(words, value[0]) and not taken_away(words, value[0], first - _FRONT, measured.last + _BEHIND - 1)
        )

    for start in range(max(0, at - _LONGEST + 1), at + 1):
        match = table.at_base(tokens, words.bases, start, told)
        if match is not None and match.last == at:
            return match
    return None


def _joints(words: Words, measured: Measured, phrase: NounPhrase) -> set[str]:
    """What stands right behind an amount, or behind "in cash": `paid $3 million in cash for`. No deed: `for beating`."""
    found = set()
    bracket = past_bracket(words, measured)
    for at in (measured.last + 1, phrase.last + 1, *([] if bracket is None else [bracket])):
        here = at + 2 if norm(words.tokens, at) == "in" else at
        word, behind = norm(words.tokens, here), norm(words.tokens, here + 1)
        if not behind.endswith("ing"):
            found |= {word, f"{word} {behind}"}
    return found


def past_bracket(words: Words, measured: Measured) -> int | None:
    """Behind the bracket in which an amount is given in another unit: `25 km (15 miles) from the border`."""
    opens = measured.last + 1
    if norm(words.tokens, opens) != "(":
        return None
    closes = (at for at in range(opens + 1, min(len(words.tokens), opens + _BRACKET)) if words.tokens[at].text == ")")
    closing = next(closes, None)
    return None if closing is None else closing + 1


def _traded(words: Words, measured: Measured, first: int, fits: Collection[ClaimType]) -> Match[tuple[ClaimType, str]] | None:
    """`sold the mill for $3 million`: the verb in front, over its object, of the preposition before the figure."""
    tokens = words.tokens
    table, joint = words.types.prices[measured.dimension], norm(words.tokens, first - 1)

    def told(value: tuple[ClaimType, str]) -> bool:
        known = value[0] in fits and value[1] == joint
        return (
            known and told_apart(words, value[0]) and not taken_away(words, value[0], first - _FRONT, measured.last + _BEHIND - 1)
        )

    for at in range(first - 2, max(-1, first - _OBJECT), -1):
        if tokens[at].text in CLAUSE_ENDS:
            return None
        if tokens[at].kind is Kind.WORD and norm(tokens, at - 1) not in words.grammar.determiners:
            match = table.at_base(tokens, words.bases, at, told)
            if match is not None and (match.last < first - 2 or match.last > match.first):
                return match
    return None


def possessed(words: Words, first: int, phrase: NounPhrase) -> Kinded | None:
    """The type that a noun tells where someone has it: `has 400 employees`, `with 400 employees`, `its 400 employees`."""
    if phrase.head is None or phrase.head_at is None:
        return None
    two = f"{phrase.modifiers[-1]} {phrase.head}" if phrase.modifiers else ""
    kind = words.types.had.get(two) or words.types.had.get(phrase.head)
    if kind is None or not told_apart(words, kind):
        return None
    tokens = words.tokens
    at = first - 1
    while norm(tokens, at) in words.grammar.sets["before_figure"] - {"its", "their"} or norm(tokens, at) == "own":
        at -= 1
    if at < 0:
        return None
    beside = norm(tokens, at) == "with" and (at == 0 or norm(tokens, at - 1) == ",")  # the bank, with 400 clerks
    owner = tokens[at].possessive or words.bases[at] in words.grammar.sets["having"] or norm(tokens, at) == "its" or beside
    return Kinded(kind, None, (phrase.head_at, phrase.head_at), "head") if owner else None


def pair_of(words: Words, measured: Measured, first: int, phrase: NounPhrase) -> Kinded | None:
    """The type of two figures that stand against one another behind a verb: `was adopted 138 to 9`."""
    if phrase.head is not None:
        return None
    tokens, starts = words.tokens, words.starts
    ahead = norm(tokens, measured.last + 1) == "to" and measured.last + 2 in starts
    back = norm(tokens, first - 1) == "to" and first - 2 in starts.values()
    if not ahead and not back:
        return None
    for at in range(first - 1, max(-1, first - _PAIR), -1):
        if tokens[at].text in CLAUSE_ENDS or norm(tokens, at) == "from":
            return None
        match = words.types.pairs.at_base(tokens, words.bases, at)
        if match is not None and told_apart(words, match.value):
            return Kinded(match.value, words.bases[at], (match.first, match.last), "front")
    return None
