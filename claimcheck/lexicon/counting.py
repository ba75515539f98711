"""The words that tell on which day a figure was counted (`counting.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.phrases import Phrases


@dataclass(frozen=True, slots=True)
class CountingExample:
    """A sentence, the day of its article, one of its figures, and the day of that where the sentence gives it."""

    text: str
    published: date | None
    figure: Decimal
    day: date | None


@dataclass(frozen=True, slots=True)
class Counting:
    """Words round a figure and a day; the lists are described where they stand."""

    as_of: Phrases[str]
    by: Phrases[str]
    former: Phrases[str]
    """Phrases between a count and the one it has come from."""
    naming: frozenset[str]
    perfect: frozenset[str]
    not_perfect: frozenset[str]
    states: frozenset[str]
    be: frozenset[str]
    times: frozenset[str]
    tolls: frozenset[str]
    levels: frozenset[str]
    to_figure: frozenset[str]
    direct: frozenset[str]
    puts: frozenset[str]
    near: frozenset[str]
    opening: frozenset[str]
    easy: frozenset[str]
    breaks: frozenset[str]
    examples: tuple[CountingExample, ...]


_WORDS = (
    *("perfect", "not_perfect", "states", "be", "times", "tolls", "levels", "to_figure", "direct", "puts", "near", "opening"),
    *("easy", "breaks", "naming"),
)


def load_counting(document: Value) -> Counting:
    """Read counting.yaml. Raises DataFileError."""
    fields = document.fields(required=["as_of", "by", "from", "examples", *_WORDS])
    yes, no = fields["examples"].fields(required=["yes", "no"]).values()
    return Counting(
        as_of=_phrases(fields["as_of"]),
        by=_phrases(fields["by"]),
        former=_phrases(fields["from"]),
        **{name: frozenset(fields[name].texts()) for name in _WORDS},
        examples=(*(_example(row, given=True) for row in yes.items()), *(_example(row, given=False) for row in no.items())),
    )


def _phrases(value: Value) -> Phrases[str]:
    return Phrases.of((words, words) for words in value.texts())


def _example(row: Value, *, given: bool) -> CountingExample:
    fields = row.fields(required=["text", "figure", *(["day"] if given else [])], optional=["published"])
    published, day = (_day(fields[name]) if name in fields else None for name in ("published", "day"))
    return CountingExample(fields["text"].text(), published, fields["figure"].number(), day)


def _day(value: Value) -> date:
    try:
        return date.fromisoformat(value.text())
    except ValueError:
        raise value.wrong(f"expected a day such as 2025-09-28, found {value.text()!r}") from None
