"""Where settings come from: options, environment, the nearest file, defaults; and what a mistake in a file is told."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import claimcheck
from claimcheck.config import FailOn, Settings, settings
from claimcheck.config.file import discover
from claimcheck.config.resolve import resolve, schema
from claimcheck.errors import ClaimcheckError, DataFileError
from claimcheck.model.subject import Verdict
from claimcheck.report.interface import Format

from .conftest import Run
from .reports import report

SUPERSEDED = report(Verdict.SUPERSEDED, skipped=1)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with articles, and another that the command is run in."""
    place = tmp_path / "desk" / "news"
    place.mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "desk")
    return place


def yaml(place: Path, text: str) -> Path:
    file = place / ".claimcheck.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def toml(place: Path, text: str) -> Path:
    file = place / "pyproject.toml"
    file.write_text(text, encoding="utf-8")
    return file


def settled(flags: dict[str, object] | None = None, environment: dict[str, str] | None = None) -> Settings:
    return resolve(["news"], flags or {}, environment or {}).settings


def test_defaults_are_those_of_the_library() -> None:
    found = resolve(["news"], {}, {})
    assert found.settings == Settings()
    assert set(found.origins.values()) == {"default"}


def test_option_before_environment_before_file_before_default(folder: Path) -> None:
    yaml(folder, "fail_on: compatible\nchange_days: 3\nreach: 1.5\n")
    environment = {"CLAIMCHECK_FAIL_ON": "superseded", "CLAIMCHECK_CHANGE_DAYS": "5"}
    found = resolve(["news"], {"fail_on": FailOn.NEVER, "change_days": None}, environment)
    assert (found.settings.fail_on, found.settings.change_days, str(found.settings.reach)) == (FailOn.NEVER, 5, "1.5")
    assert found.origins == {
        **dict.fromkeys((s.name for s in settings()), "default"),
        "fail_on": "--fail-on",
        "change_days": "CLAIMCHECK_CHANGE_DAYS",
        "reach": "news/.claimcheck.yaml:3:8",
    }


def test_an_option_can_turn_off_what_a_file_turns_on(folder: Path, run: Run) -> None:
    yaml(folder, "strict: true\n")
    assert run(SUPERSEDED, "compare", "news").exit_code == 3
    assert run(SUPERSEDED, "compare", "news", "--no-strict").exit_code == 0


def test_the_nearest_file_alone_speaks(folder: Path) -> None:
    yaml(folder.parent, "reach: 5\nstrict: true\n")
    assert settled().strict
    toml(folder, "[tool.claimcheck]\nreach = 3\n")
    assert (settled().reach, settled().strict) == (Decimal(3), False)


def test_pyproject_without_the_table_is_passed_over(folder: Path) -> None:
    yaml(folder.parent, "reach: 5\n")
    toml(folder, "[project]\nname = 'claimcheck-desk'\n")
    assert settled().reach == 5
    toml(folder, "this is broken, and none of ours")
    assert settled().reach == 5


def test_two_files_in_one_folder_are_one_too_many(folder: Path) -> None:
    yaml(folder, "reach: 5\n")
    toml(folder, "[tool.claimcheck]\n")
    with pytest.raises(ClaimcheckError, match=r"news has settings in \.claimcheck\.yaml and in \[tool\.claimcheck\]"):
        discover(folder)


@pytest.mark.parametrize("path", ["news", "news/a.txt", "news/*.txt", "news/none/deeper.txt"])
def test_the_search_begins_beside_the_articles(folder: Path, path: str) -> None:
    yaml(folder, "reach: 5\n")
    (folder / "a.txt").write_text("A.")
    assert resolve([path], {}, {}).settings.reach == 5


@pytest.mark.parametrize("paths", [[], ["-"], ["."], ["\0"]])
def test_without_articles_it_begins_here(folder: Path, paths: list[str]) -> None:
    yaml(folder.parent, "reach: 5\n")
    assert resolve(paths, {}, {}).settings.reach == 5


def test_a_file_that_is_named_is_the_one(folder: Path, run: Run) -> None:
    yaml(folder, "fail_on: conflict\n")
    other = folder.parent / "strict.yaml"
    other.write_text("fail_on: superseded\n")
    assert run(SUPERSEDED, "compare", "news").exit_code == 0
    assert run(SUPERSEDED, "compare", "news", "--config", "strict.yaml").exit_code == 1
    missing = run(SUPERSEDED, "compare", "news", "--config", "none.yaml")
    assert missing.exit_code == 2
    assert missing.stderr == "claimcheck: the settings file none.yaml cannot be read (no such file or directory)\n"


