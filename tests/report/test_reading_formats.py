"""Markdown, CSV, JSON lines and HTML: what a person opens, with text that tries to be more than text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from claimcheck.model.report import Report
from claimcheck.report import markdown
from claimcheck.report.csv import COLUMNS, cell
from claimcheck.report.interface import Format
from claimcheck.report.mark import code, plain

from .factories import REPORTS, ci_report, clean_report, full_report
from .test_ci_formats import many
from .writing import text_of, written

RENDERER = MarkdownIt("gfm-like", {"html": True, "linkify": False})


def rendered(words: str) -> str:
    return str(RENDERER.render(words))


@pytest.mark.parametrize(
    "words",
    ["<b>5</b> & *6* _7_ `8` [a](b) ![c](d) | ~~e~~", "1. no list", "# no heading", "- no list", "a\\|b", "&lt;", "$x$", "a\nb"],
)
def test_text_stays_text_in_markdown(words: str) -> None:
    page = rendered(f"x {plain(words)}")
    shown = re.sub(r"<[^>]+>", "", page).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert shown.replace("\u200b", "").strip() == "x " + " ".join(words.split())
    assert re.findall(r"<(\w+)", page) == ["p"]


@pytest.mark.parametrize("words", ["@all", "a@b.org", "#12", ":bomb:", "https://example.com", "www.example.com"])
def test_markdown_calls_nobody_and_links_nothing(words: str) -> None:
    assert words not in rendered(plain(words))
    assert words in rendered(plain(words)).replace("\u200b", "")


@pytest.mark.parametrize("words", ["a`b", "``a``", "`", "a|b", "<b>"])
def test_code_holds_anything(words: str) -> None:
    table = rendered(f"| h |\n|---|\n| {code(words, cell=True)} |\n")
    assert f"<code>{words.replace('<', '&lt;').replace('>', '&gt;')}</code>" in table
    assert table.count("<td>") == 1


def test_every_row_of_markdown_has_the_columns_of_its_table() -> None:
    page = rendered(text_of(ci_report(), Format.MARKDOWN))
    assert "<script" not in page
    for table in re.findall(r"<table>.*?</table>", page, re.DOTALL)[1:]:
        assert {row.count("<td") + row.count("<th") for row in re.findall(r"<tr>.*?</tr>", table, re.DOTALL)} == {5}


def test_markdown_says_what_is_known_gone_and_unread() -> None:
    text = text_of(ci_report(), Format.MARKDOWN)
    assert "2 to look at, 2 known or ignored, 1 gone." in text
    assert text.count("<details>") == text.count("</details>") == 2
    assert "`e-5` boats \\| sunk" in text
    assert "`articles/photo [1].png`: It is an image" in text


def test_markdown_keeps_its_budget_by_whole_subjects(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "BUDGET", 6_000)
    report = many(50)
    got = written(report, Format.MARKDOWN)
    shown = got.decode().count("### Conflict")
    assert len(got) <= 6_000
    assert 0 < shown < 50
    assert f"**{50 - shown} discrepancies left out here**" in got.decode()
    assert got.decode().count("Id: `") == shown


def test_the_real_budget_is_below_what_github_takes() -> None:
    assert len(written(many(4_000), Format.MARKDOWN)) < 1024 * 1024


def rows(report: Report) -> list[dict[str, str]]:
    got = written(report, Format.CSV)
    assert got.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(got.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", REPORTS)
def test_a_row_a_claim(name: str) -> None:
    report = REPORTS[name]()
    found = rows(report)
    assert Counter(r["claim_id"] for r in found if r["claim_id"]) == Counter(c.id for c in report.claims)
    assert [r["path"] for r in found if r["verdict"] == "not read"] == [s.path for s in report.skipped]
    assert all(set(r) == set(COLUMNS) for r in found)


def test_a_row_says_what_a_spreadsheet_sorts_by() -> None:
    row = next(r for r in rows(full_report()) if r["words"] == "4,500 troops")
    assert (row["verdict"], row["position"], row["value"], row["low"], row["high"]) == (
        "conflict",
        "A",
        "about 4,500",
        "4050",
        "4950",
    )
    assert (row["publisher"], row["published"], row["line"]) == ("The Herald", "2025-09-02", "3")


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ("=cmd()", "'=cmd()"),
        ("+1 (555)", "'+1 (555)"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=cmd()", "' =cmd()"),
        ("＝cmd()", "'＝cmd()"),
        ("%0A", "'%0A"),
        ("-5", "-5"),
        (-5.5, "-5.5"),
        ("at least 14", "at least 14"),
        ("a\r\nb", "a b"),
        (None, ""),
    ],
)
def test_no_cell_is_a_formula(value: object, want: str) -> None:
    assert cell(value) == want


def test_hostile_rows_stay_in_their_cells() -> None:
    boats = next(r for r in rows(ci_report()) if r["kind"] == "boats")
    assert boats["subject"] == "'=cmd() boats"
    assert boats["sentence"] == "'=cmd() saw 7 :bomb: boats, see #12."


def test_a_cell_no_longer_than_a_spreadsheet_holds() -> None:
    assert cell("x" * 40_000).endswith("x [8,000 characters cut]")


def test_a_finding_a_line() -> None:
    report = ci_report()
    records = [json.loads(line) for line in written(report, Format.JSONL).splitlines()]
    assert Counter(r["record"] for r in records) == {"finding": len(report.findings), "ledger": 1, "skipped": 1, "counts": 1}
    first = records[0]
    assert (first["id"], first["subject"]) == (report.findings[0].id, report.judged[0].subject.id)
    assert first["state"]["state"] == "new"
    assert [p["value"] for p in first["positions"]] == ["5", "6"]
    assert first["positions"][0]["claims"][0]["path"].startswith("articles/=cmd")
    assert records[-1]["articles"] == 6


class Page(HTMLParser):
    """What a browser sees of a page."""

    VOID = ("meta", "input", "br")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        known = dict(attrs)
        assert not any(name.startswith("on") for name in known)
        self.links += [str(known[name]) for name in ("href", "src") if name in known]
        self.ids += [str(known["id"])] if "id" in known else []
        if tag not in self.VOID and not self.get_starttag_text_ends():
            self.open.append(tag)

    def get_starttag_text_ends(self) -> bool:
        return (self.get_starttag_text() or "").endswith("/>")

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in ("line", "path", "circle"):
            raise AssertionError(f"{tag} closes {self.open}")

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("name", REPORTS)
def test_html_is_well_formed_runs_nothing_and_loads_nothing(name: str) -> None:
    page = Page(text_of(REPORTS[name](), Format.HTML))
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(page.tags)
    assert all(link.startswith(("#", "https://example.org/")) for link in page.links)
    assert len(set(page.ids)) == len(page.ids)
    assert "default-src 'none'" in text_of(REPORTS[name](), Format.HTML)
    assert "url(" not in text_of(REPORTS[name](), Format.HTML)


def test_html_shows_hostile_text_as_it_stands() -> None:
    words = Page(text_of(ci_report(), Format.HTML)).words
    assert "<script>alert(1)</script> ]]> killed 5 @everyone on www.example.com | \\x1b[2J\\u202ereversed &amp; {0}" in words
    assert "killed <script>alert(4)</script>" in words


def test_html_links_only_to_web_addresses() -> None:
    links = Page(text_of(ci_report(), Format.HTML)).links
    assert "https://example.org/a?b=1&c=<d>" in links
    assert not any("javascript" in link for link in links)


def test_html_has_every_subject_and_a_box_for_every_verdict() -> None:
    report = full_report()
    ids = Page(text_of(report, Format.HTML)).ids
    assert {j.subject.id for j in report.judged} <= set(ids)
    assert {f"f-{v}" for v in ("conflict", "superseded", "compatible", "agree", "single")} <= set(ids)
    assert "f-known" not in ids
    assert "f-known" in Page(text_of(ci_report(), Format.HTML)).ids


def test_a_clean_page_says_so() -> None:
    assert "No conflict in 2 articles" in Page(text_of(clean_report(), Format.HTML)).words


def test_a_claim_of_no_subject_has_its_row_as_well() -> None:
    base = full_report()
    alone = replace(base, judged=base.judged[:1])
    placed = {c.id for c in alone.judged[0].subject.claims}
    assert placed < {c.id for c in alone.claims}
    rows = list(csv.DictReader(io.StringIO(written(alone, Format.CSV).decode("utf-8-sig"), newline="")))
    assert sorted(row["claim_id"] for row in rows if row["claim_id"]) == sorted(c.id for c in alone.claims)
    assert {row["claim_id"] for row in rows if row["subject_id"]} == placed
