"""What a reader of an article would say each date means, on the day the article was written."""

from __future__ import annotations

import importlib.resources
import re
from datetime import date, time
from decimal import Decimal

import pytest

from claimcheck.errors import DataFileError
from claimcheck.extract.dates.calendar import settle
from claimcheck.extract.dates.find import find_dates, find_times
from claimcheck.extract.mentions import DateMention, Form, Number
from claimcheck.lexicon.dates import Dates, load_dates
from claimcheck.lexicon.document import parse
from claimcheck.model.quantity import Bound
from claimcheck.text.tokens import Kind, Token, tokenise

PATH = "lexicon/en/dates.yaml"
TEXT = importlib.resources.files("claimcheck.claims").joinpath(PATH).read_text(encoding="utf-8")
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def load() -> Dates:
    document = parse(TEXT, PATH)
    assert document is not None
    return load_dates(document)


LEXICON = load()


def numbers_of(tokens: list[Token]) -> list[Number]:
    """The numbers that these tests need: digits, one to twelve, ordinals and two vague words."""
    found = []
    for at, token in enumerate(tokens):
        if token.kind is Kind.NUMBER:
            value = Decimal(token.text.replace(",", ""))
            found.append(Number(at, at, value, value, Form.DIGITS))
        elif token.norm in _WORDS:
            value = Decimal(_WORDS.index(token.norm) + 1)
            found.append(Number(at, at, value, value, Form.WORDS))
        elif token.norm == "sixth":
            found.append(Number(at, at, Decimal(6), Decimal(6), Form.ORDINAL))
        elif token.norm == "several":
            found.append(Number(at, at, Decimal(3), Decimal(9), Form.VAGUE))
    return found


def read(text: str, on: str | None = None) -> list[DateMention]:
    tokens = tokenise(text)
    return find_dates(tokens, numbers_of(tokens), date.fromisoformat(on) if on else None, LEXICON)


def shown(text: str, on: str | None = None) -> list[str]:
    """Each date as "words = first day last day"."""
    tokens = tokenise(text)
    found = []
    for mention in read(text, on):
        words = text[tokens[mention.first].start : tokens[mention.last].end]
        first, last = mention.when.first, mention.when.last
        days = "?" if first is None else str(first) if first == last else f"{first} {last}"
        found.append(f"{words} = {days}")
    return found


# On these days: a Monday, a Thursday, a Friday, a Tuesday.
MON, THU, FRI, TUE = "2025-09-29", "2011-11-10", "2019-02-15", "2008-05-13"