WRONG_YAML = [
    ("fail-on: never\n", "news/.claimcheck.yaml:1:1: unknown key 'fail-on'; did you mean 'fail_on'?"),
    ("reach: 2\nchangedays: 3\n", "news/.claimcheck.yaml:2:1: unknown key 'changedays'; did you mean 'change_days'?"),
    ("fail_on: conflicts\n", "news/.claimcheck.yaml:1:10: fail_on: 'conflicts' is not known here; did you mean 'conflict'?"),
    ("strict: yes\n", "news/.claimcheck.yaml:1:9: strict: expected true or false, found 'yes'"),
    ("reach: 0.5\n", "news/.claimcheck.yaml:1:8: reach: expected a number, 1 or more, found '0.5'"),
    ("change_days: 1e9\n", "news/.claimcheck.yaml:1:14: change_days: expected a whole number, 0 or more, found '1e9'"),
    ("reach: [2, 3]\n", "news/.claimcheck.yaml:1:8: reach: expected one value here, found a list"),
    ("reach: 2\nreach: 3\n", "news/.claimcheck.yaml:2:1: the key 'reach' stands twice"),
    ("- reach\n", "news/.claimcheck.yaml:1:1: expected `key: value` lines here"),
    ("reach: [\n", "news/.claimcheck.yaml:2:1: this is not valid YAML"),
    ("output:\n  - sarif=a\n  - pdf=b\n", "news/.claimcheck.yaml:2:3: output: there is no format 'pdf'; known are: table"),
    ("output: [sarif]\n", "output: expected FORMAT=PATH, such as sarif=out.sarif, found 'sarif'"),
    ('output: ["html=a\\0b"]\n', "output: 'a\\x00b' is no path"),
    ("output: [html=../x.html]\n", "output: '../x.html' leads out of the folder of the settings"),
    ("output: [html=/tmp/x.html]\n", "output: '/tmp/x.html' leads out of the folder of the settings"),
]
WRONG_TOML = [
    (
        "[tool.claimcheck]\nreach = 2\nfail-on = 'never'\n",
        "news/pyproject.toml:3:1: unknown key 'fail-on'; did you mean 'fail_on'?",
    ),
    ("[tool.claimcheck]\n  strict = 'yes'\n", "news/pyproject.toml:2:3: strict: expected true or false, found 'yes'"),
    ("[tool]\nclaimcheck.reach = 0\n", "news/pyproject.toml:2:12: reach: expected a number, 1 or more, found '0'"),
    ("[tool.other]\nreach = 0\n[tool.claimcheck]\nreach = 0\n", "news/pyproject.toml:4:1: reach: expected a number"),
    ("[tool.claimcheck.reach]\na = 1\n", "news/pyproject.toml:1:1: expected a value here, found a table or a time"),
    ("[tool.claimcheck]\nreach = \n", "news/pyproject.toml:2:9: this is not valid TOML"),
    ("[tool.claimcheck]\nreach = 'a\n", "news/pyproject.toml:2:11: this is not valid TOML"),
]


@pytest.mark.parametrize(("text", "words"), WRONG_YAML)
def test_mistakes_in_yaml_have_their_place(folder: Path, run: Run, text: str, words: str) -> None:
    yaml(folder, text)
    check_mistake(run, words)


@pytest.mark.parametrize(("text", "words"), WRONG_TOML)
def test_mistakes_in_toml_have_their_place(folder: Path, run: Run, text: str, words: str) -> None:
    toml(folder, text)
    check_mistake(run, words)


def check_mistake(run: Run, words: str) -> None:
    result = run(SUPERSEDED, "compare", "news")
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_place_can_be_asked_for(folder: Path) -> None:
    yaml(folder, "reach: 0")
    with pytest.raises(DataFileError) as caught:
        settled()
    assert (caught.value.place.line, caught.value.place.column) == (1, 8)


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_file_sets_nothing(folder: Path, text: str) -> None:
    yaml(folder, text)
    assert settled() == Settings()


def test_a_file_that_is_no_text(folder: Path) -> None:
    (folder / ".claimcheck.yaml").write_bytes(b"reach: \xff")
    with pytest.raises(ClaimcheckError, match=r"news/\.claimcheck\.yaml cannot be read \(it is no utf-8 text\)"):
        settled()


def test_paths_are_taken_from_the_file(folder: Path, run: Run) -> None:
    yaml(folder, "output: [json=report.json, csv=-]\nformat: github\n")
    result = run(SUPERSEDED, "compare", "news", "--output", "json=-")
    assert json.loads(result.stdout)["counts"]["superseded"] == 1
    assert not (folder / "report.json").exists()
    yaml(folder, "output: [json=report.json]\nformat: github\n")
    result = run(SUPERSEDED, "compare", "news")
    assert result.stdout.startswith("::warning")
    assert json.loads((folder / "report.json").read_text())["counts"]["superseded"] == 1


