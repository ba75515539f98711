"""Which figures an article gives as its main ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.link.values import apart_in_article, is_old
from claimcheck.model.claim import Claim, Scope
from claimcheck.model.quantity import Dimension, Quantity


def main_figures(claims: Sequence[Claim], catalogue: Catalogue) -> frozenset[str]:
    """Claims that give their article's main figure of a kind and people, with its repetitions.

    The main figure is the largest, parts of sets and figures of earlier events apart. "Nobody was killed" is one too, though its
    article may give the dead of an earlier event.
    """
    groups: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        aside = Scope.PART in claim.frame.scope or Scope.ADDED in claim.frame.scope or is_old(claim)
        if claim.dimension not in (Dimension.DATE, Dimension.RANK) and not aside:
            groups[(claim.source, claim.kind, claim.unit or "", ",".join(sorted(claim.frame.groups)))].append(claim)
    chosen: set[str] = set()
    for found in groups.values():
        largest = max(_largest(c) for c in found)
        tops = [c for c in found if _largest(c) == largest]
        chosen |= {c.id for c in found if any(c is top or apart_in_article(top, c, catalogue) is None for top in tops)}
    nones = {c.id for c in claims if c.kind in catalogue.linking.nones and c.figure == (Decimal(0), Decimal(0))}
    return frozenset(chosen | nones)


def _largest(claim: Claim) -> Decimal:
    return claim.value.figure[1] if isinstance(claim.value, Quantity) else Decimal(0)
