"""Judgements: read and written in one form, and contradictions named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claimcheck.errors import DataFileError
from claimcheck.ledger.judgements import NAME, Judgement, Same, added, judge, parse, resolved, serialise, unused
from claimcheck.ledger.quotes import digests

from .factories import About, report

DAY = date(2026, 1, 5)
APART = judge(("bbb", "Karsa lost 17."), ("aaa", "At noon 14 died."), Same.DIFFERENT, "Ada", DAY, "Two strikes.")
ALIKE = judge(("ccc", ""), ("aaa", ""), Same.SAME, "Ada", DAY, "One strike.")


def test_what_is_written_is_read_in_order() -> None:
    data = serialise([ALIKE, APART])
    assert data == serialise([APART, ALIKE])
    assert parse(data, "x") == (APART, ALIKE)
    assert APART.left == "aaa"
    assert APART.left_words == "At noon 14 died."


def test_a_pair_judged_again_takes_the_later_word() -> None:
    later = judge(("aaa", ""), ("bbb", ""), Same.SAME, "Bo", date(2026, 2, 1), "It is one.")
    assert added([ALIKE, APART], later) == (later, ALIKE)
    rows = serialise([APART]).splitlines() + serialise([later]).splitlines()[1:]
    for text in (rows, [rows[0], rows[2], rows[1]]):
        assert parse(b"\n".join(text), "x") == (later,)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("aaa", "bbb"), "x:2:1: left and right are the same claim"),
        (("different", "perhaps"), "must be one of same, different, unsure"),
        (("Two strikes.", ""), "'why' must be a text"),
        ((NAME, "claimcheck-ledger"), "first line"),
    ],
)
def test_damage_is_told(change: tuple[str, str], said: str) -> None:
    with pytest.raises(DataFileError, match=said):
        parse(serialise([APART]).decode().replace(*change).encode(), "x")


def test_two_words_of_one_day_name_both_lines() -> None:
    other = Judgement("aaa", "bbb", Same.SAME, "Bo", DAY, "It is one.")
    rows = serialise([APART]).splitlines() + serialise([other]).splitlines()[1:]
    with pytest.raises(DataFileError, match="lines 2 and 3 judge the same two claims"):
        parse(b"\n".join(rows), "x")


def chain(*words: tuple[str, str, Same]) -> list[Judgement]:
    return [judge((one, ""), (two, ""), verdict, "Ada", DAY, "So.") for one, two, verdict in words]


@pytest.mark.parametrize(
    ("words", "good"),
    [
        ([("a", "b", Same.SAME), ("b", "c", Same.SAME), ("a", "c", Same.SAME)], True),
        ([("a", "b", Same.SAME), ("b", "c", Same.SAME), ("a", "c", Same.UNSURE)], True),
        ([("a", "b", Same.SAME), ("b", "c", Same.DIFFERENT), ("a", "c", Same.DIFFERENT)], True),
        ([("a", "b", Same.SAME), ("b", "c", Same.SAME), ("a", "c", Same.DIFFERENT)], False),
        ([("c", "d", Same.SAME), ("a", "b", Same.SAME), ("b", "c", Same.SAME), ("a", "d", Same.DIFFERENT)], False),
    ],
)
def test_a_chain_of_the_same_is_the_same(words: list[tuple[str, str, Same]], good: bool) -> None:
    data = serialise(chain(*words))
    if good:
        assert len(parse(data, "x")) == len(words)
    else:
        with pytest.raises(DataFileError, match="judged different here, and the same by other lines"):
            parse(data, "x")


def test_judgements_are_resolved_to_all_claims_of_their_sentences() -> None:
    says = [
        ("Herald", "The storm killed [14]."),
        ("Courier", "In Karsa [17] are dead."),
        ("Wire", "In Karsa [19] are dead."),
    ]
    claims = report(About(says)).claims
    known = digests(claims)
    one, two, copy = (c.id for c in claims)
    assert known[two] == known[copy]
    apart = judge((known[one], ""), (known[two], ""), Same.DIFFERENT, "Ada", DAY, "Two storms.")
    gone = judge((known[one], ""), ("none", ""), Same.SAME, "Ada", DAY, "One storm.")
    assert dict(resolved([apart, gone], claims)) == {(one, two): "different", (one, copy): "different"}
    assert dict(resolved([replace(apart, verdict=Same.UNSURE)], claims)) == {}
    assert unused([apart, gone], claims) == (gone,)
    assert dict(resolved([apart], claims[:1])) == {}
