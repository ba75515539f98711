"""Why a claim was read so, and why this verdict and not another."""

from __future__ import annotations

import io
import json

from claimcheck.model.claim import Extraction
from claimcheck.report import extraction, jsonl
from claimcheck.report.explain import write_explanation
from claimcheck.report.interface import Look
from claimcheck.report.lookup import Found

from .conftest import Golden
from .factories import HERALD, clean_report, full_report

REPORT = full_report()
TROOPS, TOLL = REPORT.judged[0], REPORT.judged[1]
READ = Extraction(
    HERALD.id,
    tuple(c for c in REPORT.claims if c.source == HERALD.id),
    tuple(f for source, f in REPORT.filtered if source == HERALD.id),
)


def explained(found: Found, width: int = 80) -> bytes:
    out = io.BytesIO()
    write_explanation(REPORT, found, out, Look(width))
    return out.getvalue()


def test_a_claim(golden: Golden) -> None:
    golden("explain-claim-80.txt", explained(TROOPS.subject.claims[0]))


def test_a_subject(golden: Golden) -> None:
    golden("explain-subject-80.txt", explained(TROOPS))


def test_a_finding(golden: Golden) -> None:
    golden("explain-finding-80.txt", explained(TOLL.findings[0]))


def test_each_rule_that_fired_is_named_with_its_words() -> None:
    claim = TROOPS.subject.claims[0]
    text = explained(claim).decode()
    for step in claim.steps:
        assert step.rule in text
        assert f"“{step.words}”" in text
        assert step.note in text


def test_an_agreement_says_what_agreement_means() -> None:
    out = io.BytesIO()
    report = clean_report()
    write_explanation(report, report.judged[0], out, Look(160))
    assert "The figures written are the same up to rounding" in out.getvalue().decode()


def test_listing_of_one_article(golden: Golden) -> None:
    out = io.BytesIO()
    extraction.write_extraction(HERALD, READ, out, Look(80), show_filtered=True)
    golden("extract-80.txt", out.getvalue())


def test_listing_without_what_was_left_out() -> None:
    out = io.BytesIO()
    extraction.write_extraction(HERALD, READ, out, Look(80), show_filtered=False)
    assert "F-35  designation" not in out.getvalue().decode()
    assert "1 number left out" in out.getvalue().decode()


def test_json_lines() -> None:
    out = io.BytesIO()
    jsonl.write_extraction(HERALD, READ, out, show_filtered=True)
    records = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [r["text"] for r in records] == ["At least 14 people", "4,500 troops", "$3.5 million", "212 people", "F-35"]
    assert records[-1]["filter"] == "designation"
    assert records[-1]["line"] == 4
