"""Numbers that are no quantities: model and unit names, routes, telephone numbers, scores, list numbers, idioms.

The words are data (`filters.yaml`); this module holds the shapes that a word list cannot express, one short function a shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.extract.look import HYPHENS, glued, norm, tied
from claimcheck.extract.mentions import Form, Measured
from claimcheck.extract.nounphrases import NounPhrase
from claimcheck.lexicon.filters import FilterRule, Filters
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.types import Types
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_WEB = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?<!\w)[#@]\w+|\b\w+\.(?:com|org|net|co\.uk|gov|edu)\b\S*")
_IDENTIFIER = 7
"""Digits without a comma from which a figure is a name for something and no count."""
_PHONE = re.compile(r"\(?\+?\d{2,4}\)?[ .-]\d{3}[ .-]\d{3,4}(?!\d)|(?<!\d)\d{3}-\d{4}(?!\d)|\+\d[\d ()-]{7,}\d")


@dataclass(frozen=True, slots=True)
class View:
    """The sentence a number stands in, as the shapes look at it."""

    tokens: Sequence[Token]
    text: str
    """The article's text; token offsets point into it."""
    grammar: Grammar
    idioms: tuple[tuple[int, int, FilterRule], ...]
    """Phrases of the filters found in the sentence: first and last token, and the rule."""
    classes: Mapping[str, Collection[str]]
    """Classes of nouns for things that are counted one by one."""
    types: Types


def view(
    tokens: Sequence[Token], text: str, grammar: Grammar, filters: Filters, classes: Mapping[str, Collection[str]], types: Types
) -> View:
    """Look at a sentence once for all its numbers."""
    found = []
    for match in filters.words.all(tokens):
        following = tokens[match.last + 1].norm if match.last + 1 < len(tokens) else ""
        if following not in match.value.unless_after:
            found.append((match.first, match.last, match.value))
    return View(tokens, text, grammar, tuple(found), classes, types)


def filter_of(seen: View, measured: Measured, phrase: NounPhrase, filters: Filters) -> FilterRule | None:
    """The filter that keeps this number from being a quantity, or None."""
    number, tokens = measured.number, seen.tokens
    for first, last, rule in seen.idioms:
        if first <= number.last and number.first <= last:
            return rule
    if measured.dimension in (Dimension.COUNT, Dimension.RANK, Dimension.MEASURE):
        behind = filters.after.at(tokens, number.last + 1)
        if behind is not None:
            return behind.value
    if measured.dimension in (Dimension.COUNT, Dimension.RANK) and not measured.rule.startswith("unit.rank.n"):
        front = filters.before.before(tokens, number.first)
        if front is not None and not _counts(seen, measured, phrase):
            return front.value
        named = filters.before_capital.before(tokens, number.first)
        if named is not None and tokens[named.first].capital and not _counts(seen, measured, phrase):
            return named.value
    for shape, recognise in _SHAPES.items():
        if recognise(seen, measured, phrase, filters.shaped(shape)):
            return filters.shaped(shape)
    return None


def names_a_member(seen: View, measured: Measured, phrase: NounPhrase, filters: Filters, *, typed: bool, noun: str | None) -> FilterRule | None:
    """The filter of a "one" that only picks out a member, once its kind and noun are known: `she was one of 48 officers`, `including one in 1988`."""
    tokens, number = seen.tokens, measured.number
    if measured.dimension is not Dimension.COUNT or not _is_word_one(tokens, measured) or tied(tokens, number.last + 1):
        return None
    of = norm(tokens, number.last + 1) == "of"
    if of and norm(tokens, number.first - 1) in seen.grammar.sets["member_after"]:
        return filters.shaped("one-of")
    if typed:
        return None
    person = phrase.head is not None and phrase.head in seen.classes.get("people", ())
    if of and person:
        return filters.shaped("one-of")
    behind = norm(tokens, number.last + 1)
    acts = seen.grammar.verb(behind) is not None or behind in seen.grammar.auxiliaries or behind in seen.grammar.adverbs
    return filters.shaped("pronoun") if phrase.head is None and noun is None and not acts and not of else None


def _counts(seen: View, measured: Measured, phrase: NounPhrase) -> bool:
    """Whether a plural noun follows, so that a capitalised word in front does not make it a name."""
    return phrase.head_at is not None and measured.number.low != 1 and seen.grammar.plural(seen.tokens[phrase.head_at].norm)


# --- shapes --------------------------------------------------------------------------------------------------------------------


