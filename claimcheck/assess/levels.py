"""The comparison levels, in order: the first that holds gives the verdict on two stances, and the sentence that says why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from claimcheck.assess.relate import Fit, Ground, Relation, Value, relate
from claimcheck.assess.stance import Revision, Stance, Standing
from claimcheck.lexicon.types import Growth
from claimcheck.model.days import days_between
from claimcheck.model.quantity import Quantity
from claimcheck.model.subject import Verdict


@dataclass(frozen=True, slots=True)
class Case:
    """Two stances that can be compared."""

    one: Stance
    two: Stance
    relation: Relation
    ground: Ground

    @property
    def lower(self) -> Stance:
        """The stance whose value lies below, where they lie apart."""
        return self.one if self.relation.order < 0 else self.two

    @property
    def upper(self) -> Stance:
        """The stance whose value lies above, where they lie apart."""
        return self.two if self.relation.order < 0 else self.one

    @property
    def days_apart(self) -> int | None:
        """Days between the two; None where one is not known."""
        apart = days_between(self.one.as_of, self.two.as_of)
        return None if apart is None else abs(apart)


@dataclass(frozen=True, slots=True)
class Level:
    """One comparison level."""

    id: str
    verdict: Verdict
    holds: Callable[[Case], bool]
    says: str
    """How a reason ends: `left` and `right` are what the two values are read as, `days` the days between them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said of two stances."""

    level: Level
    case: Case

    @property
    def verdict(self) -> Verdict:
        """The verdict of the level."""
        return self.level.verdict


def compare(one: Stance, two: Stance, ground: Ground) -> Outcome | None:
    """The first level that holds for two stances of one subject; None where their values cannot be compared."""
    relation = relate(one.values, two.values, (one.published, two.published), ground)
    if relation is None:
        return None
    case = Case(one, two, relation, ground)
    return next(Outcome(level, case) for level in LEVELS if level.holds(case))


def later(one: Stance, two: Stance) -> bool | None:
    """Whether `one` speaks of a later time than `two`, by day or within one day by hour; None where that is not known."""
    apart = days_between(two.as_of, one.as_of)
    if apart:
        return apart > 0
    if apart is None or one.hour is None or two.hour is None or one.hour == two.hour:
        return None
    return one.hour > two.hour


def _told_later(one: Stance, two: Stance) -> bool:
    """Whether the article of `one` is of a later day, and neither figure of an earlier day than the other."""
    same = days_between(two.as_of, one.as_of) == 0
    return same and (days_between(two.told or two.as_of, one.told or one.as_of) or 0) > 0


def _grown(case: Case) -> bool:
    # A stated none is no count so far: who says that nobody died is contradicted by a toll, not overtaken by it.
    value = case.relation.one if case.lower is case.one else case.relation.two
    counted = isinstance(value, Quantity) and value.figure[1] != 0
    return (
        case.ground.growth is Growth.GROWS
        and counted
        and (later(case.upper, case.lower) is True or _told_later(case.upper, case.lower))
    )


def _revised(case: Case) -> bool:
    # Figures are mostly revised upwards; where the words do not say, a fall needs the former figure to be named.
    upper, lower = case.upper, case.lower
    up = upper.revision in (Revision.UP, Revision.EITHER) or lower.outdone is Revision.UP
    fell = lower.revision is Revision.EITHER and any(_meets(value, upper, case.ground) for value in lower.earlier)
    down = fell or lower.revision is Revision.DOWN or upper.outdone is Revision.DOWN
    return (up and later(case.lower, case.upper) is not True) or (down and later(case.upper, case.lower) is not True)


def _meets(value: Value, stance: Stance, ground: Ground) -> bool:
    relation = relate((value,), stance.values, (stance.published, stance.published), ground)
    return relation is not None and relation.fit is not Fit.APART


def _changed(case: Case) -> bool:
    apart = case.days_apart
    return case.ground.growth is Growth.CHANGES and apart is not None and apart > case.ground.rules.changes_after


def _aged(case: Case) -> bool:
    apart = case.days_apart
    one, two = case.relation.one, case.relation.two
    if case.ground.growth is not Growth.AGES or apart is None or later(case.upper, case.lower) is not True:
        return False
    if apart <= case.ground.rules.changes_after:
        return False  # few have their birthday between two reports of one week
    if not all(isinstance(stance.as_of, date) for stance in (case.one, case.two)):
        return False  # of open years they may be years apart
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return False
    # Between two days so far apart, a person has this many birthdays or one more.
    return abs(one.figure[0] - two.figure[0]) in (apart * 100 // 36525, apart * 100 // 36525 + 1)


def _not_yet(case: Case) -> bool:
    # Of 10,000 troops that are to go 4,500 may be there. Two plans contradict each other as two facts do.
    unfinished = case.upper.standing is Standing.PLANNED and case.lower.standing is Standing.STATED
    return _standing(case, Standing.OPEN) or (unfinished and case.ground.growth is not Growth.FIXED)


def _fits(*fits: Fit) -> Callable[[Case], bool]:
    return lambda case: case.relation.fit in fits


def _standing(case: Case, standing: Standing) -> bool:
    return standing in (case.one.standing, case.two.standing)


LEVELS = (
    Level(
        "denied",
        Verdict.COMPATIBLE,
        lambda case: _standing(case, Standing.DENIED) and case.one.standing is not case.two.standing,
        "one of them only denies its figure, which makes no conflict by itself",
    ),
    Level("same", Verdict.AGREE, _fits(Fit.SAME), "one and the same value"),
    Level("same-rounded", Verdict.AGREE, _fits(Fit.ROUNDED), "one figure, rounded differently"),
    Level("same-converted", Verdict.AGREE, _fits(Fit.CONVERTED), "one figure in two units"),
    Level("loose-word", Verdict.COMPATIBLE, _fits(Fit.LOOSE), "a word as loose as that does not rule out the other figure"),
    Level("overlap", Verdict.COMPATIBLE, _fits(Fit.OVERLAP), "{left} and {right} overlap"),
    Level(
        "counted-back",
        Verdict.COMPATIBLE,
        _fits(Fit.COUNTED),
        "counted back from its article's day, {left} and {right} overlap",
    ),
    Level("grown", Verdict.SUPERSEDED, _grown, "the later report gives the higher figure of a count that only grows"),
    Level("revised", Verdict.SUPERSEDED, _revised, "one of them says itself that its figure has risen or been revised"),
    Level("aged", Verdict.SUPERSEDED, _aged, "a person ages by as much in the {days} days between the two"),
    Level("changed", Verdict.SUPERSEDED, _changed, "the two are {days} days apart, and such a figure changes with time"),
    Level(
        "not-stated-as-fact",
        Verdict.COMPATIBLE,
        _not_yet,
        "{left} and {right} do not overlap, but a figure that may or is yet to come about makes no conflict by itself",
    ),
    Level("apart", Verdict.CONFLICT, lambda _: True, "{left} and {right} do not overlap"),
)
"""The levels, in the order in which they are tried."""
