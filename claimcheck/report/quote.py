"""The shortest quotation that proves a claim: its words, and as much of the sentence around them as there is room for."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.claim import Claim
from claimcheck.report.safe import safe

_OVER = 16
"""A sentence that is longer than the room by no more than this is not cut."""
_SNAP = 24
"""How far a cut moves inward to the next space. A longer word is cut through, as is a script without spaces."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a sentence in three parts, safe to show."""

    before: str
    words: str
    """The words of the claim."""
    after: str
    opened: bool
    """The sentence begins earlier."""
    closed: bool
    """The sentence goes on."""


def quote(claim: Claim, room: int | None = None) -> Quote:
    """Quotes a claim.

    Args:
        claim: What to quote.
        room: Characters of the quotation, or a few more where that saves a cut; None for the whole sentence.

    Returns:
        The quotation, cut at spaces where the sentence is longer than `room`.
    """
    sentence = claim.sentence
    start = claim.start - claim.sentence_span.start
    if sentence[start : start + len(claim.text)] != claim.text:
        start = max(sentence.find(claim.text), 0)
    end = min(start + len(claim.text), len(sentence))
    left, right = _window(len(sentence), start, end, room)
    if left:
        left = _snap_right(sentence, left, start)
    if right < len(sentence):
        right = _snap_left(sentence, right, end)
    before, words, after = safe(sentence[left:start]), safe(sentence[start:end]), safe(sentence[end:right])
    return Quote(before.lstrip(), words, after.rstrip(), left > 0, right < len(sentence))


def _window(length: int, start: int, end: int, room: int | None) -> tuple[int, int]:
    if room is None or length <= room + _OVER:
        return 0, length
    spare = max(room - (end - start), 0)
    left = min(start, max(spare // 2, spare - (length - end)))
    right = min(length - end, spare - left)
    return start - left, end + right


def _snap_right(sentence: str, cut: int, limit: int) -> int:
    if sentence[cut - 1].isspace():
        return cut
    for place in range(cut, min(cut + _SNAP, limit)):
        if sentence[place].isspace():
            return place + 1
    return limit if limit - cut <= _SNAP and sentence[cut].isascii() else cut


def _snap_left(sentence: str, cut: int, limit: int) -> int:
    if sentence[cut].isspace():
        return cut
    for place in range(cut, max(cut - _SNAP, limit), -1):
        if sentence[place - 1].isspace():
            return place - 1
    return limit if cut - limit <= _SNAP and sentence[cut].isascii() else cut
