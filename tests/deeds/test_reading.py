"""What is read of a sentence: the examples of the catalogue, and the ways to put a deed that they leave out."""

from __future__ import annotations

import pytest

from claimcheck.lexicon.deeds import DeedExample
from claimcheck.model.claim import Status
from claimcheck.model.deed import Polarity
from tests.deeds.telling import deeds
from tests.link.said import CATALOGUE

EXAMPLES = CATALOGUE.deeds.examples


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.act], ids=lambda e: e.text)
def test_an_example_of_the_catalogue_is_read(example: DeedExample) -> None:
    found = [deed for _, deed in deeds(example.text)]
    assert [(d.act, d.polarity) for d in found] == [(example.act, example.polarity)]
    nobody = found[0].actor is not None and found[0].actor.head == "nobody"
    who, what = ("" if p is None else p.text for p in (found[0].actor, found[0].object))
    assert nobody or who.startswith(example.who)
    assert not example.what or (what and example.what.startswith(what))


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.act], ids=lambda e: e.text)
def test_a_sentence_without_a_deed_is_left_alone(example: DeedExample) -> None:
    assert deeds(example.text) == []


def test_every_act_has_examples_for_and_against() -> None:
    shown = {(e.act, e.polarity is Polarity.DONE) for e in EXAMPLES}
    assert {(act, done) for act in CATALOGUE.deeds.acts for done in (True, False)} <= shown


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The Senate on Tuesday approved the treaty.", Polarity.DONE),
        ("The Senate had approved the treaty in March.", Polarity.DONE),
        ("The treaty was approved by the Senate.", Polarity.DONE),
        ("The treaty with Norway has been approved by the Senate.", Polarity.DONE),
        ("The Senate did approve the treaty.", Polarity.DONE),
        ("The Senate, after a long debate, approved the treaty.", Polarity.DONE),
        ("The Senate didn't approve the treaty.", Polarity.NOT_DONE),
        ("The Senate never approved the treaty.", Polarity.NOT_DONE),
        ("The Senate has declined to approve the treaty.", Polarity.NOT_DONE),
        ("The Senate failed to approve the treaty.", Polarity.NOT_DONE),
        ("The treaty has not been approved by the Senate.", Polarity.NOT_DONE),
        ("The Senate has yet to approve the treaty.", Polarity.NOT_YET),
        ("The treaty has yet to be approved by the Senate.", Polarity.NOT_YET),
        ("The Senate has not approved the treaty so far.", Polarity.NOT_YET),
        ("The Senate has not approved the treaty yet.", Polarity.NOT_YET),
        ("The Senate vetoed the treaty.", Polarity.OPPOSED),
    ],
)
def test_ways_to_say_that_it_was_done_or_not(text: str, polarity: Polarity) -> None:
    assert [deed.polarity for _, deed in deeds(text)] == [polarity]


@pytest.mark.parametrize(
    "text",
    [
        "The Senate would approve the treaty.",
        "The Senate may have approved the treaty.",
        "The Senate was to approve the treaty.",
        "The Senate is about to approve the treaty.",
        "Unless the Senate approved the treaty, trade would stop.",
        "Protesters demanded that the Senate approve the treaty.",
        "Nobody believes that the Senate approved the treaty.",
        "He did not say that the Senate approved the treaty.",
        "There were rumours that the Senate approved the treaty.",
        "The Senate conditionally approved the treaty.",
        "The Senate approved the treaty only in principle.",
        "The Senate has not fully approved the treaty.",
        "The Senate did not reject the treaty.",
        "The Senate approves treaties.",
        "The Senate approved of the treaty.",
        "It approved the treaty.",
        "Many senators approved the treaty.",
        "The Senate approved most of the treaty.",
        "The Senate approved it.",
        "The Senate is approving the treaty.",
        "At that time the Senate had not approved the treaty.",
        '"The Senate approved the treaty," read a banner.',
        "An approved treaty lay on the table.",
    ],
)
def test_what_is_not_plainly_stated_is_no_deed(text: str) -> None:
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "attribution", "status"),
    [
        ("Norway signed the pact.", None, Status.ASSERTED),
        ("The minister said Norway had signed the pact.", "The minister", Status.REPORTED),
        ("Norway signed the pact, according to the ministry.", "the ministry", Status.REPORTED),
        ("The minister denied that Norway had signed the pact.", "The minister", Status.DENIED),
        ("The minister said that Norway had not signed the pact.", "The minister", Status.REPORTED),
    ],
)
def test_who_says_it_and_how_firmly(text: str, attribution: str | None, status: Status) -> None:
    assert [(claim.attribution, claim.status) for claim, _ in deeds(text)] == [(attribution, status)]


def test_the_headline_present_tells_what_was_done() -> None:
    found = deeds("Senate approves treaty with Norway\n\nIt was a long night in the capital, and people were tired.\n")
    assert [(deed.polarity, claim.role.value) for claim, deed in found] == [(Polarity.DONE, "title")]


def test_offices_are_told_apart_and_titles_are_not() -> None:
    (_, one), (_, two), (_, three) = deeds(
        "The foreign minister signed the pact. The defence minister signed the pact. Prime Minister Karl Lund signed the pact."
    )
    assert one.actor is not None
    assert two.actor is not None
    assert three.actor is not None
    assert (one.actor.head, one.actor.words) != (two.actor.head, two.actor.words)
    assert (three.actor.head, three.actor.names) == ("lund", frozenset({"karl"}))
