"""The whole way, on small articles: what a user meets in a real folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

import claimcheck
from claimcheck.cli import app
from claimcheck.report.interface import Format
from claimcheck.report.json import schema

FOURTEEN = "Flood in Karsa\n\nAt least 14 people were killed in the flood in Karsa on Tuesday, officials said.\n"
NINE = "Karsa flood\n\nThe flood in Karsa on Tuesday killed nine people [sic], the mayor said.\n"
SOURCES = "{one.txt: {publisher: The Herald, published: 2025-09-03}, two.txt: {publisher: Courier, published: 2025-09-03}}\n"


def run(*arguments: str | Path, **options: str) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], **options)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles that contradict one another, in a folder whose name has spaces and letters beyond ASCII."""
    made = tmp_path / "flood – söme \u6771"
    made.mkdir()
    (made / "one.txt").write_text(FOURTEEN, encoding="utf-8")
    (made / "two.txt").write_text(NINE, encoding="utf-8")
    (made / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    return made


def test_a_conflict_is_found_shown_and_explained(folder: Path) -> None:
    table = run("compare", folder)
    assert table.exit_code == 1
    assert table.stdout.startswith("CONFLICT  ")
    assert "“The flood in Karsa on Tuesday killed nine people [sic], the mayor said.”" in table.stdout
    assert f"{folder.as_posix()}/one.txt:3" in table.stdout

    document = json.loads(run("compare", folder, "--format", "json").stdout)
    Draft202012Validator(json.loads(schema())).validate(document)
    [subject] = [s for s in document["subjects"] if s["verdict"] == "conflict"]
    for name in (subject["id"], subject["claims"][0], document["findings"][0]["id"]):
        assert run("explain", name[:9], folder).exit_code == 0


def test_both_formats_end_alike(folder: Path) -> None:
    for extra, code in (([], 1), (["--fail-on", "never"], 0)):
        assert {run("compare", folder, "--format", f, *extra).exit_code for f in ("table", "json")} == {code}


def test_what_cannot_be_read_is_named_and_the_rest_is_compared(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "bytes.txt").write_bytes(bytes(range(256)) * 4)
    (folder / "line.txt").write_text("word " * 60_000, encoding="utf-8")
    result = run("compare", folder)
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    assert "NOT READ" in result.stdout
    strict = run("compare", folder, "--strict")
    assert strict.exit_code == 3
    assert "could not be read" in strict.stderr


@pytest.mark.parametrize("name", ["", "photo.png", "empty.txt"])
def test_nothing_to_read(tmp_path: Path, name: str) -> None:
    if name:
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n" if name.endswith("png") else b"")
    result = run("compare", tmp_path)
    assert result.exit_code == 3
    assert "no article could be read" in result.stderr
    assert "0 articles" in result.stdout


def test_one_article_is_read_but_not_compared(folder: Path) -> None:
    result = run("compare", folder / "one.txt")
    assert result.exit_code == 3
    assert "only one article could be read" in result.stderr
    assert "at least 14" in result.stdout


def test_a_locked_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "three.txt").write_text(NINE)
    read = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "three.txt":
            raise PermissionError(13, "Permission denied")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = run("compare", folder)
    assert result.exit_code == 1
    assert "three.txt: it cannot be read (permission denied)" in result.stderr


def test_a_broken_file_of_the_users_is_named_with_its_line(folder: Path) -> None:
    (folder / "sources.yaml").write_text("one.txt:\n  publisher: [")
    result = run("compare", folder)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "sources.yaml:" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    result = run("compare", tmp_path / "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nowhere" in result.stderr


def test_extract_a_text() -> None:
    result = run("extract", "--text", FOURTEEN, "--published", "2025-09-03", "--format", "jsonl")
    assert result.exit_code == 0
    claims = {c["text"]: c for c in map(json.loads, result.stdout.splitlines())}
    [toll] = [c for c in claims.values() if c["figure"] == [14, 14]]
    assert (toll["bound"], toll["low"], toll["high"], toll["kind"], toll["line"]) == ("at_least", 14, None, "killed", 3)
    assert claims["Tuesday"]["figure"] == ["2025-09-02", "2025-09-02"]


def test_extract_a_file_and_standard_input_give_the_same(folder: Path) -> None:
    named = run("extract", folder / "one.txt", "--format", "jsonl", "--published", "2025-09-03")
    piped = run("extract", "-", "--format", "jsonl", "--published", "2025-09-03", input=FOURTEEN)
    assert named.exit_code == piped.exit_code == 0
    assert named.stdout == piped.stdout != ""


@pytest.mark.parametrize(
    ("arguments", "code", "words"), [(["."], 2, "holds 2 articles"), (["none.txt"], 2, "none.txt"), (["e.txt"], 3, "e.txt")]
)
def test_extract_wants_one_article(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, words: str
) -> None:
    monkeypatch.chdir(folder)
    if code == 3:
        (folder / "e.txt").write_bytes(b"")
    result = run("extract", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr


def test_left_out_numbers_are_listed_when_asked() -> None:
    text = "Ten F-35 jets flew over the strait on Monday."
    assert "F-35" not in run("extract", "--text", text).stdout.split("”", 1)[1]
    listed = run("extract", "--text", text, "--show-filtered").stdout
    assert "LEFT OUT  1 number" in listed


def test_a_saved_report_of_a_run_is_rendered_in_every_format(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    outputs = [part for f in Format for part in ("--output", f"{f.value}={f.value}.out")]
    assert run("compare", folder, *outputs).exit_code == 1
    for format in Format:
        rendered = run("render", "json.out", "--format", format.value)
        assert rendered.stdout_bytes == Path(f"{format.value}.out").read_bytes(), format


def test_beside_a_ledger_only_what_is_new_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert run("ledger", "init", ".").exit_code == 0
    known = run("compare", ".")
    assert known.exit_code == 0
    assert "KNOWN TO THE LEDGER  1 subject" in known.stdout
    assert run("compare", ".", "--no-new-only").exit_code == 1
    assert run("compare", ".", "--no-new-only", "--exit-zero").exit_code == 0
    (result,) = json.loads(run("compare", ".", "--format", "sarif").stdout)["runs"][0]["results"]
    assert (result["baselineState"], len(result["suppressions"])) == ("unchanged", 1)
    (folder / "two.txt").write_text(NINE.replace("nine", "eleven"), encoding="utf-8")
    changed = run("compare", ".", "--output", "json=../r.json", "--output", "github=-")
    assert changed.exit_code == 1
    assert changed.stdout.startswith("::error")
    assert "Conflict (updated)" in changed.stdout
    assert run("render", "../r.json", "--format", "github").stdout == changed.stdout
    (folder / "two.txt").write_text(NINE.replace("nine", "14"), encoding="utf-8")
    assert run("compare", ".").exit_code == 0
    assert run("compare", ".", "--fail-on-stale").exit_code == 1


def test_the_functions_print_nothing(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    report = claimcheck.compare([folder])
    claims = claimcheck.extract(FOURTEEN)
    assert report.counts["conflict"] == 1
    assert claims[0].text.startswith("At least 14")
    assert capfd.readouterr() == ("", "")
