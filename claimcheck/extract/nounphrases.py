"""The noun that a number counts: the phrase behind it, its head and its modifiers.

No part-of-speech tagger: a noun phrase runs from the number over adjectives and nouns to a word of a closed class, a verb form or a
mark, and its head is the last plural in it (for "one": the last noun).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimcheck.extract.look import HYPHENS, norm, tied
from claimcheck.extract.mentions import Form, Measured
from claimcheck.lexicon.bounds import BoundWord
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_QUOTES = frozenset("\"“”'‘’`")
_COUNTS_NOTHING = frozenset(["unit.age.ages", "unit.age.apposition", "unit.age.brackets", "unit.age.limit"])
_AHEAD = 5
"""Tokens in which the plural of a phrase is looked for."""
_MODEL = 3
"""Digits of a model that is named by its number."""
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
        return NounPhrase(found.last) if measured.age and _is_name(tokens, found, grammar) else found  # the 37-year-old Ann Roe
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
            or (measured.number.form is not Form.VAGUE and measured.number.scale == 1)
        )
        if following in grammar.sets["pronouns_of"] and following not in ("those", "these"):
            behind = _run(tokens, at + 2, starts, grammar, measured, part=True)  # more than 70 of them civilians
            named = behind.head_at is not None and grammar.plural(norm(tokens, behind.head_at))
            return behind if named else NounPhrase(at + 1, part=True)
        if measured.dimension not in (Dimension.COUNT, Dimension.PERCENT, Dimension.RANK):
            return _run(tokens, at + 1, starts, grammar, measured, part=False)
        at += 1
        found = _run(tokens, at, starts, grammar, measured, part=part)
        return NounPhrase(at - 2) if _left_out(tokens, found, measured, following, grammar) else found
    found = _run(tokens, at, starts, grammar, measured, part=part)
    if measured.rule.startswith("unit.rank.n") and found.head_at is not None and tokens[found.head_at].capital:
        return NounPhrase(measured.last)  # No. 1 Indiana
    return NounPhrase(measured.last) if _no_plural(tokens, found, measured, grammar) else found


def _is_name(tokens: Sequence[Token], found: NounPhrase, grammar: Grammar) -> bool:
    """Whether the head of a phrase is a surname: a capital behind a capital, and no plural."""
    at = found.head_at
    if at is None or not tokens[at].capital or grammar.plural(tokens[at].norm):
        return False
    return tokens[at - 1].capital and tokens[at - 1].norm not in grammar.function and len(found.modifiers) > 0


def _no_plural(tokens: Sequence[Token], found: NounPhrase, measured: Measured, grammar: Grammar) -> bool:
    """Whether a number of several, in words, stands before words of which none is a plural: `the two descend`, `all four happy`."""
    several = (
        measured.dimension is Dimension.COUNT and measured.low > 1 and measured.number.form is Form.WORDS and not measured.hyphened
    )
    if not several or measured.number.scale != 1 or found.head_at is None or found.part or measured.high > _FEW:
        return False
    head = tokens[found.head_at]
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
    i = at
    while i < min(len(tokens), at + _LONGEST):
        token = tokens[i]
        ranked = (
            i in starts and token.norm in grammar.sets["set_words"] and _plural_ahead(tokens, i + 1, grammar)
        )  # the two first men
        if token.text in _QUOTES or ranked or (token.norm in grammar.sets["these"] and not words):
            i += 1
            continue
        if (i in starts or token.kind is Kind.NUMBER) and not _model_plural(tokens, i):
            tied = _tied_number(tokens, i) or _code_number(tokens, i, words)
            if tied is not None and not words and norm(tokens, tied - 1) in ("old", "olds") and not _goes_on(tokens, tied, grammar):
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
            listed = token.text == "," and words and not plural_seen and measured.dimension is not Dimension.RANK
            if listed and i + 1 not in starts and _plural_ahead(tokens, i + 1, grammar):  # 12 wild, empty bays
                i += 1
                continue
            break
        word, end = _compound(tokens, i)
        if word in ("and", "or", "&") and words and not plural_seen:
            if i + 1 in starts:
                shared = measured.number.form is not Form.ARTICLE  # a soldier and two guards
                break
            noun = _noun_like(tokens, i + 1, grammar, starts) and not _verb_behind_noun(tokens, i, grammar)
            if noun and _plural_ahead(tokens, i + 1, grammar):
                i += 1
                continue
            break
        adverb = word.endswith("ly") and len(word) > 4 and word not in grammar.sets["ly_nouns"] and not token.capital
        if (adverb or word in grammar.sets["degrees"]) and not words and _attributive(tokens, i, grammar):
            i = end + 1
            continue
        if adverb and not _plural_ahead(tokens, i + 1, grammar):  # 3,000 nightly, 12 more virtually
            break
        if _stops(tokens, i, word, words, plural_seen, grammar, measured=measured):
            break
        words.append((end, word))
        plural_seen = plural_seen or (grammar.plural(word) and not _adjectival_plural(tokens, end, grammar))
        i = end + 1
        if word in ("others", "people") or (plural_seen and not _more_plural(tokens, i, grammar)):
            break
    return _phrase(words, at, part, shared, grammar, counted=measured.dimension is Dimension.COUNT)


def _verb_behind_noun(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a noun ends in front of "and", and a verb goes on behind it: `killed one person and injured dozens`."""
    last, following = norm(tokens, at - 1), norm(tokens, at + 1)
    return (
        following.endswith("ed") and grammar.verb(following) is not None and not last.endswith("ed") and grammar.verb(last) is None
    )


