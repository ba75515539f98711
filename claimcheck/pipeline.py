"""The stages in order: files, articles, claims, stories, subjects, findings, report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from claimcheck import ingest
from claimcheck.assess import Tolerances, judge
from claimcheck.config import Settings
from claimcheck.extract.article import extract_article
from claimcheck.ledger.judgements import Judgement, resolved, unused
from claimcheck.lexicon.catalogue import load_catalogue
from claimcheck.link import find_deeds, find_stories, find_subjects
from claimcheck.link import liken as linked
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim, Extraction
from claimcheck.model.report import Report
from claimcheck.model.subject import GRAVITY, Judged, Likeness
from claimcheck.progress import SILENT, Progress


def compare(
    paths: Sequence[str | Path],
    settings: Settings = Settings(),  # noqa: B008 - frozen
    *,
    progress: Progress = SILENT,
    stdin: BinaryIO | None = None,
    judgements: Sequence[Judgement] = (),
) -> Report:
    """Read the articles under `paths` and compare what they say; see `claimcheck.compare`."""
    rules = Tolerances(reach=settings.reach, changes_after=settings.change_days)
    catalogue = load_catalogue()
    catalogue = replace(catalogue, linking=replace(catalogue.linking, tolerances=rules))
    progress.stage("reading")
    reading = ingest.read(paths, catalogue.furniture, stdin=stdin)
    progress.stage("extracting", len(reading.articles))
    extractions: dict[str, Extraction] = {}
    for article in reading.articles:
        extractions[article.id] = extract_article(article, catalogue)
        progress.advance()
    progress.stage("linking")
    claims = {source: found.claims for source, found in extractions.items()}
    everything = tuple(c for found in extractions.values() for c in found.claims)
    stories = find_stories(reading.articles, claims, catalogue)
    said = resolved(judgements, everything)
    subjects = (*find_subjects(stories, claims, catalogue, said), *find_deeds(stories, claims, catalogue, said))
    progress.stage("judging")
    growth = {kind: entry.growth for kind, entry in catalogue.types.by_id.items()}
    judged = judge(subjects, {a.id: a for a in reading.articles}, catalogue.units, growth, rules, context=claims)
    return Report(
        articles=reading.articles,
        skipped=reading.skipped,
        stories=stories,
        claims=everything,
        filtered=tuple((article.id, f) for article in reading.articles for f in extractions[article.id].filtered),
        judged=tuple(sorted(judged, key=_gravest_first)),
        notes=(*reading.notes, *_idle(judgements, everything)),
    )


def liken(report: Report, left: Claim, right: Claim, judgements: Sequence[Judgement] = ()) -> Likeness:
    """Why two claims of a report are under one subject, or are not; `judgements` are those that the report was made with."""
    claims: dict[str, list[Claim]] = {article.id: [] for article in report.articles}
    for claim in report.claims:
        claims[claim.source].append(claim)
    subjects = tuple(judged.subject for judged in report.judged)
    return linked(left, right, report.stories, claims, subjects, load_catalogue(), resolved(judgements, report.claims))


def _gravest_first(judged: Judged) -> tuple[int, int, str]:
    return GRAVITY.index(judged.verdict), -len(judged.subject.claims), judged.subject.id


def _idle(judgements: Sequence[Judgement], claims: Sequence[Claim]) -> Iterator[str]:
    """A note on judgements that nothing can heed, so that nobody relies on them."""
    idle = unused(judgements, claims)
    if idle:
        first = f"{idle[0].verdict.value} by {idle[0].by}: {idle[0].why}"
        number = f"{len(idle)} judgements are" if len(idle) > 1 else "a judgement is"
        yield f"{number} on a sentence that no article has here ({first}); judge its claims anew, or take its line out"


def extract_text(text: str, published: date | None = None) -> tuple[Article, Extraction]:
    """Read one text and everything in it; `published` resolves its relative dates."""
    catalogue = load_catalogue()
    article = ingest.article_from_text(text, catalogue.furniture, published=published)
    return article, extract_article(article, catalogue)


def extract(text: str, published: date | None = None) -> list[Claim]:
    """The claims of a text; see `claimcheck.extract`."""
    return list(extract_text(text, published)[1].claims)
