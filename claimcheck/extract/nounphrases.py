"""The noun that a number counts: the phrase behind it, its head and its modifiers.

No part-of-speech tagger: a noun phrase runs from the number over adjectives and nouns to a word of a closed class, a verb form or a
mark, and its head is the last plural in it (for "one": the last noun).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimcheck.extract.look import QUOTES, norm, tied
from claimcheck.extract.mentions import Form, Measured
from claimcheck.extract.nounends import (
    adjectival_plural,
    attributive,
    compound,
    goes_on,
    model_plural,
    more_plural,
    plural_ahead,
    stops,
)
from claimcheck.lexicon.bounds import BoundWord
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_COUNTS_NOTHING = frozenset(["unit.age.ages", "unit.age.apposition", "unit.age.brackets", "unit.age.limit"])
_DESCRIBED = (Dimension.COUNT, Dimension.PERCENT)
"""What adjectives with a comma between them may stand behind: over eight days of war, villagers fled."""
_OF_ONE = (Dimension.PERCENT, Dimension.MONEY)
"""What a singular noun may stand behind: a five percent sales tax."""
_FEW = 12
"""Numbers in words up to which one may stand for things named before."""
_LONGEST = 40
"""Tokens of the longest noun phrase that is read."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The phrase behind a number. Token indexes, both included; `last` is before the phrase where it is empty."""

    last: int
    head: str | None = None
    """Base form of the head; None where it is left out ("20 wounded", "two of them")."""
    head_at: int | None = None
    modifiers: tuple[str, ...] = ()
    part: bool = False
    """Whether it is some of a set: six of them, 20 of the rockets."""
    shared: bool = False
    """Whether its head stands only behind the next number: "18 Greek and 12 Maltese nationals"."""
    whole: str | None = None
    """What has the counted members: team in "20-member team"."""


def noun_phrase(
    tokens: Sequence[Token], measured: Measured, starts: Collection[int], grammar: Grammar, behind_bounds: Phrases[BoundWord]
) -> NounPhrase:
    """The noun phrase of a measured number.

    `starts` are the tokens at which other numbers begin; `behind_bounds` the bounds that may stand behind a figure ("17 or more").
    """
    at = measured.last + 1
    if measured.rule in _COUNTS_NOTHING or (norm(tokens, measured.first) == "one" and norm(tokens, at) in grammar.relatives):
        return NounPhrase(at - 1)  # aged 50; one that would hold
    if measured.hyphened and tied(tokens, at):
        bound = behind_bounds.at(tokens, at)  # some 400-odd farmers
        if bound is not None and bound.last > at:
            return _run(tokens, bound.last + 1, starts, grammar, measured, part=False)
        return _tied(tokens, measured, at + 1, starts, grammar)
    if measured.hyphened:
        found = _run(tokens, at, starts, grammar, measured, part=False)
        return _nameless(tokens, found, measured, grammar)
    bound = behind_bounds.at(tokens, at)
    at = bound.last + 1 if bound is not None else at
    at += norm(tokens, at) == "such"  # three such operations
    if norm(tokens, at) == "the" and norm(tokens, at + 1) in grammar.sets["the_number"] and norm(tokens, at + 2) == "of":
        return _run(tokens, at + 3, starts, grammar, measured, part=False)  # put at 300 the number of troops
    part = False
    if norm(tokens, at) == "of":
        following = norm(tokens, at + 1)
        part = (
            following in grammar.sets["these"]
            or following in grammar.sets["pronouns_of"]
            or (measured.number.form is not Form.VAGUE and measured.number.scale == 1 and not _group(tokens, measured, grammar))
        )
        aged = following == "those" and norm(tokens, at + 2) in ("age", "ages", "aged")
        if following in grammar.sets["pronouns_of"] and (aged or following not in ("those", "these")):
            if norm(tokens, at + 2) in ("age", "ages", "aged"):  # 25 percent of those ages 50 to 64
                return NounPhrase(at + 1, part=True)
            behind = _run(tokens, at + 2, starts, grammar, measured, part=True)  # more than 70 of them civilians
            named = behind.head_at is not None and grammar.plural(norm(tokens, behind.head_at))
            return behind if named else NounPhrase(at + 1, part=True)
        if measured.dimension not in (Dimension.COUNT, Dimension.PERCENT, Dimension.RANK):
            doing = following.endswith("ing") and grammar.verb(following) is not None
            if doing and (norm(tokens, at + 2) in grammar.determiners or at + 2 in starts):
                return NounPhrase(at - 1)  # within two days of leaving the hospital
            return _run(tokens, at + 1, starts, grammar, measured, part=False)
        at += 1
        found = _run(tokens, at, starts, grammar, measured, part=part)
        return NounPhrase(at - 2) if _left_out(tokens, found, measured, following, grammar) else found
    found = _run(tokens, at, starts, grammar, measured, part=part)
    if measured.rule.startswith("unit.rank.n") and found.head_at is not None and tokens[found.head_at].capital:
        return NounPhrase(measured.last)  # No. 1 Indiana
    if _no_plural(tokens, found, measured, grammar):
        return NounPhrase(measured.last)
    return _nameless(tokens, found, measured, grammar)  # 22 year old Ann Roe


