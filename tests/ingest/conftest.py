from __future__ import annotations

import importlib.resources
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.ingest import article_from_text
from claimcheck.lexicon.document import parse
from claimcheck.lexicon.furniture import FurnitureLexicon, load_furniture
from claimcheck.model.article import Article

STORY = (
    "Flood kills 17 in Example Valley\n\n"
    "At least 17 people were killed when a flood swept through four villages on Monday, officials said.\n\n"
    "{}\n\n"
    "Rescuers searched for another nine people through the night, and the governor asked for help.\n"
)


@pytest.fixture(scope="session")
def furniture() -> FurnitureLexicon:
    path = "lexicon/en/furniture.yaml"
    document = parse(importlib.resources.files("claimcheck.claims").joinpath(path).read_text(encoding="utf-8"), path)
    assert document is not None
    return load_furniture(document)


@pytest.fixture(scope="session")
def article_of(furniture: FurnitureLexicon) -> Callable[[str], Article]:
    return lambda text: article_from_text(text, furniture)


@pytest.fixture
def story(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a short story under a name."""

    def write(name: str, text: str = STORY.format("Nobody was in the schools.")) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
        return file

    return write
