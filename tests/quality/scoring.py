"""Measures a JSON report against the labels of its story.

The measures: labelled quantities found (same place, same figure); of those, bound and dimension right; traps avoided; links,
that is pairs of articles that a subject brings together, right of those made and found of those labelled; verdicts right of
those given between labelled figures; subjects flagged as conflicts that are, and labelled conflicts that are flagged.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from .gold import Gold, Label

Report = Mapping[str, Any]
Tally = Counter[str]

FIGURES: Mapping[str, tuple[str, str]] = {
    "found": ("found", "labels"),
    "bound": ("bound right", "found"),
    "dimension": ("dimension right", "found"),
    "traps avoided": ("traps avoided", "traps"),
    "link precision": ("links right", "links made"),
    "link recall": ("links found", "links"),
    "verdicts": ("verdicts right", "verdicts"),
    "conflict precision": ("flags right", "flags"),
    "conflict recall": ("conflicts found", "conflicts"),
}
"""Each figure of the gate, and the two counts it is the ratio of."""

# Ratios to what the tool says, not to what the labels hold: where it says nothing, it says nothing wrong. What it leaves unsaid
# lowers found, link recall and conflict recall.
OF_WHAT_IS_SAID = frozenset({"bound", "dimension", "link precision", "verdicts", "conflict precision"})

# A reader takes "about 5", "up to 5" and 5 for nearly the same thing, a rank for a count.
KIN_BOUNDS = (frozenset({"about", "at_most"}), frozenset({"about", "exact"}))
KIN_DIMENSIONS = frozenset({"count", "rank"})


@dataclass(slots=True)
class Score:
    """Counts of one story or of several, and a line for each miss."""

    tally: Tally = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The ratios, to three places; those that the labels hold nothing for are left out."""
        shown = {}
        for name, (part, whole) in FIGURES.items():
            if self.tally[whole]:
                shown[name] = round(self.tally[part] / self.tally[whole], 3)
            elif name in OF_WHAT_IS_SAID:
                shown[name] = 1.0
        return shown


def total(scores: Iterable[Score]) -> Score:
    """All stories as one: counts are added, so that a large story weighs more."""
    whole = Score()
    for score in scores:
        whole.tally.update(score.tally)
        whole.misses += score.misses
    return whole


def score(gold: Gold, report: Report) -> Score:
    """Measures the report of one story."""
    return _Scorer(gold, report).run()