def _nameless(tokens: Sequence[Token], found: NounPhrase, measured: Measured, grammar: Grammar) -> NounPhrase:
    """The phrase of an age without a head that is a name: the 37-year-old Ann Roe."""
    named = measured.age and (_is_name(tokens, found, grammar) or _given_name(tokens, found, grammar))
    return NounPhrase(found.last) if named else found


def _set_apart(tokens: Sequence[Token], at: int, measured: Measured, grammar: Grammar, *, part: bool) -> NounPhrase | None:
    """The phrase of a figure that the words behind it cut short, or that an editor put in brackets; None where they do neither."""
    if norm(tokens, at) in ("all", "that") and norm(tokens, at - 1) != "of":  # 4,000 all the way, the 11 percent that he won
        return NounPhrase(at - 1, part=part)
    amount = measured.dimension not in (Dimension.COUNT, Dimension.RANK) and measured.number.form is not Form.FRACTION
    if amount and at == measured.last + 1 and norm(tokens, at) in (*grammar.sets["these"], "most", "early"):
        return NounPhrase(at - 1, part=part)  # after five weeks the tents were taken down
    if amount and _another_subject(tokens, at, measured, grammar):
        return NounPhrase(at - 1, part=part)
    if _loose_plural(tokens, at, measured, grammar):
        return NounPhrase(at - 1, part=part)
    inserted = norm(tokens, at) == "[" and norm(tokens, at + 2) == "]" and tokens[at + 1].kind is Kind.WORD
    if inserted and measured.dimension is Dimension.COUNT:  # 162 [games] is a long pull
        return NounPhrase(at + 2, grammar.noun(tokens[at + 1].norm), at + 1, (), part)
    return None


def _another_subject(tokens: Sequence[Token], at: int, measured: Measured, grammar: Grammar) -> bool:
    """Whether a span of time in the plural has a new subject behind it: `within two years conservatives came back`."""
    span = measured.dimension is Dimension.DURATION and not measured.hyphened and not measured.age and at == measured.last + 1
    if not span or at >= len(tokens) or tokens[at].kind is not Kind.WORD or tokens[measured.last].possessive:
        return False
    unit = tokens[measured.last]
    if unit.capital or measured.first == measured.last:
        return False
    named = tokens[at].capital and not tokens[at].text.isupper()
    if not grammar.plural(unit.norm):
        return named and measured.number.form is Form.ARTICLE  # in less than a month President Roe had
    return named or (grammar.plural(tokens[at].norm) and tokens[at].norm not in grammar.function)


def _loose_plural(tokens: Sequence[Token], at: int, measured: Measured, grammar: Grammar) -> bool:
    """Whether "thousands" or the like stands without "of", so that no noun belongs to it: `spent millions backing candidates`."""
    number = measured.number
    if number.form is not Form.VAGUE or at != number.last + 1 or norm(tokens, number.last) not in grammar.sets["of_plurals"]:
        return False
    belongs = norm(tokens, at) in grammar.sets["extenders"] or norm(tokens, at) in grammar.sets["states"]
    return not belongs and measured.dimension is Dimension.COUNT


def _group(tokens: Sequence[Token], measured: Measured, grammar: Grammar) -> bool:
    """Whether a number ends in a word for a group, of which the nouns are all: `a dozen of warships`, but `six of the ships`."""
    return f"{norm(tokens, measured.last)}s" in grammar.sets["of_plurals"]


