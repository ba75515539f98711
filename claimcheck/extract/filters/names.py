"""Shapes of numbers that name things: models, routes, scores, list items, years, age groups, titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimcheck.extract.filters.suspects import Suspect, View
from claimcheck.extract.look import DASHES, HYPHENS, glued, norm, tied
from claimcheck.extract.mentions import Form, Measured
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.types import Voice
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind

_OF_NAMES = 1900
"""From here on a year may stand in a name, whatever is behind it."""
_RECENT = (1990, 2040)
"""Figures that, without a comma, are years even before a plural: `2016 voters`."""
_CALL_SIGN = re.compile(r"[WK][A-Z]{2,3}(?:-TV|-FM)?")
"""Stations of North America."""
_FREQUENCY = 3
"""Digits of a frequency."""
_LAST_DAY = 31
_GAPS = 6
"""Members of a list that are gone back over."""
_COUNTED = 6
"""Tokens between a figure of a list and its noun."""


def _designation(it: Suspect) -> bool:
    """`Nava 5`, `Galaxy 9`: digits behind a capitalised word inside a sentence, with nothing counted behind them."""
    tokens, first = it.seen.tokens, it.measured.number.first
    if it.measured.dimension is not Dimension.COUNT or first < 2:
        return False
    if it.measured.number.form is Form.WORDS:
        return _named_group(it.seen, it.measured, it.phrase)
    if it.measured.number.form is Form.DIGITS and _names_one_thing(it):
        return True
    if it.measured.number.form is not Form.DIGITS or it.phrase.head:
        return False
    before = tokens[first - 1]
    named = before.capital and not before.possessive and before.norm not in it.seen.grammar.function
    if not named or "," in tokens[first].text or it.measured.number.range:
        return False
    if tokens[first].text.endswith(".0") and it.measured.number.scale == 1:  # Web 2.0 was
        return True
    if norm(tokens, first - 2) in it.seen.grammar.sets["ships"] and not before.norm.endswith("s"):  # MV Nava 5 was
        return True
    if _gapped(it) or _told_by_verb(it, first - 1):
        return False
    if tokens[first - 2].kind is Kind.MARK and tokens[first - 2].text in '"“.:;' and tokens[first - 2].text != "-":
        return False
    following = tokens[it.phrase.last + 1].norm if it.phrase.last + 1 < len(tokens) else ""
    return not following.endswith("ed") and following not in it.seen.grammar.auxiliaries and following not in it.seen.grammar.verbs


def _told_by_verb(it: Suspect, at: int) -> bool:
    """Whether a capitalised word is the verb of a claim type: `Shooting That Killed 1, Injured 6`."""
    base = it.seen.grammar.verb(norm(it.seen.tokens, at)) or ""
    return it.seen.types.verbs[Voice.ACTIVE].has(base)


def _gapped(it: Suspect) -> bool:
    """Whether a figure behind a name goes on with a list whose noun is left out: `took 202 seats, the Conservatives 121`."""
    tokens, at = it.seen.tokens, it.measured.number.first - 1
    for _ in range(_GAPS):
        while at > 0 and (tokens[at].capital or tokens[at].norm in ("the", "of")) and tokens[at].kind is Kind.WORD:
            at -= 1
        if norm(tokens, at) not in (",", ";", "and", "while"):
            return False
        at -= 1 + (norm(tokens, at - 1) in (",", ";"))
        if tokens[at].kind is not Kind.NUMBER:
            break
        at -= 1
    counted = at
    while counted > 0 and at - counted < _COUNTED and (tokens[counted].kind is Kind.WORD or tokens[counted].text in HYPHENS):
        if tokens[counted - 1].kind is Kind.NUMBER:
            noun = tokens[counted : at + 1]
            plural = any(it.seen.grammar.plural(t.norm) and not t.capital for t in noun)
            return plural and it.seen.grammar.verb(norm(tokens, counted - 2)) is not None
        counted -= 1
    return False


def _names_one_thing(it: Suspect) -> bool:
    """`the Baltic 2 gas pipeline`, `808 State`: a plain figure beside a capital, before a noun that is no plural."""
    tokens, number, head_at = it.seen.tokens, it.measured.number, it.phrase.head_at
    if head_at is None or number.scale != 1 or number.range or number.low <= 1 or it.measured.hyphened or it.phrase.part:
        return False
    head = tokens[head_at]
    if "," in tokens[number.first].text or it.seen.grammar.plural(head.norm) or "-" in (it.phrase.head or ""):
        return False
    if _is_headline(it.seen, least=4, of=5) or it.seen.grammar.verb(head.norm) is not None:
        return False  # Woman Slain and 2 Hurt
    if head.norm in it.seen.grammar.sets["unchanged"] or it.seen.grammar.plural(it.phrase.head or ""):
        return False
    before = tokens[number.first - 1]
    named = before.capital and before.norm not in it.seen.grammar.function and not before.possessive and number.first > 1
    return named or (head.capital and not head.text.isupper() and not before.capital and head_at == it.phrase.last)


def _named_group(seen: View, measured: Measured, phrase: NounPhrase) -> bool:
    """`the Birmingham Six`, `the Guildford four`: a number word behind a name, itself a part of it."""
    tokens, first = seen.tokens, measured.number.first
    if _capital_inside(seen, measured):
        return True
    named = tokens[first - 1].capital and tokens[first - 1].norm not in seen.grammar.function and not tokens[first - 1].possessive
    if not named or norm(tokens, first - 2) != "the" or measured.number.first != measured.number.last:
        return False
    return tokens[first].capital or phrase.head is None


def _capital_inside(seen: View, measured: Measured) -> bool:
    """`Gang of Four`, `the Four Freedoms`: a number word with a capital, in the middle of a sentence that is no headline."""
    tokens, first = seen.tokens, measured.number.first
    before = tokens[first - 1]
    if not tokens[first].capital or tokens[first].text.isupper() or measured.number.scale != 1:
        return False
    listed = (
        before.text == "," and first > 1 and tokens[first - 2].capital and first + 1 < len(tokens) and tokens[first + 1].capital
    )
    if before.kind is not Kind.WORD and not listed:  # Jay Asher, Thirteen Reasons Why
        return False
    return not _is_headline(seen, least=2, of=3)


def _is_headline(seen: View, *, least: int, of: int) -> bool:
    """Whether more than such a part of a sentence's words have capitals, so that these tell no names."""
    words = [t for t in seen.tokens if t.kind is Kind.WORD and t.norm not in seen.grammar.function]
    return of * sum(t.capital for t in words) > least * len(words)


