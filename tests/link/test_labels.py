"""The name of a subject: what is counted or dated, and what sets it apart."""

from __future__ import annotations

from itertools import permutations

import pytest

from claimcheck.link.labels import label_of

from .said import CATALOGUE, said

LABELS = [
    (("The quake killed {12} people in Izmit.", "The quake left {14} people dead in Izmit."), "people killed (Izmit, quake)"),
    (("The festival had {30} stages.",), "number: stage"),
    (("Mayor Ann Roe's town has {30} stages.",), "number: stage (Mayor Ann Roe)"),
    (("Ann Roe (D-Minn.) named {30} stages on Monday.",), "number: stage (Ann Roe)"),
    (("The Department said that the festival had {30} stages.",), "number: stage"),
    (("Of the roads, {61 percent} were closed.",), "share: road"),
    (("It fell by {61 percent}.",), "change"),
    (("There was a {61 percent} increase.",), "change: increase"),
    (("There is a {61 percent} chance of rain.",), "percent: chance"),
    (("The bridge is {300} metres long.", "The bridge is {310} metres long."), "length (bridge)"),
    (("Maduro has ruled since {2013}.", "Maduro has ruled for {12 years}. @2025-12-05"), "date of the rule (maduro)"),
    (("The bombing of {March 5, 2020} was the worst.",), "date of the bombing"),
    (("The navy sank a trawler on {March 5, 2020}.",), "date of the sinking"),
    (("The train reached {120} miles an hour.",), "speed"),
    (("The trial lasted {24} weeks.",), "duration"),
]


@pytest.mark.parametrize(("texts", "label"), LABELS, ids=[label for _, label in LABELS])
def test_label(texts: tuple[str, ...], label: str) -> None:
    assert label_of([said(text) for text in texts], CATALOGUE) == label


def test_a_people_is_named_before_other_words() -> None:
    label = label_of([said("The raid killed {12} Palestinians.")], CATALOGUE)
    assert label.startswith("people killed (Palestine")


def test_only_words_that_most_clauses_share_are_named() -> None:
    texts = [
        "A quake killed {12} people in Izmit.",
        "The Izmit quake left {14} dead.",
        "The quake at Izmit took {15} lives in a gasworks.",
    ]
    label = label_of([said(text) for text in texts], CATALOGUE)
    assert "Izmit" in label
    assert "gasworks" not in label


def test_the_order_of_claims_changes_no_label() -> None:
    claims = [
        said(text) for text in ("A quake killed {12} people in Izmit.", "The Izmit quake left {14} dead.", "In Izmit {15} died.")
    ]
    assert len({label_of(order, CATALOGUE) for order in permutations(claims)}) == 1
