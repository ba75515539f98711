"""The report for programs: the published schema, the names that others rely on, and the same bytes every time."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.report import Report
from claimcheck.model.when import MonthDay, When
from claimcheck.report.interface import Format, Look, writer
from claimcheck.report.json import schema

from .factories import REPORTS, WIRE, Draft, article, claim, full_report, position, quantity, when

SCHEMA = json.loads(schema())


def written(report: Report) -> bytes:
    out = io.BytesIO()
    writer(Format.JSON).write(report, out, Look())
    return out.getvalue()


def parsed(report: Report) -> Any:
    return json.loads(written(report))


def objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for child in node.values():
            yield from objects(child)
    elif isinstance(node, list):
        for child in node:
            yield from objects(child)


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_schema_leaves_no_object_open() -> None:
    for node in objects(SCHEMA):
        extra = node["additionalProperties"]
        assert extra is False or "properties" not in node
        assert sorted(node.get("required", [])) == sorted(node.get("properties", {}))


@pytest.mark.parametrize("name", REPORTS)
def test_reports_keep_to_the_schema(name: str) -> None:
    problems = [f"{e.json_path}: {e.message}" for e in Draft202012Validator(SCHEMA).iter_errors(parsed(REPORTS[name]()))]
    assert problems == []


def test_schema_notices_what_it_does_not_describe() -> None:
    document = parsed(full_report())
    document["claims"][0]["surprise"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(document)


def test_names_that_others_rely_on() -> None:
    document = parsed(full_report())
    members = "schema_version counts notes changed skipped sources stories claims filtered subjects findings states"
    assert " ".join(document) == members
    assert document["schema_version"] == "1.1"
    assert {"id", "path", "title", "publisher", "published", "story"} <= document["sources"][0].keys()
    wanted = "id source start end line text sentence kind dimension unit figure bound low high attribution status"
    assert set(wanted.split()) <= document["claims"][0].keys()
    assert {"id", "label", "kind", "verdict", "claims"} <= document["subjects"][0].keys()
    assert {"id", "subject", "verdict", "positions", "reason"} <= document["findings"][0].keys()
    assert document["skipped"] == [
        {"path": "articles/photo [1].png", "reason": "It is an image, not text; leave it out or give its text."}
    ]
    assert document["filtered"] == {"designation": 1}
    assert document["counts"]["conflict"] == 1


def test_every_id_leads_somewhere() -> None:
    document = parsed(full_report())
    claims = {c["id"]: c for c in document["claims"]}
    sources = {s["id"] for s in document["sources"]}
    subjects = {s["id"]: s for s in document["subjects"]}
    assert {c["source"] for c in claims.values()} <= sources
    for subject in subjects.values():
        assert {claims[c]["subject"] for c in subject["claims"]} == {subject["id"]}
    for finding in document["findings"]:
        stated = [c for p in finding["positions"] for c in p]
        assert set(stated) <= set(subjects[finding["subject"]]["claims"])
        assert len(finding["positions"]) == (1 if finding["verdict"] == "agree" else 2)


def one(value: Quantity | When) -> Any:
    source = article("a.txt", "some words\n", published=date(2025, 9, 2))
    draft = Draft([source])
    draft.subject("k", "k", [position(claim(source, "words", value, "k"))])
    document = parsed(draft.report())
    Draft202012Validator(SCHEMA).validate(document)
    return document["claims"][0]


FIGURES = [
    (quantity(6500, Bound.AT_LEAST), [6500, 6500], 6500, None),
    (quantity(70, dimension=Dimension.PERCENT), [70.0, 70.0], 70.0, 70.0),
    (quantity("7.6", dimension=Dimension.MEASURE, unit="magnitude"), [7.6, 7.6], 7.6, 7.6),
    (quantity((20, 30)), [20, 30], 20, 30),
    (quantity("1E+6"), [1000000, 1000000], 1000000, 1000000),
    (when(date(2025, 9, 1), date(2025, 9, 30)), ["2025-09-01", "2025-09-30"], "2025-09-01", "2025-09-30"),
    (when(MonthDay(3, 9)), ["--03-09", "--03-09"], "--03-09", "--03-09"),
    (when(None), None, None, None),
]


@pytest.mark.parametrize(("value", "figure", "low", "high"), FIGURES)
def test_figures(value: Quantity | When, figure: object, low: object, high: object) -> None:
    got = one(value)
    assert (got["figure"], got["low"], got["high"]) == (figure, low, high)
    if figure is not None:
        assert [type(f) for f in got["figure"]] == [type(f) for f in figure]  # type: ignore[attr-defined]


def test_a_number_with_thousands_of_digits_does_not_stop_the_report() -> None:
    huge = Decimal("1E+6000")
    assert one(Quantity(Dimension.COUNT, None, (huge, huge), Bound.EXACT, huge, huge))["low"] is None


@pytest.mark.parametrize("name", REPORTS)
def test_same_report_same_bytes(name: str) -> None:
    assert written(REPORTS[name]()) == written(REPORTS[name]())


def test_utf8_one_record_a_line_and_a_newline_at_the_end() -> None:
    got = written(full_report())
    text = got.decode("utf-8")
    assert text.endswith("}\n")
    assert "courier-très-long" in text
    assert sum(line.startswith('{"id": "c-') for line in text.splitlines()) == 12


def test_hostile_text_comes_back_as_it_was() -> None:
    document = parsed(full_report())
    sentence = next(c["sentence"] for c in document["claims"] if c["text"] == "22 dead")
    assert sentence == WIRE.text.split("\n")[0]
    assert "\\ud800" in written(full_report()).decode("utf-8")
