"""Two claims side by side, and why they are under one subject or are not."""

from __future__ import annotations

from typing import BinaryIO

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.subject import Likeness
from claimcheck.model.wording import describe
from claimcheck.report.interface import Look
from claimcheck.report.page import FAINT, PLACE, STRONG, Page, text
from claimcheck.report.quote import quote
from claimcheck.report.safe import safe
from claimcheck.report.words import where, who

_FIELD = 12


def write_likeness(report: Report, left: Claim, right: Claim, likeness: Likeness, out: BinaryIO, look: Look) -> None:
    """Writes two claims of `report` and each field that was compared, with what it said for or against their being one."""
    page = Page(look)
    articles = {a.id: a for a in report.articles}
    for claim in (left, right):
        article = articles[claim.source]
        page.line((describe(claim), STRONG), f"  {safe(claim.kind)}  ", (claim.id, FAINT))
        page.located(text(who(article)), where(claim, article), 2)
        page.block(page.quoted(quote(claim)), 4)
        page.gap()
    lead = "UNDER ONE SUBJECT" if likeness.together else "APART"
    page.line((lead, STRONG), "  ", safe(likeness.why), hang=2)
    if likeness.score is not None:
        page.gap()
        for field, score, detail in likeness.fields:
            page.line((field.ljust(_FIELD), PLACE), f"{score:+6.2f}  {safe(detail)}", indent=2, hang=_FIELD + 8)
        needed = f"  they may be one from {likeness.needed:.2f}"
        page.line(("in all".ljust(_FIELD), STRONG), f"{likeness.score:6.2f}", (needed, FAINT), indent=2)
    out.write(page.render())
