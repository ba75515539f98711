"""Units of measure, duration and money, and their conversion (`claims/lexicon/en/units.yaml`, `currencies.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model.quantity import Dimension

WORDS = (
    "percent", "percentage", "points", "minus", "quakes", "shaking", "measuring", "aged", "old",
    "no_names", "between", "top_of", "age_before", "age_short", "age_then_on", "age_about", "age_taken",
    "age_be", "age_of", "no_rate", "ages",
    "age_older", "age_over", "age_limits", "age_people", "age_young", "age_small", "age_kin", "age_apposed", "age_one",
    "alias", "age_at",
    "age_of_be", "glued_inches", "age_then", "age_stated", "age_goes_on", "age_averaged", "age_whose",
    "no_age_at", "months_and_days", "article_units", "magnitudes", "daily", "warmth", "age_placed", "before_months",
)  # fmt: skip
"""The lists that units.yaml must give under `words`."""


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
    """Its names and symbols as written behind a number."""


@dataclass(frozen=True, slots=True)
class Units:
    """All units, by id and by the words that name them."""

    by_id: Mapping[str, Unit]
    names: Phrases[tuple[Unit, Decimal]]
    """What each word stands for: so many of the unit ("decade": 10 years)."""
    rates: Mapping[str, str]
    """Adverbs of time to the unit they are a rate by: daily is per day."""
    sets: Mapping[str, frozenset[str]]
    """Words that stand round measures, by what they do (the `words` of the file)."""

    @property
    def spans(self) -> frozenset[str]:
        """The words for units of which one may be measured with an article alone: "a year after", "less than a mile"."""
        rows = (row for rows in self.names.starts.values() for row in rows)
        single = self.sets["article_units"]
        return frozenset(words[0] for words, (unit, _) in rows if unit.dimension is Dimension.DURATION or unit.id in single)

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
    names: dict[str, tuple[Unit, Decimal]] = {}
    top = document.fields(required=["units", "rates", "words"], optional=["examples"])
    for family, body in top["units"].pairs():
        for ident, row in body.pairs():
            if ident in by_id:
                raise row.wrong(f"the unit {ident!r} stands twice")
            fields = row.fields(required=["words", "factor"], optional=["offset", "multiples"])
            unit = Unit(
                id=ident,
                dimension=Dimension.DURATION if family == "time" else Dimension.MEASURE,
                family=family,
                factor=fields["factor"].number(),
                offset=fields["offset"].number() if "offset" in fields else Decimal(0),
                words=fields["words"].texts(),
            )
            by_id[ident] = unit
            multiples = {word: n.number() for word, n in fields["multiples"].pairs()} if "multiples" in fields else {}
            for word, times in [*((w, Decimal(1)) for w in unit.words), *multiples.items()]:
                if word in names:
                    raise row.wrong(f"{word!r} names two units: {names[word][0].id} and {ident}")
                names[word] = (unit, times)
    rates = {}
    for word, unit_id in top["rates"].pairs():
        rates[word] = unit_id.choice(by_id)
    sets = {name: frozenset(v.texts()) for name, v in top["words"].fields(required=WORDS).items()}
    return Units(MappingProxyType(by_id), Phrases.of(names.items()), MappingProxyType(rates), MappingProxyType(sets))
