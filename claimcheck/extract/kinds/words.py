"""What the readers of kinds hand to one another, and what a noun may be counted as."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.types import ClaimType, Types
from claimcheck.lexicon.units import Units
from claimcheck.text.tokens import Kind, Token


@dataclass(frozen=True, slots=True)
class Kinded:
    """What a number's words tell of its kind."""

    kind: ClaimType | None
    predicate: str | None = None
    """Base form of the verb it stands under."""
    cue: tuple[int, int] | None = None
    """Tokens that told it."""
    how: str = ""
    """Which cue it was: head, behind, front, lead, list."""

    @property
    def fate(self) -> bool:
        """Whether it tells what befell those that are counted."""
        return self.kind is not None and self.kind.fate


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's tokens with the base form of each, and what the catalogue knows."""

    tokens: Sequence[Token]
    bases: Sequence[str]
    starts: Mapping[int, int]
    """Where other numbers begin, and where each ends."""
    grammar: Grammar
    types: Types
    classes: Mapping[str, Collection[str]]
    """Noun classes: people, vessels ..."""
    units: Units


def is_person(words: Words, noun: str) -> bool:
    """Whether a noun names persons."""
    return words.grammar.names_person(noun, words.classes)


def counts(words: Words, kind: ClaimType, noun: str) -> bool:
    """Whether a noun is one of the type or of one of its classes."""
    return noun in kind.nouns or any(noun in words.classes.get(name, ()) for name in kind.counts)


def taken_away(words: Words, kind: ClaimType, first: int, last: int) -> bool:
    """Whether a phrase of the type's `unlike` stands from token `first` to `last`: then its cues there tell nothing."""
    around = " ".join(token.norm for token in words.tokens[max(0, first) : last + 1])
    return any(f" {phrase} " in f" {around} " for phrase in kind.unlike)


def countable(words: Words, kind: ClaimType, phrase: NounPhrase) -> bool:
    """Whether the counted noun may stand under the type: of one of its classes, or left out where these tell what is counted."""
    head = phrase.head
    if head is None:
        return not kind.nouns
    if head in kind.never:
        return False
    if counts(words, kind, head):
        return True
    at = phrase.head_at
    if "people" in kind.counts and is_person(words, head):
        return True
    named = at is not None and words.tokens[at].capital and at > 0  # "17 Palestinians", "four Acehnese"
    return (
        "people" in kind.counts and (bool(named) or "-" in head) and not any(head in members for members in words.classes.values())
    )


def beside(words: Words, kind: ClaimType, word: str) -> bool:
    """Whether the sentence holds what a head or a verb of many senses needs to tell the type: `hit two men` beside gunfire."""
    needed = kind.needs_with.get(word, frozenset())
    return not needed or any(t.norm in needed for t in words.tokens)


def acts(words: Words, at: int) -> bool:
    """Whether a token is a verb that its clause turns on."""
    token = words.tokens[at]
    verb = token.kind is Kind.WORD and token.norm not in words.grammar.function and words.grammar.verb(token.norm) is not None
    return verb and not noun_use(words, at)


def noun_use(words: Words, at: int) -> bool:
    """Whether a word that may be a verb stands behind a preposition or an article, and so is a noun or an adjective."""
    before = words.tokens[at - 1].norm if at else ""
    return before in words.grammar.prepositions or before in words.grammar.determiners
