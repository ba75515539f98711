from __future__ import annotations

import pytest

from .cases import load


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a case, under the file, the line and the first words of the sentence."""
    if "case" in metafunc.fixturenames:
        metafunc.parametrize(
            "case",
            [
                pytest.param(case, id=case.id, marks=[pytest.mark.xfail(reason=case.gap, strict=True)] if case.gap else [])
                for case in load()
            ],
        )
