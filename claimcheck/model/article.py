"""Articles as they were read, and those that could not be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from claimcheck.model.span import Span
from claimcheck.model.when import Day, MonthDay


class Role(StrEnum):
    """What part of the article a block is."""

    TITLE = "title"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph that is read for claims."""

    span: Span
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch that is no part of the story (byline, menu, disclaimer ...) and yields no claims."""

    span: Span
    reason: str
    """The id of the furniture rule that named it, such as `byline`."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text and what is known of its origin. In the report it is a source."""

    id: str
    """`s-` and eight hex digits of the text's SHA-256: the same for a renamed file."""
    path: str
    """As a user would name it: relative where it was given so, with forward slashes."""
    text: str
    """The decoded file. All offsets count its code points."""
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    month_day: MonthDay | None = None
    """The day of publication where its year is not known."""
    hour: time | None = None
    """The hour of publication, where the article or its metadata gives one."""
    dateline: str | None = None
    """The place the report was written in ("WASHINGTON")."""
    url: str | None = None
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    """What a reader should know of how it was read ("decoded as windows-1252"), a sentence each."""

    @property
    def day(self) -> Day | None:
        """The day of publication, as far as it is known."""
        return self.published or self.month_day

    @property
    def name(self) -> str:
        """Who is speaking, for a person: the publisher, or the file's name where that is not known."""
        return self.publisher or self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class SkippedArticle:
    """A file that was to be read and could not be."""

    path: str
    reason: str
    """One sentence: what is wrong, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that came of reading the paths a user gave."""

    articles: tuple[Article, ...]
    skipped: tuple[SkippedArticle, ...] = ()
    notes: tuple[str, ...] = ()
