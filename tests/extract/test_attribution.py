"""Who says each figure of a sentence: a table of sentences, then what holds for any text."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.dates.find import find_dates
from claimcheck.extract.numbers.numerals import find_numbers
from claimcheck.extract.speech.attribution import Told, attribution_at, attributions, resolved, speaker_at
from claimcheck.lexicon.attribution import SpeakerExample
from claimcheck.lexicon.catalogue import load_catalogue
from claimcheck.model.article import Block
from claimcheck.model.span import Span
from claimcheck.text.sentences import split
from claimcheck.text.tokens import Token, tokenise

CATALOGUE = load_catalogue()


def read(text: str) -> list[tuple[list[Token], tuple[Told, ...]]]:
    """The sentences of a text, each with the places where it tells who speaks."""
    found: list[tuple[list[Token], tuple[Told, ...]]] = []
    earlier: tuple[Told, ...] = ()
    for sentence in split(text, [Block(Span(0, len(text)))], CATALOGUE.abbreviations):
        tokens = tokenise(text, sentence.span.start, sentence.span.end)
        bases = [CATALOGUE.grammar.verb(t.norm) or t.norm for t in tokens]
        dates = find_dates(tokens, find_numbers(tokens, CATALOGUE.numbers), None, CATALOGUE.dates)
        dated = {i for d in dates for i in range(d.first, d.last + 1)}
        told = resolved(attributions(tokens, bases, CATALOGUE.attributions, CATALOGUE.grammar, dated), earlier)
        earlier = (*earlier, *told)
        found.append((tokens, told))
    return found


def says(text: str, figures: Mapping[str, str]) -> dict[str, str]:
    """Who says each figure, given by its words; "" for the article itself."""
    answers = {}
    for figure in figures:
        for tokens, told in read(text):
            at = next((i for i, t in enumerate(tokens) if t.text == figure), None)
            if at is not None:
                answers[figure] = speaker_at(told, tokens, at, at) or ""
                break
    return answers


TABLE: list[tuple[str, dict[str, str]]] = [
    # in front of what is said
    ("Officials said 12 people had died.", {"12": "Officials"}),
    ("The ministry said on Monday that 12 people had died.", {"12": "The ministry"}),
    ("On Monday the ministry said 12 people had died.", {"12": "the ministry"}),
    ("In Riverton the council said 12 bridges were closed.", {"12": "the council"}),
    ("In a statement, the airline said it would cut 300 flights.", {"300": "the airline"}),
    ("The army in a statement said 40 rebels were dead.", {"40": "The army"}),
    ("U.S. officials say the base has 900 men.", {"900": "U.S. officials"}),
    ("Gen. Jane Roe said 40 tanks were lost.", {"40": "Gen. Jane Roe"}),
    ("A spokesman for the miners claimed 4,000 had walked out.", {"4,000": "A spokesman for the miners"}),
    ("A source close to the talks said 14 clauses were open.", {"14": "A source close to the talks"}),
    ("People briefed on the matter said 14 clauses were open.", {"14": "People briefed on the matter"}),
    ("The shepherd said 18 goats had drowned.", {"18": "The shepherd"}),
    ("The mayor also said that 60 shops would stay shut.", {"60": "The mayor"}),
    ("Police and the army said 14 men were held.", {"14": "Police and the army"}),
    ("Jane Roe, the mayor of Riverton, said 12 houses burned.", {"12": "Jane Roe"}),
    ("Jane Roe, 41, the mayor, said 12 houses burned.", {"12": "Jane Roe", "41": ""}),
    ("Jane Roe, who said 12 houses burned, left.", {"12": "Jane Roe"}),
    ("The ministry, which says 12 houses burned, has closed the road.", {"12": "The ministry"}),
    ("A witness who was at the gate said 3 cars left.", {"3": "A witness"}),
    ("The ministry reported 12 deaths.", {"12": "The ministry"}),
    ("A survey of the union found that 40 percent would strike.", {"40": "A survey of the union"}),
    ("The governor put the toll at 17.", {"17": "The governor"}),
    ("The UN estimates that 80,000 people fled.", {"80,000": "The UN"}),
    ("Figures from the ministry show 1,240 cases.", {"1,240": "Figures from the ministry"}),
    ("Sheriff: Six killed and 4 hurt at a campsite", {"4": "Sheriff"}),
    ("Police said the victim, 19-year-old Jane Roe, was hit 3 times.", {"3": "Police"}),
    ("On Monday, police said the victim, a nurse, was hit 3 times.", {"3": "police"}),
    (
        "Jane Roe, a nurse who lives in Riverton and leads a team of nine volunteers there, said 12 houses burned.",
        {"12": "Jane Roe"},
    ),
    ("A lawyer familiar with the treaty said 14 clauses were open.", {"14": "A lawyer familiar with the treaty"}),
    ("Reuters reported that 14 clauses were open.", {"14": "Reuters"}),
    # the listener is not the speaker
    ("The mayor told this network that 60 shops would stay shut.", {"60": "The mayor"}),
    ("The president told the nation that 40 soldiers were dead.", {"40": "The president"}),
    ("Officials told the Example Times 12 people had died.", {"12": "Officials"}),
    ("At least 12 people died, officials told the Example Times.", {"12": "officials"}),
    ("The court was told by prosecutors that 14 men had confessed.", {"14": "prosecutors"}),
    ("The Courier was told by the agency that 14 men were held.", {"14": "the agency"}),
    ("Twelve deaths and 40 cases were reported by the ministry.", {"40": "the ministry"}),
    # behind what is said
    ("At least 12 people died, officials said.", {"12": "officials"}),
    ("At least 12 people died, officials said on Monday.", {"12": "officials"}),
    ("At least 12 people died, said Jane Roe, director of the hospital.", {"12": "Jane Roe"}),
    ("At least 12 people died, said the director of the hospital.", {"12": "the director of the hospital"}),
    ('"We counted 41 bodies," the imam said.', {"41": "the imam"}),
    ('"We counted 41 bodies," said Jane Roe, a nurse.', {"41": "Jane Roe"}),
    ("“There were 20 of them,” recalled Jane Roe.", {"20": "Jane Roe"}),
    ("Nine of the 14 miners are alive, their union insists.", {"14": "their union"}),
    ("At least 12 people, officials said, were in the house.", {"12": "officials"}),
    ("The storm, officials said, destroyed 40 houses.", {"40": "officials"}),
    ('"All 12 of them were there, but nobody had seen it," the imam said.', {"12": "the imam"}),
    # phrases
    ("According to the Red Crescent, 230 tents were pitched.", {"230": "the Red Crescent"}),
    ("Some 7,000 bottles broke, according to the vintner.", {"7,000": "the vintner"}),
    ("Some 7,000 bottles broke, according to a report published on Monday.", {"7,000": "a report"}),
    ("Some 7,000 people fled, according to figures released by the ministry.", {"7,000": "figures released by the ministry"}),
    ("The quake, according to officials in Riverton, destroyed 40 houses.", {"40": "officials in Riverton"}),
    ("Per the auditor's report, 6 firms failed.", {"6": "the auditor's report"}),
    ("It cost $9,000, by the clerk's reckoning.", {"9,000": "the clerk"}),
    ("In the words of the admiral, 12 ships are enough.", {"12": "the admiral"}),
    # nested
    ("The agency, citing a Tribune report, said 31 jets were sold.", {"31": "The agency, citing a Tribune report"}),
    ("Citing a hospital source, the paper put the dead at 12.", {"12": "the paper, citing a hospital source"}),
    ("The paper reported 12 deaths, citing officials.", {"12": "The paper, citing officials"}),
    ("The minister said 12 had died, according to state television.", {"12": "state television, citing The minister"}),
    ("According to the Tribune, officials said 12 had died.", {"12": "the Tribune, citing officials"}),
    ("The paper said that officials told it 12 had died.", {"12": "The paper, citing officials"}),
    ("Example News ran the story citing In Riverton, 12 people were held.", {"12": ""}),
    # each its own
    ("Officials said 12 had died, while rebels put the toll at 40.", {"12": "Officials", "40": "rebels"}),
    ("While officials said 12 had died, rebels put the toll at 40.", {"12": "officials", "40": "rebels"}),
    ("Officials said 12 had died; the road has 40 bends.", {"12": "Officials", "40": ""}),
    ("Officials said 12 had died, but the hospital counted 40 dead.", {"12": "Officials", "40": "the hospital"}),
    ("Officials said 12 had died, and 40 were hurt, doctors said.", {"12": "Officials", "40": "doctors"}),
    ("The road was closed for 3 hours and officials said 12 cars were towed.", {"3": "", "12": "officials"}),
    ("At least 12 died, police said, and 40 shops were closed.", {"12": "police", "40": ""}),
    ("At least 12 died, police said, adding that 40 were hurt.", {"12": "police", "40": "police"}),
    ("The governor closed 12 schools, saying 40 pupils were ill.", {"12": "", "40": "The governor"}),
    ("The rebels hold 14 towns, with officials saying 40 more may fall.", {"14": "", "40": "officials"}),
    ("Wardens and border police followed the truck for 48 miles, the sheriff said.", {"48": "the sheriff"}),
    ("The department closed 5 offices, citing concerns over fraud.", {"5": ""}),
    (
        '"Models predicted between 15 and 22 storms," the minister said.',
        {"15": "the minister, citing Models", "22": "the minister, citing Models"},
    ),
    (
        "It followed a warning of the army after its spokeswoman, Col. Jane Roe, told CNN that 5 rockets were fired.",
        {"5": "its spokeswoman"},
    ),
    # across sentences
    ("Twelve people died, the ministry said. It put the injured at 17.", {"17": "the ministry"}),
    ("Thirteen people died, the governor said. He put the injured at 40.", {"40": "the governor"}),
    ("Jane Roe said rain was near. She said 40 roads were closed.", {"40": "Jane Roe"}),
    ("The ministry said rain was near. He said 40 roads were closed.", {"40": "He"}),
    (
        "Jane Roe told the ministry to act, the ministry said. Officials said nothing. It said 40 roads were closed.",
        {"40": "the ministry"},
    ),
    ("Rescuers said rain was near. They said 40 roads were closed.", {"40": "Rescuers"}),
    ('"We saw the boats," the imam said. "Another 40 are missing."', {"40": "the imam"}),
    ('The road was closed. "Another 40 are missing."', {"40": ""}),
    # hearsay
    ("The vault reportedly held 400 ingots.", {"400": "unnamed"}),
    ("The ring is said to be worth 2 million.", {"2": "unnamed"}),
    # nobody: the article speaks itself
    ("The storm destroyed 40 houses.", {"40": ""}),
    ("The blast claimed 12 lives.", {"12": ""}),
    ("Typhoon Mara claimed 600 lives.", {"600": ""}),
    ("The company added 300 jobs.", {"300": ""}),
    ("Police charged 14 men.", {"14": ""}),
    ("Police found 14 bodies in the house.", {"14": ""}),
    ("The ministry recalled 14 ambassadors.", {"14": ""}),
    ("The report of the 14 experts runs to 300 pages.", {"14": "", "300": ""}),
    ("The United States has 11 carriers.", {"11": ""}),
    ("Claims of 14 firms were paid.", {"14": ""}),
    ("The reported toll of 14 was wrong.", {"14": ""}),
]


@pytest.mark.parametrize(("text", "figures"), TABLE, ids=[text[:50] for text, _ in TABLE])
def test_who_says_each_figure(text: str, figures: dict[str, str]) -> None:
    assert says(text, figures) == figures


@pytest.mark.parametrize("example", CATALOGUE.attributions.examples, ids=lambda e: e.text[:50])
def test_the_examples_of_the_lexicon(example: SpeakerExample) -> None:
    assert says(example.text, example.says) == example.says


def test_an_attribution_keeps_its_parts_apart() -> None:
    ((tokens, told),) = read("The agency, citing a Tribune report, said 31 jets were sold.")
    at = next(i for i, t in enumerate(tokens) if t.text == "31")
    found = attribution_at(told, tokens, at, at)
    assert found is not None
    assert (found.text, found.verb, found.nested) == ("The agency", "said", "a Tribune report")


WORDS = [
    "Officials",
    "said",
    "12",
    "had",
    "died",
    ",",
    "while",
    "rebels",
    "put",
    "the",
    "toll",
    "at",
    "40",
    "according",
    "to",
    "citing",
    "who",
    "by",
    "told",
    "and",
    '"',
    ";",
    "it",
    "Roe",
    "-",
    ".",
    "(",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_no_jumble_of_words_breaks_it_and_every_speaker_is_written_there(text: str) -> None:
    for tokens, told in read(text):
        for at in range(len(tokens)):
            found = attribution_at(told, tokens, at, at)
            assert found is None or found.text == "unnamed" or found.text in text
