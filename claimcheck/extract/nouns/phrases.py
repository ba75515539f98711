"""The noun that a number counts: the phrase behind it, its head and its modifiers.

No part-of-speech tagger: a noun phrase runs from the number over adjectives and nouns to a word of a closed class, a verb form or a
mark, and its head is the last plural in it (for "one": the last noun).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from claimcheck.extract.look import QUOTES, norm, tied
from claimcheck.extract.mentions import Form, Measured
from claimcheck.extract.nouns.ends import (
    adjectival_plural,
    attributive,
    compound,
    goes_on,
    more_plural,
    plural_ahead,
    stops,
)
from claimcheck.extract.nouns.parts import (
    adverb,
    code_number,
    counts,
    joins,
    model_letter,
    of_name,
    past_mark,
    skipped,
    tied_number,
)
from claimcheck.lexicon.bounds import BoundWord
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_COUNTS_NOTHING = frozenset(["unit.age.ages", "unit.age.apposition", "unit.age.brackets", "unit.age.limit", "unit.age.thing"])
_DESCRIBED = (Dimension.COUNT, Dimension.PERCENT)
"""What adjectives with a comma between them may stand behind: over eight days of war, villagers fled."""
_OF_ONE = (Dimension.PERCENT, Dimension.MONEY, Dimension.RANK)
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
    if measured.age and tokens[measured.last].possessive:
        return NounPhrase(measured.last)  # the 14-year-old's plan
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
        passed = skipped(tokens, i, starts, words, grammar)
        if passed:
            i += passed
            continue
        if counts(tokens, i, starts):
            past = _past_number(tokens, i, words, grammar, plural_seen=plural_seen, part=part)
            if isinstance(past, NounPhrase):
                return past
            if past is None:
                break
            i = past
            continue
        if token.kind is Kind.MARK:
            listed = not plural_seen and measured.dimension in _DESCRIBED
            if not words or i + 1 in starts or not past_mark(tokens, i, grammar, listed=listed):
                break
            i += 1
            continue
        if token.norm == "s" and tokens[i - 1].text in QUOTES:  # in the mid-20's
            break
        word, end = compound(tokens, i)
        if word in ("and", "or", "&") and words and not plural_seen:
            # a soldier and two guards, a second man and two women
            shared = i + 1 in starts and measured.number.form not in (Form.ARTICLE, Form.ORDINAL)
            if i + 1 in starts or measured.dimension is Dimension.RANK or not joins(tokens, i, starts, grammar):
                break
            i += 1
            continue
        adverbial = adverb(token, word, grammar)
        if (adverbial or word in grammar.sets["degrees"]) and not words and attributive(tokens, i, grammar):
            i = end + 1
            continue
        if adverbial and ((words and measured.age) or not plural_ahead(tokens, i + 1, grammar)):  # 3,000 nightly, 12 more virtually
            break
        if model_letter(tokens, i) or stops(tokens, i, word, words, plural_seen, grammar, measured=measured):
            break
        words.append((of_name(tokens, end, grammar), word))
        plural_seen = plural_seen or (
            grammar.plural(word) and not adjectival_plural(tokens, end, grammar, single=single or measured.dimension in _OF_ONE)
        )
        i = words[-1][0] + 1
        owner = measured.age and tokens[end].possessive  # a 14-year-old girl's arm
        if owner or word in ("others", "people") or (plural_seen and not more_plural(tokens, i, grammar)):
            break
    return _model(tokens, _phrase(words, at, part, shared, grammar, measured.dimension))


def _past_number(
    tokens: Sequence[Token], i: int, words: list[tuple[int, str]], grammar: Grammar, *, plural_seen: bool, part: bool
) -> NounPhrase | int | None:
    """Where the phrase goes on behind another number in it; the whole phrase where it ends there; None where it ends before."""
    behind = tied_number(tokens, i) or code_number(tokens, i, words, grammar)
    aged = behind is not None and not plural_seen and norm(tokens, behind - 1) in ("old", "olds")
    if behind is not None and aged and not goes_on(tokens, behind, grammar):
        return NounPhrase(behind - 1, "person", behind - 1, (), part)  # three 18-year-olds
    if behind is not None and not plural_seen:
        return behind
    members = all(word in grammar.sets["set_words"] for _, word in words)  # nine of the last 10 winters
    # 54 of the 113 Palestinians, three of the man's nine victims
    return i + 1 if part and (members or tokens[i - 1].possessive) else None


def _model(tokens: Sequence[Token], found: NounPhrase) -> NounPhrase:
    """The phrase whose head, where it is a figure, has the name in front of it."""
    if found.head is None or not found.head.isdigit() or not found.modifiers or not tokens[(found.head_at or 2) - 2].capital:
        return found
    return replace(found, head=f"{found.modifiers[-1]} {found.head}", modifiers=found.modifiers[:-1])  # three Daytona 500s


def _heads(words: list[tuple[int, str]], k: int, grammar: Grammar) -> bool:
    """Whether a word is a plural that heads its phrase; of one police officer, "police" does not."""
    modifies = k == len(words) - 2 and words[k][1] in grammar.sets["modifying_plurals"] and grammar.person(words[-1][1])
    return grammar.plural(words[k][1]) and not modifies


def _phrase(words: list[tuple[int, str]], at: int, part: bool, shared: bool, grammar: Grammar, of: Dimension) -> NounPhrase:
    counted = of is Dimension.COUNT
    head_at = next((k for k in range(len(words) - 1, -1, -1) if _heads(words, k, grammar)), None)
    last, before = (words[-1][1], words[-2][1]) if len(words) > 1 and not counted else ("", "")
    if last in grammar.sets["also_nouns"] and before in grammar.sets["modifying_plurals"]:
        head_at = len(words) - 1  # a 5% sales tax
    if of is Dimension.RANK and words and not grammar.plural(words[-1][1]):
        head_at = len(words) - 1  # the third wounded officer
    if len(words) > 1 and words[-1][1] in grammar.sets["states"] and grammar.plural(words[-2][1]):
        head_at = len(words) - 2  # 12 hostages dead
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
