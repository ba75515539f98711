"""Ages: `42-year-old`, `aged 42`, `ages 47 and 48`, `Smith, 42,`, and ages that rules name (`retirement age to 64`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from claimcheck.extract.look import DASHES, QUOTES, norm, tied
from claimcheck.extract.mentions import Form, Measured, Number, measured
from claimcheck.extract.units import peopleages
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.units import Units
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_OLDEST = 120
_LISTED = 10
"""Tokens of a list of ages that is gone back over."""
_CLAUSE = 8
"""Tokens in front of "at 16" that tell whose life it is."""
_YOUNGEST = 5
"""From here on figures behind "between" may be ages, and no hours of the day."""
_NOUN = 4
"""Tokens in front of a noun for a person in which its article may stand."""
_REACH = 9
"""Tokens in front of a figure in which "age" may stand ("raise the retirement age by two years to 64")."""
_ADULT = 13
"""From here on a figure behind "at" is an age and no hour of the day."""
_ENDS_APPOSITION = frozenset([",", ".", ";", ":", ")", "-", "–", "—", "and", ""])
_SUFFIXES = ("Jr", "Sr")
_THIRDS = MappingProxyType({"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)})
"""The years of a decade of a life."""
_CLOSES = frozenset([",", ".", ";", "-", "–", "—", ")"])


def age(tokens: Sequence[Token], number: Number, units: Units, grammar: Grammar) -> Measured | None:
    """The age that a number is, in years, months or days."""
    found = _with_unit(tokens, number, units)
    if found is not None:
        return (
            found
            if found.hyphened or not _of_a_thing(tokens, number, grammar)
            else replace(found, age=False, rule="unit.age.thing")
        )
    if number.form not in (Form.DIGITS, Form.WORDS) or not 0 < number.high <= _OLDEST or number.low != int(number.low):
        return None
    decade = _decade(tokens, number, units)
    if decade is not None:
        return decade
    if not _free(tokens, number, units):
        return None
    before = norm(tokens, number.first - 1)
    if _named_age(tokens, number, before, units):
        return _years(number, "unit.age.ages")
    if _between_ages(tokens, number, units, grammar):
        return _years(number, "unit.age.ages")
    if _limit_of_people(tokens, number, units, grammar) or _said_of_a_person(tokens, number, units, grammar):
        return _years(number, "unit.age.ages")
    if peopleages.told_as_ages(tokens, number, units, grammar):
        return _years(number, "unit.age.ages")
    if number.first != number.last:
        return None
    if peopleages.listed(tokens, number, units, grammar) or peopleages.believed(tokens, number, units):
        return _years(number, "unit.age.ages")
    if peopleages.owned(tokens, number, units, grammar):
        return _years(number, "unit.age.ages")
    if _apposed(tokens, number, units, grammar):
        return _years(number, "unit.age.apposition")
    if number.form is not Form.DIGITS:
        return None
    if before == "," and norm(tokens, number.last + 1) == ")" and _described_in_brackets(tokens, number.first - 1, units):
        return _years(number, "unit.age.brackets")
    if before == "(" and _after_name(tokens, number.first - 2, units) and norm(tokens, number.last + 1) == ")" and number.low >= 5:
        return _years(number, "unit.age.brackets")
    if _listed_age(tokens, number, before, units, grammar) or (before == "at" and _told_of_a_life(tokens, number, units, grammar)):
        return _years(number, "unit.age.ages")
    if before in ("from", "to", "of", "at", "was", "is") and _age_in_front(tokens, number.first, units):
        return _years(number, "unit.age.limit", aged=False)
    return None


def _described_in_brackets(tokens: Sequence[Token], comma: int, units: Units) -> bool:
    """`Ann Roe (w/f, 46)`: behind a name, what a police report says of a person."""
    opens = next((at for at in range(comma - 1, max(-1, comma - _NOUN - 1), -1) if tokens[at].text == "("), 0)
    return any(t.text == "/" for t in tokens[opens:comma]) and _after_name(tokens, opens - 1, units)


def _decade(tokens: Sequence[Token], number: Number, units: Units) -> Measured | None:
    """`a man in his 20s`, `in her early 30s`, `in his middle to late 40s`: the first years, the middle or the last ones of ten."""
    end = number.last + 1 + (norm(tokens, number.last + 1) in ("'", "’") and not tokens[number.last + 1].space)  # in his 20's
    glued = tokens[end] if end < len(tokens) else None
    if number.form is not Form.DIGITS or number.low % 10 or number.range or glued is None or glued.norm != "s" or glued.space:
        return None
    at = number.first - 1
    thirds = []
    while norm(tokens, at) in _THIRDS or norm(tokens, at) in ("to", "or") or tokens[at].text == "-":
        thirds += [_THIRDS[norm(tokens, at)]] if norm(tokens, at) in _THIRDS else []
        at -= 1
    if norm(tokens, at) not in units.sets["age_one"] or (norm(tokens, at) == "in" and not thirds):
        return None
    years = sorted(year for third in thirds for year in third) or [0, 9]
    told = replace(number, low=number.low + years[0], high=number.low + years[-1], range=True)
    return measured(told, Dimension.DURATION, "year", "unit.age.ages", last=end, age=True)


def _named_age(tokens: Sequence[Token], number: Number, before: str, units: Units) -> bool:
    """`aged 42`, `between the ages of 21 and 35`, `aged between 10 and 13`, `aged from 10 to 13`."""
    if before == ":" and number.first == 2 and tokens[0].capital and tokens[0].norm in units.sets["aged"]:  # Age: 48
        return True
    if before in units.sets["aged"] or (before == "of" and norm(tokens, number.first - 2) in units.sets["ages"]):
        return True
    return number.range and before in ("between", "from") and norm(tokens, number.first - 2) in units.sets["aged"]


def _between_ages(tokens: Sequence[Token], number: Number, units: Units, grammar: Grammar) -> bool:
    """`pupils had to be between 15 and 18`: between two years of a life, of people named in front."""
    at = number.first - 2
    if (
        not number.range
        or number.low < _YOUNGEST
        or norm(tokens, at + 1) != "between"
        or norm(tokens, at) not in units.sets["age_be"]
    ):
        return False
    people = any(norm(tokens, i) in units.sets["age_people"] for i in range(max(0, at - _CLAUSE), at))
    return people and _nothing_behind(tokens, number.last + 1, grammar)


def _listed_age(tokens: Sequence[Token], number: Number, before: str, units: Units, grammar: Grammar) -> bool:
    """`one aged 11, two 12 and one 16`, `the age of 9, or possibly 10`: an age that goes on with a list of ages."""
    at, hops = number.first - 1, 0
    opens = before in DASHES and norm(tokens, at - 1) in units.sets["age_people"] and tokens[at].space
    if opens and norm(tokens, number.last + 1) in (",", "and") and tokens[number.last + 2].kind is Kind.NUMBER:
        return True  # three women — 17, 19 and 20
    if (
        number.form is not Form.DIGITS
        or before not in units.sets["age_goes_on"]
        or not _nothing_behind(tokens, number.last + 1, grammar)
    ):
        return False
    while at > 0 and hops < _LISTED:
        if tokens[at].kind is Kind.NUMBER and tokens[at].text.isdigit():
            front = norm(tokens, at - 1)
            if front in units.sets["aged"] or (front == "of" and norm(tokens, at - 2) in units.sets["ages"]):
                return True
            opens = front in DASHES and norm(tokens, at - 2) in units.sets["age_people"] and tokens[at - 1].space
            if opens:
                return True
        elif norm(tokens, at) not in units.sets["age_goes_on"]:
            return False
        at, hops = at - 1, hops + 1
    return False


def _told_of_a_life(tokens: Sequence[Token], number: Number, units: Units, grammar: Grammar) -> bool:
    """`I had a child at 16 and`: behind "at" in a clause about a person, with no price, mark or speed told in it."""
    if (
        number.low < _ADULT
        or number.range
        or not _nothing_behind(tokens, number.last + 1, grammar)
        or "." in tokens[number.first].text
    ):
        return False
    clause = [t.norm for t in tokens[max(0, number.first - _CLAUSE) : number.first]]
    told = any(word in units.sets["age_whose"] for word in clause)
    return told and units.sets["no_age_at"].isdisjoint(clause)


def _nothing_behind(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether no noun stands behind a figure that it could count."""
    if at >= len(tokens) or tokens[at].kind is Kind.MARK:
        return True
    return tokens[at].kind is Kind.WORD and (tokens[at].norm in grammar.function or grammar.verb(tokens[at].norm) is not None)


