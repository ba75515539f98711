"""How a report names sources, places, counts and claims, in every text format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Status
from claimcheck.model.subject import Position
from claimcheck.model.wording import days
from claimcheck.report.safe import safe

_UNREMARKABLE = (Status.ASSERTED, Status.REPORTED)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A counted noun: "1 article", "1,204 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def who(article: Article) -> str:
    """Who is speaking, and when: "The Herald, 6 Sept 2025"; the file's name where the publisher is not known."""
    day = days(article.published, article.published) if article.published else "undated"
    return f"{safe(article.name)}, {day}"


def put(claim: Claim, article: Article) -> str:
    """What a reader must know beside the words: whom the source cites, how firmly, as of when. Empty where there is nothing."""
    parts = [f"citing {safe(claim.attribution)}"] if claim.attribution else []
    if claim.status not in _UNREMARKABLE:
        parts.append(claim.status.value)
    if claim.as_of and claim.as_of != article.published:
        parts.append(f"as of {days(claim.as_of, claim.as_of)}")
    return ", ".join(parts)


def where(claim: Claim, article: Article) -> str:
    """The place to look it up: "herald.txt:14"."""
    return f"{safe(article.path)}:{claim.line}"


def backing(position: Position) -> str:
    """How many articles state a position, and how many independent origins that is."""
    articles = len({c.source for c in position.claims})
    if articles == position.origins:
        return count(articles, "article")
    return f"{count(articles, 'article')}, {count(position.origins, 'origin')}"


def first_of_each(claims: Iterable[Claim], articles: Mapping[str, Article]) -> list[Claim]:
    """One claim an article, earliest article first and undated ones last."""
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(claim.source, claim)
    return sorted(first.values(), key=lambda c: (articles[c.source].published or date.max, articles[c.source].path, c.start))


def letters(positions: Sequence[Position]) -> dict[str, str]:
    """The letter of the position that each claim is in: A, B ... Z, AA, AB ..."""
    return {claim.id: letter(i) for i, position in enumerate(positions) for claim in position.claims}


def letter(index: int) -> str:
    """The index-th letter, from 0, as spreadsheets count columns."""
    head, last = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)
