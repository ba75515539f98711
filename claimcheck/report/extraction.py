"""What was read out of one article, for a person: each sentence that holds a quantity, and below it how each was read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import BinaryIO

from rich.text import Text

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Extraction
from claimcheck.model.deed import Deed
from claimcheck.model.wording import describe, interval
from claimcheck.report.interface import Look
from claimcheck.report.page import FAINT, PLACE, STRONG, Page, text
from claimcheck.report.quote import quote
from claimcheck.report.safe import safe
from claimcheck.report.words import count, numbered

_LONGEST = 1000
"""Characters of a sentence that is shown whole."""


def write_extraction(article: Article, extraction: Extraction, out: BinaryIO, look: Look, *, show_filtered: bool) -> None:
    """Writes each claim with its reading, and, if asked for, each number that was left out and why."""
    page = Page(look)
    for _, together in groupby(extraction.claims, key=lambda c: c.sentence_span):
        claims = list(together)
        page.gap()
        page.whole(text((f"{safe(article.path)}:{claims[0].line}", PLACE)))
        page.block(_sentence(page, claims), 2)
        for claim in claims:
            words = page.glyph("“", '"') + safe(claim.text) + page.glyph("”", '"')
            page.line((words, STRONG), f"  {safe(claim.kind)}: {reading(claim)}", ("  " + claim.id, FAINT), indent=4, hang=2)
    if show_filtered:
        page.gap()
        page.line(("LEFT OUT", STRONG), "  ", (count(len(extraction.filtered), "number"), FAINT))
        for left_out, number in numbered(article, extraction):
            place, words = f"{safe(article.path)}:{number}", safe(left_out.text)
            page.line((place, PLACE), "  ", (words, STRONG), f"  {left_out.filter}: ", safe(left_out.reason), indent=2, hang=4)
    page.gap()
    page.line((f"{count(len(extraction.claims), 'claim')}, {count(len(extraction.filtered), 'number')} left out", STRONG))
    out.write(page.render())


def reading(claim: Claim) -> str:
    """How a claim was read, in one line: value, interval, dimension, unit, bound, status, attribution."""
    kind = f"{claim.dimension.value} in {claim.unit}" if claim.unit else claim.dimension.value
    bound = claim.bound.value.replace("_", " ")
    parts = [f"{describe(claim)}, read as {interval(claim)}", f"{kind}, bound {bound}", claim.status.value]
    if isinstance(claim.value, Deed):
        parts = [interval(claim), kind, claim.status.value]
    if claim.attribution:
        parts.append(f"attributed to {safe(claim.attribution)}")
    return "; ".join(parts)


def _sentence(page: Page, claims: Sequence[Claim]) -> Text:
    """The sentence of some claims, their words in bold."""
    first = claims[0]
    if len(first.sentence) > _LONGEST:
        return page.quoted(quote(first, _LONGEST))
    shown, done = text(page.glyph("“", '"')), 0
    for claim in claims:
        start, end = claim.start - claim.sentence_span.start, claim.end - claim.sentence_span.start
        if done <= start < end <= len(first.sentence):
            shown += text(safe(first.sentence[done:start]), (safe(first.sentence[start:end]), STRONG))
            done = end
    return shown + text(safe(first.sentence[done:]), page.glyph("”", '"'))
