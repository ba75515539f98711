"""What belongs inside the noun phrase behind a figure: other figures, names, adverbs, joints."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimcheck.extract.look import QUOTES, norm, tied
from claimcheck.extract.nouns.ends import model_plural, plural_ahead
from claimcheck.lexicon.grammar import Grammar
from claimcheck.text.tokens import Kind, Token


def counts(tokens: Sequence[Token], i: int, starts: Collection[int]) -> bool:
    """Whether another number begins at a token, which is no model's and no part of a name."""
    counts = (i in starts and not _in_name(tokens, i)) or tokens[i].kind is Kind.NUMBER
    return counts and not model_plural(tokens, i)


def past_mark(tokens: Sequence[Token], i: int, grammar: Grammar, *, listed: bool) -> bool:
    """Whether the phrase goes on behind a mark: `12 wild, empty bays` where adjectives may be `listed`, `two Elm St. shootings`."""
    comma = listed and tokens[i].text == ","
    street = tokens[i].text == "." and tokens[i - 1].norm in grammar.sets["streets"]
    return (comma or street) and plural_ahead(tokens, i + 1, grammar)


def model_letter(tokens: Sequence[Token], i: int) -> bool:
    """Whether a letter belongs to the number of a model, or to a name with an ampersand: a £45,000 Audi Q7, years of S&P data."""
    glued = i + 1 < len(tokens) and not tokens[i + 1].space and (tokens[i + 1].kind is Kind.NUMBER or tokens[i + 1].text == "&")
    return len(tokens[i].text) == 1 and tokens[i].capital and glued


def _in_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number word with a capital is the first word of a name: `1,000 Seventh Day Adventists`."""
    named = tokens[i].kind is Kind.WORD and tokens[i].capital and not tokens[i].text.isupper()
    return named and i + 1 < len(tokens) and tokens[i + 1].capital and tokens[i + 1].kind is Kind.WORD


def of_name(tokens: Sequence[Token], i: int, grammar: Grammar) -> int:
    """The last token of a name with "of" in it that modifies a plural: `seven State of the Union addresses`; else `i` itself."""
    if not tokens[i].capital or norm(tokens, i + 1) != "of":
        return i
    last = i + 2 + (norm(tokens, i + 2) == "the")
    if last + 1 >= len(tokens) or not tokens[last].capital or not tokens[last + 1].text.islower():
        return i
    noun = grammar.plural(tokens[last + 1].norm) and tokens[last + 1].norm not in grammar.function
    return last if noun and grammar.verb(tokens[last + 1].norm) is None else i


def adverb(token: Token, word: str, grammar: Grammar) -> bool:
    """Whether a word looks like an adverb: virtually; not family, not Kelly."""
    return word.endswith("ly") and len(word) > 4 and word not in grammar.sets["ly_nouns"] and not token.capital


def skipped(tokens: Sequence[Token], i: int, starts: Collection[int], words: list[tuple[int, str]], grammar: Grammar) -> int:
    """How many tokens say nothing of the noun: quotes, "these" in front of it, "first" in `the two first men`, "year on year"."""
    word = tokens[i].norm
    if word == "year" and norm(tokens, i + 1) == "on" and norm(tokens, i + 2) == "year":  # a 38% year on year increase
        return 3
    if word in grammar.sets["superlatives"] and words and tokens[i - 1].possessive:  # two of Roe's most loyal aides
        return 1
    ranked = i in starts and word in grammar.sets["set_words"] and plural_ahead(tokens, i + 1, grammar)
    dated = i in starts and tokens[i].kind is Kind.WORD and tokens[i].capital and not words and i + 1 < len(tokens)
    if dated and grammar.plural(norm(tokens, i + 1)) and norm(tokens, i + 1) not in grammar.sets["modifying_plurals"]:
        return int(grammar.verb(norm(tokens, i + 1)) is None)  # several Sunday worshippers
    if tokens[i].text == "[" and norm(tokens, i + 2) == "]" and tokens[i - 1].possessive:  # three of the court's [conservatives]
        return 1
    return int(tokens[i].text in QUOTES or ranked or (word in grammar.sets["these"] and not words))


def joins(tokens: Sequence[Token], at: int, starts: Collection[int], grammar: Grammar) -> bool:
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


def tied_number(tokens: Sequence[Token], at: int) -> int | None:
    """The token after a number that only modifies: `Two three-story hotels`, `two 500-pound bombs`."""
    if not tied(tokens, at + 1):
        return None
    end = at + 2
    while tied(tokens, end + 1):
        end += 2
    return end + 1


def numbered_name(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a figure ends a name that tells which things are counted: `several Vision 2050 flyers`."""
    name, figure = tokens[at - 1], tokens[at]
    named = name.kind is Kind.WORD and name.capital and not name.possessive and not grammar.plural(name.norm)
    plain = figure.kind is Kind.NUMBER and figure.text.isdigit() and at + 1 < len(tokens) and tokens[at + 1].text.islower()
    return named and plain and name.norm not in grammar.function and grammar.plural(norm(tokens, at + 1))


def code_number(tokens: Sequence[Token], at: int, words: list[tuple[int, str]], grammar: Grammar) -> int | None:
    """The token after a number that belongs to a code or a name: `12 AK 47 guns`."""
    code = bool(words) and words[-1][0] == at - 1 and tokens[at - 1].text.isupper() and len(tokens[at - 1].text) <= 3
    code = code or (len(words) == 1 and words[0][0] == at - 1 and numbered_name(tokens, at, grammar))
    return at + 1 if code and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.WORD else None


def _noun_like(tokens: Sequence[Token], at: int, grammar: Grammar, starts: Collection[int]) -> bool:
    return at < len(tokens) and at not in starts and tokens[at].kind is Kind.WORD and tokens[at].norm not in grammar.function
