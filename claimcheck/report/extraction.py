"""What was read out of one article: for a person as a list, for a program as JSON lines."""

from __future__ import annotations

from bisect import bisect_left
from typing import BinaryIO

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Extraction, Filtered
from claimcheck.model.wording import describe, interval
from claimcheck.report.document import claim as claim_value
from claimcheck.report.document import filtered_number
from claimcheck.report.interface import Look
from claimcheck.report.json import line
from claimcheck.report.safe import safe
from claimcheck.report.words import count


def write_lines(article: Article, extraction: Extraction, out: BinaryIO, show_filtered: bool) -> None:
    """Writes a JSON object a line: each claim, in the shape of the report's; then, if asked for, each number left out."""
    for claim in extraction.claims:
        out.write(line(claim_value(claim, None)) + b"\n")
    if show_filtered:
        for left_out, number in _numbered(article, extraction):
            out.write(line(filtered_number(article.id, left_out, number)) + b"\n")


def write_table(article: Article, extraction: Extraction, out: BinaryIO, look: Look, show_filtered: bool) -> None:
    """Writes each claim with its reading, and, if asked for, what was left out and why."""
    from claimcheck.report.page import FAINT, PLACE, STRONG, Page  # noqa: PLC0415 - JSON lines need no rich
    from claimcheck.report.quote import quote  # noqa: PLC0415

    page = Page(look)
    for claim in extraction.claims:
        place, value = (f"{safe(article.path)}:{claim.line}", PLACE), (describe(claim), STRONG)
        page.line(place, "  ", value, f"  {safe(claim.kind)}  ", (claim.id, FAINT), hang=4)
        page.block(page.quoted(quote(claim, max(page.width - 8, 40))), 4)
        page.line(reading(claim), indent=4, hang=2)
    if show_filtered:
        page.gap()
        page.line(("LEFT OUT", STRONG), "  ", (count(len(extraction.filtered), "number"), FAINT))
        for left_out, number in _numbered(article, extraction):
            place, words = (f"{safe(article.path)}:{number}", PLACE), (safe(left_out.text), STRONG)
            page.line(place, "  ", words, f"  {left_out.filter}: ", safe(left_out.reason), hang=4)
    page.gap()
    page.line((f"{count(len(extraction.claims), 'claim')}, {count(len(extraction.filtered), 'number')} left out", STRONG))
    out.write(page.render())


def reading(claim: Claim) -> str:
    """How a claim was read, in one line: dimension, unit, bound, interval, attribution, status."""
    parts = [claim.dimension.value]
    if claim.unit:
        parts.append(f"unit {claim.unit}")
    parts += [f"put as {claim.bound.value.replace('_', ' ')}", f"read as {interval(claim)}", claim.status.value]
    if claim.attribution:
        parts.append(f"attributed to {safe(claim.attribution)}")
    return " · ".join(parts)


def _numbered(article: Article, extraction: Extraction) -> list[tuple[Filtered, int]]:
    """The numbers left out, with their lines."""
    breaks = [i for i, character in enumerate(article.text) if character == "\n"] if extraction.filtered else []
    return [(f, bisect_left(breaks, f.span.start) + 1) for f in extraction.filtered]
