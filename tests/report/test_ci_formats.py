"""GitHub, GitLab, JUnit: real parsers, the limits of those who read them, and text that tries to break out."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimcheck.model.article import SkippedArticle
from claimcheck.model.report import Report
from claimcheck.model.subject import Verdict
from claimcheck.report.interface import Format, Look

from .factories import REPORTS, Draft, article, ci_report, claim, clean_report, full_report, position, quantity
from .writing import text_of, written

GITLAB = Draft202012Validator(
    json.loads(Path(__file__).with_name("schemas").joinpath("gitlab-codequality.json").read_text(encoding="utf-8"))
)
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def many(number: int) -> Report:
    one, two = article("a.txt", "There were 5 boats.\n"), article("b.txt", "There were 7 boats.\n")
    draft = Draft([one, two])
    sides = [position(claim(one, "5 boats", quantity(5), "boats")), position(claim(two, "7 boats", quantity(7), "boats"))]
    for i in range(number):
        draft.subject(f"boats {i}", "boats", sides, findings=[(Verdict.CONFLICT, (0, 1), "apart", "They differ.", None)])
    return draft.report()


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """What the runner reads."""
    found = []
    for line in text_of(report, Format.GITHUB).splitlines():
        if line.startswith("::"):
            match = COMMAND.fullmatch(line)
            assert match, line
            properties = dict(p.split("=", 1) for p in match[2].split(","))
            found.append((match[1], {k: unescaped(v) for k, v in properties.items()}, unescaped(match[3])))
    return found


def unescaped(words: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        words = words.replace(code, character)
    return words


def test_annotations_stand_beside_the_line() -> None:
    kind, place, message = commands(full_report())[0]
    assert kind == "error"
    assert place["file"].endswith("courier-très-long-name-of-a-file-2025-09-03.md")
    assert (place["line"], place["title"]) == ("2", "Conflict: troops in the strait")
    assert "about 4,500 (The Herald, 2 Sept 2025)" in message


def test_article_text_gives_no_command_of_its_own() -> None:
    found = commands(ci_report())
    assert [kind for kind, _, _ in found] == ["error", "error", "warning"]  # the last is the file that was not read
    assert found[0][1]["title"] == "Conflict (new): killed <script>alert(4)</script> ]]> ::error:: | @all"
    assert found[0][1]["file"].startswith("articles/=cmd|a,b:c%41")
    assert all("col" not in place for _, place, _ in found)


def test_what_the_ledger_knows_is_counted_and_not_annotated() -> None:
    assert "2 known or ignored" in text_of(ci_report(), Format.GITHUB).splitlines()[-1]


@pytest.mark.parametrize(("number", "shown", "left"), [(10, 10, None), (11, 9, 2), (500, 9, 491)])
def test_no_more_than_github_shows(number: int, shown: int, left: int | None) -> None:
    found = commands(many(number))
    assert len(found) == 10
    assert sum(kind == "error" for kind, _, _ in found) == shown
    if left:
        assert found[-1][2].startswith(f"{left} more annotations left out")


def test_a_clean_run_annotates_nothing() -> None:
    assert text_of(clean_report(), Format.GITHUB).startswith("claimcheck: 2 articles, 0 skipped")


@pytest.mark.parametrize("name", REPORTS)
def test_gitlab_keeps_to_its_schema_and_tells_all_apart(name: str) -> None:
    document = json.loads(text_of(REPORTS[name](), Format.GITLAB))
    assert [f"{e.json_path}: {e.message}" for e in GITLAB.iter_errors(document)] == []
    prints = [issue["fingerprint"] for issue in document]
    assert len(set(prints)) == len(prints)


def test_gitlab_keeps_what_the_ledger_knows_as_information() -> None:
    document = json.loads(text_of(ci_report(), Format.GITLAB))
    assert [(i["severity"], i["description"].split(":")[0]) for i in document] == [
        ("major", "conflict (new)"),
        ("major", "conflict (updated)"),
        ("info", "superseded (suppressed)"),
        ("info", "compatible (unchanged)"),
        ("info", "not-read"),
    ]


def test_two_equal_fingerprints_are_kept_apart() -> None:
    report = ci_report()
    states = {name: replace(s, fingerprint="same") for name, s in report.states.items()}
    document = json.loads(text_of(replace(report, states=states), Format.GITLAB))
    assert [i["fingerprint"] for i in document][:-1] == ["same", "same-2", "same-3", "same-4"]


def suite(report: Report, look: Look | None = None) -> ET.Element:
    root = ET.fromstring(written(report, Format.JUNIT, look))
    assert root.tag == "testsuites"
    (found,) = root
    return found


def kinds(found: ET.Element) -> list[list[str]]:
    return [[child.tag for child in case] for case in found.iter("testcase")]


@pytest.mark.parametrize("name", REPORTS)
def test_junit_counts_what_it_holds(name: str) -> None:
    found = suite(REPORTS[name]())
    cases = list(found.iter("testcase"))
    assert found.get("tests") == str(len(cases)) != "0"
    assert found.get("failures") == str(len(list(found.iter("failure"))))
    assert found.get("skipped") == str(len(list(found.iter("skipped"))))
    assert all(case.get("classname") and case.get("name") for case in cases)


def test_junit_fails_what_fails_the_run() -> None:
    report = full_report()
    assert kinds(suite(report)) == [["failure"], ["system-out"], ["system-out"], [], [], [], ["skipped"]]
    all_three = Look(failing=frozenset({Verdict.CONFLICT, Verdict.SUPERSEDED, Verdict.COMPATIBLE}))
    assert kinds(suite(report, all_three))[:3] == [["failure"]] * 3
    assert kinds(suite(report, Look(failing=frozenset())))[0] == ["system-out"]


def test_junit_skips_what_the_ledger_knows_with_its_reason() -> None:
    found = suite(ci_report())
    assert kinds(found)[:4] == [["failure"], ["failure"], ["skipped"], ["skipped"]]
    assert [s.get("message") for s in found.iter("skipped")][:2] == [
        "suppressed: Accepted by Ana: two ministries, asked both.",
        "unchanged: known to the ledger",
    ]


def test_junit_gives_hostile_text_back() -> None:
    failure = next(suite(ci_report()).iter("failure"))
    assert failure.text is not None
    assert "<script>alert(1)</script> ]]> killed 5 @everyone" in failure.text
    assert "::error::no such thing killed 6 <!-- </style> --> \ufffd." in failure.text


def test_a_path_that_is_no_text_stops_no_format() -> None:
    report = replace(full_report(), skipped=(SkippedArticle("bad\udcff\ufffe\x01.txt", "It is \ud800 odd."),))
    for format in Format:
        assert written(report, format)
    ET.fromstring(written(report, Format.JUNIT))


def test_positions_beyond_those_a_message_holds_are_counted() -> None:
    articles = [article(f"a{i}.txt", f"There were {i} boats.\n") for i in range(10, 40)]
    draft = Draft(articles)
    sides = [position(claim(a, f"{i} boats", quantity(i), "boats")) for i, a in enumerate(articles, 10)]
    draft.subject("boats", "boats", sides, findings=[(Verdict.CONFLICT, (0, 1), "apart", "They differ.", None)])
    issue: Any = json.loads(text_of(draft.report(), Format.GITLAB))[0]
    assert "and 18 more positions" in issue["description"]


@pytest.mark.parametrize("format", [Format.GITLAB, Format.GITHUB, Format.JUNIT, Format.SARIF])
def test_a_host_finds_the_file_by_its_path_from_the_root(format: Format) -> None:
    """`compare ./news` names articles with `./`, which no host looks for."""
    report = many(1)
    moved = tuple(replace(a, path=f"./news/{a.path}") for a in report.articles)
    told = text_of(replace(report, articles=moved), format)
    place = {
        Format.GITLAB: '"path": "news/a.txt"',
        Format.GITHUB: "file=news/a.txt,",
        Format.JUNIT: 'file="news/a.txt"',
        Format.SARIF: '"uri": "news/a.txt"',
    }
    assert place[format] in told
