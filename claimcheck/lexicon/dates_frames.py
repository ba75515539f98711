"""Frames round a date that settle its direction, whatever the tense: postponed until, as soon as, Tuesday's shooting."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.lexicon.document import Value


@dataclass(frozen=True, slots=True)
class Frames:
    """What says more of a date than the tense of its clause."""

    parts: frozenset[str]
    """Words between a preposition and its date: until late February."""
    joints: frozenset[str]
    """What joins two dates of one frame: late February or early March."""
    deferred: frozenset[str]
    """Forms of verbs that put a thing off to a day that is to come."""
    deferred_to: frozenset[str]
    lasting: frozenset[str]
    """In front of the day to which what is now the case lasts, or from which it holds."""
    lasting_ends: frozenset[str]
    """Those of them behind which "has" and "have" tell of the past: has raised $3 million through May."""
    present: frozenset[str]
    perfect: frozenset[str]
    no_longer: frozenset[str]
    """Words between a verb and such a preposition by which the stretch is told as a past one: from May until June."""
    chances: frozenset[str]
    """Auxiliaries that look ahead with a verb in its base form behind them: could appear on Monday."""
    no_chance: frozenset[str]
    """Behind these they do not: could not be reached on Monday, could hear shots."""
    chance_beside: frozenset[str]
    """What stands in front of a date that such a verb speaks of; behind "the" or "of" it is some other thing's."""
    unplanned: frozenset[str]
    """Things of a day that nobody announces: Tuesday's shooting."""
    scheduled: frozenset[str]
    """Things of a month that are spoken of before and after it alike: the November election."""
    returning: frozenset[str]
    """In front of "back in": is due back in May."""


_WORDS = (
    *("parts", "joints", "deferred", "deferred_to", "lasting", "lasting_ends", "present", "perfect", "no_longer"),
    *("chances", "no_chance", "chance_beside", "unplanned", "scheduled", "returning"),
)


def load_frames(section: Value) -> Frames:
    """Read the section `frames`. Raises DataFileError."""
    fields = section.fields(required=_WORDS)
    return Frames(**{name: frozenset(fields[name].texts()) for name in _WORDS})
