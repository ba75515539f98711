"""What a script may rely on: 0, 1, 2 and 3, the same for every format."""

from __future__ import annotations

import pytest

from claimcheck.config import FailOn
from claimcheck.errors import ClaimcheckError, DataFileError, NothingToCompareError, Place
from claimcheck.model.subject import Verdict
from claimcheck.report.interface import Format

from .conftest import Run
from .reports import report

V, F = Verdict, FailOn

THRESHOLDS = [
    # verdict, and the exit code for each --fail-on: conflict, superseded, compatible, never
    (V.CONFLICT, (1, 1, 1, 0)),
    (V.SUPERSEDED, (0, 1, 1, 0)),
    (V.COMPATIBLE, (0, 0, 1, 0)),
    (V.AGREE, (0, 0, 0, 0)),
    (V.SINGLE, (0, 0, 0, 0)),
    (None, (0, 0, 0, 0)),
]
CASES = [(verdict, threshold, code) for verdict, codes in THRESHOLDS for threshold, code in zip(F, codes, strict=True)]


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize(("verdict", "threshold", "code"), CASES)
def test_thresholds(run: Run, verdict: Verdict | None, threshold: FailOn, code: int, format: Format) -> None:
    assert run(report(verdict), "compare", "x", "--fail-on", threshold, "--format", format).exit_code == code


def test_only_conflicts_fail_by_default(run: Run) -> None:
    assert run(report(V.CONFLICT), "compare", "x").exit_code == 1
    assert run(report(V.SUPERSEDED), "compare", "x").exit_code == 0


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize(
    ("articles", "words"), [(0, "no article could be read"), (1, "only one article could be read (news/a10.txt)")]
)
def test_nothing_to_compare(run: Run, articles: int, words: str, format: Format) -> None:
    result = run(report(None, articles), "compare", "x", "--quiet", "--format", format)
    assert result.exit_code == 3
    assert words in result.stderr
    assert result.stdout  # the report is still printed


def test_skipped_files_fail_only_when_strict(run: Run) -> None:
    assert run(report(V.AGREE, skipped=2), "compare", "x").exit_code == 0
    assert run(report(V.CONFLICT, skipped=2), "compare", "x").exit_code == 1
    strict = run(report(V.CONFLICT, skipped=2), "compare", "x", "--strict", "--quiet")
    assert strict.exit_code == 3
    assert strict.stderr.startswith("claimcheck: --strict: 2 files could not be read")
    assert run(report(V.CONFLICT), "compare", "x", "--strict").exit_code == 1


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (ClaimcheckError("that cannot be"), 2, "claimcheck: that cannot be\n"),
        (DataFileError(Place("sources.yaml", 3, 1), "this is no date"), 2, "claimcheck: sources.yaml:3:1: this is no date\n"),
        (NothingToCompareError("nothing here"), 3, "claimcheck: nothing here\n"),
        (ClaimcheckError("evil \x1b[31m name"), 2, "claimcheck: evil \\x1b[31m name\n"),
    ],
)
def test_errors_are_one_sentence(run: Run, error: Exception, code: int, words: str) -> None:
    result = run(error, "compare", "x")
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", words)


def test_a_bug_is_called_one_and_is_no_finding(run: Run) -> None:
    result = run(ZeroDivisionError("oops"), "compare", "x")
    assert result.exit_code == 2
    assert result.stderr.startswith("claimcheck: this is a bug in claimcheck, not in your articles (ZeroDivisionError: oops)")
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_bug_shows_its_traceback_when_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_DEBUG", "1")
    result = run(ZeroDivisionError("oops"), "compare", "x")
    assert result.exit_code == 2
    assert "Traceback" in result.stderr


def test_interrupted(run: Run) -> None:
    result = run(KeyboardInterrupt(), "compare", "x")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare"],
        ["compare", "x", "--format", "xml"],
        ["compare", "x", "--fail-on", "agree"],
        ["compare", "x", "--no-such-option"],
        ["no-such-command"],
        ["extract"],
        ["extract", "a.txt", "--text", "b"],
        ["extract", "--text", "b", "--published", "yesterday"],
        ["explain"],
        ["schema", "nothing"],
    ],
)
def test_usage_errors(run: Run, arguments: list[str]) -> None:
    result = run(report(None), *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error" in result.stderr or "Usage" in result.stderr
    assert "Traceback" not in result.stderr


def test_help_names_every_code(run: Run) -> None:
    for arguments in (["--help"], ["compare", "--help"]):
        result = run(report(None), *arguments)
        assert result.exit_code == 0
        for line in (
            "0  nothing at or above",
            "1  a discrepancy at or above",
            "2  could not do the job",
            "3  nothing could be compared",
        ):
            assert line in result.stdout
