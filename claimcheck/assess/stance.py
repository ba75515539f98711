"""What of a claim decides its verdicts: claims with equal stances get equal verdicts, so each pair of stances is judged once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum

from claimcheck.assess.relate import Fit, Ground, Value, relate
from claimcheck.lexicon.types import Growth
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Status
from claimcheck.model.days import days_between
from claimcheck.model.deed import Deed
from claimcheck.model.quantity import Bound, Quantity
from claimcheck.model.when import Day, When


class Standing(Enum):
    """Whether a figure is put forward as a fact."""

    STATED = "stated"
    OPEN = "open"
    """Conditional."""
    PLANNED = "planned"
    DENIED = "denied"


class Revision(Enum):
    """What a text says of its own figure; given by the steps `revision.up`, `revision.down`, or `revision` where unclear."""

    UP = "up"
    DOWN = "down"
    EITHER = "either"


_STANDINGS: Mapping[Status, Standing] = {
    Status.DENIED: Standing.DENIED,
    Status.CONDITIONAL: Standing.OPEN,
    Status.PLANNED: Standing.PLANNED,
}
_ANYBODY = frozenset(["a", "an", "another", "one", "some", "he", "she", "it", "they", "we", "i"])


@dataclass(frozen=True, slots=True)
class Stance:
    """What of a claim decides its verdicts. The days are None where they can change nothing."""

    values: tuple[Value, ...]
    """The value first, then its restatements in other units."""
    standing: Standing
    published: date | None
    as_of: Day | None
    hour: time | None
    """The hour of its article, where the figure is of the article's own day."""
    told: Day | None = None
    """The article's own day, where the figure is of another."""
    revision: Revision | None = None
    outdone: Revision | None = None
    """`UP` where the claim's own article goes on to say that the figure has risen above this one, `DOWN` where it has fallen."""
    speaker: str | None = None
    """Who tells a deed, where it is one speaker that two articles can both name."""
    earlier: tuple[Value, ...] = ()
    """Higher figures that its own article names in telling of the revision ("revised to 60 from 100")."""

    @property
    def core(self) -> tuple[object, ...]:
        """The part that decides whether two stances agree: time plays no role in that."""
        return self.values, self.standing is Standing.DENIED, self.published


def stances(claims: Sequence[Claim], articles: Mapping[str, Article], ground: Ground) -> dict[str, Stance]:
    """The stance of each claim of a subject, by claim id. A restatement has the stance of the claim that it restates."""
    by_id = {claim.id: claim for claim in claims}
    roots = {claim.id: root(claim, by_id) for claim in claims}
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(roots[claim.id].id, []).append(claim)
    deeds = any(isinstance(claim.value, Deed) for claim in claims)
    timed = deeds or ground.growth is not Growth.FIXED or any(_revision(claim) for claim in claims)
    bare = {ident: _stance(by_id[ident], group, articles.get(by_id[ident].source), ground, timed) for ident, group in told.items()}
    revised: dict[str, list[Stance]] = {}
    for ident, stance in bare.items():
        if stance.revision:
            revised.setdefault(by_id[ident].source, []).append(stance)
    found = {ident: _placed(stance, revised.get(by_id[ident].source, ()), ground) for ident, stance in bare.items()}
    if ground.growth is Growth.GROWS:
        beside: dict[str, list[Stance]] = {}
        for ident, stance in bare.items():
            beside.setdefault(by_id[ident].source, []).append(stance)
        found = {ident: _outgrown(stance, beside[by_id[ident].source], ground) for ident, stance in found.items()}
    overtaken = [stance for stance in found.values() if stance.outdone]
    found = {ident: _overtaken(stance, overtaken, ground) for ident, stance in found.items()}
    return {claim.id: found[roots[claim.id].id] for claim in claims}


def root(claim: Claim, by_id: Mapping[str, Claim]) -> Claim:
    """The claim that `claim` restates, or itself."""
    seen = {claim.id}
    while True:
        origin = by_id.get(claim.restates or "")
        if origin is None or origin.id in seen or origin.source != claim.source:
            return claim
        claim = origin
        seen.add(claim.id)


