"""Ages: `42-year-old`, `aged 42`, `ages 47 and 48`, `Smith, 42,`, and ages that rules name (`retirement age to 64`)."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.look import norm, tied
from claimcheck.extract.mentions import Form, Measured, Number, measured
from claimcheck.lexicon.units import Units
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_OLDEST = 120
_REACH = 9
"""Tokens in front of a figure in which "age" may stand ("raise the retirement age by two years to 64")."""
_ENDS_APPOSITION = frozenset([",", ".", ";", ")", "and", ""])


def age(tokens: Sequence[Token], number: Number, units: Units) -> Measured | None:
    """The age that a number is, in years, months or days."""
    found = _with_unit(tokens, number, units)
    if found is not None:
        return found
    if number.form not in (Form.DIGITS, Form.WORDS) or not 0 < number.high <= _OLDEST or number.low != int(number.low):
        return None
    before = norm(tokens, number.first - 1)
    if before in units.sets["aged"] or (before == "of" and norm(tokens, number.first - 2) == "age"):
        return _years(number, "unit.age.ages") if _free(tokens, number, units) else None
    if _said_of_a_person(tokens, number, units) and _free(tokens, number, units):
        return _years(number, "unit.age.ages")
    if number.first != number.last or number.form is not Form.DIGITS:
        return None
    ends = norm(tokens, number.last + 1) in _ENDS_APPOSITION or [t.norm for t in tokens[number.last + 1 : number.last + 4]] == [
        "at",
        "the",
        "time",
    ]
    if before == "," and ends and _after_name(tokens, number.first - 2, units) and number.low >= 1:
        return _years(number, "unit.age.apposition")
    if before == "(" and _after_name(tokens, number.first - 2, units) and norm(tokens, number.last + 1) == ")" and number.low >= 5:
        return _years(number, "unit.age.brackets")
    if before in ("from", "to", "of", "at", "was", "is") and _age_in_front(tokens, number.first) and _free(tokens, number, units):
        return _years(number, "unit.age.limit", aged=False)
    return None


def _years(number: Number, rule: str, *, aged: bool = True) -> Measured:
    return measured(number, Dimension.DURATION, "year", rule, age=aged)


def _free(tokens: Sequence[Token], number: Number, units: Units) -> bool:
    """Whether no unit or sign behind the figure says that it is something else."""
    after = number.last + 1
    return units.names.at(tokens, after) is None and norm(tokens, after) not in units.sets["percent"]


def _said_of_a_person(tokens: Sequence[Token], number: Number, units: Units) -> bool:
    """`when she was 17`, `I must have been about 13`: behind a pronoun and a form of "be", with nothing counted behind."""
    behind = norm(tokens, number.last + 1)
    ends = not behind or tokens[number.last + 1].kind is Kind.MARK or behind in units.sets["age_before"]
    at = number.first - 1
    at -= norm(tokens, at) in units.sets["age_about"]
    if not ends or norm(tokens, at) not in units.sets["age_be"]:
        return False
    while norm(tokens, at) in units.sets["age_be"]:
        at -= 1
    return norm(tokens, at) in units.sets["age_of"]


def _with_unit(tokens: Sequence[Token], number: Number, units: Units) -> Measured | None:
    at = number.last + 1
    at += tied(tokens, at)
    named = units.names.at(tokens, at)
    if named is None or named.value[0].dimension is not Dimension.DURATION or named.first != named.last:
        return None
    unit, times = named.value
    after = at + 1
    after += tied(tokens, after)
    if norm(tokens, after) in units.sets["old"]:
        return measured(
            number, Dimension.DURATION, unit.id, "unit.age.old", last=after, hyphened=tied(tokens, after - 1), age=True, times=times
        )
    if norm(tokens, after) == "of" and norm(tokens, after + 1) == "age":
        return measured(number, Dimension.DURATION, unit.id, "unit.age.of_age", last=after + 1, age=True, times=times)
    return None


def _after_name(tokens: Sequence[Token], at: int, units: Units) -> bool:
    """Whether a person's name ends at this token: capitalised, of two words, with a suffix, or long enough; no month or day."""
    if at < 0 or not tokens[at].capital or tokens[at].norm in units.sets["no_names"]:
        return False
    if tokens[at].text in ("II", "III", "IV", "Jr", "Sr"):
        return True
    return (at > 0 and (tokens[at - 1].capital or tokens[at - 1].text == ".")) or len(tokens[at].text) > 3


def _age_in_front(tokens: Sequence[Token], first: int) -> bool:
    """Whether the clause in front speaks of an age that is set, raised or lowered."""
    for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
        if tokens[at].kind is Kind.MARK and tokens[at].text != "'":
            return False
        if tokens[at].norm == "age":
            return norm(tokens, at + 1) not in ("group", "-", "of")
    return False
