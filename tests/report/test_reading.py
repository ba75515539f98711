"""A saved report shows what the run itself would have shown, in every format."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from claimcheck.errors import ClaimcheckError, DataFileError
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.report import Report
from claimcheck.model.subject import Verdict
from claimcheck.model.when import MonthDay, Precision, When
from claimcheck.report.interface import Format, Look
from claimcheck.report.reading import read_report

from .factories import REPORTS, Draft, article, claim, full_report, position, quantity, when
from .writing import written

HUGE = Decimal("1.25E+6000")
VALUES: list[Quantity | When] = [
    quantity(6500, Bound.AT_LEAST),
    quantity(24, Bound.AT_MOST),
    quantity(4500, Bound.ABOUT),
    quantity((20, 30), Bound.RANGE),
    quantity("70.5", dimension=Dimension.PERCENT),
    quantity("7.6", dimension=Dimension.MEASURE, unit="magnitude"),
    quantity("1375000000.25", dimension=Dimension.MONEY, unit="EUR"),
    quantity("1E+30"),
    quantity(10**30),
    Quantity(Dimension.COUNT, None, (HUGE, HUGE), Bound.EXACT, HUGE, HUGE),
    Quantity(Dimension.COUNT, None, (HUGE, HUGE), Bound.AT_LEAST, HUGE, None),
    when(date(2025, 9, 1), date(2025, 9, 30)),
    when(MonthDay(3, 9)),
    when(None),
    replace(quantity(24), vague=True),
    replace(when(date(2013, 1, 1)), since=True, relative=True, bound=Bound.AT_LEAST, precision=Precision.YEAR),
]


def values() -> Report:
    source, other = article("a.txt", "some words\n", published=date(2025, 9, 2)), article("b.txt", "same words\n")
    draft = Draft([source, other])
    for i, value in enumerate(VALUES):
        sides = [position(claim(source, "words", value, f"k{i}")), position(claim(other, "words", quantity(i), f"k{i}"))]
        draft.subject(f"k{i}", "k", sides, findings=[(Verdict.CONFLICT, (0, 1), "apart", "They differ.", None)])
    return draft.report()


ALL: dict[str, Callable[[], Report]] = {**REPORTS, "values": values}


def saved(report: Report) -> bytes:
    return written(report, Format.JSON)


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("name", ALL)
def test_a_saved_report_is_written_like_the_run_itself(name: str, format: Format) -> None:
    report = ALL[name]()
    for look in (Look(80), Look(200, color=True, complete=False)):
        assert written(read_report(saved(report), "r.json"), format, look) == written(report, format, look)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "r.json:1:1: this is no valid JSON"),
        (b'{"schema_version": "1.0",\n "counts": ', "r.json:2:12: this is no valid JSON"),
        (b"\xff\xfe", "r.json: this is no valid JSON"),
        (b'{"a": NaN}', "r.json: this is no valid JSON: NaN is no number"),
        (b"[" * 100_000, "r.json: this is no valid JSON"),
        (b"[]", "this is no report of claimcheck"),
        (b'{"runs": []}', "this is no report of claimcheck"),
        (b'{"schema_version": "2.0"}', "schema version 2.0, and this claimcheck reads 1.1"),
        (b'{"schema_version": "1.0"}', "at claims: 'claims' is missing"),
    ],
)
def test_what_is_no_report_is_told_in_a_sentence(raw: bytes, words: str) -> None:
    with pytest.raises(ClaimcheckError) as caught:
        read_report(raw, "r.json")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_broken_json_has_its_place() -> None:
    with pytest.raises(DataFileError) as caught:
        read_report(b'{\n  "a": }', "r.json")
    assert (caught.value.place.line, caught.value.place.column) == (2, 8)


def changed(change: Callable[[Any], object]) -> bytes:
    document = json.loads(saved(full_report()))
    change(document)
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d["claims"][1].pop("kind"), "at claims[1]: 'kind' is missing"),
        (lambda d: d["claims"][0].update(bound="roughly"), "at claims[0]: 'roughly' is not a valid Bound"),
        (lambda d: d["claims"][0].update(figure=["a", "b"]), "at claims[0]: expected a number, found 'a'"),
        (lambda d: d["findings"][0]["positions"][0].append("c-none"), "at findings[0]: 'c-none' is missing"),
        (lambda d: d["sources"][0].update(published="yesterday"), "at sources[0]: Invalid isoformat string: 'yesterday'"),
        (lambda d: d["filtered"].update(route=10**12), "at filtered: 'route' has no count"),
        (lambda d: d.update(subjects=5), "at subjects[0]: 'int' object is not iterable"),
    ],
)
def test_a_report_that_was_changed_is_told_with_its_place(change: Callable[[Any], object], words: str) -> None:
    with pytest.raises(ClaimcheckError, match="this is no whole report of claimcheck") as caught:
        read_report(changed(change), "r.json")
    assert words in str(caught.value)


def test_a_report_from_before_there_were_ledgers_is_read() -> None:
    assert read_report(changed(lambda d: d.pop("states")), "r.json").states == {}
