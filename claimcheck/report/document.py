"""A report as plain values, in the order and under the names that the published JSON Schema gives (report.schema.json)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claimcheck.model.article import Article, SkippedArticle
from claimcheck.model.claim import Claim, Filtered, Frame
from claimcheck.model.deed import Deed, Party
from claimcheck.model.ledger import FindingState
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.report import SCHEMA_VERSION, Report, Story
from claimcheck.model.subject import Finding, Judged, Position
from claimcheck.model.when import When
from claimcheck.model.wording import describe

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
"""What JSON can hold."""

_LONGEST = 300
"""Digits of the largest number written; other programs read no larger one."""


def members(report: Report) -> Iterator[tuple[str, Value | Iterator[Value]]]:
    """The members of the document in order; long lists as iterators, so that a writer need not hold them all."""
    filters = Counter(filtered.filter for _, filtered in report.filtered)
    stories = {source: story.id for story in report.stories for source in story.articles}
    subjects = {claim.id: judged.subject.id for judged in report.judged for claim in judged.subject.claims}
    yield "schema_version", SCHEMA_VERSION
    yield "counts", {**report.counts}
    yield "notes", list(report.notes)
    yield "changed", [*sorted(report.changed)]
    yield "skipped", (skipped_article(s) for s in report.skipped)
    yield "sources", (source(a, stories.get(a.id)) for a in report.articles)
    yield "stories", (_story(s) for s in report.stories)
    yield "claims", (claim(c, subjects.get(c.id)) for c in report.claims)
    yield "filtered", {name: filters[name] for name in sorted(filters)}
    yield "subjects", (_subject(j) for j in report.judged)
    yield "findings", (_finding(f) for f in report.findings)
    yield "states", ({"id": name, **state(found)} for name, found in sorted(report.states.items()))


def state(found: FindingState) -> dict[str, Value]:
    """What the ledger says of a subject."""
    decision = found.decision
    return {
        "state": found.state.value,
        "reason": found.reason,
        "entry": found.entry,
        "fingerprint": found.fingerprint,
        "decision": {
            "choice": decision.choice.value,
            "reason": decision.reason,
            "by": decision.by,
            "on": decision.on.isoformat(),
            "expires": _day(decision.expires),
        }
        if decision
        else None,
    }


def skipped_article(skipped: SkippedArticle) -> dict[str, Value]:
    """A file that was not read, and why."""
    return {"path": skipped.path, "reason": skipped.reason}


def source(article: Article, story: str | None) -> Value:
    """An article, without its text."""
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": _day(article.published),
        "hour": article.hour.isoformat() if article.hour else None,
        "dateline": article.dateline,
        "url": article.url,
        "encoding": article.encoding,
        "story": story,
        "notes": list(article.notes),
    }


def claim(read: Claim, subject: str | None) -> Value:
    """A claim, with how it was read; `subject` is the id of the subject it is in."""
    value = read.value
    return {
        "id": read.id,
        "source": read.source,
        "subject": subject,
        "start": read.start,
        "end": read.end,
        "line": read.line,
        "text": read.text,
        "sentence": read.sentence,
        "sentence_start": read.sentence_span.start,
        "role": read.role.value,
        "kind": read.kind,
        "dimension": read.dimension.value,
        "unit": read.unit,
        "figure": _figure(read),
        "bound": read.bound.value,
        "low": end_of(read, read.low),
        "high": end_of(read, read.high),
        "value": describe(read),
        "vague": isinstance(value, Quantity) and value.vague,
        "precision": value.precision.value if isinstance(value, When) else None,
        "relative": isinstance(value, When) and value.relative,
        "since": isinstance(value, When) and value.since,
        "deed": _deed(value) if isinstance(value, Deed) else None,
        "attribution": read.attribution,
        "status": read.status.value,
        "as_of": str(read.as_of) if read.as_of else None,
        "restates": read.restates,
        "about": _about(read.frame),
        "steps": [{"rule": s.rule, "words": s.words, "note": s.note} for s in read.steps],
    }


def _deed(deed: Deed) -> Value:
    return {
        "act": deed.act,
        "polarity": deed.polarity.value,
        "who": _party(deed.actor),
        "what": _party(deed.object),
        "charge": _words(deed.charge),
    }


def _party(party: Party | None) -> Value:
    if party is None:
        return None
    return {
        "text": party.text,
        "head": party.head,
        "names": _words(party.names),
        "places": _words(party.places),
        "words": _words(party.words),
        "limits": _words(party.limits),
    }


def filtered_number(source_id: str, left_out: Filtered, line: int) -> Value:
    """A number that is no quantity, with the filter that named it."""
    return {
        "source": source_id,
        "start": left_out.span.start,
        "end": left_out.span.end,
        "line": line,
        "text": left_out.text,
        "filter": left_out.filter,
        "reason": left_out.reason,
    }


def _about(frame: Frame) -> Value:
    return {
        "noun": frame.noun,
        "modifiers": _words(frame.modifiers),
        "predicate": frame.predicate,
        "events": _words(frame.events),
        "groups": _words(frame.groups),
        "places": _words(frame.places),
        "names": _words(frame.names),
        "scope": _words(frozenset(s.value for s in frame.scope)),
    }


def _story(story: Story) -> Value:
    return {"id": story.id, "label": story.label, "sources": list(story.articles)}


def _subject(judged: Judged) -> Value:
    subject = judged.subject
    return {
        "id": subject.id,
        "label": subject.label,
        "kind": subject.kind,
        "story": subject.story,
        "verdict": judged.verdict.value,
        "claims": [c.id for c in subject.claims],
        "positions": [_position(p) for p in judged.positions],
        "links": [
            {"left": x.left, "right": x.right, "score": round(x.score, 4), "reasons": list(x.reasons)} for x in subject.links
        ],
    }


def _position(position: Position) -> Value:
    return {
        "value": position.value,
        "claims": [c.id for c in position.claims],
        "articles": len({c.source for c in position.claims}),
        "origins": position.origins,
    }


def _finding(finding: Finding) -> Value:
    return {
        "id": finding.id,
        "subject": finding.subject,
        "verdict": finding.verdict.value,
        "positions": [[c.id for c in p.claims] for p in finding.positions],
        "values": [p.value for p in finding.positions],
        "origins": [p.origins for p in finding.positions],
        "level": finding.level,
        "reason": finding.reason,
        "explanation": finding.explanation,
    }


def _figure(read: Claim) -> Value:
    ends = [end_of(read, f) for f in read.figure or ()]
    return ends if ends and None not in ends else None


def end_of(read: Claim, end: object) -> Value:
    """One end of an interval or figure: a number in the unit written, an ISO day, or None where it is open or not known."""
    if isinstance(end, Decimal):
        if end.adjusted() > _LONGEST:
            return None
        whole = end == end.to_integral_value() and read.dimension is not Dimension.PERCENT
        return int(end) if whole else float(end)
    return end.isoformat() if isinstance(end, date) else end if isinstance(end, str) else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _words(words: frozenset[str]) -> list[Value]:
    return [*sorted(words)]
