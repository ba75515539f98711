"""A sentence with the words that speakers and what they say are looked for by."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimcheck.extract.look import HYPHENS, norm
from claimcheck.lexicon.attribution import Attributions
from claimcheck.lexicon.grammar import Grammar
from claimcheck.text.tokens import Kind, Token

_INNER = HYPHENS | frozenset(["'", "’", "&", "/"])
"""Marks that may stand inside a name."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and the words it is read with."""

    tokens: Sequence[Token]
    bases: Sequence[str]
    """The tokens' base forms as verbs."""
    dated: Collection[int]
    """Tokens of dates, which are no part of a name."""
    words: Attributions
    grammar: Grammar

    def norm(self, at: int) -> str:
        """The normal form of a token; empty outside the sentence."""
        return norm(self.tokens, at)

    def base(self, at: int) -> str:
        """The base form of a token as a verb."""
        return self.words.forms.get(self.tokens[at].norm, self.bases[at])

    def mark(self, at: int) -> bool:
        """Whether a token is a mark that parts phrases: no hyphen, apostrophe or dot of an abbreviation."""
        token = self.tokens[at]
        if token.kind is not Kind.MARK or (token.text in _INNER and not (token.text in HYPHENS and token.space)):
            return False
        return not (token.text == "." and at - 1 not in self.dated and self._abbreviates(at))

    def _abbreviates(self, dot: int) -> bool:
        """Whether a full stop belongs to a title or an initial: `Gen. Roe`, `J. Roe`, but not `... left.One witness`."""
        if dot == 0 or dot + 1 >= len(self.tokens) or self.tokens[dot].space:
            return False
        word, following = self.tokens[dot - 1], self.tokens[dot + 1]
        return word.capital and following.kind is Kind.WORD and len(word.text) <= (5 if following.space else 1)

    def lower(self, at: int) -> bool:
        """Whether a token is a word without a capital."""
        return self.tokens[at].kind is Kind.WORD and not self.tokens[at].capital

    def finite(self, at: int) -> bool:
        """Whether a token looks like an inflected verb or is an auxiliary."""
        if not 0 <= at < len(self.tokens) or not self.lower(at):
            return False
        word = self.tokens[at].norm
        if word in self.grammar.auxiliaries:
            return True
        if self.norm(at - 1) in self.grammar.determiners:
            return False
        if word in self.words.unchanged and self.norm(at + 1) in self.grammar.determiners:  # the deal set a precedent
            return True
        base = self.grammar.verb(word)
        return base is not None and base != word and not word.endswith(("ing", "s")) and word not in self.words.nouns

    def adverbial(self, at: int) -> bool:
        """Whether a token only tells when or how: an adverb or a part of a date."""
        word = self.norm(at)
        noun = word in self.grammar.sets["ly_nouns"] and word not in self.grammar.sets["ly_adverbs"]
        return at in self.dated or (self.lower(at) and (word in self.grammar.adverbs or (word.endswith("ly") and not noun)))
