"""What the readers of a sentence hand to one another: stretches of its tokens with what they mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from claimcheck.model.claim import Step
from claimcheck.model.quantity import Dimension
from claimcheck.model.when import When


class Form(Enum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    VAGUE = "vague"
    """A word that names no number: dozens, several."""
    FRACTION = "fraction"
    ORDINAL = "ordinal"
    ARTICLE = "article"
    """The `a` of "a dozen", "a year", "a million"."""
    NONE = "none"
    """no one, none, no casualties."""
    MULTIPLE = "multiple"
    """a triple murder."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression; `first` and `last` are token indexes, both included."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    """Equal to `low` unless a range or a vague word was written."""
    form: Form
    range: bool = False
    """Written as a range: 20 to 30."""
    unit: Decimal = Decimal(1)
    """One unit of its last significant digit: 0.1 for 7.6, 100000 for 1.2 million."""
    scale: Decimal = Decimal(1)
    """What its scale word multiplied by: 1000000 for 1.2 million."""
    loose: bool = False
    """A vague word that people also use of far larger figures."""
    entry: str = ""
    """The lexicon entry or pattern that read it."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression; `first` and `last` are token indexes, both included."""

    first: int
    last: int
    when: When
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its dimension and unit, before bounds and nouns are read."""

    number: Number
    first: int
    last: int
    """Tokens of number and unit, both included."""
    dimension: Dimension
    unit: str | None
    low: Decimal
    high: Decimal
    """The figure in `unit` (cents as dollars, decades as years)."""
    grain: Decimal
    """One unit of the last significant digit, in `unit`."""
    rule: str
    """What decided it: `unit.money.sign`, `unit.age` ..."""
    hyphened: bool = False
    """Whether a hyphen ties it to the noun behind it: 20-member, 15-minute."""
    age: bool = False

    def plus(self, more: Decimal, last: int) -> Measured:
        """This and `more` of its unit, which is written up to token `last`."""
        return replace(self, last=last, low=self.low + more, high=self.high + more, grain=min(self.grain, more))


def measured(
    number: Number,
    dimension: Dimension,
    unit: str | None,
    rule: str,
    *,
    first: int | None = None,
    last: int | None = None,
    times: Decimal = Decimal(1),
    hyphened: bool = False,
    age: bool = False,
) -> Measured:
    """A number with its dimension; it and its unit reach from token `first` to `last`, and `times` turns it into that unit."""
    return Measured(
        number=number,
        first=number.first if first is None else first,
        last=number.last if last is None else last,
        dimension=dimension,
        unit=unit,
        low=number.low * times,
        high=number.high * times,
        grain=number.unit * times,
        rule=rule,
        hyphened=hyphened,
        age=age,
    )
