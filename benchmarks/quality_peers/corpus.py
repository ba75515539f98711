"""The corpus: sentences with the quantities that a careful reader finds in them (`corpus.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

DIMENSIONS = ("count", "money", "percent", "measure", "duration", "date")
BOUNDS = ("exact", "at_least", "at_most", "about", "range")
FILE = Path(__file__).with_name("corpus.yaml")

Figure = tuple[Decimal, Decimal] | tuple[date, date]
"""Low and high, equal unless a range was written; days for a date."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a sentence in code points, end excluded."""

    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """Whether it shares a code point with another stretch."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Label:
    """A quantity as it should be read."""

    place: Place
    quote: str
    figures: tuple[Figure, ...]
    """The figure, and others that are right too."""
    bound: str
    dimension: str
    unit: str | None

    @property
    def in_words(self) -> bool:
        """Whether its number is written without a digit."""
        return not any(c.isdigit() for c in self.quote)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its labels."""

    text: str
    labels: tuple[Label, ...]
    traps: tuple[Place, ...]
    """Numbers that are no quantity."""
    free: tuple[Place, ...]
    """Words that may be read or not."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All sentences, and the day that they are read as of."""

    published: date
    sentences: tuple[Sentence, ...]


def load(path: Path = FILE) -> Corpus:
    """Reads and checks the corpus.

    Raises:
        ValueError: An entry cannot be right; says which sentence and what is wrong with it.
    """
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Corpus(raw["published"], tuple(_sentence(entry) for entry in raw["sentences"]))


def _sentence(raw: Mapping[str, Any]) -> Sentence:
    text = raw["text"]
    unknown = set(raw) - {"text", "has", "not", "leave"}
    if unknown:
        raise ValueError(f"{text!r}: unknown keys {sorted(unknown)}")
    labels = tuple(_label(text, entry) for entry in raw.get("has", ()))
    traps = tuple(_place(text, quote) for quote in raw.get("not", ()))
    free = tuple(_place(text, quote) for quote in raw.get("leave", ()))
    for one in labels:
        if any(one.place.meets(p.start, p.end) for p in (*traps, *free)):
            raise ValueError(f"{text!r}: {one.quote!r} is labelled twice")
    return Sentence(text, labels, traps, free)


def _label(text: str, raw: Mapping[str, Any]) -> Label:
    dimension, bound = raw.get("dim", "count"), raw.get("bound", "exact")
    if dimension not in DIMENSIONS or bound not in BOUNDS or set(raw) - {"quote", "nth", "figure", "or", "bound", "dim", "unit"}:
        raise ValueError(f"{text!r}: cannot use the label {dict(raw)}")
    figures = tuple(_figure(value) for value in (raw["figure"], *raw.get("or", ())))
    return Label(_place(text, raw["quote"], raw.get("nth", 1)), raw["quote"], figures, bound, dimension, raw.get("unit"))


def _place(text: str, quote: str, nth: int = 1) -> Place:
    whole = re.compile(rf"(?<!\w){re.escape(quote)}(?!\w)")
    found = [m.span() for m in whole.finditer(text)]
    if len(found) < nth:
        raise ValueError(f"{text!r} does not hold {quote!r} {nth} times")
    return Place(*found[nth - 1])


def _figure(value: Any) -> Figure:
    low, high = value if isinstance(value, list) else (value, value)
    if isinstance(low, date) and isinstance(high, date):
        return low, high
    return Decimal(str(low)), Decimal(str(high))