def _stance(claim: Claim, group: Sequence[Claim], article: Article | None, ground: Ground, timed: bool) -> Stance:
    others = sorted((c for c in group if c.id != claim.id), key=lambda c: (c.start, c.id))
    published, day = (article.published, article.day) if article else (None, None)
    as_of = claim.as_of or day
    value = claim.value
    if isinstance(value, Deed):  # who and what are the same in all claims of a subject, in whatever words
        value = Deed(value.act, value.polarity, "")
        counts_back = False
    else:
        counts_back = ground.since if isinstance(value, Quantity) else value.relative or value.bound is Bound.ABOUT
    return Stance(
        values=(value, *(_as_bounded(c.value, claim.value) for c in others)),
        standing=_STANDINGS.get(claim.status, Standing.STATED),
        published=published if counts_back else None,
        as_of=as_of if timed else None,
        hour=article.hour if timed and article and as_of == day else None,
        told=day if timed and as_of != day else None,
        revision=_revision(claim),
        speaker=_speaker(claim),
    )


def _speaker(claim: Claim) -> str | None:
    """Who tells a deed; None for a figure, for "a spokesman", "officials" and other words that may mean others elsewhere."""
    words = (claim.attribution or "").split()
    if not isinstance(claim.value, Deed) or not words or words[0].lower() in _ANYBODY:
        return None
    name = words[1:] if words[0].lower() == "the" else words
    several = not name or (name[-1].endswith("s") and (len(name) == 1 or name[-1].islower()))
    return None if several else " ".join(name).lower()


def _as_bounded(value: Value, origin: Value) -> Value:
    """A restatement with the bound of what it restates: "more than 85 million euros ($108 million)" is more than both."""
    if not isinstance(value, Quantity) or not isinstance(origin, Quantity) or value.bound is not Bound.EXACT:
        return value
    if origin.bound in (Bound.AT_LEAST, Bound.AT_MOST):
        low, high = (value.low, None) if origin.bound is Bound.AT_LEAST else (None, value.high)
        return replace(value, bound=origin.bound, low=low, high=high)
    if origin.bound is Bound.ABOUT and origin.figure[0] and origin.low is not None and origin.high is not None:
        low, high = (value.figure[0] * end / origin.figure[0] for end in (origin.low, origin.high))
        return replace(value, bound=origin.bound, low=low, high=high)
    return value


def _revision(claim: Claim) -> Revision | None:
    if isinstance(claim.value, When) and claim.value.first is None:
        return None
    rules = [step.rule for step in claim.steps if step.rule.split(".")[0] == "revision"]
    if not rules:
        return None
    return {"revision.up": Revision.UP, "revision.down": Revision.DOWN}.get(rules[0], Revision.EITHER)


def _overtaken(stance: Stance, others: Sequence[Stance], ground: Ground) -> Stance:
    """The stance with what another article says of the same figure: that it rose "to 1,200 from 400" is of every 400 before."""
    if stance.outdone or stance.revision:
        return stance
    for other in others:
        if (days_between(other.as_of, stance.as_of) or 0) > 0:
            continue
        relation = relate(stance.values, other.values, (stance.published, other.published), ground)
        if relation is not None and relation.fit is Fit.SAME:
            return replace(stance, outdone=other.outdone)
    return stance


def _outgrown(stance: Stance, others: Sequence[Stance], ground: Ground) -> Stance:
    """The stance beside a higher figure of a later day in its own article: 12 on Friday, and 27 now."""
    for other in others if stance.outdone is None else ():
        if (days_between(stance.as_of, other.as_of) or 0) > 0:
            relation = relate(stance.values, other.values, (stance.published, other.published), ground)
            if relation is not None and relation.fit is Fit.APART and relation.order < 0:
                return replace(stance, outdone=Revision.UP)
    return stance


def _placed(stance: Stance, revised: Sequence[Stance], ground: Ground) -> Stance:
    """The stance beside the figures that its own article says were revised."""
    outdone: Revision | None = None
    above: list[Value] = []
    for other in revised:
        relation = relate(stance.values, other.values, (stance.published, other.published), ground) if other is not stance else None
        if relation is None or relation.fit is not Fit.APART:
            continue
        if relation.order < 0:
            above.extend(other.values)
        if relation.order < 0 and other.revision is not Revision.DOWN:
            outdone = Revision.UP
        elif relation.order > 0 and other.revision is Revision.DOWN:
            outdone = outdone or Revision.DOWN
    return replace(stance, outdone=outdone, earlier=tuple(above) if stance.revision else ())
