"""What is said of a folder stays when its files are moved, renamed, re-wrapped, re-quoted, or joined by others.

`gaps.yaml` lists what does not hold yet, by test and story, each with its cause.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml

from .changes import CLEAN, crlf, curly, straight, unwrapped, with_paragraph, wrapped
from .telling import FOLDERS, Desk, Telling, Told, desk, telling

DESKS = {folder.name: desk(folder) for folder in FOLDERS}
GAPS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("gaps.yaml").read_text(encoding="utf-8"))

UNRELATED = Told(
    """Village baker wins the prize for the longest loaf

BAD ZURZACH - A baker from the canton of Aargau has won this year's prize for the longest plaited loaf, the guild of bakers said.

Her loaf measured 12.4 metres, took 38 kilograms of flour and was eaten by 410 visitors in less than 25 minutes.

"We used 60 eggs," said the baker, who is 41 and took over the shop in 2009. Last year's winner came to 11.9 metres.
""",
    {"publisher": "Rhine Valley Post", "published": "2019-06-03"},
)

Before = Callable[[str], Telling]


def stories(test: str, *ways: str) -> pytest.MarkDecorator:
    """Every story of the corpus, in each of some ways."""
    found = []
    for story in DESKS:
        for way in ways or ("",):
            cause = GAPS.get(test, {}).get(f"{story} {way}".strip())
            marks = [pytest.mark.xfail(reason=cause, strict=True)] if cause else []
            found.append(pytest.param(*((story, way) if ways else (story,)), id=f"{story} {way}".strip(), marks=marks))
    return pytest.mark.parametrize(("story", "way") if ways else "story", found)


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Before:
    """What is said of a story as it stands, worked out once."""
    made: dict[str, Telling] = {}

    def of(story: str) -> Telling:
        if story not in made:
            made[story] = telling(DESKS[story], tmp_path_factory.mktemp(story))
        return made[story]

    return of


def assert_same(one: Telling, two: Telling) -> None:
    gone = [g for g in one.groups if g not in two.groups]
    new = [g for g in two.groups if g not in one.groups]
    assert (gone, new) == ([], []), "the subjects differ"
    assert one.groups == two.groups, "a subject stands twice"
    assert sorted(one.rulings - two.rulings, key=str) == []
    assert sorted(two.rulings - one.rulings, key=str) == []


def renamed(story: str, way: str) -> Desk:
    """The same articles under names that sort otherwise."""
    names = sorted(DESKS[story].articles)
    new = {"reversed": names[::-1], "rotated": [*names[1:], names[0]]}[way]
    return DESKS[story].renamed({old: f"{at:02}-{Path(old).stem}{Path(old).suffix}" for at, old in enumerate(new)})


def shuffled(names: Sequence[str], seed: str) -> list[str]:
    order = list(names)
    random.Random(seed).shuffle(order)
    return order if order != list(names) else order[::-1]


def test_the_corpus_is_found() -> None:
    assert len(DESKS) >= 9
    assert all(len(told.articles) >= 3 for told in DESKS.values())
    known = {"names", "ids", "lines", "paragraph", "unrelated", "copy"}
    assert GAPS.keys() <= known
    assert all(key.split()[0] in {*DESKS, "all"} for gaps in GAPS.values() for key in gaps)


@stories("order")
def test_order_of_the_files_given(story: str, before: Before, tmp_path: Path) -> None:
    after = telling(DESKS[story], tmp_path, order=shuffled(list(DESKS[story].articles), story))
    assert_same(before(story), after)
    assert before(story).ids == after.ids


@stories("names", "reversed", "rotated")
def test_names_of_the_files(story: str, way: str, before: Before, tmp_path: Path) -> None:
    assert_same(before(story), telling(renamed(story, way), tmp_path))


@stories("ids", "reversed", "rotated")
def test_ids_of_subjects_come_from_what_they_say(story: str, way: str, before: Before, tmp_path: Path) -> None:
    after = telling(renamed(story, way), tmp_path)
    assert len({ident for ident, _ in after.subjects}) == len(after.subjects), "two subjects of one id"
    assert before(story).ids == after.ids, "ids depend on the names of the files"


CHANGES = {change.__name__: change for change in (wrapped, unwrapped, straight, curly, crlf)}


@stories("lines", *CHANGES)
def test_lines_and_marks(story: str, way: str, before: Before, tmp_path: Path) -> None:
    texts = {name: CHANGES[way](told.text) for name, told in DESKS[story].articles.items()}
    after = telling(DESKS[story].rewritten(texts), tmp_path)
    assert_same(before(story), after)
    assert before(story).ids == after.ids


@stories("paragraph", "first", "middle", "last")
def test_a_paragraph_without_figures(story: str, way: str, before: Before, tmp_path: Path) -> None:
    at = {"first": 0.0, "middle": 0.5, "last": 1.0}[way]
    told = DESKS[story].articles.items()
    texts = {name: with_paragraph(article.text, at, clean) for (name, article), clean in zip(told, CLEAN, strict=False)}
    after = telling(DESKS[story].rewritten(texts), tmp_path)
    assert_same(before(story), after)
    assert before(story).ids == after.ids


@stories("unrelated", "first", "last")
def test_an_unrelated_article(story: str, way: str, before: Before, tmp_path: Path) -> None:
    name = {"first": "000-loaf.txt", "last": "zzz-loaf.txt"}[way]
    after = telling(DESKS[story].joined(Desk({name: UNRELATED})), tmp_path)
    assert_same(before(story), after.only(DESKS[story].articles))
    mixed = [group for group in after.groups if name in {said[0] for said in group} and {said[0] for said in group} != {name}]
    assert mixed == [], "a subject of both stories"


@stories("copy")
def test_a_wire_copy(story: str, before: Before, tmp_path: Path) -> None:
    """The same text under another name and publisher, behind and before the others, of each of the articles."""
    for at, (name, copied) in enumerate(sorted(DESKS[story].articles.items())):
        copy = f"{'000' if at % 2 else 'zzz'}-copy.txt"
        facts = {**copied.facts, "publisher": "The Morning Copyist"}
        after = telling(DESKS[story].joined(Desk({copy: Told(copied.text, facts)})), tmp_path / name)
        assert_same(before(story), after.only(DESKS[story].articles))
        for group in after.groups:
            own = sorted(said[1:] for said in group if said[0] == name)
            assert sorted(said[1:] for said in group if said[0] == copy) == own, "a claim and its copy are two subjects"


def test_all_stories_in_one_folder(before: Before, tmp_path: Path) -> None:
    names = {story: {name: f"{story}-{name}" for name in told.articles} for story, told in DESKS.items()}
    everything = Desk({}, {new: new for told in names.values() for new in told.values()})
    for story, told in DESKS.items():
        everything = everything.joined(Desk({names[story][name]: article for name, article in told.articles.items()}))
    after = telling(everything, tmp_path)
    for story in DESKS:
        back = {new: old for old, new in names[story].items()}
        assert_same(before(story), after.only(back).under(back))
    assert all(len({next(s for s in DESKS if said[0].startswith(f"{s}-")) for said in group}) == 1 for group in after.groups)


@pytest.mark.xfail("all" in GAPS.get("ids", {}), reason=GAPS.get("ids", {}).get("all", ""), strict=True)
def test_ids_are_of_one_subject_in_the_whole_folder(tmp_path: Path) -> None:
    everything = Desk({f"{story}-{name}": article for story, told in DESKS.items() for name, article in told.articles.items()})
    idents = [ident for ident, _ in telling(everything, tmp_path).subjects]
    assert len(set(idents)) == len(idents)
