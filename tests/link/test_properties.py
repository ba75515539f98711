"""What holds of any articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.link import find_subjects
from claimcheck.link.features import compare
from claimcheck.link.setting import Setting, setting_of
from claimcheck.link.values import apart_in_article
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.report import Story
from claimcheck.model.subject import Subject
from claimcheck.model.when import When

from .pool import SENTENCES
from .said import CATALOGUE, articles, claims_of, said

quick = settings(max_examples=60, deadline=None, derandomize=True)

READ = [
    claim
    for day in ("2024-03-05", "2025-12-01")
    for claims in claims_of(articles([f"{sentence} @{day}" for sentence in SENTENCES])).values()
    for claim in claims
]
"""Every claim of the pool, in an early and in a late article."""
BOUGHT = said("In Bergen the owners agreed to buy the mill for {$108 million}.")
LENT = said("A loan of {$108 million} came from Nordea.")

days = st.sampled_from(["", " @2024-03-05", " @2025-12-01"])
told = st.lists(
    st.builds(lambda sentences, day: " ".join(sentences) + day, st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), days),
    min_size=1,
    max_size=4,
).map(tuple)


def turned(items: Sequence[Article], seed: int) -> list[Article]:
    """The same in another order."""
    mixed = list(items)
    Random(seed).shuffle(mixed)
    return mixed


def linked(order: Sequence[Article], claims: Mapping[str, Sequence[Claim]]) -> tuple[Subject, ...]:
    return find_subjects([Story("t-1", "a story", tuple(article.id for article in order))], claims, CATALOGUE)


def comparable(claim: Claim) -> bool:
    return not isinstance(claim.value, When) or (claim.value.resolved and not claim.frame.speech)


def ids_in(subject: Subject) -> frozenset[str]:
    return frozenset(claim.id for claim in subject.claims)


def groups_of(subjects: Sequence[Subject]) -> set[tuple[frozenset[tuple[str, str]], frozenset[frozenset[str]]]]:
    """The claims of each subject, and which pairs of them were joined."""
    return {
        (frozenset((c.text, c.id) for c in s.claims), frozenset(frozenset((link.left, link.right)) for link in s.links))
        for s in subjects
    }


@settings(max_examples=400, deadline=None, derandomize=True)
@given(left=st.sampled_from(READ), right=st.sampled_from(READ), main=st.booleans())
@example(left=BOUGHT, right=LENT, main=False)
def test_comparing_is_symmetric(left: Claim, right: Claim, main: bool) -> None:
    setting = Setting(mains=frozenset([left.id, right.id] if main else []))
    one, two = compare(left, right, CATALOGUE, setting), compare(right, left, CATALOGUE, setting)
    assert (one.blocked is None) == (two.blocked is None)
    assert one.score == two.score or abs(one.score - two.score) < 1e-9


@given(claim=st.sampled_from([claim for claim in READ if comparable(claim)]))
def test_nothing_forbids_that_a_claim_is_itself(claim: Claim) -> None:
    again = replace(claim, id=f"{claim.id}-2", source="another")
    if not isinstance(claim.value, When) or claim.frame.events or claim.frame.predicate or claim.frame.noun:
        assert compare(claim, again, CATALOGUE).blocked is None


@quick
@given(texts=told)
def test_subjects_share_out_the_claims(texts: tuple[str, ...]) -> None:
    order = articles(texts)
    claims = claims_of(order)
    found = [(claim.text, claim.id) for subject in linked(order, claims) for claim in subject.claims]
    assert sorted(found) == sorted((claim.text, claim.id) for read in claims.values() for claim in read if comparable(claim))


@quick
@given(texts=told)
def test_no_subject_holds_a_pair_that_is_blocked(texts: tuple[str, ...]) -> None:
    order = articles(texts)
    claims = claims_of(order)
    setting = setting_of([claim for read in claims.values() for claim in read if comparable(claim)], CATALOGUE)
    for subject in linked(order, claims):
        for one, two in combinations(subject.claims, 2):
            if two.id == one.restates or one.id == two.restates:
                continue
            if one.source == two.source:
                assert apart_in_article(one, two, CATALOGUE) is None
            found = compare(one, two, CATALOGUE, setting)
            assert found.blocked is None or not found.firm


@quick
@given(texts=told)
def test_a_figure_stays_with_the_one_it_restates(texts: tuple[str, ...]) -> None:
    order = articles(texts)
    for subject in linked(order, claims_of(order)):
        assert all(claim.restates in ids_in(subject) for claim in subject.claims if claim.restates)


@quick
@given(texts=told, seed=st.integers(0, 999))
def test_the_order_of_articles_changes_no_subject(texts: tuple[str, ...], seed: int) -> None:
    order = articles(texts)
    claims = claims_of(order)
    assert groups_of(linked(order, claims)) == groups_of(linked(turned(order, seed), claims))


@quick
@given(texts=told, seed=st.integers(0, 999))
@example(texts=("The road to the mill is 10 kilometres long.", "The road to the mill is six miles long."), seed=1)
def test_the_order_of_articles_changes_no_label(texts: tuple[str, ...], seed: int) -> None:
    order = articles(texts)
    claims = claims_of(order)
    one, two = linked(order, claims), linked(turned(order, seed), claims)
    assert {(s.kind, s.label, ids_in(s)) for s in one} == {(s.kind, s.label, ids_in(s)) for s in two}


@quick
@given(texts=told, seed=st.integers(0, 999))
@example(texts=("A fire killed 12 people in Halden.", "Another three people died in hospital."), seed=1)
def test_the_order_of_articles_changes_no_id(texts: tuple[str, ...], seed: int) -> None:
    order = articles(texts)
    claims = claims_of(order)
    one, two = linked(order, claims), linked(turned(order, seed), claims)
    assert {(s.id, ids_in(s)) for s in one} == {(s.id, ids_in(s)) for s in two}


@quick
@given(texts=told)
def test_ids_are_of_one_subject_in_a_story(texts: tuple[str, ...]) -> None:
    order = articles(texts)
    found = [subject.id for subject in linked(order, claims_of(order))]
    assert len(set(found)) == len(found)
