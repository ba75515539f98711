"""Parts named behind their whole, and what the figures behind them count."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.model.claim import Scope

from .reading import quantities

SENTENCES: dict[str, list[tuple[str, str, str, bool]]] = {
    "Rescuers said 52 miners were killed, 14 of them apprentices, and more than 300 were hurt.": [
        ("52", "killed", "miner", False),
        ("14", "killed", "apprentice", True),
        ("300", "injured", "miner", False),
    ],
    "Some 40 riders were injured, including nine in Bari, and six died.": [
        ("40", "injured", "rider", False),
        ("nine", "injured", "rider", True),
        ("six", "killed", "rider", False),
    ],
    "The flood killed 60 villagers, among them 12 women and seven children, on Sunday.": [
        ("60", "killed", "villager", False),
        ("12", "killed", "woman", True),
        ("seven", "killed", "child", True),
    ],
    "The raid killed 60 villagers, including 12 women, and five soldiers.": [
        ("60", "killed", "villager", False),
        ("12", "killed", "woman", True),
        ("five", "killed", "soldier", False),
    ],
    "In all 33 passengers including four nuns were injured.": [
        ("33", "injured", "passenger", False),
        ("four", "injured", "nun", True),
    ],
    "Thirty clerks were hurt, nine of them seriously.": [
        ("Thirty", "injured", "clerk", False),
        ("nine", "seriously-injured", "clerk", True),
    ],
    "The brigade launched 900 missiles in June, including six shot towards the port.": [
        ("900", "rockets", "missile", False),
        ("six", "rockets", "missile", True),
    ],
    "The brigade lost 30 guns, and 12 were killed.": [("30", "gun", "gun", False), ("12", "killed", "", False)],
    "The club has 80 members, 30 of them women, and 11 boats.": [
        ("80", "member", "member", False),
        ("30", "woman", "woman", True),
        ("11", "boat", "boat", False),
    ],
    "Women accounted for 14 of the 60 villagers killed.": [
        ("14", "killed", "woman", True),
        ("60", "killed", "villager", False),
    ],
    "Pupils make up 30 of the wounded.": [("30", "injured", "pupil", True)],
    "Scores of nurses are among the more than 900 villagers killed.": [
        ("Scores", "killed", "nurse", True),
        ("900", "killed", "villager", False),
    ],
    "Four guards were among the injured.": [("Four", "injured", "guard", True)],
    "Of the 70 killed, 22 were women.": [("70", "killed", "", False), ("22", "killed", "woman", True)],
    "Officers held 23 poachers (12 Kenyan and 11 Somali) at the farm.": [
        ("23", "poacher", "poacher", False),
        ("12", "poacher", "poacher", False),
        ("11", "poacher", "poacher", False),
    ],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_a_part_and_what_stands_behind_it(text: str) -> None:
    found = [(c.kind, c.frame.noun or "", Scope.PART in c.frame.scope) for c in quantities(text)]
    assert found == [tuple(rest) for _, *rest in SENTENCES[text]]


TOLD = [
    ("Two of the five guests shot have died.", ["killed", "people-shot"]),
    ("Two of those shot have died.", ["killed"]),
    ("Nine of the miners died and two were hurt.", ["killed", "injured"]),
    ("Two of the people killed were boys.", ["killed"]),
]


@pytest.mark.parametrize(("text", "kinds"), TOLD, ids=[text for text, _ in TOLD])
def test_a_part_is_told_by_the_verb_behind_its_whole(text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in extract(text) if claim.figure] == kinds
