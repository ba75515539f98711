"""What was read out of one article, as JSON lines."""

from __future__ import annotations

from typing import BinaryIO

from claimcheck.model.article import Article
from claimcheck.model.claim import Extraction
from claimcheck.report.document import claim, filtered_number
from claimcheck.report.json import line
from claimcheck.report.words import numbered


def write_extraction(article: Article, extraction: Extraction, out: BinaryIO, *, show_filtered: bool) -> None:
    """Writes an object a line: each claim, in the shape of the report's; then, if asked for, each number that was left out."""
    for read in extraction.claims:
        out.write(line(claim(read, None)) + b"\n")
    if show_filtered:
        for left_out, number in numbered(article, extraction):
            out.write(line(filtered_number(article.id, left_out, number)) + b"\n")
