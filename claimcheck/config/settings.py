"""What a user may set: each setting is one field of `Settings`, with its default, how it is read, and what it does.

Nothing here looks at the environment or at a file; `resolve` does, and the command line brings both together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

from claimcheck.config.ignores import IGNORES
from claimcheck.config.kinds import FLAG, OUTPUTS, PATH, Kind, choice, decimal, whole
from claimcheck.config.outputs import Output
from claimcheck.ignoring import Ignore
from claimcheck.model.subject import GRAVITY, Verdict
from claimcheck.report.interface import Format

ENVIRONMENT = "CLAIMCHECK_"
"""What the environment variable of a setting begins with; its name in capitals follows."""


class FailOn(StrEnum):
    """The mildest verdict that makes `claimcheck compare` end with 1."""

    CONFLICT = "conflict"
    SUPERSEDED = "superseded"
    COMPATIBLE = "compatible"
    NEVER = "never"

    def reached_by(self, verdict: Verdict) -> bool:
        """Whether a subject with that verdict is at or above the threshold."""
        return self is not FailOn.NEVER and GRAVITY.index(verdict) <= GRAVITY.index(Verdict(self.value))

    @property
    def failing(self) -> frozenset[Verdict]:
        """Every verdict at or above the threshold."""
        return frozenset(v for v in GRAVITY if self.reached_by(v))


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a setting beside its name, type and default."""

    kind: Kind[Any]
    help: str


def row(kind: Kind[Any], help: str) -> Mapping[str, Row]:
    """The metadata of a setting's field."""
    return {"row": Row(kind, help)}


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are compared, what counts as a failure, and what is written where."""

    fail_on: FailOn = field(
        default=FailOn.CONFLICT, metadata=row(choice(FailOn), "The mildest verdict that makes the exit code 1.")
    )
    strict: bool = field(default=False, metadata=row(FLAG, "A file that could not be read makes the exit code 3."))
    reach: Decimal = field(
        default=Decimal(2),
        metadata=row(
            decimal(1),
            'How far an open bound is believed: "at least 5" reaches to 5 times this, "at most 10" down to 10 divided by it.',
        ),
    )
    change_days: int = field(
        default=14,
        metadata=row(whole(0), "Days after which a state that changes (troops, prices) may simply have changed."),
    )
    format: Format = field(default=Format.TABLE, metadata=row(choice(Format), "How the report is written to standard output."))
    output: tuple[Output, ...] = field(
        default=(), metadata=row(OUTPUTS, "Files that the report is written to as well, each as FORMAT=PATH.")
    )
    ledger: Path | None = field(
        default=None, metadata=row(PATH, "The ledger to compare with; the one found from the articles upward if left out.")
    )
    new_only: bool = field(
        default=True, metadata=row(FLAG, "With a ledger, what it knows does not fail; without one, this changes nothing.")
    )
    fail_on_stale: bool = field(
        default=False, metadata=row(FLAG, "An entry of the ledger that is no discrepancy any more makes the exit code 1.")
    )
    exit_zero: bool = field(default=False, metadata=row(FLAG, "Discrepancies and stale entries end with 0; errors still do not."))
    ignore: tuple[Ignore, ...] = field(
        default=(), metadata=row(IGNORES, "What is passed over, and why: kinds, subjects, paths or publishers, as patterns.")
    )
    quiet: bool = field(default=False, metadata=row(FLAG, "Say nothing on standard error but errors."))
    color: Color = field(default=Color.AUTO, metadata=row(choice(Color), "When to colour text."))

    def __post_init__(self) -> None:
        if self.reach < 1:
            raise ValueError("reach must be 1 or more: an open bound holds at least its own figure")
        if self.change_days < 0:
            raise ValueError("change_days must be 0 or more")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, as a table of them shows it."""

    name: str
    default: Any
    kind: Kind[Any]
    help: str

    @property
    def variable(self) -> str:
        """Its environment variable."""
        return f"{ENVIRONMENT}{self.name.upper()}"

    @property
    def flag(self) -> str:
        """Its option on the command line."""
        return f"--{self.name.replace('_', '-')}"


def settings() -> tuple[Setting, ...]:
    """Every setting, in the order in which they are shown."""
    return tuple(_setting(f) for f in fields(Settings))


def _setting(of: Field[Any]) -> Setting:
    known: Row = of.metadata["row"]
    return Setting(of.name, of.default, known.kind, known.help)
