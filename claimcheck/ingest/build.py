"""Text and metadata to an Article: its headline, its paragraphs, and what the page says of where and when it came out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from claimcheck.ingest.furniture import Found, FurnitureFinder
from claimcheck.ingest.metadata import Metadata
from claimcheck.ingest.paragraphs import MOST_LINES, Paragraph, paragraphs
from claimcheck.ingest.years import year_of
from claimcheck.model.article import Article, Block, Furniture, Role
from claimcheck.model.span import Span
from claimcheck.model.when import MonthDay

_HEADLINE = 190
_LAST_WORD = re.compile(r"""(\S+?)["'”’)\]]*$""")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.){2,}")
_RIGHTS = frozenset(["copyright", "copyright-inside"])
"""The furniture rules that take out lines of copyright."""
_MEANT = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Source:
    """A text and what is known of it, ready to become an article."""

    path: str
    text: str
    metadata: Metadata
    begin: int = 0
    """Where the article begins, behind its front matter."""
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()


def build_article(source: Source, finder: FurnitureFinder) -> Article:
    """The article that a source holds."""
    text = source.text
    units = paragraphs(text, source.begin)
    found = finder.find(text, units)
    blocks = _blocks(text, units, found.furniture)
    title = " ".join(blocks[0].span.cut(text).split()) if blocks and blocks[0].role is Role.TITLE else None
    on_page, notes = _on_page(found, finder, title)
    month_day = None
    if not source.metadata.published and not on_page.published:
        month_day, year = _open_day(source, blocks, found, finder)
        if month_day and year:
            on_page, month_day = replace(on_page, published=date(year, month_day.month, month_day.day)), None
            notes.append(f"Its day stands there without a year; other days and lines of the page make it {on_page.published}.")
        elif month_day:
            notes.append("Its day stands there without a year: it puts articles in order, and no more.")
    known = source.metadata.over(on_page)
    if source.metadata.published:  # what is said of the page's own dates is beside the point
        notes = []
    if text.count("\n") > MOST_LINES:
        notes.append(f"It has more than {MOST_LINES:,} lines; what stands behind them was read as one paragraph.")
    furniture = list(found.furniture)
    if source.begin:
        furniture.insert(0, Furniture(Span(0, source.begin), "front-matter"))
    return Article(
        id=article_id(text),
        path=source.path,
        text=text,
        blocks=blocks,
        furniture=tuple(furniture),
        title=known.title,
        publisher=known.publisher,
        author=known.author,
        published=known.published,
        month_day=month_day,
        hour=known.hour,
        dateline=known.dateline,
        url=known.url,
        encoding=source.encoding,
        notes=(*source.notes, *notes),
    )


def _open_day(
    source: Source, blocks: tuple[Block, ...], found: Found, finder: FurnitureFinder
) -> tuple[MonthDay | None, int | None]:
    """The day of publication that stands on a page without its year, and the year where the page forces one."""
    named = next((stamp.open for stamp in found.head if stamp.open), None)
    if named is None or not isinstance(named.day, MonthDay) or found.days > 1:
        return None, None
    text = source.text
    told = [day for block in blocks for day in finder.stamps.named(block.span.cut(text))]
    rights = [f.span.cut(text) for f in found.furniture if f.reason in _RIGHTS]
    return named.day, year_of(named.day, named.weekday, told, rights)


def article_id(text: str) -> str:
    """`s-` and eight hex digits of the text's SHA-256."""
    return "s-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _blocks(text: str, units: list[Paragraph], furniture: list[Furniture]) -> tuple[Block, ...]:
    """The paragraphs without the furniture in them; the first is the headline where it looks like one."""
    blocks = [Block(span) for span in _cut_out(text, (p.span for p in units), furniture)]
    if len(blocks) > 1 and _is_headline(text, blocks[0].span):
        blocks[0] = Block(blocks[0].span, Role.TITLE)
    return tuple(blocks)


def _cut_out(text: str, spans: Iterable[Span], furniture: list[Furniture]) -> Iterator[Span]:
    at = 0
    for span in spans:
        start = span.start
        while at < len(furniture) and furniture[at].span.start < span.end:
            yield from _trimmed(text, start, furniture[at].span.start)
            start = furniture[at].span.end
            at += 1
        yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start and _MEANT.search(text, start, end):
        yield Span(start, end)


def _is_headline(text: str, span: Span) -> bool:
    """Short, and not a sentence: without a full stop at its end, unless that belongs to an abbreviation such as U.S."""
    if span.end - span.start > _HEADLINE:
        return False
    last = _LAST_WORD.search(text, span.start, span.end)
    word = last[1] if last else ""
    return not word.endswith((".", ":", ",", ";")) or _ACRONYM.fullmatch(word) is not None


def _on_page(found: Found, finder: FurnitureFinder, title: str | None) -> tuple[Metadata, list[str]]:
    """What the page itself says, and sentences for what a reader should know of it."""
    stamps = [s for s in (*found.head, *found.tail) if s.published]
    main = next((s for s in stamps if s.labelled), None) or next(iter(stamps), None)
    notes = []
    day: date | None = None
    hour: time | None = finder.stamps.hour(found.hour) if found.hour else None
    if main is not None:
        day = main.published
        later = max((d for s in stamps for d in (s.published, s.updated) if d and day and d > day), default=None)
        hours = [s.hour for s in stamps if s.hour and s.published == day]
        hour = (
            hours[-1]
            if hours
            else hour or next((s.hour for s in found.head if s.hour and not s.published and not s.open and not later), None)
        )
        if main.ambiguous:
            notes.append(f"Its date was read with the month first: {day}; where that is wrong, give `published:` in sources.yaml.")
        if later:
            notes.append(f"Its page also names a later day, {later}.")
    else:
        hour = next((s.hour for s in found.head if s.hour), hour)
    author = ", ".join(dict.fromkeys(found.authors)) or None
    return Metadata(title=title, published=day, hour=hour, author=author, dateline=found.dateline or None), notes
