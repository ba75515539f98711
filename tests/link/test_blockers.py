"""What forbids that two figures are of one subject: two sentences, and the reason that a person is given."""

from __future__ import annotations

import pytest

from claimcheck.link.blockers import blocker as forbidding
from claimcheck.link.exclusions import Block
from claimcheck.link.labels import title_of
from claimcheck.link.setting import Setting
from claimcheck.model.claim import Claim, Scope

from .said import CATALOGUE, framed, said

FREE = None
MAIN = "not its article's main figure"

ALWAYS = [
    # dimension
    ("The storm killed {12} people.", "Winds reached {120} miles an hour.", "one is a count, the other a measure"),
    ("The party won {38} seats.", "The party won {38} percent of the vote.", "one is a count, the other a percent"),
    ("The bank lost {$40 million}.", "The bank has {40 million} customers.", "one is a money, the other a count"),
    # unit
    ("The tunnel is {12} kilometres long.", "The load weighed {12} tonnes.", "the units differ in kind: kilometre and tonne"),
    ("The bridge is {300} metres long.", "The bridge is {1,000} feet long.", FREE),
    ("The man was {24} years old.", "He spent {24} years in prison.", "one is an age"),
    ("The trial lasted {24} weeks.", "Paul Marsh, {24}, was sentenced.", "one is an age"),
    ("Rebels fire {20} rockets a day.", "Rebels fire {140} rockets a week.", "the rates are per different times"),
    ("Rebels fire {20} rockets a day.", "They fire {20} rockets every day.", FREE),
    # kind and noun
    ("The quake killed {12} people.", "The quake injured {12} people.", "people killed, the other of people injured"),
    ("The quake killed {12} people.", "The quake left {12} people dead.", FREE),
    ("Troops fired {12} missiles.", "Rebels fired {12} rockets.", FREE),
    ("Police seized {40} guns.", "Police seized {40} rockets.", "one tells of gun, the other of rockets and missiles fired"),
    ("The shop has {40} lamps.", "The shop has {40} chairs.", "one counts lamp, the other chair"),
    ("The gang sank {12} boats.", "The navy sank {12} vessels.", FREE),
    ("The storm sank {four} canoes.", "The storm sank {four} barges.", "one counts canoe, the other barge"),
    ("The storm sank {37} canoes.", "The storm sank {37} barges.", FREE),
    # what is no claim type stands for one by its noun, or by a telling figure that has none
    ("The mill will cut {2,500} jobs.", "Some {2,600} positions will go.", FREE),
    ("The mill will cut {12,400} jobs.", "The {12,400} were told on Friday.", FREE),
    ("The mill will cut {12,400} jobs.", "The {11,300} were told on Friday.", "one tells of jobs, the other of count"),
    ("The army freed {23} jailed rebels.", "The army freed {23} rebel prisoners.", FREE),
    # a telling figure is one thing whatever day it is tied to
    ("In 2005 agents found {$64,500} in his freezer. @2010-09-17", "He hid {$64,500} in a freezer. @2010-09-17", FREE),
    # population
    ("The fire killed {12} children.", "The blaze killed {12} boys and girls.", FREE),
    ("The raid killed {12} civilians.", "The raid killed {12} policemen.", "one counts civilians, the other police"),
    ("The army killed {12} militants.", "The army killed {12} hostage-takers.", FREE),
    # person
    ("Clara Brun is {34} years old.", "Pavel Novak is {34} years old.", "one is the age of Clara Brun, the other of Pavel Novak"),
    ("Clara Brun, {34}, was held.", "Police freed {34}-year-old Clara Brun.", FREE),
    ("Clara Brun, {34}, was held.", "Brun, {34}, was freed.", FREE),
    ("Clara Brun, {34}, was held.", "Clara Brunn, {34}, was freed.", FREE),
    ("Clara Brun, {34}, was held.", "Anton Brun, {34}, was freed.", "one is the age of Clara Brun, the other of Anton Brun"),
    ("A {15}-year-old boy was hurt.", "A {15}-year-old girl was hurt.", "one is the age of a male, the other of a female"),
    ("Three males, ages {15} and 18, fled.", "Two females, ages {15} and 17, fled.", "the age of a male, the other of a female"),
    # fate
    ("The quake destroyed {300} homes.", "The quake damaged {300} homes.", "one was destroyed, the other damaged"),
    ("The quake destroyed {300} homes.", "The quake flattened {300} homes.", FREE),
    # size, whatever the bound
    ("A magnitude {7.6} quake struck.", "Quakes of magnitude {over 5} are felt here.", "the measures are too far apart"),
    # groups
    ("The raid killed {12} Israelis.", "The raid killed {12} Palestinians.", "one is of israel, the other of palestine"),
    ("The raid killed {12} Israelis.", "The raid killed {12} people.", FREE),
    # scope
    ("Another {12} people were killed.", "The storm killed {12} people.", "one is added to others"),
    ("A further {12} people were killed.", "Another {12} people were killed.", FREE),
]

