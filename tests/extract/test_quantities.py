"""Tables: one value, many phrasings; one sentence, what it measures, counts and how firmly it is put."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.extract.numbers.numerals import find_numbers
from claimcheck.lexicon.catalogue import load_catalogue
from claimcheck.model.claim import Scope, Status
from claimcheck.model.quantity import Bound, Dimension
from claimcheck.text.tokens import tokenise

from .reading import one, quantities

WORDS = load_catalogue().numbers

NUMBERS: dict[str, list[str]] = {
    "0.5": ["½"],
    "3.5": ["3 1/2", "3½", "3-1/2", "three and a half", "3.5", "three-and-a-half"],
    "6": ["six", "6", "half a dozen", "a half-dozen", "half-dozen"],
    "11.25": ["11 and a quarter", "eleven and a quarter"],
    "24": ["two dozen", "24", "twenty-four", "twenty four"],
    "142": ["one hundred and forty-two", "142", "one-hundred and forty two"],
    "1234": ["1,234", "1 234", "1234", "one thousand two hundred and thirty-four"],
    "1234.5": ["1,234.5"],
    "4000": ["4K", "4k", "4,000", "four thousand", "4 thousand"],
    "250000": ["a quarter of a million", "250,000"],
    "500000": ["half a million", "500,000", "half-million"],
    "1200000": ["1.2m people", "1.2 million", "1.2mn", "1.2-million", "1.2 mln"],
    "1500000": ["a million and a half", "one and a half million", "1.5 million"],
    "3000000000": ["3bn", "3 billion", "three billion", "3 bn"],
    "20000000": ["two crore", "2 crore", "20 million"],
    "300000": ["3 lakh", "three lakh", "300,000", "three hundred thousand"],
}
VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "tens of thousands": (20_000, 99_999),
    "several": (3, 9),
    "a couple": (2, 2),
    "a handful": (3, 6),
    "hundreds of thousands": (200_000, 999_999),
}
RANGES = {
    "20 to 30": (20, 30),
    "20-30": (20, 30),
    "between 20 and 30": (20, 30),
    "three or four": (3, 4),
    "2 to 3 million": (2_000_000, 3_000_000),
    "$12 billion to $13 billion": (12_000_000_000, 13_000_000_000),
    "24- to 30-foot": (24, 30),
    "pages vary from 24 to 30": (24, 30),
}
NOT_RANGES = [
    "from 20 to 30",
    "from nearly 20 to 30",
    "from more than 20 to 30",
    "30 to 20",
    "rose 20 to 30",
    "17 or 400",
    "12 and 40",
]
PARTS = {
    "two-thirds": 66.67,
    "three in five": 60,
    "one in 10": 10,
    "9 out of 10": 90,
    "two of every three": 66.67,
    "a third of": 33.33,
    "half of": 50,
}


def figures(text: str) -> list[tuple[Decimal, Decimal]]:
    return [(n.low, n.high) for n in find_numbers(tokenise(text), WORDS)]


@pytest.mark.parametrize(("value", "text"), [(value, text) for value, texts in NUMBERS.items() for text in texts])
def test_a_number_is_read_however_it_is_written(value: str, text: str) -> None:
    assert figures(text) == [(Decimal(value), Decimal(value))]


@pytest.mark.parametrize(("text", "ends"), [*VAGUE.items(), *RANGES.items()])
def test_a_vague_word_and_a_range_have_two_ends(text: str, ends: tuple[int, int]) -> None:
    assert figures(text) == [(Decimal(ends[0]), Decimal(ends[1]))]


@pytest.mark.parametrize("text", NOT_RANGES)
def test_two_numbers_are_not_always_a_range(text: str) -> None:
    assert len(figures(text)) == 2


@pytest.mark.parametrize(("text", "share"), PARTS.items())
def test_a_part_of_a_whole_is_a_share(text: str, share: float) -> None:
    assert [round(float(low), 2) for low, _ in figures(text)] == [share]


@pytest.mark.parametrize(
    ("text", "dimension", "unit", "figure"),
    [
        ("The fund has $3bn in cash.", "money", "USD", 3_000_000_000),
        ("They paid C$40 for it.", "money", "CAD", 40),
        ("It fetched A$2,000 in Perth.", "money", "AUD", 2000),
        ("Lunch was US$12 a head.", "money", "USD", 12),
        ("The toll is 26 cents.", "money", "USD", "0.26"),
        ("The bonus was Rs 40 crore.", "money", "INR", 400_000_000),
        ("A $50-million bounty was set.", "money", "USD", 50_000_000),
        ("He owes 50 million dollars.", "money", "USD", 50_000_000),
        ("The loan is EUR 900 million.", "money", "EUR", 900_000_000),
        ("Wages rose 4 per cent.", "percent", "percent", 4),
        ("Wages rose 4%.", "percent", "percent", 4),
        ("The lead fell by 4 percentage points.", "measure", "percentage_point", 4),
        ("The wall is 12 km long.", "measure", "kilometre", 12),
        ("The bell weighs 900 pounds.", "measure", "pound_mass", 900),
        ("A magnitude 6.1 earthquake hit Izmir.", "measure", "magnitude", "6.1"),
        ("The quake measured 6.1 on the Richter scale.", "measure", "magnitude", "6.1"),
        ("It was minus 6 degrees Celsius.", "measure", "celsius", -6),
        ("The talks took 22 weeks.", "duration", "week", 22),
        ("It was a 15-minute call.", "duration", "minute", 15),
        ("They were married for three and a half years.", "duration", "year", "3.5"),
        ("He got 11 years and three months.", "duration", "year", "11.25"),
        ("The quake lasted a minute and a half.", "duration", "minute", "1.5"),
        ("The plain is 3C warmer in summer.", "measure", "celsius", 3),
        ("An M5.8 quake hit Izmir.", "measure", "magnitude", "5.8"),
        ("The field gives 600 bpd.", "rate", "barrels per day", 600),
        ("They paid 900 [dollars] for it.", "money", "USD", 900),
        ("Forty-plus miles of rail were laid.", "measure", "mile", 40),
        ("Age: 48", "duration", "year", 48),
        ("Ann Roe, left, 16, sang.", "duration", "year", 16),
        ("He looked older than 15 to them.", "duration", "year", 15),
        ("Her son, believed to be 19, fled.", "duration", "year", 19),
        ("A 70[-year-old] baker wept.", "duration", "year", 70),
        ("Now, 26, Roe regrets it.", "duration", "year", 26),
        ("Ann August, 61, wept.", "duration", "year", 61),
        ("Ann Roe (w/f, 46) was hurt.", "duration", "year", 46),
        ("It rained on the third straight day.", "rank", None, 3),
        ("The plant makes 90 cars a day.", "rate", "per day", 90),
        ("The well gives 600 barrels per day.", "rate", "barrels per day", 600),
        ("It saw 15 thefts per million homes.", "rate", "per 1000000", 15),
        ("A 42-year-old was fined.", "duration", "year", 42),
        ("Smith, 42, was fined.", "duration", "year", 42),
    ],
)
def test_a_figure_is_measured_in_its_unit(text: str, dimension: str, unit: str | None, figure: int | str) -> None:
    claim = one(text)
    assert (claim.dimension, claim.unit, claim.figure) == (Dimension(dimension), unit, (Decimal(figure), Decimal(figure)))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Fees run from 12 cents to $1.15 an hour.", None),
        ("Fees are 12 cents to $1.15.", ("0.12", "1.15")),
        ("Prices rose 20 cents to $1.15.", None),
        ("The mill raised its price 30 cents to $9.", None),
        ("They want 10 percent to 15 percent.", ("10", "15")),
    ],
)
def test_the_ends_of_a_range_may_each_have_their_unit(text: str, figure: tuple[str, str] | None) -> None:
    found = quantities(text)
    if figure is None:
        assert len(found) == 2
    else:
        assert [c.figure for c in found] == [(Decimal(figure[0]), Decimal(figure[1]))]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The bid of 80 million euros ($108 million) failed.", [80_000_000, 108_000_000]),
        ("It lies 75 kilometers (50 miles) off.", [75, 50]),
        ("It lies less than 25 km (15 miles) off.", [25, 15]),
    ],
)
def test_a_conversion_in_brackets_restates_the_figure_before_it(text: str, figures: list[int]) -> None:
    first, second = quantities(text)
    assert [c.figure[0] for c in (first, second) if c.figure] == figures
    assert second.restates == first.id
    assert (second.kind, second.bound) == (first.kind, first.bound)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Three men, two women and a child were killed.", [("killed", 3), ("killed", 6), ("killed", 2), ("killed", 1)]),
        ("The flood killed a nurse and two clerks.", [("killed", 1), ("killed", 3), ("killed", 2)]),
        ("A mudslide killed six hikers, including two nuns and a guide.", [("killed", 6), ("killed", 2)]),
        ("Twelve died and 30 others were wounded.", [("killed", 12), ("injured", 30)]),
        ("A girl was killed.", []),
        ("The only fatality was a cyclist.", [("killed", 1)]),
        ("There were no reports of casualties.", []),
        ("No casualties were reported.", []),
        ("Nobody was killed.", [("killed", 0)]),
        ("None of the passengers was hurt.", [("injured", 0)]),
        ("Seven soldiers were killed.", [("killed", 7)]),
        ("Police arrested 12 of the 40 marchers.", [("detained", 12), ("crowd", 40)]),
        ("All 34 aboard were rescued.", [("rescued", 34)]),
        ("Rescuers sought six missing climbers.", [("missing", 6)]),
        ("Six nurses were inside at the time of the shooting.", [("nurse", 6)]),
        ("Father of 5 killed, 4 hurt in blast", [("child", 5), ("injured", 4)]),
        ("Peers passed the bill 52-48.", [("votes", 52), ("votes", 48)]),
    ],
)
def test_what_befell_people_is_told_apart(text: str, counts: list[tuple[str, int]]) -> None:
    assert [(c.kind, int(c.figure[0])) for c in quantities(text) if c.figure] == counts  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Twelve old wooden rowing boats sank.", "boat"),
        ("Some 40 police officers came.", "police officer"),
        ("The 20-member team left.", "member"),
        ("Six of the rockets fell short.", "rocket"),
        ("Two three-story hotels fell.", "hotel"),
        ("Five Democratic-led states sued.", "state"),
        ("Eight amphibious warships sailed.", "warship"),
        ("It was the fourth fatal shooting in May.", "shooting"),
        ("Third storm hits Bari.", "storm"),
        ("Several Sunday strollers saw it.", "stroller"),
        ("The third wounded officer went home.", "officer"),
        ("It is the seventh appropriations bill of the year.", "bill"),
        ("A second man and two women sang.", "man"),
        ("Two Elm St. fires were linked.", "fire"),
        ("He won three Daytona 500s.", "daytona 500"),
        ("Two K-9's were called.", "k-9"),
        ("He held a 14-year-old girl's arm.", "girl"),
        ("Three of the club's [bakers] left.", "baker"),
        ("Ann Roe had 38 stab-like wounds, Tom Doe 28.", "wound"),
        ("4 Ivy Cup bakers won.", "baker"),
        ("Clerks threw out several Harvest 40 flyers.", "flyer"),
    ],
)
def test_the_counted_noun_heads_its_phrase(text: str, noun: str) -> None:
    assert noun in [c.frame.noun for c in quantities(text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army denied that 40 villagers were killed.", Status.DENIED),
        ("The toll could reach 100.", Status.CONDITIONAL),
        ("Guards tried to free 12 hostages.", Status.CONDITIONAL),
        ("Agents sought to arrest nine men.", Status.CONDITIONAL),
        ("The mill will cut 400 jobs.", Status.PLANNED),
        ("The dead numbered 40, the mayor said.", Status.REPORTED),
        ("The blast killed 40 people.", Status.ASSERTED),
        ("James May sold 40 cars.", Status.ASSERTED),
    ],
)
def test_a_figure_is_put_more_or_less_firmly(text: str, status: Status) -> None:
    assert [c.status for c in quantities(text)] == [status]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Six of them were children.", Scope.PART),
        ("Another 12 ships are due.", Scope.ADDED),
        ("A total of 40 houses burned.", Scope.TOTAL),
        ("The plant makes 90 cars a day.", Scope.RATE),
    ],
)
def test_a_part_is_told_from_its_whole(text: str, scope: Scope) -> None:
    assert scope in one(text).frame.scope


def test_what_an_amount_was_made_has_its_unit() -> None:
    units = [c.unit for c in quantities("The ban was nine years, but was cut to seven, and staff was cut to six.")]
    assert units == ["year", "year", None]


def test_what_is_carried_is_not_counted() -> None:
    nouns = [c.frame.noun for c in quantities("Dozens of nuns, several carrying long candles, sang.")]
    assert nouns == ["nun", "nun"]


def test_bounds_hold_outside_in() -> None:
    assert one("At least some 40 boats sank.").bound is Bound.AT_LEAST
    assert one("The toll rose to five plus the gunman.").bound is Bound.EXACT
    assert quantities("They stole £53m At least six men fled.")[0].bound is Bound.EXACT
    assert one("It needs, at the very least, 40 gates.").bound is Bound.AT_LEAST
    assert one("The 17 boats or more were lost.").bound is Bound.AT_LEAST
