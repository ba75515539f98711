"""`ignore` in the settings: passed over with a reason, marked and not dropped, and never for longer than it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from claimcheck.cli import app
from claimcheck.config.resolve import schema as settings_schema
from claimcheck.report.interface import Format
from claimcheck.report.json import schema

FLOOD = "---\npublisher: {}\npublished: 2025-09-03\n---\nFlood in Karsa\n\n{} people were killed in the flood in Karsa.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three papers in conflict, one of them in an archive."""
    for name, paper, toll in (("news/a", "Herald", 14), ("news/b", "Courier", 14), ("archive/2024/c", "Old Post", 19)):
        path = tmp_path / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FLOOD.format(paper, toll), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(*rules: str, name: str = ".claimcheck.yaml") -> None:
    Path(name).write_text("ignore:\n" + "".join(f"  - {rule}\n" for rule in rules), encoding="utf-8")


def found(*options: str) -> Any:
    result = run("compare", ".", "--format", "json", *options)
    document = json.loads(result.stdout)
    jsonschema.Draft202012Validator(json.loads(schema())).validate(document)
    return document, result


@pytest.mark.parametrize(
    ("rule", "ignored"),
    [
        ("{reason: Old., kinds: killed}", True),
        ("{reason: Old., kinds: [injured, kill*]}", True),
        ("{reason: Old., kinds: injured}", False),
        ('{reason: Old., subjects: "people KILLED*"}', True),
        ('{reason: Old., subjects: "karsa"}', False),
        ("{reason: Old., paths: archive}", True),
        ("{reason: Old., paths: archive/}", True),
        ("{reason: Old., paths: archive/*}", True),
        ("{reason: Old., paths: [none, archive/2024/c.md]}", True),
        ("{reason: Old., paths: news/a.md}", False),
        ("{reason: Old., paths: news}", True),
        ("{reason: Old., paths: 'arch?'}", False),
        ("{reason: Old., publishers: old post}", True),
        ("{reason: Old., publishers: [Herald, Courier]}", True),
        ("{reason: Old., publishers: Herald}", False),
        ("{reason: Old., publishers: Old Post, kinds: injured}", False),
        ("{reason: Old., publishers: Old Post, paths: archive, kinds: killed, expires: 2026-03-01}", True),
    ],
)
def test_what_a_rule_covers(rule: str, ignored: bool) -> None:
    settings(rule)
    document, result = found("--today", "2026-03-01")
    assert result.exit_code == (not ignored)
    assert [s["state"] for s in document["states"]] == (["suppressed"] if ignored else [])
    assert any(s["verdict"] == "conflict" for s in document["subjects"])
    assert ("nothing is ignored by this" in result.stderr) is not ignored


def test_the_reason_and_the_place_are_told() -> None:
    settings("{reason: Old tolls are kept., paths: archive, expires: 2026-06-30}")
    document, _ = found("--today", "2026-03-01")
    assert document["states"][0]["reason"] == "ignored by .claimcheck.yaml:2:5 (until 2026-06-30): Old tolls are kept."
    for format in Format:
        told = run("compare", ".", "--format", format.value, "--today", "2026-03-01")
        assert told.exit_code == 0
        if format not in (Format.GITHUB,):
            assert "Old tolls are kept" in told.stdout, format


def test_sarif_marks_and_does_not_drop() -> None:
    settings("{reason: Old tolls are kept., paths: archive}")
    (result,) = json.loads(run("compare", ".", "--format", "sarif").stdout)["runs"][0]["results"]
    assert result["suppressions"][0]["justification"].endswith("Old tolls are kept.")
    assert "baselineState" not in result


def test_an_expired_rule_lets_it_fail_and_is_named() -> None:
    settings("{reason: Old., paths: archive, expires: 2026-02-28}")
    document, result = found("--today", "2026-03-01")
    assert (result.exit_code, document["states"]) == (1, [])
    assert ".claimcheck.yaml:2:5: this expired on 2026-02-28" in result.stderr
    settings("{reason: Old., paths: archive, expires: 2026-02-28}", "{reason: New., kinds: killed}")
    assert found("--today", "2026-03-01")[1].exit_code == 0


