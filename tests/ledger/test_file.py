"""The file: equal ledgers are equal bytes, damage is told with its line, and nothing a person wrote is lost in a merge."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from claimcheck.errors import DataFileError
from claimcheck.ledger.file import NAME, parse, serialise
from claimcheck.ledger.ledger import Ledger
from claimcheck.ledger.records import Fields
from claimcheck.ledger.values import order, words
from claimcheck.model.ledger import Choice, Decision, Entry
from claimcheck.model.subject import Verdict

from .factories import decision

TOLL = Entry(
    "e-1a2b3c4d5e",
    "people killed (Karsa)",
    Verdict.CONFLICT,
    frozenset({"count 14", "count 17"}),
    frozenset({"killed/count/person/karsa"}),
    frozenset({"karsa"}),
    frozenset({"aaaaaaaaaa", "bbbbbbbbbb"}),
)
HOSTILE = replace(
    TOLL,
    id="e-0000000000",
    subject="“Größe” \u202eevil \x1b[31m\ud800 \u2028 </script> ]]> ::error::",
    decisions=(decision(reason="First line.\nSecond \x00 line."), decision(Choice.UNSURE, expires=date(2027, 1, 1))),
)
HEAD = f'{{"{NAME}": 1}}\n'


def lines(*entries: Entry) -> list[str]:
    return [serialise(Ledger((entry,))).decode().split("\n")[1] for entry in entries]


def read(text: str) -> Ledger:
    return parse(text.encode(), "ledger.jsonl")


@pytest.mark.parametrize("book", [Ledger(), Ledger((TOLL,)), Ledger((TOLL, HOSTILE))])
def test_what_is_written_is_read(book: Ledger) -> None:
    assert parse(serialise(book), "x") == book


def test_the_file_is_plain_sorted_and_one_entry_a_line() -> None:
    data = serialise(Ledger((TOLL, HOSTILE)))
    assert data == serialise(Ledger((HOSTILE, TOLL)))
    rows = data.decode().split("\n")
    assert rows[0] == HEAD.strip()
    assert rows[-1] == ""
    assert [json.loads(row)["id"] for row in rows[1:-1]] == [HOSTILE.id, TOLL.id]
    assert not any(ord(c) < 32 or c in "\u202e\u2028" for row in rows for c in row)
    assert json.loads(rows[2]) == {
        "id": "e-1a2b3c4d5e",
        "subject": "people killed (Karsa)",
        "verdict": "conflict",
        "values": ["count 14", "count 17"],
        "frames": ["killed/count/person/karsa"],
        "names": ["karsa"],
        "quotes": ["aaaaaaaaaa", "bbbbbbbbbb"],
    }


GOOD = lines(TOLL)[0]
DECIDED = lines(replace(TOLL, decisions=(decision(),)))[0]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "first line"),
        ("\n", 1, "first line"),
        ("{}\n", 1, "first line"),
        (GOOD, 1, "first line"),
        ('{"claimcheck-ledger": "1"}', 1, "first line"),
        ('{"claimcheck-ledger": true}', 1, "first line"),
        ('{"claimcheck-judgements": 1}', 1, "first line"),
        ('{"claimcheck-ledger": 2}\n', 1, "newer"),
        (HEAD + GOOD + "\n" + GOOD[:40], 3, "cannot be read"),
        (HEAD + "\n\n[]", 4, "no JSON object"),
        (HEAD + "<<<<<<< HEAD\n" + GOOD, 2, "merge"),
        (HEAD + GOOD + "\n=======\n", 3, "merge"),
        (HEAD + GOOD.replace("conflict", "confict"), 2, "must be one of conflict, superseded"),
        (HEAD + GOOD.replace("count 17", "many"), 2, "'many' is no figure"),
        (HEAD + GOOD.replace("count 17", "count x"), 2, "is no figure"),
        (HEAD + GOOD.replace("killed/count", "killed"), 2, "four parts"),
        (HEAD + GOOD.replace('"names"', '"nmaes"'), 2, "'names' is missing"),
        (HEAD + GOOD.replace('{"id"', '{"extra": 1, "id"'), 2, "'extra' is not known"),
        (HEAD + GOOD.replace('{"id"', '{"id": "e-2", "id"'), 2, "stands twice"),
        (HEAD + DECIDED.replace("accepted", "fine"), 2, "must be one of accepted"),
        (HEAD + DECIDED.replace("Both ministries count.", " "), 2, "'reason' must be a text"),
        (HEAD + DECIDED.replace("2026-01-05", "2026-13-05"), 2, "YYYY-MM-DD"),
        (HEAD + DECIDED.replace('"on": "2026-01-05"', '"on": "2026-01-05", "expires": "soon"'), 2, "'expires' must be a day"),
        (HEAD + "[" * 100000, 2, "cannot be read"),
        (HEAD + HEAD.replace("1", "2"), 2, "second time"),
    ],
)
def test_damage_is_told_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(DataFileError) as error:
        read(text)
    assert str(error.value).startswith(f"ledger.jsonl:{line}:")
    assert said in str(error.value)
    assert error.value.exit_code == 2


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    with pytest.raises(DataFileError, match=r"^x:3:1: this is not UTF-8"):
        parse((HEAD + GOOD + "\n").encode() + b"\xff\xfe", "x")


def test_the_file_of_an_editor_on_windows_is_read() -> None:
    assert parse(b"\xef\xbb\xbf" + serialise(Ledger((TOLL,))).replace(b"\n", b"\r\n"), "x") == Ledger((TOLL,))


def test_an_older_format_is_brought_up_in_memory() -> None:
    def one(fields: Fields) -> Fields:
        return {**fields, "names": []}

    def two(fields: Fields) -> Fields:
        return {**fields, "subject": str(fields["subject"]).upper()}

    old = GOOD.replace(', "names": ["karsa"]', "")
    assert "names" not in old
    first = parse((HEAD + old).encode(), "x", (one, two)).entries[0]
    assert first == replace(TOLL, names=frozenset(), subject="PEOPLE KILLED (KARSA)")
    second = parse((HEAD.replace("1", "2") + GOOD).encode(), "x", (one, two)).entries[0]
    assert second == replace(TOLL, subject="PEOPLE KILLED (KARSA)")


FIRST, SECOND = decision(on=date(2026, 1, 5)), decision(Choice.UNSURE, reason="Ask again.", on=date(2026, 2, 1))
OTHER = decision(reason="Told by phone.", by="Bo", on=date(2026, 2, 2))


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ((), (), ()),
        ((FIRST,), (FIRST,), (FIRST,)),
        ((), (FIRST,), (FIRST,)),
        ((FIRST,), (FIRST, SECOND), (FIRST, SECOND)),
        ((FIRST,), (OTHER,), (FIRST, OTHER)),
    ],
)
def test_lines_of_one_entry_become_one(left: tuple[Decision, ...], right: tuple[Decision, ...], kept: tuple[Decision, ...]) -> None:
    one = replace(TOLL, decisions=left, values=frozenset({"count 14", "count 20"}))
    two = replace(TOLL, decisions=right, quotes=frozenset({"cccccccccc"}))
    for pair in ((one, two), (two, one)):
        (entry,) = read(HEAD + "\n".join(lines(*pair))).entries
        assert entry.decisions == kept
        assert entry.values == {"count 14", "count 17", "count 20"}
        assert entry.quotes == {"aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"}


def test_two_branches_that_decide_differently_are_an_error_that_names_both_lines() -> None:
    text = HEAD + "\n".join(lines(replace(TOLL, decisions=(FIRST, SECOND)), HOSTILE, replace(TOLL, decisions=(FIRST, OTHER))))
    with pytest.raises(DataFileError, match=r"lines 2 and 4 decide e-1a2b3c4d5e differently \(unsure by Ada and accepted by Bo\)"):
        read(text)


def test_a_first_line_that_stands_twice_is_no_harm() -> None:
    assert read(HEAD + GOOD + "\n" + HEAD) == Ledger((TOLL,))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("count 17", "17"),
        ("count 24..99", "24 to 99"),
        ("money USD 3500000", "$3.5 million"),
        ("percent 70", "70%"),
        ("measure mile_per_hour 70", "70 mph"),
        ("date 2025-09-02", "2 Sept 2025"),
        ("date 2025-09-01..2025-09-30", "Sept 2025"),
        ("date --09-02", "2 Sept"),
        ("count 24 at-most", "at most 24"),
        ("count 500 denied", "not 500"),
    ],
)
def test_values_are_put_in_words(value: str, shown: str) -> None:
    assert words(value) == shown


def test_values_sort_by_size() -> None:
    assert sorted(["count 100", "count 9", "count 9.5", "date 2025-09-02"], key=order) == [
        "count 9", "count 9.5", "count 100", "date 2025-09-02",
    ]  # fmt: skip
