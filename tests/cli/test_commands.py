"""The commands beside compare."""

from __future__ import annotations

import json

import pytest

from claimcheck.model.subject import Verdict
from claimcheck.report.json import schema

from .conftest import Run
from .reports import report

CONFLICT = report(Verdict.CONFLICT)


def test_version(run: Run) -> None:
    result = run(CONFLICT, "--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("claimcheck ")


def test_schema(run: Run) -> None:
    result = run(CONFLICT, "schema", "report")
    assert result.exit_code == 0
    assert result.stdout == schema()
    assert json.loads(result.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_types(run: Run) -> None:
    result = run(CONFLICT, "types")
    assert result.exit_code == 0
    assert "killed" in result.stdout
    assert "claim types" in result.stdout


@pytest.mark.parametrize(("name", "words"), [("c-10", "CLAIM  10"), ("t-1", "Why conflict"), ("f-1", "Decided by: level")])
def test_explain(run: Run, name: str, words: str) -> None:
    result = run(CONFLICT, "explain", name, "news")
    assert result.exit_code == 0
    assert words in result.stdout


def test_explain_what_is_not_there(run: Run) -> None:
    result = run(CONFLICT, "explain", "c-99", "news")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "has an id that begins with 'c-99'" in result.stderr


def test_explain_looks_at_the_current_folder_by_default(run: Run) -> None:
    assert run(CONFLICT, "explain", "t-1").exit_code == 0
