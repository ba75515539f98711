"""The report as one HTML file that needs nothing else: for an editor, an archive, or a printer.

It loads nothing and runs nothing: what is shown is chosen with boxes that the style sheet looks at, and a policy in the head
forbids scripts, so that not even a mistake here could let an article run one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from typing import BinaryIO

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.ledger import FindingState
from claimcheck.model.report import Report
from claimcheck.model.subject import GRAVITY, Judged, Verdict
from claimcheck.report.discrepancy import absent, summary
from claimcheck.report.interface import Look
from claimcheck.report.quote import quote
from claimcheck.report.safe import safe
from claimcheck.report.strip import Bar, chart
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
    put,
    sides,
    value,
    where,
    who,
)

_TITLES: Mapping[Verdict, str] = {
    Verdict.CONFLICT: "Conflict",
    Verdict.SUPERSEDED: "Superseded",
    Verdict.COMPATIBLE: "Compatible",
    Verdict.AGREE: "Agree",
    Verdict.SINGLE: "Single source",
}
_SHOWN_FIRST = (Verdict.CONFLICT, Verdict.SUPERSEDED, Verdict.COMPATIBLE, Verdict.AGREE)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_REASONS = 12
_ARROWS = ('<svg x="0"><path d="M8 3 0 8l8 5"/></svg>', '<svg x="100%" overflow="visible"><path d="M-8 3 0 8l-8 5"/></svg>')
"""Open to the left, and to the right."""


def write(report: Report, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - the same for every place it goes to
    """Writes the whole report in UTF-8, subject by subject."""
    articles = {a.id: a for a in report.articles}
    for part in _document(report, articles):
        out.write(part.encode("utf-8", "backslashreplace") + b"\n")


def _document(report: Report, articles: Mapping[str, Article]) -> Iterator[str]:
    style = (files("claimcheck.report") / "html.css").read_text(encoding="utf-8")
    conflicts = report.counts[Verdict.CONFLICT.value]
    title = f"{count(conflicts, 'conflict') if conflicts else 'No conflict'} in {count(len(report.articles), 'article')}"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="referrer" content="no-referrer">\n<title>claimcheck: {title}</title>'
    yield f"<style>\n{style}</style>\n</head>\n<body>"
    yield f'<header>\n<p class="name">claimcheck</p>\n<h1>{title}</h1>\n<p class="counts">{_text(summary(report))}</p>\n</header>'
    yield from _filters(report)
    yield "<main>"
    for judged in report.judged:
        yield _subject(judged, articles, report.states.get(judged.subject.id))
    if not report.judged:
        yield "<p>No subject was found.</p>"
    yield "</main>"
    yield from _appendix(report)
    yield "<footer><p>claimcheck shows who says what. It never says which figure is true.</p></footer>\n</body>\n</html>"


def _filters(report: Report) -> Iterator[str]:
    """A box a verdict, all before the subjects: the style sheet can only look at what comes first."""
    for verdict in GRAVITY:
        checked = " checked" if verdict in _SHOWN_FIRST else ""
        number = report.counts[verdict.value]
        yield f'<input type="checkbox" class="box" id="f-{verdict.value}"{checked}>'
        yield f'<label for="f-{verdict.value}" class="{verdict.value}">{_TITLES[verdict]} <b>{number:,}</b></label>'
    if report.states:
        yield '<input type="checkbox" class="box" id="f-known" checked><label for="f-known">Known or ignored</label>'


def _subject(judged: Judged, articles: Mapping[str, Article], state: FindingState | None) -> str:
    verdict, subject = judged.verdict, judged.subject
    known = " known" if state and not state.open else ""
    tag = f' <span class="state">{_text(state.state.value)}</span>' if state else ""
    head = f'<h2><span class="verdict">{_TITLES[verdict]}</span>{tag} {_text(subject.label)}</h2>'
    identity = f'<p class="id"><a href="#{_text(subject.id)}">{_text(subject.id)}</a></p>'
    said = f'<p class="ledger">Ledger: {_text(state.reason)}</p>' if state and state.reason else ""
    parts = [head, identity, *_positions(judged, articles), *_reasons(judged), said]
    body = "\n".join(filter(None, parts))
    return f'<section class="{verdict.value}{known}" id="{_text(subject.id)}">\n{body}\n</section>'


def _positions(judged: Judged, articles: Mapping[str, Article]) -> Iterator[str]:
    ordered = in_order(judged.positions)
    drawn = chart([p.claims[0] for p in ordered]) if len(ordered) > 1 else None
    if drawn:
        axis = f"<span>{_text(drawn.first)}</span><i>{'log scale' if drawn.log else ''}</i><span>{_text(drawn.last)}</span>"
        rows = (
            f'<tr><th>{letter(i)}</th><td class="value">{escape(value(p))}</td><td class="bar">{_bar(bar)}</td>'
            f'<td class="backing">{backing(p)}</td></tr>'
            for i, (p, bar) in enumerate(zip(ordered, drawn.bars, strict=True))
        )
        left, right = drawn.ends[0] / 10, 100 - (drawn.ends[1] + 1) / 10
        axis = f'<div style="padding: 0 {right:g}% 0 {left:g}%">{axis}</div>'
        yield f'<table class="strip">{"".join(rows)}<tr><td></td><td></td><td class="axis">{axis}</td><td></td></tr></table>'
    for index, position in enumerate(ordered):
        name = f"<b>{letter(index)}</b> " if len(ordered) > 1 else ""
        yield f"<h3>{name}{escape(value(position))} <small>{backing(position)}</small></h3>"
        first = first_of_each(position.claims, articles)
        shown = {c.id for c in first}
        for claim in [*first, *(c for c in position.claims if c.id not in shown)]:
            yield _quoted(claim, articles[claim.source])


def _bar(bar: Bar | None) -> str:
    """An interval as a line with its ends; where an end is open, an arrow."""
    if bar is None:
        return ""
    low, high = (bar.low if bar.low is not None else 0), (bar.high if bar.high is not None else 1000)
    parts = [f'<line x1="{low / 10:g}%" x2="{high / 10:g}%" y1="8" y2="8"/>']
    for end, shape in ((bar.low, _ARROWS[0]), (bar.high, _ARROWS[1])):
        if end is None:
            parts.append(shape)
        elif low != high:
            parts.append(f'<line x1="{end / 10:g}%" x2="{end / 10:g}%" y1="3" y2="13"/>')
    dot = low if low == high else bar.dot
    if dot is not None:
        parts.append(f'<circle cx="{dot / 10:g}%" cy="8" r="4"/>')
    return f'<svg height="16" aria-hidden="true">{"".join(parts)}</svg>'


def _quoted(claim: Claim, article: Article) -> str:
    words = quote(claim)
    cited = put(claim, article)
    name = _text(who(article))
    if article.url and article.url.startswith(("https://", "http://")):
        name = f'<a href="{escape(safe(article.url))}" rel="noopener noreferrer nofollow">{name}</a>'
    quoted = f"{_text(words.before)}<mark>{_text(words.words)}</mark>{_text(words.after)}"
    caption = f"{name}{', ' + _text(cited) if cited else ''} <code>{_text(where(claim, article))}</code>"
    return f'<figure><blockquote dir="auto">{quoted}</blockquote><figcaption>{caption}</figcaption></figure>'


def _reasons(judged: Judged) -> Iterator[str]:
    named = letters(in_order(judged.positions))
    ordered = by_gravity(judged.findings)
    for finding in ordered[:_REASONS]:
        pair = (", " if finding.verdict is Verdict.AGREE else "–").join(sides(finding, named))
        note = f"<br><i>Possible explanation: {_text(finding.explanation)}</i>" if finding.explanation else ""
        verdict = finding.verdict
        yield f'<p class="reason {verdict.value}"><b>{_TITLES[verdict]} {pair}</b> {_text(finding.reason)}{note}</p>'
    if any(map(cut_short, ordered[:_REASONS])):
        yield f'<p class="reason"><i>{_text(REACH)}</i></p>'
    if len(ordered) > _REASONS:
        yield f'<p class="reason">and {count(len(ordered) - _REASONS, "more pair")} of positions; the JSON report has all.</p>'


def _appendix(report: Report) -> Iterator[str]:
    gone = absent(report)
    if gone:
        rows = "".join(f"<li><code>{_text(s.entry)}</code> {_text(s.reason)}</li>" for s in gone)
        yield f'<section class="list"><h2>No discrepancy any more</h2><ul>{rows}</ul></section>'
    if report.skipped:
        rows = "".join(f"<li><code>{_text(s.path)}</code> {_text(s.reason)}</li>" for s in report.skipped)
        yield f'<section class="list"><h2>Not read</h2><ul>{rows}</ul></section>'
    notes = [*report.notes, *(f"{a.path}: {n}" for a in report.articles for n in a.notes)]
    if notes:
        yield f'<section class="list"><h2>Notes</h2><ul>{"".join(f"<li>{_text(n)}</li>" for n in notes)}</ul></section>'
    if report.articles:
        rows = "".join(
            f"<tr><td>{_text(who(a))}</td><td>{_text(a.title or '')}</td><td><code>{_text(a.path)}</code></td></tr>"
            for a in report.articles
        )
        yield f'<section class="list"><h2>Articles</h2><table class="articles">{rows}</table></section>'


def _text(words: str) -> str:
    return escape(safe(words))
