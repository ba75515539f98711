"""Ids as a person types them."""

from __future__ import annotations

import pytest

from claimcheck.errors import EXIT_UNABLE, ClaimcheckError
from claimcheck.report.lookup import look_up

from .factories import full_report

REPORT = full_report()
EVERYTHING = [
    *((c.id, c) for c in REPORT.claims),
    *((f.id, f) for f in REPORT.findings),
    *((j.subject.id, j) for j in REPORT.judged),
]


@pytest.mark.parametrize(("name", "thing"), EVERYTHING)
def test_whole_and_shortened(name: str, thing: object) -> None:
    for written in (name, name[:8], name[2:], name[2:8]):
        assert look_up(REPORT, written) is thing


@pytest.mark.parametrize(
    ("written", "words"), [("zzz", "begins with 'zzz'"), ("", "begins with ''"), ("c-", "12 ids; write more of it")]
)
def test_nothing_or_too_much(written: str, words: str) -> None:
    with pytest.raises(ClaimcheckError, match=words) as caught:
        look_up(REPORT, written)
    assert caught.value.exit_code == EXIT_UNABLE
