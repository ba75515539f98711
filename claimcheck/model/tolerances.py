"""How far figures may lie apart before they are said to differ."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Tolerances:
    """The settings of comparing. Each is a plain number, so that a report can say which were in force."""

    reach: Decimal = Decimal(2)
    """How far an open bound reaches: `at least 5` to 5 times this, `at most 5` down to 5 divided by it."""
    loose_reach: Decimal = Decimal(10)
    """How far a loose word ("thousands") reaches above its highest figure."""
    changes_after: int = 14
    """Days after which a state may have changed."""
    rounding_cap: Decimal = Decimal("0.05")
    """The most that rounding may take of a figure."""
    unit_cap: Decimal = Decimal("0.10")
    """The same between different units."""
    same_sentence: int = 90
    """Likeness (0 to 100) from which two sentences are one wire copy."""
    wires: frozenset[str] = frozenset()
    """Claimants, in lower case, whose reports are one origin wherever they are quoted (news agencies)."""
    parts: int = 12
    """How many figures of one article are tried as parts of a sum."""
