"""Files of one JSON object a line below a line that names their format: plain to read, to compare and to merge line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeVar

from claimcheck.errors import DataFileError, Place

E = TypeVar("E", bound=Enum)
Fields = dict[str, object]
Upgrade = Callable[[Fields], Fields]
"""Turns a line of one format into a line of the next."""

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]")
_MERGE_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True)
class Record:
    """One line and where it stands."""

    fields: Fields
    place: Place

    def wrong(self, message: str) -> DataFileError:
        """An error at this line, to be raised by the caller."""
        return DataFileError(self.place, message)

    def only(self, required: Collection[str], optional: Collection[str] = ()) -> None:
        """Raises DataFileError where a field is missing or unknown."""
        for name in required:
            if name not in self.fields:
                raise self.wrong(f"the field {name!r} is missing")
        for name in self.fields:
            if name not in required and name not in optional:
                raise self.wrong(f"the field {name!r} is not known; remove it, or use the version of claimcheck that wrote it")

    def text(self, name: str) -> str:
        """A text that is not empty. Raises DataFileError."""
        value = self.fields.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{name!r} must be a text that is not empty")
        return value

    def texts(self, name: str) -> frozenset[str]:
        """A list of texts. Raises DataFileError."""
        value = self.fields.get(name)
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.wrong(f"{name!r} must be a list of texts")
        return frozenset(value)

    def choice(self, name: str, kind: type[E]) -> E:
        """A member of a closed set. Raises DataFileError, naming them."""
        value = self.fields.get(name)
        for member in kind:
            if member.value == value:
                return member
        raise self.wrong(f"{name!r} must be one of {', '.join(str(m.value) for m in kind)}, not {value!r}")

    def day(self, name: str) -> date:
        """A day as YYYY-MM-DD. Raises DataFileError."""
        value = self.fields.get(name)
        try:
            if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise self.wrong(f"{name!r} must be a day written as YYYY-MM-DD, not {value!r}")


def read(data: bytes, path: str, name: str, upgrades: Sequence[Upgrade] = ()) -> list[Record]:
    """The lines of a file, brought to the format of this version in memory.

    Args:
        data: The file.
        path: Its name in messages.
        name: The key of its first line, which gives the format: `{"claimcheck-ledger": 1}`.
        upgrades: The n-th turns a line of format n into one of format n + 1.

    Raises:
        DataFileError: The file is damaged, is no such file, or is of a newer format. Nothing is ever read as if it were empty.
    """
    lines = _decoded(data, path).split("\n")
    newest = len(upgrades) + 1
    head = _object(lines[0], Place(path, 1, 1)) if lines[0].strip() else {}
    version = head.get(name)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1 or len(head) != 1:
        raise DataFileError(Place(path, 1, 1), f'the first line must be {{"{name}": {newest}}}; restore the file, or move it away')
    if version > newest:
        said = f"this is format {version}, and this claimcheck reads up to {newest}; use a newer claimcheck"
        raise DataFileError(Place(path, 1, 1), said)
    records = []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        place = Place(path, number, 1)
        fields = _object(line, place)
        if name in fields:
            if fields != head:
                raise DataFileError(place, "the format is given a second time and differs from that of line 1; remove one")
            continue
        for upgrade in upgrades[version - 1 :]:
            fields = upgrade(fields)
        records.append(Record(fields, place))
    return records


def written(name: str, version: int, lines: Sequence[Mapping[str, object]]) -> bytes:
    """A file of these lines, in this order. What could hide or reorder text on a screen is escaped."""
    rows = [json.dumps(line, ensure_ascii=False) for line in ({name: version}, *lines)]
    return "".join(_UNSAFE.sub(_escape, row) + "\n" for row in rows).encode("utf-8")


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]


def _decoded(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataFileError(Place(path, line, 1), "this is not UTF-8; the file is damaged, restore it") from None


def _object(line: str, place: Place) -> Fields:
    if line.startswith(_MERGE_MARKS):
        raise DataFileError(place, "a merge was left unfinished here; keep the lines of both sides and remove this one")
    try:
        value = json.loads(line, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else str(error) or "it is nested too deeply"
        raise DataFileError(place, f"this line cannot be read ({why}); restore the file or mend the line") from None
    if not isinstance(value, dict):
        raise DataFileError(place, "this line is no JSON object; restore the file or mend the line")
    return value


def _unique(pairs: list[tuple[str, object]]) -> Fields:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a field stands twice")
    return fields
