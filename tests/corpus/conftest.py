from __future__ import annotations

import pytest

from .cases import Case, load


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a case, under the file, the line and the first words of the sentence."""
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", [pytest.param(case, id=case.id, marks=_gap(case)) for case in load()])


def _gap(case: Case) -> list[pytest.MarkDecorator]:
    """A known gap fails the test once it is closed, so that its mark is taken off; a crash is never a gap."""
    if case.gap is None:
        return []
    return [pytest.mark.xfail(reason=case.gap, strict=True, raises=(AssertionError, pytest.fail.Exception))]