def _model_code(it: Suspect) -> bool:
    """`F-35`, `COVID-19`, `G7`, `H1N1`, `AK 47`, `737-800`, `MH370`: figures tied to letters in front of them."""
    tokens, first, last = it.seen.tokens, it.measured.number.first, it.measured.number.last
    if tokens[first].kind is not Kind.NUMBER or it.measured.dimension is Dimension.MONEY or it.measured.unit == "magnitude":
        return False
    before = tokens[first - 1] if first else None
    if before is None:
        return False
    if not tokens[first].space:
        if before.kind is Kind.WORD and it.measured.dimension in (Dimension.COUNT, Dimension.MEASURE, Dimension.RANK):
            return True
        if before.text in HYPHENS and first > 1 and tokens[first - 2].kind is not Kind.MARK and not before.space:
            named = it.measured.number.range or it.measured.rule == "unit.magnitude"  # a magnitude-6.4 quake
            return not named and tokens[first - 2].norm not in it.seen.grammar.sets["prefixes"]
        if (
            before.text in "./’'"
            and before.text != "'"
            and first > 1
            and tokens[first - 2].kind is not Kind.MARK
            and not before.space
        ):
            return True
    glued = tokens[last + 1] if last + 1 < len(tokens) else None
    letters = glued is not None and glued.kind is Kind.WORD and not glued.space and it.measured.last == last
    if letters and glued is not None and it.measured.dimension is Dimension.COUNT:
        return True
    code = before.kind is Kind.WORD and before.text.isupper() and 1 < len(before.text) <= 3 and before.norm not in it.rule.unless
    return bool(
        code and it.measured.dimension is Dimension.COUNT and "," not in tokens[first].text and it.measured.number.scale == 1
    )


