"""Times of day: found so that nobody reads their figures as quantities, and so that a date keeps the hour beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from claimcheck.lexicon.dates import Dates
from claimcheck.lexicon.dates_times import Times, Words
from claimcheck.text.tokens import Kind, Token

_NOON = 12
_MORNING = 8
"""Tokens behind an hour in which its part of the day may stand."""
TimeOfDay = tuple[int, int, time]
"""First and last token, and the time."""


def find_times(tokens: Sequence[Token], lexicon: Dates) -> list[tuple[int, int]]:
    """The times of day in a sentence, as first and last token (included): 9 p.m., 10:30, 1200 GMT, seven o'clock, noon."""
    return [(first, last) for first, last, _ in read_times(tokens, lexicon.times)]


def read_times(tokens: Sequence[Token], words: Times) -> list[TimeOfDay]:
    """The same, with the times they tell."""
    found = []
    at = 0
    while at < len(tokens):
        read = _time(tokens, at, words)
        if read is None:
            at += 1
            continue
        end, told = read
        found.append((_opening(tokens, at, words), end - 1, told))
        at = end
    return found


def _opening(tokens: Sequence[Token], at: int, words: Times) -> int:
    """Where the hours that a time closes begin: `from 5 to 7 p.m.`, `between 5 and 7 p.m.`, `10 or 11 p.m.`"""
    joint = _norm(tokens, at - 1) if at > 1 else ""
    hour = tokens[at - 2] if at > 1 else None
    if (
        hour is None
        or joint not in words.joints
        or hour.kind is not Kind.NUMBER
        or not hour.text.isdigit()
        or int(hour.text) > _NOON
    ):
        return at
    led = at > 2 and tokens[at - 3].norm in words.openers
    return at - 2 if led or joint in ("or", "-", "–") else at


def _time(tokens: Sequence[Token], at: int, words: Times) -> tuple[int, time] | None:
    token = tokens[at]
    if token.norm in words.named:
        return at + 1, words.named[token.norm]
    if token.norm in words.hour_words and _norm(tokens, at + 1) in words.clock:
        return at + 2, time(words.hour_words[token.norm])
    if token.kind is not Kind.NUMBER or not token.text.isascii():
        return None
    return _clock(tokens, at, words)


def _clock(tokens: Sequence[Token], at: int, words: Times) -> tuple[int, time] | None:
    """A time that begins with a figure."""
    hour_text, _, minute_text = tokens[at].text.partition(".")  # 7.48am
    end = at + 1
    colon = False
    if not minute_text and _norm(tokens, end) == ":" and not tokens[end].space:
        minute_text = _glued_digits(tokens, end + 1)
        if len(minute_text) != 2:
            return None
        colon, end = True, end + 2
        if _norm(tokens, end) == ":" and not tokens[end].space and len(_glued_digits(tokens, end + 1)) == 2:
            end += 2
    half = _half(tokens, end, words)
    if half is None and not colon:
        return _at_night(tokens, at, words) or _bare(tokens, at, words)
    after, later = half or (end, None)
    told = _told(hour_text, minute_text, later)
    return None if told is None else (_with_zone(tokens, after, words), told)


def _at_night(tokens: Sequence[Token], at: int, words: Times) -> tuple[int, time] | None:
    """`at 10 at night`, `around 10 or 11 in the evening`; `15.00 hrs`."""
    digits, _, minutes = tokens[at].text.partition(".")
    if not digits.isdigit():
        return None
    if len(minutes) == 2 and len(digits) == 2:
        end, told = _phrase_end(tokens, at + 1, words.hours), _told(digits, minutes, None)
        morning = _norm(tokens, at + 1) == "on" and any(_norm(tokens, k) in words.day_parts for k in range(at + 2, at + _MORNING))
        if morning:  # 10.30 on a bright summer morning
            end = at + 1
        return (end, told) if end and told else None
    end = _phrase_end(tokens, at + 1, words.parts)
    front = _norm(tokens, at - 1) if at else ""
    if end is None or minutes or int(digits) > _NOON or (front not in words.openers and front not in words.joints):
        return None
    told = _told(digits, "", None)
    return None if told is None else (at + 1, told)


def _bare(tokens: Sequence[Token], at: int, words: Times) -> tuple[int, time] | None:
    """1200 GMT, 7 o'clock."""
    digits = tokens[at].text
    if _norm(tokens, at + 1) in words.clock and digits.isdigit():
        told = _told(digits, "", None)
        return None if told is None else (at + 2, told)
    if len(digits) == 4 and digits.isdigit():
        end = _phrase_end(tokens, at + 1, words.hours)
        told = _told(digits[:2], digits[2:], None) if end else None
        return (end, told) if end and told else None
    return None


def _half(tokens: Sequence[Token], at: int, words: Times) -> tuple[int, str] | None:
    """The token after a.m. or p.m., also where it was cut at its dots, and which."""
    word = _norm(tokens, at)
    if word in words.halves:
        return at + 1, word[0]
    joined = "".join(_norm(tokens, k) for k in range(at, at + 3))
    if joined in words.halves:
        return at + 3, joined[0]
    return None


def _told(hour_text: str, minute_text: str, half: str | None) -> time | None:
    if not hour_text.isdigit() or len(hour_text) > 2 or (minute_text and not (minute_text.isdigit() and len(minute_text) == 2)):
        return None
    hour, minute = int(hour_text), int(minute_text or 0)
    if half is not None and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour % 24, minute) if hour <= 24 and minute < 60 else None


def _with_zone(tokens: Sequence[Token], at: int, words: Times) -> int:
    return _phrase_end(tokens, at, words.zones) or at


def _phrase_end(tokens: Sequence[Token], at: int, phrases: frozenset[Words]) -> int | None:
    for count in (3, 2, 1):
        if at + count <= len(tokens) and tuple(t.norm for t in tokens[at : at + count]) in phrases:
            return at + count
    return None


def _norm(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if at < len(tokens) else ""


def _glued_digits(tokens: Sequence[Token], at: int) -> str:
    if at >= len(tokens) or tokens[at].space or tokens[at].kind is not Kind.NUMBER or not tokens[at].text.isascii():
        return ""
    return tokens[at].text
