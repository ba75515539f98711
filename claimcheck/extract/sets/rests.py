"""Words for the rest of a set ("three others") that only set people apart from those of another fate."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claimcheck.extract.look import norm
from claimcheck.extract.sets.read import Read
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.types import ClaimType, Types, Voice
from claimcheck.model.claim import Scope
from claimcheck.text.tokens import Token

_REST = frozenset([Scope.OTHERS, Scope.ADDED])
_OPENS = 2
"""Tokens up to which a figure opens its sentence, so that the sentence before tells whom it sets apart."""


def without_rest(
    scope: frozenset[Scope], read: Read, tokens: Sequence[Token], bases: Sequence[str], before: Collection[str], types: Types
) -> frozenset[Scope]:
    """The scope of a figure, less what only sets it apart: in "killed one and wounded three others" the three are all the wounded.

    In "two were badly wounded and three others slightly" they are not. `before` are the content words of the sentence before.
    """
    kind = read.kinded.kind
    if kind is None or not kind.fate or not scope & _REST:
        return scope
    own = read.kinded.cue[0] if read.kinded.cue else read.first
    told = {found for at in range(min(own, read.first)) for found in _told(tokens, bases, at, types)}
    if not told and read.first <= _OPENS:
        told = {found for word in before for found in _named(word, types)}
    return scope - _REST if told and kind not in told else scope


def _told(tokens: Sequence[Token], bases: Sequence[str], at: int, types: Types) -> list[ClaimType]:
    matches = [table.at_base(tokens, bases, at) for table in types.verbs.values()]
    matches += [types.complements.at(tokens, at)]
    return [match.value for match in matches if match is not None and match.value.fate]


def _named(word: str, types: Types) -> list[ClaimType]:
    rows = [row for voice in Voice for row in types.verbs[voice].starts.get(word, ())]
    return [kind for words, kind in rows if words == (word,) and kind.fate]


def without_part(scope: frozenset[Scope], read: Read, tokens: Sequence[Token], grammar: Grammar) -> frozenset[Scope]:
    """The scope of a figure whose set is not the one its verb makes: `11 of the gunmen were killed` is the toll of the gunmen.

    Six of the dead are a part of the toll, and so are 54 of the 113 killed.
    """
    head, end, cue = read.phrase.head, read.measured.last, read.kinded.cue
    if not read.kinded.fate or cue is None or head is None or head in grammar.sets["states"] or Scope.PART not in scope:
        return scope
    of_people = norm(tokens, end + 1) == "of" and norm(tokens, end + 2) == "the"
    between = [t.norm for t in tokens[read.phrase.last + 1 : cue[0] + 1]]
    finite = read.kinded.how == "front" or (read.kinded.how == "behind" and not grammar.auxiliaries.isdisjoint(between))
    return scope - {Scope.PART} if of_people and finite else scope
