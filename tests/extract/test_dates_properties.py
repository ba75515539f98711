"""Laws that hold for any day, and for any text."""

from __future__ import annotations

import importlib.resources
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.dates.find import find_dates, find_times
from claimcheck.extract.mentions import DateMention
from claimcheck.lexicon.dates import load_dates
from claimcheck.lexicon.document import parse
from claimcheck.text.tokens import tokenise

_DOCUMENT = parse(
    importlib.resources.files("claimcheck.claims").joinpath("lexicon/en/dates.yaml").read_text(encoding="utf-8"), "dates.yaml"
)
assert _DOCUMENT is not None
LEXICON = load_dates(_DOCUMENT)
Within = Callable[[float, Callable[[], object]], None]
DAYS = st.dates(date(1901, 1, 1), date(2098, 12, 31))
ORDERS = [
    "{d:%B} {d.day}, {d.year}",
    "{d:%b} {d.day}, {d.year}",
    "{d.day} {d:%B} {d.year}",
    "{d:%A}, {d:%B} {d.day}, {d.year}",
    "the {d.day}th of {d:%B} {d.year}",
    "{d.year}-{d.month:02d}-{d.day:02d}",
    "{d.month}/{d.day}/{d.year}",
    "{d.day:02d}.{d.month:02d}.{d.year}",
]
SCRAPS = (
    "Jan Sept. May march 6 12 31 2013 1999 - – , . / : ' ’ s 91 the of in since last this next week year Tuesday ago a two first "
    "half quarter early mid late end will said p.m. am GMT through and to weekend summer 1970 th 9/11 2,000 $ % million people “ ”"
)


def find(text: str, on: date | None = None) -> list[DateMention]:
    return find_dates(tokenise(text), [], on, LEXICON)


@given(day=DAYS, order=st.sampled_from(ORDERS), on=st.none() | DAYS)
def test_a_day_written_in_full_reads_back_as_itself(day: date, order: str, on: date | None) -> None:
    (mention,) = find(f"It was signed on {order.format(d=day)} in Vienna.", on)
    assert mention.when.days == (day, day)
    assert not mention.when.relative


@given(on=DAYS, back=st.integers(0, 340))
def test_a_month_and_day_that_looks_back_is_of_the_year_before_the_article(on: date, back: int) -> None:
    day = on - timedelta(days=back)
    (mention,) = find(f"It was signed on {day:%B} {day.day} in Vienna.", on)
    assert mention.when.days == (day, day)


@given(on=DAYS, weekday=st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]))
def test_a_weekday_is_within_a_week_of_the_article(on: date, weekday: str) -> None:
    (back,), (ahead,), (last,) = (
        find(f"He died {weekday}.", on),
        find(f"It will open {weekday}.", on),
        find(f"He died last {weekday}.", on),
    )
    for mention, low, high in ((back, -6, 0), (ahead, 0, 6), (last, -7, -1)):
        assert mention.when.days is not None
        assert f"{mention.when.days[0]:%A}" == weekday
        assert low <= (mention.when.days[0] - on).days <= high


@given(on=DAYS, count=st.integers(1, 99))
def test_days_ago_are_counted_from_the_article(on: date, count: int) -> None:
    (mention,) = find(f"They met {count} days ago.", on)
    assert mention.when.first == on - timedelta(days=count)


@given(words=st.lists(st.sampled_from(SCRAPS.split()), max_size=25), on=st.none() | st.dates())
def test_any_heap_of_date_words_gives_days_in_order_and_apart(words: list[str], on: date | None) -> None:
    text = " ".join(words)
    tokens = tokenise(text)
    found = find_dates(tokens, [], on, LEXICON)
    ends = [-1]
    for mention in found:
        assert ends[-1] < mention.first <= mention.last < len(tokens)
        ends.append(mention.last)
        assert (mention.when.first is None) == (mention.when.last is None)
        if mention.when.days is not None:
            assert mention.when.days[0] <= mention.when.days[1]
    for first, last in find_times(tokens, LEXICON):
        assert 0 <= first <= last < len(tokens)


@given(text=st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    find(text, date(2013, 8, 21))


@pytest.mark.parametrize(
    "scrap",
    [
        "Jan ",
        "Jan. 1-",
        "2013-",
        "the 1st of ",
        "Tuesday, ",
        "since early late ",
        "a year ago ",
        "'91 ",
        "“",
        "12:",
        "as early as ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(scrap: str, within: Within) -> None:
    tokens = tokenise(scrap * 5000)
    within(5, lambda: find_dates(tokens, [], date(2013, 8, 21), LEXICON))
