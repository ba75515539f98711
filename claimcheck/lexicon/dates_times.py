"""The words of the time of day (`dates.yaml`, `times`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from claimcheck.lexicon.document import Value

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """Words of the time of day."""

    halves: frozenset[str]
    zones: frozenset[Words]
    clock: frozenset[str]
    hours: frozenset[Words]
    hour_words: Mapping[str, int]
    named: Mapping[str, time]
    parts: frozenset[Words]
    """Parts of the day behind a bare hour: at night, in the morning."""
    day_parts: frozenset[str]
    """Their nouns: morning."""
    openers: frozenset[str]
    """What stands in front of an hour."""
    joints: frozenset[str]
    """What joins two hours."""


def load_times(value: Value) -> Times:
    """Read the times of day of dates.yaml. Raises DataFileError."""
    fields = value.fields(
        required=["halves", "zones", "clock", "hours", "hour_words", "named", "parts", "day_parts", "openers", "joints"]
    )
    named = {}
    for row in fields["named"].items():
        entry = row.fields(required=["words", "at"])
        try:
            at = time.fromisoformat(entry["at"].text())
        except ValueError:
            raise entry["at"].wrong('expected a time such as "12:00"') from None
        named.update(dict.fromkeys(entry["words"].texts(), at))
    return Times(
        halves=_words(fields["halves"]),
        parts=_phrases(fields["parts"]),
        day_parts=_words(fields["day_parts"]),
        openers=_words(fields["openers"]),
        joints=_words(fields["joints"]),
        zones=_phrases(fields["zones"]),
        clock=_words(fields["clock"]),
        hours=_phrases(fields["hours"]),
        hour_words={word: hour for hour, word in enumerate(fields["hour_words"].texts(), 1)},
        named=named,
    )


def _words(value: Value) -> frozenset[str]:
    return frozenset(value.texts())


def _phrases(value: Value) -> frozenset[Words]:
    return frozenset(tuple(text.split()) for text in value.texts())
