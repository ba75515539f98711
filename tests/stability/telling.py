"""A folder of articles as a user has it, and what the tool says of it, told without ids, labels, paths and offsets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.pipeline import compare

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted(p.parent for base in ("examples", "tests/quality/stories") for p in (ROOT / base).glob("*/gold.yaml"))

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})

Said = tuple[str, str, str, str, str]
"""A claim as a reader knows it: article, figure, bound, unit, and its sentence on one line with straight quotation marks."""
Group = tuple[Said, ...]
Ruling = tuple[str, str, frozenset[Group]]
"""Verdict, the level that decided it, and the claims of each position."""


@dataclass(frozen=True, slots=True)
class Told:
    """One article: its text, and what sources.yaml says of it."""

    text: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder of articles by file name. `known_as` gives the names that its articles had before they were renamed."""

    articles: Mapping[str, Told]
    known_as: Mapping[str, str] = field(default_factory=dict)

    def rewritten(self, texts: Mapping[str, str]) -> Desk:
        """With other texts for some of the articles."""
        return replace(
            self, articles={name: replace(told, text=texts.get(name, told.text)) for name, told in self.articles.items()}
        )

    def renamed(self, names: Mapping[str, str]) -> Desk:
        """With other names for all of the files."""
        return Desk({names[name]: told for name, told in self.articles.items()}, {new: old for old, new in names.items()})

    def joined(self, other: Desk) -> Desk:
        """With the articles of another folder."""
        assert not self.articles.keys() & other.articles.keys()
        return replace(self, articles={**self.articles, **other.articles})


def desk(folder: Path) -> Desk:
    """The articles of a story of the corpus, and what its labels say of who published them."""
    facts = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))["articles"]
    beside = folder / "sources.yaml"
    if beside.exists():
        facts = {**facts, **yaml.safe_load(beside.read_text(encoding="utf-8"))}
    return Desk(
        {
            name: Told((folder / name).read_bytes().decode("utf-8"), {key: str(value) for key, value in (given or {}).items()})
            for name, given in facts.items()
        }
    )


def write(told: Desk, folder: Path) -> list[Path]:
    """Lay a folder of articles down, with its sources.yaml; gives the files in the order of the desk."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, article in told.articles.items():
        (folder / name).write_bytes(article.text.encode("utf-8"))
    facts = {name: dict(article.facts) for name, article in told.articles.items() if article.facts}
    (folder / "sources.yaml").write_text(yaml.safe_dump(facts, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return [folder / name for name in told.articles]


@dataclass(frozen=True, slots=True)
class Telling:
    """What the tool says of a folder."""

    subjects: tuple[tuple[str, Group], ...]
    """Ids and claims."""
    rulings: frozenset[Ruling]

    @property
    def groups(self) -> list[Group]:
        """The claims of each subject, as a sorted list."""
        return sorted(group for _, group in self.subjects)

    @property
    def ids(self) -> dict[Group, list[str]]:
        """Ids by claims; claims that a reader cannot tell apart may stand in two subjects."""
        found: dict[Group, list[str]] = {}
        for ident, group in self.subjects:
            found.setdefault(group, []).append(ident)
        return {group: sorted(idents) for group, idents in sorted(found.items())}

    def only(self, articles: Iterable[str]) -> Telling:
        """What is said of some of the articles: a position or subject that holds none of theirs is left out.

        So is what was found of one of them only by way of an article that is left out, such as its copy.
        """
        kept = frozenset(articles)
        subjects = ((ident, tuple(s for s in group if s[0] in kept)) for ident, group in self.subjects)
        rulings = set()
        for verdict, level, positions in self.rulings:
            left = frozenset(p for p in (tuple(s for s in group if s[0] in kept) for group in positions) if p)
            apart = len({said[0] for group in left for said in group}) > 1 or level == "self-contradiction"
            if len(left) == len(positions) and apart:
                rulings.add((verdict, level, left))
        return Telling(tuple((ident, group) for ident, group in subjects if group), frozenset(rulings))

    def under(self, names: Mapping[str, str]) -> Telling:
        """The same of articles under other names."""

        def of(group: Group) -> Group:
            return tuple(sorted((names[said[0]], *said[1:]) for said in group))

        rulings = {(verdict, level, frozenset(map(of, positions))) for verdict, level, positions in self.rulings}
        return Telling(tuple((ident, of(group)) for ident, group in self.subjects), frozenset(rulings))


def telling(told: Desk, folder: Path, order: Sequence[str] | None = None) -> Telling:
    """Run the tool over a folder, its files given in `order`."""
    paths = write(told, folder)
    report = compare([folder / name for name in order] if order else paths)
    assert not report.skipped
    return _told(report, told)


def _told(report: Report, told: Desk) -> Telling:
    names = {}
    for article in report.articles:
        name = Path(article.path).name
        names[article.id] = told.known_as.get(name, name)

    def said(claims: Iterable[Claim]) -> Group:
        return tuple(sorted(_said(claim, names[claim.source]) for claim in claims))

    rulings = {(f.verdict.value, f.level, frozenset(said(p.claims) for p in f.positions)) for f in report.findings}
    return Telling(tuple((s.id, said(s.claims)) for s in report.subjects), frozenset(rulings))


def _said(claim: Claim, article: str) -> Said:
    figure = " to ".join(map(str, claim.figure)) if claim.figure else "unresolved"
    return article, figure, claim.bound.value, claim.unit or "", " ".join(claim.sentence.translate(_PLAIN).split())
