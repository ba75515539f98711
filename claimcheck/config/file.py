"""Settings from files and the environment, each value with the place it comes from.

An option on the command line goes before the environment, the environment before the file, the file before the default. The file
is the nearest `.claimcheck.yaml`, or `pyproject.toml` with a table `[tool.claimcheck]`, from the folder of the articles upward.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.config.kinds import nearest
from claimcheck.config.settings import ENVIRONMENT, Setting, Settings, settings
from claimcheck.errors import ClaimcheckError, DataFileError, Place
from claimcheck.lexicon.document import Value, parse

YAML_NAME = ".claimcheck.yaml"
TOML_NAME = "pyproject.toml"
DEFAULT = "default"
_TABLE = ("tool", "claimcheck")
_OTHER_VARIABLES = frozenset({"CLAIMCHECK_DEBUG"})


@dataclass(frozen=True, slots=True)
class Given:
    """What a file says of one setting."""

    words: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Resolved:
    """The settings of a run, and where each comes from."""

    settings: Settings
    origins: Mapping[str, str]
    """By setting: `default`, a place in a file, an environment variable, or an option."""
    file: Path | None
    notes: tuple[str, ...] = ()
    """What looks like a mistake and is none for certain, a sentence each."""


def resolve(
    paths: Sequence[str],
    flags: Mapping[str, object],
    environment: Mapping[str, str],
    file: Path | None = None,
) -> Resolved:
    """Brings together what the command line, the environment and a file say.

    Args:
        paths: What is to be compared; the search for a file begins at the first.
        flags: By setting what the command line gave: text to be read or a value; None where it gave nothing.
        environment: The environment variables.
        file: A settings file that the user named; none is searched for then.

    Raises:
        ClaimcheckError: A value or a file cannot be used. For one in a file it names line and column.
    """
    found = file if file is not None else discover(_start(paths))
    given = read_file(found) if found is not None else {}
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for setting in settings():
        values[setting.name], origins[setting.name] = _value(setting, flags, environment, given, found)
    return Resolved(Settings(**values), origins, found, tuple(_unknown_variables(environment)))


def discover(start: Path) -> Path | None:
    """The nearest settings file, from a folder upward. Raises ClaimcheckError where a folder holds two."""
    for folder in (start, *start.parents):
        own, shared = folder / YAML_NAME, folder / TOML_NAME
        has_table = shared.is_file() and _has_table(shared)
        if own.is_file() and has_table:
            raise ClaimcheckError(
                f"{_shown(folder)} has settings in {YAML_NAME} and in [tool.claimcheck] of {TOML_NAME}; keep one of the two"
            )
        if own.is_file() or has_table:
            return own if own.is_file() else shared
    return None


def read_file(path: Path) -> dict[str, Given]:
    """What a settings file says: words for each setting, not yet read as values. Raises ClaimcheckError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no UTF-8 text"
        raise ClaimcheckError(f"the settings file {_shown(path)} cannot be read ({reason.lower()})") from None
    return _from_toml(text, _shown(path)) if path.suffix == ".toml" else _from_yaml(text, _shown(path))


def schema() -> dict[str, Any]:
    """The JSON Schema of a settings file, also of the table in pyproject.toml."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claimcheck settings",
        "description": f"{YAML_NAME}, or [tool.claimcheck] in {TOML_NAME}. Paths are taken from the folder of the file.",
        "type": "object",
        "properties": {
            s.name: {**s.kind.schema, "description": s.help, **_default(s)} for s in settings()
        },
        "additionalProperties": False,
    }  # fmt: skip


def _default(setting: Setting) -> dict[str, Any]:
    """The default as a file would hold it; a setting without one has none to show."""
    shown = setting.kind.show(setting.default)
    if setting.kind.many:
        return {"default": [*map(str, setting.default)]}
    kind = setting.kind.schema.get("type")
    if kind == "boolean":
        return {"default": setting.default}
    if kind in ("number", "integer"):
        return {"default": float(shown) if "." in shown else int(shown)}
    return {"default": shown} if shown else {}


def _value(
    setting: Setting, flags: Mapping[str, object], environment: Mapping[str, str], given: Mapping[str, Given], file: Path | None
) -> tuple[Any, str]:
    flag = flags.get(setting.name)
    if flag is not None:
        return _from_flag(setting, flag), setting.flag
    words = environment.get(setting.variable)
    if words:
        split = tuple(w.strip() for w in words.split(",")) if setting.kind.many else (words,)
        try:
            return setting.kind.read(split), setting.variable
        except ValueError as error:
            raise ClaimcheckError(f"environment variable {setting.variable}: {error}") from None
    if setting.name in given and file is not None:
        return _from_file(setting, given[setting.name], file), str(given[setting.name].place)
    return setting.default, DEFAULT


def _from_flag(setting: Setting, flag: object) -> Any:
    texts = (flag,) if type(flag) is str else tuple(flag) if isinstance(flag, list | tuple) else None
    if texts is None or not all(type(t) is str for t in texts):
        return flag
    try:
        return setting.kind.read(texts)
    except ValueError as error:
        raise ClaimcheckError(f"{setting.flag}: {error}") from None


def _from_file(setting: Setting, given: Given, file: Path) -> Any:
    try:
        value = setting.kind.read(given.words)
        return setting.kind.based(value, _folder(file)) if setting.kind.based else value
    except ValueError as error:
        raise DataFileError(given.place, f"{setting.name}: {error}") from None


def _folder(file: Path) -> Path:
    """The folder of a file as a user standing here would name it."""
    return Path(_shown(file)).parent


def _shown(path: Path) -> str:
    here = Path.cwd()
    absolute = path if path.is_absolute() else here / path
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _start(paths: Sequence[str]) -> Path:
    """The folder that the search begins in: that of the first path, or the current one where it is none."""
    first = Path(paths[0]) if paths and paths[0] not in ("", "-") else Path()
    try:
        existing = next((p for p in (first, *first.parents) if p.exists()), Path())
        return (existing if existing.is_dir() else existing.parent).resolve()
    except (OSError, ValueError):
        return Path.cwd()


def _from_yaml(text: str, path: str) -> dict[str, Given]:
    document = parse(text, path)
    if document is None or (document.is_text and not document.text()):
        return {}
    found = document.fields(optional=[s.name for s in settings()])
    return {name: Given(_words(value), value.place) for name, value in found.items()}


def _words(value: Value) -> tuple[str, ...]:
    return value.texts() if value.is_list else (value.text(),)


def _has_table(path: Path) -> bool:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    # Another program's broken pyproject.toml is none of ours, unless it speaks of us.
    return "claimcheck" in text and _table(_toml(text, _shown(path))) is not None


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
    return {name: Given(_toml_words(value, places[name]), places[name]) for name, value in table.items()}


def _toml_words(value: Any, place: Place) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(word for member in value for word in _toml_words(member, place))
    if isinstance(value, bool):
        return (str(value).lower(),)
    if isinstance(value, str | int | float):
        return (str(value),)
    raise DataFileError(place, "expected a value here, found a table or a date")


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


def _unknown_variables(environment: Mapping[str, str]) -> list[str]:
    known = {s.variable for s in settings()} | _OTHER_VARIABLES
    strange = sorted(name for name in environment if name.startswith(ENVIRONMENT) and name not in known)
    return [f"the environment variable {name} is no setting{nearest(name, known)}" for name in strange]
