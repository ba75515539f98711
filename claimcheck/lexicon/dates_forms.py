"""Forms of dates: patterns of words and slots, with each optional part either there or not (`claims/lexicon/en/dates.yaml`)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimcheck.lexicon.document import Value


class Reads(StrEnum):
    """What a form of date means."""

    DAY = "day"
    SLASHES = "slashes"
    DOTTED = "dotted"
    DAYS = "days"
    MONTH = "month"
    MONTH_WHICH = "month-which"
    MONTH_PAST = "month-past"
    MONTH_COMING = "month-coming"
    YEAR = "year"
    YEARS = "years"
    DECADE = "decade"
    SEASON = "season"
    SEASON_WHICH = "season-which"
    HALF = "half"
    QUARTER = "quarter"
    WEEKDAY = "weekday"
    WEEKDAY_WHICH = "weekday-which"
    WEEKDAY_PAST = "weekday-past"
    WEEKDAY_COMING = "weekday-coming"
    DAY_OFFSET = "day-offset"
    WEEK = "week"
    WEEKEND = "weekend"
    WEEKEND_PAST = "weekend-past"
    WEEKEND_COMING = "weekend-coming"
    MONTH_OFFSET = "month-offset"
    YEAR_OFFSET = "year-offset"
    AGO = "ago"
    FROM_NOW = "from-now"
    FIXED = "fixed"
    FEAST = "feast"
    EASTER = "easter"
    DAY_NOW = "day-now"
    UNRESOLVED = "unresolved"


SLOTS = (
    *("month", "weekday", "season", "unit", "which", "nth", "day", "day2", "year", "year2", "yy", "decade"),
    *("count", "number", "number2", "mm", "dd", "dd.mm"),
)
"""What may stand in <angle brackets> in a pattern."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: any of some words, or any of some slots."""

    words: frozenset[str] = frozenset()
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date, with every optional part either there or not."""

    id: str
    reads: Reads
    elements: tuple[Element, ...]
    tight: bool = False
    by: int = 0
    """Days from the article's own day."""
    day: tuple[int, int] = (0, 0)
    """Month and day of a feast."""
    feast: tuple[int, int, int] = (0, 0, 0)
    """Month, weekday and which of those in it (-1 is the last), of a feast that moves."""
    days: tuple[int, int] = (0, 0)
    """First and last day of a weekend round such a feast, counted from it."""


def month_day(value: Value) -> tuple[int, int]:
    """A month and a day, written 09-22. Raises DataFileError."""
    try:
        day = date.fromisoformat(f"2023-{value.text()}")
    except ValueError:
        raise value.wrong(f"expected a month and a day such as 09-22, found {value.text()!r}") from None
    return day.month, day.day


_PIECE = re.compile(r"[\[\]]|[^\s\[\]]+")


def forms_of(row: Value) -> Iterator[Form]:
    """The forms that one entry of the file writes out. Raises DataFileError."""
    fields = row.fields(required=["id", "reads", "pattern"], optional=["tight", "by", "day", "feast", "days"])
    for elements in _variants(fields["pattern"]):
        yield Form(
            id=fields["id"].text(),
            reads=Reads(fields["reads"].choice([r.value for r in Reads])),
            elements=elements,
            tight="tight" in fields and fields["tight"].flag(),
            by=int(fields["by"].number()) if "by" in fields else 0,
            day=month_day(fields["day"]) if "day" in fields else (0, 0),
            feast=_feast(fields["feast"]) if "feast" in fields else (0, 0, 0),
            days=_days(fields["days"]) if "days" in fields else (0, 0),
        )


def _feast(value: Value) -> tuple[int, int, int]:
    numbers = [int(v.number()) for v in value.items()]
    if len(numbers) != 3 or not (1 <= numbers[0] <= 12 and 1 <= numbers[1] <= 7 and numbers[2] in (-1, 1, 2, 3, 4)):
        raise value.wrong("expected a month, a weekday and which of those in it, such as [5, 1, -1]")
    return numbers[0], numbers[1], numbers[2]


def _days(value: Value) -> tuple[int, int]:
    numbers = [int(v.number()) for v in value.items()]
    if len(numbers) != 2 or numbers[0] > numbers[1]:
        raise value.wrong("expected the first and the last day, such as [-2, 0]")
    return numbers[0], numbers[1]


def _variants(pattern: Value) -> list[tuple[Element, ...]]:
    """Every way to read a pattern, its [optional] stretches there or not, so that matching needs no backtracking."""
    pieces = _PIECE.findall(pattern.text())
    if pieces.count("[") != pieces.count("]") or pieces.count("[") > 6:
        raise pattern.wrong("a pattern holds at most six [optional] stretches, each closed")
    found = list(dict.fromkeys(_expand(iter(pieces), pattern)))
    if () in found:
        raise pattern.wrong("a pattern must not be optional as a whole")
    return found


def _expand(pieces: Iterator[str], pattern: Value) -> list[tuple[Element, ...]]:
    choices: list[list[tuple[Element, ...]]] = []
    for piece in pieces:
        if piece == "]":
            break
        if piece == "[":
            choices.append([*_expand(pieces, pattern), ()])
        else:
            choices.append([(_element(piece, pattern),)])
    return [tuple(itertools.chain.from_iterable(choice)) for choice in itertools.product(*choices)]


def _element(piece: str, pattern: Value) -> Element:
    if not piece.startswith("<"):
        return Element(words=frozenset(piece.split("|")))
    slots = tuple(piece.strip("<>").split("|"))
    for slot in slots:
        if slot not in SLOTS:
            raise pattern.wrong(f"<{slot}> is not known; known are {', '.join(SLOTS)}")
    return Element(slots=slots)


def by_start(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    """Forms by the word or `<slot>` that they begin with, those of most parts first."""
    starts: dict[str, list[Form]] = {}
    for form in sorted(forms, key=lambda f: -len(f.elements)):
        first = form.elements[0]
        for key in (*sorted(first.words), *(f"<{slot}>" for slot in first.slots)):
            starts.setdefault(key, []).append(form)
    return {key: tuple(found) for key, found in starts.items()}
