"""The setting `ignore`: rules, each with its reason, that only a file can give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from claimcheck.config.kinds import Given, Kind, Row, nearest
from claimcheck.errors import DataFileError
from claimcheck.ignoring import Ignore

_PATTERNS = ("kinds", "subjects", "paths", "publishers")
_KEYS = ("reason", *_PATTERNS, "expires")


def _refuse(given: tuple[str, ...]) -> NoReturn:  # noqa: ARG001 - whatever was given
    raise ValueError("only a settings file can say what is ignored, as each rule needs its reason")


def _rules(given: Given, folder: Path) -> tuple[Ignore, ...]:
    if given.words:
        raise ValueError("expected a list of rules, each with a `reason` and what it is about: " + ", ".join(_PATTERNS))
    return tuple(_rule(row, folder) for row in given.rows)


def _rule(row: Row, folder: Path) -> Ignore:
    for name, field in row.fields.items():
        if name not in _KEYS:
            raise DataFileError(field.place, f"ignore: unknown key {name!r}{nearest(name, _KEYS)}")
    patterns = {name: _patterns(row.fields[name]) for name in _PATTERNS if name in row.fields}
    if not patterns:
        raise DataFileError(row.place, f"ignore: say what is ignored; give one of {', '.join(_PATTERNS)}")
    reason = " ".join(_one(row, "reason").split()) if "reason" in row.fields else ""
    if not reason:
        raise DataFileError(row.place, "ignore: a `reason` is needed, so that others know whether it still holds")
    return Ignore(reason, str(row.place), folder, **patterns, expires=_day(row) if "expires" in row.fields else None)


def _patterns(field: Given) -> tuple[str, ...]:
    if field.rows or not field.words or not all(word.strip() for word in field.words):
        raise DataFileError(field.place, "ignore: expected a pattern or a list of them")
    return field.words


def _one(row: Row, name: str) -> str:
    field = row.fields[name]
    if len(field.words) != 1:
        raise DataFileError(field.place, f"ignore: expected one text for {name}")
    return field.words[0]


def _day(row: Row) -> date:
    words = _one(row, "expires")
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise DataFileError(row.fields["expires"].place, f"ignore: expected a day as YYYY-MM-DD, found {words!r}") from None


_TEXT: Mapping[str, Any] = {"type": "string", "minLength": 1}
_TEXTS: Mapping[str, Any] = {"anyOf": [_TEXT, {"type": "array", "minItems": 1, "items": _TEXT}]}
IGNORES: Kind[tuple[Ignore, ...]] = Kind(
    _refuse,
    lambda value: ", ".join(rule.place for rule in value),
    {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "reason": _TEXT,
                **dict.fromkeys(_PATTERNS, _TEXTS),
                "expires": {"type": "string", "format": "date"},
            },
            "required": ["reason"],
            "anyOf": [{"required": [name]} for name in _PATTERNS],
            "additionalProperties": False,
        },
    },
    many=True,
    rows=_rules,
)
"""Rules for what is left out."""
