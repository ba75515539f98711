"""What people said of two claims: that they are about the same thing, or not. Kept beside the ledger, read by the linking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimcheck.ledger.records import Record, Upgrade, read, written

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
        DataFileError: With the line that is damaged, unknown or newer, or with two lines that contradict each other.
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


def _judgement(record: Record) -> Judgement:
    record.only(_FIELDS, ("left_words", "right_words"))
    left, right = record.text("left"), record.text("right")
    if left == right:
        raise record.wrong("left and right are the same claim; remove the line")
    shown = {name: record.text(name) if name in record.fields else "" for name in ("left_words", "right_words")}
    one, two = (left, shown["left_words"]), (right, shown["right_words"])
    return judge(one, two, record.choice("verdict", Same), record.text("by"), record.day("on"), record.text("why"))
