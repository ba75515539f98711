"""`claimcheck extract`."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from claimcheck.cli.console import deliver, guarded, look, settled, warn_of
from claimcheck.cli.options import ColorOption, QuietOption, day_given
from claimcheck.errors import EXIT_OK, ClaimcheckError, NothingToCompareError
from claimcheck.model.article import Article
from claimcheck.model.claim import Extraction


class ListFormat(StrEnum):
    """How `extract` lists claims."""

    TABLE = "table"
    JSONL = "jsonl"


@guarded
def extract(
    *,
    file: Annotated[str | None, typer.Argument(metavar="FILE", help="An article, or - for standard input.")] = None,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="Read these words instead of a file.")] = None,
    published: Annotated[
        date | None,
        typer.Option(parser=day_given, metavar="YYYY-MM-DD", help="The day it appeared, for words like 'last week'."),
    ] = None,
    format: Annotated[ListFormat, typer.Option(help="A list to read, or a JSON object a line.")] = ListFormat.TABLE,
    show_filtered: Annotated[bool, typer.Option("--show-filtered", help="Also list the numbers left out, and why.")] = False,
    quiet: QuietOption = None,
    color: ColorOption = None,
) -> int:
    """Show every quantity and date of one article."""
    if (file is None) == (text is None):
        raise typer.BadParameter("give either a FILE (or -) or --text TEXT")
    settings = settled([file] if file else [], {"quiet": quiet, "color": color})
    article, extraction = _extracted(file, text, published)
    if not settings.quiet:
        warn_of(article)
    if format is ListFormat.JSONL:
        from claimcheck.report import jsonl  # noqa: PLC0415

        deliver(lambda out: jsonl.write_extraction(article, extraction, out, show_filtered=show_filtered))
    else:
        from claimcheck.report import extraction as listing  # noqa: PLC0415 - loads rich

        shown = look(settings, complete=True)
        deliver(lambda out: listing.write_extraction(article, extraction, out, shown, show_filtered=show_filtered))
    return EXIT_OK


def _extracted(file: str | None, text: str | None, day: date | None) -> tuple[Article, Extraction]:
    """One article and what is in it. A day that the user gives goes before what the article says of itself."""
    from claimcheck import ingest  # noqa: PLC0415 - loads the stages
    from claimcheck.extract.article import extract_article  # noqa: PLC0415
    from claimcheck.lexicon.catalogue import load_catalogue  # noqa: PLC0415

    catalogue = load_catalogue()
    if text is not None:
        article = ingest.article_from_text(text, catalogue.furniture, published=day)
        return article, extract_article(article, catalogue)
    reading = ingest.read([file or "-"], catalogue.furniture, stdin=sys.stdin.buffer)
    if len(reading.articles) > 1:
        raise ClaimcheckError(
            f"{file} holds {len(reading.articles)} articles; name one of them, such as {reading.articles[0].path}"
        )
    if not reading.articles:
        reason = f": {reading.skipped[0].reason}" if reading.skipped else ""
        raise NothingToCompareError(f"no article could be read from {file}{reason}")
    article = replace(reading.articles[0], published=day) if day else reading.articles[0]
    return article, extract_article(article, catalogue)
