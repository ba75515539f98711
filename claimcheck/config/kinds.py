"""How the words that a user writes for a setting become its value, wherever they are written."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, TypeVar

from claimcheck.config.outputs import STDOUT, Output, output
from claimcheck.errors import Place
from claimcheck.report.interface import Format

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,12})?")


@dataclass(frozen=True, slots=True)
class Row:
    """One of several groups of keys that a file lists."""

    fields: Mapping[str, Given]
    place: Place


@dataclass(frozen=True, slots=True)
class Given:
    """What a file says of one setting: words, or rows of keys."""

    words: tuple[str, ...]
    place: Place
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A type of setting."""

    read: Callable[[tuple[str, ...]], T]
    """The value of the words written. Raises ValueError, which says what was expected."""
    show: Callable[[T], str]
    """The value in the words that would give it."""
    schema: Mapping[str, Any]
    """The JSON Schema of what a file holds for it."""
    many: bool = False
    """A list: several words in a file or as options, parted by commas in the environment."""
    based: Callable[[T, Path], T] | None = None
    """The value with its paths taken from a folder, for one that a file in it gives. Raises ValueError."""
    rows: Callable[[Given, Path], T] | None = None
    """The value of what a file in that folder says, for one that only a file can give. Raises ValueError, DataFileError."""


def nearest(word: str, known: Collection[str]) -> str:
    """The end of a complaint about an unknown word: the word that was meant, or all there are."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; known are: {', '.join(sorted(known))}"


def choice(of: type[E]) -> Kind[E]:
    """One of a closed set of words."""
    words = [member.value for member in of]

    def read(given: str) -> E:
        if given not in words:
            raise ValueError(f"{given!r} is not known here{nearest(given, words)}")
        return of(given)

    return Kind(_one(read), lambda value: value.value, {"enum": words})


def decimal(least: int) -> Kind[Decimal]:
    """A number that is not below `least`."""

    def read(given: str) -> Decimal:
        try:
            number = Decimal(given) if _NUMBER.fullmatch(given) else None
        except InvalidOperation:
            number = None
        if number is None or number < least:
            raise ValueError(f"expected a number, {least} or more, found {given!r}")
        return number

    return Kind(_one(read), str, {"type": "number", "minimum": least})


def whole(least: int) -> Kind[int]:
    """A whole number that is not below `least`."""

    def read(given: str) -> int:
        if not _NUMBER.fullmatch(given) or "." in given or int(given) < least:
            raise ValueError(f"expected a whole number, {least} or more, found {given!r}")
        return int(given)

    return Kind(_one(read), str, {"type": "integer", "minimum": least})


def _flag(given: str) -> bool:
    if given not in ("true", "false"):
        raise ValueError(f"expected true or false, found {given!r}")
    return given == "true"


def _outputs(given: tuple[str, ...]) -> tuple[Output, ...]:
    return tuple(output(words) for words in given)


def _below(value: tuple[Output, ...], folder: Path) -> tuple[Output, ...]:
    return tuple(o if o.path == STDOUT else Output(o.format, below(o.path, folder)) for o in value)


def below(path: str, folder: Path) -> str:
    """A path that a file in `folder` gives, from there. Raises ValueError where it leads out of the folder.

    Settings can lie beside articles from anywhere; what they name is read and written, so it stays where they lie.
    """
    joined = folder / path
    if not joined.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"{path!r} leads out of the folder of the settings; give such a path as an option")
    return joined.as_posix()


def _one(read: Callable[[str], T]) -> Callable[[tuple[str, ...]], T]:
    def alone(given: tuple[str, ...]) -> T:
        if len(given) != 1:
            raise ValueError("expected one value here, found a list")
        return read(given[0])

    return alone


FLAG: Kind[bool] = Kind(_one(_flag), lambda value: str(value).lower(), {"type": "boolean"})
"""True or false."""
PATH: Kind[Path | None] = Kind(
    _one(Path),
    lambda value: value.as_posix() if value else "",
    {"type": "string", "minLength": 1},
    based=lambda value, folder: Path(below(str(value), folder)) if value else None,
)
"""A file or folder; in a file, from the folder it lies in."""
OUTPUTS: Kind[tuple[Output, ...]] = Kind(
    _outputs,
    lambda value: ", ".join(str(o) for o in value),
    {
        "type": "array",
        "items": {"type": "string", "pattern": f"^({'|'.join(Format)})=.+$"},
    },
    many=True,
    based=_below,
)
"""Formats with the files they go to."""
