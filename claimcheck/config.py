"""What a user may set. Nothing here is read from the environment or from a file: the command line fills it in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from claimcheck.model.subject import GRAVITY, Verdict


class FailOn(StrEnum):
    """The mildest verdict that makes `claimcheck compare` end with 1."""

    CONFLICT = "conflict"
    SUPERSEDED = "superseded"
    COMPATIBLE = "compatible"
    NEVER = "never"

    def reached_by(self, verdict: Verdict) -> bool:
        """Whether a subject with that verdict is at or above the threshold."""
        return self is not FailOn.NEVER and GRAVITY.index(verdict) <= GRAVITY.index(Verdict(self.value))


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are compared, and what counts as a failure."""

    reach: Decimal = Decimal(2)
    """How far an open bound is believed: "at least 5" reaches to 5 times this, "at most 10" down to 10 divided by it."""
    change_days: int = 14
    """Days after which a state that changes (troops, prices) may simply have changed."""
    fail_on: FailOn = FailOn.CONFLICT
    strict: bool = False
    """A skipped article is a failure."""

    def __post_init__(self) -> None:
        if self.reach < 1:
            raise ValueError("reach must be 1 or more: an open bound holds at least its own figure")
        if self.change_days < 0:
            raise ValueError("change_days must be 0 or more")
