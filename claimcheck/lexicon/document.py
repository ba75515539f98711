"""Strict reading of hand-written YAML: strings stay strings, and every complaint names its file, line and column.

YAML's own typing turns `no` into False, `12:30` into 750 and keeps the last of two equal keys (measured in STYLE section 3),
so scalars are read as the text that was written and each reader says what type it wants.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import yaml

from claimcheck.errors import DataFileError, Place

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Value:
    """One YAML value with the place it stands at."""

    node: yaml.Node
    path: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        mark = self.node.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1)

    def wrong(self, message: str) -> DataFileError:
        """An error at this place, to be raised by the caller."""
        return DataFileError(self.place, message)

    @property
    def is_text(self) -> bool:
        """Whether it is a scalar."""
        return isinstance(self.node, yaml.ScalarNode)

    @property
    def is_list(self) -> bool:
        """Whether it is a sequence."""
        return isinstance(self.node, yaml.SequenceNode)

    def text(self) -> str:
        """The scalar as written. Raises DataFileError for a list or a mapping."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.wrong("expected text here")
        return str(self.node.value)

    def number(self) -> Decimal:
        """The scalar as a number. Raises DataFileError."""
        try:
            return Decimal(self.text().replace("_", "").replace(",", ""))
        except InvalidOperation:
            raise self.wrong(f"expected a number, found {self.text()!r}") from None

    def flag(self) -> bool:
        """The scalar as true or false. Raises DataFileError."""
        word = self.text()
        if word not in ("true", "false"):
            raise self.wrong(f"expected true or false, found {word!r}")
        return word == "true"

    def choice(self, allowed: Collection[str]) -> str:
        """The scalar, which must be one of `allowed`. Raises DataFileError, naming the nearest."""
        word = self.text()
        if word not in allowed:
            raise self.wrong(f"{word!r} is not known here{_nearest(word, allowed)}")
        return word

    def items(self) -> Iterator[Value]:
        """The members of a list. Raises DataFileError."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.wrong("expected a list here")
        return (Value(n, self.path) for n in self.node.value)

    def texts(self) -> tuple[str, ...]:
        """The members of a list of text. Raises DataFileError."""
        return tuple(v.text() for v in self.items())

    def pairs(self) -> list[tuple[str, Value]]:
        """Keys and values of a mapping, in the order written. Raises DataFileError, also for a key that stands twice."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.wrong("expected `key: value` lines here")
        found: dict[str, Value] = {}
        for key_node, value_node in self.node.value:
            key = Value(key_node, self.path)
            if key.text() in found:
                raise key.wrong(f"the key {key.text()!r} stands twice; remove one")
            found[key.text()] = Value(value_node, self.path)
        return list(found.items())

    def fields(self, required: Collection[str] = (), optional: Collection[str] = ()) -> dict[str, Value]:
        """A mapping with known keys. Raises DataFileError for an unknown or a missing one."""
        allowed = [*required, *optional]
        found = dict(self.pairs())
        assert isinstance(self.node, yaml.MappingNode)
        for key_node, _ in self.node.value:
            key = Value(key_node, self.path)
            if key.text() not in allowed:
                raise key.wrong(f"unknown key {key.text()!r}{_nearest(key.text(), allowed)}")
        for name in required:
            if name not in found:
                raise self.wrong(f"the key {name!r} is missing here")
        return found


def _nearest(word: str, allowed: Collection[str]) -> str:
    close = difflib.get_close_matches(word, list(allowed), n=1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known are: {', '.join(sorted(allowed))}" if allowed else ""


def parse(text: str, path: str) -> Value | None:
    """Read one YAML document; None where it is empty. Raises DataFileError with the place of the first mistake."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path, 1, 1)
        raise DataFileError(place, f"this is not valid YAML: {error.problem or error.context or 'cannot be parsed'}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise DataFileError(Place(path, 1, 1), f"this is not valid YAML: {' '.join(str(error).split())}") from None
    return Value(node, path) if node is not None else None
