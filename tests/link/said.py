"""Claims read out of a sentence or two by the tool itself: `said("The storm killed {12} people.")` is the claim in the braces.

` @2024-05-01` behind a text is the day of its article.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from claimcheck import ingest
from claimcheck.extract.article import extract_article
from claimcheck.lexicon.catalogue import load_catalogue
from claimcheck.link import find_stories, find_subjects
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.report import Story
from claimcheck.model.subject import Subject
from claimcheck.pipeline import extract_text

CATALOGUE = load_catalogue()
"""Read once: it is frozen."""

_MARK = re.compile(r"\{([^{}]+)\}")


def marked(text: str) -> list[Claim]:
    """The claims in braces, in their order."""
    text, day = _dated(text)
    read = extract_text(text.replace("{", "").replace("}", ""), day)[1].claims
    found = []
    for index, mark in enumerate(_MARK.finditer(text)):
        start = mark.start() - 2 * index
        here = [c for c in read if c.start < start + len(mark[1]) and c.end > start and c.dimension is not Dimension.FACT]
        assert len(here) == 1, f"{len(here)} claims at {mark[1]!r} in {text!r}"
        found += here
    return found


def said(text: str) -> Claim:
    """The one claim in braces."""
    found = marked(text)
    assert len(found) == 1, text
    return found[0]


def framed(claim: Claim, **fields: object) -> Claim:
    """The claim with other fields in its frame."""
    return replace(claim, frame=replace(claim.frame, **fields))  # type: ignore[arg-type]


def articles(texts: Sequence[str]) -> tuple[Article, ...]:
    """An article of each text; equal texts make articles of different ids."""
    found: list[Article] = []
    for index, given in enumerate(texts):
        text, day = _dated(given)
        article = ingest.article_from_text(text, CATALOGUE.furniture, path=f"{index}.txt", published=day)
        times = sum(before.text == text for before in found)
        found.append(replace(article, id=f"{article.id}-{times}" if times else article.id))
    return tuple(found)


def stories(texts: Sequence[str]) -> set[frozenset[int]]:
    """Which of the texts, by their numbers, form one story."""
    told = articles(texts)
    number = {article.id: at for at, article in enumerate(told)}
    return {frozenset(number[ident] for ident in story.articles) for story in find_stories(told, claims_of(told), CATALOGUE)}


def claims_of(told: Sequence[Article]) -> dict[str, tuple[Claim, ...]]:
    """The claims of each article by its id."""
    return {article.id: extract_article(article, CATALOGUE).claims for article in told}


def subjects(claims: Mapping[str, Sequence[Claim]]) -> tuple[Subject, ...]:
    """The subjects of articles that are taken for one story."""
    return find_subjects([Story("t-1", "a story", tuple(claims))], claims, CATALOGUE)


def together(*texts: str) -> list[list[str]]:
    """The words of the claims of each subject that holds more than one, of texts that are taken for one story."""
    return sorted(sorted(c.text for c in s.claims) for s in subjects(claims_of(articles(texts))) if len(s.claims) > 1)


def quantity(
    low: str, high: str | None = None, *, unit: str | None = None, bound: Bound = Bound.EXACT, slack: str = "0"
) -> Quantity:
    """A quantity: `quantity("7")` is 7, `quantity("20", "30")` a range, `quantity("7", bound=Bound.AT_LEAST)` 7 or more."""
    ends = Decimal(low), Decimal(high or low)
    given = Bound.RANGE if high else bound
    lowest = None if given is Bound.AT_MOST else ends[0] - Decimal(slack)
    highest = None if given is Bound.AT_LEAST else ends[1] + Decimal(slack)
    dimension = Dimension.MEASURE if unit else Dimension.COUNT
    return Quantity(dimension, unit, ends, given, lowest, highest, slack=Decimal(slack))


def _dated(text: str) -> tuple[str, date | None]:
    words, _, day = text.partition(" @")
    return words, date.fromisoformat(day) if day else None
