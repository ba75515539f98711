"""What is said of two claims on one deed. The rules, in order; the first that holds decides:

* Who denies that a deed was done, and somebody else who says that it was: `compatible`, as a denial makes no conflict by itself.
  One and the same speaker who does both: `conflict`, or `superseded` more than `changes_after` days apart.
* Both say it alike: `agree`.
* Not done, or not yet, by an earlier article, and done by a later one: `superseded`. Within one day both must give the hour.
* "Not yet" and done, where the day of one is not known: `superseded`. "Not yet" speaks of a time before the deed, and no day says
  that it was written after it.
* Told more than `changes_after` days apart: `superseded`. What was rejected may be approved later, what was lifted imposed anew.
* Else `conflict`: done by an earlier article and not by a later one, both on one day, or a plain "not" without a day.
"""

from __future__ import annotations

from claimcheck.assess.levels import LEVELS, Case, Level, Outcome, later
from claimcheck.assess.relate import Fit, Ground, relate
from claimcheck.assess.stance import Stance, Standing
from claimcheck.model.deed import Deed, Polarity
from claimcheck.model.subject import Verdict

_SAME = next(level for level in LEVELS if level.id == "same")
_DENIED = Level("denied", Verdict.COMPATIBLE, lambda _: True, "one only denies that it was done, which makes no conflict by itself")
_UNSAID = Level("unsaid", Verdict.CONFLICT, lambda _: True, "one and the same speaker says that it was done and denies it")


def compare_deeds(one: Stance, two: Stance, ground: Ground) -> Outcome | None:
    """What is said of two stances on one deed; None where they say nothing of each other."""
    relation = relate(one.values, two.values, (None, None), ground)
    if relation is None:
        return None
    case = Case(one, two, relation, ground)
    if (one.standing is Standing.DENIED) != (two.standing is Standing.DENIED):
        # Who denies that it was done and who says that it was not are of one mind, and make no finding.
        if relation.fit is not Fit.SAME:
            return None
        if one.speaker is None or one.speaker != two.speaker:
            return Outcome(_DENIED, case)
        return Outcome(_ANEW if _reversed(case) else _UNSAID, case)
    levels = (_SAME,) if relation.fit is Fit.SAME else _LEVELS
    return next(Outcome(level, case) for level in levels if level.holds(case))


def _undone(case: Case) -> Polarity | None:
    value = case.lower.values[0]
    return value.polarity if isinstance(value, Deed) else None


def _came_about(case: Case) -> bool:
    return _undone(case) is not Polarity.OPPOSED and later(case.upper, case.lower) is True


def _still_open(case: Case) -> bool:
    return _undone(case) is Polarity.NOT_YET and None in (case.upper.as_of, case.lower.as_of)


def _reversed(case: Case) -> bool:
    apart = case.days_apart
    return apart is not None and apart > case.ground.rules.changes_after


_ANEW = Level(
    "decided-anew", Verdict.SUPERSEDED, _reversed, "the two are {days} days apart, in which it may have been decided anew"
)
_LEVELS = (
    Level(
        "came-about",
        Verdict.SUPERSEDED,
        _came_about,
        "the later report has it done, so that it may have come about between the two",
    ),
    Level("still-open", Verdict.SUPERSEDED, _still_open, '"not yet" tells of a time before it was done, and no day says otherwise'),
    _ANEW,
    Level(
        "opposed",
        Verdict.CONFLICT,
        lambda _: True,
        "one says that it was done and the other that it was not, and no day explains it",
    ),
)
