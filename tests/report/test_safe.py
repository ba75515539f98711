"""What a terminal obeys is spelled out; every other character is the article's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.safe import encode, safe


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[sic] [/b] :bomb: [link=x]", "[sic] [/b] :bomb: [link=x]"),
        ("naïve – “quoted” 东京 👩\u200d👧 é", "naïve – “quoted” 东京 👩\u200d👧 é"),
        ("\x1b[31mred\x1b]8;;x\x07", r"\x1b[31mred\x1b]8;;x\x07"),
        ("a\u202eb\u2066c\u200fd", r"a\u202eb\u2066c\u200fd"),
        ("one\r\ntwo\tthree\u2028four\x85five", "one two three four five"),
        ("\x9b31m", r"\x9b31m"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("\x00", r"\x00"),
    ],
)
def test_examples(text: str, wanted: str) -> None:
    assert safe(text) == wanted


@given(st.text(st.characters()))
def test_always_one_line_that_can_be_written(text: str) -> None:
    shown = safe(text)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert safe(shown) == shown


@pytest.mark.parametrize(
    ("text", "encoding", "wanted"),
    [
        ("“naïve” – …", "utf-8", "“naïve” – …".encode()),
        ("“naïve” – …", "ascii", b'"na\\xefve" - ...'),
        ("“naïve” – …", "latin-1", b'"na\xefve" - ...'),
        ("a", "no-such-encoding", b"a"),
    ],
)
def test_encoding(text: str, encoding: str, wanted: bytes) -> None:
    assert encode(text, encoding) == wanted
