"""Settings from options, the environment and a file, each value with the place it comes from.

An option on the command line goes before the environment, the environment before the file, the file before the default. The file
is the nearest `.claimcheck.yaml`, or `pyproject.toml` with a table `[tool.claimcheck]`, from the folder of the articles upward.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.config.file import TOML_NAME, YAML_NAME, discover, read_file, shown
from claimcheck.config.kinds import Given, nearest
from claimcheck.config.settings import ENVIRONMENT, Setting, Settings, settings
from claimcheck.errors import ClaimcheckError, DataFileError

DEFAULT = "default"
_OTHER_VARIABLES = frozenset({"CLAIMCHECK_DEBUG"})


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
    kind = setting.kind
    try:
        if kind.rows is not None:
            return kind.rows(given, _folder(file))
        if given.rows:
            raise ValueError("expected values here, found `key: value` lines")
        value = kind.read(given.words)
        return kind.based(value, _folder(file)) if kind.based else value
    except ValueError as error:
        raise DataFileError(given.place, f"{setting.name}: {error}") from None


def _folder(file: Path) -> Path:
    """The folder of a file as a user standing here would name it."""
    return Path(shown(file)).parent


def _start(paths: Sequence[str]) -> Path:
    """The folder that the search begins in: that of the first path, or the current one where it is none."""
    first = Path(paths[0]) if paths and paths[0] not in ("", "-") else Path()
    try:
        existing = next((p for p in (first, *first.parents) if p.exists()), Path())
        return (existing if existing.is_dir() else existing.parent).resolve()
    except (OSError, ValueError):
        return Path.cwd()


def _unknown_variables(environment: Mapping[str, str]) -> list[str]:
    known = {s.variable for s in settings()} | _OTHER_VARIABLES
    strange = sorted(name for name in environment if name.startswith(ENVIRONMENT) and name not in known)
    return [f"the environment variable {name} is no setting{nearest(name, known)}" for name in strange]
