"""Phrasings of English news prose, and what a careful reader takes from each. The files beside this one are the corpus."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Bound, Dimension
from claimcheck.model.span import Span
from claimcheck.pipeline import extract

from .cases import Case, Expected, load

CASES = load()
_STATED = {"numbers", "bounds", "money", "percent", "measures", "time", "people", "things", "attribution", "nothing"}


def test_the_claims_are_found_as_a_reader_would(case: Case) -> None:
    found = [c for c in extract(case.text, case.published) if c.dimension is not Dimension.FACT]  # see tests/deeds
    wanted = [(want, _at(case, want, found)) for want in case.claims]
    taken = {claim.id for want, claims in wanted for claim in claims if not want.complaints(claim)}
    for want, claims in wanted:
        _judge(want, claims, found)
    if case.nothing_else:
        extra = [c for c in found if c.id not in taken]
        assert not extra, f"something else was found: {_list(extra)}"


def _at(case: Case, want: Expected, found: list[Claim]) -> list[Claim]:
    start = case.text.index(want.quote)
    span = Span(start, start + len(want.quote))
    return [claim for claim in found if claim.span.overlaps(span)]


def _judge(want: Expected, claims: list[Claim], found: list[Claim]) -> None:
    if not claims:
        pytest.fail(f"nothing was found at {want.quote!r}, only {_list(found)}", pytrace=False)
    complaints = [want.complaints(claim) for claim in claims]
    if all(complaints):
        nearest = min(complaints, key=len)
        pytest.fail(f"{want.quote!r} was found and read wrongly: {'; '.join(nearest)}. Found {_list(claims)}", pytrace=False)


def _list(claims: list[Claim]) -> str:
    said = [f"{c.text!r} = {c.figure[0] if c.figure else '?'} {c.bound} {c.dimension} {c.unit or ''} {c.kind}" for c in claims]
    return " | ".join(said) or "nothing"


def test_the_corpus_is_as_wide_as_promised() -> None:
    assert {case.file for case in CASES} == _STATED
    assert len(CASES) >= 850


def test_no_two_phrasings_are_of_one_template() -> None:
    """Figures and names are not what makes a phrasing: with placeholders for them, every text is still another."""
    seen: dict[str, list[str]] = defaultdict(list)
    for case in CASES:
        words = re.sub(r"\d+(?:[.,]\d+)*", "0", case.text)
        words = re.sub(r"\b[A-Z][\w’'-]*", "A", words)
        seen[re.sub(r"A(?: A)+", "A", " ".join(words.split()))].append(case.id)
    assert [ids for ids in seen.values() if len(ids) > 1] == []


@pytest.mark.parametrize("file", sorted(_STATED))
def test_every_topic_has_texts_in_which_nothing_may_be_found(file: str) -> None:
    """A reader that takes every number for a claim would pass the rest."""
    of_file = [case for case in CASES if case.file == file]
    assert sum(not case.claims for case in of_file) >= 3
    assert sum(case.nothing_else for case in of_file) >= len(of_file) / 10


@pytest.mark.parametrize("bound", list(Bound))
def test_every_bound_has_phrasings(bound: Bound) -> None:
    assert sum(want.bound is bound for case in CASES for want in case.claims) >= 10


def test_what_is_left_out_by_design_is_little() -> None:
    """A gap needs a reason a person can read; one that stays is an exception."""
    gaps = [case for case in CASES if case.gap]
    assert all(len((case.gap or "").split()) >= 3 for case in gaps)
    assert sum(case.by_design for case in gaps) <= len(CASES) / 50
