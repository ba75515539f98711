"""Small reports, for tests of what the command line makes of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.model.article import Article, SkippedArticle
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.report import Report
from claimcheck.model.span import Span
from claimcheck.model.subject import Finding, Judged, Position, Subject, Verdict

LABEL = "boats of the coast guard and of the fishermen that were moored in the two bays of the island"


def article(number: int, notes: tuple[str, ...] = ()) -> Article:
    text = f"There were {number} boats.\n"
    return Article(
        f"s-{number}", f"news/a{number}.txt", text, (), publisher=f"Paper {number}", published=date(2025, 9, 1), notes=notes
    )


def claim(of: Article, number: int) -> Claim:
    value = Quantity(Dimension.COUNT, None, (Decimal(number),) * 2, Bound.EXACT, Decimal(number), Decimal(number))
    return Claim(f"c-{number}", of.id, Span(11, 13), 1, of.text[11:13], of.text[:-1], Span(0, len(of.text) - 1), "boats", value)


def report(verdict: Verdict | None, articles: int = 2, skipped: int = 0) -> Report:
    """That many articles, and one subject with that verdict."""
    read = tuple(article(10 + i, ("Decoded as latin-1.",) if i == 0 else ()) for i in range(articles))
    claims = tuple(claim(a, 10 + i) for i, a in enumerate(read))
    judged: tuple[Judged, ...] = ()
    if verdict:
        subject = Subject("t-1", LABEL, "boats", claims, "y-1")
        positions = tuple(Position(str(10 + i), (c,), 1) for i, c in enumerate(claims))
        sides = positions[:1] if verdict is Verdict.AGREE else positions[:2]
        findings = () if verdict is Verdict.SINGLE else (Finding("f-1", "t-1", verdict, sides, "level", "A reason."),)
        judged = (Judged(subject, verdict, positions, findings),)
    left_out = tuple(SkippedArticle(f"news/photo{i}.png", "It is an image.") for i in range(skipped))
    return Report(read, left_out, (), claims, (), judged, ("A note on the run.",))
