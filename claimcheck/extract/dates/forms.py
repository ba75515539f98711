"""The forms of dates.yaml matched against the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.extract.dates.calendar import full_year
from claimcheck.extract.mentions import Form as NumberForm
from claimcheck.extract.mentions import Number
from claimcheck.lexicon.dates import Calendar
from claimcheck.lexicon.dates_forms import Element, Form
from claimcheck.text.tokens import Kind, Token

APOSTROPHES = frozenset("'’‘`")


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a sentence; `last` is included."""

    form: Form
    first: int
    last: int
    slots: Mapping[str, int | str]

    def number(self, slot: str) -> int | None:
        """What a numeric slot holds, or None where the form has none."""
        value = self.slots.get(slot)
        return value if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one sentence, with its numbers by the token they begin at."""

    tokens: Sequence[Token]
    numbers: Mapping[int, Number]
    inside: frozenset[int]
    """Tokens that continue a number begun before them."""
    newest_year: int
    """For years of two digits."""

    def norm(self, at: int) -> str:
        """The normal form of a token, or nothing beyond the ends."""
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""

    def plain(self, at: int) -> str | None:
        """The digits of a token that is a plain whole number."""
        if not 0 <= at < len(self.tokens):
            return None
        token = self.tokens[at]
        # Digits of other scripts are digits to a regular expression and to int(), but no date is written with them in English.
        return token.text if token.kind is Kind.NUMBER and token.text.isascii() and token.text.isdigit() else None

    def glued(self, at: int) -> bool:
        """Whether a token follows the one before it without white space."""
        return 0 < at < len(self.tokens) and not self.tokens[at].space


def line_of(tokens: Sequence[Token], numbers: Sequence[Number], newest_year: int) -> Line:
    """A sentence ready for matching."""
    inside = frozenset(i for n in numbers for i in range(n.first + 1, n.last + 1))
    return Line(tokens, {n.first: n for n in numbers}, inside, newest_year)


def matches(line: Line, at: int, calendar: Calendar, forms: Mapping[str, tuple[Form, ...]]) -> Iterator[Match]:
    """The forms that begin at a token, those of most parts first."""
    found = []
    for key in _keys(line, at, calendar):
        for form in forms.get(key, ()):
            match = _match(form, line, at, calendar)
            if match is not None:
                found.append(match)
    yield from sorted(found, key=lambda m: -m.last)


def _keys(line: Line, at: int, calendar: Calendar) -> list[str]:
    """Under which beginnings a token may be looked up."""
    token = line.tokens[at]
    if token.kind is Kind.WORD:
        keys = [token.norm, *(f"<{name}>" for name, words in _word_slots(calendar) if _unglued(token) in words)]
        return [*keys, "<count>", "<day>"] if at in line.numbers or token.norm in calendar.one else keys
    if token.kind is Kind.NUMBER:
        return ["<day>", "<year>", "<decade>", "<count>", "<number>", "<dd.mm>"]
    return ["<yy>", "<decade>"] if token.text in APOSTROPHES else []


def _word_slots(calendar: Calendar) -> tuple[tuple[str, Mapping[str, int]], ...]:
    return (
        ("month", calendar.months),
        ("weekday", calendar.weekdays),
        ("season", calendar.seasons),
        ("which", calendar.which),
        ("nth", calendar.nth),
    )


def _match(form: Form, line: Line, at: int, calendar: Calendar) -> Match | None:
    slots: dict[str, int | str] = {}
    here = at
    for element in form.elements:
        if here >= len(line.tokens) or (form.tight and here > at and not line.glued(here)):
            return None
        if line.tokens[here].norm in element.words:
            here += 1
            continue
        end = _fill(element, line, here, calendar, slots)
        if end is None:
            return None
        here = end
    return Match(form, at, here - 1, slots)


def _fill(element: Element, line: Line, at: int, calendar: Calendar, slots: dict[str, int | str]) -> int | None:
    for slot in element.slots:
        read = _READERS[slot](line, at, calendar)
        if read is not None:
            slots[slot], end = read
            return end
    return None


_Read = tuple[int | str, int] | None
"""What a slot holds, and the token after it."""


def _word(words: Callable[[Calendar], Mapping[str, int] | Mapping[str, str]]) -> Callable[[Line, int, Calendar], _Read]:
    def read(line: Line, at: int, calendar: Calendar) -> _Read:
        token = line.tokens[at]
        value = words(calendar).get(_unglued(token))
        if value is None:
            return None
        dotted = token.norm in calendar.short and line.norm(at + 1) == "." and line.glued(at + 1)
        return value, at + 2 if dotted else at + 1

    return read


def _unglued(token: Token) -> str:
    """A word, without the next sentence where the white space between them was lost: 19 FebruaryThe."""
    at = next((i for i in range(3, len(token.text) - 1) if token.text[i].isupper() and token.text[i - 1].islower()), None)
    return token.norm if at is None or not token.text[at + 1].islower() else token.text[:at].lower()


def _day(line: Line, at: int, calendar: Calendar) -> _Read:
    number = line.numbers.get(at)
    if number is not None and number.form is NumberForm.ORDINAL and number.low == number.high and 1 <= number.low <= 31:
        return int(number.low), number.last + 1
    digits = line.plain(at)
    if digits is None or len(digits) > 2 or not 1 <= int(digits) <= 31:
        return None
    if line.glued(at + 1) and line.tokens[at + 1].kind is Kind.WORD:
        return (int(digits), at + 2) if line.norm(at + 1) in calendar.ordinal_endings else None
    return int(digits), at + 1


def _digits(least: int, most: int, width: int) -> Callable[[Line, int, Calendar], _Read]:
    def read(line: Line, at: int, _: Calendar) -> _Read:
        digits = line.plain(at)
        if digits is None or len(digits) > width or not least <= int(digits) <= most:
            return None
        return int(digits), at + 1

    return read


def _year(line: Line, at: int, _: Calendar) -> _Read:
    digits = line.plain(at)
    if digits is None or len(digits) != 4 or not 1000 <= int(digits) <= 2150:
        return None
    return int(digits), at + 1


def _year2(line: Line, at: int, _: Calendar) -> _Read:
    """The second year of a range, which may leave out its first digits: 2008-09, 2003-4, 1999-00."""
    digits = line.plain(at)
    before = line.plain(at - 2)
    if digits is None or before is None or len(before) != 4 or len(digits) not in (1, 2, 4):
        return None
    year = int(before[: 4 - len(digits)] + digits)
    return year + 100 if len(digits) == 2 and year < int(before) else year, at + 1


def _yy(line: Line, at: int, _: Calendar) -> _Read:
    """'91, or after a slash plain 91."""
    start = at + 1 if line.norm(at) in APOSTROPHES and line.glued(at + 1) else at
    digits = line.plain(start)
    if digits is None or len(digits) != 2 or (start == at and line.norm(at - 1) != "/"):
        return None
    return full_year(int(digits), line.newest_year), start + 1


