"""What claims say word for word: an order that no file name decides, and claims that are copies of one another."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.claim import Claim

_UNQUOTED = str.maketrans("", "", "\"'“”‘’")


def wording(claim: Claim) -> tuple[str, int]:
    """What tells a claim from others wherever it stands: its sentence without quotation marks, and its place there in words."""
    offset = claim.start - claim.sentence_span.start
    return " ".join(claim.sentence.translate(_UNQUOTED).split()), len(claim.sentence[:offset].split())


def ranks(claims: Sequence[Claim]) -> list[int]:
    """The place of each claim in an order that follows from what is said, and not from the names of files or their order."""
    order = sorted(range(len(claims)), key=lambda i: (wording(claims[i]), claims[i].source, claims[i].start))
    found = [0] * len(claims)
    for rank, i in enumerate(order):
        found[i] = rank
    return found


def twins(claims: Sequence[Claim]) -> dict[int, int]:
    """For each claim the one that speaks for it: of those with one value in one sentence, word for word, the first by its article.

    A report that ten newsrooms carry is compared once: copies must not outvote the others when it is asked what belongs together.
    """
    first: dict[object, int] = {}
    for i in sorted(range(len(claims)), key=lambda i: (claims[i].source, claims[i].start)):
        first.setdefault((wording(claims[i]), claims[i].value), i)
    return {i: first[wording(claim), claim.value] for i, claim in enumerate(claims)}
