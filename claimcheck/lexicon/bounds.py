"""Words that bound a figure (`bounds.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.examples import load_examples
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model.quantity import Bound, Dimension


class Reach(Enum):
    """On which side of a figure an "about" lies."""

    BOTH = "both"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class BoundWord:
    """One phrase: the bound it puts, and where it does not."""

    words: str
    bound: Bound
    reach: Reach
    not_with: frozenset[Dimension]
    unless_after: frozenset[str] = frozenset()
    """Words in front of the phrase that make it a bound all the same."""
    never_after: frozenset[str] = frozenset()
    """Words in front of the phrase behind which it is none: a film about three nuns."""


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Phrases in front of a figure and behind it."""

    forward: Phrases[BoundWord]
    backward: Phrases[BoundWord]


def load_bounds(document: Value) -> BoundWords:
    """Read bounds.yaml. Raises DataFileError."""
    sides: dict[str, list[tuple[str, BoundWord]]] = {"forward": [], "backward": []}
    kinds = {b.value: b for b in Bound if b is not Bound.RANGE}
    for row in document.fields(required=["entries"])["entries"].items():
        fields = row.fields(
            required=["words", "bound", "direction", "examples"], optional=["not_with", "unless_after", "never_after"]
        )
        load_examples(fields["examples"])
        written = fields["bound"].choice([*kinds, "below"])
        barred = (
            frozenset(Dimension(v.choice([d.value for d in Dimension])) for v in fields["not_with"].items())
            if "not_with" in fields
            else frozenset()
        )
        for words in fields["words"].texts():
            bound = BoundWord(
                words=words,
                bound=Bound.ABOUT if written == "below" else kinds[written],
                reach=Reach.BELOW if written == "below" else Reach.BOTH,
                not_with=barred,
                unless_after=frozenset(fields["unless_after"].texts()) if "unless_after" in fields else frozenset(),
                never_after=frozenset(fields["never_after"].texts()) if "never_after" in fields else frozenset(),
            )
            sides[fields["direction"].choice(sides)].append((words, bound))
    return BoundWords(Phrases.of(sides["forward"]), Phrases.of(sides["backward"]))
