"""Dates in a sentence: found by the forms of dates.yaml, freed of what only looks like one, and read as stretches of days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from claimcheck.extract.dates import forms
from claimcheck.extract.dates.calendar import Anchor, Direction, third
from claimcheck.extract.dates.forms import Line, Match, line_of
from claimcheck.extract.dates.frames import joins
from claimcheck.extract.dates.guards import is_date
from claimcheck.extract.dates.meaning import meaning
from claimcheck.extract.dates.tense import direction
from claimcheck.extract.dates.times import TimeOfDay, find_times, read_times
from claimcheck.extract.mentions import DateMention, Number
from claimcheck.lexicon.dates import Dates, Leading, Part
from claimcheck.lexicon.dates_forms import Reads
from claimcheck.model.claim import Step
from claimcheck.model.quantity import Bound
from claimcheck.model.when import Precision, When
from claimcheck.text.tokens import Token

__all__ = ["find_dates", "find_times"]

NEWEST_YEAR = 2030
"""The last year that two digits may mean in an article whose day is not known."""


@dataclass(frozen=True, slots=True)
class _Manner:
    """The words round a date that belong to it."""

    first: int
    last: int
    part: Part | None = None
    bound: Bound | None = None
    since: bool = False
    deadline: bool = False
    """By the end of it."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """One sentence, and what it is read with."""

    line: Line
    reference: date | None
    lexicon: Dates
    times: tuple[TimeOfDay, ...]


def find_dates(tokens: list[Token], numbers: Sequence[Number], reference: date | None, lexicon: Dates) -> list[DateMention]:
    """The dates in the tokens of one sentence, in order, none overlapping another.

    `numbers` are those read in the sentence, `reference` is the article's own day. A date that only that day could resolve is given
    unresolved where it is not known.
    """
    line = line_of(tokens, numbers, reference.year if reference else NEWEST_YEAR)
    reader = _Reader(line, reference, lexicon, tuple(read_times(tokens, lexicon.times)))
    taken = frozenset(i for first, last, _ in reader.times for i in range(first, last + 1))
    found: list[DateMention] = []
    at = floor = head = 0
    while at < len(tokens):
        opens = head if found and joins(tokens, found[-1].last, at, lexicon.tense.frames) else at
        mention = None if at in taken else _longest(reader, at, opens, floor, taken)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        at, floor, head = mention.last + 1, mention.last + 1, opens
    return found


def _longest(reader: _Reader, at: int, opens: int, floor: int, taken: frozenset[int]) -> DateMention | None:
    """The longest date that begins at a token, with the words in front of it from `floor` on that belong to it.

    `opens` is where the first date stands that it goes on with, else the date itself: late February or early March.
    """
    line, lexicon = reader.line, reader.lexicon
    for match in forms.matches(line, at, lexicon.calendar, lexicon.forms):
        if taken.isdisjoint(range(match.first, match.last + 1)) and is_date(match, line, lexicon):
            anchor = _anchor(match, opens if opens < match.first else _begins(match, floor, reader), reader)
            value = meaning(match, anchor, lexicon)
            if value is None:  # where the whole is no day (Nov. 31), a part of it is none either
                return None
            manner = _manner(match, value, floor, reader)
            if manner.since and anchor.reference is not None:
                anchor = replace(anchor, direction=Direction.BACK)
                value = meaning(match, anchor, lexicon) or value
            return _mention(match, value, anchor, manner, reader)
    return None


def _anchor(match: Match, opens: int, reader: _Reader) -> Anchor:
    """What a date is read against: nothing where it names an event of a year long known ("the Sept. 11 attacks")."""
    month_day, after = (match.number("month"), match.number("day")), reader.line.norm(match.last + 1)
    if any((k.month, k.day) == month_day and after in k.before for k in reader.lexicon.guards.known_years):
        return Anchor(None)
    return Anchor(reader.reference, direction(reader.line.tokens, opens, match.last, reader.lexicon.tense))


def _begins(match: Match, floor: int, reader: _Reader) -> int:
    """Where a date begins with the words for a part of it: by [the end of October]."""
    entry = _leading(reader.lexicon.leading, reader.line, match.first, floor)
    return match.first - len(entry.words) if entry is not None and entry.part is not None else match.first


def _manner(match: Match, value: When, floor: int, reader: _Reader) -> _Manner:
    manner, line, lexicon = _Manner(match.first, match.last), reader.line, reader.lexicon
    for trailing in lexicon.trailing:
        end = match.last + len(trailing.words)
        if value.precision.value in trailing.after and _norms(line, match.last + 1, end + 1) == trailing.words:
            manner = replace(manner, last=end, part=trailing.part)
            break
    entries = lexicon.ago_bounds if match.form.reads is Reads.AGO else lexicon.leading
    for _ in range(3):  # since as early as the start of May
        entry = _leading(entries, line, manner.first, floor)
        if entry is None:
            break
        manner = replace(
            manner,
            first=manner.first - len(entry.words),
            part=manner.part or entry.part,
            bound=manner.bound or entry.bound,
            since=manner.since or entry.since,
            deadline=entry.ends and line.norm(manner.first - len(entry.words) - 1) in lexicon.tense.deadline,
        )
        entries = lexicon.leading
    return manner


def _leading(entries: Sequence[Leading], line: Line, first: int, floor: int) -> Leading | None:
    for entry in entries:
        start = first - len(entry.words)
        if start >= floor and _norms(line, start, first) == entry.words:
            return entry
    return None


def _norms(line: Line, start: int, end: int) -> tuple[str, ...]:
    return tuple(t.norm for t in line.tokens[start:end])


def _mention(match: Match, value: When, anchor: Anchor, manner: _Manner, reader: _Reader) -> DateMention:
    if manner.deadline and value.last is not None:
        value = When(value.last, value.last, Precision.DAY, relative=value.relative)
    elif manner.part is not None:
        value = third(value, manner.part)
    value = replace(value, bound=manner.bound or value.bound, since=manner.since, at=_time_beside(manner, reader))
    in_full = match.form.reads in _IN_FULL or match.number("year") is not None
    step = Step(f"date.{match.form.id}", _words(reader.line, manner.first, manner.last), "" if in_full else anchor.note)
    return DateMention(manner.first, manner.last, value, (step,))


_IN_FULL = frozenset({Reads.DECADE, Reads.SLASHES, Reads.DOTTED})


def _words(line: Line, first: int, last: int) -> str:
    """The words of a span, white space as single spaces."""
    return "".join((" " if t.space and i else "") + t.text for i, t in enumerate(line.tokens[first : last + 1]))


def _time_beside(manner: _Manner, reader: _Reader) -> time | None:
    """The time of day that stands right beside a date: 9 p.m. on Monday; Monday, at 9 p.m."""
    for first, last, told in reader.times:
        between = range(last + 1, manner.first) if last < manner.first else range(manner.last + 1, first)
        if len(between) <= 2 and all(reader.line.norm(i) in _BETWEEN for i in between):
            return told
    return None


_BETWEEN = frozenset({"at", "on", "of", "around", ",", "-", "|"})