def _decade(line: Line, at: int, _: Calendar) -> _Read:
    """1970s, 1970's, '70s."""
    start = at + 1 if line.norm(at) in APOSTROPHES and line.glued(at + 1) else at
    digits = line.plain(start)
    if digits is None or not digits.endswith("0") or len(digits) != (4 if start == at else 2):
        return None
    end = start + 1
    if line.norm(end) in APOSTROPHES and line.glued(end):
        end += 1
    if line.norm(end) != "s" or not line.glued(end):
        return None
    year = int(digits) if len(digits) == 4 else full_year(int(digits), line.newest_year)
    return (year, end + 1) if 1500 <= year <= 2150 else None


def _count(line: Line, at: int, calendar: Calendar) -> _Read:
    """A whole number; not a vague one, and not a range."""
    number = line.numbers.get(at)
    if number is not None:
        exact = number.low == number.high and not number.range and number.form not in (NumberForm.VAGUE, NumberForm.FRACTION)
        whole = exact and number.low == number.low.to_integral_value() and 1 <= number.low <= 1000
        return (int(number.low), number.last + 1) if whole else None
    if at in line.inside:
        return None
    if line.norm(at) in calendar.one:
        return 1, at + 1
    digits = line.plain(at)
    return (int(digits), at + 1) if digits and len(digits) <= 3 else None


def _day_month(line: Line, at: int, _: Calendar) -> _Read:
    """The 21.08 of 21.08.2013, as one number of day and month."""
    token = line.tokens[at]
    day, dot, month = token.text.partition(".")
    if not (token.kind is Kind.NUMBER and dot and token.text.isascii() and 1 <= len(day) <= 2 and len(month) == 2):
        return None
    return int(day) * 100 + int(month), at + 1


_READERS: Mapping[str, Callable[[Line, int, Calendar], _Read]] = {
    "month": _word(lambda c: c.months),
    "weekday": _word(lambda c: c.weekdays),
    "season": _word(lambda c: c.seasons),
    "unit": _word(lambda c: c.units),
    "which": _word(lambda c: c.which),
    "nth": _word(lambda c: c.nth),
    "day": _day,
    "day2": _day,
    "year": _year,
    "year2": _year2,
    "yy": _yy,
    "decade": _decade,
    "count": _count,
    "number": _digits(1, 9999, 4),
    "number2": _digits(1, 31, 2),
    "mm": _digits(1, 12, 2),
    "dd": _digits(1, 31, 2),
    "dd.mm": _day_month,
}