def test_a_link_does_not_lead_out_of_the_folder(folder: Path) -> None:
    (folder / "out").symlink_to(folder.parent.parent, target_is_directory=True)
    yaml(folder, "output: [json=out/report.json]\n")
    with pytest.raises(DataFileError, match="leads out of the folder"):
        settled()


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("CLAIMCHECK_FAIL_ON", "all", "environment variable CLAIMCHECK_FAIL_ON: 'all' is not known here"),
        ("CLAIMCHECK_STRICT", "1", "environment variable CLAIMCHECK_STRICT: expected true or false, found '1'"),
        ("CLAIMCHECK_OUTPUT", "sarif=a,b", "environment variable CLAIMCHECK_OUTPUT: expected FORMAT=PATH"),
    ],
)
def test_mistakes_in_the_environment(run: Run, variable: str, value: str, words: str) -> None:
    result = run(SUPERSEDED, "compare", "news", env={variable: value})
    assert result.exit_code == 2
    assert words in result.stderr


def test_the_environment_gives_lists_too() -> None:
    found = settled(environment={"CLAIMCHECK_OUTPUT": "sarif=a b.sarif, html=b.html", "CLAIMCHECK_QUIET": ""})
    assert [str(o) for o in found.output] == ["sarif=a b.sarif", "html=b.html"]


def test_a_variable_that_is_none_of_ours_is_remarked_upon(run: Run) -> None:
    result = run(SUPERSEDED, "compare", "news", env={"CLAIMCHECK_FAILON": "never"})
    assert "CLAIMCHECK_FAILON is no setting; did you mean 'CLAIMCHECK_FAIL_ON'?" in result.stderr
    quiet = run(SUPERSEDED, "compare", "news", "--quiet", env={"CLAIMCHECK_FAILON": "never"})
    assert quiet.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--reach", "0"], "--reach: expected a number, 1 or more, found '0'"),
        (["--change-days", "two"], "--change-days: expected a whole number, 0 or more, found 'two'"),
        (["--output", "sarif"], "--output: expected FORMAT=PATH, such as sarif=out.sarif, found 'sarif'"),
    ],
)
def test_mistakes_in_options(run: Run, arguments: list[str], words: str) -> None:
    result = run(SUPERSEDED, "compare", "news", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_reach_and_days_arrive(monkeypatch: pytest.MonkeyPatch, folder: Path, run: Run) -> None:
    told: list[Settings] = []
    yaml(folder, "reach: 3\nchange_days: 30\n")

    def compare(paths: list[str], settings: Settings, **_: object) -> object:
        told.append(settings)
        return SUPERSEDED

    run(SUPERSEDED, "--version")
    monkeypatch.setattr(claimcheck, "compare", compare)
    from typer.testing import CliRunner  # noqa: PLC0415

    from claimcheck.cli import app  # noqa: PLC0415

    CliRunner().invoke(app, ["compare", "news", "--reach", "4"])
    CliRunner().invoke(app, ["explain", "t-1", "news"])
    assert [(s.reach, s.change_days) for s in told] == [(Decimal(4), 30), (Decimal(3), 30)]


def test_config_shows_every_value_and_its_origin(folder: Path, run: Run) -> None:
    yaml(folder, "reach: 3\noutput: [html=report.html, csv=a.csv]\n")
    shown = run(SUPERSEDED, "config", "news", env={"CLAIMCHECK_STRICT": "true"}).stdout
    lines = {line.split()[0]: line.split(maxsplit=1)[1] for line in shown.splitlines() if line[:1].strip()}
    assert {s.name for s in settings()} <= lines.keys()
    assert lines["reach"].split() == ["3", "news/.claimcheck.yaml:1:8"]
    assert lines["strict"].split() == ["true", "CLAIMCHECK_STRICT"]
    assert lines["fail_on"].split() == ["conflict", "default"]
    assert "html=news/report.html, csv=news/a.csv" in lines["output"]
    assert ".claimcheck.yaml" in lines["settings"]
    assert "no settings file was found" in run(SUPERSEDED, "config", "..").stdout


def test_schema_of_the_settings(run: Run) -> None:
    document: Any = json.loads(run(SUPERSEDED, "schema", "config").stdout)
    assert document == schema()
    Draft202012Validator.check_schema(document)
    valid = Draft202012Validator(document).is_valid
    assert set(document["properties"]) == {s.name for s in settings()}
    assert valid({"fail_on": "never", "strict": True, "reach": 1.5, "change_days": 3, "output": ["sarif=a"], "format": "junit"})
    assert valid({name: member["default"] for name, member in document["properties"].items() if "default" in member})
    for wrong in ({"fail-on": "never"}, {"reach": 0.5}, {"output": ["pdf=a"]}, {"strict": "yes"}):
        assert not valid(wrong)


def test_every_setting_says_what_it_does_and_shows_what_it_reads() -> None:
    for setting in settings():
        assert setting.help.endswith(".")
        shown = setting.kind.show(setting.default)
        if shown:
            assert setting.kind.read((shown,)) == setting.default


def test_the_default_format_is_the_table() -> None:
    assert Settings().format is Format.TABLE
