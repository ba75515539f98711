"""The day of an article that its dateline or a line of publication gives, with its year or without."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from claimcheck.model.article import Article
from claimcheck.model.when import MonthDay

Reads = Callable[[str], Article]
STORY = "At least 17 people were killed when a flood swept through four villages, officials said.{}"
MORE = "Rescuers searched for another nine people through the night, and the governor asked for help."


def story(opening: str, more: str = "", end: str = "") -> str:
    return f"Flood kills 17\n\n{opening}{STORY.format(more)}\n\n{MORE}\n\n{end}".rstrip() + "\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (story("LIMA, March 13, 2012 (Example) - "), date(2012, 3, 13)),
        (story("LIMA, March 13 (Example) - "), MonthDay(3, 13)),
        (story("LIMA (Example) - "), None),
        # A line of publication goes before a dateline, and a full day before one without its year.
        (story("Published March 14, 2012\n\nLIMA, March 13 - "), date(2012, 3, 14)),
        (story("Wed Mar 14, 8:15 am ET\n\nLIMA - "), MonthDay(3, 14)),
        (story("LIMA, February 30 - "), None),
        # The weekday and a day nearby in full force the year.
        (story("LIMA, Tuesday, March 13 - ", " The rain began on March 9, 2012."), date(2012, 3, 13)),
        (story("LIMA, Tuesday, March 13 - ", " The rain began on March 9, 2011."), MonthDay(3, 13)),
        (story("LIMA, March 13 - ", " The rain began on Friday, March 9, and a dam of March 1, 2012, broke."), date(2012, 3, 13)),
        # A day in full alone may be an anniversary, or one on which something falls due.
        (story("LIMA, March 13 - ", " The rain began on March 13, 2012."), MonthDay(3, 13)),
        (story("LIMA, Tuesday, March 13 - ", " The dam is to be mended by June 2012."), MonthDay(3, 13)),
        # So does the weekday with a copyright of one year.
        (story("LIMA, Tuesday, March 13 - ", end="(c) 2012 Example Press Agency"), date(2012, 3, 13)),
        (story("LIMA, March 13 - ", end="(c) 2012 Example Press Agency"), MonthDay(3, 13)),
        (story("LIMA, Tuesday, March 13 - ", end="(c) 2014 Example Press Agency"), MonthDay(3, 13)),
        (story("LIMA, Tuesday, March 13 - ", end="Copyright 2001-2012 Example Press Agency"), MonthDay(3, 13)),
        # A list of what happened on each day has no dateline.
        (story("March 13, 2012 - ", end="March 14, 2012 - The water fell."), None),
        (story("March 13, 2012 - "), date(2012, 3, 13)),
        (story("March 13\n\n"), MonthDay(3, 13)),
        (story("March 13\n\n", end="March 14\n\nThe water fell, and the river was quiet."), None),
    ],
)
def test_the_day_of_an_article(article_of: Reads, text: str, day: date | MonthDay | None) -> None:
    article = article_of(text)
    assert article.day == day
    assert article.published == (day if isinstance(day, date) else None)


def test_what_was_worked_out_is_said(article_of: Reads) -> None:
    found = article_of(story("LIMA, Tuesday, March 13 - ", " The rain began on March 9, 2012."))
    assert found.notes == ("Its day stands there without a year; other days and lines of the page make it 2012-03-13.",)
    left_open = article_of(story("LIMA, March 13 - "))
    assert left_open.notes == ("Its day stands there without a year: it puts articles in order, and no more.",)


def test_the_hour_of_a_day_without_its_year(article_of: Reads) -> None:
    assert article_of(story("Wed Mar 14, 8:15 am ET\n\n")).hour == time(8, 15)
