"""`claimcheck explain ID --with ID`: two claims side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli import app

NEWS = {
    "north.txt": "Ferry sinks off Panay\n\nThe ferry Corazon sank on Monday and 12 people died, the coast guard said.\n",
    "south.txt": "Corazon disaster\n\nNineteen people died when the ferry Corazon sank, the coast guard said on Monday.\n",
}


@pytest.fixture(autouse=True)
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in NEWS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def ids() -> tuple[str, str]:
    report = json.loads(run("compare", ".", "--format", "json", "--quiet").stdout)
    found = {claim["figure"][0]: claim["id"] for claim in report["claims"] if claim["kind"] == "killed"}
    return found[12], found[19]


def test_fields_that_tie_two_claims_are_shown_with_their_sum() -> None:
    one, other = ids()
    done = run("explain", one, "--with", other)
    assert done.exit_code == 0
    assert "north.txt:3" in done.stdout
    assert "south.txt:3" in done.stdout
    assert "UNDER ONE SUBJECT" in done.stdout
    assert "both tell of people killed" in done.stdout
    assert "in all" in done.stdout


def test_a_judgement_is_what_decides() -> None:
    one, other = ids()
    assert run("judge", one, other, "different", "--reason", "Two ferries.", "--by", "Ada").exit_code == 0
    assert "APART  a person judged them to be different" in run("explain", one, "--with", other).stdout
    findings = json.loads(run("compare", ".", "--format", "json", "--quiet").stdout)["findings"]
    assert [f for f in findings if f["verdict"] == "conflict"] == []


def test_a_finding_has_two_sides() -> None:
    one, _ = ids()
    report = json.loads(run("compare", ".", "--format", "json", "--quiet").stdout)
    done = run("explain", one, "--with", report["findings"][0]["id"])
    assert done.exit_code == 2
    assert "names a finding, which has two sides" in done.stderr