def _is_name(tokens: Sequence[Token], found: NounPhrase, grammar: Grammar) -> bool:
    """Whether the head of a phrase is a surname: a capital behind a capital, and no plural."""
    at = found.head_at
    if at is None or not tokens[at].capital:
        return False
    if grammar.plural(tokens[at].norm) and len(found.modifiers) != 1 and grammar.person(grammar.noun(tokens[at].norm) or ""):
        return False  # the nine-year-old Ann Mary Jacobs, but the 40-year-old United Mill Workers
    return tokens[at - 1].capital and tokens[at - 1].norm not in grammar.function and len(found.modifiers) > 0


def _given_name(tokens: Sequence[Token], found: NounPhrase, grammar: Grammar) -> bool:
    """Whether the whole phrase is one word with a capital that names no sort of person: the 19-year-old Jay, but not Londoner."""
    at = found.head_at
    if at is None or found.modifiers or not tokens[at].capital or tokens[at].text.isupper() or tokens[at + 1 : at + 2] == []:
        return False
    return not grammar.person(tokens[at].norm) and not grammar.plural(tokens[at].norm)


def _no_plural(tokens: Sequence[Token], found: NounPhrase, measured: Measured, grammar: Grammar) -> bool:
    """Whether a number of several, in words, stands before words of which none is a plural: `the two descend`, `all four happy`."""
    several = (
        measured.dimension is Dimension.COUNT and measured.low > 1 and measured.number.form is Form.WORDS and not measured.hyphened
    )
    if not several or measured.number.scale != 1 or found.head_at is None or found.part or measured.high > _FEW:
        return False
    head = tokens[found.head_at]
    if found.modifiers and found.modifiers[0] in grammar.sets["unchanged"]:  # a worrying four point decline
        return False
    return (
        not grammar.plural(head.norm)
        and head.norm != "s"
        and head.norm not in grammar.sets["unchanged"]
        and "-" not in (found.head or "")
        and not head.capital
    )


def _left_out(tokens: Sequence[Token], found: NounPhrase, measured: Measured, following: str, grammar: Grammar) -> bool:
    """Whether "of" describes a noun that is left out: `12 counts of theft and three of arson`."""
    if measured.dimension is not Dimension.COUNT or measured.number.form is Form.VAGUE or measured.number.scale != 1:
        return False
    if found.head_at is None or following in grammar.function or grammar.plural(norm(tokens, found.head_at)):
        return False
    return not tokens[found.head_at].capital and not any(t.possessive for t in tokens[measured.last : found.head_at])


def _tied(tokens: Sequence[Token], measured: Measured, at: int, starts: Collection[int], grammar: Grammar) -> NounPhrase:
    """`20-member team`, `three-page letter`, `15-minute call`."""
    if at >= len(tokens):
        return NounPhrase(measured.last)
    if measured.dimension not in (Dimension.COUNT, Dimension.RANK) or norm(tokens, at).endswith("est"):
        return _run(tokens, at, starts, grammar, measured, part=False)
    if measured.dimension is Dimension.RANK and (norm(tokens, at) == "ever" or norm(tokens, at).endswith("ing")):
        return _run(tokens, at + 1, starts, grammar, measured, part=False)  # her second-ever shift
    whole = _run(tokens, at + 1, starts, grammar, measured, part=False)
    noun = grammar.noun(norm(tokens, at))
    if whole.head and noun in grammar.sets["strong"]:
        noun = whole.head
    elif whole.head and noun in grammar.sets["manned"]:
        noun = "member"
    return NounPhrase(max(at, whole.last), noun or None, at, whole.modifiers, whole=whole.head)


