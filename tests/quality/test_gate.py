"""The tool stays as accurate as it has been, story by story and in all."""

from __future__ import annotations

import pytest

from . import floors
from .gold import corpus, digest
from .runner import scores
from .scoring import FIGURES, Score

STORIES = [folder.name for folder in corpus()]


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Score]:
    return scores(tmp_path_factory.mktemp("stories"))


def test_floors_were_measured_on_this_corpus() -> None:
    assert floors.read().corpus == digest(), "articles or labels changed: run python -m tests.quality.update and review the floors"


def test_every_story_and_figure_has_a_floor(measured: dict[str, Score]) -> None:
    held = floors.read().figures
    assert {story: set(figures) for story, figures in held.items()} == {s: set(score.figures()) for s, score in measured.items()}
    assert set(held["total"]) == set(FIGURES)


@pytest.mark.parametrize("story", [*STORIES, "total"])
def test_no_figure_falls_below_its_floor(story: str, measured: dict[str, Score]) -> None:
    lost = floors.fallen({story: floors.read().figures[story]}, {story: measured[story].figures()})
    assert lost == [], "\n".join([*lost, *measured[story].misses])
