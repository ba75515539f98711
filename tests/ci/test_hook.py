"""The hook for pre-commit: what it runs, and for which files."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from .jobs import ROOT, parsed, shell, write

(HOOK,) = parsed(ROOT / ".pre-commit-hooks.yaml")


def test_it_compares_all_articles_and_not_the_changed_ones() -> None:
    assert HOOK["pass_filenames"] is False
    assert HOOK["require_serial"] is True
    assert (HOOK["id"], HOOK["language"]) == ("claimcheck", "python")
    assert {"id", "name", "description", "entry", "language"} <= HOOK.keys()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("news/a.md", True),
        ("a.txt", True),
        ("news/sources.yaml", True),
        ("sources.yaml", True),
        (".claimcheck.yaml", True),
        (".claimcheck/ledger.jsonl", True),
        ("news/.claimcheck/judgements.jsonl", True),
        ("a.py", False),
        ("resources.yaml", False),
        ("md", False),
        ("data.jsonl", False),
    ],
)
def test_what_it_is_run_for(name: str, wanted: bool) -> None:
    assert bool(re.search(HOOK["files"], name)) is wanted


def test_it_fails_on_what_is_new(tmp_path: Path) -> None:
    news = tmp_path / "work" / "news"
    write(news, "Herald", 14)
    write(news, "Courier", 14)
    line = shlex.join([*shlex.split(HOOK["entry"]), *HOOK["args"]])
    assert shell(line, tmp_path / "work", {}).returncode == 0
    write(news, "Courier", 19)
    done = shell(line, tmp_path / "work", {})
    assert done.returncode == 1
    assert "CONFLICT" in done.stdout
