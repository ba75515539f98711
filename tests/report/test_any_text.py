"""Whatever an article holds, each format stays what its readers expect and gives the text back."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.model.report import Report
from claimcheck.model.subject import Verdict
from claimcheck.report.interface import Format
from claimcheck.report.reading import read_report
from claimcheck.report.safe import safe

from .factories import Draft, article, claim, position, quantity
from .test_ci_formats import COMMAND, unescaped
from .test_reading_formats import Page, rendered
from .writing import written

PIECES = [
    "<b>",
    "</style>",
    "]]>",
    "::error::",
    "=1+1",
    "|",
    "`",
    "\\",
    "%0A",
    "&amp;",
    "\x1b[31m",
    "\u202e",
    "\r\n",
    ",",
    '"',
    "'",
    "@x",
    "*",
]
ANY = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=6).map("".join)


def report(words: str, name: str) -> Report:
    one = article("one.txt", f"{words} 5 boats\n", publisher=name or "A", published=date(2025, 9, 1))
    two = article(f"two{name}.txt", f"There were 7 boats {words}\n", publisher="B", title=words)
    draft = Draft([one, two])
    sides = [position(claim(one, "5 boats", quantity(5), "boats")), position(claim(two, "7 boats", quantity(7), "boats"))]
    draft.subject(f"boats {words}", "boats", sides, findings=[(Verdict.CONFLICT, (0, 1), "apart", f"5, 7 {words}", words)])
    return draft.report()


few = settings(max_examples=60, deadline=None)


@few
@given(ANY, ANY)
def test_tables_for_spreadsheets(words: str, name: str) -> None:
    rows = list(csv.reader(io.StringIO(written(report(words, name), Format.CSV).decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {25}
    assert len(rows) == 3
    assert not any(re.match(r"\s*[=+@|%\t\r]", value) for row in rows for value in row)


@few
@given(ANY, ANY)
def test_xml(words: str, name: str) -> None:
    failure = next(ET.fromstring(written(report(words, name), Format.JUNIT)).iter("failure"))
    assert failure.get("type") == "conflict"


@few
@given(ANY, ANY)
@example("::error::x", "\n::warning::y")
def test_commands(words: str, name: str) -> None:
    first, last = written(report(words, name), Format.GITHUB).decode("utf-8").split("\n")[:2]
    match = COMMAND.fullmatch(first)
    assert match
    assert match[1] == "error"
    assert unescaped(match[3]).startswith(f"Articles conflict on {safe(f'boats {words}')}")
    assert last.startswith("claimcheck: 2 articles")


@few
@given(ANY, ANY)
def test_pages(words: str, name: str) -> None:
    page = Page(written(report(words, name), Format.HTML).decode("utf-8"))
    assert set(page.tags) <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "p",
        "h1",
        "input",
        "label",
        "b",
        "main",
        "section",
        "h2",
        "span",
        "a",
        "h3",
        "small",
        "figure",
        "blockquote",
        "mark",
        "figcaption",
        "code",
        "table",
        "tr",
        "th",
        "td",
        "div",
        "i",
        "svg",
        "line",
        "path",
        "circle",
        "br",
        "ul",
        "li",
        "footer",
    }


@few
@given(ANY, ANY)
def test_summaries(words: str, name: str) -> None:
    page = rendered(written(report(words, name), Format.MARKDOWN).decode("utf-8"))
    tags = {tag.lower() for tag in re.findall(r"<(\w+)", page)}
    assert tags <= {"h2", "h3", "table", "thead", "tbody", "tr", "th", "td", "b", "br", "code", "p", "ul", "li"}
    assert page.count("<table>") == 2
    assert page.count("<h3>") == 1


@few
@given(ANY, ANY)
def test_documents(words: str, name: str) -> None:
    made = report(words, name)
    for format in (Format.SARIF, Format.GITLAB, Format.JSON):
        assert json.loads(written(made, format))
    for line in written(made, Format.JSONL).split(b"\n")[:-1]:
        assert json.loads(line)
    again = read_report(written(made, Format.JSON), "r.json")
    assert [written(again, f) for f in Format] == [written(made, f) for f in Format]


@few
@given(ANY, ANY)
@example("\x1b[31m\u202e", "\x1b]0;x\x07")
def test_tables_for_a_terminal_hold_nothing_that_steers_it(words: str, name: str) -> None:
    text = written(report(words, name), Format.TABLE).decode("utf-8")
    assert [c for c in text if c in "\x1b\x07\u202e\u2066\r" or (ord(c) < 32 and c != "\n")] == []
