"""The smallest articles that show why a story of the corpus does not stay as it was (`gaps.yaml`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from .telling import Desk, Telling, Told, telling


def tell(folder: Path, *texts: str) -> Telling:
    """What is said of articles a.txt, b.txt ..."""
    return telling(Desk({f"{chr(97 + at)}.txt": Told(f"{text}\n") for at, text in enumerate(texts)}), folder)


def test_two_tolls_of_two_stories_have_two_ids(tmp_path: Path) -> None:
    found = tell(
        tmp_path,
        "Four people were killed when a bus left the road near Cusco, Peru.",
        "Nine people were killed in a fire at a paper mill in Tampere, Finland.",
    )
    (one, _), (two, _) = found.subjects
    assert one != two


COPIED = [
    "He scored twice.",
    "More than half of the shareholders have to accept by Feb. 2.",
    "Turnout rose from 51 percent two years earlier, the ministry said.",
    "A fire killed 12 people in Halden.",
]


@pytest.mark.parametrize("text", COPIED)
def test_every_claim_meets_its_copy(text: str, tmp_path: Path) -> None:
    found = tell(tmp_path, text, text)
    assert found.groups
    assert all({said[0] for said in group} == {"a.txt", "b.txt"} for group in found.groups)
