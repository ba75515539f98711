"""What shared words and names add to a comparison, and how a comparison speaks of itself."""

from __future__ import annotations

import math

import pytest

from claimcheck.link.comparison import Match, blocked, shared_words, total, weigh
from claimcheck.link.features import compare
from claimcheck.link.setting import Setting
from claimcheck.model.claim import Frame

from .said import CATALOGUE, said

LINKING = CATALOGUE.linking
WEIGHTS = LINKING.claims


def test_the_rarer_a_word_the_more_it_says() -> None:
    common, usual, rare = (weigh([word], (), LINKING) for word in ("official", "bank", "gasometer"))
    assert weigh([], (), LINKING) == 0
    assert common < usual
    assert usual < rare


def test_a_name_says_more_than_another_word() -> None:
    assert weigh(["kahramanmaras"], ["kahramanmaras"], LINKING) == pytest.approx(
        weigh(["kahramanmaras"], (), LINKING) * LINKING.name
    )
    assert LINKING.name > 1


def test_words_add_up_whatever_their_order() -> None:
    words = ["harbour", "gasometer", "izmit", "say", "ferry"]
    assert weigh(words, ["izmit"], LINKING) == weigh(words[::-1], ["izmit"], LINKING)
    assert weigh(words, (), LINKING) == pytest.approx(sum(weigh([word], (), LINKING) for word in words))


def fields(one: Frame, two: Frame, *, told: bool = False) -> dict[str, float]:
    return {match.field: match.score for match in shared_words(one, two, LINKING, WEIGHTS, told=told)}


def frame(near: str = "", far: str = "", names: str = "") -> Frame:
    near_words, names_there = frozenset(near.split()), frozenset(names.split())
    return Frame(near=near_words | names_there, far=near_words | names_there | frozenset(far.split()), names=names_there)


def test_words_of_the_clause_add_at_most_their_weight() -> None:
    many = frame(near="gasometer quayside harpoon bowsprit mizzen capstan halyard fathom keelson")
    few = frame(near="gasometer")
    assert 0 < fields(few, few)["near"] < fields(many, many)["near"] <= WEIGHTS["near"]
    assert fields(many, many)["near"] == pytest.approx(WEIGHTS["near"])


def test_words_of_the_sentence_count_less_and_are_not_counted_twice() -> None:
    one, two = frame(near="gasometer", far="harpoon"), frame(near="gasometer", far="harpoon")
    assert fields(one, two)["far"] < fields(one, two)["near"]
    assert "far" not in fields(frame(near="gasometer"), frame(near="gasometer"))


def test_nothing_shared_counts_against_a_link_unless_other_fields_tell() -> None:
    one, two = frame(near="gasometer"), frame(near="harpoon")
    assert fields(one, two) == {"near": WEIGHTS["nothing_shared"]}
    assert fields(one, two, told=True) == {}
    assert WEIGHTS["nothing_shared"] < 0


def test_a_comparison_is_the_sum_of_its_fields() -> None:
    found = total([Match("noun", 1.5, "both count boat"), Match("when", 0.0, ""), Match("figure", -0.5, "the figures differ")])
    assert (found.score, found.blocked) == (1.0, None)
    assert found.reasons == ("both count boat", "the figures differ")
    assert [match.field for match in found.matches] == ["noun", "figure"]


def test_a_blocked_comparison_has_no_score() -> None:
    found = blocked("one is an age")
    assert (found.score, found.matches, found.reasons, found.blocked) == (-math.inf, (), (), "one is an age")


