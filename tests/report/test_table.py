"""What a person sees. The golden files hold whole reports: read them as a fact-checker would."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest

from claimcheck.model.article import SkippedArticle
from claimcheck.model.report import Report
from claimcheck.model.subject import Verdict
from claimcheck.report import table
from claimcheck.report.interface import Format, Look, writer

from .conftest import Golden
from .factories import Draft, article, ci_report, claim, clean_report, full_report, position, quantity, when

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def shown(report: Report, look: Look) -> str:
    out = io.BytesIO()
    writer(Format.TABLE).write(report, out, look)
    return out.getvalue().decode(look.encoding)


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("full-80.txt", Look(80)),
        ("full-160.txt", Look(160)),
        ("full-80-ascii.txt", Look(80, encoding="ascii")),
    ],
)
def test_whole_report(name: str, look: Look, golden: Golden) -> None:
    golden(name, shown(full_report(), look).encode("utf-8"))


def test_clean_report(golden: Golden) -> None:
    golden("clean-80.txt", shown(clean_report(), Look(80)).encode())


def test_report_beside_a_ledger(golden: Golden) -> None:
    golden("ci-80.txt", shown(ci_report(), Look(80)).encode())


def test_what_the_ledger_knows_takes_a_line() -> None:
    text = shown(ci_report(), Look(160))
    assert "KNOWN TO THE LEDGER  2 subjects" in text
    assert re.search(r"^  superseded  people killed \(Karsa.*suppressed: Accepted by Ana", text, re.MULTILINE)
    assert "SUPERSEDED" not in text
    assert "  ledger: updated  Accepted were 4,500; now also at least 6,500" in text
    assert "NO DISCREPANCY ANY MORE  1 entry of the ledger" in text


def test_empty_report_still_counts() -> None:
    text = shown(Draft([]).report(), Look(80))
    assert "0 articles · 0 skipped · 0 claims · 0 subjects" in text
    assert "0 conflict · 0 superseded · 0 compatible · 0 agree · 0 single" in text


def test_gravest_first() -> None:
    text = shown(full_report(), Look(80))
    heads = re.findall(r"^(CONFLICT|SUPERSEDED|COMPATIBLE|AGREE|SINGLE SOURCE|NOT READ)\b", text, re.MULTILINE)
    assert heads == ["CONFLICT", "SUPERSEDED", "COMPATIBLE", "AGREE", "SINGLE SOURCE", "NOT READ"]


@pytest.mark.parametrize("width", [40, 80, 120, 160, 400])
def test_places_are_never_cut_or_broken(width: int) -> None:
    report = full_report()
    lines = shown(report, Look(width)).splitlines()
    for judged in report.judged:
        first = judged.positions[0].claims[0]
        path = report.article(first.source).path
        place = path if judged.verdict is Verdict.SINGLE and width < 120 else f"{path}:{first.line}"
        assert any(place in line for line in lines), place


@pytest.mark.parametrize("width", [80, 100, 160])
def test_only_lines_with_a_long_place_are_wider_than_the_terminal(width: int) -> None:
    long = [line for line in shown(full_report(), Look(width)).splitlines() if len(line) > width]
    assert all("courier-très-long-name" in line for line in long)


@pytest.mark.parametrize(
    "words",
    ["4,500 troops [sic] were", ":bomb:", "[/b]", "[bold]here[/bold]", "Daily [red]Plain[/red]", "lives [bold]lost[/bold] to"],
)
def test_article_text_is_shown_as_it_stands(words: str) -> None:
    assert words in shown(full_report(), Look(160))


@pytest.mark.parametrize("color", [False, True])
def test_article_text_cannot_steer_the_terminal(color: bool) -> None:
    report = full_report()
    text = ANSI.sub("", shown(report, Look(160, color=color)))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert r"to \x1b[31mletters" in text
    assert r"\u202eevil\u202c" in text


def test_colour_adds_nothing_but_colour() -> None:
    plain, colored = shown(full_report(), Look(80)), shown(full_report(), Look(80, color=True))
    assert "\x1b[" not in plain
    assert ANSI.sub("", colored) == plain
    assert colored != plain


def test_ascii_terminal_gets_ascii() -> None:
    text = shown(full_report(), Look(80, encoding="ascii"))
    assert text.isascii()
    assert "|-------o------|" in text
    assert "----->" in text
    assert r"courier-tr\xe8s-long-name" in text


def test_latin_terminal_keeps_the_letters_it_has() -> None:
    assert "courier-très-long-name" in shown(full_report(), Look(80, encoding="latin-1"))


def many_singles(number: int) -> Report:
    source = article("a.txt", "".join(f"There were {i} boats in bay {i}.\n" for i in range(100, 100 + number)), publisher="A")
    draft = Draft([source])
    for i in range(100, 100 + number):
        draft.subject(f"boats in bay {i}", "boats", [position(claim(source, f"{i} boats", quantity(i), "boats"))])
    return draft.report()


def test_single_sources_are_capped_on_a_terminal_and_it_says_so() -> None:
    text = shown(many_singles(30), Look(80, complete=False))
    assert "SINGLE SOURCE  30 subjects, 20 of them here; --all shows the rest" in text
    assert text.count("boats in bay") == 20


def test_a_complete_report_holds_all() -> None:
    assert shown(many_singles(30), Look(80)).count("boats in bay") == 30


def test_many_articles_and_pairs_of_one_subject_stay_readable() -> None:
    articles = [article(f"a{i:03}.txt", f"There were {10 + i % 5} dead in all ({i}).\n", publisher=f"P{i}") for i in range(100)]
    draft = Draft(articles)
    positions = [position(*(claim(a, f"{10 + k} dead", quantity(10 + k), "killed") for a in articles[k::5])) for k in range(5)]
    pairs = [(i, j) for i in range(5) for j in range(i)]
    findings = [(Verdict.CONFLICT, pair, "apart", f"{pair[0]} against {pair[1]}.", None) for pair in pairs]
    draft.subject("dead", "killed", positions, findings=findings)
    text = shown(draft.report(), Look(80))
    assert text.count("“") == 10  # two quotations a position
    assert text.count("and 12 more articles") == 5
    assert text.count("\n  conflict ") == 3
    assert "Further pairs of positions: 7 conflict." in text


def test_positions_stand_from_low_to_high_with_unknown_days_last() -> None:
    source = article("a.txt", "On 3 May, on 1 May, on Monday.\n")
    days = [("3 May", when(date(2025, 5, 3))), ("Monday", when(None)), ("1 May", when(date(2025, 5, 1)))]
    draft = Draft([source])
    pairs = [(Verdict.CONFLICT, (0, 2), "apart", "They differ.", None)]
    draft.subject("day", "date", [position(claim(source, words, day, "date")) for words, day in days], findings=pairs)
    text = shown(draft.report(), Look(80))
    assert re.findall(r"^  ([A-Z])  (.+?)  .*1 article$", text, re.MULTILINE) == [
        ("A", "1 May 2025"),
        ("B", "3 May 2025"),
        ("C", "day not known"),
    ]
    assert "conflict A–B  They differ." in text


def test_skipped_files_are_named_with_their_reason() -> None:
    draft = Draft([], skipped=[SkippedArticle("a\nb.txt", "It is empty.")])
    assert "  a b.txt: It is empty." in shown(draft.report(), Look(80))


def test_writing_twice_gives_the_same_bytes() -> None:
    one, two = io.BytesIO(), io.BytesIO()
    table.write(full_report(), one, Look(80))
    table.write(full_report(), two, Look(80))
    assert one.getvalue() == two.getvalue()
