"""The comparisons of a story's claims: what people said of a pair first, then what its articles tell, then its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.link.comparison import Comparison, Match, blocked
from claimcheck.link.features import compare
from claimcheck.link.judged import SAME, Judgements
from claimcheck.link.mains import headlines
from claimcheck.link.setting import Setting, setting_of
from claimcheck.link.values import apart_in_article, exclude, gap, plain, valued_twice
from claimcheck.link.wording import twins
from claimcheck.model.article import Role
from claimcheck.model.claim import Claim, Scope
from claimcheck.model.quantity import Dimension, Quantity

SURE = 99.0
"""The score of two claims that are one by their words."""
JUDGED = 999.0
"""The score of two claims that a person judged to be one: such pairs are joined before all others."""


def same_value(left: Claim, right: Claim) -> bool:
    """Whether two claims write one figure in one unit."""
    return left.figure == right.figure and left.unit == right.unit


@dataclass
class Comparisons:
    """Comparisons of a story's claims, each made once."""

    claims: Sequence[Claim]
    copies: Sequence[Sequence[Claim]]
    """Of each claim the claims that it speaks for, and itself."""
    catalogue: Catalogue
    setting: Setting
    headlines: frozenset[tuple[str, str]]
    """Figures of headlines, each with that of the text which should be the same."""
    story_of: Mapping[str, str]
    """The story of each article; more than one where a person joined claims of two."""
    judgements: Judgements
    made: dict[tuple[int, int], Comparison] = field(default_factory=dict)

    @cached_property
    def _place(self) -> Mapping[str, int]:
        """Where each claim stands, by its id."""
        return {claim.id: at for at, claim in enumerate(self.claims)}

    def of(self, i: int, j: int) -> Comparison:
        """What comparing two of the claims gives, by their places."""
        key = (i, j) if i < j else (j, i)
        if key not in self.made:
            self.made[key] = self._between(*key)
        return self.made[key]

    def _between(self, i: int, j: int) -> Comparison:
        left, right = self.claims[i], self.claims[j]
        verdict = self._judged(i, j)
        if verdict is not None:
            return verdict
        if self.story_of[left.source] != self.story_of[right.source]:
            return blocked("they are of two stories", firm=False)
        if left.restates == right.id or right.restates == left.id:
            return Comparison(SURE, (Match("restated", SURE, "one restates the other in another unit"),))
        for one in self.copies[i]:
            for two in self.copies[j]:
                one_article = one.source == two.source and not {(one.id, two.id), (two.id, one.id)} & self.headlines
                why = apart_in_article(one, two, self.catalogue) if one_article else None
                if why:
                    return blocked(why, firm=not valued_twice(one, two, self.catalogue))
        stand = self._restated(i, j)
        if stand is not None:
            return self.of(*stand)
        if left.source == right.source and not self._told_twice(left, right):
            return blocked("one article gives both figures")
        return compare(left, right, self.catalogue, self.setting)

    def judged_same(self) -> Iterator[tuple[tuple[int, int], Comparison]]:
        """The pairs that a person judged to be one, which may share nothing else."""
        if not self.judgements:
            return
        at = {claim.id: i for i, copies in enumerate(self.copies) for claim in copies}
        for pair, verdict in sorted(self.judgements.items()):
            one, two = (at.get(ident) for ident in pair)
            if verdict == SAME and one is not None and two is not None and one != two:
                yield (min(one, two), max(one, two)), self.of(one, two)

    def _judged(self, i: int, j: int) -> Comparison | None:
        if not self.judgements:
            return None
        pairs = ((one.id, two.id) for one in self.copies[i] for two in self.copies[j])
        said = {self.judgements[min(pair), max(pair)] for pair in pairs if (min(pair), max(pair)) in self.judgements}
        if SAME in said:
            return Comparison(JUDGED, (Match("judged", JUDGED, "a person judged them to be one"),))
        return blocked("a person judged them to be different") if said else None

    def _restated(self, i: int, j: int) -> tuple[int, int] | None:
        """The pair that says whether two figures of one article in two units are one: "$26bn" above, "$26bn (£18bn)" below."""
        if self.claims[i].source != self.claims[j].source or self.claims[i].unit == self.claims[j].unit:
            return None
        for one, two in ((i, j), (j, i)):
            told = self._place.get(self.claims[two].restates or "")
            if told is not None and told != one and same_value(self.claims[told], self.claims[one]):
                return min(one, told), max(one, told)
        return None

    def _told_twice(self, left: Claim, right: Claim) -> bool:
        """Whether one article may give two figures of one thing, as of a toll in its headline and in its text."""
        toll = left.kind == right.kind and left.kind in self.catalogue.linking.tolls
        if toll or left.dimension is not right.dimension:
            return True
        if Role.TITLE in (left.role, right.role) and left.unit == right.unit and left.dimension is not Dimension.COUNT:
            return not exclude(left, right, self.catalogue)  # $26 billion above, $26.2 billion below
        return self._same_amount(left, right) and not self._two_of_a_number(left, right)

    def _same_amount(self, left: Claim, right: Claim) -> bool:
        """Whether two figures are one, in one unit or in two: 14 years, 168 months."""
        if same_value(left, right):
            return True
        if (
            left.dimension not in (Dimension.DURATION, Dimension.MEASURE)
            or left.unit == right.unit
            or left.unit is None
            or right.unit is None
        ):
            return False
        units = self.catalogue.units
        if units.family(left.unit) != units.family(right.unit):
            return False
        assert isinstance(left.value, Quantity)
        assert isinstance(right.value, Quantity)
        low, high = gap(left.value, right.value, units)
        return low == high

    def _two_of_a_number(self, left: Claim, right: Claim) -> bool:
        """Whether one small figure counts two things: "two boats" and "two merchant vessels", "one bomb" and "one of the bombs"."""
        if not (
            left.dimension is right.dimension is Dimension.COUNT and all(plain(c, self.catalogue.linking) for c in (left, right))
        ):
            return False
        one, two = left.frame, right.frame
        if (Scope.PART in one.scope) != (Scope.PART in two.scope) or (one.noun and two.noun and one.noun != two.noun):
            return True
        if one.groups != two.groups:  # two boats, and two Yemeni boats
            return True
        return bool(one.modifiers and two.modifiers) and not one.modifiers & two.modifiers


def comparisons(claims: Sequence[Claim], story_of: Mapping[str, str], catalogue: Catalogue, judgements: Judgements) -> Comparisons:
    """The comparisons of some claims, of which none is made yet; of the copies of one sentence the first is compared."""
    copies: dict[int, list[Claim]] = {}
    for i, voice in twins(claims).items():
        copies.setdefault(voice, []).append(claims[i])
    voices = sorted(copies)
    setting = setting_of(claims, catalogue)
    return Comparisons(
        [claims[at] for at in voices],
        [copies[at] for at in voices],
        catalogue,
        setting,
        headlines(claims, catalogue, setting.about),
        story_of,
        judgements,
    )
