"""Numbers without a number word: "no one was killed" (0), "the only fatality" (1), "a triple murder" (3), "twice", "a majority"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from claimcheck.extract.look import norm, tied
from claimcheck.extract.mentions import Form, Number
from claimcheck.extract.numbers.parts import added
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_ONE = Decimal(1)
_ZERO = Decimal(0)
_STATED = 8
"""Tokens behind "nobody" in which the verb of a claim type is looked for."""


def special_numbers(
    tokens: Sequence[Token], numbers: Sequence[Number], taken: Collection[int], catalogue: Catalogue
) -> list[Number]:
    """The numbers of a sentence that no number word writes, beside those already read."""
    used = {i for n in numbers for i in range(n.first, n.last + 1)} | set(taken)
    found: list[Number] = []
    for at in range(len(tokens)):
        if at in used or tokens[at].kind is not Kind.WORD:
            continue
        number = (
            _article_of_time(tokens, at, catalogue)
            or _none(tokens, at, catalogue)
            or _only(tokens, at, catalogue)
            or _multiple(tokens, at, catalogue)
            or _times(tokens, at, catalogue)
            or _majority(tokens, at, catalogue)
        )
        if number is not None and used.isdisjoint(range(number.first, number.last + 1)):
            found.append(number)
            used |= set(range(number.first, number.last + 1))
    return found


def _article_of_time(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> Number | None:
    """`more than a week`, `a year after`, `within an hour`, `a minute and a half`, `less than a mile`: one of a unit."""
    if tokens[at].norm not in ("a", "an") or norm(tokens, at - 1) in ("half", "quarter"):  # half an hour later
        return None
    unit = catalogue.units.names.at(tokens, at + 1)
    if unit is None or catalogue.grammar.plural(tokens[at + 1].norm):
        return None
    if unit.value[0].dimension is not Dimension.DURATION and unit.value[0].id not in catalogue.units.sets["article_units"]:
        return None
    bound = catalogue.bounds.forward.before(tokens, at)
    ordered = norm(tokens, unit.last + 1) in catalogue.numbers.sets["later"] and unit.value[0].id in (
        "year",
        "month",
        "week",
        "day",
        "hour",
    )
    parted = added(tokens, unit.last, catalogue.numbers) is not None
    if ordered or parted or (bound is not None and bound.value.words not in catalogue.numbers.sets["no_measure"]):
        return Number(at, at, _ONE, _ONE, Form.ARTICLE, entry=f"{tokens[at].norm} {tokens[at + 1].norm}")
    return None


def _none(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> Number | None:
    """`no one was killed`, `no casualties`: a stated none. "No reports of casualties" states nothing."""
    words = catalogue.numbers.sets
    pair = f"{tokens[at].norm} {norm(tokens, at + 1)}"
    if tokens[at].norm in words["nobody"] or pair in words["nobody"]:
        return _nobody(tokens, at, at + (pair in words["nobody"]), catalogue)
    if tied(tokens, at + 1) and f"{tokens[at].norm}-{norm(tokens, at + 2)}" in words["nobody"]:
        return _nobody(tokens, at, at + 2, catalogue)
    if tokens[at].norm != "no":
        return None
    for i in range(at + 1, min(len(tokens), at + 4)):
        if tokens[i].norm in words["none_not"] or tokens[i].kind is not Kind.WORD:
            return None
        match = catalogue.types.none.at(tokens, i)
        if match is not None:
            after = {t.norm for t in tokens[match.last + 1 : match.last + 6]}
            return None if after & words["none_later"] else Number(at, match.last, _ZERO, _ZERO, Form.NONE, entry="no")
    return None


def _nobody(tokens: Sequence[Token], first: int, last: int, catalogue: Catalogue) -> Number | None:
    """The stretch from "nobody" to the verb of a claim type; None where another clause stands between."""
    words, auxiliaries = catalogue.numbers.sets, catalogue.grammar.auxiliaries
    start = last + 1
    if norm(tokens, start) == "of":  # none of the passengers was hurt
        if tokens[first].norm != "none" or norm(tokens, start + 1) not in catalogue.grammar.determiners:
            return None
        start += 2
    for i in range(start, min(len(tokens), start + _STATED)):
        if tokens[i].text in (",", ".", ";") or tokens[i].norm in words["none_planned"]:
            return None  # so that no one else would get hurt
        before = tokens[i - 1].norm
        match = catalogue.types.none.at(tokens, i)
        if match is not None and (before in auxiliaries or before in words["none_verbs"]):
            return Number(first, match.last, _ZERO, _ZERO, Form.NONE, entry="no one")
    return None


def _only(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> Number | None:
    """`the only fatality`, `the lone survivor`: one, where the noun is of a claim type. `a girl was killed` states no toll."""
    if tokens[at].norm not in catalogue.numbers.sets["only"] or norm(tokens, at - 1) != "the":
        return None
    noun = next((i for i in range(at + 1, min(len(tokens), at + 4)) if _headed(tokens, i, catalogue)), None)
    return Number(at, at, _ONE, _ONE, Form.WORDS, entry="the only") if noun is not None else None


def _multiple(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> Number | None:
    """`a triple murder`: three, where a claim type counts the people of the noun."""
    value = catalogue.numbers.multiples.get(tokens[at].norm)
    noun = catalogue.types.multiple.at(tokens, at + 1 + tied(tokens, at + 1)) if value is not None else None
    return Number(at, noun.last, value, value, Form.MULTIPLE, entry=tokens[at].norm) if value is not None and noun else None


def _headed(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> bool:
    """Whether a token is a singular noun that a claim type is named by."""
    goes_on = catalogue.grammar.plural(norm(tokens, at + 1)) and norm(tokens, at + 1) not in catalogue.grammar.function
    return tokens[at].kind is Kind.WORD and not goes_on and tokens[at].norm in catalogue.types.single


def _times(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> Number | None:
    """`twice`: how often, not `twice as many`, which is a ratio; `once` only behind what is done so often: `was shot once`."""
    value = catalogue.numbers.times.get(tokens[at].norm)
    words = catalogue.numbers.sets
    if value is None or norm(tokens, at + 1) in words["multiples_before"]:
        return None
    if value == 1 and not (norm(tokens, at - 1) in words["once_after"] and norm(tokens, at + 1) in words["once_before"]):
        return None  # he once lived there
    return Number(at, at, value, value, Form.WORDS, entry=tokens[at].norm)


def _majority(tokens: Sequence[Token], at: int, catalogue: Catalogue) -> Number | None:
    """`a majority`, `the majority of the country`: more than half."""
    words = catalogue.numbers.sets
    match = catalogue.numbers.majorities.at(tokens, at)
    if match is None or norm(tokens, at - 1) in words["majority_not_after"]:
        return None
    following = norm(tokens, match.last + 1)
    if match.last + 1 < len(tokens) and tokens[match.last + 1].kind is Kind.WORD and following not in words["majority_before"]:
        return None
    if (
        match.value == "majority"
        or following in words["majority_not_before"]
        or (match.value == "the majority" and following != "of")
    ):
        return None
    half = Decimal(50)
    return Number(match.first, match.last, half, half, Form.FRACTION, entry=match.value)
