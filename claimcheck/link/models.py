"""Names of models among the words for what is counted: an AK 47 gun is an AK-47, ten F-35s are ten F-35 fighter jets."""

from __future__ import annotations

from claimcheck.model.claim import Claim


def described(claim: Claim) -> frozenset[str]:
    """The words in front of what is counted, and its noun where that is the name of a model; names without their number."""
    noun = claim.frame.noun or ""
    words = {_letters(word) for word in claim.frame.modifiers}
    return frozenset(words | {_letters(noun)} if _letters(noun) != noun else words)


def of_one_model(left: Claim, right: Claim) -> bool:
    """Whether the noun of one is a word, or the model, that describes the other."""
    one, two = (_letters(claim.frame.noun or "") for claim in (left, right))
    return one in described(right) or two in described(left)


def _letters(word: str) -> str:
    letters, _, number = word.partition("-")
    return letters if number.isdigit() else word
