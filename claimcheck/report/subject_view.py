"""One subject in full: its positions on one axis, who states each with a quotation, and what is said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.ledger import FindingState
from claimcheck.model.subject import GRAVITY, Finding, Judged, Position, Verdict
from claimcheck.model.wording import interval
from claimcheck.report.page import FAINT, STRONG, WIDE, Page, pad, text, verdict_style
from claimcheck.report.quote import quote
from claimcheck.report.safe import safe
from claimcheck.report.strip import strip
from claimcheck.report.words import (
    REACH,
    backing,
    by_gravity,
    count,
    cut_short,
    first_of_each,
    in_order,
    letter,
    letters,
    listed,
    said,
    sides,
    value,
    where,
    who,
)

_STRIP = 48
"""Most cells of a strip; a longer one is no clearer."""


@dataclass(frozen=True, slots=True)
class Caps:
    """How much of a subject is shown; None is all of it."""

    positions: int | None = 12
    quotes: int | None = 2
    """Quotations a position."""
    others: int | None = 6
    """Further articles a position that are named without a quotation."""
    findings: int = 3
    sentence: int | None = 110
    """Characters of a quotation."""
    readings: bool = False
    """Every claim is shown, also the second of one article, with its id and what it is read as."""


ALL = Caps(positions=None, quotes=None, others=None, sentence=None, readings=True)


def show_subject(
    page: Page, judged: Judged, articles: Mapping[str, Article], caps: Caps, state: FindingState | None = None
) -> None:
    """Adds a subject to the page: heading, strip, evidence, verdict, and what the ledger says of it."""
    show_positions(page, judged, articles, caps)
    _verdicts(page, judged, caps)
    if state:
        page.line((f"ledger: {state.state.value}", STRONG), "  ", safe(state.reason), indent=2, hang=3)


def show_positions(page: Page, judged: Judged, articles: Mapping[str, Article], caps: Caps) -> None:
    """Adds what `show_subject` does, without the verdict."""
    subject = judged.subject
    word = judged.verdict.value.upper()
    page.line(
        (word, verdict_style(judged.verdict)), "  ", (safe(subject.label), STRONG), "  ", (subject.id, FAINT), hang=len(word) + 2
    )
    shown = in_order(judged.positions)[: caps.positions]
    _overview(page, shown)
    _evidence(page, shown, articles, caps)
    if len(shown) < len(judged.positions):
        page.line(f"and {count(len(judged.positions) - len(shown), 'more position')}", indent=2)


def _overview(page: Page, positions: tuple[Position, ...]) -> None:
    """Value, strip and backing of each position, one below the other."""
    values = [value(p) for p in positions]
    backings = [backing(p) for p in positions]
    column = min(max(map(cell_len, values)), page.width // 2)
    room = page.width - 5 - column - 2 - 2 - max(map(len, backings))
    drawn = strip([p.claims[0] for p in positions], min(_STRIP, room), page.look.draws) if len(positions) > 1 else None
    for index, (stated, backed) in enumerate(zip(values, backings, strict=True)):
        name = text((f"{letter(index):<3}", STRONG), (pad(stated, column), STRONG), "  ")
        if drawn:
            name += text(drawn.rows[index], "  ")
        page.block(name + text((backed, FAINT)), indent=2, hang=3)
    if drawn:
        page.whole(text((drawn.axis.rstrip(), FAINT)), 5 + column + 2)


def _evidence(page: Page, positions: Sequence[Position], articles: Mapping[str, Article], caps: Caps) -> None:
    """Who states each position, in which words, where; then who else does."""
    stating = [list(p.claims) if caps.readings else first_of_each(p.claims, articles) for p in positions]
    quoted = [claims[: caps.quotes] for claims in stating]
    lines = {
        claim.id: _Evidence(
            said(claim, articles[claim.source]), page.quoted(quote(claim, caps.sentence)), where(claim, articles[claim.source])
        )
        for claims in quoted
        for claim in claims
    }
    values = [value(p) for p in positions]
    value_column = max(map(cell_len, values), default=0)
    column = max((cell_len(line.said) for line in lines.values()), default=0)
    taken = 5 + value_column + 2 + column
    beside = not caps.readings and page.width >= WIDE and all(taken + line.beside <= page.width for line in lines.values())
    page.gap()
    for index, claims in enumerate(quoted):
        if not beside:
            page.gap()
        for number, claim in enumerate(claims):
            line = lines[claim.id]
            name, stated = (f"{letter(index):<3}", values[index] + "  ") if number == 0 else (" " * 3, "")
            if beside:
                lead = text((name, STRONG), (pad(stated, value_column + 2), STRONG), pad(line.said, column), "  ")
                page.whole(lead + line.words + page.place(line.place), 2)
            else:
                page.located(text((name, STRONG), (stated, STRONG), line.said), line.place, indent=2, hang=3)
                page.block(line.words, indent=5)
                if caps.readings:
                    page.line("read as ", interval(claim), ("  " + claim.id, FAINT), indent=5)
        _others(page, stating[index][len(claims) :], articles, caps)


@dataclass(frozen=True, slots=True)
class _Evidence:
    said: str
    words: Text
    place: str

    @property
    def beside(self) -> int:
        """Cells that quotation and place take beside the one who says it."""
        return cell_len(self.words.plain + self.place) + 5


def _others(page: Page, claims: list[Claim], articles: Mapping[str, Article], caps: Caps) -> None:
    shown = claims[: caps.others]
    for index, claim in enumerate(shown):
        article = articles[claim.source]
        page.located(text(("also ", FAINT) if index == 0 else "     ", who(article)), where(claim, article), indent=5, hang=5)
    if len(shown) < len(claims):
        page.line((f"and {count(len(claims) - len(shown), 'more article')}", FAINT), indent=10)


def _verdicts(page: Page, judged: Judged, caps: Caps) -> None:
    """The sentences of the gravest findings, and a count of what is left out."""
    if not judged.findings:
        return
    page.gap()
    named = letters(in_order(judged.positions))
    ordered = by_gravity(judged.findings)
    gravest = [f for f in ordered if f.verdict is judged.verdict]
    shown = gravest[: caps.findings]
    for finding in shown:
        show_finding(page, finding, named)
    if any(map(cut_short, shown)):
        page.line((REACH, FAINT), indent=2, hang=3)
    left: Counter[Verdict] = Counter(f.verdict for f in ordered[len(shown) :] if f.verdict is not Verdict.AGREE)
    notes: list[str] = []
    if left:
        notes.append(f"Further pairs of positions: {', '.join(f'{left[v]:,} {v.value}' for v in GRAVITY if left[v])}.")
    # That articles agree within one position is seen above.
    agreeing = [found for f in ordered if f.verdict is Verdict.AGREE and len(found := sides(f, named)) > 1]
    notes += [f"{listed(found)} agree." for found in agreeing[: caps.findings]]
    if notes:
        page.line((" ".join(notes), FAINT), indent=2)


def show_finding(page: Page, finding: Finding, named: Mapping[str, str]) -> None:
    """Adds the sentence of a finding and its explanation; `named` gives the letter of each claim's position."""
    joint = ", " if finding.verdict is Verdict.AGREE else page.glyph("–", "-")
    pair = joint.join(sides(finding, named))
    head = f"{finding.verdict.value} {pair}".strip()
    page.line((head, verdict_style(finding.verdict)), "  ", safe(finding.reason), indent=2, hang=3)
    if finding.explanation:
        page.line(("Possible explanation: ", FAINT), safe(finding.explanation), indent=5)
