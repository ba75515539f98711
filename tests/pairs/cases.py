"""Reading the tables of articles: every `*.yaml` of this folder is a list of cases (see README.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
VERDICTS = {"conflict", "superseded", "compatible", "agree"}
KEYS = {"id", "about", "articles", "expect", "apart", "gap"}
FACTS = ("title", "publisher", "published")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one article of a case."""

    article: str
    words: str

    def __str__(self) -> str:
        return f"{self.article}: {self.words!r}"


@dataclass(frozen=True, slots=True)
class Expected:
    """What is to be said of two quotes."""

    verdict: str
    left: Quote
    right: Quote


@dataclass(frozen=True, slots=True)
class Told:
    """One article of a case."""

    facts: Mapping[str, str]
    """What a user would write of it in sources.yaml."""
    text: str
    """The file: its headline, if it has one, and its paragraphs."""


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the tables."""

    id: str
    about: str
    articles: Mapping[str, Told]
    expect: tuple[Expected, ...]
    apart: tuple[tuple[Quote, Quote], ...]
    gap: str | None = None
    """Why the case does not hold yet: "cause: detail"."""


def load() -> Iterator[Case]:
    """All cases. Raises ValueError for a case that is not well made."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            try:
                yield _case(row)
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path.name}: case {row.get('id')!r}: {error}") from error


def _case(row: Mapping[str, Any]) -> Case:
    if row.keys() - KEYS:
        raise ValueError(f"unknown keys {sorted(row.keys() - KEYS)}")
    articles = {name: _told(article) for name, article in row["articles"].items()}
    expect = []
    for entry in row.get("expect") or ():
        if entry["verdict"] not in VERDICTS:
            raise ValueError(f"unknown verdict {entry['verdict']!r}")
        expect.append(Expected(entry["verdict"], *_quotes(entry, articles)))
    apart = tuple(_quotes(entry, articles) for entry in row.get("apart") or ())
    return Case(row["id"], row["about"], articles, tuple(expect), apart, row.get("gap"))


def _told(article: Mapping[str, Any]) -> Told:
    facts = {key: _plain(article[key]) for key in FACTS if key in article and key != "title"}
    body = article["text"].strip().replace("\n", "\n\n")
    return Told(facts, f"{article['title']}\n\n{body}\n" if "title" in article else f"{body}\n")


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _quotes(entry: Mapping[str, Any], articles: Mapping[str, Told]) -> tuple[Quote, Quote]:
    """The two quotes of an entry: one in each of two articles, or a list of two in one article."""
    found = []
    for name in sorted(entry.keys() - {"verdict"}):
        words = entry[name]
        found += [Quote(name, w) for w in ([words] if isinstance(words, str) else words)]
    if len(found) != 2:
        raise ValueError(f"{len(found)} quotes where two are wanted")
    for quote in found:
        times = articles[quote.article].text.count(quote.words)
        if times != 1:
            raise ValueError(f"{quote} stands {times} times in its article")
    return found[0], found[1]
