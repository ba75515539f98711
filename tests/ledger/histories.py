"""Folders of articles with a history: papers that say things in one of several ways, edited at random.

A paper's article is made of facts; each fact has several wordings, and each paper its own figure for it.
"""

from __future__ import annotations

import random
import shutil
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

FACTS: Mapping[str, tuple[str, ...]] = {
    "killed": (
        "The earthquake killed {} people in Karsa, the governor said.",
        "In Karsa {} people were killed in the earthquake, according to the governor.",
        "The governor said that {} people had been killed by the earthquake in Karsa.",
        "{} people were killed in Karsa when the earthquake struck, officials said.",
    ),
    "injured": (
        "The earthquake in Karsa injured {} people, hospitals reported.",
        "Hospitals said that {} people were injured in Karsa in the earthquake.",
        "According to hospitals, {} people were injured in the earthquake in Karsa.",
    ),
    "buildings": (
        "The earthquake destroyed {} buildings in Karsa.",
        "In Karsa {} buildings were destroyed by the earthquake.",
        "Engineers said that {} buildings in Karsa were destroyed in the earthquake.",
    ),
    "soldiers": (
        "The army sent {} soldiers to Karsa after the earthquake.",
        "After the earthquake {} soldiers were sent to Karsa by the army.",
        "The army said it had sent {} soldiers to Karsa.",
    ),
}
OPENINGS = ("A strong earthquake struck Karsa before dawn.", "Karsa was struck by a strong earthquake before dawn.")
POOLS = {
    "killed": range(211, 290, 7),
    "injured": range(1013, 1400, 31),
    "buildings": range(613, 890, 23),
    "soldiers": range(4103, 5600, 97),
}
PAPERS = ("Herald", "Courier", "Meridian", "Observer", "Tribune", "Gazette")


@dataclass
class Paper:
    """One article."""

    name: str
    path: str
    width: int
    opening: str
    said: dict[str, tuple[int, int]]
    """By fact: the wording and the figure."""

    def text(self) -> str:
        lines = [self.opening, *(FACTS[fact][wording].format(figure) for fact, (wording, figure) in self.said.items())]
        body = "\n\n".join(textwrap.fill(line, self.width) for line in lines)
        return f"---\npublisher: {self.name}\npublished: 2025-09-03\n---\n{body}\n"


@dataclass
class World:
    """A folder at one moment."""

    chance: random.Random
    papers: list[Paper] = field(default_factory=list)
    pools: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def begun(cls, seed: int) -> World:
        world = cls(random.Random(seed))
        world.pools = {fact: world.chance.sample(list(pool), len(pool)) for fact, pool in POOLS.items()}
        facts = world.chance.sample(list(FACTS), world.chance.randint(2, 4))
        shared = {fact: world.pools[fact].pop() for fact in facts}
        for name in PAPERS[: world.chance.randint(2, 4)]:
            # Most facts are in dispute, some are agreed on.
            said = {f: (world.wording(f), world.pools[f].pop() if world.chance.random() < 0.5 else shared[f]) for f in facts}
            world.papers.append(Paper(name, f"{name.lower()}.md", 80, world.chance.choice(OPENINGS), said))
        return world

    def wording(self, fact: str) -> int:
        return self.chance.randrange(len(FACTS[fact]))

    def values(self) -> dict[str, set[int]]:
        """By fact: the figures that are said."""
        found: dict[str, set[int]] = {}
        for paper in self.papers:
            for fact, (_, figure) in paper.said.items():
                found.setdefault(fact, set()).add(figure)
        return found

    def write(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        for paper in self.papers:
            path = folder / paper.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(paper.text(), encoding="utf-8")

    # --- edits: each gives its name -------------------------------------------------------------------------------------------

    def edit(self) -> str:
        """One edit at random."""
        name = self.chance.choice(("add", "remove", "rename", "wrap", "paraphrase", "paraphrase", "change", "change"))
        getattr(self, name)()
        return name

    def add(self) -> None:
        """A paper that says what another says, partly in other words."""
        free = [name for name in PAPERS if name not in {p.name for p in self.papers}]
        if not free:
            return
        model = self.chance.choice(self.papers)
        said = {f: (w if self.chance.random() < 0.5 else self.wording(f), figure) for f, (w, figure) in model.said.items()}
        self.papers.append(Paper(free[0], f"{free[0].lower()}.md", 80, self.chance.choice(OPENINGS), said))

    def remove(self) -> None:
        if len(self.papers) > 2:
            self.papers.remove(self.chance.choice(self.papers))

    def edit_one_of(self, papers: Sequence[Paper]) -> str:
        """One edit at random of one of these papers, which leaves all others as they are."""
        name = self.chance.choice(("rename", "wrap", "paraphrase", "paraphrase", "change", "change"))
        getattr(self, name)(self.chance.choice(papers))
        return name

    def rename(self, paper: Paper | None = None) -> None:
        paper = paper or self.chance.choice(self.papers)
        paper.path = f"{self.chance.choice(('a', 'b/c', 'z'))}/{paper.name}-{self.chance.randrange(999)}.md"

    def wrap(self, paper: Paper | None = None) -> None:
        (paper or self.chance.choice(self.papers)).width = self.chance.choice((30, 45, 60, 200))

    def paraphrase(self, paper: Paper | None = None) -> None:
        paper = paper or self.chance.choice(self.papers)
        fact = self.chance.choice(list(paper.said))
        paper.said[fact] = (self.wording(fact), paper.said[fact][1])

    def change(self, paper: Paper | None = None) -> None:
        paper = paper or self.chance.choice(self.papers)
        fact = self.chance.choice(list(paper.said))
        paper.said[fact] = (paper.said[fact][0], self.pools[fact].pop())
