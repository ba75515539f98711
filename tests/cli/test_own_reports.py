"""A report that lies among the articles is none of them, whatever its format and whatever its name ends in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.report.interface import Format

FLOOD = "---\npublisher: {}\npublished: 2025-09-03\n---\nFlood in Karsa\n\n{} people were killed in the flood in Karsa.\n"


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for name, toll in (("Herald", 14), ("Courier", 19)):
        (tmp_path / "news" / f"{name}.md").write_text(FLOOD.format(name, toll), encoding="utf-8")
    return Path("news")


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("clean", [False, True])
def test_a_report_is_passed_over_and_said_to_be(news: Path, format: Format, clean: bool) -> None:
    runner = CliRunner()
    if clean:
        (news / "Courier.md").write_text(FLOOD.format("Courier", 14), encoding="utf-8")
    for columns in ("40", "200"):
        written = runner.invoke(app, ["compare", "news", "--format", format.value], env={**os.environ, "COLUMNS": columns})
        before = runner.invoke(app, ["compare", "news", "--format", "json"]).stdout_bytes
        for name in ("report.md", "report.txt"):
            (news / name).write_bytes(written.stdout_bytes)
            after = runner.invoke(app, ["compare", "news", "--format", "json"])
            assert f"note: news/{name}: this is a report that claimcheck wrote" in after.stderr
            assert after.stdout_bytes.splitlines()[4:] == before.splitlines()[4:]
            (news / name).unlink()


@pytest.mark.parametrize("text", ["## claimcheck finds a flaw\n\nTen died.\n", "claimcheck: two articles\n\nTen died.\n"])
def test_an_article_about_the_program_is_an_article(news: Path, text: str) -> None:
    (news / "story.md").write_text(text, encoding="utf-8")
    assert "3 articles" in CliRunner().invoke(app, ["compare", "news"]).stdout
