"""What the tests of the extraction read sentences with."""

from __future__ import annotations

from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Quantity
from claimcheck.pipeline import extract_text


def quantities(text: str) -> list[Claim]:
    """The claims of a text that are no dates."""
    return [claim for claim in extract_text(text)[1].claims if isinstance(claim.value, Quantity)]


def one(text: str) -> Claim:
    """The only quantity of a text."""
    found = quantities(text)
    assert len(found) == 1, [c.text for c in found]
    return found[0]
