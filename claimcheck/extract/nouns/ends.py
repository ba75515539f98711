"""Where the noun phrase behind a figure ends: verbs, names, directions, and what only looks like one of them."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.look import HYPHENS, glued, norm, tied
from claimcheck.extract.mentions import Measured
from claimcheck.lexicon.grammar import Grammar
from claimcheck.model.quantity import Dimension
from claimcheck.text.tokens import Kind, Token

_QUOTES = frozenset(['"', "“", "‘"])
_AHEAD = 5
"""Tokens in which the plural of a phrase is looked for."""
_MODEL = 3
"""Digits of a model that is named by its number."""


def stops(
    tokens: Sequence[Token],
    i: int,
    word: str,
    words: list[tuple[int, str]],
    plural_seen: bool,
    grammar: Grammar,
    *,
    measured: Measured,
) -> bool:
    """Whether the word at token `i`, behind the `words` read so far, is no part of the noun phrase."""
    if _names_another(tokens, i, words, plural_seen, grammar, measured) or _one_does(tokens, i, words, grammar, measured):
        return True
    following = norm(tokens, i + 1)
    if measured.age and word in grammar.sets["states"] and not words and (not following.isalpha() or following in grammar.function):
        return True  # left a 19-year-old dead when
    if measured.dimension is Dimension.MONEY and not words and tokens[i].capital and not measured.hyphened:
        noun = grammar.noun(following) or ""
        person = grammar.plural(following) and (grammar.person(noun) or noun in grammar.sets["humans"])
        if person and not tokens[i].text.isupper():
            return True  # a haul of £26m Armed men took
    if word in grammar.sets["no_nouns"] and not (word.endswith("ing") and goes_on(tokens, i + 1, grammar)):
        return True  # 12 men unresponsive, $3 billion represents
    if norm(tokens, i + 1) == "aside":  # $7 million set aside
        return True
    if _spent_doing(tokens, i, words, grammar, measured):
        return True
    if words and measured.low == measured.high == 1 and word in grammar.sets["present_states"]:
        return True  # one suspect remains at large
    gerund = measured.dimension is not Dimension.COUNT
    if measured.dimension is Dimension.MONEY and word in grammar.sets["states"]:
        return True  # with $2 billion missing
    single = measured.dimension is Dimension.RANK or measured.low == measured.high == 1
    if word in grammar.sets["extenders"]:
        return plural_seen
    if word in grammar.sets["comparatives"] and (
        measured.dimension is not Dimension.COUNT or not plural_ahead(tokens, i + 1, grammar)
    ):
        return True  # 27 percent faster, 4,000 higher than a year ago
    if word in grammar.sets["outward"] and not words and measured.dimension is Dimension.COUNT and not measured.hyphened:
        return True  # several carrying rifles
    if word.endswith("ing") and not words and _goes_with(tokens, i + 1, grammar):
        return True  # to 2,055.38 extending Monday's rise, 9% saying they had
    if word in grammar.sets["finite_pasts"] or (tokens[i].capital and word in grammar.sets["titles_dotted"]):
        return True  # the two-week fair saw bakers give away; the second time Mr. Bolton
    if words and gerund and _verb_of_one(tokens, i, words, grammar, measured):
        return True
    if _acts_on(tokens, i, words, grammar, measured, single=single):
        return True
    if word in grammar.sets["adjectives_too"] and grammar.plural(norm(tokens, i + 1)):  # four daily papers, nine home runs
        return False
    if word == "aged" or (word in grammar.function and not _acronym_too(tokens[i], grammar)):  # US troops
        return True
    if word in grammar.directions and tokens[i].text.islower():  # ten miles high, but several high profile cases
        return gerund or not plural_ahead(tokens, i + 1, grammar)
    if word in grammar.sets["said"] or _said_by_share(word, grammar, measured):
        return True
    if word in grammar.sets["postposed"] and not goes_on(tokens, i + 1, grammar):  # 40 million due in May
        return True
    verb = grammar.verb(word)
    following = norm(tokens, i + 1)
    if measured.dimension is Dimension.RANK and not words and _does(tokens, i, grammar):
        return True
    finite = verb not in (None, word) and word.endswith("s") and word not in grammar.nouns
    if single and not words and finite and following in grammar.function:
        return True  # one represents the mob
    if single and word.endswith("ed") and following not in grammar.function and grammar.person(following):
        return False  # one armed protester
    if not words and (verb is None or word in grammar.sets["pure_verbs"]) and _flees(tokens, i, measured, grammar):
        return True
    if verb is None or attributive(tokens, compound(tokens, i)[1], grammar):
        return False
    tied_to = measured.hyphened and gerund and not measured.age and not words
    if tied_to and word.endswith("ed") and following[:1].isalpha() and following not in grammar.function:
        return False  # a two-year suspended sentence
    if words:
        if single and word in grammar.sets["deeds_in_ing"] and not grammar.person(words[-1][1]):
            return words[-1][1] in grammar.sets["humans"]  # the fourth fatal shooting in May
        one_thing = (
            (single or gerund) and verb == word and following not in grammar.determiners
        )  # a base form is no verb of a singular subject: the No. 1 real estate deal
        of = norm(tokens, words[0][0] - 1) == "of"  # eight days of savage fighting now; a two-day session ending today
        named = norm(tokens, i + 1) not in grammar.prepositions and (of or norm(tokens, i + 1) not in grammar.adverbs)
        naming = gerund and word.endswith("ing") and named  # $2 billion in spending
        return not one_thing and not grammar.plural(word) and not naming
    acting = word.endswith("ing") and following in grammar.prepositions  # millions queueing at the kitchens
    many = measured.dimension is Dimension.COUNT and measured.low > 1 and not measured.hyphened
    acting = acting or (word.endswith("ing") and many and not plural_ahead(tokens, i + 1, grammar))  # at least 50 living wild
    finite = verb != word and (acting or not word.endswith("ing"))
    finite = finite or (verb == word and following == "to" and not single)  # 47 percent want to vote
    finite = finite or _flees(tokens, i, measured, grammar)
    return not grammar.plural(word) and (finite or following in grammar.determiners)


def _said_by_share(word: str, grammar: Grammar, measured: Measured) -> bool:
    """Whether a verb tells what a share of people hold: `half think so`, `88 percent favored longer terms`."""
    held = word in grammar.sets["share_verbs"] or (word.endswith("ed") and grammar.verb(word) in grammar.sets["held"])
    return measured.dimension is Dimension.PERCENT and held


def _names_another(
    tokens: Sequence[Token], i: int, words: list[tuple[int, str]], plural_seen: bool, grammar: Grammar, measured: Measured
) -> bool:
    """Whether a capital behind plain words begins a name of its own: `300 letters Ames wrote`, `a 4 million figure Lund named`."""
    if not words or not tokens[i].capital or tokens[words[-1][0]].capital:
        return False
    if measured.age and measured.hyphened:  # my 19-month-old daughter Angie
        return grammar.plural(words[-1][1]) or grammar.person(words[-1][1]) or words[-1][1] in grammar.sets["kin"]
    if measured.dimension is not Dimension.COUNT:
        return False
    if measured.low == measured.high == 1 or measured.hyphened or _acronyms(tokens[i].text):
        return False
    return plural_seen or not plural_ahead(tokens, i, grammar)


def _one_does(tokens: Sequence[Token], i: int, words: list[tuple[int, str]], grammar: Grammar, measured: Measured) -> bool:
    """Whether a word is the verb of one person of an age or of a ranked thing: `4-year-old boy dies`, `12-year-old calling`."""
    if not tokens[i].text.islower() or not (measured.age or (measured.dimension is Dimension.RANK and words)):
        return False
    word = tokens[i].norm
    noun = words[-1][1] if words else "person"
    person = noun == "person" or noun in grammar.sets["kin"] or grammar.person(noun)
    if measured.age and not person:
        return False
    does = measured.dimension is Dimension.RANK and word in grammar.sets["does"]  # third debate covers foreign policy
    if does or (goes_on(tokens, i + 1, grammar) and norm(tokens, i + 1) not in grammar.sets["no_nouns"]):
        return does
    if word.endswith("ing"):
        return measured.age and grammar.verb(word) is not None
    if measured.age and word in grammar.sets["dwells"] and words:
        return True  # a boy and his 40-year-old aunt live there
    does = word.endswith("s") and grammar.verb(word) not in (None, word) and (measured.age or word not in grammar.nouns)
    return does and not grammar.person(word)


def _spent_doing(tokens: Sequence[Token], i: int, words: list[tuple[int, str]], grammar: Grammar, measured: Measured) -> bool:
    """Whether a word in -ing tells what a span of time or a sum was spent on: `two days collecting clues`."""
    if words or measured.hyphened or measured.age or not tokens[i].norm.endswith("ing") or i != measured.last + 1:
        return False
    if measured.dimension is Dimension.DURATION:
        return grammar.plural(tokens[measured.last].norm) and not tokens[measured.last].possessive
    spent = any(grammar.verb(norm(tokens, k)) == "spend" for k in range(max(0, measured.first - 4), measured.first))
    return measured.dimension is Dimension.MONEY and spent


def _acronym_too(token: Token, grammar: Grammar) -> bool:
    """Whether a function word in capitals may be an acronym: US, IT, WHO; the ON of a headline is none."""
    return token.text.isupper() and token.norm in grammar.sets["acronyms_too"]


def _goes_with(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether an object or a clause stands behind a word in -ing, so that it is no noun."""
    return at < len(tokens) and (tokens[at].possessive or tokens[at].norm in grammar.pronouns)


