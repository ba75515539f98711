"""What a run is beside a ledger: a row for each thing that can happen to a discrepancy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claimcheck.ledger.change import decide, prune, record, update
from claimcheck.ledger.ledger import Ledger
from claimcheck.model.ledger import Choice, State
from claimcheck.model.quantity import Dimension
from claimcheck.model.subject import Verdict

from .factories import TODAY, About, decision, seen, told

HERALD = ("Herald", "At noon the strike on the harbour killed [14] people in Karsa.")
COURIER = ("Courier", "The ministry in Karsa counted [17] dead after the attack.")
TOLL = About([HERALD, COURIER])
SHIPS = About([("Herald", "The fleet sent [8] ships."), ("Courier", "[11] ships sailed.")], kind="ship", noun="ship", label="ships")


def ledger(*subjects: About) -> Ledger:
    return update(Ledger(), seen(*subjects)).ledger


@pytest.mark.parametrize(
    ("after", "state", "words"),
    [
        pytest.param(TOLL, State.UNCHANGED, "not decided", id="the same"),
        pytest.param(About([COURIER, HERALD]), State.UNCHANGED, "", id="another order of articles"),
        pytest.param(About([*TOLL.says, ("Wire", HERALD[1])]), State.UNCHANGED, "", id="a wire copy"),
        pytest.param(About([("Post", HERALD[1]), ("Mail", COURIER[1])]), State.UNCHANGED, "", id="other publishers"),
        pytest.param(
            About([("Herald", "At noon the strike\n on the  HARBOUR killed [14] people, in Karsa!"), COURIER]),
            State.UNCHANGED, "", id="re-wrapped, other case and punctuation",
        ),
        pytest.param(About([("Herald", "Karsa mourns [14] victims."), COURIER]), State.UNCHANGED, "", id="one reworded"),
        pytest.param(
            About([("Herald", "Karsa mourns [14] victims."), ("Courier", "[17] people are dead, Karsa says.")]),
            State.UNCHANGED, "", id="all reworded",
        ),
        pytest.param(About([("Herald", HERALD[1].replace("[14]", "[about 14]")), COURIER]), State.UNCHANGED, "", id="hedged"),
        pytest.param(replace(TOLL, kind="victim", label="other words"), State.UNCHANGED, "", id="another kind and label"),
        pytest.param(About([HERALD, ("Courier", COURIER[1].replace("17", "20"))]), State.UPDATED, "was 17, now 20 (Courier)",
                     id="one figure changed"),
        pytest.param(About([("Herald", "Karsa mourns [14] victims."), ("Courier", "[20] are dead, Karsa says.")]), State.UPDATED,
                     "was 17, now 20 (Courier)", id="one figure changed and all reworded"),
        pytest.param(About([*TOLL.says, ("Post", "[20] died in Karsa.")]), State.UPDATED,
                     "holds 14 / 17, now also 20 (Post)", id="one figure added"),
        pytest.param(About([HERALD, ("Courier", COURIER[1].replace("[17]", "[at most 17]"))]), State.UPDATED, "at most 17",
                     id="turned round"),
        pytest.param(replace(TOLL, kind="length", dimension=Dimension.MEASURE), State.NEW, "14 (Herald) / 17 (Courier)",
                     id="another dimension"),
        pytest.param(
            About([("Herald", "A blast killed [14] in Dorn."), ("Courier", "[17] died in Dorn.")],
                  groups=frozenset({"dorn"}), names=frozenset({"dorn"})),
            State.NEW, "", id="the same figures elsewhere",
        ),
        pytest.param(
            About([("Herald", HERALD[1].replace("14", "15")), ("Courier", COURIER[1].replace("17", "20"))]),
            State.UPDATED, "was 14 / 17, now 15 (Herald) / 20 (Courier)", id="both figures changed",
        ),
        pytest.param(About([*TOLL.says, ("Post", "[at least 10] are dead, Karsa says.")]), State.UNCHANGED, "",
                     id="a further figure that leaves room for all"),
    ],
)  # fmt: skip
def test_one_subject(after: About, state: State, words: str) -> None:
    found = told(ledger(TOLL), after)
    assert found["0"].state is state
    assert words in found["0"].reason


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (About([HERALD]), "only one source is left"),
        (About([HERALD, ("Courier", COURIER[1].replace("17", "14"))]), "now: agree"),
        (replace(TOLL, verdict=Verdict.SUPERSEDED), "now: superseded"),
        (SHIPS, "none of the articles that were read speaks of"),
    ],
)
def test_what_is_in_dispute_no_more_is_absent(after: About, words: str) -> None:
    book = ledger(TOLL)
    found = told(book, after)
    (entry,) = book.entries
    assert found[entry.id].state is State.ABSENT
    assert words in found[entry.id].reason
    assert ("0" in found) == (after is SHIPS)


def test_fewer_figures_still_in_conflict_are_unchanged() -> None:
    book = ledger(About([*TOLL.says, ("Post", "[20] died in Karsa.")]))
    assert told(book, TOLL)["0"].state is State.UNCHANGED


def test_each_of_two_like_subjects_keeps_its_own_entry() -> None:
    stock = [("Herald", "Police said [{}] people died."), ("Courier", "The toll of {} was [{}]."), ("Post", "[{}] bodies in {}.")]

    def event(place: str, one: int, two: int) -> About:
        says = [("Herald " + place, stock[0][1].format(one)), ("Courier", stock[1][1].format(place, two))]
        return About(says, names=frozenset({place}), groups=frozenset(), label=place)

    book = ledger(event("dorn", 3, 5), event("karsa", 3, 7))
    found = told(book, event("karsa", 3, 9), event("dorn", 3, 5))
    assert [found["0"].state, found["1"].state] == [State.UPDATED, State.UNCHANGED]
    assert found["0"].reason.startswith("was 7, now 9")


def test_the_same_figures_under_other_names_are_another_subject() -> None:
    here = replace(TOLL, groups=frozenset())
    there = About([("Herald", "A blast killed [14] in Dorn."), ("Courier", "[17] died in Dorn.")], names=frozenset({"dorn"}))
    assert told(ledger(here), replace(there, groups=frozenset()))["0"].state is State.NEW


def test_figures_tell_subjects_of_the_same_sentences_apart() -> None:
    def event(one: int, two: int) -> About:
        return About([("Herald", f"Police said [{one}] people died."), ("Courier", f"The toll was [{two}].")], label=f"{one}")

    book = ledger(*(event(n, n + 5) for n in range(3, 300, 40)))
    found = told(book, *(event(n, n + 6 if n == 123 else n + 5) for n in range(283, 0, -40)))
    changed = [f.reason for f in found.values() if f.state is not State.UNCHANGED]
    assert changed == ["was 128, now 129 (Courier)"]


def test_a_figure_changed_in_a_known_sentence_is_told_though_it_contradicts_nobody() -> None:
    loose = ("Post", "[at least 10] are dead, Karsa says.")
    book = ledger(About([*TOLL.says, loose]))
    assert told(book, About([*TOLL.says, ("Post", loose[1].replace("10", "12"))]))["0"].reason == "was 10, now 12 (Post)"
    assert told(ledger(TOLL), About([*TOLL.says, loose]))["0"].state is State.UNCHANGED


def test_following_an_undisputed_figure_does_not_make_it_known() -> None:
    loose = ("Post", "[at least 10] are dead, Karsa says.")
    book = update(ledger(TOLL), seen(About([*TOLL.says, loose]))).ledger
    assert told(book, About([*TOLL.says, loose]))["0"].state is State.UNCHANGED
    assert told(book, About([*TOLL.says, ("Post", "[10] are dead, Karsa says.")]))["0"].state is State.UPDATED


def test_a_figure_changed_beyond_recognition_is_told_with_its_old_subject() -> None:
    post = ("Post", "By evening hospitals in Karsa had counted [20] bodies.")
    book = ledger(About([*TOLL.says, post]))
    far = About([("Post", post[1].replace("20", "9000"))], label="other")
    found = told(book, TOLL, far)
    assert list(found) == ["0"]
    assert found["0"].state is State.UPDATED
    assert found["0"].reason == "was 20, now 9,000 (Post), now taken for another subject"
    assert update(book, seen(TOLL, far)).accepts
    taken = update(book, seen(TOLL, far)).ledger
    assert told(taken, TOLL, far)["0"].state is State.UNCHANGED


def test_the_same_sentence_about_something_else_is_no_changed_figure() -> None:
    other = About([("Wire", HERALD[1].replace("14", "300"))], label="other")
    assert {n: s.state for n, s in told(ledger(TOLL), TOLL, other).items()} == {"0": State.UNCHANGED}


def test_sentences_tell_a_subject_whose_kind_and_figures_all_changed() -> None:
    after = About(
        [("Herald", HERALD[1].replace("14", "15")), ("Courier", COURIER[1].replace("17", "20"))], kind="body", noun="body"
    )
    assert told(ledger(TOLL), after)["0"].state is State.UPDATED


@pytest.mark.parametrize(
    ("made", "today", "state", "open_"),
    [
        (decision(), TODAY, State.SUPPRESSED, False),
        (decision(Choice.NOT_A_DISCREPANCY), TODAY, State.SUPPRESSED, False),
        (decision(Choice.UNSURE), TODAY, State.UNCHANGED, True),
        (decision(expires=date(2026, 3, 1)), TODAY, State.SUPPRESSED, False),
        (decision(expires=date(2026, 2, 28)), TODAY, State.EXPIRED, True),
        (decision(Choice.NOT_A_DISCREPANCY, expires=date(2026, 3, 1)), date(2026, 3, 2), State.EXPIRED, True),
    ],
)
def test_decisions(made: object, today: date, state: State, open_: bool) -> None:
    book = ledger(TOLL)
    (entry,) = book.entries
    found = told(decide(book, entry.id, made), TOLL, today=today)["0"]  # type: ignore[arg-type]
    assert (found.state, found.open) == (state, open_)
    assert "Both ministries count." in found.reason
    assert "Ada" in found.reason
    assert (entry.id in found.reason) == (state is State.EXPIRED)


def test_a_decision_covers_the_figures_that_were_seen_and_no_others() -> None:
    book = record(Ledger(), "0", seen(TOLL), decision())
    changed = About([HERALD, ("Courier", COURIER[1].replace("17", "20"))])
    assert told(book, TOLL)["0"].state is State.SUPPRESSED
    assert told(book, changed)["0"].state is State.UPDATED


def test_what_passed_as_superseded_does_not_pass_as_a_conflict() -> None:
    book = Ledger(tuple(replace(e, verdict=Verdict.SUPERSEDED) for e in ledger(TOLL).entries))
    assert told(book, TOLL)["0"].state is State.UPDATED
    assert update(book, seen(TOLL)).accepts


HALF = About([("Post", "In the old town [14] died."), ("Mail", "Karsa's old town lost [17] people.")])


def test_a_merge_is_told_and_keeps_what_people_wrote() -> None:
    book = ledger(TOLL, HALF)
    for number, entry in enumerate(book.entries):
        book = decide(book, entry.id, decision(reason=f"Reason {number}."))
    whole = About([*TOLL.says, *HALF.says])
    found = told(book, whole)
    assert list(found) == ["0"]
    assert found["0"].state is State.SUPPRESSED
    assert all(entry.id in found["0"].reason for entry in book.entries)
    assert "merged" in found["0"].reason
    merged = update(book, seen(whole))
    assert not merged.accepts
    assert [len(ids) for _, ids in merged.merged] == [1]
    (entry,) = merged.ledger.entries
    assert {d.reason for d in entry.decisions} == {"Reason 0.", "Reason 1."}


def test_a_split_is_told_and_both_parts_keep_the_decision() -> None:
    book = ledger(About([*TOLL.says, *HALF.says]))
    book = decide(book, book.entries[0].id, decision())
    found = told(book, TOLL, HALF)
    assert {s.state for s in found.values()} == {State.SUPPRESSED}
    assert sum("split" in s.reason for s in found.values()) == 1
    after = update(book, seen(TOLL, HALF))
    assert not after.accepts
    assert len(after.split) == 1
    assert [e.decision for e in after.ledger.entries] == [decision(), decision()]
    assert not any("split" in s.reason for s in told(after.ledger, TOLL, HALF).values())


def test_a_part_with_another_figure_is_updated() -> None:
    book = ledger(About([*TOLL.says, *HALF.says]))
    other = About([HALF.says[0], ("Mail", "Karsa's old town lost [21] people.")])
    found = told(book, TOLL, other)
    assert sorted(s.state.value for s in found.values()) == ["unchanged", "updated"]


def test_update_adds_follows_and_takes_nothing_out() -> None:
    book = ledger(TOLL)
    after = update(book, seen(SHIPS))
    assert [e.subject for e in after.new] == ["ships"]
    assert [e.id for e, _ in after.absent] == [book.entries[0].id]
    assert len(after.ledger.entries) == 2
    assert update(after.ledger, seen(SHIPS)).ledger == after.ledger


def test_an_id_stays_whatever_becomes_of_the_words() -> None:
    book = ledger(TOLL)
    ident = book.entries[0].id
    for says in (
        [HERALD, ("Courier", "Karsa's dead number [17].")],
        [("Herald", "[14] graves in Karsa."), ("Courier", "Karsa's dead number [17].")],
        [("Herald", "[14] graves in Karsa."), ("Courier", "Karsa's dead number [19].")],
        [("Herald", "[15] graves in Karsa."), ("Courier", "Karsa's dead number [19].")],
    ):
        book = update(book, seen(About(says))).ledger
        assert [e.id for e in book.entries] == [ident]


def test_prune_takes_out_absent_entries_and_figures_nobody_states() -> None:
    book = ledger(About([*TOLL.says, ("Post", "[20] died in Karsa.")]), SHIPS)
    pruned = prune(book, seen(TOLL))
    assert [e.subject for e, _ in pruned.entries] == ["ships"]
    assert [values for _, values in pruned.values] == [("count 20",)]
    assert [e.values for e in pruned.ledger.entries] == [{"count 14", "count 17"}]
    assert prune(pruned.ledger, seen(TOLL)) == replace(pruned, entries=(), values=())


def test_update_does_not_quietly_learn_figures() -> None:
    book = ledger(TOLL)
    quiet = About([*TOLL.says, ("Post", "[20] died in Karsa.")], verdict=None)
    low = update(book, seen(About([HERALD, COURIER, ("Post", "[14] died in Karsa.")])))
    assert low.ledger.entries[0].values == book.entries[0].values
    assert update(low.ledger, seen(quiet)).accepts
