"""The verdicts under which articles differ, as rules that other programs list, count and link to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from claimcheck.model.subject import Verdict


class Level(StrEnum):
    """How grave a rule is, in the words of SARIF."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of discrepancy."""

    id: str
    title: str
    level: Level
    lead: str
    """How a message about one begins."""
    short: str
    help: str


RULES: Mapping[Verdict, Rule] = MappingProxyType({
    Verdict.CONFLICT: Rule(
        "conflict",
        "Conflict",
        Level.ERROR,
        "Articles conflict on",
        "Articles give figures, dates or deeds that cannot both hold, and time does not explain it.",
        "Two positions exclude each other as they were put: their intervals do not overlap, and neither is the later state of the "
        "other. Read both quotations in their articles. They may speak of different things, one may repeat an old figure, or one "
        "is wrong; claimcheck does not say which.",
    ),
    Verdict.SUPERSEDED: Rule(
        "superseded",
        "Superseded",
        Level.WARNING,
        "Articles give earlier and later accounts of",
        "Articles give figures that cannot both hold, and the later one explains the earlier.",
        "A count that only grows and a later article, a text that says the figure was revised, or a state that changes and was "
        "reported some time apart. An article that still gives the earlier figure may need an update.",
    ),
    Verdict.COMPATIBLE: Rule(
        "compatible",
        "Compatible",
        Level.NOTE,
        "Articles differ, and leave room for each other, on",
        "Articles give different figures, and what was said leaves room for both.",
        "\"At least 14\" and 17 can both hold. Nothing has to be done; a text that quotes one may name the other.",
    ),
})  # fmt: skip
"""In order of gravity. `agree` and `single` are no discrepancies."""
