"""Shapes of numbers that are a code or belong to a name: `Windows 11 machines`, `No. 12-cv-3381`, `the No. 7 tram`, `went 6-10`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimcheck.extract.filters.suspects import Suspect
from claimcheck.extract.look import HYPHENS, norm, tied
from claimcheck.extract.mentions import Form
from claimcheck.extract.nouns.parts import numbered_name
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind

_CALIBRE = 5
"""Tokens behind millimetres in which a word for calibres may stand."""
_MOST_GAMES = 162
"""Games that a team may play in a season."""


def _product(it: Suspect) -> bool:
    """`Windows 11 machines`, `Category 5 storms`: a number that always belongs to the name before it, whatever stands behind."""
    tokens, number = it.seen.tokens, it.measured.number
    if it.measured.dimension is not Dimension.COUNT or number.form is not Form.DIGITS or number.scale != 1 or number.range:
        return False
    before = tokens[number.first - 1] if number.first else None
    if before is None or not before.capital or "," in tokens[number.first].text or it.measured.hyphened:
        return False
    counted = norm(tokens, number.first - 2) in it.rule.unless and numbered_name(tokens, number.first, it.seen.grammar)
    return before.norm in it.rule.before or counted


def _subject(it: Suspect) -> bool:
    """`Voyager 2 went quiet`: a plain figure between a name and its verb, where no preposition makes a place of the name."""
    tokens, number = it.seen.tokens, it.measured.number
    plain = it.measured.dimension is Dimension.COUNT and number.form is Form.DIGITS and number.scale == 1 and not number.range
    if not plain or it.phrase.head is not None or number.first == 0 or len(tokens[number.first].text) > 2:
        return False
    name, front = tokens[number.first - 1], norm(tokens, number.first - 2)
    grammar = it.seen.grammar
    if not name.capital or name.norm in grammar.function or grammar.plural(name.norm) or grammar.verb(name.norm) is not None:
        return False
    opens = number.first == 1 or front in it.rule.before
    return opens and norm(tokens, number.last + 1) in it.rule.unless


def _docket(it: Suspect) -> bool:
    """`No. 12-cv-3381`, `case No. 23-1234`: the number of a file."""
    tokens, number = it.seen.tokens, it.measured.number
    if it.measured.dimension is Dimension.RANK and it.measured.rule.startswith("unit.rank.n"):
        return tied(tokens, number.last + 1) or (number.range and norm(tokens, number.first + 1) in HYPHENS)
    filed = any(norm(tokens, at) in it.rule.before for at in range(max(0, number.first - 3), number.first))
    return filed and it.measured.dimension is Dimension.COUNT and tied(tokens, number.last + 1) and number.form is Form.DIGITS


def _line_number(it: Suspect) -> bool:
    """`the No. 7 tram`, `the No. 10 shirt`: which one, and no rank."""
    tokens, first = it.seen.tokens, it.measured.first
    if it.measured.dimension is not Dimension.RANK or not it.measured.rule.startswith("unit.rank.n"):
        return False
    if norm(tokens, it.measured.number.last + 1) in it.rule.before:
        return True
    spelled = norm(tokens, first) == "number"
    house = norm(tokens, first - 2) if norm(tokens, first - 1) == "," else ""  # two houses, number nine and number 11
    inside = norm(tokens, first - 1) == "in" and it.seen.grammar.verb(norm(tokens, first - 2)) != "come"
    if spelled and it.phrase.head is None and (house in it.rule.unless or inside):
        return True
    named = first > 0 and tokens[first].capital and tokens[first - 1].capital and not tokens[first - 1].possessive
    return spelled and named and norm(tokens, first - 1) not in it.seen.grammar.function  # the group Make Norway Number 1


def _calibre(it: Suspect) -> bool:
    """`a 9mm Taurus pistol`, `9mm and .22-caliber guns`: millimetres in front of a weapon."""
    if it.measured.unit != "millimetre":
        return False
    behind = range(it.measured.last + 1, it.measured.last + 1 + _CALIBRE)
    return it.phrase.head in it.rule.before or any(it.rule.after.at(it.seen.tokens, at) for at in behind)


def _season(it: Suspect) -> bool:
    """`finished 6-10`, `improved to 3-4`: games won and lost, with nothing counted behind them."""
    tokens, number = it.seen.tokens, it.measured.number
    if it.measured.dimension is not Dimension.COUNT or it.phrase.head is not None or number.scale != 1:
        return False
    first, last = number.first, number.first + 2
    if last >= len(tokens) or tokens[first].kind is not Kind.NUMBER or tokens[last].kind is not Kind.NUMBER:
        return False
    if tokens[first + 1].text not in HYPHENS or tokens[first + 1].space or tokens[last].space:
        return False
    games = all(tokens[at].text.isdigit() and int(tokens[at].text) <= _MOST_GAMES for at in (first, last))
    return games and (norm(tokens, first - 1) in it.rule.before or norm(tokens, first - 2) in it.rule.before)


CODES: Mapping[str, Callable[[Suspect], bool]] = MappingProxyType(
    {
        "product": _product,
        "subject": _subject,
        "docket": _docket,
        "line-number": _line_number,
        "calibre": _calibre,
        "season": _season,
    }
)
"""Each shape by the name that filters.yaml gives it."""