def _bare_point(it: Suspect) -> bool:
    """`he batted .312`, `a .45 revolver`: a figure below one with nothing before its point and no unit behind it."""
    tokens, first = it.seen.tokens, it.measured.number.first
    pointed = first > 0 and tokens[first - 1].text == "." and not tokens[first].space and 0 < it.measured.low < 1
    return pointed and it.measured.dimension is Dimension.COUNT and it.measured.number.scale == 1


def _film_certificate(it: Suspect) -> bool:
    """`(Lionsgate, 15)`, `Heat (18) (Michael Mann)`: from which age a film may be seen."""
    tokens, number = it.seen.tokens, it.measured.number
    if number.form is not Form.DIGITS or tokens[number.first].text not in it.rule.before:
        return False
    behind = number.last + 1
    if norm(tokens, behind) == "a" and not tokens[behind].space:  # 12A
        behind += 1
    if norm(tokens, behind) != ")":
        return False
    if norm(tokens, number.first - 1) == "(":
        return norm(tokens, behind + 1) == "("
    at = number.first - 1
    if norm(tokens, at) != ",":
        return False
    while at > 0 and (not tokens[at - 1].text.islower() or tokens[at - 1].norm in ("and", "of", "the", "&")):
        if tokens[at - 1].kind is Kind.MARK and tokens[at - 1].text != "&":
            break
        at -= 1
    return norm(tokens, at - 1) == "(" and at < number.first - 1


def _score(it: Suspect) -> bool:
    """`3-1 win`, `52-48 vote`: two figures with a hyphen, the first the greater, or a word of games and votes behind them."""
    tokens, number = it.seen.tokens, it.measured.number
    if it.measured.dimension is not Dimension.COUNT:
        return False
    for low, high in ((number.first, number.first + 2), (number.last - 2, number.last)):
        if (
            low >= 0
            and high < len(tokens)
            and tokens[low].kind is tokens[high].kind is Kind.NUMBER
            and tokens[low + 1].text in HYPHENS
        ):
            if tokens[low + 1].space or "," in tokens[low].text + tokens[high].text:
                continue
            if it.rule.after.at(tokens, high + 1) or float(tokens[low].text) >= float(tokens[high].text):
                return True
    return False


def _list_number(it: Suspect) -> bool:
    """`1. Turn left`, `2) ...`, `[3]`."""
    tokens, number = it.seen.tokens, it.measured.number
    if number.form is not Form.DIGITS or it.measured.first != it.measured.last or "," in tokens[number.first].text:
        return False
    following = norm(tokens, number.last + 1)
    if norm(tokens, number.first - 1) == "#" and not tokens[number.first].space and not it.phrase.head:
        return True  # UPDATE#1
    if norm(tokens, number.first - 1) == "(" and following == ")" and not tokens[number.first - 1].space and number.first > 1:
        return True  # section 252.02(3)
    if following == ")" and not tokens[number.last + 1].space and not _opened(it):
        return True  # because 1) it is late, and 2) it rains
    if len(tokens) <= 2 and all(t.kind is Kind.MARK for t in tokens[number.last + 1 :]):
        return True
    if (number.first == 0 and _heads_a_name(it)) or _glued_to_the_end(it):
        return True
    alone = number.first == 0 or (number.first == 1 and tokens[0].kind is Kind.MARK)
    ended = following == "." and number.last + 2 < len(tokens) and tokens[number.last + 2].space
    if alone and (following in (")", "]") or ended):
        return True
    return norm(tokens, number.first - 1) == "[" and following == "]"


def _glued_to_the_end(it: Suspect) -> bool:
    """Whether a figure hangs on the full stop of a sentence, with nothing behind it: the next item of a list, or a footnote."""
    tokens, at = it.seen.tokens, it.measured.number.first
    glued = at > 1 and not tokens[at].space and tokens[at - 1].text in (".", "!", "?", "”") and not tokens[at - 1].space
    return glued and tokens[at - 2].kind is not Kind.NUMBER and all(t.kind is Kind.MARK for t in tokens[at + 1 :])


