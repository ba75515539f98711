"""Hand-made labels of a story (`gold.yaml`), checked against the articles they speak of."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
VERDICTS = {"agree", "compatible", "superseded", "conflict"}
BOUNDS = {"exact", "at_least", "at_most", "about", "range"}


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled quantity, or a trap: digits that are none."""

    id: str
    article: str
    start: int
    end: int
    quote: str
    figure: tuple[float | str, float | str] = (0.0, 0.0)
    bound: str = "exact"
    dimension: str = "count"
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """A story with its labels."""

    name: str
    folder: Path
    articles: Mapping[str, Mapping[str, str]]
    """File name -> what a user would write of it in sources.yaml."""
    labels: tuple[Label, ...]
    traps: tuple[Label, ...]
    verdicts: Mapping[frozenset[str], str] = field(default_factory=dict)
    """Pairs of label ids that do not plainly agree."""

    def members(self) -> dict[str, dict[str, list[Label]]]:
        """Subject -> article -> its labels, for subjects of two articles or more."""
        found: dict[str, dict[str, list[Label]]] = {}
        for label in self.labels:
            if label.subject:
                found.setdefault(label.subject, {}).setdefault(label.article, []).append(label)
        return found

    @property
    def conflicts(self) -> set[str]:
        """Subjects with a labelled conflict."""
        subject = {label.id: label.subject for label in self.labels}
        return {str(subject[min(pair)]) for pair, verdict in self.verdicts.items() if verdict == "conflict"}


def corpus() -> list[Path]:
    """The folders of all stories the gate runs over, by name."""
    folders = [p.parent for base in ("tests/quality/stories", "examples") for p in (ROOT / base).glob("*/gold.yaml")]
    return sorted(folders, key=lambda folder: folder.name)


def digest() -> str:
    """SHA-256 of all articles and labels. A floor holds only for the corpus it was measured on."""
    total = hashlib.sha256()
    for folder in corpus():
        gold = load(folder)
        for name in ["gold.yaml", *sorted(gold.articles)]:
            data = (folder / name).read_bytes()
            total.update(f"{folder.name}/{name} {len(data)}\n".encode())
            total.update(data)
    return total.hexdigest()


def load(folder: Path) -> Gold:
    """Reads and checks the labels of one story. Raises ValueError, naming the label, where they do not fit the articles."""
    raw: dict[str, Any] = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    texts = {name: (folder / name).read_bytes().decode("utf-8") for name in raw["articles"]}
    labels = tuple(_label(row, texts, row["id"], folder.name) for row in raw["claims"])
    traps = tuple(_label(row, texts, f"trap-{index}", folder.name) for index, row in enumerate(raw.get("traps") or []))
    articles = {name: {key: str(value) for key, value in (meta or {}).items()} for name, meta in raw["articles"].items()}
    gold = Gold(folder.name, folder, articles, labels, traps, _pairs(raw.get("pairs") or [], labels, folder.name))
    _check(gold, raw["subjects"])
    return gold


def _label(row: Mapping[str, Any], texts: Mapping[str, str], ident: str, story: str) -> Label:
    text, quote, start = texts[row["in"]], row["quote"], -1
    for _ in range(row.get("nth", 1)):
        start = text.find(quote, start + 1)
        if start < 0:
            raise ValueError(f"{story}: {ident}: {row['in']} does not say {quote!r}")
    return Label(
        id=ident,
        article=row["in"],
        start=start,
        end=start + len(quote),
        quote=quote,
        figure=_figure(row.get("figure", 0)),
        bound=row.get("bound", "exact"),
        dimension=row.get("dim", "count"),
        subject=row.get("subject"),
    )


def _figure(written: Any) -> tuple[float | str, float | str]:
    """A number, an ISO day, or two of them."""
    ends = written if isinstance(written, list) else [written, written]
    first, last = (float(end) if isinstance(end, int | float) else str(end) for end in ends)
    return first, last


def _pairs(rows: list[list[str]], labels: tuple[Label, ...], story: str) -> dict[frozenset[str], str]:
    known = {label.id: label for label in labels}
    found: dict[frozenset[str], str] = {}
    for left, right, verdict in rows:
        if left not in known or right not in known or verdict not in VERDICTS:
            raise ValueError(f"{story}: a pair that names no two labels or no verdict: {left}, {right}, {verdict}")
        if known[left].subject is None or known[left].subject != known[right].subject:
            raise ValueError(f"{story}: {left} and {right} are not of one subject")
        if known[left].article == known[right].article or frozenset((left, right)) in found:
            raise ValueError(f"{story}: {left} and {right} are of one article, or paired twice")
        found[frozenset((left, right))] = verdict
    return found


def _check(gold: Gold, subjects: Mapping[str, str]) -> None:
    ids = [label.id for label in gold.labels]
    if len(ids) != len(set(ids)):
        raise ValueError(f"{gold.name}: an id stands twice: {sorted(i for i in ids if ids.count(i) > 1)}")
    members = gold.members()
    if set(members) != set(subjects):
        raise ValueError(f"{gold.name}: subjects named and used differ: {sorted(set(members) ^ set(subjects))}")
    if alone := [subject for subject, articles in members.items() if len(articles) < 2]:
        raise ValueError(f"{gold.name}: subjects of one article: {alone}")
    if odd := [label.id for label in gold.labels if label.bound not in BOUNDS]:
        raise ValueError(f"{gold.name}: unknown bounds: {odd}")
