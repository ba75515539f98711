"""Subjects and the positions taken on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.claim import Claim


class Verdict(StrEnum):
    """What is said of two positions, or of a subject as a whole (SEMANTICS: "Findings"). In order of gravity, `single` apart."""

    CONFLICT = "conflict"
    SUPERSEDED = "superseded"
    COMPATIBLE = "compatible"
    AGREE = "agree"
    SINGLE = "single"


GRAVITY = (Verdict.CONFLICT, Verdict.SUPERSEDED, Verdict.COMPATIBLE, Verdict.AGREE, Verdict.SINGLE)
"""The verdicts, gravest first."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why two claims were put under one subject."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    """One plain sentence a compared field."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two claims were put under one subject, or were not."""

    together: bool
    """Whether they are under one subject."""
    score: float | None
    """What their fields say for it; None where something forbids it."""
    needed: float
    """The score from which they may be one."""
    fields: tuple[tuple[str, float, str], ...]
    """Each field that counted, with its weight and, where there is more to say, a plain sentence."""
    why: str
    """What decided, in a sentence."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The one thing that its claims are about, before anything is said of whether they agree."""

    id: str
    label: str
    """Its name in plain words: "people killed (Troy shooting)"."""
    kind: str
    claims: tuple[Claim, ...]
    """In the order of articles, then of offsets."""
    story: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One value of a subject, with all the claims that state it."""

    value: str
    """In plain words: "at least 14", "2008-05-13"."""
    claims: tuple[Claim, ...]
    origins: int
    """Independent origins behind it: wire copies count once."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is said of the positions of one subject, and why."""

    id: str
    subject: str
    verdict: Verdict
    positions: tuple[Position, ...]
    """One for `agree`, two for every other verdict; the verdict holds between each claim of the one and each of the other."""
    level: str
    """Id of the comparison level that decided it, such as `bounds-overlap`."""
    reason: str
    """One sentence a reader can check."""
    explanation: str | None = None
    """The best tested explanation of the gap ("4,500 + 2,200 = 6,700"), where one holds."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A subject with what is said of it."""

    subject: Subject
    verdict: Verdict
    """The gravest among its findings, or `single`."""
    positions: tuple[Position, ...]
    findings: tuple[Finding, ...]
