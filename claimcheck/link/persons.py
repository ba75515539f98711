"""Which persons a figure is of: special people, and whose age it is, by the names beside it and by what they are called."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import fuzz

from claimcheck.lexicon.catalogue import Catalogue
from claimcheck.model.claim import Claim

_SPELT = 80.0
"""From this ratio on two names are one, spelt in two ways: Griego and Greigo."""


def special_people(claim: Claim, catalogue: Catalogue) -> frozenset[str]:
    """The special people whom a figure counts: children, police, foreigners."""
    kind = catalogue.types.by_id.get(claim.kind)
    return catalogue.nouns.set_apart(claim.frame.noun, claim.frame.modifiers, fate=kind is not None and kind.fate)


def apart(left: Claim, right: Claim, catalogue: Catalogue) -> str | None:
    """Why two ages are of two persons; None where nothing tells so."""
    one, two = left.frame.holder, right.frame.holder
    if one and two and not one_name(one, two):
        return f"one is the age of {name_of(left)}, the other of {name_of(right)}"
    sexes = [_sexes(claim, catalogue) for claim in (left, right)]
    if sexes[0] and sexes[1] and not sexes[0] & sexes[1]:
        return f"one is the age of a {min(sexes[0])}, the other of a {min(sexes[1])}"
    return None


def one_name(one: Collection[str], two: Collection[str]) -> bool:
    """Whether two names may be one person's: they share two words, or all of the shorter. Two of one family share only its name."""
    short, long = sorted((one, two), key=len)
    shared = sum(any(fuzz.ratio(word, other) >= _SPELT for other in long) for word in short)
    return shared >= min(2, len(short))


def name_of(claim: Claim) -> str:
    """The name beside an age, its words in the order of the sentence."""
    sentence, at = claim.sentence.lower(), claim.start - claim.sentence_span.start

    def place(word: str) -> int:
        """Where the word stands nearest to the age: two of one family may be named in the sentence."""
        before, behind = sentence.rfind(word, 0, at), sentence.find(word, at)
        return before if before >= 0 and (behind < 0 or at - before <= behind - at) else behind

    return " ".join(sorted(claim.frame.holder, key=lambda word: (place(word), word))).title()


def _sexes(claim: Claim, catalogue: Catalogue) -> frozenset[str]:
    words = {claim.frame.noun, *claim.frame.modifiers}
    return frozenset(sex for sex, members in catalogue.nouns.sexes.items() if words & members)
