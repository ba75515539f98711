"""A number that may be no quantity, with the sentence it stands in: what the shapes of the filters look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.extract.mentions import Measured
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.filters import FilterRule
from claimcheck.lexicon.grammar import Grammar
from claimcheck.lexicon.types import Types
from claimcheck.text.tokens import Token


@dataclass(frozen=True, slots=True)
class View:
    """The sentence a number stands in, as the shapes look at it."""

    tokens: Sequence[Token]
    text: str
    """The article's text; token offsets point into it."""
    grammar: Grammar
    idioms: tuple[tuple[int, int, FilterRule], ...]
    """Phrases of the filters found in the sentence: first and last token, and the rule."""
    classes: Mapping[str, Collection[str]]
    """Classes of nouns for things that are counted one by one."""
    types: Types


@dataclass(frozen=True, slots=True)
class Suspect:
    """One number of a sentence, and the rule that may leave it out."""

    seen: View
    measured: Measured
    phrase: NounPhrase
    rule: FilterRule
