"""Parts named behind their whole: `41 villagers were killed, 12 of them women, and more than 200 were hurt`.

A part takes the fate of its whole, and the figure behind it, where it has no noun, goes on with the whole and not with the part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extract.kinds.leads import continues_list
from claimcheck.extract.kinds.words import Kinded, Words, countable, is_person
from claimcheck.extract.look import norm
from claimcheck.extract.mentions import Measured
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.extract.sets.read import Read
from claimcheck.lexicon.types import Voice
from claimcheck.model.quantity import Dimension

_OF = frozenset(["of", "among", "amongst"])
_THESE = frozenset(["them", "whom", "which", "those", "these"])
_ENDS = frozenset([",", ";", ")", ":", "—", "–", "--"])
_AMONG = 6
"""Tokens from "among" to the figure of the whole: `among the more than 130`."""
_CLOSED = frozenset([".", ";", ":"])
_MARKS = _ENDS | _CLOSED
_ALL = frozenset(["all", "each", "both", "every", "none"])
"""In front of "of the 40", these are no part of them."""
_STRETCH = 16
"""Tokens behind a whole in which the verb of its part is looked for."""


def whole_of(words: Words, first: int, measured: Measured, phrase: NounPhrase, kept: Sequence[Read]) -> Read | None:
    """The figure before it that a count names a part of; None where it is no such part. `first` is where its bound begins."""
    if measured.dimension is not Dimension.COUNT or not kept or kept[-1].measured.last >= first:
        return None
    last = kept[-1]
    if _goes_on(words, first, measured, phrase, last):
        return last.part_of
    if not _introduced(words, first, measured, phrase):
        return None
    person = phrase.head is not None and is_person(words, phrase.head)
    for read in reversed(kept):
        if any(t.text in _CLOSED for t in words.tokens[read.measured.last + 1 : first]):
            return None
        fits = read.noun is None or is_person(words, read.noun) or (read.kinded.kind is not None and read.kinded.kind.fate)
        if read.dimension is Dimension.COUNT and (fits or not person):
            return read
    return None


def _introduced(words: Words, first: int, measured: Measured, phrase: NounPhrase) -> bool:
    """Whether its own words make a figure a part of one before: `including 12 women`, `of whom 12`, `12 of them`."""
    tokens = words.tokens
    before = norm(tokens, first - 1)
    if before in words.grammar.sets["including"] - _THESE:
        return True
    if before in _THESE and norm(tokens, first - 2) in _OF:
        return True
    return phrase.part and norm(tokens, measured.last + 1) == "of" and norm(tokens, measured.last + 2) in _THESE


def _goes_on(words: Words, first: int, measured: Measured, phrase: NounPhrase, last: Read) -> bool:
    """Whether a figure goes on with a list of parts: `including 12 women and nine children`."""
    end = max(last.phrase.last, last.measured.last)
    if phrase.head is None or not continues_list(words, end, first):
        return False
    if last.part_of is None or _other_sort(words, phrase.head, last.noun):
        return False  # 91 people, 70 of them clerks, and 21 offices
    if norm(words.tokens, end + 1) != ",":
        return True
    if norm(words.tokens, end + 2) == "and" and _introduced(words, last.first, last.measured, last.phrase):
        return False  # 161 miners, including 71 apprentices, and five guards
    return norm(words.tokens, max(phrase.last, measured.last) + 1) not in words.grammar.auxiliaries


def _other_sort(words: Words, head: str, noun: str | None) -> bool:
    return noun is not None and is_person(words, head) is not is_person(words, noun)


def end_of_part(words: Words, measured: Measured, phrase: NounPhrase) -> int:
    """The token at which the remark ends that a part stands in: what stands behind it tells of the whole."""
    for at in range(max(phrase.last, measured.last) + 1, len(words.tokens)):
        if words.tokens[at].text in _ENDS or words.tokens[at].norm == "and":
            return at
    return len(words.tokens)


def fate_of_whole(words: Words, whole: Read, own: Kinded, phrase: NounPhrase) -> Kinded:
    """The kind of a part: what befell the whole, unless its own words tell another fate."""
    kind = whole.kinded.kind
    of_them = phrase.part and phrase.head is not None  # 14 of them apprentices: sorts of persons that no list names
    if kind is None or not kind.fate or not (of_them or countable(words, kind, phrase)):
        return own
    if own.kind is not None and own.kind.fate and (own.how != "head" or phrase.head in words.types.modifiers):
        return own  # 41 villagers were hurt, nine of them seriously; including 12 wounded
    return replace(whole.kinded, how="list")


def makes_up(words: Words, first: int, measured: Measured, phrase: NounPhrase) -> str | None:
    """Who are the part, where a verb or "were" tells: `women accounted for 14 of the 60`, `of the 60 killed, 14 were women`."""
    tokens, grammar = words.tokens, words.grammar
    if measured.dimension is not Dimension.COUNT:
        return None
    if phrase.part and phrase.head in grammar.sets["states"] and norm(tokens, phrase.last + 1) in ("were", "are"):
        return _who(words, phrase.last + 2)  # three of the dead were children
    if phrase.part:
        verb = _verb_before(words, first)
        at = -1 if verb is None else verb - 1
        while at >= 0 and (tokens[at].norm in grammar.auxiliaries or tokens[at].norm in grammar.adverbs):
            at -= 1
        return _plural(words, at) if verb is not None else None
    at = measured.last + 1
    if phrase.head is None and norm(tokens, 0) == "of" and norm(tokens, at) in ("were", "are"):
        return _who(words, at + 1)
    return None


def _who(words: Words, at: int) -> str | None:
    """The plural at a token that ends its phrase."""
    behind = norm(words.tokens, at + 1)
    return _plural(words, at) if not behind[:1].isalpha() or behind == "and" else None


def _verb_before(words: Words, first: int) -> int | None:
    """Where the words for "are" begin that stand right before a token: `accounted for`, `make up`."""
    bases, sets = words.bases, words.grammar.sets
    for length in (2, 1):
        start = first - length
        if start >= 0 and " ".join([bases[start], *(t.norm for t in words.tokens[start + 1 : first])]) in sets["makes_up"]:
            return start
    return None


def _plural(words: Words, at: int) -> str | None:
    word = norm(words.tokens, at)
    plural = words.grammar.plural(word) and word not in words.grammar.function and at not in words.starts
    return words.grammar.noun(word) if plural else None


def is_among(words: Words, measured: Measured, phrase: NounPhrase) -> bool:
    """Whether a count is said to be some of another: `two guards were among the 12 people killed`."""
    tokens, at = words.tokens, max(phrase.last, measured.last) + 1
    if measured.dimension is not Dimension.COUNT or norm(tokens, at) not in words.grammar.auxiliaries:
        return False
    while norm(tokens, at) in words.grammar.auxiliaries or norm(tokens, at) in words.grammar.adverbs:
        at += 1
    counted = any(i in words.starts for i in range(at + 1, at + _AMONG))
    dead = norm(tokens, at + 1) == "the" and norm(tokens, at + 2) in words.grammar.sets["states"]
    return norm(tokens, at) in _OF - {"of"} and (counted or dead or norm(tokens, at + 1) == "those")


def within(part: Read, measured: Measured) -> bool:
    """Whether a figure stands inside the words of its part, whatever those are: the 60 of `14 of the 60 sailors`."""
    return part.phrase.part and part.measured.last < measured.first <= max(part.phrase.last, part.measured.last) + 2


def end_of_whole(words: Words, first: int, phrase: NounPhrase, last: int) -> int | None:
    """Where the words end that tell of a whole; None for a figure that is none, or of which its verb tells.

    In `39 of the 40 sailors aboard were killed` the verb is that of the 39; in `12 of the 40 sailors killed were boys`, and with
    `who died`, it is not. `first` is where the bound of the whole begins, `last` its last token.
    """
    tokens, grammar = words.tokens, words.grammar
    if norm(tokens, first - 1) not in grammar.sets["these"] or norm(tokens, first - 2) != "of" or norm(tokens, first - 3) in _ALL:
        return None
    start = max(phrase.last, last) + 1
    if norm(tokens, start) in grammar.relatives:
        return None
    stretch = range(start, min(len(tokens), start + _STRETCH))
    end = next((i for i in stretch if tokens[i].norm in grammar.auxiliaries or tokens[i].text in _MARKS), stretch.stop)
    if norm(tokens, end) in grammar.auxiliaries:
        return end
    return next((i for i in range(start, end) if words.types.verbs[Voice.OWN].at_base(tokens, words.bases, i) is not None), end)


def holds(part: Read, measured: Measured) -> bool:
    """Whether a figure is the whole inside the words of its part: the 60 of `14 of the 60`."""
    return part.phrase.part and part.phrase.head is None and part.phrase.last >= measured.first - 2


def main_of(kept: Sequence[Read], own: Kinded) -> Read | None:
    """The figure whose noun one without a noun takes over: the last, but behind a part, with a verb of its own, the whole."""
    if not kept:
        return None
    read = kept[-1]
    while read.part_of is not None and (own.kind is not None or own.predicate is not None):
        read = read.part_of
    return read
