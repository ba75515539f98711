"""Where each figure of a sentence is of: a table of sentences, with the place and the venue of every figure in turn."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.model.quantity import Dimension


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Four died in Ostrel and two in Murva.", ["ostrel", "murva"]),
        ("The number of dead has gone up to 12 in Ostrel, nine in Murva and 11 in Dabrin.", ["ostrel", "murva", "dabrin"]),
        # The place in front of its figure, where a list has left the verb out.
        ("Ostrel reported 15 deaths, Murva nine and Dabrin seven.", ["", "murva", "dabrin"]),
        # One place for all of a clause, a date between them.
        ("At least 70 marchers were killed in Ostrel on Thursday, and 200 were hurt.", ["ostrel", "ostrel"]),
        ("At least five people were killed and 50 hurt in Ostrel.", ["ostrel", "ostrel"]),
    ],
)
def test_a_figure_of_a_list_has_the_place_of_its_own(text: str, places: list[str]) -> None:
    found = [claim.frame.where for claim in extract(text) if claim.dimension is Dimension.COUNT]
    assert [" ".join(sorted(where)) for where in found] == places


@pytest.mark.parametrize(
    ("text", "venues"),
    [
        ("Some 14 people died at the airport and 20 in the metro.", ["airport", "metro"]),
        ("In the airport 11 people died and 81 were injured.", ["airport", "airport"]),
        ("In the subway the dead numbered 20 and the wounded 100.", ["metro", "metro"]),
        ("The airport counted 14 dead and 92 injured, the metro station 16 dead.", ["airport", "airport", "metro"]),
        ("The airport counted 11 dead, and in the metro 20 people were killed.", ["airport", "metro"]),
        # Told of both, or of none.
        ("About 198 people were hurt when bombs went off at the airport and in the metro.", [""]),
        ("About 198 people were hurt when bombs went off.", [""]),
    ],
)
def test_a_figure_is_told_of_a_venue(text: str, venues: list[str]) -> None:
    found = [claim.frame.venues for claim in extract(text) if claim.dimension is Dimension.COUNT]
    assert [" ".join(sorted(venue)) for venue in found] == venues
