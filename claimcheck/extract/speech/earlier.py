"""Who spoke before a sentence: what its pronouns and its quotations without a speaker may go back to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.extract.speech.attribution import Told, attributions, resolved
from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.text.sentences import Sentence
from claimcheck.text.tokens import tokenise

_NEAR = 400
"""Code points before a sentence in which its pronouns are looked for."""
_FAR = 1600
"""Code points in which the speaker is looked for whom nothing nearer names."""
_OF_MEN = re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im|Mr)\b")
_OF_WOMEN = re.compile(r"\b(?:[Ss]he|[Hh]ers?|Mrs|Ms|Miss)\b")


@dataclass(slots=True)
class Earlier:
    """The sentences of a text, read for their speakers once each and only when asked."""

    text: str
    sentences: Sequence[Sentence]
    catalogue: Catalogue
    _told: dict[int, tuple[Told, ...]] = field(default_factory=dict)

    def named(self, at: int, told: tuple[Told, ...]) -> tuple[Told, ...]:
        """What sentence `at` tells, its pronouns named by who spoke before it."""
        if any(t.pronoun for t in told):
            told = resolved(told, self._before(at, _NEAR))
        if any(t.pronoun and self._one_sex(at, t.speaker) for t in told):
            told = resolved(told, self._before(at, _FAR))
        return told

    def _before(self, at: int, back: int) -> tuple[Told, ...]:
        """All that is told in so much text before a sentence, in order."""
        lowest = self.sentences[at].span.start - back
        first = at
        while first > 0 and self.sentences[first - 1].span.start >= lowest:
            first -= 1
        return tuple(told for i in range(first, at) for told in self._of(i))

    def _of(self, at: int) -> tuple[Told, ...]:
        if at not in self._told:
            span, grammar = self.sentences[at].span, self.catalogue.grammar
            tokens = tokenise(self.text, span.start, span.end)
            bases = [grammar.verb(t.norm) or t.norm for t in tokens]
            days = self.catalogue.dates.calendar.weekdays
            dated = frozenset(i for i, t in enumerate(tokens) if t.capital and t.norm in days)  # tweeted early Thursday asking for
            self._told[at] = attributions(tokens, bases, self.catalogue.attributions, grammar, dated)
        return self._told[at]

    def _one_sex(self, at: int, pronoun: str) -> bool:
        """Whether the text before speaks of men only, or of women only, so that a pronoun for one may mean who spoke far before."""
        other = {"he": _OF_WOMEN, "she": _OF_MEN}.get(pronoun.lower())
        start = self.sentences[at].span.start
        return other is not None and other.search(self.text, max(0, start - _FAR), start) is None