def _goes_on(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a noun stands behind a compound, so that the compound only describes it: `three 15-year-old boys`."""
    word = norm(tokens, at)
    return at < len(tokens) and tokens[at].kind is Kind.WORD and word not in grammar.function and grammar.verb(word) is None


def _names_another(
    tokens: Sequence[Token], i: int, words: list[tuple[int, str]], plural_seen: bool, grammar: Grammar, measured: Measured
) -> bool:
    """Whether a capital behind plain words begins a name of its own: `300 letters Ames wrote`, `a 4 million figure Lund named`."""
    if not words or not tokens[i].capital or tokens[words[-1][0]].capital or measured.dimension is not Dimension.COUNT:
        return False
    if measured.low == measured.high == 1 or measured.hyphened:
        return False
    return plural_seen or not _plural_ahead(tokens, i, grammar)


def _phrase(words: list[tuple[int, str]], at: int, part: bool, shared: bool, grammar: Grammar, *, counted: bool) -> NounPhrase:
    head_at = next((k for k in range(len(words) - 1, -1, -1) if grammar.plural(words[k][1])), None)
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


def _stops(
    tokens: Sequence[Token],
    i: int,
    word: str,
    words: list[tuple[int, str]],
    plural_seen: bool,
    grammar: Grammar,
    *,
    measured: Measured,
) -> bool:
    if _names_another(tokens, i, words, plural_seen, grammar, measured):
        return True
    gerund = measured.dimension is not Dimension.COUNT
    single = measured.dimension is Dimension.RANK or measured.low == measured.high == 1
    if word in grammar.sets["extenders"]:
        return plural_seen
    if word in grammar.sets["comparatives"] and measured.dimension is not Dimension.COUNT:
        return True
    if word in grammar.sets["adjectives_too"] and grammar.plural(norm(tokens, i + 1)):  # four daily papers, nine home runs
        return False
    if word == "aged" or (word in grammar.function and not (len(word) > 1 and tokens[i].text.isupper())):  # US troops
        return True
    if word in grammar.directions and tokens[i].text.islower():  # ten miles high, but several high profile cases
        return gerund or not _plural_ahead(tokens, i + 1, grammar)
    if word in grammar.sets["said"] or (measured.dimension is Dimension.PERCENT and word in grammar.sets["share_verbs"]):
        return True
    if word in grammar.sets["postposed"] and not _goes_on(tokens, i + 1, grammar):  # 40 million due in May
        return True
    verb = grammar.verb(word)
    following = norm(tokens, i + 1)
    if single and word.endswith("ed") and following not in grammar.function and grammar.person(following):
        return False  # one armed protester
    if verb is None or _attributive(tokens, _compound(tokens, i)[1], grammar):
        return False
    if words:
        one_thing = (single or gerund) and verb == word  # a base form is no verb of a singular subject: the No. 1 real estate deal
        naming = gerund and word.endswith("ing") and norm(tokens, i + 1) not in grammar.prepositions  # $2 billion in spending
        return not one_thing and not grammar.plural(word) and not naming
    acting = word.endswith("ing") and following in grammar.prepositions  # millions queueing at the kitchens
    finite = verb != word and (acting or not word.endswith("ing"))
    finite = finite or (verb == word and following == "to" and not single)  # 47 percent want to vote
    finite = finite or _flees(tokens, i, measured, grammar)
    return not grammar.plural(word) and (finite or following in grammar.determiners)


def _flees(tokens: Sequence[Token], i: int, measured: Measured, grammar: Grammar) -> bool:
    """Whether the base form of a verb stands behind a figure of many with no noun between: `88,000 flee as blaze grows`."""
    word, following = tokens[i].norm, norm(tokens, i + 1)
    many = measured.dimension is Dimension.COUNT and measured.low > 1 and not measured.hyphened
    plain = grammar.verb(word) == word and word in grammar.sets["headline_verbs"]
    return many and plain and (following in grammar.function or not following[:1].isalnum())


def _attributive(tokens: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """Whether a participle stands before a noun ("two wounded men") and not as a verb ("20 wounded", "17 people killed")."""
    following = norm(tokens, i + 1)
    return (
        bool(following)
        and i + 1 < len(tokens)
        and tokens[i + 1].kind is Kind.WORD
        and following not in grammar.function
        and (grammar.plural(following) or _plural_ahead(tokens, i + 1, grammar))
    )


def _plural_ahead(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    for token in tokens[at : at + _AHEAD]:
        if token.norm in ("and", "or") or token.text in HYPHENS:
            continue
        acronym = token.text.isupper() and len(token.text) > 1  # the three most common US crops
        if token.kind is not Kind.WORD or (token.norm in grammar.function and not acronym):
            return False
        if grammar.plural(token.norm):
            return True
    return False


def _more_plural(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a compound goes on behind its first plural: arms dealers, police officers, women ministers."""
    if at >= len(tokens) or tokens[at].kind is not Kind.WORD or not tokens[at].space:
        return False
    if tokens[at].capital and not tokens[at - 1].capital:  # the 12 wounds Ames had
        return False
    word = tokens[at].norm
    return grammar.plural(word) and word not in grammar.function and grammar.verb(word) is None


def _adjectival_plural(tokens: Sequence[Token], end: int, grammar: Grammar) -> bool:
    """Whether a noun that is always plural only modifies: `police officers`, `staff members`, `dead ash trees`."""
    if tokens[end].norm in grammar.sets["states"]:
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        return following is not None and not following.capital and _plural_ahead(tokens, end + 1, grammar)
    return tokens[end].norm in grammar.sets["modifying_plurals"] and _more_plural(tokens, end + 1, grammar)


def _tied_number(tokens: Sequence[Token], at: int) -> int | None:
    """The token after a number that only modifies: `Two three-story hotels`, `two 500-pound bombs`."""
    if not tied(tokens, at + 1):
        return None
    end = at + 2
    while tied(tokens, end + 1):
        end += 2
    return end + 1


def _model_plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure with an s glued to it is the name of a model: `two new 747s`."""
    glued = at + 1 < len(tokens) and tokens[at + 1].norm == "s" and not tokens[at + 1].space
    return glued and tokens[at].kind is Kind.NUMBER and tokens[at].text.isdigit() and len(tokens[at].text) == _MODEL


def _code_number(tokens: Sequence[Token], at: int, words: list[tuple[int, str]]) -> int | None:
    """The token after a number that belongs to a code: `12 AK 47 guns`."""
    code = bool(words) and words[-1][0] == at - 1 and tokens[at - 1].text.isupper() and len(tokens[at - 1].text) <= 3
    return at + 1 if code and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.WORD else None


def _compound(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """A word with what hyphens tie to it (F-35, anti-aircraft, co-workers), and its last token."""
    end = at
    while end + 2 < len(tokens) and tied(tokens, end + 1) and not tokens[end + 2].space and tokens[end + 2].kind is not Kind.MARK:
        end += 2
    if end == at and not _model_plural(tokens, at):
        return tokens[at].norm, at
    word = "-".join(t.norm for t in tokens[at : end + 1 : 2])
    if tokens[end].kind is Kind.NUMBER and end + 1 < len(tokens) and tokens[end + 1].norm == "s" and not tokens[end + 1].space:
        return word + "s", end + 1  # AK-47s
    return word, end


def _noun_like(tokens: Sequence[Token], at: int, grammar: Grammar, starts: Collection[int]) -> bool:
    return at < len(tokens) and at not in starts and tokens[at].kind is Kind.WORD and tokens[at].norm not in grammar.function
