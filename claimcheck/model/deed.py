"""Deeds: what somebody is said to have done, or not to have done (SEMANTICS: "A factual claim without a number")."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.quantity import Bound, Dimension

NOBODY = "nobody"
"""The head of who did a deed that nobody did: "no court has approved"."""


class Polarity(StrEnum):
    """Whether a deed is said to have been done."""

    DONE = "done"
    OPPOSED = "opposed"
    """Its opposite was done: rejected, where the deed is to approve."""
    NOT_DONE = "not_done"
    NOT_YET = "not_yet"
    """Not done so far: "has not yet", "has yet to"."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who did a deed, or what it was done to. All words but `text` are in normal form."""

    text: str
    """As written."""
    head: str
    """The noun it is about, or the last of a name: senate, petro, deal."""
    names: frozenset[str] = frozenset()
    """Further words of proper names, titles apart."""
    places: frozenset[str] = frozenset()
    """Countries and peoples, as aliases resolve them."""
    words: frozenset[str] = frozenset()
    """Further content words."""
    limits: frozenset[str] = frozenset()
    """Those of its words that may limit it: children in "the drug for children". Not to approve that is not to approve none."""
    purpose: frozenset[str] = frozenset()
    """The words of a clause that belongs to it: close, mine in "the order to close the mine"."""
    described: frozenset[str] = frozenset()
    """Of a thing named barely: words that describe it elsewhere in its article, or those of the title where none do."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed with its polarity, who did it and what it was done to."""

    act: str
    """The kind of deed, by its id in the catalogue: approval, signing."""
    polarity: Polarity
    said: str
    """In plain words: "approved", "not yet approved", "rejected"."""
    actor: Party | None = None
    object: Party | None = None
    charge: frozenset[str] = frozenset()
    """What a verdict or a plea is of: murder, fraud."""

    @property
    def dimension(self) -> Dimension:
        """Always `Dimension.FACT`."""
        return Dimension.FACT

    @property
    def bound(self) -> Bound:
        """Always `Bound.EXACT`: a deed is done or not."""
        return Bound.EXACT

    def opposes(self, other: Deed) -> bool:
        """Whether one says that the deed was done, and the other that it was not."""
        return self.act == other.act and (self.polarity is Polarity.DONE) != (other.polarity is Polarity.DONE)