def _run(
    tokens: Sequence[Token], at: int, starts: Collection[int], grammar: Grammar, measured: Measured, *, part: bool
) -> NounPhrase:
    words: list[tuple[int, str]] = []
    plural_seen = False
    shared = False
    single = measured.low == measured.high == 1
    apart = _set_apart(tokens, at, measured, grammar, part=part)
    if apart is not None:
        return apart
    i = at
    while i < min(len(tokens), at + _LONGEST):
        token = tokens[i]
        skipped = _skipped(tokens, i, starts, words, grammar)
        if skipped:
            i += skipped
            continue
        if _counts(tokens, i, starts):
            tied = _tied_number(tokens, i) or _code_number(tokens, i, words)
            if (
                tied is not None
                and not plural_seen
                and norm(tokens, tied - 1) in ("old", "olds")
                and not goes_on(tokens, tied, grammar)
            ):
                return NounPhrase(tied - 1, "person", tied - 1, (), part)  # three 18-year-olds
            if tied is None or plural_seen:
                members = all(word in grammar.sets["set_words"] for _, word in words)  # nine of the last 10 winters
                if part and (members or tokens[i - 1].possessive):  # 54 of the 113 Palestinians, three of the man's nine victims
                    i += 1
                    continue
                break
            i = tied
            continue
        if token.kind is Kind.MARK:
            listed = token.text == "," and words and not plural_seen and measured.dimension in _DESCRIBED
            if listed and i + 1 not in starts and plural_ahead(tokens, i + 1, grammar):  # 12 wild, empty bays
                i += 1
                continue
            break
        word, end = compound(tokens, i)
        if word in ("and", "or", "&") and words and not plural_seen:
            shared = i + 1 in starts and measured.number.form is not Form.ARTICLE  # a soldier and two guards
            if i + 1 in starts or measured.dimension is Dimension.RANK or not _joins(tokens, i, starts, grammar):
                break
            i += 1
            continue
        adverb = _adverb(token, word, grammar)
        if (adverb or word in grammar.sets["degrees"]) and not words and attributive(tokens, i, grammar):
            i = end + 1
            continue
        if adverb and ((words and measured.age) or not plural_ahead(tokens, i + 1, grammar)):  # 3,000 nightly, 12 more virtually
            break
        if _model_letter(tokens, i) or stops(tokens, i, word, words, plural_seen, grammar, measured=measured):
            break
        words.append((_of_name(tokens, end, grammar), word))
        plural_seen = plural_seen or (
            grammar.plural(word) and not adjectival_plural(tokens, end, grammar, single=single or measured.dimension in _OF_ONE)
        )
        i = words[-1][0] + 1
        if word in ("others", "people") or (plural_seen and not more_plural(tokens, i, grammar)):
            break
    return _phrase(words, at, part, shared, grammar, counted=measured.dimension is Dimension.COUNT)


def _counts(tokens: Sequence[Token], i: int, starts: Collection[int]) -> bool:
    """Whether another number begins at a token, which is no model's and no part of a name."""
    counts = (i in starts and not _in_name(tokens, i)) or tokens[i].kind is Kind.NUMBER
    return counts and not model_plural(tokens, i)


def _model_letter(tokens: Sequence[Token], i: int) -> bool:
    """Whether a letter belongs to the number of a model, or to a name with an ampersand: a £45,000 Audi Q7, years of S&P data."""
    glued = i + 1 < len(tokens) and not tokens[i + 1].space and (tokens[i + 1].kind is Kind.NUMBER or tokens[i + 1].text == "&")
    return len(tokens[i].text) == 1 and tokens[i].capital and glued