READ: list[tuple[str, str | None, list[str]]] = [
    # Days in full, in the orders that papers use.
    ("Lehman Brothers failed on September 15, 2008.", None, ["September 15, 2008 = 2008-09-15"]),
    ("The treaty was signed 2 July 1997 in Lisbon.", None, ["2 July 1997 = 1997-07-02"]),
    ("An edict of the 6th of March 1521 survives.", None, ["the 6th of March 1521 = 1521-03-06"]),
    ("Log entry 2014-02-28: pump replaced.", None, ["2014-02-28 = 2014-02-28"]),
    ("Filed 2016/11/09 by the night desk.", None, ["2016/11/09 = 2016-11-09"]),
    ("Invoice dated 4/9/2007.", None, ["4/9/2007 = 2007-04-09"]),
    ("Invoice dated 23/9/2007, unpaid.", None, ["23/9/2007 = 2007-09-23"]),
    ("Stamped 11/10/11 by the clerk.", MON, ["11/10/11 = 2011-11-10"]),
    ("Das Protokoll vom 21.08.2013 is missing.", None, ["21.08.2013 = 2013-08-21"]),
    ("Wednesday, Nov. 9, 2016, was a long day.", None, ["Wednesday, Nov. 9, 2016 = 2016-11-09"]),
    ("Sat. 3 June 2017: eight people die near the market.", None, ["Sat. 3 June 2017 = 2017-06-03"]),
    ("Feb 29 2012 had a leap second rehearsal.", None, ["Feb 29 2012 = 2012-02-29"]),
    ("She resigned on the sixth of May, 2010.", None, ["the sixth of May, 2010 = 2010-05-06"]),
    # A month and day: the year is the nearest one, in the direction the sentence looks.
    ("The survey ship sank Sept. 6 off Aruba.", MON, ["Sept. 6 = 2025-09-06"]),
    ("The strike began on December 22nd.", FRI, ["December 22nd = 2018-12-22"]),
    ("Her trial will open on March 3.", FRI, ["March 3 = 2019-03-03"]),
    ("Delegates will gather on 20 January.", THU, ["20 January = 2012-01-20"]),
    ("He was buried on 14 November last year.", FRI, ["14 November last year = 2018-11-14"]),
    ("The plant is due to reopen on Jan. 9.", THU, ["Jan. 9 = 2012-01-09"]),
    ("Comment was refused May 13 by both firms.", TUE, ["May 13 = 2008-05-13"]),
    ("Tuesday, June 19 was the hottest.", "2013-02-01", ["Tuesday, June 19 = 2012-06-19"]),
    ("A landslide closed the pass on May 20.", None, ["May 20 = --05-20"]),
    ("On November the 11th the guns fall silent.", None, ["November the 11th = --11-11"]),
    ("The cathedral burned on the 14th of April.", None, ["the 14th of April = --04-14"]),
    ("The envoys met again July 6, this year.", THU, ["July 6, this year = 2011-07-06"]),
    ("Last year on June 8 the dam overflowed.", FRI, ["Last year on June 8 = 2018-06-08"]),
    # Several days in one expression, and two dates side by side.
    ("The fair runs Dec. 3-5 in Basel.", THU, ["Dec. 3-5 = 2011-12-03 2011-12-05"]),
    ("Talks are set for 3-5 December.", THU, ["3-5 December = 2011-12-03 2011-12-05"]),
    ("Heavy snow fell Jan. 12 and 13.", FRI, ["Jan. 12 and 13 = 2019-01-12 2019-01-13"]),
    ("Between March 2 and March 9 nobody crossed.", "2014-04-01", ["March 2 = 2014-03-02", "March 9 = 2014-03-09"]),
    ("It was shut from Dec. 22 through Jan. 25.", FRI, ["Dec. 22 = 2018-12-22", "Jan. 25 = 2019-01-25"]),
    (
        "Harvest weeks: May 4-20 and May 21-June 7.",
        "2014-07-01",
        ["May 4-20 = 2014-05-04 2014-05-20", "May 21 = 2014-05-21", "June 7 = 2014-06-07"],
    ),
    # Months.
    ("The rebels took the port in July.", THU, ["July = 2011-07-01 2011-07-31"]),
    ("Northerners voted for a split in December.", THU, ["December = 2010-12-01 2010-12-31"]),
    ("The mayor has an election looming in January.", "2012-11-21", ["January = 2013-01-01 2013-01-31"]),
    ("He is looking forward to elections in March.", "2012-11-21", ["March = 2013-03-01 2013-03-31"]),
    ("The toll road opened in June 2007.", None, ["June 2007 = 2007-06-01 2007-06-30"]),
    ("By February of 2008 prices had doubled.", None, ["February of 2008 = 2008-02-01 2008-02-29"]),
    ("A report from Mar. 2005 warned of it.", None, ["Mar. 2005 = 2005-03-01 2005-03-31"]),
    ("Floods hit the delta in April.", None, ["April = --04-01 --04-30"]),
    ("Its March report blames the drought.", "2013-08-23", ["March = 2013-03-01 2013-03-31"]),
    ("Camps have filled since June.", THU, ["since June = 2011-06-01 2011-06-30"]),
    ("In March and May the river froze.", "2013-08-23", ["March = 2013-03-01 2013-03-31", "May = 2013-05-01 2013-05-31"]),
    ("Last August, inspectors were turned away.", "2013-08-21", ["Last August = 2012-08-01 2012-08-31"]),
    ("It was confirmed this past June.", "2013-08-21", ["this past June = 2013-06-01 2013-06-30"]),
    ("The clinic opens next October.", "2013-08-21", ["next October = 2013-10-01 2013-10-31"]),
    ("Nine ships were taken in September this year.", "2008-12-13", ["September this year = 2008-09-01 2008-09-30"]),
    ("The arrests of October last year were illegal.", "2008-12-13", ["October last year = 2007-10-01 2007-10-31"]),
    # Thirds of months and of years.
    ("In early September the fleet put to sea.", MON, ["early September = 2025-09-01 2025-09-10"]),
    ("Since mid-August they have fired at boats.", MON, ["Since mid-August = 2025-08-11 2025-08-20"]),
    ("Late in May the bank raised rates.", MON, ["Late in May = 2025-05-21 2025-05-31"]),
    ("That was at the start of July.", MON, ["the start of July = 2025-07-01 2025-07-10"]),
    ("The harvest ends at November-end.", MON, ["November-end = 2024-11-21 2024-11-30"]),
    ("They met in the middle of February 2016.", None, ["the middle of February 2016 = 2016-02-11 2016-02-20"]),
    ("Funding lapsed at the end of last month.", FRI, ["the end of last month = 2019-01-21 2019-01-31"]),
    ("The revolt began in early 2011.", None, ["early 2011 = 2011-01-01 2011-04-30"]),
    ("By mid-2013 the camp held thousands.", None, ["mid-2013 = 2013-05-01 2013-08-31"]),
    ("Shares peaked late last year.", TUE, ["late last year = 2007-09-01 2007-12-31"]),
    ("Gold stood far lower at end-1985.", None, ["end-1985 = 1985-09-01 1985-12-31"]),
    ("The early 1980s were lean.", None, ["early 1980s = 1980-01-01 1983-12-31"]),
    # Years.
    ("He has governed since 2013.", None, ["since 2013 = 2013-01-01 2013-12-31"]),
    ("A 2020 indictment names four men.", None, ["2020 = 2020-01-01 2020-12-31"]),
    ("The 2004 tsunami reached Somalia.", None, ["2004 = 2004-01-01 2004-12-31"]),
    ("It lost money in fiscal 2007.", None, ["fiscal 2007 = 2007-01-01 2007-12-31"]),
    ("The 2012 elections were postponed.", None, ["2012 = 2012-01-01 2012-12-31"]),
    ("In 2013 people voted twice.", None, ["2013 = 2013-01-01 2013-12-31"]),
    ("The mill was built in 1808.", None, ["1808 = 1808-01-01 1808-12-31"]),
    ("He came to Texas in ’91.", MON, ["’91 = 1991-01-01 1991-12-31"]),
    ("She has farmed there since '03.", MON, ["since '03 = 2003-01-01 2003-12-31"]),
    ("Obama’s 2012 campaign spent more.", None, ["2012 = 2012-01-01 2012-12-31"]),
    ("The film (1963) was banned.", None, ["1963 = 1963-01-01 1963-12-31"]),
    ("The post-1945 order is fading.", None, ["1945 = 1945-01-01 1945-12-31"]),
    ("He has smuggled since at least 1999.", None, ["since at least 1999 = 1999-01-01 1999-12-31"]),
    ("During the Chávez years (1999-2013) it grew.", None, ["1999-2013 = 1999-01-01 2013-12-31"]),
    ("The winter of 2008-2009 was mild.", None, ["winter of 2008-2009 = 2008-01-01 2009-12-31"]),
    ("The crash of 2008–09 ruined them.", None, ["2008–09 = 2008-01-01 2009-12-31"]),
    ("The season of 1999-00 ended badly.", None, ["1999-00 = 1999-01-01 2000-12-31"]),
    ("Another burst came in 2009-'10.", None, ["2009-'10 = 2009-01-01 2010-12-31"]),
    ("The law dates from the 1970s.", None, ["the 1970s = 1970-01-01 1979-12-31"]),
    ("Fashions of the ’60s returned.", MON, ["the ’60s = 1960-01-01 1969-12-31"]),
    ("Taxes rise in the second half of 2008.", None, ["second half of 2008 = 2008-07-01 2008-12-31"]),
    ("Output fell in the first quarter of 2010.", None, ["first quarter of 2010 = 2010-01-01 2010-03-31"]),
    ("Sales slid during the first half of last year.", FRI, ["first half of last year = 2018-01-01 2018-06-30"]),
    ("He walked the coast in the summer of 2011.", None, ["summer of 2011 = 2011-06-01 2011-09-22"]),
    ("Voters told me so last fall.", FRI, ["last fall = 2018-09-01 2018-12-21"]),
    ("The Boston of 1919, and the flu.", None, ["1919 = 1919-01-01 1919-12-31"]),
    # Weekdays: the latest, the day itself included; the coming one where the clause looks ahead.
    ("A spokesman said Friday that it was over.", FRI, ["Friday = 2019-02-15"]),
    ("The House passed it on Thursday.", FRI, ["Thursday = 2019-02-14"]),
    ("Sunday's vote was calm.", THU, ["Sunday's = 2011-11-06"]),
    ("Shells fell late Tuesday on Homs.", THU, ["late Tuesday = 2011-11-08"]),
    ("Monday night saw looting.", THU, ["Monday night = 2011-11-07"]),
    ("Police freed them overnight Tuesday.", THU, ["overnight Tuesday = 2011-11-08"]),
    ("Wednesday bombings killed nobody.", THU, ["Wednesday = 2011-11-09"]),
    ("The offices will be closed Saturday.", THU, ["Saturday = 2011-11-12"]),
    ("Crossings were to be opened Monday night.", THU, ["Monday night = 2011-11-14"]),
    ("She was expected to be charged Tuesday.", MON, ["Tuesday = 2025-09-30"]),
    ("The accord calls for talks to begin Thursday.", "2012-11-21", ["Thursday = 2012-11-22"]),
    ("On Tuesday, the court will hear both sides.", FRI, ["Tuesday = 2019-02-19"]),
    ("He said on Tuesday the court will hear both sides.", FRI, ["Tuesday = 2019-02-12"]),
    ("She said that on Tuesday the court will sit.", FRI, ["Tuesday = 2019-02-19"]),
    ("The bank will move to Leeds, it said Monday.", FRI, ["Monday = 2019-02-11"]),
    ("“We will win,” he told the rally on Sunday.", FRI, ["Sunday = 2019-02-10"]),
    ("The vote is on Wednesday.", FRI, ["Wednesday = 2019-02-20"]),
    ("Growth was higher than expected on Monday.", FRI, ["Monday = 2019-02-11"]),
    ("He was dismissed last Friday.", MON, ["last Friday = 2025-09-26"]),
    ("She left last Thursday, in tears.", THU, ["last Thursday = 2011-11-03"]),
    ("Next Monday schools reopen.", THU, ["Next Monday = 2011-11-14"]),
    ("The cup is decided this Sunday.", THU, ["this Sunday = 2011-11-13"]),
    ("It broke down the following Tuesday.", THU, ["the following Tuesday = ?"]),
    ("A bomb went off on Tuesday.", None, ["Tuesday = ?"]),
    # Today and the days round it, weeks, months, years.
    ("Soldiers said today they would stay.", THU, ["today = 2011-11-10"]),
    ("He flew home this morning, and she tonight.", THU, ["this morning = 2011-11-10", "tonight = 2011-11-10"]),
    ("Shares fell yesterday.", TUE, ["yesterday = 2008-05-12"]),
    ("Last night they danced.", TUE, ["Last night = 2008-05-12"]),
    ("Rain is forecast for tomorrow.", FRI, ["tomorrow = 2019-02-16"]),
    ("The pact was leaked the day before yesterday.", FRI, ["the day before yesterday = 2019-02-13"]),
    ("Yesterday nobody knew.", None, ["Yesterday = ?"]),
    ("The envoy resigned last week.", MON, ["last week = 2025-09-22 2025-09-28"]),
    ("This week's attack shocked doctors.", "2013-08-21", ["This week's = 2013-08-19 2013-08-25"]),
    ("Ministers meet next week in Doha.", "2013-08-21", ["next week = 2013-08-26 2013-09-01"]),
    ("Late last month he wrote again.", "2025-12-02", ["Late last month = 2025-11-21 2025-11-30"]),
    ("Just this month she sold it.", "2008-12-13", ["Just this month = 2008-12-01 2008-12-31"]),
    ("Nobody foresaw last year's election.", MON, ["last year's = 2024-01-01 2024-12-31"]),
    ("Earlier this year the dam failed.", MON, ["Earlier this year = 2025-01-01 2025-12-31"]),
    ("Fares rise next year.", MON, ["next year = 2026-01-01 2026-12-31"]),
    ("This time last year it was full.", MON, ["This time last year = 2024-01-01 2024-12-31"]),
    ("Two tremors struck at the weekend.", "2009-01-07", ["at the weekend = 2009-01-03 2009-01-04"]),
    ("Protests over the weekend turned violent.", "2020-06-01", ["over the weekend = 2020-05-30 2020-05-31"]),
    ("Teams plan to travel over the weekend.", "2011-11-11", ["over the weekend = 2011-11-12 2011-11-13"]),
    ("Last weekend the pumps failed.", "2011-11-11", ["Last weekend = 2011-11-05 2011-11-06"]),
    # Ago.
    ("They last spoke 10 days ago.", "2025-12-02", ["10 days ago = 2025-11-22"]),
    ("It was seized about a fortnight ago.", "2008-12-13", ["about a fortnight ago = 2008-11-29"]),
    ("A week ago the shelves were full.", "2007-04-09", ["A week ago = 2007-04-02"]),
    ("The border closed four months ago.", THU, ["four months ago = 2011-07-01 2011-07-31"]),
    ("He took the throne five years ago.", "2012-11-21", ["five years ago = 2007-01-01 2007-12-31"]),
    ("A decade ago nobody lived here.", MON, ["A decade ago = 2015-01-01 2015-12-31"]),
    ("The store shut a year ago this week.", MON, ["a year ago this week = 2024-01-01 2024-12-31"]),
    ("He retires three years from now.", MON, ["three years from now = 2028-01-01 2028-12-31"]),
    ("They left two weeks ago.", None, ["two weeks ago = ?"]),
    # Feasts.
    ("The mine flooded on Christmas Day.", FRI, ["Christmas Day = 2018-12-25"]),
    ("Trams stopped on New Year’s Eve 1999.", None, ["New Year’s Eve 1999 = 1999-12-31"]),
    # A year that is long known is not the article's own.
    ("He lost a brother in the Sept. 11 attacks.", "2012-10-02", ["Sept. 11 = --09-11"]),
    ("The consulate was stormed on Sept. 11.", "2012-10-02", ["Sept. 11 = 2012-09-11"]),
]

