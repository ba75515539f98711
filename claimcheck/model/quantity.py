"""Number expressions as intervals (SEMANTICS: "A quantity")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Dimension(StrEnum):
    """The kinds of value. Values of different dimensions are never compared, but for a duration against a date."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    DURATION = "duration"
    MEASURE = "measure"
    RANK = "rank"
    RATE = "rate"
    FACT = "fact"
    """A deed: no number, but whether something was done."""


class Bound(StrEnum):
    """How a figure was put."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number expression with its unit and its bound."""

    dimension: Dimension
    unit: str | None
    """Money: ISO 4217 code. Duration: minute ... year. Measure: a unit id of the catalogue. Rate: per day, ..."""
    figure: tuple[Decimal, Decimal]
    """What was written, equal unless a range was written. Percent as 70, not 0.7."""
    bound: Bound
    low: Decimal | None
    """Lower end of the closed interval it is read as; None is unbounded."""
    high: Decimal | None
    slack: Decimal = Decimal(0)
    """Half a unit of the last significant digit written, in `unit`; never over 5% of the figure; 0 where the figure is exact."""
    vague: bool = False
    """Put in a word that names no number: dozens, several, thousands."""
    loose: bool = False
    """A vague word that people also use of far larger figures ("thousands" of 20,000); see the numbers lexicon."""
    grain: Decimal = Decimal(0)
    """Half a unit of the last significant digit written, uncapped, also of an exact figure; for comparing across units."""