MORE_ALIKE = [
    # the first two are likelier to be one number than the last two
    ("the same figure", "The fire killed {127} people.", "The blaze killed {127} people.", "The blaze killed {131} people."),
    ("an uncommon figure", "The zoo has {127} cranes.", "The zoo had {127} cranes.", None),
    ("one people", "The raid killed {40} Turks.", "The raid killed {40} Turkish people.", "The raid killed {40} people."),
    ("one place", "The blast killed {40} people in Izmit.", "A blast in Izmit killed {40}.", "A blast in Adana killed {40}."),
    ("one verb", "The army deployed {40} tanks.", "It deployed {40} tanks.", "It lost {40} tanks."),
    ("one noun", "Thieves took {40} paintings.", "The thieves took {40} paintings.", "The thieves took {40} frames."),
    (
        "one day",
        "The shelling killed {40} people on Monday. @2023-02-08",
        "On Monday {40} people were killed. @2023-02-09",
        "On Tuesday {40} people were killed. @2023-02-09",
    ),
    (
        "a day against a total",
        "The shelling killed {40} people on Monday. @2023-02-08",
        "The war killed {40} people on Monday. @2023-02-08",
        "The war has killed {40} people so far. @2023-02-08",
    ),
    (
        "two earlier times",
        "A quake killed {17,000} people in 1999. @2023-02-07",
        "In 1999 {17,000} people died in a quake. @2023-02-08",
        "In 1939 {17,000} people died in a quake. @2023-02-08",
    ),
    (
        "its adjectives",
        "The navy has {40} nuclear submarines.",
        "It has {40} nuclear submarines.",
        "It has {40} diesel submarines.",
    ),
    ("other names", "Unilever cut {4,000} posts.", "Unilever cut {4,000} posts.", "Nestle cut {4,000} posts."),
]


@pytest.mark.parametrize(("what", "claim", "nearer", "farther"), MORE_ALIKE, ids=[row[0] for row in MORE_ALIKE])
def test_what_counts(what: str, claim: str, nearer: str, farther: str | None) -> None:
    one = compare(said(claim), said(nearer), CATALOGUE)
    assert one.blocked is None
    other = compare(said(claim), said(farther), CATALOGUE) if farther else None
    plain = compare(said(claim.replace("127", "three")), said(nearer.replace("127", "three")), CATALOGUE)
    against = other.score if other else plain.score
    assert one.score > against


def test_two_main_figures_are_likelier_to_be_one() -> None:
    one, two = said("The fire killed {127} people."), said("The blaze killed {131} people.")
    both, neither = Setting(mains=frozenset([one.id, two.id])), Setting(mains=frozenset([one.id]))
    assert compare(one, two, CATALOGUE, both).score > compare(one, two, CATALOGUE).score
    assert compare(one, two, CATALOGUE, neither).score == compare(one, two, CATALOGUE).score
    assert "each is its article's main figure of the kind" in compare(one, two, CATALOGUE, both).reasons


@pytest.mark.parametrize(
    ("left", "right", "likelier"),
    [
        ("Pirates still hold {14} ships.", "The gangs held {17} ships.", "The gangs sank {17} ships."),
        ("The navy seized {14} crates.", "The navy recovered {17} crates.", "The navy painted {17} crates."),
        ("One model: the army bought {ten} AK 47 guns.", "The army bought {twelve} AK-47s.", "The army bought {twelve} shovels."),
    ],
)
def test_figures_that_differ_are_likelier_of_one_thing_under_one_verb_or_of_one_model(left: str, right: str, likelier: str) -> None:
    one, two, three = said(left), said(right), said(likelier)
    mains = Setting(mains=frozenset([one.id, two.id, three.id]))
    assert compare(one, two, CATALOGUE, mains).score > compare(one, three, CATALOGUE, mains).score


def test_one_of_a_noun_is_mostly_one_of_several() -> None:
    one, two = said("{One} bomb hit a school."), said("{One} bomb fell near the clinic.")
    three, four = said("{Four} bombs hit a school."), said("{Four} bombs fell near the clinic.")
    assert compare(one, two, CATALOGUE).score < compare(three, four, CATALOGUE).score


def test_reasons_are_for_people() -> None:
    found = compare(said("The fire killed {127} people in Izmit."), said("In Izmit a blaze killed {127} people."), CATALOGUE)
    assert "both tell of people killed" in found.reasons
    assert "the figures are the same" in found.reasons
    assert "both at izmit" in found.reasons
    assert any(reason.startswith("their clauses share") for reason in found.reasons)