NOT_READ = [
    "Mrs May told the House that ministers may march.",
    "Theresa May and Elaine May never met.",
    "In the March on Washington, many wept.",
    "He sat in the sun and we wed.",
    "April Ryan asked the first question.",
    "Her mother, June, wept in court.",
    "The leader Tyler August objected.",
    "An august body of scholars agreed.",
    "The quake killed 2000 people.",
    "More than 1914 votes were void.",
    "They fired 2000 rockets at the town.",
    "It weighs 1950 kg and cost $2015.",
    "The shelf is 2012 km long, or 2000 feet deep.",
    "Police sought a 2007 silver Ford Fusion and a 2011 Toyota.",
    "The city adopted Agenda 2030 and bid for Euro 2016.",
    "Copyright © 2019 The Harbour Gazette.",
    "Call 555-2013 or write to box 2044.",
    "TOKEN2049 opened in a hall of 2000m by 1999m.",
    "Channel 2010 and Flight 1951 were delayed.",
    "He lives at 1914 Old Mill Road.",
    "The toll was 2,004 and then 2,013.",
    "After 9/11 he worked 24/7.",
    "We read the Sunday Times every Monday.",
    "On Black Friday and Super Tuesday shops were full.",
    "Meetings are on Tuesdays.",
    "He taught Sunday school.",
    "USA Today and the Today show carried it.",
    "Rain fell in the last week and over the last month.",
    "Costs will fall in the next year.",
    "In her last year at school she moved.",
    "They split up several years ago, or a few weeks ago.",
    "He died 2.5 years ago, give or take.",
    "It happened two or three years ago.",
    "Decades ago there was a mill; hours ago it burned.",
    "Ice formed 2,000 years ago.",
    "They marched for 22 weeks and for the past 13 years.",
    "One day these days will end; the day will come a second time.",
    "The next day, three days later, a day earlier: all dry.",
    "Last season and last decade they lost.",
    "She is on ABC's “This Week” with a panel.",
    "It reached 30 percent of the 12 districts.",
    "Nov. 31 and February 30 do not exist.",
    "The match ended 20-13 at 10:30 a.m.",
    "Section 2012, page 1999, No. 2001.",
    "The bus leaves at 2015 GMT.",
    "Every January the lake freezes.",
]


