"""Articles that contradict themselves. Strict, as two figures of one article mostly count two things."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from claimcheck.model.claim import Claim, Status
from claimcheck.model.deed import Deed, Polarity
from claimcheck.model.quantity import Bound, Quantity
from claimcheck.model.when import Precision

_STATED = (Status.ASSERTED, Status.REPORTED)
_MOST = 4
"""An article with more claims of one subject than this is telling of parts or stages."""


def contradicts(lefts: Sequence[Claim], rights: Sequence[Claim]) -> bool:
    """Whether claims of one article, whose values lie apart, say so of one and the same thing."""
    if len(lefts) + len(rights) > _MOST:
        return False
    return all(_plain(c) for c in (*lefts, *rights)) and all(_same_thing(a, b) for a, b in product(lefts, rights))


def _plain(claim: Claim) -> bool:
    if claim.status not in _STATED or claim.bound is not Bound.EXACT or any(s.rule.startswith("revision") for s in claim.steps):
        return False
    if isinstance(claim.value, Quantity):
        return claim.value.figure[0] == claim.value.figure[1] and not claim.value.vague
    if isinstance(claim.value, Deed):
        return claim.value.polarity is not Polarity.NOT_YET
    return claim.value.precision is Precision.DAY and not claim.value.relative


def _same_thing(one: Claim, two: Claim) -> bool:
    # One sentence sets its two figures against each other ("from three to four"), so it does not contradict itself.
    left, right = one.frame, two.frame
    if one.sentence_span == two.sentence_span or one.as_of != two.as_of:
        return False
    if one.role is not two.role:  # a headline leaves out who, of whom and when
        return (
            one.kind == two.kind
            and left.scope == right.scope
            and (not left.groups or not right.groups or left.groups == right.groups)
        )
    if one.attribution != two.attribution:
        return False
    return (one.kind, left.noun, left.modifiers, left.groups, left.scope, left.when) == (
        two.kind,
        right.noun,
        right.modifiers,
        right.groups,
        right.scope,
        right.when,
    )
