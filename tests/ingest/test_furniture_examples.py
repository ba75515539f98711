"""The examples that stand in furniture.yaml, each inside a story."""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable

import pytest

from claimcheck.errors import DataFileError
from claimcheck.ingest.headlines import is_title
from claimcheck.ingest.stamps import StampReader
from claimcheck.lexicon.document import parse
from claimcheck.lexicon.furniture import FurnitureLexicon, StampExample, load_furniture
from claimcheck.model.article import Article

PATH = "lexicon/en/furniture.yaml"
TEXT = importlib.resources.files("claimcheck.claims").joinpath(PATH).read_text(encoding="utf-8")


def load() -> FurnitureLexicon:
    document = parse(TEXT, PATH)
    assert document is not None
    return load_furniture(document)


LEXICON = load()
STORY = (
    "Flood kills 17 in Example Valley\n\n"
    "At least 17 people were killed when a flood swept through four villages on Monday, officials said.\n\n"
    "{}\n\n"
    "Rescuers searched for another nine people through the night, and the governor asked for help.\n"
)
EXAMPLES = [(rule.id, example.text, example.cut) for rule in LEXICON.rules for example in rule.examples]


@pytest.mark.parametrize(("rule", "text", "cut"), EXAMPLES, ids=lambda value: value[:40])
def test_a_rule_cuts_its_examples_and_nothing_else_does(
    article_of: Callable[[str], Article], rule: str, text: str, cut: str
) -> None:
    story = STORY.format(text)
    article = article_of(story)
    taken = "\n".join(f.span.cut(story).strip() for f in article.furniture)
    assert taken.strip("()• ") == cut.strip("()• ")
    if cut:
        assert article.furniture[0].reason == rule
    assert len([b for b in article.blocks if "Rescuers searched" in b.span.cut(story)]) == 1


def test_every_rule_has_examples_of_both_kinds() -> None:
    for rule in LEXICON.rules:
        assert any(e.cut for e in rule.examples), rule.id
        assert any(not e.cut for e in rule.examples), rule.id


@pytest.mark.parametrize("example", LEXICON.stamp_examples, ids=lambda e: e.text[:40])
def test_lines_of_publication(example: StampExample) -> None:
    stamp = StampReader(LEXICON).line(example.text, head=True)
    if example.day is None:
        assert stamp is None
        return
    assert stamp is not None
    day = stamp.published or (stamp.open.day if stamp.open else "")
    assert str(day) == example.day
    assert (stamp.hour.strftime("%H:%M") if stamp.hour else "") == example.hour


@pytest.mark.parametrize(("opening", "place", "day"), LEXICON.dateline.yes)
def test_datelines(article_of: Callable[[str], Article], opening: str, place: str, day: str) -> None:
    article = article_of(f"Flood kills 17\n\n{opening} that seventeen people were killed in the flood on Monday.\n\nMore text.")
    assert (article.dateline or "") == place
    assert str(article.day or "") == day


@pytest.mark.parametrize("opening", LEXICON.dateline.no)
def test_openings_without_a_dateline(article_of: Callable[[str], Article], opening: str) -> None:
    article = article_of(f"Flood kills 17\n\n{opening}, and there is more to say of it.\n\nMore text.")
    assert article.dateline is None
    assert article.day is None


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ("cuts: line\n    patterns: ['(']\n    yes: []\n    no: []", "no valid pattern"),
        ("cuts: line\n    patterns: ['{nobody}']\n    yes: []\n    no: []", "no piece is called 'nobody'"),
        ("cuts: lin\n    patterns: ['a']\n    yes: []\n    no: []", "did you mean 'line'"),
        ("cuts: part\n    patterns: ['.*']\n    yes: []\n    no: []", "must begin with a plain word"),
        ("cuts: line\n    yes: []\n    no: []", "needs `patterns` or `words`"),
        ("cuts: line\n    pattern: ['a']\n    yes: []\n    no: []", "did you mean 'patterns'"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_place(wrong: str, complaint: str) -> None:
    text = TEXT.replace("rules:\n", f"rules:\n  mine:\n    {wrong}\n", 1)
    document = parse(text, "mine.yaml")
    assert document is not None
    with pytest.raises(DataFileError, match=r"mine\.yaml:[0-9]+:[0-9]+: ") as error:
        load_furniture(document)
    assert complaint in str(error.value)


def test_titles() -> None:
    for line in LEXICON.titles.yes:
        assert is_title(line, LEXICON.titles), line
    for line in LEXICON.titles.no:
        assert not is_title(line, LEXICON.titles), line