@pytest.mark.parametrize(("text", "on", "expected"), READ, ids=[row[0] for row in READ])
def test_a_date_is_read_as_a_reader_would(text: str, on: str | None, expected: list[str]) -> None:
    assert shown(text, on) == expected


@pytest.mark.parametrize("text", NOT_READ)
@pytest.mark.parametrize("on", [None, THU])
def test_what_only_looks_like_a_date_is_left_alone(text: str, on: str | None) -> None:
    assert [r for r in shown(text, on) if not r.startswith("every Monday")] == []


@pytest.mark.parametrize("example", LEXICON.examples, ids=lambda e: e.text)
def test_the_examples_in_the_lexicon_hold(example: object) -> None:
    assert hasattr(example, "text")
    assert hasattr(example, "on")
    assert hasattr(example, "reads")
    assert shown(example.text, str(example.on) if example.on else None) == list(example.reads)


def test_the_lexicon_has_examples_of_both_kinds() -> None:
    assert sum(bool(e.reads) for e in LEXICON.examples) >= 10
    assert sum(not e.reads for e in LEXICON.examples) >= 5


@pytest.mark.parametrize("text", [row[0] for row in READ])
def test_the_trigger_finds_every_sentence_that_holds_a_date(text: str) -> None:
    assert LEXICON.trigger.search(text) or re.search(r"\d", text)


