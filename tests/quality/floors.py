"""The floors: what the tool has reached and may not fall below (`floors.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

FLOORS = Path(__file__).with_name("floors.yaml")
SLACK = 0.02
"""How far below what is reached a floor is set: one label of fifty may go either way without a person being asked."""

Figures = Mapping[str, Mapping[str, float]]
"""Story (or `total`) -> figure -> value."""

HEADER = """\
# The least that the tool reaches on the stories of the gate; `total` adds up all of them. Written by
#     python -m tests.quality.update
# which raises a floor that was passed and refuses to lower one without --allow-regression. `corpus` is the SHA-256 of the
# articles and labels that these were measured on: whoever changes those measures anew.
"""


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors and the corpus they hold for."""

    corpus: str
    figures: Figures


def read(path: Path = FLOORS) -> Floors:
    """Reads the floors; none where there is no file yet."""
    if not path.exists():
        return Floors("", {})
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Floors(raw["corpus"], raw["floors"])


def write(floors: Floors, path: Path = FLOORS) -> None:
    """Writes the floors whole or not at all."""
    body = {"corpus": floors.corpus, "floors": {story: dict(figures) for story, figures in floors.figures.items()}}
    fresh = path.with_suffix(".tmp")
    fresh.write_text(HEADER + yaml.safe_dump(body, sort_keys=False, allow_unicode=True), encoding="utf-8")
    fresh.replace(path)


def fallen(floors: Figures, reached: Figures) -> list[str]:
    """A sentence for each floor that was not reached, also for one with nothing left to measure."""
    found = []
    for story, figures in floors.items():
        for name, floor in figures.items():
            value = reached.get(story, {}).get(name)
            if value is None:
                found.append(f"{story}: {name} is no longer measured; its floor is {floor}")
            elif value < floor:
                found.append(f"{story}: {name} is {value}, below its floor of {floor}")
    return found


def below(reached: Figures) -> dict[str, dict[str, float]]:
    """The floors that what was reached supports."""
    return {
        story: {name: round(max(0.0, value - SLACK), 3) for name, value in figures.items()} for story, figures in reached.items()
    }


def raised(floors: Figures, reached: Figures) -> dict[str, dict[str, float]]:
    """The floors with every one raised that what was reached supports, and new ones added."""
    return {
        story: {name: max(floor, floors.get(story, {}).get(name, floor)) for name, floor in figures.items()}
        for story, figures in below(reached).items()
    }
