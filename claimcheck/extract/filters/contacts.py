"""Shapes of numbers that lead to somebody: telephones, addresses, the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimcheck.extract.filters.suspects import Suspect, View
from claimcheck.extract.look import norm, tied
from claimcheck.extract.mentions import Measured
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind

_WEB = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\w)[#@]\w+|\b\w+\.(?:com|org|net|co\.uk|gov|edu)\b\S*")
_IDENTIFIER = 7
"""Digits without a comma from which a figure is a name for something and no count."""
_CODE = 6
"""Digits of which, without a comma and not round, the same holds."""
_SHORT_CODE = 4
"""Digits of the shortest number that messages go to."""
_AREA = 3
"""Digits of an exchange."""
_QUARTERS = frozenset(["N", "S", "E", "W", "NW", "NE", "SW", "SE"])
_TEXTED = 8
"""Tokens between "text" and the number."""
_PHONE = re.compile(
    r"\(?\+?\d{2,4}\)?[ .-]\d{3}[ .-]\d{3,4}(?!\d)|(?<!\d)\d{3}-\d{4}(?!\d)|\+\d[\d ()-]{7,}\d|(?<!\d)1-8\d\d[- ][\w-]+"
)


def _telephone(it: Suspect) -> bool:
    tokens, number = it.seen.tokens, it.measured.number
    if it.measured.dimension is not Dimension.COUNT or tokens[number.first].kind is not Kind.NUMBER:
        return False
    if (
        len(tokens[number.first].text) >= _IDENTIFIER
        and tokens[number.first].text.isdigit()
        and number.scale == 1
        and number.low % 1000
    ):
        return True  # reference number 7631070716
    code = tokens[number.first].text
    if len(code) == _CODE and code.isdigit() and number.scale == 1 and number.low % 100:
        return True  # charge 475894
    if _dialled(it) or _texted(it) or _spelled(it):
        return True
    if tokens[number.first].text in ("911", "999", "112", "000") and (
        norm(tokens, number.first - 1) in it.rule.before or not (it.phrase.head or _reached(it))
    ):
        return True
    return _inside(_PHONE, it.seen, it.measured)


def _reached(it: Suspect) -> bool:
    """Whether a verb of amounts leads to a number: `the toll now stands at 112`."""
    tokens, at, grammar = it.seen.tokens, it.measured.number.first - 1, it.seen.grammar
    led = norm(tokens, at) in ("at", "to")
    verbs = grammar.sets["amounts_to"] if led else grammar.sets["amounts"] - {"number"}
    return grammar.verb(norm(tokens, at - led)) in verbs


def _dialled(it: Suspect) -> bool:
    """`020 7946 0018`: groups of figures, the first of which begins with a nought."""
    tokens, at = it.seen.tokens, it.measured.number.first
    while at > 0 and tokens[at - 1].kind is Kind.NUMBER:
        at -= 1
    return len(tokens[at].text) > 2 and tokens[at].text[0] == "0" and tokens[at].text.isdigit()


def _texted(it: Suspect) -> bool:
    """`text the word to 847411`, `CRIMES (274637)`: a figure without a comma that a message goes to."""
    tokens, at = it.seen.tokens, it.measured.number.first
    if not tokens[at].text.isdigit() or len(tokens[at].text) < _SHORT_CODE or it.measured.number.scale != 1:
        return False
    if norm(tokens, at - 1) == "(" and at > 1 and tokens[at - 2].text.isupper() and norm(tokens, at + 1) == ")":
        return True
    texting = any(norm(tokens, k) in it.rule.unless for k in range(max(0, at - _TEXTED), at))
    return texting and norm(tokens, at - 1) in ("to", "at", *it.rule.unless)


def _spelled(it: Suspect) -> bool:
    """`(816) 474-TIPS`, `224-STOP`: a number that ends in a word in capitals, and the area in brackets before it."""
    tokens, at = it.seen.tokens, it.measured.number.first
    if norm(tokens, at - 1) == "(" and norm(tokens, at + 1) == ")" and at + 2 < len(tokens):
        at += 2
    code = tokens[at].text
    word = tokens[at + 2].text if at + 2 < len(tokens) and tied(tokens, at + 1) else ""
    return code.isdigit() and len(code) == _AREA and len(word) >= _AREA and word.isupper() and word.isalpha()


def _address(it: Suspect) -> bool:
    """`1600 Pennsylvania Avenue`: a figure, one to three capitalised words, and a word for a street."""
    if (
        it.measured.dimension not in (Dimension.COUNT, Dimension.RANK)
        or it.seen.tokens[it.measured.number.first].kind is not Kind.NUMBER
    ):
        return False
    at = it.measured.number.last + 1
    if norm(it.seen.tokens, at) in it.rule.before and it.seen.tokens[at].capital:  # 48 Rue des Lilas
        return True
    if _house(it, at) or _compass(it, at) or _wind(it, at) or _numbered_street(it, at):
        return True
    for _ in range(4):
        if at >= len(it.seen.tokens) or not it.seen.tokens[at].capital:
            return False
        if it.rule.after.at(it.seen.tokens, at) and at > it.measured.number.last + (it.measured.dimension is Dimension.COUNT):
            return True
        at += 1
    return False


def _house(it: Suspect, at: int) -> bool:
    """`at 3704 Fannin`, `at 618 Henson road`: behind "at", three digits or more before a name that is no day."""
    tokens, number = it.seen.tokens, it.measured.number
    long = 2 < len(tokens[number.first].text) < 6 and tokens[number.first].text.isdigit() and number.first == number.last
    if not long or norm(tokens, number.first - 1) != "at" or at >= len(tokens):
        return False
    plural = at + 1 < len(tokens) and it.seen.grammar.plural(norm(tokens, at + 1))
    return tokens[at].capital and not tokens[at].text.isupper() and norm(tokens, at) not in it.rule.unless and not plural


def _compass(it: Suspect, at: int) -> bool:
    """`501 W. Mill Ave.`, `3451 N.W. 36th St.`: a quarter of the compass in capitals and a name or another number."""
    tokens = it.seen.tokens
    if at >= len(tokens) or tokens[at].text.replace(".", "") not in _QUARTERS or it.measured.dimension is not Dimension.COUNT:
        return False
    at += 1
    while at < len(tokens) and (tokens[at].text == "." or tokens[at].text.replace(".", "") in _QUARTERS):
        at += 1
    return at < len(tokens) and (tokens[at].capital or tokens[at].kind is Kind.NUMBER)


def _wind(it: Suspect, at: int) -> bool:
    """`300 West 1st Street`, `8286 Adams St. (450 West)`: a direction with a capital before another number, or all of a bracket."""
    tokens = it.seen.tokens
    if norm(tokens, at) not in it.seen.grammar.sets["compass"] or not tokens[at].capital:
        return False
    if norm(tokens, it.measured.number.first - 1) == "(" and norm(tokens, at + 1) == ")":
        return True
    return it.measured.dimension is Dimension.COUNT and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.NUMBER


def _numbered_street(it: Suspect, at: int) -> bool:
    """`crossed 79th street`: an ordinal that no article stands in front of."""
    ranked = it.measured.dimension is Dimension.RANK and norm(it.seen.tokens, it.measured.number.first - 1) not in ("the", "a")
    return ranked and norm(it.seen.tokens, at) in it.seen.grammar.sets["numbered_streets"]


def _web(it: Suspect) -> bool:
    return _inside(_WEB, it.seen, it.measured)


def _inside(pattern: re.Pattern[str], seen: View, measured: Measured) -> bool:
    start, end = seen.tokens[0].start, seen.tokens[-1].end
    at = seen.tokens[measured.number.first].start
    low = max(start, at - 60)
    return any(m.start() <= at < m.end() for m in pattern.finditer(seen.text, low, min(end, at + 60)))


CONTACTS: Mapping[str, Callable[[Suspect], bool]] = MappingProxyType({"telephone": _telephone, "address": _address, "web": _web})
"""Each shape by the name that filters.yaml gives it."""
