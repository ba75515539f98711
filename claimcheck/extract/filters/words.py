"""Shapes of number words that count nothing: `one of the poorest`, `a third suggested`, `three times the limit`, `zero chance`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from claimcheck.extract.filters.suspects import Suspect, View
from claimcheck.extract.look import HYPHENS, norm, tied
from claimcheck.extract.mentions import Form, Measured
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.filters import FilterRule, Filters
from claimcheck.lexicon.grammar import Grammar
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_FEW = 12
_BOTH = 2


def _one_of(it: Suspect) -> bool:
    """`one of the poorest`, `one of Africa's longest`, `among the three largest` stays a count."""
    tokens, last = it.seen.tokens, it.measured.number.last
    if it.measured.number.low != 1 or norm(tokens, last + 1) != "of":
        return False
    superlative = any(_is_superlative(t.norm, it.seen.grammar) for t in tokens[last + 2 : last + 7])
    return superlative or norm(tokens, last + 2) in it.rule.before


def _is_superlative(word: str, grammar: Grammar) -> bool:
    if word in grammar.sets["superlatives"]:
        return True
    return len(word) > 4 and word.endswith("est") and word not in grammar.sets["no_superlatives"]


def _said_one(it: Suspect) -> bool:
    """`One senior official said`: an unnamed speaker; and a `one` that counts nothing."""
    if (
        it.measured.dimension is not Dimension.COUNT
        or it.measured.number.low != 1
        or it.measured.number.form is not Form.WORDS
        or it.measured.number.range
    ):
        return False
    before = norm(it.seen.tokens, it.measured.number.first - 1)
    if before in ("least", "than"):
        return False
    if before == "to" and norm(it.seen.tokens, it.measured.number.first - 2) == "according":
        return True  # according to one person who was there
    if before == "as" and it.phrase.head is not None and it.seen.grammar.person(it.phrase.head):
        return True  # as one veteran, Ann Roe, put it
    if before in it.seen.grammar.sets["said"] and norm(it.seen.tokens, it.measured.number.first - 2) in ('"', "”"):
        return True  # "They lie," tweeted one very cross person
    if it.phrase.head is None and before not in it.seen.grammar.prepositions:
        said = norm(it.seen.tokens, it.measured.number.last + 1) in it.seen.grammar.sets["said"]  # and one says
        if said:
            return True
    for at in range(it.measured.number.last + 1, min(it.measured.number.last + 4, len(it.seen.tokens))):
        if it.rule.after.at(it.seen.tokens, at):
            return True
    return it.phrase.head is not None and norm(it.seen.tokens, it.phrase.last + 1) in it.seen.grammar.sets["said"]


def _lone_one(it: Suspect) -> bool:
    """`one of the reasons`, `one response`: only persons and things of a class or a claim type are counted by a bare "one"."""
    number, tokens = it.measured.number, it.seen.tokens
    if (
        it.measured.dimension is not Dimension.COUNT
        or number.range
        or not _is_word_one(tokens, it.measured)
        or tied(tokens, number.last + 1)
    ):
        return False
    if norm(tokens, number.first - 1) == "from" and _to_another(tokens, number.last):
        return True  # from one town to another
    if norm(tokens, number.first - 1) in ("this", "that") and norm(tokens, number.first - 2) in it.seen.grammar.prepositions:
        return True  # to be rid of that one senator
    if (
        it.phrase.head is None
        or norm(tokens, number.first - 1) in it.rule.unless
        or it.rule.after.at(tokens, number.last + 1) is not None
        or (it.phrase.head_at == number.last + 1 and it.seen.grammar.verb(it.phrase.head) == it.phrase.head)
    ):
        return False
    if any(t.possessive for t in tokens[number.last + 1 : it.phrase.last]):
        return True  # one woman's journey
    two = f"{it.phrase.modifiers[-1]} {it.phrase.head}" if it.phrase.modifiers else ""
    known = (it.phrase.head, two, *it.phrase.modifiers[-1:])
    return not any(
        word in members for members in it.seen.classes.values() for word in known
    ) and not it.seen.types.heads.intersection(known)


def _to_another(tokens: Sequence[Token], last: int) -> bool:
    """Whether "to another" or "to the next" follows closely."""
    following = [t.norm for t in tokens[last + 1 : last + 7]]
    return any(a == "to" and b in ("another", "the") for a, b in pairwise(following)) and (
        "another" in following or "next" in following
    )


def _is_word_one(tokens: Sequence[Token], measured: Measured) -> bool:
    number = measured.number
    return number.low == number.high == 1 and number.first == number.last and tokens[number.first].norm == "one"


def _multiple(it: Suspect) -> bool:
    """`three times the limit`, `10 times more`, `a tenfold rise`: a ratio. `three times` alone tells how often."""
    tokens, last = it.seen.tokens, it.measured.number.last
    if it.measured.dimension is not Dimension.COUNT:
        return False
    at = last + 1 + tied(tokens, last + 1)
    if norm(tokens, at) in ("fold", "x"):
        return True
    return norm(tokens, at) in ("times", "time") and it.rule.after.at(tokens, at + 1) is not None


def _empty_zero(it: Suspect) -> bool:
    """`zero chance`, `zero fear`: no plural is counted."""
    number = it.measured.number
    if it.measured.dimension is not Dimension.COUNT or not number.low == number.high == 0 or number.form is Form.NONE:
        return False
    if number.form is Form.DIGITS and it.phrase.head_at is None:
        return False
    return it.phrase.head_at is None or not it.seen.grammar.plural(it.seen.tokens[it.phrase.head_at].norm)


def _pronoun(it: Suspect) -> bool:
    """`another one`, `one that would hold`: a word for a noun. `killing one` and `one exploded` count."""
    number = it.measured.number
    if (
        it.measured.dimension is not Dimension.COUNT
        or number.low != 1
        or number.range
        or it.phrase.head
        or number.form is not Form.WORDS
        or it.phrase.part
    ):
        return False
    if _small_one(it):
        return True
    return norm(it.seen.tokens, number.first - 1) in it.rule.before or it.rule.after.at(it.seen.tokens, number.last + 1) is not None


def _small_one(it: Suspect) -> bool:
    """`a smart one`, `the wrong one`: behind an article and an adjective."""
    tokens, first, grammar = it.seen.tokens, it.measured.number.first, it.seen.grammar
    if first < 2 or tokens[first - 1].kind is not Kind.WORD or norm(tokens, first - 2) not in grammar.determiners:
        return False
    word = tokens[first - 1].norm
    noun = grammar.plural(word) or grammar.verb(word) is not None or any(word in members for members in it.seen.classes.values())
    return word not in grammar.function and not noun and word not in it.rule.unless


def _ordinal_word(it: Suspect) -> bool:
    """`first` ranks nothing that could differ; an ordinal with no noun behind it is an adverb or a short form."""
    if it.measured.number.form is not Form.ORDINAL:
        return False
    if it.measured.number.low == 1 or tied(it.seen.tokens, it.measured.number.first - 1):
        return True
    tokens, last = it.seen.tokens, it.measured.number.last
    following, before = norm(tokens, last + 1), norm(tokens, it.measured.number.first - 1)
    behind = following if following not in HYPHENS else norm(tokens, last + 2)
    if before in ("a", "one") and (behind in ("later", "after", "or") or it.seen.grammar.verb(behind) not in (None, behind)):
        return True  # a third suggested
    if before in it.rule.unless and behind not in ("to", "only"):
        return False  # came third
    ranks_a_noun = following == "and" and before == "the" and _is_superlative(norm(tokens, last + 2), it.seen.grammar)
    if ranks_a_noun or (before == "the" and following == "," and it.measured.number.low > 3):
        return False  # the sixth and biggest day; the tenth, in the night
    return not behind[:1].isalpha() or (behind in it.seen.grammar.function and following not in HYPHENS)


def _wholly(it: Suspect) -> bool:
    """`100 percent sure`: wholly."""
    whole = it.measured.dimension is Dimension.PERCENT and it.measured.low == it.measured.high == 100
    return whole and it.rule.after.at(it.seen.tokens, it.measured.last + 1) is not None


def _per_unit(it: Suspect) -> bool:
    """`per 100,000 people`, `for every 10 residents`."""
    return it.measured.dimension is Dimension.COUNT and norm(it.seen.tokens, it.measured.number.first - 1) in ("per", "every")


def _indefinite(it: Suspect) -> bool:
    """`millions`, `half` and `a majority` that count or part nothing named."""
    number = it.measured.number
    if number.entry == "majority" and norm(it.seen.tokens, number.first - 1) not in ("a", "the"):
        return True
    return (
        number.form is Form.VAGUE and number.low >= 2000000 and it.phrase.head is None and it.measured.dimension is Dimension.COUNT
    )


def names_a_member(
    seen: View, measured: Measured, phrase: NounPhrase, filters: Filters, *, typed: bool, noun: str | None
) -> FilterRule | None:
    """The filter of a "one" that only picks out a member, once its kind and noun are known: `she was one of 48 officers`."""
    tokens, number = seen.tokens, measured.number
    if _stands_in(seen, measured, phrase) and not typed and noun is None:
        return filters.shaped("stand-in")
    if measured.dimension is not Dimension.COUNT or not _is_word_one(tokens, measured) or tied(tokens, number.last + 1):
        return None
    of = norm(tokens, number.last + 1) == "of"
    if of and norm(tokens, number.first - 1) in seen.grammar.sets["member_after"]:
        return filters.shaped("one-of")
    if typed:
        return None
    person = phrase.head is not None and phrase.head in seen.classes.get("people", ())
    nothing_known = phrase.head is None or not any(phrase.head in members for members in seen.classes.values())
    if of and (person or (nothing_known and noun in (None, phrase.head))):
        return filters.shaped("one-of")
    behind = norm(tokens, number.last + 1)
    if phrase.head is None and noun is None and not of and _links(seen, number.first, behind):
        return filters.shaped("pronoun")
    acts = seen.grammar.verb(behind) is not None or behind in seen.grammar.auxiliaries or behind in seen.grammar.adverbs
    return filters.shaped("pronoun") if phrase.head is None and noun is None and not acts and not of else None


def _links(seen: View, first: int, behind: str) -> bool:
    """Whether a bare "one" goes back to a noun before: `One is her uncle`, `it has been one marred by debt`."""
    grammar, before = seen.grammar, norm(seen.tokens, first - 1)
    opens = first == 0 or (first == 1 and seen.tokens[0].kind is Kind.MARK)
    participle = behind.endswith("ed") and grammar.verb(behind) is not None
    acts = behind in grammar.auxiliaries or grammar.verb(behind) is not None
    return (opens and acts) or (participle and grammar.verb(before) == "be")


def _stands_in(seen: View, measured: Measured, phrase: NounPhrase) -> bool:
    """`the two are friends`, `Three.`: a word for what was named before, with no noun of its own."""
    tokens, number = seen.tokens, measured.number
    plain = (
        number.form is Form.WORDS and not number.range and number.scale == 1 and number.entry not in seen.grammar.sets["repeats"]
    )
    if not plain or measured.dimension is not Dimension.COUNT or measured.hyphened or not 1 < number.low <= _FEW:
        return False
    if phrase.head is not None or phrase.modifiers or phrase.part:
        return False
    alone = sum(t.kind is Kind.WORD for t in tokens) == 1 or (number.first == 0 and norm(tokens, number.last + 1) in ("...", "…"))
    return alone or (number.low == _BOTH and norm(tokens, number.first - 1) == "the")


WORDS: Mapping[str, Callable[[Suspect], bool]] = MappingProxyType(
    {
        "ordinal-word": _ordinal_word,
        "one-of": _one_of,
        "said-one": _said_one,
        "pronoun": _pronoun,
        "multiple": _multiple,
        "empty-zero": _empty_zero,
        "lone-one": _lone_one,
        "per-unit": _per_unit,
        "wholly": _wholly,
        "indefinite": _indefinite,
    }
)
"""Each shape by the name that filters.yaml gives it."""
