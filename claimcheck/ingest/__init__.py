"""Files to articles: finding, decoding and cutting them to what is read for claims."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from claimcheck.errors import ClaimcheckError
from claimcheck.ingest.build import Source, build_article
from claimcheck.ingest.furniture import FurnitureFinder
from claimcheck.ingest.interface import Reader, UnreadableError
from claimcheck.ingest.metadata import Metadata
from claimcheck.ingest.own import is_report
from claimcheck.ingest.readers import PLAIN, READERS
from claimcheck.ingest.sources import NAME, Listed, load_listed
from claimcheck.ingest.walk import FoundFile, Walk, shown, walk
from claimcheck.lexicon.furniture import FurnitureLexicon
from claimcheck.model.article import Article, Reading, SkippedArticle

__all__ = ["READERS", "Reader", "UnreadableError", "article_from_text", "read"]


def read(
    paths: Sequence[str | Path],
    furniture: FurnitureLexicon,
    *,
    stdin: BinaryIO | None = None,
    stdin_name: str = "stdin",
    progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """Read all articles that `paths` mean: folders, files, patterns, and `-` for `stdin`.

    A file that cannot be read is skipped with its reason, and the rest is read; articles are in the order of their paths.
    `progress` is told how many files of how many are done.

    Raises ClaimcheckError for a path that does not exist or a pattern that matches nothing, DataFileError for a broken
    sources.yaml.
    """
    found = walk(paths)
    listed = _listed(found)
    finder = FurnitureFinder(furniture)
    articles: list[Article] = []
    skipped = list(found.skipped)
    passed: list[str] = []
    jobs = [*found.files, None] if found.stdin else [*found.files]
    for done, job in enumerate(jobs, 1):
        path = job.shown if job else stdin_name
        try:
            raw, metadata, reader = _open(job, listed, stdin)
            if is_report(raw):
                passed.append(f"{path}: this is a report that claimcheck wrote, and no article; it was passed over.")
                continue
            articles.extend(build_article(source, finder) for source in reader.read(raw, path, metadata))
        except UnreadableError as error:
            skipped.append(SkippedArticle(path, f"{error}."))
        if progress:
            progress(done, len(jobs))
    notes = [*found.notes, *passed, *(note for folder in sorted(listed) for note in listed[folder].notes)]
    return Reading(_with_own_ids(articles), tuple(skipped), tuple(notes))


def article_from_text(
    text: str,
    furniture: FurnitureLexicon,
    *,
    path: str = "text",
    published: date | None = None,
    publisher: str | None = None,
    title: str | None = None,
) -> Article:
    """The article that a text is; what the caller knows of it goes before what the text says itself."""
    source = Source(path, text, Metadata(published=published, publisher=publisher, title=title))
    return build_article(source, FurnitureFinder(furniture))


def _listed(found: Walk) -> dict[str, Listed]:
    """The sources.yaml of each folder that a file was found in, by the folder as it was named."""
    folders = {str(f.file.parent): f.file.parent for f in found.files}
    return {name: load_listed(folder, shown(folder / NAME)) for name, folder in sorted(folders.items())}


def _open(job: FoundFile | None, listed: dict[str, Listed], stdin: BinaryIO | None) -> tuple[bytes, Metadata, Reader]:
    if job is None:
        if stdin is None:
            raise ClaimcheckError("-: standard input cannot be read here; name a file instead")
        return stdin.read(), Metadata(), PLAIN
    try:
        raw = job.file.read_bytes()
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise UnreadableError(f"it cannot be read ({why}); check that it is there and its permissions") from None
    reader = READERS.get(job.file.suffix.lower(), PLAIN)
    return raw, listed[str(job.file.parent)].of(job.file.name), reader


def _with_own_ids(articles: list[Article]) -> tuple[Article, ...]:
    """Articles of the same text have the same id; the second and later ones get a number behind it."""
    times: Counter[str] = Counter()
    found = []
    for article in articles:
        times[article.id] += 1
        count = times[article.id]
        found.append(article if count == 1 else dataclasses.replace(article, id=f"{article.id}-{count}"))
    return tuple(found)
