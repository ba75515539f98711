"""What looks like a date and is none: Mrs. May, 2000 people, Agenda 2030, the Sunday Times."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.extract.dates.forms import APOSTROPHES, Line, Match
from claimcheck.lexicon.dates import Calendar, Dates, Guards
from claimcheck.lexicon.dates_forms import Reads
from claimcheck.text.tokens import Kind, Token

_QUOTES = frozenset('"“”')
NEAR = 30
"""Tokens on either side that tell whether a sentence is a headline."""


def is_date(match: Match, line: Line, lexicon: Dates) -> bool:
    """Whether what a form matched is a date where it stands."""
    guards = lexicon.guards
    reads = match.form.reads
    if reads in (Reads.AGO, Reads.FROM_NOW):
        return not (match.first > 0 and line.norm(match.first - 1) in guards.unfinished_count)
    if not _capital(match, line, lexicon.calendar):
        return False
    if reads is Reads.DAY_NOW:
        return _day_now(match, line, guards)
    if reads is Reads.DAYS or "day" in match.slots:
        return _day_of_month(match, line, guards)
    if reads is Reads.MONTH and len(match.form.elements) == 1:
        return _month_alone(match, line, lexicon)
    if reads is Reads.MONTH_WHICH:
        return line.norm(match.first - 1) not in guards.spans
    if reads in (Reads.YEAR, Reads.YEARS):
        return _year(match, line, guards)
    if "weekday" in match.slots:
        return _weekday(match, line, lexicon)
    if "which" in match.slots or reads is Reads.DAY_OFFSET:
        return _named_period(match, line, guards)
    return True


def _capital(match: Match, line: Line, calendar: Calendar) -> bool:
    """Whether the months and weekdays of a match are written with a capital."""
    words = line.tokens[match.first : match.last + 1]
    return all(t.capital for t in words if t.norm in calendar.months or t.norm in calendar.weekdays)


def _month_alone(match: Match, line: Line, lexicon: Dates) -> bool:
    at, guards, months = match.first, lexicon.guards, lexicon.calendar.months
    word, before, after = line.tokens[at], line.norm(at - 1), line.norm(match.last + 1)
    follower = _token(line, match.last + 1)
    noun_follows = follower is not None and follower.kind is Kind.WORD and not follower.capital
    listed = before in ("and", "or", "/") and line.norm(at - 2) in months
    framed = listed or before in guards.month_frames or (noun_follows and before in guards.month_frames_with_noun)
    if (before == "." and line.norm(at - 2) in guards.titles) or _in_name(line, match.last, months):
        return False
    if before in guards.titles or before in guards.month_not_after or _given_name(line, at, guards, months):
        return False
    if after in guards.not_a_month_before.get(word.norm, frozenset()):
        return before in guards.month_frames - {"a", "an"}
    if word.norm in lexicon.calendar.doubtful and not framed:
        return False
    # April Ryan, June Smith, Tyler August: a name goes on with a capital.
    named = follower is not None and follower.capital and (at == 0 or not _lower_word(line, at - 1))
    return framed or not named


def _in_name(line: Line, last: int, months: Mapping[str, int]) -> bool:
    """Whether a month is part of a name that hyphens tie, or has an age: `Mar-y-Sol`, `Ann August, 61, said`."""
    tied, age = _token(line, last + 1), _token(line, last + 2)
    if tied is None or age is None:
        return False
    if tied.text in ("-", "‑") and not tied.space and not age.space:
        return age.kind is Kind.WORD and age.norm not in months and age.norm != "end"  # but at November-end
    return tied.text == "," and age.text.isdigit() and len(age.text) == len("61") and line.norm(last + 3) == ","


def _given_name(line: Line, at: int, guards: Guards, months: Mapping[str, int]) -> bool:
    """Tyler August; her mother, June, said: but not the June of a list of months."""
    if line.norm(at) not in guards.given_names or at == 0:
        return False
    apart = line.norm(at - 1) == line.norm(at + 1) == ","
    listed = line.norm(at - 2) in months or line.norm(at + 2) in months
    surname = (
        line.tokens[at - 1].capital and at > 1 and line.norm(at - 1) not in guards.month_frames and not _title_case(line, at, at)
    )
    return surname or (apart and not listed)


def _lower_word(line: Line, at: int) -> bool:
    token = _token(line, at)
    return token is not None and token.kind is Kind.WORD and not token.capital


def _token(line: Line, at: int) -> Token | None:
    return line.tokens[at] if 0 <= at < len(line.tokens) else None


def _day_of_month(match: Match, line: Line, guards: Guards) -> bool:
    """A day number, and not a count behind a month ("in May 12 people died")."""
    if match.number("year") is not None and match.form.reads is not Reads.DAYS:
        return not _goes_on(line, match.last + 1)
    ends_in_digits = line.tokens[match.last].kind is Kind.NUMBER
    after = _token(line, match.last + 1)
    if not ends_in_digits or after is None:
        return True
    if after.norm in guards.not_a_day_before or _goes_on(line, match.last + 1):
        return False
    plain = after.kind is Kind.WORD and not after.capital
    if line.norm(match.first - 1) == "in" and plain and after.norm.endswith("s") and after.norm not in guards.lists_go_on:
        return False
    if match.form.reads is Reads.DAYS and line.norm(match.last - 1) in ("and", "or", "to"):
        return not plain or after.norm in guards.lists_go_on or not after.norm.endswith("s")
    return True


def _day_now(match: Match, line: Line, guards: Guards) -> bool:
    """`on the 21st`, in figures and with nothing behind it that it could rank: not the 21st floor."""
    ordinal = line.tokens[match.first + 1].kind is Kind.NUMBER and match.last == match.first + 2
    after = _token(line, match.last + 1)
    ends = after is None or (after.kind is Kind.MARK and after.text not in "-–’'") or after.norm in guards.lists_go_on - {"of"}
    return ordinal and line.norm(match.first - 1) in guards.day_frames and ends


def _goes_on(line: Line, at: int) -> bool:
    """Whether figures go on with the mark at a token: 20%, 3:00, 12-member; but not 21-June."""
    mark, beyond = _token(line, at), _token(line, at + 1)
    if mark is None or mark.space or mark.kind is not Kind.MARK:
        return False
    glued = beyond is not None and not beyond.space
    if mark.text in "-–/":
        return beyond is not None and glued and beyond.kind is Kind.WORD and not beyond.capital
    return mark.text == "%" or (mark.text == ":" and beyond is not None and glued and beyond.kind is Kind.NUMBER)


def _weekday(match: Match, line: Line, lexicon: Dates) -> bool:
    guards = lexicon.guards
    before = line.norm(match.first - 1)
    word = next(t for t in line.tokens[match.first : match.last + 1] if t.norm in lexicon.calendar.weekdays)
    if word.norm in lexicon.calendar.doubtful and line.norm(match.last) != ".":
        return False
    if before in guards.weekday_before or _before_name(line, match.last + 1, guards):
        return False
    if _titled(line, match.first, match.last):
        return False
    return not (before == "from" and line.norm(match.first - 2) in guards.weeks)


def _titled(line: Line, first: int, last: int) -> bool:
    """Whether a weekday stands inside a title in quotes: "The Sunday Briefing"."""
    opening, article, name, closing = (_token(line, at) for at in (first - 2, first - 1, last + 1, last + 2))
    if opening is None or article is None or name is None or closing is None:
        return False
    quoted = opening.text in _QUOTES and (closing.text in _QUOTES or closing.text in (",", ".", "?"))
    return quoted and article.capital and name.capital and not line.tokens[last].possessive


def _before_name(line: Line, at: int, guards: Guards) -> bool:
    """Whether the rest of a name such as Sunday Times begins at a token."""
    if line.tokens[at - 1].possessive:
        return False
    return any(tuple(t.norm for t in line.tokens[at:end]) in guards.weekday_after for end in (at + 1, at + 2))


def _named_period(match: Match, line: Line, guards: Guards) -> bool:
    """Last week, today: not a span of time ("the last week") and not the name of a show ("This Week")."""
    before = line.norm(match.first - 1)
    if match.form.reads is Reads.DAY_OFFSET:
        after = _token(line, match.last + 1)
        shows = after is not None and after.norm in guards.today_after and line.tokens[match.first].capital
        return not (before in guards.today_before or shows)
    which = match.number("which")
    if which is not None and match.form.elements[0].slots == ("which",):
        owned = match.first > 0 and line.tokens[match.first - 1].possessive
        if which != 0 and (owned or before in guards.spans):
            return False
        return not (line.tokens[match.last].capital and match.first > 0 and not _title_case(line, match.first, match.last))
    return True


def _title_case(line: Line, first: int, last: int) -> bool:
    """Whether most words round a match begin with a capital, so that capitals tell nothing."""
    near = (*line.tokens[max(first - NEAR, 0) : first], *line.tokens[last + 1 : last + 1 + NEAR])
    words = [t for t in near if t.kind is Kind.WORD and len(t.text) > 2]
    return 2 * sum(t.capital for t in words) > len(words)


def _year(match: Match, line: Line, guards: Guards) -> bool:
    """Four digits that are a year."""
    if len(match.form.elements) > 1 and match.form.reads is Reads.YEAR:
        return True  # fiscal 2007
    at, rules = match.first, guards.year
    token, before, after = line.tokens[at], line.norm(at - 1), _token(line, match.last + 1)
    if token.text in APOSTROPHES:
        return before in rules.old | {"back", "the"} and not _plural(after)
    year = match.number("year") or 0
    certain = match.form.reads is Reads.YEARS or not _counted(line, match, guards, strict=True)
    if year < 1900 and not (before in rules.old and certain):
        return False
    return _joined_well(line, match) and _before_allows(line, at, year, guards, after) and not _counted(line, match, guards)


def _plural(token: Token | None) -> bool:
    """Whether a word has the look of a plural noun, of things that might be counted."""
    return (
        token is not None
        and token.kind is Kind.WORD
        and token.norm.endswith("s")
        and not token.norm.endswith("ss")
        and not token.capital
    )


def _joined_well(line: Line, match: Match) -> bool:
    """No part of a longer figure or name: TOKEN2049, 555-2013, 2012m; but mid-2013, post-2003 and 2012-born are."""
    if line.glued(match.first):
        mark = line.tokens[match.first - 1]
        if mark.kind is not Kind.MARK or mark.text in "$£€#./+:=_@&":
            return False
        if mark.text in "-–" and line.glued(match.first - 1):
            return line.tokens[match.first - 2].text.islower()
    following = _token(line, match.last + 1)
    if following is None or following.space:
        return True
    if following.kind is not Kind.MARK or following.text in "%°$£€/@_&=+":
        return False
    beyond = _token(line, match.last + 2)
    return not (following.text in "-–.:" and beyond is not None and not beyond.space and beyond.kind is Kind.NUMBER)


def _before_allows(line: Line, at: int, year: int, guards: Guards, after: Token | None) -> bool:
    rules, before = guards.year, _token(line, at - 1)
    if before is None or "since" in (line.norm(at - 3), line.norm(at - 2)):  # since at least 1999
        return True
    if before.norm in rules.before_round and year % 100 and before.norm != "over":
        return True
    if before.norm in rules.before or before.kind is Kind.NUMBER or before.text in "$£€":
        return False
    if before.norm == "." and line.norm(at - 2) == "no":
        return False
    named = before.capital and at > 1 and not before.possessive and before.norm not in rules.capitals
    noun_follows = after is not None and after.kind is Kind.WORD and after.norm in rules.nouns
    return not named or noun_follows or _title_case(line, at - 1, at)


def _counted(line: Line, match: Match, guards: Guards, strict: bool = False) -> bool:
    """Whether what follows is a thing counted, or the make of a car."""
    rules, after = guards.year, _token(line, match.last + 1)
    if after is None or after.kind is not Kind.WORD or not after.space:
        return after is not None and after.norm in rules.after
    # "In 2013 people voted": behind "in" a year that is no round figure stays a year before people.
    behind_in = line.norm(match.first - 1) in rules.old and not strict
    round_figure = (match.number("year") or 0) % 50 == 0
    if after.norm in rules.after:
        return not behind_in or round_figure
    if _car(line, match.last + 1, guards) and not behind_in:
        return True
    if after.capital and any(line.norm(i) in rules.streets for i in range(match.last + 2, match.last + 4)):
        return True
    settled = behind_in or line.norm(match.first - 1) in _OWNERS or (match.first > 0 and line.tokens[match.first - 1].possessive)
    return _plural(after) and not after.possessive and after.norm not in rules.plurals and (strict or not settled)


_OWNERS = frozenset({"the", "its", "his", "her", "their", "our", "this"})


def _car(line: Line, at: int, guards: Guards) -> bool:
    """Whether the name of a car begins at a token: silver Ford, Toyota, black sedan; but not White House or gold medal."""
    rules, token = guards.year, line.tokens[at]
    if token.norm in rules.car_colours and not token.capital:
        return line.norm(at + 1) in rules.car_makes | rules.car_colours
    return token.norm in rules.car_makes and token.capital