class _Scorer:
    """What is known while one report is measured."""

    def __init__(self, gold: Gold, report: Report) -> None:
        self.gold = gold
        self.report = report
        self.result = Score()
        named = {s["id"]: PurePosixPath(s["path"]).name for s in report["sources"]}
        self.article = {c["id"]: named[c["source"]] for c in report["claims"] if named.get(c["source"]) in gold.articles}
        self.claims = [c for c in report["claims"] if c["id"] in self.article]
        self.subject_of = {claim: s["id"] for s in report["subjects"] for claim in s["claims"]}
        self.found: dict[str, str] = {}
        self.labels_of: dict[str, list[Label]] = {}

    def run(self) -> Score:
        for label in self.gold.labels:
            self._look_for(label)
        for trap in self.gold.traps:
            self._spring(trap)
        self._links_found()
        self._links_made()
        self._conflicts()
        self._verdicts()
        return self.result

    def _count(self, name: str, amount: int = 1) -> None:
        self.result.tally[name] += amount

    def _miss(self, words: str) -> None:
        self.result.misses.append(f"{self.gold.name}: {words}")

    def _over(self, label: Label) -> list[Mapping[str, Any]]:
        """The claims that share a code point with a label."""
        return [
            c for c in self.claims if self.article[c["id"]] == label.article and c["start"] < label.end and label.start < c["end"]
        ]

    def _look_for(self, label: Label) -> None:
        self._count("labels")
        near = self._over(label)
        hit = next((c for c in near if same_figure(label.figure, c.get("figure"))), None)
        if hit is None:
            self._miss(f"not found: {label.id} {label.quote!r}, near it {[c.get('figure') for c in near]}")
            return
        self._count("found")
        self.found[label.id] = hit["id"]
        self.labels_of.setdefault(hit["id"], []).append(label)
        bound = label.bound == hit["bound"] or frozenset((label.bound, hit["bound"])) in KIN_BOUNDS
        dimension = label.dimension == hit["dimension"] or {label.dimension, hit["dimension"]} <= KIN_DIMENSIONS
        self._count("bound right", bound)
        self._count("dimension right", dimension)
        if not (bound and dimension):
            wanted, given = (label.bound, label.dimension), (hit["bound"], hit["dimension"])
            self._miss(f"misread: {label.id} {label.quote!r} as {given}, not {wanted}")

    def _spring(self, trap: Label) -> None:
        self._count("traps")
        if taken := self._over(trap):
            self._miss(f"trap: {trap.quote!r} taken for {[(c.get('kind'), c.get('figure')) for c in taken]}")
        else:
            self._count("traps avoided")

    def _links_found(self) -> None:
        for subject, articles in self.gold.members().items():
            for one, two in itertools.combinations(sorted(articles), 2):
                self._count("links")
                left = {self.subject_of.get(self.found.get(label.id, "")) for label in articles[one]} - {None}
                right = {self.subject_of.get(self.found.get(label.id, "")) for label in articles[two]}
                if left & right:
                    self._count("links found")
                else:
                    self._miss(f"not linked: {subject}: {one} ~ {two}")

    def _sides(self, claims: Iterable[str]) -> dict[str, list[str]]:
        """Article -> its claims among those given."""
        sides: dict[str, list[str]] = {}
        for claim in claims:
            if claim in self.article:
                sides.setdefault(self.article[claim], []).append(claim)
        return sides

    def _meanings(self, claims: Iterable[str]) -> set[str]:
        """What one side of a subject is about by the labels: a subject, a figure that stands alone, or nothing labelled."""
        labels = [label for claim in claims for label in self.labels_of.get(claim, [])]
        return {label.subject or f"alone:{label.id}" for label in labels} or {f"unlabelled:{min(claims)}"}

    def _links_made(self) -> None:
        for subject in self.report["subjects"]:
            sides = self._sides(subject["claims"])
            for one, two in itertools.combinations(sorted(sides), 2):
                left, right = self._meanings(sides[one]), self._meanings(sides[two])
                self._count("links made", len(left) * len(right))
                self._count("links right", len(left & right))
                if left != right or len(left) > 1:
                    self._miss(f"wrong link: {subject['label']!r}: {one} {sorted(left)} ~ {two} {sorted(right)}")

    def _across(self, finding: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Pairs of claims of two articles between which a finding holds."""
        sides = finding["positions"]
        if len(sides) == 1:
            pairs: Iterable[tuple[str, str]] = itertools.combinations(sides[0], 2)
        else:
            pairs = ((x, y) for one, two in itertools.combinations(sides, 2) for x in one for y in two)
        return [(x, y) for x, y in pairs if x in self.article and y in self.article and self.article[x] != self.article[y]]

    def _named(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[Label, Label]]:
        return [(a, b) for x, y in pairs for a in self.labels_of.get(x, []) for b in self.labels_of.get(y, [])]

    def _conflicts(self) -> None:
        flagged: set[str] = set()
        judged: set[tuple[str, bool]] = set()
        for finding in self.report["findings"]:
            across = self._across(finding) if finding["verdict"] == "conflict" else []
            if not across:
                continue
            named = self._named(across)
            of_one = [(a, b) for a, b in named if a.subject and a.subject == b.subject]
            right = {a.subject for a, b in of_one if self.gold.verdicts.get(frozenset((a.id, b.id))) == "conflict" and a.subject}
            if 2 * len(of_one) <= len(named):
                right = set()  # a heap of subjects that happens to hold a conflict is no finding of it
            flagged |= right
            if (finding["subject"], bool(right)) in judged:
                continue
            judged.add((finding["subject"], bool(right)))
            self._count("flags")
            self._count("flags right", bool(right))
            if not right:
                self._miss(f"false conflict: {finding['reason']}")
        self._count("conflicts", len(self.gold.conflicts))
        self._count("conflicts found", len(flagged))
        for subject in sorted(self.gold.conflicts - flagged):
            self._miss(f"conflict not flagged: {subject}")

    def _verdicts(self) -> None:
        given: dict[frozenset[str], str] = {}
        for finding in self.report["findings"]:
            given.update({frozenset(pair): finding["verdict"] for pair in self._across(finding)})
        for articles in self.gold.members().values():
            for one, two in itertools.combinations(sorted(articles), 2):
                for left, right in itertools.product(articles[one], articles[two]):
                    have = given.get(frozenset((self.found.get(left.id, ""), self.found.get(right.id, " "))))
                    if have is None:
                        continue
                    want = self.gold.verdicts.get(frozenset((left.id, right.id)), "agree")
                    self._count("verdicts")
                    self._count("verdicts right", have == want)
                    if have != want:
                        self._miss(f"verdict {have}, not {want}: {left.id} {left.quote!r} ~ {right.id} {right.quote!r}")


def same_figure(want: tuple[float | str, float | str], got: Any) -> bool:
    """Whether a report's `figure` is the labelled one. A day whose year is open (`--03-09`) is met by that day of any year."""
    if got is None:
        return False
    return all(_same(a, b) for a, b in zip(want, got, strict=True))


def _same(want: float | str, got: Any) -> bool:
    if isinstance(want, str) or isinstance(got, str):
        return str(want)[:10] == str(got)[:10] or (str(want).startswith("--") and str(got).endswith(str(want)[2:]))
    return abs(want - float(got)) <= 1e-6 * max(1.0, abs(want), abs(float(got)))
