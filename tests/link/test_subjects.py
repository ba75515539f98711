"""Which claims of a story are put under one subject."""

from __future__ import annotations

import pytest

from claimcheck.link.mains import main_figures

from .said import CATALOGUE, articles, claims_of, marked, subjects, together

MEET = {
    "one toll": (["A fire killed 12 people in Halden.", "The Halden blaze left 14 dead."], [["12 people", "14 dead"]]),
    "a toll and its children": (
        [
            "A fire in Halden killed 12 people, five of them children.",
            "The Halden fire left 14 people dead, among them six children.",
        ],
        [["12 people", "14 people"]],
    ),
    "two tolls side by side": (
        ["A fire in Halden killed 12 people and injured 31.", "The Halden fire left 14 people dead and 29 injured."],
        [["12 people", "14 people"], ["29 injured", "31"]],
    ),
    "two counts of one article": (
        ["A fire in Halden killed 12 people. In all, 12 people died in the Halden fire."],
        [["12 people", "12 people"]],
    ),
    "two events of one article": (
        ["The fire in Halden killed 12 people. The flood in Halden killed 40 people.", "The fire in Halden killed 12 people."],
        [["12 people", "12 people"]],
    ),
    "the quake and the one before it": (
        [
            "The quake killed 5,000 people. A quake in 1999 killed 17,000. @2023-02-07",
            "The quake has killed 6,000 people. In 1999 a quake killed 17,000. @2023-02-08",
        ],
        [["17,000", "17,000"], ["1999", "1999"], ["5,000 people", "6,000 people"]],
    ),
    "a figure that turns into another": (
        ["The toll of the Halden fire rose from three to four people killed."],
        [["four people", "three"]],
    ),
    "other dimensions": (["Turnout was 61 percent.", "The crane is 61 metres high."], []),
    "three articles": (
        ["The Halden fire killed 12 people.", "The Halden fire killed 14 people.", "The Halden fire killed 12 people."],
        [["12 people", "12 people", "14 people"]],
    ),
}


@pytest.mark.parametrize(("texts", "wanted"), MEET.values(), ids=MEET)
def test_what_meets(texts: list[str], wanted: list[list[str]]) -> None:
    assert together(*texts) == wanted


RESTATED = {
    "lengths": (
        ["The road is 10 kilometres (6 miles) long.", "The road runs for 10 kilometres."],
        ["10 kilometres", "10 kilometres", "6 miles"],
    ),
    "currencies": (
        [
            "Kraft will pay 80 million euros ($108 million) for the plant in Halden.",
            "The plant in Halden costs Kraft $108 million.",
        ],
        ["$108 million", "$108 million", "80 million euros"],
    ),
    "alone": (["The road is 10 kilometres (6 miles) long."], ["10 kilometres", "6 miles"]),
}


@pytest.mark.parametrize(("texts", "wanted"), RESTATED.values(), ids=RESTATED)
def test_a_figure_said_again_in_another_unit_stays_with_the_first(texts: list[str], wanted: list[str]) -> None:
    assert together(*texts) == [wanted]


def test_the_best_partners_meet() -> None:
    """Two figures of one article might be the one of the other: the likelier takes it, the other stays alone."""
    found = together(
        "An explosion at the gasworks in Halden killed 37 people. A storm killed 31 people in Lyon.",
        "In Halden 33 people were killed by an explosion at the gasworks.",
    )
    assert found == [["33 people", "37 people"]]


MAIN = [
    ("The fire killed {12} people. It injured {31}.", {0, 1}),
    ("The fire killed {12} people. The flood killed {40} people.", {0, 1}),
    ("The fire burnt {three} cars and {two} vans. It killed {12} people. The flood killed {40} people.", {0, 1, 3}),
    ("The fire killed {12} people. In all, {12} people died.", {0, 1}),
    ("The fire killed {12} people, {five} of them children.", {0}),
    ("The fire killed {12} people. Another {40} people were killed.", {0}),
    ("The quake killed {5,000} people. A quake in 1999 killed {17,000}. @2023-02-07", {0}),
    ("The raid killed {12} Israelis. It killed {40} Palestinians, too.", {0, 1}),
    ("{Nobody} was killed. A blast in May killed {seven} people.", {0, 1}),
    ("{Nobody} was injured. A blast in May injured {seven} people.", {1}),
    ("The road is {10} kilometres long. The tunnel is {three} kilometres long.", {0}),
    ("The fire killed {12} people on {March 4, 2020}.", {0}),
]


@pytest.mark.parametrize(("text", "wanted"), MAIN)
def test_main_figures(text: str, wanted: set[int]) -> None:
    claims = marked(text)
    chosen = main_figures(claims, CATALOGUE, None)
    assert {at for at, claim in enumerate(claims) if claim.id in chosen} == wanted
    assert main_figures(claims[::-1], CATALOGUE, None) == chosen


def test_dates_that_are_not_resolved_or_only_tell_when_something_was_said_are_in_no_subject() -> None:
    texts = ["The minister said on Monday that 12 died. On Friday the fire broke out. @2023-02-07", "On Tuesday 14 died."]
    words = sorted(claim.text for subject in subjects(claims_of(articles(texts))) for claim in subject.claims)
    assert words == ["12", "14", "Friday"]


def test_a_subject_says_why_its_claims_were_joined() -> None:
    found = subjects(claims_of(articles(["A fire killed 12 people in Halden.", "The Halden blaze left 14 dead."])))
    (joined,) = (subject for subject in found if len(subject.claims) > 1)
    (link,) = joined.links
    assert {link.left, link.right} == {claim.id for claim in joined.claims}
    assert "both tell of people killed" in link.reasons
