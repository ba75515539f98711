"""From files to the report, to `explain` and to the ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli.app import app
from claimcheck.report.interface import Format

HERALD = """---
publisher: The Herald
published: 2025-03-06
---
The parliament of Ruritania spent the week on the fisheries treaty with Norway, which fishermen in the port of Zenda await.

The Ruritanian parliament has not approved the fisheries treaty with Norway, and fishermen in Zenda are waiting.
"""
COURIER = """---
publisher: The Courier
published: 2025-03-04
---
Fishermen in the port of Zenda may go out again under the fisheries treaty that Ruritania negotiated with Norway.

The fisheries treaty with Norway was approved by the Ruritanian parliament on Monday, after a debate about the port of Zenda.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "courier.txt").write_text(COURIER, encoding="utf-8")
    return tmp_path


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words), env={"NO_COLOR": "1", "COLUMNS": "100"})
    return done.exit_code, done.stdout


def report(folder: Path) -> dict[str, list[dict[str, object]]]:
    loaded: dict[str, list[dict[str, object]]] = json.loads(run("compare", str(folder), "--format", "json")[1])
    return loaded


def test_the_report_for_programs_holds_the_deed(folder: Path) -> None:
    document = report(folder)
    claims = [c for c in document["claims"] if c["dimension"] == "fact"]
    assert [(c["value"], c["figure"], c["low"], c["high"], c["kind"]) for c in claims] == [
        ("approved", None, None, None, "approval"),
        ("not approved", None, None, None, "approval"),
    ]
    (finding,) = (f for f in document["findings"] if f["verdict"] == "conflict")
    assert str(finding["level"]) == "opposed"


@pytest.mark.parametrize("format", [f.value for f in Format])
def test_every_format_says_it_in_plain_words(folder: Path, format: str) -> None:
    code, out = run("compare", str(folder), "--format", format)
    assert code == 1
    assert "approval: " in out
    assert "fisheries treaty" in out
    shown = {"html": "not approved", "table": "not approved", "markdown": "not approved", "csv": "not approved"}
    assert shown.get(format, "approved") in out


def test_a_saved_report_is_rendered_as_it_was(folder: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved" / "report.json"
    saved.parent.mkdir()
    saved.write_text(run("compare", str(folder), "--format", "json")[1], encoding="utf-8")
    direct = run("compare", str(folder), "--format", "html")[1]
    assert run("render", str(saved), "--format", "html")[1] == direct


def test_explain_tells_who_what_and_why(folder: Path) -> None:
    document = report(folder)
    subject = next(s for s in document["subjects"] if s["kind"] == "approval")
    out = run("explain", str(subject["id"]), str(folder))[1]
    assert "Decided by: opposed" in out
    assert "not approved: the fisheries treaty, by The Ruritanian parliament" in " ".join(out.split())
    one, two = (c["id"] for c in document["claims"] if c["dimension"] == "fact")
    assert "one kind of deed: approval" in " ".join(run("explain", str(one), str(folder), "--with", str(two))[1].split())


def test_the_ledger_knows_it_again(folder: Path) -> None:
    assert run("ledger", "init", str(folder))[0] == 0
    assert run("compare", str(folder))[0] == 0
    herald = folder / "herald.txt"
    herald.write_text(HERALD.replace("has not approved", "has never approved"), encoding="utf-8")
    assert run("compare", str(folder))[0] == 0
    herald.write_text(HERALD.replace("has not approved", "rejected"), encoding="utf-8")
    assert run("compare", str(folder))[0] == 1
