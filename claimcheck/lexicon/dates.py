"""How dates are written (`claims/lexicon/en/dates.yaml`): calendar words, forms, and what only looks like a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimcheck.lexicon.dates_forms import Form, by_start, forms_of, month_day
from claimcheck.lexicon.dates_frames import Frames, load_frames
from claimcheck.lexicon.dates_times import Times, load_times
from claimcheck.lexicon.document import Value
from claimcheck.model.quantity import Bound
from claimcheck.text.tokens import tokenise

Words = tuple[str, ...]
"""A phrase as the norms of its tokens."""


class Part(StrEnum):
    """A third of a month, year or decade."""

    FIRST = "first"
    SECOND = "second"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Leading:
    """Words in front of a date that belong to it."""

    words: Words
    part: Part | None = None
    bound: Bound | None = None
    since: bool = False
    ends: bool = False
    """Whether behind a word for a deadline it means the last day: by the end of 2019."""


@dataclass(frozen=True, slots=True)
class Trailing:
    """A word behind a date that belongs to it."""

    words: Words
    after: frozenset[str]
    """The precisions it may follow."""
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words with their numbers, and which of them are doubtful."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    season_days: Mapping[int, tuple[tuple[int, int], tuple[int, int]]]
    units: Mapping[str, str]
    which: Mapping[str, int]
    nth: Mapping[str, int]
    one: frozenset[str]
    ordinal_endings: frozenset[str]
    short: frozenset[str]
    doubtful: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tense:
    """Words that look ahead or back."""

    ahead: frozenset[Words]
    ahead_in_front: frozenset[Words]
    """All of `ahead`, and those that tell only in front of a date."""
    ahead_beside: frozenset[Words]
    back: frozenset[str]
    back_beside: frozenset[Words]
    neutral: frozenset[Words]
    not_yet: frozenset[str]
    deadline: frozenset[str]
    """Prepositions of a day that something must be done by."""
    deadline_after: frozenset[str]
    no_infinitive: frozenset[str]
    clause_ends: frozenset[str]
    clause_opens: frozenset[str]
    prepositions: frozenset[str]
    frames: Frames


@dataclass(frozen=True, slots=True)
class KnownYear:
    """A month and day that names an event of a year long known: 9/11."""

    month: int
    day: int
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class YearGuard:
    """When four digits are no year."""

    before: frozenset[str]
    before_round: frozenset[str]
    after: frozenset[str]
    plurals: frozenset[str]
    car_makes: frozenset[str]
    car_colours: frozenset[str]
    streets: frozenset[str]
    capitals: frozenset[str]
    nouns: frozenset[str]
    old: frozenset[str]


@dataclass(frozen=True, slots=True)
class Guards:
    """What looks like a date and is none."""

    month_frames: frozenset[str]
    day_frames: frozenset[str]
    month_frames_with_noun: frozenset[str]
    titles: frozenset[str]
    not_a_month_before: Mapping[str, frozenset[str]]
    given_names: frozenset[str]
    month_not_after: frozenset[str]
    weekday_before: frozenset[str]
    weekday_after: frozenset[Words]
    weeks: frozenset[str]
    today_before: frozenset[str]
    today_after: frozenset[str]
    spans: frozenset[str]
    year: YearGuard
    known_years: tuple[KnownYear, ...]
    not_a_day_before: frozenset[str]
    lists_go_on: frozenset[str]
    unfinished_count: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the dates that are to be read in it."""

    text: str
    on: date | None
    reads: tuple[str, ...]
    """Each as "words = first day last day"."""


@dataclass(frozen=True, slots=True)
class Dates:
    """All that is known of writing dates."""

    calendar: Calendar
    forms: Mapping[str, tuple[Form, ...]]
    """By the word or `<slot>` that they begin with, longest first."""
    leading: tuple[Leading, ...]
    trailing: tuple[Trailing, ...]
    ago_bounds: tuple[Leading, ...]
    tense: Tense
    guards: Guards
    times: Times
    trigger: re.Pattern[str]
    """Finds a word that may begin a date; dates in digits are found by their digits."""
    examples: tuple[Example, ...]


