"""SARIF: the published schema, and what code scanning makes of a run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from claimcheck.model.report import Report
from claimcheck.report import sarif
from claimcheck.report.interface import Format

from .factories import REPORTS, ci_report, full_report
from .writing import written

SCHEMA = Draft4Validator(json.loads(Path(__file__).with_name("schemas").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")))


def run_of(report: Report) -> Any:
    document = json.loads(written(report, Format.SARIF))
    assert len(document["runs"]) == 1
    return document["runs"][0]


@pytest.mark.parametrize("name", REPORTS)
def test_it_keeps_to_the_schema(name: str) -> None:
    problems = [f"{e.json_path}: {e.message}" for e in SCHEMA.iter_errors(json.loads(written(REPORTS[name](), Format.SARIF)))]
    assert problems == []


def test_the_schema_notices_what_is_wrong() -> None:
    document = json.loads(written(ci_report(), Format.SARIF))
    document["runs"][0]["results"][0]["surprise"] = 1
    assert not SCHEMA.is_valid(document)


def test_all_rules_are_declared_also_where_none_fired() -> None:
    rules = run_of(REPORTS["clean"]())["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == ["conflict", "superseded", "compatible"]
    assert all(r["help"]["text"] and r["fullDescription"]["text"] for r in rules)
    assert run_of(REPORTS["clean"]())["results"] == []


def test_a_result_a_discrepancy_with_all_its_claims() -> None:
    report = full_report()
    results = run_of(report)["results"]
    differing = [j for j in report.judged if j.verdict.value in ("conflict", "superseded", "compatible")]
    assert [r["partialFingerprints"]["claimcheck/subject/v1"] for r in results] == [j.subject.id for j in differing]
    for result, judged in zip(results, differing, strict=True):
        assert len(result["locations"]) + len(result["relatedLocations"]) == len(judged.subject.claims)
        assert result["ruleId"] == judged.verdict.value
        assert [r["id"] for r in result["relatedLocations"]] == list(range(1, len(judged.subject.claims)))


def test_places_are_addresses() -> None:
    found = written(ci_report(), Format.SARIF).decode()
    assert '"uri": "articles/a%20folder%20with%20spaces/courier-tr%C3%A8s-long-name-of-a-file-2025-09-03.md"' in found
    assert '"uri": "articles/%3Dcmd%7Ca%2Cb%3Ac%2541%20%231%20%3Cb%3E%20%5Bx%5D%28y%29%20%60tick%60.txt"' in found


def test_known_results_are_marked_and_not_left_out() -> None:
    results = run_of(ci_report())["results"]
    assert [(r["baselineState"], len(r["suppressions"])) for r in results] == [
        ("new", 0),
        ("updated", 0),
        ("unchanged", 1),
        ("unchanged", 1),
    ]
    accepted = results[2]["suppressions"][0]
    assert accepted == {
        "kind": "external",
        "status": "accepted",
        "justification": "Accepted by Ana: two ministries, asked both.",
    }
    assert results[0]["partialFingerprints"]["claimcheck/figures/v1"] == "0123456789ab"


def test_without_a_ledger_nothing_is_said_of_one() -> None:
    assert not {"baselineState", "suppressions"} & {key for r in run_of(full_report())["results"] for key in r}


def test_no_message_holds_a_link() -> None:
    report = ci_report()
    first = report.judged[0]
    linking = replace(first, subject=replace(first.subject, label="boats [sunk](1) [here](https://example.org)"))
    (result,) = run_of(replace(report, judged=(linking,)))["results"]
    assert "boats [sunk] (1) [here] (https://example.org)" in result["message"]["text"]


def test_skipped_files_and_what_was_cut_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 1)
    monkeypatch.setattr(sarif, "MOST_LOCATIONS", 2)
    report = full_report()
    run = run_of(replace(report, judged=report.judged[1:]))
    told = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert told[0].startswith("Not read: articles/photo [1].png: It is an image")
    assert told[-1].startswith("1 discrepancy left out")
    assert len(run["results"]) == 1
    assert len(run["results"][0]["relatedLocations"]) == 1
    assert run["results"][0]["properties"]["relatedLocationsLeftOut"] == 1
