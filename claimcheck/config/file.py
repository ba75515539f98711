"""Files that settings stand in: `.claimcheck.yaml`, or a table of `pyproject.toml`. What they say, and where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.config.kinds import Given, Row, nearest
from claimcheck.config.settings import settings
from claimcheck.errors import ClaimcheckError, DataFileError, Place
from claimcheck.files import is_file
from claimcheck.lexicon.document import Value, parse

YAML_NAME = ".claimcheck.yaml"
TOML_NAME = "pyproject.toml"
_TABLE = ("tool", "claimcheck")


def discover(start: Path) -> Path | None:
    """The nearest settings file, from a folder upward. Raises ClaimcheckError where a folder holds two."""
    for folder in (start, *start.parents):
        own, shared = folder / YAML_NAME, folder / TOML_NAME
        has_table = is_file(shared) and _has_table(shared)
        if is_file(own) and has_table:
            raise ClaimcheckError(
                f"{shown(folder)} has settings in {YAML_NAME} and in [tool.claimcheck] of {TOML_NAME}; keep one of the two"
            )
        if is_file(own) or has_table:
            return own if is_file(own) else shared
    return None


def read_file(path: Path) -> dict[str, Given]:
    """What a settings file says: words for each setting, not yet read as values. Raises ClaimcheckError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no UTF-8 text"
        raise ClaimcheckError(f"the settings file {shown(path)} cannot be read ({reason.lower()})") from None
    return _from_toml(text, shown(path)) if path.suffix == ".toml" else _from_yaml(text, shown(path))


def shown(path: Path) -> str:
    """A path as a user standing here would name it."""
    here = Path.cwd()
    absolute = path if path.is_absolute() else here / path
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _from_yaml(text: str, path: str) -> dict[str, Given]:
    document = parse(text, path)
    if document is None or (document.is_text and not document.text()):
        return {}
    found = document.fields(optional=[s.name for s in settings()])
    return {name: _yaml_given(value) for name, value in found.items()}


def _yaml_given(value: Value) -> Given:
    if not value.is_list:
        return Given((value.text(),), value.place)
    members = list(value.items())
    if members and not any(m.is_text or m.is_list for m in members):
        rows = tuple(Row({name: _yaml_given(field) for name, field in m.pairs()}, m.place) for m in members)
        return Given((), value.place, rows)
    return Given(value.texts(), value.place)


def _has_table(path: Path) -> bool:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    # Another program's broken pyproject.toml is none of ours, unless it speaks of us.
    return "claimcheck" in text and _table(_toml(text, shown(path))) is not None


def _toml(text: str, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = re.search(r"\(at line (\d+), column (\d+)\)", message)
        lines = text.rstrip().split("\n")
        line, column = (int(at[1]), int(at[2])) if at else (len(lines), len(lines[-1]) + 1)
        reason = message.partition(" (at ")[0]
        raise DataFileError(Place(path, line, column), f"this is not valid TOML: {reason}") from None


def _table(document: Mapping[str, Any]) -> dict[str, Any] | None:
    found: Any = document
    for name in _TABLE:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None


def _from_toml(text: str, path: str) -> dict[str, Given]:
    table = _table(_toml(text, path)) or {}
    known = [s.name for s in settings()]
    places = {name: _toml_place(text, name, path) for name in table}
    for name in table:
        if name not in known:
            raise DataFileError(places[name], f"unknown key {name!r}{nearest(name, known)}")
    return {name: _toml_given(value, places[name], _toml_tables(text, name, path)) for name, value in table.items()}


def _toml_given(value: Any, place: Place, tables: Sequence[Place]) -> Given:
    if isinstance(value, list) and value and all(isinstance(member, dict) for member in value):
        # Of tables written inline, only where the list begins is known.
        places = tables if len(tables) == len(value) else [place] * len(value)
        rows = (Row({n: Given(_toml_words(v, at), at) for n, v in m.items()}, at) for m, at in zip(value, places, strict=True))
        return Given((), place, tuple(rows))
    return Given(_toml_words(value, place), place)


def _toml_words(value: Any, place: Place) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(word for member in value for word in _toml_words(member, place))
    if isinstance(value, bool):
        return (str(value).lower(),)
    if isinstance(value, str | int | float):
        return (str(value),)
    if type(value) is date:
        return (value.isoformat(),)
    raise DataFileError(place, "expected a value here, found a table or a time")


def _toml_tables(text: str, name: str, path: str) -> list[Place]:
    """Where the tables of a list of tables begin."""
    header = re.compile(rf"\s*\[\[\s*tool\s*\.\s*claimcheck\s*\.\s*{re.escape(name)}\s*\]\]")
    return [Place(path, number, 1) for number, line in enumerate(text.splitlines(), 1) if header.match(line)]


def _toml_place(text: str, name: str, path: str) -> Place:
    """Where a key of the table stands; tomllib does not say. The first line of the file where it is written in an odd way."""
    key = re.compile(rf"""\s*(?:tool\s*\.\s*claimcheck\s*\.\s*|claimcheck\s*\.\s*)?["']?({re.escape(name)})["']?\s*[=.\]]""")
    header = re.compile(r"\s*\[\s*([^\[\]]*?)\s*\]")
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        opened = header.match(line)
        if opened:
            table = re.sub(r"[\s\"']", "", opened[1])
            if table == f"tool.claimcheck.{name}":
                return Place(path, number, 1)
        found = key.match(line)
        if found and table in ("tool.claimcheck", "tool", ""):
            return Place(path, number, found.start(1) + 1)
    return Place(path, 1, 1)
