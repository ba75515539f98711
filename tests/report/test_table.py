"""What a person sees. The golden files hold whole reports: read them as a fact-checker would."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pytest

from claimcheck.model.article import Article, SkippedArticle
from claimcheck.model.claim import Claim, Step
from claimcheck.model.quantity import Bound
from claimcheck.model.report import Report
from claimcheck.model.subject import Verdict
from claimcheck.report import table
from claimcheck.report.interface import Format, Look, writer

from .conftest import Golden
from .factories import Draft, article, ci_report, claim, clean_report, full_report, position, quantity, when
from .writing import text_of

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
    assert "conflict B–A  They differ." in text, "in the order in which the sentence speaks of them"


def test_those_who_agree_on_one_value_put_in_two_ways_are_named() -> None:
    """One position that several articles share is no pair of positions, and its row counts the articles already."""
    articles = [
        article(f"{n}.txt", words, publisher=n) for n, words in (("P", "90 boats\n"), ("Q", "some 90 boats\n"), ("R", "5 boats\n"))
    ]
    one, other, far = (
        claim(a, a.text.strip(), quantity(n, bound), "boats")
        for a, n, bound in zip(articles, (90, 90, 5), (Bound.EXACT, Bound.ABOUT, Bound.EXACT), strict=True)
    )
    draft = Draft(articles)
    draft.subject(
        "boats", "boats", [position(one), position(other), position(far)], findings=[(Verdict.CONFLICT, (0, 2), "apart", "x", None)]
    )
    (judged,) = draft.judged
    agreed = replace(judged.findings[0], id="f-2", verdict=Verdict.AGREE, positions=(position(one, other),))
    alone = replace(agreed, id="f-3", positions=(position(far),))
    draft.judged = [replace(judged, findings=(*judged.findings, agreed, alone))]
    text = shown(draft.report(), Look(80))
    assert "  B and C agree.\n" in text
    assert "Further pairs" not in text


def loose(path: str, words: str, ends: tuple[int, int], said: str) -> tuple[Article, Claim]:
    source = article(path, words)
    read = replace(quantity(ends, Bound.RANGE), vague=True)
    return source, claim(source, words.strip(), read, "boats", steps=(Step("number.vague", said, ""),))


def test_a_loose_word_is_shown_and_not_only_what_it_is_read_as() -> None:
    """Nobody wrote "24 to 99"; an editor looks for "dozens"."""
    (one, dozens), (two, few) = loose("a.txt", "Dozens of boats\n", (24, 99), "Dozens"), loose("b.txt", "5 boats\n", (5, 5), "")
    draft = Draft([one, two])
    few = replace(few, value=quantity(5), steps=())
    draft.subject(
        "boats", "boats", [position(dozens), position(few)], findings=[(Verdict.CONFLICT, (0, 1), "apart", "They differ.", None)]
    )
    draft.subject("more boats", "boats", [position(dozens)])
    report = draft.report()
    text = shown(report, Look(80))
    assert "  B  dozens (24 to 99)  " in text
    assert re.search(r"^ +(line 1 +)?dozens +more boats", text, re.MULTILINE)
    for format in (Format.HTML, Format.MARKDOWN, Format.GITHUB, Format.SARIF):
        assert "dozens (24 to 99)" in text_of(report, format), format


def test_a_margin_gives_the_axis_no_decimals() -> None:
    articles = [article("a.txt", "some 1,456 boats\n"), article("b.txt", "900 boats\n")]
    put = [(quantity(1456, Bound.ABOUT), "some 1,456 boats"), (quantity(900), "900 boats")]
    draft = Draft(articles)
    draft.subject("boats", "boats", [position(claim(a, words, n, "boats")) for a, (n, words) in zip(articles, put, strict=True)])
    draft.judged = [replace(draft.judged[0], verdict=Verdict.CONFLICT)]
    text = shown(draft.report(), Look(80))
    assert re.search(r"^ +900 +1,602$", text, re.MULTILINE)


def test_an_agreement_that_fills_more_than_a_line_breaks_between_its_columns() -> None:
    articles = [article(f"{n}.txt", f"5 boats ({n})\n", publisher=n) for n in "PQRS"]
    draft = Draft(articles)
    label = "boats that lay in the old harbour on the day (Karsa, Morvane)"
    draft.subject(label, "boats", [position(*(claim(a, "5 boats", quantity(5), "boats") for a in articles))])
    (judged,) = draft.judged
    draft.judged = [replace(judged, verdict=Verdict.AGREE)]
    text = shown(draft.report(), Look(80))
    assert re.search(rf"^ +4 articles  {judged.subject.id}$", text, re.MULTILINE)
    assert "P, undated and 3 more · P.txt:1" in text


@pytest.mark.parametrize(
    ("bound", "second", "told"),
    [(Bound.AT_LEAST, 24, True), (Bound.AT_MOST, 4, True), (Bound.AT_LEAST, 5, False), (Bound.EXACT, 10, False)],
)
def test_an_arrow_that_runs_over_what_it_conflicts_with_is_explained(bound: Bound, second: int, told: bool) -> None:
    articles = [article("a.txt", "some 10 boats\n"), article("b.txt", f"{second} boats\n")]
    put = [(quantity(10, bound), "some 10 boats"), (quantity(second), f"{second} boats")]
    draft = Draft(articles)
    sides = [position(claim(a, words, n, "boats")) for a, (n, words) in zip(articles, put, strict=True)]
    draft.subject("boats", "boats", sides, findings=[(Verdict.CONFLICT, (0, 1), "apart", "10 to 20 and it do not overlap.", None)])
    report = draft.report()
    assert ("An open end" in shown(report, Look(160))) is told
    assert ("An open end" in text_of(report, Format.HTML)) is told


def test_skipped_files_are_named_with_their_reason() -> None:
    draft = Draft([], skipped=[SkippedArticle("a\nb.txt", "It is empty.")])
    assert "  a b.txt: It is empty." in shown(draft.report(), Look(80))


def test_writing_twice_gives_the_same_bytes() -> None:
    one, two = io.BytesIO(), io.BytesIO()
    table.write(full_report(), one, Look(80))
    table.write(full_report(), two, Look(80))
    assert one.getvalue() == two.getvalue()
