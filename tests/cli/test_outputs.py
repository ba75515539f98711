"""Several reports in one run, whole or not at all; and a saved report written in other formats."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from claimcheck.cli.delivery import write_file
from claimcheck.errors import ClaimcheckError
from claimcheck.model.subject import Verdict
from claimcheck.report.interface import Format

from .conftest import Run
from .reports import report

CONFLICT = report(Verdict.CONFLICT)
FOR_PROGRAMS = [f for f in Format if f is not Format.TABLE]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_several_files_and_nothing_on_standard_output(run: Run, folder: Path) -> None:
    result = run(CONFLICT, "compare", "x", "--output", "sarif=out.sarif", "--output", "markdown=summary.md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert json.loads((folder / "out.sarif").read_text())["version"] == "2.1.0"
    assert (folder / "summary.md").read_text().startswith("## claimcheck: 1 conflict")
    assert names(folder) == ["out.sarif", "summary.md"]


def test_standard_output_too_where_it_is_asked_for(run: Run, folder: Path) -> None:
    table = run(CONFLICT, "compare", "x").stdout
    assert run(CONFLICT, "compare", "x", "--format", "table", "--output", "json=r.json").stdout == table
    github = run(CONFLICT, "compare", "x", "--output", "github=-", "--output", "json=r.json")
    assert github.stdout.startswith("::error file=news/a10.txt")


@pytest.mark.parametrize("format", list(Format))
def test_a_file_holds_what_standard_output_would(run: Run, folder: Path, format: Format) -> None:
    run(CONFLICT, "compare", "x", "--output", f"{format.value}=out")
    assert (folder / "out").read_bytes() == run(CONFLICT, "compare", "x", "--format", format.value).stdout_bytes


@pytest.mark.parametrize("format", list(Format))
def test_render_writes_what_the_run_would_have_written(run: Run, folder: Path, format: Format) -> None:
    run(CONFLICT, "compare", "x", "--output", "json=r.json")
    direct = run(CONFLICT, "compare", "x", "--format", format.value)
    rendered = run(AssertionError("nothing is compared"), "render", "r.json", "--format", format.value)
    assert (rendered.exit_code, rendered.stderr) == (0, "")
    assert rendered.stdout_bytes == direct.stdout_bytes


def test_render_reads_standard_input_and_writes_files(run: Run, folder: Path) -> None:
    saved = run(CONFLICT, "compare", "x", "--format", "json").stdout_bytes
    result = run(CONFLICT, "render", "-", "--output", "csv=a.csv", "--output", "junit=-", input=saved)
    assert result.stdout.startswith("<?xml")
    assert (folder / "a.csv").read_bytes() == run(CONFLICT, "compare", "x", "--format", "csv").stdout_bytes


def test_junit_fails_what_fails_the_run(run: Run) -> None:
    loud, quiet = (run(CONFLICT, "compare", "x", "--format", "junit", "--fail-on", f).stdout for f in ("conflict", "never"))
    assert "<failure" in loud
    assert "<failure" not in quiet


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["render", "none.json"], "none.json cannot be read (no such file or directory)"),
        (["render", "a.txt"], "a.txt:1:1: this is no valid JSON"),
        (["compare", "x", "--output", "sarif=none/out.sarif"], "the folder of none/out.sarif does not exist"),
        (["compare", "x", "--output", "sarif=folder"], "folder is a folder; name a file in it for the sarif report"),
        (["compare", "x", "--output", "sarif=a", "--output", "json=./a"], "sarif and json are both to go to ./a"),
        (["compare", "x", "--format", "json", "--output", "sarif=-"], "json and sarif are both to go to standard output"),
    ],
)
def test_mistakes(run: Run, folder: Path, arguments: list[str], words: str) -> None:
    (folder / "folder").mkdir()
    (folder / "a.txt").write_text("no report")
    result = run(CONFLICT, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_no_article_is_written_over(run: Run, folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "a10.txt").write_text("There were 10 boats.\n")
    result = run(CONFLICT, "compare", "news", "--output", "markdown=./news/../news/a10.txt", "--output", "json=r.json")
    assert result.exit_code == 2
    assert "was read as an article and would be written over by the markdown report" in result.stderr
    assert (folder / "news" / "a10.txt").read_text() == "There were 10 boats.\n"
    assert not (folder / "r.json").exists()


def test_a_failure_leaves_the_old_file_as_it_was(folder: Path) -> None:
    (folder / "out").write_text("old")

    def fail(out: BinaryIO) -> None:
        out.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_file("out", fail)
    assert (folder / "out").read_text() == "old"
    assert names(folder) == ["out"]


def test_permissions_stay_and_new_files_get_the_usual_ones(folder: Path) -> None:
    (folder / "old").write_text("old")
    (folder / "old").chmod(0o640)
    (folder / "usual").write_text("")
    for name in ("old", "new"):
        write_file(name, lambda out: out.write(b"new"))
    assert (folder / "old").stat().st_mode & 0o777 == 0o640
    assert (folder / "new").stat().st_mode == (folder / "usual").stat().st_mode


def test_a_link_stays_a_link_and_a_device_a_device(folder: Path) -> None:
    (folder / "real").write_text("old")
    (folder / "link").symlink_to("real")
    write_file("link", lambda out: out.write(b"new"))
    assert (folder / "link").is_symlink()
    assert (folder / "real").read_bytes() == b"new"
    os.mkfifo(folder / "pipe")
    reader = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_file("pipe", lambda out: out.write(b"new"))
    assert os.read(reader, 10) == b"new"
    os.close(reader)


def test_a_full_disk_is_told_in_a_sentence(folder: Path) -> None:
    def full(_: BinaryIO) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(ClaimcheckError, match=r"out cannot be written \(no space left on device\)"):
        write_file("out", full)
    assert names(folder) == []


@pytest.mark.parametrize("format", FOR_PROGRAMS)
def test_progress_and_warnings_stay_out_of_results(run: Run, format: Format) -> None:
    loud, quiet = (run(report(Verdict.CONFLICT, skipped=1), "compare", "x", "--format", format, *q) for q in ([], ["--quiet"]))
    assert loud.stdout_bytes == quiet.stdout_bytes
    assert "skipped news/photo0.png" in loud.stderr
    assert quiet.stderr == ""
