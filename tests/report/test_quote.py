"""A quotation is verbatim, holds the claim's words whole, and is no longer than asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.model.claim import Claim
from claimcheck.model.span import Span
from claimcheck.report.quote import quote

from .factories import article, claim, quantity


def made(sentence: str, words: str) -> Claim:
    return claim(article("a.txt", sentence), words, quantity(1), "k")


def shown(sentence: str, words: str, room: int | None) -> str:
    got = quote(made(sentence, words), room)
    return f"{'…' * got.opened}{got.before}<{got.words}>{got.after}{'…' * got.closed}"


LONG = "Officials said on Tuesday night that at least 17 people were killed when the roof of the market hall came down in the storm"


@pytest.mark.parametrize(
    ("sentence", "words", "room", "wanted"),
    [
        ("At least 17 people were killed.", "17 people", 80, "At least <17 people> were killed."),
        (LONG, "at least 17 people", None, LONG.replace("at least 17 people", "<at least 17 people>")),
        (LONG, "at least 17 people", 60, "…Tuesday night that <at least 17 people> were killed when the…"),
        (LONG, "Officials", 40, "<Officials> said on Tuesday night that at…"),
        (LONG, "storm", 40, "…the market hall came down in the <storm>"),
        (LONG, "17", 2, "…<17>…"),
        ("数字" * 40 + "17人" + "死亡" * 40, "17人", 13, "…字数字数字<17人>死亡死亡死…"),
        ("a  b\n17\tc", "17", 80, "a b <17> c"),
        ("\x1b[31m17\u202e dead", "17", 80, r"\x1b[31m<17>\u202e dead"),
    ],
)
def test_examples(sentence: str, words: str, room: int | None, wanted: str) -> None:
    assert shown(sentence.replace("\n", " "), words, room) == wanted


def test_offsets_that_do_not_fit_the_sentence_are_no_reason_to_fail() -> None:
    wrong = replace(made("At least 17 people.", "17"), sentence_span=Span(900, 919))
    assert quote(wrong, 80).words == "17"


@given(st.text(alphabet="ab c.", max_size=120), st.text(alphabet="ab c.", max_size=120), st.integers(0, 100))
def test_any_cut_is_verbatim_and_short_enough(before: str, after: str, room: int) -> None:
    sentence = f"{before}17 dead{after}"
    assume(sentence == sentence.strip())
    got = quote(made(sentence, "17 dead"), room)
    together = f"{got.before}{got.words}{got.after}"
    assert "17 dead" in together
    assert together in " ".join(sentence.split()) or together.strip() in " ".join(sentence.split())
    assert len(together) <= max(room + 16, len("17 dead"))
    if not got.opened and not got.closed:
        assert together.split() == sentence.split()
