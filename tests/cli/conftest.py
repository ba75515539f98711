"""The command line with a comparison made by hand."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import claimcheck
from claimcheck.cli import app
from claimcheck.config import Settings
from claimcheck.model.report import Report

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLAIMCHECK_DEBUG", "CI"):
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith("CLAIMCHECK_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run(outcome, "compare", "x", ...)`: the command, with `claimcheck.compare` giving that report or raising that error."""

    def invoke(outcome: Report | BaseException, *arguments: str, **options: Any) -> Result:
        def compare(paths: list[str], settings: Settings, **_: object) -> Report:
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

        monkeypatch.setattr(claimcheck, "compare", compare)
        return CliRunner().invoke(app, list(arguments), **options)

    return invoke