@pytest.mark.parametrize(
    "text", ["Ministers may march on the capital.", "He sat down in the sun.", "It lasted for years.", "She was third of seven."]
)
def test_the_trigger_passes_over_plain_prose(text: str) -> None:
    assert LEXICON.trigger.search(text) is None


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("A verdict could come as early as May 14.", Bound.AT_LEAST),
        ("Votes could be cast as early as today.", Bound.AT_LEAST),
        ("Reply no later than June 30.", Bound.AT_MOST),
        ("They were freed about a month ago.", Bound.ABOUT),
        ("Nearly 20 years ago he sold it.", Bound.ABOUT),
        ("More than two years ago he sold it.", Bound.AT_MOST),
        ("It was open 1999-2013.", Bound.RANGE),
        ("It was open on Dec. 3-5.", Bound.RANGE),
        ("It was open until Tuesday.", Bound.EXACT),
        ("It has been open since 2013.", Bound.EXACT),
    ],
)
def test_the_bound_is_how_the_date_was_put(text: str, bound: Bound) -> None:
    assert [m.when.bound for m in read(text, TUE)] == [bound]


def test_since_marks_a_state_that_lasts() -> None:
    assert [m.when.since for m in read("Held since 2013, and again in 2015.")] == [True, False]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("It struck at 2:53 p.m. on Monday.", time(14, 53)),
        ("On Monday, at 9 a.m., it struck.", time(9)),
        ("The raid ended at noon today.", time(12)),
        ("Posted Nov 10, 2011 3:00pm EST.", time(15)),
        ("At 12.30am on Saturday a window broke.", time(0, 30)),
        ("It struck on Monday and 9 p.m. is when we heard.", None),
    ],
)
def test_a_date_keeps_the_time_beside_it(text: str, at: time | None) -> None:
    assert [m.when.at for m in read(text, THU)] == [at]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quake struck at 3:41 p.m. local time.", ["3:41 p.m. local time"]),
        ("By 11 am IST, then at 7.48pm, all were out.", ["11 am IST", "7.48pm"]),
        ("Updated 1052 GMT (1852 HKT).", ["1052 GMT", "1852 HKT"]),
        ("At seven o'clock, or 8 o’clock, he rose.", ["seven o'clock", "8 o’clock"]),
        ("The clip runs 10:30, they said at 9 P.M.", ["10:30", "9 P.M."]),
        ("Nothing at 25:10, a vote of 12 am I right.", ["12 am"]),
        ("I am told 6 pilots met 1052 people.", []),
    ],
)
def test_times_of_day_are_found(text: str, expected: list[str]) -> None:
    tokens = tokenise(text)
    assert [text[tokens[a].start : tokens[b].end] for a, b in find_times(tokens, LEXICON)] == expected


