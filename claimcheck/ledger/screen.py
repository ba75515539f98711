"""What a review shows: two quotations side by side, and one plain question. Text only; nothing here reads a key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len, set_cell_size

from claimcheck.ledger.review import Review, Step
from claimcheck.ledger.values import value_of
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.ledger import FindingState
from claimcheck.model.report import Report
from claimcheck.model.subject import Finding, Judged
from claimcheck.report.quote import quote
from claimcheck.report.safe import safe
from claimcheck.report.words import count, where, who

QUESTION = "Do these sources disagree about the same thing?"
_KEYS = "[y]es, it is real; [n]o; [u]nsure; [s]kip; [b]ack; [q]uit"
_GAP = " | "
_ROOM = 230
"""Characters of a quotation: six lines of half a screen."""
_NARROW = 60
"""Columns below which the quotations stand one below the other."""


def page(review: Review, report: Report, state: FindingState, added: frozenset[str], width: int) -> list[str]:
    """The lines of one discrepancy, none longer than `width` columns.

    Args:
        review: Where the review stands.
        report: The run.
        state: What the ledger says of the discrepancy.
        added: The figures in normal form that the ledger does not hold; a pair that shows one is chosen.
        width: Columns.
    """
    judged = {j.subject.id: j for j in report.judged}[review.subject]
    articles = {a.id: a for a in report.articles}
    left, right, finding = pair(judged, added)
    head = f"{review.at + 1} of {len(review.subjects)}, {state.state.value.upper()}: {judged.subject.label}"
    lines = ["", *wrapped(head, width), *wrapped(state.reason, width), ""]
    lines += _beside(_side(left, articles), _side(right, articles), width)
    others = len({value_of(c) for c in judged.subject.claims} - {value_of(left), value_of(right)})
    lines.append("")
    if finding.explanation or finding.reason:
        lines += wrapped(finding.explanation or finding.reason, width)
    if others:
        lines += wrapped(f"{count(others, 'other figure is', 'other figures are')} given as well.", width)
    if review.answer:
        lines += ["", *wrapped(f"You said: {review.answer.choice.value}, {review.answer.reason}", width)]
    return [*lines, ""]


def prompt(review: Review, width: int) -> list[str]:
    """The question and what can be pressed; the last line is where a person types."""
    message = wrapped(f"({review.message})", width) if review.message else []
    match review.step:
        case Step.REASON:
            return [*message, "Why? (one line; an empty one goes back)"]
        case Step.SUBJECTS:
            return [*message, *wrapped("Are the two sentences about different things? [y]es; [n]o", width)]
        case _:
            return [*message, *wrapped(QUESTION, width), *wrapped(_KEYS, width)]


def pair(judged: Judged, added: frozenset[str]) -> tuple[Claim, Claim, Finding]:
    """The two claims to show: of the gravest finding, and of one with a figure that the ledger does not hold where there is one."""
    two = [f for f in judged.findings if len(f.positions) > 1]
    finding = next((f for f in two if any(value_of(c) in added for p in f.positions for c in p.claims)), two[0])
    left, right = (p.claims[0] for p in finding.positions[:2])
    return left, right, finding


def wrapped(text: str, width: int) -> list[str]:
    """`text` on one line or more, none longer than `width` columns; a longer word is cut. Wide characters count as two."""
    lines, line = [], ""
    for word in _pieces(safe(text), width):
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= width:
            line = joined
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _pieces(text: str, width: int) -> Iterable[str]:
    for word in re.split(r"\s+", text.strip()):
        rest = word
        while cell_len(rest) > width:
            cut = next(n for n in range(min(width, len(rest)), 0, -1) if cell_len(rest[:n]) <= width or n == 1)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _side(claim: Claim, articles: Mapping[str, Article]) -> tuple[str, str, str, str]:
    article = articles[claim.source]
    cut = quote(claim, _ROOM)
    words = f"{'...' if cut.opened else ''}{cut.before}[{cut.words}]{cut.after}{'...' if cut.closed else ''}"
    return claim.text, who(article), where(claim, article), f'"{words}"'


def _beside(left: Sequence[str], right: Sequence[str], width: int) -> list[str]:
    if width < _NARROW:
        return [line for side in (left, ("",), right) for text in side for line in wrapped(text, width)]
    half = (width - len(_GAP)) // 2
    lines: list[str] = []
    for one, two in zip(left, right, strict=True):
        ones, twos = wrapped(one, half), wrapped(two, half)
        for at in range(max(len(ones), len(twos))):
            start = set_cell_size(ones[at] if at < len(ones) else "", half)
            lines.append(f"{start}{_GAP}{twos[at] if at < len(twos) else ''}".rstrip())
    return lines
