"""What people said of two claims: that they are about the same thing, or not. Kept beside the ledger, read by the linking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from claimcheck.ledger.quotes import digests
from claimcheck.ledger.records import Record, Upgrade, read, written
from claimcheck.model.claim import Claim

NAME = "claimcheck-judgements"
UPGRADES: tuple[Upgrade, ...] = ()
_FIELDS = ("left", "right", "verdict", "by", "on", "why")


class Same(StrEnum):
    """Whether two claims are about one thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on two claims. `left` and `right` are digests as `quotes.digests` gives them, the smaller first."""

    left: str
    right: str
    verdict: Same
    by: str
    on: date
    why: str
    left_words: str = ""
    """The sentence when it was judged, for a person; nothing is recognised by it."""
    right_words: str = ""


def judge(one: tuple[str, str], two: tuple[str, str], verdict: Same, by: str, on: date, why: str) -> Judgement:
    """A judgement of two claims, each given by digest and sentence, in either order."""
    (left, left_words), (right, right_words) = sorted((one, two))
    return Judgement(left, right, verdict, by, on, why, left_words, right_words)


def parse(data: bytes, path: str) -> tuple[Judgement, ...]:
    """Read judgements, sorted. The same pair judged twice keeps the later word; on one day two words must agree.

    Raises:
        DataFileError: With the line that is damaged, unknown or newer, or with lines that contradict each other: two on one pair,
            or one that calls different what others, taken together, call the same.
    """
    found: dict[tuple[str, str], tuple[Judgement, Record]] = {}
    for record in read(data, path, NAME, UPGRADES):
        judgement = _judgement(record)
        pair = (judgement.left, judgement.right)
        if pair in found:
            earlier, other = found[pair]
            if earlier.on == judgement.on and earlier.verdict is not judgement.verdict:
                raise record.wrong(
                    f"lines {other.place.line} and {record.place.line} judge the same two claims on one day as "
                    f"{earlier.verdict.value} and {judgement.verdict.value}; remove one"
                )
            if (earlier.on, earlier.by, earlier.why) >= (judgement.on, judgement.by, judgement.why):
                continue
        found[pair] = (judgement, record)
    _check_chains([found[pair] for pair in sorted(found)])
    return ordered(judgement for judgement, _ in found.values())


def serialise(judgements: Iterable[Judgement]) -> bytes:
    """The file of some judgements. Equal judgements give equal bytes."""
    lines = []
    for j in ordered(judgements):
        line = {"left": j.left, "right": j.right, "verdict": j.verdict.value, "by": j.by, "on": j.on.isoformat(), "why": j.why}
        lines.append(line | {name: text for name, text in (("left_words", j.left_words), ("right_words", j.right_words)) if text})
    return written(NAME, len(UPGRADES) + 1, lines)


def added(judgements: Iterable[Judgement], new: Judgement) -> tuple[Judgement, ...]:
    """The judgements with another, in the place of one on the same two claims."""
    return ordered([*(j for j in judgements if (j.left, j.right) != (new.left, new.right)), new])


def ordered(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Judgements by their claims."""
    return tuple(sorted(judgements, key=lambda j: (j.left, j.right)))


def resolved(judgements: Iterable[Judgement], claims: Iterable[Claim]) -> Mapping[tuple[str, str], str]:
    """What people said of the claims of a run, for the linking: by the ids of two claims, the smaller first.

    A sentence that stands in several articles is judged in all of them.

    Args:
        judgements: What was said; `unsure` says nothing.
        claims: All that were read of the articles.

    Returns:
        `same` or `different` by pair of claim ids. Pairs of which no claim is left are not there.
    """
    by_digest = _by_digest(claims)
    said: dict[tuple[str, str], str] = {}
    for judgement in ordered(judgements):
        if judgement.verdict is Same.UNSURE:
            continue
        for left in by_digest.get(judgement.left, ()):
            for right in by_digest.get(judgement.right, ()):
                said[min(left, right), max(left, right)] = judgement.verdict.value
    return MappingProxyType(said)


def unused(judgements: Iterable[Judgement], claims: Iterable[Claim]) -> tuple[Judgement, ...]:
    """The judgements that speak of a sentence which no article has any more."""
    known = _by_digest(claims)
    return tuple(j for j in ordered(judgements) if j.left not in known or j.right not in known)


def _by_digest(claims: Iterable[Claim]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for ident, digest in sorted(digests(claims).items()):
        found.setdefault(digest, []).append(ident)
    return found


def _check_chains(found: Sequence[tuple[Judgement, Record]]) -> None:
    """Whoever says that A is B and B is C has said that A is C: another word that they are different contradicts both."""
    home: dict[str, str] = {}

    def top(digest: str) -> str:
        while home.get(digest, digest) != digest:
            digest = home[digest]
        return digest

    for judgement, _ in found:
        if judgement.verdict is Same.SAME:
            one, two = sorted((top(judgement.left), top(judgement.right)))
            home[two] = one
    for judgement, record in found:
        if judgement.verdict is Same.DIFFERENT and top(judgement.left) == top(judgement.right):
            raise record.wrong("these two claims are judged different here, and the same by other lines together; mend one of them")


def _judgement(record: Record) -> Judgement:
    record.only(_FIELDS, ("left_words", "right_words"))
    left, right = record.text("left"), record.text("right")
    if left == right:
        raise record.wrong("left and right are the same claim; remove the line")
    shown = {name: record.text(name) if name in record.fields else "" for name in ("left_words", "right_words")}
    one, two = (left, shown["left_words"]), (right, shown["right_words"])
    return judge(one, two, record.choice("verdict", Same), record.text("by"), record.day("on"), record.text("why"))