WHERE_THEY_DIFFER = [
    # another time
    (
        "A quake killed {30,000} people in 1999. @2023-02-07",
        "The quake has killed {5,000} people. @2023-02-07",
        "one is tied to a day long before the other",
    ),
    ("The mine had {30,000} workers in 1999. @2023-02-07", "The mine has {5,000} workers. @2023-02-07", "to an earlier time"),
    ("The quake killed {5,000} people. @2023-02-07", "The quake has killed {7,000} people. @2023-02-08", FREE),
    # another holder
    ("Clara Brun is {34} years old.", "The driver is {43} years old.", "the ages differ and no name is shared"),
    ("Clara Brun is {34} years old.", "Clara Brun is {43} years old.", FREE),
    # another place
    ("The blast killed {12} people in Kharkiv.", "The blast killed {19} people in Odesa.", "and so do the places"),
    ("The blast killed {12} people in Kharkiv.", "The blast killed {19} people in Kharkiv.", FREE),
    ("The blast killed {12} people in Kharkiv.", "The blast killed {19} people.", FREE),
    ("In Tacloban, the storm killed {640} people.", "The storm killed {1,050} people across the Philippines.", "of a country"),
    ("In Tacloban, the storm killed {1,640} people.", "The storm killed {1,050} people in the Philippines.", FREE),
    # another size
    ("The festival had {30} stages.", "The festival had {200} stages.", "the figures are far apart"),
    ("The festival had {30} stages.", "The festival had {40} stages.", FREE),
    ("The road is {30} kilometres long.", "The road is {50} kilometres long.", "the measures are too far apart"),
    ("The road is {30} kilometres long.", "The road is {40} kilometres long.", FREE),
    ("A magnitude {6.1} quake struck.", "A magnitude {7.2} quake struck.", "the measures are too far apart"),
    ("A magnitude {6.8} quake struck.", "A magnitude {7.0} quake struck.", FREE),
    ("The fire killed {three} people.", "The fire killed {90} people.", FREE),
    # another thing
    ("The quake destroyed {135} homes.", "The quake destroyed {300} buildings.", "one counts home, the other building"),
    ("The quake destroyed {135} homes.", "The quake destroyed {300} houses.", FREE),
    # another fate
    ("Some {5,200} troops are based there.", "The army sent {2,800} troops there.", "one was based, the other sent"),
    ("Some {5,200} troops are based there.", "Some {2,800} troops are stationed there.", FREE),
    # not yet
    ("The army will send {900} soldiers.", "The army has sent {700} soldiers.", "only one has come about"),
    ("The army will send {900} soldiers.", "The army plans to send {700} soldiers.", FREE),
    # another party
    (
        "Anna Berg won {54} percent of the vote.",
        "Nils Holm won {46} percent of the vote.",
        "one is of Anna Berg, the other of Holm Nils",
    ),
    ("Anna Berg won {54} percent of the vote.", "Berg won {57} percent of the vote.", FREE),
    ("A {63}-year-old woman died.", "A {38}-year-old man is held.", "one is the age of a female, the other of a male"),
    ("The zoo has {12} snow leopards.", "The zoo has {14} Amur leopards.", "only one counts amur, snow"),
]

ALIKE = [
    ("A quake killed {30,000} people in 1999. @2023-02-07", "The quake killed {30,000} people. @2023-02-07"),
    ("Clara Brun is {34} years old.", "The driver is {34} years old."),
    ("The blast killed {12} people in Kharkiv.", "The blast killed {12} people in Odesa."),
    ("The festival had {30} stages.", "The fair had {30} stages."),
    ("The zoo has {12} snow leopards.", "The zoo has {12} Amur leopards."),
]


