"""Ages that stand behind people who are only named by a noun: `three women, 17, 19 and 20,`, `a boy, believed to be 15,`."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.look import norm
from claimcheck.extract.mentions import Form, Number
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.units import Units
from claimcheck.text.tokens import Kind, Token

_OLDEST = 110
_JOINTS = frozenset([",", "and", "&"])
_OPENS = frozenset([",", "—", "–", "--", "-", "("])
_NEAR = 4
"""Tokens in which "how old" stands before a list of ages."""
_UNITS = frozenset(["%", "per", "percent"])
_CLOSES = frozenset([",", "—", "–", "--", "-", ")", ".", ";", ""])


def listed(tokens: Sequence[Token], number: Number, units: Units, grammar: Grammar) -> bool:
    """`two men, 18 and 20, were`, `three women — 17, 19 and 20 —`: two ages or more between marks behind a plural for people."""
    if number.form is not Form.DIGITS:
        return False
    first, last = number.first, number.last
    while _aged(tokens, first - 1) or (norm(tokens, first - 1) in _JOINTS and _list_goes_back(tokens, first - 1)):
        first -= 1
    while _aged(tokens, last + 1) or (norm(tokens, last + 1) in _JOINTS and _list_goes_on(tokens, last + 1)):
        last += 1
    several = sum(_aged(tokens, at) for at in range(first, last + 1)) > 1
    if not several or norm(tokens, first - 1) not in _OPENS or norm(tokens, last + 1) not in _CLOSES:
        return False
    noun = norm(tokens, first - 2)
    one = grammar.noun(noun)
    person = noun in units.sets["age_people"] or one in units.sets["age_young"] | units.sets["age_kin"] or grammar.person(one)
    return person and grammar.plural(noun) and not tokens[first - 2].capital


def believed(tokens: Sequence[Token], number: Number, units: Units) -> bool:
    """`her boyfriend, believed to be 19, was`, `a girl who is thought to be about 15`: what one person is taken to be."""
    at = number.first - 1
    at -= norm(tokens, at) in units.sets["age_about"]
    taken = norm(tokens, at - 2) in units.sets["age_taken"]
    if norm(tokens, at) != "be" or norm(tokens, at - 1) != "to" or not taken or norm(tokens, number.last + 1) not in _CLOSES:
        return False
    at -= 3
    while norm(tokens, at) in units.sets["age_be"] or norm(tokens, at) in (",", "who"):
        at -= 1
    return norm(tokens, at) in units.sets["age_young"] | units.sets["age_kin"]


def stated(tokens: Sequence[Token], number: Number, units: Units) -> bool:
    """`Ann Roe, age 17 months,`: an age in its unit behind a name or a comma; not `cheese aged 17 months`."""
    if norm(tokens, number.first - 1) not in units.sets["aged"]:
        return False
    before = number.first - 2
    return norm(tokens, before) == "," or (before >= 0 and tokens[before].capital)


def owned(tokens: Sequence[Token], number: Number, units: Units, grammar: Grammar) -> bool:
    """`boys of 15 and 17 were`, `two sisters of 9`: ages behind "of" and a plural for young people or kin, with nothing counted."""
    first, last = number.first, number.last
    while norm(tokens, first - 1) in _JOINTS and _list_goes_back(tokens, first - 1):
        first = next(at for at in range(first - 1, -1, -1) if _aged(tokens, at))
    while norm(tokens, last + 1) in _JOINTS and _list_goes_on_with(tokens, last + 1):
        last = next(at for at in range(last + 1, len(tokens)) if _aged(tokens, at))
    noun = norm(tokens, first - 2)
    if norm(tokens, first - 1) != "of" or not _aged(tokens, number.first) or not grammar.plural(noun):
        return False
    behind = norm(tokens, last + 1)
    counted = behind and tokens[last + 1].kind is Kind.WORD and behind not in grammar.function and grammar.verb(behind) is None
    return not counted and behind not in _UNITS and grammar.noun(noun) in units.sets["age_young"] | units.sets["age_kin"]


def told_as_ages(tokens: Sequence[Token], number: Number, units: Units, grammar: Grammar) -> bool:
    """`whose ages were 17, 19 and 45`, `ages ran from 48 to 76`, `said how old they are: 67, 74 and 58`: behind words for ages."""
    at = number.first - 1
    while norm(tokens, at) in _JOINTS or norm(tokens, at) in ("from", "to", "between") or _aged(tokens, at):
        at -= 1
    told = at
    while told >= 0 and (
        tokens[told].norm in grammar.auxiliaries or tokens[told].norm in grammar.sets["ranging"] or tokens[told].text == ":"
    ):
        told -= 1
    if told == at or norm(tokens, number.last + 1) in _UNITS or not _aged(tokens, number.last):
        return False
    opens = {t.norm for t in tokens[max(0, told - _NEAR) : told + 1]}
    return norm(tokens, told) in units.sets["ages"] or (norm(tokens, at) == ":" and "how" in opens and "old" in opens)


def in_small_units(tokens: Sequence[Token], number: Number, units: Units) -> bool:
    """`a toddler of 18 months`, `a girl of six weeks`: what stands in front is a child, so that the span is its age."""
    noun = norm(tokens, number.first - 2)
    return norm(tokens, number.first - 1) == "of" and noun in units.sets["age_young"] | units.sets["age_small"]


def _list_goes_on_with(tokens: Sequence[Token], at: int) -> bool:
    while norm(tokens, at) in _JOINTS:
        at += 1
    return _aged(tokens, at)


def _aged(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a figure that may be an age."""
    number = 0 <= at < len(tokens) and tokens[at].kind is Kind.NUMBER and tokens[at].text.isdigit()
    return number and 0 < int(tokens[at].text) <= _OLDEST


def _list_goes_back(tokens: Sequence[Token], at: int) -> bool:
    while norm(tokens, at) in _JOINTS:
        at -= 1
    return _aged(tokens, at)


def _list_goes_on(tokens: Sequence[Token], at: int) -> bool:
    while norm(tokens, at) in _JOINTS:
        at += 1
    return _aged(tokens, at) and norm(tokens, at + 1) in _JOINTS | _CLOSES
