"""What looks like a date and is none: Mrs. May, 2000 people, Agenda 2030, the Sunday Times."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.extract.dates_forms import APOSTROPHES, Line, Match
from claimcheck.lexicon.dates import Dates, Guards
from claimcheck.lexicon.dates_forms import Reads
from claimcheck.text.tokens import Kind, Token


def is_date(match: Match, line: Line, lexicon: Dates) -> bool:
    """Whether what a form matched is a date where it stands."""
    guards = lexicon.guards
    reads = match.form.reads
    if reads in (Reads.AGO, Reads.FROM_NOW):
        return not (match.first > 0 and line.norm(match.first - 1) in guards.unfinished_count)
    if "month" in match.slots and not _month_word(match, line, lexicon):
        return False
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


def _month_word(match: Match, line: Line, lexicon: Dates) -> bool:
    """A month is written with a capital, unless its name is nothing else and stands in full."""
    at = next(i for i in range(match.first, match.last + 1) if line.norm(i) in lexicon.calendar.months)
    word = line.tokens[at]
    return word.capital or word.norm not in lexicon.calendar.doubtful | lexicon.calendar.short


def _month_alone(match: Match, line: Line, lexicon: Dates) -> bool:
    at, guards = match.first, lexicon.guards
    word, before, after = line.tokens[at], line.norm(at - 1), line.norm(match.last + 1)
    if before == "." and line.norm(at - 2) in guards.titles:
        return False
    if before in guards.titles or after in guards.not_a_month_before.get(word.norm, frozenset()):
        return before in guards.month_frames and before not in ("a", "an") and after not in ("day", "graduate")
    if before in guards.month_not_after or _given_name(line, at, guards, lexicon.calendar.months):
        return False
    framed = before in guards.month_frames
    if word.norm in lexicon.calendar.doubtful and not framed:
        return False
    if line.glued(match.last + 1) and after == "-" and line.glued(match.last + 2):  # the April-May of a hyphened name or a pair
        return framed or line.norm(match.last + 2) in lexicon.calendar.months or line.norm(match.last + 2) == "end"
    # April Ryan, June Smith: a name goes on with a capital.
    follower = _token(line, match.last + 1)
    return framed or not (follower is not None and follower.capital and (at == 0 or not _lower_word(line, at - 1)))


def _given_name(line: Line, at: int, guards: Guards, months: Mapping[str, int]) -> bool:
    """Her mother, June, said: but not the June of a list of months."""
    apart = line.norm(at - 1) == line.norm(at + 1) == ","
    listed = line.norm(at - 2) in months or line.norm(at + 2) in months
    return apart and not listed and line.norm(at) in guards.given_names


def _lower_word(line: Line, at: int) -> bool:
    token = _token(line, at)
    return token is not None and token.kind is Kind.WORD and not token.capital


def _token(line: Line, at: int) -> Token | None:
    return line.tokens[at] if 0 <= at < len(line.tokens) else None


def _day_of_month(match: Match, line: Line, guards: Guards) -> bool:
    """A day number, and not a count behind a month ("in May 12 people died")."""
    if match.number("year") is not None and match.form.reads is not Reads.DAYS:
        return _not_counted(match, line)
    ends_in_digits = line.tokens[match.last].kind is Kind.NUMBER
    after = _token(line, match.last + 1)
    if not ends_in_digits or after is None:
        return True
    if after.norm in guards.not_a_day_before or (after.text == "-" and not after.space and line.glued(match.last + 2)):
        return False
    plain = after.kind is Kind.WORD and not after.capital
    if line.norm(match.first - 1) == "in" and plain and after.norm.endswith("s") and after.norm not in guards.lists_go_on:
        return False
    if match.form.reads is Reads.DAYS and line.norm(match.last - 1) in ("and", "or", "to"):
        return not plain or after.norm in guards.lists_go_on or not after.norm.endswith("s")
    return True


def _not_counted(match: Match, line: Line) -> bool:
    return not (line.glued(match.last + 1) and line.norm(match.last + 1) in ("%", ":"))


def _weekday(match: Match, line: Line, lexicon: Dates) -> bool:
    guards = lexicon.guards
    before = line.norm(match.first - 1)
    word = next(t for t in line.tokens[match.first : match.last + 1] if t.norm in lexicon.calendar.weekdays)
    if not word.capital and (word.norm in lexicon.calendar.doubtful or word.norm in lexicon.calendar.short):
        return False
    if word.norm in lexicon.calendar.doubtful and line.norm(match.last) != ".":
        return False
    if before in guards.weekday_before or _before_name(line, match.last + 1, guards):
        return False
    return not (before == "from" and line.norm(match.first - 2) in guards.weeks)


def _before_name(line: Line, at: int, guards: Guards) -> bool:
    """Whether the rest of a name such as Sunday Times begins at a token."""
    token = _token(line, at)
    ends = (at + 1, at + 2)
    return (
        token is not None
        and token.capital
        and any(tuple(t.norm for t in line.tokens[at:end]) in guards.weekday_after for end in ends)
    )


def _named_period(match: Match, line: Line, guards: Guards) -> bool:
    """Last week, today: not a span of time ("the last week") and not the name of a show ("This Week")."""
    before = line.norm(match.first - 1)
    if match.form.reads is Reads.DAY_OFFSET:
        after = _token(line, match.last + 1)
        shows = after is not None and after.norm in guards.today_after and line.tokens[match.first].capital
        return not (before in guards.today_before or shows)
    which = match.number("which")
    if which is not None and match.form.elements[0].slots == ("which",):
        if which != 0 and before in guards.spans:
            return False
        return not (line.tokens[match.last].capital and match.first > 0 and not _title_case(line))
    return True


def _title_case(line: Line) -> bool:
    """Whether most words begin with a capital, so that capitals tell nothing."""
    words = [t for t in line.tokens if t.kind is Kind.WORD and len(t.text) > 3]
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
    if following.kind is not Kind.MARK or following.text in "%°$£€:/@_&=+":
        return False
    beyond = _token(line, match.last + 2)
    return not (following.text in "-–." and beyond is not None and not beyond.space and beyond.kind is Kind.NUMBER)


def _before_allows(line: Line, at: int, year: int, guards: Guards, after: Token | None) -> bool:
    rules, before = guards.year, _token(line, at - 1)
    if before is None:
        return True
    if before.norm in rules.before_round and year % 100 and before.norm != "over":
        return True
    if before.norm in rules.before or before.kind is Kind.NUMBER or before.text in "$£€":
        return False
    if before.norm == "." and line.norm(at - 2) == "no":
        return False
    named = before.capital and at > 1 and before.norm not in rules.capitals
    noun_follows = after is not None and after.kind is Kind.WORD and after.norm in rules.nouns
    return not named or noun_follows or _title_case(line)


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
    if after.norm in rules.model_years and not behind_in:
        return True
    if after.capital and any(line.norm(i) in rules.streets for i in range(match.last + 2, match.last + 4)):
        return True
    settled = behind_in or line.norm(match.first - 1) in ("the", "its", "his", "her", "their", "'s")
    return _plural(after) and not after.possessive and after.norm not in rules.plurals and (strict or not settled)
