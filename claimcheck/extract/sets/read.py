"""One number of a sentence as it was read: its bound, noun, kind and dimension."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extract.kinds.words import Kinded
from claimcheck.extract.mentions import Measured
from claimcheck.extract.nouns.phrases import NounPhrase
from claimcheck.lexicon.bounds import BoundWord
from claimcheck.lexicon.phrases import Match
from claimcheck.model.quantity import Dimension


@dataclass(frozen=True, slots=True)
class Read:
    """One number of a sentence as it was read."""

    measured: Measured
    phrase: NounPhrase
    bound: Match[BoundWord] | None
    kinded: Kinded
    dimension: Dimension
    unit: str | None
    noun: str | None
    """The counted noun, also where another number's phrase or an earlier one gives it."""
    part_of: Read | None = None
    """The figure of the sentence that it names a part of."""

    @property
    def first(self) -> int:
        """The token where its bound words begin."""
        if self.bound is not None and self.bound.first < self.measured.first:
            return self.bound.first
        return self.measured.first
