"""Shapes of numbers that their neighbours mark as no count: items told one by one, titles, roads, scales, heights, plots."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from claimcheck.extract.filters.suspects import Suspect
from claimcheck.extract.look import glued, norm, tied
from claimcheck.extract.mentions import Form
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_OPENING = frozenset("\"“‘'")
_CLOSING = frozenset("\"”’'")
_SCALE = 14
"""Tokens from "a scale of" to its upper end."""
_PLACED = 5
"""Tokens in front of a possessive in which a comparison may stand."""
_ITEMS = 10
_INCHES = 12


def _plain(it: Suspect) -> bool:
    """Whether a number is a plain count in figures, without scale, range or thousands."""
    number = it.measured.number
    figures = it.measured.dimension is Dimension.COUNT and number.form is Form.DIGITS and number.scale == 1 and not number.range
    return figures and "," not in it.seen.tokens[number.first].text


def _enumerator(it: Suspect) -> bool:
    """`And two, we are late`, `the message: One, they fear`: which item of a speech comes next."""
    tokens, number, grammar = it.seen.tokens, it.measured.number, it.seen.grammar
    if number.form is not Form.WORDS or number.range or number.high > _ITEMS or norm(tokens, number.last + 1) != ",":
        return False
    first = it.measured.first  # "number two, it costs more" begins a token before
    opens = first == 0 or norm(tokens, first - 1) in it.rule.before or tokens[first - 1].text in _OPENING
    at = number.last + 2
    if not opens or at >= len(tokens) or norm(tokens, at + 1) in grammar.sets["said"] or norm(tokens, at - 1) != ",":
        return False
    behind = norm(tokens, at + 1)
    spoken = tokens[at].norm in grammar.pronouns or tokens[at].norm == "there" or tokens[at].capital
    return spoken and tokens[at].norm not in it.rule.unless and (behind in grammar.auxiliaries or grammar.verb(behind) is not None)


def _quoted(it: Suspect) -> bool:
    """`the "28" franchise`: figures that stand alone in quotation marks."""
    tokens, number = it.seen.tokens, it.measured.number
    if not _plain(it) or number.first == 0 or number.last + 1 >= len(tokens):
        return False
    closed = tokens[number.last + 1].text in _CLOSING and not tokens[number.last + 1].space
    the = norm(tokens, number.first - 1) == "the" and tokens[number.first - 1].capital and number.first > 1  # “The 360” shows
    return closed and tokens[number.first - 1 - the].text in _OPENING


def _possessed(it: Suspect) -> bool:
    """`buyers of Adele's 25`: the title of a thing, where nothing is set against a figure of another."""
    tokens, number = it.seen.tokens, it.measured.number
    if not _plain(it) or it.phrase.head is not None or number.first < 1 or not tokens[number.first - 1].possessive:
        return False
    compared = {norm(tokens, at) for at in range(max(0, number.first - _PLACED), number.first)}
    return compared.isdisjoint(it.rule.unless)


def _scale_end(it: Suspect) -> bool:
    """`on a scale of one (bad) to seven`: both ends of a scale."""
    tokens, first = it.seen.tokens, it.measured.number.first
    if it.measured.dimension is not Dimension.COUNT:
        return False
    for at in range(first - 1, max(1, first - _SCALE), -1):
        if norm(tokens, at) == "of" and norm(tokens, at - 1) == "scale":
            begins = tokens[at + 1].kind is Kind.NUMBER or tokens[at + 1].norm in it.rule.before
            return begins and (first == at + 1 or tokens[first - 1].norm == "to")
    return False


def _road(it: Suspect) -> bool:
    """`south along the 110`: a road by its number."""
    tokens, number = it.seen.tokens, it.measured.number
    if norm(tokens, number.first - 1) in ("u.s.", "us") and number.range and it.phrase.head is None and number.form is Form.DIGITS:
        return True  # U.S. 17-92
    if not _plain(it) or it.phrase.head is not None or norm(tokens, number.first - 1) != "the":
        return False
    return norm(tokens, number.first - 2) in it.rule.before


def _one_thing(it: Suspect) -> bool:
    """`the customised 747 is too dear`: figures with an article before the verb of one thing."""
    tokens, number = it.seen.tokens, it.measured.number
    if not _plain(it) or it.phrase.head is not None or norm(tokens, number.last + 1) not in it.rule.unless:
        return False
    at = number.first - 1
    while at > number.first - 3 and at > 0 and tokens[at].kind is Kind.WORD and tokens[at].norm not in it.seen.grammar.function:
        at -= 1
    return norm(tokens, at) in ("the", "a", "this", "that")


def _described(it: Suspect) -> bool:
    """`a three-pronged plan`, `a one-handed catch`: an adjective made with a number."""
    tokens, number = it.seen.tokens, it.measured.number
    if it.measured.dimension is not Dimension.COUNT or not tied(tokens, number.last + 1) or number.form is Form.ORDINAL:
        return False
    word = norm(tokens, number.last + 2)
    if word in it.rule.before:
        return True
    return len(word) > 5 and word.endswith("ed") and not word.endswith("eed") and word not in it.rule.unless


def _height(it: Suspect) -> bool:
    """`6'9`, `5' 7"`: a height in feet and inches, written with marks."""
    tokens, number = it.seen.tokens, it.measured.number
    if not _plain(it) or number.high >= _INCHES:
        return False
    return _feet(tokens, number.first) or (number.first > 1 and _feet(tokens, number.first - 2))


def _feet(tokens: Sequence[Token], at: int) -> bool:
    """Whether feet with their mark and a figure of inches begin at a token."""
    marked = (
        at + 2 < len(tokens) and tokens[at].kind is tokens[at + 2].kind is Kind.NUMBER and tokens[at + 1].text in ("'", "’", "′")
    )
    return marked and not tokens[at + 1].space and len(tokens[at].text) == 1 and len(tokens[at + 2].text) <= 2


def _plot(it: Suspect) -> bool:
    """`block 2/10b`, `the 747-SR`: figures with a bar and more figures, or with letters tied to them."""
    tokens, number = it.seen.tokens, it.measured.number
    if not _plain(it):
        return False
    after = number.last + 1
    if norm(tokens, after) == "/" and not tokens[after].space:
        return bool(glued(tokens, after + 2)) or norm(tokens, number.first - 1) in it.rule.before
    letters = tokens[after + 1].text if tied(tokens, after) and after + 1 < len(tokens) else ""
    model = letters[:-1] if letters.endswith("s") else letters
    return model.isupper() and 1 < len(model) <= 3 and model.lower() not in it.rule.unless and len(tokens[number.first].text) == 3


def _under(it: Suspect) -> bool:
    """`the under-18 prison population`: the name of an age group in front of a noun."""
    tokens, first = it.seen.tokens, it.measured.number.first
    return it.measured.dimension is Dimension.COUNT and tied(tokens, first - 1) and norm(tokens, first - 2) in it.rule.before


def _foreign(it: Suspect) -> bool:
    """A sentence in French or Spanish: several of its words are closed-class words there, and more than the English ones."""
    words = [t.norm for t in it.seen.tokens if t.text.islower() and t.kind is Kind.WORD]
    foreign = sum(word in it.rule.before for word in words)
    return foreign >= 3 and foreign > sum(word in it.seen.grammar.function for word in words if word not in it.rule.before)


SIGNS: Mapping[str, Callable[[Suspect], bool]] = MappingProxyType(
    {
        "enumerator": _enumerator,
        "quoted": _quoted,
        "possessed": _possessed,
        "scale-end": _scale_end,
        "road": _road,
        "one-thing": _one_thing,
        "described": _described,
        "height": _height,
        "plot": _plot,
        "under": _under,
        "foreign": _foreign,
    }
)
"""Each shape by the name that filters.yaml gives it."""
