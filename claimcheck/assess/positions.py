"""Positions: the claims of a subject that state the same value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.assess.origins import origins
from claimcheck.assess.relate import UNITLESS
from claimcheck.assess.stance import Stance, Standing
from claimcheck.model.claim import Claim
from claimcheck.model.deed import Deed
from claimcheck.model.quantity import Quantity
from claimcheck.model.subject import Position
from claimcheck.model.tolerances import Tolerances
from claimcheck.model.wording import describe

Key = tuple[str, ...]
"""What two claims must share to be one position, as text so that it sorts and hashes."""


def key(stance: Stance) -> Key:
    """The value as written, with its bound and unit; a denied figure is a position of its own."""
    value = stance.values[0]
    denied = "denied" if stance.standing is Standing.DENIED else ""
    if isinstance(value, Deed):
        return ("fact", denied, value.act, value.polarity.value)
    if not isinstance(value, Quantity):
        return ("date", denied, str(value.first), str(value.last), value.bound.value)
    unit = "" if value.dimension in UNITLESS else value.unit or ""
    low, high = (f"{end.normalize():f}" for end in value.figure)
    return (value.dimension.value, denied, low, high, value.bound.value, unit, "loose" if value.loose else "")


def position(claims: Sequence[Claim], rules: Tolerances) -> Position:
    """A position of these claims, named by the value that most of their articles give."""
    votes = Counter(
        value for value, _ in sorted({(describe(c), c.source) for c in claims if not c.restates} or {(describe(claims[0]), "")})
    )
    return Position(value=_first(claims, votes), claims=tuple(claims), origins=origins(claims, rules))


def _first(claims: Sequence[Claim], votes: Counter[str]) -> str:
    most = max(votes.values())
    return next((value for c in claims if votes[value := describe(c)] == most), min(votes))
