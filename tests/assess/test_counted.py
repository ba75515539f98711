"""Tolls that grow from day to day: days without a year, and days that a sentence gives its figure."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.subject import Finding

STORY = "Slide at Orlen quarry\n\n{0}Rescuers dug through the mud of the Orlen quarry after a dam burst above it.\n\n{1}\n"
KILLED = "Exactly {} people were killed when the Orlen dam burst, the mayor of Orlen said."


def compared(folder: Path, one: tuple[str, str], two: tuple[str, str]) -> Report:
    for name, parts in (("one", one), ("two", two)):
        (folder / f"{name}.txt").write_text(STORY.format(*parts), encoding="utf-8")
    return claimcheck.compare([folder])


def verdict(report: Report) -> str:
    (found,) = _of_killed(report)
    return found.verdict.value


def _of_killed(report: Report) -> list[Finding]:
    return [f for f in report.findings if any(c.kind == "killed" for p in f.positions for c in p.claims)]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("March 13", "March 14", "superseded"),
        ("March 14", "March 13", "conflict"),
        ("March 13", "March 13", "conflict"),
        ("March 13", "March 14, 2012", "superseded"),
        ("March 13, 2012", "March 14", "superseded"),
        ("Dec. 31", "Jan. 1", "superseded"),
        ("Jan. 1", "Dec. 31, 2012", "conflict"),
        ("Jan. 13", "July 14", "conflict"),  # half a year apart they may be of any two years
    ],
)
def test_days_without_a_year_are_in_order_within_a_story(tmp_path: Path, one: str, two: str, expected: str) -> None:
    report = compared(tmp_path, (f"VELM, {one} (Example) - ", KILLED.format(12)), (f"VELM, {two} - ", KILLED.format(27)))
    assert verdict(report) == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        # The days of the figures decide, not those of the articles.
        (("March 13", KILLED.format(12)), ("March 15", "As of Wednesday, 27 people had died at the Orlen dam."), "superseded"),
        (("March 14", KILLED.format(12)), ("March 15", "As of Monday, 27 people had died at the Orlen dam."), "conflict"),
        # A figure of the day of the other article, told a day later.
        (("March 14", KILLED.format(12)), ("March 15", "As of Wednesday, 27 people had died at the Orlen dam."), "superseded"),
    ],
)
def test_the_day_of_a_figure(tmp_path: Path, one: tuple[str, str], two: tuple[str, str], expected: str) -> None:
    report = compared(tmp_path, *((f"VELM, {day}, 2012 (Example) - ", text) for day, text in (one, two)))
    assert verdict(report) == expected


def test_a_figure_has_a_day_where_its_article_has_none(tmp_path: Path) -> None:
    said = "Exactly 12 people were killed when the Orlen dam burst, the mayor of Orlen said on 13 March 2012."
    report = compared(tmp_path, ("", said), ("", "By 16 March 2012, 27 people had been killed at the Orlen dam."))
    assert verdict(report) == "superseded"
    (found,) = _of_killed(report)
    assert '"Exactly 12 people" as of 13 March 2012' in found.reason
    assert found.explanation == "the figure of two.txt is of 3 days later"


def test_the_day_of_a_figure_takes_the_year_of_one_in_full() -> None:
    (found,) = figures("The Orlen dam was opened on June 3, 2014. As of June 12, 27 people had died there.")
    assert str(found.as_of) == "2014-06-12"
    assert [s.words for s in found.steps if s.rule == "as-of"] == ["As of June 12"]


def test_the_open_day_of_an_article_takes_no_year_from_one_on_which_something_falls_due() -> None:
    claims = claimcheck.extract("Orlen dam\n\nVELM, May 19 - The dam killed 14 people, and a bond on it falls due on June 3, 2014.")
    assert {str(c.as_of) for c in claims} == {"--05-19"}


def figures(text: str) -> list[Claim]:
    return [claim for claim in claimcheck.extract(text) if claim.kind == "killed"]
