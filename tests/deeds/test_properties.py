"""What changes nothing: sentences without a deed, the order of articles, copies of one of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model.subject import Judged
from tests.deeds.telling import judged
from tests.stability.changes import CLEAN

LEFT = "The Senate has not approved the fisheries treaty. Karl Lund was acquitted of fraud."
RIGHT = "The Senate approved the fisheries treaty. Karl Lund was convicted of fraud."
OTHER = (
    "The Senate will debate the budget in June.",
    "Nobody knows whether the House approved the fisheries treaty.",
    "The committee approved the harbour plan.",
    "Maria Roe was convicted of arson.",
    "Denmark signed the pact.",
)
"""Sentences that tell no deed, or another one."""


def seen(found: tuple[Judged, ...]) -> list[tuple[str, str, str, list[str]]]:
    """What a reader is told, apart from the names of the files."""
    return sorted(
        (j.subject.id, j.subject.label, f.verdict.value, sorted(c.text for p in f.positions for c in p.claims))
        for j in found
        for f in j.findings
    )


PLAIN = seen(judged(LEFT, RIGHT))


def test_the_two_articles_are_in_dispute() -> None:
    assert [verdict for _, _, verdict, _ in PLAIN] == ["conflict", "conflict"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*CLEAN, *OTHER]), max_size=4), st.lists(st.sampled_from([*CLEAN, *OTHER]), max_size=4), st.booleans()
)
def test_other_sentences_change_nothing(before: list[str], behind: list[str], left: bool) -> None:
    padded = " ".join([*before, LEFT if left else RIGHT, *behind])
    texts = (padded, RIGHT) if left else (LEFT, padded)
    assert seen(judged(*texts)) == PLAIN


@settings(max_examples=10, deadline=None)
@given(st.permutations([LEFT, RIGHT, *OTHER]))
def test_the_order_of_articles_changes_nothing(texts: list[str]) -> None:
    assert seen(judged(*texts)) == PLAIN


@settings(max_examples=20, deadline=None)
@given(st.text(alphabet="The Senat has not yet approved treaty,.\"'-\n", max_size=120))
def test_any_text_is_read_without_a_complaint(text: str) -> None:
    judged(text, RIGHT)
