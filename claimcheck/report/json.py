"""The report as one JSON object: complete, the same bytes for the same input, one record a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import BinaryIO

from claimcheck.model.report import Report
from claimcheck.report.document import Value, members
from claimcheck.report.interface import Look

_SURROGATE = re.compile("[\ud800-\udfff]")


def write(report: Report, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - the same for every place it goes to
    """Writes the report in UTF-8, record by record."""
    out.write(b"{")
    for index, (name, value) in enumerate(members(report)):
        out.write(b",\n" if index else b"\n")
        out.write(f"{json.dumps(name)}: ".encode())
        if isinstance(value, Iterator):
            out.write(b"[")
            out.writelines(lines(value))
            out.write(b"]")
        else:
            out.write(line(value))
    out.write(b"\n}\n")


def line(value: Value) -> bytes:
    """A value as JSON on one line, in UTF-8. A lone surrogate, which UTF-8 cannot hold, is written as its escape."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _SURROGATE.sub(lambda m: f"\\u{ord(m.group()):04x}", text).encode()


def lines(values: Iterable[Value]) -> Iterator[bytes]:
    """What stands between the brackets of a JSON array with a value a line."""
    for index, value in enumerate(values):
        yield (b",\n" if index else b"\n") + line(value)


def schema() -> str:
    """The JSON Schema (draft 2020-12) of what `write` writes."""
    return (files("claimcheck.report") / "report.schema.json").read_text(encoding="utf-8")
