"""Shapes of numbers that mean something only beside another: `odds of 5 to 1`, `231-to-198`, `a thing or two`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from claimcheck.extract.filters.suspects import Suspect
from claimcheck.extract.look import HYPHENS, norm, tied
from claimcheck.extract.mentions import Form
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_LISTED = 12
"""Tokens back to the word that names a list of numbered parts."""
_MANY = 1000
"""From here on a figure behind "numbers" is no number of a part."""
_LIST_MARKS = frozenset([",", "(", ")", "/", "&", "and", "or", "to"]) | HYPHENS


def _ratio(it: Suspect) -> bool:
    """`2.5:1`, `20 to one`, `three-for-one`, `231-to-198`."""
    if it.measured.dimension is not Dimension.COUNT:
        return False
    tokens, number = it.seen.tokens, it.measured.number
    return (
        _leads(tokens, number.last, it.rule.before)
        or _follows(tokens, number.first, it.rule.before)
        or _against_one(tokens, number.first, number.last)
    )


def _leads(tokens: Sequence[Token], last: int, joints: frozenset[str]) -> bool:
    """Whether a number is the first of such a pair."""
    if norm(tokens, last + 1) == ":" and not tokens[last + 1].space:
        return _number(tokens, last + 2) and not tokens[last + 2].space
    return tied(tokens, last + 1) and norm(tokens, last + 2) in joints and tied(tokens, last + 3)


def _follows(tokens: Sequence[Token], first: int, joints: frozenset[str]) -> bool:
    """Whether a number is the second of one."""
    if norm(tokens, first - 1) == ":" and not tokens[first - 1].space and not tokens[first].space:
        return _number(tokens, first - 2)
    return tied(tokens, first - 1) and norm(tokens, first - 2) in joints and tied(tokens, first - 3)


def _against_one(tokens: Sequence[Token], first: int, last: int) -> bool:
    """`odds of 20 to one`, and its one."""
    if norm(tokens, last + 1) == "to" and norm(tokens, last + 2) in ("one", "1"):
        following = norm(tokens, last + 3)
        return not following[:1].isalnum() or following in ("that", "against", "on", "in")
    return (
        norm(tokens, first) in ("one", "1")
        and norm(tokens, first - 1) == "to"
        and first == last
        and _number_like(tokens, first - 2)
    )


def _number(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind is Kind.NUMBER


def _number_like(tokens: Sequence[Token], at: int) -> bool:
    return _number(tokens, at) or norm(tokens, at) in ("million", "thousand", "hundred", "billion")


def _or_two(it: Suspect) -> bool:
    """`a thing or two`, `a page or two`."""
    tokens, first = it.seen.tokens, it.measured.number.first
    behind = norm(tokens, it.measured.number.last + 1)
    return (
        it.measured.number.form is Form.WORDS
        and norm(tokens, first - 1) == "or"
        and norm(tokens, first - 3) in ("a", "an")
        and it.measured.number.low <= 3
        and (not it.seen.grammar.plural(behind) or behind in it.seen.grammar.function)
    )


def _numbered_part(it: Suspect) -> bool:
    """`section 702`, `clauses 28 and 29`, `subsection (3), (4)`: parts of a law or a document, and the rest of their list."""
    tokens, number = it.seen.tokens, it.measured.number
    if it.measured.dimension is not Dimension.COUNT or number.form is not Form.DIGITS or number.scale != 1:
        return False
    if _amounts_to(it):
        return False
    at = number.first - 1
    lowest = max(0, at - _LISTED)
    while at >= lowest:
        if norm(tokens, at) in it.rule.before:
            if norm(tokens, at) == "number" and _numbering(it, at):
                return False  # the missing now number 1,312
            return at == number.first - 1 or not _counts_behind(it)
        if tokens[at].kind is not Kind.NUMBER and norm(tokens, at) not in _LIST_MARKS:
            return False
        at -= 1
    return False


def _numbering(it: Suspect, at: int) -> bool:
    """Whether "number" at a token is a verb behind a plural."""
    at -= 1
    while norm(it.seen.tokens, at) in it.seen.grammar.adverbs:
        at -= 1
    return it.seen.grammar.plural(norm(it.seen.tokens, at))


def _counts_behind(it: Suspect) -> bool:
    head = it.phrase.head_at
    return (
        head is not None
        and it.seen.grammar.plural(it.seen.tokens[head].norm)
        and norm(it.seen.tokens, it.measured.number.first - 1) == ","
    )


def _amounts_to(it: Suspect) -> bool:
    """Whether the verb of one body stands right in front: `the force will number 450`, `the guild numbers 6,000`."""
    tokens, at = it.seen.tokens, it.measured.number.first - 1
    if norm(tokens, at) == "number":
        return norm(tokens, at - 1) in it.seen.grammar.auxiliaries
    return norm(tokens, at) == "numbers" and it.measured.low >= _MANY and not it.seen.grammar.plural(norm(tokens, at - 1))


PAIRS: Mapping[str, Callable[[Suspect], bool]] = MappingProxyType(
    {"ratio": _ratio, "or-two": _or_two, "numbered-part": _numbered_part}
)
"""Each shape by the name that filters.yaml gives it."""
