"""Lines that say when an article came out: "Updated 8/3/2011 9:20 AM", "By Jane Roe | May 7, 2016".

A line is one when nothing is left of it once days, hours, zones, bylines, addresses and the words of the lexicon are taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from claimcheck.lexicon.furniture import FurnitureLexicon
from claimcheck.model.when import Day, MonthDay

_LONGEST = 220
_NAME = 40
_LEAP = 2000
_SEPARATORS = " \t\r\n\u00a0\u202f|·•–—-,;:@()/[]*_"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a line of publication says."""

    start: int
    """Where it begins in the text it was found in."""
    published: date | None
    hour: time | None
    updated: date | None
    """The day of a later change."""
    ambiguous: bool
    """Whether the day could be read with the month first or the day first."""
    labelled: bool
    """Whether it says what it is: published, posted, updated."""
    open: Named | None
    """The day that it names without its year, where it names no other."""
    byline: str = ""
    """The byline that stands in it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A day as a text names it."""

    day: Day
    weekday: int | None = None
    """The day of the week that stands beside it; Monday is 1."""


@dataclass(frozen=True, slots=True)
class _Moment:
    label: str
    day: date | None
    hour: time | None
    ambiguous: bool = False
    open: Named | None = None


class StampReader:
    """Reads lines of publication with the words of one lexicon."""

    def __init__(self, lexicon: FurnitureLexicon) -> None:
        self._lexicon = lexicon
        words = lexicon.stamp
        month = "|".join(sorted(words.months, key=len, reverse=True))
        zone = "|".join(sorted(words.zones, key=len, reverse=True))
        self._token = re.compile(
            rf"""(?P<iso>\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}})(?=\D|$)T?
            | (?P<month>{month})\b\.?\s*(?P<mday>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,?\s*(?P<myear>\d{{4}}))?(?!\d)
            | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s\-]+(?P<dmonth>{month})\b\.?(?:[\s,\-]*(?P<dyear>\d{{4}}))?(?!\d)
            | (?P<a>\d{{1,2}})(?P<mark>[/.])(?P<b>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d{{2}})(?!\d)
            | (?P<hour>\d{{1,2}})(?:(?P<colon>[:.])(?P<minute>\d{{2}})(?::\d{{2}})?(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)
            | (?P<hour24>\d{{1,2}}):(?P<minute24>\d{{2}})(?::\d{{2}})?(?:\.\d+)?(?:Z\b|[+-]\d{{2}}:?\d{{2}})?(?!\d)
            | (?P<military>\d{{2}}[:.]?\d{{2}})\s*h?(?=\s*(?:{zone})\b)
            | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)\.?
            | (?P<separator>[{re.escape(_SEPARATORS)}]+)""",
            re.IGNORECASE | re.VERBOSE,
        )
        label = "|".join(word.capitalize() + "|" + word.upper() for word in sorted(words.published | words.updated))
        opening = "|".join(word.capitalize() + "|" + word.upper() for word in sorted(words.filler | {"date"}))
        self._label = re.compile(rf"(?<!\w)\(?(?:(?:{opening})\s+){{0,2}}(?:{label})\b:?")
        self._known = words.published | words.updated | words.filler | words.weekdays.keys() | words.zones

    def line(self, text: str, head: bool) -> Stamp | None:
        """What `text`, a whole paragraph, says of its publication; None where it is an ordinary paragraph.

        In the head of an article a publisher's name may stand before the day.
        """
        if len(text) > _LONGEST or not any(c.isdigit() for c in text):
            return None
        for begin in (0, *self._beginnings(text)):
            before = text[:begin].strip(_SEPARATORS)
            byline = self._is_byline(before)
            sure = not before or byline or self._is_email(before)
            if not sure and not (head and self._is_name(before)):
                continue
            found = self._moments(text[begin:])
            if found and (sure or any(m.day for m in found)):
                return _stamp(0, found, before if byline else "")
        return None

    def hour(self, text: str) -> time | None:
        """The hour that `text` is, such as "9:10 a.m."."""
        found = self._moments(text)
        return found[0].hour if found else None

    def ending(self, text: str) -> Stamp | None:
        """A line of publication at the end of a longer paragraph: "... said. Date Published: Tuesday, June 3, 2014"."""
        for match in self._label.finditer(text):
            before = text[max(0, match.start() - 5) : match.start()].rstrip()
            if before and before[-1] not in '.!?"”’)]|' and not match[0].endswith(":"):
                continue
            found = self._moments(text[match.start() :])
            if found and any(m.day for m in found):
                return _stamp(match.start(), found)
        return None

    def _beginnings(self, text: str) -> list[int]:
        """Where in a line the part that names the day may begin."""
        labels = self._lexicon.stamp.published | self._lexicon.stamp.updated
        return [
            m.start() for m in self._token.finditer(text) if not m["separator"] and (not m["word"] or m["word"].lower() in labels)
        ][:4]

    def _is_email(self, text: str) -> bool:
        return self._lexicon.email.fullmatch(text) is not None

    def _is_name(self, text: str) -> bool:
        return len(text) <= _NAME and self._lexicon.names.fullmatch(text) is not None

    def _is_byline(self, text: str) -> bool:
        return any(p.fullmatch(text) for p in self._lexicon.byline)

    def _moments(self, text: str) -> list[_Moment] | None:
        """The days and hours of a text that holds nothing else, or None."""
        found: list[_Moment] = []
        label, at, weekday = "", 0, None
        while at < len(text):
            match = self._token.match(text, at)
            if match is None or (match["word"] and match["word"].lower() not in self._known):
                if found and self._is_byline(text[at:].strip(_SEPARATORS)):
                    break
                return None
            at = match.end()
            word = (match["word"] or "").lower()
            weekday = self._lexicon.stamp.weekdays.get(word, weekday)
            if word in self._lexicon.stamp.published:
                label = "published"
            elif word in self._lexicon.stamp.updated:
                label = "updated"
            elif match["separator"] is None and not word:
                moment = self._read(match, label)
                if moment is None:
                    return None
                found.append(moment)
        return [replace(m, open=replace(m.open, weekday=weekday)) if m.open else m for m in found] or None

    def named(self, text: str) -> Iterator[Named]:
        """Every day that a text names by its month, with its year or without, and the day of the week right before it."""
        weekday = None
        for match in self._token.finditer(text):
            if match["iso"] or match["month"] or match["dmonth"]:
                day, sure, _ = self._day(match)
                found = day or self._open_day(match)
                if sure and found:
                    yield Named(found, weekday)
            if not match["separator"]:
                weekday = self._lexicon.stamp.weekdays.get((match["word"] or "").lower())

    def _read(self, match: re.Match[str], label: str) -> _Moment | None:
        if match["hour"] or match["hour24"] or match["military"]:
            hour = _hour(match)
            return _Moment(label, None, hour) if hour is not None else None
        day, sure, ambiguous = self._day(match)
        left_open = self._open_day(match) if day is None else None
        return _Moment(label, day, None, ambiguous, Named(left_open) if left_open else None) if sure else None

    def _open_day(self, match: re.Match[str]) -> MonthDay | None:
        """The month and day of a day without its year; None where there is no such day."""
        name, number = (match["month"], match["mday"]) if match["month"] else (match["dmonth"], match["day"])
        month, day = (self._lexicon.stamp.months[name.lower()], int(number)) if name else (0, 0)
        return MonthDay(month, day) if _date(_LEAP, month, day)[0] else None

    def _day(self, match: re.Match[str]) -> tuple[date | None, bool, bool]:
        """The day, whether it is one at all (a day without its year has none), and whether it could be read otherwise."""
        months = self._lexicon.stamp.months
        if match["iso"]:
            year, month, day = re.split(r"[-/]", match["iso"])
            return *_date(int(year), int(month), int(day)), False
        if match["month"]:
            year, month, day = match["myear"], str(months[match["month"].lower()]), match["mday"]
        elif match["dmonth"]:
            year, month, day = match["dyear"], str(months[match["dmonth"].lower()]), match["day"]
        else:
            return _numeric(int(match["a"]), int(match["b"]), match["year"], day_first=match["mark"] == ".")
        if not year:
            return None, 1 <= int(day) <= 31, False
        return *_date(int(year), int(month), int(day)), False


