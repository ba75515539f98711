"""Subjects without a disagreement, in short tables: who agrees, and what only one source says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Bound, Dimension
from claimcheck.model.subject import Judged, Position
from claimcheck.report.page import FAINT, PLACE, STRONG, WIDE, Page, pad, text
from claimcheck.report.safe import safe
from claimcheck.report.words import backing, count, first_of_each, in_order, loose_word, value, where, who

_VALUE, _LABEL = 22, 44
"""Most cells of a column; what is longer pushes the rest of its row aside."""


def show_agreements(page: Page, subjects: Sequence[Judged], articles: Mapping[str, Article]) -> None:
    """Adds subjects on which all agree: the value, how many state it, and the first place to look it up."""
    values, labels = _columns(subjects, page.width - 17)
    for judged in subjects:
        claims = first_of_each(judged.subject.claims, articles)
        stated = backing(judged.positions[0]) if len(judged.positions) == 1 else count(len(claims), "article")
        lead, tail = _lead(judged, values, labels), text(stated, ("  " + judged.subject.id, FAINT))
        _row(page, lead, tail, claims, articles, values)


def show_singles(page: Page, subjects: Sequence[Judged], articles: Mapping[str, Article]) -> None:
    """Adds subjects that one source speaks of: in a wide table, or article by article in a narrow one."""
    values, labels = _columns(subjects, page.width - 13)
    order = {source: index for index, source in enumerate(articles)}
    listed = sorted(
        ((judged, first_of_each(judged.subject.claims, articles)) for judged in subjects),
        key=lambda row: (order[row[1][0].source], row[1][0].start),
    )
    if page.width >= WIDE:
        for judged, claims in listed:
            _row(page, _lead(judged, values, labels), text((judged.subject.id, FAINT)), claims, articles, values)
        return
    for source, rows in groupby(listed, key=lambda row: row[1][0].source):
        page.located(text(who(articles[source])), safe(articles[source].path), 2)
        for judged, claims in rows:
            line = text((f"line {claims[0].line}".ljust(9), PLACE))
            page.block(line + _lead(judged, values, labels) + text((judged.subject.id + _more(claims), FAINT)), 4, 9)


def _columns(subjects: Sequence[Judged], room: int) -> tuple[int, int]:
    """Cells for the values and for the labels, where both and an id have to fit into `room`."""
    values = max((cell_len(_value(j)) for j in subjects), default=0)
    labels = max((cell_len(safe(j.subject.label)) for j in subjects), default=0)
    names = max((len(j.subject.id) for j in subjects), default=0)
    values = min(values, _VALUE)
    return values, min(labels, _LABEL, max(room - values - names - 4, 0))


def _value(judged: Judged) -> str:
    return "; ".join(_put(p) for p in in_order(judged.positions))


def _put(position: Position) -> str:
    """A position in few words: of "dozens" that word alone."""
    first = position.claims[0]
    bare = first.dimension is Dimension.COUNT and first.bound is Bound.RANGE
    return (loose_word(position) if bare else "") or value(position)


def _lead(judged: Judged, values: int, labels: int) -> Text:
    return text((pad(_value(judged), values), STRONG), "  ", pad(safe(judged.subject.label), labels), "  ")


def _more(claims: Sequence[Claim]) -> str:
    return f"  and {len(claims) - 1} more" if len(claims) > 1 else ""


def _row(page: Page, lead: Text, tail: Text, claims: Sequence[Claim], articles: Mapping[str, Article], values: int) -> None:
    """One row with the first place to look it up: in one line, or the place below; `tail` is never broken."""
    article = articles[claims[0].source]
    place = where(claims[0], article)
    beside = lead + tail + text("  ", who(article)) + page.place(place) + text((_more(claims), FAINT))
    if cell_len(beside.plain) + 2 <= page.width:
        page.whole(beside, 2)
        return
    if cell_len((lead + tail).plain) + 2 <= page.width:
        page.whole(lead + tail, 2)
    else:
        lead.rstrip()
        page.block(lead, 2, values + 2)
        page.whole(tail, 4 + values)
    page.located(text(who(article), (_more(claims).replace("  ", " "), FAINT)), place, 4 + values)