def test_a_ledger_neither_takes_in_nor_loses_what_is_ignored() -> None:
    settings("{reason: Old., paths: archive}")
    begun = run("ledger", "init", ".")
    assert "0 entries" in begun.stdout
    assert run("compare", ".").exit_code == 0
    Path(".claimcheck.yaml").unlink()
    assert run("ledger", "update", ".", "--accept-new").exit_code == 0
    settings("{reason: Old., paths: archive}")
    book = next(Path().rglob("ledger.jsonl")).read_bytes()
    document, result = found("--fail-on-stale")
    assert result.exit_code == 0
    assert [s["state"] for s in document["states"]] == ["suppressed"]
    assert run("ledger", "prune", ".").exit_code == 0
    assert next(Path().rglob("ledger.jsonl")).read_bytes() == book


def test_what_changed_of_it_is_still_ignored() -> None:
    assert run("ledger", "init", ".").exit_code == 0
    settings("{reason: Old., paths: archive}")
    old = Path("archive/2024/c.md")
    old.write_text(old.read_text().replace("19", "23"))
    assert found()[1].exit_code == 0
    new = Path("news/b.md")
    new.write_text(new.read_text().replace("14", "16"))
    assert found()[1].exit_code == 1


def test_in_toml() -> None:
    Path("pyproject.toml").write_text(
        '[tool.claimcheck]\nfail_on = "conflict"\n\n[[tool.claimcheck.ignore]]\nreason = "Old."\npaths = ["none"]\n\n'
        '[[tool.claimcheck.ignore]]\nreason = "Older."\nkinds = "killed"\nexpires = 2026-06-30\n'
    )
    document, result = found("--today", "2026-03-01")
    assert document["states"][0]["reason"] == "ignored by pyproject.toml:8:1 (until 2026-06-30): Older."
    assert "pyproject.toml:4:1: nothing is ignored by this" in result.stderr


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("{kinds: killed}", ".claimcheck.yaml:2:5: ignore: a `reason` is needed"),
        ("{reason: ' ', kinds: killed}", ".claimcheck.yaml:2:5: ignore: a `reason` is needed"),
        ("{reason: Old.}", ".claimcheck.yaml:2:5: ignore: say what is ignored; give one of kinds, subjects, paths, publishers"),
        ("{reason: Old., kind: killed}", ".claimcheck.yaml:2:26: ignore: unknown key 'kind'; did you mean 'kinds'?"),
        ("{reason: Old., kinds: []}", "expected a pattern or a list of them"),
        ("{reason: Old., kinds: ''}", "expected a pattern or a list of them"),
        ("{reason: Old., kinds: killed, expires: soon}", "expected a day as YYYY-MM-DD, found 'soon'"),
        ("{reason: [a, b], kinds: killed}", "expected one text for reason"),
        ("killed", ".claimcheck.yaml:2:3: ignore: expected a list of rules"),
    ],
)
def test_a_rule_that_says_nothing_clear(rule: str, words: str) -> None:
    settings(rule)
    result = run("compare", ".")
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_other_settings_take_no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".claimcheck.yaml").write_text("output:\n  - {a: b}\n")
    assert "expected values here" in run("compare", ".").stderr
    Path(".claimcheck.yaml").write_text("")
    monkeypatch.setenv("CLAIMCHECK_IGNORE", "killed")
    assert "only a settings file can say what is ignored" in run("compare", ".").stderr


def test_it_is_shown_and_in_the_schema() -> None:
    settings("{reason: Old., paths: archive}")
    assert ".claimcheck.yaml:2:5" in run("config", ".").stdout
    checker = jsonschema.Draft202012Validator(settings_schema())
    checker.validate({"ignore": [{"reason": "Old.", "paths": ["archive"]}]})
    for wrong in ({"reason": "Old."}, {"paths": "x"}, {"reason": "Old.", "path": "x"}):
        assert list(checker.iter_errors({"ignore": [wrong]}))