def _opened(it: Suspect) -> bool:
    """Whether a bracket stands open before a number."""
    tokens = it.seen.tokens
    for at in range(it.measured.number.first - 1, -1, -1):
        if tokens[at].text in ("(", ")"):
            return tokens[at].text == "("
    return False


def _heads_a_name(it: Suspect) -> bool:
    """`1 Natalia Osipova And Guests`: an item of a list whose full stop was lost, before a name and not a plural."""
    following = it.seen.tokens[it.measured.number.last + 1 : it.measured.number.last + 3]
    small = it.measured.dimension is Dimension.COUNT and it.measured.number.low < 100 and it.measured.number.scale == 1
    counts = it.phrase.head_at is not None and it.seen.grammar.plural(norm(it.seen.tokens, it.phrase.head_at))
    plain = counts and it.phrase.head_at is not None and not it.seen.tokens[it.phrase.head_at].capital  # 3 Pro Bowl players named
    return small and not plain and len(following) == 2 and all(t.capital and not it.seen.grammar.plural(t.norm) for t in following)


def _model_year(it: Suspect) -> bool:
    return _looks_like_year(it.seen, it.measured) and it.rule.after.at(it.seen.tokens, it.measured.number.last + 1) is not None


def _year(it: Suspect) -> bool:
    """A bare year that the date reader left: nothing counted stands behind it, or it is of these days and has no comma."""
    if _short_year(it):
        return True
    if not _looks_like_year(it.seen, it.measured):
        return False
    if it.phrase.head is None or not it.seen.grammar.plural(norm(it.seen.tokens, it.phrase.head_at or 0)):
        return True
    if it.measured.low >= _OF_NAMES and _named_for_year(it):
        return True
    front = norm(it.seen.tokens, it.measured.number.first - 1)
    named = it.seen.grammar.verb(front) is None or front in it.rule.before
    return _RECENT[0] <= it.measured.low <= _RECENT[1] and it.measured.low % 100 != 0 and named and front not in it.rule.unless


def _named_for_year(it: Suspect) -> bool:
    """`the Centre's Progress 2050 project`: a year behind a name that stands behind an article or a possessive."""
    tokens, at = it.seen.tokens, it.measured.number.first - 1
    if at < 1 or not tokens[at].capital or norm(tokens, at) in it.seen.grammar.function:
        return False
    return tokens[at - 1].possessive or norm(tokens, at - 1) in ("the", "its", "his", "her", "their", "our", "a")


def _short_year(it: Suspect) -> bool:
    """`1861-'62`, `the class of '86`."""
    tokens, first = it.seen.tokens, it.measured.number.first
    mark = first > 0 and tokens[first - 1].text in ("'", "’", "‘") and not tokens[first].space
    opens = mark and (tokens[first - 1].space or norm(tokens, first - 2) in DASHES or norm(tokens, first - 2) == "/")
    return opens and len(tokens[first].text) == 2 and it.measured.dimension is Dimension.COUNT and it.measured.last == first


def _looks_like_year(seen: View, measured: Measured) -> bool:
    number = measured.number
    ends = (number.first, number.last)
    return (
        measured.dimension is Dimension.COUNT
        and all(
            seen.tokens[at].kind is Kind.NUMBER and len(seen.tokens[at].text) == 4 and seen.tokens[at].text.isdigit() for at in ends
        )
        and (number.first == number.last or number.range)
        and 1500 <= number.low <= number.high < 2100
        and measured.grain <= 1000
    )


def _ordinal_name(it: Suspect) -> bool:
    """`22nd Marine Expeditionary Unit`, `Fifth Avenue`, `the Sixth Fleet`: an ordinal before a capitalised name."""
    if it.measured.number.form is not Form.ORDINAL:
        return False
    following = it.seen.tokens[it.measured.number.last + 1] if it.measured.number.last + 1 < len(it.seen.tokens) else None
    return (
        following is not None
        and following.capital
        and (
            it.seen.tokens[it.measured.number.first].capital
            or it.seen.tokens[it.measured.number.first].kind is Kind.NUMBER
            or len(following.text) > 1
        )
    )


