"""What comparing two claims gives: a score with the fields that made it, or the field that forbids that they are one subject."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.lexicon.linking import Linking
from claimcheck.model.claim import Frame


@dataclass(frozen=True, slots=True)
class Match:
    """What comparing one field gave."""

    field: str
    score: float
    detail: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims compared."""

    score: float
    matches: tuple[Match, ...]
    blocked: str | None = None
    """Which field forbids that they are one subject."""
    firm: bool = True
    """Whether a blocker cannot be outvoted by the claims that belong to both."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """One plain sentence a field that counted."""
        return tuple(m.detail for m in self.matches if m.detail)


def blocked(why: str, *, firm: bool = True) -> Comparison:
    """A comparison that ends the question."""
    return Comparison(float("-inf"), (), why, firm)


def total(matches: Sequence[Match]) -> Comparison:
    """The sum of the fields that counted."""
    kept = tuple(m for m in matches if m.score)
    return Comparison(sum(m.score for m in kept), kept)


def both(one: object, two: object) -> str:
    """Two words for people; one where they are the same."""
    return " and ".join(sorted({repr(one), repr(two)}))


def shared_words(
    one: Frame,
    two: Frame,
    linking: Linking,
    weights: Mapping[str, float],
    *,
    told: bool = False,
    leave: Collection[str | None] = (),
) -> list[Match]:
    """What the words of their clauses and sentences share.

    `told`: other fields already tell that they are of one thing. `leave` are words that do not count.
    """
    close = (one.near & two.near) - frozenset(leave)
    near = weigh(close, one.names | two.names, linking)
    wide = (one.far | one.before) & (two.far | two.before)
    far = weigh(wide - (one.near & two.near), one.names | two.names, linking)
    found = []
    if near:
        words = sorted(close, key=lambda w: (-linking.weight(w), w))[:4]
        found.append(
            Match("near", weights["near"] * min(1.0, near / weights["near_full"]), f"their clauses share {', '.join(words)}")
        )
    elif "nothing_shared" in weights and not told:
        found.append(Match("near", weights["nothing_shared"], "their clauses share no word of weight"))
    if far:
        found.append(
            Match(
                "far", weights["far"] * min(1.0, far / weights["far_full"]), "their sentences, or those before, share further words"
            )
        )
    return found


def weigh(words: Collection[str], names: Collection[str], linking: Linking) -> float:
    """The weight of shared words; those that are names weigh more."""
    return sum(linking.weight(w) * (linking.name if w in names else 1.0) for w in sorted(words))
