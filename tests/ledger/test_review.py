"""The review: what each key does, what a page shows at 80 columns, and that every answer is saved at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from claimcheck.ledger import judgements
from claimcheck.ledger.change import record
from claimcheck.ledger.file import parse
from claimcheck.ledger.ledger import Ledger, states
from claimcheck.ledger.review import Review, Step, applied, begin, enter, press
from claimcheck.ledger.screen import QUESTION, page, wrapped
from claimcheck.ledger.session import Setting, open_subjects, run
from claimcheck.ledger.sighting import sightings
from claimcheck.model.ledger import Choice, FindingState, State

from .factories import FAMILIES, TODAY, About, decision, reached, report

TOLL = About([("Herald", "At noon the strike on the harbour killed [14] people."), ("Courier", "Karsa counted [17] dead.")])
SHIPS = About([("Herald", "The fleet sent [8] ships."), ("Courier", "[11] ships sailed.")], kind="ship", noun="ship", label="ships")
TANKS = About([("Herald", "The army sent [30] tanks."), ("Courier", "[40] tanks came.")], kind="tank", noun="tank", label="tanks")
THREE = ("0", "1", "2")


def after(script: str, review: Review | None = None) -> Review:
    """A review after keys; a reason stands in braces: `y{both count}`."""
    review = review or begin(THREE)
    rest = script
    while rest:
        if rest[0] == "{":
            line, _, rest = rest[1:].partition("}")
            review = enter(review, line)
        else:
            review, rest = press(review, rest[0]), rest[1:]
    return review


@pytest.mark.parametrize(
    ("script", "at", "step", "answers"),
    [
        ("", 0, Step.QUESTION, {}),
        ("y", 0, Step.REASON, {}),
        ("y{both}", 1, Step.QUESTION, {"0": Choice.ACCEPTED}),
        ("Y{both}", 1, Step.QUESTION, {"0": Choice.ACCEPTED}),
        ("u{perhaps}", 1, Step.QUESTION, {"0": Choice.UNSURE}),
        ("n{two days}", 0, Step.SUBJECTS, {}),
        ("n{two days}x", 0, Step.SUBJECTS, {}),
        ("n{two days}y", 1, Step.QUESTION, {"0": Choice.NOT_A_DISCREPANCY}),
        ("y{  }", 0, Step.QUESTION, {}),
        ("s", 1, Step.QUESTION, {}),
        ("b", 0, Step.QUESTION, {}),
        ("x", 0, Step.QUESTION, {}),
        ("sb", 0, Step.QUESTION, {}),
        ("y{both}bn{no}n", 1, Step.QUESTION, {"0": Choice.NOT_A_DISCREPANCY}),
        ("y{both}bs", 1, Step.QUESTION, {"0": Choice.ACCEPTED}),
        ("sss", 2, Step.DONE, {}),
        ("y{both}q", 1, Step.DONE, {"0": Choice.ACCEPTED}),
        ("ssu{perhaps}", 2, Step.DONE, {"2": Choice.UNSURE}),
    ],
)
def test_keys(script: str, at: int, step: Step, answers: dict[str, Choice]) -> None:
    review = after(script)
    assert (review.at, review.step, {s: a.choice for s, a in review.answers}) == (at, step, answers)


def test_nothing_to_review_is_done_at_once() -> None:
    assert begin(()).step is Step.DONE


def test_answers_become_decisions_on_the_figures_that_were_shown() -> None:
    seen = sightings(report(TOLL, SHIPS), FAMILIES, reached)
    review = after("y{Both ministries count.}u{Ask the navy.}", begin(("0", "1")))
    book = applied(review, Ledger(), seen, "Ada", TODAY, date(2026, 6, 1))
    told = {e.subject: e.decision for e in book.entries}
    assert told["people killed (Karsa)"] == decision(on=TODAY, expires=date(2026, 6, 1))
    assert told["ships"] == decision(Choice.UNSURE, "Ask the navy.", on=TODAY)
    found = states(book, seen, TODAY)
    assert (found["0"].state, found["0"].open, found["1"].open) == (State.SUPPRESSED, False, True)


class Typist:
    """A terminal that a script sits at; a line is an item of more than one character or an empty one."""

    def __init__(self, script: Iterable[str], width: int = 80) -> None:
        self.width = width
        self.script: Iterator[str] = iter(script)
        self.lines: list[str] = []
        self.before_each: list[bytes] = []

    def show(self, lines: list[str]) -> None:
        self.lines += lines

    def key(self) -> str:
        return self._next()

    def line(self) -> str:
        return self._next()

    def _next(self) -> str:
        for item in self.script:
            return item
        raise EOFError


def setting(path: Path, book: Ledger | None = None) -> Setting:
    made = report(TOLL, SHIPS, TANKS)
    seen = sightings(made, FAMILIES, reached)
    book = book or Ledger()
    return Setting(replace(made, states=states(book, seen, TODAY)), seen, path, None, book, "Ada", TODAY)


def test_every_answer_is_saved_before_the_next_question(tmp_path: Path) -> None:
    path = tmp_path / ".claimcheck" / "ledger.jsonl"
    counts = []

    def script() -> Iterator[str]:
        for key in ("y", "Both count.\n", "n", "Two fleets.\n", "y", "u"):
            counts.append(len(parse(path.read_bytes(), "x").entries) if path.exists() else 0)
            yield key

    done = run(setting(path), Typist(script()))
    assert counts == [0, 0, 1, 1, 1, 2]
    assert done.step is Step.DONE
    book = parse(path.read_bytes(), "x")
    assert {e.decision.choice for e in book.entries if e.decision} == {Choice.ACCEPTED, Choice.NOT_A_DISCREPANCY}
    (judgement,) = judgements.parse(path.with_name("judgements.jsonl").read_bytes(), "x")
    assert judgement.verdict is judgements.Same.DIFFERENT
    assert {judgement.left_words, judgement.right_words} == {"The fleet sent 8 ships.", "11 ships sailed."}
    assert judgement.why == "Two fleets."


def test_an_answer_given_again_takes_the_place_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    run(setting(path), Typist(["y", "Both count.", "b", "u", "Not so sure.", "q"]))
    (entry,) = parse(path.read_bytes(), "x").entries
    assert [d.reason for d in entry.decisions] == ["Not so sure."]


def test_only_what_is_open_is_asked(tmp_path: Path) -> None:
    seen = sightings(report(TOLL, SHIPS, TANKS), FAMILIES, reached)
    book = record(Ledger(), "0", seen, decision())
    book = record(book, "1", seen, decision(expires=date(2026, 1, 31)))
    book = record(book, "2", seen, decision(Choice.UNSURE))
    assert open_subjects(setting(tmp_path / "x", book).report) == ("1", "2")


def test_a_page_shows_both_quotes_and_fits_80_columns(tmp_path: Path) -> None:
    terminal = Typist(["s", "s", "q"])
    run(setting(tmp_path / "x"), terminal)
    text = "\n".join(terminal.lines)
    assert "1 of 3, NEW: people killed (Karsa)" in text
    assert QUESTION in text
    assert max(cell_len(line) for line in terminal.lines) <= 80
    row = next(line for line in terminal.lines if "At noon" in line)
    assert "Karsa counted [17] dead." in row
    assert row.index(" | ") == 38


@pytest.mark.parametrize("width", [30, 59, 60, 80, 81, 200])
def test_a_page_fits_whatever_the_width(width: int) -> None:
    hostile = "漢字" * 40 + " \x1b[31m\u202e" + "x" * 300
    about = About([("Herald", f"{hostile} killed [14] people {hostile}."), ("Courier", "Karsa [17].")], label=hostile)
    lines = page(begin(("0",)), report(about), FindingState(State.NEW, hostile), frozenset(), width)
    assert max(cell_len(line) for line in lines) <= width
    assert not any(c in line for line in lines for c in "\x1b\u202e")


def test_the_pair_with_the_changed_figure_is_shown() -> None:
    about = About([*TOLL.says, ("Post", "[20] died in Karsa.")])
    lines = page(begin(("0",)), report(about), FindingState(State.UPDATED, ""), frozenset({"count 20"}), 80)
    assert any("[20] died" in line for line in lines)
    assert any("1 other figure" in line for line in lines)


@pytest.mark.parametrize("text", ["", "a", "a b c", "x" * 100, "漢" * 50, "a " * 60])
def test_wrapping_loses_nothing(text: str) -> None:
    lines = wrapped(text, 10)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= 10 for line in lines)
