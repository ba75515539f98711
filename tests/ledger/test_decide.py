"""Deciding on an entry, and judging two claims, without being asked."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import claimcheck
from claimcheck.cli import app
from claimcheck.ledger import file, judgements
from claimcheck.ledger.quotes import digests
from claimcheck.ledger.store import FOLDER, JUDGEMENTS, LEDGER
from claimcheck.model.ledger import Choice, Decision, Entry
from claimcheck.model.subject import Verdict

from .histories import World


@pytest.fixture(autouse=True)
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    world = World.begun(3)
    world.write(tmp_path / "news")
    monkeypatch.chdir(tmp_path)
    assert run("ledger", "init", "news").exit_code == 0
    return world


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def book() -> Path:
    return Path("news") / FOLDER / LEDGER


def entries() -> tuple[Entry, ...]:
    return file.parse(book().read_bytes(), "x").entries


def decide(*arguments: str) -> Result:
    return run("ledger", "decide", "--by", "Ada", "--today", "2026-03-01", *arguments, "news")


def test_a_decision_is_kept_and_counts_from_then_on() -> None:
    first, *_ = entries()
    done = decide(first.id, "accepted", "--reason", "Both  hospitals\ncount.", "--expires", "2026-06-30")
    assert done.exit_code == 0
    assert f"{first.id}  {first.subject}: accepted by Ada on 2026-03-01 until 2026-06-30: Both hospitals count." in done.stdout
    kept = next(e for e in entries() if e.id == first.id)
    assert kept.decisions == (Decision(Choice.ACCEPTED, "Both hospitals count.", "Ada", date(2026, 3, 1), date(2026, 6, 30)),)
    assert run("compare", "news", "--today", "2026-06-30").exit_code == 0
    late = run("compare", "news", "--today", "2026-07-01", "--format", "github")
    assert late.exit_code == 1
    assert first.id in late.stdout


def test_a_later_decision_goes_before_and_the_earlier_is_kept() -> None:
    first, *_ = entries()
    assert decide(first.id, "not-a-discrepancy", "--reason", "Two days.").exit_code == 0
    assert decide(first.id[:6], "unsure", "--reason", "Ask again.").exit_code == 0
    kept = next(e for e in entries() if e.id == first.id)
    assert [d.choice for d in kept.decisions] == [Choice.NOT_A_DISCREPANCY, Choice.UNSURE]
    assert run("compare", "news").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["e-none", "accepted", "--reason", "x"], "has no entry 'e-none'"),
        (["", "accepted", "--reason", "x"], "has no entry ''"),
        (["e-", "accepted", "--reason", "x"], "is the beginning of"),
        (["{}", "accepted", "--reason", "  "], "--reason is empty"),
        (["{}", "accepted", "--reason", "x", "--by", " "], "--by is empty"),
        (["{}", "unsure", "--reason", "x", "--expires", "2027-01-01"], "lets nothing pass"),
        (["{}", "accepted", "--reason", "x", "--expires", "2026-02-28"], "--expires 2026-02-28 is over already"),
        (["{}", "accepted", "--reason", "x", "--ledger", "none.jsonl"], "there is no ledger at none.jsonl"),
    ],
)
def test_what_cannot_be_decided_leaves_the_ledger_as_it_is(arguments: list[str], words: str) -> None:
    before = book().read_bytes()
    done = decide(*[a.format(entries()[0].id) for a in arguments])
    assert done.exit_code == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert book().read_bytes() == before


@pytest.mark.parametrize("arguments", [["accepted"], ["{}", "perhaps", "--reason", "x"], ["{}", "accepted"]])
def test_usage(arguments: list[str]) -> None:
    assert decide(*[a.format(entries()[0].id) for a in arguments]).exit_code == 2


def two_claims() -> tuple[str, str]:
    """Two claims of one subject in conflict, by id."""
    document = json.loads(run("compare", "news", "--format", "json").stdout)
    sides = next(f["positions"] for f in document["findings"] if f["verdict"] == "conflict")
    return sides[0][0], sides[1][0]


def test_a_judgement_is_kept_beside_the_ledger_and_read_by_the_next_run() -> None:
    one, other = two_claims()
    done = run("judge", one, other, "different", "news", "--why", "Two shocks.", "--by", "Ada", "--today", "2026-03-01")
    assert done.exit_code == 0
    path = book().with_name(JUDGEMENTS)
    assert f"wrote {path.as_posix()}" in done.stdout
    (kept,) = judgements.parse(path.read_bytes(), "x")
    assert (kept.verdict, kept.by, kept.why) == (judgements.Same.DIFFERENT, "Ada", "Two shocks.")
    pair = judgements.resolved([kept], claimcheck.compare(["news"]).claims)
    assert pair[min(one, other), max(one, other)] == "different"
    again = run("judge", other, one, "different", "news", "--why", "Two shocks.", "--by", "Ada", "--today", "2026-03-01")
    assert "says so already" in again.stdout
    assert run("judge", one, other, "unsure", "news", "--why", "Perhaps.", "--by", "Bo", "--today", "2026-03-02").exit_code == 0
    assert [k.verdict for k in judgements.parse(path.read_bytes(), "x")] == [judgements.Same.UNSURE]


def test_a_damaged_file_of_judgements_is_told_by_every_run() -> None:
    book().with_name(JUDGEMENTS).write_text("nonsense\n")
    for command in (["compare", "news"], ["ledger", "update", "news"], ["explain", "u-", "news"]):
        done = run(*command)
        assert done.exit_code == 2
        assert "judgements.jsonl:1:1" in done.stderr


def test_a_judgement_on_a_sentence_that_is_gone_is_told(world: World) -> None:
    one, other = two_claims()
    assert run("judge", one, other, "same", "news", "--why", "One shock.", "--by", "Ada").exit_code == 0
    assert "a judgement is on a sentence" not in run("compare", "news").stderr
    (Path("news") / FOLDER).rename(FOLDER)
    (Path.cwd() / ".git").mkdir()
    Path("other").mkdir()
    for name in ("a", "b"):
        (Path("other") / f"{name}.md").write_text("Nothing happened in Dorn on Tuesday, 14 people said.\n")
    assert "a judgement is on a sentence that no article has here (same by Ada: One shock.)" in run("compare", "other").stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["c-none", "{1}"], "begins with 'c-none'"),
        (["{0}", "{0}"], "the same word for word"),
        (["f-", "{1}"], "f-"),
        (["{0}", "{1}", "--why", " "], "--reason is empty"),
        (["{0}", "{1}", "--by", " "], "--by is empty"),
    ],
)
def test_what_cannot_be_judged(arguments: list[str], words: str) -> None:
    pair = two_claims()
    named = [a.format(*pair) for a in arguments[:2]]
    more = arguments[2:] if "--why" in arguments else ["--why", "x", *arguments[2:]]
    done = run("judge", *named, "same", "news", *more)
    assert done.exit_code == 2
    assert words in done.stderr
    assert not book().with_name(JUDGEMENTS).exists()


def test_judgements_that_contradict_a_chain_are_refused() -> None:
    document = json.loads(run("compare", "news", "--format", "json").stdout)
    kinds: dict[str, list[str]] = {}
    for claim in document["claims"]:
        kinds.setdefault(claim["kind"], []).append(claim["id"])
    a, b, c = [ids[0] for ids in kinds.values()][:3] if len(kinds) > 2 else [i for ids in kinds.values() for i in ids][:3]
    assert run("judge", a, b, "same", "news", "--why", "x", "--by", "Ada").exit_code == 0
    assert run("judge", b, c, "same", "news", "--why", "x", "--by", "Ada").exit_code == 0
    done = run("judge", a, c, "different", "news", "--why", "x", "--by", "Ada")
    assert done.exit_code == 2
    assert "judged different here, and the same by other lines" in done.stderr


STORM = "---\npublisher: {}\npublished: 2025-09-03\n---\nStorm in Karsa\n\n{}\n"


@pytest.fixture
def storm() -> Path:
    """Two papers that give the toll of one storm differently."""
    folder = Path("storm")
    folder.mkdir()
    for name, words in (
        ("Herald", "The storm in Karsa killed 14 people."),
        ("Courier", "In Karsa 19 people were killed by the storm."),
    ):
        (folder / f"{name}.md").write_text(STORM.format(name, words), encoding="utf-8")
    return folder


def document(folder: Path) -> Any:
    return json.loads(run("compare", str(folder), "--format", "json").stdout)


def test_two_claims_judged_different_are_in_conflict_no_more(storm: Path) -> None:
    (finding,) = [f for f in document(storm)["findings"] if f["verdict"] == "conflict"]
    one, other = (side[0] for side in finding["positions"])
    assert run("judge", one, other, "different", "storm", "--why", "Two storms.", "--by", "Ada").exit_code == 0
    done = run("compare", "storm")
    assert done.exit_code == 0
    assert "0 conflict" in done.stdout
    assert run("judge", one, other, "unsure", "storm", "--why", "Who knows.", "--by", "Ada", "--today", "2099-01-01").exit_code == 0
    assert run("compare", "storm").exit_code == 1


def test_two_subjects_judged_the_same_are_one(storm: Path) -> None:
    (storm / "Courier.md").write_text(STORM.format("Courier", "The harvest of Dorn came to 19 lorries."), encoding="utf-8")
    subjects = document(storm)["subjects"]
    one, other = [s["id"] for s in subjects]
    done = run("judge", one, other, "same", "storm", "--why", "A code.", "--by", "Ada")
    assert done.exit_code == 0, done.stderr
    (subject,) = document(storm)["subjects"]
    assert len(subject["claims"]) == 2


def test_a_review_that_finds_two_things_parts_them(storm: Path) -> None:
    """What a review keeps is what linking heeds: the next review has nothing to ask."""
    report = claimcheck.compare(["storm"])
    (conflict,) = [f for f in report.findings if f.verdict is Verdict.CONFLICT]
    known = digests(report.claims)
    left, right = (p.claims[0] for p in conflict.positions)
    apart = judgements.judge(
        (known[left.id], "x"), (known[right.id], "y"), judgements.Same.DIFFERENT, "Ada", date(2026, 3, 1), "Two."
    )
    assert not [f for f in claimcheck.compare(["storm"], judgements=[apart]).findings if f.verdict is Verdict.CONFLICT]
