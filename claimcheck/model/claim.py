"""Claims: who says what, where it stands, and how it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimcheck.model.article import Role
from claimcheck.model.deed import Deed
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.span import Span
from claimcheck.model.when import Day, When

SHARE = "share"
"""The kind of a percentage that no claim type names: 60 percent of the voters."""
CHANGE = "change"
"""The kind of one that tells by how much a thing changed: rose 4 percent."""


class Status(StrEnum):
    """How firmly a figure is put."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ESTIMATED = "estimated"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    HISTORICAL = "historical"


class Scope(StrEnum):
    """Words that tell a part from its whole, or one day from so far."""

    PART = "part"
    """Some of a set named before: six of them, 54 of the 113."""
    ADDED = "added"
    """Beside those named before: another 12, two more."""
    OTHERS = "others"
    """The rest of an event's people: 250 others injured."""
    TOTAL = "total"
    """A running or full total: so far, in all, the toll rose to."""
    LIMITED = "limited"
    """One day or one incident of a longer event: on Tuesday alone, in the third strike."""
    RATE = "rate"
    """So many a day, a week."""


@dataclass(frozen=True, slots=True)
class Step:
    """One rule that fired while a claim was read; what `explain` shows."""

    rule: str
    """Its id, such as `number.digits`, `bound.at_least`, `kind.killed`."""
    words: str
    """The words it fired on, verbatim."""
    note: str = ""
    """What it concluded, in plain words."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a claim is about, as far as its sentence tells: the material for linking.

    All words are in normal form (lower case, singular, base form, aliases resolved).
    """

    noun: str | None = None
    """Head of what is counted: people, troops, rocket; for a date, the event noun it stands with (bombing), if any."""
    modifiers: frozenset[str] = frozenset()
    """Words before the head, inside its noun phrase: federal, automatic, israeli."""
    predicate: str | None = None
    """The verb the figure stands under: kill, deploy, announce."""
    events: frozenset[str] = frozenset()
    """Event classes of the catalogue named near it: attack, quake, takeover."""
    groups: frozenset[str] = frozenset()
    """Whom or what it is counted of or held by, as aliases resolve them: israel, palestine, maduro."""
    places: frozenset[str] = frozenset()
    """Places the counted thing is tied to."""
    where: frozenset[str] = frozenset()
    """Proper names behind words of place in the same clause: at, in, near, off."""
    venues: frozenset[str] = frozenset()
    """What the counted thing befell people at, where the figure is told of it alone: airport, school."""
    names: frozenset[str] = frozenset()
    """Proper names in the same clause."""
    holder: frozenset[str] = frozenset()
    """The proper name nearest to the figure in its clause, places apart: whose votes, seats, revenue it may be."""
    near: frozenset[str] = frozenset()
    """Content words of the same clause."""
    far: frozenset[str] = frozenset()
    """Content words and names of the whole sentence."""
    before: frozenset[str] = frozenset()
    """Content words and names of the sentence before."""
    scope: frozenset[Scope] = frozenset()
    when: When | None = None
    """A date in the same clause that the figure is tied to."""
    speech: bool = False
    """A date that only tells when something was said or counted."""
    undone: bool = False
    """A date on which something did not happen."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity, date or deed that an article states about a subject."""

    id: str
    source: str
    """Id of the article."""
    span: Span
    line: int
    """Counted from 1."""
    text: str
    """The words of `span`, verbatim."""
    sentence: str
    """The sentence it stands in, verbatim."""
    sentence_span: Span
    kind: str
    """A claim type of the catalogue, or the counted noun where no type names it; of a deed its act."""
    value: Quantity | When | Deed
    role: Role = Role.BODY
    attribution: str | None = None
    status: Status = Status.ASSERTED
    frame: Frame = Frame()
    as_of: Day | None = None
    """The day the figure held: the article's own day unless the sentence gives another. Its year may be open."""
    restates: str | None = None
    """Id of the claim that this one repeats in another unit or currency: "80 million euros ($108 million)"."""
    steps: tuple[Step, ...] = ()

    @property
    def counted_on_a_day(self) -> bool:
        """Whether its text gives the day of counting ("as of Friday"): `as_of` is that day then, and not its article's."""
        return any(step.rule == "as-of" for step in self.steps)

    @property
    def now(self) -> date | None:
        """The day it is told on; None where that or its year is not known."""
        return self.as_of if isinstance(self.as_of, date) else None

    @property
    def dimension(self) -> Dimension:
        """The dimension of its value."""
        return self.value.dimension

    @property
    def bound(self) -> Bound:
        """How the figure was put."""
        return self.value.bound

    @property
    def unit(self) -> str | None:
        """The unit of a quantity; None for a date and a deed."""
        return self.value.unit if isinstance(self.value, Quantity) else None

    @property
    def start(self) -> int:
        """First code point."""
        return self.span.start

    @property
    def end(self) -> int:
        """Code point after the last."""
        return self.span.end

    @property
    def figure(self) -> tuple[object, object] | None:
        """What was written: two Decimals, or two days (`date`, or `--03-09` as text); None for an unresolved date and a deed."""
        if isinstance(self.value, Quantity):
            return self.value.figure
        if isinstance(self.value, Deed):
            return None
        return (_day(self.value.first), _day(self.value.last)) if self.value.resolved else None

    @property
    def low(self) -> object | None:
        """Lower end of the interval it is read as; None where unbounded."""
        if isinstance(self.value, Quantity):
            return self.value.low
        if isinstance(self.value, Deed):
            return None
        return None if self.value.bound is Bound.AT_MOST else _day(self.value.first)

    @property
    def high(self) -> object | None:
        """Upper end of the interval it is read as; None where unbounded."""
        if isinstance(self.value, Quantity):
            return self.value.high
        if isinstance(self.value, Deed):
            return None
        return None if self.value.bound is Bound.AT_LEAST else _day(self.value.last)


def _day(day: object) -> object | None:
    return day if day is None or isinstance(day, date) else str(day)


@dataclass(frozen=True, slots=True)
class Filtered:
    """A number that is no quantity, and why."""

    span: Span
    text: str
    filter: str
    """Id of the filter: designation, phone-number, route ..."""
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one article."""

    source: str
    claims: tuple[Claim, ...]
    filtered: tuple[Filtered, ...] = ()
