"""What the articles themselves say of two units.

"85 million euros ($108 million)" gives a rate, "85 miles (135 km)" two names of one figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.interval import grain
from claimcheck.model.quantity import Dimension, Quantity

Figure = tuple[Decimal, Decimal]
Measured = tuple[str | None, Figure]
"""A unit and a figure in it."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Conversions that the articles let one derive."""

    table: Mapping[tuple[str, str], Decimal] = field(default_factory=dict)
    """Units of the second currency for one of the first."""
    told: frozenset[tuple[Measured, Measured]] = frozenset()
    """Figures that an article gives for one another, either way round."""

    def rate(self, source: str | None, target: str | None) -> Decimal | None:
        """Units of `target` for one of `source`; None where no article gives them."""
        return self.table.get((source or "", target or ""))

    def equal(self, one: Quantity, two: Quantity) -> bool:
        """Whether some article gives the two figures for one another."""
        return ((one.unit, one.figure), (two.unit, two.figure)) in self.told


def rates(claims: Iterable[Claim]) -> Rates:
    """What the restatements among `claims` give; of several rates the most precise, joined where they share a currency."""
    by_id = {claim.id: claim for claim in claims}
    best: dict[tuple[str, str], tuple[Decimal, str, Decimal]] = {}
    told: set[tuple[Measured, Measured]] = set()
    for claim in by_id.values():
        origin = by_id.get(claim.restates or "")
        if origin is None or not isinstance(claim.value, Quantity) or not isinstance(origin.value, Quantity):
            continue
        for one, two in ((origin.value, claim.value), (claim.value, origin.value)):
            told.add(((one.unit, one.figure), (two.unit, two.figure)))
            if not _priced(one) or not _priced(two) or one.unit == two.unit:
                continue
            error = grain(one) / one.figure[0] + grain(two) / two.figure[0]
            entry = (error, claim.id, two.figure[0] / one.figure[0])
            key = (one.unit or "", two.unit or "")
            best[key] = min(best.get(key, entry), entry)
    return Rates(_joined({key: rate for key, (_, _, rate) in best.items()}), frozenset(told))


def _priced(value: Quantity) -> bool:
    return value.dimension is Dimension.MONEY and bool(value.unit) and value.figure[0] == value.figure[1] and value.figure[0] > 0


def _joined(direct: dict[tuple[str, str], Decimal]) -> dict[tuple[str, str], Decimal]:
    """The table with every currency that can be reached over others, by the shortest way."""
    table: dict[tuple[str, str], Decimal] = {}
    for start in sorted({source for source, _ in direct}):
        reached = {start: Decimal(1)}
        edge = [start]
        while edge:
            fresh: list[str] = []
            for via in edge:
                for (source, target), rate in sorted(direct.items()):
                    if source == via and target not in reached:
                        reached[target] = reached[via] * rate
                        fresh.append(target)
            edge = fresh
        table.update({(start, target): rate for target, rate in reached.items() if target != start})
    return table