def _age_group(it: Suspect) -> bool:
    """`under-18s`, `over-65s`: a name, not so many of anything."""
    tokens, number = it.seen.tokens, it.measured.number
    mark = norm(tokens, number.last + 1) in ("'", "’") and not tokens[number.last + 1].space  # in her mid-20's
    if it.measured.dimension is not Dimension.COUNT or glued(tokens, number.last + 1 + mark) != "s":
        return False
    before = norm(tokens, number.first - 1 - tied(tokens, number.first - 1))
    return before in it.rule.before or (number.low % 10 == 0 and before in it.rule.unless)


def _title_span(it: Suspect) -> bool:
    """`28 Weeks Later`, `24 Hours from Tulsa`: the unit with a capital, in a sentence that is not all in capitals."""
    tokens = it.seen.tokens
    if it.measured.age or it.measured.last == it.measured.number.last:
        return False
    unit = tokens[it.measured.last]
    small = unit.norm in it.rule.before and it.measured.number.high > 1  # the rapper 50 Cent
    if not (it.measured.dimension is Dimension.DURATION or small) or not unit.capital or unit.text.isupper():
        return False
    words = [t for t in tokens if t.kind is Kind.WORD and t.norm not in it.seen.grammar.function]
    return 5 * sum(t.capital for t in words) <= 4 * len(words)


def _station(it: Suspect) -> bool:
    """`KWAX 4 News`, `Fox 9's reporter`, `News 8`, `670 The Goal`: a channel behind a call sign or a broadcaster."""
    tokens, number = it.seen.tokens, it.measured.number
    if it.measured.dimension is not Dimension.COUNT or number.first != number.last or not tokens[number.first].text.isdigit():
        return False
    after = number.last + 1
    following = tokens[after] if after < len(tokens) else None
    named = following is not None and following.capital and following.kind is Kind.WORD
    if number.first == 0 or not tokens[number.first - 1].capital:
        air = following is not None and following.text == "The" and after + 1 < len(tokens) and tokens[after + 1].capital
        return air and len(tokens[number.first].text) >= _FREQUENCY
    before = tokens[number.first - 1]
    if before.norm not in it.rule.before and not _CALL_SIGN.fullmatch(before.text):
        return False
    plural = named and it.phrase.head_at == after and it.seen.grammar.plural(tokens[after].norm) and tokens[after].norm != "news"
    owns = following is not None and following.text[0] in "'’" and not following.space
    return owns or tokens[number.last].possessive or (named and not plural) or (not it.phrase.head and before.norm == "news")


def _glued_date(it: Suspect) -> bool:
    """`griefJanuary 14, 2016`: a day and a year behind a month that ran into the word before it."""
    tokens, number = it.seen.tokens, it.measured.number
    if number.first == 0 or not tokens[number.first].text.isdigit() or number.low > _LAST_DAY:
        return False
    word = tokens[number.first - 1].text
    glued = any(word.endswith(month.capitalize()) and len(word) > len(month) for month in it.rule.before)
    return glued and norm(tokens, number.last + 1) == "," and len(norm(tokens, number.last + 2)) == len("2016")


NAMES: Mapping[str, Callable[[Suspect], bool]] = MappingProxyType(
    {
        "age-group": _age_group,
        "model-code": _model_code,
        "list-number": _list_number,
        "score": _score,
        "model-year": _model_year,
        "year": _year,
        "century": lambda it: (
            it.measured.dimension is Dimension.RANK and it.rule.after.at(it.seen.tokens, it.measured.number.last + 1) is not None
        ),
        "ordinal-name": _ordinal_name,
        "bare-point": _bare_point,
        "film-certificate": _film_certificate,
        "title-span": _title_span,
        "station": _station,
        "glued-date": _glued_date,
        "designation": _designation,
    }
)
"""Each shape by the name that filters.yaml gives it."""
