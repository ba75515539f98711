"""How a report names sources, places, counts and claims, in every text format."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Extraction, Filtered, Status
from claimcheck.model.deed import Deed
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.subject import GRAVITY, Finding, Position, Verdict
from claimcheck.model.wording import days
from claimcheck.report.safe import safe

DAYS: Mapping[str, Decimal] = {
    "minute": Decimal(1) / 1440,
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.44"),
    "year": Decimal("365.25"),
}
"""Days in a unit of duration: near enough to put durations in order and to draw them."""

_VAGUE = "number.vague"
"""The step of a claim that tells which word stood in the place of a number."""
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


def said(claim: Claim, article: Article) -> str:
    """Who says it and what must be known beside the words: "The Herald, 6 Sept 2025, citing the ministry"."""
    return ", ".join(filter(None, (who(article), put(claim, article))))


def where(claim: Claim, article: Article) -> str:
    """The place to look it up: "herald.txt:14"."""
    return f"{safe(article.path)}:{claim.line}"


def value(position: Position) -> str:
    """The value of a position, safe to show: "at least 14". A word that names no number stands before what it is read as:
    "dozens (24 to 99)", for nobody wrote those figures.
    """
    word = loose_word(position)
    return f"{word} ({safe(position.value)})" if word else safe(position.value)


def loose_word(position: Position) -> str:
    """The word that all claims of a position put in the place of a number, such as "dozens"; empty where there is none."""
    claims = position.claims
    if not all(isinstance(c.value, Quantity) and c.value.vague for c in claims):
        return ""
    words = {" ".join(s.words.lower().split()) for c in claims for s in c.steps if s.rule == _VAGUE}
    return safe(words.pop()).removesuffix(" of") if len(words) == 1 else ""


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


def in_order(positions: Sequence[Position]) -> tuple[Position, ...]:
    """Positions from the lowest to the highest, where their values can be put in order; those without a known value come last."""
    keys = [_place(p.claims[0]) for p in positions]
    known = {key[0] for key in keys if key}
    if len(known) != 1:
        return tuple(positions)
    order = sorted(range(len(keys)), key=lambda i: (keys[i] is None, (keys[i] or ("", 0, 0))[1:]))
    return tuple(positions[i] for i in order)


def _place(claim: Claim) -> tuple[str, Decimal | int, Decimal | int] | None:
    """What kind of axis a claim's value is on, and the ends of what was written there."""
    if isinstance(claim.value, Quantity):
        if claim.dimension is Dimension.DURATION and claim.unit and claim.unit in DAYS:
            low, high = (figure * DAYS[claim.unit] for figure in claim.value.figure)
            return "duration", low, high
        return (f"{claim.dimension} {claim.unit}", *claim.value.figure)
    if isinstance(claim.value, Deed):
        return None
    first, last = claim.value.first, claim.value.last
    if isinstance(first, date) and isinstance(last, date):
        return "day", first.toordinal(), last.toordinal()
    if first is None or last is None:
        return None
    return "day of some year", first.month * 100 + first.day, last.month * 100 + last.day


def by_gravity(findings: Iterable[Finding]) -> list[Finding]:
    """Findings with the gravest verdict first, otherwise as they came."""
    return sorted(findings, key=lambda f: GRAVITY.index(f.verdict))


def sides(finding: Finding, named: Mapping[str, str]) -> list[str]:
    """The letters of what a finding is about; `named` gives the letter of each claim's position.

    Of two positions that differ they stand in the order in which its sentence speaks of them. Those who agree may have put one
    value in several ways, and stand from A to Z.
    """
    if len(finding.positions) == 1:
        return sorted({named.get(c.id, "?") for c in finding.positions[0].claims}, key=lambda s: (len(s), s))
    return [named.get(p.claims[0].id, "?") for p in finding.positions]


def listed(words: Sequence[str]) -> str:
    """Words in a row, as a sentence puts them: "A, B and C"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


REACH = 'An open end is drawn to the edge, but read only up to the limit in the sentence: nobody says "at least 5" who knows of 20.'
"""Beside a finding for which `cut_short` holds: its bars seem to overlap."""


def cut_short(finding: Finding) -> bool:
    """Whether two positions are said to conflict although, drawn with their open ends, they do."""
    if finding.verdict is not Verdict.CONFLICT or len(finding.positions) != 2:
        return False
    one, other = (p.claims[0].value for p in finding.positions)
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit != other.unit:
        return False
    if not {one.bound, other.bound} & {Bound.AT_LEAST, Bound.AT_MOST}:
        return False
    return _begins_below(one, other) and _begins_below(other, one)


def _begins_below(one: Quantity, other: Quantity) -> bool:
    return one.low is None or other.high is None or one.low <= other.high


def letters(positions: Sequence[Position]) -> dict[str, str]:
    """The letter of the position that each claim is in: A, B ... Z, AA, AB ..."""
    return {claim.id: letter(i) for i, position in enumerate(positions) for claim in position.claims}


def letter(index: int) -> str:
    """The index-th letter, from 0, as spreadsheets count columns."""
    head, last = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)


def numbered(article: Article, extraction: Extraction) -> list[tuple[Filtered, int]]:
    """The numbers that were left out, with their lines."""
    breaks = [i for i, character in enumerate(article.text) if character == "\n"] if extraction.filtered else []
    return [(f, bisect_left(breaks, f.span.start) + 1) for f in extraction.filtered]