def _limit_of_people(tokens: Sequence[Token], number: Number, units: Units, grammar: Grammar) -> bool:
    """`those 65 and older`, `a child under 16`, `a man of 29`, `she died at 41`: an age by the words on both sides."""
    first, after = number.first, number.last + 1
    joined = norm(tokens, after) in ("and", "or")
    if joined and norm(tokens, after + 1) in units.sets["age_older"]:
        return True
    people = units.sets["age_people"]
    whole = number.range and norm(tokens, first - 1) in people - {"half", "who"} and _nothing_behind(tokens, after, grammar)
    if whole and number.high <= _OLDEST and "." not in tokens[first].text:  # children 5 to 12
        return True
    if joined and norm(tokens, after + 1) in units.sets["age_over"]:
        return norm(tokens, first - 1) in people
    if not _nothing_behind(tokens, after, grammar):
        return False
    before = norm(tokens, first - 1)
    if before == "than" and norm(tokens, first - 2) in ("older", "younger"):
        return True
    if before in units.sets["age_limits"]:
        return norm(tokens, first - 2) in people or _who_is(tokens, first - 2, units) is not None
    at = first - 1 - (before in units.sets["age_about"])
    if norm(tokens, at) == "of" and norm(tokens, at - 1) in units.sets["age_young"]:
        return norm(tokens, at - 2) not in grammar.sets["these"] or norm(tokens, at - 2) == "the"
    if before != "at" or number.low < _ADULT:
        return False
    return norm(tokens, first - 2) in units.sets["age_at"] or norm(tokens, after) in units.sets["age_then"]