def _in_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number word with a capital is the first word of a name: `1,000 Seventh Day Adventists`."""
    named = tokens[i].kind is Kind.WORD and tokens[i].capital and not tokens[i].text.isupper()
    return named and i + 1 < len(tokens) and tokens[i + 1].capital and tokens[i + 1].kind is Kind.WORD


def _of_name(tokens: Sequence[Token], i: int, grammar: Grammar) -> int:
    """The last token of a name with "of" in it that modifies a plural: `seven State of the Union addresses`; else `i` itself."""
    if not tokens[i].capital or norm(tokens, i + 1) != "of":
        return i
    last = i + 2 + (norm(tokens, i + 2) == "the")
    if last + 1 >= len(tokens) or not tokens[last].capital or not tokens[last + 1].text.islower():
        return i
    noun = grammar.plural(tokens[last + 1].norm) and tokens[last + 1].norm not in grammar.function
    return last if noun and grammar.verb(tokens[last + 1].norm) is None else i


def _adverb(token: Token, word: str, grammar: Grammar) -> bool:
    """Whether a word looks like an adverb: virtually; not family, not Kelly."""
    return word.endswith("ly") and len(word) > 4 and word not in grammar.sets["ly_nouns"] and not token.capital


def _skipped(tokens: Sequence[Token], i: int, starts: Collection[int], words: list[tuple[int, str]], grammar: Grammar) -> int:
    """How many tokens say nothing of the noun: quotes, "these" in front of it, "first" in `the two first men`, "year on year"."""
    word = tokens[i].norm
    if word == "year" and norm(tokens, i + 1) == "on" and norm(tokens, i + 2) == "year":  # a 38% year on year increase
        return 3
    if word in grammar.sets["superlatives"] and words and tokens[i - 1].possessive:  # two of Roe's most loyal aides
        return 1
    ranked = i in starts and word in grammar.sets["set_words"] and plural_ahead(tokens, i + 1, grammar)
    return int(tokens[i].text in QUOTES or ranked or (word in grammar.sets["these"] and not words))


def _joins(tokens: Sequence[Token], at: int, starts: Collection[int], grammar: Grammar) -> bool:
    """Whether "and" joins another noun to the phrase: `12 oil and gas wells`."""
    noun = _noun_like(tokens, at + 1, grammar, starts) and not _verb_behind_noun(tokens, at, starts, grammar)
    noun = noun and norm(tokens, at + 1) not in grammar.sets["extenders"]  # 40% of drivers and more than
    return noun and plural_ahead(tokens, at + 1, grammar)


def _verb_behind_noun(tokens: Sequence[Token], at: int, starts: Collection[int], grammar: Grammar) -> bool:
    """Whether a noun ends in front of "and", and a verb goes on behind it: `killed one person and injured dozens`."""
    last, following = norm(tokens, at - 1), norm(tokens, at + 1)
    behind = norm(tokens, at + 2)
    acts = behind in grammar.determiners or (grammar.verb(following) is not None and behind in grammar.prepositions)
    if following.endswith("ing") and grammar.verb(following) is not None and (at + 2 in starts or behind in grammar.determiners):
        return True  # killing a 44-year-old man and injuring five
    if following.endswith("s") and acts and not grammar.plural(last):
        return True  # over 2012 accounts and lays the blame, a 120-minute show and closes with
    return (
        following.endswith("ed") and grammar.verb(following) is not None and not last.endswith("ed") and grammar.verb(last) is None
    )


def _heads(words: list[tuple[int, str]], k: int, grammar: Grammar) -> bool:
    """Whether a word is a plural that heads its phrase; of one police officer, "police" does not."""
    modifies = k == len(words) - 2 and words[k][1] in grammar.sets["modifying_plurals"] and grammar.person(words[-1][1])
    return grammar.plural(words[k][1]) and not modifies


def _phrase(words: list[tuple[int, str]], at: int, part: bool, shared: bool, grammar: Grammar, *, counted: bool) -> NounPhrase:
    head_at = next((k for k in range(len(words) - 1, -1, -1) if _heads(words, k, grammar)), None)
    last, before = (words[-1][1], words[-2][1]) if len(words) > 1 and not counted else ("", "")
    if last in grammar.sets["also_nouns"] and before in grammar.sets["modifying_plurals"]:
        head_at = len(words) - 1  # a 5% sales tax
    if head_at is None and words and not shared:
        head_at = len(words) - 1
    if head_at is None:
        return NounPhrase(words[-1][0] if words else at - 1, None, None, tuple(w for _, w in words), part, shared)
    word = words[head_at][1]
    modifiers = tuple(w for _, w in words[:head_at])
    if counted and word in grammar.sets["value_nouns"]:  # the 4 million mark
        return NounPhrase(words[head_at][0], None, None, modifiers, part, shared)
    if word in grammar.sets["extenders"]:
        return NounPhrase(words[head_at][0], None, None, (*modifiers, word), part, shared)
    return NounPhrase(words[head_at][0], grammar.noun(word), words[head_at][0], modifiers, part, shared)


def _tied_number(tokens: Sequence[Token], at: int) -> int | None:
    """The token after a number that only modifies: `Two three-story hotels`, `two 500-pound bombs`."""
    if not tied(tokens, at + 1):
        return None
    end = at + 2
    while tied(tokens, end + 1):
        end += 2
    return end + 1


def _code_number(tokens: Sequence[Token], at: int, words: list[tuple[int, str]]) -> int | None:
    """The token after a number that belongs to a code: `12 AK 47 guns`."""
    code = bool(words) and words[-1][0] == at - 1 and tokens[at - 1].text.isupper() and len(tokens[at - 1].text) <= 3
    return at + 1 if code and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.WORD else None


def _noun_like(tokens: Sequence[Token], at: int, grammar: Grammar, starts: Collection[int]) -> bool:
    return at < len(tokens) and at not in starts and tokens[at].kind is Kind.WORD and tokens[at].norm not in grammar.function
