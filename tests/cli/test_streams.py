"""Results alone on standard output; all else on standard error; colour and progress only where a person asked or watches."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import claimcheck
from claimcheck.cli import console
from claimcheck.cli.app import app
from claimcheck.cli.beside import compared
from claimcheck.config import Color, Settings
from claimcheck.model.subject import Verdict
from claimcheck.progress import Progress, StatusLine

from .conftest import Run
from .reports import report

ROOT = Path(__file__).resolve().parents[2]
CONFLICT = report(Verdict.CONFLICT, skipped=1)


def test_json_stands_alone_on_standard_output(run: Run) -> None:
    result = run(CONFLICT, "compare", "x", "--format", "json")
    assert json.loads(result.stdout)["counts"]["conflict"] == 1
    assert result.stdout.endswith("}\n")


def test_warnings_go_to_standard_error(run: Run) -> None:
    assert run(CONFLICT, "compare", "x", "--format", "json").stderr.splitlines() == [
        "claimcheck: skipped news/photo0.png: It is an image.",
        "claimcheck: note on news/a10.txt: Decoded as latin-1.",
        "claimcheck: note: A note on the run.",
    ]


def test_one_note_on_many_articles_is_told_once(run: Run) -> None:
    many = replace(CONFLICT, articles=tuple(replace(CONFLICT.articles[0], path=f"news/{n}.txt") for n in range(5)))
    said = run(many, "compare", "x", "--format", "json").stderr.splitlines()
    assert "claimcheck: note on news/0.txt, news/1.txt, news/2.txt and 2 more: Decoded as latin-1." in said


@pytest.mark.parametrize("format", ["table", "json"])
def test_quiet(run: Run, format: str) -> None:
    loud, quiet = (run(CONFLICT, "compare", "x", "--format", format, *extra) for extra in ([], ["--quiet"]))
    assert quiet.stderr == ""
    assert quiet.stdout == loud.stdout
    assert quiet.exit_code == loud.exit_code


@pytest.mark.parametrize(
    ("environment", "arguments", "colored"),
    [
        ({}, [], False),  # not a terminal
        ({}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"NO_COLOR": ""}, ["--color", "always"], True),
    ],
)
def test_colour(run: Run, environment: dict[str, str], arguments: list[str], colored: bool) -> None:
    result = run(CONFLICT, "compare", "x", *arguments, env=environment, color=True)
    assert ("\x1b[" in result.stdout) is colored


@pytest.mark.parametrize(
    ("environment", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)]
)
def test_colour_on_a_terminal(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colored: bool) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console.colored(Color.AUTO, terminal=True) is colored


def test_a_pipe_gets_long_lines_unless_told_otherwise(run: Run) -> None:
    lengths = [max(map(len, run(CONFLICT, "compare", "x", env=e).stdout.splitlines())) for e in ({}, {"COLUMNS": "50"})]
    assert lengths[0] > 80
    assert lengths[1] <= 50


def test_progress_is_drawn_on_a_terminal_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Progress] = []

    def compare(*_: object, progress: Progress, **__: object) -> object:
        told.append(progress)
        return CONFLICT

    monkeypatch.setattr(claimcheck, "compare", compare)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    compared(["x"], Settings())
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    compared(["x"], Settings())
    compared(["x"], Settings(quiet=True))
    assert [isinstance(p, StatusLine) for p in told] == [False, True, False]


def test_the_line_of_progress_is_wiped() -> None:
    out = io.StringIO()
    line = StatusLine(out)
    line.stage("reading", 2)
    line.advance()
    line.advance()
    line.close()
    assert "reading 2/2 ..." in out.getvalue()
    assert out.getvalue().endswith("\r\x1b[K")


def python(script: str) -> subprocess.Popen[bytes]:
    """A program of its own, since streams that are closed or cannot hold a letter are the process's."""
    command = [sys.executable, "-c", textwrap.dedent(script)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_reader_that_goes_away_is_no_error() -> None:
    process = python("""
        import sys
        from claimcheck.cli import console
        def write(out):
            for _ in range(10000):
                out.write(b"x" * 1000)
        console.deliver(write)
        sys.exit(1)
    """)
    assert process.stdout is not None
    assert process.stdout.read(10) == b"x" * 10
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(30) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments", [["types"], ["schema", "report"], ["--help"], ["--version"], ["compare", "examples/earthquake-toll"]]
)
def test_a_full_disk_is_told_in_one_sentence(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", *arguments], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == (
        "claimcheck: standard output cannot be written (no space left on device); make room for it or write elsewhere\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_where_nothing_can_be_said_the_code_still_tells() -> None:
    """1 would mean that the articles differ."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", "compare", "no-such-folder"], cwd=ROOT, stdout=full, stderr=full, check=False
        )
    assert done.returncode == 2


def test_help_loads_neither_rich_nor_the_stages() -> None:
    script = """
        import sys
        from claimcheck import cli
        heavy = ["rich", "yaml", "rapidfuzz", "claimcheck.extract.mentions", "claimcheck.pipeline"]
        print([name for name in heavy if name in sys.modules])
    """
    assert python(script).communicate(timeout=30)[0] == b"[]\n"


def test_the_function_and_the_package_of_one_name() -> None:
    script = """
        import claimcheck
        import claimcheck.extract.mentions
        from claimcheck.extract import mentions
        print(callable(claimcheck.extract), mentions.__name__)
    """
    assert python(script).communicate(timeout=30)[0] == b"True claimcheck.extract.mentions\n"


def test_a_name_that_the_locale_cannot_write_is_read_all_the_same(tmp_path: Path) -> None:
    """Such as in a container that sets no language."""
    for name, number in (("été.txt", 5), ("b.txt", 7)):
        (tmp_path / name).write_text(f"The storm killed {number} people in Karsa.\n", encoding="utf-8")
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "claimcheck", "compare", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert b"2 articles" in done.stdout


@pytest.mark.parametrize("arguments", [["compare"], ["config"], ["init", "--yes"]])
def test_what_may_not_be_looked_at_is_no_bug(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing keeps root out, a path that refuses stands in for a folder without permissions."""
    closed = str(tmp_path / "closed")

    def refuse(path: Path, *_: object, **__: object) -> os.stat_result:
        if str(path).startswith(closed):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return os.stat(path)  # noqa: PTH116 - the method is the one replaced

    Path(closed).mkdir()
    monkeypatch.setattr(Path, "stat", refuse)
    result = CliRunner().invoke(app, [*arguments, closed])
    assert result.exit_code in (0, 2, 3)
    assert "bug" not in result.stderr
    assert result.exit_code == 0 or "permission denied" in result.stderr or "no article" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "--text", "x", "--published", "2025-02-30"],
        ["compare", "x", "--today", "soon"],
        ["ledger", "decide", "e-1", "unsure", "--reason", "x", "--expires", "soon"],
    ],
)
def test_a_day_that_is_none_is_told_with_one_that_is(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert f"Invalid value for '{arguments[-2]}': expected a day such as 2025-09-28, found '{arguments[-1]}'" in result.stderr