def _verb_of_one(tokens: Sequence[Token], i: int, words: list[tuple[int, str]], grammar: Grammar, measured: Measured) -> bool:
    """Whether a word in -s behind a singular noun is its verb: `the two-week model combines the`, `a 5% drop last week`."""
    word, following = tokens[i].norm, norm(tokens, i + 1)
    if word in grammar.sets["set_words"]:
        return True
    if not word.endswith("s") or not grammar.plural(word) or grammar.plural(words[-1][1]) or word in grammar.nouns:
        return False
    if not (measured.hyphened or measured.dimension in (Dimension.RANK, Dimension.PERCENT)):
        return False
    return following != "that" and (following in grammar.determiners or following in grammar.pronouns)


def _does(tokens: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """Whether a word in -s right behind an ordinal is its verb: `the second resembles "Heat"`, `the third follows a`."""
    word, following = tokens[i].norm, norm(tokens, i + 1)
    plural = word.endswith("s") and grammar.plural(word) and word not in grammar.nouns and tokens[i].text.islower()
    named = norm(tokens, i - 1) != "first" and any(t.capital and t.kind is Kind.WORD for t in tokens[i + 1 : i + 5])
    return plural and (following in _QUOTES or following in grammar.determiners or named)


def _acronyms(word: str) -> bool:
    """Whether a word is the plural of an acronym, and so a noun that is counted and no name: LPs, MRIs."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def _acts_on(
    tokens: Sequence[Token], i: int, words: list[tuple[int, str]], grammar: Grammar, measured: Measured, *, single: bool
) -> bool:
    """Whether what could be a noun is the verb of the figure or its noun: `one person dictate the rules`, `the two build boats`."""
    if measured.dimension is not Dimension.COUNT or measured.hyphened or not tokens[i].text.islower():
        return False
    verb, following = grammar.verb(tokens[i].norm), norm(tokens, i + 1)
    if words:
        person = single and (words[-1][1] == "person" or grammar.person(words[-1][1]))
        moving = tokens[i].norm.endswith("ing") and following in grammar.prepositions
        return person and not grammar.plural(tokens[i].norm) and (following in grammar.determiners or moving)
    couple = measured.number.entry == "a couple" and verb not in (None, tokens[i].norm)  # a couple pointed guns
    paired = not single and norm(tokens, measured.first - 1) == "the" and tokens[i].norm in grammar.sets["pair_verbs"]
    return couple or paired


def _flees(tokens: Sequence[Token], i: int, measured: Measured, grammar: Grammar) -> bool:
    """Whether the base form of a verb stands behind a figure of many with no noun between: `88,000 flee as blaze grows`."""
    word, following = tokens[i].norm, norm(tokens, i + 1)
    many = measured.dimension is Dimension.COUNT and measured.low > 1 and not measured.hyphened
    plain = grammar.verb(word) in (word, None) and word in grammar.sets["headline_verbs"]
    ends = word in grammar.sets["pure_verbs"] or following in grammar.function or not following[:1].isalnum()
    return many and plain and ends


def attributive(tokens: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """Whether a participle stands before a noun ("two wounded men") and not as a verb ("20 wounded", "17 people killed")."""
    following = norm(tokens, i + 1)
    return (
        bool(following)
        and i + 1 < len(tokens)
        and tokens[i + 1].kind is Kind.WORD
        and following not in grammar.function
        and (grammar.plural(following) or plural_ahead(tokens, i + 1, grammar))
    )


def plural_ahead(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a plural follows closely, with nothing before it that would end a noun phrase."""
    for i, token in enumerate(tokens[at : at + _AHEAD], at):
        if token.norm in ("and", "or") or token.text in HYPHENS or (token.kind is Kind.NUMBER and tied(tokens, i + 1)):
            continue
        if token.kind is not Kind.WORD or (
            token.norm in grammar.function and not _acronym_too(token, grammar)
        ):  # three common US crops
            return False
        if grammar.plural(token.norm):
            return True
    return False


def more_plural(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a compound goes on behind its first plural: arms dealers, police officers, women ministers."""
    if at >= len(tokens) or tokens[at].kind is not Kind.WORD or not tokens[at].space:
        return False
    if tokens[at].capital and not tokens[at - 1].capital:  # the 12 wounds Ames had
        return False
    word = tokens[at].norm
    if tokens[at - 1].norm not in grammar.sets["modifying_plurals"] and _begins_clause(tokens, at, grammar):
        return False
    return grammar.plural(word) and word not in grammar.function and grammar.verb(word) is None


def _begins_clause(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a plural behind a plural is its verb or a subject of its own: `death of three Poles shows our`, `ways banks get`."""
    following = norm(tokens, at + 1)
    return following in grammar.determiners or following in ("get", "have", "can", "will", "do", "could", "may", "must", "should")


def adjectival_plural(tokens: Sequence[Token], end: int, grammar: Grammar, *, single: bool) -> bool:
    """Whether a noun that is always plural only modifies: `police officers`, `staff members`, `dead ash trees`."""
    if tokens[end].norm in grammar.sets["states"]:
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        ahead = plural_ahead(tokens, end + 1, grammar) or (
            single and goes_on(tokens, end + 1, grammar)
        )  # the third wounded officer
        return following is not None and not following.capital and ahead
    if tokens[end].norm not in grammar.sets["modifying_plurals"]:
        return _part_of_name(tokens, end, grammar)
    if more_plural(tokens, end + 1, grammar):
        return True
    noun = norm(tokens, end + 1) in grammar.sets["also_nouns"]  # a 5% sales tax
    goes = (noun or goes_on(tokens, end + 1, grammar)) and not grammar.plural(norm(tokens, end + 1))
    return goes and (single or grammar.plural(norm(tokens, end + 2)))  # one police officer; two police court missionaries


def _part_of_name(tokens: Sequence[Token], end: int, grammar: Grammar) -> bool:
    """Whether a capitalised plural begins a name that modifies the noun: `15m Thames Water customers`."""
    name = tokens[end].capital and end + 2 < len(tokens) and tokens[end + 1].capital and not tokens[end + 1].text.isupper()
    if not name or grammar.plural(tokens[end + 1].norm) or tokens[end + 1].norm in grammar.function:
        return False
    return tokens[end + 2].text.islower() and grammar.plural(tokens[end + 2].norm) and grammar.verb(tokens[end + 2].norm) is None


def goes_on(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a noun stands behind a compound, so that the compound only describes it: `three 15-year-old boys`."""
    word = norm(tokens, at)
    return at < len(tokens) and tokens[at].kind is Kind.WORD and word not in grammar.function and grammar.verb(word) is None


def model_plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure with an s glued to it is the name of a model: `two new 747s`."""
    glued = at + 1 < len(tokens) and tokens[at + 1].norm == "s" and not tokens[at + 1].space
    return glued and tokens[at].kind is Kind.NUMBER and tokens[at].text.isdigit() and len(tokens[at].text) == _MODEL


def compound(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """A word with what hyphens tie to it (F-35, anti-aircraft, co-workers), and its last token."""
    end = at
    while end + 2 < len(tokens) and tied(tokens, end + 1) and not tokens[end + 2].space and tokens[end + 2].kind is not Kind.MARK:
        end += 2
    if end == at and not model_plural(tokens, at):
        return tokens[at].norm, at
    word = "-".join(t.norm for t in tokens[at : end + 1 : 2])
    if end > at and tokens[end].kind is Kind.NUMBER and norm(tokens, end + 1) in ("'", "’") and glued(tokens, end + 2) == "s":
        return word + "s", end + 2  # two K-9's
    if tokens[end].kind is Kind.NUMBER and end + 1 < len(tokens) and tokens[end + 1].norm == "s" and not tokens[end + 1].space:
        return word + "s", end + 1  # AK-47s
    return word, end
