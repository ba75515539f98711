"""Units of measure, duration and money, and their conversion (`claims/lexicon/en/units.yaml`, `currencies.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.lexicon.document import Value
from claimcheck.model.quantity import Dimension


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: what it is called, and how many of its family's base unit it holds."""

    id: str
    dimension: Dimension
    family: str
    """Units of one family convert into one another: time, length, area, mass, speed, magnitude ..."""
    factor: Decimal
    """Base units in one of it."""
    offset: Decimal
    """Base value of zero of it (temperatures)."""
    words: tuple[str, ...]
    """Its names and symbols as written after a number; a name of several words is written with spaces."""
    heads: bool = False
    """Whether it may also be a plain noun ("foot", "second"), so that it is only read as a unit behind a number."""


@dataclass(frozen=True, slots=True)
class Units:
    """All units, by id and by the words that name them."""

    by_id: Mapping[str, Unit]
    by_word: Mapping[str, Unit]
    """Keyed by the words in lower case; symbols whose case matters (m, M) are keyed as written as well."""

    def to_base(self, unit: str, value: Decimal) -> Decimal:
        """`value` of `unit` in the base unit of its family. Raises KeyError for an unknown unit."""
        entry = self.by_id[unit]
        return value * entry.factor + entry.offset

    def family(self, unit: str | None) -> str | None:
        """The family of a unit, or None where it has none."""
        entry = self.by_id.get(unit) if unit else None
        return entry.family if entry else None


def load_units(document: Value) -> Units:
    """Read units.yaml. Raises DataFileError."""
    by_id: dict[str, Unit] = {}
    by_word: dict[str, Unit] = {}
    for family, body in document.fields(required=["units"])["units"].pairs():
        for ident, row in body.pairs():
            fields = row.fields(required=["words"], optional=["factor", "offset", "dimension", "heads"])
            unit = Unit(
                id=ident,
                dimension=Dimension(fields["dimension"].choice([d.value for d in Dimension]))
                if "dimension" in fields
                else (Dimension.DURATION if family == "time" else Dimension.MEASURE),
                family=family,
                factor=fields["factor"].number() if "factor" in fields else Decimal(1),
                offset=fields["offset"].number() if "offset" in fields else Decimal(0),
                words=fields["words"].texts(),
                heads="heads" in fields and fields["heads"].flag(),
            )
            if ident in by_id:
                raise row.wrong(f"the unit {ident!r} stands twice")
            by_id[ident] = unit
            for word in unit.words:
                if word in by_word:
                    raise row.wrong(f"{word!r} names two units: {by_word[word].id} and {ident}")
                by_word[word] = unit
    return Units(by_id, by_word)