def test_a_relative_date_says_that_it_is_relative() -> None:
    assert [m.when.relative for m in read("Yesterday, not in 2013 or on May 3, 2014.", THU)] == [True, False, False]


def test_an_open_year_can_be_settled_by_a_day_in_full() -> None:
    (mention,) = read("Pirates struck on October 23.")
    assert settle(mention.when, date(2008, 9, 15)).first == date(2008, 10, 23)


def test_explaining_a_date_names_the_rule_and_what_it_was_read_against() -> None:
    (mention,) = read("The court will sit on Tuesday.", FRI)
    (step,) = mention.steps
    assert (step.rule, step.words, step.note) == ("date.weekday", "Tuesday", "read against 2019-02-15, looking ahead")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("reads: slashes", "reads: slahes", "did you mean 'slashes'"),
        ("<dd.mm>", "<ddmm>", "<ddmm> is not known"),
        ("from: 06-01", "from: 06-31", "expected a month and a day"),
        ("- {part: first", "- {prt: first", "unknown key 'prt'"),
        ('pattern: "[the] <decade>"', 'pattern: "[the <decade>"', "each closed"),
    ],
)
def test_a_mistake_in_the_lexicon_is_told_with_its_line(old: str, new: str, message: str) -> None:
    assert old in TEXT
    document = parse(TEXT.replace(old, new), PATH)
    assert document is not None
    with pytest.raises(DataFileError, match=re.escape(message)) as caught:
        load_dates(document)
    assert caught.value.place.line > 1