def _who_is(tokens: Sequence[Token], at: int, units: Units) -> int | None:
    """Where the subject stands before forms of "be" that end at a token; None where they do not."""
    if norm(tokens, at) not in units.sets["age_be"]:
        return None
    while norm(tokens, at) in units.sets["age_be"]:
        at -= 1
    return at if norm(tokens, at) in units.sets["age_of"] or norm(tokens, at) in units.sets["age_people"] else None


def _apposed(tokens: Sequence[Token], number: Number, units: Units, grammar: Grammar) -> bool:
    """`Smith, 42,`, `the boy, now 15,`, `Ann, eight, and Tom, four, were`, `the sisters, both 23, were`."""
    after = number.last + 1
    first = number.first - (number.first > 1 and tokens[number.first - 1].text in QUOTES)  # Ann Roe, aka “Red,” 42,
    before = norm(tokens, first - 1)
    if tied(tokens, after):  # Lint roller, 3-pack
        return False
    comma = norm(tokens, after) in _CLOSES
    if (
        before in units.sets["age_stated"]
        and norm(tokens, first - 2) == ","
        and comma
        and first > 2
        and (tokens[first - 3].kind is Kind.WORD or tokens[first - 3].text == ".")  # of Reno, Nev., both 61,
    ):
        return True
    if before != "," or number.low < 1:
        return False
    placed = norm(tokens, first - 2) in units.sets["age_placed"] and norm(tokens, first - 3) == ","  # Ann Roe, left, 16,
    if placed and comma and _after_name(tokens, first - 4, units):
        return True
    if comma and first == 2 and tokens[0].norm == "now" and tokens[after + 1 : after + 2] and tokens[after + 1].capital:
        return True  # Now, 26, Roe admits
    person = comma and (norm(tokens, first - 2) in units.sets["age_apposed"] or _person_before(tokens, first - 2, grammar))
    if number.form is Form.WORDS:
        return comma and (person or (number.low < _ADULT and _one_of_names(tokens, first - 2, after)))
    ends = norm(tokens, after) in _ENDS_APPOSITION or [t.norm for t in tokens[after : after + 3]] == ["at", "the", "time"]
    short = _short_name(tokens, first - 2, units) and norm(tokens, first - 2) not in grammar.function
    if not comma and _whole_name(tokens, first - 2, grammar) and norm(tokens, after) in units.sets["age_then_on"]:
        place = after + 1 < len(tokens) and tokens[after + 1].capital
        return norm(tokens, after) != "of" or place  # Ann Roe, 22 of Leeds; but 13 of the 14
    return (ends and _after_name(tokens, _before_suffix(tokens, first - 2), units)) or (comma and (person or short))


