"""Numbers without a number word: "no one was killed" (0), "a year after" (1), "twice", "a majority"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from claimcheck.extract.mentions import Form, Number
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_ONE = Decimal(1)
_LATER = frozenset("after before earlier later".split())
_NOBODY = frozenset("nobody none".split())
_REPORTS = frozenset("report reports reported word sign signs indication indications evidence immediate further threat fear fears risk danger".split())


def special_numbers(tokens: Sequence[Token], numbers: Sequence[Number], taken: Collection[int], catalogue: Catalogue) -> list[Number]:
    """The numbers of a sentence that no number word writes, beside those already read."""
    used = {i for n in numbers for i in range(n.first, n.last + 1)} | set(taken)
    found: list[Number] = []
    for at in range(len(tokens)):
        if at in used or tokens[at].kind is not Kind.WORD:
            continue
        number = (
            _article_of_time(tokens, at, catalogue)
            or _none(tokens, at, catalogue)
            or _times(tokens, at, catalogue)
            or _majority(tokens, at, catalogue)
        )
        if number is not None and used.isdisjoint(range(number.first, number.last + 1)):
            found.append(number)
            used |= set(range(number.first, number.last + 1))
    return found


def _article_of_time(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> Number | None:
    """`more than a week`, `a year after`, `within an hour`: an article before a unit of time, where a bound or an order makes it a measure."""
    if tokens[at].norm not in ("a", "an"):
        return None
    unit = catalogue.units.names.at(tokens, at + 1)
    if unit is None or unit.value[0].dimension is not Dimension.DURATION or catalogue.grammar.plural(tokens[at + 1].norm):
        return None
    following = tokens[unit.last + 1].norm if unit.last + 1 < len(tokens) else ""
    bound = catalogue.bounds.forward.before(tokens, at)
    ordered = following in _LATER and unit.value[0].id in ("year", "month", "week", "day", "hour")
    if ordered or (bound is not None and bound.value.words not in ("past", "some", "about the")):
        return Number(at, at, _ONE, _ONE, Form.ARTICLE, entry=f"{tokens[at].norm} {tokens[at + 1].norm}")
    return None


def _none(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> Number | None:
    """`no one was killed`, `no casualties`: a stated none. "No reports of casualties" states nothing."""
    word = tokens[at].norm
    zero = Decimal(0)
    if word in _NOBODY or (word == "no" and _norm(tokens, at + 1) == "one"):
        last = at + (word == "no")
        if word == "none" and _norm(tokens, at + 1) == "of":
            return None
        end = min(len(tokens), last + 7)
        for i in range(last + 1, end):
            if tokens[i].text in (",", ".", ";"):
                return None
            if catalogue.types.none.at(tokens, i) and _is_be(tokens[i - 1], catalogue):
                return Number(at, i, zero, zero, Form.NONE, entry="no one")
        return None
    if word != "no":
        return None
    for i in range(at + 1, min(len(tokens), at + 4)):
        if tokens[i].norm in _REPORTS or tokens[i].kind is not Kind.WORD:
            return None
        match = catalogue.types.none.at(tokens, i)
        if match is not None:
            after = {t.norm for t in tokens[match.last + 1 : match.last + 6]}
            return None if "reported" in after else Number(at, match.last, zero, zero, Form.NONE, entry="no")
    return None


def _is_be(token: Token, catalogue: Catalogue) -> bool:
    return token.norm in catalogue.grammar.auxiliaries or token.norm in ("else", "or", "reported", "been", "seriously", "had", "has")


def _times(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> Number | None:
    """`twice`: how often, not `twice as many`, which is a ratio."""
    value = catalogue.numbers.times.get(tokens[at].norm)
    following = _norm(tokens, at + 1)
    if value is None or following in ("as", "the", "that", "what", "its", "his", "her", "their", "over"):
        return None
    return Number(at, at, value, value, Form.WORDS, entry=tokens[at].norm)


def _majority(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> Number | None:
    """`a majority`, `the majority of the country`: more than half."""
    match = catalogue.numbers.majorities.at(tokens, at)
    if match is None or (at and tokens[at - 1].norm in ("vast", "overwhelming", "great", "large", "two-thirds", "simple", "absolute", "senate", "house")):
        return None
    following = _norm(tokens, match.last + 1)
    if tokens[match.last].capital and match.last > 0 and match.first == match.last:
        return None
    if match.value == "majority" or (match.value == "the majority" and following != "of") or following in ("in", "leader", "party", "whip", "owner", "opinion", "stake", "rule", "-", "government", "on", "vote", "shareholder"):
        return None
    half = Decimal(50)
    return Number(match.first, match.last, half, half, Form.FRACTION, entry=match.value)


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""
