"""Hospitals by their names: who was taken to one is told of as who was taken to hospital."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimcheck.extract.kinds.words import Kinded, Words
from claimcheck.extract.look import norm
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.types import ClaimType, Voice
from claimcheck.text.tokens import Kind

_REACH = 12
"""Tokens from a verb of bringing over a name to its last word: `taken to Brookdale University Hospital`."""
_MARKS = frozenset(["&", "'", "’", ".", "-"])


def to_hospital(words: Words, verb: int, fits: Callable[[ClaimType], bool]) -> Kinded | None:
    """The type that `taken to hospital` tells, where a hospital with a name or of a kind stands there; None where none does."""
    tokens = words.tokens
    to = next((at for at in range(verb + 1, min(len(tokens), verb + 4)) if tokens[at].norm in ("to", "at")), None)
    if to is None:
        return None
    inner = words.grammar.determiners | words.grammar.sets["before_hospitals"] | _MARKS
    for at in range(to + 1, min(len(tokens), to + _REACH)):
        if _is_hospital(words, at):
            plain = [tokens[verb], tokens[to], replace(tokens[at], norm="hospital")]
            told = words.types.verbs[Voice.PASSIVE].at_base(plain, [words.bases[verb], "to", "hospital"], 0, fits)
            return None if told is None else Kinded(told.value, words.bases[verb], (verb, at), "behind")
        inside = tokens[at].capital or at in words.starts or tokens[at].norm in inner
        if not inside and norm(tokens, at + 1) != "center":
            return None
    return None


def may_have_died(words: Words, phrase: NounPhrase, last: int) -> bool:
    """Whether those sent to a hospital, as the words up to a token tell, are not the hurt alone: `the fatal blast sent five to`."""
    if not _is_hospital(words, last) or {phrase.head, *phrase.modifiers} & {"other", "others"}:
        return False
    return any(token.norm in words.grammar.sets["deaths"] for token in words.tokens)


def _is_hospital(words: Words, at: int) -> bool:
    word, sets = words.grammar.noun(words.tokens[at].norm), words.grammar.sets
    if words.tokens[at].kind is not Kind.WORD:
        return False
    return word in sets["hospitals"] or (word in sets["centres"] and norm(words.tokens, at - 1) in sets["of_medicine"])
