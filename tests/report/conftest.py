"""Whole texts kept beside the tests. `UPDATE_GOLDEN=1 pytest tests/report` writes them anew; read the diff before committing it."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

GOLDEN = Path(__file__).with_name("golden")

STYLE = (files("claimcheck.report") / "html.css").read_bytes()
"""Stands in its own file, and need not be read again in every page that holds it."""

Golden = Callable[[str, bytes], None]


@pytest.fixture
def golden() -> Golden:
    def check(name: str, got: bytes) -> None:
        path = GOLDEN / name
        got = got.replace(STYLE, b"")
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_bytes(got)
        assert got.decode("utf-8") == path.read_bytes().decode("utf-8")

    return check
