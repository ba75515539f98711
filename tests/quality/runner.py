"""Runs the tool over a story as a user would: the articles in a folder, a sources.yaml beside them."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from claimcheck.config import Settings
from claimcheck.pipeline import compare
from claimcheck.report import json as json_report
from claimcheck.report.interface import Look

from .gold import Gold, corpus, load
from .scoring import Score, score, total


def report_of(gold: Gold, folder: Path) -> dict[str, Any]:
    """The JSON report of one story, whose articles are copied into `folder` (its labels are not articles)."""
    for name in gold.articles:
        shutil.copy(gold.folder / name, folder / name)
    listed = {name: dict(meta) for name, meta in sorted(gold.articles.items()) if meta}
    (folder / "sources.yaml").write_text(yaml.safe_dump(listed, allow_unicode=True), encoding="utf-8")
    out = io.BytesIO()
    json_report.write(compare([folder], Settings()), out, Look())
    return dict(json.loads(out.getvalue()))


def scores(scratch: Path) -> dict[str, Score]:
    """The score of every story of the corpus, and of all of them as `total`."""
    found: dict[str, Score] = {}
    for place in corpus():
        gold = load(place)
        folder = scratch / gold.name
        folder.mkdir(parents=True)
        found[gold.name] = score(gold, report_of(gold, folder))
    return found | {"total": total(found.values())}