def load_dates(document: Value) -> Dates:
    """Read dates.yaml. Raises DataFileError."""
    top = document.fields(required=_SECTIONS)
    calendar = _calendar(top)
    forms = [form for row in top["forms"].items() for form in forms_of(row)]
    leading = sorted((entry for row in top["leading"].items() for entry in _leading(row)), key=lambda e: -len(e.words))
    ago = sorted((entry for row in top["ago_bounds"].items() for entry in _leading(row)), key=lambda e: -len(e.words))
    return Dates(
        calendar=calendar,
        forms=by_start(forms),
        leading=tuple(leading),
        trailing=tuple(entry for row in top["trailing"].items() for entry in _trailing(row)),
        ago_bounds=tuple(ago),
        tense=Tense(
            ahead=_phrases(top["ahead"]),
            ahead_in_front=_phrases(top["ahead"]) | _phrases(top["ahead_in_front"]),
            ahead_beside=_phrases(top["ahead_beside"]),
            back=_set(top["back"]),
            back_beside=_phrases(top["back_beside"]),
            neutral=_phrases(top["neutral"]),
            not_yet=_set(top["not_yet"]),
            deadline=_set(top["deadline"]),
            deadline_after=_set(top["deadline_after"]),
            no_infinitive=_set(top["no_infinitive"]),
            clause_ends=_set(top["clause_ends"]),
            clause_opens=_set(top["clause_opens"]),
            prepositions=_set(top["prepositions"]),
            frames=load_frames(top["frames"]),
        ),
        guards=_guards(top),
        times=load_times(top["times"]),
        trigger=_trigger(forms, calendar),
        examples=tuple(_example(row) for row in top["examples"].items()),
    )


_SECTIONS = (
    *("months", "weekdays", "seasons", "units", "which", "nth", "one", "ordinal_endings", "forms", "leading", "trailing"),
    *("ago_bounds", "unfinished_before_count", "ahead", "ahead_in_front", "ahead_beside", "back", "back_beside", "neutral"),
    *(
        "not_yet",
        "deadline",
        "deadline_after",
        "no_infinitive",
        "clause_ends",
        "clause_opens",
        "prepositions",
        "frames",
        "month_frames",
        "day_frames",
        "month_frames_with_noun",
        "titles",
    ),
    *("given_names", "month_not_after", "not_a_month_before", "weekday_names", "weeks_before", "year_known_otherwise"),
    *("today_names", "spans_before", "not_a_year", "capitals_before_a_year", "year_nouns", "old_year_before"),
    *("not_a_day_before", "lists_go_on", "times", "examples"),
)


def phrase(text: str) -> Words:
    """A phrase as the norms of its tokens."""
    return tuple(t.norm for t in tokenise(text))


def _set(value: Value) -> frozenset[str]:
    return frozenset(value.texts())


def _phrases(value: Value) -> frozenset[Words]:
    return frozenset(phrase(text) for text in value.texts())


def _calendar(top: Mapping[str, Value]) -> Calendar:
    words: dict[str, dict[str, int]] = {"months": {}, "weekdays": {}, "seasons": {}}
    short: set[str] = set()
    doubtful: set[str] = set()
    season_days = {}
    for section, named in words.items():
        for row in top[section].items():
            fields = row.fields(required=["number", "words"], optional=["short", "doubtful", "from", "to"])
            number = int(fields["number"].number())
            brief = fields["short"].texts() if "short" in fields else ()
            for word in (*fields["words"].texts(), *brief):
                if word in named:
                    raise row.wrong(f"{word!r} stands twice")
                named[word] = number
            short.update(brief)
            doubtful.update(fields["doubtful"].texts() if "doubtful" in fields else ())
            if section == "seasons":
                if "from" not in fields or "to" not in fields:
                    raise row.wrong("a season needs `from` and `to`")
                season_days[number] = (month_day(fields["from"]), month_day(fields["to"]))
    units = top["units"].fields(required=["day", "week", "fortnight", "month", "year", "decade"])
    which = top["which"].fields(required=["last", "this", "next"])
    nth = top["nth"].fields(required=["first", "second", "third", "fourth"])
    return Calendar(
        months=words["months"],
        weekdays=words["weekdays"],
        seasons=words["seasons"],
        season_days=season_days,
        units={word: name for name, row in units.items() for word in row.texts()},
        which={word: number for number, name in ((-1, "last"), (0, "this"), (1, "next")) for word in which[name].texts()},
        nth={word: number for number, row in enumerate(nth.values(), 1) for word in row.texts()},
        one=_set(top["one"]),
        ordinal_endings=_set(top["ordinal_endings"]),
        short=frozenset(short),
        doubtful=frozenset(doubtful),
    )