def _designation(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`Nava 5`, `Galaxy 9`: digits behind a capitalised word inside a sentence, with nothing counted behind them."""
    tokens, first = seen.tokens, measured.number.first
    if measured.dimension is not Dimension.COUNT or first < 2:
        return False
    if measured.number.form is Form.WORDS:
        return _named_group(seen, measured, phrase)
    if measured.number.form is not Form.DIGITS or phrase.head:
        return False
    before = tokens[first - 1]
    if not before.capital or before.norm in seen.grammar.function or "," in tokens[first].text or measured.number.range:
        return False
    if tokens[first - 2].kind is Kind.MARK and tokens[first - 2].text in "\"“.:;" and not tokens[first - 2].text == "-":
        return False
    following = tokens[phrase.last + 1].norm if phrase.last + 1 < len(tokens) else ""
    return not following.endswith("ed") and following not in seen.grammar.auxiliaries and following not in seen.grammar.verbs


def _named_group(seen: View, measured: Measured, phrase: NounPhrase) -> bool:
    """`the Birmingham Six`, `the Guildford four`: a number word behind a name, itself a part of it."""
    tokens, first = seen.tokens, measured.number.first
    named = tokens[first - 1].capital and tokens[first - 1].norm not in seen.grammar.function and not tokens[first - 1].possessive
    if not named or norm(tokens, first - 2) != "the" or measured.number.first != measured.number.last:
        return False
    return tokens[first].capital or phrase.head is None


def _one_of(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`one of the poorest`, `one of Africa's longest`, `among the three largest` stays a count."""
    tokens, last = seen.tokens, measured.number.last
    if measured.number.low != 1 or norm(tokens, last + 1) != "of":
        return False
    superlative = any(_is_superlative(t.norm, seen.grammar) for t in tokens[last + 2 : last + 7])
    return superlative or norm(tokens, last + 2) in rule.before


def _is_superlative(word: str, grammar: Grammar) -> bool:
    if word in grammar.sets["superlatives"]:
        return True
    return len(word) > 4 and word.endswith("est") and word not in grammar.sets["no_superlatives"]


def _said_one(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`One senior official said`: an unnamed speaker; and a `one` that counts nothing."""
    if measured.dimension is not Dimension.COUNT or measured.number.low != 1 or measured.number.form is not Form.WORDS or measured.number.range:
        return False
    if norm(seen.tokens, measured.number.first - 1) in ("least", "than"):
        return False
    for at in range(measured.number.last + 1, min(measured.number.last + 4, len(seen.tokens))):
        if rule.after.at(seen.tokens, at):
            return True
    return phrase.head is not None and norm(seen.tokens, phrase.last + 1) in seen.grammar.sets["said"]


def _lone_one(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`one of the reasons`, `one response`: only persons and things of a class or a claim type are counted by a bare "one"."""
    number, tokens = measured.number, seen.tokens
    if measured.dimension is not Dimension.COUNT or number.range or not _is_word_one(tokens, measured) or tied(tokens, number.last + 1):
        return False
    if phrase.head is None or norm(tokens, number.first - 1) in rule.unless or seen.grammar.verb(phrase.head) == phrase.head:
        return False
    if any(t.possessive for t in tokens[number.last + 1 : phrase.last]):
        return True  # one woman's journey
    two = f"{phrase.modifiers[-1]} {phrase.head}" if phrase.modifiers else ""
    known = (phrase.head, two, *phrase.modifiers[-1:])
    return not any(word in members for members in seen.classes.values() for word in known) and not seen.types.heads.intersection(known)


def _is_word_one(tokens: Sequence[Token], measured: Measured) -> bool:
    number = measured.number
    return number.low == number.high == 1 and number.first == number.last and tokens[number.first].norm == "one"


def _multiple(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`three times the limit`, `10 times more`, `a tenfold rise`: a ratio. `three times` alone tells how often."""
    tokens, last = seen.tokens, measured.number.last
    if measured.dimension is not Dimension.COUNT:
        return False
    at = last + 1 + tied(tokens, last + 1)
    if norm(tokens, at) in ("fold", "x"):
        return True
    return norm(tokens, at) in ("times", "time") and rule.after.at(tokens, at + 1) is not None


def _empty_zero(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`zero chance`, `zero fear`: no plural is counted."""
    number = measured.number
    if measured.dimension is not Dimension.COUNT or number.low != 0 or number.form is not Form.WORDS or number.range:
        return False
    return phrase.head_at is None or not seen.grammar.plural(seen.tokens[phrase.head_at].norm)


def _age_group(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`under-18s`, `over-65s`: a name, not so many of anything."""
    tokens, number = seen.tokens, measured.number
    if measured.dimension is not Dimension.COUNT or glued(tokens, number.last + 1) != "s":
        return False
    return norm(tokens, number.first - 1 - tied(tokens, number.first - 1)) in rule.before


def _title_span(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`28 Weeks Later`, `24 Hours from Tulsa`: the unit with a capital, in a sentence that is not all in capitals."""
    tokens = seen.tokens
    if measured.dimension is not Dimension.DURATION or measured.age or measured.last == measured.number.last:
        return False
    unit = tokens[measured.last]
    if not unit.capital or unit.text.isupper():
        return False
    words = [t for t in tokens if t.kind is Kind.WORD and t.norm not in seen.grammar.function]
    return 5 * sum(t.capital for t in words) <= 4 * len(words)


def _pronoun(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`another one`, `one that would hold`: a word for a noun. `killing one` and `one exploded` count."""
    number = measured.number
    if measured.dimension is not Dimension.COUNT or number.low != 1 or number.range or phrase.head or number.form is not Form.WORDS or phrase.part:
        return False
    return norm(seen.tokens, number.first - 1) in rule.before or rule.after.at(seen.tokens, number.last + 1) is not None


def _century(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    return measured.dimension is Dimension.RANK and rule.after.at(seen.tokens, measured.number.last + 1) is not None


def _model_code(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`F-35`, `COVID-19`, `G7`, `H1N1`, `AK 47`, `737-800`, `MH370`: figures tied to letters in front of them."""
    tokens, first, last = seen.tokens, measured.number.first, measured.number.last
    if tokens[first].kind is not Kind.NUMBER or measured.dimension is Dimension.MONEY:
        return False
    before = tokens[first - 1] if first else None
    if before is None:
        return False
    if not tokens[first].space:
        if before.kind is Kind.WORD and measured.dimension in (Dimension.COUNT, Dimension.MEASURE, Dimension.RANK):
            return True
        if before.text in HYPHENS and first > 1 and tokens[first - 2].kind is not Kind.MARK and not before.space:
            return not measured.number.range and tokens[first - 2].norm not in ("mid", "pre", "post", "under", "over")
        if before.text in "./’'" and before.text != "'" and first > 1 and tokens[first - 2].kind is not Kind.MARK and not before.space:
            return True
    glued = tokens[last + 1] if last + 1 < len(tokens) else None
    letters = glued is not None and glued.kind is Kind.WORD and not glued.space and measured.last == last
    if letters and glued is not None and measured.dimension is Dimension.COUNT:
        return True
    code = before.kind is Kind.WORD and before.text.isupper() and 1 < len(before.text) <= 3 and before.norm not in rule.unless
    return bool(code and measured.dimension is Dimension.COUNT and "," not in tokens[first].text and measured.number.scale == 1)


def _telephone(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    tokens, number = seen.tokens, measured.number
    if measured.dimension is not Dimension.COUNT or tokens[number.first].kind is not Kind.NUMBER:
        return False
    if len(tokens[number.first].text) >= _IDENTIFIER and tokens[number.first].text.isdigit() and number.scale == 1 and number.low % 1000:
        return True  # reference number 7631070716
    if tokens[number.first].text in ("911", "999", "112", "000") and (norm(tokens, number.first - 1) in rule.before or not phrase.head):
        return True
    return _inside(_PHONE, seen, measured)


def _address(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`1600 Pennsylvania Avenue`: a figure, one to three capitalised words, and a word for a street."""
    if measured.dimension not in (Dimension.COUNT, Dimension.RANK) or seen.tokens[measured.number.first].kind is not Kind.NUMBER:
        return False
    at = measured.number.last + 1
    for _ in range(4):
        if at >= len(seen.tokens) or not seen.tokens[at].capital:
            return False
        if rule.after.at(seen.tokens, at) and at > measured.number.last + (measured.dimension is Dimension.COUNT):
            return True
        at += 1
    return False


def _web(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    return _inside(_WEB, seen, measured)


def _score(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`3-1 win`, `52-48 vote`: two figures with a hyphen, the first the greater, or a word of games and votes behind them."""
    tokens, number = seen.tokens, measured.number
    if measured.dimension is not Dimension.COUNT:
        return False
    for low, high in ((number.first, number.first + 2), (number.last - 2, number.last)):
        if low >= 0 and high < len(tokens) and tokens[low].kind is tokens[high].kind is Kind.NUMBER and tokens[low + 1].text in HYPHENS:
            if tokens[low + 1].space or "," in tokens[low].text + tokens[high].text:
                continue
            if rule.after.at(tokens, high + 1) or float(tokens[low].text) >= float(tokens[high].text):
                return True
    return False


def _list_number(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`1. Turn left`, `2) ...`, `[3]`."""
    tokens, number = seen.tokens, measured.number
    if number.form is not Form.DIGITS or measured.first != measured.last or "," in tokens[number.first].text:
        return False
    following = norm(tokens, number.last + 1)
    if norm(tokens, number.first - 1) == "(" and following == ")" and not tokens[number.first - 1].space and number.first > 1:
        return True  # section 252.02(3)
    if len(tokens) <= 2 and all(t.kind is Kind.MARK for t in tokens[number.last + 1 :]):
        return True
    alone = number.first == 0 or (number.first == 1 and tokens[0].kind is Kind.MARK)
    if alone and (following in (")", "]") or (following == "." and number.last + 2 < len(tokens) and tokens[number.last + 2].space)):
        return True
    return norm(tokens, number.first - 1) == "[" and following == "]"


def _model_year(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    return _looks_like_year(seen, measured) and rule.after.at(seen.tokens, measured.number.last + 1) is not None


def _year(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """A bare year that the date reader left: nothing counted stands behind it."""
    return _looks_like_year(seen, measured) and (phrase.head is None or not seen.grammar.plural(norm(seen.tokens, phrase.head_at or 0)))


def _looks_like_year(seen: View, measured: Measured) -> bool:
    number = measured.number
    return (
        measured.dimension is Dimension.COUNT
        and seen.tokens[number.first].kind is Kind.NUMBER
        and number.first == number.last
        and len(seen.tokens[number.first].text) == 4
        and 1500 <= number.low < 2100
        and measured.grain <= 1000
        and seen.tokens[number.first].text.isdigit()
    )


def _ordinal_name(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`22nd Marine Expeditionary Unit`, `Fifth Avenue`, `the Sixth Fleet`: an ordinal before a capitalised name."""
    if measured.number.form is not Form.ORDINAL:
        return False
    following = seen.tokens[measured.number.last + 1] if measured.number.last + 1 < len(seen.tokens) else None
    return following is not None and following.capital and (seen.tokens[measured.number.first].capital or seen.tokens[measured.number.first].kind is Kind.NUMBER or len(following.text) > 1)


def _ordinal_word(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`first` ranks nothing that could differ; an ordinal with no noun behind it is an adverb or a short form."""
    if measured.number.form is not Form.ORDINAL:
        return False
    if measured.number.low == 1 or tied(seen.tokens, measured.number.first - 1):
        return True
    tokens, last = seen.tokens, measured.number.last
    following, before = norm(tokens, last + 1), norm(tokens, measured.number.first - 1)
    behind = following if following not in HYPHENS else norm(tokens, last + 2)
    if before in ("a", "one") and (behind in ("later", "after", "or") or seen.grammar.verb(behind) not in (None, behind)):
        return True  # a third suggested
    if before in rule.unless and behind not in ("to", "only"):
        return False  # came third
    ranks_a_noun = following == "and" and before == "the" and _is_superlative(norm(tokens, last + 2), seen.grammar)
    if ranks_a_noun or (before == "the" and following == "," and measured.number.low > 3):
        return False  # the sixth and biggest day; the tenth, in the night
    return not behind[:1].isalpha() or (behind in seen.grammar.function and following not in HYPHENS)


def _per_unit(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`per 100,000 people`, `for every 10 residents`."""
    return measured.dimension is Dimension.COUNT and norm(seen.tokens, measured.number.first - 1) in ("per", "every")


def _indefinite(seen: View, measured: Measured, phrase: NounPhrase, rule: FilterRule) -> bool:
    """`millions`, `half` and `a majority` that count or part nothing named."""
    number = measured.number
    if number.entry == "majority" and norm(seen.tokens, number.first - 1) not in ("a", "the"):
        return True
    if number.entry in ("the majority", "a majority", "majority"):
        return norm(seen.tokens, number.last + 1) in ("leader", "party", "whip", "opinion", "owner", "in", "owned", "government", "stake", "-", "rule", "shareholder")
    return number.form is Form.VAGUE and number.low >= 2000000 and phrase.head is None and measured.dimension is Dimension.COUNT


_SHAPES: Mapping[str, Callable[[View, Measured, NounPhrase, FilterRule], bool]] = MappingProxyType(
    {
        "web": _web,
        "telephone": _telephone,
        "model-code": _model_code,
        "list-number": _list_number,
        "score": _score,
        "address": _address,
        "model-year": _model_year,
        "year": _year,
        "century": _century,
        "ordinal-name": _ordinal_name,
        "ordinal-word": _ordinal_word,
        "one-of": _one_of,
        "said-one": _said_one,
        "pronoun": _pronoun,
        "multiple": _multiple,
        "empty-zero": _empty_zero,
        "age-group": _age_group,
        "title-span": _title_span,
        "lone-one": _lone_one,
        "per-unit": _per_unit,
        "designation": _designation,
        "indefinite": _indefinite,
    }
)


def _inside(pattern: re.Pattern[str], seen: View, measured: Measured) -> bool:
    start, end = seen.tokens[0].start, seen.tokens[-1].end
    at = seen.tokens[measured.number.first].start
    low = max(start, at - 60)
    return any(m.start() <= at < m.end() for m in pattern.finditer(seen.text, low, min(end, at + 60)))