def _whole_name(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a name of two words and more ends at a token and is no place or speaker: not `in San Jose, 26 were`."""
    first = at
    while first > 0 and tokens[first - 1].capital and tokens[first - 1].norm not in grammar.function:
        first -= 1
    front = norm(tokens, first - 1)
    named = at - first in (1, 2, 3) and tokens[at].capital and not tokens[at].text.isupper()
    return named and front not in grammar.prepositions | grammar.determiners and front not in grammar.sets["said"]


def _person_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the noun at a token names one person behind an article or the like: `another baker, 27, was held`."""
    word = norm(tokens, at)
    if grammar.plural(word) or not grammar.person(word) or tokens[at].capital:
        return False
    return any(norm(tokens, i) in grammar.determiners or norm(tokens, i) == "one" for i in range(at - 1, max(-1, at - _NOUN), -1))


def _before_suffix(tokens: Sequence[Token], at: int) -> int:
    """Where the name ends before `Jr.`: `Hart, Jr., 30`; or before the rest of a given name: `Park Chan-ho, 44`."""
    if at > 2 and tied(tokens, at - 1) and not tokens[at].capital and tokens[at - 2].capital and tokens[at - 3].capital:
        return at - 2
    end = at - 1 if tokens[at].text == "." else at
    return end - 2 if tokens[end].text.rstrip(".") in _SUFFIXES and norm(tokens, end - 1) == "," else end


def _one_of_names(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether an age in words goes on with the next name or the verb: `Ann, eight, and Tom, four, were hurt`."""
    begins = at == 0 or tokens[at - 1].kind is Kind.MARK or tokens[at - 1].capital or tokens[at - 1].norm == "and"
    behind = norm(tokens, after + 1)
    named = behind == "and" and after + 2 < len(tokens) and tokens[after + 2].capital
    return begins and at >= 0 and tokens[at].capital and (named or behind in ("was", "were", "is", "are", "who"))


def _short_name(tokens: Sequence[Token], at: int, units: Units) -> bool:
    """Whether a name of one short word, or of a word with another sense, begins the clause: `Lee, 27, signed`."""
    if at < 0 or not tokens[at].capital or tokens[at].norm in units.sets["months_and_days"] or len(tokens[at].text) < 2:
        return False
    return at == 0 or tokens[at - 1].kind is Kind.MARK or tokens[at - 1].norm in units.sets["alias"]


def _years(number: Number, rule: str, *, aged: bool = True) -> Measured:
    return measured(number, Dimension.DURATION, "year", rule, age=aged)


def _free(tokens: Sequence[Token], number: Number, units: Units) -> bool:
    """Whether no unit or sign behind the figure says that it is something else."""
    after = number.last + 1
    return units.names.at(tokens, after) is None and norm(tokens, after) not in units.sets["percent"]


def _said_of_a_person(tokens: Sequence[Token], number: Number, units: Units, grammar: Grammar) -> bool:
    """`when she was 17`, `her father was 87 when`, `Moss is 29, but`: behind who has it and a form of "be", nothing counted."""
    after = number.last + 1
    behind = norm(tokens, after)
    ends = not behind or tokens[after].kind is Kind.MARK or behind in units.sets["age_before"]
    at = number.first - 1
    at -= norm(tokens, at) in units.sets["age_about"]
    if ends and norm(tokens, at) in units.sets["age_of_be"]:
        return True
    if not ends or norm(tokens, at) not in units.sets["age_be"]:
        return False
    while norm(tokens, at) in units.sets["age_be"]:
        at -= 1
    subject = norm(tokens, at)
    if subject in units.sets["age_of"]:
        return True
    if number.form is not Form.DIGITS or "." in tokens[number.first].text or number.range or tokens[number.last].text == "0":
        return False
    if norm(tokens, at) == ",":  # His brother, Ivo, was 15
        at = next((i for i in range(at - 1, max(-1, at - 4), -1) if tokens[i].text == ","), at) - 1
        subject = norm(tokens, at)
    if subject in units.sets["age_young"] or subject in units.sets["age_kin"]:
        return True
    late = behind in ("when", "at", "and", "but") or not behind or tokens[after].text in (",", ".")
    named = _after_name(tokens, at, units) or (not tokens[at].text.isupper() and _short_name(tokens, at, units))
    return (
        late and named and subject not in grammar.function and norm(tokens, at + 1) in ("was", "is", ",", "then", "now", "turned")
    )


def _of_a_thing(tokens: Sequence[Token], number: Number, grammar: Grammar) -> bool:
    """Whether a thing is said to be so old: `the standoff, which is now three days old` tells how long it has lasted."""
    at = number.first - 1
    while at >= 0 and (tokens[at].norm in grammar.auxiliaries | grammar.adverbs | grammar.relatives or tokens[at].text == ","):
        at -= 1
    return at < number.first - 1 and norm(tokens, at) in grammar.sets["things_with_ages"]


def _with_unit(tokens: Sequence[Token], number: Number, units: Units) -> Measured | None:
    at = number.last + 1
    at += norm(tokens, at) == "["  # a 70[-year-old] loner
    at += tied(tokens, at)
    short = next((n for n in (1, 3) if "".join(norm(tokens, at + i) for i in range(n)) in units.sets["age_short"]), None)
    if short is not None and number.form is Form.DIGITS and 0 < number.high <= _OLDEST:  # 37 yo, 21 y/o
        return measured(number, Dimension.DURATION, "year", "unit.age.old", last=at + short - 1, age=True)
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
    if peopleages.stated(tokens, number, units) or peopleages.in_small_units(tokens, number, units):
        return measured(number, Dimension.DURATION, unit.id, "unit.age.ages", last=at, age=True, times=times)
    if norm(tokens, after) == "of" and norm(tokens, after + 1) == "age":
        return measured(number, Dimension.DURATION, unit.id, "unit.age.of_age", last=after + 1, age=True, times=times)
    return None


def _after_name(tokens: Sequence[Token], at: int, units: Units) -> bool:
    """Whether a person's name ends at this token: capitalised, of two words, with a suffix, or long enough; no month or day."""
    if at < 0 or not tokens[at].capital or tokens[at].norm in units.sets["no_names"]:
        return False
    if tokens[at].norm in units.sets["months_and_days"]:  # Ann August, 61, said
        given = at > 0 and tokens[at - 1].capital and tokens[at - 1].kind is Kind.WORD and len(tokens[at - 1].text) > 1
        return given and tokens[at - 1].norm not in units.sets["months_and_days"] | units.sets["before_months"]
    if tokens[at].text in ("II", "III", "IV", "Jr", "Sr"):
        return True
    return (at > 0 and (tokens[at - 1].capital or tokens[at - 1].text == ".")) or len(tokens[at].text) > 3


def _age_in_front(tokens: Sequence[Token], first: int, units: Units) -> bool:
    """Whether the clause in front speaks of an age that is set, raised or lowered."""
    for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
        if tokens[at].kind is Kind.MARK and tokens[at].text != "'" and not tied(tokens, at):
            return False
        if tokens[at].norm == "age":
            averaged = norm(tokens, at - 1) in units.sets["age_averaged"] and norm(tokens, first - 1) in units.sets["age_be"]
            return averaged or norm(tokens, at + 1) not in ("group", "-", "of")
    return False