def _leading(row: Value) -> Iterator[Leading]:
    fields = row.fields(required=["words"], optional=["part", "bound", "since", "ends"])
    for text in fields["words"].texts():
        yield Leading(
            words=phrase(text),
            part=_part(fields),
            bound=Bound(fields["bound"].choice([b.value for b in Bound])) if "bound" in fields else None,
            since="since" in fields and fields["since"].flag(),
            ends="ends" in fields and fields["ends"].flag(),
        )


def _trailing(row: Value) -> Iterator[Trailing]:
    fields = row.fields(required=["words", "after"], optional=["part"])
    for text in fields["words"].texts():
        yield Trailing(phrase(text), _set(fields["after"]), _part(fields))


def _part(fields: Mapping[str, Value]) -> Part | None:
    return Part(fields["part"].choice([p.value for p in Part])) if "part" in fields else None


def _guards(top: Mapping[str, Value]) -> Guards:
    weekday = top["weekday_names"].fields(required=["before", "after"])
    today = top["today_names"].fields(required=["before", "after"])
    year = top["not_a_year"].fields(
        required=["before", "before_round", "after", "plurals_of_a_year", "car_makes", "car_colours", "streets"]
    )
    return Guards(
        month_frames=_set(top["month_frames"]),
        day_frames=_set(top["day_frames"]),
        month_frames_with_noun=_set(top["month_frames_with_noun"]),
        titles=_set(top["titles"]),
        not_a_month_before={word: _set(row) for word, row in top["not_a_month_before"].pairs()},
        given_names=_set(top["given_names"]),
        month_not_after=_set(top["month_not_after"]),
        weekday_before=_set(weekday["before"]),
        weekday_after=_phrases(weekday["after"]),
        weeks=_set(top["weeks_before"]),
        today_before=_set(today["before"]),
        today_after=_set(today["after"]),
        spans=_set(top["spans_before"]),
        year=YearGuard(
            before=_set(year["before"]),
            before_round=_set(year["before_round"]),
            after=_set(year["after"]),
            plurals=_set(year["plurals_of_a_year"]),
            car_makes=_set(year["car_makes"]),
            car_colours=_set(year["car_colours"]),
            streets=_set(year["streets"]),
            capitals=_set(top["capitals_before_a_year"]),
            nouns=_set(top["year_nouns"]),
            old=_set(top["old_year_before"]),
        ),
        known_years=tuple(_known_year(row) for row in top["year_known_otherwise"].items()),
        not_a_day_before=_set(top["not_a_day_before"]),
        lists_go_on=_set(top["lists_go_on"]),
        unfinished_count=_set(top["unfinished_before_count"]),
    )


def _known_year(row: Value) -> KnownYear:
    fields = row.fields(required=["day", "before"])
    return KnownYear(*month_day(fields["day"]), _set(fields["before"]))


def _trigger(forms: Iterable[Form], calendar: Calendar) -> re.Pattern[str]:
    """One scan for the words without which no form in words can match."""
    named = {*calendar.months, *calendar.weekdays}
    telling = _any({*(named - calendar.doubtful), "ago", "from now", "the weekend"})
    plain = [_JOIN.join(f"(?:{_any(e.words)})" for e in form.elements) for form in forms if not any(e.slots for e in form.elements)]
    periods = rf"(?:{_any(calendar.which)})\s+(?:{_any([*calendar.units, *calendar.seasons, 'weekend'])})"
    # Words that are mostly something else name a month or a day only with a capital.
    capital = _any({spelt for w in named & calendar.doubtful for spelt in (w.capitalize(), w.upper())})
    return re.compile(rf"\b(?:(?i:{'|'.join([telling, periods, *plain])})|{capital})\b")


_JOIN = r"(?:['’`]s?)?\s+"
"""Between the words of a phrase: New Year's Eve."""


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=lambda w: (-len(w), w)))


def _example(row: Value) -> Example:
    fields = row.fields(required=["text", "reads"], optional=["on"])
    try:
        on = date.fromisoformat(fields["on"].text()) if "on" in fields else None
    except ValueError:
        raise fields["on"].wrong("expected a day such as 2025-09-29") from None
    return Example(fields["text"].text(), on, fields["reads"].texts())