def _numeric(a: int, b: int, year: str, day_first: bool) -> tuple[date | None, bool, bool]:
    full = int(year) + (2000 if int(year) < 70 else 1900) if len(year) == 2 else int(year)
    month, day = (b, a) if day_first or a > 12 else (a, b)
    return *_date(full, month, day), a <= 12 and b <= 12 and a != b and not day_first


def _date(year: int, month: int, day: int) -> tuple[date | None, bool]:
    try:
        found = date(year, month, day)
    except ValueError:
        return None, False
    return found, 1800 <= year <= 2200


def _hour(match: re.Match[str]) -> time | None:
    if match["military"]:
        digits = match["military"].replace(":", "").replace(".", "")
        hour, minute = int(digits[:2]), int(digits[2:])
    elif match["hour24"]:
        hour, minute = int(match["hour24"]), int(match["minute24"])
    else:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if hour > 12:
            return None
        hour = hour % 12 + (12 if match["half"][0].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _stamp(start: int, found: list[_Moment], byline: str = "") -> Stamp:
    """Days and hours put together: an hour belongs to the day that stands nearest before it, or else behind it."""
    days = [m for m in found if m.day is not None]
    bare = [m.open for m in found if m.day is None and m.hour is None]
    opened = bare[0] if not days and bare and len({named.day if named else None for named in bare}) == 1 else None
    main = (
        next((m for m in days if m.label == "published"), None)
        or next((m for m in days if not m.label), None)
        or next(iter(days), None)
    )
    published = main.day if main else None
    hours = [h for h, day in _hours(found) if day in (None, published)]
    later = max((m.day for m in days if m.label == "updated" and m.day and published and m.day > published), default=None)
    return Stamp(
        start=start,
        published=published,
        hour=hours[-1] if hours and (days or opened or not bare) else None,
        updated=later,
        ambiguous=any(m.ambiguous for m in days),
        labelled=any(m.label for m in found),
        open=opened,
        byline=byline,
    )


def _hours(found: list[_Moment]) -> list[tuple[time, date | None]]:
    paired: list[tuple[time, date | None]] = []
    for index, moment in enumerate(found):
        if moment.hour is None or (index and found[index - 1].hour is not None and found[index - 1].label == moment.label):
            continue
        before = next((m for m in reversed(found[:index]) if m.day is not None), None)
        behind = next((m for m in found[index:] if m.day is not None), None)
        nearest = before if before and (before.label == moment.label or behind is None or behind.label != moment.label) else behind
        paired.append((moment.hour, nearest.day if nearest else None))
    return paired