def blocker(left: Claim, right: Claim, *, main: bool) -> Block | None:
    """What forbids that two claims are of one subject; `main`: each is its article's main figure."""
    return forbidding(left, right, CATALOGUE, Setting(mains=frozenset({left.id, right.id} if main else ())))


def assert_blocked(left: str, right: str, why: str | None, *, main: bool) -> None:
    one, two = said(left), said(right)
    for found in (blocker(one, two, main=main), blocker(two, one, main=main)):
        assert (found is None) == (why is None), f"{found!r}"
    found = blocker(one, two, main=main)
    assert why is None or (found is not None and why in found.why)


@pytest.mark.parametrize("main", [True, False], ids=["main", "aside"])
@pytest.mark.parametrize(("left", "right", "why"), ALWAYS)
def test_what_always_forbids(left: str, right: str, why: str | None, main: bool) -> None:
    assert_blocked(left, right, why, main=main)


@pytest.mark.parametrize(("left", "right", "why"), WHERE_THEY_DIFFER)
def test_what_forbids_only_where_the_figures_differ(left: str, right: str, why: str | None) -> None:
    assert_blocked(left, right, why, main=True)


@pytest.mark.parametrize("main", [True, False], ids=["main", "aside"])
@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_figures_that_are_alike_may_meet_over_times_and_places(left: str, right: str, main: bool) -> None:
    assert_blocked(left, right, None, main=main)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The festival had {30} stages.", "The festival had {40} stages."),
        ("{No one} was killed in the fire.", "{Three} people were killed in the fire."),
    ],
)
def test_what_forbids_only_beside_the_main_figures(left: str, right: str) -> None:
    assert_blocked(left, right, None, main=True)
    assert_blocked(left, right, MAIN, main=False)


def test_words_yield_to_others_that_belong_to_both_unless_the_figures_differ() -> None:
    killed, seven = said("The raid killed {12} civilians."), said("The raid killed {seven} policemen.")
    twelve = said("The raid killed {12} policemen.")
    for two, firm in ((twelve, False), (seven, True)):
        found = blocker(killed, two, main=True)
        assert found is not None
        assert found.firm is firm


def test_one_toll_may_be_told_of_people_and_of_who_they_were() -> None:
    people, children = said("The fire killed {12} people."), said("The fire killed {12} children.")
    assert blocker(people, children, main=True) is None
    assert blocker(people, children, main=False) is not None
    assert blocker(people, said("The fire killed {seven} children."), main=True) is not None


def test_a_part_is_not_its_whole() -> None:
    part, whole = said("Of those killed, {six} people died in Lyon."), said("The crash killed {12} people.")
    part = framed(part, scope=frozenset({Scope.PART}))
    assert blocker(part, whole, main=True) == Block("one is part of a set, and the figures differ", firm=True)
    assert blocker(part, framed(whole, scope=frozenset({Scope.PART})), main=True) is None


def test_one_of_two_peoples_is_not_both() -> None:
    one, two = said("The clashes killed {12} people."), said("The clashes killed {19} people.")
    both = framed(one, groups=frozenset({"israel", "palestine"}))
    found = blocker(both, framed(two, groups=frozenset({"israel"})), main=True)
    assert found == Block("one is of israel, palestine, the other of israel", firm=True)
    assert blocker(both, framed(one, groups=frozenset({"israel"})), main=True) is None


def test_the_title_of_a_kind() -> None:
    assert title_of(said("The quake killed {12} people."), CATALOGUE) == "people killed"
    assert title_of(said("The festival had {30} stages."), CATALOGUE) == "stage"


def test_aircraft_named_by_their_model() -> None:
    assert_blocked("The island has {ten} F-35s.", "The island has {ten} F-35 fighter jets.", None, main=True)


def test_soldiers_killed() -> None:
    assert said("The attack killed {12} soldiers.").kind == "killed"


def test_an_accident_has_one_place_and_a_storm_many() -> None:
    one, two = said("The crash killed {158} people in Basso."), said("The crash killed {159} people in Velmora.")
    both = frozenset({one.id, two.id})
    assert forbidding(one, two, CATALOGUE, Setting(mains=both, disaster=True, accident=True)) is None
    found = forbidding(one, two, CATALOGUE, Setting(mains=both, disaster=True))
    assert found == Block("the figures differ, and so do the places", firm=True)
