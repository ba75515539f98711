"""Shapes of numbers that lead to somebody: telephones, addresses, the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimcheck.extract.look import norm
from claimcheck.extract.mentions import Measured
from claimcheck.extract.suspects import Suspect, View
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind

_WEB = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\w)[#@]\w+|\b\w+\.(?:com|org|net|co\.uk|gov|edu)\b\S*")
_IDENTIFIER = 7
"""Digits without a comma from which a figure is a name for something and no count."""
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
    if _dialled(it):
        return True
    if tokens[number.first].text in ("911", "999", "112", "000") and (
        norm(tokens, number.first - 1) in it.rule.before or not it.phrase.head
    ):
        return True
    return _inside(_PHONE, it.seen, it.measured)


def _dialled(it: Suspect) -> bool:
    """`020 7946 0018`: groups of figures, the first of which begins with a nought."""
    tokens, at = it.seen.tokens, it.measured.number.first
    while at > 0 and tokens[at - 1].kind is Kind.NUMBER:
        at -= 1
    return len(tokens[at].text) > 2 and tokens[at].text[0] == "0" and tokens[at].text.isdigit()


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
    if _house(it, at):
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


def _web(it: Suspect) -> bool:
    return _inside(_WEB, it.seen, it.measured)


def _inside(pattern: re.Pattern[str], seen: View, measured: Measured) -> bool:
    start, end = seen.tokens[0].start, seen.tokens[-1].end
    at = seen.tokens[measured.number.first].start
    low = max(start, at - 60)
    return any(m.start() <= at < m.end() for m in pattern.finditer(seen.text, low, min(end, at + 60)))


CONTACTS: Mapping[str, Callable[[Suspect], bool]] = MappingProxyType({"telephone": _telephone, "address": _address, "web": _web})
"""Each shape by the name that filters.yaml gives it."""
