"""Which of several short articles tell one story."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from claimcheck.link import find_stories
from claimcheck.link.stories import alike, profile
from claimcheck.model.report import Story

from .said import CATALOGUE, articles, claims_of, stories

FERRY = (
    "A ferry carrying 240 passengers capsized off the island of Panay on Tuesday, and at least 12 people drowned, the "
    "Philippine coast guard said."
)
BOAT = (
    "Twelve bodies have been pulled from the sea near Panay after a passenger boat overturned in rough water, officials in "
    "the Philippines say."
)
DIVERS = (
    "MANILA - Divers searched on Thursday for 31 people who have been missing since a ferry went down off Panay with more "
    "than 200 aboard."
)
LOUISVILLE = (
    "A gunman killed five people at a bank in Louisville, Kentucky, on Monday before officers shot him dead, the police chief said."
)
NASHVILLE = (
    "Three children and three adults were shot dead at a school in Nashville, Tennessee, on Monday; officers killed the "
    "attacker, the police chief said."
)
IZMIT = (
    "A magnitude 7.6 earthquake struck Izmit in western Turkey before dawn on 17 August 1999, killing thousands of people "
    "as they slept, Prime Minister Bulent Ecevit said. @1999-08-17"
)
GOLCUK = (
    "The death toll from the Izmit earthquake climbed past 12,000 on Friday, and Prime Minister Bulent Ecevit asked for "
    "tents for the homeless of Golcuk and Yalova. @1999-08-20"
)
MARAS = (
    "Two earthquakes of magnitude 7.8 and 7.5 hit Kahramanmaras in southern Turkey and Aleppo in northern Syria on Monday, "
    "President Recep Tayyip Erdogan said, and thousands died. @2023-02-06"
)
VISIT = (
    "President Recep Tayyip Erdogan visited Kahramanmaras on Wednesday, two days after the earthquakes that killed more "
    "than 11,000 people in Turkey and Syria. @2023-02-08"
)
CADBURY = (
    "Kraft has agreed to buy Cadbury, the British maker of Dairy Milk chocolate, for 11.9 billion pounds, the companies "
    "said on Tuesday."
)
BOURNVILLE = (
    "Cadbury's chairman Roger Carr told shareholders to take Kraft's offer of 840 pence a share, which ends 186 years of "
    "independence for the chocolate maker from Bournville."
)
HEINZ = (
    "Kraft is to merge with Heinz, the ketchup maker from Pittsburgh, in a deal put together by Warren Buffett and the "
    "Brazilian firm 3G Capital."
)
BERKSHIRE = (
    "Shareholders of Kraft will get a dividend of $16.50 a share and 49 percent of the company that it forms with Heinz, 3G"
    " Capital and Warren Buffett's Berkshire Hathaway said."
)
MAULE = (
    "An earthquake of magnitude 8.8 off Maule in Chile set off a tsunami that killed more than 100 people, President "
    "Michelle Bachelet said. @2010-02-27"
)
ILLAPEL = (
    "A magnitude 8.3 earthquake off Illapel in Chile killed 15 people and drove a million from the coast, the interior "
    "ministry said. @2015-09-17"
)

# What a reader would sort them into, by their places in the list.
CAPITOL = (
    "President Barack Obama told reporters at the White House that Republicans in the House and the Senate should pass a "
    "bill on insulin and asthma inhalers this week. Democrats said that voters want Congress to act. The Republicans said no."
)
SENATE = (
    "President Barack Obama said at the White House that the Senate should ratify the treaty on whaling this week. Republicans in "
    "Congress said that voters should decide. A spokesman for the Democrats in the House spoke of harpoons and walrus ivory."
)
VAULT = "Rosa Lindqvist, 34, is accused of taking $4,718,000 from a vault of Brandt & Sohn in Basel, prosecutors said."
TRIAL = "The trial of Rosa Lindqvist opened. The cashier says that the missing $4,718,000 was lost by Brandt & Sohn itself."

SORTED = {
    "politics of one week": ([CAPITOL, SENATE], [{0}, {1}]),
    "one name and one sum in other words": ([VAULT, TRIAL], [{0, 1}]),
    "one event in other words": ([FERRY, BOAT, DIVERS], [{0, 1, 2}]),
    "two shootings of one week": ([LOUISVILLE, NASHVILLE], [{0}, {1}]),
    "an event and what has nothing to do with it": ([FERRY, LOUISVILLE, BOAT], [{0, 2}, {1}]),
    "the early and the late day of one quake": ([IZMIT, GOLCUK], [{0, 1}]),
    "two days after the quake": ([MARAS, VISIT], [{0, 1}]),
    "one article": ([FERRY], [{0}]),
    "the same text twice": ([FERRY, FERRY], [{0, 1}]),
    "headlines": (
        ["Ferry sinks off Panay: 12 dead.", "Twelve dead as ferry sinks off Panay.", "Mayor of Lyon resigns."],
        [{0, 1}, {2}],
    ),
    "two quakes of one country": ([IZMIT, GOLCUK, MARAS, VISIT], [{0, 1}, {2, 3}]),
    "two deals of one company": ([CADBURY, BOURNVILLE, HEINZ, BERKSHIRE], [{0, 1}, {2, 3}]),
    "two fires": (["Fire in Halden kills 3.", "Three die in Halden fire.", "Fire in Lyon kills 5."], [{0, 1}, {2}]),
    "nothing in common": (["Snow fell.", "The council met.", "Prices rose in Peru."], [{0}, {1}, {2}]),
    "no articles": ([], []),
}
NOT_YET = {
    "two quakes of Chile": ([MAULE, ILLAPEL], [{0}, {1}]),
}
CAUSE = "stories: the day and place of the event are words like any other, and what the events share outweighs them"


def rows() -> Sequence[object]:
    late = [pytest.param(*row, id=name, marks=pytest.mark.xfail(reason=CAUSE, strict=True)) for name, row in NOT_YET.items()]
    return [pytest.param(*row, id=name) for name, row in SORTED.items()] + late


@pytest.mark.parametrize(("texts", "wanted"), rows())
def test_stories(texts: list[str], wanted: list[set[int]]) -> None:
    assert stories(texts) == set(map(frozenset, wanted))


def test_the_order_of_articles_changes_no_story() -> None:
    told = articles([FERRY, LOUISVILLE, BOAT, NASHVILLE, DIVERS])
    claims = claims_of(told)
    found = {
        frozenset((s.id, frozenset(s.articles)) for s in find_stories(order, claims, CATALOGUE)) for order in permutations(told)
    }
    assert len(found) == 1


def test_an_article_more_leaves_the_others_as_they_were() -> None:
    before = stories([FERRY, BOAT, LOUISVILLE, DIVERS])
    assert before <= stories([FERRY, BOAT, LOUISVILLE, DIVERS, "Mayor of Lyon resigns over the price of a bridge."])


HOLMES = "Elizabeth Holmes was sentenced to 11 years in prison for defrauding the investors of Theranos."
PARTNER = (
    "Her former partner, Ramesh Balwani, 57, was convicted with Elizabeth Holmes on 12 counts and will be sentenced in California."
)
PAYS = "Ramesh Balwani has to pay $452 million to the investors of a firm in California."


def test_a_copy_draws_no_story_apart() -> None:
    assert stories([HOLMES, PARTNER, PAYS]) == {frozenset({0, 1, 2})}
    assert stories([HOLMES, PARTNER, PAYS, PAYS]) == {frozenset({0, 1, 2, 3})}


def sorted_out(texts: list[str]) -> tuple[Story, ...]:
    told = articles(texts)
    return find_stories(told, claims_of(told), CATALOGUE)


def test_a_story_is_named_by_its_headline_or_its_names() -> None:
    headed = f"Ferry capsizes off Panay\n\n{FERRY}\n"
    assert [s.label for s in sorted_out([headed, BOAT])] == ["Ferry capsizes off Panay"]
    (story,) = sorted_out([LOUISVILLE])
    assert "louisville" in story.label


@pytest.mark.parametrize(("one", "two"), [(FERRY, BOAT), (FERRY, LOUISVILLE), (IZMIT, MARAS), ("Snow fell.", "Snow fell.")])
def test_likeness_is_a_share_and_the_same_both_ways(one: str, two: str) -> None:
    told = articles([one, two])
    claims = claims_of(told)
    left, right = (profile(article, claims[article.id], CATALOGUE) for article in told)
    most = 1 + sum(CATALOGUE.linking.stories[name] for name in ("full_names", "days", "figures"))
    least = -CATALOGUE.linking.stories["strangers"]
    assert least <= alike(left, right, CATALOGUE) <= most + 1e-9
    assert alike(left, right, CATALOGUE) == pytest.approx(alike(right, left, CATALOGUE))
    assert alike(left, left, CATALOGUE) >= alike(left, right, CATALOGUE)
