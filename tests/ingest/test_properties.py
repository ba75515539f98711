"""Laws that hold for any text and any bytes, and what they may cost."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.ingest import article_from_text, read
from claimcheck.ingest.paragraphs import paragraphs
from claimcheck.lexicon.furniture import FurnitureLexicon
from claimcheck.model.article import Article, Role

Within = Callable[[float, Callable[[], object]], None]
SCRAPS = [
    "By Jane Roe",
    "Updated 4/9/2014 6:04 PM",
    "Related:",
    "- 1Eight dead",
    "Most popular stories",
    "Legal Disclaimer:",
    "Story highlights 14 die",
    "At least 17 people were killed when a flood swept through four villages on Monday, officials said.",
    "(AP Photo/X)",
    "JUST WATCHED a MUST WATCH b 01:00",
    "LONDON, March 2 - Cuba said on Monday that it had 17 ships.",
    "Date Published: Tuesday, June 3, 2014",
    "June 3, 2014",
    "GOVERNOR ACCUSED OF HIDING $40 MILLION FRAUD",
    "(@x) May 2, 2014",
    "Comments",
    "©2014 X",
    *("---", "title: x", "#", "\ufeff", "İ", "x" * 200, "", "\x85", "\u2028"),
]
PAGES = st.lists(st.tuples(st.sampled_from(SCRAPS), st.sampled_from([" ", "\n", "\r\n", "\n\n", "\r", "\n  "]))).map(
    lambda parts: "".join(scrap + end for scrap, end in parts)
)


def check(article: Article) -> None:
    text = article.text
    stretches = sorted([*(b.span for b in article.blocks), *(f.span for f in article.furniture)])
    assert all(0 <= s.start < s.end <= len(text) for s in stretches)
    assert all(one.end <= two.start for one, two in itertools.pairwise(stretches))
    assert list(article.blocks) == sorted(article.blocks, key=lambda b: b.span)
    assert list(article.furniture) == sorted(article.furniture, key=lambda f: f.span)
    assert all(b.span.cut(text) == b.span.cut(text).strip() for b in article.blocks)
    assert [b.role for b in article.blocks[1:]].count(Role.TITLE) == 0


@given(st.one_of(PAGES, st.text()))
def test_blocks_and_furniture_are_in_order_and_apart(furniture: FurnitureLexicon, text: str) -> None:
    article = article_from_text(text, furniture)
    check(article)
    assert article == article_from_text(text, furniture)


@given(st.one_of(PAGES, st.text()))
def test_nothing_but_white_space_and_marks_is_lost(furniture: FurnitureLexicon, text: str) -> None:
    article = article_from_text(text, furniture)
    covered: set[int] = set()
    for span in (*(b.span for b in article.blocks), *(f.span for f in article.furniture)):
        covered.update(range(span.start, span.end))
    assert not any(c.isalnum() for at, c in enumerate(text) if at not in covered)


@given(st.one_of(PAGES, st.text()))
def test_paragraphs_cover_what_is_not_blank(text: str) -> None:
    found = paragraphs(text)
    assert all(p.span.cut(text).strip() == p.span.cut(text) != "" for p in found)
    assert "".join("".join(p.span.cut(text) for p in found).split()) == "".join(text.split())


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_skipped_with_a_sentence(furniture: FurnitureLexicon, raw: bytes) -> None:
    found = read(["-"], furniture, stdin=io.BytesIO(raw))
    assert len(found.articles) + len(found.skipped) == 1
    for article in found.articles:
        check(article)
    for skipped in found.skipped:
        assert skipped.reason.endswith(".")


@given(
    st.one_of(PAGES, st.text(st.characters(exclude_categories=["Cs"]))), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"])
)
@settings(max_examples=50)
def test_offsets_are_those_of_the_decoded_file(furniture: FurnitureLexicon, text: str, codec: str) -> None:
    for article in read(["-"], furniture, stdin=io.BytesIO(text.encode(codec))).articles:
        assert article.text == (text.removeprefix("\ufeff") if codec == "utf-8" else text)
        check(article)


HOSTILE = {
    "one word": "a" * 10_000_000,
    "one line": "word " * 2_000_000,
    "dashes": "- " * 1_000_000,
    "short lines": "word word\n" * 500_000,
    "brackets": "(" * 5_000_000,
    "cues": "JUST WATCHED (photo " * 300_000,
    "bylines": ("By " + "Jane Roe, " * 14 + "x\n") * 5000,
    "spaces": ("by" + " " * 190 + "x\n") * 5000,
    "stamps": ("Updated " * 20 + "9 x\n") * 5000,
    "digits": ("12" * 90 + "\n") * 5000,
    "capitals": ("ABCD EFGH, " * 14 + "x\n") * 5000,
    "rules": "---\n" + "a: [" * 5000 + "\n---\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_little(furniture: FurnitureLexicon, tmp_path: Path, name: str, within: Within) -> None:
    (tmp_path / "a.txt").write_text(HOSTILE[name], encoding="utf-8")
    # About one second, or three, where nothing else runs; far beyond that is a loop in a loop.
    within(8, lambda: read([tmp_path], furniture))
